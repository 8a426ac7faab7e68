"""The findings of one case as its page shows them: beside the passage they stand in, silent until asked for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from navraag.enrichment.passages import given_answers
from navraag.records.cases import Case, PairAnswer
from navraag.records.evidence import Part
from navraag.records.found import Finding, FindingKind
from navraag.records.text import Text
from navraag.surfaces import links
from navraag.surfaces.web.finding_words import tells
from navraag.surfaces.web.translations import Messages

HIDDEN: frozenset[FindingKind] = frozenset({"status"})
"""Kinds that no public page shows by default: where no answer was recognised, that is no finding about anybody."""
UNMARKED: frozenset[FindingKind] = frozenset({"reference", "name", "outlet", *HIDDEN})
"""Kinds that make no mark in the margin: references are links already, and names stand everywhere."""
_ORDER: tuple[FindingKind, ...] = (
    "commitment", "intention", "announced_action", "expectation", "ongoing", "data_gap", "refusal", "referral", "figure", "reference", "outlet", "name",
)
_AROUND: tuple[Part, ...] = ("preamble", "closing", "footnote", "notice")
Place = tuple[Part, str, str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingView:
    """One finding as shown: what kind, its words, what is told of them, where it leads."""

    kind: str
    quote: str
    tells: tuple[str, ...]
    href: str = ""
    part: str = ""


class CaseFindings:
    """The findings of a case, by the texts they stand in."""

    def __init__(self, case: Case, findings: Iterable[Finding], say: Messages, *, titles: Mapping[str, str] | None = None, shown: bool = False, read: bool = True) -> None:
        self.shown, self.read = shown, read
        self._say = say
        self._titles = titles or {}
        self._at: dict[Place, list[Finding]] = {}
        for finding in findings:
            if finding.found.kind not in HIDDEN:
                self._at.setdefault((finding.part, finding.paper, finding.note, finding.place), []).append(finding)
        self._questions = {pair.label: place for place, pair in enumerate(case.pairs)}
        self._answers = {key: place for place, (key, _) in enumerate(given_answers(case))}

    @property
    def count(self) -> int:
        """How many there are."""
        return sum(map(len, self._at.values()))

    def question(self, label: str) -> list[Finding]:
        """Those in the question with this label."""
        return self._at.get(("question", "", "", self._questions[label]), [])

    def answer(self, key: tuple[str, tuple[int, ...], tuple[str, ...]], given: PairAnswer) -> list[Finding]:
        """Those in one answer."""
        return self._at.get(("answer", given.answer_set, "", self._answers[key]), [])

    def around(self) -> tuple[FindingView, ...]:
        """Those in preambles, closings, notes and notices."""
        return self.views(finding for place, found in self._at.items() if place[0] in _AROUND for finding in found)

    def views(self, findings: Iterable[Finding]) -> tuple[FindingView, ...]:
        """Findings as shown: the weighty kinds first, and what is said twice once."""
        ordered = sorted(findings, key=lambda one: _ORDER.index(one.found.kind))
        views = [self._view(one) for one in ordered]
        return tuple(dict.fromkeys(views))

    def _view(self, finding: Finding) -> FindingView:
        found = finding.found
        return FindingView(
            kind=self._say(f"finding.kind.{found.kind}"), quote=found.quote, tells=(*tells(finding, self._say), *self._title(found.kind, found.key)),
            href=_page_of(found.kind, found.key), part=self._say(f"finding.part.{finding.part}"),
        )

    def _title(self, kind: FindingKind, key: str) -> tuple[str, ...]:
        """What the Kamer calls a paper that is cited, where it is known."""
        return (self._titles[key],) if kind == "reference" and key in self._titles else ()


def _page_of(kind: FindingKind, key: str) -> str:
    """Our own page of what is cited or named, "" where there is none."""
    if not key:
        return ""
    pages = {"reference": links.cited_path, "outlet": links.outlet_path, "name": links.name_path}
    return pages[kind](key) if kind in pages else ""


def marked(text: Text, findings: Iterable[Finding]) -> frozenset[int]:
    """The paragraphs in which a finding stands that makes a mark in the margin."""
    spans = [(one.found.start, one.found.end) for one in findings if one.found.kind not in UNMARKED]
    found, start = set(), 0
    for place, paragraph in enumerate(text.paragraphs):
        end = start + len(paragraph.text)
        if any(first < end and last > start for first, last in spans):
            found.add(place)
        start = end + 1
    return frozenset(found)
