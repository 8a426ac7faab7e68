"""Other printings of a text, word by word: what stood there, and what stands on the page instead."""

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from markupsafe import Markup, escape

from navraag.records.cases import Case

_WORDS = re.compile(r"\s+|\S+")
MOST_WORDS = 6000


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionView:
    """One other version as shown: of which part, when printed, in which document, and each change."""

    part: str
    printed_on: date | None
    sha256: str
    changes: tuple[Markup, ...]


def versions(case: Case) -> tuple[VersionView, ...]:
    """The other versions of a case, each as its differences from the text that the page shows."""
    return tuple(
        VersionView(
            part=version.part, printed_on=version.printed_on, sha256=version.source.sha256, changes=tuple(changes(version.text)),
        )
        for version in case.versions
    )


def changes(text: str) -> Iterator[Markup]:
    """The differences of a version ("- " before its own paragraphs, "+ " before those shown), word by word."""
    before: list[str] = []
    for sign, group in groupby(text.split("\n"), key=lambda line: line[:2]):
        lines = [line.removeprefix("- ").removeprefix("+ ") for line in group]
        if sign == "- ":
            before = lines
            continue
        yield difference("\n".join(before), "\n".join(lines)) if sign == "+ " else escape("\n".join([*before, *lines]))
        before = []
    if before:
        yield difference("\n".join(before), "")


def difference(before: str, after: str) -> Markup:
    """Both texts in one: words only in the first struck out, words only in the second underlined."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if len(old) + len(new) > MOST_WORDS:
        return Markup("<del>{}</del> <ins>{}</ins>").format(before, after)
    pieces: list[Markup] = []
    for what, start, end, new_start, new_end in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            pieces.append(escape("".join(old[start:end])))
            continue
        if start < end:
            pieces.append(Markup("<del>{}</del>").format("".join(old[start:end])))
        if new_start < new_end:
            pieces.append(Markup("<ins>{}</ins>").format("".join(new[new_start:new_end])))
    return Markup("").join(pieces)
