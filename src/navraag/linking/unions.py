"""Things that belong together because a chain of equal marks connects them (disjoint sets)."""

from array import array
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


class Numbers:
    """Disjoint sets of the numbers below some number, of which the lowest stands for each set: eight bytes a number."""

    def __init__(self, count: int) -> None:
        self._parents = array("q", range(count))

    def join(self, one: int, other: int) -> None:
        """Make one set of the sets that hold these two."""
        first, second = self.find(one), self.find(other)
        self._parents[max(first, second)] = min(first, second)

    def find(self, number: int) -> int:
        """The lowest number of the set that holds this one."""
        parents = self._parents
        while (parent := parents[number]) != number:
            parents[number] = number = parents[parent]
        return number
