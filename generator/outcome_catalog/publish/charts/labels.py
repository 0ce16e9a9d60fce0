"""Where the words of a drawing stand: how wide they are, how they break, and where they lie on nothing else."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

_LETTER, _WIDE_LETTER = 0.6, 1.0
"""The width of a letter beside its size, a little more than the widest of the system's fonts need."""
_LATIN_ENDS = 0x1100
_LEADING = 1.17


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the drawing that something takes up."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """True where the two share more than an edge."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def is_within(self, other: "Box") -> bool:
        """True where nothing of it lies outside *other*."""
        return (
            other.left <= self.left
            and self.right <= other.right
            and other.top <= self.top
            and self.bottom <= other.bottom
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Lines of text: *x* is where they start, end or have their middle (*anchor*), *y* the base of the first."""

    lines: tuple[str, ...]
    x: float
    y: float
    anchor: str = "start"
    size: float = 12

    @property
    def box(self) -> Box:
        """What it takes up."""
        width = max((text_width(line, self.size) for line in self.lines), default=0)
        left = self.x - {"start": 0.0, "middle": width / 2, "end": width}[self.anchor]
        top = self.y - self.size * 0.8
        return Box(left, top, left + width, top + leading(self.size) * len(self.lines))


@dataclass(slots=True)
class Room:
    """A drawing's free room: labels are put where they lie within its bounds and on nothing that was put before."""

    bounds: Box
    taken: list[Box] = field(default_factory=list)

    def take(self, boxes: Iterable[Box]) -> None:
        """Let nothing be put on *boxes*."""
        self.taken.extend(boxes)

    def put(self, choices: Iterable[Label]) -> Label | None:
        """The first of *choices* that has room, which it takes; None where none has."""
        for label in choices:
            box = label.box
            if box.is_within(self.bounds) and not any(box.meets(other) for other in self.taken):
                self.taken.append(box)
                return label
        return None


def text_width(text: str, size: float) -> float:
    """How wide *text* is at most, about, in the units of the drawing."""
    return sum(size * (_LETTER if ord(letter) < _LATIN_ENDS else _WIDE_LETTER) for letter in text)


def leading(size: float) -> float:
    """How far the bases of two lines of text lie apart."""
    return size * _LEADING


def wrapped(text: str, width: float, size: float, most_lines: int = 2) -> tuple[str, ...] | None:
    """*text* broken between words into lines no wider than *width*; None where more lines would be needed."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if text_width(longer, size) <= width:
            lines[-1] = longer
        elif lines[-1]:
            lines.append(word)
        if text_width(lines[-1], size) > width or not lines[-1]:
            return None
    return tuple(lines) if len(lines) <= most_lines else None


def cut(text: str, width: float, size: float) -> str:
    """*text* cut to *width*, with an ellipsis where something was cut."""
    if text_width(text, size) <= width:
        return text
    letters = max(int(width / (size * _LETTER)) - 1, 1)
    while letters > 1 and text_width(text[:letters], size) + size > width:
        letters -= 1
    return f"{text[:letters].rstrip()}…"


def line_boxes(points: Sequence[tuple[float, float]], thickness: float = 6, step: float = 6) -> list[Box]:
    """What a line through *points* takes up, as many small boxes."""
    boxes = []
    for (x1, y1), (x2, y2) in pairwise(points):
        count = max(int(max(abs(x2 - x1), abs(y2 - y1)) / step), 1)
        for number in range(count + 1):
            x, y = x1 + (x2 - x1) * number / count, y1 + (y2 - y1) * number / count
            boxes.append(Box(x - thickness / 2, y - thickness / 2, x + thickness / 2, y + thickness / 2))
    return boxes
