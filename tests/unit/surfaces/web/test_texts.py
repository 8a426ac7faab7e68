"""Texts as HTML: structure kept, marks as anchors, links, and never a word that becomes markup."""

import pytest

from navraag.records.text import Footnote, Link, Mark, Paragraph, Text
from navraag.surfaces.web.texts import Notes, by_label, render, render_note


def notes(**known: str) -> Notes:
    """Notes with these labels and words."""
    return Notes(scope="v", footnotes={label.strip("n"): Footnote(label=label.strip("n"), text=text) for label, text in known.items()}, missing="kwijt")


def html(*paragraphs: Paragraph, held: Notes | None = None) -> str:
    """A text as HTML."""
    return str(render(Text(paragraphs=paragraphs), held or notes()))


STRUCTURE = [
    ((Paragraph(text="Ja."), Paragraph(text="Nee.")), "<p>Ja.</p><p>Nee.</p>", "paragraphs"),
    ((Paragraph(text="Kop", kind="heading"),), "<h4>Kop</h4>", "a sub-heading"),
    ((Paragraph(text="citaat", kind="quote"),), "<blockquote>citaat</blockquote>", "a quotation"),
    (
        (Paragraph(text="een", kind="item", bullet="a)"), Paragraph(text="twee", kind="item")),
        '<ul class="items"><li><span class="bullet">a)</span> <span>een</span></li><li><span class="bullet">–</span> <span>twee</span></li></ul>',
        "one list, with the bullets as printed",
    ),
    (
        (Paragraph(text="a\tb", kind="row", cells=("a", "b")), Paragraph(text="c\td", kind="row", cells=("c", "d"))),
        '<div class="table" tabindex="0"><table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table></div>', "one table",
    ),
    ((Paragraph(text="<b>&'\""),), "<p>&lt;b&gt;&amp;&#x27;&quot;</p>", "mark-up stays words"),
    ((), "", "nothing"),
]


@pytest.mark.parametrize(("paragraphs", "expected", "why"), STRUCTURE)
def test_structure_is_kept(paragraphs: tuple[Paragraph, ...], expected: str, why: str) -> None:
    """Each kind of paragraph has its element; neighbours of one kind share their list or table."""
    assert html(*paragraphs) == expected, why


def test_a_mark_never_joins_a_number() -> None:
    """91 with note 1 is not 911."""
    assert html(Paragraph(text="Er staan 91 huizen", marks=(Mark(label="1", at=11),)), held=notes(n1="Bron")) == (
        '<p>Er staan 91<sup class="mark"><a role="doc-noteref" id="merk-v-1" href="#noot-v-1">1</a></sup> huizen</p>'
    )


MARKS = [
    ((Mark(label="1", at=0),), "^1^ab cd", "before everything"),
    ((Mark(label="1", at=5),), "ab cd^1^", "after everything"),
    ((Mark(label="1", at=99),), "ab cd^1^", "beyond the end: still shown"),
    ((Mark(label="1", at=2), Mark(label="2", at=2)), "ab^1^^2^ cd", "two on one spot, in order"),
    ((Mark(label="2", at=3), Mark(label="1", at=1)), "a^1^b ^2^cd", "out of order"),
]


@pytest.mark.parametrize(("marks", "expected", "why"), MARKS)
def test_marks_stand_where_they_stood(marks: tuple[Mark, ...], expected: str, why: str) -> None:
    """Whatever the offsets are, every mark is shown and no letter is lost or doubled."""
    shown = html(Paragraph(text="ab cd", marks=marks))
    for label in ("1", "2"):
        shown = shown.replace(f'<sup class="mark missing" title="kwijt">{label}</sup>', f"^{label}^")
    assert shown == f"<p>{expected}</p>", why


def test_marks_of_a_row_stay_in_their_cell() -> None:
    """The end of a cell belongs to that cell, also where cells repeat each other."""
    row = Paragraph(text="7\t7\t7", kind="row", cells=("7", "7", "7"), marks=(Mark(label="1", at=1), Mark(label="2", at=3), Mark(label="3", at=5)))
    cells = html(row).split("<td>")[1:]
    assert ["".join(letter for letter in cell.split("</td>")[0] if letter.isdigit()) for cell in cells] == ["71", "72", "73"]


def test_the_same_note_may_be_marked_twice() -> None:
    """Each mark has its own anchor; the note leads back to the first."""
    held = notes(n1="Bron")
    shown = html(Paragraph(text="a b", marks=(Mark(label="1", at=1), Mark(label="1", at=3))), held=held)
    assert 'id="merk-v-1"' in shown
    assert 'id="merk-v-1-2"' in shown
    assert [note.label for note in held.fresh(("1", "1"))] == ["1"]
    assert held.fresh(("1",)) == ()


def test_links_of_the_source_win_over_ours() -> None:
    """The source's own link, ours between, and none with another scheme."""
    text = "Zie Kamerstuk 99 123, nr. 45 en hier"
    paragraph = Paragraph(text=text, links=(Link(start=32, end=36, url="https://veen.example/?a=1&b=2"), Link(start=0, end=3, url="javascript:alert(1)")))
    shown = html(paragraph)
    assert shown.startswith("<p>Zie <a ")
    assert 'href="https://veen.example/?a=1&amp;b=2">hier</a>' in shown
    assert "javascript" not in shown


def test_a_mark_inside_a_link_follows_it() -> None:
    """A link is never cut in two."""
    shown = html(Paragraph(text="Zie hier nu", links=(Link(start=4, end=8, url="https://veen.example"),), marks=(Mark(label="1", at=6),)))
    assert "hier</a><sup" in shown


def test_notes_show_their_addresses() -> None:
    """In their words where they stand, after them where they do not."""
    note = Footnote(label="1", text="De Veenbode", urls=("https://veenbode.example", "javascript:alert(1)"))
    assert str(render_note(note, notes())) == 'De Veenbode <a rel="external noopener nofollow" href="https://veenbode.example">https://veenbode.example</a>'


def test_a_label_printed_twice_keeps_both_texts() -> None:
    """Nothing is overwritten."""
    table = by_label((Footnote(label="1", text="een", urls=("https://a.example",)), Footnote(label="1", text="twee")))
    assert table["1"] == Footnote(label="1", text="een\ntwee", urls=("https://a.example",))


def test_labels_of_all_sorts_make_anchors() -> None:
    """Only letters and digits reach an id."""
    held = Notes(scope="a1", footnotes={'"><x': Footnote(label='"><x', text="")})
    assert '"><x' not in held.mark(Mark(label='"><x', at=0)).replace('">&quot;', "")
    assert held.anchor("noot", '"><x') == "noot-a1-___x"
