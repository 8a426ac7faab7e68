"""Which words at this place are a portfolio? The lists of ministries and portfolios decide.

A portfolio holds "en" and commas ("Volksgezondheid, Welzijn en Sport"), so it cannot be cut out by punctuation. Names
are compared by their letters alone: that reads "BuitenlandseHandel", "Volksgezond- heid" and "Verkeer & Waterstaat".
"""

import re
from dataclasses import dataclass
from functools import cache

from navraag.lexicon.tables import ministries, portfolios

_NO_LETTER = re.compile(r"[^a-z]+")
_PLAIN = str.maketrans("àáâäçèéêëìíîïñòóôöùúûü", "aaaaceeeeiiiinoooouuuu")
# Words that the extraction of a PDF may have glued to the end of a portfolio.
_GLUED_NEXT = re.compile(r"over(?=[a-z«‘ ])|inzake|betreffende|naar |en(?=[ A-Z]|van|voor|de)|van(?=[ A-Z])|voor(?=[ A-Z])|de[ A-Z]|mede|bij|met |omtrent|ontvangen|ingezonden")
_SHORT = 5
_WINDOW = 110


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A portfolio in a text: its name with lost spaces repaired, case as printed, and where it ends."""

    name: str
    end: int


def squeeze(text: str) -> str:
    """The letters alone, in lower case and without accents, "&" read as "en"."""
    return _NO_LETTER.sub("", text.replace("&", "en").casefold().translate(_PLAIN))


@cache
def _names() -> dict[str, str]:
    rows = [(row.name, *row.spellings) for row in portfolios()]
    rows += [(row.name, *row.spellings, *row.abbreviations) for row in ministries()]
    return {squeeze(name): name for names in rows for name in names}


@cache
def _by_beginning() -> dict[str, tuple[str, ...]]:
    """Letters of the names by their first two, the longest first."""
    beginnings: dict[str, list[str]] = {}
    for letters in sorted(_names(), key=len, reverse=True):
        beginnings.setdefault(letters[:2], []).append(letters)
    return {beginning: tuple(names) for beginning, names in beginnings.items()}


def candidates(text: str, start: int) -> list[Found]:
    """Every portfolio of the lists that the text has at this place, the longest first."""
    window = text[start : start + _WINDOW]
    letters = squeeze(window)
    return [
        Found(name=match.name, end=start + match.end)
        for name in _by_beginning().get(letters[:2], ())
        if letters.startswith(name) and (match := _printed(window, _names()[name], len(name)))
    ]


def _printed(window: str, name: str, length: int) -> Found | None:
    """The name as the window prints it, None where a longer word only begins like it."""
    plain = window[: len(name)]
    if plain.casefold() == name.casefold():
        return Found(name=plain, end=len(name)) if _ends_well(window, len(name), name) else None
    end = _end_of(window, length)
    return Found(name=_respaced(window[:end], name), end=end) if _ends_well(window, end, name) else None


def _end_of(window: str, length: int) -> int:
    seen = 0
    for at, character in enumerate(window):
        if seen >= length:
            return at
        if character == "&":
            seen += 2
        elif character.isalpha():
            seen += len(squeeze(character))
    return len(window)


def _ends_well(window: str, end: int, name: str) -> bool:
    following = window[end : end + 1]
    if len(name) < _SHORT:  # abbreviations: "VWS", not "vws" inside other words
        return not following.isalpha() and window.lstrip()[:1].isupper()
    return not following.islower() or _GLUED_NEXT.match(window, end) is not None


def _respaced(printed: str, name: str) -> str:
    """The name as the list spaces it, with the capitals of the document."""
    letters = [character for character in printed if character.isalpha() or character == "&"]
    if len(letters) != sum(character.isalpha() or character == "&" for character in name):
        return " ".join(printed.split())
    source = iter(letters)
    return "".join(next(source) if character.isalpha() or character == "&" else character for character in name)
