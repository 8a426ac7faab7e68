"""Who answers: "Minister A (B) en van Staatssecretaris C (D), mede namens de Ministers van E en voor F"."""

import re
from dataclasses import dataclass, replace

from navraag.parsing.titles.askers import clean_name
from navraag.parsing.titles.offices import IS_ROLE, portfolio_at, read_offices, role_at
from navraag.parsing.titles.portfolios import candidates
from navraag.records.attribution import Attribution, Role

_TURNS = re.compile(
    r"(?P<behalf>\b(?:en )?(?:mede ?)?namens ?)"
    rf"|(?P<signer>\b(?:en (?:antwoord )?van (?=(?:de )?{IS_ROLE.pattern} [A-Z'’][^(),]{{1,60}}\()))",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"[ ,;.)]*(?:(?:en|&|alsmede|evenals)(?= |[A-Zva]))? ?(?:(?:[Nn]ader )?(?:[Aa]ntwoord|[Mm]ededeling) )?(?:(?:van|door) )?(?:(?:de|het) ?)?"
)
_NAME = re.compile(r"[^(),]{1,80}")
_NAME_AND_BRACKET = re.compile(r"[A-ZÀ-Þ'’][^(),]{1,60}\(")
_GENERAL_AFFAIRS = re.compile(r",? ?(?:tevens |en )?(?:de )?[Mm]inister van Algemene Zaken")
_PERSON = re.compile(r",? (?:(?:de ?heer|dhr\.?|mevrouw|mevr\.?|mw\.?) )?(?=[A-ZÀ-Þ'’])(?!(?:Minister|Staats))")
_NEXT_ROLE = re.compile(rf"(?:,|\ben\b|&) ?(?:van |antwoord van )?(?:de )?(?={IS_ROLE.pattern})", re.IGNORECASE)
_PREPOSITION = re.compile(r" ?(?:van|voor) ?(?:het [Mm]inisterie van )?")
_BRACKET_LIMIT = 200
_BOTH = re.compile(r"^(?:beide[nr]?|allen) (?:van )?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Signers:
    """Who signed and on whose behalf; portfolios that no list knows, and words whose bracket is missing."""

    answerers: tuple[Attribution, ...] = ()
    on_behalf_of: tuple[Attribution, ...] = ()
    unknown: tuple[str, ...] = ()
    open_bracket: str = ""


class _Reader:
    """Walks from signer to signer; one use, one list."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.roles: tuple[Role, ...] = ()
        self.signers: list[Attribution] = []
        self.open_bracket = ""

    def step(self, at: int) -> int | None:
        """Reads the signer at this place; where it ends, None where there is none."""
        between = _BETWEEN.match(self.text, at)
        begin = between.end() if between else at
        if found := role_at(self.text, begin):
            self.roles = found.roles
            return self._past_general_affairs(self._after_role(begin, found.end))
        if self.roles and begin > at and _NAME_AND_BRACKET.match(self.text, begin):
            return self._named(begin, begin)
        return None

    def _past_general_affairs(self, at: int) -> int:
        """Skips what the prime minister is besides: "minister-president A, minister van Algemene Zaken"."""
        also = _GENERAL_AFFAIRS.match(self.text, at) if self.roles == ("Minister-President",) else None
        return also.end() if also else at

    def _after_role(self, begin: int, at: int) -> int:
        preposition = _PREPOSITION.match(self.text, at)
        if preposition and candidates(self.text, preposition.end()):
            found, _known = portfolio_at(self.text, preposition.end())
            return self._office_then_name(begin, found.end, found.name)
        return self._named(begin, at)

    def _office_then_name(self, begin: int, at: int, portfolio: str) -> int:
        """Reads the office first, the name after it or not at all: "de Minister van X, de heer A"."""
        person = _PERSON.match(self.text, at)
        name = _NAME.match(self.text, person.end()) if person else None
        end = name.end() if name else at
        if name is None and self._completes(portfolio):
            return end
        self._add(begin, end, name[0] if name else "", portfolio)
        return end

    def _completes(self, portfolio: str) -> bool:
        """Gives its portfolio to "Minister A, Minister van X": one signer, named twice."""
        last = self.signers[-1] if self.signers else None
        if last is None or last.portfolio or (last.role,) != self.roles:
            return False
        self.signers[-1] = replace(last, portfolio=portfolio)
        return True

    def _named(self, begin: int, at: int) -> int:
        name = _NAME.match(self.text, at)
        if name is None:
            return self._bracket(begin, at, "")
        end = name.end()
        if other := _NEXT_ROLE.search(self.text, at, end):
            end = other.start()
            self._add(begin, end, self.text[at:end], None)
            return end
        if self.text[end : end + 1] == "(":
            return self._bracket(begin, end, name[0])
        return self._unbracketed(begin, at, end)

    def _unbracketed(self, begin: int, at: int, end: int) -> int:
        """Reads "minister A van B", and "Minister A Financiën)" where a bracket is missing."""
        for blank in re.finditer(r" (?:(?:van|voor) )?", self.text[at:end]):
            if found := candidates(self.text, at + blank.end()):
                if self.text[found[0].end : found[0].end + 1] == ")":
                    self.open_bracket = self.text[begin:end]
                self._add(begin, found[0].end, self.text[at : at + blank.start()], found[0].name)
                return found[0].end
        self._add(begin, end, self.text[at:end], None)
        return end

    def _bracket(self, begin: int, opening: int, name: str) -> int:
        closing = self.text.find(")", opening, opening + _BRACKET_LIMIT)
        again = self.text.find("(", opening + 1, opening + _BRACKET_LIMIT)
        if closing < 0 or 0 <= again < closing:
            found, _known = portfolio_at(self.text, opening + 1)
            self.open_bracket = self.text[begin : found.end]
            self._add(begin, found.end, name, found.name)
            return found.end
        inside = self.text[opening + 1 : closing]
        found_all = candidates(self.text, opening + 1)
        known = next((found.name for found in found_all if found.end == closing), None)
        self._add(begin, closing + 1, name, known or inside)
        return closing + 1

    def _add(self, begin: int, end: int, name: str, portfolio: str | None) -> None:
        cleaned = _BOTH.sub("", " ".join(portfolio.split())) if portfolio else None
        for role in self.roles or ("Minister",):
            given = None if role == "Minister-President" else cleaned
            self.signers.append(
                Attribution(printed=self.text[begin:end].strip(" ,"), name=clean_name(name) or None, role=role, portfolio=given)
            )


def _walk(text: str) -> _Reader:
    reader = _Reader(text)
    at = 0
    while (end := reader.step(at)) is not None and end > at:
        at = end
    return reader


def _segments(text: str) -> list[tuple[bool, str]]:
    """The text cut where "mede namens" begins and where a further signer ("en van Minister C (D)") follows it."""
    segments: list[tuple[bool, str]] = []
    start, behalf = 0, False
    for match in _TURNS.finditer(text):
        if turns := match.lastgroup == "behalf":
            segments.append((behalf, text[start : match.start()]))
            start, behalf = match.end(), turns
        elif behalf:
            segments.append((behalf, text[start : match.start()]))
            start, behalf = match.end(), False
    return [*segments, (behalf, text[start:])]


def read_signers(text: str) -> Signers:
    """The signers of an answer or notice ("Minister A (B) en …, mede namens …"), without "(ontvangen …)"."""
    signers: list[Attribution] = []
    behalf: list[Attribution] = []
    unknown: list[str] = []
    open_bracket = ""
    for for_others, words in _segments(text):
        if for_others:
            offices = read_offices(words)
            behalf += offices.offices
            unknown += offices.unknown
        else:
            reader = _walk(words)
            signers += reader.signers
            open_bracket = open_bracket or reader.open_bracket
    return Signers(answerers=_shared(signers), on_behalf_of=tuple(behalf), unknown=tuple(unknown), open_bracket=open_bracket)


def _shared(signers: list[Attribution]) -> tuple[Attribution, ...]:
    """Two signers before one bracket share its portfolio: "Minister A en Staatssecretaris B (beiden C)"."""
    shared: list[Attribution] = []
    portfolio: str | None = None
    for signer in reversed(signers):
        portfolio = signer.portfolio or portfolio
        if signer.portfolio is None and signer.role != "Minister-President":
            signer = replace(signer, portfolio=portfolio)
        shared.append(signer)
    return tuple(reversed(shared))
