"""Files on disk: everything found, in one order, and a sentence for what cannot be read."""

import os
import socket
from pathlib import Path

import pytest

from navraag.errors import ConfigurationError
from navraag.sources.archive import label
from navraag.sources.folder import FoundFile, check_paths, count_files, find
from tests.unit.sources.make import as_nobody, zip_of


def found(*paths: Path) -> dict[str, bytes | str]:
    """What ``find`` gives: bytes, or the reason why not."""
    return {one.source_id: one.data if isinstance(one, FoundFile) else one.reason for one in find(paths)}


def test_folders_files_and_archives_give_their_files_in_order(tmp_path: Path) -> None:
    """Hidden files and the leftovers of other systems are passed over."""
    for name in ("b/2.xml", "b/1.xml", "a.txt", ".git/config", "b/.hidden", "~$letter.docx", "Thumbs.db"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(name.encode())
    (tmp_path / "c.zip").write_bytes(zip_of({"y/4.xml": b"4", "3.xml": b"3", "__MACOSX/3.xml": b"x", ".DS_Store": b"x"}))

    assert list(found(tmp_path).items()) == [
        ("a.txt", b"a.txt"), ("b/1.xml", b"b/1.xml"), ("b/2.xml", b"b/2.xml"), ("c.zip!3.xml", b"3"), ("c.zip!y/4.xml", b"4"),
    ]
    assert found(tmp_path / "a.txt") == {"a.txt": b"a.txt"}
    assert [one.name for one in find([tmp_path / "c.zip"]) if isinstance(one, FoundFile)] == ["3.xml", "4.xml"]
    assert [one.named for one in find([tmp_path / "a.txt"]) if isinstance(one, FoundFile)] == [True]
    assert count_files([tmp_path, tmp_path / "a.txt"]) == 9


def test_word_files_are_documents_not_archives(tmp_path: Path) -> None:
    """Though they are zips."""
    for name, first in (("brief.docx", "[Content_Types].xml"), ("brief.odt", "mimetype")):
        (tmp_path / name).write_bytes(zip_of({first: b"x"}))
    assert sorted(found(tmp_path)) == ["brief.docx", "brief.odt"]


BAD_ARCHIVES = [
    (b"PK\x03\x04 and then nothing", "truncated or damaged", "truncated"),
    (b"no zip at all", "truncated or damaged", "a wrong extension"),
    (zip_of({"a": bytes(100 * 2**20)}), "refused as a zip bomb", "a bomb"),
    (zip_of({f"{n}": b"" for n in range(3)}, claims=9 * 2**30), "more than 8,589,934,592", "a huge claim"),
]


@pytest.mark.parametrize(("data", "reason", "why"), BAD_ARCHIVES, ids=[why for *_, why in BAD_ARCHIVES])
def test_bad_archives_are_refused_in_one_line(tmp_path: Path, data: bytes, reason: str, why: str) -> None:
    """And what stands beside them is found."""
    (tmp_path / "a.zip").write_bytes(data)
    (tmp_path / "b.xml").write_bytes(b"b")

    result = found(tmp_path)

    assert reason in str(result["a.zip"]), why
    assert "\n" not in str(result["a.zip"])
    assert result["b.xml"] == b"b"


def test_one_bad_member_leaves_the_others(tmp_path: Path) -> None:
    """Locked, damaged, or an archive itself."""
    data = bytearray(zip_of({"1.xml": b"one", "2.xml": b"two" * 50, "3.zip": b"x", "4.xml": b"four"}, locked="4.xml", stored=True))
    at = data.index(b"twotwo")
    data[at:at + 3] = b"TWO"
    (tmp_path / "a.zip").write_bytes(data)

    result = found(tmp_path)

    assert result["a.zip!1.xml"] == b"one"
    assert "damaged in the archive" in str(result["a.zip!2.xml"])
    assert "archive within the archive" in str(result["a.zip!3.zip"])
    assert result["a.zip!4.xml"] == "protected with a password"


LABELS = [
    ("../../etc/passwd", "etc/passwd"),
    ("/absolute", "absolute"),
    ("c:\\windows\\x.xml", "c:/windows/x.xml"),
    ("a\nb\x1b[31m.xml", "a_b_[31m.xml"),
    ("..", "_"),
    ("x" * 4000 + ".xml", "x" * 296 + ".xml"),
]


@pytest.mark.parametrize(("name", "expected"), LABELS)
def test_member_names_are_labels(name: str, expected: str) -> None:
    """They never become paths, nor escape sequences on a terminal."""
    assert expected == label(name)


def test_devices_pipes_and_sockets_are_not_opened(tmp_path: Path) -> None:
    """Reading a pipe would wait for ever; in a folder they are passed over, named they are refused."""
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "socket"))
        (tmp_path / "loop").symlink_to(tmp_path)
        (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")

        assert found(tmp_path) == {"dangling": "cannot be read: No such file or directory"}
        assert found(tmp_path / "pipe") == {"pipe": "no file but a device, pipe or socket"}


def test_the_registry_itself_is_passed_over(tmp_path: Path) -> None:
    """Where it lies in the folder that is imported."""
    (tmp_path / "home" / "blobs").mkdir(parents=True)
    (tmp_path / "home" / "registry.sqlite3").write_bytes(b"x")
    (tmp_path / "a.txt").write_bytes(b"a")

    assert [one.source_id for one in find([tmp_path], apart_from=tmp_path / "home")] == ["a.txt"]
    assert len(list(find([tmp_path]))) == 2


def test_names_that_are_no_utf8_or_would_steer_a_terminal_are_found(tmp_path: Path) -> None:
    """With a question mark for each such byte or sign."""
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.xml")).write_bytes(b"x")
    (tmp_path / "a\x1b[31m\n.xml").write_bytes(b"y")
    assert found(tmp_path) == {"?.xml": b"x", "a?[31m?.xml": b"y"}


def test_a_folder_without_rights_is_one_refusal(tmp_path: Path) -> None:
    """Everything beside it is found."""
    (tmp_path / "closed").mkdir()
    (tmp_path / "open.xml").write_bytes(b"x")
    (tmp_path / "locked.xml").write_bytes(b"y")
    (tmp_path / "closed").chmod(0)
    (tmp_path / "locked.xml").chmod(0)

    result = as_nobody(tmp_path, "from pathlib import Path\nfrom navraag.sources.folder import Refused, find", f"""
for one in find([Path({str(tmp_path)!r})]):
    print(one.source_id, one.reason if isinstance(one, Refused) else one.data)
""")
    (tmp_path / "closed").chmod(0o755)

    assert result.stdout.splitlines() == [
        "closed the folder cannot be read: Permission denied", "locked.xml cannot be read: Permission denied", "open.xml b'x'",
    ], result.stderr


NO_PATHS = [("absent", "does not exist"), ("x" * 4000, "cannot be read: File name too long"), ("nul\0l", "cannot be read: embedded null")]


@pytest.mark.parametrize(("name", "reason"), NO_PATHS)
def test_paths_are_checked_before_anything_happens(tmp_path: Path, name: str, reason: str) -> None:
    """One line that says which."""
    with pytest.raises(ConfigurationError, match=reason):
        check_paths([tmp_path, tmp_path / name])
