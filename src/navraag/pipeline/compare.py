"""What differs between two registries: which fields of which cases, by kind, with examples."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields

import msgspec

from navraag.records.cases import Case

EXAMPLES = 3
_LONGEST = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One case whose field differs: before and after, shortened around the place where they part."""

    case: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """How many cases differ in one field, in which way (added, removed, changed), with up to three examples."""

    field: str
    kind: str
    count: int
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All differences between two registries."""

    unchanged: int
    changed: int
    added: tuple[str, ...]
    removed: tuple[str, ...]
    fields: tuple[FieldChange, ...]

    @property
    def same(self) -> bool:
        """Nothing differs."""
        return not (self.changed or self.added or self.removed)


def compare(old: Iterable[Case], new: Iterable[Case]) -> Comparison:
    """The differences between two registries, whose cases come sorted by number."""
    added: list[str] = []
    removed: list[str] = []
    changes: dict[tuple[str, str], list[Example]] = {}
    counts: dict[tuple[str, str], int] = {}
    unchanged = changed = 0
    for before, after in _side_by_side(old, new):
        if before is None or after is None:
            (added if before is None else removed).append((after or before).number)  # type: ignore[union-attr]
        elif before == after:
            unchanged += 1
        else:
            changed += 1
            for key, example in _differences(before, after):
                counts[key] = counts.get(key, 0) + 1
                if counts[key] <= EXAMPLES:
                    changes.setdefault(key, []).append(example)
    found = sorted(counts, key=lambda key: (-counts[key], key))
    return Comparison(
        unchanged=unchanged, changed=changed, added=tuple(added), removed=tuple(removed),
        fields=tuple(
            FieldChange(field=key[0], kind=key[1], count=counts[key], examples=tuple(changes[key])) for key in found
        ),
    )


def _side_by_side(old: Iterable[Case], new: Iterable[Case]) -> Iterator[tuple[Case | None, Case | None]]:
    """Pairs of cases with the same number out of two sorted rows."""
    lefts, rights = iter(old), iter(new)
    left, right = next(lefts, None), next(rights, None)
    while left or right:
        if right is None or (left is not None and left.number < right.number):
            yield left, None
            left = next(lefts, None)
        elif left is None or right.number < left.number:
            yield None, right
            right = next(rights, None)
        else:
            yield left, right
            left, right = next(lefts, None), next(rights, None)


def _differences(before: Case, after: Case) -> Iterator[tuple[tuple[str, str], Example]]:
    for field in fields(Case):
        one, other = getattr(before, field.name), getattr(after, field.name)
        if one != other:
            kind = "added" if not one else "removed" if not other else "changed"
            yield (field.name, kind), Example(case=before.number, **_shown(one, other))


def _shown(one: object, other: object) -> dict[str, str]:
    """Both values as short text, starting a little before the place where they part."""
    before, after = msgspec.json.encode(one).decode(), msgspec.json.encode(other).decode()
    parted = next((at for at, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), 0)
    start = max(0, parted - _LONGEST // 4)
    return {"before": before[start:start + _LONGEST], "after": after[start:start + _LONGEST]}
