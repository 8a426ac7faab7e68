"""Joining the broken lines of PDF text: line-end hyphens, swallowed blanks, sentences glued together.

Without a dictionary not every lost blank can be found. What is changed here is safe: hyphens that a line break put
between two lower-case letters, blanks after the end of a sentence, between words and dates, before an address.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from navraag.parsing.paragraphs import Edit, edit
from navraag.parsing.printed.hyphens import keeps_hyphen
from navraag.parsing.printed.unglue import lost_blanks
from navraag.records.text import Mark, Paragraph

_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_LOST_BLANK = re.compile(
    r"(?<=[a-zà-ÿ)»”’%°][.?!])(?=[A-ZÀ-Þ«“‘][^.])"  # opgewezen.Nadat
    r"|(?<=\d[?!])(?=[A-ZÀ-Þ«“])|(?<=\d\.)(?=[A-Z][a-zà-ÿ])"  # in 2024.De
    r"|(?<=[?!][»”’)])(?=[A-ZÀ-Þ])|(?<=[.!?][»”’)])(?=[A-ZÀ-Þ])"
    r"|(?<=[a-zà-ÿ)»][;:])(?=[a-zà-ÿ–])"
    r"|(?<=[a-zà-ÿA-Z)»”’0-9],)(?=[A-Za-zà-ÿ«“‘(])"
    r"|(?<=[a-zà-ÿ])(?=«)|(?<=»)(?=[A-Za-zà-ÿ0-9(])"  # van«subsidie»
    r"|(?<=[a-zà-ÿ]{2})(?=\([A-Za-zà-ÿ]{3})"  # bevolking(paragraaf
    r"|(?<=[a-zà-ÿ.0-9A-Z]\))(?=[a-zà-ÿA-ZÀ-Þ]{2})"  # (EMM)gevraagd
    r"|(?<=\s–)(?=[A-Za-zà-ÿ])"
    rf"|(?<=[a-zà-ÿ]{{2}})(?=\d{{1,2}}\s(?:{_MONTHS})\b)"  # vrijdag18 oktober
    r"|(?<=\b(?:van|aan|tot))(?=\d)|(?<=\b(?:op|in))(?=\d)|(?<=\bvoor)(?=\d)|(?<=\bper)(?=\d)"
    r"|(?<=\d)(?=(?:procentpunt|betrokken|miljoen|miljard|inwoners|personen|kinderen|mensen)[a-z]{0,3}\b)"
    r"|(?<=[,;.)»”])(?=https?://)"
)
_MONTH_YEAR = re.compile(rf"\b(?:{_MONTHS})(?=(?:19|20)\d\d\b)")
_HYPHENED = re.compile(r"[A-Za-zÀ-ÿ]+(?:-[A-Za-zÀ-ÿ]+)*")
_INNER_HYPHEN = re.compile(r"(?<![-A-Z/.@_~=])[a-zà-ÿ][-‐][a-zà-ÿ](?=[a-zà-ÿ]*(?![-a-zà-ÿ/._=@]))")
_LOWER_THEN_CAPITAL = re.compile(r"(?<![A-Za-zÀ-ÿ0-9'’@/_.-])[a-zà-ÿ]{2,}(?=[A-ZÀ-Þ])")  # deMinister, streeftNederland
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
_LEFT = re.compile(r"[A-Za-zà-ÿ'’]+$")
_RIGHT = re.compile(r"[a-zà-ÿ]+")
_CLASH = frozenset("aa ae ai au ee ei eu ii ij oe oi oo ou ui uu".split())
_SUSPENDED = re.compile(r"(?:en|of|als|naar|tot)\b")
_FORMULA = re.compile(r"(?<![A-Za-z])(?:CO|NO|SO|NH|PM|CH|N|H|O)$")
_WHOLE_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_CLINGS = re.compile(r"[.,;:?!)»”’\]%]")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S*$")
_YEARS = re.compile(r"\d[–—]$")
_TAIL = 2_000  # as much of a paragraph as a seam looks at
_LIGATURES = {"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl", "\u00ad": ""}
_LIGATURE = re.compile("[" + "".join(_LIGATURES) + "]")


def hyphen_goes(left: str, right: str, known: Mapping[str, int] | None = None) -> bool:
    """Whether a hyphen between these letters was put in by a line break. ``known`` counts the words of the document.

    >>> hyphen_goes("commissie", "debat"), hyphen_goes("mbo", "instelling"), hyphen_goes("re", "integratie")
    (True, False, False)
    """
    before, after = _LEFT.search(left), _RIGHT.match(right)
    if before is None or after is None or not before[0][-1].islower() or left[:before.start()].endswith("-"):
        return False
    first, second = before[0].lower(), after[0]
    if known and known.get(first + second):
        return True
    if keeps_hyphen(first, second) or first[-1] + second[0] in _CLASH:
        return False
    if known and known.get(f"{first}-{second}", 0) > 1:
        return False
    return len(first) > 1 and len(second) > 1


def seam(above: str, below: str, known: Mapping[str, int] | None = None) -> tuple[int, str]:
    """How two lines meet: how many characters leave the end of the first, and what comes between.

    >>> seam("het hele commissie-", "debat")
    (1, '')
    """
    if not above or not below or _CLINGS.match(below):
        return 0, ""
    if _ADDRESS.search(above) and (above[-1] in "/-=_&?%~.#" or below[0] in "/-=_&?%"):
        return 0, ""
    if above.endswith(("-", "‐", "‑")) and not above.endswith((" -", " ‐")):
        return _hyphen_seam(above, below, known)
    figures = below[0].isdigit() and (_FORMULA.search(above) or _YEARS.search(above))
    tied = (above.endswith("/") and not above.endswith(" /")) or figures
    return 0, "" if tied else " "


def _hyphen_seam(above: str, below: str, known: Mapping[str, int] | None) -> tuple[int, str]:
    if _SUSPENDED.match(below):
        return 0, " "
    last = above[:-1].replace("‐", "-").replace("‑", "-").rpartition("-")[2]
    return int(hyphen_goes(last, below, known)), ""


def join(lines: Iterable[Paragraph], known: Mapping[str, int] | None = None) -> Paragraph:
    """Broken lines as one paragraph; a line that holds only marks gives them to the words before it."""
    text = ""
    marks: list[Mark] = []
    for line in lines:
        words = line.text.strip()
        lead = len(line.text) - len(line.text.lstrip())
        less, between = seam(text[-_TAIL:], words, known)
        if less:
            text = text[:-less]
        at_start = [m for m in line.marks if m.at <= lead or not words]
        marks += [Mark(label=m.label, at=len(text)) for m in at_start]
        if words:
            text += between
        marks += [Mark(label=m.label, at=len(text) + min(m.at - lead, len(words))) for m in line.marks if m not in at_start]
        text += words
    return Paragraph(text=text, marks=tuple(replace(m, at=min(m.at, len(text))) for m in marks))


def _spans(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _WHOLE_ADDRESS.finditer(text)]


def _within(spans: list[tuple[int, int]], spot: int) -> bool:
    """Whether a place lies inside one of the spans, which are in order."""
    index = bisect_left(spans, (spot, 0)) - 1
    return index >= 0 and spot < spans[index][1]


def count_words(text: str) -> Counter[str]:
    """How often each word occurs, hyphenated words as one: what ``hyphen_goes`` may lean on."""
    return Counter(match[0].lower() for match in _HYPHENED.finditer(text))


def respace(paragraph: Paragraph, known: Mapping[str, int] | None = None) -> Paragraph:
    """A paragraph of PDF text, line-end hyphens gone and the blanks back that can be put back safely."""
    text = paragraph.text
    parts = [Edit(start=m.start(), end=m.end(), words=_LIGATURES[m[0]]) for m in _LIGATURE.finditer(text)]
    address = _spans(text)
    parts += [
        Edit(start=m.start() + 1, end=m.end() - 1)
        for m in _INNER_HYPHEN.finditer(text)
        if not _within(address, m.start())
        and hyphen_goes(text[max(0, m.start() - 40):m.start() + 1], text[m.end() - 1:m.end() + 40], known)
    ]
    parts.sort(key=lambda part: part.start)
    paragraph = edit(paragraph, parts)
    text = paragraph.text
    spots = {m.start() for m in _LOST_BLANK.finditer(text)} | {m.end() for m in _MONTH_YEAR.finditer(text)}
    spots |= set(lost_blanks(text, known or {})) | {m.end() for m in _LOWER_THEN_CAPITAL.finditer(text)}
    address = _spans(text)
    kept = (spot for spot in sorted(spots) if not _within(address, spot))
    return edit(paragraph, [Edit(start=s, end=s, words=" ") for s in kept])


def line_ends(text: str, known: Mapping[str, int] | None = None) -> list[int]:
    """Places in glued text where a printed line must have ended: lost blanks, hyphens, "deMinister"."""
    hyphens = {
        match.start() + 2 for match in _INNER_HYPHEN.finditer(text)
        if hyphen_goes(text[max(0, match.start() - 40):match.start() + 1], text[match.end() - 1:match.end() + 40], known)
    }
    lost = {match.start() for match in _LOST_BLANK.finditer(text)} | {match.start() for match in _CAPITAL.finditer(text)}
    return sorted(hyphens | lost)


def joined_words(lines: Iterable[str], known: Mapping[str, int] | None = None) -> str:
    """Broken lines of words without marks as one string, blanks put back."""
    return respace(join((Paragraph(text=line) for line in lines), known), known).text
