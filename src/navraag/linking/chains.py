"""Edges from a case to others: what it supplements, what it follows up, what its answers refer back to."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from navraag.records.cases import Case, Relation
from navraag.records.identifiers import AppendixNumber, question_numbers_in
from navraag.records.text import Text

_SUPPLEMENT = re.compile(r"\b(?:aanvulling|aanvullend)\s{1,3}op\s{1,3}(?:\w{1,20}\s{1,3}){0,5}vragen\b", re.IGNORECASE)
_REACH = 500  # signs within which the number of the supplemented set is named
_APPENDIX = re.compile(
    r"Aanhangsel(?:\s{1,3}(?:van\s{1,3}de|der))?\s{1,3}Handelingen(?:\s{1,3}II|\s{1,3}Tweede\s{1,3}Kamer)?,?\s{1,3}(?:vergaderjaar\s{1,3})?"
    r"(\d{4}\s?[-‐‑–—/]{1,2}\s?\d{2,4}),?\s{1,3}(?:nrs?\.?|nummers?)\s{0,3}(\d{1,4}(?:(?:\s{0,2},\s{0,2}|\s{1,2}en\s{1,2})\d{1,4})*)",
    re.IGNORECASE,
)
_PUBLICATION = re.compile(r"\bah-tk-(\d{8})-(\d{1,4})\b")


@dataclass(frozen=True, slots=True)
class Cited:
    """The publications and the case numbers that a text cites, in order of appearance."""

    publications: tuple[str, ...]
    numbers: tuple[str, ...]


def cited_in(text: str) -> Cited:
    """The Aanhangsel publications and the question numbers in a text."""
    found = [(match.start(), names) for match in _APPENDIX.finditer(text) if (names := _appendices(match))]
    found += [(match.start(), (f"ah-tk-{match[1]}-{int(match[2])}",)) for match in _PUBLICATION.finditer(text)]
    publications = tuple(dict.fromkeys(name for _, names in sorted(found) for name in names))
    return Cited(publications, question_numbers_in(text))


def _appendices(match: re.Match[str]) -> tuple[str, ...]:
    numbers = (int(digits) for digits in re.findall(r"\d+", match[2]))
    read = (AppendixNumber.of(re.sub(r"\s", "", match[1]), number) for number in numbers)
    return tuple(number.publication for number in read if number)


def supplemented_in(text: str) -> tuple[str, ...]:
    """The question numbers that a text says to supplement ("dienen ter aanvulling op eerdere vragen … (vraagnummer …)")."""
    match = _SUPPLEMENT.search(text)
    return question_numbers_in(text[match.start():match.start() + _REACH]) if match else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Citations:
    """What a case cites, as its papers print it: whatever is known of other cases, this stays."""

    supplements: tuple[str, ...] = ()
    follows: tuple[str, ...] = ()
    see_also: tuple[str, ...] = ()

    @property
    def names(self) -> frozenset[str]:
        """Every name whose owner matters."""
        return frozenset((*self.supplements, *self.follows, *self.see_also))


class Owners(Protocol):
    """Which case owns a name."""

    def get(self, name: str, default: str) -> str:
        """The number of the case to which a publication or a number belongs; of several the first; else ``default``."""


def citations_of(case: Case) -> Citations:
    """All that the papers of a case cite."""
    see_also = (AppendixNumber.of(see.session_year, see.number) for answers in case.answers for see in answers.see_also)
    return Citations(
        supplements=tuple(dict.fromkeys(number for text in _closings(case) for number in supplemented_in(text.plain))),
        follows=tuple(dict.fromkeys(name for text in _asked(case) for name in _cited(text))),
        see_also=tuple(number.publication for number in see_also if number),
    )


def _cited(text: str) -> tuple[str, ...]:
    cited = cited_in(text)
    return (*cited.publications, *cited.numbers)


def relate(case: Case, cited: Citations, owners: Owners) -> tuple[Relation, ...]:
    """The relations of a case, by what it cites.

    The target is the other case where it is known, else the publication or the number as cited. "Zie ook" of the case's own
    notice keeps the notice's publication name.
    """
    own = {case.number, *case.former_numbers}
    found = [
        *(Relation(kind="answers_together", target=number) for answers in case.answers for number in answers.answers_cases if number not in own),
        *_chained(cited, owners),
        *_see_also(case, cited, owners),
    ]
    elsewhere = (relation for relation in found if relation.kind == "see_also" or relation.target not in own)
    return tuple(dict.fromkeys(elsewhere))


def _chained(cited: Citations, owners: Owners) -> Iterator[Relation]:
    """A set that supplements another, or that cites an earlier answer in its questions or notes, follows up on it."""
    supplemented = [owners.get(number, number) for number in cited.supplements]
    yield from (Relation(kind="supplements", target=target) for target in supplemented)
    followed = (owners.get(name, name) for name in cited.follows)
    yield from (Relation(kind="follows_up", target=target) for target in followed if target not in supplemented)


def _see_also(case: Case, cited: Citations, owners: Owners) -> Iterator[Relation]:
    for name in cited.see_also:
        owner = owners.get(name, name)
        yield Relation(kind="see_also", target=name if owner == case.number else owner)


def _closings(case: Case) -> Iterator[Text]:
    if case.questions:
        yield from (case.questions.preamble, case.questions.closing)
        yield from (question.text for question in case.questions.questions[-1:])
    for answers in case.answers:
        yield from (answers.preamble, answers.closing)


def _asked(case: Case) -> Iterator[str]:
    if case.questions is None:
        return
    yield case.questions.preamble.plain
    yield from (question.text.plain for question in case.questions.questions)
    yield from (_note(note.text, note.urls) for note in case.questions.footnotes)


def _note(text: str, urls: Iterable[str]) -> str:
    return " ".join((text, *urls))
