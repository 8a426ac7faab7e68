"""What is shown for the codes that tables hold: names of persons, labels of parties, names of ministries."""

from collections.abc import Mapping

from navraag.lexicon.names import party_codes, party_label
from navraag.lexicon.offices import lines
from navraag.store.session import ReadOnly

_NAMES = "SELECT id, name FROM person"


def shown_names(registry: ReadOnly) -> Mapping[str, Mapping[str, str]]:
    """For each facet that holds codes: code to name."""
    return registry.remember(("shown_names",), lambda: _shown(registry))


def _shown(registry: ReadOnly) -> Mapping[str, Mapping[str, str]]:
    persons: dict[str, str] = dict(registry.rows(_NAMES))
    return {
        "askers": persons, "officials": persons, "parties": {code: party_label(code) for code in party_codes()},
        "ministries": {code: line.name for code, line in lines().items()},
    }
