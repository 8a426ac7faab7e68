"""Rewrite the golden files: ``./dev golden``. Review the difference before you commit it; tests never write."""

import sys

from tests.golden.cases import EXPECTED, as_json, expected_files, record


def main() -> int:
    """Every expected file written anew, stale ones removed; what changed is printed."""
    EXPECTED.mkdir(exist_ok=True)
    wanted = dict(expected_files())
    for golden, path in wanted.items():
        text = as_json(record(golden))
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            sys.stdout.write(f"written: {path.name}\n")
    for stale in set(EXPECTED.glob("*.json")) - set(wanted.values()):
        stale.unlink()
        sys.stdout.write(f"removed: {stale.name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
