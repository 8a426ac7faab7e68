"""Papers in zip files: read by their place, without a directory in memory, and told from one another by their title lines."""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import unescape
from pathlib import Path
from weakref import finalize

_LOCAL = struct.Struct("<4s5H3I2H")
_TITLE = re.compile(r'<kamervraagomschrijving type="(vraag|antwoord)">(.*?)</kamervraagomschrijving>', re.DOTALL)
_DAY = re.compile(r'isodatum="(\d{4}-\d{2}-\d{2})"')
_TAG = re.compile(r"<[^>]*>")
_NUMBER = re.compile(r"<kamervraagnummer>([^<]*)</kamervraagnummer>")
_SUBJECT = re.compile(r"<kamervraagonderwerp>(.*?)</kamervraagonderwerp>", re.DOTALL)


def words_of(markup: str) -> str:
    """Markup as words in one line."""
    return " ".join(unescape(_TAG.sub("", markup)).split())


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivePaper:
    """What the head of a paper says: its id, its printed number, its title lines as markup, and where it lies."""

    publication: str
    printed: str
    question: str
    answer: str
    subject: str
    place: tuple[int, int, int]
    size: int

    @property
    def tabled(self) -> date:
        """The day of the questions."""
        return date.fromisoformat(_DAY.findall(self.question)[-1])

    @property
    def received(self) -> date | None:
        """The day of the answer or notice; None on a question set."""
        days = _DAY.findall(self.answer)
        return date.fromisoformat(days[-1]) if days else None


def read_head(data: bytes, publication: str, place: tuple[int, int, int]) -> ArchivePaper | None:
    """The head of one paper, or None where it has no title line with a day."""
    text = data[:20_000].decode(errors="replace")
    titles = dict(reversed([(kind, markup) for kind, markup in _TITLE.findall(text)]))
    number, subject = _NUMBER.search(text), _SUBJECT.search(text)
    if not _DAY.search(titles.get("vraag", "")) or number is None or subject is None:
        return None
    return ArchivePaper(
        publication=publication, printed=number[1], question=titles["vraag"], answer=titles.get("antwoord", ""), subject=words_of(subject[1]),
        place=place, size=len(data),
    )


def papers_in(archives: list[Path]) -> Iterator[ArchivePaper]:
    """All papers of zip files, in the order in which they were written."""
    for serial, path in enumerate(archives):
        with zipfile.ZipFile(path) as archive:
            for member in archive.infolist():
                name = member.filename
                if name.endswith(".xml") and not name.endswith("metadata.xml"):
                    place = (serial, member.header_offset, member.compress_size)
                    head = read_head(archive.read(member), name.rpartition("/")[2].removesuffix(".xml"), place)
                    if head:
                        yield head


class Archives:
    """Zip files that stay open as long as somebody has this: bytes by place."""

    def __init__(self, paths: list[Path]) -> None:
        self._files = [path.open("rb") for path in paths]
        for file in self._files:
            finalize(self, file.close)

    def read(self, place: tuple[int, ...]) -> bytes:
        """The bytes of the member at a place."""
        serial, offset, size = place
        file = self._files[serial]
        file.seek(offset)
        head = _LOCAL.unpack(file.read(_LOCAL.size))
        method, name, extra = head[3], head[9], head[10]
        file.seek(name + extra, 1)
        data = file.read(size)
        return zlib.decompress(data, -zlib.MAX_WBITS) if method == zipfile.ZIP_DEFLATED else data
