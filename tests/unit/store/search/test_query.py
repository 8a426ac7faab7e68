"""The query language: what is read, and the nearest reading of mistakes. Nothing that can be typed is an error."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navraag.store.search.lexer import LONGEST_QUERY, MOST_TOKENS
from navraag.store.search.nodes import And, Field, Near, Node, Not, Or, Phrase, Word
from navraag.store.search.query import read_query
from navraag.store.search.rendering import exchanged, tidy, without


def said(node: Node | None) -> str:
    """A tree in one line."""
    match node:
        case None:
            return ""
        case Word(text=text, prefix=prefix):
            return f"{text}*" if prefix else text
        case Phrase(text=text):
            return f'"{text}"'
        case Near(first=first, last=last, distance=distance):
            return f"[{said(first)} ~{distance} {said(last)}]"
        case Field(name=name, value=value):
            return f"{name}={value}"
        case Not(node=inner):
            return f"-{said(inner)}"
        case And(nodes=nodes):
            return f"({' '.join(map(said, nodes))})"
        case Or(nodes=nodes):
            return f"({' | '.join(map(said, nodes))})"


READ = [
    ("veerpont dijk", "(veerpont dijk)", "both"),
    ("veerpont EN dijk", "(veerpont dijk)", "said in words"),
    ("veerpont OF dijk brug", "(veerpont | (dijk brug))", "or binds less than and"),
    ("(veerpont OR dijk) brug", "((veerpont | dijk) brug)", "brackets"),
    ("dijk NIET brug", "(dijk -brug)", "without"),
    ("dijk -brug", "(dijk -brug)", "without, with a minus"),
    ("-(brug dijk)", "-(brug dijk)", "without both"),
    ('"op de dijk"', '"op de dijk"', "exactly so"),
    ("“op de dijk”", '"op de dijk"', "curly quotes"),
    ("dijk*", "dijk*", "a beginning"),
    ("dijk NABIJ/5 brug", "[dijk ~5 brug]", "near"),
    ("dijk NEAR brug", "[dijk ~8 brug]", "near, in English, as far as usual"),
    ('dijk NABIJ/400 "oude brug"', '[dijk ~50 "oude brug"]', "no farther than fifty words"),
    ("van:Aksoy partij:NPV", "(van=Aksoy partij=NPV)", "filters"),
    ("v:Aksoy p:NPV", "(van=Aksoy partij=NPV)", "short names"),
    ("kamerlid:Aksoy fractie:NPV ministerie:financiën", "(van=Aksoy partij=NPV aan=financiën)", "other names"),
    ("van:van der Waal dijk", "(van=van der Waal dijk)", "a name with particles needs no quotes"),
    ('van:"De Boer" dijk', "(van=De Boer dijk)", "quotes within a filter"),
    ("van: Aksoy", "van=Aksoy", "a blank behind the colon"),
    ("na:2023-01-01 voor:2024", "(na=2023-01-01 voor=2024)", "days"),
    ("corona-app", "corona-app", "a hyphen within a word"),
    ("8:42", "8:42", "an article is no field"),
    ("https://voorbeeld.nl/a", "https://voorbeeld.nl/a", "an address is no field"),
    ("niet of en", "(niet of en)", "small words are words"),
    ("", "", "nothing"),
]


@pytest.mark.parametrize(("typed", "tree", "why"), READ)
def test_what_is_read(typed: str, tree: str, why: str) -> None:
    """Without a note: all of it was understood."""
    query = read_query(typed)

    assert (tree, ()) == (said(query.root), query.notes), why


MISTAKES = [
    ('"op de dijk', '"op de dijk"', "quote"),
    ("(dijk brug", "(dijk brug)", "bracket"),
    ("dijk) brug", "(dijk brug)", "bracket"),
    ("NIET", "", "lone_not"),
    ("dijk NIET", "dijk", "lone_not"),
    ("OF dijk", "dijk", "lone_operator"),
    ("dijk EN", "dijk", "lone_operator"),
    ("NABIJ dijk", "dijk", "lone_operator"),
    ("kleur:rood dijk", "(rood dijk)", "unknown_field"),
    ("van:", "", "empty_field"),
    ("*", "", "wildcard"),
    ("a*", "a", "short_prefix"),
]


@pytest.mark.parametrize(("typed", "tree", "code"), MISTAKES)
def test_a_mistake_has_a_nearest_reading(typed: str, tree: str, code: str) -> None:
    """And a note says which."""
    query = read_query(typed)

    assert tree == said(query.root)
    assert code in {note.code for note in query.notes}


def test_too_long_is_cut() -> None:
    """Ten thousand characters cost no more than a thousand."""
    query = read_query("dijk " * 2_000)

    assert len(query.text) <= LONGEST_QUERY
    assert isinstance(query.root, And)
    assert len(query.root.nodes) <= MOST_TOKENS
    assert "too_long" in {note.code for note in query.notes}


def test_deep_brackets_end() -> None:
    """No text makes the reader descend without end."""
    assert read_query("(" * 90 + "dijk").root is not None
    assert read_query("NIET " * 90 + "dijk").notes


def test_a_part_can_be_taken_out() -> None:
    """For links that widen a search."""
    query = read_query("dijk van:Aksoy (brug OF sluis)")

    assert ["van:Aksoy (brug OF sluis)", "dijk (brug OF sluis)", "dijk van:Aksoy"] == [without(query, part) for part in query.parts]


EXCHANGED = [
    ("dijk brug", {"dijk": "sluis"}, "sluis brug"),
    ("dijk (brug OF sluis)", {"brug": ""}, "dijk sluis"),
    ("dijk OF brug", {"dijk": ""}, "brug"),
    ("NIET (dijk brug)", {"dijk": "kade"}, "NIET (kade brug)"),
    ("dijk brug", {"dijk": "", "brug": ""}, ""),
]


@pytest.mark.parametrize(("typed", "words", "written"), EXCHANGED)
def test_words_can_be_exchanged(typed: str, words: dict[str, str], written: str) -> None:
    """For links to what was meant."""
    query = read_query(typed)
    nodes = {node: words[node.text] for node in _words(query.root) if node.text in words}

    assert written == exchanged(query, nodes)


def _words(node: Node | None) -> list[Word]:
    match node:
        case Word():
            return [node]
        case And(nodes=nodes) | Or(nodes=nodes):
            return [word for inner in nodes for word in _words(inner)]
        case Not(node=inner):
            return _words(inner)
    return []


QUOTES = str.maketrans(dict.fromkeys("\"'“”„«»‟"))
FRAGMENTS = st.sampled_from(["dijk", '"', "“", "(", ")", "-", "NIET ", " OF ", " EN ", "NABIJ/3 ", "van:", "nr:", "xx:", "*", " ", "é", "8:42", "\x00", "/"])


@given(st.one_of(st.text(max_size=200), st.lists(FRAGMENTS, max_size=60).map("".join)))
def test_whatever_is_typed_is_read(typed: str) -> None:
    """Always a tree whose parts lie within the text; written out it is read as the same tree, without any mistake."""
    query = read_query(typed)
    again = read_query(tidy(query))

    assert all(0 <= part.span.start <= part.span.end <= len(query.text) for part in query.parts)
    assert said(query.root).translate(QUOTES) == said(again.root).translate(QUOTES), "a word that looks like an operator gets quotes"
    assert {"too_long"} >= {note.code for note in again.notes}
