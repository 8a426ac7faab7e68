"""Atom feeds (RFC 4287), written with lxml: what a feed holds, and the file that readers poll."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from lxml import etree

MEDIA_TYPE = "application/atom+xml"
_ATOM = "http://www.w3.org/2005/Atom"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry: a stable id, a title, the page it leads to, the day on which it came to be so, and words about it."""

    id: str
    title: str
    url: str
    updated: date
    summary: str
    authors: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    due_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed; ``window`` says in words which entries it holds, and up to how many."""

    title: str
    window: str
    url: str
    address: str
    updated: date
    entries: tuple[Entry, ...]


def atom(feed: Feed) -> bytes:
    """The feed as a file."""
    names: dict[Any, str] = {None: _ATOM}
    root = etree.Element(f"{{{_ATOM}}}feed", nsmap=names)
    root.set(_XML_LANG, "nl")
    _add(root, "title", feed.title)
    _add(root, "subtitle", feed.window)
    _add(root, "id", feed.address)
    _add(root, "updated", _moment(feed.updated))
    _add(root, "link", rel="self", type=MEDIA_TYPE, href=feed.address)
    _add(root, "link", rel="alternate", type="text/html", href=feed.url)
    _person(root, "Navraag")
    _add(root, "generator", "Navraag")
    for entry in feed.entries:
        _entry(root, entry)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)


def _entry(root: etree._Element, entry: Entry) -> None:
    element = _add(root, "entry")
    _add(element, "title", entry.title)
    _add(element, "id", entry.id)
    _add(element, "updated", _moment(entry.updated))
    _add(element, "link", rel="alternate", type="text/html", href=entry.url)
    for name in entry.authors:
        _person(element, name)
    for category in entry.categories:
        _add(element, "category", term=category)
    _add(element, "summary", entry.summary, type="text")


def _person(parent: etree._Element, name: str) -> None:
    _add(_add(parent, "author"), "name", name)


def _add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    """An element with its words; characters that XML cannot hold are left out."""
    element = etree.SubElement(parent, f"{{{_ATOM}}}{name}", {key: _NOT_XML.sub("", value) for key, value in attributes.items()})
    if text:
        element.text = _NOT_XML.sub("", text)
    return element


def _moment(day: date) -> str:
    return datetime.combine(day, time.min, UTC).isoformat().replace("+00:00", "Z")
