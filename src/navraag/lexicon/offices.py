"""Ministries as one line of history each, and the posts in them: what an office in a title line stands for on a day."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from navraag.lexicon.names import ministries_named, portfolio_named
from navraag.lexicon.tables import Ministry, Portfolio, ministries, parties, portfolios
from navraag.records.attribution import Role
from navraag.records.people import Post

PRIME_MINISTER = "minister-president"
_GENERAL_AFFAIRS = "az"
_RANKS: dict[Role, str] = {"Minister": "minister", "Staatssecretaris": "staatssecretaris", "Minister-President": PRIME_MINISTER}
# "Financiën (Toeslagen en Douane)", "Financiën – Toeslagen en Douane": the ministry stands before its task.
_TASK = re.compile(r" ?[(–—]| - ")
_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")
_WITHOUT_ACCENT = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "'": None, "’": None, "‘": None, "`": None, "´": None})


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A ministry through all its names, the oldest first."""

    code: str
    names: tuple[Ministry, ...]

    @property
    def name(self) -> str:
        """The name that it bears last."""
        return self.names[-1].name

    def name_on(self, day: date) -> str:
        """The name that it bore on a day; the nearest where it did not exist then."""
        held = [row for row in self.names if (row.valid_from or date.min) <= day]
        return (held[-1] if held else self.names[0]).name

    @property
    def abbreviation(self) -> str:
        """What it is called in short."""
        return next(iter(self.names[-1].abbreviations), self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """What an office in a title line stands for: its post, where known, and the line of the ministry."""

    post: str | None
    line: str


@cache
def lines() -> dict[str, Line]:
    """Every ministry by the code of its line."""
    rows: dict[str, list[Ministry]] = {}
    for row in ministries():
        rows.setdefault(row.line, []).append(row)
    return {code: Line(code=code, names=tuple(sorted(held, key=_since))) for code, held in rows.items()}


def _since(row: Ministry) -> date:
    return row.valid_from or date.min


@cache
def line_of(code: str) -> str:
    """The line to which a ministry (its code, or a line itself) belongs; "" for a code that no row has."""
    return next((row.line for row in ministries() if code in {row.code, row.line}), "")


@lru_cache(maxsize=4096)
def line_named(printed: str, day: date | None = None) -> str | None:
    """The line of the ministry that is printed: by any of its names and abbreviations; None where none or several bear it."""
    found = {row.line for row in ministries_named(printed, on=day)}
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=65536)
def office(role: Role | None, portfolio: str | None, day: date | None) -> Office | None:
    """The office that is printed, None where the tables do not know it.

    >>> office("Staatssecretaris", "Veiligheid en Justitie", date(2015, 3, 24))
    Office(post='staatssecretaris-jenv', line='jenv')
    """
    if role == "Minister-President":
        return Office(post=PRIME_MINISTER, line=_GENERAL_AFFAIRS)
    if not portfolio:
        return None
    row = portfolio_named(portfolio)
    line = line_named(portfolio, day)
    if row and (line is None or _task_on(row, day, role)):
        return Office(post=_post_of(row, role), line=line_of(row.ministry))
    if line is None:
        task = _TASK.search(portfolio)
        return office(role, portfolio[: task.start()], day) if task and task.start() else None
    return Office(post=_post_id(role, line), line=line)


def _task_on(row: Portfolio, day: date | None, role: Role | None) -> bool:
    """Of a name that a ministry bears too: was it a minister without portfolio's on that day?"""
    return role == row.role and day is not None and (row.valid_from or date.min) <= day < (row.valid_until or date.max)


def _post_of(row: Portfolio, role: Role | None) -> str:
    """A minister without portfolio has a post of his own; the tasks of state secretaries change too often for that."""
    if (role or row.role) == "Staatssecretaris":
        return f"{_RANKS['Staatssecretaris']}-{line_of(row.ministry)}"
    return f"{_RANKS['Minister']}-{slug(row.post or row.name)}"


def _post_id(role: Role | None, line: str) -> str | None:
    if role == "Minister" and line == _GENERAL_AFFAIRS:
        return PRIME_MINISTER
    return f"{_RANKS[role]}-{line}" if role else None


@lru_cache(maxsize=1024)
def post_of(post_id: str) -> Post | None:
    """The post with this id, its label the name that it bears last; None where the tables know none."""
    if post_id == PRIME_MINISTER:
        return Post(id=post_id, label="minister-president", role="Minister-President", organization_id=_GENERAL_AFFAIRS)
    rank, _, rest = post_id.partition("-")
    role: Role | None = {"minister": "Minister", "staatssecretaris": "Staatssecretaris"}.get(rank)  # type: ignore[assignment]
    if role is None:
        return None
    if line := lines().get(rest):
        return Post(id=post_id, label=f"{rank} van {line.name}", role=role, organization_id=rest)
    row = next((row for row in reversed(portfolios()) if row.role == role == "Minister" and slug(row.post or row.name) == rest), None)
    return Post(id=post_id, label=f"{rank} voor {row.name}", role=role, organization_id=line_of(row.ministry)) if row else None


def label_on(post_id: str, day: date) -> str:
    """What a post was called on a day: "minister van Veiligheid en Justitie"; its id where the tables know none."""
    post = post_of(post_id)
    if post is None:
        return post_id
    line = lines().get(post_id.partition("-")[2])
    return f"{post_id.partition('-')[0]} van {line.name_on(day)}" if line else post.label


def ministers_without_portfolio(line: str, day: date) -> tuple[Portfolio, ...]:
    """The ministers without portfolio whom a ministry housed on a day."""
    return tuple(
        row for row in portfolios()
        if row.role == "Minister" and line_of(row.ministry) == line and row.valid_from and row.valid_from <= day < (row.valid_until or date.max)
    )


def slug(name: str) -> str:
    """A name as the end of an address: small letters without accents, joined by hyphens.

    >>> slug("Groep Kuzu/Öztürk")
    'groep-kuzu-ozturk'
    """
    return _NOT_IN_SLUG.sub("-", plain(name)).strip("-")


@cache
def _party_addresses() -> dict[str, str]:
    return {slug(name): party.code for party in parties() for name in (*party.spellings, party.name, party.abbreviation, party.label)}


def party_by_address(words: str) -> str | None:
    """The code of the party whose name an address spells: "groep-kuzu-ozturk", "GroenLinks"."""
    return _party_addresses().get(slug(words))


def plain(name: str) -> str:
    """Small letters without accents; letters that have no accent to lose ("ı", "ø", "ß") become their nearest."""
    small = unicodedata.normalize("NFKD", name.casefold().translate(_WITHOUT_ACCENT))
    return small if small.isascii() else "".join(letter for letter in small if not unicodedata.combining(letter))
