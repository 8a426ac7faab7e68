"""Dutch dates as papers print them: "10 februari 2020", "18 november2024", "1 nov. 2010", "13-11-2024", "2024-11-13".

A month that is misspelt or a day that does not exist gives None; the caller can tell "no date" from "a date that
cannot be read" with ``looks_dated``.
"""

import re
from datetime import date

MONTHS = {
    "januari": 1, "februari": 2, "maart": 3, "april": 4, "mei": 5, "juni": 6, "juli": 7, "augustus": 8,
    "september": 9, "oktober": 10, "november": 11, "december": 12,
    "jan": 1, "feb": 2, "febr": 2, "mrt": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "okt": 10,
    "nov": 11, "dec": 12,
}  # fmt: skip

_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
_DATE = re.compile(
    r"(?<!\d)(?:"
    rf"(?P<day>\d{{1,2}})(?:e|ste|de)?\s?(?P<month>{_NAMES})\b\.?,?\s?(?P<year>\d{{4}})(?!\d)"
    r"|(?P<d>\d{1,2})[-/.](?P<m>\d{1,2})[-/.](?P<y>\d{4})(?!\d)"
    r"|(?P<iy>\d{4})-(?P<im>\d{2})-(?P<id>\d{2})(?!\d)"
    r")",
    re.IGNORECASE,
)
# Glued by the extraction of a PDF: no word border between "november" and "2024".
_GLUED = re.compile(rf"(?<!\d)(\d{{1,2}})\s?({_NAMES})\s?(\d{{4}})(?!\d)", re.IGNORECASE)
_SPACES = re.compile(r"\s+")


def _made(year: str, month: int, day: str) -> date | None:
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None


def find_date(text: str) -> date | None:
    """The first full date in the text, None where there is none or where that one does not exist.

    >>> find_date("(ingezonden 10 februari 2020).")
    datetime.date(2020, 2, 10)
    >>> find_date("31 februari 2009") is None
    True
    """
    flat = _SPACES.sub(" ", text)
    if match := _GLUED.search(flat):
        return _made(match[3], MONTHS[match[2].casefold()], match[1])
    if not (match := _DATE.search(flat)):
        return None
    if match["month"]:
        return _made(match["year"], MONTHS[match["month"].casefold()], match["day"])
    if match["m"]:
        return _made(match["y"], int(match["m"]), match["d"])
    return _made(match["iy"], int(match["im"]), match["id"])


def parse_date(text: str) -> date | None:
    """The date that the text is and nothing else ("10 februari 2020"), else None."""
    flat = _SPACES.sub(" ", text).strip(" .,;:()")
    match = _GLUED.fullmatch(flat) or _DATE.fullmatch(flat)
    return find_date(flat) if match else None
