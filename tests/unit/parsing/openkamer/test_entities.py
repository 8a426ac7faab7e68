"""Lists of people as fixtures: seats cut at changes of party, posts by line, what is odd."""

import json
from datetime import date

from navraag.parsing.openkamer.entities import read_fixtures

PERSON: dict[str, object] = {"forename": "Sanne", "surname": "Proefman", "surname_prefix": "", "initials": "S.E.", "birthdate": "1970-01-01", "tk_id": "g-1", "datetime_updated": "2019-12-08T10:00:00Z"}


def rows(*given: tuple[str, str, dict[str, object]]) -> list[tuple[str, str, str]]:
    """Records as the registry keeps them."""
    return [(model, key, json.dumps(fields)) for model, key, fields in given]


PEOPLE = rows(
    ("person.person", "1", PERSON),
    ("person.person", "2", {"forename": "", "surname": "LEFTOVER", "initials": "L."}),
    ("parliament.politicalparty", "5", {"name": "Socialistische Partij", "name_short": "SP", "wikidata_id": ""}),
    ("parliament.politicalparty", "6", {"name": "Bontes", "name_short": "BONTES", "wikidata_id": ""}),
    ("parliament.politicalparty", "7", {"name": "Verzonnen Bond", "name_short": "VB", "wikidata_id": ""}),
    ("parliament.partymember", "1", {"person": 1, "party": 5, "joined": None, "left": "2013-10-29"}),
    ("parliament.partymember", "2", {"person": 1, "party": 6, "joined": "2013-10-29", "left": None}),
    ("parliament.parliamentmember", "1", {"person": 1, "joined": "2010-06-17", "left": "2017-03-22"}),
    ("parliament.parliamentmember", "2", {"person": 1, "joined": None, "left": "1900-01-01"}),
    ("government.government", "17", {"date_formed": "2012-11-05", "date_dissolved": "2017-10-26"}),
    ("government.ministry", "3", {"name": "veiligheid en justitie"}),
    ("government.governmentposition", "4", {"position": "SOS", "ministry": 3, "government": 17, "extra_info": ""}),
    ("government.governmentposition", "8", {"position": "DPM", "ministry": None, "government": 17, "extra_info": ""}),
    ("government.governmentmember", "1", {"person": 1, "position": 4, "start_date": "2015-11-05", "end_date": "2015-10-29"}),
    ("government.governmentmember", "2", {"person": 1, "position": 8, "start_date": "2012-11-05", "end_date": None}),
)


def test_seats_are_cut_where_the_party_changed() -> None:
    """Each piece with its party."""
    seats = [one for one in read_fixtures(PEOPLE).memberships if one.post_id is None]
    assert [(one.start_date, one.end_date, one.on_behalf_of_id) for one in seats] == [
        (date(2010, 6, 17), date(2013, 10, 28), "sp"), (date(2013, 10, 29), date(2017, 3, 22), "lid-bontes"),
    ]


def test_an_end_before_the_beginning_loses_the_beginning() -> None:
    """The cabinet's first day then counts; being deputy prime minister is no post."""
    posts = [one for one in read_fixtures(PEOPLE).memberships if one.post_id]
    assert [(one.post_id, one.start_date, one.end_date) for one in posts] == [("staatssecretaris-jenv", date(2012, 11, 5), date(2015, 10, 28))]


def test_left_overs_are_no_persons_and_unknown_parties_are_kept() -> None:
    """A name without given name, seat or post tells nothing."""
    roll = read_fixtures(PEOPLE)
    assert [one.id for one in roll.persons] == ["sanne-proefman"]
    assert [one.id for one in roll.organizations] == ["verzonnen-bond"]


def test_nothing_gives_nothing() -> None:
    """No list of people was imported."""
    assert read_fixtures([("misshapen_id", "kv-1", '"x"')]).persons == ()
