"""Title lines read: who asked, who was asked, who answered on whose behalf, about what and when.

One line or a joined title block: "Vragen van het lid X (Y) aan de Minister van Z over S (ingezonden D). Antwoord van
Minister A (B), mede namens … (ontvangen D). Zie ook Aanhangsel Handelingen, vergaderjaar …, nr. N". Values are as
printed, never computed (PARSED.md, conventions 1 to 9).
"""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from navraag.parsing.askers import read_askers
from navraag.parsing.years import read_see_also, session_year_in
from navraag.parsing.dates import find_date
from navraag.parsing.offices import CONNECTOR, IS_ROLE, read_offices
from navraag.parsing.signers import Signers, read_signers
from navraag.records.attribution import Attribution
from navraag.records.evidence import Problem
from navraag.records.papers import Heading

TitleKind = Literal["questions", "oral_questions", "answer", "delay_notice"]

_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_WHITE = re.compile(r"\s+")
_ASKED = re.compile(
    r"(?P<oral>[Mm]ondelinge )?(?:[Ss]chriftelijke )?(?:[Kk]amer)?[Vv]rag?en? (?:die )?(?:gesteld |ingediend )?(?:van|door) ?"
    r"(?:(?:het|de|een) ?)*(?:(?:Tweede|Eerste)[- ])?(?:[Kk]amer)?(?:leden|lid)\b(?: (?:van de (?:Tweede|Eerste) Kamer|leden|lid)\b)*"
)
_ASKED_PLAIN = re.compile(r"(?P<oral>Mondelinge )?(?:(?:Schriftelijke )?[Vv]ragen) van (?=[A-Z][^()]{1,60}\([^()]{1,40}\) aan )")
_ASKED_OTHERWISE = re.compile(r"(?P<oral>)\b(?:[Hh]ebben|[Hh]eeft) (?:de leden|het lid) ")
_ANSWERED = re.compile(
    r"(?:(?:[Nn]ader|[Aa]anvullend|[Gg]ewijzigd|[Hh]erzien|[Gg]ecorrigeerd|[Vv]oorlopig|[Vv]erbeterd)e? )?"
    r"(?P<kind>Antwoord(?:en)?|antwoord(?:en)?|Mededeling|mededeling|Uitstel(?:bericht)?|Bericht)"
    r" ?(?:van|door|namens) ?(?:de|het)? ?",
)
_STARTS = re.compile(r"(?:^|[.)\]:0-9] ?)$")
_TO = re.compile(r"\baan ?(?:(?:de|het|den) ?)?")
_CONNECT = re.compile(rf"[ ,.:]*(?:\b|(?<=[a-zë])){CONNECTOR}(?:[ :]|(?=[a-z«‘“'\"A-Z]))", re.IGNORECASE)
_CONNECT_WORD = re.compile(rf"\b{CONNECTOR}\b[ :]*", re.IGNORECASE)
_ABSENT = re.compile(r"[ ,]*\bbij afwezigheid van ?", re.IGNORECASE)
_TABLED = re.compile(r"[ .,:;]*\( ?[Ii]nge?zo\w{1,5}e?n?\b(?: op| d\.d\.)?[ :]*([^()]{0,60})\)?")
_TABLED_BARE = re.compile(r"[ .,:;]*\b[Ii]ngezonden(?: op| d\.d\.)?[ :]*(\d{1,2} ?[a-z]{3,9} ?\d{4})")
_RECEIVED = re.compile(r"[ .,:;]*\(? ?\b[Oo]nt?va\w{1,5}en\b(?: op| d\.d\.)?[ :]*([^()]{0,60})\)?")
_SEE_ALSO = re.compile(r"[ .(]*\b[Zz]ie(?: ook)?[ :]*(?:de |het )?(?:Kamervragen )?Aanhangsel")
_NUMBER = re.compile(r"\b(\d{4}) ?Z ?(\d{5})\b")
_PUBLICATION = re.compile(r"\b(?:kv|ah)-(?:tk|ek)-[0-9A-Za-z]{4,12}(?:-\d{1,5})?(?:-[nh]\d)?\b|\bah-\d{4,8}\b", re.IGNORECASE)
_APPENDIX = re.compile(r"\bAH ?(?:nr\.? ?)?(\d{1,5})\b|(?:^|[^\w.,/-])(\d{1,4}) ?$")
_TAIL = re.compile(r"[\s.)\]\d*]*$")
_SENTENCE_END = re.compile(r" ?(?:\( ?(?:\d{4} ?Z ?\d{5}|kenmerk|ons kenmerk|uw kenmerk|nr\.|ingezonden|d\.d\.)|,? (?:kunnen|kan|konden|kon|zijn|worden|is|zullen) (?:helaas |tot mijn spijt )?(?:niet|nog niet|worden|ingetrokken|beantwoord)|,? niet (?:binnen|mogelijk)|, deel ik|,? worden beantwoord)")


def tidy(text: str) -> str:
    """White space folded to single blanks, soft hyphens and other invisible characters gone."""
    return _WHITE.sub(" ", _INVISIBLE.sub("", text)).strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    """A title block cut in three: what stands before, the asking part and the answering part."""

    before: str
    asking: re.Match[str] | None
    question: str
    answer: str
    answer_kind: str
    see_also: str


@dataclass(slots=True)
class _Notes:
    problems: list[Problem] = field(default_factory=list)

    def add(self, code: str, message: str, where: str) -> None:
        self.problems.append(Problem(code=code, message=message, where=where[:200]))


def _answer_head(text: str) -> re.Match[str] | None:
    for match in _ANSWERED.finditer(text):
        begins = _STARTS.search(text[max(0, match.start() - 2) : match.start()]) is not None
        if begins and IS_ROLE.match(text, match.end()):
            return match
    return None


def _asking_head(text: str) -> re.Match[str] | None:
    return _ASKED.search(text) or _ASKED_PLAIN.search(text) or _ASKED_OTHERWISE.search(text)


def _cut(text: str) -> _Parts:
    body, see_also = text, ""
    if found := _SEE_ALSO.search(text):
        body, see_also = text[: found.start()], text[found.end() :]
    answered = _answer_head(body)
    asking = _asking_head(body)
    if answered is None:
        question = body[asking.start() :] if asking else ""
        before = body[: asking.start()] if asking else body
        return _Parts(before=before, asking=asking, question=question, answer="", answer_kind="", see_also=see_also)
    kind = "delay_notice" if answered["kind"][0] in "MmUuB" else "answer"
    first = min(answered.start(), asking.start() if asking else len(body))
    if asking is None or asking.start() > answered.start():
        stop = asking.start() if asking else len(body)
        answer, question = body[answered.end() : stop], body[stop:]
    else:
        question, answer = body[asking.start() : answered.start()], body[answered.end() :]
    return _Parts(before=body[:first], asking=asking, question=question, answer=answer, answer_kind=kind, see_also=see_also)


def _dated(match: re.Match[str] | None, word: str, notes: _Notes) -> date | None:
    if match is None:
        return None
    found = find_date(match[1])
    if found is None:
        notes.add("heading.date-unreadable", f"de datum na '{word}' is niet te lezen: {match[1].strip()}", match[0].strip())
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    askers: tuple[Attribution, ...] = ()
    addressees: tuple[Attribution, ...] = ()
    subject: str | None = None
    tabled_on: date | None = None


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = None
    for found in pattern.finditer(text):
        pass
    return found


def _tabled(question: str) -> re.Match[str] | None:
    """The last "(ingezonden …)": an earlier one belongs to other questions that the subject cites."""
    return _last(_TABLED, question) or _last(_TABLED_BARE, question)


def _read_question(parts: _Parts, notes: _Notes) -> _Asked:
    if parts.asking is None:
        tabled = _tabled(parts.before)
        return _Asked(tabled_on=_dated(tabled, "ingezonden", notes))
    text = parts.question
    tabled, before = _tabled(text), _tabled(parts.before)
    sentence = not parts.asking[0][:1].isupper()
    end = len(text)
    if tabled and (before is None or _TAIL.match(text, tabled.end())):
        end = tabled.start()
    else:
        tabled = before
    start = parts.asking.end() - parts.asking.start()
    body = text[:end]
    askers_end, offices_start = _askers_end(body, start)
    offices = read_offices(body, offices_start) if offices_start else None
    at = offices.end if offices else askers_end
    if offices:
        for name in offices.unknown:
            notes.add("heading.portfolio-unknown", f"geen ministerie of portefeuille van de lijst: {name}", name)
    subject = _subject(body, at, sentence=sentence)
    askers = read_askers(body[start:askers_end])
    if not askers:
        notes.add("heading.no-askers", "in de titel staat geen Kamerlid", body)
    return _Asked(
        askers=askers,
        addressees=offices.offices if offices else (),
        subject=subject,
        tabled_on=_dated(tabled, "ingezonden", notes),
    )


def _askers_end(body: str, start: int) -> tuple[int, int]:
    """Where the members end, and where the offices begin (0 where nobody is addressed)."""
    connector = _CONNECT_WORD.search(body, start)
    limit = connector.start() if connector else len(body)
    for match in _TO.finditer(body, start):
        if match.start() > limit:
            break
        if IS_ROLE.match(body, match.end()):
            return match.start(), match.end()
    for match in _TO.finditer(body, start, limit):
        if body[match.start() - 2 : match.start()].startswith((")", " ")) and match.end() > match.start() + 4:
            return match.start(), 0
    return limit, 0


def _subject(body: str, at: int, *, sentence: bool) -> str | None:
    absent = _ABSENT.match(body, at)
    if absent:
        at = read_offices(body, absent.end()).end
    connector = _CONNECT.match(body, at) or _CONNECT_WORD.search(body, at)
    text = body[connector.end() :] if connector else ""
    if sentence and (stop := _SENTENCE_END.search(text)):
        text = text[: stop.start()]
    text = text.strip(" ,").rstrip(" .:;,")
    return text or None


def _see_also_and_year(parts: _Parts) -> str | None:
    return session_year_in(parts.before)


def _numbers(parts: _Parts) -> tuple[str, ...]:
    text = parts.before
    if parts.asking is not None and not parts.asking[0][:1].isupper():
        stop = _SENTENCE_END.search(parts.question)
        text += " " + parts.question[stop.start() : stop.start() + 60] if stop else ""
    return tuple(dict.fromkeys(f"{year}Z{serial}" for year, serial in _NUMBER.findall(text)))


def _appendix(before: str) -> int | None:
    match = _APPENDIX.search(before.strip())
    return int(match[1] or match[2]) if match else None


def _read(line: str) -> tuple[Heading, tuple[Problem, ...]]:
    title, notes = tidy(line), _Notes()
    parts = _cut(title)
    asked = _read_question(parts, notes)
    received = _last(_RECEIVED, parts.answer) or (_last(_RECEIVED, parts.question) if parts.answer_kind else None)
    signers = read_signers(parts.answer[: received.start()] if received and received.string == parts.answer else parts.answer) if parts.answer_kind else Signers()
    for code, message, where in signers.problems:
        notes.add(code, message, where)
    publication = _PUBLICATION.search(parts.before)
    year = session_year_in(parts.before)
    see_also, unread = read_see_also(parts.see_also)
    if unread:
        notes.add("heading.see-also-unreadable", "bij 'Zie ook' ontbreekt het vergaderjaar of het nummer", parts.see_also)
    heading = Heading(
        title=title,
        question_numbers=_numbers(parts),
        publication=publication[0] if publication else None,
        appendix_number=_appendix(parts.before),
        session_year=year,
        tabled_on=asked.tabled_on,
        received_on=_dated(received, "ontvangen", notes),
        askers=asked.askers,
        addressees=asked.addressees,
        answerers=signers.answerers,
        on_behalf_of=signers.on_behalf_of,
        subject=asked.subject,
        see_also=see_also,
    )
    return heading, tuple(notes.problems)


def read_title(line: str) -> Heading:
    """The heading that a title line or a joined title block gives; what is not printed stays empty."""
    return _read(line)[0]


def heading_problems(line: str) -> tuple[Problem, ...]:
    """What is wrong with the line: dates that cannot be read, brackets that are missing, names on no list."""
    return _read(line)[1]


def title_kind(line: str) -> TitleKind | None:
    """Which kind of paper a line announces, None where it is no title line."""
    parts = _cut(tidy(line))
    if parts.answer_kind == "delay_notice":
        return "delay_notice"
    if parts.answer_kind:
        return "answer"
    if parts.asking is None:
        return None
    return "oral_questions" if parts.asking["oral"] else "questions"
