"""OpenDocument texts, as KOOP offers them beside XML, HTML and PDF."""

from xml.sax.saxutils import escape

from navraag.replica.render_word import zipped
from navraag.replica.sheets import Sheet
from navraag.replica.word_lines import word_lines

_TYPE = "application/vnd.oasis.opendocument.text"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"


def odt(sheet: Sheet) -> bytes:
    """The OpenDocument text of a sheet."""
    lines = [line for line in word_lines(sheet) if line.line.words]
    body = "".join(f"<text:p>{escape(line.line.words)}</text:p>" for line in lines)
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
        for path, kind in (("/", _TYPE), ("content.xml", "text/xml"))
    )
    return zipped({
        "mimetype": _TYPE,
        "content.xml": f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content xmlns:office="{_OFFICE}" xmlns:text="{_TEXT}"><office:body><office:text>{body}</office:text></office:body></office:document-content>',
        "META-INF/manifest.xml": f'<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest xmlns:manifest="{_MANIFEST}">{entries}</manifest:manifest>',
    })
