"""Charts: well-formed whatever they are given, named for those who do not see them, true to their values."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.publish.charts.svg_reading import Drawing

from outcome_catalog.publish.charts.delivery_bars import Delivery, delivery_bars
from outcome_catalog.publish.charts.indicator_line import IndicatorLine, Point, indicator_line
from outcome_catalog.publish.charts.quarter_columns import quarter_columns
from outcome_catalog.publish.charts.reuse_timeline import Use, reuse_timeline
from outcome_catalog.publish.charts.scale import DayScale, Scale
from outcome_catalog.publish.charts.svg import add, canvas, clean, svg_text
from outcome_catalog.publish.charts.value_funnel import Stage, value_funnel
from outcome_catalog.publish.charts.vitality_map import Dot, vitality_map
from outcome_catalog.publish.words import words

WORDS = words("en")
TODAY = date(2026, 6, 30)


def a_point(day: date, value: float, *, estimated: bool = False) -> Point:
    return Point(day=day, value=value, text=f"{value:g} hours", number=f"{value:g}", estimated=estimated)


def a_line(*values: Point, title: str = "Waiting", **more: Point) -> str:
    line = IndicatorLine(
        chart_id="chart-waiting",
        title=title,
        description="From 10 to 4.",
        baseline=more.get("baseline", a_point(date(2025, 1, 1), 10)),
        targets=[more.get("target", a_point(date(2026, 12, 31), 4))],
        values=values,
        as_of=TODAY,
    )
    return indicator_line(line, WORDS)


def a_dot(title: str, activity: int, benefit: int, state: str = "busy") -> Dot:
    return Dot(
        title=title, href=f"../{title}/", state=state, activity=activity, benefit=benefit, text=f"{title}: {state}"
    )


def a_map(*dots: Dot) -> str:
    return vitality_map(dots, chart_id="map", description="; ".join(d.text for d in dots), words=WORDS)


def bars(*deliveries: Delivery, title: str = "Sheets") -> str:
    return delivery_bars(deliveries, chart_id="bars-sheets", title=title, words=WORDS)


def a_use(first: str, grade: str, *, is_counted: bool = True, last: str | None = None) -> Use:
    text = f"{first}: Harbour, {grade}"
    return Use(
        first=date.fromisoformat(first),
        last=date.fromisoformat(last or first),
        grade=grade,
        is_counted=is_counted,
        text=text,
    )


def a_timeline(*uses: Use, title: str = "Reuse over time") -> str:
    return reuse_timeline(uses, begin=date(2024, 1, 1), end=TODAY, chart_id="reuse", title=title, words=WORDS)


def test_an_indicator_shows_baseline_target_and_every_value() -> None:
    drawing = Drawing.of(a_line(a_point(date(2025, 9, 1), 8), a_point(date(2026, 5, 1), 6.5, estimated=True)))
    assert drawing.name == "Waiting From 10 to 4."
    assert drawing.root.get("role") == "img"
    assert {"2025-01-01: 10 hours", "2026-12-31: 4 hours", "2025-09-01: 8 hours", "2026-05-01: 6.5 hours"} <= set(
        drawing.tooltips()
    )
    assert sorted(drawing.texts("oc-strong")) == ["4 hours", "6.5 hours"]
    assert "from 10 hours" in drawing.texts()
    assert "estimated" in drawing.texts()


def test_an_indicator_without_values_says_so_and_draws_no_line() -> None:
    drawing = Drawing.of(a_line())
    assert "not measured" in drawing.texts()
    assert drawing.marks("oc-measured") == []
    assert len(drawing.marks("oc-promised")) == 1


def test_an_estimated_value_looks_and_reads_estimated() -> None:
    sure = Drawing.of(a_line(a_point(date(2025, 9, 1), 8)))
    unsure = Drawing.of(a_line(a_point(date(2025, 9, 1), 8, estimated=True)))
    assert "estimated" not in sure.texts()
    assert not sure.marks("oc-estimated")
    assert "estimated" in unsure.texts()
    assert unsure.marks("oc-estimated")


def test_labels_beside_an_indicator_do_not_lie_on_each_other() -> None:
    drawing = Drawing.of(a_line(a_point(date(2026, 6, 1), 4), target=a_point(date(2026, 12, 31), 4, estimated=True)))
    heights = sorted(float(e.attrib["y"]) for e in drawing.root.iter("text") if "oc-strong" in e.attrib["class"])
    assert heights[1] - heights[0] >= 30


def test_an_indicator_falls_where_it_falls() -> None:
    drawing = Drawing.of(a_line(a_point(date(2025, 9, 1), 8), a_point(date(2026, 5, 1), 6)))
    first, second = (float(dot.attrib["cy"]) for dot in drawing.marks("oc-dot")[:2])
    assert first < second, "a lower value stands lower on the drawing"


def test_bars_say_what_was_promised_and_delivered() -> None:
    drawing = Drawing.of(
        bars(
            Delivery(label="2025", expected=2, delivered=1, is_over=True),
            Delivery(label="2026", expected=2, delivered=3, is_over=False),
        )
    )
    assert drawing.tooltips() == ["2025: 1 of 2 promised", "2026: 3 of 2 so far"]
    assert "2025: 1 of 2 promised; 2026: 3 of 2 so far" in drawing.name
    assert [float(e.attrib["height"]) for e in drawing.marks("oc-delivered")] == pytest.approx([56 / 3, 56], abs=0.1)
    assert len(drawing.marks("oc-missing")) == 1


def test_a_running_period_is_not_yet_missed() -> None:
    drawing = Drawing.of(bars(Delivery(label="2026", expected=2, delivered=0, is_over=False)))
    assert drawing.marks("oc-missing") == []
    assert drawing.marks("oc-running")
    assert drawing.marks("oc-delivered") == []


def test_only_the_last_twelve_periods_are_drawn() -> None:
    many = [Delivery(label=str(n), expected=1, delivered=1, is_over=True) for n in range(40)]
    assert Drawing.of(bars(*many)).tooltips() == [f"{n}: 1 of 1 promised" for n in range(28, 40)]


def test_the_map_counts_its_fields_and_links_every_community() -> None:
    drawing = Drawing.of(
        a_map(
            a_dot("working", 5, 2, "productive"), a_dot("talking", 9, 0), a_dot("resting", 0, 3, "harvested"),
            a_dot("sleeping", 0, 0, "silent"), a_dot("snoring", 0, 0, "silent"),
        )
    )  # fmt: skip
    assert sorted(drawing.texts("oc-strong")) == ["Busy: 1", "Harvested: 1", "Productive: 1", "Silent: 2"]
    links = [link.attrib["href"] for link in drawing.root.iter("a")]
    assert sorted(links) == ["../resting/", "../sleeping/", "../snoring/", "../talking/", "../working/"]
    assert drawing.root.get("role") == "group", "links inside a picture could not be reached"


def test_on_the_map_activity_lies_right_and_benefit_lies_up() -> None:
    drawing = Drawing.of(
        a_map(*(a_dot(f"c{n}", n, n, "productive") for n in (1, 4, 16)), a_dot("silent", 0, 0, "silent"))
    )
    places = {link.findtext("title", "").partition(":")[0]: link.find("circle") for link in drawing.root.iter("a")}
    at = {name: (float(c.attrib["cx"]), float(c.attrib["cy"])) for name, c in places.items() if c is not None}
    assert at["c1"][0] < at["c4"][0] < at["c16"][0]
    assert at["c1"][1] > at["c4"][1] > at["c16"][1]
    assert at["silent"][0] < at["c1"][0]
    assert at["silent"][1] > at["c1"][1]


@pytest.mark.parametrize("count", [9, 60, 100])
def test_communities_of_one_state_do_not_hide_each_other(count: int) -> None:
    drawing = Drawing.of(a_map(*(a_dot(f"c{n:03}", 0, 0, "silent") for n in range(count))))
    places = {(c.attrib["cx"], c.attrib["cy"]) for c in drawing.marks("oc-community")}
    assert len(places) == count


def test_a_full_map_still_draws_everybody() -> None:
    assert len(Drawing.of(a_map(*(a_dot(f"c{n}", 1, 0) for n in range(3000)))).marks("oc-community")) == 3000


def test_the_timeline_tells_grades_apart_by_shape() -> None:
    drawing = Drawing.of(
        a_timeline(a_use("2024-05-01", "claimed"), a_use("2025-05-01", "attested"), a_use("2026-05-01", "verified"))
    )
    assert [len(use.findall("path")) for use in drawing.marks("oc-use")] == [0, 1, 1]
    half, full = (use.find("path") for use in drawing.marks("oc-use")[1:])
    assert half is not None
    assert full is not None
    assert len(half.attrib["d"]) < len(full.attrib["d"])
    assert "2026-05-01: Harbour, verified" in drawing.name


def test_the_timeline_crosses_out_what_is_not_counted() -> None:
    drawing = Drawing.of(a_timeline(a_use("2024-05-01", "claimed", is_counted=False), a_use("2025-05-01", "claimed")))
    assert len(drawing.marks("oc-crossed")) == 1
    assert len(drawing.marks("oc-uncounted")) == 1


def test_a_use_known_only_by_its_year_is_drawn_as_long_as_it() -> None:
    drawing = Drawing.of(a_timeline(a_use("2024-01-01", "claimed", last="2024-12-31"), a_use("2026-01-01", "claimed")))
    assert len(drawing.marks("oc-span")) == 1


def test_uses_of_one_day_stand_upon_each_other() -> None:
    drawing = Drawing.of(a_timeline(*(a_use("2025-05-01", "claimed") for _ in range(5))))
    assert len({mark.attrib["cy"] for mark in drawing.marks("oc-outer")}) == 5


def test_columns_show_each_quarter_with_the_running_one_last() -> None:
    drawing = Drawing.of(quarter_columns([("2026-Q1", 0), ("2026-Q2", 7)], chart_id="q", title="Outputs per quarter"))
    assert drawing.tooltips() == ["2026-Q1: 0", "2026-Q2: 7"]
    assert [mark.findtext("title") for mark in drawing.marks("oc-now")] == ["2026-Q2: 7"]
    assert "2026-Q1: 0; 2026-Q2: 7" in drawing.name


CHARTS: list[Callable[[str], str]] = [
    lambda text: a_line(a_point(date(2026, 1, 1), 5), title=text),
    lambda text: bars(Delivery(label=text, expected=1, delivered=1, is_over=True), title=text),
    lambda text: a_map(Dot(title=text, href="x/", state="busy", activity=1, benefit=0, text=text)),
    lambda text: a_timeline(Use(first=TODAY, last=TODAY, grade="claimed", is_counted=True, text=text), title=text),
    lambda text: quarter_columns([(text, 1)], chart_id="q", title=text),
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


@pytest.mark.parametrize("years", [0, 1, 9, 70])
def test_a_scale_of_days_marks_no_more_than_eight_years(years: int) -> None:
    scale = DayScale(date(1950, 6, 1), date(1950, 6, 1) + timedelta(days=365 * years + 10), 0, 100)
    assert len(scale.years()) <= 8
    assert all(scale.first <= day <= scale.last for day in scale.years())


def test_a_funnel_is_as_wide_as_its_counts_and_draws_no_bar_where_there_is_none() -> None:
    counts = (40, 20, 1, 0, None)
    stages = [Stage(name=f"s{n}", count=count, text=f"{count} records") for n, count in enumerate(counts)]
    drawing = value_funnel(stages, chart_id="funnel", title="Cycles")
    widths = [float(width) for width in re.findall(r'<rect [^>]*?width="([0-9.]+)"', drawing)]
    assert len(widths) == 3
    assert widths[0] == 2 * widths[1] > widths[2] > 0
    assert [word for word in (">40<", ">20<", ">1<", ">0<", ">?<") if word not in drawing] == []
    assert "s0: 40 records; s1: 20 records" in drawing
