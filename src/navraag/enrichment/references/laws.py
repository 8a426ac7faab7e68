"""Laws and their articles: "artikel 173a Sr", "de artikelen 2 en 3 van de Wet dieren", "artikel 1a van die wet"."""

import re
from collections.abc import Iterator
from functools import cache

from navraag.enrichment.screening import lowered, mentions
from navraag.lexicon.laws import Law, laws_by_name
from navraag.records.findings import Reference

_B = r"[ \u00a0\n]"
_ITEM = r"\d{1,4}[a-z]{0,2}(?:bis|ter|quater|quinquies|sexies|septies)?(?::\d{1,4}[a-z]?)?(?:\.\d{1,3}[a-z]?){0,3}(?!\w)"
_ORDINAL = r"(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|\d{1,2}e)"
_PART = (
    rf"(?:,?{_B}?\(?(?:{_ORDINAL}(?:{_B}en{_B}{_ORDINAL})?{_B}?lid|lid{_B}\d{{1,2}}|leden{_B}\d{{1,2}}(?:{_B}en{_B}\d{{1,2}})?|aanhef(?:{_B}en{_B}onder{_B}\w{{1,2}})?|onderdeel{_B}\w{{1,2}}|onder{_B}\w{{1,2}}(?!\w))\)?){{0,3}}"
)
_NEXT = rf"(?:{_B}?,{_B}?(?:en{_B})?|{_B}en{_B}|{_B}?&{_B}?|{_B}tot{_B}en{_B}met{_B}|{_B}?t/m{_B}?|{_B}jo\.?{_B}|{_B}of{_B})(?:artikel{_B})?"
_ARTICLE = re.compile(rf"(?<!\w)(?:[Dd]e{_B})?(?:[Aa]rtikel(?:en)?{_B}?|[Aa]rtt?\.{_B}?)(?P<list>{_ITEM}{_PART}(?:{_NEXT}{_ITEM}{_PART}){{0,19}})")
_NUMBER = re.compile(_ITEM)
_PARTS = re.compile(_PART.removesuffix("{0,3}") + "{1,3}")
_RANGE = re.compile(rf"{_B}(?:tot{_B}en{_B}met){_B}|t/m")
_TO_LAW = re.compile(rf",?{_B}?(?:\(lid{_B}\d{{1,2}}\){_B})?(?:(?:van|uit|in|bij){_B})?(?:(?:de|het){_B})?")
_SAME = re.compile(rf",?{_B}(?:van|uit|in){_B}(?:die|deze|dezelfde|voornoemde|genoemde){_B}(?:wet|verordening|richtlijn)\b")
_CAPITAL = re.compile(r"(?<![\w-])[A-Z][\w’'-]{1,60}")
_WORD = re.compile(r"[a-zA-Z-]{2,40}")
_SHORT = re.compile(rf"{_B}?\((?P<short>[\w-]{{2,20}})\)")
_COMPOUND = re.compile(rf"[A-Z][a-z]{{3,30}}wet(?:{_B}(?:19|20)\d\d)?(?![\w-])")
_WORDS = re.compile(rf"Wet((?:{_B}[a-zé’'-]{{2,30}}){{1,6}})(?:{_B}(?:19|20)\d\d)?(?!\w)")
_ID = re.compile(r"\bBWBR\d{7}\b")
_STOP = frozenset((
    "is zijn was waren wordt worden werd werden heeft hebben had kan kunnen moet moeten mag mogen zal zullen zou die dat waarin waarmee waarbij om te als niet geen ook dan maar want omdat zodat staat stelt regelt biedt geeft bepaalt "
    "schrijft verplicht treedt gaat komt ligt geldt vallen valt door bij naar uit aan nog al wel ik het een"
).split())
_DANGLING = frozenset({"en", "van", "voor", "op", "in", "de", "het", "inzake", "met", "tot", "of"})
_NEEDS = ("wet", "artikel", "art.", "bwbr", "verdrag", "act", "richtlijn", "verordening")


@cache
def _by_first_word() -> dict[str, tuple[tuple[str, Law], ...]]:
    """Names and short forms by their first word, the longest first."""
    found: dict[str, list[tuple[str, Law]]] = {}
    for printed, law in laws_by_name().items():
        found.setdefault(printed.split()[0], []).append((printed, law))
    return {first: tuple(sorted(names, key=lambda one: -len(one[0]))) for first, names in found.items()}


def _law_at(text: str, at: int, *, cited: bool) -> tuple[str, Law] | None:
    """The law whose name stands at a place; two-letter forms ("Sr") only behind an article that is cited."""
    word = _CAPITAL.match(text, at) or _WORD.match(text, at)
    for printed, law in _by_first_word().get(word[0], ()) if word else ():
        end = at + len(printed)
        if text.startswith(printed, at) and not text[end : end + 1].isalnum() and (cited or len(printed) > 2):
            return printed, law
    return None


def _named_at(text: str, at: int) -> str | None:
    """A law that the table does not hold: "Pensioenwet", "Wet betaalbare huur"."""
    if match := _COMPOUND.match(text, at):
        return match[0]
    match = _WORDS.match(text, at)
    if match is None:
        return None
    words: list[str] = []
    for word in match[1].split():
        if word in _STOP:
            break
        words.append(word)
    while words and words[-1] in _DANGLING:
        words.pop()
    return " ".join(["Wet", *words]) if words else None


def _law_reference(text: str, start: int, *, cited: bool) -> Reference | None:
    if found := _law_at(text, start, cited=cited):
        printed, law = found
        end = start + len(printed)
        if (short := _SHORT.match(text, end)) and short["short"] in law.short:  # "Wet op de economische delicten (WED)" is one
            end = short.end()
        return Reference(kind="eu_act" if law.celex else "law", printed=text[start:end], start=start, end=end, target=law.target, law=law.name)
    if name := _named_at(text, start):
        return Reference(kind="law", printed=name, start=start, end=start + len(name), target=None, law=name)
    return None


def _laws(text: str) -> Iterator[Reference]:
    """Laws by name, in order, and ids as printed."""
    end = 0
    for match in _CAPITAL.finditer(text):
        word = match[0]
        if (word in _by_first_word() or word.endswith("wet")) and match.start() >= end and (found := _law_reference(text, match.start(), cited=False)):
            end = found.end
            yield found
    for match in _ID.finditer(text):
        yield Reference(kind="law", printed=match[0], start=match.start(), end=match.end(), target=match[0])


def _article(text: str, match: re.Match[str], known: list[Reference]) -> Reference:
    """The articles with the law that follows, or that "die wet" means; without one the law stays open."""
    listed = match["list"]
    articles = tuple(dict.fromkeys(_NUMBER.findall(_PARTS.sub(" ", listed))))
    end, law = match.end(), None
    if same := _SAME.match(text, end):
        before = [one for one in known if one.end <= match.start()]
        end, law = same.end(), before[-1] if before else None
    elif (link := _TO_LAW.match(text, end)) and (found := _law_reference(text, link.end(), cited=True)):
        end, law = found.end, found
    return Reference(
        kind="eu_act" if law and law.kind == "eu_act" else "law", printed=text[match.start() : end], start=match.start(), end=end,
        target=law.target if law else None, law=law.law if law else None, articles=articles, ranged=len(articles) == 2 and bool(_RANGE.search(listed)),
    )


def find_laws(text: str) -> Iterator[Reference]:
    """Articles with their laws, and laws that are named without an article.

    >>> [(r.law, r.articles) for r in find_laws("artikel 1a en 2, eerste lid, van de Wet op de economische delicten")]
    [('Wet op de economische delicten', ('1a', '2'))]
    """
    if not mentions(lowered(text), _NEEDS) and not _CAPITAL.search(text):
        return
    plain = text.replace("\u00a0", " ").replace("\n", " ")
    known = list(_laws(plain))
    articles = [_article(plain, match, known) for match in _ARTICLE.finditer(plain)]
    taken = [(one.start, one.end) for one in articles]
    for one in (*articles, *(law for law in known if not any(start <= law.start < end for start, end in taken))):
        yield one if text == plain else _reprinted(one, text)


def _reprinted(one: Reference, text: str) -> Reference:
    return Reference(
        kind=one.kind, printed=text[one.start : one.end], start=one.start, end=one.end, target=one.target, law=one.law, articles=one.articles, ranged=one.ranged,
    )
