"""Every element and attribute is used, ignored by name, or reported."""

from lxml import etree

from navraag.parsing.audit import exhaust

VOCABULARY = {"a": frozenset({"x"}), "b": frozenset()}


def test_what_the_vocabulary_knows_is_silent() -> None:
    """Known elements with known attributes, and attributes that may stand anywhere."""
    root = etree.fromstring("<a x='1'><b id='2'/></a>")

    assert [] == exhaust(root, VOCABULARY, everywhere=frozenset({"id"}))


def test_each_strange_name_is_reported_once() -> None:
    """With the place of its first occurrence; unknown elements warn, unknown attributes are noted."""
    root = etree.fromstring("<a><c/><b y='1'/><b y='2'/><c><c/></c></a>")
    found = [(problem.code, problem.severity, problem.where) for problem in exhaust(root, VOCABULARY)]

    assert [("xml.unknown-element", "warning", "in <a>"), ("xml.unknown-attribute", "note", "in <a>")] == found
