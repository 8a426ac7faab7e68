"""Addresses: our pages, official sources, and what can be opened in a text."""

import pytest

from navraag.records.text import Link
from navraag.surfaces import links

HOME = "/kamervraag/2025Z91001/"
KOOP = "https://zoek.officielebekendmakingen.nl"

TEXTS = [
    ("Kamerstuk 99 123, nr. 45", [("Kamerstuk 99 123, nr. 45", f"{KOOP}/kst-99123-45.html")], "a paper"),
    ("Aanhangsel Handelingen, vergaderjaar 2019–2020, nr. 1910.", [("Aanhangsel Handelingen, vergaderjaar 2019–2020, nr. 1910", f"{KOOP}/ah-tk-20192020-1910.html")], "an appendix"),
    ("zie 2025Z91002", [("2025Z91002", "/kamervraag/2025Z91002/")], "another case is a page of ours"),
    ("zie https://veen.example/a_(b).", [("https://veen.example/a_(b)", "https://veen.example/a_(b)")], "an address without the full stop of its sentence"),
    ("Zie het antwoord op vraag 2.", [("Zie het antwoord op vraag 2", f"{HOME}#vraag-2")], "a question of the same case"),
    ("Er staan 91 woningen.", [], "a number is no reference"),
    ("javascript:alert(1) data:text/html,x", [], "no other scheme is ever a link"),
    ("", [], "nothing"),
]


@pytest.mark.parametrize(("text", "expected", "why"), TEXTS)
def test_linkify_finds_what_can_be_opened(text: str, expected: list[tuple[str, str]], why: str) -> None:
    """The words, and where they lead."""
    assert [(text[link.start:link.end], link.url) for link in links.linkify(text, home=HOME)] == expected, why


def test_questions_of_the_case_need_a_home() -> None:
    """Without the page of the case, "vraag 2" leads nowhere."""
    assert links.linkify("Zie het antwoord op vraag 2.") == ()


def test_links_never_overlap() -> None:
    """The one that starts first wins, the longer one on a tie."""
    one, two, three = Link(start=0, end=5, url="a"), Link(start=0, end=9, url="b"), Link(start=4, end=20, url="c")
    assert links.without_overlap([three, one, two]) == (two,)


@pytest.mark.parametrize("piece", ["1 ", "12 345, ", "https://", "Aanhangsel ", "(", "2025Z", "antwoord op vraag 1, "])
def test_long_texts_end(piece: str) -> None:
    """As much of digits, brackets and half references as is looked at; what is longer is shown without links."""
    whole = piece * (links.LONGEST_LINKED // len(piece))
    assert all(0 <= link.start < link.end <= len(whole) for link in links.linkify(whole))
    assert links.linkify("2025Z91002 " + piece * links.LONGEST_LINKED) == ()


def test_paths_escape_what_is_no_number() -> None:
    """Labels and numbers of all sorts become one step of a path."""
    assert links.case_path("2025Z91001") == HOME
    assert links.pair_path("2025Z91001", "3a") == f"{HOME}3a"
    assert links.pair_path("a/b", "1 & 2") == "/kamervraag/a%2Fb/1%20%26%202"


SAFE = [
    ("https://veen.example/x", True, "https"), ("HTTP://veen.example", True, "capitals"), ("javascript:alert(1)", False, "a script"),
    ("data:text/html,x", False, "data"), ("//veen.example", False, "no scheme"), ('https://veen.example/"onclick=', False, "a quote"),
    ("https://veen.example/a\njavascript:x", False, "a line end"), ("/pad", False, "a path"),
]


@pytest.mark.parametrize(("url", "safe", "why"), SAFE)
def test_only_plain_addresses_become_links(url: str, *, safe: bool, why: str) -> None:
    """Http and https, and nothing that could end the attribute."""
    assert (links.safe_url(url) == url) is safe, why


def test_official_pages() -> None:
    """Publications and registrations have an address; what is neither has none."""
    assert links.publication_url("ah-tk-20192020-2893") == f"{KOOP}/ah-tk-20192020-2893.html"
    assert links.publication_url("kv-2070824650") == f"{KOOP}/kv-2070824650.html"
    assert links.publication_url("../x") is None
    assert links.registration_url("2025Z91001") == "https://www.tweedekamer.nl/kamerstukken/detail?id=2025Z91001"
    assert links.registration_url("kv-2070824650") is None
