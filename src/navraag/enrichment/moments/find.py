"""Time expressions in running text: where they stand, and what they mean on a day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from navraag.enrichment.moments.read import read_moment
from navraag.enrichment.moments.words import MONTH, NUMERAL, ORDINAL, SEASON, YEAR
from navraag.enrichment.screening import in_low, lowered
from navraag.records.findings import Moment

_SOME_YEAR = rf"(?:{YEAR}|(?:dit|het|volgend|komend|vorig|lopende) (?:kalender)?jaar)"
_OF_YEAR = rf"(?: (?:van|in) {_SOME_YEAR}| {YEAR})?"
_PART = r"(?:(?:begin|medio|half|halverwege|eind(?:e)?|ultimo)(?: van)?(?: (?:het|de))? )"
_WHICH = r"(?:dit|deze|komende?|volgende?|aankomende?|eerstvolgende|afgelopen|vorige?|het|de)"
_CORE = "|".join((
    rf"(?:in )?de eerste maanden van {_SOME_YEAR}",
    rf"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag )?\d{{1,2}} (?:{MONTH})\b(?: {YEAR})?",
    rf"(?:{_WHICH} )?(?:{MONTH})\b{_OF_YEAR}",
    rf"(?:het |de )?(?:{ORDINAL}) (?:kwartaal|helft|half ?jaar)(?: van (?:{MONTH})\b)?{_OF_YEAR}",
    rf"(?:q[1-4]|kwartaal [1-4]){_OF_YEAR}",
    rf"(?:{_WHICH} )?(?:{SEASON})\b(?! ?tijd){_OF_YEAR}",
    rf"(?:{_WHICH} )?(?:zomer|kerst|herfst|voorjaars|mei)-?reces{_OF_YEAR}|het reces|kerst\b",
    rf"(?:(?:het )?(?:school|studie|cursus|college)jaar(?: {YEAR}(?: ?[-–/] ?(?:{YEAR}|\d\d))?)?)",
    r"(?:dit|deze|komende?|volgende?|lopende|het) (?:kalenderjaar|jaar|kwartaal|maand|week)\b(?! geleden)",
    rf"(?:de )?(?:prinsjesdag|miljoenennota|voorjaarsnota|najaarsnota|verantwoordingsdag|jaarwisseling)(?: (?:van )?{YEAR})?",
    rf"(?:het jaar )?{YEAR}(?![\d/–-])",
))
_PREPOSITION = (
    r"(?:uiterlijk(?: (?:in|op|per|voor|bij|rond|met))?|voor|vóór|voorafgaand aan|tot en met|t/m|tot|(?:direct |kort |vlak )?na|vanaf|per|met ingang van"
    r"|in de loop van|in|tijdens|gedurende|rond|omstreeks|met|op|bij|aan|tegen|later)"
)
_DATED = rf"(?:{_PREPOSITION} )?(?:(?:het|de) )?{_PART}?(?:{_CORE})"
_VAGUE = (
    r"(?:op|binnen) (?:een |de )?(?:zeer |zo )?(?:korte?|kortst mogelijke?|middellange|lange|afzienbare)(?: mogelijk)? (?:termijn|tijd)|op termijn|te zijner tijd|binnenkort|spoedig"
    r"|zo (?:spoedig|snel) mogelijk|(?:in |gedurende |voor )?(?:de )?(?:aan)?komende (?:tijd|periode|dagen|weken|maanden|jaren)|in de (?:nabije )?toekomst"
    r"|binnen enkele (?:dagen|weken|maanden|jaren)|op (?:een )?zo kort mogelijke termijn|zo (?:spoedig|snel) als mogelijk|per direct"
)
_COUNTED = rf"(?:(?:uiterlijk )?binnen|over|(?:in |gedurende )?de komende)(?: (?:een periode van|uiterlijk))? (?:{NUMERAL}) (?:werkdagen|dagen|weken|week|maanden|maand|jaar|jaren|kwartalen)"
_EXPRESSION = in_low(rf"(?<![\w-])(?:{_VAGUE}|{_COUNTED}|{_DATED})(?!\w)")
# A date that names a paper or an event of before is a reference, no term: "de brief van 3 juni", "debat 3 juni"; but in "het
# rapport in het voorjaar" the words of time begin with a preposition of their own.
_NOUN = (
    r"(?:brief|kamerbrief|motie|artikel|bericht|besluit|rapport|antwoord|beantwoording|uitspraak|arrest|advies|debat|vragen|wet|verordening|richtlijn|programma|akkoord"
    r"|jl|versie|editie|stand|cijfers|jaren)"
)
_NAMED_BY = in_low(rf"{_NOUN}(?:(?:\s\S{{1,20}}){{0,2}}\s(?:van|d\.d\.|uit|over))?\s$|(?:sinds|d\.d\.|in de periode|tussen)(?:(?:\s\S{{1,20}}){{0,2}}\s(?:van|d\.d\.|uit|over))?\s$")
_LINKED_TO = in_low(rf"{_NOUN}(?:\s\S{{1,20}}){{0,2}}\s(?:van|d\.d\.|uit|over)\s$|(?:sinds|d\.d\.|in de periode|tussen)(?:(?:\s\S{{1,20}}){{0,2}}\s(?:van|d\.d\.|uit|over))?\s$")
_OPENED = in_low(rf"{_PREPOSITION} ")


def _names_a_paper(text: str, start: int) -> bool:
    pattern = _LINKED_TO if _OPENED.match(text, start) else _NAMED_BY
    return bool(pattern.search(text, max(0, start - 60), start))


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """Words of time in a text and what they mean: ``text[start:end] == words``."""

    words: str
    start: int
    end: int
    moment: Moment


def find_moments(text: str, anchor: date) -> Iterator[TimeExpression]:
    """The time expressions of a text that can be read, in order; dates that only name a paper are left out."""
    low = lowered(text)
    for match in _EXPRESSION.finditer(low):
        if _names_a_paper(low, match.start()):
            continue
        words = text[match.start() : match.end()]
        if moment := read_moment(words, anchor):
            yield TimeExpression(words=words, start=match.start(), end=match.end(), moment=moment)
