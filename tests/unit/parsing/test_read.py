"""parse(): one document in, records out; every failure is one clear line with the name of the file."""

import pytest

from navraag.errors import LayoutError, NotADocumentError
from navraag.parsing import parse
from tests.conftest import REAL


def test_documents_beyond_the_limit_are_refused() -> None:
    """The limit and the size stand in the line."""
    with pytest.raises(LayoutError, match=r"^groot\.txt: 20 bytes, more than the 10 that are read$"):
        parse(b"x" * 20, name="groot.txt", size_limit=10)


BROKEN = [
    (b"<officiele-publicatie><kamervragen></officiele-publicatie>", "bel.xml"),
    (b"<kamervragen>" + b"<al>" * 5000, "diep.xml"),                                               # deeper than any parser goes
    (b"<?xml version='1.0' encoding='klingon'?><kamervragen/>", "taal.xml"),
    (b"%PDF-1.7 and nothing else", "leeg.pdf"),
    (b"\xff\xfe\x00", "half.txt"),
]


@pytest.mark.parametrize(("data", "name"), BROKEN)
def test_damage_is_a_layout_error_with_the_name(data: bytes, name: str) -> None:
    """Never a traceback of a library."""
    with pytest.raises(LayoutError) as caught:
        parse(data, name=name)

    assert "\n" not in str(caught.value)


def test_entities_are_refused() -> None:
    """A billion laughs is over before it begins."""
    bomb = b'<?xml version="1.0"?><!DOCTYPE kamervragen [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><kamervragen>&b;</kamervragen>'

    with pytest.raises(LayoutError, match="entities"):
        parse(bomb, name="bom.xml")


@pytest.mark.real
def test_every_real_file_is_read_or_named() -> None:
    """In the folders of documents all are read; elsewhere what is none is skipped by name."""
    folders = ("seed", "documents", "docx", "koop", "pages")
    read = [parse(path.read_bytes(), name=path.name) for folder in folders for path in sorted((REAL / folder).iterdir())]

    assert 84 == len(read)
    for path in (REAL / "titles.json", REAL / "README.md", REAL / "ids" / "kvah_forms.tsv", REAL / "sru" / "plooi_sru.xml"):
        with pytest.raises(NotADocumentError):
            parse(path.read_bytes(), name=path.name)
