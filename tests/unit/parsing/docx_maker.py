"""Word files set from invented words: paragraphs, runs, lists, notes, tables, as short calls that give XML."""

import io
import zipfile
from xml.sax.saxutils import escape

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def t(text: str) -> str:
    """A text element."""
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def r(content: str, *, bold: bool = False, raised: bool = False, hidden: bool = False) -> str:
    """A run; plain words, or XML that begins with "<"."""
    props = "<w:b/>" * bold + "<w:vanish/>" * hidden + '<w:vertAlign w:val="superscript"/>' * raised
    inner = content if content.startswith("<") else t(content)
    return f"<w:r><w:rPr>{props}</w:rPr>{inner}</w:r>"


def p(*content: str, style: str = "", numbered: tuple[str, int] | None = None) -> str:
    """A paragraph of runs; plain words become a run."""
    props = f'<w:pStyle w:val="{style}"/>' if style else ""
    if numbered:
        props += f'<w:numPr><w:ilvl w:val="{numbered[1]}"/><w:numId w:val="{numbered[0]}"/></w:numPr>'
    runs = "".join(part if part.startswith("<") else r(part) for part in content)
    return f"<w:p><w:pPr>{props}</w:pPr>{runs}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """A table; a cell is plain words or XML of blocks."""
    cells = lambda row: "".join(f"<w:tc>{cell if cell.startswith('<') else p(cell)}</w:tc>" for cell in row)  # noqa: E731
    return "<w:tbl>" + "".join(f"<w:tr>{cells(row)}</w:tr>" for row in rows) + "</w:tbl>"


def note(number: int, kind: str = "footnote") -> str:
    """The reference to a Word note."""
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def field(instruction: str, result: str) -> str:
    """A complex field with its result."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{escape(instruction)}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{r(result) if result else ""}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def level(at: int, form: str, template: str, start: int = 1) -> str:
    """One level of a list."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{template}"/></w:lvl>'
    )


def notes_part(kind: str, notes: dict[int, str]) -> str:
    """``footnotes.xml`` or ``endnotes.xml``."""
    items = "".join(f'<w:{kind} w:id="{number}">{p(text)}</w:{kind}>' for number, text in notes.items())
    separator = f'<w:{kind} w:id="-1" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
    return f"<w:{kind}s {NAMES}>{separator}{items}</w:{kind}s>"


def rels(**targets: tuple[str, str]) -> str:
    """A part's relationships: id → (kind, target); a target with "://" is external."""
    items = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"{" TargetMode=" + chr(34) + "External" + chr(34) if "://" in target else ""}/>'
        for key, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{RELS}">{items}</Relationships>'


def docx(*blocks: str, parts: dict[str, str] | None = None, lists: dict[str, str] | None = None) -> bytes:
    """A Word file: blocks of the body, further parts by name, and lists by number id (levels as XML)."""
    files = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<w:document {NAMES}><w:body>{''.join(blocks)}</w:body></w:document>",
        **(parts or {}),
    }
    if lists:
        abstract = "".join(f'<w:abstractNum w:abstractNumId="{key}">{levels}</w:abstractNum>' for key, levels in lists.items())
        nums = "".join(f'<w:num w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>' for key in lists)
        files["word/numbering.xml"] = f"<w:numbering {NAMES}>{abstract}{nums}</w:numbering>"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()
