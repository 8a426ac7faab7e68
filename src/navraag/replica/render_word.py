"""Word files: a small zip of XML parts, the same bytes for the same sheet."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from navraag.replica.markup import Line, Run
from navraag.replica.sheets import Sheet
from navraag.replica.word_lines import WordLine, style_of, typed_marks, word_lines

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = f"""{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/><Override PartName="/word/footnotes.xml" ContentType="{_WORD}.footnotes+xml"/><Override PartName="/word/numbering.xml" ContentType="{_WORD}.numbering+xml"/><Override PartName="/word/footer1.xml" ContentType="{_WORD}.footer+xml"/><Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/></Types>"""
_ROOT = f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{_R}/officeDocument" Target="word/document.xml"/></Relationships>'
_NUMBERING = f"""{_HEAD}<w:numbering xmlns:w="{_W}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="–"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>"""
_STYLES = f"""{_HEAD}<w:styles xmlns:w="{_W}"><w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Voetnoottekst"><w:name w:val="footnote text"/></w:style><w:style w:type="character" w:styleId="Voetnootmarkering"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style></w:styles>"""
_FOOTER = f"""{_HEAD}<w:ftr xmlns:w="{_W}"><w:p><w:r><w:t xml:space="preserve">Pagina </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>"""


class _Writer:
    """Runs and paragraphs as WordprocessingML; gathers hyperlinks."""

    def __init__(self, typed: str) -> None:
        self.typed = typed
        self.links: list[str] = []

    def run(self, run: Run, *, bold: bool = False) -> str:
        """One run, a note mark or a hyperlink."""
        if run.mark:
            return self._mark(run)
        style = "<w:rPr>" + "<w:b/>" * (bold or run.bold) + "<w:i/>" * run.italic + "</w:rPr>"
        words = f'<w:r>{style}<w:t xml:space="preserve">{escape(run.text)}</w:t></w:r>'
        if not run.url:
            return words
        self.links.append(run.url)
        return f'<w:hyperlink r:id="rIdLink{len(self.links)}">{words}</w:hyperlink>'

    def _mark(self, run: Run) -> str:
        if self.typed:
            return f'<w:r><w:t xml:space="preserve"> {self.typed.format(run.mark)}</w:t></w:r>'
        return f'<w:r><w:rPr><w:rStyle w:val="Voetnootmarkering"/></w:rPr><w:footnoteReference w:id="{run.mark}"/></w:r>'

    def paragraph(self, item: WordLine) -> str:
        """One paragraph, with Word's own number or bullet where it has one."""
        number = 1 if item.numbered else 2 if item.line.kind == "item" else 0
        shape = f'<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr></w:pPr>' if number else ""
        return f"<w:p>{shape}{''.join(self.run(run, bold=item.bold) for run in item.line.runs)}</w:p>"

    def table(self, rows: Iterable[Line]) -> str:
        """Table rows together."""
        return "<w:tbl>" + "".join(map(_row, rows)) + "</w:tbl>"

    def body(self, lines: Iterable[WordLine]) -> Iterator[str]:
        """All paragraphs and tables."""
        for is_row, group in groupby(lines, key=lambda item: item.line.kind == "row"):
            if is_row:
                yield self.table(item.line for item in group)
            else:
                yield from map(self.paragraph, group)


def _row(line: Line) -> str:
    cells = "".join(f'<w:tc><w:p><w:r><w:t xml:space="preserve">{escape(cell)}</w:t></w:r></w:p></w:tc>' for cell in line.cells)
    return f"<w:tr>{cells}</w:tr>"


def _footnote(label: str, text: str) -> str:
    mark = '<w:r><w:rPr><w:rStyle w:val="Voetnootmarkering"/></w:rPr><w:footnoteRef/></w:r>'
    return f'<w:footnote w:id="{label}"><w:p><w:pPr><w:pStyle w:val="Voetnoottekst"/></w:pPr>{mark}<w:r><w:t xml:space="preserve"> {escape(text)}</w:t></w:r></w:p></w:footnote>'


def _footnotes(sheet: Sheet, *, printed: bool) -> str:
    separators = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    notes = "" if not printed else "".join(_footnote(label, text) for label, text in sheet.notes)
    return f'{_HEAD}<w:footnotes xmlns:w="{_W}">{separators}{notes}</w:footnotes>'


def _relations(links: list[str]) -> str:
    parts = "".join(
        f'<Relationship Id="rId{n}" Type="{_R}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(
            (("footnotes", "footnotes.xml"), ("numbering", "numbering.xml"), ("footer", "footer1.xml"), ("styles", "styles.xml")), 1
        )
    )
    more = "".join(
        f'<Relationship Id="rIdLink{n}" Type="{_R}/hyperlink" Target={quoteattr(url)} TargetMode="External"/>'
        for n, url in enumerate(links, 1)
    )
    return f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{parts}{more}</Relationships>'


def zipped(parts: dict[str, str]) -> bytes:
    """A zip of text parts whose bytes depend on nothing but the parts."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, words in parts.items():
            entry = ZipInfo(name, date_time=(2024, 6, 28, 12, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, words)
    return out.getvalue()


def word(sheet: Sheet, style: str = "") -> bytes:
    """The Word file of a sheet, in its own style or another."""
    style = style or style_of(sheet)
    typed = typed_marks(sheet, style)
    writer = _Writer(typed)
    body = "".join(writer.body(word_lines(sheet, style)))
    end = '<w:sectPr><w:footerReference w:type="default" r:id="rId3"/></w:sectPr>'
    return zipped({
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _ROOT,
        "word/document.xml": f'{_HEAD}<w:document xmlns:w="{_W}" xmlns:r="{_R}"><w:body>{body}{end}</w:body></w:document>',
        "word/_rels/document.xml.rels": _relations(writer.links),
        "word/footnotes.xml": _footnotes(sheet, printed=not typed and style != "sentence"),
        "word/numbering.xml": _NUMBERING,
        "word/styles.xml": _STYLES,
        "word/footer1.xml": _FOOTER,
    })
