"""Precedents: the earlier pairs that most resemble a question not yet asked, with the words that explain it.

A search hands over candidates; they are ranked by pieces of words (``grams``). How much a piece tells is counted among the
candidates themselves: what they all have in common, the topic, tells nothing about which of them is meant. What was
measured, and what was tried besides, stands in docs/explanation/precedents.md.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

import numpy as np

from navraag.enrichment.grams import Numbers, Pieces, Rarity
from navraag.enrichment.likeness import content_words, nearly_the_same, shared_words
from navraag.records.precedents import Candidate, Precedent, Retrieve

# How much each part counts beside the likeness of the whole answer, which counts for 1.
QUESTION = 1.0
BEST_PASSAGE = 0.3
SAME_PAPER = 0.5
WHOLE = (1 + QUESTION + BEST_PASSAGE) * (1 + SAME_PAPER)

# Less like than this is like by chance.
LEAST_SCORE = 0.05
# Among so many of the likest, one that asks the same comes first, whatever was answered.
LOOKED_AT = 20
PASSAGES_OF = 60
MOST_PASSAGES = 60
LEAST_WORDS = 2
_SENTENCE_END = re.compile(r"(?<=[.?!]) +(?=[A-Z0-9\"“‘'«(])")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """One answer, joint or not: the pairs that it answers, the first found first."""

    candidates: tuple[Candidate, ...]

    @property
    def answer(self) -> str:
        return self.candidates[0].answer


def precedents(text: str, retrieve: Retrieve, *, most: int = 5, apart_from: str = "") -> tuple[Precedent, ...]:
    """The earlier pairs that resemble a question most, near-duplicates first; none of the case that it belongs to itself.

    A question that says nothing of its own ("Kunt u deze vragen afzonderlijk beantwoorden?") has none, and what shares no
    word of content with it is none: it could not be explained.
    """
    if len(content_words(text)) < LEAST_WORDS:
        return ()
    found = [candidate for candidate in retrieve(text) if candidate.case != apart_from]
    best = [one for one in ranked(text, found)[:max(most, LOOKED_AT)] if one.score >= LEAST_SCORE]
    marked = [replace(one, near_duplicate=nearly_the_same(text, one.candidate.question)) for one in best]
    told = (_explained(text, one) for one in sorted(marked, key=lambda one: not one.near_duplicate))
    return tuple(islice((one for one in told if one.shared), most))


def ranked(text: str, found: Sequence[Candidate]) -> list[Precedent]:
    """All candidates by how much they resemble a question; pairs with one joint answer are one."""
    entries = _entries(found)
    if not entries:
        return []
    own, asked = _own_words(text, entries)
    cases = np.unique([entry.candidates[0].case for entry in entries], return_inverse=True)[1]
    scores = own + SAME_PAPER * _around(own, cases)
    made = [_precedent(entry, score / WHOLE, like) for entry, score, like in zip(entries, scores.tolist(), asked, strict=True)]
    return sorted(made, key=lambda one: (-one.score, one.candidate.pair))


def _explained(text: str, found: Precedent) -> Precedent:
    """The same with the words that it shares with the question."""
    pair = found.candidate
    return replace(found, shared=shared_words(text, f"{pair.subject}\n{pair.question}\n{pair.answer}"))


def _entries(found: Sequence[Candidate]) -> list[_Entry]:
    held: dict[tuple[str, ...], list[Candidate]] = {}
    for candidate in found:
        alone = () if candidate.answers else (candidate.pair,)
        held.setdefault((candidate.case, *candidate.answers, *alone), []).append(candidate)
    return [_Entry(candidates=tuple(dict.fromkeys(each))) for each in held.values()]


def _own_words(text: str, entries: Sequence[_Entry]) -> tuple[Numbers, list[Numbers]]:
    """How like each entry is by its own words, and how like each of its questions."""
    answers = Pieces.of([entry.answer for entry in entries])
    rarity = answers.rarity()
    whole = answers.likeness(text, rarity)
    best = np.argsort(-whole, kind="stable")[:PASSAGES_OF]
    passages = np.zeros(len(entries))
    passages[best] = _best_passages(text, [entries[at].answer for at in best], rarity)
    questions = Pieces.of([candidate.question for entry in entries for candidate in entry.candidates])
    likeness = questions.likeness(text, questions.rarity())
    asked = np.split(likeness, np.cumsum([len(entry.candidates) for entry in entries])[:-1])
    return whole + BEST_PASSAGE * passages + QUESTION * np.array([one.max() for one in asked]), asked


def _best_passages(text: str, answers: Sequence[str], rarity: Rarity) -> Numbers:
    """For each answer how like its likest two sentences in a row are."""
    passages = [list(_passages(answer)) for answer in answers]
    owner = np.repeat(np.arange(len(answers)), [len(each) for each in passages])
    likeness = Pieces.of([passage for each in passages for passage in each]).likeness(text, rarity)
    best = np.zeros(len(answers))
    np.maximum.at(best, owner, likeness)
    return best


def _passages(answer: str) -> Iterator[str]:
    """Every two sentences in a row; the whole where there are no more."""
    sentences = [line for paragraph in answer.split("\n") for line in _SENTENCE_END.split(paragraph) if line.count(" ") > 1]
    if len(sentences) < 3:
        yield answer
        return
    for at in range(min(len(sentences) - 1, MOST_PASSAGES)):
        yield f"{sentences[at]} {sentences[at + 1]}"


def _around(own: Numbers, cases: np.ndarray) -> Numbers:
    """For each entry the mean of the others of its case: an answer stands among answers on the same subject."""
    sums, counts = np.bincount(cases, own), np.bincount(cases)
    around: Numbers = (sums[cases] - own) / np.maximum(counts[cases] - 1, 1)
    return around


def _precedent(entry: _Entry, score: float, asked: Numbers) -> Precedent:
    """The pair of the entry whose question is likest, and the others that its answer answers."""
    first = int(np.argmax(asked))
    others = tuple(candidate.label for at, candidate in enumerate(entry.candidates) if at != first)
    return Precedent(candidate=entry.candidates[first], score=round(score, 4), same_answer=others)
