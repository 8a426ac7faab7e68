"""What a sync links after each change at the sources is what linking everything would give."""

import shutil
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from navraag.pipeline.linkage import link
from navraag.pipeline.rebuild import rebuild
from navraag.pipeline.run import Surroundings
from navraag.pipeline.told import writer_for
from navraag.replica.dutch_time import at_hour
from navraag.settings import Settings
from tests.contract.syncing import NOW, Trial, fingerprint_of, small, trial

CASES, STEPS = 24, 6


def linked_anew(home: Path, beside: Path) -> str:
    """What the registry says once every case is made anew from the same documents and entities."""
    shutil.copytree(home, beside)
    writer = writer_for(Settings(home=beside))
    try:
        writer.set_meta("linked_by", "")
        link(writer)
    finally:
        writer.close()
    said = fingerprint_of(beside)
    shutil.rmtree(beside)
    return said


def change(one: Trial, draws: Random, day: date) -> None:
    """It becomes a later day; entities are emitted again or removed, and a publication vanishes."""
    world = one.running.replica.world
    world.move_clock(at_hour(day, 23))
    for category in ("Zaak", "ZaakActor", "Document", "DocumentVersie"):
        guids = [row.entity.guid for row in world.everything(category)]
        for guid in draws.sample(guids, min(2, len(guids))):
            draws.choice([world.touch, world.remove])(guid)


@pytest.mark.slow
def test_some_is_all(tmp_path: Path) -> None:
    """From the first day of a history to its last, with a sync of every part; a rebuild from the raw documents says the same."""
    draws, holdings = Random(5), small(CASES)
    first, last = min(d.tabled for d in holdings.dossiers), max(paper.on for d in holdings.dossiers for paper in d.papers)
    with trial(tmp_path / "home", holdings) as one:
        for step in range(STEPS + 1):
            change(one, draws, first + (last + timedelta(days=60) - first) * step // STEPS)
            one.sync(days=40 * step)
            assert one.fingerprint() == linked_anew(one.home, tmp_path / "beside"), step
        some = one.fingerprint()
        rebuild(one.settings, Surroundings(now=lambda: NOW, processes=1))

        assert one.fingerprint() == some
