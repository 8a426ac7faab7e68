"""Files that are no documents but lists: registrations (Zaken), publication ids, people. Each is recognised by content."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, Literal

import msgspec

from navraag.errors import LayoutError
from navraag.parsing.layouts.tk_entities import read_rows
from navraag.records.evidence import Problem
from navraag.records.identifiers import Quarantined, parse_publication
from navraag.records.parsed import Parsed

ListKind = Literal["registrations", "publication_ids", "misshapen_ids", "people"]
LARGEST_LIST = 512 * 1024 * 1024
_GZIP = b"\x1f\x8b"
_HEAD = 65536


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A list read as reference data: rows of known_publication, and records (dataset, key, JSON)."""

    publications: tuple[tuple[str | int | None, ...], ...] = ()
    records: tuple[tuple[str, str, str], ...] = ()


def unpack(data: bytes) -> tuple[bytes, bool]:
    """The bytes within a gzip file (any other bytes as they are), and whether they are whole.

    LayoutError where nothing can be unpacked, or more than 512 MiB.
    """
    parts: list[bytes] = []
    left = LARGEST_LIST
    while data.startswith(_GZIP):  # a gzip file may hold several, one behind the other
        unpacker = zlib.decompressobj(wbits=31)
        try:
            parts.append(unpacker.decompress(data, left + 1))
        except zlib.error as error:
            if not parts:
                raise LayoutError(f"the gzip file is damaged: {error}") from error
            return b"".join(parts), False
        left -= len(parts[-1])
        if left < 0:
            raise LayoutError(f"the gzip file unpacks to more than {LARGEST_LIST:,} bytes")
        if not unpacker.eof:
            return b"".join(parts), False
        data = unpacker.unused_data
    return (b"".join(parts), True) if parts else (data, True)


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


def read_registrations(data: bytes, *, name: str) -> Iterator[Parsed | Problem]:
    """Every registration of the list; in the place of a row that cannot be read, a problem that says which and why."""
    rows, whole = unpack(data)
    done = 0
    try:
        for parsed in read_rows(rows, name=name):
            yield parsed
            done += 1
    except LayoutError:
        yield from islice(_row_by_row(rows, name=name), done, None)
    if not whole:
        yield Problem(code="list.truncated", message="the list is truncated; the rows before are kept", severity="error")


def _row_by_row(rows: bytes, *, name: str) -> Iterator[Parsed | Problem]:
    """The same for a list with damaged rows: each line on its own."""
    for count, line in enumerate(rows.removeprefix(b"\xef\xbb\xbf").splitlines(), start=1):
        try:
            yield from read_rows(line, name=name) if line.strip() else ()
        except LayoutError as error:
            reason = str(error).rpartition(": ")[2]
            yield Problem(code="list.row-not-read", message=reason, severity="error", where=f"line {count}")


def read_reference(kind: ListKind, data: bytes, *, name: str) -> Reference:
    """The reference data in a list; LayoutError where the list is damaged."""
    unpacked, whole = unpack(data)
    if not whole:
        raise LayoutError(f"{name}: the list is truncated")
    text = _text(unpacked, name=name)
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
