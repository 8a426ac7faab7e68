"""Alerts are killed at random moments: every event reaches every subscriber, under one Message-ID."""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from navraag.settings import Mail
from navraag.store.subscriptions import FILE_NAME, Subscriptions
from navraag.surfaces.alerts.desk import AlertDesk, Asked
from navraag.surfaces.alerts.post import RealPost
from navraag.surfaces.alerts.secrets import Vault
from tests.surfaces.alerts.mailroom import mailroom
from tests.surfaces.web_cases import build, cases, small_case

COMMAND = "import sys; from navraag.surfaces.cli.main import main; sys.exit(main())"
LONGEST = 1.2
"""Seconds within which a run is killed: it takes a while to start, and some to look."""


def killed(home: Path, *, kills: int, events: int, subscribers: int, seed: int) -> dict[str, int]:
    """Events go to subscribers while the command is killed so many times; gives what came in. Raises AssertionError."""
    chance = random.Random(seed)
    build(home)
    new = [small_case(3000 + place, tabled=date(2026, 2, 1 + place % 27)) for place in range(events)]
    with mailroom() as room:
        store = Subscriptions(home / FILE_NAME)
        desk = AlertDesk(store, Vault(home), RealPost(mail_settings=Mail(server=room.address, sender="x@navraag.example")), "https://navraag.example")
        for place in range(subscribers):
            followed = {"value": new[place % events].number, "subject": "case"} if place % 4 else {"value": f"sloot {2026}" if place % 8 else "gegraven", "subject": "query"}
            asked = Asked(channel="email", address=f"lezer{place}@voorbeeld.example", events=("asked",), **followed)  # type: ignore[arg-type]
            desk.confirm(desk.vault.seal("bevestig", desk.subscribe(asked, datetime.now(UTC))), datetime.now(UTC))
        store.close()
        room.letters.clear()
        environment = os.environ | {"NAVRAAG_MAIL": room.address, "NAVRAAG_MAIL_FROM": "x@navraag.example", "NAVRAAG_PUBLIC_URL": "https://navraag.example"}
        command = [sys.executable, "-c", COMMAND, "alerts", "run", "--home", str(home), "--today", "2026-03-01"]
        assert subprocess.run(command, env=environment, check=False, capture_output=True).returncode == 0
        build(home, [*cases(), *new])
        for _ in range(kills):
            process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(chance.uniform(0.3, LONGEST))
            process.send_signal(signal.SIGKILL)
            process.wait()
        last = subprocess.run(command, env=environment, check=False, capture_output=True, text=True)
        assert last.returncode == 0, last.stderr
        told = Counter(str(letter["message-id"]) for letter in room.letters)
    queries = sum(1 for place in range(subscribers) if place % 4 == 0)
    expected = queries * events + (subscribers - queries)
    assert len(told) == expected, f"{len(told)} of {expected} messages"
    return {"messages": expected, "kills": kills, "came_twice": sum(count - 1 for count in told.values())}


@pytest.mark.slow
def test_kills(tmp_path: Path) -> None:
    """Ten moments; the whole count is a soak."""
    outcome = killed(tmp_path, kills=10, events=60, subscribers=20, seed=1)

    assert outcome["came_twice"] <= 2, "a letter that was taken in the very moment of the kill comes again, with the same Message-ID"
