"""HTML as paragraphs, and the text that a reader of a page sees."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from navraag.parsing.markup.html_text import HtmlFlow, full_address, visible_text

ADDRESSES = [
    ("stb-2020-118.html", "https://zoek.officielebekendmakingen.nl/stb-2020-118.html"), ("./kst-1-2.html", "https://zoek.officielebekendmakingen.nl/kst-1-2.html"),
    ("/dossier/36900", "https://zoek.officielebekendmakingen.nl/dossier/36900"), ("http://bel.nl/a", "http://bel.nl/a"), ("mailto:a@bel.nl", "mailto:a@bel.nl"),
    ("#n1", ""), ("javascript:alert(1)", ""), ("", ""),
]


@pytest.mark.parametrize(("target", "expected"), ADDRESSES)
def test_addresses_of_links(target: str, expected: str) -> None:
    """Publications by their page; places in the page and scripts are no addresses."""
    assert expected == full_address(target)


def read(html: str, labels: frozenset[str] = frozenset()) -> HtmlFlow:
    """A flow that has read this."""
    flow = HtmlFlow(labels)
    body = LexborHTMLParser(html).body
    assert body is not None
    flow.paragraphs = flow.read(body)  # type: ignore[attr-defined]
    return flow


RAISED = [
    ("<p>stuk?<sup>1</sup></p>", "stuk?", ("1",)),                                                 # a label that has a note
    ("<p>3 m<sup>1</sup></p>", "3 m1", ()),                                                        # a unit
    ("<p>stuk?<sup>7</sup></p>", "stuk?7", ()),                                                    # no such note: no mark
    ("<p>1<sup>e</sup> kamer</p>", "1e kamer", ()),
    ("<p>a</p><a class='nootnum' href='#n1'>1</a><p>b</p>", "a\nb", ("1",)),                       # a mark between two paragraphs
]


@pytest.mark.parametrize(("html", "text", "labels"), RAISED)
def test_raised_figures(html: str, text: str, labels: tuple[str, ...]) -> None:
    """A mark only where there is a note and no unit."""
    paragraphs = read(html, frozenset({"1"})).paragraphs  # type: ignore[attr-defined]

    assert text == "\n".join(paragraph.text for paragraph in paragraphs)
    assert labels == tuple(mark.label for paragraph in paragraphs for mark in paragraph.marks)


def test_lists_with_printed_numbers() -> None:
    """A number in its own span is the bullet of its item; one without words stands alone."""
    paragraphs = read('<ul><li><p class="labeled"><span class="ol">a.</span> kort</p></li><li><span class="ol">b.</span></li></ul>').paragraphs  # type: ignore[attr-defined]

    assert [("item", "a.", "kort"), ("item", "b.", "")] == [(p.kind, p.bullet, p.text) for p in paragraphs]


def test_pictures_and_unknown_elements_are_reported() -> None:
    """A picture has no words; an unknown element's words are kept."""
    flow = read('<p>Een <x-bel>rode</x-bel> <img src="bel.png"/></p>')

    assert ["Een rode"] == [p.text for p in flow.paragraphs]  # type: ignore[attr-defined]
    assert ["html.unknown-element", "content.picture"] == [problem.code for problem in flow.problems]


def test_visible_text_leaves_out_what_is_not_seen() -> None:
    """Scripts and styles are no text; blocks stand on lines, cells may stay on theirs."""
    body = LexborHTMLParser("<p>een\n twee<script>x</script></p>drie<table><tr><td>a</td><td>b</td></tr></table><style>p{}</style>").body

    assert ["een  twee", "drie", "a", "b"] == [line for line in visible_text(body).splitlines() if line.strip()]
    assert "ab" in visible_text(body, inline=frozenset({"td"}))
    assert "" == visible_text(None)
