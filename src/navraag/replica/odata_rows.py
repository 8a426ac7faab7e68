"""Entities as rows of OData: typed values, all properties of the set, tombstones with nothing but nulls, and navigation."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

from navraag.replica.dutch_time import at_hour, day_with_offset, offset_stamp, utc_stamp, zone_at
from navraag.replica.entities import Child, Entity, Ref
from navraag.replica.odata_schema import REVERSED, EntitySet, element_of, entity_sets, property_of
from navraag.replica.world import FeedItem, World

Value = str | int | bool | None
_ZEROS = re.compile(r"(\.\d*?)0+(?=Z|[+-]\d\d:\d\d$)")


def trimmed(stamp: str) -> str:
    """A stamp without the zeros at the end of its decimals.

    >>> trimmed("2024-04-10T10:06:34.0950000Z")
    '2024-04-10T10:06:34.095Z'
    """
    return _ZEROS.sub(lambda found: found[1].rstrip("."), stamp)


def with_offset(naive: str) -> str:
    """A stamp on the Dutch clock with its offset; one that has a zone already is brought to Dutch time."""
    if naive.endswith("Z") or re.search(r"[+-]\d\d:\d\d$", naive):
        return trimmed(offset_stamp(datetime.fromisoformat(naive[:26].rstrip("Z") + ("+00:00" if naive.endswith("Z") else naive[-6:]))))
    if naive.startswith("0001"):
        return f"{naive}Z"
    if naive[10:] == "T00:00:00":
        return day_with_offset(naive)
    rough = datetime.fromisoformat(naive[:19]).replace(tzinfo=UTC)
    offset = zone_at(rough - timedelta(hours=1))
    return trimmed(f"{naive}{'+02:00' if offset.utcoffset(None) == timedelta(hours=2) else '+01:00'}")


_TYPED: dict[str, Callable[[str], Value]] = {
    "Int32": int, "Boolean": lambda words: words == "true", "DateTimeOffset": with_offset, "Date": lambda words: words[:10],
}


class Row:
    """One entity as a row: its values, and the ways to its relations."""

    def __init__(self, service: "Rows", item: FeedItem) -> None:
        self.service, self.item = service, item
        self.set = entity_sets()[item.entity.category]
        self._values: dict[str, Value] | None = None

    @property
    def guid(self) -> str:
        """The id of the entity."""
        return self.item.entity.guid

    @property
    def values(self) -> dict[str, Value]:
        """Property → value, all properties of the set."""
        if self._values is None:
            self._values = _values(self.item, self.set)
        return self._values

    def navigate(self, name: str) -> list["Row"]:
        """The rows that a navigation leads to."""
        return self.service.related(self, name)


def _values(item: FeedItem, known: EntitySet) -> dict[str, Value]:
    entity = item.entity
    values: dict[str, Value] = dict.fromkeys(known.properties)
    if entity.is_deleted:
        return values | {"Id": entity.guid, "GewijzigdOp": trimmed(offset_stamp(item.moment)), "ApiGewijzigdOp": trimmed(utc_stamp(item.moment)), "Verwijderd": True}
    for element, value in entity.children:
        name = property_of(element)
        if isinstance(value, Ref):
            name = f"{name}_Id"
        if isinstance(value, str) and name in values:
            kind = known.properties[name]
            values[name] = _TYPED[kind](value) if kind in _TYPED else str(value)
    if entity.content_type and "ContentType" in values:
        values |= {"ContentType": entity.content_type, "ContentLength": entity.content_length}
    return values | {
        "Id": entity.guid, "GewijzigdOp": with_offset(entity.stamp), "ApiGewijzigdOp": trimmed(utc_stamp(item.moment)), "Verwijderd": False,
    }


def _refs(entity: Entity, element: str) -> Iterator[str]:
    yield from (value for name, value in entity.children if name == element and isinstance(value, Ref))


def _points_to(child: Child, element: str, guid: str) -> bool:
    return child[0] == element and isinstance(child[1], Ref) and child[1] == guid


class Rows:
    """The rows of one world. The crowd is left out: it fills the feed alone."""

    def __init__(self, world: World) -> None:
        self.world = world

    def all(self, category: str) -> Iterator[Row]:
        """Every row of a set, tombstones included; none for sets that the feed does not know."""
        return (Row(self, item) for item in self.world.everything(category))

    def one(self, guid: str, category: str) -> Row | None:
        """One row by its id."""
        item = self.world.entity(guid)
        return Row(self, item) if item and item.entity.category == category else None

    def of_number(self, category: str, number: str) -> list[Row]:
        """The rows of Zaken or Documents with a number."""
        return [row for row in (self.one(guid, category) for guid in self.world.guids_of_number(category, number)) if row]

    def changed_since(self, category: str, moment: datetime) -> Iterator[Row]:
        """The rows that changed from a moment on."""
        return (Row(self, item) for item in self.world.everything(category, since=moment))

    def related(self, row: Row, name: str) -> list[Row]:
        """The rows at the end of a navigation: those that the entity refers to, or those that refer to it."""
        target, _many = row.set.navigations[name]
        own = [self.one(guid, target) for guid in _refs(row.item.entity, element_of(name))]
        if own:
            return [found for found in own if found]
        if not row.set.navigations[name][1] or target not in entity_sets():
            return []
        element = REVERSED.get((row.set.name, name), element_of(row.set.name))
        candidates = self.world.neighbours(row.guid, target)
        return [Row(self, item) for item in candidates if any(_points_to(child, element, row.guid) for child in item.entity.children)]


def literal_moment(printed: str) -> datetime:
    """The moment of a date literal: a bare day is local midnight; without a zone it is taken as Dutch time.

    >>> literal_moment("2026-08-01").isoformat()
    '2026-07-31T22:00:00+00:00'
    """
    moment = datetime.fromisoformat(printed.upper())
    if len(printed) == 10:
        return at_hour(moment.date(), 0)
    return moment.astimezone(UTC) if moment.tzinfo else datetime.fromisoformat(with_offset(printed)).astimezone(UTC)
