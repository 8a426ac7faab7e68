"""Lines gathered into paragraphs, lists and tables, and split where addresses stand: what all renderers share."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from navraag.replica.markup import Line, ParagraphKind, Run

_ADDRESS = re.compile(r"https?://[^\s,;)]+[^\s,;).]")


def blocks(lines: Iterable[Line]) -> Iterator[tuple[ParagraphKind, tuple[Line, ...]]]:
    """Runs of lines of one kind: each paragraph alone, list items together, table rows together."""
    for kind, group in groupby(lines, key=lambda line: line.kind):
        if kind == "paragraph":
            yield from ((kind, (line,)) for line in group)
        else:
            yield kind, tuple(group)


def addresses(words: str) -> Iterator[Run]:
    """The words of a note, each address in them as a run with its url.

    >>> [(run.text, run.url) for run in addresses("Zie https://a.example/b.")]
    [('Zie ', ''), ('https://a.example/b', 'https://a.example/b'), ('.', '')]
    """
    at = 0
    for found in _ADDRESS.finditer(words):
        if plain := words[at:found.start()]:
            yield Run(text=plain)
        yield Run(text=found[0], url=found[0])
        at = found.end()
    if words[at:]:
        yield Run(text=words[at:])
