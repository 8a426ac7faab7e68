"""The directory: which persons bear a name, who sat in the Kamer and who held a post on a day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache

from navraag.linking.person_names import PARTICLES, Fit, fit, known_name, read_name
from navraag.records.people import KAMER, Membership, Organization, Person, Roll

_BEGINNING = date.min


class Directory:
    """One roll, indexed; made once, asked for every name."""

    def __init__(self, roll: Roll) -> None:
        self.persons: Mapping[str, Person] = {person.id: person for person in roll.persons}
        self._known = {person.id: known_name(person) for person in roll.persons}
        self._by_word: dict[str, list[str]] = defaultdict(list)
        for person, known in self._known.items():
            for word in set(known.family) - PARTICLES:
                self._by_word[word].append(person)
        self._seats = _grouped((one, one.person_id) for one in roll.memberships if one.organization_id == KAMER)
        self._posts = _grouped((one, one.person_id) for one in roll.memberships if one.post_id)
        self._holders = _grouped((one, one.post_id) for one in roll.memberships if one.post_id)
        self.fitting = lru_cache(maxsize=16384)(self._fitting)

    def __bool__(self) -> bool:
        """Does it know anybody?"""
        return bool(self.persons)

    def _fitting(self, printed: str, name: str | None) -> tuple[tuple[str, Fit], ...]:
        """Every person whom a printed name fits, and how well."""
        read = read_name(printed, name)
        nearby = sorted({person for word in read.words for person in self._by_word.get(word, ())})
        fits = ((person, fit(read, self._known[person])) for person in nearby)
        return tuple((person, found) for person, found in fits if found)

    def seat(self, person: str, day: date) -> Membership | None:
        """The person's seat in the Kamer on a day; on the day of a change of party the later one."""
        return next((one for one in reversed(self._seats.get(person, ())) if one.holds(day)), None)

    def posts(self, person: str, day: date) -> tuple[Membership, ...]:
        """The posts that a person held on a day."""
        return tuple(one for one in self._posts.get(person, ()) if one.holds(day))

    def last_post(self, person: str, day: date) -> Membership | None:
        """The post that a person left last before a day."""
        left = [one for one in self._posts.get(person, ()) if one.end_date and one.end_date < day]
        return max(left, key=lambda one: one.end_date or _BEGINNING, default=None)

    def holders(self, post: str, day: date) -> tuple[Membership, ...]:
        """Who held a post on a day."""
        return tuple(one for one in self._holders.get(post, ()) if one.holds(day))

    def years_from(self, person: str, day: date) -> float:
        """How many years lie between a day and the person's nearest membership; a great many where none is known."""
        held = (*self._seats.get(person, ()), *self._posts.get(person, ()))
        gaps = (max(((one.start_date or day) - day).days, (day - (one.end_date or day)).days, 0) for one in held)
        return min(gaps, default=10**6) / 365


def _grouped(memberships: Iterable[tuple[Membership, str | None]]) -> dict[str, tuple[Membership, ...]]:
    """Memberships by a key, the earliest first."""
    groups: dict[str, list[Membership]] = defaultdict(list)
    for one, key in memberships:
        groups[key or ""].append(one)
    return {key: tuple(sorted(found, key=_from)) for key, found in groups.items()}


def _from(one: Membership) -> tuple[date, str]:
    return one.start_date or _BEGINNING, one.id


def merged(first: Roll, second: Roll) -> Roll:
    """Two rolls as one: persons with an identifier in common are one, under the id of the first.

    Where the second knows the seats of a person, those of the first make way: it is the Kamer's own list.
    """
    by_identifier = {identifier: person.id for person in first.persons for identifier in person.identifiers}
    taken = {person.id for person in first.persons}
    ids: dict[str, str] = {}
    added: list[Person] = []
    for person in second.persons:
        same = next((by_identifier[one] for one in person.identifiers if one in by_identifier), None)
        ids[person.id] = same or _free(person, taken)
        if same is None:
            added.append(replace(person, id=ids[person.id]))
    moved = [replace(one, id=one.id.replace(one.person_id, ids[one.person_id], 1), person_id=ids[one.person_id]) for one in second.memberships]
    seated = {one.person_id for one in moved if one.organization_id == KAMER}
    held = {one.id for one in moved}
    kept = [one for one in first.memberships if one.id not in held and not (one.organization_id == KAMER and one.person_id in seated)]
    return Roll(
        persons=(*first.persons, *added), memberships=tuple(sorted((*kept, *moved), key=lambda one: one.id)),
        organizations=_all_organizations(first, second),
    )


def _free(person: Person, taken: set[str]) -> str:
    """An id that nobody of the first roll has."""
    if person.id not in taken:
        return person.id
    return f"{person.id}-{person.identifiers[0].identifier[:8] if person.identifiers else 2}"


def _all_organizations(first: Roll, second: Roll) -> tuple[Organization, ...]:
    found = {one.id: one for one in (*second.organizations, *first.organizations)}
    return tuple(found[key] for key in sorted(found))
