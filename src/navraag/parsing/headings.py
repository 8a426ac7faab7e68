"""Title lines read: who asked, who was asked, who answered on whose behalf, about what and when.

One line or a joined title block: "Vragen van het lid X (Y) aan de Minister van Z over S (ingezonden D). Antwoord van
Minister A (B), mede namens … (ontvangen D). Zie ook Aanhangsel Handelingen, vergaderjaar …, nr. N". Sentences of delay
notices ("De vragen van het lid X over S (nummer) kunnen niet …") are read too. Values are as printed, never computed
(PARSED.md, conventions 1 to 9).
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from navraag.parsing.dates import find_date
from navraag.parsing.titles.askers import has_open_bracket, read_askers
from navraag.parsing.titles.offices import CONNECTOR, IS_ROLE, Offices, read_offices
from navraag.parsing.titles.signers import Signers, read_signers
from navraag.parsing.titles.title_parts import TitleParts, cut, tidy
from navraag.parsing.years import read_see_also, session_year_in
from navraag.records.attribution import Attribution
from navraag.records.evidence import Problem
from navraag.records.papers import Heading

_TO = re.compile(r"\baan ?(?:(?:de|het|den|uw) ?)?(?:(?:demissionaire?|waarnemende?|toenmalige?|nieuwe) )?")
_CONNECT = re.compile(rf"[ ,.:]*{CONNECTOR}(?:[ :]+|(?=[a-z«‘“'\"A-Z]))", re.IGNORECASE)
_CONNECT_WORD = re.compile(rf"\b{CONNECTOR}\b[ :]*", re.IGNORECASE)
_ABSENT = re.compile(r"[ ,]*\bbij ?afwezigheid ?van ?", re.IGNORECASE)
_TABLED = re.compile(r"[(\[] ?[Ii]nge?zo[a-z]{1,8}(?: op| d\.d\.)?[ :]*([^()\[\]]{0,60})[)\]]?")
_TABLED_BARE = re.compile(r"\b[Ii]ngezonden(?: op| d\.d\.)?[ :]*(\d{1,2} ?[a-z]{3,9} ?\d{4})")
_RECEIVED = re.compile(r"(?:[(\[] ?[Oo]n[a-z]{0,2}va[a-z]{1,7}(?: op| d\.d\.)?[ :]*([^()\[\]]{0,60})[)\]]?|\b[Oo]ntvangen(?: op| d\.d\.)?[ :]*(\d{1,2} ?[a-z]{3,9} ?\d{4}))")
_NOTE_MARK = re.compile(r"(?<=[»”’]) ?\d{1,2}\)?$")
_TAIL = re.compile(r"[ .)\]\d*]*$")
_NUMBER = re.compile(r"(?<![0-9A-Za-z])(\d{4}) ?Z ?(\d{5})(?!\d)")
_MARKED_NUMBER = re.compile(r"(?:kenmerk|nummer|nr\.?):? ?(\d{4}) ?Z ?(\d{5})(?!\d)")
_NUMBER_LAST = re.compile(r" ?\( ?(\d{4}) ?Z ?(\d{5}) ?\)[ .]*$")
_PUBLICATION = re.compile(r"\b(?:kv|ah)-(?:tk|ek)-[0-9A-Za-z]{4,12}(?:-\d{1,5})?(?:-[nh]\d)?\b|\bah-\d{4,8}\b", re.IGNORECASE)
_APPENDIX = re.compile(r"\bAH ?(?:nr\.? ?)?(\d{1,5})\b|(?:^|antwoorden |Handelingen |Aanhangsel |Nr\.? ?)(\d{1,5})$")
_SENTENCE_ENDS = re.compile(
    r" ?(?:\( ?(?:\d{4} ?Z ?\d{5}|(?:ons |uw )?kenmerk|vraagnummer|nr\.|ingezonden|d\.d\.)"
    r"|,? (?:kunnen|kan|konden|kon|zijn|worden|is|zullen|zal) (?:helaas |tot mijn spijt |door mij )?(?:niet|nog niet|worden|ingetrokken|beantwoord)"
    r"|,? (?:nog )?niet (?:binnen|mogelijk|kunnen|tijdig|op tijd|volledig)|,? met kenmerk|,? die (?:werden|zijn) ingezonden|,? (?:deel|bericht) ik|,? (?:gesteld|ingezonden) op \d|(?<=[a-zà-ÿ»)]{3})[.] (?=[A-Z]))"
)
_LONGEST = 20_000  # no title is longer; what follows is not read as one
_SENT_IN = ("ezo", "gzo")  # parts of "ingezonden", well or ill spelt
_BEFORE_A_TO = (")", " ", ",")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What the asking part says."""

    askers: tuple[Attribution, ...] = ()
    addressees: tuple[Attribution, ...] = ()
    subject: str | None = None
    tabled_on: date | None = None
    problems: tuple[Problem, ...] = ()


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = None
    for match in pattern.finditer(text):
        found = match
    return found


def _tabled_in(text: str) -> re.Match[str] | None:
    """The last "(ingezonden …)": an earlier one belongs to other questions that the subject cites."""
    if not any(part in text for part in _SENT_IN):
        return None
    return _last(_TABLED, text) or _last(_TABLED_BARE, text)


def _problem(code: str, message: str, where: str) -> Problem:
    return Problem(code=code, message=message, where=where.strip()[:200])


def _dated(match: re.Match[str] | None) -> tuple[date | None, tuple[Problem, ...]]:
    if match is None:
        return None, ()
    printed = next((group for group in match.groups() if group is not None), "")
    found = find_date(printed)
    if found:
        return found, ()
    return None, (_problem("heading.date-unreadable", f"{printed.strip()!r} is no date", match[0]),)


def _read_question(parts: TitleParts) -> _Asked:
    tabled = _tabled_in(parts.before)
    if not parts.asked_at:
        found, problems = _dated(tabled)
        return _Asked(tabled_on=found, problems=problems)
    body = parts.question
    own = _tabled_in(body)
    if own and (tabled is None or _TAIL.match(body, own.end())):
        tabled, body = own, _without_date(body, own, parts.asked_at)
    tabled_on, problems = _dated(tabled)
    asked_until, offices = _addressed(body, parts.asked_at)
    members = body[parts.asked_at : asked_until]
    askers = read_askers(members)
    problems += tuple(_found_wrong(members, askers, offices))
    return _Asked(
        askers=askers,
        addressees=offices.offices,
        subject=_subject(_NUMBER_LAST.sub("", body) if parts.headline else body, offices, sentence=parts.sentence),
        tabled_on=tabled_on,
        problems=problems,
    )


def _without_date(body: str, tabled: re.Match[str], start: int) -> str:
    """What stands before the date; all but the date where the subject follows it (", ingezonden op 3 mei, over S")."""
    connector = _CONNECT_WORD.search(body, start)
    follows = connector is not None and connector.start() >= tabled.end() and not _TAIL.match(body, tabled.end())
    return body[: tabled.start()].rstrip(" ,") + (" " + body[tabled.end() :].lstrip(" ,") if follows else "")


def _found_wrong(members: str, askers: tuple[Attribution, ...], offices: Offices) -> list[Problem]:
    found = []
    if not askers:
        found.append(_problem("heading.no-askers", "no member is named", members))
    if has_open_bracket(members):
        found.append(_problem("heading.bracket-missing", "a bracket is missing", members))
    return found + [_unknown(name) for name in offices.unknown]


def _unknown(name: str) -> Problem:
    message = f"{name!r} is in no list of ministries and portfolios"
    return Problem(code="heading.portfolio-unknown", message=message, severity="note", where=name[:200])


def _addressed(body: str, start: int) -> tuple[int, Offices]:
    """Where the members end, and the offices after "aan", which end where the subject may begin."""
    connector = _CONNECT_WORD.search(body, start)
    limit = connector.start() if connector else len(body)
    other = limit
    for match in _TO.finditer(body, start, len(body)):
        if match.start() > limit:
            break
        if IS_ROLE.match(body, match.end()):
            return match.start(), read_offices(body, match.end())
        if body.endswith(_BEFORE_A_TO, 0, match.start()) and other == limit and match.start() > start:
            other = match.start()  # "aan de regering": nobody whom the lists know
    return other, Offices(offices=(), end=limit)


def _subject(body: str, offices: Offices, *, sentence: bool) -> str | None:
    at = offices.end
    if absent := _ABSENT.match(body, at):
        at = read_offices(body, absent.end()).end
    connector = _CONNECT.match(body, at) or _CONNECT_WORD.search(body, at)
    if connector is None and not offices.offices:
        return None
    text = body[connector.end() if connector else at :]
    if sentence:
        text = text[: _sentence_end(text)]
    return _NOTE_MARK.sub("", text.strip(" .:;,")) or None


def _sentence_end(text: str) -> int:
    """Where a sentence goes on after the subject; never inside «a headline»."""
    depth = at = 0
    for match in _SENTENCE_ENDS.finditer(text):
        depth += text.count("«", at, match.start()) - text.count("»", at, match.start())
        at = match.start()
        if depth <= 0:
            return at
    return len(text)


def _numbers(parts: TitleParts) -> tuple[str, ...]:
    """Numbers of this set: before the title, beside its date, or in brackets after the subject of a sentence."""
    found = _NUMBER.findall(parts.before)
    if tabled := _tabled_in(parts.question):
        found += _NUMBER.findall(tabled[0])
    if parts.headline and (last := _NUMBER_LAST.search(parts.question)):
        found.append(last.groups())
    if parts.sentence:
        rest = parts.question[_sentence_end(parts.question) :]
        own = _NUMBER.match(rest.lstrip(" (")) or _MARKED_NUMBER.search(rest)
        found += [own.groups()] if own else []
    return tuple(dict.fromkeys(f"{year}Z{serial}" for year, serial in found))


def _appendix(before: str) -> int | None:
    match = _APPENDIX.search(before.strip())
    return int(match[1] or match[2]) if match else None


def _read_answer(parts: TitleParts) -> tuple[Signers, re.Match[str] | None]:
    if not parts.answer_kind:
        return Signers(), None
    received = _last(_RECEIVED, parts.answer)
    if received is None:
        return read_signers(parts.answer), _last(_RECEIVED, parts.question)
    return read_signers(parts.answer[: received.start()] + parts.answer[received.end() :]), received


def _without_receipt(parts: TitleParts) -> TitleParts:
    """The receipt is no part of the subject in "Antwoord van Minister A (B) op vragen van … over S (ontvangen D)"."""
    received = _last(_RECEIVED, parts.question) if parts.answer_kind else None
    if received is None or not _TAIL.match(parts.question, received.end()):
        return parts
    return TitleParts(before=parts.before, question=parts.question[: received.start()], asked_at=parts.asked_at, sentence=parts.sentence)


@lru_cache(maxsize=4)  # a parser asks for the heading and then for its problems
def _read(line: str) -> tuple[Heading, tuple[Problem, ...]]:
    title = tidy(line)
    parts = cut(title[:_LONGEST])
    asked = _read_question(_without_receipt(parts))
    signers, received = _read_answer(parts)
    received_on, undated = _dated(received)
    see_also, complete = read_see_also(parts.see_also)
    publication = _PUBLICATION.search(parts.before)
    heading = Heading(
        title=title,
        question_numbers=_numbers(parts),
        publication=publication[0] if publication else None,
        appendix_number=_appendix(parts.before),
        session_year=session_year_in(parts.before),
        tabled_on=asked.tabled_on,
        received_on=received_on,
        askers=asked.askers,
        addressees=asked.addressees,
        answerers=signers.answerers,
        on_behalf_of=signers.on_behalf_of,
        subject=asked.subject,
        see_also=see_also,
    )
    problems = asked.problems + undated + tuple(_unknown(name) for name in signers.unknown)
    if signers.open_bracket:
        problems += (_problem("heading.bracket-missing", "a bracket is missing", signers.open_bracket),)
    if parts.another:
        problems += (_problem("heading.second-title", "a second set of questions is named", parts.another),)
    if not complete:
        problems += (_problem("heading.see-also-unreadable", "no session year or no number after 'Zie ook'", parts.see_also),)
    return heading, problems


def read_title(line: str) -> Heading:
    """The heading that a title line or a joined title block gives; what is not printed stays empty."""
    return _read(line)[0]


def heading_problems(line: str) -> tuple[Problem, ...]:
    """What is wrong with the line: dates that cannot be read, brackets that are missing, names on no list."""
    return _read(line)[1]
