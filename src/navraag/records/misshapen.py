"""A mistyped question number, matched to the numbers that it may have meant: one typing error away."""

from collections.abc import Container

from navraag.records.identifiers import Quarantined, parse_publication

_SIGNS = "0123456789Z"
MISTYPED = "question-number-misshapen"
"""The rule that sets such a name apart."""


def one_error_away(typed: str) -> frozenset[str]:
    """Everything that one added, lost or changed sign makes of it."""
    splits = [(typed[:at], typed[at:]) for at in range(len(typed) + 1)]
    lost = {head + tail[1:] for head, tail in splits if tail}
    changed = {head + sign + tail[1:] for head, tail in splits if tail for sign in _SIGNS}
    added = {head + sign + tail for head, tail in splits for sign in _SIGNS}
    return frozenset(lost | changed | added) - {typed}


def likely_cases(publication: str, known: Container[str]) -> tuple[str, ...]:
    """The known case numbers one typing error away from a quarantined name, in order; () where the name is sound.

    ``known`` should hold the numbers that have no question paper of their own: a number that has one was not meant.
    """
    name = parse_publication(publication)
    if not isinstance(name, Quarantined) or name.rule != MISTYPED:
        return ()
    typed = publication.rpartition("-")[2].upper()
    return tuple(sorted(number for number in one_error_away(typed) if number in known))


def likely_case(publication: str, known: Container[str]) -> str | None:
    """The one case number that a mistyped name must have meant; None where there is none, or more than one."""
    candidates = likely_cases(publication, known)
    return candidates[0] if len(candidates) == 1 else None
