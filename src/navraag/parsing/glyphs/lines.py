"""Runs of glyphs put together to printed lines, with note marks as anchors."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from navraag.parsing.drafts import Draft
from navraag.parsing.glyphs.runs import COLUMN_GAP, SIZES_DIFFER, SIZES_GAP, GlyphPage, Run
from navraag.records.text import Paragraph

MARK = re.compile(r"[\[(]?(?:\d{1,3}|[*†]{1,3})[\])]?(?:[\s,;]{0,2}(?:en\s)?\d{1,3}){0,6}[,;]?")
PLAIN_LABEL = re.compile(r"[\[(]?(\d{1,3})[\])]?(?:[.:]?\s+|(?=[A-ZÀ-Þ«“‘(]|https?:|www\.))(?=\S)")
JOINS_MARKS = re.compile(r"[,;]|[,;]?\s?en")  # what stands between two raised figures: "1, 2 en 3"
SAME_LINE = 0.4  # in heights: middles nearer than this are on one line
SMALL = 0.9
WORD_GAP = 0.12  # in heights: a wider gap between runs is a blank


@dataclass(frozen=True, slots=True, kw_only=True)
class GlyphLine:
    """One printed line of one column: its words and marks, place, size, weight and the width of its first word."""

    page: int
    paragraph: Paragraph
    left: float
    right: float
    bottom: float
    height: float
    word: float = 0.0
    bold: bool = False

    @property
    def text(self) -> str:
        """The words of the line."""
        return self.paragraph.text

    @property
    def label(self) -> str:
        """The note mark at the very start of the line, "" where there is none."""
        marks = self.paragraph.marks
        return marks[0].label if marks and marks[0].at == 0 else ""


@dataclass(slots=True, kw_only=True)
class Row:
    """Runs on one line of a page, over all columns; filled while sorting."""

    bottom: float
    height: float
    runs: list[Run]

    @property
    def middle(self) -> float:
        """The height on the page through the middle of its letters."""
        return self.bottom + self.height / 2


def page_lines(page: GlyphPage) -> list[GlyphLine]:
    """The lines of a page from top to bottom; lines beside each other from left to right."""
    full = [run for run in page.runs if not is_mark(run)]
    rows = as_rows(full)
    for run in (run for run in page.runs if is_mark(run)):
        row = row_of_mark(run, rows)
        if row is not None:
            row.runs.append(run)
        else:
            rows.append(Row(bottom=run.bottom, height=run.height, runs=[run]))
            rows.sort(key=lambda one: -one.middle)
    return [line for row in rows for line in row_lines(row, page.number)]


def is_mark(run: Run) -> bool:
    """True for a run that may be a note mark: figures alone."""
    return run.raised or MARK.fullmatch(run.text.strip()) is not None


def as_rows(runs: Iterable[Run]) -> list[Row]:
    """Runs as rows from top to bottom."""
    rows: list[Row] = []
    for run in sorted(runs, key=lambda one: -(one.bottom + one.height / 2)):
        middle = run.bottom + run.height / 2
        if rows and abs(rows[-1].middle - middle) < SAME_LINE * min(rows[-1].height, run.height):
            rows[-1].runs.append(run)
        else:
            rows.append(Row(bottom=run.bottom, height=run.height, runs=[run]))
    return rows


def row_of_mark(run: Run, rows: Sequence[Row]) -> Row | None:
    """The row to whose words a mark belongs: the nearest in whose height it stands."""
    middle = run.bottom + run.height / 2
    at = bisect_left(rows, -middle, key=lambda row: -row.middle)
    near = [row for row in rows[max(at - 2, 0) : at + 2] if row.bottom < middle < row.bottom + 1.3 * row.height]
    near = [row for row in near if beside(run, row)]
    return min(near, key=lambda row: abs(row.middle - middle), default=None)


def beside(run: Run, row: Row) -> bool:
    """Whether a mark stands within the stretch of a row, or close to one of its ends."""
    reach = COLUMN_GAP * row.height
    return any(one.left - reach < run.right and run.left < one.right + reach for one in row.runs)


def row_lines(row: Row, page: int) -> Iterator[GlyphLine]:
    """The lines of a row: one for each column."""
    part: list[Run] = []
    for run in sorted(row.runs, key=lambda one: one.left):
        if part and starts_column(part[-1], run, row.height):
            yield as_line(part, page)
            part = []
        part.append(run)
    if part:
        yield as_line(part, page)


def starts_column(before: Run, run: Run, height: float) -> bool:
    """Whether a run begins another column than the run to its left."""
    gap = run.left - before.right
    if gap > COLUMN_GAP * height:
        return True
    if is_mark(before) or is_mark(run):
        return False
    return gap > SIZES_GAP * height and abs(before.height - run.height) > SIZES_DIFFER * height


def as_line(runs: Sequence[Run], page: int) -> GlyphLine:
    """Runs beside each other as one line; figures that stand small and high become marks."""
    main = max(runs, key=lambda run: (not is_mark(run), len(run.text)))
    draft = Draft()
    before: Run | None = None
    raised = [run.raised or stands_high(run, main) for run in runs]
    for at, run in enumerate(runs):
        if 0 < at < len(runs) - 1 and raised[at - 1] and raised[at + 1] and JOINS_MARKS.fullmatch(run.text.strip()):
            draft.write(f" {run.text.strip()} ", raised=True)
        else:
            if before is not None and not raised[at] and run.left - before.right > WORD_GAP * main.height:
                draft.write(" ")
            draft.write(run.text, raised=raised[at])
        before = run
    lines = draft.lines()
    paragraph = lines[0].paragraph if lines else Paragraph(text="")
    letters = [run for run in runs if not is_mark(run)] or runs
    return GlyphLine(
        page=page, paragraph=paragraph, left=runs[0].left, right=max(run.right for run in runs), bottom=main.bottom,
        height=main.height, word=runs[0].word, bold=all(run.bold for run in letters),
    )


def stands_high(run: Run, main: Run) -> bool:
    """Whether figures are smaller than the words beside them and stand higher."""
    if not is_mark(run) or run.height > SMALL * main.height:
        return False
    return run.bottom + run.height / 2 > main.bottom + main.height / 2


def label_of(line: GlyphLine) -> str:
    """The label with which a line begins as a note does: a raised figure, or a figure before a capital."""
    if line.label:
        return line.label
    match = PLAIN_LABEL.match(line.text)
    return match[1] if match else ""
