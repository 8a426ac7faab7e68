"""A case in reading order: questions with the answers beneath, each joint answer once, each note beside its mark."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from navraag.enrichment.passages import answer_key as _key
from navraag.records.cases import Case, CaseAnswers, Pair, PairAnswer
from navraag.records.text import Footnote, Text
from navraag.surfaces.links import case_path
from navraag.surfaces.web import texts
from navraag.surfaces.web.case_findings import CaseFindings, FindingView, marked
from navraag.surfaces.web.texts import Notes, by_label

Key = tuple[str, tuple[int, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteView:
    """A note as shown: its anchor, the anchor of its first mark ("" without one), its words."""

    label: str
    anchor: str
    back: str
    html: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView:
    """A question as shown; ``elsewhere`` names the question at which its joint answer stands."""

    label: str
    html: Markup
    elsewhere: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerView:
    """An answer as shown: from which paper, to which questions, and to which it only refers."""

    paper: CaseAnswers | None
    labels: tuple[str, ...]
    html: Markup
    see_also: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Questions that are answered together, their answers, and the notes marked in them."""

    questions: tuple[QuestionView, ...]
    answers: tuple[AnswerView, ...]
    notes: tuple[NoteView, ...]
    findings: tuple[FindingView, ...] = ()


class Reader:
    """Writes the texts of one case as HTML; remembers which notes and joint answers the page has shown."""

    def __init__(self, case: Case, *, prefix: str, missing: str, findings: CaseFindings | None = None) -> None:
        self._case = case
        self.findings = findings
        self._papers = {paper.id: paper for paper in case.answers}
        home = case_path(case.number)
        asked = by_label(case.questions.footnotes) if case.questions else {}
        self._asked = Notes(scope="v", footnotes=asked, prefix=prefix, missing=missing, home=home)
        self._answered = {
            paper.id: Notes(scope=f"a{place}", footnotes=by_label(paper.footnotes), prefix=prefix, missing=missing, home=home)
            for place, paper in enumerate(case.answers, start=1)
        }
        self._bare = Notes(scope="x", prefix=prefix, missing=missing, home=home)
        self._first: dict[Key, str] = {}
        self._covered: dict[Key, list[str]] = {}
        for pair in case.pairs:
            for key in dict.fromkeys(map(_key, pair.answers)):
                self._covered.setdefault(key, []).append(pair.label)

    def passages(self) -> tuple[Passage, ...]:
        """All pairs of the case, neighbours with the same joint answer in one passage."""
        return tuple(self._passage(group) for group in _neighbours(self._case.pairs))

    def passage(self, pair: Pair) -> Passage:
        """One pair alone, with all that answers it."""
        return self._passage([pair])

    def asked(self, text: Text) -> Markup:
        """A text of the question set: its preamble or closing."""
        return texts.render(text, self._asked)

    def answered(self, paper: CaseAnswers, text: Text) -> Markup:
        """A text of an answer paper: its preamble or closing."""
        return texts.render(text, self._answered[paper.id])

    def plain(self, text: Text) -> Markup:
        """A text without notes: a notice or a withdrawal."""
        return texts.render(text, self._bare)

    def orphan(self, given: PairAnswer) -> AnswerView:
        """An answer that no question was found for."""
        return self._answer(given)

    def fresh_notes(self) -> tuple[NoteView, ...]:
        """The notes marked so far that were not shown yet (in preambles, closings, orphans)."""
        return tuple(view for notes in self._all_notes() for view in _views(notes, notes.fresh(notes.used)))

    def other_notes(self) -> tuple[NoteView, ...]:
        """The notes that no mark on the page points to: shown, never dropped."""
        return tuple(view for notes in self._all_notes() for view in _views(notes, notes.rest()))

    def _all_notes(self) -> Iterable[Notes]:
        return (self._asked, *self._answered.values())

    def _passage(self, pairs: list[Pair]) -> Passage:
        new = [given for given in pairs[0].answers if _key(given) not in self._first]
        questions = tuple(self._question(pair) for pair in pairs)
        for given in new:
            self._first[_key(given)] = pairs[0].label
        answers = tuple(self._answer(given) for given in new)
        return Passage(questions=questions, answers=answers, notes=self.fresh_notes(), findings=self._found(pairs, new))

    def _found(self, pairs: list[Pair], answers: list[PairAnswer]) -> tuple[FindingView, ...]:
        if self.findings is None:
            return ()
        asked = [finding for pair in pairs for finding in self.findings.question(pair.label)]
        return self.findings.views([*asked, *(finding for given in answers for finding in self.findings.answer(_key(given), given))])

    def _question(self, pair: Pair) -> QuestionView:
        elsewhere = tuple(dict.fromkeys(self._first[_key(given)] for given in pair.answers if _key(given) in self._first))
        found = marked(pair.question.text, self.findings.question(pair.label)) if self.findings else frozenset()
        return QuestionView(label=pair.label, html=texts.render(pair.question.text, self._asked, found), elsewhere=elsewhere)

    def _answer(self, given: PairAnswer) -> AnswerView:
        notes = self._answered.get(given.answer_set, self._bare)
        found = marked(given.answer.text, self.findings.answer(_key(given), given)) if self.findings else frozenset()
        return AnswerView(
            paper=self._papers.get(given.answer_set), labels=self._labels(given),
            html=texts.render(given.answer.text, notes, found), see_also=given.answer.see_also,
        )

    def _labels(self, given: PairAnswer) -> tuple[str, ...]:
        """The labels of the questions that this answer covers; its own numbers where none of them is known."""
        return tuple(self._covered.get(_key(given), ())) or tuple(str(number) for number in given.answer.numbers)


def _neighbours(pairs: tuple[Pair, ...]) -> list[list[Pair]]:
    """Pairs in groups: those that follow each other and have exactly the same answers stand together."""
    groups: list[list[Pair]] = []
    for pair in pairs:
        keys = [_key(given) for given in pair.answers]
        if groups and keys and keys == [_key(given) for given in groups[-1][0].answers]:
            groups[-1].append(pair)
        else:
            groups.append([pair])
    return groups


def _views(notes: Notes, fresh: tuple[Footnote, ...]) -> list[NoteView]:
    return [
        NoteView(
            label=note.label, anchor=notes.anchor("noot", note.label),
            back=notes.anchor("merk", note.label) if note.label in notes.used else "",
            html=texts.render_note(note, notes),
        )
        for note in fresh
    ]
