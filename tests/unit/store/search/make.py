"""A small registry with an index, of invented cases: what the tests of search share."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from navraag.records.attribution import Attribution
from navraag.records.cases import Case, CaseAnswers, CaseQuestions, Pair, PairAnswer, Source
from navraag.records.papers import Answer, Question
from navraag.records.text import Footnote, Mark, Paragraph, Text, plain_text
from navraag.store.search.writer import build
from navraag.store.session import ReadOnly
from tests.unit.store.make import SHA, asker, case, fill, office

TODAY = date(2021, 3, 1)


def told(number: str, subject: str, pairs: Iterable[tuple[str, str]], *, on: date | None = None, notes: tuple[str, ...] = (), **more) -> Case:
    """A case with these questions and answers ("" is no answer); the first question refers to the notes."""
    source = Source(sha256=SHA, layout="koop_xml", publication=f"ah-tk-20202021-{number[-4:]}")
    words = list(pairs)
    marks = tuple(Mark(label=str(at), at=0) for at, _ in enumerate(notes, start=1))
    questions = tuple(
        Question(number=at, text=Text(paragraphs=(Paragraph(text=asked, marks=marks if at == 1 else ()),))) for at, (asked, _) in enumerate(words, start=1)
    )
    answers = tuple(Answer(numbers=(at,), text=plain_text(*said.split("\n"))) for at, (_, said) in enumerate(words, start=1) if said)
    by: tuple[Attribution, ...] = more.pop("answerers", (Attribution(printed="Minister Hakvoort (Waterstaat)", name="Hakvoort", role="Minister", portfolio="Waterstaat"),))
    paper = CaseAnswers(
        id=f"{number}/a1", kind="first", title="", publication=source.publication, appendix_number=int(number[-4:]),
        session_year="2020-2021", received_on=on, answerers=by, answers=answers, sources=(source,),
    )
    given = {answer.numbers[0]: PairAnswer(answer_set=paper.id, answer=answer) for answer in answers}
    made = tuple(
        Pair(id=f"{number}/{one.number}", case=number, label=str(one.number), question=one, answers=(given[one.number],) if one.number in given else ())
        for one in questions
    )
    footnotes = tuple(Footnote(label=str(at), text=note) for at, note in enumerate(notes, start=1))
    asked = CaseQuestions(title="", publication=f"kv-tk-{number}", questions=questions, footnotes=footnotes, sources=(source,))
    return case(number, subject, questions=asked, answers=(paper,) if answers else (), pairs=made, **more)


CASES = (
    told(
        "2020Z00201", "De veerpont van Oudewater",
        [("Kent u het bericht over de veerpont?", "Ja."), ("Hoeveel stikstof stoot de veerpont uit?", "De uitstoot van stikstof is vier ton per jaar.")],
        tabled=date(2020, 2, 10), on=date(2020, 3, 2), notes=("De Oudewaterse Bode, 3 februari 2020, veerman aan wal",),
    ),
    told(
        "2020Z00202", "Bruggen in gemeenten", [("Welke gemeenten hebben een brug gesloten?", "Drie gemeenten."), ("Wie betaalt de brug?", "")],
        tabled=date(2020, 5, 4), on=date(2020, 9, 1), askers=(asker("De Boer", "ABC"), asker("Aksoy", "NPV")), addressees=(office("Financiën"),),
    ),
    told(
        "2021Z00203", "Handel in mensen", [("Hoe groot is de mensenhandel in havens?", "")], tabled=date(2021, 2, 20),
        askers=(asker("Van der Waal", "NPV"),), addressees=(office("Justitie en Veiligheid"),), topics=("Recht | Strafrecht",),
    ),
    case("2019Z00204", "Sluizen zonder tekst", tabled=date(2019, 12, 1), closed=True),
)


def fill_and_index(home: Path, cases: Iterable[Case] = CASES, *, known_until: date | None = TODAY) -> None:
    """A registry of these cases in a folder, with its index."""
    fill(home, cases, known_until=known_until).close()
    with ReadOnly(home / "registry.sqlite3") as registry:
        build(registry, home, lambda *_: None)
