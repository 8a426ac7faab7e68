"""Addresses on the web, with a scheme, with www, or as bare as people print them ("nos.nl/artikel/…")."""

import re
from collections.abc import Iterator

from navraag.records.findings import Reference

_TLD = "nl|com|org|net|eu|be|de|uk|fr|info|nu|tv|gov|int|frl|amsterdam"
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"«»“”]{3,2000}"
    rf"|(?<![\w@./-])(?:[a-z0-9-]{{1,40}}\.){{1,3}}(?:{_TLD})/[^\s<>\"«»“”]{{1,2000}}", re.IGNORECASE,
)
_TRAILING = ".,;:!?'’"


def _trimmed(printed: str) -> str:
    """Without the punctuation that closes the sentence, and without a bracket that was not opened inside."""
    while printed:
        last = printed[-1]
        if last in _TRAILING or (last == ")" and printed.count(")") > printed.count("(")) or last in "]}":
            printed = printed[:-1]
        else:
            break
    return printed


def find_addresses(text: str) -> Iterator[Reference]:
    """Every web address, as printed, with ``target`` completed with a scheme."""
    for match in _ADDRESS.finditer(text):
        printed = _trimmed(match[0])
        if printed:
            target = printed if printed.casefold().startswith("http") else f"https://{printed}"
            yield Reference(kind="url", printed=printed, start=match.start(), end=match.start() + len(printed), target=target)
