"""Enrichment: what is found in the passages of a case, by which rules, in which version.

``ENRICHMENTS`` is the one list of them. A version names the rules *and* the tables they read, so that a registry knows
which of its findings were made by rules of before.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from navraag.enrichment import adapters
from navraag.enrichment.names import short_forms
from navraag.enrichment.passages import passages
from navraag.lexicon.corrections import corrections, withdrawn
from navraag.records.cases import Case
from navraag.records.evidence import Part
from navraag.records.found import Finding, Found, Passage

Find = Callable[[Passage], Iterator[Found]]
_ANSWERS: frozenset[Part] = frozenset({"answer"})
_SAID: frozenset[Part] = frozenset({"answer", "notice"})
_BOTH: frozenset[Part] = frozenset({"question", "answer"})
_EVERYWHERE: frozenset[Part] = frozenset({"question", "answer", "footnote", "preamble", "closing", "notice"})

_READING = ("enrichment/sentences.py", "enrichment/screening.py", "enrichment/blanks.py")
_RULED = ("enrichment/ruled.py", *_READING)
_JUDGING = ("enrichment/subquestions.py", "enrichment/verdicts.py", "enrichment/answer_status.py", "enrichment/agreed.py")
_UNDERTAKING = ("enrichment/commitments", "enrichment/moments", "lexicon/recesses.toml", "lexicon/numerals.toml", *_JUDGING, *_READING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrichment:
    """One kind of reader: in which parts of a case it reads, and what it finds in one passage.

    ``made_of`` names the modules and tables (below ``navraag``) whose words decide what is found.
    """

    name: str
    parts: frozenset[Part]
    find: Find
    made_of: tuple[str, ...]

    @property
    def version(self) -> str:
        """Changes when any of its rules or tables does."""
        return _digest(self.made_of)


ENRICHMENTS: tuple[Enrichment, ...] = (
    Enrichment(
        name="references", parts=_EVERYWHERE, find=adapters.references,
        made_of=("enrichment/references", "enrichment/screening.py", "enrichment/sentences.py", "lexicon/laws.py", "lexicon/laws.toml"),
    ),
    Enrichment(
        name="commitments", parts=_SAID, find=adapters.commitments,
        made_of=_UNDERTAKING,
    ),
    Enrichment(name="data_gaps", parts=_ANSWERS, find=adapters.data_gaps, made_of=("enrichment/data_gaps.py", *_RULED)),
    Enrichment(name="refusals", parts=_ANSWERS, find=adapters.refusals, made_of=("enrichment/refusals.py", *_RULED)),
    Enrichment(
        name="referrals", parts=_ANSWERS, find=adapters.referrals,
        made_of=("enrichment/referrals.py", "enrichment/screening.py", "enrichment/moments/words.py"),
    ),
    Enrichment(
        name="answer_status", parts=_ANSWERS, find=adapters.statuses,
        made_of=("enrichment/data_gaps.py", "enrichment/refusals.py", "enrichment/referrals.py", "enrichment/ruled.py", *_UNDERTAKING),
    ),
    Enrichment(
        name="figures", parts=_BOTH, find=adapters.figures,
        made_of=("enrichment/figures", "enrichment/names", "enrichment/sentences.py", "lexicon/numerals.py", "lexicon/numerals.toml", "lexicon/places.toml"),
    ),
    Enrichment(
        name="names", parts=_BOTH, find=adapters.names,
        made_of=("enrichment/names", "lexicon/bodies.py", "lexicon/organisations.toml", "lexicon/places.toml", "lexicon/ministries.toml"),
    ),
    Enrichment(
        name="outlets", parts=_EVERYWHERE, find=adapters.outlets,
        made_of=("enrichment/outlets.py", "enrichment/references/addresses.py", "lexicon/names.py", "lexicon/outlets.toml", "lexicon/organisations.toml"),
    ),
)


def findings(case: Case, chosen: Iterable[Enrichment] = ENRICHMENTS) -> Iterator[Finding]:
    """All findings of a case, enrichment by enrichment, each in the order of the page."""
    refused = withdrawn(case.number)
    return (one for one in findings_in(passages(case), case.number, chosen) if (one.found.kind, one.found.quote) not in refused)


def findings_in(read: Iterable[Passage], number: str = "", chosen: Iterable[Enrichment] = ENRICHMENTS) -> Iterator[Finding]:
    """All findings in passages, enrichment by enrichment; ``number`` is that of their case, where it is known."""
    wanted = tuple(chosen)
    found: dict[str, list[Finding]] = {enrichment.name: [] for enrichment in wanted}
    for passage in _with_short_forms(tuple(read)):  # all readers of one text in turn: they share its sentences
        for enrichment in wanted:
            if passage.part in enrichment.parts:
                found[enrichment.name].extend(_finding(number, enrichment, passage, one) for one in enrichment.find(passage))
    for findings_of_one in found.values():
        yield from findings_of_one


def _with_short_forms(read: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """Passages that know the abbreviations introduced anywhere in their case."""
    known = {short: name for passage in read for short, name in short_forms(passage.text).items()}
    return tuple(replace(passage, short=tuple(known.items())) for passage in read) if known else read


def _finding(number: str, enrichment: Enrichment, passage: Passage, found: Found) -> Finding:
    return Finding(
        case=number, enrichment=enrichment.name, version=enrichment.version, part=passage.part, labels=passage.labels,
        paper=passage.paper, note=passage.note, place=passage.place, found=found, said_on=passage.anchor,
    )


@cache
def _digest(made_of: tuple[str, ...]) -> str:
    """A short digest over the words of these files; a folder stands for all modules and tables in it."""
    digest = hashlib.sha256((files("navraag") / "enrichment/adapters.py").read_bytes())
    digest.update(repr([one for one in corrections() if one.decision == "not_a_finding"]).encode())
    for path in made_of:
        for file in _files(files("navraag") / path):
            digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()[:12]


def _files(place: Traversable) -> list[Traversable]:
    if place.is_file():
        return [place]
    return sorted((file for file in place.iterdir() if file.name.endswith((".py", ".toml"))), key=lambda file: file.name)
