"""Undertakings by a plain yes: "Bent u bereid om …?" "Ja." undertakes to do what was asked."""

from collections.abc import Iterable, Iterator

from navraag.enrichment.commitments import acts
from navraag.enrichment.commitments.what import deliverable, strength
from navraag.enrichment.screening import in_low, lowered
from navraag.records.findings import AnswerStatus, Commitment

VERSION = "1"
_OFFERS = in_low(r"\b(?:bent|is|zijn) (?:u|het kabinet)\b.{0,200}\bbereid\b|^(?:zo ja, |en |dan )?(?:wilt|zult|gaat|zal|wil|gaat) (?:u|het kabinet)\b|\b(?:kunt|wilt) u\b.{0,160}\btoezeggen\b|\bbereid bent\b")
# To answer the questions one by one, or in time, is no undertaking.
_PLAINLY = in_low(r"(?:ja|jazeker|zeker|akkoord)\b|[^.]{0,300}?\b(?:bereid|toe)\b")
_FORMAL = in_low(r"^(?:zo ja, )?(?:welke|wat|hoe)\b|\b(?:vragen|vraag)\b.{0,160}\b(?:beantwoorden|beantwoord)\b|\b(?:toelichten|aangeven|reageren)\?$|\bdat te erkennen\b|\bte (?:erkennen|bevestigen|onderschrijven|concluderen)\b")
_DONE = in_low(r"\b(?:heb|heeft|hebben|had|hadden|is|zijn|ben|werd|was) (?:\w{1,20} ){0,6}(?:al|reeds|inmiddels|eerder)\b|\b(?:heb|heeft|hebben|hadden) (?:ik|wij|het kabinet)?\b.{0,80}\bge\w{2,20}(?:d|t|en)\b")
_PLAIN = frozenset({"verdict-yes", "verdict-willing"})


def _offered(words: str) -> bool:
    return bool(_OFFERS.search(words)) and not _FORMAL.search(words)


def find_agreed(statuses: Iterable[AnswerStatus], said: Iterable[Commitment] = ()) -> Iterator[Commitment]:
    """The undertakings that a yes gives to what was asked, with both as evidence; a yes with a reservation gives none.

    ``said`` are the undertakings of the answer that have words of their own: a yes among them is not counted again.
    """
    taken = {one.start for one in said}
    for status in statuses:
        asked = status.asked
        if status.start in taken:
            continue
        if status.verdict != "yes" or status.rule not in _PLAIN or asked.type not in {"willing", "will_do"}:
            continue
        said_low = lowered(status.quote)
        if not _offered(lowered(asked.words)) or _DONE.search(said_low) or not _PLAINLY.match(said_low):
            continue
        condition = acts.CONDITION.search(said_low)
        yield Commitment(
            quote=status.quote, start=status.start, end=status.end, kind="intention" if condition else "commitment", to_kamer=" kamer " in asked.words.casefold(), rule="asked-agreed", actor="minister",
            condition=status.quote[condition.start() : condition.end()] if condition else None, asked=asked.words,
            deliverable=deliverable(lowered(asked.words)), strength=strength("intention" if condition else "commitment", lowered(asked.words)),
        )
