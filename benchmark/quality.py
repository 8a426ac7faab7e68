"""Two counts on the real documents that no scoring tool prints: python -m benchmark.quality."""

import re
import subprocess
import sys
from pathlib import Path

from benchmark.machine import REAL
from navraag.errors import LayoutError
from navraag.parsing import parse
from navraag.parsing.account.account import account

FOLDERS = ("documents", "docx", "koop", "pages", "seed")
COUNTED = ("questions.numbers", "questions.text", "answers.numbers", "answers.text")


def numbers_and_texts() -> tuple[int, int]:
    """Of the numbers and texts of questions and answers in the annotated documents: right, and all."""
    tool = REAL.parent / "tools" / "score_gold.py"
    command = f"{Path(sys.executable).parent / 'navraag'} parse {{}} --json"
    done = subprocess.run([sys.executable, str(tool), "--command", command], capture_output=True, text=True, check=True)
    rows = re.findall(rf"^({'|'.join(map(re.escape, COUNTED))})\s+(\d+) /\s+(\d+)", done.stdout, re.MULTILINE)
    return sum(int(held) for _, held, _ in rows), sum(int(made) for _, _, made in rows)


def characters() -> tuple[int, int, int, int]:
    """Files, characters, those without a place, and those lost."""
    files = total = unplaced = lost = 0
    for path in sorted(path for folder in FOLDERS for path in (REAL / folder).iterdir() if path.is_file()):
        data = path.read_bytes()
        try:
            found = account(data, parse(data, name=path.name), name=path.name)
        except LayoutError:
            continue
        files, total, unplaced, lost = files + 1, total + found.characters, unplaced + found.unplaced, lost + found.lost
    return files, total, unplaced, lost


def main() -> None:
    """Print both."""
    print("numbers and texts: {} of {}".format(*numbers_and_texts()))
    print("files {}, characters {}, without a place {}, lost {}".format(*characters()))


if __name__ == "__main__":
    main()
