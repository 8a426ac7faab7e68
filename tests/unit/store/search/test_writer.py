"""The life of an index: made, kept up, swapped, damaged, mended."""

import contextlib
import json
import os
import random
import subprocess
import sys
import threading
from datetime import date
from pathlib import Path

import pytest

from navraag.pipeline.clock import with_clock
from navraag.store.database import registry_file
from navraag.store.reader import Registry, open_registry
from navraag.store.search.files import IndexMissingError, begin, current
from navraag.store.search.writer import build, keep_up
from navraag.store.session import ReadOnly
from navraag.store.writer import Writer
from tests.unit.store.make import case, fill
from tests.unit.store.search.make import CASES, TODAY, fill_and_index, told

NEW = told("2021Z00299", "Turf in de winter", [("Waar ligt de turf?", "In de schuur.")], tabled=date(2021, 1, 5), on=date(2021, 2, 1))


def write(home: Path, cases) -> None:
    """Make the cases of a registry exactly these, and bring the index up to them."""
    writer = Writer(home / "registry.sqlite3")
    writer.write_cases(map(with_clock, cases))
    writer.close()


def up(home: Path):
    """Keep the index up."""
    with ReadOnly(registry_file(home)) as registry:
        return keep_up(registry, home, lambda *_: None)


def as_nobody_program(folder: Path, imports: str, program: str) -> str:
    """A program for somebody who may read the folder, but not write there (root may do everything)."""
    while os.getuid() == 0 and folder.stat().st_uid == 0 and len(folder.parts) > 2:
        folder.chmod(0o755)
        folder = folder.parent
    return f"{imports}\nimport os\nif os.getuid() == 0: os.setuid(65534)\n{program}"


def found(registry: Registry, typed: str) -> list[str]:
    """The pairs that a text finds."""
    return [hit.id for hit in registry.search(typed, today=TODAY).hits]


def test_a_change_is_found_by_who_had_it_open(tmp_path: Path) -> None:
    """New, changed and removed cases, without being opened again; a second time nothing is done."""
    fill_and_index(tmp_path)
    with open_registry(tmp_path) as registry:
        assert [] == found(registry, "turf")
        write(tmp_path, (*CASES[1:], NEW))
        report = up(tmp_path)

        assert (False, 2) == (report.rebuilt, report.cases)
        assert (["2021Z00299/1"], []) == (found(registry, "turf"), found(registry, "veerpont"))
        assert (False, 0) == (up(tmp_path).rebuilt, up(tmp_path).documents)


def test_what_was_kept_up_is_what_is_made_anew(tmp_path: Path) -> None:
    """The same totals and the same pairs."""
    fill_and_index(tmp_path)
    write(tmp_path, (*CASES[1:], NEW))
    up(tmp_path)
    with open_registry(tmp_path) as registry:
        kept = {typed: sorted(found(registry, typed)) for typed in ("", "turf", "brug", "handel in mensen")}
        with ReadOnly(registry_file(tmp_path)) as source:
            build(source, tmp_path, lambda *_: None)

        assert kept == {typed: sorted(found(registry, typed)) for typed in kept}


def test_a_search_goes_on_while_an_index_takes_its_place(tmp_path: Path) -> None:
    """Every search sees a whole index, the old or the new one."""
    fill_and_index(tmp_path)
    totals: list[int] = []
    done = threading.Event()

    def search() -> None:
        with open_registry(tmp_path) as registry:
            while not done.is_set():
                totals.append(registry.search("", today=TODAY).total)

    reader = threading.Thread(target=search)
    reader.start()
    for _ in range(4):
        with ReadOnly(registry_file(tmp_path)) as source:
            build(source, tmp_path, lambda *_: None)
    done.set()
    reader.join()

    assert {6} == set(totals)
    assert 1 == len([folder for folder in (tmp_path / "index").iterdir() if folder.is_dir()])


def replace(file: Path, data: bytes) -> None:
    """Other bytes under this name. Never into the file itself: who has it mapped would lose the ground under his feet."""
    beside = file.with_name(f"{file.name}.other")
    beside.write_bytes(data)
    beside.replace(file)


def _cut(file: Path) -> None:
    replace(file, file.read_bytes()[: file.stat().st_size // 2])


def _segment(home: Path, ending: str) -> Path:
    return max(current(home).data.glob(f"*{ending}"), key=lambda file: file.stat().st_size)


DAMAGE = [
    ("no pointer", lambda home: (home / "index" / "current").unlink()),
    ("a pointer to nowhere", lambda home: (home / "index" / "current").write_text("g99")),
    ("a pointer out of the folder", lambda home: (home / "index" / "current").write_text("../..")),
    ("no state", lambda home: (current(home).folder / "state.json").unlink()),
    ("a state that is no state", lambda home: (current(home).folder / "state.json").write_text("[1]")),
    ("no words", lambda home: (current(home).folder / "words.tsv").unlink()),
    ("no spellings", lambda home: (current(home).folder / "spellings.tsv").unlink()),
    ("words of another analysis", lambda home: (current(home).folder / "words.tsv").write_text("dijk\t9\n")),
    ("no table of segments", lambda home: (current(home).data / "meta.json").unlink()),
    ("half a table of segments", lambda home: _cut(current(home).data / "meta.json")),
    ("half a list of terms", lambda home: _cut(_segment(home, ".term"))),
    ("half a list of documents", lambda home: _cut(_segment(home, ".idx"))),
    ("no stored ids", lambda home: _segment(home, ".store").unlink()),
    ("half a column", lambda home: _cut(_segment(home, ".fast"))),
]


@pytest.mark.parametrize(("why", "damage"), DAMAGE)
def test_a_damaged_index_says_so_and_is_mended(tmp_path: Path, why: str, damage) -> None:
    """By rebuild --index, and by the next run that keeps it up where that can tell."""
    fill_and_index(tmp_path)
    damage(tmp_path)
    with open_registry(tmp_path) as registry, pytest.raises(IndexMissingError, match="navraag rebuild --index"):
        found(registry, "veerpont")
    with ReadOnly(registry_file(tmp_path)) as source:
        build(source, tmp_path, lambda *_: None)
    with open_registry(tmp_path) as registry:
        assert 2 == len(found(registry, "veerpont")), why


def test_wrong_bytes_are_told_or_do_no_harm(tmp_path: Path) -> None:
    """Some bytes of any file changed: an answer, or the one sentence; never another error."""
    fill_and_index(tmp_path)
    chance = random.Random(20261125)
    files = [file for file in current(tmp_path).folder.rglob("*") if file.is_file() and file.stat().st_size]
    for _ in range(40):
        file = chance.choice(files)
        sound = file.read_bytes()
        damaged = bytearray(sound)
        for _ in range(chance.choice((1, 5, 20))):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        replace(file, damaged)
        with open_registry(tmp_path) as registry, contextlib.suppress(IndexMissingError):
            for typed in ("", "veerpont", '"de veerpont"', "stik*"):
                found(registry, typed)
                list(registry.search.every(typed, today=TODAY))
        replace(file, sound)


def test_who_may_not_write_can_search(tmp_path: Path) -> None:
    """And sees what is written later."""
    fill_and_index(tmp_path)
    for folder in (current(tmp_path).data, tmp_path):
        folder.chmod(0o555)
    program = (
        f"home = pathlib.Path({str(tmp_path)!r}); day = datetime.date(2021, 3, 1)\n"
        "with open_registry(home) as registry:\n"
        "    print(registry.search('veerpont', today=day).total, os.access(home, os.W_OK), flush=True)\n"
        "    input()\n"
        "    print(registry.search('turf', today=day).total)"
    )
    imports = "import datetime, importlib.readers, pathlib\nfrom navraag.store.reader import open_registry"
    reader = subprocess.Popen([sys.executable, "-c", as_nobody_program(tmp_path, imports, program)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert reader.stdout
    assert "2 False\n" == reader.stdout.readline()
    for folder in (current(tmp_path).data, tmp_path):
        folder.chmod(0o755)
    write(tmp_path, (*CASES, NEW))
    up(tmp_path)

    assert ("1\n", None) == reader.communicate("\n", timeout=60)


def test_an_index_of_another_format_is_not_read(tmp_path: Path) -> None:
    """It says so, and keeping it up makes it anew."""
    fill_and_index(tmp_path)
    state = current(tmp_path).folder / "state.json"
    state.write_text(json.dumps(json.loads(state.read_text()) | {"format": 1}))
    with open_registry(tmp_path) as registry, pytest.raises(IndexMissingError, match="another version"):
        found(registry, "veerpont")

    assert up(tmp_path).rebuilt


def test_an_index_of_another_registry_is_not_read(tmp_path: Path) -> None:
    """Copied beside it, or left by one that was removed."""
    fill_and_index(tmp_path)
    (tmp_path / "registry.sqlite3").unlink()
    for left in tmp_path.glob("registry.sqlite3-*"):
        left.unlink()
    fill(tmp_path, (NEW,)).close()
    with open_registry(tmp_path) as registry:
        with pytest.raises(IndexMissingError, match="another registry"):
            found(registry, "veerpont")
        assert up(tmp_path).rebuilt
        assert ["2021Z00299/1"] == found(registry, "turf")


def test_a_build_that_was_killed_leaves_the_old_index(tmp_path: Path) -> None:
    """And its remains go with the next build."""
    fill_and_index(tmp_path)
    left = begin(tmp_path)
    (left.data / "half.term").write_bytes(b"x")
    with open_registry(tmp_path) as registry:
        assert 2 == len(found(registry, "veerpont"))
    with ReadOnly(registry_file(tmp_path)) as source:
        build(source, tmp_path, lambda *_: None)

    assert [current(tmp_path).folder] == [folder for folder in (tmp_path / "index").iterdir() if folder.is_dir()]


def test_a_writer_that_was_killed_before_its_commit_stands_in_nobodys_way(tmp_path: Path) -> None:
    """Its files are there, and the table of segments is the one before: the next run does the same anew."""
    fill_and_index(tmp_path)
    held = current(tmp_path)
    before = {file: file.read_bytes() for file in (held.data / "meta.json", held.folder / "state.json")}
    fill(tmp_path, (*CASES[1:], NEW)).close()
    up(tmp_path)
    for file, data in before.items():
        replace(file, data)
    up(tmp_path)

    with open_registry(tmp_path) as registry:
        assert ["2021Z00299/1"] == found(registry, "turf")


def test_a_registry_without_cases_has_an_index(tmp_path: Path) -> None:
    """That finds nothing."""
    fill(tmp_path, ()).close()
    up(tmp_path)
    with open_registry(tmp_path) as registry:
        assert 0 == registry.search("", today=TODAY).total


def test_a_case_without_anything_is_a_document(tmp_path: Path) -> None:
    """Found by its number."""
    fill(tmp_path, (case("2020Z00201", "", tabled=None, askers=(), addressees=(), topics=()),)).close()
    up(tmp_path)
    with open_registry(tmp_path) as registry:
        assert ["2020Z00201"] == found(registry, "nr:2020Z00201")
