"""Data gaps: what the government says it does not know (reference/domain.md, section 3.1)."""

import re
from collections.abc import Iterator

from navraag.enrichment.sentences import Sentence, sentences
from navraag.records.findings import DataGap, GapReason

VERSION = "1"
_DATA = r"(?:cijfers?|cijfermatige? \w+|gegevens|aantal(?:len)?|data|getal(?:len)?|statistieken|overzicht(?:en)?|informatie|registratie)"
_PRINTED: tuple[tuple[GapReason, str], ...] = (
    ("not_extractable", r"\bniet mogelijk\b.{0,160}\b(?:uit de systemen|gegevens te leveren|cijfers te (?:leveren|geven)|te achterhalen|te herleiden|uit te splitsen|op te leveren)"),
    ("not_extractable", rf"\bniet\b.{{0,60}}\b(?:uit (?:de|het) (?:\w+ )?(?:systemen|systeem|registraties?)|te herleiden|herleidbaar|uit te splitsen|uitgesplitst|te extraheren)\b(?=.{{0,200}})|\b{_DATA}\b.{{0,80}}\bniet (?:nader )?(?:uitgesplitst|uit te splitsen|te herleiden)"),
    ("not_registered", r"\b(?:niet|geen)\b.{0,80}\b(?:geregistreerd|registreert|registreren|bijgehouden|bijhoudt|centrale registratie)\b|\bgeen\b.{0,40}\bregistratie\b|\bniet (?:werkt|werken) met een registratie\b|\bhoud(?:t|en)?\b.{0,40}\b(?:niet|geen)\b.{0,60}\bbij\b"),
    ("no_figures", rf"\bgeen\b.{{0,60}}\b{_DATA}\b(?=.{{0,80}}\b(?:bekend|beschikbaar|voorhanden|te noemen|te geven|bij\b|over\b|van\b))|\b{_DATA}\b.{{0,80}}\bniet\b.{{0,50}}\b(?:beschikbaar|voorhanden)\b"),
    ("no_figures", rf"\bbeschik(?:t|ken)?\b.{{0,50}}\b(?:niet|geen)\b.{{0,60}}\b{_DATA}\b|\bheb(?:ben)? (?:ik |wij )?geen\b.{{0,30}}\b{_DATA}\b|\bbestaat geen (?:\w+ )?overzicht\b"),
    ("not_known", r"\b(?:niet|nog niet|onvoldoende)\b.{0,30}\bbekend\b(?! met| gemaakt)|\bonbekend\b(?!e)|\bis mij niet bekend\b"),
    ("not_known", r"\b(?:geen|beperkt|onvoldoende)\b.{0,40}\b(?:inzicht|inzichtelijk|zicht op|beeld van)\b|\bniet inzichtelijk\b"),
    ("not_known", r"\b(?:niet|nog niet|lastig|moeilijk)\b.{0,30}\b(?:te zeggen|in te schatten|te bepalen|vast te stellen|aan te geven|te kwantificeren|te geven)\b|\bkan ik (?:\w+ )?niet (?:geven|zeggen|aangeven|bevestigen)\b"),
    ("not_known", r"\b(?:geen|noch)\b.{0,60}\binformatie over\b|\bniet op basis van eigenstandige informatie\b"),
)
_RULES = tuple((sort, re.compile(pattern, re.IGNORECASE)) for sort, pattern in _PRINTED)
_ZERO = re.compile(r"\bgeen\b.{0,40}\b(?:gevallen|signalen|klachten|meldingen|incidenten|voorbeelden|aanwijzingen|knelpunten)\b", re.IGNORECASE)
_CONDITION = re.compile(r"\b(?:indien|als|wanneer|zolang|mits|tenzij)\b.{0,120}\b(?:niet|geen|onbekend)\b", re.IGNORECASE)
_PERMITTED = re.compile(r"\b(?:mag|mogen|moet|moeten|dient|dienen|hoeft|hoeven)\b.{0,40}\b(?:geregistreerd|registreren|gegevens)\b", re.IGNORECASE)
_QUOTED = re.compile(r"[«“\"„][^»”\"]{0,1000}[»”\"]")


def _reason(sentence: Sentence) -> tuple[GapReason, str] | None:
    words = _QUOTED.sub(" ", sentence.words)
    if sentence.asks or _ZERO.search(words) or _CONDITION.search(words) or _PERMITTED.search(words):
        return None
    for number, (reason, pattern) in enumerate(_RULES, 1):
        if pattern.search(words):
            return reason, f"gap-{number}"
    return None


def find_data_gaps(text: str) -> Iterator[DataGap]:
    """The sentences of an answer that admit a gap; known zeros, conditions and quotations are none."""
    for sentence in sentences(text):
        if found := _reason(sentence):
            yield DataGap(quote=sentence.words, start=sentence.start, end=sentence.end, reason=found[0], rule=found[1])
