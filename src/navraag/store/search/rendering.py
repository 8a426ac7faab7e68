"""A search written out again: tidy, so that a part can be taken out, put in or exchanged without touching the others."""

from collections.abc import Collection, Mapping

from navraag.store.search.fields import FieldName
from navraag.store.search.lexer import Lexer
from navraag.store.search.nodes import And, Field, Near, Node, Not, Or, Phrase, Query, Word

_QUOTES = str.maketrans(dict.fromkeys('"“”„«»‟', "'"))


def filter_text(field: FieldName | str, value: str) -> str:
    """A filter as it is typed, in quotes where its value has blanks or marks.

    >>> filter_text("van", "Van der Waal"), filter_text("jaar", "2020")
    ('van:"Van der Waal"', 'jaar:2020')
    """
    bare = value.translate(_QUOTES)
    return f"{field}:{bare}" if bare and all(letter.isalnum() or letter in "-_" for letter in bare) else f'{field}:"{bare}"'


def tidy(query: Query) -> str:
    """The whole search, as we write it."""
    return exchanged(query, {})


def without(query: Query, *nodes: Node) -> str:
    """The search without some of the parts at its top."""
    return exchanged(query, dict.fromkeys(nodes, ""))


def exchanged(query: Query, texts: Mapping[Node, str]) -> str:
    """The search with other words for some of its nodes; "" takes one out."""
    if not query.parts:
        return ""
    if len(query.parts) == 1:
        return _written(query.parts[0], texts)
    return " ".join(part for node in query.parts if (part := _inner(node, texts)))


def joined(*parts: str, either: bool = False) -> str:
    """Written parts that must all hold, or of which one must."""
    held = [part for part in parts if part]
    if len(held) < 2:
        return "".join(held)
    return f"({' OF '.join(held)})" if either else " ".join(held)


def bracketed(text: str, root: Node | None) -> str:
    """A written search as a part of a longer one."""
    return f"({text})" if isinstance(root, Or) and text else text


def _inner(node: Node, texts: Mapping[Node, str]) -> str:
    """A node within another: what has parts of its own stands in brackets."""
    text = _written(node, texts)
    return f"({text})" if isinstance(node, (And, Or)) and node not in texts and _many(node, texts) else text


def _many(node: And | Or, texts: Mapping[Node, str]) -> bool:
    return sum(texts.get(inner, "x") != "" for inner in node.nodes) > 1


def _written(node: Node, texts: Mapping[Node, str]) -> str:
    if node in texts:
        return texts[node]
    match node:
        case And(nodes=nodes):
            return " ".join(part for inner in nodes if (part := _inner(inner, texts)))
        case Or(nodes=nodes):
            return " OF ".join(part for inner in nodes if (part := _inner(inner, texts)))
        case Not(node=inner):
            text = _inner(inner, texts)
            return f"NIET {text}" if text else ""
        case Near(first=first, last=last, distance=distance):
            return f"{_written(first, texts)} NABIJ/{distance} {_written(last, texts)}"
    return _leaf(node)


def _leaf(node: Word | Phrase | Field) -> str:
    match node:
        case Field(name=name, value=value):
            return filter_text(name, value)
        case Phrase(text=text):
            return f'"{text.translate(_QUOTES)}"'
    text = f"{node.text}*" if node.prefix else node.text
    return text if _is_one_word(text) else f'"{text.translate(_QUOTES)}"'


def _is_one_word(text: str) -> bool:
    """Would it be read as a word again?"""
    tokens = Lexer(text).tokens()
    return len(tokens) == 1 and tokens[0].kind == "word" and tokens[0].text == text


def words_at_top(query: Query) -> tuple[tuple[Word, ...], ...]:
    """The words at the top of a search, those that stand together as one row."""
    rows: list[list[Word]] = [[]]
    for node in query.parts:
        if isinstance(node, Word) and not node.prefix:
            rows[-1].append(node)
        elif rows[-1]:
            rows.append([])
    return tuple(tuple(row) for row in rows if row)


def corrected(query: Query, read_as: Mapping[str, str]) -> str:
    """The search with the values of its filters that were read otherwise."""
    found: dict[Node, str] = {
        node: filter_text(node.name, read_as[node.value]) for node in _fields(query.parts) if node.value in read_as
    }
    return exchanged(query, found)


def _fields(nodes: Collection[Node]) -> list[Field]:
    found: list[Field] = []
    for node in nodes:
        match node:
            case Field():
                found.append(node)
            case And(nodes=inner) | Or(nodes=inner):
                found += _fields(inner)
            case Not(node=one):
                found += _fields((one,))
    return found


def all_words(nodes: Collection[Node]) -> list[Word]:
    """Every word of a search, but those that must not be there."""
    found: list[Word] = []
    for node in nodes:
        match node:
            case Word():
                found.append(node)
            case And(nodes=inner) | Or(nodes=inner):
                found += all_words(inner)
    return found
