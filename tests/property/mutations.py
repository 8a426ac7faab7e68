"""Damaged documents, made from the samples (and from the real documents where those are): bytes and words changed at random."""

import io
import zipfile
from collections.abc import Iterator
from functools import cache
from random import Random

from navraag.replica.sample_files import sample_files
from tests.conftest import REAL

_WORDS = (
    b"Vraag 1", b"Antwoord 2 t/m 4", b"Antwoord", b"<", b">", b"&#x0;", b"]]>", b"<vraag>", b"</al>", b"(", b")", b"1)", b"[1]", b"\xc2\xa0", b"\xff\xfe",
    b"Mededeling", b"ingezonden 31 februari 2024", b"nr. 1", b"\n\n", b"\x00", b"Zie ook Aanhangsel Handelingen", b"<noot>", b"%PDF-1.7", b"PK\x03\x04",
)
_FOLDERS = ("seed", "documents", "docx", "koop", "pages")


@cache
def originals() -> tuple[tuple[str, bytes], ...]:
    """The documents to damage, by name."""
    found = {file.name: file.data for file in sample_files()}
    for folder in _FOLDERS if REAL.is_dir() else ():
        found |= {path.name: path.read_bytes() for path in sorted((REAL / folder).iterdir()) if path.is_file()}
    return tuple(sorted(found.items()))


def _changed(draw: Random, data: bytes) -> bytes:
    """Some cuts, copies, changed bytes and strange words."""
    buffer = bytearray(data)
    for _ in range(draw.choice((1, 1, 2, 3, 8))):
        at = draw.randrange(len(buffer) + 1)
        match draw.randrange(5):
            case 0:
                del buffer[at : at + draw.randrange(1, 200)]
            case 1:
                buffer[at:at] = buffer[max(0, at - draw.randrange(1, 300)) : at]
            case 2:
                buffer[at:at] = draw.choice(_WORDS)
            case 3:
                buffer[at : at + 1] = bytes([draw.randrange(256)])
            case _:
                del buffer[at:]
    return bytes(buffer)


def _inside(draw: Random, data: bytes) -> bytes:
    """The words inside a Word file changed, the archive whole."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as changed:
        for name in source.namelist():
            part = source.read(name)
            changed.writestr(name, _changed(draw, part) if name.endswith("document.xml") else part)
    return target.getvalue()


def mutated(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """That many damaged documents, the same for the same seed."""
    draw = Random(seed)
    for _ in range(count):
        name, data = draw.choice(originals())
        packed = name.endswith((".docx", ".odt")) and draw.random() < 0.7
        yield name, _inside(draw, data) if packed else _changed(draw, data)
