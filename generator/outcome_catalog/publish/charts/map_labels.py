"""A dot's name on a map: whole where it can be, else in two lines or cut, and not at all rather than on others."""

from collections.abc import Iterator

from outcome_catalog.publish.charts.labels import Box, Label, Room, cut, leading, text_width, wrapped

_SIZE = 11.0
_AWAY, _EDGE = 9, 5
_LEAST = 7 * _SIZE
"""A name is not cut to less than this width: nobody would know it."""


def label_beside(title: str, place: tuple[float, float], area: Box, room: Room) -> Label | None:
    """The label of the dot at *place* in the field *area*, which takes its *room*; None where there is none."""
    return room.put(_choices(title, place, area))


def _choices(title: str, place: tuple[float, float], area: Box) -> Iterator[Label]:
    """Where the name may stand, the best first."""
    yield from _whole_beside(title, place, area)
    yield from _in_lines(title, place, area)
    yield from _above_or_below(title, place, area)
    yield Label(lines=(title,), x=place[0] + _AWAY, y=place[1] + 4, size=_SIZE)  # into the next field
    for anchor, width, start in _sides(place, area):
        if width >= _LEAST:
            yield Label(lines=(cut(title, width, _SIZE),), x=start, y=place[1] + 4, anchor=anchor, size=_SIZE)


def _sides(place: tuple[float, float], area: Box) -> tuple[tuple[str, float, float], ...]:
    """Right and left of the dot: the label's anchor, the width to the field's edge, and where the label begins."""
    x = place[0]
    return (("start", area.right - x - _AWAY, x + _AWAY), ("end", x - area.left - _AWAY, x - _AWAY))


def _whole_beside(title: str, place: tuple[float, float], area: Box) -> Iterator[Label]:
    for anchor, width, start in _sides(place, area):
        if text_width(title, _SIZE) <= width:
            yield Label(lines=(title,), x=start, y=place[1] + 4, anchor=anchor, size=_SIZE)


def _in_lines(title: str, place: tuple[float, float], area: Box) -> Iterator[Label]:
    for anchor, width, start in _sides(place, area):
        for most in (2, 3):
            lines = wrapped(title, width, _SIZE, most)
            if lines is not None and len(lines) > 1:
                middle = place[1] + 4 - (len(lines) - 1) * leading(_SIZE) / 2
                yield Label(lines=lines, x=start, y=middle, anchor=anchor, size=_SIZE)
                yield Label(lines=lines, x=start, y=place[1] + 4, anchor=anchor, size=_SIZE)


def _above_or_below(title: str, place: tuple[float, float], area: Box) -> Iterator[Label]:
    x, y = place
    for down in (-9, 17):
        for anchor, start in (("middle", x), ("start", x - _EDGE), ("end", x + _EDGE)):
            label = Label(lines=(title,), x=start, y=y + down, anchor=anchor, size=_SIZE)
            if area.left <= label.box.left and label.box.right <= area.right:
                yield label
