"""The heading of a letter, put together from its letterhead, its sentence, its foot and the title of its annex."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from navraag.parsing.dates import find_date, parse_date
from navraag.parsing.headings import read_title
from navraag.parsing.letters.signers import read_signature
from navraag.parsing.titles.front import question_numbers
from navraag.parsing.titles.offices import read_offices
from navraag.records.attribution import Attribution
from navraag.records.papers import Heading

_ASKED = re.compile(
    r"(?:schriftelijke |nadere |aanvullende )*(?:kamer)?vragen,? (?:die )?(?:zijn |werden )?(?:gesteld |ingediend |ingezonden )?(?:(?:van|door) )*"
    r"(?:(?:het|de) )?(?:van (?:het|de) )?(?:tweede )?(?:kamer)?(?P<members>lid|leden)\b ?",
    re.IGNORECASE,
)
_HAVE_ASKED = re.compile(
    r"(?:heeft|hebben) (?P<members>het lid|de leden) (?P<names>[^.]{2,300}?) (?:schriftelijke |kamer)?vragen (?:gesteld|ingediend|ingezonden)(?P<rest>[^.]*)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(
    r",? (?:die )?(?:worden|zijn|kunnen|kan|zend|stuur|bied|heb|deel) (?:hierbij|ik|u|niet|als|door|beantwoord)\b|,? zoals (?:aangegeven|gevoegd|opgenomen)\b"
    r"|,? (?:aan te bieden|toekomen|beantwoord|beantwoordt)\b|\.? (?:Deze|De) vragen (?:werden|zijn)\b|,? \(?(?:met (?:het )?)?(?:uw )?kenmerk\b"
    r"|,? \(?ingezonden\b|,? \(?(?:nr\.? )?\d{4}Z\d{5}"
)
_TABLED = re.compile(
    r"(?:uw (?:brief|schrijven|verzoek)|ingezonden|gesteld|ingediend|verzonden|\bop)(?:,? (?:van|op|d\.d\.|de dato))? ?(?P<date>\d{1,2} ?[a-z]{3,9}\.? ?\d{4})",
    re.IGNORECASE,
)
_DATED = re.compile(r"datum\b[\s:]*", re.IGNORECASE)
_PLACE_AND_DATE = re.compile(r"(?:[’']s-gravenhage|den haag),? (?=\d)", re.IGNORECASE)
_SUBJECT = re.compile(r"(?:onderwerp|betreft|betreffende)\b[\s:]*", re.IGNORECASE)
_THEIR_NUMBER = re.compile(r"uw (?:referentie|kenmerk|brief)\b", re.IGNORECASE)
_BEHALF = re.compile(r"\b(?:mede )?namens (?:de |het )?", re.IGNORECASE)
_BY = re.compile(r"\bvan (?:de )?(?=minister|staatssecretaris)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterParts:
    """The words of a letter: lines of the letterhead, its sentence, lines of its foot, and the title of its annex."""

    letterhead: tuple[str, ...]
    sentence: str
    foot: tuple[str, ...]
    title: str


def letter_heading(parts: LetterParts) -> Heading:
    """The heading of a letter; each field from the place that says it best."""
    subject_line = field_value(parts.letterhead, _SUBJECT) or ""
    asked = [found for text in (parts.title, parts.sentence, subject_line) if (found := asked_in(text)) is not None]
    signature = read_signature(parts.foot)
    before = _before_asked(parts.title)
    return Heading(
        title=" ".join((parts.title or subject_line or parts.sentence).split()),
        question_numbers=_numbers(parts),
        tabled_on=_tabled(parts.sentence) or next((one.tabled_on for one in asked if one.tabled_on), None),
        received_on=letter_date(parts.letterhead),
        askers=next((one.askers for one in asked if one.askers), ()),
        addressees=next((one.addressees for one in asked if one.addressees), ()),
        answerers=signature.answerers or _answering(before),
        on_behalf_of=behalf_in(before) or signature.on_behalf_of or behalf_in(_before_asked(parts.sentence)),
        subject=next((one.subject for one in asked if one.subject), None),
    )


def asked_in(text: str) -> Heading | None:
    """Who asked, whom, and about what, out of a title or a sentence; None where it does not say.

    >>> asked_in("Beantwoording Kamervragen lid Smit (VPX) over de trein").subject
    'de trein'
    """
    words = " ".join(text.split())
    match = _ASKED.search(words)
    if match is None:
        return _have_asked(words)
    rest = words[match.end() :]
    dated = _TABLED.search(rest) if re.search(r"\(ingezonden", rest) else None
    end = _SENTENCE_END.search(rest)
    members = "de leden" if match["members"].casefold() == "leden" else "het lid"
    tail = f" (ingezonden {dated['date']})" if dated else ""
    found = read_title(f"Vragen van {members} {rest[: end.start()] if end else rest}{tail}")
    return found if found.askers else None


def _have_asked(words: str) -> Heading | None:
    """The same out of "heeft het lid Smit (VPX) schriftelijke vragen gesteld over de trein"."""
    match = _HAVE_ASKED.search(words)
    if match is None:
        return None
    rest = match["rest"]
    end = _SENTENCE_END.search(rest)
    found = read_title(f"Vragen van {match['members'].lower()} {match['names']}{rest[: end.start()] if end else rest}")
    return found if found.askers else None


def field_value(lines: Sequence[str], label: re.Pattern[str]) -> str | None:
    """What stands behind a label of the letterhead ("Datum 4 december 2023"), or in the line below it."""
    for at, line in enumerate(lines):
        match = label.match(line)
        if match is None:
            continue
        rest = line[match.end() :].strip()
        below = lines[at + 1].strip() if at + 1 < len(lines) else ""
        if rest or below:
            return rest or below
    return None


def letter_date(lines: Sequence[str]) -> date | None:
    """The date of a letter, out of its letterhead."""
    dated = field_value(lines, _DATED)
    placed = field_value(lines, _PLACE_AND_DATE)
    found = find_date(dated or "") or find_date(placed or "")
    return found or next((day for line in lines if (day := parse_date(line))), None)


def behalf_in(text: str) -> tuple[Attribution, ...]:
    """The offices behind "mede namens", ended by the questions."""
    match = _BEHALF.search(text)
    return read_offices(text, match.end()).offices if match else ()


def _before_asked(text: str) -> str:
    words = " ".join(text.split())
    match = _ASKED.search(words)
    return words[: match.start()] if match else words


def _answering(before: str) -> tuple[Attribution, ...]:
    match = _BY.search(before)
    return read_offices(before, match.end()).offices if match else ()


def _tabled(sentence: str) -> date | None:
    match = _TABLED.search(" ".join(sentence.split()))
    return find_date(match["date"]) if match else None


def _numbers(parts: LetterParts) -> tuple[str, ...]:
    theirs = field_value(parts.letterhead, _THEIR_NUMBER) or ""
    return question_numbers(parts.sentence) or question_numbers(parts.title) or question_numbers(theirs)
