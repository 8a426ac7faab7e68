"""Members, ministers and state secretaries, parties and ministries: lists, and Popolo for each."""

from collections.abc import Callable, Mapping
from typing import Any

from navraag.errors import NotFoundError
from navraag.lexicon.offices import lines
from navraag.store.people import GroupRow, People, PersonRow
from navraag.surfaces import popolo
from navraag.surfaces.api import cursors
from navraag.surfaces.api.endpoints import MOST_LINES, Desk, Endpoint, Handler, Listed
from navraag.surfaces.api.parameters import Parameter
from navraag.surfaces.links import member_path, ministry_path, official_path, party_path
from navraag.surfaces.shapes import Shape, iso

TEXT = Parameter(name="text", about="Only names that hold these letters", most=200)


def _person_line(row: PersonRow, path: Callable[[str], str]) -> Shape:
    return {
        "id": row.id, "name": row.name, "cases": row.cases, "first": iso(row.first), "last": iso(row.last), "parts": list(row.parts), "page": path(row.id),
    }


def _group_line(row: GroupRow, path: Callable[[str], str]) -> Shape:
    return {
        "id": row.id, "name": row.name, "cases": row.cases, "people": row.people, "first": iso(row.first), "last": iso(row.last), "page": path(row.id),
    }


def _listed(lines_of: Callable[[Desk], list[Shape]]) -> Handler:
    """A handler that gives a page of all these lines."""

    def handler(desk: Desk, asked: Mapping[str, Any]) -> Listed:
        offset = cursors.read(asked["cursor"], asked, most=MOST_LINES)
        wanted = (asked["text"] or "").casefold()
        held = [line for line in lines_of(desk) if wanted in line["name"].casefold()]
        return Listed(items=held[offset : offset + asked["limit"]], total=len(held), offset=offset)

    return handler


def _members(desk: Desk) -> list[Shape]:
    return [_person_line(row, member_path) for row in People(desk.registry).members(desk.today())]


def _officials(desk: Desk) -> list[Shape]:
    return [_person_line(row, official_path) for row in People(desk.registry).officials(desk.today())]


def _parties(desk: Desk) -> list[Shape]:
    return [_group_line(row, party_path) for row in People(desk.registry).parties(desk.today())]


def _ministries(desk: Desk) -> list[Shape]:
    return [_group_line(row, ministry_path) for row in People(desk.registry).ministries(desk.today())]


def person(desk: Desk, asked: Mapping[str, Any]) -> Shape:
    """A person as Popolo."""
    people = People(desk.registry)
    return popolo.person_shape(people.person(asked["id"]), people.memberships(asked["id"]))


def party(desk: Desk, asked: Mapping[str, Any]) -> Shape:
    """A party as Popolo."""
    people = People(desk.registry)
    return popolo.party_shape(people.party(asked["id"]), people.in_party(asked["id"]))


def ministry(desk: Desk, asked: Mapping[str, Any]) -> Shape:
    """A ministry as Popolo."""
    line = lines().get(asked["id"])
    if line is None:
        raise NotFoundError(f"no ministry {asked['id']!r} is known")
    return popolo.ministry_shape(line, People(desk.registry).in_ministry(line.code))


def _id(example: str) -> tuple[Parameter]:
    return (Parameter(name="id", about="Its id, as the lists give it", place="path", required=True, most=200, example=example),)


PEOPLE = (
    Endpoint(path="/members", name="listMembers", about="Members who asked.", tag="people", handler=_listed(_members), shape="PersonLine", parameters=(TEXT,), listed=True),
    Endpoint(path="/officials", name="listOfficials", about="Ministers and state secretaries who were asked, or answered.", tag="people", handler=_listed(_officials), shape="PersonLine", parameters=(TEXT,), listed=True),
    Endpoint(path="/persons/{id}", name="getPerson", about="A person with seats and posts (Popolo).", tag="people", handler=person, shape="Person", parameters=_id("anne-kuik")),
    Endpoint(path="/parties", name="listParties", about="Parties of those who asked.", tag="people", handler=_listed(_parties), shape="GroupLine", parameters=(TEXT,), listed=True),
    Endpoint(path="/parties/{id}", name="getParty", about="A party with its seats (Popolo).", tag="people", handler=party, shape="Organization", parameters=_id("cda")),
    Endpoint(path="/ministries", name="listMinistries", about="Ministries that were asked: one line of history each, through all names.", tag="people", handler=_listed(_ministries), shape="GroupLine", parameters=(TEXT,), listed=True),
    Endpoint(path="/ministries/{id}", name="getMinistry", about="A ministry with its names, posts and who held them (Popolo).", tag="people", handler=ministry, shape="Organization", parameters=_id("jenv")),
)
