"""KOOP's XML of before about 2009."""

from datetime import date

from navraag.parsing.layouts import koop_xml_old
from navraag.records.answers import AnswerSet
from navraag.records.questions import QuestionSet

ASKED = (
    "<vragen><vraagnummer>2070809990</vraagnummer><omschr>Vragen van het lid <naam>Jansma</naam> (VVN) aan de minister van Justitie over "
    "<ondw>kapotte fietsbellen</ondw>. (Ingezonden <datum>3 maart 2008</datum>)</omschr>"
    "<vraag><nummer>1</nummer><al>Kent u het bericht?<nootref nr='1'/></al></vraag><vraag><nummer>2</nummer><al>En <nadruk type='cur'>nu</nadruk>?</al></vraag>"
    "<toelicht><al>Deze vragen vullen aan.</al></toelicht><noot nr='1'><al>De Bel, 1 maart 2008</al></noot></vragen>"
)
ANSWERED = (
    "<reactie><omschr>Antwoord van minister De Vries (Justitie). (Ontvangen <datum>17 april 2008</datum>)</omschr>"
    "<antwoord><nummer>1 en 2</nummer><al>Ja.</al></antwoord></reactie>"
)


def test_questions_alone() -> None:
    """Number, days, subject, numbered questions, the note beside its mark, the explanation apart."""
    parsed = koop_xml_old.read(f"<vraagdoc>{ASKED}</vraagdoc>".encode(), name="x")
    content = parsed.content
    assert isinstance(content, QuestionSet)

    assert (("2070809990",), date(2008, 3, 3), "kapotte fietsbellen") == (
        content.heading.question_numbers, content.heading.tabled_on, content.heading.subject,
    )
    assert [(1, "Kent u het bericht?", ("1",)), (2, "En nu?", ())] == [(q.number, q.text.plain, q.text.labels) for q in content.questions]
    assert [("1", "De Bel, 1 maart 2008")] == [(note.label, note.text) for note in content.footnotes]
    assert "Deze vragen vullen aan." == content.closing.plain
    assert () == parsed.problems


def test_questions_with_their_answers() -> None:
    """The reaction answers: its own day and signer."""
    content = koop_xml_old.read(f"<vraagdoc>{ASKED}{ANSWERED}</vraagdoc>".encode(), name="x").content
    assert isinstance(content, AnswerSet)

    assert (date(2008, 3, 3), date(2008, 4, 17)) == (content.heading.tabled_on, content.heading.received_on)
    assert ["De Vries"] == [answerer.name for answerer in content.heading.answerers]
    assert [((1, 2), "Ja.")] == [(answer.numbers, answer.text.plain) for answer in content.answers]


def test_metadata_inside_the_document() -> None:
    """Before the records stood apart, the facts stood in the file itself."""
    meta = "<metadata><meta name='OVERHEIDop.datumIndiening' content='2008-03-04'/><meta name='DC.identifier' content='kv-2070809990'/></metadata>"
    bare = ASKED.replace("<datum>3 maart 2008</datum>", "")
    content = koop_xml_old.read(f"<officiele-publicatie>{meta}<vraagdoc>{bare}</vraagdoc></officiele-publicatie>".encode(), name="x").content
    assert isinstance(content, QuestionSet)

    assert ("kv-2070809990", date(2008, 3, 4)) == (content.heading.publication, content.heading.tabled_on)
