"""Speed of lists, statistics and the page of a member: python -m benchmark.clock --home REGISTRY (a copy: persons are put into it).

Cold: the first reader of a page after the site was started. Warm: the second. Wall time and, since other programs may run beside
it, the processor's time of this process. The registry is one of ``benchmark.corpus``, whose members are names only: each becomes a
person, and as many of them become one as make a member of at least 1,500 sets.
"""

import argparse
import asyncio
import json
import os
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any, TypeVar

import httpx

from benchmark.machine import keep
from navraag.records.people import KAMER, Membership, Person, Roll
from navraag.records.statistics import DIMENSIONS, Period
from navraag.store.lists import GROUP_KINDS, LIST_KINDS, day_list, groups
from navraag.store.reader import open_registry
from navraag.store.rolls import write_roll
from navraag.store.writer import Writer
from navraag.surfaces.statistics import SUBJECTS, Statistics
from navraag.surfaces.web.app import open_app

SETS = 1500
SEED = 7
PAGES = (
    "/cijfers", "/cijfers?van=1995-01-01", "/cijfers/ministerie", "/cijfers/ministerie?van=1995-01-01", "/cijfers/ambt?van=1995-01-01",
    "/cijfers/bewindspersoon?van=1995-01-01", "/cijfers/partij?van=1995-01-01", "/cijfers/lid?van=1995-01-01", "/cijfers/omvang?van=1995-01-01",
    "/cijfers/jaar?van=1995-01-01", "/cijfers/werklast?van=1995-01-01", "/cijfers/uitstel?van=1995-01-01", "/cijfers/samen?van=1995-01-01",
    "/cijfers/zetels?van=1995-01-01", "/cijfers/sets?van=1995-01-01&uitkomst=te-laat-streng", "/te-laat", "/te-laat?dag=2013-05-13&per=ambt", "/langst-open?dag=2007-03-05",
)
Made = TypeVar("Made")


def prepared(home: Path) -> str:
    """Puts the persons in, and gives the id of the one with the most sets."""
    writer = Writer(home / "registry.sqlite3")
    with writer.connection as connection:
        rows = connection.execute("SELECT name, min(party), count(DISTINCT case_id) FROM case_asker GROUP BY name ORDER BY name").fetchall()
        taken, many = 0, []
        for name, _, sets in rows:
            if taken < SETS * 1.05:
                many.append(name)
                taken += sets
        ids = {name: "veelvrager" if name in many else f"lid-{at}" for at, (name, _, _) in enumerate(rows)}
        persons = {ids[name]: Person(id=ids[name], name=name, family_name=name) for name, _, _ in rows}
        seats = tuple(
            Membership(id=f"m-{ids[name]}-{at}", person_id=ids[name], organization_id=KAMER, role="lid", on_behalf_of_id=party, start_date=date(1995, 1, 1))
            for at, (name, party, _) in enumerate(rows)
        )
        write_roll(connection, Roll(persons=tuple(persons.values()), memberships=seats))
        connection.executemany("UPDATE case_asker SET person_id = ? WHERE name = ?", [(person, name) for name, person in ids.items()])
    writer.close()
    return "veelvrager"


def timed(work: Callable[[], Made]) -> tuple[dict[str, float], Made]:
    """Milliseconds by the clock on the wall, and of the processor."""
    wall, processor = time.perf_counter(), time.process_time()
    made = work()
    return {"wall_ms": round(1000 * (time.perf_counter() - wall), 1), "cpu_ms": round(1000 * (time.process_time() - processor), 1)}, made


def lists(home: Path, days: int) -> dict[str, Any]:
    """The list of past days taken at random: made, and divided by minister."""
    draw, found = Random(SEED), []
    for _ in range(days):
        day = date(1996, 1, 1) + timedelta(days=draw.randrange(29 * 365))
        with open_registry(home) as registry:
            registry.rows("PRAGMA data_version")
            took, listed = timed(lambda registry=registry, day=day: day_list(registry, "late", day))  # type: ignore[misc]
            found.append(took | {"sets": len(listed.cases)})
    return {"days": days, **_spread(found)}


def _spread(found: list[dict[str, float]]) -> dict[str, float]:
    """The middle and the worst."""
    kept = {}
    for name in ("wall_ms", "cpu_ms"):
        values = sorted(one[name] for one in found)
        kept |= {f"{name}_median": values[len(values) // 2], f"{name}_most": values[-1]}
    return kept


def recomputed(home: Path) -> dict[str, float]:
    """Everything once: each dimension and subject over all years, every list of a day by everything."""
    def work() -> None:
        with open_registry(home) as registry:
            statistics = Statistics(registry)
            whole = Period(first=date(1995, 1, 1), last=statistics.day, day=statistics.day)
            for what in (*DIMENSIONS, *SUBJECTS):
                statistics.table(what, whole)
            for kind in LIST_KINDS:
                listed = day_list(registry, kind, statistics.day)
                for group in GROUP_KINDS:
                    groups(registry, listed, group)

    return timed(work)[0]


async def pages(home: Path, addresses: tuple[str, ...]) -> dict[str, Any]:
    """Each page of a site just started, then once more."""
    found: dict[str, Any] = {}
    for address in addresses:
        transport = httpx.ASGITransport(app=open_app(home))
        async with httpx.AsyncClient(transport=transport, base_url="http://navraag.test") as client:
            found[address] = {"cold": await _asked(client, address), "warm": await _asked(client, address)}
    return found


async def _asked(client: httpx.AsyncClient, address: str) -> dict[str, float]:
    wall, processor = time.perf_counter(), time.process_time()
    answer = await client.get(address)
    took = {"wall_ms": round(1000 * (time.perf_counter() - wall), 1), "cpu_ms": round(1000 * (time.process_time() - processor), 1)}
    if answer.status_code != 200:
        raise SystemExit(f"{address}: {answer.status_code}")
    return took | {"bytes": len(answer.content)}


def main() -> None:
    """Measure, print, keep."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--home", type=Path, required=True)
    options.add_argument("--days", type=int, default=40)
    wanted = options.parse_args()
    member = prepared(wanted.home)
    with open_registry(wanted.home) as registry:
        cases, sets = registry.rows("SELECT count(*) FROM case_row")[0][0], registry.rows("SELECT count(DISTINCT case_id) FROM case_asker WHERE person_id = ?", (member,))[0][0]
    kept: dict[str, Any] = {
        "cases": cases, "load": os.getloadavg()[0], "list_of_a_day": lists(wanted.home, wanted.days), "all_statistics": recomputed(wanted.home),
        "pages": asyncio.run(pages(wanted.home, PAGES)), "member_page": {"sets": sets, **asyncio.run(pages(wanted.home, (f"/lid/{member}", f"/lid/{member}/open")))},
    }
    print(json.dumps(kept, indent=1))
    print(f"kept in {keep('clock', kept)}")


if __name__ == "__main__":
    main()
