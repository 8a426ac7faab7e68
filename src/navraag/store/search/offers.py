"""What may have been meant: a name typed without a field, a word that is spelt otherwise, a number."""

import re
from collections.abc import Iterator

from navraag.store.search.analysis import STOP_WORDS
from navraag.store.search.engine import Opened
from navraag.store.search.nodes import Field, Node, Query, Word
from navraag.store.search.rendering import all_words, exchanged, filter_text, joined, words_at_top
from navraag.store.search.results import Offer
from navraag.store.search.roster import Roster
from navraag.store.search.speller import Speller

MOST_OFFERS = 4
LONGEST_NAME = 6
RARE = 3
MUCH_MORE = 500
_NUMBER = re.compile(r"\d{4}z\d{5}(?:/\w{1,6})?|(?:kv|ah)-[a-z0-9-]{4,40}|kv\d{5,12}", re.IGNORECASE | re.ASCII)
_BAGS = ("question_bag", "answer_bag", "context_bag")


def offers(query: Query, opened: Opened, roster: Roster, speller: Speller, *, total: int) -> tuple[Offer, ...]:
    """Other searches that may have been meant, the likeliest first."""
    found = [*_spellings(query, opened, speller, roster, total=total), *_names(query, roster)]
    if not total and not found:
        found += _any_of(query)
    unlike = {offer.query: offer for offer in reversed(found)}
    return tuple(offer for offer in found if unlike.get(offer.query) is offer)[:MOST_OFFERS]


def _spellings(query: Query, opened: Opened, speller: Speller, roster: Roster, *, total: int) -> Iterator[Offer]:
    for word in all_words(query.parts):
        if word.prefix or total > RARE * 10:
            continue
        terms = opened.analyzer.exact_terms(word.text)
        if len(terms) != 1 or terms[0] in STOP_WORDS:
            continue
        meant = _meant(terms[0], opened, speller) or (_of_names(terms[0], roster) if not _held(terms[0], opened) else "")
        if meant:
            yield Offer(kind="spelling", printed=word.text, value=meant, query=exchanged(query, {word: meant}))


def _meant(term: str, opened: Opened, speller: Speller) -> str:
    """The spelling of the collection for a word that is met nowhere, or next to nowhere beside it."""
    held = _held(term, opened)
    if held > RARE:
        return ""
    nearest = speller.nearest(term)
    return nearest if nearest and (not held or speller.counts[nearest] >= held * MUCH_MORE) else ""


def _of_names(term: str, roster: Roster) -> str:
    return next((near for field in ("asker_words", "addressee_words", "answerer_words") if (near := roster.nearest(field, term))), "")


def _held(term: str, opened: Opened) -> int:
    stem = opened.analyzer.bag_terms(term)[0]
    return max(opened.searcher.doc_freq(field, stem) for field in _BAGS)


def _names(query: Query, roster: Roster) -> Iterator[Offer]:
    """Names, longest first, and numbers among the words at the top."""
    fields = {(node.name, node.value) for node in query.parts if isinstance(node, Field)}
    for row in words_at_top(query):
        taken: set[Word] = set()
        for length in range(min(LONGEST_NAME, len(row)), 0, -1):
            for at in range(len(row) - length + 1):
                words = row[at:at + length]
                made = [] if taken & set(words) else list(_called(query, words, roster))
                if made:
                    taken |= set(words)
                    yield from (offer for offer in made if ("van", offer.value) not in fields)


def _called(query: Query, words: tuple[Word, ...], roster: Roster) -> Iterator[Offer]:
    printed = " ".join(word.text for word in words)
    if len(words) == 1 and _NUMBER.fullmatch(printed):
        yield _in_place(query, words, printed, Offer(kind="number", printed=printed, value=printed, query=filter_text("nr", printed)))
        return
    if len(words) == 1 and printed.lower() in STOP_WORDS:
        return
    for name in roster.called(printed)[:2]:
        yield _in_place(query, words, printed, Offer(kind=name.kind, printed=printed, value=name.label, query=name.query))


def _in_place(query: Query, words: tuple[Word, ...], printed: str, offer: Offer) -> Offer:
    """The offer with its filter in the place of the words."""
    rest: dict[Node, str] = dict.fromkeys(words, "")
    return Offer(kind=offer.kind, printed=printed, value=offer.value, query=joined(exchanged(query, rest), offer.query))


def _any_of(query: Query) -> Iterator[Offer]:
    """Where nothing has all the words: what has one of them."""
    words = [word for row in words_at_top(query) for word in row if word.text.lower() not in STOP_WORDS]
    if len(words) > 1:
        printed = [exchanged(Query(text="", root=word), {}) for word in words]
        rest: dict[Node, str] = dict.fromkeys(words, "")
        either = joined(*printed, either=True)
        yield Offer(kind="any", printed=query.text, value=" of ".join(printed), query=joined(exchanged(query, rest), either))
