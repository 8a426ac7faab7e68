"""Who acts: the subject of a finite verb in a Dutch sentence, found by word order.

A main clause has its verb in second place: the subject stands right before it, or right after it where something else opens
the sentence ("In het najaar zal ik …"). A subordinate clause ("dat het kabinet in mei …") has the subject at its start and
the verb at its end. A verb right after "en" borrows the subject of the clause before it.
"""

from typing import Literal

from navraag.enrichment.screening import in_low

Actor = Literal["minister", "own_ministry", "cabinet", "rule", "generic", "third_party"]

_SELF = r"(?:ik|wij|we)\b"
_MINISTRY = (
    r"(?:mijn|ons|onze) ?(?:ministerie|departement|ambtenaren|ambtsgenoot|ambtgenoot|collega\w{0,20})\b|het ?ministerie(?: van\b|\b)|de ?(?:minister|staatssecretaris"
    r"|minister-president|bewindslieden|bewindspersonen)\b"
)
_CABINET = r"(?:het|dit|ons) ?kabinet\b|de ?regering\b|nederland\b|het ?rijk\b|de ?rijksoverheid\b"
_RULE = (
    r"(?:(?:de|het|een|deze|dit|die|dat|zulke|nieuwe?|herziene|gewijzigde?|europese|nationale|verdere|verplichte(?:nde)?) ){0,4}"
    r"(?:\w{0,30}wet|\w{0,30}wetten|\w{0,30}wetsvoorstel\w{0,4}|\w{0,30}regeling(?:en)?|\w{0,30}richtlijn(?:en)?|\w{0,30}verordening(?:en)?|\w{0,30}besluit|\w{0,30}verplichting(?:en)?|\w{0,30}norm(?:en)?"
    r"|\w{0,30}standaard(?:en)?|\w{0,30}voorschriften|amvb|wetswijziging|\w{0,30}heffing(?:en)?|\w{0,30}belasting|\w{0,30}verdrag(?:en)?|\w{0,30}stelsel|\w{0,30}verbod|\w{0,30}tarief|\w{0,30}prij(?:s|zen)"
    r"|\w{0,30}kosten|\w{0,30}groei)\b"
)
_GENERIC = r"(?:de ?(?:betreffende|desbetreffende|betrokken|aangewezen)|een|elke?|iedere?|alle|veel|sommige|dergelijke|zulke|men|die|dat|dit|deze|er)\b"
_PRINTED: tuple[tuple[Actor, str], ...] = (
    ("minister", _SELF), ("own_ministry", _MINISTRY), ("cabinet", _CABINET), ("rule", _RULE), ("generic", _GENERIC),
)
_CLASSES = tuple((actor, in_low(pattern)) for actor, pattern in _PRINTED)
_GOVERNMENT = frozenset({"minister", "own_ministry", "cabinet"})
_SUBORDINATOR = (
    r"dat|die|of|waarin|waarbij|waarmee|waarover|waarvoor|waarna|waarop|waardoor|omdat|zodat|nadat|voordat|totdat|terwijl|zodra|wanneer|indien|als|hoe|welke|doordat|aangezien|hoewel"
)
_BOUNDARY = in_low(rf"(?P<stop>[;:–—(]\s?|,\s|\b(?:maar|want|en)\s)|\b(?P<word>{_SUBORDINATOR})\s")
_LEAD = in_low(
    r"(?:(?:en|maar|ook|want|dus|namelijk|verder|bovendien|tevens|daarnaast|tot slot|ten slotte|daarom|wel|hier|er|daar|nu|dan|nog|hierbij|uiteraard|vanzelfsprekend|zelf|dit|deze|dat|die)\s+){0,3}",
)
_ADVERB = in_low(r"(?:(?:ook|dus|er|hier|daar|dan|nog|zich|hierbij|daarbij|uiteraard|wel|u|uw Kamer|in ieder geval|echter|nu|zelf|hierover|daarover)\s+){0,3}")
_STARTS = in_low(r"\b(?:dat|omdat|zodat|nadat|of)\s")
_INVERTED = in_low(rf"\b\w{{1,30}} (?P<np>{_SELF}|{_MINISTRY}|{_CABINET})")
_SUPPOSES = in_low(r"\b(?:verwacht|hoop|hoopt|vertrouw|vertrouwt|reken|rekent|ga|gaat|vrees|vreest|denk|denkt|weet|begrijp|begrijpt|zie|ziet|lees|hoor|constateer|constateert|stel|stelt)\b")
_REACH = 400


def _of(words: str) -> Actor | None:
    """The class of the noun phrase with which these words begin."""
    for actor, pattern in _CLASSES:
        if pattern.match(words):
            return actor
    return None


def _noun_phrase(words: str) -> Actor:
    lead = _LEAD.match(words)
    rest = words[lead.end() :] if lead else words
    return _of(rest) or _of(words) or "third_party"


def _government(words: str) -> Actor | None:
    actor = _noun_phrase(words)
    return actor if actor in _GOVERNMENT else None


def _borrowed(sentence: str, at: int) -> Actor:
    """The subject of the clause before an "en zal": the main clause's where that is the government's, else that of the last "dat X".

    A verb right behind "en" stands in the second place of a main clause; a subordinate one would keep it for its end.
    """
    before = sentence[max(0, at - _REACH) : at]
    starts = [m.end() for m in _STARTS.finditer(before)]
    if (actor := _government(before)) and _main(before, starts):
        return actor
    if starts:
        return _noun_phrase(before[starts[-1] :])
    inverted = _INVERTED.search(before[:120])
    return (_of(inverted["np"]) or "third_party") if inverted else _noun_phrase(before)


def _main(before: str, starts: list[int]) -> bool:
    """Does the government say something of its own before "dat" ("onderschrijft dat"), no hope or fear of what others do?"""
    return not starts or not _SUPPOSES.search(before[: starts[0]])


def find_actor(sentence: str, start: int, end: int) -> Actor:
    """Whose act the verb at ``sentence[start:end]`` is.

    >>> find_actor("in mei zal het kabinet de gids uitbrengen.", 7, 10)
    'cabinet'
    >>> find_actor("de wet zal gelden voor iedereen.", 7, 10)
    'rule'
    """
    first = max(0, start - _REACH)
    boundary = None
    for boundary in _BOUNDARY.finditer(sentence, first, start):  # noqa: B007 - the last one counts
        pass
    opening = boundary.end() if boundary else first
    before = sentence[opening:start].strip()
    after = sentence[end : end + _REACH].lstrip()
    shifted = after[lead.end() :] if (lead := _ADVERB.match(after)) else after
    follows = _of(shifted)
    if follows == "minister":
        return follows
    if boundary and boundary["word"]:
        return _noun_phrase(before) if before else follows or "third_party"
    if not before:
        coordinated = boundary is not None and boundary["stop"].strip().casefold() in {"en", "maar"}
        return _borrowed(sentence, boundary.start()) if coordinated and boundary and follows not in _GOVERNMENT else _noun_phrase(shifted)
    if follows in _GOVERNMENT and _POINTING.fullmatch(before):
        return follows
    return _noun_phrase(shifted) if _fronted(before) else _noun_phrase(before)


_POINTING = in_low(r"(?:dit|dat|die|deze)(?: \w+)?")
_FRONTED = in_low(
    r"(?:in|op|met|na|voor|vóór|bij|tijdens|per|vanaf|uiterlijk|om|door|via|naast|binnen|over|onder|samen|daar\w*|hier\w*|er\w*|tevens|verder|ook|bovendien|vervolgens|ten|tot|waar|eind|begin|medio|later|dan|zo|mede|gezien|conform|zoals|gelet|blijkens|volgens|eind|komend\w*|volgend\w*)\b",
)


def _fronted(before: str) -> bool:
    """Does something that is no subject open the clause?"""
    return bool(_FRONTED.match(before))
