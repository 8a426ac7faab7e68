"""``navraag serve`` as a command: it serves until Ctrl-C, with one process or several, and says in one line why not."""

import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from tests.surfaces.web_cases import LEAD


def command(*options: str) -> list[str]:
    """The command, as a user gives it."""
    return [sys.executable, "-c", "from navraag.surfaces.cli.main import main; main()", "serve", *options]


@pytest.mark.parametrize("workers", ["1", "2"])
def test_it_serves_until_interrupted(web_home: Path, workers: str) -> None:
    """The address is printed, pages come, Ctrl-C ends it with status 0 and without a trace."""
    options = ("--home", str(web_home), "--port", "0", "--workers", workers, "--today", "2026-03-02", "--public-url", "https://navraag.example")
    with subprocess.Popen(command(*options), stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        base = re.search(r"http://\S+", process.stderr.readline())
        assert base is not None
        with httpx.Client(base_url=base[0], timeout=30) as client:
            page = client.get(f"/kamervraag/{LEAD}/")
        process.send_signal(signal.SIGINT)
        rest = process.stderr.read()
        assert (process.wait(timeout=30), rest) == (0, "")
    assert page.status_code == 200
    assert f"https://navraag.example/kamervraag/{LEAD}/" in page.text


def told(*options: str) -> tuple[int, str]:
    """Status and error line of a command that cannot serve."""
    done = subprocess.run(command(*options), capture_output=True, text=True, timeout=60, check=False)
    return done.returncode, done.stderr


def test_why_it_cannot_serve_is_one_line(web_home: Path, tmp_path: Path) -> None:
    """No registry, a port in use, an address that is not ours, an address that is none: status 2 and the reason."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        for options, reason in (
            (("--home", str(tmp_path)), "no registry"),
            (("--home", str(web_home), "--port", port), f"port {port} of 127.0.0.1 is in use already"),
            (("--home", str(web_home), "--host", "192.0.2.1", "--port", "0"), "cannot listen at 192.0.2.1"),
            (("--home", str(web_home), "--public-url", "navraag.example"), "is no address"),
            (("--home", str(web_home), "--today", "gisteren"), "gisteren"),
            (("--home", str(web_home), "--workers", "0"), "--workers"),
        ):
            status, line = told(*options)
            assert status == 2, (options, line)
            assert reason in line
            assert "Traceback" not in line
