"""Work done one step ahead: the next things are fetched while one is worked on."""

import queue
import threading
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
_PATIENCE = 0.2


class _End:
    """Nothing more comes; ``error`` is why, where it was no ordinary end."""

    def __init__(self, error: BaseException | None = None) -> None:
        self.error = error


def ahead(things: Iterable[T], *, most: int = 6) -> Iterator[T]:
    """The same things in the same order, up to ``most`` of them got ready by a thread; its errors are raised here."""
    ready: queue.Queue[T | _End] = queue.Queue(most)
    left = threading.Event()

    def put(found: T | _End) -> bool:
        while not left.is_set():
            try:
                ready.put(found, timeout=_PATIENCE)
            except queue.Full:
                continue
            return True
        return False

    def fetch() -> None:
        try:
            for found in things:
                if not put(found):
                    return
            put(_End())
        except BaseException as error:  # noqa: BLE001 - raised again by whoever uses the things
            put(_End(error))

    thread = threading.Thread(target=fetch, daemon=True)
    thread.start()
    try:
        while not isinstance(found := ready.get(), _End):
            yield found
        if found.error:
            raise found.error
    finally:
        left.set()
        thread.join()
