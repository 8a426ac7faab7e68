"""The fields of the index of pairs: what each holds, and how it is kept."""

from functools import cache

import tantivy

FORMAT = 1
HEAP = 160_000_000

# Words as written, in order.
EXACT = ("question", "answer", "subject", "note")
# Stems, and the stems of the parts of compounds. ``context``: subject, notes, names, offices and numbers of the case.
BAGS = ("question_bag", "answer_bag", "subject_bag", "note_bag", "context_bag")
# Folded words of names, offices and topics.
NAMES = ("asker_words", "addressee_words", "answerer_words", "topic_words")
# Values that are counted.
FACETS = ("party", "member", "ministry", "topic", "state")
# Values that are only looked up.
KEYS = ("case", "ids", "flag", "kind", "chamber", "answer_ministry")
# Numbers: days as YYYYMMDD, 0 where there is none; those in ``_up`` have the highest there, so that they come last upwards too.
NUMBERS = ("year", "asked", "answered", "answered_up", "days", "days_up", "case_row")
NEVER = 99_999_999


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
    return builder.build()


def prepared(index: tantivy.Index) -> tantivy.Index:
    """An index that knows how its texts are parted: our analysis is done already, only the blanks are left."""
    index.register_tokenizer("blanks", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
    return index
