"""Answer status: which words of an answer answer which sub-question, and what has no such words.

Precision comes first: a status is given only with the words that give it. What has none is ``not_recognised``, which says
something about these rules, never that the question was not answered.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from navraag.enrichment.commitments import find_commitments
from navraag.enrichment.data_gaps import find_data_gaps
from navraag.enrichment.referrals import find_referrals
from navraag.enrichment.refusals import find_refusals
from navraag.enrichment.screening import READ_LATELY
from navraag.enrichment.sentences import Sentence, sentences
from navraag.enrichment.subquestions import split
from navraag.enrichment.verdicts import Said, as_asked, find_verdicts
from navraag.records.findings import AnswerStatus, Commitment, DataGap, Referral, Refusal, SubQuestion, Verdict

VERSION = "1"
_POLAR = frozenset({"knows", "is_true", "agrees", "willing", "will_do", "yes_no"})
_OPEN = frozenset({"what_how", "will_do", "how_many", "why_not"})
_DEFERS = frozenset({"commitment", "intention", "expectation"})
_NEGATIVE = frozenset({"no", "disagrees", "premise_denied"})
_POSITIVE = frozenset({"yes", "agrees"})
_WORD = re.compile(r"[^\W\d_]{4,}")
_STOP = frozenset((
    "welke heeft hebben wordt worden zijn deze waar waarom hoeveel wanneer bent kunt kunnen zult zullen gaat gaan deelt mening eens vindt acht bereid voor naar over door onder tussen tegen zonder binnen tijdens nadat omdat zodat terwijl "
    "indien zoals maar want niet geen wel ook nog meer minder veel alle elke iedere andere worden zich haar hun hier daar deze dit die een het uit aan met van bij als dan hoe wat wie toe zou zouden moet moeten mag mogen willen wilt "
    "toelichten aangeven antwoord vraag vragen kabinet minister nederland nederlandse bijvoorbeeld waarbij waarin waarop hierbij daarbij hierover daarover verder gedaan doen maken maakt worden volgens ziet staat reactie wijze manier"
).split())
_STEM = 6
_SELF_STANDING = frozenset({"verdict-willing", "verdict-known"})
_POLAR_SHARE = 0.5  # of the words of a yes-or-no question, before a sentence without a verdict counts as taking it up
_MOST = 40  # sentences of an answer that are compared with the words of a question
_AMOUNT = re.compile(r"\b\d[\d.,]*\b(?!\s*(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december))")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SHORT_ANSWER = 3  # sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    """Everything that the rules recognise in one answer."""

    text: str
    said: tuple[Sentence, ...]
    gaps: tuple[DataGap, ...]
    refusals: tuple[Refusal, ...]
    referrals: tuple[Referral, ...]
    promises: tuple[Commitment, ...]

    @property
    def verdicts(self) -> tuple[Said, ...]:
        """Read only where a question asks for one."""
        return find_verdicts(self.text)


@lru_cache(maxsize=READ_LATELY)  # an answer to five questions is read once
def _read(text: str, numbers: tuple[int, ...], anchor: date | None) -> _Answer:
    promises = tuple(one for one in find_commitments(text, anchor) if one.kind in _DEFERS) if anchor else ()
    return _Answer(
        text=text, said=tuple(s for s in sentences(text) if not s.asks)[:_MOST], gaps=tuple(find_data_gaps(text)),
        refusals=tuple(find_refusals(text)), referrals=tuple(find_referrals(text, numbers)), promises=promises,
    )


@lru_cache(maxsize=256)  # every sentence of an answer is compared with every question
def _stems(words: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in map(str.casefold, _WORD.findall(words)) if word not in _STOP)


def _shared(asked: frozenset[str], words: str) -> float:
    """How much of what is asked the words take up: the share of its stems, at least two of them."""
    common = len(asked & _stems(words)) if asked else 0
    return common / len(asked) if common > 1 or len(asked) == 1 == common else 0.0


def _status(asked: SubQuestion, kind: str, found: object, **more: object) -> AnswerStatus:
    """A status with the words and the rule of what was found."""
    return AnswerStatus(
        asked=asked, status=kind, rule=str(getattr(found, "rule", "")), quote=getattr(found, "quote"), start=getattr(found, "start"), end=getattr(found, "end"), **more,  # type: ignore[arg-type]  # noqa: B009
    )


class _Judge:
    """Gives each sub-question of one question its status, in order; an opening yes or no is given away once."""

    def __init__(self, answer: _Answer, asked: tuple[SubQuestion, ...], pairs: int) -> None:
        self._answer = answer
        self._asked = asked
        self._given: set[int] = set()
        self._alone = len(asked) == 1
        self._pairs = pairs

    def statuses(self) -> Iterator[AnswerStatus]:
        """One for each sub-question."""
        parent: AnswerStatus | None = None
        for asked in self._asked:
            status = self._conditional(asked, parent) if asked.condition and parent else self._first(asked)
            if not asked.condition:
                parent = status
            yield status

    def _first(self, asked: SubQuestion) -> AnswerStatus:
        for rule in (self._verdict, self._gap, self._refusal, self._referral, self._deferral, self._addressed):
            if status := rule(asked):
                return status
        return AnswerStatus(asked=asked, status="not_recognised", rule="none")

    def _conditional(self, asked: SubQuestion, parent: AnswerStatus) -> AnswerStatus:
        """"Zo nee, waarom niet?" after a yes does not apply; after a no its reason is what follows."""
        verdict = parent.verdict
        if (verdict in _POSITIVE and asked.condition == "no") or (verdict in _NEGATIVE and asked.condition == "yes"):
            return AnswerStatus(asked=asked, status="not_applicable", rule="condition-fails", quote=parent.quote, start=parent.start, end=parent.end)
        if parent.status == "referral":
            return AnswerStatus(asked=asked, status="referral", rule="condition-referred", quote=parent.quote, start=parent.start, end=parent.end, detail=parent.detail)
        if verdict and asked.type == "why_not" and (reason := self._after(parent)):
            return AnswerStatus(asked=asked, status="addressed", rule="reason-follows", quote=reason.words, start=reason.start, end=reason.end)
        return self._first(asked)

    def _after(self, status: AnswerStatus) -> Sentence | None:
        """The sentence after a verdict: its reason, where one stands; a long verdict gives its reason itself."""
        return next((s for s in self._answer.said if s.start >= status.end), None)

    def _verdict(self, asked: SubQuestion) -> AnswerStatus | None:
        if asked.type not in _POLAR:
            return None
        stems = _stems(asked.words)
        fitting = [(i, said) for i, said in enumerate(self._answer.verdicts) if asked.type in said.fits and i not in self._given]
        for number, said in fitting:
            if said.opens or self._alone or said.points or said.rule in _SELF_STANDING or _shared(stems, said.sentence.words) > 0:
                if self._pairs > 1 and said.opens and not self._alone and number:
                    continue
                self._give(said.sentence)
                return AnswerStatus(
                    asked=asked, status="verdict", rule=said.rule, verdict=as_asked(said.verdict, asked.type), quote=said.sentence.words, start=said.sentence.start, end=said.sentence.end,
                )
        return None

    def _give(self, sentence: Sentence) -> None:
        self._given.update(i for i, said in enumerate(self._answer.verdicts) if said.sentence == sentence)

    def _gap(self, asked: SubQuestion) -> AnswerStatus | None:
        stems = _stems(asked.words)
        for gap in self._answer.gaps:
            if (asked.type == "how_many" and (self._alone or _shared(stems, gap.quote) or len(self._answer.gaps) == 1)) or (self._alone and self._short()) or _shared(stems, gap.quote) >= 0.4:
                return _status(asked, "data_gap", gap, detail=gap.reason)
        return None

    def _short(self) -> bool:
        return len(self._answer.said) <= _SHORT_ANSWER

    def _refusal(self, asked: SubQuestion) -> AnswerStatus | None:
        stems = _stems(asked.words)
        for refusal in self._answer.refusals:
            if self._alone or self._short() or _shared(stems, refusal.quote) >= 0.3:
                return _status(asked, "refusal", refusal, detail=refusal.ground)
        return None

    def _referral(self, asked: SubQuestion) -> AnswerStatus | None:
        for referral in self._answer.referrals:
            if self._alone or self._short() or _shared(_stems(asked.words), self._around(referral)) >= 0.3:
                return _status(asked, "referral", referral, detail=" ".join(map(str, referral.to)))
        return None

    def _around(self, referral: Referral) -> str:
        return next((s.words for s in self._answer.said if s.start <= referral.start < s.end), referral.quote)

    def _deferral(self, asked: SubQuestion) -> AnswerStatus | None:
        stems = _stems(asked.words)
        for promise in self._answer.promises:
            own = asked.type in {"willing", "will_do"} and promise.kind in {"commitment", "intention"} and (self._alone or _shared(stems, promise.quote) > 0)
            if own or (self._alone and self._pairs == 1 and promise.to_kamer) or _shared(stems, promise.quote) >= 0.4:
                latest = promise.moment.latest if promise.moment else None
                verdict: Verdict | None = "yes" if own and promise.kind == "commitment" else None
                return _status(asked, "deferral", promise, verdict=verdict, detail=latest.isoformat() if latest else "")
        return None

    def _addressed(self, asked: SubQuestion) -> AnswerStatus | None:
        """A sentence that takes up the words of the question; a number where a number is asked."""
        stems = _stems(asked.words)
        scored = [(_shared(stems, s.words), -i, s) for i, s in enumerate(self._answer.said)]
        if asked.type == "how_many":
            scored = [(score, i, s) for score, i, s in scored if _AMOUNT.search(_YEAR.sub(" ", s.words))]
        best = max(scored, default=None, key=lambda one: one[:2])
        least = _POLAR_SHARE if asked.type not in _OPEN else 0.0 if self._alone and self._pairs == 1 else 0.2
        if best is None or best[0] <= least:
            return None
        return AnswerStatus(asked=asked, status="addressed", rule="addressed", quote=best[2].words, start=best[2].start, end=best[2].end)


@lru_cache(maxsize=READ_LATELY)
def statuses(question: str, answer: str, *, numbers: tuple[int, ...] = (), anchor: date | None = None) -> tuple[AnswerStatus, ...]:
    """The status of every sub-question of ``question`` in ``answer``; ``numbers`` are those that the answer answers.

    >>> [(s.status, s.verdict) for s in statuses("Klopt het bericht? Zo nee, waarom niet?", "Ja.")]
    [('verdict', 'yes'), ('not_applicable', None)]
    """
    return tuple(_Judge(_read(answer, numbers, anchor), split(question), max(1, len(numbers))).statuses())
