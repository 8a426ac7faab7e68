"""What enrichment finds in texts, each with the place of its words."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

ReferenceKind = Literal[
    "paper", "appendix", "case", "document", "proceedings", "gazette", "case_law", "eu_act", "internal", "url"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Words that cite something: ``text[start:end] == printed`` in the text that was read.

    ``target`` is the normalised id (``kst-28638-166``, ``ah-tk-20242025-156``, ``2024Z14250``, ``2024D28457``,
    ``h-tk-20212022-34-7``, ``stb-2024-213``, ``ECLI:…``, ``celex:32023R1115``, an address), or None where the words
    leave it open; ``numbers`` are the questions that an internal reference names.
    """

    kind: ReferenceKind
    printed: str
    start: int
    end: int
    target: str | None
    numbers: tuple[int, ...] = ()


MomentKind = Literal["by", "in", "from", "after", "vague", "past"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """When a time expression means, read on one day: both ends inclusive, None is open.

    ``lenient`` is the latest day on a generous reading (the astronomical end of a season); ``estimated`` is True where
    a recess had to be estimated; ``rule`` names the rule that read it (docs/explanation/moments.md).
    """

    earliest: date | None
    latest: date | None
    kind: MomentKind
    rule: str
    lenient: date | None = None
    estimated: bool = False


CommitmentKind = Literal["commitment", "intention", "announced_action", "expectation", "ongoing"]
ActorKind = Literal["minister", "own_ministry", "cabinet", "third_party"]
GapReason = Literal["not_known", "no_figures", "not_registered", "not_extractable"]
RefusalGround = Literal[
    "individual_case", "sub_judice", "confidential", "state_interest", "other_competence", "disproportionate", "other"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """A sentence that says that something will be done: ``text[start:end] == quote``.

    The kinds are never mixed: what the government undertakes, what it intends, what will happen (also by others), what it
    expects, and what goes on already (``ongoing``, in no list of undertakings). ``time`` are the words of time; ``moment`` is
    the interval that they mean, read on the day of the answer; ``inherited`` says that both stand in the sentence before.
    ``actor`` is None where the words name none; ``condition`` is the clause on which the undertaking depends.
    """

    quote: str
    start: int
    end: int
    kind: CommitmentKind
    to_kamer: bool
    rule: str
    time: str | None = None
    moment: Moment | None = None
    actor: ActorKind | None = None
    condition: str | None = None
    inherited: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DataGap:
    """A sentence in which the government says that it does not know, has no figures, or does not register."""

    quote: str
    start: int
    end: int
    reason: GapReason
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A sentence that declines to answer, with the ground that it gives."""

    quote: str
    start: int
    end: int
    ground: RefusalGround
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral:
    """A clause that points to the answer to another question of the same set."""

    quote: str
    start: int
    end: int
    to: tuple[int, ...]
    rule: str = "referral-number"
