"""Entities of the Tweede Kamer: SyncFeed XML of one entity, and OData rows of Zaken.

A Zaak of the kind "Schriftelijke vragen" becomes a Registration; every other entity is kept as Other with its words.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import msgspec
from lxml import etree

from navraag.errors import LayoutError
from navraag.parsing.markup.xml_safe import flat_text, local_name, parse_xml
from navraag.parsing.metadata import lenient_date, read_person
from navraag.parsing.openkamer.page_people import split_people
from navraag.records.attribution import Attribution
from navraag.records.evidence import Furniture, Problem
from navraag.records.pages import Entity, Other, Registration
from navraag.records.parsed import Parsed
from navraag.records.text import Paragraph, Text

LAYOUT = "tk_entities"
WRITTEN_QUESTIONS = "Schriftelijke vragen"
_USED = frozenset({"nummer", "soort", "onderwerp", "gestartOp", "vergaderjaar", "afgedaan"})
_IGNORED = frozenset({
    "organisatie", "titel", "citeertitel", "alias", "grondslagvoorhang", "termijn", "volgnummer", "status",
    "huidigeBehandelstatus", "grootProject", "kabinetsappreciatie", "kamerstukdossier", "activiteit", "agendapunt",
    "gerelateerdVanuit", "vervangenVanuit", "annotatie",
})
_ABOUT_PEOPLE = frozenset({"persoon", "fractie", "fractieZetel", "fractieZetelPersoon", "persoonLoopbaan"})
_NIL = "{http://www.w3.org/2001/XMLSchema-instance}nil"
_ROW_USED = frozenset({"Id", "Nummer", "Soort", "Onderwerp", "GestartOp", "Vergaderjaar", "Afgedaan", "_actors", "Verwijderd"})
_ROW_IGNORED = frozenset({
    "Titel", "Citeertitel", "Alias", "Status", "Organisatie", "Grondslagvoorhang", "Termijn", "Volgnummer",
    "HuidigeBehandelstatus", "GrootProject", "GewijzigdOp", "ApiGewijzigdOp", "Kabinetsappreciatie",
})
_ASKING = ("Indiener", "Medeindiener")
_ASKED = "Gericht aan"
_FIRST_NAMES = re.compile(r"(?:[A-ZÀ-Þ][a-zà-þ]{0,3}\.\s?){1,10}(?:\s?(?:van|de|den|der|ten|ter|te|'t|’t|von|el|al|la|du|le))*", re.IGNORECASE)


def read(data: bytes, *, name: str) -> Parsed:
    """One entity."""
    root = parse_xml(data, name=name)
    entity = _entity(root, name)
    if local_name(entity) == "zaak" and _field(entity, "soort") in {"", WRITTEN_QUESTIONS} and _field(entity, "nummer"):
        return Parsed(layout=LAYOUT, content=_registration(entity), problems=tuple(_unknown(entity)), furniture=_set_aside(entity))
    return Parsed(layout=LAYOUT, content=_other(entity))


def _entity(root: etree._Element, name: str) -> etree._Element:
    """The entity itself, also where it comes inside an entry of the feed."""
    tag = local_name(root)
    if tag == "feed":
        raise LayoutError(f"{name or 'input'}: a feed of many entities: use import")
    if tag != "entry":
        return root
    for content in root:
        if local_name(content) == "content" and len(content):
            return content[0]
    raise LayoutError(f"{name or 'document'}: an entry of the feed without an entity")


def _field(entity: etree._Element, field: str) -> str:
    for child in entity:
        if local_name(child) == field and child.get(_NIL) != "true":
            return flat_text(child)
    return ""


def is_deleted(entity: etree._Element) -> bool:
    """Whether the entity is a tombstone; "True" with a capital occurs."""
    return _attribute(entity, "verwijderd").strip().lower() == "true"


def _attribute(entity: etree._Element, name: str) -> str:
    """An attribute with or without its namespace: both occur."""
    return next((str(value) for key, value in entity.attrib.items() if str(key).rpartition("}")[2] == name), "")


def _registration(entity: etree._Element) -> Registration:
    return Registration(
        number=_field(entity, "nummer"),
        subject=_field(entity, "onderwerp"),
        tabled_on=lenient_date(_field(entity, "gestartOp")),
        session_year=_field(entity, "vergaderjaar") or None,
        closed=_field(entity, "afgedaan").lower() == "true",
        entity_id=entity.get("id"),
        changed_on=lenient_date(_attribute(entity, "bijgewerkt")),
    )


def _unknown(entity: etree._Element) -> Iterator[Problem]:
    for tag in dict.fromkeys(local_name(child) for child in entity):
        if tag not in _USED and tag not in _IGNORED:
            yield Problem(code="entity.unknown-field", message=f"field {tag} of a Zaak is not known", severity="note", where=tag)


def _other(entity: etree._Element) -> Other:
    kind = local_name(entity)
    number = _field(entity, "nummer") or _field(entity, "documentNummer")
    title = _field(entity, "onderwerp") or _field(entity, "titel") or f"{kind} {number or entity.get('id', '')}".strip()
    lines = [
        Paragraph(text=text, kind="item", bullet=local_name(leaf))
        for leaf in entity.iterdescendants()
        if not len(leaf) and (text := flat_text(leaf))
    ]
    if is_deleted(entity):
        lines.insert(0, Paragraph(text="verwijderd"))
    return Other(title=title, text=Text(paragraphs=tuple(lines)), entity=_about_people(entity))


def _about_people(entity: etree._Element) -> Entity | None:
    """The fields of an entity about people, None for one of another kind."""
    if local_name(entity) not in _ABOUT_PEOPLE:
        return None
    leaves = [child for child in entity if isinstance(child.tag, str) and child.get(_NIL) != "true"]
    return Entity(
        kind=local_name(entity), id=entity.get("id") or "", deleted=is_deleted(entity),
        fields=tuple((local_name(leaf), text) for leaf in leaves if (text := flat_text(leaf))),
        references=tuple((local_name(leaf), reference) for leaf in leaves if (reference := _attribute(leaf, "ref"))),
    )


def _set_aside(entity: etree._Element) -> tuple[Furniture, ...]:
    """Fields that are ignored by name, and the kind, which every set of written questions shares."""
    names = _IGNORED | {"soort"}
    texts = [flat_text(child) for child in entity if local_name(child) in names]
    return tuple(Furniture(kind="running_head", text=text) for text in texts if text)


def read_rows(data: bytes, *, name: str) -> Iterator[Parsed]:
    """A Registration for each row that is a set of written questions, one JSON object a line or under "value".

    Rows of other kinds and deleted ones are passed over. LayoutError, with the number of the line, where a row is no
    JSON object with a number.
    """
    for row, where in _rows(data, name):
        if row.get("Soort") == WRITTEN_QUESTIONS and not row.get("Verwijderd"):
            yield Parsed(layout=LAYOUT, content=read_row(row, where=where))


def read_lines(lines: Iterable[str | bytes], *, name: str = "") -> Iterator[Registration]:
    """The same from lines that arrive one by one, without holding them all."""
    for count, line in enumerate(lines, start=1):
        if line.strip():
            row = _row(line, f"{name or 'input'}, line {count}")
            if row.get("Soort") == WRITTEN_QUESTIONS and not row.get("Verwijderd"):
                yield read_row(row, where=f"{name or 'input'}, line {count}")


def _rows(data: bytes, name: str) -> Iterator[tuple[Mapping[str, object], str]]:
    shown = name or "input"
    whole = _answer_of_the_service(data)
    if whole is not None:
        for count, row in enumerate(whole, start=1):
            if not isinstance(row, dict):
                raise LayoutError(f"{shown}, row {count}: no JSON object")
            yield row, f"{shown}, row {count}"
        return
    for count, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").splitlines(), start=1):
        if line.strip():
            where = f"{shown}, line {count}"
            yield _row(line, where), where


def _answer_of_the_service(data: bytes) -> list[object] | None:
    """The rows of one answer of the service ({"value": [...]}), None where the data is no such answer."""
    if b'"value"' not in data[:2000]:
        return None
    try:
        answer = msgspec.json.decode(data)
    except (msgspec.DecodeError, RecursionError):
        return None
    rows = answer.get("value") if isinstance(answer, dict) else None
    return rows if isinstance(rows, list) else None


def _row(line: str | bytes, where: str) -> Mapping[str, object]:
    try:
        row = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise LayoutError(f"{where}: no JSON") from error
    if not isinstance(row, dict):
        raise LayoutError(f"{where}: no JSON object")
    return row


def read_row(row: Mapping[str, object], *, where: str = "row") -> Registration:
    """One OData Zaak; ``_actors`` holds the names joined per relation."""
    number = row.get("Nummer")
    if not isinstance(number, str) or not number:
        raise LayoutError(f"{where}: a Zaak without a number")
    actors = row.get("_actors")
    names = actors if isinstance(actors, dict) else {}
    return Registration(
        number=number,
        subject=str(row.get("Onderwerp") or ""),
        tabled_on=_day(row.get("GestartOp")),
        session_year=str(row["Vergaderjaar"]) if row.get("Vergaderjaar") else None,
        askers=tuple(person for relation in _ASKING for person in split_names(str(names.get(relation) or ""))),
        addressees=split_names(str(names.get(_ASKED) or "")),
        closed=row.get("Afgedaan") is True,
        entity_id=str(row["Id"]) if row.get("Id") else None,
        changed_on=_day(row.get("ApiGewijzigdOp")),
    )


def unknown_fields(row: Mapping[str, object]) -> tuple[str, ...]:
    """Fields of a row that are neither used nor ignored by name."""
    return tuple(sorted(key for key in row if key not in _ROW_USED and key not in _ROW_IGNORED and "@" not in key))


def _day(stamp: object) -> date | None:
    # Local midnight with its own offset: the day is the one that is written, never converted.
    return lenient_date(stamp) if isinstance(stamp, str) else None


def split_names(joined: str) -> tuple[Attribution, ...]:
    """People of a joined list: "Edith Schippers (E.I.), I.W. Opstelten", also "Dijk, D.J.H. van".

    >>> [person.name for person in split_names("Edith Schippers (E.I.), I.W. Opstelten")]
    ['Edith Schippers', 'I.W. Opstelten']
    >>> [person.name for person in split_names("Dijk, D.J.H. van")]
    ['D.J.H. van Dijk']
    """
    entries = split_people(joined)
    people: list[str] = []
    for entry in entries:
        if people and _FIRST_NAMES.fullmatch(entry) and " " not in people[-1].replace("-", ""):
            people[-1] = f"{people[-1]}, {entry}"
        else:
            people.append(entry)
    return tuple(read_person(person) for person in people)
