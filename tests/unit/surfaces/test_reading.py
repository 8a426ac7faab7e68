"""Foreign documents are read in a child that cannot hurt its parent."""

import asyncio
import sys
import tempfile

import msgspec
import pytest

from navraag.surfaces.reading import Limits, ReadingRoom, child

LETTER = b"Vraag 1\nKlopt dat?\n\nAntwoord 1\nJa.\n"


def test_a_document_comes_back_as_records() -> None:
    """The same records as reading it here, and the account of its characters."""
    reading = asyncio.run(ReadingRoom().read(LETTER, name="brief.txt"))
    assert reading.failure is None
    assert reading.parsed is not None
    assert reading.parsed.layout == "plain_text"
    assert reading.characters is not None
    assert "".join(reading.characters.source.split()) == "".join(LETTER.decode().split())


FAILURES = [
    (b"", Limits(), "empty"), (b" \n\t", Limits(), "empty"), (b"x" * 11, Limits(size=10), "too_large"),
    (b"\x00\x01\x02" * 100, Limits(), "not_a_document"), (LETTER, Limits(wall_seconds=0.001), "too_long"),
    (LETTER, Limits(output=10), "too_much"),
]


@pytest.mark.parametrize(("data", "limits", "failure"), FAILURES)
def test_every_failure_has_its_name(data: bytes, limits: Limits, failure: str) -> None:
    """Nothing is raised; the child is gone."""
    reading = asyncio.run(ReadingRoom(limits).read(data, name="x"))
    assert reading.failure == failure
    assert reading.parsed is None


def test_too_little_memory_is_told_in_one_line() -> None:
    """Whether the system, Python or the parser notices first."""
    reading = asyncio.run(ReadingRoom(Limits(memory=30 * 1024 * 1024)).read(LETTER, name="x"))
    assert reading.failure in {"stopped", "too_much_memory", "not_understood"}


def test_who_comes_when_many_wait_is_told_so() -> None:
    """One is read, one waits, the third hears at once that it is busy."""

    async def three() -> list[str | None]:
        room = ReadingRoom(slots=1, queue=1)
        return [reading.failure for reading in await asyncio.gather(*(room.read(LETTER) for _ in range(3)))]

    assert sorted(str(failure) for failure in asyncio.run(three())) == ["None", "None", "busy"]


def test_the_caps_hold() -> None:
    """A child that wants more memory, or writes to disk, is refused by the system."""
    code = (
        "import sys\nfrom navraag.surfaces.reading import cap_this_process\ncap_this_process(400 * 1024 * 1024, 5)\n"
        "try:\n    bytearray(800 * 1024 * 1024)\nexcept MemoryError:\n    print('memory')\n"
        "try:\n    with open(sys.argv[1], 'w') as file:\n        file.write('x')\n    print('written')\nexcept OSError:\n    print('disk')\n"
    )
    assert asyncio.run(_run(code)).split() == ["memory", "disk"]


async def _run(code: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        process = await asyncio.create_subprocess_exec(sys.executable, "-c", code, f"{folder}/x", stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL)
        shown, _ = await process.communicate()
    return shown.decode()


def test_a_child_that_never_ends_is_stopped() -> None:
    """Waiting ends when the clock says so, whatever the child does."""
    reading = asyncio.run(ReadingRoom(Limits(wall_seconds=0.2)).read(LETTER * 100_000, name="brief.txt"))
    assert reading.failure == "too_long"


def test_a_child_that_says_too_much_is_stopped() -> None:
    """Megabytes of records beyond the limit: told so, and the slot is free for the next document."""

    async def two() -> list[str | None]:
        room = ReadingRoom(Limits(output=100_000), slots=1)
        return [(await room.read(data, name="brief.txt")).failure for data in (b"Vraag 1\nWaarom?\n" * 30_000, LETTER)]

    assert asyncio.run(two()) == ["too_much", None]


def test_the_child_speaks_json() -> None:
    """Header line, bytes, answer; its caps come first."""
    capped: list[tuple[int, int]] = []
    header = msgspec.json.encode({"name": "brief.txt", "memory": 7, "cpu_seconds": 3})
    answer = msgspec.json.decode(child(header + b"\n" + LETTER, lambda memory, cpu: capped.append((memory, cpu))))
    assert capped == [(7, 3)]
    assert answer["layout"] == "plain_text"
