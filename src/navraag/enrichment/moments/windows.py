"""From words to the window of days that they name: "het eerste kwartaal van 2025", "begin juli", "dit najaar"."""

import re
from datetime import date, timedelta

from navraag.enrichment.moments.calendar import (
    DAY,
    TUESDAY,
    WEDNESDAY,
    Window,
    add_months,
    iso_week,
    months,
    next_ending,
    one_day,
    part_of,
    season,
    weekday_of,
    year_window,
)
from navraag.enrichment.moments.words import MONTH, MONTHS, ORDINAL, ORDINALS, SEASON, SEASONS, YEAR

_THIS = r"(?:dit|deze|lopende?|huidige)"
_NEXT = r"(?:volgende?|aankomende?|eerstvolgende|komende?|nieuwe?)"
_LAST = r"(?:vorige?|afgelopen|verleden)"
_IN_YEAR = rf"(?:,? ?(?:van|in)? ?(?:het jaar )?(?P<year>{YEAR}|(?:{_THIS}|het|{_NEXT}|{_LAST}) (?:kalender)?jaar))?"
_PART = re.compile(r"(?:het |de )?(?P<part>begin|medio|half|halverwege|midden|eind(?:e)?|ultimo|start)(?: (?:van|in))?(?: (?:het|de))? (?P<rest>.+)")
_PARTS = {"begin": "begin", "start": "begin", "medio": "medio", "half": "medio", "halverwege": "medio", "midden": "medio"}
_DAY = re.compile(rf"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag )?(?P<day>\d{{1,2}})(?:e|ste)? (?P<month>{MONTH})(?: (?P<year>{YEAR}))?")
_MONTH = re.compile(rf"(?:de )?(?:maand )?(?:(?P<which>{_THIS}|{_NEXT}|{_LAST}) )?(?P<month>{MONTH}){_IN_YEAR}")
_UNIT = re.compile(rf"(?:(?P<which>{_THIS}|{_NEXT}|{_LAST}|het|de) )?(?P<unit>kalenderjaar|jaar|kwartaal|maand|week|weekend)")
_QUARTER = re.compile(rf"(?:het |de )?(?:(?P<ordinal>{ORDINAL}) kwartaal|(?:q|kwartaal )(?P<digit>[1-4])){_IN_YEAR}")
_HALF = re.compile(rf"(?:het |de )?(?P<ordinal>eerste|tweede|1e|2e|laatste) (?:helft|half ?jaar)(?: (?:van|in))?(?: (?P<month>{MONTH})\b)?{_IN_YEAR}")
_SEASON = re.compile(rf"(?:(?P<which>{_THIS}|{_NEXT}|{_LAST}|het|de) )?(?:(?:begin|loop) van )?(?P<season>{SEASON}){_IN_YEAR}")
_WEEK = re.compile(rf"week (?P<week>\d{{1,2}})(?: (?:van )?(?P<year>{YEAR}))?")
_YEAR = re.compile(rf"(?:het )?(?:(?:kalender)?jaar )?(?P<year>{YEAR})")
_SCHOOL = re.compile(rf"(?:het )?(?:(?P<which>{_THIS}|{_NEXT}) )?(?:school|studie|cursus|college)jaar(?: (?P<year>{YEAR})(?: ?[-–/] ?(?:{YEAR}|\d\d))?)?")
_NAMED = re.compile(
    rf"(?:de |het |het moment van )?(?P<name>prinsjesdag|miljoenennota|ontwerpbegroting(?:en)?|voorjaarsnota|najaarsnota|verantwoordingsdag|jaarwisseling"
    rf"|oud en nieuw|jaareinde|jaareind|einde jaar|kerst(?:mis)?|pasen|vandaag|heden|nu|morgen|overmorgen)(?: (?:van )?(?P<year>{YEAR}))?"
)
_RELATIVE_YEARS = {"this": 0, "next": 1, "last": -1}


def _which(printed: str | None) -> str:
    if printed and re.fullmatch(_NEXT, printed):
        return "next"
    return "last" if printed and re.fullmatch(_LAST, printed) else "this"


def _year(printed: str | None, anchor: date) -> int | None:
    """The year that words name, or None where they name none."""
    if not printed:
        return None
    if printed.isdigit():
        return int(printed)
    return anchor.year + _RELATIVE_YEARS[_which(printed.split()[0])]


def _in_year(year: int | None, anchor: date, build: object) -> Window:
    return build(year) if year else next_ending(anchor, build)  # type: ignore[operator,arg-type]


def _day(match: re.Match[str], anchor: date) -> Window | None:
    day, month = int(match["day"]), MONTHS[match["month"]]
    year = _year(match["year"], anchor)
    try:
        return _in_year(year, anchor, lambda y: one_day(date(y, month, day)))
    except ValueError:  # 30 February, or 29 February in one of the years tried
        return None


def _month(match: re.Match[str], anchor: date) -> Window | None:
    month = MONTHS[match["month"]]
    year = _year(match["year"], anchor)
    if match["which"] and _which(match["which"]) == "last" and not year:
        year = anchor.year if month < anchor.month else anchor.year - 1
    return _in_year(year, anchor, lambda y: months(y, month, month, "month"))


def _quarter(match: re.Match[str], anchor: date) -> Window | None:
    nth = int(match["digit"]) if match["digit"] else ORDINALS[match["ordinal"]]
    nth = 4 if nth == -1 else nth
    return _in_year(_year(match["year"], anchor), anchor, lambda y: months(y, 3 * nth - 2, 3 * nth, "quarter"))


def _half(match: re.Match[str], anchor: date) -> Window | None:
    first = ORDINALS[match["ordinal"]] == 1
    year = _year(match["year"], anchor)
    if match["month"]:
        month = MONTHS[match["month"]]

        def half_month(y: int) -> Window:
            whole = months(y, month, month, "month")
            middle = whole.first.replace(day=15)
            return Window(first=whole.first, last=middle, unit="half") if first else Window(first=middle + DAY, last=whole.last, unit="half")

        return _in_year(year, anchor, half_month)
    return _in_year(year, anchor, lambda y: months(y, 1, 6, "half") if first else months(y, 7, 12, "half"))


def _season(match: re.Match[str], anchor: date) -> Window | None:
    name = SEASONS[match["season"]]
    year = _year(match["year"], anchor)
    if year is None and match["which"] and re.fullmatch(_LAST, match["which"]):
        year = next_ending(anchor, lambda y: season(y, name)).first.year - 1
    return _in_year(year, anchor, lambda y: season(y, name))


def _unit(match: re.Match[str], anchor: date) -> Window | None:
    step = _RELATIVE_YEARS[_which(match["which"])]
    match match["unit"]:
        case "jaar" | "kalenderjaar":
            return year_window(anchor.year + step)
        case "maand":
            day = add_months(anchor.replace(day=1), step)
            return months(day.year, day.month, day.month, "month")
        case "kwartaal":
            day = add_months(date(anchor.year, 3 * ((anchor.month - 1) // 3) + 1, 1), 3 * step)
            return months(day.year, day.month, day.month + 2, "quarter")
    monday = anchor - timedelta(days=anchor.weekday()) + timedelta(weeks=step)
    first = monday if match["unit"] == "week" else monday + timedelta(days=5)
    return Window(first=first, last=monday + timedelta(days=6), unit="week")


def _week(match: re.Match[str], anchor: date) -> Window | None:
    week = int(match["week"])
    try:
        return _in_year(_year(match["year"], anchor), anchor, lambda y: iso_week(y, week))
    except ValueError:
        return None


def _school(match: re.Match[str], anchor: date) -> Window | None:
    def school_year(y: int) -> Window:
        return Window(first=date(y, 8, 1), last=date(y + 1, 7, 31), unit="year")

    current = next_ending(anchor, school_year)
    if match["year"]:
        return school_year(int(match["year"]))
    return school_year(current.first.year + 1) if match["which"] and _which(match["which"]) == "next" else current


_FIXED_DAYS = {"voorjaarsnota": (6, 1), "najaarsnota": (12, 1)}
_CHRISTMAS = frozenset({"kerst", "kerstmis"})
_TURNS = frozenset({"jaarwisseling", "oud en nieuw"})
_YEAR_ENDS = frozenset({"jaareinde", "jaareind", "einde jaar"})


def _named_in(year: int, name: str) -> Window:
    if name in _FIXED_DAYS:
        return one_day(date(year, *_FIXED_DAYS[name]))
    if name in _TURNS:
        return Window(first=date(year, 12, 31), last=date(year + 1, 1, 1), unit="day")
    if name in _YEAR_ENDS:
        return months(year, 10, 12, "month")
    if name in _CHRISTMAS:
        return Window(first=date(year, 12, 25), last=date(year, 12, 26), unit="day")
    return one_day(weekday_of(year, 5, WEDNESDAY, 3) if name == "verantwoordingsdag" else weekday_of(year, 9, TUESDAY, 3))


def _named(match: re.Match[str], anchor: date) -> Window | None:
    name = match["name"]
    near = {"vandaag": 0, "heden": 0, "nu": 0, "morgen": 1, "overmorgen": 2}
    if name in near:
        return one_day(anchor + timedelta(days=near[name]))
    if name == "pasen":  # a movable feast: no table, no guess
        return None
    return _in_year(_year(match["year"], anchor), anchor, lambda y: _named_in(y, name))


_READERS = (
    (_DAY, _day), (_MONTH, _month), (_QUARTER, _quarter), (_HALF, _half), (_SEASON, _season), (_WEEK, _week), (_UNIT, _unit),
    (_SCHOOL, _school), (_NAMED, _named), (_YEAR, lambda match, _anchor: year_window(int(match["year"]))),
)


def _part(match: re.Match[str], anchor: date) -> Window | None:
    part = _PARTS.get(match["part"], "eind")
    whole = read_window(match["rest"], anchor)
    if whole is None:
        return None
    found = part_of(whole, part)  # type: ignore[arg-type]
    if found.last < anchor and not whole.dated:
        whole = read_window(match["rest"], whole.last + DAY) or whole
        found = part_of(whole, part)  # type: ignore[arg-type]
    return found


def read_window(words: str, anchor: date) -> Window | None:
    """The window that normalised words name, read on the day ``anchor``; None where they name none."""
    if match := _PART.fullmatch(words):
        return _part(match, anchor)
    for pattern, reader in _READERS:
        if match := pattern.fullmatch(words):
            return reader(match, anchor)
    return None


def find_window(words: str, anchor: date) -> Window | None:
    """The day that longer words hold: "het commissiedebat van 12 december"."""
    match = _DAY.search(words)
    return _day(match, anchor) if match else None
