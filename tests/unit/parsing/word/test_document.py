"""Word files as blocks: fields, links, boxes, tracked changes, tables, lists, notes, margins."""

import pytest

from navraag.errors import LayoutError
from navraag.parsing.word.document import WordDocument, read_word
from tests.unit.parsing.docx_maker import NAMES, docx, field, level, note, notes_part, p, r, rels, table


def texts(document: WordDocument) -> list[str]:
    """Texts."""
    return [block.text for block in document.body]


def box(words: str) -> str:
    """Box."""
    content = f"<w:txbxContent>{p(words)}</w:txbxContent>"
    return (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{content}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{content}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


@pytest.mark.parametrize(
    ("paragraph", "expected", "why"),
    [
        (p("van ", field(" DOCPROPERTY onderwerp ", "zout")), ["van zout"], "the result of a field is printed"),
        (p("blad", field(" PAGE ", "")), ["blad"], "a field without result prints nothing"),
        (
            p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', field(" IF ", "binnen"), '<w:r><w:fldChar w:fldCharType="end"/></w:r>', "buiten"),
            ["buiten"],
            "a field inside an instruction is no text",
        ),
        (p('<w:fldSimple w:instr="DATE">' + r("3 maart") + "</w:fldSimple>"), ["3 maart"], "simple fields"),
        (p("<w:sdt><w:sdtPr/><w:sdtContent>" + r("gekozen") + "</w:sdtContent></w:sdt>"), ["gekozen"], "content controls"),
        (p(box("in een kader")), ["in een kader"], "a text box is read once"),
        (p(r("<w:t>een</w:t><w:noBreakHyphen/><w:t>twee</w:t>")), ["een-twee"], "no-break hyphen"),
        (p(r("<w:t>een</w:t><w:softHyphen/><w:t>twee</w:t>")), ["eentwee"], "soft hyphen"),
        (p(r("<w:t>een</w:t><w:tab/><w:t>twee</w:t>")), ["een twee"], "tab"),
        (p("1", r("<w:br/>"), "Wat is zout?"), ["1", "Wat is zout?"], "a break parts lines"),
        (p(r('<w:sym w:font="Wingdings" w:char="F0E0"/>')), ["→"], "symbols"),
        (p("H", r("2"), "O"), ["H2O"], "runs join"),
        (p("<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"), ["a+b"], "formulas keep their words"),
        ("<w:sdt><w:sdtContent>" + p("in een blok") + "</w:sdtContent></w:sdt>", ["in een blok"], "block controls"),
    ],
)
def test_words(paragraph: str, expected: list[str], why: str) -> None:
    """What is printed is read, once, and nothing else."""
    document = read_word(docx(paragraph))

    assert texts(document) == expected, why
    assert document.problems == ()


def test_tracked_changes() -> None:
    """Insertions are kept, deletions are left out and reported."""
    deleted = "<w:del><w:r><w:delText>Nooit.</w:delText></w:r></w:del>"
    document = read_word(docx(p("Ja. ", f"<w:ins>{r('Zeker.')}</w:ins>", deleted)))

    assert texts(document) == ["Ja. Zeker."]
    assert [(one.code, one.severity) for one in document.problems] == [("word.deleted-text", "note")]


def test_a_deleted_end_of_paragraph_joins() -> None:
    """Where the end of a paragraph was deleted, its words and those of the next are one paragraph."""
    first = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{r('De prijs ')}</w:p>"

    assert texts(read_word(docx(first + p("van zout."), first))) == ["De prijs van zout.", "De prijs"]


def test_a_damaged_part_is_reported_and_the_rest_read() -> None:
    """A header that is no XML costs no answer."""
    document = read_word(docx(p("Ja.", numbered=("1", 0)), parts={"word/numbering.xml": "<w:numbering"}))

    assert texts(document) == ["Ja."]
    assert [(one.code, one.severity, one.where) for one in document.problems] == [
        ("word.part-unreadable", "error", "word/numbering.xml"),
    ]


def test_hidden_text_is_reported() -> None:
    """Hidden words are no words of the paper, but nobody loses them silently."""
    document = read_word(docx(p("Ja.", r("geheim", hidden=True))))

    assert texts(document) == ["Ja."]
    assert [one.code for one in document.problems] == ["word.hidden-text"]


def test_an_unknown_element_is_reported() -> None:
    """Strict interpretation: what is not known is said."""
    document = read_word(docx(p(r("<w:hologram/>"))))

    assert [(one.code, "hologram" in one.message) for one in document.problems] == [("word.unknown-element", True)]


def test_hyperlinks() -> None:
    """Links by relationship and by field point to the words that they cover."""
    parts = {"word/_rels/document.xml.rels": rels(rId1=("hyperlink", "https://zout.example"))}
    linked = f'<w:hyperlink r:id="rId1">{r("hier")}</w:hyperlink>'
    document = read_word(docx(p("Zie ", linked, " en ", field(' HYPERLINK "https://peper.example" ', "daar")), parts=parts))
    links = document.body[0].paragraph.links

    assert [(document.body[0].text[link.start : link.end], link.url) for link in links] == [
        ("hier", "https://zout.example"),
        ("daar", "https://peper.example"),
    ]


def test_automatic_numbers() -> None:
    """Numbers that only Word's lists know stand in ``number``; an empty numbered paragraph counts too."""
    document = read_word(
        docx(
            p("Wat is zout?", numbered=("1", 0)), p(numbered=("1", 0)), p("Wat is peper?"), p("- korrel", numbered=("1", 1)),
            lists={"1": level(0, "decimal", "%1.") + level(1, "bullet", "o")},
        )
    )

    assert [(block.number, block.paragraph.bullet, block.text) for block in document.body] == [
        ("1.", "", "Wat is zout?"),
        ("2.", "", ""),
        ("", "", "Wat is peper?"),
        ("", "o", "- korrel"),
    ]


def test_styles_give_bold_headings_and_numbers() -> None:
    """What a style says holds for its paragraphs, also where it stands in the style that it is based on."""
    styles = (
        f'<w:styles {NAMES}><w:style w:type="paragraph" w:styleId="Basis"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Kop"><w:basedOn w:val="Basis"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        "</w:styles>"
    )
    block = read_word(docx(p("Zout", style="Kop"), parts={"word/styles.xml": styles}, lists={"1": level(0, "decimal", "%1")})).body[0]

    assert (block.bold, block.heading, block.number) == (True, True, "1")


def test_notes_are_labelled_in_order_of_reference() -> None:
    """Word counts notes as they are referred to, whatever their ids; endnotes beside footnotes count in Roman."""
    parts = {
        "word/footnotes.xml": notes_part("footnote", {2: " Eerst.", 1: " Dan: www.zout.example."}),
        "word/endnotes.xml": notes_part("endnote", {1: " Slot."}),
    }
    document = read_word(docx(p("Een", note(2), " twee", note(1), " drie", note(1, "endnote"), "."), parts=parts))

    assert [(mark.label, mark.at) for mark in document.body[0].paragraph.marks] == [("1", 3), ("2", 8), ("i", 13)]
    assert [(one.label, one.text, one.urls) for one in document.footnotes] == [
        ("1", "Eerst.", ()),
        ("2", "Dan: www.zout.example.", ("www.zout.example",)),
        ("i", "Slot.", ()),
    ]


def test_a_mark_of_the_authors_own() -> None:
    """A note with a typed mark keeps it and does not count."""
    custom = '<w:r><w:footnoteReference w:id="1" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'
    parts = {"word/footnotes.xml": notes_part("footnote", {1: " Ster.", 2: " Een."})}
    document = read_word(docx(p("Zout", custom, note(2)), parts=parts))

    assert [one.label for one in document.footnotes] == ["*", "1"]
    assert document.body[0].text == "Zout"


def test_notes_typed_with_raised_numbers_at_the_end() -> None:
    """Paragraphs at the end that begin with a raised number are notes."""
    document = read_word(docx(p("Zout?", r("1", raised=True)), p(r("1", raised=True), " De Zoutkoerier")))

    assert [block.text for block in document.body] == ["Zout?"]
    assert [(one.label, one.text) for one in document.footnotes] == [("1", "De Zoutkoerier")]


def test_content_tables_keep_their_cells() -> None:
    """A table of figures gives rows with cells."""
    document = read_word(docx(table(("jaar", "ton"), ("2098", "31"))))

    assert [block.paragraph.cells for block in document.body] == [("jaar", "ton"), ("2098", "31")]
    assert {block.paragraph.kind for block in document.body} == {"row"}


@pytest.mark.parametrize(
    ("rows", "expected", "why"),
    [
        ((("Een brief zonder kolommen",),), [("", "Een brief zonder kolommen")], "one cell a row lays out the page"),
        (
            ((p("Vraag 1") + p("Wat is zout?"), p("Antwoord 1") + p("Een kruid.")),),
            [("", "Vraag 1"), ("", "Wat is zout?"), ("", "Antwoord 1"), ("", "Een kruid.")],
            "headings of questions in cells",
        ),
        (
            (("1.", "Hoe verklaart u dat de prijs van zout gestegen is?"), ("2.", "Hoe verklaart u dat die van peper gedaald is?")),
            [("1.", "Hoe verklaart u dat de prijs van zout gestegen is?"), ("2.", "Hoe verklaart u dat die van peper gedaald is?")],
            "a column of numbers beside sentences",
        ),
    ],
)
def test_layout_tables_become_paragraphs(rows: tuple[tuple[str, ...], ...], expected: list[tuple[str, str]], why: str) -> None:
    """A table that only lays out the page is no table."""
    document = read_word(docx(table(*rows)))

    assert [(block.number, block.text) for block in document.body] == expected, why


def test_margins_are_read_once() -> None:
    """Headers and footers that several sections share are read once, in order."""
    section = '<w:sectPr><w:headerReference r:id="h1"/><w:footerReference r:id="f1"/></w:sectPr>'
    parts = {
        "word/_rels/document.xml.rels": rels(h1=("header", "header1.xml"), f1=("footer", "footer1.xml")),
        "word/header1.xml": f"<w:hdr {NAMES}>{p('Datum 3 maart 2099')}</w:hdr>",
        "word/footer1.xml": f"<w:ftr {NAMES}>{p('Pagina 1 van 2')}</w:ftr>",
    }
    document = read_word(docx(p("Ja.", f"<w:pPr>{section}</w:pPr>") + section, parts=parts))

    assert [(kind, [block.text for block in blocks]) for kind, blocks in document.margins] == [
        ("header", ["Datum 3 maart 2099"]),
        ("footer", ["Pagina 1 van 2"]),
    ]


def test_the_strict_variant_is_named() -> None:
    """The strict variant has other names; better say so than read nothing."""
    strict = '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body/></w:document>'

    with pytest.raises(LayoutError, match="strict variant"):
        read_word(docx(parts={"word/document.xml": strict}))


def test_deep_nesting_ends_somewhere() -> None:
    """A file made to hurt is read as far as it makes sense."""
    deep = "<w:smartTag>" * 150 + r("diep") + "</w:smartTag>" * 150

    assert [one.code for one in read_word(docx(f"<w:p>{deep}</w:p>")).problems] == ["word.unknown-element"]


