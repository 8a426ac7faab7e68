"""Zip files of every kind, and a way to run something without the rights of root."""

import os
import struct
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path


def zip_of(members: dict[str, bytes], *, claims: int = 0, locked: str = "", stored: bool = False) -> bytes:
    """A zip archive; ``claims`` is a size that the first member pretends to have, ``locked`` a member marked as encrypted."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, None if stored else zipfile.ZIP_DEFLATED)
    data = bytearray(target.getvalue())
    if claims:
        _claim(data, claims)
    if locked:
        _lock(data, locked.encode())
    return bytes(data)


def _claim(data: bytearray, size: int) -> None:
    """Let members of the central directory pretend to 4 GiB each, until the size is reached."""
    at = 0
    while size > 0 and (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 24:at + 28] = struct.pack("<L", 0xFFFFFFFE)
        size -= 0xFFFFFFFE
        at += 4


def _lock(data: bytearray, name: bytes) -> None:
    """Set the bit that says "encrypted" in the central directory."""
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        if data[at + 46:at + 46 + len(name)] == name:
            data[at + 8] |= 1
        at += 4


def as_nobody(folder: Path, imports: str, program: str) -> subprocess.CompletedProcess[str]:
    """Run a program that may not read everything (root may); ``folder`` is made reachable for it."""
    root = os.getuid() == 0
    while root and folder.stat().st_uid == 0 and len(folder.parts) > 2:
        folder.chmod(0o755)
        folder = folder.parent
    drop = "import os\nif os.getuid() == 0: os.setuid(65534)\n"
    return subprocess.run(
        [sys.executable, "-c", f"{imports}\n{drop}\n{program}"], capture_output=True, text=True, check=False,
    )
