"""The content of Word paragraphs: runs, fields, links, note references, tracked changes, text boxes."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from navraag.parsing.drafts import Draft
from navraag.parsing.packages import Element
from navraag.parsing.word.fields import Fields
from navraag.parsing.word.names import MC, M, R, W, local
from navraag.parsing.word.styles import Looks, Style, Styles
from navraag.parsing.word.symbols import symbol

CONTAINERS = frozenset(
    {"ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo", "ruby", "rubyBase"}
)
DELETED = frozenset({"del", "moveFrom"})
TEXT_BOXES = frozenset({"drawing", "pict", "object"})
IGNORED = frozenset(
    {
        "pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "rubyPr", "rt", "proofErr", "bookmarkStart", "bookmarkEnd",
        "permStart", "permEnd", "commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef", "footnoteRef",
        "endnoteRef", "separator", "continuationSeparator", "lastRenderedPageBreak", "softHyphen", "delInstrText",
        "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "customXmlInsRangeStart",
        "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd", "customXmlMoveFromRangeStart",
        "customXmlMoveFromRangeEnd", "customXmlMoveToRangeStart", "customXmlMoveToRangeEnd", "pgNum", "subDoc",
        "contentPart", "control", "dayShort", "dayLong", "monthShort", "monthLong", "yearShort", "yearLong", "",
    }
)  # fmt: skip
PRINTED = {
    "tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-",
}  # fmt: skip
NOTE_REFERENCES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
RUN, RUN_PROPERTIES, WORDS = (W + name for name in ("r", "rPr", "t"))
MAX_DEPTH = 60


@dataclass(slots=True, kw_only=True)
class Findings:
    """What reading the words brought up besides words; filled while reading."""

    deleted_letters: int = 0
    hidden_letters: int = 0
    unknown: set[str] = field(default_factory=set)
    unreadable: dict[str, str] = field(default_factory=dict)
    unknown_symbols: int = 0
    references: dict[str, str] = field(default_factory=dict)
    """Notes in order of reference: "footnote:2" and the mark that the author typed for it, "" for a counted one."""


class InlineReader:
    """Reads paragraph after paragraph of one part; fields may stay open from one to the next."""

    def __init__(self, styles: Styles, links: Mapping[str, str], findings: Findings) -> None:
        """``links`` are the addresses of the part's relationships by id."""
        self._styles = styles
        self._links = links
        self.findings = findings
        self._fields = Fields()
        self._style = Style()
        self._draft = Draft()
        self._boxes: list[Element] = []

    def read(self, paragraph: Element, style: Style, draft: Draft | None = None) -> tuple[Draft, list[Element]]:
        """The words of one paragraph, added to those of ``draft`` if given, and the text boxes anchored in it."""
        self._draft, self._style, self._boxes = draft if draft is not None else Draft(), style, []
        self._fields.next_paragraph()
        self._walk(paragraph, MAX_DEPTH)
        return self._draft, self._boxes

    def _walk(self, parent: Element, depth: int) -> None:
        if depth == 0:
            self.findings.unknown.add("nesting")
            return
        for child in parent:
            if child.tag == RUN:
                self._run(child)
                continue
            name = local(child)
            if name == "hyperlink":
                self._hyperlink(child, depth)
            elif name in CONTAINERS:
                self._walk(child, depth - 1)
            elif name in DELETED:
                self.findings.deleted_letters += count_letters(child)
            elif name in {"oMath", "oMathPara"}:
                self._write("".join(one.text or "" for one in child.iter(M + "t")), Looks())
            elif name == "AlternateContent":
                self._alternate(child, depth)
            elif name not in IGNORED:
                self.findings.unknown.add(name)

    def _alternate(self, element: Element, depth: int) -> None:
        branch = chosen_branch(element)
        if branch is not None:
            self._walk(branch, depth - 1)

    def _hyperlink(self, element: Element, depth: int) -> None:
        since = self._draft.place
        self._walk(element, depth - 1)
        self._draft.link(since, self._links.get(element.get(R + "id", ""), ""))

    def _run(self, run: Element) -> None:
        first = next(iter(run), None)
        looks = self._styles.run(first if first is not None and first.tag == RUN_PROPERTIES else None, self._style)
        self._run_content(run, looks)

    def _run_content(self, run: Element, looks: Looks) -> None:
        for child in run:
            if child.tag == WORDS:
                self._write(child.text or "", looks)
                continue
            name = local(child)
            if name in PRINTED:
                self._write(PRINTED[name], looks)
            elif name in TEXT_BOXES:
                self._boxes += text_boxes(child)
            elif name == "AlternateContent":
                branch = chosen_branch(child)
                if branch is not None:
                    self._run_content(branch, looks)
            elif name in NOTE_REFERENCES:
                self._note(child, run, looks)
                if child.get(W + "customMarkFollows") in {"1", "true"}:
                    return  # the rest of the run is the mark itself
            else:
                self._special(child, name, looks)

    def _special(self, child: Element, name: str, looks: Looks) -> None:
        match name:
            case "fldChar":
                self._field(child)
            case "instrText":
                self._fields.instruct(child.text or "")
            case "sym":
                self._symbol(child, looks)
            case "delText":
                self.findings.deleted_letters += count_letters(child)
            case _ if name not in IGNORED:
                self.findings.unknown.add(name)

    def _write(self, text: str, looks: Looks) -> None:
        if self._fields.hidden:
            return
        if looks.hidden:
            self.findings.hidden_letters += sum(map(str.isalnum, text))
            return
        self._draft.write(text, bold=looks.bold, raised=looks.raised)

    def _symbol(self, element: Element, looks: Looks) -> None:
        try:
            character = chr(int(element.get(W + "char", ""), 16))
        except (ValueError, OverflowError):
            character = ""
        sign = symbol(character, element.get(W + "font", "")) if character else None
        if sign is None:
            self.findings.unknown_symbols += 1
        self._write(sign or "\ufffd", looks)

    def _field(self, element: Element) -> None:
        match element.get(W + "fldCharType"):
            case "begin":
                self._fields.begin()
            case "separate":
                self._fields.separate(self._draft.place)
            case "end":
                link = self._fields.end()
                if link:
                    self._draft.link(link[1], link[0])

    def _note(self, element: Element, run: Element, looks: Looks) -> None:
        if looks.hidden or self._fields.hidden:
            return
        key = f"{NOTE_REFERENCES[local(element)]}:{element.get(W + 'id', '')}"
        custom = element.get(W + "customMarkFollows") in {"1", "true"}
        printed = "".join(one.text or "" for one in run.iter(W + "t")).strip() if custom else ""
        self.findings.references.setdefault(key, printed)
        self._draft.mark(key)


def count_letters(element: Element) -> int:
    """Letters and figures in an element that is left out."""
    names = {W + "t", W + "delText"}
    return sum(sum(map(str.isalnum, child.text or "")) for child in element.iter(*names))


def chosen_branch(alternate: Element) -> Element | None:
    """The one branch of ``mc:AlternateContent`` to read: both hold the same words, so never both."""
    choices = [*alternate.findall(MC + "Choice"), *alternate.findall(MC + "Fallback")]
    with_words = [branch for branch in choices if count_letters(branch)]
    return next(iter(with_words or choices), None)


def text_boxes(element: Element) -> list[Element]:
    """The contents of the text boxes in a drawing, outermost first; boxes inside them are read with them."""
    found: list[Element] = []
    pending = [element]
    while pending:
        for child in pending.pop():
            name = local(child)
            if name == "txbxContent":
                found.append(child)
            elif name == "AlternateContent":
                branch = chosen_branch(child)
                pending += [branch] if branch is not None else []
            elif name:
                pending.append(child)
    return found


