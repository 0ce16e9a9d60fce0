"""The indicator's chart: every value where it belongs, what is not known left open, words on no other words."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.publish.charts.svg_reading import Drawing, overlaps

from outcome_catalog.publish.charts.indicator_line import Gap, IndicatorLine, indicator_line
from outcome_catalog.publish.charts.indicator_marks import Point, Sort
from outcome_catalog.publish.words import words

WORDS = words("en")
TODAY = date(2026, 6, 30)


def a_point(day: str, value: float, sort: Sort = Sort.MEASURED, **more: Any) -> Point:
    text = f"{day}: {value:g} hours"
    return Point(day=date.fromisoformat(day), value=value, text=text, number=f"{value:g}", sort=sort, **more)


BASELINE = a_point("2025-01-01", 10, Sort.BASELINE)
TARGET = a_point("2026-12-31", 4, Sort.TARGET)


def a_gap(value: float, *, is_reached: bool = False) -> Gap:
    return Gap(point=a_point("2026-12-31", value, Sort.PROJECTED), text="1 short", is_reached=is_reached)


def a_line(*values: Point, baseline: Point = BASELINE, targets: Sequence[Point] = (TARGET,), **more: Any) -> Drawing:
    line = IndicatorLine(
        chart_id="chart-waiting",
        title=more.pop("title", "Waiting"),
        description="From 10 to 4.",
        baseline=baseline,
        targets=targets,
        values=values,
        aim=more.pop("aim", targets[-1]),
        as_of=more.pop("as_of", TODAY),
        **more,
    )
    return Drawing.of(indicator_line(line, WORDS))


def values_drawn(drawing: Drawing) -> list[str]:
    return [text for text in drawing.tooltips() if "not measured since" not in text]


def test_every_value_is_a_mark_that_says_it_and_no_other_mark_is_there() -> None:
    values = (a_point("2025-09-01", 8), a_point("2026-05-01", 6.5, estimated=True))
    drawing = a_line(*values, gap=a_gap(5))
    assert drawing.name == "Waiting From 10 to 4."
    assert drawing.root.get("role") == "img"
    assert sorted(values_drawn(drawing)) == [
        "2025-01-01: 10 hours", "2025-09-01: 8 hours", "2026-05-01: 6.5 hours", "2026-12-31: 4 hours",
        "2026-12-31: 5 hours",
    ]  # fmt: skip
    assert sorted(drawing.texts("oc-strong")) == ["4", "5", "6.5"]
    assert "baseline 10" in drawing.texts("oc-small")


def test_values_lie_in_order_on_both_scales() -> None:
    drawing = a_line(a_point("2025-09-01", 8), a_point("2026-05-01", 6))
    first, second = (m for m in drawing.marks("oc-value-measured") if m.find("title") is not None)
    assert float(first.attrib["cx"]) < float(second.attrib["cx"])
    assert float(first.attrib["cy"]) < float(second.attrib["cy"]), "a lower value stands lower on the drawing"


def test_without_values_it_says_so_and_draws_no_line() -> None:
    drawing = a_line()
    assert "not measured" in drawing.texts()
    assert drawing.marks("oc-measured") == []
    assert len(drawing.marks("oc-unmeasured")) == 1
    assert len(drawing.marks("oc-promised")) == 1


@pytest.mark.parametrize(("day", "bands"), [("2025-06-28", 1), ("2025-06-29", 0)])
def test_what_was_not_measured_for_more_than_a_year_is_a_band(day: str, bands: int) -> None:
    assert len(a_line(a_point(day, 8)).marks("oc-unmeasured")) == bands


def test_two_values_more_than_a_year_apart_are_not_joined_as_if_measured() -> None:
    near = a_line(a_point("2025-09-01", 8), a_point("2026-05-01", 6))
    assert (len(near.marks("oc-measured")), near.marks("oc-unknown")) == (1, [])
    far = a_line(a_point("2025-03-01", 9), a_point("2026-03-03", 7), a_point("2026-05-01", 6))
    assert (len(far.marks("oc-measured")), len(far.marks("oc-unknown"))) == (2, 1)


def test_estimates_and_values_without_evidence_look_different() -> None:
    sure, bare, guessed = (
        a_line(a_point("2025-09-01", 8, **more)) for more in ({}, {"has_evidence": False}, {"estimated": True})
    )
    assert [len(d.marks("oc-bare")) > 0 for d in (sure, bare, guessed)] == [False, True, False]
    assert [len(d.marks("oc-estimated")) > 0 for d in (sure, bare, guessed)] == [False, False, True]


def test_the_pace_runs_from_the_latest_value_to_the_target_and_the_gap_stands_between() -> None:
    drawing = a_line(a_point("2025-09-01", 8), a_point("2026-05-01", 7), gap=a_gap(6))
    (pace,), (gap,) = drawing.marks("oc-pace"), drawing.marks("oc-gap")
    latest = [m for m in drawing.marks("oc-value-measured") if m.find("title") is not None][-1]
    target, projected = drawing.marks("oc-value-target")[0], drawing.marks("oc-value-projected")[0]
    assert (pace.attrib["x1"], pace.attrib["y1"]) == (latest.attrib["cx"], latest.attrib["cy"])
    assert (pace.attrib["x2"], pace.attrib["y2"]) == (projected.attrib["cx"], projected.attrib["cy"])
    x, top = target.attrib["d"].split("l")[0].removeprefix("M").split()
    assert (float(gap.attrib["x1"]), float(gap.attrib["y2"])) == (float(x), float(top) + 5)
    assert "1 short" in drawing.texts("oc-short")
    assert (
        "oc-reached"
        in a_line(a_point("2026-05-01", 7), gap=a_gap(3, is_reached=True)).marks("oc-gap")[0].attrib["class"]
    )


def test_a_pace_that_runs_off_is_cut_at_the_edge_and_still_told() -> None:
    drawing = a_line(a_point("2025-09-01", 8), a_point("2026-05-01", 7), gap=a_gap(-5000))
    assert "-5000" in drawing.texts("oc-strong")
    assert [m for m in drawing.marks("oc-value-projected") if m.find("title") is not None] == []
    (pace,) = drawing.marks("oc-pace")
    assert 0 < float(pace.attrib["y2"]) < 180


def test_yes_or_no_has_two_marks_on_its_scale_and_steps() -> None:
    no, yes = a_point("2025-01-01", 0, Sort.BASELINE), a_point("2026-12-31", 1, Sort.TARGET)
    drawing = a_line(a_point("2025-12-01", 1), baseline=no, targets=[yes], answers=("no", "yes"))
    assert [text for text in drawing.texts("oc-faint") if text in ("no", "yes")] == ["no", "yes"]
    (line,) = drawing.marks("oc-measured")
    places = [point.split(",") for point in line.attrib["points"].split()]
    assert len(places) == 3
    assert all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(places)), "no way between"


EXTREMES: dict[str, Drawing] = {
    "long": a_line(a_point("2026-06-29", 9.9), baseline=a_point("2025-01-01", 123456789.25, Sort.BASELINE)),
    "same": a_line(a_point("2026-06-01", 4), baseline=a_point("2025-01-01", 4, Sort.BASELINE), gap=a_gap(4)),
    "negative": a_line(a_point("2026-06-01", -4e9), a_point("2026-06-02", 3e9), gap=a_gap(5e9)),
    "many": a_line(
        *(a_point(str(date(2020, 1, 2) + timedelta(days=n * 9)), n % 17) for n in range(250)),
        baseline=a_point("2020-01-01", 10, Sort.BASELINE),
        targets=[a_point(f"{year}-12-31", year - 2015, Sort.TARGET) for year in range(2020, 2031)],
    ),
    "one day": a_line(a_point("2026-06-30", 5), baseline=a_point("2026-06-29", 5, Sort.BASELINE)),
    "next to nothing": a_line(
        a_point("2026-06-01", -5e-324),
        baseline=a_point("2025-01-01", 0, Sort.BASELINE),
        targets=[a_point("2026-12-31", 1e-323, Sort.TARGET)],
    ),
    "all but the same": a_line(
        a_point("2026-06-01", 1e15),
        baseline=a_point("2025-01-01", 1e15 - 0.125, Sort.BASELINE),
        targets=[a_point("2026-12-31", 1e15, Sort.TARGET)],
    ),
    "century": a_line(
        a_point("1951-06-30", 5), baseline=a_point("1950-06-29", 5, Sort.BASELINE), as_of=date(2050, 1, 1)
    ),
}


@pytest.mark.parametrize("name", EXTREMES)
def test_no_words_lie_on_each_other_and_none_beyond_the_drawing(name: str) -> None:
    drawing = EXTREMES[name]
    assert overlaps(drawing) == []
    for text in drawing.root.iter("text"):
        x, width = float(text.attrib["x"]), len(text.text or "") * 5.5
        left = x - {"start": 0.0, "middle": width / 2, "end": width}[text.get("text-anchor", "start")]
        assert left > -1, text.text
        assert left + width < 357, text.text


NUMBERS = st.floats(-1e12, 1e12, allow_nan=False)


@given(values=st.lists(NUMBERS, max_size=6), target=NUMBERS, start=NUMBERS, led=st.none() | NUMBERS)
def test_any_values_lie_within_the_drawing(values: list[float], target: float, start: float, led: float | None) -> None:
    drawing = a_line(
        *(a_point(str(date(2025, 2, 1) + timedelta(days=n * 40)), value) for n, value in enumerate(values)),
        baseline=a_point("2025-01-01", start, Sort.BASELINE),
        targets=[a_point("2026-12-31", target, Sort.TARGET)],
        gap=None if led is None else a_gap(led),
    )
    for mark in drawing.root.iter("circle"):
        assert 0 <= float(mark.attrib["cx"]) <= 356
        assert 0 <= float(mark.attrib["cy"]) <= 196
