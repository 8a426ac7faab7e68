"""Lists as feeds: read back by feedparser and icalendar, with the window in words, stable, and safe for odd characters."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import feedparser
import pytest
from icalendar import Calendar

from navraag.store.lists import DayList, day_list
from navraag.store.reader import Registry
from navraag.surfaces.feeds.atom import Feed, atom
from navraag.surfaces.feeds.calendar import calendar
from navraag.surfaces.feeds.waiting import MOST_ENTRIES, waiting_feed, window
from tests.unit.store.waiting_cases import TODAY, registry

SITE = "https://navraag.example"


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Registry]:
    """The registry of invented cases."""
    with registry(tmp_path_factory.mktemp("feeds")) as opened:
        yield opened


def feed(listed: DayList, form: str = "atom") -> Feed:
    """The list as a feed of a site."""
    return waiting_feed(listed, site=SITE, address=f"/te-laat.{form}?dag=2024-05-13", page="/te-laat?dag=2024-05-13")


def test_atom_is_read_back(held: Registry) -> None:
    """Title, window, links, ids, days; an entry came to be when the set became late."""
    read = feedparser.parse(atom(feed(day_list(held, "late", TODAY))))
    assert (read.bozo, read.version) == (False, "atom10")
    assert (read.feed.title, read.feed.id) == ("Kamervragen: te laat", f"{SITE}/te-laat.atom?dag=2024-05-13")
    assert read.feed.subtitle == "Sets Kamervragen die op 13 mei 2024 over de termijn waren: 3. Deze feed noemt ze alle."
    assert {link.rel: link.href for link in read.feed.links} == {"self": read.feed.id, "alternate": f"{SITE}/te-laat?dag=2024-05-13"}
    first = read.entries[0]
    assert (first.title, first.link, first.id) == ("De brug van dorp 1", f"{SITE}/kamervraag/2024Z90001/", f"{SITE}/kamervraag/2024Z90001/")
    assert first.updated == f"{TODAY - timedelta(days=78)}T00:00:00Z"
    assert "100 dagen open, 79 dagen over de termijn" in first.summary
    assert "Er is geen uitstelbericht." in first.summary
    assert first.author == "Sanne Proefman (SP)"
    assert [tag.term for tag in first.tags] == ["overdue_six", "jenv"]
    assert read.feed.updated == max(entry.updated for entry in read.entries)


def test_a_calendar_is_read_back(held: Registry) -> None:
    """A whole day for each set, on the day on which the answer is due."""
    read = Calendar.from_ical(calendar(feed(day_list(held, "soon", TODAY), "ics")))
    events = list(read.walk("VEVENT"))
    assert [event["DTSTART"].dt for event in events] == [TODAY + timedelta(days=6), TODAY + timedelta(days=12)]
    assert events[0]["DTEND"].dt == TODAY + timedelta(days=7)
    assert (events[0]["SUMMARY"], events[0]["URL"]) == ("De brug van dorp 5", f"{SITE}/kamervraag/2024Z90005/")
    assert "binnen 10 werkdagen na 13 mei 2024" in read["X-WR-CALDESC"]
    assert len({event["UID"] for event in events}) == 2


def test_the_same_list_gives_the_same_bytes(held: Registry) -> None:
    """Readers may keep what they have."""
    listed = day_list(held, "longest_open", TODAY)
    assert atom(feed(listed)) == atom(feed(listed))
    assert calendar(feed(listed)) == calendar(feed(listed))


def test_a_long_list_says_what_it_leaves_out(held: Registry) -> None:
    """Never silently cut."""
    listed = day_list(held, "longest_open", TODAY)
    long = replace(listed, cases=listed.cases * 100)
    assert len(feed(long).entries) == MOST_ENTRIES
    assert window(long).endswith("open waren, de oudste eerst: 600. Deze feed noemt de eerste 500.")


def test_an_empty_list_and_a_day_beyond_are_valid_too(held: Registry) -> None:
    """An empty feed with its window; beyond the sources it says that nothing is known."""
    for day, words in ((date(2015, 1, 1), ": 0. Deze feed"), (date(2025, 2, 2), "onbekend, want de bronnen reiken tot en met 31 december 2024")):
        made = feed(day_list(held, "without_notice", day))
        read = feedparser.parse(atom(made))
        assert (read.bozo, read.entries) == (False, [])
        assert words in read.feed.subtitle
        assert Calendar.from_ical(calendar(made)).walk("VEVENT") == []


def test_odd_characters_do_no_harm(held: Registry) -> None:
    """Control characters are left out, markup is told apart from words, commas and line ends stay within their field."""
    listed = day_list(held, "late", TODAY)
    odd = "<b>A & B</b>; c,\nd \x00\x0b\ud800 €"
    case = replace(listed.cases[0], subject=odd, askers="x, y\nBEGIN:VEVENT")
    made = feed(replace(listed, cases=(case,)))
    read = feedparser.parse(atom(made))
    assert not read.bozo
    assert "A & B" in read.entries[0].title.replace("&amp;", "&")
    assert "\x00" not in atom(made).decode()
    events = Calendar.from_ical(calendar(feed(replace(listed, cases=(replace(case, subject=odd.replace("\ud800", "")),))))).walk("VEVENT")
    assert len(events) == 1
