"""Days, months and years: recognised so that no register takes them for figures, and so that figures have a period."""

import re
from dataclasses import dataclass

from navraag.enrichment.screening import mentions

_I = re.IGNORECASE
_MONTHS = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december")
_MONTH = "|".join(_MONTHS)
_YEAR = r"(?:19[5-9]\d|20[0-6]\d)"
_B = r"[ \u00a0]"
DATE = re.compile(
    rf"(?<![\w.,-])(?:(?P<day>\d{{1,2}}){_B}(?P<month>{_MONTH})(?!(?<=mei)\w)(?:{_B}(?P<year>{_YEAR}))?|(?P<m2>{_MONTH}){_B}(?P<y2>{_YEAR})|(?P<season>voorjaar|lente|zomer|najaar|herfst|winter|begin|eind|medio)(?: van)?{_B}(?P<y3>{_YEAR})"
    rf"|(?P<d4>\d{{1,2}})[-/](?P<m4>\d{{1,2}})[-/](?P<y4>{_YEAR}))(?!\d)", _I,
)
YEAR = re.compile(rf"(?<![\w.,€-])(?<!€{_B})(?P<year>{_YEAR})(?![\w%]|,\d|\.\d|{_B}(?:euro|procent|fte|km|meter|woningen|mensen|personen|leerlingen|studenten|banen|kinderen|meldingen|zaken|gevallen|ton|uur|hectare)\b)", _I)
_BEFORE_AMOUNT = re.compile(r"\b(?:ruim|circa|ongeveer|zo['’]n|bijna|minstens|maximaal|meer dan|minder dan|€|EUR)[ \u00a0]?$", _I)
_DATED = (*_MONTHS, "voorjaar", "lente", "zomer", "najaar", "herfst", "winter", "begin", "eind", "medio")
_DASHED = re.compile(r"\d[-/]\d{1,2}[-/]\d")
_SEASONS = {
    "voorjaar": ("03", "05"), "lente": ("03", "05"), "zomer": ("06", "08"), "najaar": ("09", "11"), "herfst": ("09", "11"), "winter": ("12", "02"),
    "begin": ("01", "03"), "medio": ("05", "08"), "eind": ("10", "12"),
}
_SPAN = re.compile(
    rf"\b(?:tussen|van|over|in de (?:periode|jaren))?{_B}?(?P<first>{_YEAR}){_B}?(?:t/m|tot en met|tot|en|[-–/]){_B}?(?P<last>{_YEAR}|\d\d(?!\d))(?!\w)", _I,
)
_SINCE = re.compile(rf"\b(?:sinds|vanaf|met ingang van){_B}(?:het jaar{_B})?(?:\d{{1,2}}{_B})?(?:(?P<month>{_MONTH}){_B})?(?P<year>{_YEAR})\b", _I)
_RELATIVE = re.compile(
    rf"\b(?:afgelopen|laatste|voorgaande|voorbije|komende|eerste){_B}(?:(?:\d{{1,2}}|[a-z]{{3,12}}){_B})?(?:jaar|jaren|maand|maanden|kwartaal|halfjaar|weken)\b|\b(?:dit|vorig|volgend|lopende|afgelopen){_B}jaar\b|\bjaarlijks\b", _I,
)

_RELATIVES = ("afgelopen", "laatste", "voorgaande", "voorbije", "komende", "eerste", "dit jaar", "vorig", "volgend", "lopende", "jaarlijks")


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day, month, season or year in a text, and what it is in ISO."""

    start: int
    end: int
    period: str
    is_year: bool


def days(text: str, low: str = "") -> tuple[Day, ...]:
    """The days, months, seasons and years of a text, in order, none inside another; ``low`` is the same in small letters, where it is at hand."""
    low = low or text.lower()
    dated = mentions(low, _DATED) or _DASHED.search(text)
    found = [Day(start=match.start(), end=match.end(), period=_iso(match), is_year=False) for match in DATE.finditer(text)] if dated else []
    for match in YEAR.finditer(text) if mentions(text, ("19", "20")) else ():
        inside = any(day.start <= match.start() < day.end for day in found)
        if not inside and not _BEFORE_AMOUNT.search(text, max(0, match.start() - 14), match.start()):
            found.append(Day(start=match.start(), end=match.end(), period=match["year"], is_year=True))
    return tuple(sorted(found, key=lambda day: day.start))


def _iso(match: re.Match[str]) -> str:
    if match["month"]:
        month = _MONTHS.index(match["month"].casefold()) + 1
        return f"{match['year'] or '-'}-{month:02}-{int(match['day']):02}"
    if match["m2"]:
        return f"{match['y2']}-{_MONTHS.index(match['m2'].casefold()) + 1:02}"
    if match["d4"]:
        return f"{match['y4']}-{int(match['m4']):02}-{int(match['d4']):02}"
    first, last = _SEASONS[match["season"].casefold()]
    year = int(match["y3"])
    return f"{year}-{first}/{year + 1 if last == '02' else year}-{last}"


def periods(text: str, low: str = "") -> tuple[tuple[int, int, str], ...]:
    """The periods that a text names: where they stand, and what they are: "2013/2017", "2023/", "2018-06", or the words."""
    years = mentions(text, ("19", "20"))
    found = [(m.start(), m.end(), f"{m['first']}/{_last(m)}") for m in _SPAN.finditer(text)] if years else []
    found += [(m.start(), m.end(), f"{m['year']}/" if not m["month"] else f"{m['year']}-{_MONTHS.index(m['month'].casefold()) + 1:02}/") for m in (_SINCE.finditer(text) if years else ())]
    found += [(day.start, day.end, day.period) for day in days(text, low)]
    if mentions(low or text.lower(), _RELATIVES):
        found += [(m.start(), m.end(), " ".join(m[0].split())) for m in _RELATIVE.finditer(text)]
    kept: list[tuple[int, int, str]] = []
    for one in sorted(found, key=lambda one: (one[0], -one[1])):
        if not kept or one[0] >= kept[-1][1]:
            kept.append(one)
    return tuple(kept)


def _last(match: re.Match[str]) -> str:
    last = match["last"]
    return last if len(last) > 2 else match["first"][:2] + last


def period_near(named: tuple[tuple[int, int, str], ...], start: int, end: int) -> str:
    """Of the periods that a sentence names, the one nearest to a place in it; "" where there is none."""
    found = [(min(abs(start - last), abs(first - end)), period) for first, last, period in named if last <= start or first >= end]
    dated = [one for one in found if not one[1].startswith("-")]
    return min(dated)[1] if dated else ""
