"""What enrichment finds in texts, each with the place of its words."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

ReferenceKind = Literal[
    "paper", "appendix", "case", "document", "proceedings", "gazette", "case_law", "eu_act", "internal", "url", "law", "motion"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Words that cite something: ``text[start:end] == printed`` in the text that was read.

    ``target`` is the normalised id (``kst-28638-166``, ``ah-tk-20242025-156``, ``2024Z14250``, ``2024D28457``,
    ``h-tk-20212022-34-7``, ``stb-2024-213``, ``ECLI:…``, ``celex:32023R1115``, ``BWBR0001854``, an address), or None where
    the words leave it open; ``numbers`` are the questions that an internal reference names. ``law`` is the name of a law in
    full, ``articles`` those of it that are cited (with ``ranged`` all between the two); ``movers`` are those of a motion;
    ``via`` is the label of the note in which the target of these words stands.
    """

    kind: ReferenceKind
    printed: str
    start: int
    end: int
    target: str | None
    numbers: tuple[int, ...] = ()
    law: str | None = None
    articles: tuple[str, ...] = ()
    ranged: bool = False
    movers: tuple[str, ...] = ()
    via: str | None = None


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
Deliverable = Literal["bill", "letter", "report", "study", "plan", "rule", "talk", "answer", "news"]
Strength = Literal["hard", "soft"]
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
    ``actor`` is None where the words name none; ``condition`` is the clause on which the undertaking depends; ``asked`` are the
    words of the question where the answer undertakes to do what was asked ("Bent u bereid …?" "Ja."). ``deliverable`` is what
    will be there, where the words name it; ``strength`` is soft where something is only striven for, looked into, or
    hangs on a condition.
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
    asked: str | None = None
    deliverable: Deliverable | None = None
    strength: Strength = "soft"


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


QuestionType = Literal["knows", "is_true", "how_many", "agrees", "willing", "will_do", "what_how", "why_not", "yes_no"]
SubCondition = Literal["yes", "no", "either"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SubQuestion:
    """One of the questions in the words of a question: ``text[start:end] == words``.

    ``condition`` says on which answer to the question before it hangs ("Zo nee, waarom niet?"), None where on none.
    """

    words: str
    start: int
    end: int
    type: QuestionType
    condition: SubCondition | None = None


StatusKind = Literal["verdict", "addressed", "referral", "data_gap", "refusal", "deferral", "not_applicable", "not_recognised"]
Verdict = Literal["yes", "no", "premise_denied", "agrees", "disagrees", "reservation"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerStatus:
    """What an answer has that answers one sub-question, with the words that say so: ``answer[start:end] == quote``.

    ``not_recognised`` means that no rule recognised an explicit answer; it never means that the question was not answered.
    ``addressed`` is a sentence that takes up the words of a question that cannot be answered by yes or no. ``detail`` is the
    reason of a gap, the ground of a refusal, the questions of a referral, the last day of a deferral.
    """

    asked: SubQuestion
    status: StatusKind
    rule: str
    verdict: Verdict | None = None
    quote: str = ""
    start: int = 0
    end: int = 0
    detail: str = ""
