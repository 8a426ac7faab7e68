"""OpenDocument texts are kept whole."""

import io
import zipfile

import pytest

from navraag.errors import LayoutError
from navraag.parsing.layouts import odt
from navraag.records.pages import Other

CONTENT = (
    '<o:document-content xmlns:o="urn:o" xmlns:t="urn:t"><o:body><t:h>Kop</t:h><t:p>Een<t:s/>bel<t:note><t:p>Noot</t:p></t:note> rinkelt<t:tab/>nu.</t:p><t:p/>'
    "</o:body></o:document-content>"
)


def packed(content: str) -> bytes:
    """An OpenDocument text."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
    return target.getvalue()


def test_every_word_is_kept() -> None:
    """Headings and paragraphs in order, blanks and tabs as blanks."""
    content = odt.read(packed(CONTENT), name="x").content
    assert isinstance(content, Other)

    assert [("heading", "Kop"), ("paragraph", "Een bel Noot rinkelt nu.")] == [(p.kind, p.text) for p in content.text.paragraphs]


def test_damage_is_one_line() -> None:
    """Without its content there is nothing to keep."""
    with pytest.raises(LayoutError):
        odt.read(packed("<a>"), name="x")
