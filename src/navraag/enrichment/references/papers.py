"""Kamerstukken in all printed forms: "Kamerstuk 28 638, nr. 166", "36 410 XVI, nr. 116", "35925-VI-56"."""

import re
from collections.abc import Iterator

from navraag.enrichment.references.years import YEAR
from navraag.records.findings import Reference

BLANK = r"[ \u00a0\u2009\u202f\n]"
DASH = r"[-–]"
_CUE = re.compile(
    rf"Kamer-?{BLANK}?stuk-?{BLANK}?(?:ken)?(?={BLANK}|\d|,|:|\(|I)"
    rf"|\b(?:Tweede|Eerste){BLANK}{{0,2}}Kamer,?{BLANK}{{0,2}}(?=vergaderjaar|\d{{2}}{BLANK}?\d{{3}})"
    rf"|\b[TE]K,?{BLANK}{{0,2}}(?=vergaderjaar|(?:19|20)\d\d|\d{{2}}{BLANK}?\d{{3}})",
    re.IGNORECASE,
)
# What may stand between the cue and a dossier: the chamber, the session year, punctuation.
_LEAD = re.compile(rf"(?:{BLANK}|,|;|:|\(|II?(?![IVX\w])|vergaderjaar|vgj\.?|jaar|en\b|{YEAR})*")
_DOSSIER = rf"(?P<dossier>\d{{2}}(?:{BLANK}|\.)?\d{{3}})(?!\d)(?:{BLANK}?\((?P<kingdom>R{BLANK}?\d{{3,4}})\))?"
_FIXED = rf"(?:{DASH}(?P<fixed>\d{{2}})(?!\d))?"
_CHAPTER = rf"(?:(?:{BLANK}|{DASH}|,{BLANK}?)?\(?(?P<chapter>(?=[IVXLC])[XLC]{{0,3}}[IVX]{{0,4}}[A-H]?)\)?(?![\w]))?"
# A list of numbers: with commas after "nrs." only, since "nr. 1031, 5 november 2024" goes on with a date.
_ONE = r"(?:\d{1,4}|[A-Z]{1,2})\b"
_NEXT = rf"\d{{1,4}}(?!{BLANK}?\d|\w|{BLANK}(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december))"
_NUMBER = (
    rf"(?:{BLANK}?,?{BLANK}{{0,2}}(?:(?:nrs|nummers|nos)\b\.?{BLANK}{{0,2}}(?P<listed>{_ONE}(?:(?:{BLANK}?,{BLANK}?|{BLANK}en{BLANK}|{BLANK}?&{BLANK}?){_NEXT})*)"
    rf"|(?:nr|nummer|no)\b\.?{BLANK}{{0,2}}(?P<single>{_ONE}(?:(?:{BLANK}en{BLANK}|{BLANK}?&{BLANK}?){_NEXT})?))"
    rf"|{BLANK}?{DASH}{BLANK}?(?P<dashed>\d{{1,4}}|[A-Z]{{1,2}})(?![\w])"
    rf"|,{BLANK}?(?P<letter>[A-Z]{{1,2}})(?![\w.]))"
)
_ITEM = re.compile(_DOSSIER + _FIXED + _CHAPTER + rf"(?P<number>{_NUMBER})?")
# A dossier with "nr." needs no cue; one with a dash does, unless it stands alone in brackets.
_BARE = re.compile(rf"(?<![\d.,-])(?<!\d{BLANK})" + _DOSSIER + _FIXED + _CHAPTER + rf"{BLANK}?,?{BLANK}{{0,2}}nrs?\b\.?{BLANK}{{0,2}}\d")
_BRACKETED = re.compile(rf"\((?P<item>\d{{2}}{BLANK}?\d{{3}}(?:{DASH}[IVX]+)?{DASH}\d{{1,4}})\)")
_BETWEEN = re.compile(rf"{BLANK}{{0,2}}(?:,|;|en|&|en{BLANK}van){BLANK}{{0,2}}")
_MULTIPLE_CHAMBER_DOSSIER = "21501"


def _numbers(match: re.Match[str]) -> list[str]:
    if listed := match["listed"] or match["single"]:
        return re.findall(r"\d+|[A-Z]{1,2}\b", listed)
    return [match["dashed"] or match["letter"]] if match["number"] else []


def _targets(match: re.Match[str]) -> list[str]:
    dossier = re.sub(r"\D", "", match["dossier"])
    fixed, numbers = match["fixed"], _numbers(match)
    if fixed and dossier != _MULTIPLE_CHAMBER_DOSSIER and not numbers:
        numbers = [str(int(fixed))]
        fixed = None
    parts = [part for part in ("kst", dossier, fixed, match["chapter"]) if part]
    return ["-".join([*parts, number]) for number in numbers] or ["-".join(parts)]


def _items(text: str, at: int) -> Iterator[tuple[int, int, list[str]]]:
    """The dossiers that follow one cue: "23 645, nr. 811 en 29 984, nr. 1207", "…, nr. 6; I 2022/23, 36 021, B"."""
    while match := _ITEM.match(text, at):
        yield match.start(), match.end(), _targets(match)
        between = _BETWEEN.match(text, match.end())
        if not between:
            return
        lead = _LEAD.match(text, between.end())
        at = lead.end() if lead else between.end()


def _references(text: str, start: int, at: int) -> Iterator[Reference]:
    for begin, end, targets in _items(text, at):
        first = start if begin == at else begin
        for target in targets:
            yield Reference(kind="paper", printed=text[first:end], start=first, end=end, target=target)


def find_papers(text: str) -> Iterator[Reference]:
    """Every Kamerstuk cited, one reference per number; a list under one cue shares its span.

    >>> [r.target for r in find_papers("Kamerstukken 23 645, nr. 811 en 29 984, nrs. 7 en 8")]
    ['kst-23645-811', 'kst-29984-7', 'kst-29984-8']
    """
    taken = 0
    starts = [(m.start(), lead.end()) for m in _CUE.finditer(text) if (lead := _LEAD.match(text, m.end()))]
    starts += [(m.start(), m.start()) for m in _BARE.finditer(text)]
    starts += [(m.start("item"), m.start("item")) for m in _BRACKETED.finditer(text)]
    for start, at in sorted(starts):
        if at < taken:
            continue
        for reference in _references(text, start, at):
            taken = reference.end
            yield reference
