"""Names of WordprocessingML: namespaces, and small readers of its elements."""

from navraag.parsing.packages import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"

VAL = W + "val"
OFF = frozenset({"0", "false", "off", "none"})


def local(element: Element) -> str:
    """The name of an element without its namespace; "" for what is no element (a comment)."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def value(parent: Element | None, name: str) -> str | None:
    """``w:val`` of the child ``w:name``, or None where there is no such child or value."""
    child = parent.find(W + name) if parent is not None else None
    return child.get(VAL) if child is not None else None


def switch(parent: Element | None, name: str) -> bool | None:
    """An on/off property such as ``w:b``: True, False, or None where it is not set here."""
    child = parent.find(W + name) if parent is not None else None
    if child is None:
        return None
    return child.get(VAL, "1") not in OFF


def properties(parent: Element | None) -> dict[str, str]:
    """The children of a properties element by name, each with its ``w:val``, "1" where it has none: one pass for all."""
    return {child.tag: child.get(VAL, "1") for child in parent} if parent is not None else {}


def on(found: str | None) -> bool | None:
    """An on/off property out of ``properties``: None where it is not set."""
    return None if found is None else found not in OFF


def integer(printed: str | None, default: int) -> int:
    """A number in an attribute, or the default where it is absent or no number."""
    try:
        return int(printed) if printed is not None else default
    except ValueError:
        return default
