"""What a replica is given: a generated history, the registrations of all Zaken, and the command that serves them."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from benchmark.corpus import write
from click.testing import CliRunner

from navraag.replica import crowd
from navraag.replica.history import history
from navraag.replica.registrations import people, register_name, registrations
from navraag.replica.server import running
from navraag.replica.world import World
from navraag.surfaces.cli.replica import replica
from tests.conftest import REAL
from tests.contract.replica_client import Reader, fields


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A history of 400 cases."""
    made = tmp_path_factory.mktemp("history")
    write(400, made)
    return made


def test_a_history_is_served_whole(folder: Path) -> None:
    """Every case and paper, in every form; the shelf is made once."""
    holdings = history(folder, crowd=False)
    with running(holdings) as server, httpx.Client(base_url=server.url, timeout=20) as http:
        reader = Reader(server, http)
        numbers = [fields(entity, "nummer")[0] for entity in reader.live("Zaak")]
        dossier = next(d for d in holdings.dossiers if len(d.papers) == 3 and d.tabled.year == 2019)
        files = {form: http.get(f"/{paper.publication}.{form}") for paper in dossier.papers for form in paper.forms}
        word = list(reader.live("Document"))[-1]

        assert len(numbers) == len(set(numbers)) == 400
        assert {answer.status_code for answer in files.values()} == {200}
        assert files["pdf"].content.startswith(b"%PDF")
        assert http.get(f"/SyncFeed/2.0/Resources/{word.get('id')}").status_code == 200
    assert (folder / "replica-shelf.jsonl").stat().st_mtime_ns == _again(folder)


def _again(folder: Path) -> int:
    history(folder, crowd=False)
    return (folder / "replica-shelf.jsonl").stat().st_mtime_ns


def test_answers_since_2025_are_loose(folder: Path) -> None:
    """From that session on an answer is ``ah-<number>``, in PDF alone, and stays so."""
    late = [p for d in history(folder).dossiers for p in d.papers if p.kind != "questions" and p.on.isoformat() > "2025-09-20"]

    assert late
    assert all(re.fullmatch(r"ah-\d+", paper.publication) and paper.forms == ("pdf",) and paper.formatted is None for paper in late)


def test_the_crowd_fills_the_feed(folder: Path) -> None:
    """Millions, at odd tokens, each found by its id too; the holdings stand between them."""
    world = World(history(folder))
    page = world.page(None, 20_000_001, 250)
    one = next(item for item in page if item.token % 2)

    assert 5_000_000 < crowd.size(world.horizon) < 6_500_000
    assert len({item.token for item in page}) == 250
    assert [item.token for item in page] == sorted(item.token for item in page)
    assert world.entity(one.entity.guid) == one
    assert {"Motie"} & {str(value) for item in world.page("Zaak", 0, 50) for name, value in item.entity.children if name == "soort"}


def test_a_page_of_the_crowd_continues_where_it_ended() -> None:
    """Two halves are the whole."""
    whole = list(crowd.places("Stemming", 0, 10**7, 40))
    halves = list(crowd.places("Stemming", 0, 10**7, 20))

    assert whole == halves + list(crowd.places("Stemming", halves[-1][0] + 1, 10**7, 20))


@pytest.mark.real
def test_all_registrations_and_all_ids() -> None:
    """42,994 Zaken, 2,626 of 2016, 41,098 of them with a publication; 1,779 oral sets; every one of the ids once."""
    holdings = registrations(REAL / "odata" / "zaak_schriftelijke_vragen_2024-10-02.jsonl.gz", REAL / "ids" / "kvah_ids.txt.gz")
    zaken = [dossier for dossier in holdings.dossiers if dossier.row]
    names = [paper.publication for dossier in holdings.dossiers for paper in dossier.papers]

    assert len(zaken) == 42_994
    assert sum(dossier.number.startswith("2016") for dossier in zaken) == 2_626
    assert sum(bool(dossier.papers) for dossier in zaken) == 41_098
    assert sum(dossier.is_oral for dossier in holdings.dossiers) == 1_779
    assert len(names) == len(set(names)) == 151_327


NAMES = [("Ada van der Klaver (A.B.)", "A.B. van der Klaver"), ("Klaver (AB)", "AB Klaver"), ("I.W. Brink", "I.W. Brink"), ("Ada Maria Klaver (A.M.)", "A.M. Maria Klaver")]


@pytest.mark.parametrize(("printed", "expected"), NAMES)
def test_names_of_joined_actors(printed: str, expected: str) -> None:
    """Initials come first, as a ZaakActor has them."""
    assert expected == register_name(printed)
    assert people(f"{printed}, B. Beuk") == (printed, "B. Beuk")


@pytest.mark.parametrize(("arguments", "sentence"), [
    (["--data", "nowhere"], "neither samples nor quirks"), (["--faults", "slow"], "is no fault"), (["--now", "yesterday"], "no day and no moment"),
])
def test_the_command_refuses(arguments: list[str], sentence: str) -> None:
    """One clear sentence."""
    result = CliRunner().invoke(replica, arguments)

    assert sentence in str(result.exception)


@pytest.mark.skipif(os.name == "nt", reason="signals differ there")
def test_the_command_serves_until_it_is_stopped() -> None:
    """It tells its address, answers on loopback, and ends at Ctrl-C."""
    command = [sys.executable, "-m", "navraag.surfaces.cli.main", "replica", "--port", "0", "--now", "2022-03-01", "--faults", "500@/sru*1"]
    started = "import sys; from navraag.surfaces.cli.main import main; sys.argv = ['navraag', *sys.argv[1:]]; main()"
    with subprocess.Popen([sys.executable, "-c", started, *command[3:]], stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        try:
            url = re.search(r"http://127\.0\.0\.1:\d+", process.stderr.readline())
            assert url is not None
            state = httpx.get(f"{url[0]}/_replica/state").json()
            codes = [httpx.get(f"{url[0]}/sru").status_code for _ in range(2)]
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=10)

    assert state["now"] == "2022-03-01T22:00:00+00:00"
    assert codes == [500, 200]
