"""What styles say, with what they inherit."""

import pytest
from lxml import etree

from navraag.parsing.word.styles import Looks, Style, Styles
from tests.unit.parsing.docx_maker import NAMES

STYLES = Styles(
    etree.fromstring(
        f'<w:styles {NAMES}>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Vet"><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Kop"><w:name w:val="Kop 2"/><w:basedOn w:val="Vet"/></w:style>'
        '<w:style w:type="character" w:styleId="Nootteken"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Rond1"><w:basedOn w:val="Rond2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Rond2"><w:basedOn w:val="Rond1"/></w:style>'
        "</w:styles>"
    )
)


def run_properties(inner: str) -> etree._Element:
    """A run's properties."""
    return etree.fromstring(f"<w:rPr {NAMES}>{inner}</w:rPr>")


def test_inheritance_and_circles() -> None:
    """A style has what the style below it has; a circle of a damaged file ends."""
    assert (STYLES.named("Kop").bold, STYLES.named("Kop").heading) == (True, True)
    assert STYLES.named("Rond1") == Style()
    assert STYLES.named("onbekend") == Style()
    assert STYLES.paragraph(None).name == "Normal"


@pytest.mark.parametrize(
    ("inner", "style", "expected"),
    [
        ("<w:b/>", "", Looks(bold=True)),
        ('<w:b w:val="0"/>', "Vet", Looks()),
        ("", "Vet", Looks(bold=True)),
        ('<w:rStyle w:val="Nootteken"/>', "", Looks(raised=True)),
        ('<w:vertAlign w:val="subscript"/>', "", Looks()),
        ('<w:position w:val="6"/>', "", Looks(raised=True)),
        ("<w:vanish/>", "", Looks(hidden=True)),
    ],
)
def test_looks_of_runs(inner: str, style: str, expected: Looks) -> None:
    """A run's own word goes before its styles."""
    assert STYLES.run(run_properties(inner), STYLES.named(style)) == expected
