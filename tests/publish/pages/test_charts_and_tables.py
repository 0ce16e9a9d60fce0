"""Each mark of a chart is a row of the table beside it, and each row is a mark: on the demo, page by page."""

import re
from pathlib import Path
from typing import Any

import pytest
from tests.publish.charts.svg_reading import Drawing
from tests.publish.pages.rendering import a_context, artifact_meta, pages, rendered

from outcome_catalog.demo import LAST_DAY
from outcome_catalog.pipeline import load_catalog
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.words import day_text, period_text, words

WORDS = words("en")
HOME = "./"


@pytest.fixture(scope="module")
def demo(demo_repository: Path) -> PublishContext:
    """The demo as on its last day."""
    catalog = load_catalog(demo_repository, as_of=LAST_DAY).catalog
    assert catalog is not None
    return a_context(catalog)


@pytest.fixture(scope="module")
def metas(demo: PublishContext) -> dict[str, Any]:
    """The data of the demo's pages, by address."""
    return {url: output.meta for url, output in pages(demo).items()}


def first_lines(svg: str) -> list[str]:
    """What each mark says first."""
    return [text.splitlines()[0] for text in Drawing.of(svg).tooltips()]


def communities(demo: PublishContext, metas: dict[str, Any]) -> list[dict[str, Any]]:
    return [metas[f"{name}/"] for name in demo.catalog.communities]


def test_an_indicators_marks_are_the_values_of_its_table(demo: PublishContext, metas: dict[str, Any]) -> None:
    seen = projected = 0
    for meta in communities(demo, metas):
        for indicator in (i for outcome in meta["outcomes"] for i in outcome["indicators"]):
            rows = [indicator["baseline"], *indicator["targets"], *indicator["measured"]]
            if indicator["chart"]["projected"] is not None:
                rows.append(indicator["chart"]["projected"])
                projected += 1
            table = sorted(f"{day_text(WORDS, row['day'])}: {row['text']}" for row in rows)
            marks = [text for text in first_lines(indicator["chart_svg"]) if "not measured since" not in text]
            assert sorted(marks) == table
            seen += len(rows)
    assert seen > 40
    assert projected > 3


def test_a_measured_mark_names_its_evidence_and_where_it_is_written(metas: dict[str, Any]) -> None:
    indicator = metas["depot-circle/"]["outcomes"][0]["indicators"][0]
    said = {text.splitlines()[0]: text.splitlines()[1:] for text in Drawing.of(indicator["chart_svg"]).tooltips()}
    for value in indicator["measured"]:
        evidence, place = said[f"{day_text(WORDS, value['day'])}: {value['text']}"]
        named = [item["title"] for item in value["evidence"]]
        assert all(title in evidence for title in named)
        assert named or evidence == "measured, no evidence named"
        assert place.endswith(value["source"]["where"].removeprefix("line "))


def test_bars_are_the_periods_of_their_table(demo: PublishContext, metas: dict[str, Any]) -> None:
    seen = 0
    for meta in communities(demo, metas):
        for output in (o for o in meta["outputs"] if o["bars_svg"]):
            shown = [f"{period_text(WORDS, p['label'])}: {p['count']} " for p in reversed(output["periods"])]
            said = first_lines(output["bars_svg"])
            assert len(said) == len(shown)
            assert all(text.startswith(start) for text, start in zip(said, shown, strict=True))
            owed = [p["expected"] for p in reversed(output["periods"])]
            assert all(
                f"of {n} " in f"{text} " if n else "nothing promised" in text
                for n, text in zip(owed, said, strict=True)
            )
            seen += len(said)
    assert seen > 20


def test_home_s_columns_are_the_rows_of_its_table(metas: dict[str, Any]) -> None:
    quarter = metas[HOME]["quarter"]
    for number, figure in enumerate(quarter["figures"]):
        table = [f"{row['label']}: {row['counts'][number]['count']}" for row in quarter["rows"]]
        said = first_lines(figure["chart_svg"])
        assert [text.partition(",")[0] for text in said] == table
    uses = next(figure for figure in quarter["figures"] if figure["name"] == "uses")
    assert [text.split()[-2] for text in first_lines(uses["chart_svg"])] == [
        str(row["confirmed"]) for row in quarter["rows"]
    ]


def test_the_map_s_dots_are_the_table_s_communities_in_its_order(metas: dict[str, Any]) -> None:
    svg, both = metas[HOME]["map_svg"], metas[HOME]["map_svg"].index("</svg>") + len("</svg>")
    rows = [
        row for state in metas[HOME]["vitality"] if state["state"] in {"productive", "busy", "harvested", "silent"}
        for row in state["communities"]
    ]  # fmt: skip
    for drawing in (svg[:both], svg[both:]):
        said = first_lines(drawing)
        assert [text.partition(":")[0] for text in said] == [row["title"] for row in rows]
        for row, text in zip(rows, said, strict=True):
            counts = [int(number) for number in re.findall(r"\d+", text.partition("(")[2])]
            assert counts == [row["commits"], row["uses"], row["moves"]]


def test_a_timeline_s_lanes_are_the_rows_of_its_table_and_the_events_below_it(demo: PublishContext) -> None:
    seen = 0
    for ref, figure in demo.figures.artifacts.items():
        history = artifact_meta(demo, ref)["history"]
        if history["timeline_svg"] is None:
            continue
        drawing = Drawing.of(history["timeline_svg"])
        told = [e for e in figure.events if e.not_counted is None or e.not_counted.value != "same use"]
        assert len(drawing.marks("oc-use")) == len(told)
        table = [f"{lane['began']}: {lane['party']}" for lane in history["timeline"]["lanes"]]
        marks = [mark.findtext("title", "").splitlines() for mark in drawing.marks("oc-use")]
        assert sorted(lines[0] for lines in marks) == sorted(table)
        assert sorted(lines[1] for lines in marks) == sorted(
            f"{lane['mode']}, {lane['grade']}" for lane in history["timeline"]["lanes"]
        )
        assert len(drawing.marks("oc-uncounted")) == sum(1 for e in told if not e.counted)
        for grade in ("verified", "attested", "claimed"):
            marks = [m for m in drawing.marks(f"oc-{grade}") if "oc-uncounted" not in m.attrib["class"]]
            assert len(marks) == figure.counted_by_grade.get(
                next(g for g in figure.counted_by_grade if g.value == grade), 0
            )
        seen += len(told)
    assert seen > 10


def test_a_funnel_s_bars_are_the_cycles_beside_it(demo: PublishContext, metas: dict[str, Any]) -> None:
    for meta in communities(demo, metas):
        assert first_lines(meta["funnel_svg"]) == [f"{cycle['word']}: {cycle['text']}" for cycle in meta["cycles"]]


def test_the_script_is_loaded_where_a_chart_is_and_nowhere_else(demo: PublishContext, metas: dict[str, Any]) -> None:
    script = "javascripts/catalog-charts.js"
    with_charts = {HOME, "depot-circle/", "communities/"}
    for url in (*with_charts, "kinds/", "objectives/", "audiences/", "attention/"):
        assert (script in rendered(metas[url], url)) is (url in with_charts), url
    lone, reused = (f"depot-circle/{name}" for name in ("review-2025", "walk-round-in-seven-minutes"))
    assert script not in rendered(artifact_meta(demo, lone), f"{lone}/")
    assert script in rendered(artifact_meta(demo, reused), f"{reused}/")


def test_a_description_reads_as_sentences(metas: dict[str, Any]) -> None:
    meta = metas["depot-circle/"]
    name = Drawing.of(meta["outcomes"][0]["indicators"][0]["chart_svg"]).name
    assert name.endswith(".")
    assert "\n" not in name
    assert "{" not in name
