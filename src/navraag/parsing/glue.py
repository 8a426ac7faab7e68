"""Joining the broken lines of PDF text: line-end hyphens, swallowed blanks, sentences glued together.

Without a dictionary not every lost blank can be found; what is changed here is safe: hyphens between two lower-case
letters that a line break left, blanks after a full stop before a capital, blanks between words and numbers.
"""

import re
from functools import reduce

_BREAK_HYPHEN = re.compile(r"(?<=[a-zà-ÿ])[-‐‑]$")
_KEEPS_HYPHEN = re.compile(r"(?:^|[\s(«‘“-])(?:niet|non|anti|pro|oud|ex|semi|quasi|mbo|hbo|wo|ov|ai|ict|it|eu|vn|e)-$", re.IGNORECASE)
_STARTS_LOWER = re.compile(r"[a-zà-ÿ]")
_SUSPENDED = re.compile(r"(?:en|of|als|naar|tot)\b")
_SENTENCE = re.compile(r"(?<=[a-zà-ÿ0-9)»”’%][.?!])(?=[A-ZÀ-Þ«“][^.])|(?<=[?!][»”’)])(?=[A-ZÀ-Þ])|(?<=[a-zà-ÿ)»];)(?=[a-zà-ÿ])")
_COMMA = re.compile(r"(?<=[a-zà-ÿ)»”’]),(?=[A-Za-zà-ÿ«“‘(])")
_OPENING = re.compile(r"(?<=[a-zà-ÿ])(?=[(«“])(?!\((?:s|en|n|e|en\)))")
_CLOSING = re.compile(r"(?<=»)(?=[A-Za-zà-ÿ0-9(])|(?<=[a-zà-ÿ.0-9]\))(?=[a-zà-ÿA-ZÀ-Þ]{2})")
_DASH = re.compile(r"(?<=[a-zà-ÿ,)»]\s)–(?=[A-Za-zà-ÿ])")
_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_MONTH_YEAR = re.compile(rf"(?<=\d\s)({_MONTHS})((?:19|20)\d\d)\b")
_WORD_NUMBER = re.compile(rf"(?<=[a-zà-ÿ]{{2}})(?=\d{{1,2}} (?:{_MONTHS})\b)|(?<=\b(?:van|aan))(?=\d)|(?<=\bop)(?=\d)|(?<=\bin)(?=\d)|(?<=\bper)(?=\d)|(?<=\bsinds)(?=\d)")
_NUMBER_WORD = re.compile(r"(?<=\d)(?=(?:procentpunt|betrokken|jaar\b|miljoen|miljard|inwoners|personen|kinderen|mensen|ton van))")
_LIGATURES = str.maketrans({"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl"})
_GLUED_ADDRESS = re.compile(r"(?<=[,;.:)»”])(?=https?://)")


def join(above: str, below: str) -> str:
    """Two lines as one: a hyphen that the line break put in goes, else a blank comes between.

    >>> join("het hele commissie-", "debat")
    'het hele commissiedebat'
    >>> join("in- en", "uitvoer")
    'in- en uitvoer'
    """
    above, below = above.rstrip(), below.lstrip()
    if not above or not below:
        return above + below
    if above.endswith(("/", "://")) and not above.endswith(" /"):
        return above + below
    if not _BREAK_HYPHEN.search(above):
        return f"{above}{below}" if above.endswith(("-", "‑")) and not above.endswith(" -") else f"{above} {below}"
    if _SUSPENDED.match(below):
        return f"{above} {below}"
    if _STARTS_LOWER.match(below) and not _KEEPS_HYPHEN.search(above):
        return above[:-1] + below
    return above + below


def join_all(lines: list[str]) -> str:
    """All lines as one paragraph."""
    return reduce(join, (line for line in lines if line.strip()), "")


def respaced(text: str) -> str:
    """A paragraph of PDF text with the blanks back that can be put back safely."""
    text = text.translate(_LIGATURES)
    if "\u00ad" in text:
        text = text.replace("\u00ad", "")
    text = _SENTENCE.sub(" ", text)
    text = _COMMA.sub(", ", text)
    text = _OPENING.sub(" ", text)
    text = _CLOSING.sub(" ", text)
    text = _DASH.sub("– ", text)
    text = _MONTH_YEAR.sub(r"\1 \2", text)
    text = _WORD_NUMBER.sub(" ", text)
    text = _NUMBER_WORD.sub(" ", text)
    return _GLUED_ADDRESS.sub(" ", text)
