"""KOOP's HTML of all years: the same pairs as the XML, notes in all their marks, nothing dropped."""

import pytest

from navraag.errors import LayoutError
from navraag.parsing.layouts import koop_html, koop_xml
from navraag.records.answers import AnswerSet
from navraag.records.notices import DelayNotice
from navraag.records.pages import Other
from navraag.records.questions import QuestionSet
from navraag.records.text import Mark
from tests.conftest import REAL

ASKED = "Vragen van het lid Jansma (VVN) aan de Minister van Justitie en Veiligheid over kapotte\n   fietsbellen (ingezonden 3 maart 2019)."
ANSWERED = "Antwoord van Minister De Vries (Justitie en Veiligheid) (ontvangen 24 maart 2019)."


def page(body: str, *, titles: tuple[str, ...] = (ASKED, ANSWERED), around: str = "{}") -> bytes:
    """A page with these parts."""
    heads = "".join(f'<h1 class="kamervraagomschrijving_kop no-toc"><a id="d1" name="d1"></a>{title}\n</h1>' for title in titles)
    meta = '<meta name="DC.identifier" scheme="OVERHEIDop.ParlID" content="ah-tk-20182019-9001" /><meta name="OVERHEIDop.vraagnummer" content="2019Z90001"/>'
    inner = around.format(f'<div id="broodtekst">{heads}{body}</div>')
    return f'<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head>{meta}<title>x</title></head><body>{inner}</body></html>'.encode()


def part(kind: str, number: str, content: str) -> str:
    """One question or answer."""
    return f'<div class="{kind}"><h2 class="stuktitel no-toc"><a id="d2" name="d2"></a>{number}\n</h2>{content}</div>'


def answers(body: str) -> AnswerSet:
    """The answer set of a page with this body."""
    content = koop_html.read(page(body), name="x.html").content
    assert isinstance(content, AnswerSet)
    return content


def test_heading_and_metadata() -> None:
    """The title is the page's, folded to one line; ids come from the head."""
    heading = answers(part("antwoord", "Antwoord 1", "<p>Ja.</p>")).heading

    assert ("ah-tk-20182019-9001", ("2019Z90001",)) == (heading.publication, heading.question_numbers)
    assert "kapotte fietsbellen" == heading.subject
    assert f"{' '.join(ASKED.split())} {ANSWERED}" == heading.title


PARAGRAPHS = [
    ("<p><i>Kunt u</i> bellen?</p>", ["Kunt u bellen?"]),                                          # D-1: begins with an element
    ("<p><b>Let op:</b> bel.</p><p><a href='https://bel.nl'>Zie</a> hier</p>", ["Let op: bel.", "Zie hier"]),
    ("<p>Drie:</p><ul><li>los punt</li></ul>", ["Drie:", "los punt"]),                             # D-2: an item without a paragraph
    ("<table><tr><td>cel</td><td>2</td></tr></table>", ["cel\t2"]),                                # D-2: a cell without a paragraph
    ("<h3>Kopje</h3><p>Tekst</p>los", ["Kopje", "Tekst", "los"]),                                  # D-2: a heading, and loose words
    ("<p>een<br/>twee</p>", ["een twee"]),
    ("<p>goed<script>kwaad()</script><style>p{}</style></p>", ["goed"]),                           # what is no text is left out
    (f"<p>{'lang ' * 20000}</p>", [("lang " * 20000).strip()]),                                    # D-33: no limit
]


@pytest.mark.parametrize(("markup", "expected"), PARAGRAPHS)
def test_no_paragraph_is_dropped(markup: str, expected: list[str]) -> None:
    """Whatever the markup, every word stays, in order."""
    content = answers(part("antwoord", "Antwoord 1", markup))

    assert expected == [paragraph.text for paragraph in content.answers[0].text.paragraphs]


HEADINGS = [
    ("Antwoord 2 t/m 4", (2, 3, 4)), ("Antwoord 2 tot en met 4", (2, 3, 4)), ("Antwoord 2-4", (2, 3, 4)),      # D-3, D-5
    ("Antwoord 1 &amp; 2", (1, 2)), ("Antwoord 3a", (3,)), ("Antwoord 1 en vraag 2", (1, 2)),                 # D-3, D-4
    ("Vragen 1, 2 en vraag 3", (1, 2, 3)), ("Antwoord 1 2", (1, 2)), ("Antwoord 12", (12,)),                  # D-4, D-5
]


@pytest.mark.parametrize(("printed", "numbers"), HEADINGS)
def test_all_printed_numbers_are_read(printed: str, numbers: tuple[int, ...]) -> None:
    """Ranges, letters, repeated words: no answer is lost for its heading."""
    assert numbers == answers(part("antwoord", printed, "<p>Ja.</p>")).answers[0].numbers


def test_pairs_go_by_printed_number_not_by_place() -> None:
    """D-6, D-7: a joint question before does not shift what follows, and an answer without a question stays."""
    content = answers(
        part("vraag", "Vraag 1, 2", "<p>Een?</p><p>Twee?</p>") + part("vraag", "Vraag 3", "<p>Drie?</p>")
        + part("antwoord", "Antwoord 3", "<p>Drie!</p>") + part("antwoord", "Antwoord 9", "<p>Negen!</p>")
    )

    assert [(1, "Een?"), (2, "Twee?"), (3, "Drie?")] == [(q.number, q.text.plain) for q in content.questions]
    assert [((3,), "Drie!"), ((9,), "Negen!")] == [(a.numbers, a.text.plain) for a in content.answers]


def test_an_old_number_is_no_line_of_the_answer() -> None:
    """D-8: ``p.nummer`` bears the number alone."""
    content = answers('<div class="vraag"><p class="nummer">1</p><p>Een?</p></div><div class="antwoord"><p class="nummer">1</p><p>Ja.</p></div>')

    assert [((1,), "Ja.", "1")] == [(a.numbers, a.text.plain, a.heading) for a in content.answers]
    assert [(1, "Een?")] == [(q.number, q.text.plain) for q in content.questions]


NOTES = (
    '<div id="noten"><hr/><div class="voet noot snp-mouseoffset" id="supernote-note-ID-1"><h5 class="note-close"><a class="note-close" href="#close">X</a> Noot\n</h5>'
    '<sup><span class="nootnum"><a id="ID-1" name="ID-1"></a>1</span></sup><p>Zie a</p><p><a href="https://bel.nl/b">https://bel.nl/b</a></p></div>'
    '<div class="voet noot" id="n2"><p><span class="nootnum">2</span> De Bel</p></div></div>'
)


def test_notes_in_all_their_marks() -> None:
    """D-9, D-10, D-11: marks as anchors, also two on one spot and in answers; every paragraph of a note in its own text."""
    parsed = koop_html.read(
        page(
            part(
                "vraag", "Vraag 1",
                '<p>Kent u 91<a class="nootnum supernote-click-ID-1" href="#ID-1">1</a> <a class="nootnum supernote-click-n2" href="#n2">2</a> bellen van 3 m<sup>2</sup>?</p>',
            )
            + part("antwoord", "Antwoord 1", "<p>Ja<sup>1</sup>.</p>") + NOTES
        ),
        name="x.html",
    )
    content = parsed.content
    assert isinstance(content, AnswerSet)

    assert "Kent u 91 bellen van 3 m2?" == content.questions[0].text.plain
    assert (Mark(label="1", at=9), Mark(label="2", at=9)) == content.questions[0].text.paragraphs[0].marks
    assert (Mark(label="1", at=2),) == content.answers[0].text.paragraphs[0].marks
    assert [("1", "Zie a\nhttps://bel.nl/b", ("https://bel.nl/b",)), ("2", "De Bel", ())] == [(n.label, n.text, n.urls) for n in content.footnotes]
    assert [("site_navigation", "X Noot")] == [(piece.kind, piece.text) for piece in parsed.furniture]


def test_a_mark_without_a_note_is_a_problem() -> None:
    """The mark stays an anchor; that its text is missing is said, and the question is not lost."""
    parsed = koop_html.read(page(part("vraag", "Vraag 1", '<p>Ja?<a class="nootnum" href="#n7">7</a></p>'), titles=(ASKED,)), name="x.html")

    assert isinstance(parsed.content, QuestionSet)
    assert ("7",) == parsed.content.questions[0].text.labels
    assert [("footnote.text-missing", "question 1")] == [(p.code, p.where) for p in parsed.problems]


def test_notices() -> None:
    """The remark is the notice; without one (D-15) the questions are still there."""
    titles = (ASKED, ANSWERED.replace("Antwoord", "Mededeling"))
    body = part("vraag", "Vraag 1", "<p>Een?</p>")
    remark = '<div class="kamervraagopmerking"><h2 class="stuktitel">Mededeling</h2><p>De termijn wordt niet gehaald.</p><p>Tot spoedig.</p></div>'
    full = koop_html.read(page(body + remark, titles=titles), name="x.html").content
    bare = koop_html.read(page(body, titles=titles), name="x.html").content

    assert isinstance(full, DelayNotice)
    assert isinstance(bare, DelayNotice)
    assert "De termijn wordt niet gehaald.\nTot spoedig." == full.text.plain
    assert [1] == [question.number for question in bare.questions]


FRAMES = [
    '<nav>Menu</nav><main class="global-main"><div class="stuk">{}</div></main><footer>Over ons</footer>',
    '<div id="header">Menu</div><div id="main-column">{}</div><p>Over ons</p>',
    "<p>Menu</p>{}<p>Over ons</p>",
]


@pytest.mark.parametrize("frame", FRAMES)
def test_the_site_around_the_paper_is_furniture(frame: str) -> None:
    """Whatever frame the years put around it."""
    parsed = koop_html.read(page(part("antwoord", "Antwoord 1", "<p>Ja.</p>"), around=frame), name="x.html")

    assert isinstance(parsed.content, AnswerSet)
    assert ["Menu", "Over ons"] == [piece.text for piece in parsed.furniture if piece.kind == "site_navigation"]
    assert "" == parsed.content.closing.plain


def test_a_page_without_classes_is_read_by_its_words() -> None:
    """Where the markup does not divide, the words do."""
    data = f"<html><body><p>{ASKED}</p><p>{ANSWERED}</p><p>Vraag 1</p><p>Rinkelt de bel nog?</p><p>Antwoord 1</p><p>Ja.</p></body></html>".encode()
    content = koop_html.read(data, name="x.html").content

    assert isinstance(content, AnswerSet)
    assert [(1, "Rinkelt de bel nog?")] == [(q.number, q.text.plain) for q in content.questions]
    assert [((1,), "Ja.")] == [(a.numbers, a.text.plain) for a in content.answers]


def test_other_papers_are_kept_whole() -> None:
    """A motion keeps its title and words."""
    data = b'<html><head><meta name="DC.identifier" content="kst-90900-1"/><meta name="DC.title" content="Motie"/></head><body><div class="stuk"><p>De Kamer,</p></div></body></html>'
    content = koop_html.read(data, name="x.html").content

    assert isinstance(content, Other)
    assert ("Motie", "kst-90900-1", "De Kamer,") == (content.title, content.publication, content.text.plain)


def test_pages_without_words_are_refused() -> None:
    """An empty page is no paper."""
    with pytest.raises(LayoutError, match=r"^leeg\.html: HTML without words$"):
        koop_html.read(b"<html><body><p> </p></body></html>", name="leeg.html")


def test_deep_markup_does_not_break_the_reader() -> None:
    """A thousand open elements are read, a hundred thousand refused at once: the tree would take minutes."""
    content = koop_html.read(page(part("antwoord", "Antwoord 1", f"<p>{'<b>' * 1_000}diep</p>")), name="x.html").content
    with pytest.raises(LayoutError, match="nested too deeply"):
        koop_html.read(page("<div>" * 100_000), name="x.html")

    assert isinstance(content, AnswerSet)
    assert "diep" == content.answers[0].text.plain


@pytest.mark.real
def test_html_and_xml_give_the_same_pairs() -> None:
    """Both forms of one real answer: nine questions, nine answers, word for word."""
    folder = REAL / "koop"
    html = koop_html.read((folder / "ah-tk-20202021-3235.html").read_bytes(), name="x").content
    xml = koop_xml.read((folder / "ah-tk-20202021-3235.xml").read_bytes(), name="x").content

    assert isinstance(html, AnswerSet)
    assert isinstance(xml, AnswerSet)
    assert 9 == len(html.answers)
    assert xml.questions == html.questions
    assert xml.answers == html.answers


@pytest.mark.real
def test_real_fragments_have_their_notes() -> None:
    """Two notes of which only the first has an address; two marks in question 1."""
    notes = koop_html.read((REAL / "koop" / "ok_tests_1.html").read_bytes(), name="x").content
    asked = koop_html.read((REAL / "koop" / "ok_tests_2.html").read_bytes(), name="x").content

    assert isinstance(notes, QuestionSet)
    assert isinstance(asked, QuestionSet)
    assert [("1", 1), ("2", 0)] == [(note.label, len(note.urls)) for note in notes.footnotes]
    assert [("1", "2"), (), (), ()] == [question.text.labels for question in asked.questions]
