"""Every method that was tried to find the answer to a question by its words: each gives a score for each question and answer."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from benchmark.precedent_pool import gold
from navraag.enrichment import precedents
from navraag.enrichment.grams import Pieces
from navraag.records.precedents import Candidate
from navraag.store.rows import fold
from navraag.store.search.analysis import Analyzer
from navraag.store.search.compounds import Splitter, dictionary

Scores = NDArray[np.float64]
Features = Callable[[str], Iterable[str]]
Method = Callable[[], Scores]


def words(text: str) -> list[str]:
    """Words of two letters or more, as written but for capitals."""
    return re.findall(r"\w\w+", text.lower())


@cache
def _analyzer() -> Analyzer:
    held = gold()
    counts = Counter(word for text in (*held.answers, *(one.text for one in held.asked)) for word in fold(text).split())
    return Analyzer(Splitter(dictionary(counts)))


def stems(text: str) -> list[str]:
    """Stems, and the stems of the parts of compounds, without the most common words: the terms of the search index."""
    return _analyzer().bag(text).split()


def pieces(least: int, most: int) -> Features:
    """Pieces of words of so many letters, with the blanks around a word (``char_wb``)."""

    def of(text: str) -> Iterable[str]:
        for word in re.sub(r"\s+", " ", text.lower()).split():
            padded = f" {word} "
            for size in range(least, most + 1):
                yield from ([padded[at:at + size] for at in range(len(padded) - size + 1)] if len(padded) > size else [padded])
                if len(padded) <= size:
                    break

    return of


class Matrices:
    """Counts of features of the questions and of the answers."""

    def __init__(self, features: Features, asked: Sequence[str] | None = None) -> None:
        held = gold()
        answers = [Counter(features(text)) for text in held.answers]
        questions = [Counter(features(text)) for text in (asked or [one.text for one in held.asked])]
        self.names = {name: at for at, name in enumerate(dict.fromkeys(name for counts in (*answers, *questions) for name in counts))}
        self.answers, self.questions = self._matrix(answers), self._matrix(questions)

    def _matrix(self, rows: Sequence[Counter[str]]) -> Scores:
        made = np.zeros((len(rows), len(self.names)))
        for at, counts in enumerate(rows):
            for name, count in counts.items():
                made[at, self.names[name]] = count
        return made


def cosine(features: Features, *, power: float = 1.0, log: bool = False, both: bool = False, asked: Sequence[str] | None = None) -> Scores:
    """TF-IDF: ``log`` counts by their logarithm, ``both`` counts rarity in questions too, ``power`` raises it."""
    held = Matrices(features, asked)
    counted = np.vstack([held.answers, held.questions]) if both else held.answers
    rarity = (np.log((1 + len(counted)) / (1 + (counted > 0).sum(0))) + 1) ** power
    sides = [(np.where(side > 0, 1 + np.log(np.maximum(side, 1)), 0) if log else side) * rarity for side in (held.questions, held.answers)]
    if not both:
        sides = [side * (held.answers.sum(0) > 0) for side in sides]
    left, right = (side / np.maximum(np.linalg.norm(side, axis=1, keepdims=True), 1e-9) for side in sides)
    return left @ right.T


def bm25(features: Features, *, k: float = 1.2, b: float = 0.75) -> Scores:
    """BM25."""
    held = Matrices(features)
    texts, length = (held.answers > 0).sum(0), held.answers.sum(1, keepdims=True)
    rarity = np.log(1 + (len(held.answers) - texts + 0.5) / (texts + 0.5))
    weight = held.answers * (k + 1) / (held.answers + k * (1 - b + b * length / length.mean()))
    return ((held.questions > 0) * rarity) @ weight.T


def fused(*scores: Scores, k: int = 10) -> Scores:
    """Reciprocal ranks, added."""
    return sum((1 / (k + 1 + (-each).argsort(1).argsort(1)) for each in scores), np.zeros_like(scores[0]))


def lsa(features: Features, size: int) -> Scores:
    """TF-IDF in so many latent dimensions, learnt from these answers."""
    held = Matrices(features)
    rarity = np.log((1 + len(held.answers)) / (1 + (held.answers > 0).sum(0))) + 1
    answers, questions = held.answers * rarity, held.questions * rarity
    answers /= np.maximum(np.linalg.norm(answers, axis=1, keepdims=True), 1e-9)
    axes = np.linalg.svd(answers, full_matrices=False)[2][:size].T
    left, right = (side / np.maximum(np.linalg.norm(side, axis=1, keepdims=True), 1e-9) for side in (questions @ axes, answers @ axes))
    return left @ right.T


def feedback(scores: Scores, features: Features, *, top: int = 5, weight: float = 0.1) -> Scores:
    """Pseudo-relevance feedback: the likest answers are asked with the question."""
    held = Matrices(features).answers
    rows = np.where(held > 0, 1 + np.log(np.maximum(held, 1)), 0) * (np.log((1 + len(held)) / (1 + (held > 0).sum(0))) + 1)
    rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    alike = rows @ rows.T
    np.fill_diagonal(alike, 0)
    best = np.argsort(-scores, axis=1)[:, :top]
    share = np.take_along_axis(scores, best, 1)
    return scores + weight * np.einsum("ik,ikj->ij", share / np.maximum(share.sum(1, keepdims=True), 1e-9), alike[best])


def ours(*, passage: float, paper: float, asked: Sequence[str] | None = None) -> Scores:
    """The method of the program, with its two weights; every answer of the pool is a candidate."""
    held = gold()
    before = precedents.BEST_PASSAGE, precedents.SAME_PAPER
    precedents.BEST_PASSAGE, precedents.SAME_PAPER = passage, paper
    try:
        return np.array([_row(text) for text in (asked or [one.text for one in held.asked])])
    finally:
        precedents.BEST_PASSAGE, precedents.SAME_PAPER = before


def _row(text: str) -> list[float]:
    held = gold()
    candidates = [
        Candidate(
            pair=f"{paper}/{at}", case=paper, label=str(at), subject="", question="", answers=(answer,), tabled_on=None, answered_on=None,
        )
        for at, (paper, answer) in enumerate(zip(held.papers, held.answers, strict=True))
    ]
    scores = [0.0] * len(candidates)
    for found in precedents.ranked(text, candidates):
        for label in (found.candidate.label, *found.same_answer):
            scores[int(label)] = found.score
    return scores


def with_background(texts: Sequence[str]) -> Scores:
    """Four-letter pieces whose rarity is counted in other texts (the real subjects)."""
    held = gold()
    rarity, answers = Pieces.of(texts).rarity(), Pieces.of(held.answers)
    return np.array([answers.likeness(one.text, rarity) for one in held.asked])


def baseline() -> Scores:
    """The baseline to beat: TF-IDF of pieces of three to five letters."""
    return cosine(pieces(3, 5), both=True)


def subjects_too() -> list[str]:
    """Each question with the subject of its set."""
    held = gold()
    return [f"{one.text}\n{held.subjects[one.paper]}" for one in held.asked]


def sets_too() -> list[str]:
    """Each question, twice, with the subject and all questions of its set."""
    held = gold()
    return ["\n".join((one.text, one.text, held.subjects[one.paper], *held.sets[one.paper])) for one in held.asked]


METHODS: dict[str, Method] = {
    "words, TF-IDF": lambda: cosine(words),
    "words, BM25": lambda: bm25(words),
    "stems and parts of compounds, TF-IDF": lambda: cosine(stems),
    "stems and parts of compounds, BM25": lambda: bm25(stems),
    "pieces of 3–5 letters, TF-IDF (the baseline)": baseline,
    "pieces of 4 letters, BM25": lambda: bm25(pieces(4, 4)),
    "LSA of stems, 100 dimensions": lambda: lsa(stems, 100),
    "pieces of 3–5 and stems, ranks fused": lambda: fused(baseline(), bm25(stems)),
    "pieces of 4, rarity from the real subjects": lambda: with_background(_real_subjects()),
    "pieces of 4, logarithm, rarity^1.25": lambda: ours(passage=0, paper=0),
    "the same with feedback of the likest five": lambda: feedback(ours(passage=0, paper=0), pieces(4, 4)),
    "the same with the best passage": lambda: ours(passage=precedents.BEST_PASSAGE, paper=0),
    "the same with the other answers of the paper": lambda: ours(passage=0, paper=precedents.SAME_PAPER),
    "ours: with both": lambda: ours(passage=precedents.BEST_PASSAGE, paper=precedents.SAME_PAPER),
}
WITH_MORE_OF_THE_DRAFT: dict[str, Method] = {
    "ours, asked with the subject of the set": lambda: ours(passage=precedents.BEST_PASSAGE, paper=precedents.SAME_PAPER, asked=subjects_too()),
    "ours, asked with subject and all questions of the set": lambda: ours(passage=precedents.BEST_PASSAGE, paper=precedents.SAME_PAPER, asked=sets_too()),
}


def _real_subjects() -> list[str]:
    from benchmark.precedent_pool import subject_cases

    return [case.pairs[0].answers[0].answer.text.plain for case in subject_cases()]


def halves_of_weights() -> dict[tuple[float, float], Scores]:
    """Our method for a grid of its weights, for cross-validation."""
    return {(passage, paper): ours(passage=passage, paper=paper) for passage in (0.0, 0.3, 0.6) for paper in (0.0, 0.5, 1.0)}
