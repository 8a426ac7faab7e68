"""Public documents fetched by their names and compared with facts about them that are shipped: days, numbers, counts."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib.resources import files

import msgspec

from navraag.errors import LayoutError
from navraag.parsing import parse
from navraag.records.answers import AnswerSet
from navraag.records.notices import DelayNotice
from navraag.records.parsed import Content
from navraag.records.questions import QuestionSet
from navraag.sources.koop_publications import Publications


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What is known of one publication: facts, no words."""

    publication: str
    kind: str
    number: str | None = None
    tabled_on: date | None = None
    received_on: date | None = None
    questions: int | None = None
    answers: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One publication after a look at it: in which form it came, and what differs (nothing where all is as known)."""

    fact: Fact
    form: str
    differences: tuple[str, ...]


def shipped_facts() -> tuple[Fact, ...]:
    """The facts that come with the package."""
    text = (files("navraag.pipeline") / "live_facts.jsonl").read_text(encoding="utf-8")
    return tuple(msgspec.json.decode(line, type=Fact) for line in text.splitlines())


def compare_live(publications: Publications, facts: tuple[Fact, ...], count: int, seed: int = 1) -> Iterator[Compared]:
    """So many of the publications, drawn from the seed. SourceError where there is no line."""
    for fact in random.Random(seed).sample(facts, min(count, len(facts))):  # noqa: S311  # a draw, no secret
        found = publications.fetch(fact.publication)
        if found is None:
            yield Compared(fact=fact, form="", differences=("there is no such publication",))
            continue
        yield Compared(fact=fact, form=found.form, differences=_differences(fact, found.answer.data, f"{found.name}.{found.form}"))


def _differences(fact: Fact, data: bytes, name: str) -> tuple[str, ...]:
    try:
        content = parse(data, name=name).content
    except LayoutError as error:
        return (f"could not be read: {error}",)
    seen = _seen(content)
    known = {name: getattr(fact, name) for name in ("kind", "number", "tabled_on", "received_on", "questions", "answers")}
    return tuple(f"{name}: known {value}, read {seen.get(name)}" for name, value in known.items() if value is not None and value != seen.get(name))


def _seen(content: Content) -> dict[str, object]:
    """The same facts, as read."""
    if not isinstance(content, QuestionSet | AnswerSet | DelayNotice):
        return {"kind": type(content).__name__}
    heading = content.heading
    kind = "questions" if isinstance(content, QuestionSet) else "answers" if isinstance(content, AnswerSet) else "notice"
    return {
        "kind": kind, "number": next(iter(heading.question_numbers), ""), "tabled_on": heading.tabled_on, "received_on": heading.received_on,
        "questions": len(content.questions) if not isinstance(content, DelayNotice) else None,
        "answers": len(content.answers) if isinstance(content, AnswerSet) else None,
    }

