"""compare: which fields of which cases differ, by kind, with examples."""

from dataclasses import replace
from datetime import date

from navraag.pipeline.compare import compare
from navraag.records.cases import Case

CASES = tuple(Case(number=f"2031Z0000{at}", subject=f"de brug {at}", topics=("Water",)) for at in range(1, 8))


def test_the_same_is_the_same() -> None:
    """Also nothing and nothing."""
    assert compare(CASES, CASES).same
    assert compare((), ()).same


def test_differences_are_counted_by_field_and_kind() -> None:
    """Three examples each, cut around the place where they part."""
    long = "x" * 300
    old = [replace(CASES[0], subject=f"{long} oud"), *CASES[1:6]]
    new = [
        replace(CASES[0], subject=f"{long} nieuw", tabled_on=date(2031, 1, 1)),
        *(replace(case, topics=()) for case in CASES[2:6]), CASES[6],
    ]

    found = compare(old, new)

    assert (found.unchanged, found.changed, found.added, found.removed) == (0, 5, ("2031Z00007",), ("2031Z00002",))
    assert [(one.field, one.kind, one.count, len(one.examples)) for one in found.fields] == [
        ("topics", "removed", 4, 3), ("subject", "changed", 1, 1), ("tabled_on", "added", 1, 1),
    ]
    example = found.fields[1].examples[0]
    assert (example.case, example.before[-5:], example.after[-7:]) == ("2031Z00001", ' oud"', ' nieuw"')
    assert len(example.before) < 160
