"""The reports on the site: one page a period with its files beside it, and the list of all periods."""

from typing import Any

from tests.insights.catalogs import a_catalog, an_artifact, day
from tests.publish.pages.desk import an_organisation, desk_catalog
from tests.publish.pages.rendering import a_context, page, pages, rendered, titles

from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.organisation import Settings
from outcome_catalog.publish.output import Output
from outcome_catalog.publish.pages import reports


def outputs(catalog: Catalog | None = None) -> dict[str, Output]:
    return {output.path: output for output in reports.outputs(a_context(catalog))}


def section(meta: dict[str, Any], name: str) -> dict[str, Any]:
    return next(dict(found) for found in meta["report"]["sections"] if found["id"] == name)


def texts(meta: dict[str, Any], name: str) -> str:
    """All that a section says, as text."""

    def said(value: Any) -> str:
        if isinstance(value, str):
            return value
        if isinstance(value, dict):
            return " ".join(said(item) for key, item in value.items() if key not in {"url", "style", "type"})
        return " ".join(map(said, value)) if isinstance(value, list) else ""

    return said(section(meta, name))


def index_rows(catalog: Catalog | None = None) -> dict[str, dict[str, Any]]:
    return {row["title"]: row for group in page("reports/", catalog)["groups"] for row in group}


def test_every_period_has_a_page_and_three_files_beside_it() -> None:
    found = outputs()
    folders = {path.rpartition("/")[0] for path in found if path.startswith("reports/")} - {"reports"}
    assert {"reports/all", "reports/2025", "reports/2026-Q2", "reports/2025-02"} <= folders
    assert len(folders) == 1 + 3 + 10 + 30, "all time, 2024 to 2026-06: years, quarters, months"
    for folder in folders:
        assert found[f"{folder}/index.md"].is_page
        for name in ("report.md", "report.csv", "report.json"):
            assert not found[f"{folder}/{name}"].is_page
            assert found[f"{folder}/{name}"].content


def test_the_schema_stands_with_the_others() -> None:
    assert "api/v1/report.schema.json" in outputs()


def test_a_page_has_the_records_behind_its_figures() -> None:
    meta = page("reports/2026-Q2/")
    assert "New sheet" in texts(meta, "artifacts")
    assert "Harbour Works (outside)" in texts(meta, "reuse")
    assert "claimed" in texts(meta, "reuse")
    assert "7 → 6" in texts(meta, "indicators")
    assert "communities/desk/measurements/wait.yml" in [found["path"] for found in meta["report"]["sources"]]


def test_a_period_without_anything_has_its_zeros() -> None:
    meta = page("reports/2025-04/")
    html = rendered(meta, "reports/2025-04/")
    assert [step["count"] for step in section(meta, "cycles")["blocks"][0]["steps"]] == [0, 0, 0, 0, 0]
    for sentence in ("No use is known to have begun.", "No artifact came in: none.", "No charter was revised: none."):
        assert sentence in html


def test_a_page_leads_to_the_periods_beside_and_around_it() -> None:
    around = {row["title"]: row["url"] for row in page("reports/2026-02/")["neighbours"]}
    assert around == {
        "Before: January 2026": "reports/2026-01/",
        "After: March 2026": "reports/2026-03/",
        "Within Q1 2026": "reports/2026-Q1/",
        "Within 2026": "reports/2026/",
    }
    assert page("reports/all/")["neighbours"] == []
    assert titles(page("reports/2024/")["neighbours"]) == ["After: 2025"]


def test_the_list_has_all_time_then_each_year_with_its_parts() -> None:
    shown = list(index_rows())
    assert shown[:6] == ["all time", "2026", "Q2 2026", "June 2026", "May 2026", "April 2026"]
    assert index_rows()["2026"]["is_running"]
    assert not index_rows()["2025"]["is_running"]


def test_a_figure_of_the_list_is_that_of_the_report_and_leads_to_it() -> None:
    row = index_rows()["May 2026"]
    assert [cell["count"] for cell in row["counts"]] == [0, 1, 0, 1, 0]
    assert row["counts"][1]["url"] == "reports/2026-05/#reuse"
    assert row["counts"][0]["url"] is None
    assert row["promises"] == "none due"
    assert index_rows()["January 2025"]["promises"] == "none due"


def test_a_year_without_anything_is_one_line() -> None:
    artifacts = (an_artifact("desk/old", date=day("2019-03-01")), an_artifact("desk/new", date=day("2026-03-01")))
    catalog = a_catalog(*artifacts, organisation=an_organisation())
    shown = list(index_rows(catalog))
    assert [row for row in shown if row.startswith("2022")] == ["2022"]
    assert "March 2019" in shown
    assert "reports/2022-05/" in pages(a_context(catalog)), "its months have their pages all the same"


def test_a_year_that_is_no_calendar_year_has_an_address_that_is_no_month() -> None:
    settings = Settings(reporting_year_starts="12-01")
    found = outputs(desk_catalog(organisation=an_organisation(settings=settings)))
    assert "reports/2025-2026/index.md" in found
    assert "reports/2025-2026-Q1/report.json" in found
    assert "reports/2025-12/index.md" in found


def test_a_long_table_is_cut_and_says_where_the_rest_is() -> None:
    many = [an_artifact(f"desk/a{number:03}", date=day("2026-03-01")) for number in range(100)]
    catalog = a_catalog(*many, organisation=an_organisation())
    meta = page("reports/2026-03/", catalog)
    table = section(meta, "artifacts")["blocks"][0]
    assert len(table["groups"][0]["rows"]) == 60
    assert "".join(part if isinstance(part, str) else part["text"] for part in table["more"]) == (
        "40 more rows are in the data of this report: CSV or JSON."
    )
    assert str(outputs(catalog)["reports/2026-03/report.csv"].content).count("funnel,desk,potential,") == 100
