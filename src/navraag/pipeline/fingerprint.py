"""One sha256 over all cases: two registries with the same fingerprint say the same."""

import hashlib
import json
from collections.abc import Callable, Iterable

from navraag.records.cases import Case


def fingerprint(cases: Iterable[Case], shape: Callable[[Case], object]) -> str:
    """The sha256 of all cases, sorted by number, each as one line of canonical JSON of its public shape.

    The shape holds no times of retrieval, no row ids and no run ids, so only the documents decide.
    """
    digest = hashlib.sha256()
    last = ""
    for case in cases:
        if case.number < last:
            raise ValueError(f"cases must come sorted: {case.number} after {last}")
        last = case.number
        line = json.dumps(shape(case), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        digest.update(line.encode() + b"\n")
    return digest.hexdigest()
