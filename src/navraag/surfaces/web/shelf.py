"""The shelf: pages made before, handed out again until the registry or the day changes."""

from collections import OrderedDict
from collections.abc import Hashable
from datetime import date

from starlette.responses import Response

PLACES = 512


class Shelf:
    """The pages asked for last, and no more of them than the shelf has places."""

    def __init__(self, places: int = PLACES) -> None:
        self._places = places
        self._pages: OrderedDict[Hashable, Response] = OrderedDict()
        self._stamp: tuple[int, date] | None = None

    def take(self, key: Hashable, stamp: tuple[int, date]) -> Response | None:
        """The page under this key, if it was made since the registry last changed, and today."""
        if stamp != self._stamp:
            self._pages.clear()
            self._stamp = stamp
        page = self._pages.get(key)
        if page is not None:
            self._pages.move_to_end(key)
        return page

    def put(self, key: Hashable, page: Response) -> None:
        """Keeps a page; the one that nobody asked for longest goes."""
        self._pages[key] = page
        if len(self._pages) > self._places:
            self._pages.popitem(last=False)
