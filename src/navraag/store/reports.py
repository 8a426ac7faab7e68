"""What readers report as wrong: one JSON line each, in a file beside the registry, until somebody decides."""

import fcntl
import json
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from navraag.errors import StoreError

FILE_NAME = "reports.jsonl"
MOST = 5 * 1024 * 1024
"""A file of reports that is larger takes no more: somebody should read it first."""


class FullError(StoreError):
    """There are more unread reports than the file may hold."""


def add_report(home: Path, line: dict[str, str], now: datetime) -> None:
    """Append a report. Raises FullError, or StoreError where the file cannot be written; never half a line."""
    file = home / FILE_NAME
    data = json.dumps({"reported_at": now.isoformat(timespec="seconds"), **line}, ensure_ascii=False).encode() + b"\n"
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(descriptor, "ab") as opened:
            fcntl.flock(opened, fcntl.LOCK_EX)
            if opened.tell() + len(data) > MOST:
                raise FullError("there are too many reports that nobody has read")
            opened.write(data)
    except OSError as error:
        raise StoreError(f"{file} cannot be written: {error.strerror}") from error


def reports(home: Path) -> Iterator[dict[str, str]]:
    """All reports, the oldest first; a line that is damaged is passed over."""
    file = home / FILE_NAME
    if not file.is_file():
        return
    with file.open(encoding="utf-8", errors="replace") as opened:
        for line in opened:
            try:
                yield json.loads(line)
            except ValueError:
                continue
