"""Figures of README and docs: found on their page, measured again, or said why not."""

import json
from pathlib import Path

import pytest

from navraag.errors import ConfigurationError
from navraag.pipeline.figures import Figure, check_figures, find_clone, read_figures, unmeasured
from tests.conftest import ROOT

TABLE = """
[[figure]]
pages = ["README.md"]
says = "three of 4 are right"
value = "3 of 4"
command = "python -c 'print(\\"right: 3 out of 4\\")'"
pattern = 'right: (\\d+) out of (\\d+)'

[[figure]]
pages = ["README.md"]
says = "16 seconds"
value = "16"
recorded = "speed.json: figures.seconds"

[[figure]]
pages = ["README.md"]
says = "17 seconds"
value = "17"
recorded = "speed.json: figures.seconds"

[[figure]]
pages = ["README.md"]
says = "1,000 cases"
value = "1000"
command = "python -c 'print(1000)'"
pattern = '\\d+'
slow = true

[[figure]]
pages = ["README.md"]
says = "5 lost"
value = "5"
command = "python -c 'print(5)'"
pattern = '\\d+'
needs = ["nowhere"]

[[figure]]
pages = ["README.md"]
says = "nobody says this"
value = "1"
"""
README = "three of 4 are right; 16 seconds; 17\nseconds; 1,000 cases; 5 lost\n\n| what | measured |\n|---|---|\n| speed | 16 seconds |\n| else | 99 |\n\n| a | b |\n|---|---|\n| c | in 7 days |\n| speed | 16 seconds |\n| width | 9.5 % |\n"


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone with a table and a result."""
    (tmp_path / "benchmark" / "results").mkdir(parents=True)
    (tmp_path / "docs").mkdir()
    (tmp_path / "README.md").write_text(README, encoding="utf-8")
    (tmp_path / "benchmark" / "figures.toml").write_text(TABLE, encoding="utf-8")
    (tmp_path / "benchmark" / "results" / "speed.json").write_text(json.dumps({"date": "2031-01-01", "figures": {"seconds": 16.39}}), encoding="utf-8")
    return tmp_path


def test_every_outcome(clone: Path) -> None:
    """Measured anew, as recorded, different, too slow, not to be had here, not said."""
    found = {one.figure.says: one for one in check_figures(clone)}

    assert {says: one.status for says, one in found.items()} == {
        "three of 4 are right": "holds", "16 seconds": "as recorded", "17 seconds": "differs", "1,000 cases": "not run", "5 lost": "not run",
        "nobody says this": "not on the page",
    }
    assert "recorded 2031-01-01" in found["16 seconds"].found
    assert found["5 lost"].found == "nowhere is not here"


def test_slow_ones_on_request(clone: Path) -> None:
    """With --all everything that can run does."""
    assert [one.status for one in check_figures(clone, every=True)].count("holds") == 2


def test_rows_that_the_table_does_not_know(clone: Path) -> None:
    """Tables with a column "measured", and cells that are numbers, state figures."""
    assert unmeasured(clone) == ("README.md: | else | 99 |", "README.md: | width | 9.5 % |")


def test_a_damaged_table(clone: Path) -> None:
    """One line says where."""
    (clone / "benchmark" / "figures.toml").write_text("[[figure]]\npages = 3\n", encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"figures\.toml cannot be read"):
        read_figures(clone)


def test_our_own_table() -> None:
    """Every figure of the table stands on its pages, and a clone is found from anywhere within it."""
    assert find_clone(Path(__file__).parent) == ROOT
    pages = {figure: [" ".join((ROOT / page).read_text(encoding="utf-8").split()) for page in figure.pages] for figure in read_figures(ROOT)}
    assert [figure.says for figure, words in pages.items() if not all(figure.says in text for text in words)] == []
    assert all(isinstance(figure, Figure) and (figure.command or figure.recorded) for figure in pages)
