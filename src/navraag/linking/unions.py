"""Things that belong together because a chain of equal marks connects them (disjoint sets)."""

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Item = TypeVar("Item", bound=Hashable)


class Unions(Generic[Item]):
    """Disjoint sets: ``join`` some items, ``find`` the one that stands for the set of an item."""

    def __init__(self) -> None:
        self._parents: dict[Item, Item] = {}

    def join(self, items: Iterable[Item]) -> None:
        """Make one set of all these items and of the sets that hold them."""
        first: Item | None = None
        for item in items:
            root = self.find(item)
            if first is None:
                first = root
            elif root != first:
                self._parents[root] = first

    def find(self, item: Item) -> Item:
        """The item that stands for the set of ``item``, which is a set of its own until joined."""
        root = item
        while (parent := self._parents.setdefault(root, root)) != root:
            root = parent
        while self._parents[item] != root:
            item, self._parents[item] = self._parents[item], root
        return root
