"""Answer letters of ministries: letterhead, the letter's sentence, signers, and the annex with the answers.

The letter says when and about what the questions were put ("In antwoord op uw brief van …, nr. …, deel ik u mede dat
de vragen van het lid … worden beantwoord …"); its annex repeats who asked and holds questions and answers. A letter
without an annex may be a notice of delay.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from navraag.parsing.blocks import Block, Blocks
from navraag.parsing.letters.heading import LetterParts, asked_in, letter_heading
from navraag.parsing.letters.signers import is_signature
from navraag.parsing.numbering import read_heading
from navraag.parsing.titles.front import Front, PaperKind, title_kind
from navraag.records.evidence import Furniture

_OPENING = re.compile(
    r"(?:in (?:het |ons )?antwoord op|naar aanleiding van|onder verwijzing naar|in reactie op)\b.{0,80}?\b(?:brief|schrijven|vragen|verzoek)\b"
    r"|(?:hierbij|bijgaand|bijgevoegd|in de bijlage|met deze brief|door middel van deze brief)\b.{0,240}?\b(?:antwoord|vragen|beantwoording|mede)"
    r"|op \d{1,2} [a-z]+ (?:\d{4} )?(?:hebben|heeft) (?:de leden|het lid)\b"
    r"|(?:de )?(?:schriftelijke |kamer)?vragen van (?:het lid|de leden) ",
    re.IGNORECASE | re.DOTALL,
)
_TO_CHAMBER = re.compile(r"voorzitter\s+(?:van\s+)?de(?:r)?\s+(?:tweede|eerste)\s+kamer", re.IGNORECASE)
_LATE = re.compile(
    r"\bniet (?:[^.]{0,40}\btermijn\b|tijdig|binnen \w+ weken)|\btermijn\b[^.]{0,40}\bniet\b|\buitstel\b|meer tijd", re.IGNORECASE
)
_ANNEX = re.compile(
    r"\(?(?:antwoord|beantwoording|vragen\b|kamervragen|schriftelijke vragen|nadere vragen|bijlage\b|annex\b|lijst van vragen|ingezonden|\d{4}Z\s?\d{5})",
    re.IGNORECASE,
)
_POLITE = re.compile(r"(?:geachte (?:voorzitter|mevrouw|heer)|ik (?:vertrouw|hoop) er ?op|(?:aantal )?bijlagen?\b|pagina \d)", re.IGNORECASE)
_UNFINISHED = re.compile(r"(?:\b(?:van|de|het|en|aan|over|voor|namens|op|lid|leden|minister|staatssecretaris)|,)$", re.IGNORECASE)
_SEARCHED = 120  # a letterhead with its margin column may have 60 lines
_FOOT_WITHIN = 60
_ADDED_LETTERS = 30
_TITLE_LINES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter taken apart: its front, and its blocks with letterhead and formulas set aside as furniture."""

    front: Front
    blocks: Blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cuts:
    """Where the letter's sentence, its foot, the annex and the words below the annex's title begin."""

    opening: int
    foot: int
    annex: int
    words: int


def read_letter(blocks: Blocks, margins: Sequence[str] = ()) -> Letter | None:
    """The letter that these blocks are, or None where they are none; ``margins`` are the lines of its headers."""
    body = blocks.body
    texts = tuple(block.text for block in body)
    cuts = _cuts(body, texts, margins)
    if cuts is None:
        return None
    parts = LetterParts(
        letterhead=(*texts[: cuts.opening], *margins),
        sentence=" ".join(texts[cuts.opening : cuts.foot]),
        foot=texts[cuts.foot : cuts.annex],
        title=" ".join(texts[cuts.annex : cuts.words]),
    )
    late = cuts.words == len(body) and _LATE.search(parts.sentence) is not None
    if cuts.words == len(body) and not late:
        return None  # a letter about something else: nothing is asked or answered in it
    added = [at for at in range(cuts.opening, cuts.foot) if late or _is_added(texts, at, cuts.opening)]
    kept = (*(body[at] for at in added), *body[cuts.words :])
    formal = (texts[at] for at in range(cuts.annex) if texts[at] and at not in set(added))
    furniture = (*(Furniture(kind="letterhead", text=text) for text in formal), *blocks.furniture)
    kinds: tuple[PaperKind, ...] = ("notice",) if late else ("answer",)
    return Letter(
        front=Front(heading=letter_heading(parts), kinds=kinds, body=kept),
        blocks=replace(blocks, body=kept, furniture=furniture),
    )


def _cuts(body: Sequence[Block], texts: Sequence[str], margins: Sequence[str]) -> _Cuts | None:
    opening = _opening(texts, margins)
    if opening is None:
        return None
    first = _first_heading(body, opening + 1)
    signed = [at for at in range(opening + 1, min(first, opening + _FOOT_WITHIN)) if is_signature(texts[at]) and not _ANNEX.match(texts[at])]
    annexes = (at for at in range((signed[-1] if signed else opening) + 1, first) if _ANNEX.match(texts[at]))
    annex = next(annexes, first)
    if signed:
        annex = min(annex, first)
        foot = signed[0]
    else:
        foot = annex
    return _Cuts(opening=opening, foot=foot, annex=annex, words=_title_end(texts, annex, first))


def _opening(texts: Sequence[str], margins: Sequence[str]) -> int | None:
    """The index of the letter's sentence, where these are the blocks of a letter to the Chamber."""
    addressed = any(_TO_CHAMBER.search(line) for line in margins)
    for at, text in enumerate(texts[:_SEARCHED]):
        addressed = addressed or _TO_CHAMBER.search(text) is not None or _TO_CHAMBER.search(" ".join(texts[at : at + 2])) is not None
        if _OPENING.match(text) and "vragen" in " ".join(texts[at : at + 2]).casefold():
            return at if addressed or re.search(r"\buw brief\b", text) else None
        heading = read_heading(text)
        if heading is not None and not heading.bare and heading.numbers:
            return None
        if title_kind(text) in {"notice", "answer", "further"}:
            return None
    return None


def _first_heading(body: Sequence[Block], start: int) -> int:
    """The index of the first heading of a question or answer; the length of the body where there is none."""
    for at in range(start, len(body)):
        heading = read_heading(f"{body[at].number} {body[at].text}".strip())
        if heading is None:
            continue
        if (heading.numbers and not heading.bare) or heading.numbers[:1] == (1,) or not (heading.numbers or heading.rest):
            return at
    return len(body)


def _title_end(texts: Sequence[str], annex: int, first: int) -> int:
    """The index after the title of the annex, which may be broken over several lines."""
    at = annex
    while at < min(first, annex + _TITLE_LINES):
        if at > annex and not _goes_on(" ".join(texts[annex:at]), texts[at]):
            break
        at += 1
    return at


def _goes_on(title: str, line: str) -> bool:
    if _ANNEX.match(line) or _UNFINISHED.search(title) or line[:1].islower():
        return True
    return asked_in(title) is None and asked_in(f"{title} {line}") is not None


def _is_added(texts: Sequence[str], at: int, opening: int) -> bool:
    """True for a paragraph of the letter that is no formula: it says something of its own."""
    text = texts[at]
    if at == opening or _POLITE.match(text) or _OPENING.match(text) or is_signature(text):
        return False
    continues = at == opening + 1 and text[:1].islower()
    return not continues and sum(map(str.isalpha, text)) >= _ADDED_LETTERS
