"""Undertakings, intentions, announcements and expectations: sentence by sentence, never mixed.

Rules: reference/domain.md, sections 2.3 to 2.5. A sentence is a candidate when it looks ahead; what it is depends on its
hedge first (expectation, intention) and on its actor then (government: commitment; anybody else: announced action).
"""

import re
from collections.abc import Iterator
from datetime import date

from navraag.enrichment.moments.find import TimeExpression, find_moments
from navraag.enrichment.sentences import Sentence, sentences
from navraag.records.findings import Commitment, CommitmentKind

VERSION = "1"
_I = re.IGNORECASE
_FUTURE = re.compile(r"\b(?:zal|zullen)\b", _I)
_GOING = re.compile(r"\b(?:ga|gaat|gaan)\b(?! (?:ik |het |dit |dat |er |om |niet |over |uit |in op |niet in ))(?=.{0,200}\b\w{2,30}(?:en|gaan|doen|zien|staan)\b)", _I)
_EXPECTING = re.compile(r"\bnaar verwachting\b|\b(?:de )?verwachting is\b|\b(?:ik )?verwacht(?:en|t)?\b(?! (?:wordt|kan|mag))|\bis de verwachting\b", _I)
_INTENDING = re.compile(
    r"\b(?:ik|kabinet|wij|we|Nederland|ministerie|regering) (?:streef|streeft|streven|beoog|beoogt)\b|\b(?:streef|beoog) ik\b|\bstreven (?:is|naar)\b|\bis het streven\b|\bvoornemens\b|\bvan plan\b"
    r"|\bbeoogd(?:e)?\b|\bis voorzien\b|\bstaat gepland\b|\bstaan gepland\b|\b(?:mijn |de )?inzet is\b|\bstreeft? ernaar\b|\bhet voornemen\b", _I,
)
_WANTING = re.compile(r"\b(?:ik wil|wil ik|willen (?:we|wij)|(?:we|wij) willen|Nederland wil|kabinet wil|wil het kabinet)\b(?! (?:benadrukken|opmerken|wijzen|graag benadrukken|hier|u erop|daarbij|hierbij|u wijzen|vooropstellen|niet))", _I)
_TO_KAMER = re.compile(r"\b(?:uw Kamer|de (?:Tweede )?Kamer|beide Kamers|Eerste Kamer|Tweede Kamer)\b|\bu\b(?=.{0,80}\b(?:informe|toe|stu|hoogte|ontvang|geïnformeerd|aanbied|zend))", _I)
_GOVERNMENT = re.compile(r"\b(?:ik|we|wij|mijn (?:ministerie|departement|ambtsgeno\w+)|(?:het|dit) kabinet|de regering|Nederland|(?:het )?ministerie van|de rijksoverheid|het Rijk|mijn collega)\b", _I)
_PASSIVE = re.compile(r"\b(?:word(?:t|en)|zal|zullen)\b", _I)
_DELIVERS = re.compile(
    r"\b(?:volgt|volgen|verschijnt|presenteert|presenteren|organiseert|organiseren|start(?:en)?|gaat (?:open|gelden|van start|in)|treedt|treden|komt|komen|levert|leveren|stuur|stuurt"
    r"|informeer|informeert|publiceert|publiceren|rond|rondt|ronden|bied|biedt|ontvangt|ontvangen|kom|maak|maakt|word(?:t|en)|zend|doe|neem|voer|voert|leg|stel|vindt|vinden|werkt .{0,60}uit|besluit|deel|hoor|spreek)\b", _I,
)
_PAST = re.compile(r"\b(?:heb|heeft|hebben|had|hadden|werd|werden|was|waren)\b", _I)
_UNREAL = re.compile(r"\b(?:zou|zouden|mocht(?:en)?)\b|\b(?:zal|zullen) (?:altijd|nooit|afhankelijk|afhangen|vaak|doorgaans)\b|\bindien\b.{0,200}\b(?:zal|zullen)\b.{0,40}\bmoeten\b", _I)
_LAW = re.compile(r"\b(?:schrijft voor|schrijven voor|verplicht(?:en)?|bepaalt dat|vereist dat|op grond van artikel)\b", _I)
_TOLD_BEFORE = re.compile(r"\b(?:heb|heeft|hebben) (?:ik|het kabinet|wij|de \w+ )?.{0,120}\b(?:geïnformeerd|toegezegd|aangegeven|aangekondigd|gemeld|gevraagd|verzocht)\b", _I)
_DENIES = re.compile(r"\b(?:zal|zullen|ga|gaat)\b.{0,60}\b(?:geen|niet)\b(?! alleen)(?!.{0,40}\bals onderdeel\b)", _I)
_MODAL = re.compile(r"\b(?:zal|zullen)\b.{0,80}\b(?:moeten|blijken|kunnen|toenemen|afnemen|stijgen|dalen|leiden|zijn dat|betekenen|hebben)\b", _I)
_QUOTED = re.compile(r"[«“\"„][^»”\"]{0,1000}[»”\"]")
_DELIVERABLE = re.compile(
    r"\b(?:onderzoek\w*|resultaten|rapport\w*|advies|adviezen|wetsvoorstel|brief|plannen|plan|evaluatie|monitor|informatie|consultatie|besluit\w*|afrond\w*|afgerond|gereed|aanbied\w*|aangeboden"
    r"|toe(?:zend|stu)\w*|presente\w*|publice\w*|gepubliceerd|opgelever\w*|oplever\w*|bekend|starten|start|van start|inwerking\w*|ingediend|indienen|informeren|geïnformeerd|ontvangen|beschikbaar|wet|regeling)\b", _I,
)
_AHEAD = frozenset({"in", "by", "from", "after", "vague"})


def _bare(words: str) -> str:
    """The sentence without what it quotes: a quoted promise is somebody else's."""
    return _QUOTED.sub(lambda m: " " * len(m[0]), words)


def _times(sentence: Sentence, anchor: date) -> list[TimeExpression]:
    return [time for time in find_moments(_bare(sentence.words), anchor) if time.moment.kind in _AHEAD]


def _is_ahead(time: TimeExpression, anchor: date) -> bool:
    moment = time.moment
    if moment.kind == "vague":
        return False
    return (moment.earliest is not None and moment.earliest > anchor) or (moment.latest is not None and moment.latest > anchor)


def _hedged(words: str, times: list[TimeExpression]) -> tuple[CommitmentKind, str] | None:
    if _EXPECTING.search(words) and _DELIVERABLE.search(words) and (times or _FUTURE.search(words)):
        return "expectation", "expect"
    if _INTENDING.search(words):
        return "intention", "intend"
    if _WANTING.search(words):
        return "intention", "want"
    return None


def _acting(words: str, *, to_kamer: bool) -> CommitmentKind:
    """Whose act is it? The nearest subject to the verb decides; a passive without an actor is the government's."""
    if to_kamer or _GOVERNMENT.search(words):
        return "commitment"
    return "announced_action"


def _rule(words: str, anchor: date, times: list[TimeExpression]) -> str | None:
    to_kamer = bool(_TO_KAMER.search(words))
    if _FUTURE.search(words) and not _DENIES.search(words) and (not _MODAL.search(words) or to_kamer):
        return "future"
    if _GOING.search(words) and (_GOVERNMENT.search(words) or times):
        return "going"
    if re.search(r"\bword(?:t|en|t u)\b.{0,160}\b(?:geïnformeerd|toegezonden|toegestuurd|aangeboden)\b", words, _I) and to_kamer:
        return "passive"
    if any(_is_ahead(time, anchor) for time in times) and _DELIVERS.search(words) and not _PAST.search(words):
        return "present"
    return None


def _classify(sentence: Sentence, anchor: date, times: list[TimeExpression]) -> tuple[CommitmentKind, str] | None:
    words = _bare(sentence.words)
    if sentence.asks or _UNREAL.search(words) or _LAW.search(words):
        return None
    if hedged := _hedged(words, times):
        return hedged
    if _TOLD_BEFORE.search(words) and not _FUTURE.search(words):
        return None
    rule = _rule(words, anchor, times)
    if rule is None:
        return None
    return _acting(words, to_kamer=bool(_TO_KAMER.search(words))), rule


def find_commitments(text: str, anchor: date) -> Iterator[Commitment]:
    """The sentences of an answer or notice that say what will be done, read on the day ``anchor``."""
    for sentence in sentences(text):
        times = _times(sentence, anchor)
        if found := _classify(sentence, anchor, times):
            kind, rule = found
            time = next((t for t in times if _is_ahead(t, anchor)), times[0] if times else None)
            yield Commitment(
                quote=sentence.words, start=sentence.start, end=sentence.end, kind=kind, rule=rule,
                to_kamer=bool(_TO_KAMER.search(_bare(sentence.words))), time=time.words if time else None,
                moment=time.moment if time else None,
            )
