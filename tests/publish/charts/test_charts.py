"""Charts: well-formed whatever they are given, named for those who do not see them, true to their values."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.publish.charts.svg_reading import Drawing, overlaps

from outcome_catalog.publish.charts.delivery_bars import Delivery, delivery_bars
from outcome_catalog.publish.charts.indicator_line import Gap, IndicatorLine, indicator_line
from outcome_catalog.publish.charts.indicator_marks import Point, Sort
from outcome_catalog.publish.charts.quarter_columns import quarter_columns
from outcome_catalog.publish.charts.reuse_columns import columns_drawing, reuse_columns
from outcome_catalog.publish.charts.reuse_timeline import Use, reuse_timeline
from outcome_catalog.publish.charts.scale import DayScale, Scale, round_values
from outcome_catalog.publish.charts.svg import add, canvas, clean, svg_text
from outcome_catalog.publish.charts.value_funnel import Stage, value_funnel
from outcome_catalog.publish.charts.vitality_map import Dot, vitality_map
from outcome_catalog.publish.words import words

WORDS = words("en")
TODAY = date(2026, 6, 30)


def bars(*deliveries: Delivery, title: str = "Sheets") -> str:
    return delivery_bars(deliveries, chart_id="bars-sheets", title=title, words=WORDS)


def test_bars_say_what_was_promised_and_delivered() -> None:
    drawing = Drawing.of(
        bars(
            Delivery(label="2025", expected=2, delivered=1, is_over=True),
            Delivery(label="2026", expected=2, delivered=3, is_over=False),
        )
    )
    assert drawing.tooltips() == ["2025: 1 of 2 promised", "2026: 3 of 2 so far"]
    assert "2025: 1 of 2 promised; 2026: 3 of 2 so far" in drawing.name
    assert [float(e.attrib["height"]) for e in drawing.marks("oc-delivered")] == pytest.approx([80 / 3, 80], abs=0.1)
    assert len(drawing.marks("oc-missing")) == 1


def test_a_running_period_is_not_yet_missed() -> None:
    drawing = Drawing.of(bars(Delivery(label="2026", expected=2, delivered=0, is_over=False)))
    assert drawing.marks("oc-missing") == []
    assert drawing.marks("oc-running")
    assert drawing.marks("oc-delivered") == []


def test_only_the_last_twelve_periods_are_drawn() -> None:
    many = [Delivery(label=str(n), expected=1, delivered=1, is_over=True) for n in range(40)]
    assert Drawing.of(bars(*many)).tooltips() == [f"{n}: 1 of 1 promised" for n in range(28, 40)]


def test_columns_show_each_quarter_with_the_running_one_last() -> None:
    drawing = Drawing.of(quarter_columns([("Q1 2026", 0), ("Q2 2026", 7)], chart_id="q", title="Outputs", words=WORDS))
    assert drawing.tooltips() == ["Q1 2026: 0", "Q2 2026: 7"]
    assert [mark.findtext("title") for mark in drawing.marks("oc-now")] == ["Q2 2026: 7"]
    assert "Q1 2026: 0; Q2 2026: 7" in drawing.name


def a_line(text: str) -> str:
    baseline = Point(day=date(2025, 1, 1), value=10, text=text, number=text, sort=Sort.BASELINE)
    target = Point(day=date(2026, 12, 31), value=4, text=text, number=text, sort=Sort.TARGET)
    value = Point(day=date(2026, 1, 1), value=5, text=text, number=text)
    gap = Gap(point=target, text=text, is_reached=False)
    return indicator_line(
        IndicatorLine(
            chart_id="chart", title=text, description=text, baseline=baseline, targets=[target], values=[value],
            aim=target, as_of=TODAY, gap=gap,
        ),
        WORDS,
    )  # fmt: skip


def a_use(text: str) -> Use:
    return Use(first=TODAY, last=TODAY, grade="claimed", is_counted=True, name=text, label=text, text=text)


def a_map(text: str) -> str:
    dot = Dot(title=text, href="x/", state="busy", activity=1, benefit=0, text=text)
    return vitality_map([dot], chart_id="map", description=text, words=WORDS)


CHARTS: list[Callable[[str], str]] = [
    a_line,
    a_map,
    lambda text: bars(Delivery(label=text, expected=1, delivered=1, is_over=True), title=text),
    lambda text: reuse_timeline([a_use(text)], begin=TODAY, end=TODAY, chart_id="r", title=text, words=WORDS),
    lambda text: columns_drawing(reuse_columns([a_use(text)], WORDS), chart_id="r", title=text, words=WORDS),
    lambda text: quarter_columns([(text, 1)], chart_id="q", title=text, words=WORDS),
    lambda text: value_funnel([Stage(name=text, count=1, text=text)], chart_id="f", title=text, words=WORDS),
]


@pytest.mark.parametrize("chart", CHARTS)
@given(text=st.text(max_size=40))
def test_any_text_gives_a_well_formed_drawing_that_shows_it(chart: Callable[[str], str], text: str) -> None:
    drawing = Drawing.of(chart(text))
    assert "".join(clean(text).split()) in "".join(drawing.name.split())


def test_characters_that_no_drawing_may_hold_are_left_out() -> None:
    assert clean("a\x00b\x1fc\ufffed\ud800e\tf") == "abcde\tf"


@pytest.mark.parametrize("chart", CHARTS)
def test_hostile_text_stays_text(chart: Callable[[str], str]) -> None:
    svg = chart('</title></svg><script>alert(1)</script>" onload="alert(1)')
    assert "<script" not in svg
    assert {element.tag for element in Drawing.of(svg).root.iter()} <= {
        "svg", "title", "desc", "g", "a", "rect", "line", "path", "circle", "polyline", "text",
    }  # fmt: skip
    assert not [name for element in Drawing.of(svg).root.iter() for name in element.attrib if name.startswith("on")]


def test_an_empty_element_is_closed_as_html_needs_it() -> None:
    drawing = canvas(chart_id="c", width=1, height=1, title="", description="")
    add(drawing, "rect", width=1)
    assert "/>" not in svg_text(drawing)


@given(low=st.floats(-1e6, 1e6), high=st.floats(-1e6, 1e6))
def test_a_scale_keeps_its_ends(low: float, high: float) -> None:
    scale = Scale(low, high, 10, 20)
    if low == high:
        assert scale(low) == 15
    else:
        assert scale(low) == pytest.approx(10)
        assert scale(high) == pytest.approx(20)


@pytest.mark.parametrize(("years", "first"), [(0, "1950-07"), (1, "1950-07"), (4, "1951-01"), (9, "1952-01")])
def test_a_scale_of_days_marks_no_more_months_than_asked(years: int, first: str) -> None:
    scale = DayScale(date(1950, 6, 2), date(1950, 6, 2) + timedelta(days=365 * years + 40), 0, 100)
    days = scale.months(5)
    assert 0 < len(days) <= 5
    assert all(scale.first <= day <= scale.last and day.day == 1 for day in days)
    assert days[0].isoformat().startswith(first)
    assert len({later.toordinal() - sooner.toordinal() for sooner, later in pairwise(days)}) <= 4, "evenly spaced"


@pytest.mark.parametrize(
    ("first", "marked"), [(date(2025, 1, 1), date(2025, 1, 1)), (date(2025, 1, 2), date(2025, 2, 1))]
)
def test_a_month_that_begins_on_the_first_day_is_marked(first: date, marked: date) -> None:
    assert DayScale(first, date(2025, 6, 30), 0, 100).months(12)[0] == marked


@given(low=st.floats(-1e9, 1e9), span=st.floats(0, 1e9), most=st.integers(2, 6))
def test_the_values_of_a_scale_are_round_few_and_enclose_all(low: float, span: float, most: int) -> None:
    values = round_values(low, low + span, most)
    slack = 1e-6 * max(abs(low), span, 1)
    assert values[0] <= low + slack
    assert values[-1] >= low + span - slack
    assert 2 <= len(values) <= most + 1


def test_a_funnel_is_as_long_as_its_counts_and_draws_no_bar_where_there_is_none() -> None:
    counts = (40, 20, 1, 0, None)
    stages = [Stage(name=f"s{n}", count=count, text=f"{count} records") for n, count in enumerate(counts)]
    drawing = Drawing.of(value_funnel(stages, chart_id="funnel", title="Cycles", words=WORDS))
    widths = [float(bar.attrib["width"]) for bar in drawing.marks("oc-stage")]
    assert widths[0] == pytest.approx(2 * widths[1], abs=0.2)
    assert [width > 0 for width in widths] == [True] * 3
    assert drawing.texts("oc-strong") == ["40", "20", "1", "0"]
    assert drawing.texts("oc-faint") == ["not measured"]
    assert drawing.tooltips() == [f"s{n}: {count} records" for n, count in enumerate(counts)]


def test_a_great_count_lets_a_small_one_be_seen_and_all_stay_within() -> None:
    stages = [Stage(name=f"s{n}", count=count, text="") for n, count in enumerate((10**9, 1))]
    drawing = Drawing.of(value_funnel(stages, chart_id="funnel", title="Cycles", words=WORDS))
    great, small = (float(bar.attrib["width"]) for bar in drawing.marks("oc-stage"))
    assert small >= 1
    assert great + 6 + len("1,000,000,000") * 6 < 356


def test_a_bar_says_delivered_of_promised_as_far_as_there_is_room() -> None:
    few = bars(Delivery(label="2025", expected=2, delivered=1, is_over=True))
    assert Drawing.of(few).texts("oc-strong") == ["1 of 2"]
    many = bars(*(Delivery(label="2025", expected=2, delivered=1, is_over=True) for _ in range(12)))
    assert set(Drawing.of(many).texts("oc-strong")) == {"1/2"}
    great = bars(*(Delivery(label="2025", expected=20000, delivered=12500, is_over=True) for _ in range(12)))
    assert set(Drawing.of(great).texts("oc-strong")) == {"12.5K"}


def test_what_nobody_promised_is_said_so() -> None:
    drawing = Drawing.of(bars(Delivery(label="2024", expected=0, delivered=0, is_over=True)))
    assert drawing.tooltips() == ["2024: 0 delivered, nothing promised"]
    assert drawing.marks("oc-expected") == []
    assert "0" in drawing.texts("oc-small")


@pytest.mark.parametrize("count", [1, 3, 12])
def test_names_of_periods_do_not_lie_on_each_other(count: int) -> None:
    labels = [f"September {2000 + n}" for n in range(count)]
    periods = bars(*(Delivery(label=label, expected=1, delivered=n, is_over=True) for n, label in enumerate(labels)))
    assert overlaps(Drawing.of(periods)) == []
    quarters = quarter_columns([(label, 3) for label in labels], chart_id="q", title="T", words=WORDS)
    assert overlaps(Drawing.of(quarters)) == []


def test_columns_of_nothing_draw_no_column() -> None:
    drawing = Drawing.of(quarter_columns([("Q1 2026", 0), ("Q2 2026", 0)], chart_id="q", title="T", words=WORDS))
    assert drawing.marks("oc-column") == []
    assert drawing.tooltips() == ["Q1 2026: 0", "Q2 2026: 0"]
