"""Reuse: how much, by whom, who uses whose, when, what is not counted; every figure leads to its records."""

import re
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from tests.insights.catalogs import a_catalog, a_record, an_artifact
from tests.publish.charts.svg_reading import Drawing
from tests.publish.pages.desk import an_organisation
from tests.publish.pages.rendering import a_context, artifact_meta, page, pages, rendered, titles

from outcome_catalog.model.artifact import Mode
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.dates import PartialDate
from outcome_catalog.model.ids import CommunityId, UnitId
from outcome_catalog.model.reuse import UsedBy, UsedIn


def used(*parties: UsedBy, **more: Any) -> Catalog:
    """A desk whose one artifact each of *parties* uses, each use in a place of its own."""
    records = [
        a_record(
            f"desk/2025-01-01-r{n:03}",
            "desk/a",
            used_by=party,
            used_in=UsedIn(title=f"Place {n}"),
            mode=Mode.CITED,
            **more,
        )
        for n, party in enumerate(parties)
    ]
    return a_catalog(an_artifact("desk/a"), *records, organisation=an_organisation())


def outside(*names: str) -> list[UsedBy]:
    return [UsedBy(external=name) for name in names]


def matrix_counts(meta: dict[str, Any]) -> dict[tuple[str, str], int]:
    """The numbers of the matrix by who uses and whose."""
    matrix = meta["overview"]["network"]["matrix"]
    names = titles(matrix["columns"])
    return {
        (row["title"], column): cell["count"]
        for row in matrix["rows"]
        for column, cell in zip(names, row["cells"], strict=True)
        if cell["count"]
    }


def test_who_is_one_party_for_the_catalog_is_one_for_the_artifact() -> None:
    """A community is one party, whichever of its units a record names beside it."""
    field = [UsedBy(community=CommunityId("field"), unit=UnitId(unit)) for unit in ("north", "south")]
    catalog = used(*field, *outside("Works", "works"), UsedBy(unit=UnitId("north")))
    by = "by 3 different parties"
    assert page("reuse/", catalog)["overview"]["parties"] == by
    assert artifact_meta(a_context(catalog), "desk/a")["history"]["parties"] == by
    whole = page("reports/all/", catalog)["report"]["in_one_look"]["facts"][1]["line"]
    assert [span["url"] for span in whole if not isinstance(span, str) and span["text"] == "3 parties"] == ["#parties"]


def test_each_figure_of_the_look_leads_to_its_records() -> None:
    overview = page("reuse/")["overview"]
    html = rendered(page("reuse/"), "reuse/")
    assert overview["records_url"] == "reuse/who-uses-whose/"
    assert '<a href="who-uses-whose/">2 uses are counted</a>' in html
    assert html.count('<td class="oc-right"><a href="who-uses-whose/">1</a></td>') == 2
    assert '<td class="oc-right">0</td><td class="oc-faint">somebody of the reusing side' in html


def test_reuse_is_counted_by_grade_and_pair() -> None:
    meta = page("reuse/")
    overview = meta["overview"]
    assert (overview["counted_text"], overview["parties"]) == ("2 uses are counted", "by 2 different parties")
    assert [(g["grade"], g["count"]) for g in overview["grades"]] == [("verified", 1), ("attested", 0), ("claimed", 1)]
    assert matrix_counts(meta) == {("field", "Desk guild"): 1, ("Harbour Works", "Desk guild"): 1}
    assert [(row["title"], row["kind"]) for row in overview["network"]["matrix"]["rows"]] == [
        ("field", None), ("Harbour Works", "outside"),
    ]  # fmt: skip


def test_a_cell_says_its_pair_and_leads_to_its_records() -> None:
    found = pages(a_context())
    (field, _) = found["reuse/"].meta["overview"]["network"]["matrix"]["rows"]
    (cell,) = field["cells"]
    assert cell["text"] == "field uses the work of Desk guild: 1 use (1 verified)"
    url, _, anchor = cell["url"].partition("#")
    assert url == "reuse/who-uses-whose/"
    (producer,) = found[url].meta["producers"]
    (pair,) = [pair for pair in producer["pairs"] if pair["anchor"] == anchor]
    assert [(use["artifact"]["title"], use["grade"]) for use in pair["uses"]] == [("Greet first", "verified")]
    assert pair["uses"][0]["artifact"]["url"].startswith("desk/greet/#use.")
    assert pair["uses"][0]["source"]["path"] == "communities/field/artifacts/visit.md"
    assert f'id="{anchor}"' in rendered(found[url].meta, url)


def test_spellings_of_one_organisation_are_one_party() -> None:
    catalog = used(*outside("Port Works", "port  works", "PORT WORKS"))
    assert matrix_counts(page("reuse/", catalog)) == {("PORT WORKS", "desk"): 3}


def test_own_work_is_marked_and_not_counted() -> None:
    used_by = UsedBy(unit=UnitId("north"), community=None)
    catalog = used(used_by)
    (row,) = page("reuse/", catalog)["overview"]["network"]["matrix"]["rows"]
    assert (row["title"], row["kind"]) == ("Dairy North", "unit")
    own = a_catalog(
        an_artifact("desk/a"), an_artifact("field/b"),
        a_record("desk/2026-01-01-x", "desk/a", used_by=replace(used_by, community="field")),
        a_record("field/2026-01-01-x", "field/b", used_by=replace(used_by, community="desk")),
        organisation=an_organisation(),
    )  # fmt: skip
    rows = page("reuse/", own)["overview"]["network"]["matrix"]["rows"]
    assert [[cell.get("is_own", False) for cell in row["cells"]] for row in rows] == [[True, False], [False, True]]


def test_what_is_not_counted_is_counted_apart_with_its_records() -> None:
    records = [a_record(f"desk/2026-06-01-{mode}", "desk/a", mode=mode, used_by=UsedBy(external=mode)) for mode in Mode]
    found = pages(a_context(a_catalog(an_artifact("desk/a"), *records, organisation=an_organisation())))
    overview = found["reuse/"].meta["overview"]
    assert (overview["counted"], overview["uncounted_total"]) == (4, 2)
    reasons = {row["word"]: (row["count"], row["url"]) for row in overview["uncounted"] if row["count"]}
    assert reasons == {
        "planned, not yet a use": (1, "reuse/not-counted/#planned"),
        "tried and rejected": (1, "reuse/not-counted/#rejected"),
    }
    listed = {reason["anchor"]: reason["entries"] for reason in found["reuse/not-counted/"].meta["reasons"]}
    assert {anchor: len(entries) for anchor, entries in listed.items()} == {"planned": 1, "rejected": 1}
    assert sum(matrix_counts(dict(found["reuse/"].meta)).values()) == 4


def test_long_lists_of_reuse_go_on_to_further_pages() -> None:
    found = pages(a_context(used(*outside(*(f"Works {n}" for n in range(120))))))
    shown = [found[url].meta for url in ("reuse/", "reuse/page-2/", "reuse/page-3/")]
    assert [len(meta["entries"]) for meta in shown] == [50, 50, 20]
    assert [meta["overview"] is None for meta in shown] == [False, True, True]
    anchors = [entry["anchor"] for meta in shown for entry in meta["entries"]]
    assert len(set(anchors)) == 120


def test_where_there_are_too_many_the_rest_stand_together_and_nothing_is_lost() -> None:
    parties = [f"Works {n:02}" for n in range(70)]
    meta = page("reuse/", used(*outside(*parties, *parties[:50])))
    network = meta["overview"]["network"]
    counts = matrix_counts(meta)
    assert len(counts) == 61
    assert sum(counts.values()) == network["matrix"]["total"] == 120
    assert counts["10 others together", "desk"] == 10
    assert "the 60 with most uses are named" in network["matrix"]["rules"][0]
    drawn = [sum(map(int, found.split())) for found in re.findall(r'data-counts="([\d ]+)"', network["chart_svg"])]
    assert (len(drawn), sum(drawn)) == (29, 120)
    assert "the 28 with most uses are named" in network["rules"][0]
    assert 'href="#matrix" data-party="others:"' in network["chart_svg"]


def test_the_rest_stands_lowest_in_the_picture_whatever_it_uses() -> None:
    """By its neighbour alone, which is reused most, it would stand highest."""
    many = [(f"desk/2025-01-01-r{n:03}", "desk/a", f"Works {n:02}") for n in range(90)]
    twice = [(f"lab/2025-01-01-r{n:03}", "lab/b", f"Yard {n % 28:02}") for n in range(56)]
    records = [
        a_record(name, artifact, used_by=UsedBy(external=party), used_in=UsedIn(title=name))
        for name, artifact, party in (*many, *twice)
    ]
    meta = page("reuse/", a_catalog(an_artifact("desk/a"), an_artifact("lab/b"), *records))
    drawing = Drawing.of(meta["overview"]["network"]["chart_svg"])
    parties = [link for link in drawing.root.iter("a") if "data-party" in link.attrib]
    lowest = max(parties, key=lambda link: float(link.findall("rect")[1].attrib["y"]))
    assert (len(parties), lowest.attrib["data-party"]) == (29, "others:")


def test_the_picture_tells_its_strongest_ties_and_leads_to_the_records_of_each_side() -> None:
    drawing = Drawing.of(page("reuse/")["overview"]["network"]["chart_svg"])
    assert drawing.name == (
        "Who uses whose work 2 connections, the strongest first: "
        "field uses the work of Desk guild: 1 use (1 verified); "
        "Harbour Works uses the work of Desk guild: 1 use (1 claimed)."
    )
    links = {link.attrib["href"]: [part.text for part in link.iter("tspan")] for link in drawing.root.iter("a")}
    assert links == {
        "who-uses-whose/#of.community.desk": ["Desk guild", "2"],
        "#by.community.field": ["1", "field"],
        "#by.external.harbour_works": ["1", "Harbour Works", "outside"],
    }


@pytest.mark.parametrize(("count", "rows"), [(60, 60), (61, 61), (62, 61)])
def test_the_last_one_is_named_rather_than_put_with_nobody(count: int, rows: int) -> None:
    meta = page("reuse/", used(*outside(*(f"Works {n:02}" for n in range(count)))))
    named = matrix_counts(meta)
    assert len(named) == rows
    assert any(" other" in party for party, _ in named) is (count > 61)


def test_long_lists_of_records_go_on_to_further_pages() -> None:
    found = pages(a_context(used(*outside(*(f"Works {n}" for n in range(302))))))
    urls = [url for url in found if url.startswith("reuse/who-uses-whose/")]
    assert urls == ["reuse/who-uses-whose/", "reuse/who-uses-whose/page-2/"]
    listed = [pair for url in urls for producer in found[url].meta["producers"] for pair in producer["pairs"]]
    assert Counter(len(pair["uses"]) for pair in listed) == {1: 302}
    cells = {
        cell["url"] for row in found["reuse/"].meta["overview"]["network"]["matrix"]["rows"] for cell in row["cells"]
    }
    places = {
        f"{url}#{pair['anchor']}"
        for url in urls
        for producer in found[url].meta["producers"]
        for pair in producer["pairs"]
    }
    places |= {f"{urls[0]}#{found[urls[0]].meta['producers'][0]['anchor']}"}
    assert {url.replace("%20", " ") for url in cells} <= places


def test_uses_stand_in_the_quarter_or_the_year_in_which_they_began() -> None:
    quarters = page("reuse/", used(*outside("A", "B"), date=PartialDate.parse("2025-05")))["overview"]["over_time"]
    assert [(row["title"], row["count"]) for row in quarters["rows"]][:2] == [("Q2 2025", 2), ("Q3 2025", 0)]
    assert quarters["rows"][0]["url"] == "reports/2025-Q2/#reuse"
    assert quarters["rough"] is None
    years = page("reuse/", used(*outside("A", "B"), date=PartialDate.parse("2025")))["overview"]["over_time"]
    partly = used(*outside("A", "B", "C"), date=PartialDate.parse("2025-05"))
    (desk,) = partly.communities.values()
    rough = replace(desk.reuse_records[0], date=PartialDate.parse("2025"))
    mixed = replace(partly, communities={desk.id: replace(desk, reuse_records=(rough, *desk.reuse_records[1:]))})
    assert page("reuse/", mixed)["overview"]["over_time"]["title"] == years["title"], (
        "a third is too rough for quarters"
    )
    assert [(row["title"], row["grades"]) for row in years["rows"]] == [("2025", [0, 0, 2]), ("2026", [0, 0, 0])]


def test_where_there_is_no_reuse_the_page_says_how_to_record_it() -> None:
    meta = page("reuse/", a_catalog(an_artifact("desk/a"), organisation=an_organisation()))
    html = rendered(meta, "reuse/")
    assert "No use has been recorded yet" in html
    assert "choose “I used this”" in html
    assert 'href="../contribute/reuse/"' in html
    assert "<table" not in html


def test_what_is_only_planned_draws_nothing_and_is_still_listed() -> None:
    catalog = a_catalog(
        an_artifact("desk/a"),
        a_record("desk/2026-01-01-x", "desk/a", mode=Mode.PLANNED, used_by=UsedBy(external="Port")),
        organisation=an_organisation(),
    )
    meta = page("reuse/", catalog)
    assert (meta["total"], meta["overview"]["network"], meta["overview"]["over_time"]) == (1, None, None)
    assert "reuse-network.js" not in rendered(meta, "reuse/")


HOSTILE = """"><script>alert(1)</script>"""


def test_a_hostile_name_stays_a_name_and_its_place_can_be_reached() -> None:
    found = pages(a_context(used(*outside(HOSTILE, "with  white_space:and%", "ένα"))))
    for url in ("reuse/", "reuse/who-uses-whose/"):
        assert "<script>alert" not in rendered(found[url].meta, url)
    html = rendered(found["reuse/"].meta, "reuse/")
    ids = set(re.findall(r'id="(pair\.[^"]*)"', rendered(found["reuse/who-uses-whose/"].meta, "reuse/who-uses-whose/")))
    assert len(ids) == 3
    assert not [name for name in ids if re.search(r"\s", name)]
    assert html.count(' href="who-uses-whose/#pair.') == 3


@pytest.mark.parametrize(("number", "is_kept"), [(14, False), (15, True)])
def test_the_place_of_a_filter_is_kept_before_its_rows_are_there(number: int, is_kept: bool) -> None:
    """A long page is shown while it comes in: what would be known from its last row only would move its first."""
    found = pages(a_context(used(*outside(*(f"Works {n:02}" for n in range(number))))))
    for url in ("reuse/", "reuse/who-uses-whose/"):
        assert ("oc-scroll--tools" in rendered(found[url].meta, url)) is is_kept, url
