"""Other printings of a text as a difference: what that version left out, what it says instead."""

import difflib
import re
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup, escape

from navraag.records.cases import Case, Version

_WORDS = re.compile(r"\s+|[^\s]+")
MOST_WORDS = 6000


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionView:
    """One other version as shown: of which part, when printed, in which document, with its differences marked."""

    part: str
    printed_on: date | None
    sha256: str
    html: Markup


def versions(case: Case) -> tuple[VersionView, ...]:
    """The other versions of a case, each as a difference from the text that the page shows."""
    return tuple(
        VersionView(
            part=version.part, printed_on=version.printed_on, sha256=version.source.sha256,
            html=difference(current(case, version), version.text),
        )
        for version in case.versions
    )


def current(case: Case, version: Version) -> str:
    """The words that the page shows for the part that a version prints; "" where the page has no such part."""
    kind, _, label = version.part.replace("/", " ").partition(" ")
    if kind in {"subject", "title"}:
        return case.subject
    pair = next((pair for pair in case.pairs if pair.label == label), None)
    match kind:
        case "question":
            return pair.question.text.plain if pair else ""
        case "answer":
            return pair.answers[0].answer.text.plain if pair and pair.answers else ""
    return ""


def difference(shown: str, other: str) -> Markup:
    """The other version with what it lacks struck out and what it adds underlined.

    As it is where there is nothing to compare with, or too much.
    """
    old, new = _WORDS.findall(shown), _WORDS.findall(other)
    if not old or len(old) + len(new) > MOST_WORDS:
        return escape(other)
    pieces: list[Markup] = []
    for what, start, end, other_start, other_end in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            pieces.append(escape("".join(old[start:end])))
            continue
        if start < end:
            pieces.append(Markup("<del>{}</del>").format("".join(old[start:end])))
        if other_start < other_end:
            pieces.append(Markup("<ins>{}</ins>").format("".join(new[other_start:other_end])))
    return Markup("").join(pieces)
