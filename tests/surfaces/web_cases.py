"""Invented cases in every state, and a registry on disk that holds them: what the tests of the site read."""

from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

from navraag.documents.blobs import BlobStore
from navraag.documents.document import Retrieval
from navraag.pipeline.clock import with_clock
from navraag.pipeline.enrich import enrich
from navraag.pipeline.index import index_registry
from navraag.pipeline.run import no_progress
from navraag.records.attribution import Attribution
from navraag.records.cases import (
    Case,
    CaseAnswers,
    CaseNotice,
    CaseQuestions,
    Pair,
    PairAnswer,
    Relation,
    Source,
    Spelling,
    Version,
)
from navraag.records.evidence import Problem
from navraag.records.papers import Answer, Question, SeeAlso
from navraag.records.text import Footnote, Link, Mark, Paragraph, Text, plain_text
from navraag.store.writer import Reading, Writer

TODAY = date(2026, 3, 2)
LEAD = "2025Z91001"
PAPER = b"<html><script>alert(1)</script><p>Antwoord van minister Duinker</p></html>"
SOURCE = Source(sha256=sha256(PAPER).hexdigest(), layout="koop_xml", publication="kv-tk-2025Z91001")

WIERSEMA = Attribution(printed="het lid Wiersema (Veenpartij)", name="Wiersema", party="Veenpartij")
OKONJO = Attribution(printed="het lid Okonjo (Stadslijst)", name="Okonjo", party="Stadslijst")
WATER = Attribution(printed="de minister van Infrastructuur en Waterstaat", role="Minister", portfolio="Infrastructuur en Waterstaat")
CARE = Attribution(printed="de staatssecretaris van Volksgezondheid, Welzijn en Sport", role="Staatssecretaris", portfolio="Volksgezondheid, Welzijn en Sport")
DUINKER = Attribution(printed="minister Duinker", name="Duinker", role="Minister", portfolio="Infrastructuur en Waterstaat")


def pairs_of(number: str, questions: tuple[Question, ...], answers: tuple[CaseAnswers, ...]) -> tuple[Pair, ...]:
    """Pairs by printed number, as linking makes them."""
    return tuple(
        Pair(
            id=f"{number}/{question.label or question.number}", case=number, label=question.label or str(question.number),
            question=question, answers=tuple(
                PairAnswer(answer_set=paper.id, answer=answer, joint_with=answer.numbers)
                for paper in answers for answer in paper.answers if question.number in answer.numbers
            ),
        )
        for question in questions
    )


def lead_case() -> Case:
    """A long case with everything: notes both ways, a joint answer, a table, a list, a notice, two answers."""
    questions = (
        Question(number=1, text=Text(paragraphs=(Paragraph(text="Kent u het bericht «Veenkade zakt weg onder de voeten van bewoners»?", marks=(Mark(label="1", at=67),)),))),
        Question(number=2, text=plain_text("Klopt het dat langs de Noorderveenkade al sinds 2019 scheuren worden gemeten? Hoeveel woningen staan daar? Welke daarvan zijn verkocht nadat de eerste scheur werd gemeten?")),
        Question(number=3, text=plain_text("Deelt u de mening dat bewoners recht hebben op de meetgegevens van hun eigen straat?")),
        Question(number=4, text=plain_text("Bent u bereid die meetgegevens openbaar te maken? Zo nee, waarom niet?")),
        Question(number=5, text=plain_text("Wat is de stand van de uitvoering van de motie-Wiersema c.s. (Kamerstuk 99 123, nr. 45) over een meetnet voor veenkades?")),
        Question(number=6, text=plain_text("Wie betaalt het herstel van de kade wanneer de oorzaak niet is vast te stellen?")),
    )
    table = tuple(
        Paragraph(text="\t".join(row), kind="row", cells=row)
        for row in (("Jaar", "Gemeten scheuren", "Hersteld"), ("2023", "14", "6"), ("2024", "21", "9"), ("2025", "32", "11"))
    )
    first = CaseAnswers(
        id="ah-tk-20252026-9101", kind="first", title="Antwoord van minister Duinker", publication="ah-tk-20252026-9101",
        appendix_number=9101, session_year="2025-2026", received_on=date(2026, 1, 12), answerers=(DUINKER,), on_behalf_of=(CARE,),
        preamble=plain_text("Uw vragen gaan over een kade waarvan het beheer bij de gemeente ligt. Waar ik cijfers geef, heb ik die van de gemeente gekregen."),
        answers=(
            Answer(numbers=(1,), text=plain_text("Ja.")),
            Answer(numbers=(2,), text=Text(paragraphs=(
                Paragraph(text="Dat klopt. De gemeente meet sinds het voorjaar van 2019. Langs de kade staan 91 woningen.", marks=(Mark(label="2", at=79),)),
                Paragraph(text="De metingen van de laatste drie jaar:"), *table,
                Paragraph(text="Hoeveel woningen sindsdien zijn verkocht, wordt niet geregistreerd."),
            ))),
            Answer(numbers=(3, 4), text=Text(paragraphs=(
                Paragraph(text="Die mening deel ik. De gemeente zal vóór de zomer:"),
                Paragraph(text="alle metingen per straat publiceren;", kind="item", bullet="a)"),
                Paragraph(text="bewoners een brief sturen met uitleg.", kind="item", bullet="b)"),
            ))),
            Answer(numbers=(5,), text=Text(paragraphs=(Paragraph(text="Zie het antwoord op vraag 2. Over het meetnet bent u op 3 oktober 2025 geïnformeerd, Aanhangsel Handelingen, vergaderjaar 2024-2025, nr. 9007. Meer staat op de pagina van het meetnet.", links=(Link(start=160, end=182, url="https://meetnet.example/veen"),)),)), see_also=(2,)),
            Answer(numbers=(9,), text=plain_text("Dit antwoord hoort bij een vraag die niet is gesteld.")),
        ),
        footnotes=(Footnote(label="2", text="Opgave van de gemeente Veenstede, december 2025.", urls=("https://veenstede.example/kade",)), Footnote(label="3", text="Deze noot heeft geen teken in de tekst.")),
        see_also=(SeeAlso(session_year="2025-2026", number=9050),), answers_cases=(LEAD,), sources=(SOURCE,),
    )
    further = CaseAnswers(
        id="ah-tk-20252026-9140", kind="further", title="Nader antwoord", publication="ah-tk-20252026-9140", appendix_number=9140,
        session_year="2025-2026", received_on=date(2026, 2, 9), answerers=(DUINKER,),
        answers=(Answer(numbers=(2,), text=plain_text("In aanvulling meld ik u dat de gemeente het aantal verkochte woningen alsnog heeft geteld: het zijn er 17.")),),
    )
    notice = CaseNotice(
        id="ah-tk-20252026-9050", announced_on=date(2025, 11, 24), announced_by=(DUINKER,), reason="information_not_received",
        text=plain_text("Hierbij deel ik u mede dat de vragen van het lid Wiersema over de Noorderveenkade niet binnen de gebruikelijke termijn kunnen worden beantwoord, omdat nog niet alle gegevens van de gemeente binnen zijn."),
        publication="ah-tk-20252026-9050",
    )
    held = pairs_of(LEAD, questions, (first, further))
    return Case(
        number=LEAD, subject="Het bericht «Veenkade zakt weg onder de voeten van bewoners»", session_year="2025-2026",
        subjects=(Spelling(text="Het bericht «Veenkade zakt weg onder de voeten van bewoners»", where="question"), Spelling(text="het bericht 'Veenkade zakt weg'", where="registration")),
        tabled_on=date(2025, 11, 3), askers=(WIERSEMA, OKONJO), addressees=(WATER,), topics=("Ruimte en infrastructuur | Waterkeringen en waterbeheer",),
        questions=CaseQuestions(
            title="Vragen van de leden Wiersema (Veenpartij) en Okonjo (Stadslijst)", publication="kv-tk-2025Z91001", questions=questions,
            footnotes=(Footnote(label="1", text="De Veenbode, 1 november 2025, «Veenkade zakt weg onder de voeten van bewoners», https://veenbode.example/kade"),), sources=(SOURCE,),
            closing=plain_text("Toelichting: deze vragen dienen ter aanvulling op eerdere vragen van het lid Okonjo (2025Z91002)."),
        ),
        answers=(first, further), notices=(notice,), pairs=held,
        orphans=(PairAnswer(answer_set=first.id, answer=first.answers[-1], joint_with=(9,)),),
        relations=(Relation(kind="supplements", target="2025Z91002"), Relation(kind="follows_up", target="2024Z90003"), Relation(kind="see_also", target="ah-tk-20252026-9050")),
        versions=(Version(part="questions", printed_on=date(2025, 11, 5), text="- Deelt u de opvatting dat bewoners recht hebben op de metingen van hun eigen straat?\n+ Deelt u de mening dat bewoners recht hebben op de meetgegevens van hun eigen straat?", source=SOURCE),),
        former_numbers=("kv-2099123450",),
        problems=(Problem(code="pairing.answer-without-question", message="antwoord 9 heeft geen vraag", where="ah-tk-20252026-9101"),),
    )


def small_case(place: int, *, tabled: date, answered: date | None = None, noticed: date | None = None) -> Case:
    """A case of one question, with an answer and a notice where their days are given."""
    number = f"{tabled.year}Z9{place:04d}"
    questions = (Question(number=1, text=plain_text(f"Hoeveel meter sloot is er in {tabled.year} gegraven?")),)
    answers = (CaseAnswers(
        id=f"ah-{place}", kind="first", title="", publication=None, appendix_number=None, session_year=None, received_on=answered,
        answerers=(DUINKER,), answers=(Answer(numbers=(1,), text=plain_text("Dat waren er 1.200.")),),
    ),) if answered else ()
    notices = (CaseNotice(id=f"m-{place}", announced_on=noticed, announced_by=(DUINKER,), text=plain_text("Het duurt langer.")),) if noticed else ()
    return Case(
        number=number, subject=f"De sloten van dorp {place}", tabled_on=tabled, askers=(OKONJO,), addressees=(WATER,),
        topics=("Natuur en milieu | Bodem",), questions=CaseQuestions(title="", publication=None, questions=questions),
        answers=answers, notices=notices, pairs=pairs_of(number, questions, answers),
    )


def cases() -> list[Case]:
    """The lead case, and cases in every other state, enough of them for two pages of a list."""
    held = [lead_case(), small_case(1002, tabled=date(2025, 9, 1), answered=date(2025, 9, 12))]
    held += [small_case(place, tabled=date(2024, 1, 1 + place % 28), answered=date(2024, 2, 2)) for place in range(30)]
    held += [
        small_case(2001, tabled=date(2026, 2, 20)),
        small_case(2002, tabled=date(2026, 1, 25), noticed=date(2026, 2, 10)),
        small_case(2003, tabled=date(2026, 1, 25)),
        small_case(2004, tabled=date(2025, 10, 1)),
    ]
    return held


def build(home: Path, held: list[Case] | None = None, *, kind: str = "samples", known_until: date | None = None) -> str:
    """A registry in a folder with these cases, read for findings, and one raw document; gives the sha256 of that."""
    digest = BlobStore(home / "blobs").put(PAPER)
    moment = datetime(2026, 3, 1, 12, tzinfo=UTC)
    writer = Writer(home / "registry.sqlite3")
    writer.set_meta("kind", kind)
    retrieval = Retrieval(
        document_sha256=digest, source="folder", source_id="antwoord.html", retrieved_at=moment, media_type="text/html",
        size=len(PAPER), url="https://zoek.officielebekendmakingen.nl/ah-tk-20252026-9101.html",
    )
    writer.write_readings([Reading(retrieval=retrieval, name="antwoord.html", outcome="read", parser_version="1")])
    writer.write_cases([with_clock(case) for case in (cases() if held is None else held)])
    if known_until:
        writer.connection.execute("INSERT OR REPLACE INTO source_state VALUES ('zaken', ?, 1)", (known_until.isoformat(),))
    enrich(writer, no_progress)
    writer.write_run("import", moment, moment, {})
    index_registry(home, no_progress)
    writer.close()
    return digest
