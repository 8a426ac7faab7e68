"""Plain text of both origins, from bytes to records."""

import textwrap

import pytest

from navraag.errors import LayoutError
from navraag.parsing.layouts.plain_text import read
from navraag.records.answers import AnswerSet
from navraag.records.notices import DelayNotice, Withdrawal
from navraag.records.pages import Other
from navraag.records.questions import OralQuestions, QuestionSet

PDF_ANSWER = """Tweede Kamer der Staten-Generaal2
Vergaderjaar 2018–2019 Aanhangsel van de Handelingen
Vragen gesteld door de leden der Kamer, met de daarop door de
regering gegeven antwoorden
9001
Vragen van de leden Testman en Voorbeeld (beiden VPX) aan de Minister van
Financiën over volle putten (ingezonden 3 oktober 2018).
Antwoord van Minister Proefman (Financiën), mede namens de Staatssecretaris
van Defensie (ontvangen 14 november 2018). Zie ook Aanhangsel Handelingen,vergaderjaar 2018–2019, nr. 8990.
Vraag 1
Kent u het bericht over de volle put?1 Wat vindt u daarvan en wat gaat u
eraan doen?
Antwoord 1
Ja.
Vraag 2 en 3
Klopt het dat de put al jaren vol is en dat niemand dat heeft gemeld bij degemeente?Wie leegt de putten in de gemeente Ons Dorp nu het zo lang heeft gedu-urd?
Antwoord 2 en 3
De put is vol. In de bijlage staat hoeveel er per jaar uit de put komt
1De Put, 3 mei 2018, «Put vol»

ah-tk-20182019-9001
ISSN 0921 - 7398’s-Gravenhage 2018Tweede Kamer, vergaderjaar 2018–2019, Aanhangsel 1
2. Dat is veel.
2Bijlage 1
Tweede Kamer, vergaderjaar 2018–2019, Aanhangsel 2
"""
WORD_QUESTIONS = """2019Z90001

(ingezonden 20 november 2019)

Vragen van het lid Testman (VPX) aan de minister van Financiën over volle putten

Kent u het bericht over de put? 1)

Wie leegt de put?

1) De Put, 3 mei 2019

Toelichting: Deze vragen dienen ter aanvulling op eerdere vragen.
"""


def test_an_answer_from_a_pdf() -> None:
    """Pages, notes, marks and a joint heading."""
    parsed = read(PDF_ANSWER.encode(), name="a.txt")
    content = parsed.content

    assert isinstance(content, AnswerSet)
    assert ("ah-tk-20182019-9001", 9001, "2018-2019") == (
        content.heading.publication, content.heading.appendix_number, content.heading.session_year,
    )
    assert [(1, ("1",)), (2, ()), (3, ())] == [(q.number, q.text.labels) for q in content.questions]
    assert ["Kent u", "Klopt", "Wie le"] == [q.text.plain[:6].rstrip() for q in content.questions]
    assert [((1,), "Ja."), ((2, 3), "De put is vol. In de bijlage staat hoeveel er per jaar uit de put komt. Dat is veel.")] == [
        (a.numbers, a.text.plain) for a in content.answers
    ]
    assert ("2",) == content.answers[1].text.labels
    assert ["De Put, 3 mei 2018, «Put vol»", "Bijlage 1"] == [note.text for note in content.footnotes]
    assert () == parsed.problems


def test_questions_from_a_word_file() -> None:
    """Unnumbered questions, a typed note, an explanation."""
    content = read(WORD_QUESTIONS.encode(), name="q.txt").content

    assert isinstance(content, QuestionSet)
    assert [(1, "Kent u het bericht over de put?", ("1",)), (2, "Wie leegt de put?", ())] == [
        (q.number, q.text.plain, q.text.labels) for q in content.questions
    ]
    assert content.closing.plain.startswith("Toelichting")
    assert ["1"] == [note.label for note in content.footnotes]


@pytest.mark.parametrize(
    ("encoding", "newline"), [("utf-8", "\n"), ("utf-8-sig", "\r\n"), ("utf-16", "\n"), ("utf-8", "\r")]
)
def test_encodings_and_line_ends(encoding: str, newline: str) -> None:
    """Byte order marks and line ends make no difference."""
    data = WORD_QUESTIONS.replace("\n", newline).encode(encoding)

    assert read(WORD_QUESTIONS.encode(), name="q").content == read(data, name="q").content


def test_text_in_another_encoding_is_refused() -> None:
    """One clear line instead of wrong letters."""
    with pytest.raises(LayoutError, match="UTF-8"):
        read("café".encode("cp1252"), name="x.txt")


def test_a_notice_names_its_members_in_the_sentence() -> None:
    """Without a title: members and subject from the sentence, the reason as a code."""
    text = (
        "AH 901\n2019Z90001\nMededeling van minister Proefman (Financiën) (ontvangen 20 november 2019)\n\n"
        "De vragen van het lid Testman (VPX) over volle putten (2019Z90001) kunnen niet binnen de gebruikelijke termijn "
        "worden beantwoord, omdat de benodigde afstemming meer tijd behoeft.\n"
    )
    content = read(text.encode(), name="n").content

    assert isinstance(content, DelayNotice)
    assert ("Testman", "volle putten", "coordination") == (
        content.heading.askers[0].name, content.heading.subject, content.reason,
    )


def test_a_withdrawal_is_told_by_its_sentence() -> None:
    """Not by the subject, which may speak of withdrawing too."""
    text = (
        "AH 902\n2019Z90002\nMededeling van minister Proefman (Financiën) (ontvangen 2 december 2019)\n\n"
        "Het lid Testman (VPX) heeft de vragen over het intrekken van vergunningen ingetrokken.\n"
    )
    content = read(text.encode(), name="w").content

    assert isinstance(content, Withdrawal)
    assert "Testman" == content.heading.askers[0].name


def test_oral_questions_are_kept_apart() -> None:
    """A kv-tk id alone does not make a written question."""
    text = (
        "Tweede Kamer der Staten-Generaal2\nVergaderjaar 2018–2019 Vragen gesteld door de leden der Kamer\n2019Z90003\n"
        "Mondelinge vragen van het lid Testman (VPX) aan de Minister van Financiën\nover putten (ingezonden 19 november 2018)\n"
        "kv-tk-2019Z90003\n’s-Gravenhage 2018 Tweede Kamer, vergaderjaar 2018–2019, Vragen\n"
    )
    content = read(text.encode(), name="o").content

    assert isinstance(content, OralQuestions)
    assert ("2019Z90003",) == content.heading.question_numbers


def test_another_kind_of_paper_is_kept_whole() -> None:
    """Nothing asked, nothing answered: the words stay."""
    content = read(b"Motie over putten\n\nDe Kamer spreekt uit dat putten leeg moeten zijn.\n", name="m").content

    assert isinstance(content, Other)
    assert "putten leeg" in content.text.plain


def test_converted_word_notes_are_known() -> None:
    """"[^1]" is a note of Word's own; beside a typed list it becomes w1."""
    text = "Vraag 1\nIs het vol? 1)\nAntwoord 1\nJa.[^1]\n1) De Put, 3 mei 2019\n[^1]: Het Deksel\n"
    content = read(text.encode(), name="c").content

    assert isinstance(content, AnswerSet)
    assert (("1",), ("w1",)) == (content.questions[0].text.labels, content.answers[0].text.labels)
    assert [("1", "De Put, 3 mei 2019"), ("w1", "Het Deksel")] == [(n.label, n.text) for n in content.footnotes]


def test_wrapped_lines_become_paragraphs() -> None:
    """A text that was wrapped at some width reads as one that was not."""
    sentence = "Klopt het dat de put in de gemeente Ons Dorp al jaren vol is en dat niemand die bij de gemeente werkt dat heeft gemeld of opgeschreven, en zo ja, hoe kan dat? "
    whole = f"Vraag 1\n{sentence * 3}\nAntwoord 1\nDe put is vol. {sentence * 2}\n"
    wrapped = "\n".join("\n".join(textwrap.wrap(line, 80)) for line in whole.splitlines())

    assert read(whole.encode(), name="x").content == read(wrapped.encode(), name="x").content
