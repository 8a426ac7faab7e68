"""The three definitions of "in time": none is the right one, so all three are computed and shown next to each other.

- ``strict`` (T1): answered within three weeks, whatever notice came.
- ``listed`` (T2): answered within three weeks, or within six where a notice of delay came: the rule of the list of
  overdue questions.
- ``noticed`` (T3): answered within three weeks, or a notice of delay came within those three weeks: the duty to answer or
  to say why not was met, however long the answer then took.

The terms themselves are dated data (``lexicon/rules.toml``). What ``strict`` allows, the other two allow as well.
"""

from navraag.lexicon.clock import term_rule_on
from navraag.records.statistics import InTime
from navraag.records.timeline import Timeline


def in_time(clock: Timeline) -> InTime:
    """A case under each definition; None where that is not decided yet, or never will be (withdrawn, unknown)."""
    if clock.tabled_on is None or clock.due_on is None or clock.state in {"withdrawn", "unknown", "no_clock"}:
        return InTime(strict=None, listed=None, noticed=None)
    rule = term_rule_on(clock.tabled_on)
    assert rule is not None  # a case that has a day on which it is due has a rule
    elapsed = (clock.today - clock.tabled_on).days
    strict = _within(clock.days_taken, rule.days, elapsed)
    return InTime(
        strict=strict,
        listed=clock.state != "answered_late" if clock.days_taken is not None else False if elapsed > rule.days_after_notice else None,
        noticed=True if clock.notice_in_time else strict,
    )


def _within(taken: int | None, term: int, elapsed: int) -> bool | None:
    """Whether an answer came within a term; None while it still can."""
    if taken is not None:
        return taken <= term
    return False if elapsed > term else None
