"""Home: the quarter's figures, what is new, used and waiting, and the zeros."""

from dataclasses import replace

import pytest
from tests.insights.catalogs import (
    Git,
    a_catalog,
    a_charter,
    a_person,
    a_record,
    an_artifact,
    artifact_path,
    based_on,
    day,
    used_since,
)
from tests.publish.pages.desk import an_organisation, desk_catalog
from tests.publish.pages.rendering import a_context, page, pages, rendered, titles

from outcome_catalog.model.artifact import ArtifactStatus, Mode
from outcome_catalog.model.organisation import Settings
from outcome_catalog.model.reuse import UsedBy
from outcome_catalog.publish.pages.first_steps import first_steps


def test_home_counts_the_running_quarter_and_the_one_before() -> None:
    meta = page("./")
    outputs, uses, moves = meta["quarter"]["figures"]
    assert meta["quarter"]["label"] == "2026-Q2"
    assert (outputs["count"], outputs["text"], outputs["url"]) == (1, "artifact came in", "reports/2026-Q2/#artifacts")
    assert (uses["count"], uses["text"], uses["before"]) == (1, "use began, 0 confirmed", "0 in Q1 2026")
    assert "Q3 2025: 1, 1 confirmed; Q4 2025: 0, 0 confirmed;" in uses["chart_svg"]
    assert "confirmed" not in outputs["chart_svg"] + outputs["text"]
    assert (moves["count"], moves["url"]) == (1, "reports/2026-Q2/#indicators")


def test_home_lists_what_is_new_used_and_waiting() -> None:
    meta = page("./")
    assert titles(meta["newest"]["rows"]) == ["New sheet", "Visit plan", "Idle sheet", "Greet first"]
    assert titles(meta["most_reused"]["rows"]) == ["Greet first"]
    assert titles(meta["waiting"]["rows"]) == ["Visit plan", "Idle sheet"]
    assert [entry["grade"] for entry in meta["newest_reuse"]["entries"]] == ["claimed", "verified"]
    assert meta["newest_reuse"]["more"]["title"] == "All 2 uses, 1 confirmed"


def test_the_newest_are_of_those_published_which_the_link_says() -> None:
    catalog = a_catalog(*(an_artifact(f"desk/a{n}", date=day("2026-01-01")) for n in range(9)))
    more = page("./", catalog)["newest"]["more"]
    assert (more["title"], more["url"]) == ("All 9 published, in search", "search/?status=published&sort=newest")


def test_on_its_last_day_a_quarter_is_not_over_as_its_report_says() -> None:
    catalog = replace(desk_catalog(), as_of=day("2026-06-30"))
    assert page("./", catalog)["quarter"]["heading"] == "This quarter so far"
    assert "Not over yet" in rendered(page("reports/2026-Q2/", catalog), "reports/2026-Q2/")


def test_home_says_zero_where_there_is_nothing() -> None:
    meta = page("./", a_catalog(an_artifact("desk/a", date=day("2019-06-01")), organisation=an_organisation()))
    outputs, uses, moves = meta["quarter"]["figures"]
    assert [(figure["count"], figure["text"]) for figure in (outputs, uses, moves)] == [
        (0, "artifacts came in"),
        (0, "uses began"),
        (0, "indicators moved the right way"),
    ]
    assert {figure["before"] for figure in (uses, moves)} == {"none in any of the last 8 quarters"}
    assert {figure["chart_svg"] for figure in (uses, moves)} == {""}, "a chart of nothing but zeros says nothing"
    html = rendered(meta, "./")
    assert "No use has been recorded yet." in html
    assert 'id="most-reused"' not in html, "where nothing was used, one sentence says so"


def test_home_says_what_the_catalog_is_before_what_the_organisation_is() -> None:
    told = rendered(page("./", a_catalog(organisation=replace(an_organisation(), summary="Trams of a town."))), "./")
    told = told.partition("<h1>")[2]
    places = [told.find(text) for text in ("What our communities produce, who reuses it", "Trams of a town.", "<form")]
    assert -1 not in places
    assert places == sorted(places)


def test_who_is_not_on_the_map_is_named_while_they_are_few() -> None:
    def off_map(number: int) -> str:
        catalog = a_catalog(*(an_artifact(f"c{n}/a", date=day("2026-06-01")) for n in range(number)))
        return (
            rendered(page("communities/", catalog), "communities/").partition("Not on the map")[2].partition("</p>")[0]
        )

    assert '<a href="../c5/">' in off_map(6)
    assert "<a" not in off_map(7)
    assert ": 7 (" in off_map(7)


def test_numbers_of_the_tables_below_pictures_lead_to_what_they_were_counted_from() -> None:
    html = rendered(page("./"), "./")
    assert '<a href="reports/2025-Q1/#artifacts">2</a>' in html
    assert '<a href="desk/#vitality">1</a>' in html


def test_the_words_of_the_map_are_explained_below_it() -> None:
    note = rendered(page("./"), "./").partition('class="oc-figure__note"')[2].partition("</p>")[0]
    words = {"Productive": "with a tangible benefit", "Starting": "too young"}
    assert {word: text in note for word, text in words.items()} == {"Productive": True, "Starting": False}


def test_a_catalog_without_anything_published_says_what_to_do_next() -> None:
    draft = an_artifact("desk/a", date=day("2026-06-01"), status=ArtifactStatus.DRAFT)
    meta = page("./", a_catalog(draft, organisation=an_organisation()))
    steps = {step["title"]: [target["title"] for target in step["links"]] for step in meta["first_steps"]}
    assert list(steps) == ["Say what is expected", "Publish the first artifact", "Record the first use"]
    assert steps["Publish the first artifact"][0] == "Finish the draft: a"
    html = rendered(meta, "./")
    assert "what to do next" in html
    assert "artifacts came in" not in html, "figures of nothing are left out"
    assert "<svg" not in html.partition("</header>")[2]


def test_the_first_steps_lead_to_a_prefilled_file_for_what_is_promised() -> None:
    catalog = desk_catalog()
    drafts = [replace(artifact, status=ArtifactStatus.DRAFT) for artifact in catalog.artifacts.values()]
    shown = replace(catalog, artifacts={artifact.ref: artifact for artifact in drafts})
    links = [target["url"] for step in first_steps(a_context(shown)) for target in step["links"]]
    assert any("/new/main/communities/desk/artifacts?filename=" in url for url in links)
    assert any(url.endswith("/edit/main/communities/desk/charter.yml") for url in links)


def test_once_something_is_published_there_are_no_first_steps() -> None:
    assert page("./")["first_steps"] == []


@pytest.mark.parametrize(
    ("dates", "why"),
    [
        ((), "Nothing waits, because nothing has been published yet."),
        (("2026-06-20",), "The one published artifact is too young to judge."),
        (("2026-06-20", "2026-06-21"), "All 2 published artifacts are too young to judge."),
    ],
)
def test_that_nothing_waits_has_a_reason(dates: tuple[str, ...], why: str) -> None:
    artifacts = [an_artifact(f"desk/{name}", date=day(date)) for name, date in zip("ab", dates, strict=False)]
    meta = page("./", a_catalog(*artifacts, organisation=an_organisation()))
    assert meta["none_waiting"] == why


def test_home_counts_what_there_is_and_says_which_are_drafts() -> None:
    shown = [
        an_artifact("desk/a", date=day("2025-06-01")),
        an_artifact("desk/b", date=day("2025-06-01"), status=ArtifactStatus.DRAFT),
    ]
    meta = page("./", a_catalog(*shown, organisation=an_organisation()))
    assert titles(meta["counts"])[1:] == ["1 artifact offered and 1 draft", "2 objectives"]


def test_uses_of_one_artifact_recorded_on_one_day_stand_on_one_line() -> None:
    artifact = an_artifact("desk/a", date=day("2025-06-01"))
    uses = [
        a_record(f"desk/2026-06-01-{name}", "desk/a", date=used_since("2026-06-01"), used_by=UsedBy(external=name))
        for name in ("one", "two", "three")
    ]
    newest = page("./", a_catalog(artifact, *uses, organisation=an_organisation()))["newest_reuse"]
    assert [(entry["artifact"]["title"], entry["others"]) for entry in newest["entries"]] == [
        ("a", "and 2 more that day")
    ]
    assert newest["total"] == 3


def test_a_plan_is_no_use() -> None:
    artifact = an_artifact("desk/a", date=day("2025-06-01"))
    plan, use = (
        a_record(
            f"desk/2026-06-01-{mode}",
            "desk/a",
            mode=mode,
            date=used_since("2026-06-01"),
            used_by=UsedBy(external=mode),
        )
        for mode in (Mode.PLANNED, Mode.AS_IS)
    )
    meta = page("./", a_catalog(artifact, plan, use, organisation=an_organisation()))
    assert meta["quarter"]["figures"][1]["count"] == 1
    assert titles([entry["artifact"] for entry in meta["newest_reuse"]["entries"]]) == ["a"]


def test_the_communities_stand_by_confirmed_uses_then_by_what_they_offer_then_by_title() -> None:
    """Neither a claim nor a draft brings one further up."""
    git, plan = Git(), artifact_path("b/plan")
    git.commit("writer", "2025-02-01", artifact_path("d/sheet"))
    git.commit("reader", "2025-08-01", plan, brings=[(plan, "d/sheet")])
    parts = (
        an_artifact("a/sheet"), a_record("a/2026-05-01-claim", "a/sheet"),
        an_artifact("b/plan", based_on=(based_on("d/sheet"),)),
        *(an_artifact(f"b/{name}", status=ArtifactStatus.DRAFT) for name in ("draft", "other-draft")),
        an_artifact("c/one"), an_artifact("c/two"),
        an_artifact("d/sheet"),
        a_person("writer"), a_person("reader"),
    )  # fmt: skip
    charters = {name: a_charter(name, title=title) for name, title in {"a": "Yard", "b": "Attic", "d": "Zoo"}.items()}
    rows = page("./", a_catalog(*parts, charters=charters, history=git.history))["communities"]["rows"]
    assert titles(rows) == ["Zoo", "c", "Attic", "Yard"]


def test_a_draft_is_no_output() -> None:
    catalog = a_catalog(
        an_artifact("desk/a", date=day("2026-06-01"), status=ArtifactStatus.DRAFT), organisation=an_organisation()
    )
    assert page("./", catalog)["quarter"]["figures"][0]["count"] == 0


def test_the_quarter_before_is_counted_as_its_own_report_counts_it() -> None:
    """Where the reporting year begins in April, the running quarter is its first."""
    settings = Settings(reporting_year_starts="04-01")
    catalog = desk_catalog(organisation=an_organisation(settings=settings))
    found = pages(a_context(catalog))
    quarter = found["./"].meta["quarter"]
    assert quarter["label"] == "2026/27-Q1"
    assert quarter["url"] == "reports/2026-2027-Q1/"
    assert found[quarter["url"]].meta["title"] == "Report on Q1 2026/27"
