"""Each rule's own record as a finding: the same few columns for all, the rest of the record as payload."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import msgspec

from navraag.enrichment.agreed import find_agreed
from navraag.enrichment.answer_status import statuses as find_statuses
from navraag.enrichment.commitments import find_commitments
from navraag.enrichment.data_gaps import find_data_gaps
from navraag.enrichment.figures import find_figures
from navraag.enrichment.figures.dates import periods
from navraag.enrichment.names import find_names
from navraag.enrichment.outlets import find_outlets
from navraag.enrichment.references import find_references
from navraag.enrichment.references.noted import find_noted
from navraag.enrichment.referrals import find_referrals
from navraag.enrichment.refusals import find_refusals
from navraag.enrichment.sentences import sentences
from navraag.records.findings import AnswerStatus
from navraag.records.found import Found, Passage, PlainValue
from navraag.records.names import Name

_NUMBER = re.compile(r"\d{1,4}")
_REGISTERED = re.compile(r"\bTZ\d{6}-\d{3}\b")
"""The number of an undertaking in the Kamer's own register, where the words name it."""
_HOW_MANY = re.compile(r"\b(?:hoeveel|hoe vaak|aantal(?:len)?|percentage|welk bedrag|cijfers)\b", re.IGNORECASE)
_COLUMNS = frozenset({"quote", "printed", "start", "end", "rule"})


def references(passage: Passage) -> Iterator[Found]:
    """Whatever is cited; ``key`` is the normalised target."""
    noted = tuple(find_noted(passage.text, passage.marks))
    resolved = {one.start for one in noted}  # what a note resolves is no longer open
    for one in (*(one for one in find_references(passage.text) if one.target or one.start not in resolved), *noted):
        payload = {"type": one.kind, **_payload(one, "kind", "target")}
        yield Found(
            kind="reference", start=one.start, end=one.end, quote=one.printed, rule=one.kind, key=one.target or "", payload=payload,
        )


def commitments(passage: Passage) -> Iterator[Found]:
    """Undertakings and their kin, read on the day of the paper; where no day is known, none can be read."""
    if passage.anchor is None:
        return
    said = find_commitments(passage.text, passage.anchor)
    agreed = [one for _, found in _statuses(passage) for one in find_agreed(found, said)]
    for one in (*said, *agreed):
        moment = one.moment
        yield Found(
            kind=one.kind, start=one.start, end=one.end, quote=one.quote, rule=one.rule, key=one.actor or "",
            earliest=moment.earliest if moment else None, latest=moment.latest if moment else None,
            payload=_payload(one, "kind", "actor") | ({"registered_as": number[0]} if (number := _REGISTERED.search(one.quote)) else {}),
        )


def data_gaps(passage: Passage) -> Iterator[Found]:
    """What the government says it does not know; ``key`` is the reason."""
    for one in find_data_gaps(passage.text):
        yield Found(
            kind="data_gap", start=one.start, end=one.end, quote=one.quote, rule=one.rule, key=one.reason, payload=_payload(one, "reason"),
        )


def refusals(passage: Passage) -> Iterator[Found]:
    """Sentences that decline to answer; ``key`` is the ground."""
    for one in find_refusals(passage.text):
        yield Found(
            kind="refusal", start=one.start, end=one.end, quote=one.quote, rule=one.rule, key=one.ground, payload=_payload(one, "ground"),
        )


def referrals(passage: Passage) -> Iterator[Found]:
    """Clauses that point to the answer to another question; ``key`` is the first of those questions."""
    for one in find_referrals(passage.text, _numbers(passage)):
        yield Found(
            kind="referral", start=one.start, end=one.end, quote=one.quote, rule=one.rule,
            key=str(one.to[0]) if one.to else "", payload=_payload(one),
        )


def statuses(passage: Passage) -> Iterator[Found]:
    """For every sub-question that an answer answers, the words that answer it; ``key`` is the status, no words where none were recognised."""
    for label, found in _statuses(passage):
        for one in found:
            payload: dict[str, PlainValue] = {
                "label": label, "type": one.asked.type, "asked_start": one.asked.start, "asked_end": one.asked.end,
                "condition": one.asked.condition, "verdict": one.verdict, "detail": one.detail, "motion": _motion(one.asked.words),
            }
            yield Found(
                kind="status", start=one.start, end=one.end, quote=one.quote, rule=one.rule, key=one.status,
                payload={name: value for name, value in payload.items() if value not in (None, "")},
            )


def _motion(words: str) -> str:
    """The motion that a sub-question asks about: its paper, else its movers. Its status holds the words that say how far it is."""
    found = [one for one in find_references(words) if one.kind == "motion"] if "otie" in words else []
    return (found[0].target or "/".join(found[0].movers)) if found else ""


def _statuses(passage: Passage) -> Iterator[tuple[str, tuple[AnswerStatus, ...]]]:
    """The status of each sub-question, question by question."""
    numbers = _numbers(passage)
    for label, words in zip(passage.labels, passage.asked, strict=False):
        yield label, find_statuses(words, passage.text, numbers=numbers, anchor=passage.anchor)


def _numbers(passage: Passage) -> tuple[int, ...]:
    return tuple(int(found[0]) for label in passage.labels if (found := _NUMBER.match(label)))


def figures(passage: Passage) -> Iterator[Found]:
    """Amounts, shares, counts; ``key`` is the unit. Days and years are no figures. Where another period was asked for, both are kept."""
    asked = _asked_periods(passage.asked)
    for one in find_figures(passage.text, passage.rows, dated=False):
        payload = {"type": one.kind, **_payload(one, "kind", "unit")}
        if place := _place_near(passage, one.start):
            payload["place"] = place
        if one.period and asked and one.period not in asked:
            payload["asked_period"] = "; ".join(asked)
        yield Found(
            kind="figure", start=one.start, end=one.end, quote=one.quote, rule=one.rule, key=one.unit, payload=payload,
        )


def _place_near(passage: Passage, at: int) -> str:
    """The one place that the sentence of a figure names, "" where it names none or several."""
    places = [name for name in _named(passage.text, passage.short) if name.kind == "place" or name.rule == "police-unit"]
    sentence = next((one for one in sentences(passage.text) if one.start <= at < one.end), None) if places else None
    named = {name.name or name.quote for name in places if sentence and sentence.start <= name.start < sentence.end}
    return next(iter(named)) if len(named) == 1 else ""


@lru_cache(maxsize=4)  # two readers read the same text in turn
def _named(text: str, short: tuple[tuple[str, str], ...]) -> tuple[Name, ...]:
    return tuple(find_names(text, dict(short)))


def _asked_periods(asked: tuple[str, ...]) -> tuple[str, ...]:
    """The periods for which questions ask a number."""
    found = [period for words in asked for one in sentences(words) if _HOW_MANY.search(one.words) for _, _, period in periods(one.words)]
    return tuple(dict.fromkeys(found))


def names(passage: Passage) -> Iterator[Found]:
    """Each name of a passage once, with how often it stands there; ``key`` is the name in full, empty where it stays open."""
    found: dict[str, list[Name]] = {}
    for one in _named(passage.text, passage.short):
        found.setdefault(one.name or one.quote, []).append(one)
    for name, mentions in found.items():
        one = mentions[0]
        payload: dict[str, PlainValue] = {"type": one.kind, "count": len(mentions)}
        if one.candidates:
            payload["candidates"] = list(one.candidates)
        yield Found(kind="name", start=one.start, end=one.end, quote=one.quote, rule=one.rule, key=name if one.name else "", payload=payload)


def outlets(passage: Passage) -> Iterator[Found]:
    """Each news medium that a passage cites; ``key`` is its name."""
    for one in find_outlets(passage.text, note=passage.part == "footnote"):
        yield Found(kind="outlet", start=one.start, end=one.end, quote=one.quote, rule=one.rule, key=one.outlet, payload={"scope": one.scope})


def _payload(record: object, *apart: str) -> dict[str, PlainValue]:
    """The fields of a record that have no column of their own, as plain values; what is empty is left out."""
    plain: dict[str, Any] = msgspec.to_builtins(record)
    return {
        name: value for name, value in plain.items()
        if name not in _COLUMNS and name not in apart and value not in (None, "", [], False)
    }
