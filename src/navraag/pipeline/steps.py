"""One document through parsing: what it is, what was read in it, why not. Everything here runs in any process."""

import mimetypes
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from navraag.documents.blobs import sha256_of
from navraag.errors import LayoutError, NotADocumentError
from navraag.parsing.read import PARSER_VERSION, parse
from navraag.pipeline.lists import ListKind, Reference, list_kind, read_reference, read_registrations
from navraag.records.evidence import Problem
from navraag.records.pages import PublicationMetadata, Registration
from navraag.records.parsed import Content, Parsed
from navraag.store.held import Outcome
from navraag.store.rows import Row, paper_row

LIST_VERSION = "1"
VERSION = f"{PARSER_VERSION}.{LIST_VERSION}"
MOST_UNREAD_ROWS = 100
"""Of a list so many unread rows are kept as problems; the rest is only counted."""
FIRST_SAMPLE = 90001
"""Samples carry case numbers from …Z90001 on, a range that the Kamer never uses."""

PUBLISHED = "koop_publications"
"""The source whose names of documents count before those of others."""

Origin = Literal["real", "sample"]
_DOCUMENT_ENDINGS = (".xml", ".html", ".htm", ".pdf", ".docx", ".doc", ".odt", ".rtf", ".txt", ".jsonl", ".jsonl.gz", ".txt.gz", ".xml.gz")
_TELLING = re.compile(r"(?:kv|ah)-[\w-]+|\d{4}Z\d{5}")
_NUMBER = re.compile(r"(\d{4})Z(\d{5})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What one document gave: rows for the store, and what the report counts."""

    sha256: str
    name: str
    outcome: Outcome
    papers: tuple[Row, ...] = ()
    problems: tuple[Problem, ...] = ()
    reference: Reference = field(default_factory=Reference)
    message: str | None = None
    kinds: Counter[str] = field(default_factory=Counter)
    real: bool = False
    sample: bool = False


def read_document(data: bytes, name: str) -> Step:
    """One file read: never raises, so that one bad document cannot stop the others."""
    sha256 = sha256_of(data)
    try:
        kind = list_kind(data)
        return _read_list(kind, data, name) if kind else _read_paper(data, name)
    except NotADocumentError as error:
        return _refuse(sha256, data, name, error)
    except LayoutError as error:
        return Step(sha256=sha256, name=name, outcome="failed", message=_sentence(error, name))
    except Exception as error:  # noqa: BLE001 - the one catch-all: around one document, recorded, the run goes on
        return Step(sha256=sha256, name=name, outcome="failed", message=_unexpected(error))


def _unexpected(error: Exception) -> str:
    """A fault of ours, in one line."""
    reason = str(error).partition("\n")[0][:300]
    return _printable(f"unexpected {type(error).__name__}: {reason}")


def _read_paper(data: bytes, name: str) -> Step:
    sha256 = sha256_of(data)
    parsed = parse(data, name=name)
    origin = _origins(parsed.content)
    return Step(
        sha256=sha256, name=name, outcome="read", papers=(paper_row(sha256, 0, parsed),), problems=parsed.problems,
        kinds=Counter([_kind(parsed)]), real="real" in origin, sample="sample" in origin,
    )


def _read_list(kind: ListKind, data: bytes, name: str) -> Step:
    sha256 = sha256_of(data)
    if kind != "registrations":
        reference = read_reference(kind, data, name=name)
        return Step(sha256=sha256, name=name, outcome="reference", reference=reference, kinds=Counter([kind]))
    papers: list[Row] = []
    problems: list[Problem] = []
    unread: list[Problem] = []
    kinds, origins = Counter[str](), set[Origin]()
    for row in read_registrations(data, name=name):
        if isinstance(row, Problem):
            unread.append(row)
            continue
        papers.append(paper_row(sha256, len(papers) + 1, row))
        problems += row.problems
        kinds[_kind(row)] += 1
        origins |= _origins(row.content)
    return Step(
        sha256=sha256, name=name, outcome="read" if papers else "failed", papers=tuple(papers),
        problems=(*problems, *unread[:MOST_UNREAD_ROWS]), kinds=kinds, real="real" in origins, sample="sample" in origins,
        message=_unread(unread),
    )


def _unread(rows: list[Problem]) -> str | None:
    """What could not be read of a list, in one sentence."""
    if not rows:
        return None
    first = _printable(f"{rows[0].where}: {rows[0].message}" if rows[0].where else rows[0].message)
    return first if len(rows) == 1 else f"{first} (and {len(rows) - 1} more rows that could not be read)"


def _kind(parsed: Parsed) -> str:
    return type(parsed.content).__name__


def _refuse(sha256: str, data: bytes, name: str, error: NotADocumentError) -> Step:
    """No document: skipped, but a failure where the file's name promises one and nothing else explains it."""
    what = _sentence(error, name).removesuffix(", not a document")
    promised = name.lower().endswith(_DOCUMENT_ENDINGS)
    broken = not data.strip(b"\x00 \t\r\n") or what.startswith(("binary", "damaged", "a compressed file"))
    outcome: Outcome = "failed" if promised and broken else "skipped"
    if outcome == "failed" and what.startswith("a compressed file"):
        what = "truncated or damaged, or no list in it"
    return Step(sha256=sha256, name=name, outcome=outcome, message=what, kinds=Counter([what]))


def _sentence(error: LayoutError, name: str) -> str:
    """The reason alone: parsers put the file's name before it, the report does so again."""
    return _printable(str(error).removeprefix(f"{name}: ").partition("\n")[0])


def _printable(words: str) -> str:
    """Words of a document in a message: signs that would steer a terminal become "?"."""
    return "".join(letter if letter.isprintable() else "?" for letter in words)


def _origins(content: Content) -> set[Origin]:
    """Does a document speak of real cases, or of samples? Neither where it has no number."""
    numbers = (int(match[2]) for number in _numbers(content) for match in _NUMBER.finditer(number))
    return {"sample" if number >= FIRST_SAMPLE else "real" for number in numbers}


def _numbers(content: Content) -> tuple[str, ...]:
    match content:
        case Registration():
            return (content.number,)
        case PublicationMetadata():
            return (*content.question_numbers, content.publication)
        case _ if hasattr(content, "heading"):
            return (*content.heading.question_numbers, content.heading.publication or "")
    return ()


def best_name(*names: str) -> str:
    """Of several names of the same bytes the one to read them under: with a publication id or number, then by letter.

    >>> best_name("download.xml", "ah-tk-20202021-9001.xml")
    'ah-tk-20202021-9001.xml'
    """
    return min(names, key=lambda name: (_TELLING.search(name) is None, name))


def document_name(places: Iterable[tuple[str, str]]) -> str:
    """The name of a document that sources gave under several (source, identifier): KOOP's before those of others, else the best.

    >>> document_name([("tk_resources", "a3/kv-tk-2024Z90017.pdf"), ("koop_publications", "kv-9101520/kv-9101520.pdf")])
    'kv-9101520.pdf'
    """
    names = [(source, source_id.rpartition("/")[2].rpartition("!")[2]) for source, source_id in places]
    return best_name(*([name for source, name in names if source == PUBLISHED] or [name for _, name in names]))


def media_type(name: str, data: bytes) -> str:
    """What the bytes are, as far as their first signs and the name tell."""
    if data[:1024].find(b"%PDF-") >= 0:
        return "application/pdf"
    if data.startswith(b"\x1f\x8b"):
        return "application/gzip"
    guessed, _ = mimetypes.guess_type(name, strict=False)
    return guessed or ("text/plain" if b"\x00" not in data[:4096] else "application/octet-stream")
