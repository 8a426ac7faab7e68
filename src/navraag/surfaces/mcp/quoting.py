"""Texts that can be checked: each comes with its place, its official address and a hash, and long ones in pieces that fit."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from navraag.errors import NotFoundError
from navraag.records.cases import Case, Pair, Source
from navraag.store.reader import Registry
from navraag.surfaces.links import pair_path, publication_url
from navraag.surfaces.shapes import Shape

LONGEST = 6_000
"""Characters of one piece: what is longer goes on in the next, none lost and none twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """One text of a pair: ``part`` is "question", or "answer" with the id of its paper behind a colon."""

    pair: str
    part: str
    text: str
    official_url: str | None


def parts_of(case: Case, pair: Pair) -> Iterator[Quoted]:
    """The question and every answer of a pair."""
    asked = case.questions
    yield Quoted(pair=pair.id, part="question", text=pair.question.text.plain, official_url=_address(asked.publication if asked else None, asked.sources if asked else ()))
    papers = {paper.id: paper for paper in case.answers}
    for given in pair.answers:
        paper = papers.get(given.answer_set)
        address = _address(paper.publication, paper.sources) if paper else None
        yield Quoted(pair=pair.id, part=f"answer:{given.answer_set}", text=given.answer.text.plain, official_url=address)


def pair_of(registry: Registry, identifier: str) -> tuple[Case, Pair]:
    """The pair "2020Z02502/5" with its case. NotFoundError, which names the questions that there are."""
    number, _, label = identifier.partition("/")
    case = registry.case(number)
    pair = next((one for one in case.pairs if one.label == label), None)
    if pair is None:
        raise NotFoundError(f"{case.number} has no question {label!r}; it has {', '.join(one.label for one in case.pairs) or 'none'}")
    return case, pair


def quote_shape(quoted: Quoted, start: int = 0) -> Shape:
    """A piece of a text from an offset; ``continues_at`` is where the next piece begins, None at the end."""
    start = min(max(start, 0), len(quoted.text))
    end = _end(quoted.text, start)
    piece = quoted.text[start:end]
    return {
        "text": piece, "locator": {"pair": quoted.pair, "part": quoted.part, "start": start, "end": end}, "sha256": hash_of(piece),
        "continues_at": end if end < len(quoted.text) else None, "length": len(quoted.text),
        "official_url": quoted.official_url, "page": pair_path(*quoted.pair.split("/", 1)),
    }


def hash_of(words: str) -> str:
    """The hash of words as UTF-8."""
    return hashlib.sha256(words.encode()).hexdigest()


def verdict(text: str, words: str, start: int | None) -> Shape:
    """Whether words stand in a text, letter by letter, and where; at ``start`` if given."""
    found = text.find(words) if start is None else (start if text[start : start + len(words)] == words else -1)
    if words and found >= 0:
        return {"verified": True, "start": found, "end": found + len(words)}
    folded = " ".join(words.split())
    near = folded in " ".join(text.split()) if folded else False
    return {"verified": False, "start": None, "end": None, "differs_only_in_white_space": near}


def _end(text: str, start: int) -> int:
    """Where a piece ends: at the end of a line or a word where one is near, else after so many characters."""
    if len(text) - start <= LONGEST:
        return len(text)
    limit = start + LONGEST
    for border in ("\n", ". ", " "):
        at = text.rfind(border, start + LONGEST // 2, limit)
        if at > 0:
            return at + len(border)
    return limit


def _address(publication: str | None, sources: tuple[Source, ...]) -> str | None:
    if publication and (address := publication_url(publication)):
        return address
    return next((source.url for source in sources if source.url), None)
