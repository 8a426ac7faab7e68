"""Zip packages: what is opened, and what is refused in one clear line."""

import io
import zipfile

import pytest

from navraag.errors import LayoutError
from navraag.parsing import packages
from navraag.parsing.packages import OLE_ENCRYPTED, OLE_MAGIC, Package
from tests.unit.parsing.docx_maker import docx, p


def zipped(**members: bytes) -> bytes:
    """Zipped."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def test_a_part_is_read_as_xml() -> None:
    """A part is read as xml."""
    package = Package(docx(p("Wat is de prijs van zout?")), what="Word file")

    assert "word/document.xml" in package
    assert "".join(package.xml("word/document.xml").itertext()) == "Wat is de prijs van zout?"
    assert package.optional_xml("word/styles.xml") is None


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"PK\x03\x04 and then nothing", "truncated or damaged"),
        (docx(p("Wat?"))[:400], "truncated or damaged"),
        (OLE_MAGIC + b"\0" * 100 + OLE_ENCRYPTED, "password"),
        (OLE_MAGIC + b"\0" * 100, "before 2007"),
        (zipped(**{"word/document.xml": b"\0" * (16 * 2**20)}), "out of proportion"),
    ],
)
def test_what_cannot_be_opened_is_refused(data: bytes, sentence: str) -> None:
    """What cannot be opened is refused."""
    with pytest.raises(LayoutError, match=sentence) as caught:
        Package(data, what="Word file")

    assert "\n" not in str(caught.value)


def test_an_absent_part_is_named() -> None:
    """An absent part is named."""
    with pytest.raises(LayoutError, match="has no part word"):
        Package(zipped(other=b"x"), what="Word file").read("word/document.xml")


def test_too_many_members_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Too many members are refused."""
    monkeypatch.setattr(packages, "MAX_MEMBERS", 3)

    with pytest.raises(LayoutError, match="4 parts, more than 3"):
        Package(zipped(a=b"", b=b"", c=b"", d=b""), what="Word file")


def test_a_total_beyond_bounds_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A total beyond bounds is refused."""
    monkeypatch.setattr(packages, "MAX_TOTAL", 10)

    with pytest.raises(LayoutError, match="unpacks to"):
        Package(zipped(a=b"12345678", b=b"12345678"), what="Word file")


def test_a_size_that_the_directory_hides_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A size that the directory hides is refused."""
    package = Package(zipped(a=b"12345678"), what="Word file")
    monkeypatch.setattr(packages, "MAX_PART", 5)

    with pytest.raises(LayoutError, match="unpacks to more than"):
        package.read("a")


def test_damage_inside_a_part_is_refused() -> None:
    """Damage inside a part is refused."""
    data = bytearray(zipped(a=b"Wat is de prijs van zout? " * 50))
    data[40:60] = b"\xff" * 20

    with pytest.raises(LayoutError, match="damaged in a"):
        Package(bytes(data), what="Word file").read("a")


def test_entities_are_refused() -> None:
    """Entities are refused."""
    data = zipped(a=b'<!DOCTYPE x [<!ENTITY lol "lol">]><x>&lol;</x>')

    with pytest.raises(LayoutError, match="entities"):
        Package(data, what="Word file").xml("a")
