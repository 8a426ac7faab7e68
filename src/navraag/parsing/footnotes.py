"""Footnotes: their records, their order, and labels that clash.

Layouts that know their notes (Word, PDF glyph sizes) hand them over as anchors; lists and marks that are typed as words
are found by ``note_lists`` and ``note_marks``. A document may hold both kinds: then the typed list keeps its labels and
the other notes get ``w1``, ``w2`` … (PARSED.md, convention 19).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from navraag.parsing.blocks import Block
from navraag.records.text import Footnote, Mark, Paragraph

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>«»\"”]+")


def addresses(words: str) -> tuple[str, ...]:
    """The web addresses that stand in a note."""
    return tuple(dict.fromkeys(match[0].rstrip(".,;:)]’'") for match in _ADDRESS.finditer(words)))


def footnote(label: str, words: str) -> Footnote:
    """A note with the addresses in it."""
    text = " ".join(words.split())
    return Footnote(label=label, text=text, urls=addresses(text))


def label_key(label: str) -> tuple[bool, int, str]:
    """Sorts labels as readers count them: 1, 2, 10, then w1.

    >>> sorted(["w1", "10", "2"], key=label_key)
    ['2', '10', 'w1']
    """
    digits = re.sub(r"\D", "", label)
    return (label.startswith("w"), int(digits) if digits else 0, label)


def renamed(
    blocks: Iterable[Block], notes: Sequence[Footnote], taken: frozenset[str]
) -> tuple[tuple[Block, ...], tuple[Footnote, ...]]:
    """Blocks and notes of the layout itself, named ``w1`` … where a typed list has taken one of their labels."""
    if not taken & {note.label for note in notes}:
        return tuple(blocks), tuple(notes)

    def changed(paragraph: Paragraph) -> Paragraph:
        return replace(paragraph, marks=tuple(Mark(label=f"w{mark.label}", at=mark.at) for mark in paragraph.marks))

    return (
        tuple(replace(block, paragraph=changed(block.paragraph)) for block in blocks),
        tuple(replace(note, label=f"w{note.label}") for note in notes),
    )
