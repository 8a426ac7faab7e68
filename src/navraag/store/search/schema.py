"""The fields of the index of pairs: what each holds, and how it is kept."""

from datetime import date
from functools import cache
from typing import Literal

import tantivy

FORMAT = 5
HEAP = 160_000_000

# Words as written, in order.
EXACT = ("question", "answer", "subject", "note")
# Stems, and the stems of the parts of compounds. ``context``: subject, notes, names, offices and numbers of the case.
# ``all_bag``: question, answer and context in one, in which a word is looked for that may stand anywhere.
BAGS = ("question_bag", "answer_bag", "subject_bag", "note_bag", "context_bag", "all_bag")
# Folded words of names, offices and topics.
NAMES = ("asker_words", "addressee_words", "answerer_words", "topic_words")
# Values that are counted.
FACETS = ("party", "member", "ministry", "topic", "state")
# Values that are only looked up.
KEYS = ("case", "ids", "flag", "kind", "chamber", "answer_ministry", "has", "cites", "outlet", "place")
# Numbers that are filtered: days as YYYYMMDD, 0 where there is none.
NUMBERS = ("year", "asked", "answered", "days")
NEVER = 99_999_999

Order = Literal["relevance", "newest", "oldest", "last_answered", "first_answered", "longest", "shortest"]
# Every order but that of relevance has a column of keys, each met once: so pages neither repeat nor skip a pair.
ORDERS: dict[Order, str] = {
    "newest": "by_newest", "oldest": "by_oldest", "last_answered": "by_last_answered", "first_answered": "by_first_answered",
    "longest": "by_longest", "shortest": "by_shortest",
}
_MOST = 1 << 21  # days: beyond the year 5700
_ROWS, _PLACES = 28, 12


@cache
def schema() -> tantivy.Schema:
    """The schema of this format."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    for name in EXACT:
        builder.add_text_field(name, tokenizer_name="blanks", index_option="position")
    for name in BAGS:
        builder.add_text_field(name, tokenizer_name="blanks", index_option="freq")
    for name in NAMES:
        builder.add_text_field(name, tokenizer_name="blanks", index_option="basic")
    for name in FACETS:
        builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    for name in KEYS:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in NUMBERS:
        builder.add_integer_field(name, indexed=True, fast=True)
    for name in ORDERS.values():
        builder.add_integer_field(name, fast=True)
    return builder.build()


def prepared(index: tantivy.Index) -> tantivy.Index:
    """An index that knows how its texts are parted: our analysis is done already, only the blanks are left."""
    index.register_tokenizer("blanks", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
    return index


def order_keys(asked: date | None, answered: date | None, row: int) -> dict[str, int]:
    """For each column of keys: the key of the first document of a case, smallest first; what has no such day comes last."""
    taken = (answered - asked).days if asked and answered else None
    values: dict[Order, int | None] = {
        "newest": _MOST - asked.toordinal() if asked else None, "oldest": asked.toordinal() if asked else None,
        "last_answered": _MOST - answered.toordinal() if answered else None, "first_answered": answered.toordinal() if answered else None,
        "longest": _MOST - taken if taken is not None else None, "shortest": taken,
    }
    return {ORDERS[order]: ((2 * _MOST if value is None else min(max(0, value), 2 * _MOST - 1)) << _ROWS | row) << _PLACES for order, value in values.items()}
