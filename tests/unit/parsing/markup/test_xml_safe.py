"""XML that cannot harm."""

import pytest

from navraag.errors import LayoutError
from navraag.parsing.markup.xml_safe import flat_text, local_name, parse_xml, raw_text

BOMBS = [
    b'<!DOCTYPE a [<!ENTITY b "ha">]><a>&b;</a>',
    b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
    b'<!DOCTYPE a [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x">%p;]><a/>',
    b"<a>" * 400 + b"</a>" * 400,
    b"",
    b"<a",
    b"<a>\xff</a>",
    b"<a>\x00</a>",
]


@pytest.mark.parametrize("data", BOMBS)
def test_harm_and_damage_are_refused_in_one_line(data: bytes) -> None:
    """Entities, outside files, endless nesting, broken bytes."""
    with pytest.raises(LayoutError) as caught:
        parse_xml(data, name="bom.xml")

    assert str(caught.value).startswith("bom.xml: ")
    assert "\n" not in str(caught.value)


def test_instructions_and_comments_join_the_words_around() -> None:
    """They may stand in the middle of a word."""
    root = parse_xml(b"<a>Kamer<?xpp afbm?>vra<!-- x -->gen <b> nu </b></a>", name="x")

    assert "Kamervragen nu" == flat_text(root)
    assert "Kamervragen  nu " == raw_text(root)


def test_names_lose_their_namespace() -> None:
    """Match by name, whatever the prefix."""
    assert "b" == local_name(parse_xml(b"<a:b xmlns:a='urn:x'/>", name="x"))
