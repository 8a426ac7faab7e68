"""Precedents for the questions of a draft: sought in the registry, those of the own ministry first."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from navraag.enrichment.precedents import precedents
from navraag.errors import ConfigurationError
from navraag.lexicon.names import ministries_named
from navraag.lexicon.offices import line_of
from navraag.records.precedents import Precedent
from navraag.store.reader import Registry
from navraag.store.search.candidates import Among
from navraag.store.search.siblings import WithSiblings
from navraag.surfaces.drafting.drafts import Draft, DraftQuestion, lines_of

LOOKED_AT = 10
# Below this share of the best one's score, a precedent of the own ministry does not pass a better one of another.
WORTH_PASSING = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Among which pairs: asked of a ministry (its line), within a period; answered ones only; how many of each question."""

    ministry: str = ""
    since: date | None = None
    until: date | None = None
    answered: bool = False
    most: int = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """One question of a draft, with the earlier pairs that resemble it."""

    question: DraftQuestion
    found: tuple[Precedent, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Precedents:
    """What was found for a draft."""

    draft: Draft
    wanted: Wanted
    questions: tuple[Sought, ...] = field(default=())

    @property
    def total(self) -> int:
        """How many earlier pairs were found."""
        return sum(len(one.found) for one in self.questions)


def find_precedents(registry: Registry, draft: Draft, wanted: Wanted) -> Precedents:
    """For each question the earlier pairs that resemble it, of a case those up to its own day unless another is wanted.

    IndexMissingError where there is no search index.
    """
    among = Among(ministry=wanted.ministry, since=wanted.since, until=wanted.until or draft.asked_on, answered=wanted.answered)
    retrieve = WithSiblings(registry, registry.search.index, among=among)
    questions = tuple(
        Sought(question=one, found=_own_first(precedents(one.plain, retrieve, most=max(LOOKED_AT, wanted.most), apart_from=draft.case), draft, wanted.most))
        for one in draft.questions
    )
    return Precedents(draft=draft, wanted=wanted, questions=questions)


def _own_first(found: Iterable[Precedent], draft: Draft, most: int) -> tuple[Precedent, ...]:
    """The best of them, those of the ministry that is asked first."""
    held = list(found)
    limit = max((one.score for one in held), default=0.0) * WORTH_PASSING
    own = [one for one in held if one.score >= limit and is_own(one, draft)]
    return tuple([*own, *(one for one in held if one not in own)][:most])


def is_own(found: Precedent, draft: Draft) -> bool:
    """Was it asked of a ministry that the draft asks too?"""
    pair = found.candidate
    asked = pair.ministries or lines_of(pair.addressees, pair.tabled_on)
    return not set(asked).isdisjoint(draft.ministries)


def ministry_called(printed: str) -> str:
    """The line of the ministry that a user names, by code or name; "" for "". ConfigurationError where no one bears it."""
    words = printed.strip()
    if not words:
        return ""
    lines = {line_of(words.lower())} - {""} or {row.line for row in ministries_named(words)}
    if len(lines) != 1:
        raise ConfigurationError(f"no ministry is called {printed!r}" if not lines else f"{printed!r} may be {', '.join(sorted(lines))}")
    return lines.pop()
