"""What a sentence says about a number: what is counted, and who says so."""

import re

from navraag.enrichment.screening import mentions

_I = re.IGNORECASE
_B = r"[ \u00a0]"
_FUNCTION = frozenset(
    "de het een van voor in op aan bij met om te tot uit is zijn was waren wordt worden werd werden heeft hebben had hadden kan kunnen zal zullen moet moeten en of maar want dus dat die dit deze wat waar wie waarvan waarin waarbij"
    " vs vindt vinden ontstaat ontstaan betrokken genoemde staat staan zit zitten valt vallen als dan vanhet vande ook nog niet geen wel al per naar over na sinds tussen door tegen onder boven binnen buiten ten ter gaat gaan komt komen krijgt krijgen bedraagt bedroeg betreft lag ligt steeg daalde stijgt daalt kwam kwamen meer minder"
    " ik u wij ze hij zij er hier daar zich zo zeer toe af hun haar uw mijn onze ons jaarlijks ongeveer circa ruim reeds inmiddels structureel incidenteel extra hoog lang oud totaal jaar".split()
)
_PARTICIPLE = re.compile(r"(?!gemeente|gebied|gedeelte|geld|gewicht|gezicht)\w{0,12}ge\w{2,14}[td]e?|\w{3,20}end", _I)
_WORD = re.compile(r"[ \u00a0]?(?P<word>[A-Za-zÀ-ÿ][\w'’-]{1,40})")
_OF = re.compile(rf"{_B}van{_B}(?:de|het|alle|hun|deze|die|onze|zijn|haar|een){_B}(?:\(|)|{_B}van{_B}", _I)
_NUMBER_OF = re.compile(
    rf"\b(?:aantal(?:len)?|percentage|aandeel|bedrag|som|totaal|hoeveelheid)(?:{_B}(?:van|aan))?{_B}(?P<what>(?:[a-zà-ÿ-]{{3,30}}{_B}){{0,2}}[a-zà-ÿ-]{{3,40}})", _I,
)
_CAP = r"(?-i:[A-ZÀ-Ý])[\w'’&-]{0,40}"
_WHO = rf"(?:(?:de|het|een|dit|deze)[ \u00a0])?(?:[a-zà-ÿ-]{{3,25}}[ \u00a0](?:van[ \u00a0]|bij[ \u00a0])?(?:de[ \u00a0]|het[ \u00a0])?){{0,2}}?{_CAP}(?:[ \u00a0](?:(?:van|voor|en|der|de|het|den)[ \u00a0]){{0,2}}{_CAP}){{0,5}}|(?:de|het|een)[ \u00a0][a-zà-ÿ-]{{4,30}}|[a-zà-ÿ-]{{5,30}}(?=,|[ \u00a0])"
_SAYS = re.compile(
    rf"\b(?:volgens|aldus)[ \u00a0](?P<a>{_WHO})"
    r"|^(?P<b>(?:De|Het|Een|Uit|(?-i:[A-Z]))[^,;:()]{1,80}?)[ \u00a0](?:schat|schatten|meldt|melden|becijfert|becijferde|raamt|ramen|stelt|stelde|rapporteert|rapporteerde|concludeert|berekende|berekent|verwacht|heeft berekend|geeft aan|geven aan|laat weten|noemt)[ \u00a0](?:in[ \u00a0])?dat\b"
    rf"|\buit (?:de |het |een )?(?:\w{{3,20}} )?(?:cijfers|onderzoek|gegevens|rapport|registratie|enquête|monitor|peiling|data|rapportage|jaarverslag)[ \u00a0]van[ \u00a0](?P<c>{_WHO})", _I,
)


_SAYING = (
    "volgens", "aldus", "schat", "meld", "becijfer", "raamt", "ramen", "stelt", "stelde", "rapporte", "concludeer", "bereken", "verwacht",
    "geeft aan", "geven aan", "laat weten", "noemt", "cijfers van", "onderzoek van", "gegevens van", "rapport van", "registratie van",
    "enquête van", "monitor van", "peiling van", "data van", "rapportage van", "jaarverslag van",
)


def counted_after(text: str, at: int) -> str:
    """The noun with its adjectives that follows a number: what is counted; "" where a verb or preposition follows."""
    if of := _OF.match(text, at):
        at = of.end() - 1
    words: list[str] = []
    while len(words) < 3 and (match := _WORD.match(text, at)):
        word = match["word"]
        if word.casefold() in _FUNCTION or _PARTICIPLE.fullmatch(word) or (words and not _qualifies(words[-1])):
            break
        words.append(word)
        at = match.end()
    return " ".join(words)


def _qualifies(word: str) -> bool:
    """May this word be an adjective, so that the noun is still to come?"""
    return word.endswith(("e", "er", "en-")) and not word.endswith(("gemeente", "ziekte", "periode", "groente", "methode", "code", "klasse", "rente"))


def counted_before(text: str, at: int) -> str:
    """What is counted according to the words before: "het totaal aantal onderzoeken … is 91"."""
    found = list(_NUMBER_OF.finditer(text, max(0, at - 220), at))
    if not found:
        return ""
    kept: list[str] = []
    for word in found[-1]["what"].split():
        if word.casefold() in _FUNCTION or _PARTICIPLE.fullmatch(word):
            break
        kept.append(word)
    return " ".join(kept)


def source_of(text: str, low: str) -> str:
    """Who says so, in the words of the sentence; "" where it is the government itself, or nobody is named. ``low``: the same in small letters."""
    match = _SAYS.search(text) if mentions(low, _SAYING) else None
    if match is None:
        return ""
    words = next(part for part in (match["a"], match["b"], match["c"]) if part)
    return "" if re.match(r"(?:ik|wij|het kabinet|mij|u|vraag|deze|dit|de vraag)\b", words, _I) else words.strip()
