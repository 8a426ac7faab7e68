"""Dutch dates as papers print them: "10 februari 2020", "18 november2024", "1 nov. 2010", "13-11-2024", "2024-11-13".

The extraction of a PDF swallows blanks, so none is asked for. A month that is misspelt or a day that does not exist
gives None.
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
    rf"(?P<day>\d{{1,2}})(?:e|ste|de)?\s?(?P<month>{_NAMES})\.?,?\s?(?P<year>\d{{4}})(?!\d)"
    r"|(?P<d>\d{1,2})[-/.](?P<m>\d{1,2})[-/.](?P<y>\d{4})(?!\d)"
    r"|(?P<iy>\d{4})-(?P<im>\d{2})-(?P<id>\d{2})(?!\d)"
    r")",
    re.IGNORECASE | re.ASCII,
)
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
    match = _DATE.search(_SPACES.sub(" ", text))
    return _day(match) if match else None


def _day(match: re.Match[str]) -> date | None:
    if match["month"]:
        return _made(match["year"], MONTHS[match["month"].casefold()], match["day"])
    if match["m"]:
        return _made(match["y"], int(match["m"]), match["d"])
    return _made(match["iy"], int(match["im"]), match["id"])


def parse_date(text: str) -> date | None:
    """The date that the text is and nothing else ("10 februari 2020"), else None."""
    flat = _SPACES.sub(" ", text).strip(" .,;:()")
    match = _DATE.fullmatch(flat)
    return _day(match) if match else None
