"""find_commitments(): which sentences of an answer say what will be done, of which kind, by when.

Rules: reference/domain.md, sections 2.3 to 2.5. A sentence is a candidate when it looks ahead; a hedge decides first
(hedges.py), then what the Kamer is to get (told.py), then whose act its verb is (deeds.py, actors.py): the government's own
act is a commitment, anybody else's an announced action; a rule, a forecast, a report or the order of the answers is nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from navraag.enrichment.blanks import respaced
from navraag.enrichment.commitments import acts
from navraag.enrichment.commitments.actors import Actor
from navraag.enrichment.commitments.deeds import future, going, present
from navraag.enrichment.commitments.hedges import expects, intends, ready
from navraag.enrichment.commitments.reading import Judged, Reading, is_ahead, read
from navraag.enrichment.commitments.told import tells
from navraag.enrichment.commitments.what import deliverable, strength
from navraag.enrichment.moments.find import TimeExpression
from navraag.enrichment.screening import READ_LATELY, held, in_low, lowered, mentions
from navraag.enrichment.sentences import Sentence, sentences
from navraag.records.findings import ActorKind, Commitment

VERSION = "3"
_PROMISED = in_low(r"\b(?:zoals|conform|reeds)\b[^,]{0,80}\b(?:toegezegde?|aangegeven|aangekondigde?|gemeld)\b")
_YEAR_OF_SCHOOL = in_low(r"(?:studie|school|college|begrotings)jaar")
_POINTS_BACK = re.compile(r"^(?:Daar|Dan|Daarbij|Daarin|Daarna|Tijdens dit \w{1,30}|Tijdens dat \w{1,30})\b")
# Without one of these no rule can hold; most sentences have none.
_TRIGGERS = (
    "zal", "zullen", "streef", "streven", "gestreefd", "beoog", "voornem", "verwacht", "voorzien", "pland", "van plan", "wil ", "willen", "bereid", "zeg ", "inzet", "genoodzaakt", "blijf", "blijven", "gesprek",
    "bezig", "verken", "gewerkt", "informe", "ïnformeerd", "ontvang", "terug", "stuur", "zend", "gedeeld", "intentie", "planning", "bericht", "deel ik", "overleg", "ga ik", "ik ga ", "gaat ", "gaan ", "hoogte", "hoop",
    "toezegg", "toekomen", "volgt later", "volgen later", "streefdatum", "ambitie", "bedoeling",
)
# A time alone is a candidate only beside a verb that acts in the present.
_TIMES = (
    " 202", " 203", "januari", "februari", "maart", "april", " mei", "juni", "juli", "augustus", "september", "oktober", "november", "december", "voorjaar", "najaar", "zomer", "winter", "kerst", "kwartaal", "halfjaar",
    "half jaar", "binnenkort", "spoedig", "reces", "prinsjesdag", "komend", "volgend", "later", "jaar", "week", "weken", "maand", "termijn", "snel mogelijk", "nota", "moment",
)
_ACTORS: dict[Actor, ActorKind | None] = {
    "minister": "minister", "own_ministry": "own_ministry", "cabinet": "cabinet", "rule": None, "generic": None, "third_party": "third_party",
}
# "Ik vind het belangrijk dat de Kamer wordt geïnformeerd", "uit onderzoek blijkt dat het aantal in 2030 daalt": said, not done.
_SAYS_THAT = in_low(
    r"\b(?:hecht|hechten|vind|vindt|vinden|acht|achten|belangrijk|van belang|wenselijk|noodzakelijk|blijkt|blijken|laat zien|laten zien|wijst erop|wijzen erop|stelt|stellen|verzoekt|vraagt of|vraagt)\b[^,;]{0,40}\b(?:dat|of|de regering)\b"
)
_HELD_BY_THAT = frozenset({"passive-kamer", "kamer-told", "passive-act", "passive", "becomes", "present", "kamer-receives"})
_WHEREUPON = in_low(r"\bwaarna (?:ik|wij|het kabinet|uw kamer|de kamer)\b")
_SOFTER = frozenset({"expectation", "intention", "announced_action"})
_AND_THEN = in_low(r"(?:\ben|[,;]) (?P<act>(?:daarna |vervolgens |tevens |dan |ook |hierover |daarover )?(?:zal|zullen) (?:ik|wij|het kabinet|mijn (?:ministerie|departement)) [^;]{12,})$")
_RULES = (ready, tells, future, going, present)


def _classify(sentence: Sentence, reading: Reading) -> Judged | None:
    words = reading.words
    if sentence.asks:
        return None
    found = _judged(reading)
    if found is None or acts.PROCEDURE.search(words) or acts.LAW.search(words) or (found[0] != "ongoing" and acts.UNREAL.search(words)):
        return None
    if acts.REPORTS.search(words) and not _PROMISED.match(words):
        return None
    if found[1] in _HELD_BY_THAT and _SAYS_THAT.search(words):
        return None
    return found


def _judged(reading: Reading) -> Judged | None:
    if hedged := expects(reading) or intends(reading):
        return hedged
    for rule in _RULES:
        if found := rule(reading):
            return found
    if reading.has("blij", "gesprek", "bezig", "word") and acts.ONGOING.search(reading.words):
        return "ongoing", "ongoing", "minister"
    return None


def _due(reading: Reading) -> TimeExpression | None:
    """The time that the act has: the first that lies ahead, behind "waarna" where it says so; a school year only where no other is named."""
    after = _WHEREUPON.search(reading.said)
    times = [time for time in reading.times if after is None or time.start > after.end()] or reading.times
    ranked = sorted(times, key=lambda time: (not is_ahead(time, reading.anchor), bool(_YEAR_OF_SCHOOL.search(time.words))))
    return ranked[0] if ranked else None


def _condition(words: str) -> str | None:
    match = acts.CONDITION.search(words)
    return match[0].strip(" ,") if match else None


def _printed(sentence: Sentence, low: str | None) -> str | None:
    """Words in lower case as they are printed in the sentence; as they are where blanks were put back."""
    at = sentence.low.find(low) if low else -1
    return sentence.words[at : at + len(low)] if low and at >= 0 else low


def _candidates(text: str) -> Iterator[Sentence]:
    """The sentences in which a rule may hold."""
    low = lowered(text)
    triggers, times = held(low, _TRIGGERS), held(low, _TIMES)
    for sentence in sentences(text):
        if mentions(sentence.low, triggers) or (mentions(sentence.low, times) and acts.PRESENT.search(respaced(sentence.low, text))):
            yield sentence


@lru_cache(maxsize=READ_LATELY)
def find_commitments(text: str, anchor: date) -> tuple[Commitment, ...]:
    """The sentences of an answer or notice that say what will be done, read on the day ``anchor``; each sentence once."""
    return tuple(_commitments(text, anchor))


def _commitments(text: str, anchor: date) -> Iterator[Commitment]:
    seen: set[str] = set()
    last: TimeExpression | None = None
    for sentence in _candidates(text):
        reading = read(sentence, text, anchor)
        found = _classify(sentence, reading)
        if found is None or sentence.words in seen:
            continue
        seen.add(sentence.words)
        own = _due(reading)
        inherited = own is None and last is not None and bool(_POINTS_BACK.match(sentence.words))
        time = last if inherited else own
        last = time
        yield _commitment(sentence, reading, found, (time, inherited))
        yield from _second(sentence, text, anchor, found)


def _second(sentence: Sentence, text: str, anchor: date, first: Judged) -> Iterator[Commitment]:
    """What is undertaken after something softer in one sentence: "… en daarna zal ik een wetsvoorstel indienen"."""
    match = _AND_THEN.search(sentence.low) if first[0] in _SOFTER else None
    if match is None:
        return
    at = match.start("act")
    clause = replace(sentence, words=sentence.words[at:], low=sentence.low[at:], start=sentence.start + at)
    reading = read(clause, text, anchor)
    found = _classify(clause, reading)
    if found and found[0] == "commitment":
        yield _commitment(clause, reading, found, (_due(reading), False))


def _commitment(sentence: Sentence, reading: Reading, found: Judged, when: tuple[TimeExpression | None, bool]) -> Commitment:
    kind, rule, actor = found
    time, inherited = when
    return Commitment(
        quote=sentence.words, start=sentence.start, end=sentence.end, kind=kind, rule=rule, to_kamer=reading.to_kamer, actor=_ACTORS[actor],
        time=_printed(sentence, time.words) if time else None, moment=time.moment if time else None, condition=_printed(sentence, _condition(reading.words)), inherited=inherited,
        deliverable=deliverable(reading.words), strength=strength(kind, reading.words),
    )
