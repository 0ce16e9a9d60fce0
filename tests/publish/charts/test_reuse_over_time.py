"""An artifact's reuse over time: a lane for each use, columns for many, each mark what it stands for."""

from datetime import date
from typing import Any

import pytest
from tests.publish.charts.svg_reading import Drawing, overlaps

from outcome_catalog.publish.charts.reuse_columns import SEGMENTS, Column, columns_drawing, reuse_columns
from outcome_catalog.publish.charts.reuse_timeline import Use, reuse_timeline
from outcome_catalog.publish.words import words

WORDS = words("en")
TODAY = date(2026, 6, 30)


def a_use(first: str, grade: str = "claimed", *, last: str | None = None, ended: str | None = None, **more: Any) -> Use:
    given: dict[str, Any] = {
        "is_counted": True,
        "name": "Harbour",
        "label": f"Harbour, {grade}",
        "text": f"{first}: Harbour\n{grade}",
    }
    return Use(
        first=date.fromisoformat(first),
        last=date.fromisoformat(last or first),
        ended=None if ended is None else date.fromisoformat(ended),
        grade=grade,
        **(given | more),
    )


def a_timeline(*uses: Use) -> Drawing:
    return Drawing.of(
        reuse_timeline(uses, begin=date(2024, 1, 1), end=TODAY, chart_id="reuse", title="Reuse", words=WORDS)
    )


def columns(*uses: Use) -> list[Column]:
    return reuse_columns(uses, WORDS)


def drawn(*uses: Use) -> Drawing:
    return Drawing.of(columns_drawing(columns(*uses), chart_id="reuse", title="Reuse", words=WORDS))


def test_grades_are_told_apart_by_shape_and_by_word() -> None:
    drawing = a_timeline(a_use("2024-05-01"), a_use("2025-05-01", "attested"), a_use("2026-05-01", "verified"))
    assert [len(use.findall("path")) for use in drawing.marks("oc-use")] == [0, 1, 1]
    half, full = (mark.attrib["d"] for mark in drawing.marks("oc-inner"))
    assert len(half) < len(full)
    assert drawing.texts("oc-small") == ["Harbour, claimed", "Harbour, attested", "Harbour, verified"]
    assert "2026-05-01: Harbour, verified" in drawing.name


def test_what_begins_on_the_last_day_runs_on_nowhere_yet() -> None:
    begun, begins = a_timeline(a_use("2026-06-01", runs_on=True), a_use(str(TODAY), runs_on=True)).marks("oc-use")
    assert [len(use.findall("line")) for use in (begun, begins)] == [1, 0]


def test_uses_of_many_years_are_columns_that_can_be_seen() -> None:
    drawing = drawn(a_use("1900-05-01"), a_use("2026-05-01"))
    bars = drawing.marks("oc-segment")
    assert [float(bar.attrib["width"]) > 0.5 for bar in bars] == [True, True]
    assert len(drawing.marks("oc-period")) == 127


def test_what_is_not_counted_is_crossed_out() -> None:
    drawing = a_timeline(a_use("2024-05-01", is_counted=False), a_use("2025-05-01"))
    assert len(drawing.marks("oc-crossed")) == len(drawing.marks("oc-uncounted")) == 1


def test_a_use_known_only_by_its_year_is_drawn_as_long_as_it() -> None:
    drawing = a_timeline(a_use("2024-01-01", last="2024-12-31"), a_use("2026-01-01"))
    (about,) = drawing.marks("oc-about")
    year = float(about.attrib["width"]) / (348 - 8 - 12) * (TODAY - date(2024, 1, 1)).days
    assert year == pytest.approx(365, abs=2)


def test_an_end_is_a_line_with_an_end_and_none_recorded_is_a_dotted_one_to_today() -> None:
    ended, running, once = a_timeline(
        a_use("2024-05-01", ended="2025-05-01"), a_use("2025-06-01", runs_on=True), a_use("2026-05-01")
    ).marks("oc-use")
    assert [len(use.findall("line")) for use in (ended, running, once)] == [2, 1, 0]
    assert "oc-runs-on" in running.findall("line")[0].attrib["class"]
    assert "oc-runs-on" not in ended.findall("line")[0].attrib["class"]
    assert float(ended.findall("line")[0].attrib["x2"]) < float(running.findall("line")[0].attrib["x2"])


@pytest.mark.parametrize(
    "uses",
    [
        [a_use("2025-05-01") for _ in range(14)],
        [a_use("2024-01-01", label="A very long name of an organisation " * 3), a_use("2026-06-30", "verified")],
        [a_use("2024-01-01"), a_use("2027-03-01", is_counted=False, last="2027-03-31")],
        [a_use("1999-01-01"), a_use("2000-01-01", label="ü" * 90, name="ü" * 80)],
    ],
)
def test_every_use_has_a_lane_of_its_own_and_its_words_lie_on_no_others(uses: list[Use]) -> None:
    drawing = a_timeline(*uses)
    assert len({mark.attrib["cy"] for mark in drawing.marks("oc-outer")}) == len(uses)
    assert sorted(drawing.tooltips()[2:]) == sorted(use.text for use in uses)
    assert overlaps(drawing) == []
    for text in drawing.root.iter("text"):
        x, width = float(text.attrib["x"]), len(text.text or "") * 5.5
        left = x - {"start": 0.0, "middle": width / 2, "end": width}[text.get("text-anchor", "start")]
        assert left > -1
        assert left + width < 357


def test_a_name_is_said_without_its_grade_rather_than_cut() -> None:
    name = "The harbour's workshop for engines"
    whole = a_timeline(a_use("2024-09-01", name=name, label=f"{name}, and it is claimed"))
    assert whole.texts("oc-small") == [name]
    long = a_timeline(a_use("2025-04-01", name="x" * 90, label="x" * 99))
    assert long.texts("oc-small")[0].endswith("…")


def test_columns_hold_every_use_once_by_its_grade() -> None:
    uses = [a_use(f"2025-{n % 12 + 1:02d}-01", SEGMENTS[n % 3], is_counted=n % 7 != 0) for n in range(200)]
    found = columns(*uses)
    assert sum(column.total for column in found) == 200
    totals = {grade: sum(column.counts[grade] for column in found) for grade in SEGMENTS}
    assert totals["uncounted"] == 29
    assert totals["verified"] == sum(1 for use in uses if use.grade == "verified" and use.is_counted)


@pytest.mark.parametrize(
    ("uses", "labels"),
    [
        ([a_use("2025-11-05"), a_use("2026-01-01")], ["2025-11", "2025-12", "2026-01"]),
        ([a_use("2024-01-05"), a_use("2026-04-01")], [f"{2024 + n // 4}-Q{n % 4 + 1}" for n in range(10)]),
        ([a_use("2016-01-05"), a_use("2018-04-01"), a_use("2026-01-01")], [str(n) for n in range(2016, 2027)]),
        ([a_use("2025-01-01", last="2025-12-31"), a_use("2025-03-01")], ["2025"]),
        ([a_use("2025-01-01", last="2025-01-31"), a_use("2025-02-01")], ["2025-01", "2025-02"]),
    ],
)
def test_a_column_is_as_short_as_every_day_is_known_and_there_is_room(uses: list[Use], labels: list[str]) -> None:
    assert [column.label for column in columns(*uses)] == labels


def test_segments_are_as_tall_as_their_counts_and_say_them() -> None:
    drawing = drawn(*[a_use("2025-01-01", "verified")] * 30, *[a_use("2025-02-02")] * 10)
    tall = {mark.attrib["class"]: float(mark.attrib["height"]) for mark in drawing.marks("oc-segment")}
    assert tall["oc-segment oc-verified"] == pytest.approx(3 * tall["oc-segment oc-claimed"], abs=0.2)
    assert drawing.tooltips() == ["Jan 2025: 30 verified", "Feb 2025: 10 claimed"]
    assert drawing.texts("oc-small") == ["30 verified", "10 claimed"]
    assert overlaps(drawing) == []


def test_a_period_without_a_use_says_none() -> None:
    assert drawn(a_use("2025-01-01"), a_use("2025-03-01")).tooltips()[1] == "Feb 2025: none"
