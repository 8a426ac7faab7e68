"""The feed: pages, links, compaction, the life of a document, and what the control sets."""

from datetime import UTC, date, datetime, timedelta

import pytest

from navraag.replica.tokens import KNOWN, emitted, moment_of, token_at
from tests.contract.replica_client import ATOM, Reader, fields, flag, refs

FEED = "/SyncFeed/2.0/Feed"


def test_pages_hold_250_and_end_with_resume(reader: Reader) -> None:
    """Next while more follows; on the last page resume, at which nothing more comes, and resume again."""
    sizes, path = [], f"{FEED}?skiptoken=0"
    while True:
        entries, links = reader.page(path)
        sizes.append(len(entries))
        if "next" not in links:
            break
        assert "resume" not in links
        path = links["next"]
    end, again = reader.page(links["resume"])

    assert set(sizes[:-1]) == {250}
    assert len(sizes) > 5
    assert (end, set(again)) == ([], {"self", "resume"})
    assert reader.page(f"{FEED}?category=Zaak&skiptoken=30000000")[0] == []


def test_one_entry_for_each_entity(reader: Reader) -> None:
    """The feed is compacted, its tokens are sparse, its stamps never fall."""
    entries = list(reader.feed())
    titles = [entry.findtext(f"{ATOM}title") for entry in entries]
    stamps = [entry.findtext(f"{ATOM}updated") for entry in entries]

    assert len(titles) == len(set(titles))
    assert stamps == sorted(stamps)
    assert reader.world.horizon > 100 * len(titles)


def test_the_next_link_of_each_entry_leads_to_the_following(reader: Reader) -> None:
    """Whoever follows the entries' links reads the same as whoever follows the feed's."""
    entries, _ = reader.page(f"{FEED}?category=Document")
    link = next(found.get("href") for found in entries[9].findall(f"{ATOM}link") if found.get("rel") == "next")
    following, _ = reader.page(link)

    assert entries[10].findtext(f"{ATOM}title") == following[0].findtext(f"{ATOM}title")


def test_arguments_come_in_both_orders(reader: Reader) -> None:
    """Links put the category first on some pages, and last on others."""
    links = {reader.page(f"{FEED}?category=Zaak&skiptoken={token}")[1]["self"].partition("?")[2].partition("=")[0] for token in range(8)}

    assert links == {"category", "skiptoken"}


@pytest.mark.parametrize(("path", "status"), [
    ("/SyncFeed/2.0/Entiteiten/x", 400), ("/SyncFeed/2.0/Entiteiten/00000000-0000-4000-8000-ffffffffffff", 404), (f"{FEED}?skiptoken=x", 400),
    ("/SyncFeed/2.0/Resources/00000000-0000-4000-8000-ffffffffffff", 404), (f"{FEED}?category=zAAK", 200),
])
def test_statuses(reader: Reader, path: str, status: int) -> None:
    """What is malformed, and what is not there."""
    assert status == reader.get(path).status_code


def test_an_entity_alone_is_the_entity_of_the_feed(reader: Reader) -> None:
    """The same element under its own address; with content=external the entry only points there."""
    entry = next(iter(reader.feed("Zaak")))
    alone = reader.xml(entry.findtext(f"{ATOM}id"))
    outside, _ = reader.page(f"{FEED}?category=Zaak&content=external")

    assert alone.get("id") == entry.findtext(f"{ATOM}title")
    assert fields(alone, "nummer") == fields(entry.find(f"{ATOM}content")[0], "nummer")
    assert outside[0].find(f"{ATOM}content").get("src") == entry.findtext(f"{ATOM}id")


def _versions(r: Reader, number: str) -> dict[str, str]:
    """ExterneIdentifier → flag of deletion, for the papers of a case."""
    zaak = next(entity.get("id") for entity in r.live("Zaak") if fields(entity, "nummer") == [number])
    documents = {entity.get("id") for entity in r.live("Document") if zaak in refs(entity, "zaak")}
    return {name: flag(v, "verwijderd") for v in r.live("DocumentVersie") if set(refs(v, "document")) & documents for name in fields(v, "externeidentifier")}


def test_the_life_of_a_document(fresh: Reader) -> None:
    """Unformatted PDF under a number; weeks later formatted under its own id; then the answer, and the question says so."""
    number = "2021Z90401"
    fresh.world.move_clock(datetime(2021, 10, 31, tzinfo=UTC))
    assert not fresh.rows("Zaak", filter=f"Nummer eq '{number}'")

    fresh.world.move_clock(datetime(2021, 11, 2, tzinfo=UTC))
    [draft] = fresh.ids(f'w.vraagnummer=="{number}"')
    assert list(_versions(fresh, number)) == [draft]
    assert fresh.fact(draft, "OVERHEIDop.documentStatus") == ["Onopgemaakt"]
    assert [fresh.get(f"/{draft}.{form}").status_code for form in ("pdf", "xml")] == [200, 404]
    assert fresh.rows("Zaak", filter=f"Nummer eq '{number}'")[0]["Afgedaan"] is False

    fresh.world.move_clock(datetime(2021, 11, 23, tzinfo=UTC))
    assert len(fresh.fact(draft, "OVERHEIDop.aanhangsel")) == 1
    assert fresh.rows("Zaak", filter=f"Nummer eq '{number}'")[0]["Afgedaan"] is True

    fresh.world.move_clock(datetime(2022, 1, 10, tzinfo=UTC))
    moved = fresh.get(f"/{draft}.xml", follow_redirects=True)
    assert moved.url.path == f"/kv-tk-{number}.xml"
    assert not fresh.ids(f'dt.identifier=="{draft}"')
    assert set(_versions(fresh, number)) == {f"kv-tk-{number}", "ah-tk-20212022-9401"}
    record = fresh.search(f'dt.identifier=="kv-tk-{number}"')
    days = [next(record.iter("{*}" + name)).text for name in ("available", "modified")]
    assert days[0] == "2021-11-01"
    assert days[1] > "2021-12-01"


def test_a_harvest_by_modified_meets_every_change(fresh: Reader) -> None:
    """Day after day by dt.modified finds what is there in the end."""
    found: set[str] = set()
    since = date(2022, 1, 1)
    while since < date(2022, 12, 28):
        day = since + timedelta(days=20)
        fresh.world.move_clock(datetime(day.year, day.month, day.day, 22, tzinfo=UTC))
        found |= set(fresh.ids(f'dt.modified>="{since}"', maximumRecords="1000"))
        since = day
    at_the_end = set(fresh.ids('dt.modified>="2022-01-01" and dt.modified<="2022-12-28"', maximumRecords="1000"))

    assert at_the_end <= found
    assert any(re_published.startswith("kv-91") for re_published in found)


def test_the_clock_may_go_back(fresh: Reader) -> None:
    """What was not yet there is gone, and comes again."""
    now, whole = fresh.world.now, len(list(fresh.feed()))
    fresh.world.move_clock(datetime(2022, 3, 1, tzinfo=UTC))
    part = len(list(fresh.feed()))
    fresh.world.move_clock(now)

    assert 0 < part < whole == len(list(fresh.feed()))


def test_control_over_http(fresh: Reader) -> None:
    """Clock, faults, changes and counters, as a client in another process sets them."""
    control = fresh.http
    state = control.put("/_replica/clock", json={"now": "2024-01-01"}).json()
    later = control.put("/_replica/clock", json={"days": 1}).json()
    refused = control.put("/_replica/faults", json={"faults": "nothing"})
    faults = control.put("/_replica/faults", json={"faults": [{"kind": "500", "times": 1}], "seed": 3}).json()["faults"]
    codes = [fresh.get(f"{FEED}?category=Zaak").status_code for _ in range(2)]
    counted = control.get("/_replica/requests").json()
    guid = next(iter(fresh.feed("Zaak"))).findtext(f"{ATOM}title")
    token = control.post("/_replica/change", json={"guid": guid}).json()["token"]
    last = [entry.findtext(f"{ATOM}title") for entry in fresh.feed("Zaak")][-1]
    control.post("/_replica/remove", json={"guid": guid})
    removed = next(entity for entity in fresh.entities("Zaak") if entity.get("id") == guid)

    assert (state["now"], later["now"]) == ("2024-01-01T22:00:00+00:00", "2024-01-02T22:00:00+00:00")
    assert (refused.status_code, faults[0]["kind"], codes) == (400, "500", [500, 200])
    assert counted == {"total": 2, "by_route": {"/SyncFeed/2.0/Feed": 2}}
    assert control.delete("/_replica/requests").json()["total"] > 2
    assert control.get("/_replica/requests").json()["total"] == 0
    assert token > state["horizon"]
    assert (last, flag(removed, "verwijderd"), len(removed)) == (guid, "true", 0)


@pytest.mark.parametrize(("token", "moment"), KNOWN)
def test_known_points_of_the_numbering(token: int, moment: datetime) -> None:
    """A token leads to its moment and back."""
    assert abs(token_at(moment) - token) <= 1
    assert abs((moment_of(token) - moment).total_seconds()) < 1


def test_old_changes_came_with_the_first_load() -> None:
    """In the order of their years, before anything of 2019 July."""
    years = [emitted(datetime(year, 5, 1, tzinfo=UTC)) for year in (1995, 2007, 2018, 2020)]

    assert years == sorted(years)
    assert years[2] < datetime(2019, 7, 1, tzinfo=UTC) < years[3]
