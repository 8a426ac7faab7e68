"""Which papers belong to which case.

A case is named by its Zaak number where known; else by the publication of its question; else, provisionally, by that of its
first answer or notice. Papers join a case, in this order: by a number that they print; by a name that a document with a number
gives them (metadata, page, another print); by "Zie ook … nr. N" of an answer to the same askers on the same day; by day of
tabling, all askers and subject. Anything less makes no join: it is told as a candidate (``doubts``).
"""

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field

from navraag.linking.aliases import Aliases, is_zaak
from navraag.linking.lookup import Index, Registrations, loose_keys, see_also_names
from navraag.linking.twins import Bundle
from navraag.linking.unions import Unions
from navraag.records.cases import Source
from navraag.records.evidence import Problem
from navraag.records.identifiers import Quarantined, nameless_case_number, parse_publication
from navraag.records.misshapen import likely_cases
from navraag.records.pages import Registration

_MANY = 5  # candidates named in one problem


@dataclass(kw_only=True)
class Group:
    """What is known of one case before it is put together."""

    number: str
    registration: tuple[Source, Registration] | None = None
    bundles: list[Bundle] = field(default_factory=list)
    former_numbers: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class Numbered:
    """A bundle with the case numbers found for it, and why a number was not found."""

    bundle: Bundle
    numbers: tuple[str, ...]
    problems: tuple[Problem, ...] = ()


def groups(
    bundles: Sequence[Bundle], registrations: Registrations, decided: Mapping[str, str], lacking: Container[str] | None = None,
) -> dict[str, Group]:
    """All cases, by number. ``decided`` are case numbers that people corrected: each is replaced by its value.

    ``lacking`` are the registered cases without a question paper, where these papers are not all that there are.
    """
    if lacking is None:
        lacking = _numbers_without_question(bundles, registrations)
    aliases = Aliases(decided)
    index = Index(bundles, registrations)
    found: dict[str, Group] = {}
    for number, row in registrations.items():
        _register(found, number, row, aliases)
    for one in _complete(_with_numbers(bundles, index, aliases, lacking)):
        _place(found, one, aliases)
    return found


def _register(found: dict[str, Group], number: str, row: tuple[Source, Registration], aliases: Aliases) -> None:
    final = aliases.of(number)
    group = found.setdefault(final, Group(number=final))
    if final != number:
        group.former_numbers.add(number)
    if final == number or group.registration is None:
        group.registration = row


def _with_numbers(bundles: Sequence[Bundle], index: Index, aliases: Aliases, lacking: Container[str]) -> list[Numbered]:
    for one in bundles:
        _learn(one, index, aliases)
    return [_numbered(one, index, aliases, lacking) for one in bundles]


def _learn(one: Bundle, index: Index, aliases: Aliases) -> None:
    """An old name of a question stands for its Zaak number: printed beside it, or found by day, askers and subject."""
    zaken = [number for number in one.numbers if is_zaak(number)]
    others = [number for number in one.numbers if not is_zaak(number)]
    if one.role == "question" and len(zaken) == 1:
        others += [name for name in one.names if not name.startswith("kv-tk-")]
    elif not zaken and others:
        zaken = [number for number in index.by_key(one) if is_zaak(number)]
    if len(zaken) == 1:
        for other in others:
            aliases.learn(other, zaken[0])


def _numbers_without_question(bundles: Sequence[Bundle], registrations: Registrations) -> frozenset[str]:
    have = {number for one in bundles if one.role == "question" for number in one.numbers}
    return frozenset(registrations.keys() - have)


def _numbered(one: Bundle, index: Index, aliases: Aliases, lacking: Container[str]) -> Numbered:
    """The case numbers of a bundle by the strongest evidence at hand."""
    odd = _misshapen(one, aliases, lacking)
    for numbers in (one.numbers, _by_name(one, index), _by_citation(one, index)):
        if numbers:
            final = tuple(dict.fromkeys(aliases.of(number) for number in numbers))
            return Numbered(bundle=one, numbers=final, problems=odd)
    matches = tuple(dict.fromkeys(aliases.of(number) for number in index.by_key(one)))
    return Numbered(bundle=one, numbers=matches if len(matches) == 1 else (), problems=odd)


def _by_name(one: Bundle, index: Index) -> tuple[str, ...]:
    return tuple(sorted({number for name in one.names for number in index.pointers.get(name, ())}))


def _by_citation(one: Bundle, index: Index) -> tuple[str, ...]:
    """Numbers of papers that cite this one under "Zie ook", or that it cites, of the same day of tabling and askers."""
    citing = [other for name in one.names for other in index.cited.get(name, ())]
    cited = [other for name in see_also_names(one) for other in index.named.get(name, ())]
    near = [other for other in (*citing, *cited) if loose_keys(one) & loose_keys(other)]
    return tuple(sorted({number for other in near for number in other.numbers}))


def _misshapen(one: Bundle, aliases: Aliases, lacking: Container[str]) -> tuple[Problem, ...]:
    """Numbers and names of no known form, with what they may have meant."""
    printed = dict.fromkeys((*one.numbers, *one.names))
    odd = [name for name in printed if not is_zaak(name) and isinstance(parse_publication(name), Quarantined)]
    return tuple(
        Problem(code="linking.misshapen-number", where=name, message=f"{name} heeft geen bekende vorm{_meant(name, aliases, lacking)}")
        for name in odd
    )


def _meant(name: str, aliases: Aliases, lacking: Container[str]) -> str:
    if (known := aliases.of(name)) != name:
        return f"; dag, indieners en onderwerp zijn die van {known}"
    read = parse_publication(name)
    candidates = likely_cases(name, lacking) or (read.candidates if isinstance(read, Quarantined) else ())
    return f"; mogelijk bedoeld: {', '.join(candidates[:_MANY])}" if candidates else ""


def _complete(numbered: Sequence[Numbered]) -> list[Numbered]:
    """All papers with a case number.

    Papers that print none go together where day, askers and subject (or "Zie ook") say so: a number found for one holds
    for all; where none is found the first of them names a provisional case.
    """
    loose = [one for one in numbered if not one.bundle.numbers]
    unions: Unions[object] = Unions()
    for at, one in enumerate(loose):
        unions.join([at, *one.bundle.match_keys, *_citation_marks(one.bundle)])
    together: dict[object, list[Numbered]] = defaultdict(list)
    for at, one in enumerate(loose):
        together[unions.find(at)].append(one)
    completed = [one for group in together.values() for one in _completed(group)]
    return [one for one in numbered if one.bundle.numbers] + completed


def _completed(group: Sequence[Numbered]) -> list[Numbered]:
    lacking = [one for one in group if not one.numbers]
    known = {one.numbers for one in group if len(one.numbers) == 1}
    if not lacking:
        return list(group)
    numbers = next(iter(known)) if len(known) == 1 else (_provisional_number(lacking),)
    named = [Numbered(bundle=one.bundle, numbers=numbers, problems=one.problems) for one in lacking]
    return [one for one in group if one.numbers] + named


def _citation_marks(one: Bundle) -> list[object]:
    """Marks that a paper and the one that it cites share: a publication with the day and the askers."""
    return [(name, key) for name in (*one.names, *see_also_names(one)) for key in sorted(loose_keys(one))]


def _provisional_number(group: Sequence[Numbered]) -> str:
    named = sorted((one.bundle for one in group if one.bundle.names), key=lambda one: (one.role != "question", one.order))
    if named:
        return named[0].names[0]
    first = min((one.bundle for one in group), key=lambda one: (one.role != "question", one.order))
    return nameless_case_number(first.best.source.sha256)


def _place(found: dict[str, Group], one: Numbered, aliases: Aliases) -> None:
    numbers = tuple(dict.fromkeys(aliases.of(number) for number in one.numbers))
    for number in numbers:
        group = found.setdefault(number, Group(number=number))
        group.bundles.append(one.bundle)
        group.problems += one.problems
        if len(numbers) == 1:
            group.former_numbers.update(_former_numbers(one, number, aliases))


def _former_numbers(one: Numbered, number: str, aliases: Aliases) -> set[str]:
    """The numbers under which the case stood, or would have stood, as long as less was known: they redirect for ever.

    A print without a number would alone have made a provisional case, whatever the other prints of the paper say.
    """
    former = {printed for printed in (*one.bundle.numbers, *one.numbers, *one.bundle.names) if aliases.of(printed) == number}
    for piece in one.bundle.pieces:
        if not piece.numbers:
            former.update(name for name in piece.names if " " not in name)
            former.update(() if piece.names else {nameless_case_number(piece.source.sha256)})
    return former - {number}
