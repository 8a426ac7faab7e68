"""What a finding means, in short phrases: who, by when, why, how much."""

from datetime import date

from navraag.records.found import Finding, Found
from navraag.surfaces.web.translations import Messages

_SAID = frozenset({"commitment", "intention", "announced_action", "expectation"})


def tells(finding: Finding, say: Messages) -> tuple[str, ...]:
    """A few phrases on a finding, none where its words say all."""
    found = finding.found
    if found.kind in _SAID:
        return tuple(filter(None, (_actor(found, say), _term(found, say), _condition(found, say))))
    if found.kind in {"data_gap", "refusal"}:
        return (say(f"finding.{'reason' if found.kind == 'data_gap' else 'ground'}.{found.key}"),)
    if found.kind == "reference":
        return (found.key,) if found.key and found.key != found.quote else ()
    if found.kind == "referral":
        return _referred(found, say)
    label = found.payload.get("label")
    return (str(label),) if label and label != found.quote else ()


def _actor(found: Found, say: Messages) -> str:
    who = say(f"finding.actor.{found.key}") if found.key else ""
    return f"{who}, {say('finding.to_kamer')}" if who and found.payload.get("to_kamer") else who


def _condition(found: Found, say: Messages) -> str:
    words = found.payload.get("condition")
    return say("finding.condition", words=words) if words else ""


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
