"""The world of a replica: holdings, a clock that can be moved, and what the services show at that moment."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from heapq import merge
from itertools import islice

from navraag.replica import crowd
from navraag.replica.catalogue import Catalogue
from navraag.replica.changelog import ChangeLog, Row
from navraag.replica.derive import Change, Deriver, changes_of, document_guid, document_number, own_moment, zaak_guid
from navraag.replica.entities import CATEGORIES, DOWNLOADABLE, Entity, read_bulk_guid
from navraag.replica.holdings import Holdings
from navraag.replica.tokens import emitted, moment_of, token_at

CROWD = 0xFFFF
"""The ordinal of rows that belong to the crowd: their place is their number there."""
_CHUNK, _FEW = 500, 1000
_STRIDE = 2
"""Changes of holdings have even tokens; odd ones are left to the crowd."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedItem:
    """One entry of the feed: its token, the moment of the change, and the entity."""

    token: int
    moment: datetime
    entity: Entity


class World:
    """What is known when: every service of the replica asks here, and none keeps anything of its own."""

    def __init__(self, holdings: Holdings) -> None:
        self.holdings = holdings
        self.now = holdings.now
        self.requests: Counter[str] = Counter()
        self.removed: dict[str, datetime] = {}
        self._extra_tokens = 0
        self._deriver = Deriver(holdings.rolls)
        self._listed = {listed.entity.guid: place for place, listed in enumerate(holdings.listed)}
        self._log = ChangeLog()
        self._log.fill(self._rows())

    @cached_property
    def catalogue(self) -> Catalogue:
        """The publications at KOOP."""
        return Catalogue(self.holdings.dossiers)

    @cached_property
    def _by_guid(self) -> dict[str, int]:
        return {dossier.guid: place for place, dossier in enumerate(self.holdings.dossiers) if dossier.guid}

    def _events(self) -> Iterator[tuple[datetime, int, int, int]]:
        codes = {name: code for code, name in enumerate(CATEGORIES)}
        for place, dossier in enumerate(self.holdings.dossiers):
            for change in changes_of(dossier):
                yield emitted(change.moment), codes[change.category], place, change.ordinal
        for place, listed in enumerate(self.holdings.listed):
            yield emitted(listed.moment), codes[listed.entity.category], -1 - place, 0

    def _rows(self) -> Iterator[Row]:
        token = 0
        for moment, code, place, ordinal in sorted(self._events()):
            token = max(token + _STRIDE, token_at(moment) // 2 * 2)
            yield Row(token=token, category=CATEGORIES[code], place=place, ordinal=ordinal)

    @property
    def horizon(self) -> int:
        """The highest token that is visible now."""
        return token_at(self.now) + self._extra_tokens

    def page(self, category: str | None, token: int, limit: int) -> list[FeedItem]:
        """The first entries from a token on, of one category or of all."""
        names = (category,) if category else CATEGORIES
        horizon = self.horizon
        rows: list[Iterable[Row]] = [self._log.page(name, token, horizon, limit) for name in names]
        if self.holdings.crowd:
            rows += [_crowd_rows(name, token, horizon, limit) for name in names]
        merged = merge(*rows, key=lambda row: row.token) if len(rows) > 1 else rows[0]
        return [self._item(row) for row in islice(merged, limit)]

    def _item(self, row: Row) -> FeedItem:
        moment = moment_of(row.token)
        return FeedItem(token=row.token, moment=moment, entity=self._entity(row, moment))

    def _entity(self, row: Row, moment: datetime) -> Entity:
        if row.ordinal == CROWD:
            return crowd.member(row.category, row.place, row.token)
        if row.place < 0:
            entity = self.holdings.listed[-1 - row.place].entity
        else:
            dossier = self.holdings.dossiers[row.place]
            entity = self._deriver.entity(dossier, row.place, Change(moment=own_moment(dossier, row.category, row.ordinal, moment), category=row.category, ordinal=row.ordinal))
        return _tombstone(entity) if entity.guid in self.removed else entity

    def locate(self, guid: str) -> Row | None:
        """The visible row of an entity, or None where it is not there (yet)."""
        key = self._key(guid.lower())
        if key and key[2] == CROWD:
            token = crowd.token_of(*key[:2]) if self.holdings.crowd else 0
            return Row(token=token, category=key[0], place=key[1], ordinal=CROWD) if 0 < token <= self.horizon else None
        return self._log.find(*key, self.horizon) if key else None

    def _key(self, guid: str) -> tuple[str, int, int] | None:
        if guid in self._listed:
            place = self._listed[guid]
            return self.holdings.listed[place].entity.category, -1 - place, 0
        if guid in self._by_guid:
            return "Zaak", self._by_guid[guid], 0
        parts = read_bulk_guid(guid)
        if parts and parts[0] == crowd.SERIES:
            return parts[1], parts[2], CROWD
        if parts is None or parts[0] or parts[2] >= len(self.holdings.dossiers):
            return None
        return parts[1], parts[2], parts[3]

    def entity(self, guid: str) -> FeedItem | None:
        """One entity as it is now."""
        row = self.locate(guid)
        return self._item(row) if row else None

    def everything(self, category: str, *, since: datetime | None = None) -> Iterator[FeedItem]:
        """Every entity of a category as it is now, tombstones included, the crowd left out; those changed from a moment on."""
        if category not in CATEGORIES:
            return
        token = token_at(since) if since else 0
        while rows := self._log.page(category, token, self.horizon, _CHUNK):
            yield from map(self._item, rows)
            token = rows[-1].token + 1

    def neighbours(self, guid: str, category: str) -> Iterator[FeedItem]:
        """Entities of a category that may refer to an entity: those of its own case and the listed ones; for people, all."""
        key = self._key(guid)
        if key is None or key[2] == CROWD:
            return
        if key[1] < 0 or len(self.holdings.dossiers) < _FEW:
            yield from self.everything(category)
            return
        ordinals = {change.ordinal for change in changes_of(self.holdings.dossiers[key[1]]) if change.category == category}
        rows = [self._log.find(category, key[1], ordinal, self.horizon) for ordinal in sorted(ordinals)]
        rows += [self._log.find(category, -1 - place, 0, self.horizon) for place, one in enumerate(self.holdings.listed) if one.entity.category == category]
        yield from (self._item(row) for row in rows if row)

    @cached_property
    def _numbers(self) -> dict[tuple[str, str], list[str]]:
        found: dict[tuple[str, str], list[str]] = {}
        for place, dossier in enumerate(self.holdings.dossiers):
            if dossier.is_registered:
                found.setdefault(("Zaak", dossier.number), []).append(zaak_guid(dossier, place))
                for ordinal, paper in enumerate(dossier.papers):
                    found.setdefault(("Document", document_number(paper, place, ordinal)), []).append(document_guid(place, ordinal))
        for listed in self.holdings.listed:
            number = next((value for name, value in listed.entity.children if name in {"nummer", "documentNummer"}), None)
            if isinstance(number, str):
                found.setdefault((listed.entity.category, number), []).append(listed.entity.guid)
        return found

    def guids_of_number(self, category: str, number: str) -> list[str]:
        """The ids of the Zaken or Documents with a number."""
        return self._numbers.get((category, number), [])

    def resource(self, guid: str) -> tuple[str, bytes] | None:
        """Media type and bytes of the file of an entity, or None."""
        item = self.entity(guid)
        row = self.locate(guid)
        if item and guid.lower() in self.holdings.files:
            return item.entity.content_type, self.holdings.files[guid.lower()]
        if item is None or row is None or row.category not in DOWNLOADABLE or row.place < 0 or row.ordinal == CROWD or item.entity.is_deleted:
            return None
        paper = self.holdings.dossiers[row.place].papers[row.ordinal]
        data = self.holdings.texts(paper, paper.resource)
        return (item.entity.content_type, data) if data is not None else None

    def touch(self, guid: str) -> int:
        """Let an entity change now, without any difference in its content; its new token, or 0 where it is unknown."""
        row = self.locate(guid)
        return self._again(row) if row and row.ordinal != CROWD else 0

    def remove(self, guid: str) -> int:
        """Let an entity be withdrawn: from now on it is a tombstone."""
        row = self.locate(guid)
        if row is None or row.ordinal == CROWD:
            return 0
        self.removed[guid.lower()] = self.now
        return self._again(row)

    def emit_again(self, category: str, count: int, *, after: int = 0) -> int:
        """Let the first ``count`` entities of a category from a token on change, as mass corrections do; how many did."""
        rows = self._log.page(category, after, self.horizon, count)
        for row in rows:
            self._again(row)
        return len(rows)

    def _again(self, row: Row) -> int:
        token = (max(self._log.last_token(self.horizon), self.horizon) + _STRIDE) // 2 * 2
        self._extra_tokens = token - token_at(self.now)
        self._log.again(row, token)
        return token

    def move_clock(self, now: datetime) -> None:
        """Let it be another moment."""
        self.now = now

    def advance(self, **by: float) -> None:
        """Let time pass: ``advance(days=25)``."""
        self.move_clock(self.now + timedelta(**by))


def _crowd_rows(category: str, token: int, horizon: int, limit: int) -> Iterator[Row]:
    for at, number in crowd.places(category, token, horizon, limit):
        yield Row(token=at, category=category, place=number, ordinal=CROWD)


def _tombstone(entity: Entity) -> Entity:
    return Entity(category=entity.category, guid=entity.guid, stamp=entity.stamp, deleted="true")

