"""The one HTTP client: patient, gentle and bounded. Nothing else in the program opens a connection to the world."""

import logging
import threading
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Self, TypeVar
from urllib.parse import urljoin, urlsplit

import httpx
import stamina

from navraag.errors import SourceError
from navraag.settings import POLITE, Services
from navraag.sources.base import Answer, Wanted

T = TypeVar("T")
REDIRECTS = 5
NO_LINE_ATTEMPTS = 3
"""A host that was never reached is given up after so many attempts: there is no line."""
_CHUNK = 65536
_GONE_SIGNS = ("errors/404", "fout404")
_LATER = frozenset({408, 425, 429, 500, 502, 503, 504})
logging.getLogger("stamina").addHandler(logging.NullHandler())  # repeated attempts are counted in Usage, not printed
_REDIRECTING = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """How the client behaves. ``pace`` is requests a second for each host; 0 means as quickly as it answers."""

    pace: float = POLITE
    paces: Mapping[str, float] = field(default_factory=dict)
    connect_seconds: float = 10.0
    read_seconds: float = 45.0
    whole_seconds: float = 240.0
    attempts: int = 6
    wait_first: float = 0.5
    wait_most: float = 60.0
    longest_retry_after: float = 300.0
    user_agent: str = "Navraag (open register van Kamervragen)"


class TryAgainError(SourceError):
    """One attempt failed in a way that a later one may not; ``after`` is how long the service asked us to wait."""

    def __init__(self, message: str, *, after: float | None = None) -> None:
        super().__init__(message)
        self.after = after


class NotWholeError(TryAgainError):
    """A body came that cannot be all of it, though the service says so."""


class NoLineError(TryAgainError):
    """The host cannot be reached at all."""


class RefusedError(SourceError):
    """The service will not give this to us (401, 403): ask elsewhere, or not at all."""


@dataclass(slots=True)
class Usage:
    """What was asked so far: requests by host, attempts that failed by reason, bytes received."""

    requests: Counter[str] = field(default_factory=Counter)
    failures: Counter[str] = field(default_factory=Counter)
    received: int = 0

    @property
    def total(self) -> int:
        """All requests to all hosts, repeated ones included."""
        return self.requests.total()


class Client:
    """Asks the services, one request at a time for each host; safe to share between threads."""

    def __init__(self, manners: Manners | None = None) -> None:
        self.manners = manners or Manners()
        self.usage = Usage()
        self._next: dict[str, float] = {}
        self._reached: set[str] = set()
        self._lock = threading.Lock()
        timeout = httpx.Timeout(self.manners.read_seconds, connect=self.manners.connect_seconds)
        direct = {f"all://{host}": httpx.HTTPTransport() for host in ("127.0.0.1", "localhost")}  # no proxy to ourselves
        self._http = httpx.Client(
            timeout=timeout, headers={"User-Agent": self.manners.user_agent}, follow_redirects=False, mounts=direct,
        )

    @classmethod
    def of(cls, services: Services) -> Self:
        """A client with the paces of the settings."""
        return cls(Manners(pace=services.pace, paces=services.paces))

    def close(self) -> None:
        """Let go of all connections."""
        self._http.close()

    def forget_usage(self) -> None:
        """Begin to count anew."""
        self.usage = Usage()

    def __enter__(self) -> Self:
        """The client, closed at the end of the ``with``."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def get(self, wanted: Wanted) -> Answer:
        """One whole answer, asked again after growing pauses where the service falters. SourceError where it gives none."""
        return self.read(wanted, lambda answer: answer)

    def read(self, wanted: Wanted, reader: Callable[[Answer], T]) -> T:
        """What the reader makes of the answer; it raises TryAgainError where the body is not whole, and we ask again."""
        rules = self.manners
        for attempt in stamina.retry_context(
            on=_backoff, attempts=rules.attempts, timeout=None, wait_initial=rules.wait_first, wait_max=rules.wait_most,
            wait_jitter=rules.wait_first,
        ):
            with attempt:
                try:
                    return reader(self._once(wanted))
                except TryAgainError as error:
                    self.usage.failures[str(error).partition(": ")[2][:80] or str(error)[:80]] += 1
                    if isinstance(error, NoLineError) and attempt.num >= NO_LINE_ATTEMPTS and _host(wanted.url) not in self._reached:
                        raise SourceError(f"no line to {error}") from error
                    raise
        raise SourceError(f"{wanted.url}: no answer")  # never reached: the last failure is raised

    def _once(self, wanted: Wanted) -> Answer:
        """One attempt, redirects on the same host followed."""
        url = str(httpx.URL(wanted.url, params=dict(wanted.params)) if wanted.params else wanted.url)
        for _ in range(REDIRECTS + 1):
            answer, location = self._ask(url, wanted)
            if location is None:
                return answer
            if any(sign in location.lower() for sign in _GONE_SIGNS):
                return Answer(url=url, status=404)
            target = urljoin(url, location)
            if _host(target) != _host(url):
                raise SourceError(f"{url}: redirected to another host ({_host(target)}); not followed")
            url = target
        raise SourceError(f"{wanted.url}: more than {REDIRECTS} redirects")

    def _ask(self, url: str, wanted: Wanted) -> tuple[Answer, str | None]:
        """One request: the answer, and where it redirects to."""
        headers = {"Accept": wanted.accept}
        if wanted.etag:
            headers["If-None-Match"] = wanted.etag
        if wanted.last_modified:
            headers["If-Modified-Since"] = wanted.last_modified
        self._wait_turn(_host(url))
        deadline = time.monotonic() + self.manners.whole_seconds
        try:
            with self._http.stream("GET", url, headers=headers) as response:
                self._reached.add(_host(url))
                if response.status_code in _REDIRECTING and "location" in response.headers:
                    return Answer(url=url, status=response.status_code), response.headers["location"]
                _refuse(response, wanted, self.manners)
                data = self._body(response, wanted, deadline) if response.status_code == 200 else b""
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.ProxyError) as error:
            raise NoLineError(f"{_host(url)}: cannot be reached: {_reason(error)}") from error
        except (httpx.TransportError, httpx.DecodingError) as error:
            raise TryAgainError(f"{url}: {type(error).__name__}: {_reason(error)}") from error
        return Answer(
            url=url, status=response.status_code, data=data, media_type=response.headers.get("content-type", "").partition(";")[0],
            etag=response.headers.get("etag"), last_modified=response.headers.get("last-modified"),
        ), None

    def _body(self, response: httpx.Response, wanted: Wanted, deadline: float) -> bytes:
        """The body, bounded in size and time."""
        parts, size = [], 0
        for part in response.iter_bytes(_CHUNK):
            parts.append(part)
            size += len(part)
            if size > wanted.limit:
                raise SourceError(f"{response.url}: more than {wanted.limit:,} bytes; not kept")
            if time.monotonic() > deadline:
                raise TryAgainError(f"{response.url}: not whole after {self.manners.whole_seconds:g} seconds")
        self.usage.received += size
        return b"".join(parts)

    def _wait_turn(self, host: str) -> None:
        """Keep the pace: each request of a host has its own moment, whichever thread sends it."""
        self.usage.requests[host] += 1
        pace = self.manners.paces.get(host, self.manners.pace)
        if not pace:
            return
        with self._lock:
            now = time.monotonic()
            at = max(now, self._next.get(host, now))
            self._next[host] = at + 1 / pace
        if at > now:
            time.sleep(at - now)


def _host(url: str) -> str:
    return urlsplit(url).netloc


def _reason(error: Exception) -> str:
    return str(error).partition("\n")[0][:160] or "no reason given"


def _backoff(error: Exception) -> bool | float:
    """Is it worth another attempt, and after how many seconds?"""
    if not isinstance(error, TryAgainError):
        return False
    return True if error.after is None else error.after


def _refuse(response: httpx.Response, wanted: Wanted, rules: Manners) -> None:
    """Raise what the status means, where it means neither a body, nor "unchanged", nor "there is none"."""
    status = response.status_code
    if status in {200, 304} or status in wanted.missing:
        return
    said = f"{response.url}: status {status}"
    if status in _LATER:
        after = _retry_after(response.headers.get("retry-after", ""), response.headers.get("date", ""))
        if after is not None and after > rules.longest_retry_after:
            raise SourceError(f"{said}; asks us to come back in {after:.0f} seconds")
        raise TryAgainError(said, after=after)
    if status in {401, 403}:
        raise RefusedError(said)
    raise SourceError(said)


def _retry_after(printed: str, sent: str = "") -> float | None:
    """Seconds out of a Retry-After header: a number, or a moment by the clock of the service, which may not be ours."""
    if printed.strip().isdigit():
        return float(printed)
    until, now = _timestamp(printed), _timestamp(sent)
    return None if until is None else max(0.0, until - (time.time() if now is None else now))


def _timestamp(printed: str) -> float | None:
    """A moment of a header; None where it is none."""
    try:
        return parsedate_to_datetime(printed).timestamp()
    except (TypeError, ValueError):
        return None
