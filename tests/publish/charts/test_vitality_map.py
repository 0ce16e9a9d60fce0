"""The vitality map: dots where their counts are, names on nothing else, links in the order of the table."""

from collections.abc import Sequence

import pytest
from tests.publish.charts.svg_reading import Drawing, overlaps

from outcome_catalog.publish.charts.vitality_map import NARROW, WIDE, Dot, vitality_map
from outcome_catalog.publish.words import words

WORDS = words("en")
WIDTHS = pytest.mark.parametrize("width", [NARROW, WIDE])


def a_dot(title: str, activity: int, benefit: int, then: tuple[int, int] | None = None) -> Dot:
    state = ("productive" if benefit else "busy") if activity else ("harvested" if benefit else "silent")
    text = f"{title}: {state}"
    return Dot(title=title, href=f"../{title}/", state=state, activity=activity, benefit=benefit, text=text, then=then)


def a_map(*dots: Dot, width: int = NARROW) -> Drawing:
    text = "; ".join(dot.text for dot in dots)
    return Drawing.of(vitality_map(dots, chart_id="map", description=text, words=WORDS, width=width))


def places(drawing: Drawing) -> dict[str, tuple[float, float]]:
    """Where each community's dot lies, by its title, in the order of the links."""
    found = {}
    for link in drawing.root.iter("a"):
        (dot,) = (mark for mark in link.iter("circle") if mark.attrib["class"] == "oc-community")
        found[link.findtext("title", "").partition(":")[0]] = (float(dot.attrib["cx"]), float(dot.attrib["cy"]))
    return found


MIXED = (
    a_dot("working", 5, 2), a_dot("talking", 9, 0), a_dot("resting", 0, 3), a_dot("sleeping", 0, 0),
    a_dot("snoring", 0, 0), a_dot("busier", 7, 2),
)  # fmt: skip


@WIDTHS
def test_the_map_counts_its_fields_and_links_every_community_in_their_order(width: int) -> None:
    drawing = a_map(*MIXED, width=width)
    assert sorted(drawing.texts("oc-strong")) == ["Busy: 1", "Harvested: 1", "Productive: 2", "Silent: 2"]
    assert list(places(drawing)) == ["busier", "working", "talking", "resting", "sleeping", "snoring"]
    assert drawing.root.get("role") == "group", "links inside a picture could not be reached"
    assert set(drawing.texts("oc-small")) == set(places(drawing)), "each has its name"


def test_activity_lies_right_and_benefit_lies_up_as_the_scales_say() -> None:
    drawing = a_map(*(a_dot(f"c{n}", n, n) for n in (1, 5, 50)), a_dot("silent", 0, 0))
    at = places(drawing)
    assert at["silent"][0] < at["c1"][0] < at["c5"][0] < at["c50"][0]
    assert at["silent"][1] > at["c1"][1] > at["c5"][1] > at["c50"][1]
    marks = {t.text: t.attrib for t in drawing.root.iter("text") if t.get("text-anchor") == "middle"}
    assert {n: float(marks[n]["x"]) for n in ("1", "5", "50")} == {n: at[f"c{n}"][0] for n in ("1", "5", "50")}
    levels = {t.text: float(t.attrib["y"]) - 4 for t in drawing.root.iter("text") if t.get("x") == "28"}
    assert {n: levels[n] for n in ("1", "5", "50")} == {n: at[f"c{n}"][1] for n in ("1", "5", "50")}


@pytest.mark.parametrize("count", [2, 9, 60, 100])
def test_communities_of_the_same_counts_do_not_hide_each_other(count: int) -> None:
    found = list(places(a_map(*(a_dot(f"c{n:03}", 0, 0) for n in range(count)))).values())
    assert len(set(found)) == count
    assert all(abs(a[0] - b[0]) + abs(a[1] - b[1]) > 10 for n, a in enumerate(found) for b in found[n + 1 :])


def test_a_full_map_still_draws_everybody() -> None:
    assert len(a_map(*(a_dot(f"c{n}", 1, 0) for n in range(3000))).marks("oc-community")) == 3000


CROWDS: dict[str, Sequence[Dot]] = {
    "seventy": [a_dot(f"Special interest group {n}", n * 7 % 11, n * 5 % 4) for n in range(70)],
    "alike": [a_dot(f"A community of some kind, number {n}", 3, 2) for n in range(7)],
    "silent": [a_dot(f"Working group {n}", 0, 0) for n in range(40)],
    "huge": [a_dot("Enormous community with a name that goes on and on and on", 10**6, 10**5), a_dot("b", 1, 1)],
    "long": [a_dot("word" * 40, n, n) for n in range(4)],
}


@WIDTHS
@pytest.mark.parametrize("name", CROWDS)
def test_no_name_lies_on_another_or_on_a_dot(name: str, width: int) -> None:
    drawing = a_map(*CROWDS[name], width=width)
    assert overlaps(drawing) == []
    dots = list(places(drawing).values())
    for text in drawing.marks("oc-small"):
        x, y, size = float(text.attrib["x"]), float(text.attrib["y"]), len(text.text or "") * 5.5
        left = x - {"start": 0.0, "middle": size / 2, "end": size}[text.attrib["text-anchor"]]
        assert not [d for d in dots if left < d[0] < left + size and y - 8 < d[1] < y]
        assert left >= 0
        assert left + size <= width


def test_a_name_whose_line_is_taken_stands_above_or_below_its_dot() -> None:
    drawing = a_map(a_dot("A rather long name", 5, 0), a_dot("Another long name", 1, 0))
    assert sorted(drawing.texts("oc-small")) == ["A rather long name", "Another long name"]
    assert overlaps(drawing) == []


def test_a_name_is_never_cut_to_what_nobody_knows() -> None:
    for name, width in (("seventy", NARROW), ("long", NARROW), ("huge", NARROW)):
        cut = [text for text in a_map(*CROWDS[name], width=width).texts("oc-small") if text.endswith("…")]
        assert all(len(text) >= 10 for text in cut)


def test_the_line_from_a_year_ago_belongs_to_its_dot_and_is_not_drawn_where_nothing_moved() -> None:
    moved, stayed = a_dot("moved", 5, 2, (1, 0)), a_dot("stayed", 5, 1, (5, 1))
    links = {link.findtext("title", "").partition(":")[0]: link for link in a_map(moved, stayed).root.iter("a")}
    assert len(links["moved"].findall("line")) == 1
    assert links["stayed"].findall("line") == []


def test_the_line_from_a_year_ago_begins_where_a_community_of_those_counts_lies() -> None:
    drawing = a_map(a_dot("moved", 9, 4, (2, 1)), a_dot("there", 2, 1))
    (trail,) = (mark for mark in drawing.marks("oc-trail") if mark.tag == "line")
    assert (float(trail.attrib["x1"]), float(trail.attrib["y1"])) == places(drawing)["there"]


@WIDTHS
def test_a_year_ago_is_on_the_map_too_where_there_was_more_then(width: int) -> None:
    drawing = a_map(a_dot("fell", 2, 1, (90, 40)), a_dot("quiet", 1, 0), width=width)
    line, circle = drawing.marks("oc-trail")
    at = {name: float(value) for name, value in (line.attrib | circle.attrib).items() if name != "class"}
    assert (at["x1"], at["y1"]) == (at["cx"], at["cy"])
    assert (at["x2"], at["y2"]) == places(drawing)["fell"]
    (field,) = (rect.attrib for rect in drawing.marks("oc-productive") if rect.tag == "rect")
    assert float(field["x"]) < at["cx"] < float(field["x"]) + float(field["width"])
    assert float(field["y"]) < at["cy"] < float(field["y"]) + float(field["height"])
