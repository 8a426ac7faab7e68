"""Which digits in PDF text are note marks.

PDF text glues marks to words ("gekomen?1 Was"), sets them on lines of their own, or breaks the line before them
("2 Dit is …"); numbers look the same where blanks were swallowed ("van21 oktober"). Marks come in order, and the mark
of a note stands on the page of the note. So candidates are weighed by their looks, and the best ascending row is taken.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

_MONTH = r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|uur|jaar|procent|miljoen|miljard|weken|dagen|maanden|meter|km|kilometer|euro)\b"
_LIST = r"\d{1,3}(?:(?:,\s?|\s?en\s|\s)\d{1,3})*"
_OWN_LINE = re.compile(rf"\s*(?P<list>{_LIST})\)?\s*$")
_LINE_START = re.compile(rf"(?P<list>\d{{1,3}})\)?(?=\s*[.,;:?!)»](?:\s|$)|\s(?!{_MONTH})[A-Za-zÀ-ÿ«(])")
_GLUED = re.compile(
    rf"(?<=(?P<before>[A-Za-zà-ÿ»”’)\]?!%°]))(?P<list>{_LIST})\)?(?=[\s.,;:?!)»”]|$)(?!\s{_MONTH})(?![.,]\d)"
    rf"|(?<=[A-Za-zà-ÿ»”’)][.,;:])(?P<point>{_LIST})\)?(?=\s|$)(?!\s{_MONTH})"
    rf"|(?<=[?!»”’])(?P<tail>,\s{_LIST})\s*$"
    r"|(?:(?<=\b(?:19|20)\d\d\.)|(?<=[A-Z]\d\d\.)|(?<=[A-Z]\d\.))(?P<number>\d{1,2})(?=\s|$)"
    r"|(?<=\b(?:19|20)\d\d)(?P<year>\d{1,2})(?=[\s.,;:?!)»”]|$)"
)
_CAPITALS = re.compile(r"[A-Z]{2,}$|\b[A-Z]$")
_UNIT = re.compile(r"(?<![A-Za-zÀ-ÿ])(?:CO|NO|SO|NH|PM|CH|N|H|O|[kcmd]?m)$")
_PROSE = 25
_NEAR = 14
"""So many characters before a number say what it is."""
_NUMBERED_WORD = re.compile(r"(?<![\w-])(?:nrs?|art|artikel|artikelen|lid|leden|paragraaf|pagina|blz|p|vraag|vragen|antwoord|hoofdstuk|motie|bijlage|categorie|box|fase|route|punt|punten)\.?\s?$", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")
_CLOSES = frozenset("?!»”’)]")
_SENTENCE_ENDS = frozenset(".?!:;»”’)")

OWN_LINE, CLOSING, LINE_START, IN_WORDS, WEAK, ELSEWHERE = 6.0, 5.0, 4.0, 3.0, 1.0, 0.4
"""How much a candidate weighs: alone on a line, behind a closing mark, first on a line, behind a word, and so on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Digits that may be the marks ``labels``: line, span in it, weight; ``start`` to ``end`` go if they are."""

    line: int
    start: int
    end: int
    labels: tuple[int, ...]
    weight: float
    printed: str

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands, for ordering."""
        return self.line, self.start


def _run(listed: str) -> tuple[int, ...]:
    """The labels in a list that count on: "1 2 3" is three marks; "2, 3 en 4" too; "5 20" is none."""
    numbers = [int(number) for number in _NUMBER.findall(listed)]
    counts_on = all(b == a + 1 for a, b in pairwise(numbers))
    return tuple(numbers) if counts_on else ()


def _own_line(index: int, line: str, above: str) -> Candidate | None:
    """Digits alone on a line: a mark below prose, a cell below other cells of a table."""
    match = _OWN_LINE.match(line)
    labels = _run(match["list"]) if match else ()
    if match is None or not labels or _UNIT.search(above[-_NEAR:]):
        return None
    prose = len(above) >= _PROSE or above.rstrip()[-1:] in _SENTENCE_ENDS
    weight = OWN_LINE if prose and not _OWN_LINE.match(above) else WEAK
    return Candidate(line=index, start=0, end=len(line), labels=labels, weight=weight, printed=line)


def _within(index: int, line: str) -> Iterator[Candidate]:
    """Candidates glued to the words of a line."""
    for match in _GLUED.finditer(line):
        group = next(name for name in ("list", "point", "tail", "number", "year") if match[name])
        start, end = match.span(group)
        end = match.end()
        before = line[max(0, start - _NEAR):start]
        if _NUMBERED_WORD.search(before) or (group == "list" and _UNIT.search(before)):
            continue
        labels = _run(match[group])
        if not labels:
            first = _NUMBER.match(match[group])
            labels, end = ((int(first[0]),), start + first.end()) if first else ((), end)
        weight = IN_WORDS
        if before[-1] in _CLOSES:
            weight = CLOSING
        elif group in {"year", "number"} or _CAPITALS.search(before):
            weight = WEAK
        if labels:
            yield Candidate(line=index, start=start, end=end, labels=labels, weight=weight, printed=line[start:end])


def _line_start(index: int, line: str, above: str | None) -> list[Candidate]:
    """A number with which a line begins. The words on both sides say whether it is a mark or the number of an item."""
    match = _LINE_START.match(line) if above is not None else None
    if match is None or above is None or _UNIT.search(above[-_NEAR:]):
        return []
    ended = above.rstrip()[-1:] in _SENTENCE_ENDS
    after = line[match.end():].lstrip()[:1]
    # "… per liter / 2. In 2023": the mark stands before the full stop; "… punten: / 2. De put" numbers an item.
    fits = ended == after.isupper() if after.isalpha() else not ended
    weight = LINE_START if fits and not _NUMBERED_WORD.search(above[-_NEAR:]) else WEAK
    return [Candidate(line=index, start=0, end=match.end(), labels=(int(match["list"]),), weight=weight, printed=match[0])]


def candidates(lines: Sequence[str | None], *, glued_only: bool = False) -> list[Candidate]:
    """All digits that may be marks; a line that is None (a heading) holds none and parts the words.

    ``glued_only`` leaves out digits alone on a line or first on it, for text whose lines are paragraphs.
    """
    found: list[Candidate] = []
    above = None
    for index, line in enumerate(lines):
        if line is not None:
            own = _own_line(index, line, above) if above is not None and not glued_only else None
            if own:
                found.append(own)
            else:
                found += [] if glued_only else _line_start(index, line, above)
                found += _within(index, line)
        above = line
    return found


def _best_row(options: Sequence[tuple[int, Candidate, float]]) -> dict[int, Candidate]:
    """The heaviest row in which labels and places both ascend. Options come ordered by label."""
    places = sorted({candidate.place for _, candidate, _ in options})
    order = {place: rank for rank, place in enumerate(places)}
    tops: list[tuple[int, float, int]] = []  # rank, weight, node: both ascending
    nodes: list[tuple[int, Candidate, int]] = []
    position = 0
    while position < len(options):
        label = options[position][0]
        fresh: list[tuple[int, float, int]] = []
        while position < len(options) and options[position][0] == label:
            _, candidate, weight = options[position]
            rank = order[candidate.place]
            shared = len(candidate.labels) > 1
            before = bisect_left(tops, (rank + (1 if shared else 0), -1.0, -1)) - 1
            base, parent = (tops[before][1], tops[before][2]) if before >= 0 else (0.0, -1)
            nodes.append((label, candidate, parent))
            fresh.append((rank, base + weight, len(nodes) - 1))
            position += 1
        tops = _front([*tops, *fresh])
    row: dict[int, Candidate] = {}
    node = tops[-1][2] if tops else -1
    while node >= 0:
        label, candidate, node = nodes[node]
        row[label] = candidate
    return row


def _front(states: list[tuple[int, float, int]]) -> list[tuple[int, float, int]]:
    """States that no other beats by standing earlier and weighing as much."""
    front: list[tuple[int, float, int]] = []
    for state in sorted(states, key=lambda s: (s[0], -s[1])):
        if not front or state[1] > front[-1][1]:
            front.append(state)
    return front


def choose(found: Sequence[Candidate], line_pages: Sequence[int], note_pages: Mapping[int, int]) -> dict[tuple[int, int], Candidate]:
    """The marks among the candidates, by place, each with the labels that it really bears.

    ``line_pages`` gives the page of each line, ``note_pages`` that of each note. Marks of notes that are nowhere
    printed are taken where they count on and their looks leave no doubt.
    """
    options: list[tuple[int, Candidate, float]] = []
    by_label: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in found:
        for label in candidate.labels:
            by_label[label].append(candidate)
    highest = max(note_pages, default=0)
    for label in sorted(by_label):
        for candidate in by_label[label]:
            weight = _weight(candidate, label, line_pages[candidate.line], note_pages.get(label), highest)
            if weight:
                options.append((label, candidate, weight))
    row = _best_row(options)
    chosen: dict[tuple[int, int], list[int]] = defaultdict(list)
    for label, candidate in sorted(row.items()):
        chosen[candidate.place].append(label)
    unnoted = _unnoted(row, note_pages)
    places = {candidate.place: candidate for candidate in row.values()}
    taken = {place: _bearing(places[place], labels) for place, labels in chosen.items() if not set(labels) <= unnoted}
    return {place: candidate for place, candidate in taken.items() if candidate}


def _weight(candidate: Candidate, label: int, page: int, note_page: int | None, highest: int) -> float:
    if note_page is None:
        certain = candidate.weight >= CLOSING and label <= highest + len(candidate.labels) + 3
        return ELSEWHERE * candidate.weight if certain else 0.0
    if page == note_page:
        return candidate.weight
    return ELSEWHERE * candidate.weight if abs(page - note_page) == 1 and candidate.weight >= LINE_START else 0.0


def _unnoted(row: Mapping[int, Candidate], note_pages: Mapping[int, int]) -> set[int]:
    """Labels without a note that do not count on from a mark that is sure."""
    lost = set()
    for label in sorted(row):
        if label not in note_pages and label > 1 and (label - 1 not in row or label - 1 in lost):
            lost.add(label)
    return lost


def _bearing(candidate: Candidate, labels: list[int]) -> Candidate | None:
    """The candidate with the labels that it was chosen for: of "2 16" only the first is a mark."""
    if tuple(labels) == candidate.labels:
        return candidate
    if tuple(labels) != candidate.labels[:len(labels)]:
        return None
    ends = [match.end() for match in _NUMBER.finditer(candidate.printed)]
    return replace(candidate, labels=tuple(labels), end=candidate.start + ends[len(labels) - 1])
