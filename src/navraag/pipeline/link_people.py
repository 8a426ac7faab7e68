"""Whose names may now mean another person: the cases that a change of the people known can touch."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import msgspec

from navraag.linking.judgements import shipped
from navraag.linking.person_names import PARTICLES, known_name, read_name
from navraag.records.people import Membership, Person, Roll


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """What an attribution prints, and the post that it was found to mean."""

    printed: str
    name: str | None = None
    post_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Paper:
    answerers: tuple[Who, ...] = ()
    on_behalf_of: tuple[Who, ...] = ()
    announced_by: tuple[Who, ...] = ()

    def everybody(self) -> Iterator[Who]:
        yield from (*self.answerers, *self.on_behalf_of, *self.announced_by)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    askers: tuple[Who, ...] = ()
    addressees: tuple[Who, ...] = ()
    answers: tuple[_Paper, ...] = ()
    notices: tuple[_Paper, ...] = ()
    withdrawal: _Paper | None = None

    def everybody(self) -> Iterator[Who]:
        yield from (*self.askers, *self.addressees)
        for paper in (*self.answers, *self.notices, *((self.withdrawal,) if self.withdrawal else ())):
            yield from paper.everybody()


_CASE = msgspec.json.Decoder(_Case)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """What tells of persons who came, went or changed: words of their family names, their posts, and names that people said are theirs."""

    words: frozenset[str]
    posts: frozenset[str]
    decided: frozenset[str]

    def concerns(self, who: Who) -> bool:
        """Whether the attribution may now mean another person."""
        return who.post_id in self.posts or who.printed in self.decided or not self.words.isdisjoint(read_name(who.printed, who.name).words)


def moved(before: Roll, now: Roll) -> Moved | None:
    """What differs between two rolls; None where it can touch every case."""
    if set(before.organizations) != set(now.organizations):
        return None
    memberships = set[Membership](before.memberships) ^ set[Membership](now.memberships)
    changed = {person.id for person in set[Person](before.persons) ^ set[Person](now.persons)} | {one.person_id for one in memberships}
    words = {word for person in (*before.persons, *now.persons) if person.id in changed for word in known_name(person).family}
    return Moved(
        words=frozenset(words - PARTICLES), posts=frozenset(one.post_id for one in memberships if one.post_id),
        decided=frozenset(one.name for one in shipped() if one.decision == "person" and one.value in changed),
    )


def concerned(change: Moved, cases: Iterable[tuple[str, bytes]]) -> set[str]:
    """The numbers of the cases, given with their records, in which an attribution may now mean another person."""
    return {number for number, data in cases if any(map(change.concerns, _CASE.decode(data).everybody()))}
