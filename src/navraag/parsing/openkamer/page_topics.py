"""Topics as a page prints them without borders ("openbare orde en veiligheid organisatie en beleid"), told apart by the list."""

from functools import cache
from importlib.resources import files

import msgspec


class _Row(msgspec.Struct, frozen=True):
    scheme: str
    label: str


@cache
def _by_fold() -> dict[str, str]:
    """Labels of the publisher's own list; in the seed's line the case is lost."""
    data = files("navraag.lexicon").joinpath("topics.jsonl").read_bytes()
    rows = msgspec.json.Decoder(_Row).decode_lines(data)
    return {row.label.casefold(): row.label for row in rows if row.scheme == "beleidsagenda"}


def split_topics(printed: str) -> tuple[str, ...]:
    """The topics of a line, in their official capitals; words that are no known topic stay together.

    >>> split_topics("openbare orde en veiligheid organisatie en beleid")
    ('Openbare orde en veiligheid', 'Organisatie en beleid')
    """
    words = printed.split()
    found: list[str] = []
    unknown: list[str] = []
    at = 0
    while at < len(words):
        label, size = _longest(words, at)
        if not size:
            unknown.append(words[at])
            at += 1
            continue
        _settle(unknown, found)
        found.append(label)
        at += size
    _settle(unknown, found)
    return tuple(dict.fromkeys(found))


def _settle(unknown: list[str], found: list[str]) -> None:
    if text := " ".join(unknown).strip(" ,"):
        found.append(text)
    unknown.clear()


def _longest(words: list[str], at: int) -> tuple[str, int]:
    for size in range(min(8, len(words) - at), 0, -1):
        label = _by_fold().get(" ".join(words[at : at + size]).casefold().rstrip(","))
        if label:
            return label, size
    return "", 0
