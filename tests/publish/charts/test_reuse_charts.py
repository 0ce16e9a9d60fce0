"""Flows between those who make and those who use, and uses over time: true to their counts, the same everywhere."""

import re
import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.publish.charts.svg_reading import Drawing

from outcome_catalog.publish.charts.flow_layout import flow_layout
from outcome_catalog.publish.charts.grade_bar import grade_bar
from outcome_catalog.publish.charts.grade_columns import GradeColumn, grade_columns
from outcome_catalog.publish.charts.reuse_flow import Flow, FlowNode, reuse_flow

USES = {("a", "x"): 6, ("a", "y"): 1, ("b", "y"): 3, ("c", "x"): 2}
HOSTILE = '</title></svg><script>alert(1)</script>" onload="alert(1)'


def a_node(key: str, *counts: int, title: str = "", is_rest: bool = False) -> FlowNode:
    title = title or f"Title of {key}"
    return FlowNode(key=key, title=title, remark="unit", href=f"#{key}", counts=counts, text=title, is_rest=is_rest)


def a_drawing(title: str = "Who uses whose") -> str:
    flows = [
        Flow(producer="a", party="x", counts=(2, 0, 4), href="r#a.x", text=title),
        Flow(producer="b", party="x", counts=(0, 3, 0), href="r#b.x", text="b by x"),
    ]
    producers = [a_node("a", 2, 0, 4, title=title), a_node("b", 0, 3, 0)]
    return reuse_flow(producers, [a_node("x", 2, 3, 4)], flows, chart_id="f", title=title, description="Two.")


@pytest.mark.parametrize("letter", ["W", "\u8a9e", "\U0001f469"])
def test_a_long_name_in_any_script_leaves_room_for_the_bands(letter: str) -> None:
    title = letter * 90
    sides = [a_node("a", 2, 0, 4, title=title)], [a_node("x", 2, 0, 4, title=title)]
    flow = Flow(producer="a", party="x", counts=(2, 0, 4), href="r", text="t")
    drawing = Drawing.of(reuse_flow(*sides, [flow], chart_id="f", title="T", description=""))
    width, half = float(drawing.root.attrib["width"]), {"W": 5.5}.get(letter, 12.0)
    left, right = drawing.marks("oc-label")
    for label, room in ((left, float(left.attrib["x"])), (right, width - float(right.attrib["x"]))):
        said = "".join(label.itertext())
        assert letter in said
        assert "\u2026" in said
        assert said.count(letter) * half <= room


def test_a_band_is_as_wide_as_its_uses_and_a_bar_as_high_as_its_bands() -> None:
    layout = flow_layout(["a", "b", "c"], ["x", "y"], USES)
    per_use = layout.bands["a", "x"].width / 6
    assert {ends: band.width / per_use for ends, band in layout.bands.items()} == pytest.approx(USES)
    assert layout.left["a"].height == pytest.approx(7 * per_use)
    assert layout.right["y"].height == pytest.approx(4 * per_use)


counts = st.dictionaries(
    st.tuples(st.sampled_from("abcdefg"), st.sampled_from("tuvwxyz")), st.integers(1, 90), min_size=1
)


@given(counts)
def test_rows_never_lie_on_each_other_and_all_lies_within_the_drawing(uses: dict[tuple[str, str], int]) -> None:
    left, right = ([*dict.fromkeys(ends[at] for ends in sorted(uses))] for at in (0, 1))
    layout = flow_layout(left, right, uses)
    for side, at in ((layout.left, 0), (layout.right, 1)):
        places = sorted(side.values(), key=lambda place: place.top)
        for upper, lower in pairwise(places):
            assert lower.middle - upper.middle >= 15.9, "names lie on each other"
            assert upper.top + upper.height < lower.top
        assert places[0].top >= 0
        assert places[-1].top + places[-1].height <= layout.height
        for key, place in side.items():
            bands = sorted((b.right if at else b.left, b.width) for ends, b in layout.bands.items() if ends[at] == key)
            assert bands[0][0] == pytest.approx(place.top)
            assert sum(width for _, width in bands) == pytest.approx(place.height)


def test_bands_cross_as_little_as_they_can_and_the_rest_stays_below() -> None:
    uses = {("a", "x"): 1, ("b", "y"): 1, ("c", "z"): 1}
    layout = flow_layout(["a", "b", "c"], ["z", "y", "x"], uses)
    tops = [[side[key].top for key in keys] for side, keys in ((layout.left, "abc"), (layout.right, "xyz"))]
    assert tops == [sorted(tops[0]), sorted(tops[1])] or tops == [sorted(side, reverse=True) for side in tops]
    fixed = flow_layout(["a", "b", "c"], ["z", "y", "x"], uses, {"x"})
    assert list(fixed.right)[-1] == "x"


def test_stripes_show_the_grades_so_that_no_claim_looks_proven() -> None:
    drawing = Drawing.of(a_drawing())
    bands = drawing.marks("oc-band")
    assert [[path.attrib["class"] for path in band.findall("path")] for band in bands] == [
        ["oc-stripe--verified", "oc-stripe--claimed"],
        ["oc-stripe--attested"],
    ]
    widths = [[_width(path.attrib["d"]) for path in band.findall("path")] for band in bands]
    assert widths[0][1] == pytest.approx(2 * widths[0][0], abs=0.2)
    assert widths[1][0] == pytest.approx(1.5 * widths[0][0], abs=0.2)
    assert [band.attrib["data-counts"] for band in bands] == ["2 0 4", "0 3 0"]
    assert drawing.root.get("role") == "group"
    assert sorted(link.attrib["href"] for link in drawing.root.iter("a")) == ["#a", "#b", "#x"]


def _width(outline: str) -> float:
    """How wide a stripe is where it begins: from its first point to its last."""
    points = re.findall(r"([\d.]+) ([\d.]+)(?=Z|C)", outline)
    return float(points[-1][1]) - float(points[0][1])


def test_the_rest_is_drawn_last() -> None:
    flows = [Flow(producer="a", party=key, counts=(0, 0, 1), href="#", text=key) for key in ("others:", "x", "y")]
    parties = [a_node("others:", 0, 0, 1, is_rest=True), a_node("x", 0, 0, 1), a_node("y", 0, 0, 1)]
    text = reuse_flow([a_node("a", 0, 0, 3)], parties, flows, chart_id="f", title="t", description="d")
    keys = [link.get("data-party") for link in Drawing.of(text).root.iter("a") if link.get("data-party")]
    assert keys[-1] == "others:"


def test_the_same_data_gives_the_same_picture_whatever_the_order_of_hashes() -> None:
    code = "from tests.publish.charts.test_reuse_charts import a_drawing; print(a_drawing())"
    drawn = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(drawn) == 1


def test_columns_are_as_high_as_their_uses_and_lead_to_their_reports() -> None:
    columns = [
        GradeColumn(label="2025", counts=(2, 0, 2), href="r/2025/", text="2025: 4 uses"),
        GradeColumn(label="2026", counts=(0, 1, 0), href="r/2026/", text="2026: 1 use"),
    ]
    drawing = Drawing.of(grade_columns(columns, chart_id="c", title="Uses", description="2025: 4 uses; 2026: 1 use"))
    heights = [float(bar.attrib["height"]) for bar in drawing.marks("oc-bar")]
    assert heights == pytest.approx([65, 65, 32.5], abs=0.1)
    assert [link.attrib["href"] for link in drawing.root.iter("a")] == ["r/2025/", "r/2026/"]
    assert drawing.tooltips() == ["2025: 4 uses", "2026: 1 use"]
    assert drawing.name == "Uses 2025: 4 uses; 2026: 1 use"


def test_a_bar_beside_a_number_has_a_part_for_each_grade_and_says_nothing_twice() -> None:
    bar = Drawing.of(grade_bar((1, 0, 3)))
    assert [(part.attrib["class"], part.attrib["width"]) for part in bar.root] == [
        ("oc-bar--verified", "1"), ("oc-bar--claimed", "3"),
    ]  # fmt: skip
    assert bar.root.get("aria-hidden") == "true"


def test_hostile_names_stay_names() -> None:
    svg = a_drawing(HOSTILE)
    assert "<script" not in svg
    assert {e.tag for e in Drawing.of(svg).root.iter()} <= {
        "svg",
        "title",
        "desc",
        "g",
        "a",
        "rect",
        "path",
        "text",
        "tspan",
    }
    assert not [name for e in Drawing.of(svg).root.iter() for name in e.attrib if name.startswith("on")]
