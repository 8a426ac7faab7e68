"""Edges from a case to others: what it supplements, what it follows up, what its answers refer back to."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

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


def relate(case: Case, owners: Mapping[str, str]) -> tuple[Relation, ...]:
    """The relations of a case. ``owners`` gives the case of a publication or of a former number, where known.

    The target is the other case where it is known, else the publication or the number as cited. "Zie ook" of the case's own
    notice keeps the notice's publication name.
    """
    own = {case.number, *case.former_numbers}
    found = [
        *(Relation(kind="answers_together", target=number) for answers in case.answers for number in answers.answers_cases if number not in own),
        *_chained(case, owners),
        *_see_also(case, owners),
    ]
    elsewhere = (relation for relation in found if relation.kind == "see_also" or relation.target not in own)
    return tuple(dict.fromkeys(elsewhere))


def _chained(case: Case, owners: Mapping[str, str]) -> Iterator[Relation]:
    """A set that supplements another, or that cites an earlier answer in its questions or notes, follows up on it."""
    supplemented = dict.fromkeys(number for text in _closings(case) for number in supplemented_in(text.plain))
    for number in supplemented:
        yield Relation(kind="supplements", target=owners.get(number, number))
    for text in _asked(case):
        cited = cited_in(text)
        for name in (*cited.publications, *cited.numbers):
            target = owners.get(name, name)
            if target not in {owners.get(number, number) for number in supplemented}:
                yield Relation(kind="follows_up", target=target)


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


def _see_also(case: Case, owners: Mapping[str, str]) -> Iterator[Relation]:
    for answers in case.answers:
        for see in answers.see_also:
            number = AppendixNumber.of(see.session_year, see.number)
            if number is None:
                continue
            owner = owners.get(number.publication)
            target = number.publication if owner in {None, case.number} else owner
            yield Relation(kind="see_also", target=target or number.publication)
