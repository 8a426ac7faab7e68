"""Persons, parties and ministries as Popolo JSON (popoloproject.com): what stands behind their pages."""

from collections.abc import Iterable
from datetime import date

from navraag.lexicon.names import party_label
from navraag.lexicon.offices import Line, label_on, post_of
from navraag.records.people import Membership, Organization, Person
from navraag.surfaces.shapes import Shape, iso


def person_shape(person: Person, memberships: Iterable[Membership]) -> Shape:
    """A person with seats and posts."""
    return {
        "id": person.id, "name": person.name, "family_name": person.family_name, "given_name": person.given_name or None,
        "additional_name": person.prefix or None, "initials": person.initials or None, "birth_date": iso(person.birth_date),
        "identifiers": [{"scheme": one.scheme, "identifier": one.identifier} for one in person.identifiers],
        "memberships": [membership_shape(one) for one in memberships],
    }


def membership_shape(one: Membership) -> Shape:
    """A seat or a post; ``known_until`` where its end was not told: the last day of which the source speaks."""
    day = one.start_date or date.min
    return {
        "id": one.id, "person_id": one.person_id, "organization_id": one.organization_id, "post_id": one.post_id,
        "on_behalf_of_id": one.on_behalf_of_id, "label": label_on(one.post_id, day) if one.post_id else None,
        "role": one.role, "start_date": iso(one.start_date), "end_date": iso(one.end_date), "known_until": iso(one.known_until),
    }


def party_shape(party: Organization, memberships: Iterable[Membership]) -> Shape:
    """A party with the seats that were held for it."""
    return {
        "id": party.id, "name": party.name, "classification": "party",
        "other_names": [{"name": name} for name in dict.fromkeys((party.abbreviation, party_label(party.id))) if name and name != party.name],
        "founding_date": iso(party.founding_date), "dissolution_date": iso(party.dissolution_date),
        "parent_id": None, "memberships": [membership_shape(one) for one in memberships],
    }


def ministry_shape(line: Line, memberships: Iterable[Membership]) -> Shape:
    """A ministry: every name that it bore, with the days, its posts, and who held them."""
    held = tuple(memberships)
    return {
        "id": line.code, "name": line.name, "classification": "ministry",
        "other_names": [
            {"name": row.name, "abbreviations": list(row.abbreviations), "start_date": iso(row.valid_from), "end_date": iso(row.valid_until), "source": row.source}
            for row in line.names
        ],
        "posts": [
            {"id": post.id, "label": post.label, "role": post.role, "organization_id": post.organization_id}
            for found in sorted({one.post_id for one in held if one.post_id}) if (post := post_of(found))
        ],
        "memberships": [membership_shape(one) for one in held],
    }


