"""What a finding means, in short phrases: who, by when, why, how much."""

from datetime import date

from navraag.records.found import Finding, Found
from navraag.surfaces.web.translations import Messages

_SAID = frozenset({"commitment", "intention", "announced_action", "expectation", "ongoing"})


def tells(finding: Finding, say: Messages) -> tuple[str, ...]:
    """A few phrases on a finding, none where its words say all."""
    found = finding.found
    if found.kind in _SAID:
        return tuple(filter(None, (_asked(found, say), _actor(found, say), _term(found, say), _condition(found, say), _registered(found, say))))
    if found.kind in {"data_gap", "refusal"}:
        return (say(f"finding.{'reason' if found.kind == 'data_gap' else 'ground'}.{found.key}"),)
    if found.kind == "reference":
        return (found.key,) if found.key and found.key != found.quote else ()
    if found.kind == "referral":
        return _referred(found, say)
    if found.kind == "figure":
        return _figure(found, say)
    return (found.key,) if found.key and found.key != found.quote else ()


def _figure(found: Found, say: Messages) -> tuple[str, ...]:
    """What is counted, where and when, and by whose word; where another period was asked for, both."""
    payload = found.payload
    told = [str(payload[name]) for name in ("counted", "place") if payload.get(name)]
    if payload.get("period"):
        given = say("finding.period", period=payload["period"])
        told.append(say("finding.asked_period", period=given, asked=payload["asked_period"]) if payload.get("asked_period") else given)
    if payload.get("source"):
        told.append(say("finding.source", who=payload["source"]))
    return ("; ".join(told),) if told else ()


def _asked(found: Found, say: Messages) -> str:
    """The question to which a plain yes is the undertaking: both are its evidence."""
    words = found.payload.get("asked")
    return say("finding.asked", words=words) if words else ""


def _actor(found: Found, say: Messages) -> str:
    who = say(f"finding.actor.{found.key}") if found.key else ""
    return f"{who}, {say('finding.to_kamer')}" if who and found.payload.get("to_kamer") else who


def _condition(found: Found, say: Messages) -> str:
    words = found.payload.get("condition")
    return say("finding.condition", words=words) if words else ""


def _registered(found: Found, say: Messages) -> str:
    number = found.payload.get("registered_as")
    return say("finding.registered_as", number=number) if number else ""


def _referred(found: Found, say: Messages) -> tuple[str, ...]:
    numbers = found.payload.get("to")
    return (say("finding.refers", numbers=say.listing([str(number) for number in numbers])),) if isinstance(numbers, list) and numbers else ()


def _term(found: Found, say: Messages) -> str:
    """By when, as the words mean on the day of the paper; estimates are called so."""
    moment = found.payload.get("moment")
    if not isinstance(moment, dict):
        return ""
    words = interval(found.earliest, found.latest, str(moment.get("kind", "")), say)
    return f"{words} ({say('finding.estimated')})" if words and moment.get("estimated") else words


def interval(earliest: date | None, latest: date | None, kind: str, say: Messages) -> str:
    """An interval in words: "uiterlijk 2 juli 2020", "tussen … en …", "vanaf …"; "" where nothing is known."""
    if kind == "vague":
        return say("finding.vague")
    if latest and (kind == "by" or earliest is None):
        return say("finding.by", day=say.day(latest))
    if latest and earliest:
        return say("finding.on", day=say.day(latest)) if earliest == latest else say("finding.between", first=say.day(earliest), last=say.day(latest))
    return say("finding.from", day=say.day(earliest)) if earliest else ""
