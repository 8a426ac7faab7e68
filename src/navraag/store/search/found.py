"""Findings in the index: what a pair contains, cites and names, and how such values are typed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from navraag.lexicon.bodies import places
from navraag.lexicon.names import folded, outlet_at
from navraag.lexicon.tables import outlets
from navraag.records.cases import Pair
from navraag.store.rows import fold

# What may stand behind ``bevat:``, with other words for it, and the kind of finding that is meant.
CONTAINS: dict[str, tuple[str, tuple[str, ...]]] = {
    "toezegging": ("commitment", ("toezegging", "toezeggingen", "belofte")), "voornemen": ("intention", ("voornemen", "voornemens")),
    "aankondiging": ("announced_action", ("aankondiging", "aankondigingen")), "verwachting": ("expectation", ("verwachting", "verwachtingen")),
    "hiaat": ("data_gap", ("hiaat", "hiaten", "onbekend", "niet-bekend")), "cijfer": ("figure", ("cijfer", "cijfers", "getal", "getallen")),
    "weigering": ("refusal", ("weigering", "weigeringen")), "bron": ("outlet", ("bron", "medium", "nieuws")),
    "verwijzing": ("reference", ("verwijzing", "verwijzingen", "kamerstuk")),
}
CONTAINS_NAMES: dict[str, str] = {alias: name for name, (_, aliases) in CONTAINS.items() for alias in aliases}
_BY_KIND = {kind: name for name, (kind, _) in CONTAINS.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundIn:
    """One finding as the index needs it: its kind and key, and where it stands."""

    kind: str
    key: str
    labels: tuple[str, ...]
    paper: str
    note: str
    candidates: tuple[str, ...] = ()
    place: bool = False


def found_fields(found: Iterable[FoundIn]) -> dict[str, list[str]]:
    """The values of the fields ``has``, ``cites``, ``outlet`` and ``place``."""
    held: dict[str, dict[str, None]] = {name: {} for name in ("has", "cites", "outlet", "place")}
    for one in found:
        if one.kind in _BY_KIND:
            held["has"][_BY_KIND[one.kind]] = None
        if one.kind == "reference" and one.key:
            held["cites"].update(dict.fromkeys(_cited(one.key)))
        elif one.kind == "outlet":
            held["outlet"][fold(one.key)] = None
        elif one.kind == "name" and one.place:
            held["place"].update(dict.fromkeys(fold(name.partition(" (")[0]) for name in (one.candidates or (one.key,))))
    return {name: list(values) for name, values in held.items()}


def _cited(target: str) -> Iterator[str]:
    """A target, and of a Kamerstuk its dossier too."""
    low = target.lower()
    yield low
    parts = low.split("-")
    if parts[0] == "kst" and len(parts) > 2:
        yield "-".join(parts[:2])


def in_pair(found: Iterable[FoundIn], pair: Pair) -> list[FoundIn]:
    """The findings in the words of a pair, and in the notes that these words refer to."""
    notes = {("", label) for label in pair.question.text.labels}
    notes |= {(given.answer_set, label) for given in pair.answers for label in given.answer.text.labels}
    return [one for one in found if pair.label in one.labels or (one.note and (one.paper, one.note) in notes)]


@cache
def _outlet_names() -> dict[str, str]:
    names: dict[str, str] = {}
    for row in outlets():
        for name in (row.name, *row.spellings):
            names.setdefault(folded(name), row.name)
            names.setdefault(folded(name.lower().removeprefix("de ").removeprefix("het ")), row.name)
    return names


def outlet_named(typed: str) -> str | None:
    """The value of the field ``outlet`` for a medium by any of its names, or by its site."""
    row = outlet_at(typed.removeprefix("https://").removeprefix("http://").removeprefix("www.").split("/")[0])
    name = row.name if row else _outlet_names().get(folded(typed))
    return fold(name) if name else None


@cache
def _place_names() -> dict[str, str]:
    return {fold(name): fold(row.name) for row in places() for name in (row.name, *row.spellings)}


def place_named(typed: str) -> str | None:
    """The value of the field ``place`` for a place by any of its names."""
    return _place_names().get(fold(typed))
