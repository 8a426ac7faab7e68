"""KOOP's current XML: every element used, ignored by name, or reported, and no word lost."""

import pytest

from navraag.errors import LayoutError
from navraag.parsing.layouts import koop_xml
from navraag.records.answers import AnswerSet
from navraag.records.notices import DelayNotice, Withdrawal
from navraag.records.pages import Other
from navraag.records.questions import OralQuestions, QuestionSet
from navraag.records.text import Mark
from tests.conftest import REAL

ASKED = (
    '<kamervraagomschrijving type="vraag">Vragen van het lid <naam><voornaam>Bo </voornaam><achternaam>Jansma</achternaam></naam>'
    " (VVN) aan de Minister van Justitie en Veiligheid over <kamervraagonderwerp>kapotte fietsbellen</kamervraagonderwerp>"
    ' (ingezonden <datum isodatum="2019-03-03">3 maart 2019</datum>).</kamervraagomschrijving>'
)
ANSWERED = (
    '<kamervraagomschrijving type="antwoord">Antwoord van Minister <naam><achternaam>De Vries</achternaam></naam> '
    '(<organisatie afkorting="JenV">Justitie en Veiligheid</organisatie>) '
    '(ontvangen <datum isodatum="2019-03-24">24 maart 2019</datum>).</kamervraagomschrijving>'
)
HEAD = (
    '<kamervraagkop><tekstregel inhoud="vergaderjaar">Vergaderjaar 2018–2019</tekstregel>'
    '<tekstregel inhoud="documenttype">\n\t\tAanhangsel van de Handelingen\n</tekstregel></kamervraagkop>'
)
META = '<metadata><meta name="OVERHEIDop.externMetadataRecord" content="https://x/ah-tk-20182019-9001/metadata.xml"/></metadata>'


def document(body: str, *, number: str = "9001", titles: str = ASKED + ANSWERED) -> bytes:
    """A whole publication around the given body."""
    return (
        f"<?xml version='1.0' encoding='UTF-8'?><officiele-publicatie>{META}<kamervragen>{HEAD}"
        f"<kamervraagnummer>{number}</kamervraagnummer>{titles}{body}</kamervragen></officiele-publicatie>"
    ).encode()


def part(tag: str, number: str, content: str) -> str:
    """One question or answer."""
    return f'<{tag}><nr status="officieel">{number}</nr>{content}</{tag}>'


def answers(body: str) -> AnswerSet:
    """The answer set of a document with this body."""
    content = koop_xml.read(document(body), name="x.xml").content
    assert isinstance(content, AnswerSet)
    return content


def test_the_heading_comes_from_title_and_markup() -> None:
    """Names and parties from the words, dates from the markup, numbers and ids from their own elements."""
    heading = answers(part("antwoord", "Antwoord 1", "<al>Ja.</al>")).heading

    assert ("ah-tk-20182019-9001", 9001, "2018-2019") == (heading.publication, heading.appendix_number, heading.session_year)
    assert ("2019-03-03", "2019-03-24") == (str(heading.tabled_on), str(heading.received_on))
    assert [("Bo Jansma", "VVN")] == [(asker.name, asker.party) for asker in heading.askers]
    assert [("De Vries", "Justitie en Veiligheid")] == [(a.name, a.portfolio) for a in heading.answerers]
    assert "kapotte fietsbellen" == heading.subject
    assert heading.title.startswith("Vragen van het lid Bo Jansma (VVN)")


def test_pairs_keep_their_printed_numbers() -> None:
    """Joint, lettered, ranged and repeated numbers are read as printed."""
    content = answers(
        part("vraag", "Vraag 1", "<al>Een?</al>")
        + part("vraag", "Vraag 2 en 3", "<al>Twee?</al><al>Drie?</al>")
        + part("antwoord", "Antwoord 1 t/m 3", "<al>Ja.</al>")
        + part("vraag", "Vraag 4a", "<al>Vier?</al>")
        + part("antwoord", "Antwoord", "<al>Zie het antwoord op vraag 1.</al>")
    )

    assert [(1, None), (2, None), (3, None), (4, "4a")] == [(q.number, q.label) for q in content.questions]
    assert ["Een?", "Twee?", "Drie?", "Vier?"] == [q.text.plain for q in content.questions]
    assert [(1, 2, 3), (4,)] == [answer.numbers for answer in content.answers]
    assert [(), (1,)] == [answer.see_also for answer in content.answers]


def test_questions_that_are_not_told_apart_stay_whole() -> None:
    """One paragraph for two numbers: the words go to the first, and the record says so."""
    parsed = koop_xml.read(document(part("vraag", "Vraag 1 en 2", "<al>Een? Twee?</al>"), titles=ASKED), name="x.xml")

    assert isinstance(parsed.content, QuestionSet)
    assert [(1, "Een? Twee?"), (2, "")] == [(q.number, q.text.plain) for q in parsed.content.questions]
    assert "numbering.joint-question" in [problem.code for problem in parsed.problems]


def test_notes_are_anchors_with_their_text() -> None:
    """A mark is no word; several paragraphs of one note are joined; a second mark finds the same note."""
    content = answers(
        part(
            "vraag", "Vraag 1",
            '<al>Kent u 91<noot id="n1" type="voet"><noot.nr>1</noot.nr><noot.al>De Bel</noot.al>'
            '<noot.al><extref doc="https://bel.nl/a" soort="URL">https://bel.nl/a</extref></noot.al></noot> bellen?'
            '<nootref refid="n2"/></al>',
        )
        + part("antwoord", "Antwoord 1", '<al>Ja.<noot id="n2"><noot.nr>2</noot.nr><noot.al>Zie noot 1</noot.al></noot></al>')
    )

    question = content.questions[0].text.paragraphs[0]
    assert "Kent u 91 bellen?" == question.text
    assert (Mark(label="1", at=9), Mark(label="2", at=17)) == question.marks
    assert ("2",) == content.answers[0].text.labels
    assert [("1", "De Bel\nhttps://bel.nl/a"), ("2", "Zie noot 1")] == [(note.label, note.text) for note in content.footnotes]
    assert ("https://bel.nl/a",) == content.footnotes[0].urls


def test_lists_tables_and_headings_keep_their_form() -> None:
    """Items with their numbers, nested lists, rows with cells, sub-headings."""
    content = answers(
        part(
            "antwoord", "Antwoord 1",
            "<tussenkop kopopmaak='vet'>Bellen</tussenkop><al>Drie soorten:</al>"
            "<lijst type='expliciet'><li><li.nr>a.</li.nr><al>kort</al><lijst><li><li.nr>1°</li.nr><al>heel kort</al></li></lijst></li>"
            "<li><li.nr>b.</li.nr><al>lang</al></li></lijst>"
            "<table><title>Aantallen</title><tgroup cols='2'><colspec colname='c1'/><thead><row><entry>Jaar</entry><entry><al>Bellen</al></entry></row></thead>"
            "<tbody><row><entry><al>2018</al></entry><entry><al>12</al><al>stuks</al></entry></row></tbody></tgroup></table>",
        )
    )
    text = content.answers[0].text

    assert [
        ("heading", "", "Bellen"), ("paragraph", "", "Drie soorten:"), ("item", "a.", "kort"), ("item", "1°", "heel kort"),
        ("item", "b.", "lang"), ("heading", "", "Aantallen"), ("row", "", "Jaar\tBellen"), ("row", "", "2018\t12 stuks"),
    ] == [(p.kind, p.bullet, p.text) for p in text.paragraphs]
    assert ("2018", "12 stuks") == text.paragraphs[-1].cells


def test_inline_markup_is_never_lost() -> None:
    """A paragraph may begin with an element; instructions inside words join; links keep words and address."""
    content = answers(
        part(
            "antwoord", "Antwoord 1",
            '<al><nadruk type="vet">Let op:</nadruk> Kamer<?xpp x?>vragen, m<sup>2</sup>, zie <extref doc="stb-2019-90" soort="document">'
            "Staatsblad 2019, 90</extref><br/>en <dossierref dossier='30900'>dossier</dossierref>.</al>",
        )
    )
    paragraph = content.answers[0].text.paragraphs[0]

    assert "Let op: Kamervragen, m2, zie Staatsblad 2019, 90 en dossier." == paragraph.text
    assert [
        ("Staatsblad 2019, 90", "https://zoek.officielebekendmakingen.nl/stb-2019-90.html"),
        ("dossier", "https://zoek.officielebekendmakingen.nl/30900"),
    ] == [(paragraph.text[link.start : link.end], link.url) for link in paragraph.links]


def test_unknown_elements_are_reported_and_kept() -> None:
    """Strict interpretation: each name once, and the words stay where they stood."""
    parsed = koop_xml.read(
        document(part("antwoord", "Antwoord 1", "<al>Een <gloed kleur='r'>rode</gloed> bel.</al><blok><al>Nog een.</al></blok>") + "<los>Slot.</los>"),
        name="x.xml",
    )
    assert isinstance(parsed.content, AnswerSet)
    codes = [(problem.code, problem.message.partition(" is")[0]) for problem in parsed.problems if problem.code.startswith("xml.")]

    assert "Een rode bel.\nNog een." == parsed.content.answers[0].text.plain
    assert "Slot." == parsed.content.closing.plain
    assert [("xml.unknown-element", f"element <{tag}>") for tag in ("gloed", "blok", "los")] == codes


def test_unknown_attributes_are_notes() -> None:
    """An attribute that nobody knows may mean something: it is named."""
    parsed = koop_xml.read(document(part("antwoord", "Antwoord 1", "<al nieuw='1'>Ja.</al>")), name="x.xml")

    assert ["attribute nieuw of <al> is not known"] == [p.message for p in parsed.problems if p.code == "xml.unknown-attribute"]


NOTICE = ASKED + ANSWERED.replace("Antwoord van", "Mededeling van")
REMARKS = [
    ("<kamervraagopmerking><titel>Mededeling</titel><al>Hierbij deel ik u mede dat de vragen niet binnen de termijn kunnen worden beantwoord, aangezien nog niet alle benodigde informatie is ontvangen.</al></kamervraagopmerking>", DelayNotice, "information_not_received"),
    ("<kamervraagopmerking><al>Mededeling</al><al>De benodigde afstemming vraagt meer tijd dan de termijn toelaat.</al></kamervraagopmerking>", DelayNotice, "coordination"),
    ("", DelayNotice, "other"),                                                                    # D-15: a notice without its remark
    ("<kamervraagopmerking><al>Het lid Jansma heeft deze vragen ingetrokken.</al></kamervraagopmerking>", Withdrawal, None),
]


@pytest.mark.parametrize(("remark", "kind", "reason"), REMARKS)
def test_notices_and_withdrawals(remark: str, kind: type, reason: str | None) -> None:
    """A notice repeats the questions; its heading word is no part of its text."""
    parsed = koop_xml.read(document(part("vraag", "Vraag 1", "<al>Een?</al>") + remark, titles=NOTICE), name="x.xml")

    assert isinstance(parsed.content, kind)
    assert [1] == [question.number for question in parsed.content.questions]
    assert not parsed.content.text.plain.startswith("Mededeling")
    assert reason == getattr(parsed.content, "reason", None)
    assert (not remark) == ("notice.no-text" in [problem.code for problem in parsed.problems])


def test_an_explanation_closes_the_paper() -> None:
    """"Toelichting" belongs to no question, answer or notice."""
    remark = "<kamervraagopmerking><al>Toelichting:</al><al>Deze vragen vullen eerdere aan.</al></kamervraagopmerking>"
    parsed = koop_xml.read(document(part("vraag", "Vraag 1", "<al>Een?</al>") + remark, titles=ASKED, number="2019Z90001"), name="x.xml")

    assert isinstance(parsed.content, QuestionSet)
    assert ("2019Z90001",) == parsed.content.heading.question_numbers
    assert "Toelichting:\nDeze vragen vullen eerdere aan." == parsed.content.closing.plain


def test_oral_questions_are_kept_apart() -> None:
    """They are published under the same kind of id, and are never answered in writing."""
    titles = ASKED.replace("Vragen van", "Mondelinge vragen van")
    parsed = koop_xml.read(document(part("vraag", "Vraag 1", "<al>Een?</al>"), titles=titles), name="x.xml")

    assert isinstance(parsed.content, OralQuestions)


def test_other_papers_are_kept_whole() -> None:
    """A motion is no Kamervraag: its title and all its words, undivided."""
    data = b"<officiele-publicatie><kamerstuk><stuk><titel>MOTIE</titel><al>De Kamer,</al><al>gaat over.</al></stuk></kamerstuk></officiele-publicatie>"
    content = koop_xml.read(data, name="x.xml").content

    assert isinstance(content, Other)
    assert ("MOTIE", "De Kamer,\ngaat over.") == (content.title, content.text.plain)


@pytest.mark.parametrize("data", [b"<kamervragen><vraag></kamervragen>", b"<officiele-publicatie/>", b"<kamervragen>\xff</kamervragen>"])
def test_damaged_xml_is_one_clear_line(data: bytes) -> None:
    """Not well-formed, empty, or in another encoding than declared."""
    with pytest.raises(LayoutError) as caught:
        koop_xml.read(data, name="bel.xml")

    assert str(caught.value).startswith("bel.xml: ")
    assert "\n" not in str(caught.value)


@pytest.mark.real
def test_a_real_answer_has_nine_pairs() -> None:
    """The one publication of which every form is at hand."""
    data = (REAL / "koop" / "ah-tk-20202021-3235.xml").read_bytes()
    parsed = koop_xml.read(data, name="ah-tk-20202021-3235.xml")
    content = parsed.content

    assert isinstance(content, AnswerSet)
    assert [(n,) for n in range(1, 10)] == [answer.numbers for answer in content.answers]
    assert list(range(1, 10)) == [question.number for question in content.questions]
    assert () == parsed.problems
