"""What the keys of findings are called: papers and laws as they are cited, outlets and names by their own name."""

import re
from functools import cache

from navraag.lexicon.laws import laws
from navraag.records.found import FindingKind

_PAPER = re.compile(r"kst-(\d{2})(\d{3})((?:-[A-Z0-9]+)*?)(?:-([0-9]+|[A-Z]{1,2}))?")
_APPENDIX = re.compile(r"ah-tk-(\d{4})(\d{4})-(\d+)")
_GAZETTE = re.compile(r"(stb|stcrt)-(\d{4})-(\d+)")
_GAZETTES = {"stb": "Staatsblad", "stcrt": "Staatscourant"}


@cache
def _law_names() -> dict[str, str]:
    return {law.target: law.name for law in laws() if law.target}


def shown_key(kind: FindingKind, key: str) -> str:
    """A key as people write it.

    >>> shown_key("reference", "kst-28638-166"), shown_key("reference", "ah-tk-20242025-156")
    ('Kamerstuk 28 638, nr. 166', 'Aanhangsel Handelingen 2024-2025, nr. 156')
    """
    if kind != "reference":
        return key
    if found := _PAPER.fullmatch(key):
        dossier = f"Kamerstuk {found[1]} {found[2]}{found[3].replace('-', ' ', 1)}"
        return f"{dossier}, nr. {found[4]}" if found[4] else dossier
    if found := _APPENDIX.fullmatch(key):
        return f"Aanhangsel Handelingen {found[1]}-{found[2]}, nr. {found[3]}"
    if found := _GAZETTE.fullmatch(key):
        return f"{_GAZETTES[found[1]]} {found[2]}, {found[3]}"
    return _law_names().get(key, key)
