"""Sentences judged by a row of rules, each with the words that it cannot do without: the first rule that fits decides."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from navraag.enrichment.blanks import respaced
from navraag.enrichment.screening import held, lowered, mentions, unquoted
from navraag.enrichment.sentences import Sentence, sentences

Kind = TypeVar("Kind")
Rule = tuple[Kind, tuple[str, ...], re.Pattern[str], str]
"""What it finds, the words of which a sentence must hold one, its pattern, its id."""


def ruled(text: str, rules: Sequence[Rule[Kind]], needs: tuple[str, ...], excluded: Callable[[str, int], bool]) -> Iterator[tuple[Sentence, Kind, str]]:
    """The sentences that a rule fits, what it finds and its id; questions are passed over, quotations are blanked out.

    ``excluded`` is asked of the words and the end of the match: what it refuses, no later rule may find.
    """
    low = lowered(text)
    needed = held(low, needs)
    alive = [rule for rule in rules if mentions(low, rule[1])] if needed else []
    for sentence in sentences(text) if alive else ():
        if not sentence.asks and mentions(sentence.low, needed) and (found := _first(sentence, text, alive, excluded)):
            yield sentence, *found


def _first(sentence: Sentence, text: str, rules: Sequence[Rule[Kind]], excluded: Callable[[str, int], bool]) -> tuple[Kind, str] | None:
    words = unquoted(respaced(sentence.low, text))
    for kind, needs, pattern, name in rules:
        if mentions(sentence.low, needs) and (match := pattern.search(words)):
            return None if excluded(words, match.end()) else (kind, name)
    return None
