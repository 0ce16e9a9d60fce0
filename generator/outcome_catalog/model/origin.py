"""Where a record came from: its file, and the place of every key and value in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from outcome_catalog.diagnostics import Span

Pointer = tuple[str | int, ...]
"""The way to a value inside a document: ``("goal", "members", 0, "role")``; ``()`` is the document itself."""
Place = tuple[int, int, int, int]
"""Line, column, end line, end column, counted from 1; the end column is exclusive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """A file of the project and the places of its keys and values.

    *path* is relative to the project's root. A place that is not recorded is that of its nearest recorded parent.
    """

    path: str
    values: Mapping[Pointer, Place] = field(default_factory=dict, repr=False, compare=False)
    keys: Mapping[Pointer, Place] = field(default_factory=dict, repr=False, compare=False)

    def value(self, *pointer: str | int) -> Span:
        """The span of the value at *pointer*, or of its nearest parent that has one."""
        for length in range(len(pointer), -1, -1):
            place = self.values.get(pointer[:length])
            if place is not None:
                return self._span(place)
        return Span(path=self.path)

    def key(self, *pointer: str | int) -> Span:
        """The span of the key that ends *pointer*; of the value where the last step is a list's index."""
        place = self.keys.get(pointer)
        return self.value(*pointer) if place is None else self._span(place)

    def _span(self, place: Place) -> Span:
        line, column, end_line, end_column = place
        return Span(path=self.path, line=line, column=column, end_line=end_line, end_column=end_column)
