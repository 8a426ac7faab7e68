"""find_names(): the organisations, programmes, bodies and places that a text names."""

from collections.abc import Iterator, Mapping
from functools import cache

from navraag.enrichment.names.introduced import introductions
from navraag.enrichment.names.listed import TOKEN, entries, entry_at
from navraag.enrichment.names.patterns import HEADS, pattern_at
from navraag.records.names import Name


def find_names(text: str, known: Mapping[str, str] | None = None) -> Iterator[Name]:
    """Every name of a text in order; ``known`` are short forms that other texts of the same case have introduced."""
    introduced = tuple(introductions(text))
    short = dict(known or {}) | {one.short: _full(one.name) for one in introduced}
    starts = {one.start: one for one in introduced}
    done, first = 0, first_words()
    for token in TOKEN.finditer(text):
        word = token[0]
        if word not in first and word not in short and not starts:
            continue  # nearly every word: a text is read for names in the time that it takes to part it into words
        at = token.start()
        if at < done:
            continue
        if at in starts:
            one = starts[at]
            done = one.end
            yield Name(quote=text[at:done], start=at, end=done, kind="organisation", name=_full(one.name), rule="introduced")
        elif name := _name(text, word, at, short):
            done = name.end
            yield name


@cache
def first_words() -> frozenset[str]:
    """Every word with which a listed name, or a name of a known form, may begin."""
    return frozenset(entries()) | HEADS | {word.capitalize() for word in HEADS} | {word.upper() for word in HEADS}


def short_forms(text: str) -> dict[str, str]:
    """The abbreviations that a text introduces, with the names that they stand for."""
    return {one.short: _full(one.name) for one in introductions(text)}


def _name(text: str, word: str, at: int, short: Mapping[str, str]) -> Name | None:
    """The longest name that starts here: of the tables, of a known form, or a short form that was introduced."""
    listed, formed = entry_at(text, word, at), pattern_at(text, word, at)
    if listed and (formed is None or listed[1] >= formed[3]):
        entry, end = listed
        return Name(quote=text[at:end], start=at, end=end, kind=entry.kind, name=entry.name, rule=entry.rule, candidates=entry.candidates if not entry.name else ())
    if formed:
        name, kind, rule, end = formed
        return Name(quote=text[at:end], start=at, end=end, kind=kind, name=name, rule=rule)
    if word in short:
        return Name(quote=word, start=at, end=at + len(word), kind="organisation", name=short[word], rule="short")
    return None


def _full(name: str) -> str:
    """A name that is introduced, as the tables call it where they know it."""
    first = TOKEN.match(name)
    for entry in entries().get(first[0], ()) if first else ():
        if entry.spelling == name and entry.name:
            return entry.name
    return name
