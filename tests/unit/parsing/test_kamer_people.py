"""Entities of the Tweede Kamer about people: read from XML, made into a roll."""

from datetime import date

import pytest

from navraag.parsing.kamer_people import read_entities
from navraag.parsing.layouts.tk_entities import read
from navraag.records.pages import Entity, Other

NS = 'xmlns="http://www.tweedekamer.nl/xsd/tkData/v1-0" xmlns:tk="http://www.tweedekamer.nl/xsd/tkData/v1-0" tk:verwijderd="{gone}"'


def entity(kind: str, own: str, body: str, gone: str = "false") -> Entity:
    """One entity as the feed gives it."""
    content = read(f'<{kind} {NS.format(gone=gone)} id="{own}">{body}</{kind}>'.encode(), name="x.xml").content
    assert isinstance(content, Other)
    assert content.entity
    return content.entity


FEED = (
    entity("persoon", "p-1", "<achternaam>Proefman</achternaam><tussenvoegsel>van</tussenvoegsel><roepnaam>Sanne</roepnaam><initialen>S.E.</initialen>"),
    entity("fractie", "f-1", "<afkorting>SP</afkorting><naamNl>Socialistische Partij</naamNl>"),
    entity("fractieZetel", "z-1", '<fractie ref="f-1"/>'),
    entity("fractieZetelPersoon", "fzp-1", '<fractieZetel ref="z-1"/><persoon ref="p-1"/><functie>Lid</functie><van>2020-03-01</van>'),
    entity("persoonLoopbaan", "l-1", '<persoon ref="p-1"/><functie>Staatssecretaris van Defensie</functie><van>2012</van><totEnMet>2015-02</totEnMet>'),
)


def test_a_seat_and_a_career() -> None:
    """A year and a month are read so that the post surely was held."""
    roll = read_entities(FEED)
    assert [(one.id, one.name, one.initials) for one in roll.persons] == [("sanne-van-proefman", "Sanne van Proefman", "S.E.")]
    assert {(one.on_behalf_of_id, one.post_id, one.start_date, one.end_date) for one in roll.memberships} == {
        ("sp", None, date(2020, 3, 1), None), (None, "staatssecretaris-def", date(2012, 12, 31), date(2015, 2, 1)),
    }


def test_the_order_does_not_matter() -> None:
    """The feed promises none."""
    assert read_entities(FEED) == read_entities(reversed(FEED))


@pytest.mark.parametrize("odd", [
    entity("persoon", "p-1", "", gone="True"),
    entity("fractieZetelPersoon", "fzp-1", '<persoon ref="nobody"/><van>2020-03-01</van>'),
    entity("fractieZetelPersoon", "fzp-1", '<persoon ref="p-1"/><van>2020-13-45</van>'),
    entity("fractieZetelPersoon", "fzp-1", '<persoon ref="p-1"/><van>2020-03-01</van><totEnMet>2019-01-01</totEnMet>'),
])
def test_what_cannot_be_is_left_out(odd: Entity) -> None:
    """Deleted, dangling, impossible days."""
    kept = tuple(one for one in FEED if (one.kind, one.id) != (odd.kind, odd.id))
    assert all(one.post_id for one in read_entities((*kept, odd)).memberships)
