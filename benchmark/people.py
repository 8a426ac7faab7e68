"""How many names of the real registrations are resolved, and a sample of them to be read: python -m benchmark.people [--sample N]."""

import argparse
import gzip
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from benchmark.machine import REAL, keep
from navraag.linking.directory import Directory
from navraag.linking.judgements import shipped
from navraag.linking.people import Resolver
from navraag.parsing.layouts.tk_entities import read_lines
from navraag.parsing.openkamer.entities import read_fixtures
from navraag.records.attribution import Attribution
from navraag.records.cases import Case

LAST_YEAR = 2018
SEED = 20181231
Named = tuple[Case, Attribution]


def fixtures() -> Iterator[tuple[str, str, str]]:
    """The records of the lists of people."""
    for path in sorted((REAL / "people").glob("ok_fixture_*.json")):
        for row in json.loads(path.read_text(encoding="utf-8")):
            yield row["model"], str(row["pk"]), json.dumps(row["fields"])


def cases(resolver: Resolver) -> Iterator[Case]:
    """Every registration as a case with its people resolved."""
    with gzip.open(REAL / "odata" / "zaak_schriftelijke_vragen_2024-10-02.jsonl.gz") as lines:
        for row in read_lines(lines):
            yield resolver.resolved(Case(number=row.number, tabled_on=row.tabled_on, askers=row.askers, addressees=row.addressees))


def figures(named: Iterable[Named], known: frozenset[str]) -> dict[str, Any]:
    """Names and those resolved, in the period of the lists and after it; ``known``: family names that the lists hold."""
    counts: Counter[str] = Counter()
    unresolved: Counter[str] = Counter()
    for case, who in named:
        period = "to_2018" if case.tabled_on and case.tabled_on.year <= LAST_YEAR else "later"
        counts[f"{period}.names"] += 1
        counts[f"{period}.resolved"] += who.person_id is not None
        counts[f"{period}.organization"] += who.organization_id is not None
        if who.person_id is None and period == "to_2018":
            unresolved[who.printed] += 1
    share = counts["to_2018.resolved"] / counts["to_2018.names"]
    listed = {name: count for name, count in unresolved.most_common() if name in known}
    return {**counts, "to_2018.share": round(share, 5), "to_2018.unresolved": dict(unresolved.most_common()), "to_2018.unresolved_but_listed": listed}


def twice(named: Iterable[Named]) -> list[str]:
    """Names that stand for two persons on one day."""
    meant: dict[tuple[str, date | None], set[str]] = defaultdict(set)
    for case, who in named:
        if who.person_id:
            meant[who.printed, case.tabled_on].add(who.person_id)
    return [f"{name} {day}: {', '.join(sorted(persons))}" for (name, day), persons in meant.items() if len(persons) > 1]


def sample(named: list[Named], count: int, resolver: Resolver) -> Iterator[str]:
    """Lines to be read, with a column for the verdict: number, day, name as printed, person, party or post, seats and posts."""
    early = [one for one in named if one[0].tabled_on and one[0].tabled_on.year <= LAST_YEAR and one[1].person_id]
    for case, who in random.Random(SEED).sample(early, count):
        person = resolver.directory.persons[who.person_id or ""]
        yield "\t".join(("____", case.number, str(case.tabled_on), who.printed, f"{person.name} ({person.initials})", who.party or who.post_id or "-", str(person.birth_date)))


def main() -> None:
    """Measure, keep the figures, print the sample."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sample", type=int, default=0, help="print so many askers and so many addressees to be judged")
    wanted = options.parse_args()
    resolver = Resolver(Directory(read_fixtures(fixtures())), shipped())
    held = list(cases(resolver))
    askers = [(case, who) for case in held for who in case.askers]
    addressees = [(case, who) for case in held for who in case.addressees]
    family = frozenset(who.printed for _, who in (*askers, *addressees) if resolver.directory.fitting(who.printed, who.name))
    kept = {
        "cases": len(held), "askers": figures(askers, family), "addressees": figures(addressees, family),
        "two_persons_on_one_day": twice([*askers, *addressees]),
    }
    print(json.dumps(kept, indent=1, ensure_ascii=False))
    print(f"kept in {keep('people', kept)}")
    for title, named in (("askers", askers), ("addressees", addressees)):
        if wanted.sample:
            print(f"\n# {title}: verdict, number, day, printed, person, party or post, born")
            print("\n".join(sample(named, wanted.sample, resolver)))


if __name__ == "__main__":
    main()
