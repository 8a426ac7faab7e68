"""Files that are no documents but lists: registrations (Zaken), publication ids, people. Each is recognised by content."""

import gzip
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Literal

import msgspec

from navraag.errors import LayoutError
from navraag.parsing.layouts.tk_entities import read_rows
from navraag.records.identifiers import Quarantined, parse_publication
from navraag.records.parsed import Parsed

ListKind = Literal["registrations", "publication_ids", "misshapen_ids", "people"]
LARGEST_LIST = 1 << 30
_GZIP = b"\x1f\x8b"
_HEAD = 65536


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A list read as reference data: rows of known_publication, and records (dataset, key, JSON)."""

    publications: tuple[tuple[str | int | None, ...], ...] = ()
    records: tuple[tuple[str, str, str], ...] = ()


def unpack(data: bytes) -> bytes:
    """The bytes within a gzip file, any other bytes as they are. LayoutError where damaged or beyond 1 GiB."""
    if not data.startswith(_GZIP):
        return data
    try:
        with gzip.open(BytesIO(data)) as file:
            unpacked = file.read(LARGEST_LIST + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise LayoutError(f"the gzip file is truncated or damaged: {error}") from error
    if len(unpacked) > LARGEST_LIST:
        raise LayoutError(f"the gzip file unpacks to more than {LARGEST_LIST:,} bytes")
    return unpacked


def unpacked_head(data: bytes) -> bytes:
    """The first bytes of what ``unpack`` would give, b"" where that is damaged: enough to recognise a list by."""
    if not data.startswith(_GZIP):
        return data[:_HEAD]
    try:
        return zlib.decompressobj(wbits=31).decompress(data[:_HEAD], _HEAD)
    except zlib.error:
        return b""


def list_kind(data: bytes) -> ListKind | None:
    """Which known list these bytes are, None where they are none."""
    head = unpacked_head(data).removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith((b'{"', b"{\n", b"{ ", b"{\r")):
        return "registrations" if _holds_registrations(head) else None
    if head.startswith(b"["):
        start = head[:400].replace(b" ", b"").replace(b"\n", b"").replace(b"\r", b"")
        return "people" if start.startswith(b'[{"model":') and b'"pk":' in start else None
    if head.startswith(b"koop_id\t"):
        return "misshapen_ids"
    lines = head.split(b"\n")[:50]
    return "publication_ids" if len(lines) > 3 and all(_is_id(line.strip()) for line in lines[:-1]) else None


def _holds_registrations(head: bytes) -> bool:
    """JSON of the Tweede Kamer's OData service: rows of Zaken, one a line or under "value"."""
    return b'"Nummer"' in head and b'"Soort"' in head and b'"Onderwerp"' in head


def _is_id(line: bytes) -> bool:
    return line.startswith((b"ah-", b"kv-")) and len(line) < 64 and b" " not in line and b"\t" not in line


def read_registrations(data: bytes, *, name: str) -> Iterator[tuple[int, Parsed]]:
    """Line number and record of every registration in the list."""
    yield from enumerate(read_rows(unpack(data), name=name), start=1)


def read_reference(kind: ListKind, data: bytes, *, name: str) -> Reference:
    """The reference data in a list; LayoutError where the list is damaged."""
    text = _text(unpack(data), name=name)
    match kind:
        case "publication_ids":
            return Reference(publications=tuple(_publication(line.strip()) for line in text.splitlines() if line.strip()))
        case "misshapen_ids":
            cells = (line.split("\t") for line in text.splitlines()[1:])
            return Reference(records=tuple((kind, row[0], f'"{row[1]}"') for row in cells if len(row) > 1))
        case _:
            return Reference(records=_people(text, name=name))


def _text(data: bytes, *, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise LayoutError(f"{name}: a list that is no UTF-8: {error.reason} at byte {error.start}") from error


def _publication(name: str) -> tuple[str | int | None, ...]:
    """id, kind, year, number, problem: the columns of known_publication."""
    read = parse_publication(name)
    if isinstance(read, Quarantined):
        return name, name[:2], None, None, read.rule
    number = read.question_number
    session = read.session_year
    year = int(number[:4]) if number else int(session[:4]) if session else None
    return name, read.series, year, number, None


def _people(text: str, *, name: str) -> tuple[tuple[str, str, str], ...]:
    """Records of Open Kamer's fixtures (MIT): model, key, fields."""
    try:
        rows: list[dict[str, Any]] = msgspec.json.decode(text, type=list[dict[str, Any]])
        return tuple((str(row["model"]), str(row["pk"]), msgspec.json.encode(row["fields"]).decode()) for row in rows)
    except (msgspec.MsgspecError, KeyError) as error:
        raise LayoutError(f"{name}: a list of people that is damaged: {error}") from error
