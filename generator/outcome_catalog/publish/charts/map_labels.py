"""A dot's name on a map: whole where it can be, else in two lines or cut, and not at all rather than on others."""

from collections.abc import Iterator

from outcome_catalog.publish.charts.labels import Box, Label, Room, cut, leading, text_width, wrapped

_SIZE = 11.0
_AWAY = 9
_LEAST = 7 * _SIZE
"""A name is not cut to less than this width: nobody would know it."""


def label_beside(title: str, place: tuple[float, float], area: Box, room: Room) -> Label | None:
    """The label of the dot at *place* in the field *area*, which takes its *room*; None where there is none."""
    return room.put(_choices(title, place, area))


def _choices(title: str, place: tuple[float, float], area: Box) -> Iterator[Label]:
    x, y = place
    right, left = area.right - x - _AWAY, x - area.left - _AWAY
    sides = (("start", right, x + _AWAY), ("end", left, x - _AWAY))
    for anchor, width, start in sides:
        if text_width(title, _SIZE) <= width:
            yield Label(lines=(title,), x=start, y=y + 4, anchor=anchor, size=_SIZE)
    for anchor, width, start in sides:
        for most in (2, 3):
            lines = wrapped(title, width, _SIZE, most)
            if lines is not None and len(lines) > 1:
                yield Label(
                    lines=lines, x=start, y=y + 4 - (len(lines) - 1) * leading(_SIZE) / 2, anchor=anchor, size=_SIZE
                )
                yield Label(lines=lines, x=start, y=y + 4, anchor=anchor, size=_SIZE)
    yield Label(lines=(title,), x=x + _AWAY, y=y + 4, size=_SIZE)  # into the next field
    for down in (-9, 17):
        if abs(x - area.left) > text_width(title, _SIZE) / 2 and area.right - x > text_width(title, _SIZE) / 2:
            yield Label(lines=(title,), x=x, y=y + down, anchor="middle", size=_SIZE)
    for anchor, width, start in sides:
        if width >= _LEAST:
            yield Label(lines=(cut(title, width, _SIZE),), x=start, y=y + 4, anchor=anchor, size=_SIZE)
