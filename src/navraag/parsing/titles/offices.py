"""Offices in a title line: who was asked ("de Ministers van A, voor B en van C") and "mede namens" whom.

White space in the text must be folded (``title_parts.tidy`` does it): the patterns rely on single blanks.
"""

import re
from dataclasses import dataclass

from navraag.parsing.titles.portfolios import Found, candidates
from navraag.records.attribution import Attribution, Role

CONNECTOR = r"(?:over|inzake|betreffende|naar aanleiding van|n\.a\.v\.|met betrekking tot|omtrent|aangaande|ten aanzien van)"
# Misspellings of every kind that real lines show: Staatsecretaris, Staatssecetaris, Minster.
_MINISTER = r"(?:mi?ni?(?:ni?s|sis|si|s)?te?r|miniser)"
_SECRETARY = r"sta{1,2}t?s{0,2}-? ?s?e[csr][a-z]{2,9}s(?:sen|en)?"
# A rank ends at a blank, or at a capital or "van" that the extraction of a PDF glued to it.
_ENDS = r"(?:(?![^\W\d_])|(?-i:(?=[A-ZÀ-Þ]|v(?:an|oor)[ A-Z]|en de )))"
_ADJECTIVE = r"(?:(?:demissionaire?|waarnemende?|toenmalige?|nieuwe) )?"
_ROLE_ANY = rf"(?:(?:vice-? ?)?{_MINISTER}s?(?: ?[-‐‑–—]? ?president)?|ambtgeno(?:o?t|te|ten)|premier|{_SECRETARY}){_ENDS}"
IS_ROLE = re.compile(_ROLE_ANY, re.IGNORECASE)
_ROLE = re.compile(
    rf"(?:(?P<vice>vice-? ?{_MINISTER} ?[-‐‑–—]? ?president(?:en)?)"
    rf"|(?P<mp>{_MINISTER}(?: ?[-‐‑–—] ?| )?president|premier)"
    rf"|(?P<min>{_MINISTER}s?|ambtgeno(?:o?t|te|ten))"
    rf"|(?P<sec>{_SECRETARY})){_ENDS}",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"[ ,;/]*(?:(?:en|&|alsmede|evenals|alsook|tevens)(?= |de[A-Z ]|[A-Z]))? ?(?:(?:ook )?(?:aan|van|namens|mede namens) (?=de|het|[Mm]in|[Ss]taats))?"
    rf"(?:(?:de|het|den|zijn|haar|diens|hun) ?)?{_ADJECTIVE}"
)
_PREPOSITION = re.compile(r" ?(?:van|voor)(?= |[A-Z])(?: het)?(?: (?:[Mm]inisterie|[Dd]epartement) (?:van|voor))? ?")
_SHARED = re.compile(rf" ?(?:,|en|&|/) ?(?:de ?)?(?={_ROLE_ANY})", re.IGNORECASE)
_WITHIN = re.compile(r" (?:van|voor) ")
_SEPARATED = re.compile(r" ?(?:,(?: en(?= |[A-Z]))?|en(?= |[A-Z]|van|voor)|&) ?")
_TASK = re.compile(r" ?[-–—] ?(?=[A-Z])| \(")
_INITIALS = re.compile(r"[A-Z][a-z]?\.")
_CAPITAL = re.compile(r"[A-ZÀ-Þ]")
_STOP = re.compile(
    rf",? ?\b(?:bij afwezigheid|mede namens|en mede namens)\b|\b{CONNECTOR}\b|(?:,|\ben\b|&) ?(?:aan |van )?(?:de ?)?(?={_ROLE_ANY})"
    r"|(?:,|\ben\b) ?(?:van|voor) ?(?=[A-Z])|[().:;«»?]|, ?(?:de heer|dhr|mevrouw|mevr|mw|die|dat|welke)\b",
    re.IGNORECASE,
)
_PERSON = re.compile(r" \([^()]{1,40}\)|,? ?(?:de ?heer|dhr\.?|mevrouw|mevr\.?|mw\.?) [A-ZÀ-Þa-z'’.\- ]{1,40}?(?=,|\(|$| over | inzake | betreffende )")
_GENERAL_AFFAIRS = re.compile(rf" ?,? ?(?:(?:tevens|en) )?(?:de )?{_MINISTER} van Algemene Zaken", re.IGNORECASE)
_PRESIDENT_TOO = re.compile(rf" ?,? ?(?:(?:tevens|en) )?(?:de )?{_MINISTER} ?[-‐‑–—] ?president", re.IGNORECASE)
_NAME_LIMIT = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Offices:
    """Offices in printed order, where the list of them ends, and portfolios that no list knows."""

    offices: tuple[Attribution, ...]
    end: int
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleAt:
    """The ranks that stand before one portfolio ("Minister en Staatssecretaris"), and where the portfolio begins."""

    roles: tuple[Role, ...]
    end: int


def role_at(text: str, start: int) -> RoleAt | None:
    """The rank or ranks at this place, misspelling repaired and in the singular."""
    roles: list[Role] = []
    at = start
    while match := _ROLE.match(text, at):
        roles.append(_rank(match))
        at = match.end()
        joint = _SHARED.match(text, at)
        if roles[-1] == "Minister-President" or joint is None:
            break
        at = joint.end()
    return RoleAt(roles=_without_vice(roles), end=at) if roles else None


def _without_vice(roles: list[Role]) -> tuple[Role, ...]:
    """A vice prime minister is named by his portfolio: "viceminister-president, Minister van X" is one office."""
    return tuple(dict.fromkeys(roles))


def _rank(match: re.Match[str]) -> Role:
    if match["mp"]:
        return "Minister-President"
    return "Staatssecretaris" if match["sec"] else "Minister"


def portfolio_at(text: str, start: int) -> tuple[Found, bool]:
    """The portfolio at this place, and whether the lists know it."""
    found = candidates(text, start)
    for candidate in found:
        if not _runs_on(text, candidate.end):
            return _with_task(text, candidate, start), True
    stop = _STOP.search(text, found[0].end if found else start)
    end = stop.start() if stop else len(text)
    return Found(name=text[start:end].strip(" ,"), end=end), False


def _with_task(text: str, ministry: Found, start: int) -> Found:
    """A ministry with a named task: "Financiën – Toeslagen en Douane", "Financiën (Toeslagen en Douane)"."""
    dash = _TASK.match(text, ministry.end)
    if dash is None:
        return ministry
    tasks = candidates(text, dash.end())
    closed = bool(tasks) and text[tasks[0].end : tasks[0].end + 1] == ")"
    if dash[0].endswith("("):
        return Found(name=f"{ministry.name} ({tasks[0].name})", end=tasks[0].end + 1) if closed else ministry
    stop = _STOP.search(text, tasks[0].end if tasks else dash.end())
    end = tasks[0].end if tasks else stop.start() if stop else len(text)
    return Found(name=ministry.name + text[ministry.end : end].rstrip(" ,"), end=end) if end > start else ministry


def _runs_on(text: str, end: int) -> bool:
    """Whether a name goes on after a portfolio of the lists: then the lists do not know the whole of it."""
    separated = _SEPARATED.match(text, end)
    if separated is None or not _CAPITAL.match(text, separated.end()) or _INITIALS.match(text, separated.end()):
        return False
    return not (IS_ROLE.match(text, separated.end()) or candidates(text, separated.end()))


class _Reader:
    """Walks from office to office; one use, one list."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.roles: tuple[Role, ...] = ()
        self.offices: list[Attribution] = []
        self.unknown: list[str] = []

    def step(self, at: int) -> int | None:
        """Reads the office at this place; where it ends, None where there is none."""
        between = _BETWEEN.match(self.text, at)
        begin = between.end() if between else at
        if found := role_at(self.text, begin):
            self.roles = found.roles
            return self._after_role(begin, found.end)
        return self._further(at) if self.roles and self.offices else None

    def _after_role(self, begin: int, at: int) -> int:
        if self.roles == ("Minister-President",):
            skipped = _GENERAL_AFFAIRS.match(self.text, at)
            end = skipped.end() if skipped else at
            self._add(begin, end, None)
            return end
        preposition = _PREPOSITION.match(self.text, at)
        if preposition:
            return self._portfolio(begin, preposition.end())
        if candidates(self.text, at):
            return self._portfolio(begin, at)
        return self._named(begin, at)

    def _portfolio(self, begin: int, at: int) -> int:
        found, known = portfolio_at(self.text, at)
        end = found.end
        if not known:
            self.unknown.append(found.name)
        elif found.name.casefold() == "algemene zaken" and (president := _PRESIDENT_TOO.match(self.text, end)):
            self.roles, end = ("Minister-President",), president.end()
            self._add(begin, end, None)
            return end
        self._add(begin, end, found.name or None)
        person = _PERSON.match(self.text, end)
        return person.end() if person else end

    def _named(self, begin: int, at: int) -> int:
        """Drops the name and keeps the office: "minister Kok van Justitie", "minister Kok (Justitie)"."""
        stop = _STOP.search(self.text, at, at + 2 * _NAME_LIMIT)
        limit = min(stop.start() if stop else len(self.text), at + _NAME_LIMIT)
        if self.text[limit : limit + 1] == "(" and (found := candidates(self.text, limit + 1)):
            end = found[0].end
            self._add(begin, end, found[0].name)
            return end + (self.text[end : end + 1] == ")")
        for preposition in _WITHIN.finditer(self.text, at, limit):
            if found := candidates(self.text, preposition.end()):
                self._add(begin, found[0].end, found[0].name)
                return found[0].end
        self._add(begin, at, None)
        return at + len(self.text[at:limit].rstrip()) if stop and limit < at + _NAME_LIMIT else at

    def _further(self, at: int) -> int | None:
        """One more portfolio of the same rank: ", voor B", " en van C", " en D"."""
        separated = _SEPARATED.match(self.text, at)
        if separated is None:
            return None
        begin = separated.end()
        preposition = _PREPOSITION.match(self.text, begin)
        start = preposition.end() if preposition else begin
        named = preposition is not None and _CAPITAL.match(self.text, start)
        return self._portfolio(begin, start) if named or candidates(self.text, start) else None

    def _add(self, begin: int, end: int, portfolio: str | None) -> None:
        printed = self.text[begin:end].strip(" ,")
        self.offices.extend(Attribution(printed=printed, role=role, portfolio=portfolio) for role in self.roles)


def read_offices(text: str, start: int = 0) -> Offices:
    """The offices that stand one after another from this place on."""
    reader = _Reader(text)
    at = start
    while (end := reader.step(at)) is not None and end > at:
        at = end
    return Offices(offices=tuple(reader.offices), end=at, unknown=tuple(reader.unknown))
