"""``navraag show`` and ``parse`` of files that are not there or cannot be read: one line that names the file once."""

import sys
from pathlib import Path

import pytest

from navraag.surfaces.cli.main import main

MISSING = [
    # what is asked for, part of the answer: why
    ("missing.docx", "there is no file missing.docx"),
    ("map/sub/brief", "there is no file map/sub/brief"),
    ("./ah-tk-20202021-9001", "there is no file ./ah-tk-20202021-9001"),
    ("2020Z90001", "there is no registry"),  # a number
    ("2020Z90001/3", "there is no registry"),  # a pair
    ("ah-tk-20202021-9001", "there is no registry"),  # a publication
]


@pytest.mark.parametrize(("what", "answer"), MISSING)
def test_what_is_not_there(what: str, answer: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is meant as one is told to be missing; all else is looked up in the registry."""
    monkeypatch.chdir(tmp_path)

    assert _status(["show", what, "--home", str(tmp_path / "home")]) == 2
    assert answer in capsys.readouterr().err


@pytest.mark.parametrize("command", ["show", "parse"])
def test_a_refused_file_is_named_once(command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With its path, and the reason."""
    file = tmp_path / "kapot.docx"
    file.write_bytes(b"PK\x03\x04 kapot")

    assert _status([command, str(file)]) == 1
    line = capsys.readouterr().err
    assert line.count("kapot.docx") == 1
    assert line.startswith(f"navraag: {file}: the zip container")


def _status(arguments: list[str]) -> int:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sys, "argv", ["navraag", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
    return int(ended.value.code or 0)
