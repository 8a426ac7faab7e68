"""Faults that a replica can be told to have: which, where, how often; the draws come from a seed, so that a run can be repeated."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from random import Random

from navraag.errors import ConfigurationError

KINDS = {
    "latency": "the answer comes late, by the given seconds",
    "429": "too many requests; Retry-After gives the seconds to wait",
    "500": "an error, worded as the service words it",
    "503": "unavailable, told in HTML",
    "403": "forbidden, told in HTML",
    "reset": "the connection is reset before a byte came",
    "truncated": "the body ends half-way and the connection closes",
    "wrong_length": "Content-Length is half of what the body is",
    "stuck": "half of the body comes, then nothing for the given seconds",
    "drip": "the body comes in small pieces, over the given seconds",
    "doubled": "a feed page repeats the end of the page before it",
    "shuffled": "the entries of a feed page are out of order, the last in its place",
    "moving": "an entity changes while its category is being paged",
    "silent": "the feed answers as if nothing had happened since",
    "skew": "the clock of the service is wrong, by the given seconds",
    "html_200": "a missing file is told by a page with status 200",
    "miscount": "numberOfRecords is wrong by up to one in a hundred",
    "504": "the gateway gives up",
}
"""Kind → what it does."""
_SECONDS = {"latency": 0.2, "429": 1.0, "stuck": 30.0, "drip": 1.0, "skew": 3600.0}
_ONLY_FEED = frozenset({"doubled", "shuffled", "moving", "silent"})
_OF_THE_FEED = "/SyncFeed/2.0/Feed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One fault: its kind, the share of requests that it hits (0 to 1), its seconds, the paths, and how often at most (0: ever)."""

    kind: str
    share: float = 1.0
    seconds: float = 0.0
    route: str = "/"
    times: int = 0


def read_fault(printed: str) -> Fault:
    """A fault as it is written on a command line: ``kind[:share[:seconds]][@path][*times]``.

    >>> read_fault("429:0.05:2@/sru*3")
    Fault(kind='429', share=0.05, seconds=2.0, route='/sru', times=3)
    """
    rest, _, times = printed.strip().partition("*")
    rest, _, route = rest.partition("@")
    kind, *figures = rest.split(":")
    if kind not in KINDS:
        raise ConfigurationError(f"{kind!r} is no fault; there are: {', '.join(KINDS)}")
    try:
        share, seconds = (float(figure) for figure in (*figures, *("1", str(_SECONDS.get(kind, 0)))[len(figures):])[:2])
        return Fault(kind=kind, share=share, seconds=seconds, route=route or (_OF_THE_FEED if kind in _ONLY_FEED else "/"), times=int(times or 0))
    except ValueError as error:
        raise ConfigurationError(f"fault {printed!r} should read kind:share:seconds@path*times, e.g. 429:0.05:2@/sru*3") from error


def read_faults(printed: str) -> tuple[Fault, ...]:
    """Faults separated by commas."""
    return tuple(read_fault(one) for one in printed.split(",") if one.strip())


@dataclass(slots=True)
class Switchboard:
    """The faults in force, and which of them a request meets."""

    faults: tuple[Fault, ...] = ()
    seed: int = 1
    met: dict[Fault, int] = field(default_factory=dict)
    _random: Random = field(default_factory=lambda: Random(1))  # noqa: S311  repeatable, not secret

    def set(self, faults: Iterable[Fault], seed: int = 1) -> None:
        """Put other faults in force, and begin the draws anew."""
        self.faults, self.seed, self.met = tuple(faults), seed, {}
        self._random = Random(seed)  # noqa: S311

    def draw(self, path: str) -> Fault | None:
        """The fault that a request for a path meets, or None."""
        for fault in self.faults:
            if path.startswith(fault.route) and self._is_due(fault):
                self.met[fault] = self.met.get(fault, 0) + 1
                return fault
        return None

    def _is_due(self, fault: Fault) -> bool:
        is_spent = fault.times and self.met.get(fault, 0) >= fault.times
        return fault.kind != "skew" and not is_spent and self._random.random() < fault.share

    @property
    def skew(self) -> float:
        """By how many seconds the clock is wrong."""
        return sum(fault.seconds for fault in self.faults if fault.kind == "skew")
