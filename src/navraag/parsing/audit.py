"""Strict interpretation: every element and attribute of a source is used, ignored by name, or reported."""

from collections.abc import Mapping

from lxml import etree

from navraag.parsing.markup.xml_safe import local_name
from navraag.records.evidence import Problem

Vocabulary = Mapping[str, frozenset[str]]


def exhaust(root: etree._Element, vocabulary: Vocabulary, *, everywhere: frozenset[str] = frozenset()) -> list[Problem]:
    """A problem for each element or attribute that the vocabulary does not know, each name once.

    The words of an unknown element are kept all the same: that is the reader's business.
    """
    strange: dict[tuple[str, str], str] = {}
    for element in root.iter():
        tag = element.tag
        known = vocabulary.get(tag)
        if known is None:
            strange.setdefault((str(tag), ""), _place(element))
            continue
        if element.attrib:
            for name in element.attrib:
                if name not in known and name not in everywhere:
                    strange.setdefault((str(tag), str(name)), _place(element))
    return [_problem(tag, attribute, place) for (tag, attribute), place in strange.items()]


def _place(element: etree._Element) -> str:
    parent = element.getparent()
    return f"in <{local_name(parent)}>" if parent is not None else "root"


def _problem(tag: str, attribute: str, place: str) -> Problem:
    if attribute:
        return Problem(
            code="xml.unknown-attribute", message=f"attribute {attribute} of <{tag}> is not known", severity="note", where=place
        )
    return Problem(code="xml.unknown-element", message=f"element <{tag}> is not known; its words are kept", where=place)
