"""navraag waiting, statistics and people: as a user meets them."""

import csv
import io
import json
from pathlib import Path

import feedparser
import pytest
from icalendar import Calendar

from navraag.surfaces.statistics import WHAT
from tests.surfaces.test_cli_registry import run
from tests.unit.store.waiting_cases import registry

ON = ("--on", "2024-05-13")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A registry of invented cases and people."""
    folder = tmp_path_factory.mktemp("cli_figures")
    registry(folder).close()
    return folder


def test_a_list_in_words(home: Path) -> None:
    """What it holds, then a set a line."""
    lines = run("waiting", "late", *ON, home=home).stdout.splitlines()
    assert lines[0] == "late on 2024-05-13: 3 sets with 11 questions; 1 with a notice of delay; 6 sets open in all"
    assert lines[1].split()[:5] == ["2024Z90001", "100", "days", "79", "over"]
    assert "no notice" in lines[1]


def test_a_list_by_post(home: Path) -> None:
    """Who holds it, since when, what was inherited; no rank."""
    lines = run("waiting", "late", *ON, "--by", "post", home=home).stdout.splitlines()
    assert "Minister van Justitie en Veiligheid  Mia Minister since 2024-04-20, in the first 30 days, 3 inherited  (information not received 1)" in lines[1]


def test_a_list_in_every_form(home: Path) -> None:
    """JSON, CSV, Atom, calendar: the same sets."""
    told = json.loads(run("waiting", "longest-open", *ON, "--format", "json", home=home).stdout)
    rows = list(csv.DictReader(io.StringIO(run("waiting", "longest-open", *ON, "--format", "csv", home=home).stdout)))
    assert [case["number"] for case in told["cases"]] == [row["number"] for row in rows]
    assert told["sets"] == 6
    narrowed = ("waiting", "longest-open", *ON, "--member", "Tom Toets", "--ministry", "VWS", "--by", "party", "--format", "json")
    assert {group["key"]: group["sets"] for group in json.loads(run(*narrowed, home=home).stdout)["groups"]} == {"cda": 2, "sp": 1}


def test_feeds_for_a_schedule(home: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Bytes on standard output, with the links of a site."""
    from navraag.surfaces.cli.waiting import waiting

    common = ["soon", "--home", str(home), "--on", "2024-05-13", "--site", "https://navraag.example/"]
    waiting.main([*common, "--format", "atom"], standalone_mode=False)
    read = feedparser.parse(capfdbinary.readouterr().out)
    assert [entry.link for entry in read.entries] == ["https://navraag.example/kamervraag/2024Z90005/", "https://navraag.example/kamervraag/2024Z90003/"]
    waiting.main([*common, "--format", "ics"], standalone_mode=False)
    assert len(Calendar.from_ical(capfdbinary.readouterr().out).walk("VEVENT")) == 2


def test_a_day_beyond_the_sources(home: Path) -> None:
    """Said, not an empty list."""
    assert run("waiting", "late", "--on", "2030-01-01", home=home).stdout == "2030-01-01: not known; the sources end on 2024-12-31\n"


@pytest.mark.parametrize("what", WHAT)
def test_every_statistic(home: Path, what: str) -> None:
    """In columns, as CSV, as JSON with the words about each column; also of a period with nothing in it."""
    words = run("statistics", what, *ON, home=home)
    assert (words.returncode, words.stderr) == (0, "")
    assert words.stdout.startswith("Written questions of the Tweede Kamer asked 2020-01-01 – 2024-05-13, as known on 2024-05-13\n")
    told = json.loads(run("statistics", what, *ON, "--format", "json", home=home).stdout)
    rows = list(csv.DictReader(io.StringIO(run("statistics", what, *ON, "--format", "csv", home=home).stdout)))
    assert len(told["rows"]) == len(rows) > 0
    assert set(told["columns"]) == set(rows[0])
    assert run("statistics", what, *ON, "--from", "2030-01-01", home=home).returncode == 0


def test_statistics_with_filters(home: Path) -> None:
    """Names or codes; a month; the sets behind a number."""
    told = json.loads(run("statistics", "all", *ON, "--ministry", "justitie en veiligheid", "--party", "SP", "--stance", "opposition", "--format", "json", home=home).stdout)
    assert (told["only"], told["rows"][0]["sets"]) == ({"ministry": "jenv", "party": "sp", "stance": "opposition"}, 11)
    late = json.loads(run("statistics", "cases", *ON, "--which", "late_listed", "--format", "json", home=home).stdout)
    assert [row["number"][-4:] for row in late["rows"]] == ["0009", "0010", "0001", "0016", "0004"]


@pytest.mark.parametrize(("arguments", "told"), [
    (("waiting", "late", "--ministry", "veiligheid"), "navraag: no ministry 'veiligheid' is held: Justitie en Veiligheid\n"),
    (("statistics", "all", "--party", "xyz"), "navraag: no party 'xyz' is held\n"), (("statistics", "all", "--month", "2024-13"), "navraag: there is no month '2024-13'\n"),
    (("waiting", "late", "--on", "2024-02-30"), "'2024-02-30' does not match"), (("statistics", "planet"), "'planet' is not one of"),
])
def test_mistakes_are_one_line(home: Path, arguments: tuple[str, ...], told: str) -> None:
    """Status 2, and what was meant perhaps."""
    result = run(*arguments, home=home)
    assert result.returncode == 2
    assert told in result.stderr


def test_people_are_found(home: Path) -> None:
    """By words of the name; nobody is status 1."""
    lines = run("people", "proefman", "--today", "2024-05-13", home=home).stdout.splitlines()
    assert lines[0].startswith("Sanne Proefman  [sanne-proefman]  12 sets of questions")
    assert "Tweede Kamer, SP" in lines[1]
    told = json.loads(run("people", "minister", "--json", "--today", "2024-05-13", home=home).stdout)
    assert [person["id"] for person in told["persons"]] == ["mia-minister"]
    nobody = run("people", "xyz", home=home)
    assert (nobody.returncode, nobody.stdout) == (1, "nobody has that name here\n")


def test_check_lists_what_stays_as_printed(home: Path) -> None:
    """A name that is nobody's, a ministry that is none."""
    told = json.loads(run("check", "--json", home=home).stdout)
    assert {part["part"]: [one["name"] for one in part["unresolved"]] for part in told["names"]}["asker"] == ["Wie Ook"]
    loose = {end["kind"]: end["examples"] for end in told["loose_ends"]}
    assert loose["ministry_unknown"] == ["2024Z90006"]
    assert loose["answers_without_day"] == ["2023Z90012"]
