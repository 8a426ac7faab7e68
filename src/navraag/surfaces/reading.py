"""Foreign documents, read in a child process with caps on memory, processor time and waiting.

What a stranger hands in may be made to hurt: so it is never parsed in the process that serves others. The bytes go to
the child through a pipe, the records come back as JSON, nothing touches the disk. The only surface that parses.
"""

import asyncio
import contextlib
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, get_args

import msgspec

from navraag.errors import LayoutError, NotADocumentError
from navraag.parsing import parse
from navraag.parsing.account.account import account
from navraag.records.evidence import Furniture, Problem
from navraag.records.parsed import Content, Parsed

Failure = Literal["empty", "too_large", "not_a_document", "not_understood", "too_long", "too_much_memory", "too_much", "stopped", "busy"]

_KINDS: dict[str, type[Any]] = {kind.__name__: kind for kind in get_args(Content)}
_MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one foreign document may cost."""

    size: int = 10 * _MEBIBYTE
    memory: int = 1024 * _MEBIBYTE
    cpu_seconds: int = 10
    wall_seconds: float = 20.0
    output: int = 12 * _MEBIBYTE


@dataclass(frozen=True, slots=True, kw_only=True)
class Characters:
    """What became of each character: the document's own text, and stretches of it (start, end, field).

    A field is ``question.3.text``, ``furniture.page_number`` and the like, or ``unplaced``.
    """

    source: str
    ranges: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What became of a foreign document: its records, or why there are none; ``reason`` is the parser's own sentence."""

    parsed: Parsed | None = None
    characters: Characters | None = None
    failure: Failure | None = None
    reason: str = ""


class _Task(msgspec.Struct):
    """What the child is told before the bytes."""

    name: str
    memory: int
    cpu_seconds: int


class _Result(msgspec.Struct):
    """What the child answers."""

    layout: str = ""
    kind: str = ""
    content: msgspec.Raw = msgspec.Raw(b"null")
    problems: tuple[Problem, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    characters: Characters | None = None
    failure: Failure | None = None
    reason: str = ""


class ReadingRoom:
    """Reads foreign documents, a few at a time; who comes when many wait is told so at once."""

    def __init__(self, limits: Limits | None = None, *, slots: int = 2, queue: int = 8) -> None:
        self.limits = limits or Limits()
        self._slots = asyncio.Semaphore(slots)
        self._room = slots + queue

    async def read(self, data: bytes, *, name: str = "") -> Reading:
        """The records of one document, or why it cannot be read."""
        if not data.strip():
            return Reading(failure="empty")
        if len(data) > self.limits.size:
            return Reading(failure="too_large")
        if self._room <= 0:
            return Reading(failure="busy")
        self._room -= 1
        try:
            async with self._slots:
                return await _read_in_child(data, name, self.limits)
        finally:
            self._room += 1


async def _read_in_child(data: bytes, name: str, limits: Limits) -> Reading:
    task = _Task(name=name[:255], memory=limits.memory, cpu_seconds=limits.cpu_seconds)
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-I", "-X", "utf8", "-m", __name__, stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL, limit=_MEBIBYTE,
    )
    try:
        async with asyncio.timeout(limits.wall_seconds):
            output = await _talk(process, msgspec.json.encode(task) + b"\n" + data, limits.output)
    except TimeoutError:
        return Reading(failure="too_long")
    finally:
        await _end(process)
    return Reading(failure="too_much") if output is None else _understood(output, process.returncode or 0)


async def _talk(process: asyncio.subprocess.Process, message: bytes, most: int) -> bytes | None:
    """Hands the child its message and gives what it answers; None where that is more than the limit."""
    writing = asyncio.ensure_future(_send(process, message))
    received = bytearray()
    assert process.stdout is not None
    try:
        while len(received) <= most and (piece := await process.stdout.read(_MEBIBYTE)):
            received += piece
    finally:
        writing.cancel()
    return bytes(received) if len(received) <= most else None


async def _send(process: asyncio.subprocess.Process, message: bytes) -> None:
    assert process.stdin is not None
    try:
        process.stdin.write(message)
        await process.stdin.drain()
        process.stdin.close()
    except (BrokenPipeError, ConnectionResetError):
        return  # the child gave up early: its exit status says why


async def _end(process: asyncio.subprocess.Process) -> None:
    """The child is gone when this returns; one that still runs, or still talks, is killed after a moment."""
    try:
        async with asyncio.timeout(0.5):
            await process.wait()
    except TimeoutError:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        # Waiting lasts until the pipes are empty: what the child still said is read and dropped.
        assert process.stdout is not None
        while await process.stdout.read(_MEBIBYTE):
            pass
        await process.wait()


def _understood(output: bytes, status: int) -> Reading:
    try:
        result = msgspec.json.decode(output, type=_Result)
        if result.failure:
            return Reading(failure=result.failure, reason=result.reason)
        content = msgspec.json.decode(result.content, type=_KINDS[result.kind])
    except (msgspec.DecodeError, KeyError):
        # SIGXCPU does not exist everywhere; the number is that of Linux and macOS.
        return Reading(failure="too_long" if -status == getattr(signal, "SIGXCPU", 24) else "stopped")
    parsed = Parsed(layout=result.layout, content=content, problems=result.problems, furniture=result.furniture)
    return Reading(parsed=parsed, characters=result.characters)


def child(message: bytes, cap: Callable[[int, int], None]) -> bytes:
    """What the child answers to a message: it caps itself first, then reads."""
    header, _, data = message.partition(b"\n")
    task = msgspec.json.decode(header, type=_Task)
    cap(task.memory, task.cpu_seconds)
    try:
        return msgspec.json.encode(_result(data, parse(data, name=task.name), task.name))
    except NotADocumentError as error:
        return msgspec.json.encode(_Result(failure="not_a_document", reason=str(error)))
    except LayoutError as error:
        return msgspec.json.encode(_Result(failure="not_understood", reason=str(error)))
    except (MemoryError, RecursionError):
        return b'{"failure":"too_much_memory"}'


def _result(data: bytes, parsed: Parsed, name: str) -> _Result:
    return _Result(
        layout=parsed.layout, kind=type(parsed.content).__name__, content=msgspec.Raw(msgspec.json.encode(parsed.content)),
        problems=parsed.problems, furniture=parsed.furniture, characters=_characters(data, parsed, name),
    )


def _characters(data: bytes, parsed: Parsed, name: str) -> Characters | None:
    """The account of a document that was read; None where there is none to give."""
    try:
        made = account(data, parsed, name=name)
    except LayoutError:
        return None
    return Characters(source=made.source, ranges=tuple((piece.start, piece.end, piece.label) for piece in made.ranges))


def cap_this_process(memory: int, cpu_seconds: int) -> None:
    """Caps memory, processor time, open files and writing to disk, for ever; where the system cannot, the clock must do."""
    try:
        import resource  # absent on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))


if __name__ == "__main__":
    sys.stdout.buffer.write(child(sys.stdin.buffer.read(), cap_this_process))
