"""Zip packages (Word, OpenDocument) opened safely: bounded in members, size and ratio, XML without entities."""

import zipfile
import zlib
from io import BytesIO

from lxml import etree

from navraag.errors import LayoutError
from navraag.parsing.markup.xml_safe import parse_xml

MAX_MEMBERS = 5_000
MAX_PART = 48 * 1024 * 1024  # the largest Word part of a real letter is 0.1 MB
MAX_TOTAL = 512 * 1024 * 1024  # pictures count too, though they are never unpacked
MAX_RATIO = 250  # real XML parts shrink 5 to 30 times
RATIO_MATTERS_FROM = 4 * 1024 * 1024
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OLE_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

Element = etree._Element  # noqa: SLF001 - lxml has no public name for the type of an element


class Package:
    """The parts of one zip package, each read only when asked for."""

    def __init__(self, data: bytes, *, what: str) -> None:
        """Open ``data``; ``what`` ("Word file") names it in the sentences of errors."""
        self.what = what
        refuse_ole(data, what=what)
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
            raise LayoutError(f"{what} is truncated or damaged: {error}") from error
        self._sizes = {member.filename: member for member in self._zip.infolist()}
        refuse_bomb(self._zip.infolist(), what=what)

    def __contains__(self, name: str) -> bool:
        return name in self._sizes

    def read(self, name: str) -> bytes:
        """The bytes of one part; LayoutError where it is absent, encrypted, damaged or too large."""
        if name not in self._sizes:
            raise LayoutError(f"{self.what} has no part {name}")
        if self._sizes[name].flag_bits & 0x1:
            raise LayoutError(f"{self.what} is protected with a password")
        try:
            with self._zip.open(name) as part:
                data = part.read(MAX_PART + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
            raise LayoutError(f"{self.what} is damaged in {name}: {error}") from error
        if len(data) > MAX_PART:
            raise LayoutError(f"{self.what}: {name} unpacks to more than {MAX_PART // 2**20} MB")
        return data

    def xml(self, name: str) -> Element:
        """The root element of one XML part."""
        return parse_xml(self.read(name), name=f"{self.what}, {name}")

    def optional_xml(self, name: str) -> Element | None:
        """The root element of one XML part, or None where the package lacks it."""
        return self.xml(name) if name in self else None


def refuse_ole(data: bytes, *, what: str) -> None:
    """LayoutError for an OLE container: a file with a password, or one of before 2007."""
    if not data.startswith(OLE_MAGIC):
        return
    if OLE_ENCRYPTED in data:
        raise LayoutError(f"{what} is protected with a password")
    raise LayoutError(f"{what} is in the binary format of before 2007 (.doc), which is not read")


def refuse_bomb(members: list[zipfile.ZipInfo], *, what: str) -> None:
    """LayoutError where a package would unpack to more than any real document does."""
    if len(members) > MAX_MEMBERS:
        raise LayoutError(f"{what} has {len(members)} parts, more than {MAX_MEMBERS}")
    total = sum(member.file_size for member in members)
    if total > MAX_TOTAL:
        raise LayoutError(f"{what} unpacks to {total // 2**20} MB, more than {MAX_TOTAL // 2**20} MB")
    for member in members:
        if member.file_size > max(RATIO_MATTERS_FROM, MAX_RATIO * member.compress_size):
            raise LayoutError(f"{what}: {member.filename[:100]} unpacks to {member.file_size // 2**20} MB, out of proportion")
