"""Each fault does what its name says, as often as it was told, and the same again from the same seed."""

import time
from collections.abc import Callable

import httpx
import pytest

from navraag.errors import ConfigurationError
from navraag.replica.faults import KINDS, Fault, Switchboard, read_fault, read_faults
from tests.contract.replica_client import ATOM, Reader

ZAKEN = "/SyncFeed/2.0/Feed?category=Zaak"


def _fails(error: type[Exception]) -> Callable[[Reader], bool]:
    def check(r: Reader) -> bool:
        with pytest.raises(error):
            r.get(ZAKEN)
        return True

    return check


def _status(code: int, **headers: str) -> Callable[[Reader], bool]:
    def check(r: Reader) -> bool:
        answer = r.get(ZAKEN)
        return answer.status_code == code and all(answer.headers[name.replace("_", "-")] == value for name, value in headers.items())

    return check


def _takes(seconds: float) -> Callable[[Reader], bool]:
    def check(r: Reader) -> bool:
        start = time.monotonic()
        return r.get(ZAKEN).status_code == 200 and time.monotonic() - start >= seconds

    return check


def _titles(r: Reader, path: str = ZAKEN) -> list[str]:
    return [entry.findtext(f"{ATOM}title") for entry in r.page(path)[0]]


def _cut(r: Reader) -> bool:
    answer = r.get(ZAKEN)
    return answer.status_code == 200 and not answer.text.endswith("</feed>") and int(answer.headers["content-length"]) == len(answer.content)


def _doubled(r: Reader) -> bool:
    _titles(r, "/SyncFeed/2.0/Feed?category=Document")
    _, links = r.page("/SyncFeed/2.0/Feed?category=Document")
    titles = _titles(r, links["next"])
    return len(titles) > len(set(titles)) or len(titles) > len(_without_fault(r, links["next"]))


def _without_fault(r: Reader, path: str) -> list[str]:
    r.faults("")
    return _titles(r, path)


def _shuffled(r: Reader) -> bool:
    seen = _titles(r)
    plain = _without_fault(r, ZAKEN)
    return seen != plain and sorted(seen) == sorted(plain) and seen[-1] == plain[-1]


def _moving(r: Reader) -> bool:
    seen = _titles(r)
    first = seen[0]
    return first != _titles(r)[0]


def _skewed(r: Reader) -> bool:
    r.faults("skew:1:7200")
    updated = r.page(ZAKEN)[0][0].findtext(f"{ATOM}updated")
    r.faults("")
    return updated > r.page(ZAKEN)[0][0].findtext(f"{ATOM}updated")


ACTS: dict[str, tuple[str, Callable[[Reader], bool]]] = {
    "latency": ("latency:1:0.2", _takes(0.2)),
    "429": ("429:1:7", _status(429, retry_after="7")),
    "500": ("500", _status(500)),
    "503": ("503", _status(503, content_type="text/html")),
    "403": ("403", _status(403)),
    "504": ("504", _status(504)),
    "reset": ("reset", _fails(httpx.ReadError)),
    "truncated": ("truncated", _fails(httpx.RemoteProtocolError)),
    "wrong_length": ("wrong_length", _cut),
    "stuck": ("stuck:1:0.2", _fails(httpx.RemoteProtocolError)),
    "drip": ("drip:1:0.2", _takes(0.19)),
    "doubled": ("doubled", _doubled),
    "shuffled": ("shuffled", _shuffled),
    "moving": ("moving", _moving),
    "silent": ("silent", lambda r: not _titles(r)),
    "skew": ("skew:1:7200", _skewed),
    "html_200": ("html_200", lambda r: r.get("/kv-tk-2099Z1.xml").status_code == 200),
    "miscount": ("miscount@/sru", lambda r: r.search("brug").find("{*}numberOfRecords") is not None),
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_fault_acts(fresh: Reader, kind: str) -> None:
    """Once it is in force, a client meets it; without it the service answers as ever."""
    printed, check = ACTS[kind]
    fresh.faults(printed)

    assert check(fresh)

    fresh.faults("")
    assert fresh.get(ZAKEN).status_code == 200


def test_the_server_survives_every_fault(fresh: Reader) -> None:
    """After a broken answer the same connection pool gets whole ones."""
    fresh.faults("reset:0.3, truncated:0.3, stuck:0.2:0.05")
    whole = 0
    for _ in range(40):
        try:
            whole += fresh.get(ZAKEN).text.endswith("</feed>")
        except httpx.TransportError:
            continue

    assert 0 < whole < 40
    assert sum(fresh.running.replica.board.met.values()) == 40 - whole


def test_a_seed_repeats_its_draws() -> None:
    """The same seed meets the same requests."""
    def draws(seed: int) -> list[bool]:
        board = Switchboard()
        board.set(read_faults("500:0.3"), seed)
        return [board.draw("/sru") is not None for _ in range(50)]

    assert draws(7) == draws(7)
    assert draws(7) != draws(8)


PRINTED = [
    ("500", Fault(kind="500"), "all requests"),
    ("429:0.1:3", Fault(kind="429", share=0.1, seconds=3), "share and seconds"),
    ("stuck@/sru*2", Fault(kind="stuck", seconds=30, route="/sru", times=2), "path and number of times"),
    ("silent", Fault(kind="silent", route="/SyncFeed/2.0/Feed"), "of the feed alone"),
]


@pytest.mark.parametrize(("printed", "fault", "why"), PRINTED)
def test_faults_are_read(printed: str, fault: Fault, why: str) -> None:
    """As they stand on a command line."""
    assert fault == read_fault(printed), why


@pytest.mark.parametrize("printed", ["slow", "500:x", "500*many", "429:0.1:z@/sru"])
def test_a_misprinted_fault_is_told(printed: str) -> None:
    """One sentence says what it should be."""
    with pytest.raises(ConfigurationError):
        read_fault(printed)


def test_times_end_a_fault() -> None:
    """After so many requests it is over."""
    board = Switchboard()
    board.set(read_faults("500*2"))

    assert [True, True, False] == [board.draw("/") is not None for _ in range(3)]
