"""Which layout is this? Decided by the bytes first, by the name only where they leave it open."""

import json
import re
import zipfile
import zlib
from io import BytesIO
from typing import Literal, NoReturn

from navraag.errors import LayoutError, NotADocumentError
from navraag.parsing.decoding import decode

Layout = Literal[
    "koop_xml", "koop_xml_old", "koop_html", "koop_metadata", "tk_docx", "pdf", "plain_text", "openkamer_page",
    "tk_entities", "odt",
]

_HEAD = 8192
_NO_DOCUMENT = (
    (b"\x89PNG\r\n", "an image (PNG)"),
    (b"\xff\xd8\xff", "an image (JPEG)"),
    (b"GIF8", "an image (GIF)"),
    (b"BM", "an image (BMP)"),
    (b"II*\x00", "an image (TIFF)"),
    (b"MM\x00*", "an image (TIFF)"),
    (b"RIFF", "a media file (RIFF)"),
    (b"\x00\x00\x01\x00", "an icon"),
    (b"\x7fELF", "an executable (ELF)"),
    (b"MZ", "an executable (Windows)"),
    (b"\xcf\xfa\xed\xfe", "an executable (Mach-O)"),
    (b"\xca\xfe\xba\xbe", "an executable"),
    (b"#!", "a script"),
    (b"SQLite format 3\x00", "a database (SQLite)"),
    (b"BZh", "a compressed file (bzip2)"),
    (b"\xfd7zXZ", "a compressed file (xz)"),
    (b"7z\xbc\xaf", "an archive (7z)"),
    (b"Rar!", "an archive (RAR)"),
    (b"\x28\xb5\x2f\xfd", "a compressed file (zstd)"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
    (b"\x00\x00\x00\x18ftyp", "a video"),
    (b"\x00\x00\x00\x20ftyp", "a video"),
)
_TEXT_SIGNATURES = frozenset({b"BM", b"MZ", b"BZh", b"ID3", b"Rar!", b"RIFF", b"OggS", b"GIF8"})
_NO_DOCUMENT_NAMES = {
    "csv": "a table (CSV)", "tsv": "a table (TSV)", "md": "a note (Markdown)", "rst": "a note", "py": "a program",
    "css": "a style sheet", "js": "a program", "toml": "a settings file", "yaml": "a settings file", "yml": "a settings file",
    "ini": "a settings file", "log": "a log",
}
_XML_ROOTS: dict[str, Layout] = {
    "officiele-publicatie": "koop_xml",
    "kamervragen": "koop_xml",
    "kamerstuk": "koop_xml",
    "vraagdoc": "koop_xml_old",
    "metadata_gegevens": "koop_metadata",
    "owms-metadata": "koop_metadata",
    "searchRetrieveResponse": "koop_metadata",
    "record": "koop_metadata",
    "gzd": "koop_metadata",
    "diagnostics": "koop_metadata",
}
_ROOT = re.compile(r"<(?![!?])(?:([\w.-]{1,100}):)?([\w.-]{1,100})")
_SKIP = re.compile(r"<\?[^>]{0,2000}\?>|<!--(?:[^-]|-(?!->)){0,4000}-->|<!DOCTYPE[^>\[]{0,500}>|\s+", re.IGNORECASE)
_HTML = re.compile(
    rb"<(?:!doctype html|html|head|body|div|section|main|article|h[1-6]|p|ul|ol|table|span|a)[\s>/]", re.IGNORECASE
)
_OPENKAMER_TEXT = re.compile(r"(?:#[^\n]{0,500}\n)?\s{0,200}Kamervraag (?:kv-)?[\w|-]{5,40}[ \t]*\r?\n")
_OPENKAMER_FIELD = re.compile(r"^\s{0,20}(?:Ingediend|Indieners?|Bron vraag)\b", re.MULTILINE)
_OPENKAMER_HTML = (b"Bron vraag", b"Ingediend")
_ID_LINE = re.compile(r"(?:ah|kv|kst|blg|h)-[\w-]{4,60}")


def detect(data: bytes, *, name: str = "") -> Layout:
    """The layout of these bytes; NotADocumentError where they are no document we know.

    LayoutError where they are a document that cannot be read as it is: locked, damaged, in an old or wrong format.
    """
    if not data.strip(b"\x00 \t\r\n"):
        _no_document(name, "an empty file")
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _detect_zip(data, name)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    _refuse_known_formats(data, name)
    head = decode_head(data).lstrip("\ufeff \t\r\n")
    if head.startswith("<"):
        return _detect_markup(data, head, name)
    if head.startswith(("{", "[")):
        _refuse_json(data, name)
    return _detect_text(data, name)


def decode_head(data: bytes) -> str:
    """The first characters of a text in any of the usual encodings, good enough to recognise a layout by."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data[:_HEAD].decode("utf-16", errors="replace")
    return data[:_HEAD].decode("utf-8", errors="replace")


def _no_document(name: str, what: str) -> NoReturn:
    raise NotADocumentError(f"{name or 'input'}: {what}, not a document")


def _refuse_known_formats(data: bytes, name: str) -> None:
    """Binary formats that we name in the refusal."""
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        _refuse_ole(data, name)
    if data.startswith(b"{\\rtf"):
        raise LayoutError(f"{name or 'document'}: rich text (RTF) is not read; save it as .docx or PDF")
    if data.startswith(b"\x1f\x8b"):
        _refuse_gzip(data, name)
    for signature, what in _NO_DOCUMENT:
        # A signature of plain letters may open a sentence too ("BM-zorg"): then only binary bytes settle it.
        if data.startswith(signature) and (signature not in _TEXT_SIGNATURES or b"\x00" in data[:_HEAD]):
            _no_document(name, what)
    if b"\x00" in data[:_HEAD] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        _no_document(name, "binary data of an unknown kind")


def _refuse_ole(data: bytes, name: str) -> NoReturn:
    shown = name or "document"
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise LayoutError(f"{shown}: protected with a password; save it without one")
    if "Workbook".encode("utf-16-le") in data:
        _no_document(name, "a spreadsheet (.xls)")
    raise LayoutError(f"{shown}: an old Word file (.doc) is not read; save it as .docx or PDF")


def _refuse_gzip(data: bytes, name: str) -> NoReturn:
    try:
        start = zlib.decompressobj(wbits=31).decompress(data[:65536], 4096)
    except zlib.error:
        start = b""
    if start.lstrip().startswith(b"{"):
        raise LayoutError(f"{name or 'input'}: a file of many rows: use import")
    _no_document(name, "a compressed file (gzip)")


def _detect_zip(data: bytes, name: str) -> Layout:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise LayoutError(f"{name or 'document'}: the zip container is truncated or damaged") from error
    if "word/document.xml" in members or ("[Content_Types].xml" in members and any(m.startswith("word/") for m in members)):
        return "tk_docx"
    if "content.xml" in members and "mimetype" in members:
        return "odt"
    if any(member.startswith(("xl/", "ppt/")) for member in members):
        _no_document(name, "a spreadsheet or presentation")
    _no_document(name, "a zip archive: use import")


def _refuse_json(data: bytes, name: str) -> None:
    """JSON is data about documents; a sentence that opens with a bracket is none."""
    first, _, rest = data.strip().partition(b"\n")
    if first.startswith(b"{") and rest.strip() and _is_json(first):
        raise LayoutError(f"{name or 'input'}: a file of many rows: use import")
    if _is_json(data) or name.lower().endswith((".json", ".jsonl", ".geojson")):
        _no_document(name, "JSON data")


def _is_json(data: bytes) -> bool:
    try:
        json.loads(data)
    except (ValueError, RecursionError):
        return False
    return True


def _detect_markup(data: bytes, head: str, name: str) -> Layout:
    prefix, root = xml_root(head)
    if root.lower() in {"html", "head", "body"} or _looks_like_html(head, root):
        return _detect_html(data)
    if "<!ENTITY" in head or b"<!ENTITY" in data[:65536]:
        raise LayoutError(f"{name or 'document'}: XML that declares entities is refused")
    if root in {"feed", "entry"} and "tweedekamer.nl" in head:
        return "tk_entities"
    if "tweedekamer.nl/xsd/tkData" in head:
        return "tk_entities"
    layout = _XML_ROOTS.get(root)
    if layout == "koop_xml" and b"<vraagdoc" in data:
        return "koop_xml_old"
    if layout:
        return layout
    _no_document(name, f"XML of an unknown kind (<{prefix + ':' if prefix else ''}{root}>)" if root else "damaged markup")


def xml_root(head: str) -> tuple[str, str]:
    """Prefix and name of the first element, past declarations and comments; ("", "") where there is none.

    >>> xml_root('<?xml version="1.0"?><!-- x --><sru:record a="b"/>')
    ('sru', 'record')
    """
    at = 0
    while (skipped := _SKIP.match(head, at)) and skipped.end() > at:
        at = skipped.end()
    found = _ROOT.match(head, at) or _ROOT.search(head, at)
    return (found[1] or "", found[2]) if found else ("", "")


def _looks_like_html(head: str, root: str) -> bool:
    return root not in _XML_ROOTS and _HTML.match(f"<{root} ".encode()) is not None and "<?xml" not in head[:100]


def _detect_html(data: bytes) -> Layout:
    # KOOP pages may cite openkamer.org; only Open Kamer's own page has both field names and none of KOOP's classes.
    if all(word in data for word in _OPENKAMER_HTML) and b"kamervraagomschrijving" not in data:
        return "openkamer_page"
    return "koop_html"


def _detect_text(data: bytes, name: str) -> Layout:
    ending = name.lower().rpartition(".")[2]
    if ending in _NO_DOCUMENT_NAMES:
        _no_document(name, _NO_DOCUMENT_NAMES[ending])
    text = decode(data, name=name)
    lines = [line for line in text[:_HEAD].splitlines() if line.strip()]
    if _is_table(lines):
        _no_document(name, "a table")
    if len(lines) > 3 and all(_ID_LINE.fullmatch(line.strip()) for line in lines[:50]):
        _no_document(name, "a list of publication ids")
    if _OPENKAMER_TEXT.match(text) and _OPENKAMER_FIELD.search(text[:4000]):
        return "openkamer_page"
    return "plain_text"


def _is_table(lines: list[str]) -> bool:
    """At least three lines, nearly all with the same number of tabs."""
    tabs = [line.count("\t") for line in lines[:50]]
    if len(tabs) < 3 or not max(tabs):
        return False
    common = max(set(tabs), key=tabs.count)
    return common > 0 and tabs.count(common) >= 0.9 * len(tabs)
