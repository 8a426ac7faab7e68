"""Calendars (RFC 5545), written with icalendar: the day on which each answer is, or was, due."""

from datetime import UTC, datetime, time, timedelta

from icalendar import Calendar, Event

from navraag.surfaces.feeds.atom import Feed

MEDIA_TYPE = "text/calendar; charset=utf-8"


def calendar(feed: Feed) -> bytes:
    """A whole-day event for each entry that has a day on which it is due; the same list gives the same file."""
    made = Calendar()
    made.add("prodid", "-//Navraag//Kamervragen//NL")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", feed.title)
    made.add("x-wr-caldesc", feed.window)
    for entry in feed.entries:
        if entry.due_on:
            event = Event()
            event.add("uid", entry.id)
            event.add("dtstamp", datetime.combine(feed.updated, time.min, UTC))
            event.add("dtstart", entry.due_on)
            event.add("dtend", entry.due_on + timedelta(days=1))
            event.add("summary", entry.title)
            event.add("description", entry.summary)
            event.add("url", entry.url)
            event.add("transp", "TRANSPARENT")
            made.add_component(event)
    return bytes(made.to_ical())
