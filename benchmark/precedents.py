"""``python -m benchmark.precedents``: is the answer to a question found by its words, among few and among many others?

(a) every real question against the real answers; (b) the same with 42,994 real subjects and 100,000 generated answers as
distractors, through the search index; (c) chains that real data names, listed; (d) how long it takes at the size of a whole
history (``--home``: a registry with its index). The questions themselves are never indexed, and equal scores count as the worst rank.
"""

import argparse
import json
import os
import re
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmark.machine import REAL, keep
from benchmark.precedent_methods import METHODS, WITH_MORE_OF_THE_DRAFT, Scores, baseline, halves_of_weights
from benchmark.precedent_pool import generated_cases, gold, gold_cases, registry_of, subject_cases
from navraag.enrichment import precedents
from navraag.enrichment.grams import Pieces, Rarity
from navraag.parsing import parse
from navraag.records.precedents import Candidate
from navraag.store.outbox import every_case
from navraag.store.reader import Registry, open_registry
from navraag.store.search.candidates import Among
from navraag.store.search.engine import OpenIndex
from navraag.store.search.siblings import WithSiblings
from navraag.store.session import ReadOnly
from navraag.surfaces.drafting.drafts import draft_of_content
from navraag.surfaces.drafting.finding import Wanted, find_precedents
from navraag.surfaces.drafting.word import WordFile

Ranks = NDArray[np.float64]
Figures = dict[str, Any]
ROUNDS = 10_000
NOWHERE = 1e9
_SEQUEL = re.compile(
    r"\bvervolgvra|\baanhangsel|\b(?:beantwoording|antwoord(?:en)?) (?:van|op|aan) (?:(?:mijn|zijn|haar|de|eerdere|schriftelijke|gestelde) )*(?:kamer)?vragen|\beerdere (?:schriftelijke |kamer)?vragen",
    re.IGNORECASE,
)
ANSWERS_ONLY = Among(fields=("answer_bag",))


def ranks(scores: Scores) -> tuple[Ranks, Ranks]:
    """The worst rank of the right answer: among answers, and among pairs, where a joint answer stands once for each of its questions."""
    held = gold()
    times = np.array([len(numbers) for numbers in held.numbers])
    right = np.array([max(row[list(asked.own)]) for row, asked in zip(scores, held.asked, strict=True)])
    above = scores >= right[:, None] - 1e-9
    return above.sum(1).astype(float), (above * times).sum(1).astype(float)


def told(found: Ranks) -> Figures:
    """r@1, r@10 and MRR."""
    return {"r@1": round(float(np.mean(found == 1)), 3), "r@10": round(float(np.mean(found <= 10)), 3), "mrr": round(float(np.mean(1 / found)), 3)}


def compared(mine: Ranks, theirs: Ranks) -> Figures:
    """How much better than another method, with the standard error of the difference in a paired bootstrap of questions and of papers."""
    draw = np.random.default_rng(1)
    papers = [np.array([at for at, one in enumerate(gold().asked) if one.paper == paper]) for paper in dict.fromkeys(one.paper for one in gold().asked)]
    made: Figures = {}
    for name, value in (("r@1", lambda r: r == 1), ("r@10", lambda r: r <= 10)):
        gain = value(mine).astype(float) - value(theirs).astype(float)
        error = gain[draw.integers(0, len(gain), (ROUNDS, len(gain)))].mean(1).std()
        by_paper = [gain[np.concatenate([papers[at] for at in draw.integers(0, len(papers), len(papers))])].mean() for _ in range(ROUNDS // 4)]
        made[name] = {
            "gain": round(float(gain.mean()), 3), "standard_error": round(float(error), 3), "errors": round(float(gain.mean() / max(error, 1e-9)), 2),
            "standard_error_by_paper": round(float(np.std(by_paper)), 3),
        }
    return made


def among_few() -> Figures:
    """Test (a)."""
    held = gold()
    first = ranks(baseline())
    figures: Figures = {"questions": len(held.asked), "answers": len(held.answers), "methods": {}}
    for name, method in (METHODS | WITH_MORE_OF_THE_DRAFT).items():
        begun = time.perf_counter()
        found = ranks(method())
        spent = (time.perf_counter() - begun) / len(held.asked) * 1000
        figures["methods"][name] = {
            "among_answers": told(found[0]), "among_pairs": told(found[1]), "ms_per_question": round(spent, 1),
            "against_baseline": {"among_answers": compared(found[0], first[0]), "among_pairs": compared(found[1], first[1])},
        }
        print(name, told(found[0]), told(found[1]), flush=True)
    return figures | {"cross_validated": cross_validated()}


def cross_validated() -> Figures:
    """The weights chosen on one half of the papers, measured on the other, ten times over."""
    grid = {weights: ranks(scores) for weights, scores in halves_of_weights().items()}
    papers = sorted({one.paper for one in gold().asked})
    draw = np.random.default_rng(7)
    of = np.array([one.paper for one in gold().asked])
    chosen: list[tuple[float, float]] = []
    collected: tuple[list[Figures], list[Figures]] = ([], [])
    for _ in range(10):
        half = np.isin(of, draw.permutation(papers)[: len(papers) // 2])
        for learn, test in ((half, ~half), (~half, half)):
            best = max(grid, key=lambda weights: float(np.mean(1 / grid[weights][0][learn])))
            chosen.append(best)
            for pool in (0, 1):
                collected[pool].append(told(grid[best][pool][test]) | {"n": int(test.sum())})
    mean = [{key: round(float(np.average([one[key] for one in rows], weights=[one["n"] for one in rows])), 3) for key in ("r@1", "r@10")} for rows in collected]
    return {"among_answers": mean[0], "among_pairs": mean[1], "chosen": {str(weights): chosen.count(weights) for weights in dict.fromkeys(chosen)}}


def among_many(home: Path, pairs: int) -> Figures:
    """Test (b), end to end: index, candidates, ranking."""
    documents = registry_of(home, (*gold_cases(), *subject_cases(), *generated_cases(pairs)))
    figures: Figures = {"documents": documents}
    with ReadOnly(home / "registry.sqlite3") as registry:
        retrieve = WithSiblings(registry, OpenIndex(home), among=ANSWERS_ONLY)
        figures["index_alone"] = _through(lambda text: [(name, score, 1) for name, score in _deep(registry, home)(text)])
        figures["ours"] = _through(lambda text: _ranked(text, retrieve))
        figures["pieces_of_4_tfidf_over_all"] = _pieces_over_all(registry)
    print(figures, flush=True)
    return figures


def _deep(registry: ReadOnly, home: Path) -> Callable[[str], list[tuple[str, float]]]:
    return WithSiblings(registry, OpenIndex(home), most=1000, among=ANSWERS_ONLY).found


def _ranked(text: str, retrieve: WithSiblings) -> list[tuple[str, float, int]]:
    """Pairs with their scores; a joint answer counts as one for answers, and as many for pairs."""
    return [
        (f"{one.candidate.case}/{label}", one.score, 1 if at == 0 else 0)
        for one in precedents.ranked(text, list(retrieve(text))) for at, label in enumerate((one.candidate.label, *one.same_answer))
    ]


def _through(search: Callable[[str], list[tuple[str, float, int]]]) -> Figures:
    held, rows, spent = gold(), [], []
    for one in held.asked:
        begun = time.perf_counter()
        found = search(one.text)
        spent.append(time.perf_counter() - begun)
        own = {f"2024Z900{one.paper}/{number}" for at in one.own for number in held.numbers[at]}
        best = max((score for name, score, _ in found if name in own), default=None)
        above = [each for each in found if best is not None and each[1] >= best]
        rows.append((sum(first for *_, first in above) if above else NOWHERE, len(above) if above else NOWHERE))
    answers, pairs = (np.array(column) for column in zip(*rows, strict=True))
    return {"among_answers": told(answers), "among_pairs": told(pairs), "found_at_all": round(float(np.mean(answers < NOWHERE)), 3), "ms_per_question": milliseconds(spent)}


def _pieces_over_all(registry: ReadOnly) -> Figures:
    """Pieces of four letters against every text of the pool, their rarity counted in all of it: the plain method, without an index."""
    texts = [given.answer.text.plain for entry in every_case(registry) if not entry.case.number.startswith("2024Z900") for given in _each_answer(entry.case)]
    held = gold()
    own = Pieces.of(held.answers)
    counted, many = own.rarity().texts.copy(), len(held.answers)
    chunks = [texts[at:at + 2000] for at in range(0, len(texts), 2000)]
    for chunk in chunks:
        counted += Pieces.of(chunk).rarity().texts
        many += len(chunk)
    rarity = Rarity(texts=counted, of=many)
    scores = np.array([own.likeness(one.text, rarity) for one in held.asked])
    answers, pairs = ranks(scores)
    right = np.array([max(row[list(asked.own)]) for row, asked in zip(scores, held.asked, strict=True)])
    for chunk in chunks:
        read = Pieces.of(chunk)
        more = np.array([(read.likeness(one.text, rarity) >= limit - 1e-9).sum() for one, limit in zip(held.asked, right, strict=True)])
        answers, pairs = answers + more, pairs + more
    return {"among_answers": told(answers), "among_pairs": told(pairs)}


def _each_answer(case: Any) -> list[Any]:
    return list({pair.answers[0].answer.numbers: pair.answers[0] for pair in case.pairs}.values())


def chains() -> Figures:
    """Test (c): what real data itself calls a sequel, by number, with the likest earlier subjects; looked at, not scored."""
    subjects = {case.number: case.pairs[0].answers[0].answer.text.plain for case in subject_cases()}
    named = {number: text for number, text in subjects.items() if _SEQUEL.search(text)}
    numbers = list(subjects)
    read = Pieces.of(list(subjects.values()))
    rarity = read.rarity()
    rows = {}
    for number, text in sorted(named.items()):
        likeness = read.likeness(text, rarity)
        best = [at for at in np.argsort(-likeness)[:12] if numbers[at] < number][:3]
        rows[number] = {numbers[at]: round(float(likeness[at]), 2) for at in best}
    cited = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted((REAL / "gold").glob("*.json"))}
    return {
        "titles": len(rows), "with_an_earlier_subject_of_half_the_likeness_or_more": sum(any(value >= 0.5 for value in each.values()) for each in rows.values()),
        "chains": rows, "cited_in_gold": {name: [one for one in each["references"] if re.match(r"ah-|\d{4}Z", one)] for name, each in cited.items() if each.get("references")},
    }


def kindred(many: int = 80) -> Figures:
    """How much the likeness of the question should count: pairs of the own set are to come before those of others; the pair itself is left out."""
    held = gold()
    pairs = [
        Candidate(
            pair=f"{one.paper}/{at}", case=one.paper, label=str(at), subject="", question=one.text, answers=tuple(held.answers[own] for own in sorted(one.own)),
            tabled_on=None, answered_on=None,
        )
        for at, one in enumerate(held.asked)
    ]
    draw = np.random.default_rng(3).choice(len(pairs), many, replace=False)
    before = precedents.QUESTION, precedents.SAME_PAPER
    figures: Figures = {}
    try:
        precedents.SAME_PAPER = 0.0
        for weight in (0.0, 0.5, 1.0, 2.0, 4.0):
            precedents.QUESTION = weight
            hits = [[found.candidate.case == pairs[at].case for found in precedents.ranked(pairs[at].question, [one for one in pairs if one is not pairs[at]])[:5]] for at in draw]
            figures[str(weight)] = round(float(np.mean([np.mean(each) for each in hits])), 3)
    finally:
        precedents.QUESTION, precedents.SAME_PAPER = before
    return {"questions": many, "own_set_among_the_first_five_by_weight_of_the_question": figures}


def milliseconds(spent: list[float]) -> Figures:
    """Mean, median, p95 and worst."""
    values = np.array(spent) * 1000
    return {"mean": round(float(values.mean()), 1), "median": round(float(np.median(values)), 1), "p95": round(float(np.percentile(values, 95)), 1), "worst": round(float(values.max()), 1)}


def speed(home: Path, many: int) -> Figures:
    """Test (d): questions of the history asked again, as if they were drafts."""
    with ReadOnly(home / "registry.sqlite3") as registry:
        held = registry.rows("SELECT count(*) FROM case_row")[0][0]
        asked = [entry.case.pairs[0].question.text.plain for at, entry in enumerate(every_case(registry)) if at % max(1, held // many) == 0 and entry.case.pairs]
        retrieve = WithSiblings(registry, OpenIndex(home))
        precedents.precedents(asked[0], retrieve)
        spent, worked = [], []
        for text in asked:
            begun, working = time.perf_counter(), time.process_time()
            precedents.precedents(text, retrieve)
            spent.append(time.perf_counter() - begun)
            worked.append(time.process_time() - working)
    with open_registry(home) as whole:
        files = [_word_file(whole, asked[at:at + 10]) for at in range(0, 50, 10)]
    return {
        "cases": held, "questions": len(asked), "ms_per_question": milliseconds(spent), "ms_of_processor_per_question": milliseconds(worked),
        "word_file_of_ten_questions": {"seconds": round(float(np.median([wall for wall, _ in files])), 2), "seconds_of_processor": round(float(np.median([own for _, own in files])), 2)},
        "load_of_the_machine": round(os.getloadavg()[0], 1),
    }


def _word_file(registry: Registry, questions: list[str]) -> tuple[float, float]:
    """Seconds by the clock, and of the processor, for a Word file: read it, and find precedents for each of its questions."""
    made = WordFile("concept")
    made.line("Vragen van het lid Linde (De Brug) aan de Minister van Defensie over een proef (ingezonden 3 maart 2025).")
    for number, text in enumerate(questions, start=1):
        made.line(f"Vraag {number}")
        made.line(text)
    data = made.data()
    begun, working = time.perf_counter(), time.process_time()
    draft = draft_of_content(parse(data, name="concept.docx").content)
    assert draft is not None
    assert len(draft.questions) == len(questions)
    find_precedents(registry, draft, Wanted())
    return time.perf_counter() - begun, time.process_time() - working


def main() -> None:
    """Measure and keep."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=["few", "many", "chains", "speed"])
    parser.add_argument("--pairs", type=int, default=100_000, help="generated pairs among the distractors")
    parser.add_argument("--home", type=Path, help="a registry with its index, to measure how long it takes")
    arguments = parser.parse_args()
    if not REAL.is_dir():
        raise SystemExit("the real documents are not beside this clone: precedents are measured on them")
    figures: Figures = {}
    if arguments.only in {None, "few"}:
        figures["few"] = among_few() | {"kindred": kindred()}
    if arguments.only in {None, "many"}:
        with tempfile.TemporaryDirectory() as folder:
            figures["many"] = among_many(Path(folder), arguments.pairs)
    if arguments.only in {None, "chains"}:
        figures["chains"] = chains()
    if arguments.home:
        figures["speed"] = speed(arguments.home, 200)
    if not arguments.only:
        keep("precedents", figures)
    else:
        sys.stdout.write(f"{figures}\n")


if __name__ == "__main__":
    main()
