"""Home: the quarter's figures, what is new, used and waiting, and the zeros."""

from tests.insights.catalogs import a_catalog, a_record, an_artifact, day, used_since
from tests.publish.pages.desk import an_organisation, desk_catalog
from tests.publish.pages.rendering import a_context, page, pages, rendered, titles

from outcome_catalog.model.artifact import ArtifactStatus, Mode
from outcome_catalog.model.organisation import Settings
from outcome_catalog.model.reuse import UsedBy


def test_home_counts_the_running_quarter_and_the_one_before() -> None:
    meta = page("./")
    outputs, uses, moves = meta["quarter"]["figures"]
    assert meta["quarter"]["label"] == "2026-Q2"
    assert (outputs["count"], outputs["text"], outputs["url"]) == (1, "artifact came in", "reports/2026-Q2/#artifacts")
    assert (uses["count"], uses["text"], uses["before"]) == (1, "use began, 0 confirmed", "0 in 2026-Q1, 0 confirmed")
    assert "2025-Q3: 1, 1 confirmed; 2025-Q4: 0, 0 confirmed;" in uses["chart_svg"]
    assert "confirmed" not in outputs["chart_svg"] + outputs["text"]
    assert (moves["count"], moves["url"]) == (1, "reports/2026-Q2/#indicators")


def test_home_lists_what_is_new_used_and_waiting() -> None:
    meta = page("./")
    assert titles(meta["newest"]["rows"]) == ["New sheet", "Visit plan", "Idle sheet", "Greet first"]
    assert titles(meta["most_reused"]["rows"]) == ["Greet first"]
    assert titles(meta["waiting"]["rows"]) == ["Visit plan", "Idle sheet"]
    assert [entry["grade"] for entry in meta["newest_reuse"]["entries"]] == ["claimed", "verified"]
    assert meta["newest_reuse"]["more"]["title"] == "All 2 uses, 1 confirmed"


def test_home_says_zero_where_there_is_nothing() -> None:
    meta = page("./", a_catalog(organisation=an_organisation()))
    assert [figure["text"] for figure in meta["quarter"]["figures"]] == [
        "no artifacts came in",
        "no use began",
        "no indicator moved the right way",
    ]
    html = rendered(meta, "./")
    for sentence in ("No output has been published yet.", "No use has been recorded yet.", "Nothing is waiting"):
        assert sentence in html


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
    assert found[quarter["url"]].meta["title"] == "Report on 2026/27-Q1"
