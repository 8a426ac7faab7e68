"""XML that cannot harm: no entities, no DTD, no network, no huge trees; comments and processing instructions dropped.

Processing instructions may stand in the middle of a word (``Kamer<?xpp afbm?>vragen``): without them its parts join.
"""

from collections.abc import Iterator
from typing import cast

from lxml import etree

from navraag.errors import LayoutError

MAX_DEPTH = 200


def parse_xml(data: bytes, *, name: str) -> etree._Element:
    """The root element; LayoutError, with the line, where the bytes are no well-formed XML."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data.lstrip(), parser)
    except etree.XMLSyntaxError as error:
        raise LayoutError(f"{name or 'document'}: damaged XML: {str(error).partition(chr(10))[0][:200]}") from error
    except ValueError as error:
        raise LayoutError(f"{name or 'document'}: damaged XML: {error}") from error
    if root.getroottree().docinfo.internalDTD is not None and b"<!ENTITY" in data:
        raise LayoutError(f"{name or 'document'}: XML that declares entities is refused")
    return root


def local_name(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    return tag.rpartition("}")[2] if tag[0] == "{" else tag


def flat_text(element: etree._Element) -> str:
    """All words of an element on one line."""
    return " ".join(raw_text(element).split())


def raw_text(element: etree._Element) -> str:
    """All words of an element with the white space between them."""
    return "".join(cast("Iterator[str]", element.itertext()))
