"""How many uses of an artifact began in each period, by evidence grade: for more of them than there are lanes."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from xml.etree.ElementTree import Element

from outcome_catalog.insights.uses import GRADES_BEST_FIRST
from outcome_catalog.publish.charts.grade_marks import grade_mark
from outcome_catalog.publish.charts.labels import text_width
from outcome_catalog.publish.charts.reuse_timeline import Use
from outcome_catalog.publish.charts.scale import Scale, round_values
from outcome_catalog.publish.charts.svg import add, canvas, svg_text, tooltip
from outcome_catalog.publish.words import clause_break, day_text, number_text, period_text, phrase, short_number_text

_UNCOUNTED = "uncounted"
SEGMENTS = (*(grade.value for grade in GRADES_BEST_FIRST), _UNCOUNTED)
"""The segments of a column, from below: the grades, and what is not counted."""
_WIDTH, _HEIGHT = 356, 176
_RIGHT, _TOP, _BOTTOM = 246, 20, 144
_SMALL, _MOST_COLUMNS, _GAP, _WIDEST = 11, 24, 2, 60
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A period, by its label and its text, and how many uses began in it by :data:`SEGMENTS`."""

    label: str
    text: str
    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.counts.values())


def reuse_columns(uses: Sequence[Use], words: Mapping[str, Any]) -> list[Column]:
    """A column for each month, quarter or year from the first use to the last, the empty ones too.

    It is the shortest of these that every use's begin is known to and that gives no more than 24 columns, else years.
    """
    per = next((name for name in _MONTHS if _is_enough(uses, _MONTHS[name])), "year")
    counts: dict[int, Counter[str]] = {}
    for use in uses:
        number = _number(use.first, _MONTHS[per])
        counts.setdefault(number, Counter())[use.grade if use.is_counted else _UNCOUNTED] += 1
    return [
        Column(label=label, text=_text(label, words), counts={g: counts.get(n, Counter())[g] for g in SEGMENTS})
        for n in range(min(counts), max(counts) + 1)
        for label in (_label(n, per),)
    ]


def columns_drawing(columns: Sequence[Column], *, chart_id: str, title: str, words: Mapping[str, Any]) -> str:
    """The *columns* as SVG text, with how many there are of each grade beside them."""
    said = {id(column): _sentence(column, words) for column in columns}
    text = clause_break(words).join(said.values())
    drawing = canvas(chart_id=chart_id, width=_WIDTH, height=_HEIGHT, title=title, description=text)
    ticks = [v for v in round_values(0, max(column.total for column in columns), 3) if v == int(v)]
    left = max(text_width(short_number_text(words, value), _SMALL) for value in ticks) + 6
    height = Scale(0, ticks[-1], 0, _BOTTOM - _TOP)
    for value in ticks:
        level = _BOTTOM - height(value)
        add(drawing, "line", css="oc-grid" if value else "oc-axis", x1=left, x2=_RIGHT, y1=level, y2=level)
        text = short_number_text(words, value)
        add(drawing, "text", text, css="oc-faint", x=left - 4, y=level + 4, text_anchor="end")
    step = min((_RIGHT - left) / len(columns), _WIDEST)
    for index, column in enumerate(columns):
        _column(drawing, column, said[id(column)], left + index * step, step, height)
    _labels(drawing, columns, left, step)
    _totals(drawing, columns, words)
    return svg_text(drawing)


def _column(drawing: Element, column: Column, text: str, x: float, step: float, height: Scale) -> None:
    group = add(drawing, "g", css="oc-period")
    tooltip(group, text)
    add(group, "rect", css="oc-target-area", x=x, y=_TOP, width=step, height=_BOTTOM - _TOP)
    below, gap = 0, min(_GAP, step / 4)
    for grade in SEGMENTS:
        count = column.counts[grade]
        if count:
            css, top = f"oc-segment oc-{grade}", _BOTTOM - height(below + count)
            add(group, "rect", css=css, x=x + gap / 2, y=top, width=step - gap, height=height(count))
        below += count


def _labels(drawing: Element, columns: Sequence[Column], left: float, step: float) -> None:
    """The periods' names, as many as there is room for, the last one first."""
    end = _RIGHT + 20.0
    for index in reversed(range(len(columns))):
        half = text_width(columns[index].text, _SMALL) / 2
        middle = min(max(left + (index + 0.5) * step, half), _RIGHT + 20 - half)
        if middle + half <= end:
            end = middle - half - 6
            text = columns[index].text
            add(drawing, "text", text, css="oc-faint", x=middle, y=_BOTTOM + 16, text_anchor="middle")


def _totals(drawing: Element, columns: Sequence[Column], words: Mapping[str, Any]) -> None:
    level = _TOP + 8
    for grade in SEGMENTS:
        total = sum(column.counts[grade] for column in columns)
        if total:
            group = add(drawing, "g", css=f"oc-use oc-{grade}")
            grade_mark(group, grade, _RIGHT + 14, level - 4, is_counted=grade != _UNCOUNTED)
            text = f"{number_text(words, total)} {_name(grade, words)}"
            add(group, "text", text, css="oc-small", x=_RIGHT + 24, y=level)
            level += 20


def _sentence(column: Column, words: Mapping[str, Any]) -> str:
    parts = [f"{number_text(words, n)} {_name(grade, words)}" for grade, n in column.counts.items() if n]
    counts = ", ".join(parts) or words["state"]["none"]
    return phrase(words, "chart.uses_began", period=column.text, counts=counts)


def _name(grade: str, words: Mapping[str, Any]) -> str:
    return str(words["artifact"]["not_counted"] if grade == _UNCOUNTED else words["grade"][grade])


def _is_enough(uses: Sequence[Use], months: int) -> bool:
    """True where each use began within one period of so many months, and the periods are not too many."""
    numbers = [(_number(use.first, months), _number(use.last, months)) for use in uses]
    is_known = all(first == last for first, last in numbers)
    return is_known and max(n for n, _ in numbers) - min(n for n, _ in numbers) < _MOST_COLUMNS


def _number(day: date, months: int) -> int:
    return (day.year * 12 + day.month - 1) // months


def _text(label: str, words: Mapping[str, Any]) -> str:
    """The period's name, a month's shortened."""
    return period_text(words, label) if "Q" in label else day_text(words, label)


def _label(number: int, per: str) -> str:
    if per == "year":
        return str(number)
    if per == "quarter":
        return f"{number // 4}-Q{number % 4 + 1}"
    return f"{number // 12}-{number % 12 + 1:02d}"
