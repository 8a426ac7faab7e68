"""Referrals: clauses that point to the answer to another question of the same set (reference/domain.md, section 3.1)."""

import re
from collections.abc import Iterator

from navraag.enrichment.moments.words import NUMERALS
from navraag.enrichment.screening import in_low, lowered, mentions
from navraag.records.findings import Referral

VERSION = "2"
_SMALL = "|".join(sorted((word for word in NUMERALS if word != "een"), key=len, reverse=True))
_NUMBER = rf"(?:\d{{1,3}}|(?:{_SMALL})\b)"
_BLANK = r"[ \u00a0\n]"
_LIST = rf"{_NUMBER}(?:{_BLANK}?(?:,{_BLANK}?en|,|en|&|t/m|tot{_BLANK}en{_BLANK}met|-|–){_BLANK}?(?:de{_BLANK})?(?:op{_BLANK})?(?:vra(?:ag|gen){_BLANK})?{_NUMBER}(?!\d))*"
_TOLD = (
    r"(?:aangegeven|opgenomen|toegelicht|beschreven|vermeld|gemeld|gesteld|genoemd|aangehaald|opgemerkt|uiteengezet|geschetst|aan(?:\s)?gegeven|benoemd|weergegeven|toegelicht|beantwoord|verwoord|besproken|ingegaan)"
)
_ANSWER = r"(?:antwoord(?:en)?|beantwoording|reactie|vragen|vraag|deelvra(?:ag|gen))"
_LEADS = r"(?:zie|zie ook|verwijs\w{0,4}|verwezen|verwijzing|zoals|conform|gelet op|kortheidshalve|als|eveneens|gegeven|beantwoord|behandeld|gelijkluidend\w{0,2}|(?:in|bij|onder)(?= (?:het |mijn |de |ons |onze )?(?:antwoord|beantwoording)))"
_REFERRAL = in_low(
    rf"\b(?:(?:nee|ja),? )?{_LEADS}[\w ,]{{0,60}}?\b(?:(?:het|mijn|de|ons|onze){_BLANK})?{_ANSWER}"
    rf"(?:{_BLANK}(?:op|bij|van|onder|naar aanleiding van))?(?:{_BLANK}(?:de|de eerdere|eerdere){_BLANK})?(?:{_BLANK}?(?:vraag|vragen|deelvraag|deelvragen|nummers?))?{_BLANK}(?P<list>{_LIST})(?!\w)"
    rf"(?:[\w ]{{0,24}}\b{_TOLD})?",
)
_BEFORE = in_low(
    rf"\b(?:(?:nee|ja),? )?(?:zie|verwijs|zoals)\b[\w ,]{{0,40}}?\b(?:het|mijn){_BLANK}(?:(?P<previous>vorige|voorgaande|bovenstaande){_BLANK}antwoord|antwoord{_BLANK}(?:op{_BLANK}(?:de|bovenstaande){_BLANK}(?:(?:vorige|voorgaande|bovenstaande){_BLANK})?vraag(?:{_BLANK}hierboven)?|hierboven|hiervoor))",
)
_NEEDS = ("antwoord", "vraag", "vragen")
_POINTED = in_low(rf"(?:vraag|vragen|deelvraag|deelvragen|antwoord|antwoorden|beantwoording|reactie|nummers?|op|bij|van|onder|eerdere|de){_BLANK}{{1,2}}{_NUMBER}")  # a look before the long pattern
_BACK = ("vorige", "voorgaande", "bovenstaande", "hierboven", "hiervoor")
_OTHERS = in_low(
    rf"{_BLANK}?(?:van|uit|in){_BLANK}(?:de{_BLANK}|het{_BLANK}|mijn{_BLANK}|eerdere{_BLANK}|uw{_BLANK}|deze{_BLANK}){{0,3}}(?:schriftelijke|eerdere|kamervragen|vragen|leden|lid|set|vragenset|verslag|nota|vorige|brief|schriftelijk)\b|{_BLANK}?van{_BLANK}\d{{1,2}}{_BLANK}[a-z]",
)
_EARLIER = in_low(r"\b(?:schriftelijke|kamervragen|eerder(?:e)? (?:gestelde )?vragen)\b")
_RANGE = re.compile(r"(\d{1,3})\s?(?:t/m|tot\sen\smet|-|–)\s?(?:de )?(?:vraag |op vraag )?(\d{1,3})")
_SPELLED = in_low(rf"\b(?:{_SMALL})\b")
_DIGITS = re.compile(r"\d{1,3}")
_LONGEST_RANGE = 200


def question_numbers(printed: str) -> tuple[int, ...]:
    """The question numbers of a printed list, in order: "2 en 3", "vier", "2 t/m 6".

    >>> question_numbers("2 t/m 4 en zeven")
    (2, 3, 4, 7)
    """
    spelled = _SPELLED.sub(lambda match: str(NUMERALS[match[0]]), lowered(printed))
    numbers = {int(n) for n in _DIGITS.findall(spelled)}
    for first, last in _RANGE.findall(spelled):
        numbers.update(range(int(first), min(int(last), int(first) + _LONGEST_RANGE) + 1))
    return tuple(sorted(numbers))


def _numbered(text: str) -> Iterator[Referral]:
    low = lowered(text)
    for match in _REFERRAL.finditer(low):
        if _OTHERS.match(low, match.end("list")) or _EARLIER.search(match[0]):
            continue  # another set of questions
        yield Referral(quote=text[match.start() : match.end()], start=match.start(), end=match.end(), to=question_numbers(match["list"]), rule="referral-number")


def _previous(text: str, asked: tuple[int, ...]) -> Iterator[Referral]:
    before = (min(asked) - 1,) if asked and min(asked) > 1 else ()
    for match in _BEFORE.finditer(lowered(text)):
        yield Referral(quote=text[match.start() : match.end()], start=match.start(), end=match.end(), to=before, rule="referral-previous")


def find_referrals(text: str, asked: tuple[int, ...] = ()) -> Iterator[Referral]:
    """The clauses that point to the answer to another question; ``asked`` are the numbers that this text answers.

    "Het vorige antwoord" is the one before the first of ``asked``; without ``asked`` it stays open (``to`` is empty).
    """
    low = lowered(text)
    if not mentions(low, _NEEDS):
        return
    if _POINTED.search(low):
        yield from _numbered(text)
    if mentions(low, _BACK):
        yield from _previous(text, asked)
