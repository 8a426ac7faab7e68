"""Footnotes and endnotes of a Word file: their words, and the labels that Word prints for them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from navraag.parsing.blocks import Block
from navraag.parsing.notebook import join_note, urls_in
from navraag.parsing.packages import Element
from navraag.parsing.word.names import W, integer, local, value
from navraag.parsing.word.numbering import count
from navraag.records.text import Footnote, Mark

NO_NOTES = frozenset({"separator", "continuationSeparator", "continuationNotice"})
PLACES = {"footnote": ("footnotePr", "decimal"), "endnote": ("endnotePr", "lowerRoman")}


def note_elements(root: Element | None, kind: str) -> dict[str, Element]:
    """The notes in ``footnotes.xml`` or ``endnotes.xml`` by key ("footnote:2"); separators are no notes."""
    return {
        f"{kind}:{child.get(W + 'id', '')}": child
        for child in (root if root is not None else ())
        if local(child) == kind and child.get(W + "type", "normal") not in NO_NOTES
    }


def note_labels(references: Mapping[str, str], settings: Element | None) -> dict[str, str]:
    """The label of each note, counted in order of reference; "e1" for endnotes that count like the footnotes do."""
    counters = {kind: number_start(settings, kind) for kind in PLACES}
    both = len({key.partition(":")[0] for key in references}) > 1
    labels: dict[str, str] = {}
    for key, typed in references.items():
        kind = key.partition(":")[0]
        if typed:
            labels[key] = typed.strip("[]() ")
            continue
        label = count(counters[kind], number_format(settings, kind))
        counters[kind] += 1
        labels[key] = f"e{label}" if both and kind == "endnote" and label.isdigit() else label
    return labels


def number_format(settings: Element | None, kind: str) -> str:
    """The format in which Word counts these notes, as ``word/settings.xml`` says."""
    place, usual = PLACES[kind]
    found = settings.find(W + place) if settings is not None else None
    return value(found, "numFmt") or usual


def number_start(settings: Element | None, kind: str) -> int:
    """The first number of these notes."""
    found = settings.find(W + PLACES[kind][0]) if settings is not None else None
    return integer(value(found, "numStart"), 1)


def relabel(body: Iterable[Block], labels: Mapping[str, str]) -> tuple[Block, ...]:
    """The blocks with the labels of notes in place of their keys."""
    return tuple(_relabel(block, labels) if block.paragraph.marks else block for block in body)


def _relabel(block: Block, labels: Mapping[str, str]) -> Block:
    marks = tuple(Mark(label=labels.get(mark.label, mark.label), at=mark.at) for mark in block.paragraph.marks)
    return replace(block, paragraph=replace(block.paragraph, marks=marks))


def word_footnote(label: str, blocks: Iterable[Block]) -> Footnote:
    """A note out of its blocks: its words, and the addresses that it is linked to or spells."""
    paragraphs = [block.paragraph for block in blocks]
    text = join_note(paragraphs)
    linked = [link.url for paragraph in paragraphs for link in paragraph.links]
    return Footnote(label=label, text=text, urls=tuple(dict.fromkeys(linked or urls_in(text))))


def tail_notes(body: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Footnote, ...]]:
    """Body and notes, where the last paragraphs are notes whose numbers are raised at their start."""
    first = len(body)
    while first and raised_label(body[first - 1]):
        first -= 1
    notes = tuple(word_footnote(raised_label(block), [block]) for block in body[first:])
    return tuple(body[:first]), notes


def raised_label(block: Block) -> str:
    """The number that is raised at the start of a paragraph with words; "" where there is none."""
    marks = block.paragraph.marks
    if not block.text or not marks or marks[0].at > 0:
        return ""
    alone = len(marks) == 1 or marks[1].at > 0
    return marks[0].label if alone and marks[0].label.isdigit() else ""
