"""Numbers as they are printed: digits, words, multipliers, ranges, fractions, ratios, orders of magnitude."""

import re
from dataclasses import dataclass

from navraag.lexicon.numerals import cardinal

_I = re.IGNORECASE
BLANK = r"[ \u00a0\u202f]"
_ONES = r"(?:twee|drie|vier|vijf|zes|zeven|acht|negen)"
_TENS = r"(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)"
_TEENS = r"(?:tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien)"
_SMALL = rf"(?:(?:een|{_ONES})(?:en|ën){_TENS}|{_TENS}|{_TEENS}|{_ONES})"
WORD = rf"(?:{_SMALL}?honderd{_SMALL}?|(?:{_SMALL}|honderd)duizend|duizend|{_SMALL})"
_HALVES = r"(?:anderhal(?:f|ve)|tweeënhalf|tweeëneenhalf|drieënhalf|drieëneenhalf|vier(?:een|ën)halve?|een half|een halve|half|halve)"
DIGITS = r"(?:\d{1,3}(?:[.\u00a0\u202f ]\d{3}(?!\d)){1,4}(?:,\d{1,4})?|\d{1,12}(?:,\d{1,4})?)"
MULTIPLIER = r"(?:honderd|duizend|miljoen|miljard|biljoen|mln\b\.?|mld\b\.?|mrd\b\.?)"
_ONE = rf"(?:{DIGITS}(?![\d]|\.\d)|\d{{1,4}}\.\d{{1,2}}(?={BLANK}?(?:%|procent|miljoen|miljard|mln|mld))|{_HALVES}(?={BLANK}(?:miljoen|miljard|jaar|uur|procent|ton|maand))|{WORD}(?!\w)|(?:een|één|eén){BLANK}(?=(?:miljoen|miljard|ton|procent)\b))"
NUMBER = rf"(?P<a>{_ONE})(?:{BLANK}?(?P<am>{MULTIPLIER})(?!(?!euro)\w))?"
_SECOND = rf"(?P<b>{_ONE})(?:{BLANK}?(?P<bm>{MULTIPLIER})(?!(?!euro)\w))?"
SIGN = r"(?P<sign>€|EUR\b|US\$|\$|£)"
SINGLE = re.compile(rf"(?:{SIGN}{BLANK}?)?{NUMBER}", _I)
RANGE = re.compile(rf"(?:{SIGN}{BLANK}?)?{NUMBER}{BLANK}?(?P<to>tot en met|t/m|tot|à|of|en|[-–]){BLANK}?(?:de{BLANK}|(?:€|EUR){BLANK}?)?{_SECOND}", _I)
START = re.compile(rf"(?<![\w»”\"’')\].,/–-])(?<![\d]{BLANK}[–-]{BLANK})(?:(?:€|EUR\b|US\$|\$|£){BLANK}?)?(?=\d|(?:{_HALVES}|{WORD}|een|één|eén)(?!\w))", _I)
START_DIGITS = re.compile(rf"(?<![\w»”\"’')\].,/–-])(?<![\d]{BLANK}[–-]{BLANK})(?:(?:€|EUR|US\$|\$|£){BLANK}?)?(?=\d)")
"""The same in a sentence in which no number is spelled out: many times as quick."""
FRACTION = re.compile(
    r"\b(?:(?P<times>een|één|eén|twee|drie|vier)[ \u00a0](?P<part>derde|vierde|kwart|vijfde|zesde|achtste|tiende|honderdste)(?: deel)?(?=[ \u00a0](?:van|minder|meer|zijn|is|was)\b|[.,;)])|(?P<half>de helft|de meerderheid)|(?P<kwart>driekwart))(?!\w)", _I,
)
RATIO = re.compile(rf"{BLANK}(?P<word>op de|op elke|van de|op){BLANK}(?P<y>\d{{1,3}}(?:[.]\d{{3}})?|{_SMALL}|honderd|duizend)(?![\w%])", _I)
"""The second half of "1 op de 5"; ``BEFORE`` finds the first."""
BEFORE = re.compile(rf"(?<![\w.,])(?:\d{{1,3}}|een|één|eén|{_SMALL})$", _I)
ORDER = re.compile(r"\b(?:enkele |vele |(?P<many>meerdere ))?(?P<order>tientallen|honderden|duizenden|tienduizenden|honderdduizenden|miljoenen|miljarden)(?: (?P<of>duizenden|miljoenen))?\b", _I)
_ORDERS = {"tientallen": 10, "honderden": 100, "duizenden": 1000, "tienduizenden": 10_000, "honderdduizenden": 100_000, "miljoenen": 10**6, "miljarden": 10**9}
_TIMES = {"honderd": 100, "duizend": 1000, "miljoen": 10**6, "mln": 10**6, "miljard": 10**9, "mld": 10**9, "mrd": 10**9, "biljoen": 10**12}
_PARTS = {"derde": 3, "vierde": 4, "kwart": 4, "vijfde": 5, "zesde": 6, "achtste": 8, "tiende": 10, "honderdste": 100}
_HALF_VALUES = {"anderhalf": 1.5, "anderhalve": 1.5, "tweeënhalf": 2.5, "tweeëneenhalf": 2.5, "drieënhalf": 3.5, "drieëneenhalf": 3.5, "een half": 0.5, "een halve": 0.5, "half": 0.5, "halve": 0.5}
_SCALE = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number as printed: its value, the other end of a range, and the words between."""

    value: float
    upper: float | None
    start: int
    end: int
    sign: str
    between: str
    printed: str


def value_of(printed: str) -> float | None:
    """The value of one number without its multiplier.

    >>> value_of("1.250,5"), value_of("vijfentwintig"), value_of("28\u00a0000")
    (1250.5, 25.0, 28000.0)
    """
    plain = " ".join(printed.casefold().split())
    if plain in _HALF_VALUES:
        return _HALF_VALUES[plain]
    if not plain[:1].isdigit():
        found = 1 if plain in {"een", "één", "eén"} else cardinal(plain)
        return None if found is None else float(found)
    whole, _, decimals = plain.partition(",")
    if re.fullmatch(r"\d{1,4}\.\d{1,2}", whole):
        return float(whole)
    digits = re.sub(r"[^\d]", "", whole)
    return float(f"{digits}.{decimals or 0}")


def times(printed: str | None) -> int:
    """What a multiplier multiplies by, 1 where there is none."""
    return _TIMES[printed.casefold().rstrip(".")] if printed else 1


def number_at(text: str, at: int) -> Number | None:
    """The number, or the range of numbers, that starts at a place."""
    if (found := RANGE.match(text, at)) and (number := _range(found)):
        return number
    match = SINGLE.match(text, at)
    if match is None or (value := value_of(match["a"])) is None:
        return None
    return Number(
        value=value * times(match["am"]), upper=None, start=at, end=match.end(), sign=match["sign"] or "", between="", printed=match["a"],
    )


def _range(match: re.Match[str]) -> Number | None:
    """Two numbers of a range; a multiplier behind the second holds for the first where that is small."""
    first, second = value_of(match["a"]), value_of(match["b"])
    if first is None or second is None:
        return None
    scale, between = times(match["bm"]), match["to"].casefold()
    low = first * (times(match["am"]) if match["am"] else scale if first < _SCALE else 1)
    high = second * scale
    if low >= high or (between == "en" and not _BETWEEN.search(match.string, max(0, match.start() - 12), match.start())):
        return None
    return Number(value=low, upper=high, start=match.start(), end=match.end(), sign=match["sign"] or "", between=between, printed=match["a"])


_BETWEEN = re.compile(r"\btussen(?: de)?[ \u00a0]$", _I)


def fraction_of(match: re.Match[str]) -> float:
    """The value of a fraction in percent."""
    if match["half"]:
        return 50.0
    if match["kwart"]:
        return 75.0
    count = value_of(match["times"]) or 1.0
    return 100 * count / _PARTS[match["part"].casefold()]


def order_of(match: re.Match[str]) -> int:
    """The order of magnitude that a word gives: 10 for "tientallen", 10,000 for "tientallen duizenden"."""
    return _ORDERS[match["order"].casefold()] * (_ORDERS[match["of"].casefold()] if match["of"] else 1)
