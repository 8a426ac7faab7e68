"""Motions with their movers: "motie-Kuik c.s.", "de motie van de leden A en B", and the Kamerstuk that stands beside them."""

import re
from collections.abc import Iterable, Iterator

from navraag.records.findings import Reference

_B = r"[ \u00a0\n]"
_CAPITALISED = r"[A-ZÀ-Ý][\w’'-]{1,30}"
_PREFIX = rf"(?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]en|[Tt]er|E[lI]|Al|’t|'t){_B}){{0,3}}"
_NAME = rf"{_PREFIX}{_CAPITALISED}(?:{_B}(?:(?:van|de|der|den|ten|ter){_B}){{1,3}}{_CAPITALISED}|{_B}(?!Kamerst|Aanhangsel|Handelingen|Stb|Stcrt|De\b|Het\b|Een\b|In\b|Met\b|Deze\b|Daarnaast\b|Ik\b){_CAPITALISED}){{0,2}}"
_PARTY = rf"(?:{_B}?\((?![^()]{{0,40}}(?:Kamerst|\d))[^()]{{1,40}}\))?"
_MOTION = re.compile(
    rf"(?<!amende)(?<!\be)(?<!pro)(?<!com)[Mm]oties?(?:-|{_B})(?:(?:van|door){_B}(?:het{_B}(?:voormalig{_B})?(?:Kamer)?lid|de{_B}(?:Kamer)?leden){_B}|(?:het{_B})?lid{_B}|(?:de{_B})?leden{_B})?"
    rf"(?P<movers>{_NAME}{_PARTY}(?:(?:{_B}?/{_B}?|,{_B}|{_B}en{_B}){_NAME}{_PARTY}){{0,7}})(?P<more>{_B}c\.{_B}?s\.?)?"
)
_SPLIT = re.compile(rf"{_B}?/{_B}?|,{_B}|{_B}en{_B}")
_BRACKETS = re.compile(rf"{_B}?\([^()]*\)")
_BETWEEN = re.compile(r"[\s,(\u00a0]{0,4}(?:zie |met |onder )?")
_SLIP = re.compile(r"\bEI(?= )")  # a capital i that was printed for an l
_BEFORE_PAPER = 12


def _movers(printed: str) -> tuple[str, ...]:
    names = (_SLIP.sub("El", _BRACKETS.sub("", name)).replace("\u00a0", " ").strip() for name in _SPLIT.split(printed))
    return tuple(name for name in names if name and not name.isupper())


def find_motions(text: str, papers: Iterable[Reference]) -> Iterator[Reference]:
    """Motions, each with its movers; the Kamerstuk that directly follows is its target, else the target stays open.

    >>> [(r.movers, r.target) for r in find_motions("de motie Dijk/Van Veen", ())]
    [(('Dijk', 'Van Veen'), None)]
    """
    if "otie" not in text:
        return
    listed = sorted((one for one in papers if one.target), key=lambda one: one.start)
    for match in _MOTION.finditer(text):
        movers = _movers(match["movers"])
        if not movers:
            continue
        end, target = match.end(), None
        for paper in listed:
            if 0 <= paper.start - match.end() <= _BEFORE_PAPER and _BETWEEN.fullmatch(text, match.end(), paper.start):
                closes = text[match.end() : paper.start].count("(") and text[paper.end : paper.end + 1] == ")"
                end, target = paper.end + bool(closes), paper.target
                break
        yield Reference(kind="motion", printed=text[match.start() : end], start=match.start(), end=end, target=target, movers=movers)
