"""Differences, paging, the shelf, characters and previews."""

from datetime import date

import pytest
from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException
from starlette.responses import Response

from navraag.records.answers import AnswerSet
from navraag.records.notices import DelayNotice, Withdrawal
from navraag.records.pages import CasePage, Other
from navraag.records.papers import Answer, Heading, Question
from navraag.records.questions import OralQuestions, QuestionSet
from navraag.records.text import Footnote, Mark, Paragraph, Text, plain_text
from navraag.surfaces.reading import Characters
from navraag.surfaces.web.characters import account_view
from navraag.surfaces.web.pages.listing import Wanted, read_wanted, steps
from navraag.surfaces.web.preview import preview
from navraag.surfaces.web.shelf import Shelf
from navraag.surfaces.web.translations import messages
from navraag.surfaces.web.versions import changes

CHANGES = [
    ("- een twee\n+ een drie", ["een <del>twee</del><ins>drie</ins>"], "a word changed"),
    ("- een\n+ een twee", ["een<ins> twee</ins>"], "a word more"),
    ("- een", ["<del>een</del>"], "a paragraph that the page has not"),
    ("+ een", ["<ins>een</ins>"], "a paragraph that the version has not"),
    ("- a\n+ b\n- c\n+ d", ["<del>a</del><ins>b</ins>", "<del>c</del><ins>d</ins>"], "two changes"),
    ("- <i>\n+ <b>", ["<del>&lt;i&gt;</del><ins>&lt;b&gt;</ins>"], "mark-up stays words"),
    ("zomaar", ["zomaar"], "no difference at all: as it is"),
    ("- " + "x " * 4000 + "\n+ " + "y " * 4000, ["<del>" + "x " * 4000 + "</del> <ins>" + "y " * 4000 + "</ins>"], "too long to compare"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CHANGES)
def test_changes(text: str, expected: list[str], why: str) -> None:
    """Struck out what the version said, underlined what the page says."""
    assert [str(change) for change in changes(text)] == expected, why


STEPS = [
    (1, 1, (1,)), (1, 2, (1, 2)), (1, 9, (1, 2, None, 9)), (5, 9, (1, None, 4, 5, 6, None, 9)), (9, 9, (1, None, 8, 9)), (3, 5, (1, 2, 3, 4, 5)),
]


@pytest.mark.parametrize(("at", "last", "expected"), STEPS)
def test_paging_links_to_the_neighbours_and_the_ends(at: int, last: int, expected: tuple[int | None, ...]) -> None:
    """First, last, the page itself and one on either side."""
    assert steps(at, last) == expected


def test_addresses_of_lists_are_stable() -> None:
    """What an address asks for comes out of it again; the first page needs no number."""
    wanted = read_wanted(QueryParams("zoek=veen&jaar=2025&pagina=3&status=open"))
    assert wanted == Wanted(zoek="veen", jaar=2025, pagina=3, status="open")
    assert wanted.query(pagina=1)["zoek"] == "veen"
    assert "pagina" not in wanted.query()
    assert wanted.query(pagina=4)["pagina"] == 4


@pytest.mark.parametrize("query", ["jaar=x", "jaar=99999999999", "jaar=²", "pagina=0", "status=nee", "volgorde=nee", "zoek=" + "x" * 201, "van=a%00b"])
def test_what_cannot_be_is_refused(query: str) -> None:
    """400, with the value at fault."""
    with pytest.raises(HTTPException) as refused:
        read_wanted(QueryParams(query))
    assert refused.value.status_code == 400
    assert query.split("=", maxsplit=1)[0] in refused.value.detail


def test_the_shelf_keeps_what_was_asked_for_last() -> None:
    """As many pages as it has places; nothing of before a change of the registry or of the day."""
    shelf, stamp = Shelf(places=2), (1, date(2026, 3, 2))
    pages = [Response(str(number)) for number in range(3)]
    shelf.take("x", stamp)
    shelf.put(0, pages[0])
    shelf.put(1, pages[1])
    assert shelf.take(0, stamp) is pages[0]
    shelf.put(2, pages[2])
    assert [shelf.take(key, stamp) for key in (0, 1, 2)] == [pages[0], None, pages[2]]
    assert shelf.take(0, (2, date(2026, 3, 2))) is None
    shelf.put(0, pages[0])
    assert shelf.take(0, (2, date(2026, 3, 3))) is None


def test_every_character_is_shown_with_its_place() -> None:
    """Heading and words of one question are one stretch; white space between goes with what stands before."""
    source = "2\nVraag 1\nWaarom?\n\nrest"
    held = Characters(source=source, ranges=((0, 1, "furniture.page_number"), (2, 9, "question.1.heading"), (10, 17, "question.1.text"), (19, 23, "unplaced")))
    view = account_view(held, messages("nl"))
    assert [(s.name, s.tone, s.text) for s in view.stretches] == [
        ("paginanummer", "furniture", "2\n"), ("vraag 1", "question", "Vraag 1\nWaarom?\n\n"), ("niet geplaatst", "unplaced", "rest"),
    ]
    assert [(t.name, t.letters) for t in view.totals] == [("vraag", 13), ("niet geplaatst", 4), ("opzijgezet", 1)]
    assert account_view(Characters(source="", ranges=()), messages("nl")).stretches == ()


def test_a_long_document_is_cut_and_says_so() -> None:
    """The stretches end, the totals do not."""
    view = account_view(Characters(source="x" * 50_000, ranges=((0, 50_000, "preamble"),)), messages("nl"))
    assert (len(view.stretches[0].text), view.cut, view.totals[0].letters) == (40_000, 10_000, 50_000)


Q = (Question(number=1, text=Text(paragraphs=(Paragraph(text="x", marks=(Mark(label="1", at=1),)),))), Question(number=1, text=plain_text("y")))
A = (Answer(numbers=(1,), text=plain_text("a")), Answer(numbers=(7,), text=plain_text("b")))
N = (Footnote(label="1", text="v"), Footnote(label="2", text="a"))
TEXT = plain_text("bericht")


def test_every_paper_can_be_shown() -> None:
    """Pairs by printed number, repeated numbers apart, orphans kept, notes with the words that mark them."""
    held = preview(AnswerSet(heading=Heading(subject="s"), questions=Q, answers=A, footnotes=N))
    assert held is not None
    assert held.questions is not None
    assert [(pair.label, len(pair.answers)) for pair in held.pairs] == [("1", 1), ("1-2", 1)]
    assert [orphan.answer.numbers for orphan in held.orphans] == [(7,)]
    assert [note.label for note in held.questions.footnotes] == ["1"]
    assert [note.label for note in held.answers[0].footnotes] == ["2"]
    for paper, kind in (
        (QuestionSet(heading=Heading(), questions=Q), "questions"), (OralQuestions(heading=Heading(), text=TEXT), "questions"),
        (DelayNotice(heading=Heading(), text=TEXT), "notices"), (Withdrawal(heading=Heading(), text=TEXT), "withdrawal"),
        (CasePage(heading=Heading(), questions=Q, answers=A), "answers"),
    ):
        shown = preview(paper)
        assert shown is not None
        assert getattr(shown, kind), kind
    assert preview(Other(title="motie")) is None
