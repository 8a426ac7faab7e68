"""KOOP's XML as paragraphs: lists, tables, headings, note marks and links keep their form, and no word is dropped."""

from typing import Literal

from lxml import etree

from navraag.parsing.markup.flow import Flow
from navraag.parsing.markup.xml_safe import flat_text, raw_text
from navraag.parsing.notebook import NoteBook, clean_label
from navraag.parsing.tables import row_paragraph
from navraag.records.evidence import Problem
from navraag.records.text import Paragraph, ParagraphKind

Role = Literal[
    "block", "heading", "quote", "item", "number", "row", "inline", "link", "note", "noteref", "break", "picture", "skip"
]

_INLINE = (
    "nadruk", "sup", "inf", "datum", "naam", "voornaam", "achternaam", "voorvoegsels", "tussenvoegsel", "initialen",
    "organisatie", "kamervraagonderwerp", "unl", "abbr", "ins", "del", "dossiernr", "ondernummer", "functie", "tekstcorrectie",
    "begrip", "plaats", "ond",
)
ROLES: dict[str, Role] = {
    **dict.fromkeys(_INLINE, "inline"),
    "extref": "link", "intref": "link", "extref-groep": "inline", "dossierref": "link",
    "noot": "note", "nootref": "noteref", "br": "break",
    "tussenkop": "heading", "titel": "heading", "title": "heading", "kop": "heading", "citaat": "quote", "citaat-tekst": "quote",
    "li": "item", "li.nr": "number", "row": "row",
    "plaatje": "block", "illustratie": "picture", "formule": "picture", "colspec": "skip", "spanspec": "skip",
    "metadata": "skip",
}
_LONGEST_LABEL = 6
_KINDS: dict[str, ParagraphKind] = {"heading": "heading", "item": "item", "quote": "quote"}
_LINK_FORMS = {"document": "https://zoek.officielebekendmakingen.nl/{}.html", "dossier": "https://zoek.officielebekendmakingen.nl/{}"}


class XmlFlow(Flow):
    """Reads the content of elements; notes met on the way go to the note book."""

    def __init__(self, root: etree._Element) -> None:
        super().__init__()
        self.notes = NoteBook()
        self._root = root
        self._pending: dict[str, str] | None = None

    def read(
        self, element: etree._Element, *, without: etree._Element | None = None, marks: tuple[str, ...] = ()
    ) -> tuple[Paragraph, ...]:
        """The paragraphs of an element; ``without`` is a child that was read, ``marks`` the note marks that it bore."""
        if not marks and (plain := _plain_paragraphs(element, without)) is not None:
            return plain
        with self._apart(marks) as paragraphs:
            self._walk(element, without)
            self._flush()
            self._flush_bullet()
        return tuple(paragraphs)

    def read_whole(self, element: etree._Element) -> tuple[Paragraph, ...]:
        """The paragraphs of an element that is itself a list, a table or a heading."""
        outer = self._out
        self._out = []
        self._child(element)
        self._flush()
        self._flush_bullet()
        paragraphs = tuple(self._out)
        self._out = outer
        return paragraphs

    def heading(self, element: etree._Element) -> tuple[str, tuple[str, ...]]:
        """The words of a heading on one line, and the labels of the note marks in it."""
        if not len(element):
            return " ".join((element.text or "").split()), ()
        paragraphs = self.read(element)
        marks = tuple(mark.label for paragraph in paragraphs for mark in paragraph.marks)
        return " ".join(filter(None, (f"{p.bullet} {p.text}".strip() for p in paragraphs))), marks

    def _walk(self, element: etree._Element, without: etree._Element | None = None) -> None:
        self._builder.add(element.text)
        for child in element:
            if child is not without:
                self._child(child)
            self._builder.add(child.tail)

    def _child(self, child: etree._Element) -> None:
        role = ROLES.get(str(child.tag)) or self._guess(child)
        match role:
            case "inline":
                self._walk(child)
            case "link":
                self._link(child)
            case "note":
                self._note(child)
            case "noteref":
                self._builder.mark(self._label_of(child))
                if len(raw_text(child)) > _LONGEST_LABEL:
                    self._walk(child)
            case "break":
                self._builder.space()
                self._walk(child)
            case "skip":
                # Metadata and column widths have no words; where one does, they are kept like any others.
                self._walk(child)
            case "picture":
                self._picture(child)
            case _:
                self._block(child, role)

    def _guess(self, child: etree._Element) -> Role:
        """An unknown element in the middle of words is part of them; elsewhere it is a block of its own."""
        if str(child.tag) in BLOCKS:
            return "block"
        inside = self._builder.begun or bool((child.tail or "").strip())
        return "inline" if inside and not any(str(d.tag) in BLOCKS for d in child.iterdescendants()) else "block"

    def _block(self, child: etree._Element, role: Role) -> None:
        self._flush()
        if role == "row":
            loose = " ".join(" ".join(filter(None, (child.text, *(cell.tail for cell in child)))).split())
            cells = [self.read(cell) for cell in child]
            self._out.append(row_paragraph([*cells, (Paragraph(text=loose),)] if loose else cells))
            return
        if role == "number":
            self._flush_bullet()
            self._bullet = flat_text(child)
            return
        before = self._kind
        self._kind = _KINDS.get(role, before)
        self._walk(child)
        self._flush()
        if role == "item":
            self._flush_bullet()
        self._kind = before

    def _link(self, child: etree._Element) -> None:
        target = child.get("doc") or child.get("dossier") or child.get("href") or ""
        form = _LINK_FORMS.get("dossier" if child.tag == "dossierref" else child.get("soort", ""))
        url = form.format(target) if form and target and "://" not in target else target
        if not url or url.startswith("#"):
            self._walk(child)
            return
        self._builder.open_link(url)
        self._walk(child)
        self._builder.close_link()

    def _note(self, child: etree._Element) -> None:
        label = self._keep_note(child)
        self._builder.mark(label)

    def _keep_note(self, child: etree._Element) -> str:
        number = child.find("noot.nr")
        if number is None:
            number = child.find("nr")
        printed = flat_text(number) if number is not None else child.get("nr", "")
        paragraphs = self.read(child, without=number)
        return self.notes.add(printed, paragraphs, note_id=child.get("id", ""), table=child.get("type") == "tabel")

    def _label_of(self, reference: etree._Element) -> str:
        target = reference.get("refid") or reference.get("nr") or ""
        printed = clean_label(raw_text(reference))
        return self.notes.by_id.get(target) or self._later_notes().get(target) or printed or target or "?"

    def _later_notes(self) -> dict[str, str]:
        """Labels of notes that stand further on, by id."""
        if self._pending is None:
            self._pending = {}
            for note in self._root.iter("noot"):
                number = note.find("noot.nr")
                printed = flat_text(number) if number is not None else note.get("nr", "")
                self._pending[note.get("id", "")] = clean_label(printed)
        return self._pending

    def _picture(self, child: etree._Element) -> None:
        shown = child.get("naam") or child.get("alt") or str(child.tag)
        self.problems.append(Problem(code="content.picture", message=f"a picture is not shown: {shown}", severity="note"))
        self._walk(child)


def _plain_paragraphs(element: etree._Element, without: etree._Element | None) -> tuple[Paragraph, ...] | None:
    """The short way for what most elements hold: nothing but ``al`` without elements in it."""
    if element.text and not element.text.isspace():
        return None
    paragraphs = []
    for child in element:
        if child.tail and not child.tail.isspace():
            return None
        if child is without:
            continue
        if child.tag != "al" or len(child):
            return None
        if text := " ".join((child.text or "").split()):
            paragraphs.append(Paragraph(text=text.replace("\u00ad", "") if "\u00ad" in text else text))
    return tuple(paragraphs)


BLOCKS = frozenset({
    "al", "al-groep", "lijst", "li", "table", "tgroup", "thead", "tbody", "tfoot", "row", "entry", "tussenkop", "titel",
    "divisie", "box", "kop", "bijlage", "vraag", "antwoord", "kamervraagopmerking", "toelichting", "toelicht", "plaatje",
    "ondertekening", "definitielijst", "definitie-item", "term", "definitie", "vrije-tekst", "tekst", "citaat", "noot.al",
    "algemeen", "stuk", "stuknr", "datumtekst", "dossier", "kamerstukkop", "tekstregel", "dossiernummer", "label", "nr",
})

