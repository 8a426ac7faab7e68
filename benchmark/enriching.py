"""How quickly cases are read for findings: python -m benchmark.enriching --home FOLDER [--cases N] [--keep NAME].

Measured is the time of the processor, so that a busy machine tells the same: pairs per second of one core, reader by reader and
all together, with the letters per pair and the findings per pair, on which it depends.
"""

import argparse
import time
from pathlib import Path
from typing import Any

from benchmark.machine import keep
from navraag.enrichment.base import ENRICHMENTS, findings
from navraag.records.cases import Case
from navraag.store.findings_writer import finding_rows
from navraag.store.reader import open_registry


def some_cases(home: Path, most: int) -> list[Case]:
    """Cases that have pairs, evenly from the whole registry."""
    with open_registry(home) as registry:
        numbers = [row[0] for row in registry.rows("SELECT number FROM case_row WHERE pair_count > 0 ORDER BY number")]
        return [registry.case(number) for number in numbers[:: max(1, len(numbers) // most)][:most]]


def measure(cases: list[Case]) -> dict[str, Any]:
    """Pairs per second of one core."""
    pairs = sum(len(case.pairs) for case in cases)
    letters = sum(len(pair.question.text.plain) + sum(len(given.answer.text.plain) for given in pair.answers) for case in cases for pair in case.pairs)
    clock, found = time.process_time(), 0
    for row, case in enumerate(cases):
        found += len(finding_rows(row, findings(case)))
    whole = time.process_time() - clock
    each = {}
    for one in ENRICHMENTS:
        clock = time.process_time()
        for case in cases:
            for _ in findings(case, (one,)):
                pass
        each[one.name] = round(pairs / (time.process_time() - clock))
    return {
        "cases": len(cases), "pairs": pairs, "letters_per_pair": round(letters / pairs), "findings_per_pair": round(found / pairs, 1),
        "pairs_per_second_of_a_core": round(pairs / whole), "each_alone": each,
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--cases", type=int, default=300)
    parser.add_argument("--keep", help="keep the figures as benchmark/results/enriching-NAME.json")
    arguments = parser.parse_args()
    figures = measure(some_cases(arguments.home, arguments.cases))
    if arguments.keep:
        keep(f"enriching-{arguments.keep}", figures)
    for name, value in figures.items():
        print(f"{name}: {value}")


if __name__ == "__main__":
    main()
