"""Refusals with their ground, and referrals to other answers (reference/domain.md, section 3.1)."""

import re
from collections.abc import Iterator

from navraag.enrichment.moments.words import NUMERALS
from navraag.enrichment.sentences import Sentence, sentences
from navraag.records.findings import Referral, Refusal, RefusalGround

VERSION = "1"
_SAYS_NOTHING = r"(?:geen (?:\w+ ){0,3}(?:uitspraken|uitlatingen|mededelingen|oordeel|commentaar)|niet (?:\w+ ){0,2}(?:ingaan|vooruitlopen|treden in|reageren)|ga ik (?:\w+ ){0,2}niet in|niet in op)"
_WHO = r"(?:mij|het|de|een|Nederland|DNB|AFM|DUO|gemeenten|instellingen|organisaties|bedrijven|partijen|\w+ zelf)"
_PRINTED: tuple[tuple[RefusalGround, str], ...] = (
    ("sub_judice", rf"\bonder de rechter\b|\b{_SAYS_NOTHING}\b.{{0,120}}\b(?:rechter|rechtszaak|procedures?|strafrechtelijk|onderzoek)\b|\blopende? (?:\w+ )?(?:rechtszaak|procedure|onderzoek)\b.{{0,120}}\b{_SAYS_NOTHING}"),
    ("confidential", rf"\b\w*vertrouwelijk\w*\b.{{0,140}}\b(?:{_SAYS_NOTHING}|niet)\b|\b(?:{_SAYS_NOTHING})\b.{{0,140}}\b(?:vertrouwelijk\w*|geheimhouding\w*|bedrijfsgevoelig\w*)\b"),
    ("state_interest", r"\bbelang van de Staat\b|\bstaatsveiligheid\b.{0,80}\b(?:geen|niet)\b|\b(?:geen|niet)\b.{0,80}\bin het openbaar\b"),
    ("individual_case", rf"\b{_SAYS_NOTHING}\b.{{0,120}}\b(?:individuele?|specifieke|afzonderlijke|concrete|deze (?:zaak|casus|persoon)|casus)\b|\b(?:individuele?|beursgenoteerd|specifieke)\b.{{0,120}}\b{_SAYS_NOTHING}"),
    ("other_competence", rf"\b(?:is|blijft|staat)\b(?: (?:\w+ ){{0,4}}| )(?:niet )?aan {_WHO}\b.{{0,120}}\b(?:om|te|of|dan|zelf)\b|\bis aan (?:de|het) (?:\w+ ){{1,3}}(?:zelf|zelve)?\s*[.,]?$|\bniet aan mij\b"),
    ("other_competence", r"\bga(?:at)? (?:ik |het kabinet |hier ik )?(?:\w+ ){0,3}niet over\b|\bik ga niet over\b|\b(?:geen|geen enkele) (?:rol|bevoegdheid|zeggenschap)\b|\bniet bevoegd\b"),
    ("other_competence", r"\bzelf verantwoordelijk\b.{0,100}\b(?:niet|geen)\b|\bvalt? (?:\w+ ){0,3}onder de verantwoordelijkheid van\b|\bis (?:\w+ ){0,2}de verantwoordelijkheid van\b"),
    ("disproportionate", r"\bgeen noodzaak\b.{0,80}\bonderzoek\b|\bonevenredig\w*\b|\bdisproportione\w+\b.{0,60}\b(?:inspanning|beslag|last|capaciteit)\b|\bte (?:veel|groot|grote) (?:\w+ )?(?:beslag|inspanning|capaciteit)\b"),
    ("other", r"\bkan ik (?:\w+ ){0,2}niet toezeggen\b|\bwil ik (?:\w+ ){0,3}niet (?:beantwoorden|op ingaan)\b"),
)
_RULES = tuple((sort, re.compile(pattern, re.IGNORECASE)) for sort, pattern in _PRINTED)
_SMALL = "|".join(sorted(NUMERALS, key=len, reverse=True))
_NUMBER = rf"(?:\d{{1,3}}|{_SMALL})"
_LIST = rf"{_NUMBER}(?:\s?(?:,|en|t/m|tot en met|-|–)\s?(?:vraag |op vraag )?{_NUMBER}\b)*"
_REFERRAL = re.compile(
    rf"\b(?:(?:nee|ja),? )?(?:zie(?: ook)?|verwijs\w*|zoals|conform|gelet op|kortheidshalve|als)\b(?:[\w ,]{{0,60}}?)\b(?:(?:het|mijn|de|ons|onze) )?(?:antwoord(?:en)?|beantwoording|vragen|vraag)"
    rf"(?:\s(?:op|bij|van|onder))?(?:\s(?:de\s)?(?:vraag|vragen|deelvraag))?\s(?P<list>{_LIST})(?!\w)(?:[\w ]{{0,24}}\b(?:aangegeven|opgenomen|toegelicht|beschreven|vermeld|gemeld|gesteld|genoemd))?", re.IGNORECASE,
)
_RANGE = re.compile(r"(\d{1,3})\s?(?:t/m|tot en met|-|–)\s?(?:vraag |op vraag )?(\d{1,3})")
_LONGEST_RANGE = 200


def _ground(sentence: Sentence) -> tuple[RefusalGround, str] | None:
    if sentence.asks:
        return None
    for number, (ground, pattern) in enumerate(_RULES, 1):
        if pattern.search(sentence.words):
            return ground, f"refusal-{number}"
    return None


def find_refusals(text: str) -> Iterator[Refusal]:
    """The sentences that decline, with their ground."""
    for sentence in sentences(text):
        if found := _ground(sentence):
            yield Refusal(quote=sentence.words, start=sentence.start, end=sentence.end, ground=found[0], rule=found[1])


def _numbers(printed: str) -> tuple[int, ...]:
    spelled = re.sub(rf"\b(?:{_SMALL})\b", lambda m: str(NUMERALS[m[0].casefold()]), printed, flags=re.IGNORECASE)
    ranges = {(int(a), int(b)) for a, b in _RANGE.findall(spelled)}
    numbers = [int(n) for n in re.findall(r"\d+", spelled)]
    for first, last in ranges:
        numbers += range(first, min(last, first + _LONGEST_RANGE) + 1)
    return tuple(sorted(dict.fromkeys(numbers)))


def find_referrals(text: str) -> Iterator[Referral]:
    """The clauses that point to the answer to another question."""
    for match in _REFERRAL.finditer(text):
        yield Referral(quote=match[0], start=match.start(), end=match.end(), to=_numbers(match["list"]))
