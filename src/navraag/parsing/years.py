"""Session years and "Zie ook Aanhangsel Handelingen, vergaderjaar 2024–2025, nrs. 1016 en 1044"."""

import re

from navraag.records.papers import SeeAlso

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2}) ?[-‐‑–—/] ?['’]?((?:19|20)\d{2}|\d{2})\b")
_TOKEN = re.compile(rf"{_YEAR.pattern}|(?<!\d)(\d{{1,4}}) ?(?:t/m|tot en met) ?(\d{{1,4}})(?!\d)|(?<!\d)(\d{{1,4}})(?!\d)")
_STOP = re.compile(r"\b(?:[Vv]raag|[Vv]ragen|[Aa]ntwoord|Kamerstuk(?:ken)?)\b|[.] (?=[A-Z])")

_LONGEST_RANGE = 20


def _written(first: str, second: str) -> str | None:
    begin = int(first)
    end = int(second) if len(second) == len(first) else begin // 100 * 100 + int(second)
    end += 100 * (end < begin)
    return f"{begin}-{end}" if end == begin + 1 else None


def session_year_in(text: str) -> str | None:
    """The session year that the text prints ("2024–2025", "2017/18"), written "2024-2025"; None where it has none."""
    for match in _YEAR.finditer(text):
        if year := _written(match[1], match[2]):
            return year
    return None


def _numbers(match: re.Match[str]) -> range:
    """The number, or every number of "3 t/m 5"; of a longer range only the first."""
    first, last = int(match[3] or match[5]), int(match[4] or match[5])
    return range(first, last + 1) if first <= last <= first + _LONGEST_RANGE else range(first, first + 1)


def read_see_also(text: str) -> tuple[tuple[SeeAlso, ...], bool]:
    """The papers that "Zie ook Aanhangsel" names, and whether each of its numbers found its session year."""
    stop = _STOP.search(text)
    year: str | None = None
    waiting: list[int] = []
    found: list[SeeAlso] = []
    for match in _TOKEN.finditer(text[: stop.start()] if stop else text):
        if match[1]:
            year = _written(match[1], match[2])
            if year:  # "nr. 12, vergaderjaar 2008–2009": the number may stand first
                found.extend(SeeAlso(session_year=year, number=number) for number in waiting)
                waiting.clear()
        elif year:
            found.extend(SeeAlso(session_year=year, number=number) for number in _numbers(match))
        else:
            waiting.extend(_numbers(match))
    return tuple(found), not waiting and (bool(found) or not text.strip())
