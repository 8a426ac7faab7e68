"""What the Kamer will get: the government informs, sends, comes back to it; the Kamer receives or is informed."""

import re

from navraag.enrichment.commitments import acts
from navraag.enrichment.commitments.reading import Judged, Reading
from navraag.enrichment.screening import in_low

_SELF = r"(?:ik|wij|we|het kabinet|de (?:minister|staatssecretaris)(?: van [\w ]{2,40})?)"
_KAMER = r"(?:uw Kamer|de (?:Tweede |Eerste )?Kamer|beide Kamers|het parlement|u)"
_TELL = r"(?:informeer|informeert|informeren|bericht|stuur|stuurt|zend|zendt|deel|deelt|meld|meldt|bied|biedt|rapporteer|rapporteert|doe|doet|verstrek|verstrekt|leg|legt|stel|stelt|houd|houdt|hou)"
_TELL_LAST = r"(?:aanbied|aanbiedt|stuur|stuurt|toestuur|toestuurt|toezend|toezendt|zend|zendt|informeer|informeert|deel|deelt|bericht|toekomen|zal sturen|zal toezenden|zal aanbieden)"
_RECEIVES = in_low(rf"\b{_KAMER} (?:\w{{1,30}} ){{0,2}}ontvangt\b|\bontvangt {_KAMER}\b|\b{_KAMER} (?:zal|zullen) (?:[^,;]{{0,120}}) ontvangen\b|\b(?:zal|zullen) {_KAMER} (?:[^,;]{{0,120}}) ontvangen\b|\bkrijgt {_KAMER}\b")
_TELLS = in_low(
    rf"\b{_SELF} {_TELL}\b[^;]{{0,160}}?\b{_KAMER}\b|\b{_TELL} {_SELF} (?:[^;,]{{0,160}}? )?{_KAMER}\b"
    rf"|\b{_SELF} (?:[^,;]{{0,100}} )?{_KAMER} (?:[^,;]{{0,60}} )?{_TELL_LAST}\b",
)
_RETURNS = in_low(
    r"\b(?:kom|komt|komen) (?:ik|wij|het kabinet)\b[^;]{0,100}\bterug\b|\b(?:ik|wij|het kabinet) (?:kom|komt|komen) (?:\w{1,20} ){0,3}?(?:hier|hierop|daarop|daar|er|erop|op)\b[^;]{0,100}\bterug\b"
    r"|\b(?:brief|kamerbrief|rapportage|voortgangsrapportage|reactie|evaluatie|nota|begroting|debat|commissiedebat)\b[^;]{0,80}\bga ik\b[^;]{0,60}\bin\b|\bga ik (?:hier|daar)\b[^;]{0,80}\b(?:brief|rapportage|reactie|evaluatie|nota)\b[^;]{0,60}\bin\b",
)
_INFORMED = in_low(
    r"\bword(?:t|en|t u)\b.{0,160}\b(?:geïnformeerd|toegezonden|toegestuurd|aangeboden|bericht|gedeeld|gestuurd|gezonden|voorgelegd|verzonden|ingelicht|op de hoogte (?:gesteld|gehouden|gebracht)|gemeld|gerapporteerd)\b",
)
_NOW = in_low(
    r"\b(?:hierbij|hiermee|bij deze|bijgaand|bijgevoegd|heden|vandaag|met deze brief|middels deze|door middel van deze|in deze brief|in deze beantwoording|tegelijk\w{0,6} met|gelijktijdig)\b|\b(?:mede|mee),? dat\b|\bdeel ik u (?:mede|mee)\b|\b(?:bericht|meld|laat|deel)(?: ik)? (?:u|uw kamer|de kamer)(?: \w{1,20}){0,2},? dat\b|\b(?:ik|wij) (?:bericht|meld|laat|deel) (?:u|uw kamer|de kamer)(?: \w{1,20}){0,2},? dat\b",
)
_HABIT = in_low(r"\b(?:jaarlijks|halfjaarlijks|periodiek|regelmatig|reeds|al vaker|doorgaans|gebruikelijk|elk jaar|ieder jaar|elk kwartaal|altijd|steeds|telkens|structureel|twee keer per jaar|per kwartaal)\b")
_DONE = in_low(r"\b(?:heb|heeft|hebben|had|hadden|werd|werden|was|waren|ontving)\b")
_MODAL = in_low(r"\b(?:kan|kunnen|moet|moeten|mag|mogen|dient|dienen|hoeft)\b[^,;]{0,80}$")
_NOT = in_low(r"\b(?:niet|geen)\b")


def _holds(reading: Reading, match: re.Match[str]) -> bool:
    """Is it said of what is to come, and of this time only?"""
    words = reading.words
    if _NOW.search(words) or _NOT.search(match[0]) or _MODAL.search(words, max(0, match.start() - 80), match.start()):
        return False
    return not _DONE.search(words, match.start(), match.end()) and (reading.dated or not _HABIT.search(words))


def tells(reading: Reading) -> Judged | None:
    """Present tense towards the Kamer: no time is needed, since such a sentence speaks of what is to come."""
    words = reading.words
    if reading.has("ontvang", "krijgt") and (match := _RECEIVES.search(words)) and _holds(reading, match):
        return "commitment", "kamer-receives", "own_ministry"
    if reading.to_kamer:
        if (match := _TELLS.search(words)) and _holds(reading, match):
            return "commitment", "kamer-told", "minister"
        if (match := _INFORMED.search(words)) and _holds(reading, match) and not acts.NEEDS.search(words) and not acts.BY_OTHERS.search(match[0]):
            return "commitment", "passive-kamer", "own_ministry"
    if reading.has("terug", "ga ik") and (match := _RETURNS.search(words)) and _holds(reading, match):
        return "commitment", "returns", "minister"
    return None
