"""A sentence as the rules of undertakings see it: without quotations and insertions, with its times, and whether the Kamer hears."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from navraag.enrichment.blanks import respaced
from navraag.enrichment.commitments.actors import Actor
from navraag.enrichment.moments.find import TimeExpression, find_moments
from navraag.enrichment.screening import blanked, in_low, mentions, unquoted
from navraag.enrichment.sentences import Sentence
from navraag.records.findings import CommitmentKind

Judged = tuple[CommitmentKind, str, Actor]
"""What a rule makes of a sentence: the kind, the rule's name, whose act it is."""

_KAMER = r"(?:(?:uw|onze) ?Kamer|de (?:Tweede |Eerste )?Kamer|beide Kamers|(?:Eerste|Tweede) Kamer|het parlement)"
_TELLS = (
    r"(?:\w{0,4}informe\w{1,4}|geïnformeerd|(?:toe|ver|op|door)?(?:ge)?(?:zend\w{0,3}|zond\w{0,4}|zonden|stu\w{1,5})|toekomen|deel|delen|gedeeld|aan ?bied\w{0,2}|bied\w{0,2}|aangeboden|bericht\w{0,3}|ingelicht"
    r"|(?:op de )?hoogte|terugkom\w{0,3}|terug|voorgelegd|voorleggen|ontvang\w{0,2}|gemeld|melden|meld|verzonden|verzenden|beantwoorden|rapporteren|rapporteer|schetsen|toelichten|voorzien van)"
)
_TO_KAMER = in_low(
    rf"\b{_KAMER}\b.{{0,200}}\b{_TELLS}\b|\b{_TELLS}\b.{{0,80}}\b{_KAMER}\b|\bu\b.{{0,120}}\b(?:informe\w{{1,4}}|geïnformeerd|toe\w{{2,9}}|gestuurd|sturen|stuur|hoogte|ontvang\w{{0,2}}|aanbied\w{{0,2}}|bied|zenden|bericht|berichten|ingelicht)\b"
    r"|\b(?:informeer|bericht|stuur|zend|bied) (?:ik |wij )?u\b|\bontvangt u\b|\bu ontvangt\b",
)
_INSERTED = re.compile(r"\([^()]{0,300}\)|\s[–—]\s[^–—]{1,200}\s[–—]\s|(?<=\d),(?= ?\d)|(?<=\d) en (?=(?:vraag )?\d)")
_CLAUSE_END = in_low(r"[;:]|,\s(?:die|dat|waar\w{0,6}|zodat|om|terwijl|hoewel|wat|maar)\b|\b(?:zodat|waarbij|die|hoe)\s")
_AHEAD = frozenset({"in", "by", "from", "after", "vague"})
_REACH = 400
_TIMED = (
    "dag", "week", "weken", "maand", "jaar", "kwartaal", "zomer", "winter", "herfst", "lente", "kerst", "reces", "termijn", "tijd", "periode", "binnenkort", "spoedig", "toekomst", "nota", "januari", "februari",
    "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december", "snel mogelijk", "jan.", "feb.", "mrt", "apr.", "aug.", "sept.", "okt.", "nov.", "dec.", "jaren", "werkd",
)
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The words in lower case, quotations and insertions blanked out; ``said`` keeps the insertions."""

    words: str
    said: str
    anchor: date
    to_kamer: bool

    @property
    def times(self) -> tuple[TimeExpression, ...]:
        """The times that are not past."""
        return _times(self.said, self.anchor)

    @property
    def dated(self) -> bool:
        """Does a time lie ahead?"""
        return any(is_ahead(time, self.anchor) for time in self.times)

    def has(self, *needles: str) -> bool:
        """Does it hold one of these words?"""
        return mentions(self.words, needles)


@lru_cache(maxsize=4)  # a sentence is asked for its times several times over
def _times(said: str, anchor: date) -> tuple[TimeExpression, ...]:
    if not mentions(said, _TIMED) and not _DIGIT.search(said):
        return ()
    return tuple(time for time in find_moments(said, anchor) if time.moment.kind in _AHEAD)


def is_ahead(time: TimeExpression, anchor: date) -> bool:
    """Does a time that is no vague one reach beyond the day?"""
    moment = time.moment
    if moment.kind == "vague":
        return False
    return (moment.earliest is not None and moment.earliest > anchor) or (moment.latest is not None and moment.latest > anchor)


def read(sentence: Sentence, text: str, anchor: date) -> Reading:
    """The reading of a sentence of ``text`` on the day ``anchor``."""
    said = unquoted(respaced(sentence.low, text))
    words = _INSERTED.sub(blanked, said) if mentions(said, ("(", "–", "—", ",", " en ")) else said
    told = mentions(words, ("kamer", "parlement", " u ", "u ")) and _TO_KAMER.search(words)
    return Reading(words=words, said=said, anchor=anchor, to_kamer=bool(told))


def clause_after(words: str, end: int) -> str:
    """What follows a verb that ends at ``end``, in its own clause."""
    rest = words[end : end + _REACH]
    stop = _CLAUSE_END.search(rest)
    return rest[: stop.start()] if stop else rest
