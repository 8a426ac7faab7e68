"""Invented cases and documents for the tests of the store."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path

from navraag.documents.blobs import BlobStore
from navraag.documents.document import Retrieval
from navraag.pipeline.clock import with_clock
from navraag.records.attribution import Attribution
from navraag.records.cases import (
    Case,
    CaseAnswers,
    CaseNotice,
    CaseQuestions,
    Pair,
    PairAnswer,
    Source,
    Spelling,
)
from navraag.records.evidence import Problem
from navraag.records.pages import Registration
from navraag.records.papers import Answer, Question
from navraag.records.parsed import Parsed
from navraag.records.text import plain_text
from navraag.store.rows import paper_row
from navraag.store.writer import Reading, Writer

NOON = datetime(2024, 3, 1, 12, tzinfo=UTC)
SHA = "ab" * 32


def asker(name: str, party: str | None = None) -> Attribution:
    """Who asked."""
    return Attribution(printed=f"{name} ({party})" if party else name, name=name, party=party)


def office(portfolio: str) -> Attribution:
    """Who was asked."""
    return Attribution(printed=f"de Minister van {portfolio}", role="Minister", portfolio=portfolio)


def case(number: str, subject: str = "De veerpont van Oudewater", tabled: date | None = date(2020, 2, 10), **more) -> Case:
    """A case without papers."""
    fields = {
        "askers": (asker("Wiersma-Kok", "NPV"),), "addressees": (office("Waterstaat"),),
        "subjects": (Spelling(text=subject, where="registration"),), "topics": ("Verkeer | Water",),
    }
    return Case(number=number, subject=subject, tabled_on=tabled, **(fields | more))


def answered(number: str, on: date, *, sha256: str = SHA, **more) -> Case:
    """A case with two questions, of which the first is answered."""
    source = Source(sha256=sha256, layout="koop_xml", publication=f"ah-tk-20192020-9{number[-3:]}")
    questions = tuple(Question(number=at, text=plain_text(f"Kent u bericht {at}?")) for at in (1, 2))
    given = Answer(numbers=(1,), text=plain_text("Ja."))
    first = CaseAnswers(
        id=f"{number}/a1", kind="first", title="", publication=source.publication, appendix_number=None,
        session_year="2019-2020", received_on=on, answers=(given,), sources=(source,),
    )
    pairs = tuple(
        Pair(
            id=f"{number}/{one.number}", case=number, label=str(one.number), question=one,
            answers=(PairAnswer(answer_set=first.id, answer=given),) if one.number == 1 else (),
        )
        for one in questions
    )
    asked = CaseQuestions(title="", publication=f"kv-tk-{number}", questions=questions, sources=(source,))
    return case(number, questions=asked, answers=(first,), pairs=pairs, **more)


def notice(on: date) -> CaseNotice:
    """A delay notice."""
    return CaseNotice(id="n1", announced_on=on, announced_by=(), text=plain_text("De vragen kunnen niet worden beantwoord."))


def flaw(code: str = "pairing.answer-missing") -> Problem:
    """A problem of a case."""
    return Problem(code=code, message="question 2 has no answer")


def fill(home: Path, cases: Iterable[Case], *, known_until: date | None = None, kind: str = "real") -> Writer:
    """A registry with these cases and one document; the writer stays open."""
    writer = Writer(home / "registry.sqlite3")
    data = b"<kamervragen/>"
    sha256 = BlobStore(home / "blobs").put(data)
    listed = Registration(number="2020Z00001", subject="x", tabled_on=date(2020, 1, 1), changed_on=known_until)
    parsed = Parsed(layout="tk_entities", content=listed)
    document(writer, sha256, papers=(paper_row(sha256, 1, parsed),) if known_until else (), size=len(data))
    document(writer, SHA)
    writer.set_meta("kind", kind)
    writer.write_cases(map(with_clock, cases))
    writer.write_run("import", NOON, NOON, {"files": 1})
    return writer


def retrieval(sha256: str, size: int = 1) -> Retrieval:
    """Where a document came from."""
    return Retrieval(document_sha256=sha256, source="folder", source_id=f"map/{sha256[:4]}.xml", retrieved_at=NOON, media_type="text/xml", size=size)


def document(writer: Writer, sha256: str, *, papers=(), size: int = 1, problems=(), outcome="read") -> None:
    """A document that the registry holds."""
    note = retrieval(sha256, size)
    writer.write_readings([
        Reading(
            retrieval=note, name=f"{sha256[:4]}.xml", outcome=outcome, parser_version="1", papers=papers, problems=problems,
            message="de bytes zijn afgekapt" if outcome == "failed" else None,
        ),
    ])
