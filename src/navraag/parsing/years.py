"""Session years and "Zie ook Aanhangsel Handelingen, vergaderjaar 2024–2025, nrs. 1016 en 1044"."""

import re

from navraag.records.papers import SeeAlso

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2}) ?[-‐‑–—/] ?['’]?((?:19|20)\d{2}|\d{2})\b")
_TOKEN = re.compile(rf"{_YEAR.pattern}|(?<!\d)(\d{{1,4}})(?!\d)")
_STOP = re.compile(r"\b(?:[Vv]raag|[Vv]ragen|[Aa]ntwoord|Kamerstuk(?:ken)?)\b|[.] (?=[A-Z])")


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
            found.append(SeeAlso(session_year=year, number=int(match[3])))
        else:
            waiting.append(int(match[3]))
    return tuple(found), not waiting and (bool(found) or not text.strip())
