"""read_moment(): the rules in their order; each names itself (reference/domain.md, section 2.6)."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from navraag.enrichment.moments.calendar import DAY, Window, add_months, add_working_days
from navraag.enrichment.moments.recess import named_recess
from navraag.enrichment.moments.windows import find_window, read_window
from navraag.enrichment.moments.words import NUMERAL, normal, number
from navraag.records.findings import Moment, MomentKind

Rule = Callable[[str, date], Moment | None]
_UNIT = r"(?P<unit>werkdag(?:en)?|dag(?:en)?|week|weken|maand(?:en)?|kwartaal|kwartalen|half ?jaar|jaar|jaren)"
_COUNT = rf"(?P<count>{NUMERAL})"
_FEW = r"(?:enkele|een paar|paar|aantal|een aantal|afzienbare|korte)"
_COMING = r"(?:(?:in|gedurende|tijdens|voor|de loop van|binnen) )*(?:de |het )?(?:aan)?komende?"
_VAGUE: tuple[tuple[str, re.Pattern[str], int | None], ...] = (
    ("V1", re.compile(r".*\b(?:zo|zeer) (?:spoedig|snel|vlug|kort)(?: als)? mogelijke?\b.*|per direct|onmiddellijk|terstond|meteen|zo (?:spoedig|snel|vlug)|op (?:de )?kortst mogelijke termijn|z\.?s\.?m\.?|onverwijld|per ommegaande"), None),
    ("V3", re.compile(r"(?:op )?(?:de )?middellange termijn"), 36),
    ("V2", re.compile(r"(?:op )?(?:zeer |heel |de )?(?:korte|afzienbare) (?:termijn|tijd)|binnenkort|spoedig|weldra|snel|eerdaags|binnen (?:zeer )?(?:korte|afzienbare) (?:tijd|termijn)"), 3),
    ("V4", re.compile(r"(?:op )?(?:de )?(?:lange(?:re)? )?termijn|te zijner tijd|t\.?z\.?t\.?|in de toekomst|ooit|op enig moment|te gelegener tijd"), None),
    ("V5", re.compile(rf"(?:{_COMING} |in de nabije )(?:tijd|periode|toekomst)|(?:in )?de nabije toekomst"), 6),
    ("V8", re.compile(rf"(?:{_COMING}|binnen {_FEW}|over {_FEW}|{_FEW}) maanden"), 6),
    ("V9", re.compile(rf"(?:{_COMING}|binnen {_FEW}|over {_FEW}|{_FEW}) (?:jaren|jaar)(?<!komend jaar)(?<!komende jaar)"), 48),
)
_VAGUE_DAYS = (
    ("V6", re.compile(rf"(?:{_COMING}|binnen {_FEW}|over {_FEW}|{_FEW}) dagen"), 7),
    ("V7", re.compile(rf"(?:{_COMING}|binnen {_FEW}|over {_FEW}|{_FEW}) weken"), 42),
)
_WITHIN = re.compile(rf"(?:uiterlijk |maximaal )?(?:binnen|{_COMING})(?: (?:de|het|nu en|uiterlijk|maximaal|ten hoogste))* {_COUNT} {_UNIT}")
_OVER = re.compile(rf"over {_COUNT} {_UNIT}")
_AFTER_COUNT = re.compile(rf"(?:na|vanaf) {_COUNT} {_UNIT}")
_LATEST = re.compile(r"(?:uiterlijk|ten laatste|niet later dan|op zijn laatst|voor)(?: (?:in|op|per|bij|rond|met|tijdens))*(?: (?:de|het))? (?P<rest>.+)")
_END = re.compile(r"(?:uiterlijk )?voor(?: het| de)? (?P<end>eind(?:e)?|afloop)(?: van)?(?: (?:het|de))? (?P<rest>.+)")
_BEFORE = re.compile(r"(?:voor|voorafgaand aan|voordat|tot|tot aan)(?: (?:de|het))? (?P<rest>.+)")
_THROUGH = re.compile(r"(?:tot en met|t/m)(?: (?:de|het))? (?P<rest>.+)")
_AFTER = re.compile(r"(?P<soon>(?:direct|kort|meteen|onmiddellijk|vlak|snel) )?(?:na|volgend op)(?: afloop van)?(?: (?:de|het))? (?P<rest>.+)")
_FROM = re.compile(r"(?P<open>vanaf|sinds|van)(?: (?:de|het))? (?P<rest>.+)|(?:per|met ingang van|ingaande)(?: (?:de|het))? (?P<day>.+)")
_BETWEEN = re.compile(r"(?:ergens )?(?:tussen|van)(?: (?:de|het))? (?P<a>.+?) (?:en|tot en met|t/m|tot)(?: (?:de|het))? (?P<b>.+)")
_EITHER = re.compile(r"(?:in )?(?P<a>.+?) ?(?:/| of | dan wel )(?P<b>.+)")
_IN = re.compile(r"(?:(?:in|tijdens|gedurende|rond|omstreeks|met|op|bij|aan|tegen|later|ergens|voor) )*(?:(?:de )?loop van )?(?P<rest>.+)")
_ARTICLE = re.compile(r"^(?:het|de) ")


def _later(day: date, count: int, unit: str) -> date:
    if unit.startswith("werkdag"):
        return add_working_days(day, count)
    if unit.startswith(("dag", "we")):
        return day + timedelta(days=count * (1 if unit.startswith("dag") else 7))
    months = {"m": 1, "k": 3, "h": 6, "j": 12}[unit[0]]
    return add_months(day, count * months)


def _by(anchor: date, latest: date | None, rule: str, *, estimated: bool = False) -> Moment:
    if latest and latest < anchor:
        return Moment(earliest=None, latest=latest, kind="past", rule="I0")
    return Moment(earliest=anchor, latest=latest, kind="by", rule=rule, estimated=estimated)


def _vague(words: str, anchor: date) -> Moment | None:
    for rule, pattern, count in _VAGUE:
        if pattern.fullmatch(words):
            return Moment(earliest=anchor, latest=add_months(anchor, count) if count else None, kind="vague", rule=rule)
    for rule, pattern, length in _VAGUE_DAYS:
        if pattern.fullmatch(words):
            return Moment(earliest=anchor, latest=anchor + timedelta(days=length), kind="vague", rule=rule)
    return None


def _length(match: re.Match[str]) -> tuple[int, str]:
    """How many of which unit; "anderhalf jaar" is eighteen months, "anderhalve maand" six weeks."""
    if match["count"] == "anderhalf":
        return (18, "maanden") if match["unit"].startswith("j") else (6, "weken") if match["unit"].startswith("m") else (number("anderhalf"), match["unit"])
    return number(match["count"]), match["unit"]


def _counted(words: str, anchor: date) -> Moment | None:
    if match := _WITHIN.fullmatch(words):
        return _by(anchor, _later(anchor, *_length(match)), "H1")
    if match := _OVER.fullmatch(words):
        length = (_later(anchor, *_length(match)) - anchor).days
        first, last = anchor + timedelta(days=round(length * 0.75)), anchor + timedelta(days=round(length * 1.25))
        return Moment(earliest=first, latest=last, kind="in", rule="H3")
    if match := _AFTER_COUNT.fullmatch(words):
        return Moment(earliest=_later(anchor, *_length(match)), latest=None, kind="after", rule="H2")
    return None


def _latest(words: str, anchor: date) -> Moment | None:
    """"Uiterlijk X": by the last day of X; "voor het eind van X" too."""
    if (match := _END.fullmatch(words)) and (window := read_window(match["rest"], anchor)):
        return _by(anchor, window.last, "B6")
    match = _LATEST.fullmatch(words)
    if match is None or words.startswith("voor"):
        return None
    rest = re.sub(r"^(?:voor|binnen) ", "", match["rest"])
    if rest != match["rest"]:
        return read_moment(match["rest"], anchor)
    window = read_window(rest, anchor) or find_window(rest, anchor)
    rule = "B1" if re.match(r"(?:het )?eind", rest) else "B3"
    return _by(anchor, window.last, rule) if window else None


def _before(words: str, anchor: date) -> Moment | None:
    """"Voor X": by the day before X begins; before a recess, the day before the first day without sitting."""
    if (match := _THROUGH.fullmatch(words)) and (window := read_window(match["rest"], anchor)):
        return _by(anchor, window.last, "B4")
    match = _BEFORE.fullmatch(words)
    if match is None:
        return None
    if recess := named_recess(match["rest"], anchor, ended=False):
        return _by(anchor, recess.first - DAY, "B7", estimated=recess.est)
    window = read_window(match["rest"], anchor)
    if window is not None:
        if not window.dated and window.first <= anchor:  # "voor 1 juli" said on 1 July: the next one
            window = read_window(match["rest"], window.last + DAY) or window
        turn = window.unit == "day" and window.first.year != window.last.year  # "voor de jaarwisseling": the old year counts
        return _by(anchor, (window.last if turn else window.first) - DAY, "B8")
    held = find_window(match["rest"], anchor)
    return _by(anchor, held.first - DAY if held else None, "E1")


def _after(words: str, anchor: date) -> Moment | None:
    match = _AFTER.fullmatch(words)
    if match is None:
        return None
    if recess := named_recess(match["rest"], anchor, ended=True):
        first = recess.last + DAY
        if match["soon"]:
            last = first + timedelta(days=28)
        else:
            last = date(first.year, 10, 31) if recess.kind == "zomer" else first + timedelta(days=42)
        return Moment(earliest=first, latest=last, kind="after", rule="A1", estimated=recess.est)
    window = read_window(match["rest"], anchor) or find_window(match["rest"], anchor)
    return Moment(earliest=window.last + DAY if window else anchor, latest=None, kind="after", rule="A2" if window else "E2")


def _from(words: str, anchor: date) -> Moment | None:
    match = _FROM.fullmatch(words)
    window = read_window(_ARTICLE.sub("", match["rest"] or match["day"]), anchor) if match else None
    if match is None or window is None:
        return None
    if match["open"] == "sinds" and window.first < anchor:
        return Moment(earliest=window.first, latest=None, kind="past", rule="I0")
    return Moment(earliest=window.first, latest=None if match["open"] else window.first, kind="from", rule="F1")


def _between(words: str, anchor: date) -> Moment | None:
    match = _BETWEEN.fullmatch(words) or _EITHER.fullmatch(words)
    if match is None:
        return None
    last = read_window(match["b"], anchor)
    first = read_window(match["a"], anchor)
    if last and first is None:  # "tussen 1 en 15 mei", "tussen mei en juni 2025": the first half borrows the rest
        first = read_window(" ".join([match["a"], *match["b"].split()[1:]]), anchor)
    if first is None or last is None or last.last < first.first:
        return None
    return _within(Window(first=first.first, last=last.last, unit=last.unit), anchor, "I2")


def _within(window: Window, anchor: date, rule: str) -> Moment:
    """"In X": the window, from the anchor on where it has begun; the past keeps its own days."""
    kind: MomentKind = "past" if window.last < anchor else "in"
    first = window.first if kind == "past" else max(window.first, anchor)
    return Moment(earliest=first, latest=window.last, lenient=window.lenient, kind=kind, rule="I0" if kind == "past" else rule)


def _in(words: str, anchor: date) -> Moment | None:
    match = _IN.fullmatch(words)
    if match is None:
        return None
    window = read_window(match["rest"], anchor) or read_window(_ARTICLE.sub("", match["rest"]), anchor)
    if window is None:
        return None
    rule = "I6" if "later" in words else "I5" if window.unit == "season" and not window.dated else "I1"
    return _within(window, anchor, rule)


_RULES: tuple[Rule, ...] = (_vague, _counted, _latest, _between, _before, _after, _from, _in)


_FIRST_YEAR, _LAST_YEAR = 1800, 2200
"""Outside these years no paper of the Kamer was, or will soon be, written; and times at the ends of the calendar mean nothing."""


def read_moment(expression: str, anchor: date) -> Moment | None:
    """The interval that a Dutch time expression means when written on the day ``anchor``; None where it means none.

    >>> read_moment("voor het eind van dit jaar", date(2024, 11, 19)).latest
    datetime.date(2024, 12, 31)
    """
    words = normal(expression[:300])
    if not _FIRST_YEAR <= anchor.year <= _LAST_YEAR:
        return None
    for rule in _RULES:
        if moment := rule(words, anchor):
            return moment
    return None
