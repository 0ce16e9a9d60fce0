"""A mapping whose values are made when they are first asked for."""

from collections.abc import Callable, Iterator, Mapping
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class MadeOnDemand(Mapping[K, V], Generic[K, V]):
    """The values of *numbers*' keys, each made from its number by *make* and then kept.

    Tens of thousands of commits are read back at each start, and a check of one file needs a handful of them.
    """

    __slots__ = ("_made", "_make", "_numbers")

    def __init__(self, numbers: Mapping[K, int], make: Callable[[int], V]) -> None:
        self._numbers = numbers
        self._make = make
        self._made: dict[K, V] = {}

    def __getitem__(self, key: K) -> V:
        try:
            return self._made[key]
        except KeyError:
            return self._made.setdefault(key, self._make(self._numbers[key]))

    def __contains__(self, key: object) -> bool:
        return key in self._numbers

    def __iter__(self) -> Iterator[K]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)
