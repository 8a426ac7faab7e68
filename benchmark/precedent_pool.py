"""The pool in which precedents are sought: real answers without their questions, real subjects, generated answers.

Nothing of a real text is kept: registries that are made of them live in a temporary folder.
"""

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from benchmark.corpus import Corpus
from benchmark.machine import REAL
from navraag.parsing import parse
from navraag.pipeline.clock import with_clock
from navraag.records.answers import AnswerSet
from navraag.records.cases import Case, CaseAnswers, CaseQuestions, Pair, PairAnswer
from navraag.records.papers import Answer, Question
from navraag.records.text import plain_text
from navraag.store.search.writer import build
from navraag.store.session import ReadOnly
from navraag.store.writer import Writer

LEAST_WORDS = 5
ZAKEN = REAL / "odata" / "zaak_schriftelijke_vragen_2024-10-02.jsonl.gz"
DAY = date(2024, 11, 20)
Said = tuple[tuple[int, ...], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A real question that was answered in five words or more: in which paper, and which answers of the pool are its own."""

    paper: str
    text: str
    own: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """The real questions, the answers, the paper of each answer, the numbers that it answers, the other words of each paper's set."""

    asked: tuple[Asked, ...]
    answers: tuple[str, ...]
    papers: tuple[str, ...]
    numbers: tuple[tuple[int, ...], ...]
    subjects: Mapping[str, str]
    sets: Mapping[str, tuple[str, ...]]


@cache
def gold() -> Gold:
    """Questions and answers of the annotated documents, as our parser reads them."""
    asked: list[Asked] = []
    answers: list[tuple[str, Answer]] = []
    subjects: dict[str, str] = {}
    sets: dict[str, tuple[str, ...]] = {}
    for path in sorted((REAL / "documents").iterdir()):
        content = parse(path.read_bytes(), name=path.name).content
        if isinstance(content, AnswerSet):
            paper = path.name[:2]
            subjects[paper] = content.heading.subject or ""
            sets[paper] = tuple(question.text.plain for question in content.questions)
            own: dict[int, set[int]] = {}
            for answer in content.answers:
                if len(answer.text.plain.split()) >= LEAST_WORDS:
                    for number in answer.numbers:
                        own.setdefault(number, set()).add(len(answers))
                    answers.append((paper, answer))
            asked += [
                Asked(paper=paper, text=question.text.plain, own=frozenset(own[question.number]))
                for question in content.questions if question.number in own
            ]
    return Gold(
        asked=tuple(asked), answers=tuple(answer.text.plain for _, answer in answers), papers=tuple(paper for paper, _ in answers),
        numbers=tuple(answer.numbers for _, answer in answers), subjects=subjects, sets=sets,
    )


def case_of(number: str, said: Iterable[Said], day: date | None, questions: Mapping[int, str] | None = None) -> Case:
    """A case with answers, and with no words of its questions unless they are given."""
    asked, pairs, made = questions or {}, [], []
    for numbers, text in said:
        answer = Answer(numbers=numbers, text=plain_text(*text.split("\n")))
        made.append(answer)
        for one in dict.fromkeys(numbers):
            question = Question(number=one, text=plain_text(asked.get(one, "")))
            given = PairAnswer(answer_set=f"{number}/a1", answer=answer, joint_with=numbers)
            pairs.append(Pair(id=f"{number}/{one}", case=number, label=str(one), question=question, answers=(given,)))
    paper = CaseAnswers(
        id=f"{number}/a1", kind="first", title="", publication=None, appendix_number=None, session_year=None, received_on=day, answers=tuple(made),
    )
    whole = CaseQuestions(title="", publication=None, questions=tuple(pair.question for pair in pairs))
    return Case(number=number, tabled_on=day, answers=(paper,), pairs=tuple(pairs), questions=whole)


def gold_cases() -> Iterator[Case]:
    """The real answers as cases, a case for each paper: ``2024Z900NN``."""
    held = gold()
    for paper in sorted(set(held.papers)):
        own = [at for at, of in enumerate(held.papers) if of == paper]
        yield case_of(f"2024Z900{paper}", [(held.numbers[at], held.answers[at]) for at in own], DAY)


def subject_cases() -> Iterator[Case]:
    """Every real subject, as if it were an answer."""
    with gzip.open(ZAKEN, "rt", encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            if row["Onderwerp"]:
                yield case_of(row["Nummer"], [((1,), row["Onderwerp"])], date.fromisoformat(row["GestartOp"][:10]) if row["GestartOp"] else None)


def generated_cases(pairs: int) -> Iterator[Case]:
    """Generated answers, so many pairs of them."""
    held = 0
    for made in Corpus(pairs // 8).cases():
        if held < pairs and made.answers:
            held += made.pairs
            yield case_of(made.number, [(group, "\n".join(words)) for group, words in zip(made.groups, made.answers, strict=True)], made.tabled_on)


def registry_of(home: Path, cases: Iterable[Case]) -> int:
    """A registry of these cases with its index; how many documents that has."""
    home.mkdir(parents=True, exist_ok=True)
    writer = Writer(home / "registry.sqlite3")
    writer.write_cases(map(with_clock, {case.number: case for case in cases}.values()))
    writer.close()
    with ReadOnly(home / "registry.sqlite3") as registry:
        return build(registry, home, lambda *_: None).documents
