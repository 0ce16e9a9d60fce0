"""The files of data: each valid against the schema beside it, each table the same as its list, nothing missing."""

import csv
import dataclasses
import datetime
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, Any

import pytest
from jsonschema import Draft202012Validator
from tests.publish.engine.contexts import context_of
from tests.publish.engine.projects import commit_all, write_project, write_yaml
from tests.publish.pages.desk import desk_catalog
from tests.publish.pages.rendering import a_context
from tests.publish.pages.test_templates import hostile_catalog

from outcome_catalog.diagnostics import Diagnostic, Severity, Span
from outcome_catalog.insights.compute import figures
from outcome_catalog.insights.suggestions import suggestions
from outcome_catalog.model.catalog import LeftOut
from outcome_catalog.model.ids import CommunityId, OutputId
from outcome_catalog.pipeline import load_catalog
from outcome_catalog.publish.api import files as api
from outcome_catalog.publish.api import types
from outcome_catalog.publish.api.csv_tables import BY_COMMUNITY, columns
from outcome_catalog.publish.api.schemas import catalog_schema
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.csv_cells import cell
from outcome_catalog.publish.pages import reports as pages
from outcome_catalog.publish.site_settings import SiteSettings
from outcome_catalog.publish.words import words

V1 = "api/v1/"
OF_CATALOG = ("communities", "artifacts", "reuses")
OF_ORGANISATION = (
    "objectives",
    "audiences",
    "units",
    "kinds",
    "rollups",
    "attention",
    "suggestions",
    "left_out",
    "later",
)


def published(context: PublishContext) -> dict[str, str]:
    outputs = list(api.outputs(context))
    found = {output.path.removeprefix(V1): str(output.content) for output in outputs}
    assert len(found) == len(outputs)
    return found


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def faults(found: dict[str, str]) -> Iterator[str]:
    """What is wrong with any file, by the schema that the index names for it."""
    for file in json.loads(found["index.json"])["files"]:
        name = file["url"].removeprefix(V1)
        if name.startswith("reports/"):
            continue  # they stand beside their pages, and tests/publish/reports checks them
        if file["schema"] is None:
            assert name.endswith(".csv")
            continue
        schema = json.loads(found[file["schema"].removeprefix(V1)])
        validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
        yield from (f"{name}: {error.message}" for error in validator.iter_errors(json.loads(found[name])))


@pytest.mark.parametrize("catalog", [desk_catalog, hostile_catalog])
def test_every_file_is_valid_against_the_schema_that_the_index_names(catalog: Callable[[], Any]) -> None:
    assert list(faults(published(a_context(catalog())))) == []


def test_the_index_names_every_file_but_schemas_and_nothing_else() -> None:
    context = a_context()
    found = published(context)
    files = json.loads(found["index.json"])["files"]
    reports = {output.path for output in pages.outputs(context) if output.path.endswith(("report.json", "report.csv"))}
    named = {file["url"].removeprefix(V1) for file in files}
    assert reports
    assert named == {name for name in found if not name.endswith(".schema.json")} | reports
    schemas = {str(file["schema"]).removeprefix(V1) for file in files}
    assert schemas - {"None"} == {name for name in found if name.endswith(".schema.json")} | {"report.schema.json"}


@pytest.mark.parametrize("name", api.SCHEMAS)
def test_a_schema_is_one_and_describes_every_key(name: str) -> None:
    schema = json.loads(api.SCHEMAS[name]())
    Draft202012Validator.check_schema(schema)
    for of, node in {"": schema, **schema["$defs"]}.items():
        for key, value in node.get("properties", {}).items():
            lists_rows = value.get("type") == "array" and "$ref" in value.get("items", {})
            assert "description" in value or "$ref" in value or lists_rows, f"{name} {of}.{key}"


@pytest.mark.parametrize("name", api.SCHEMAS)
def test_what_is_added_later_breaks_no_reader(name: str) -> None:
    assert '"additionalProperties": false' not in api.SCHEMAS[name]()


def test_a_schema_catches_what_is_wrong() -> None:
    found = published(a_context())
    broken = json.loads(found["communities/desk.json"])
    broken["indicators"][0]["state"] = "splendid"
    del broken["artifacts"][0]["title"]
    broken["reuses"][0]["grade"] = "certain"
    assert len(list(faults(found | {"communities/desk.json": json.dumps(broken)}))) == 3


def test_communities_together_are_the_catalog() -> None:
    found = published(a_context())
    whole = json.loads(found["catalog.json"])
    parts = [json.loads(text) for name, text in found.items() if name.startswith("communities/")]
    assert [part["community"] for part in parts] == whole["communities"]
    for name in ("artifacts", "reuses"):
        assert sorted((row for part in parts for row in part[name]), key=lambda row: row["id"]) == whole[name]
    others = [row["id"] for part in parts for row in part["reuses_of_others"]]
    assert others == [row["id"] for row in whole["reuses"] if row["used_by"]["community"] is not None]


def test_a_community_tells_its_promises_and_how_they_are_kept() -> None:
    context = a_context()
    desk = json.loads(published(context)["communities/desk.json"])
    sheets = next(promise for promise in desk["expected_outputs"] if promise["id"] == "sheets")
    figure = context.figures.communities[CommunityId("desk")].outputs[OutputId("sheets")]
    assert (sheets["id"], sheets["state"], sheets["delivered"]) == ("sheets", figure.state.value, [*figure.delivered])
    periods = [period for period in desk["output_periods"] if period["output"] == "sheets"]
    assert [(p["period"], p["expected"], len(p["delivered"])) for p in periods] == [
        (p.label, p.expected, len(p.delivered)) for p in figure.periods
    ]
    indicator = desk["indicators"][0]
    values = [value for value in desk["indicator_values"] if value["indicator"] == indicator["id"]]
    assert {value["sort"] for value in values} == {"baseline", "target", "measured"}
    measured = [value["date"] for value in values if value["sort"] == "measured"]
    assert measured == sorted(measured)
    assert indicator["latest_date"] == measured[-1]
    assert desk["vitality"]["state"] == desk["community"]["vitality"]


@pytest.mark.parametrize("catalog", [desk_catalog, hostile_catalog])
def test_each_table_has_the_lines_of_its_list(catalog: Callable[[], Any]) -> None:
    found = published(a_context(catalog()))
    lists = {name: json.loads(found["catalog.json"])[name] for name in OF_CATALOG}
    lists |= {name.replace("_", "-"): json.loads(found["organisation.json"])[name] for name in OF_ORGANISATION}
    parts = [json.loads(text) for name, text in found.items() if name.startswith("communities/")]
    lists |= {name.replace("_", "-"): [row for part in parts for row in part[name]] for name in BY_COMMUNITY}
    assert {f"{name}.csv" for name in lists} == {name for name in found if name.endswith(".csv")}
    for name, expected in lists.items():
        table = rows(found[f"{name}.csv"])
        assert len(table) == len(expected), name
        for told, record in zip(table, expected, strict=True):
            assert None not in told
            for key in {"id", "state", "grade", "period"} & set(record):
                assert told[key] == cell(record[key])


def test_parts_of_a_record_are_columns_that_begin_with_its_name() -> None:
    names = [name for name, _ in columns(types.PublishedReuse)]
    assert {"used_by_unit", "used_in_url", "used_in_internal", "source_path", "source_commit"} <= set(names)
    assert len(names) == len(set(names))
    artifacts = [name for name, _ in columns(types.PublishedArtifact)]
    counts = [f"reuse_{field.name}" for field in dataclasses.fields(types.PublishedReuseCounts)]
    assert set(counts) <= set(artifacts)


@dataclasses.dataclass(frozen=True)
class Depot:
    city: Annotated[str, "Where it lies."]


@dataclasses.dataclass(frozen=True)
class Tram:
    number: int
    depot: Annotated[Depot | None, "Where it sleeps; null where nobody knows."]
    since: datetime.date | None


def test_the_cells_of_a_part_that_a_record_lacks_are_empty() -> None:
    table = dict(columns(Tram))
    assert list(table) == ["number", "depot_city", "since"]
    known, unknown = Tram(4, Depot("Harbour"), None), Tram(7, None, None)
    assert [[value(tram) for value in table.values()] for tram in (known, unknown)] == [
        [4, "Harbour", None], [7, None, None],
    ]  # fmt: skip


def test_no_table_runs_in_a_spreadsheet(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    charter = (root / "communities/guild/charter.yml").read_text(encoding="utf-8")
    formula = '=HYPERLINK("https://evil.example/","x")'
    (root / "communities/guild/charter.yml").write_text(
        charter.replace("Response time", json.dumps(formula)), encoding="utf-8"
    )
    write_yaml(
        root / "communities/guild/measurements/response-time.yml",
        {"indicator": "response-time", "values": [{"date": "2024-06-01", "value": -12.5, "comment": "@SUM(A1)"}]},
    )
    found = published(context_of(root))
    assert [row["title"] for row in rows(found["indicators.csv"])] == ["Response time", f"'{formula}"]
    (measured,) = (row for row in rows(found["indicator-values.csv"]) if row["sort"] == "measured")
    assert (measured["value"], measured["comment"]) == ("-12.5", "'@SUM(A1)")
    dangerous = [
        cell
        for name, text in found.items()
        if name.endswith(".csv")
        for line in csv.reader(io.StringIO(text, newline=""))
        for cell in line
        if cell[:1] in tuple("=+@\t\r") or (cell[:1] == "-" and not cell[1:].replace(".", "").isdigit())
    ]
    assert dangerous == []


def test_nobody_is_named_who_wants_no_credit_and_no_address_of_a_person_is_published(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    commit_all(root)
    text = "".join(published(context_of(root)).values())
    assert "Day Lead" in text
    assert "Quiet Writer" not in text
    assert "@example.org" not in text


def test_the_same_catalog_gives_the_same_bytes(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    assert published(context_of(root)) == published(context_of(root))


def test_the_shared_records_are_described_in_one_place() -> None:
    described = json.loads(catalog_schema())["$defs"]
    community = json.loads(api.SCHEMAS["community"]())["$defs"]
    assert {name: community[name] for name in described} == described


def test_what_is_in_no_figure_is_in_the_data(demo_repository: Path) -> None:
    loaded = load_catalog(demo_repository, as_of=datetime.date(2026, 3, 31))
    assert loaded.catalog is not None
    span = Span(path="communities/desk/artifacts/broken.md", line=3)
    finding = Diagnostic(code="required", severity=Severity.ERROR, message="the title is missing", span=span)
    document = LeftOut(path=span.path, ref="desk/broken", because=(finding, finding))
    catalog = dataclasses.replace(loaded.catalog, left_out=(document,))
    context = PublishContext(
        catalog=catalog,
        figures=figures(catalog),
        site=SiteSettings(name="Transit"),
        words=words("en"),
        suggestions=suggestions(catalog, lambda _: {}),
    )
    organisation = json.loads(published(context)["organisation.json"])
    row = {"path": span.path, "ref": "desk/broken", "found_in": span.path, "line": 3, "code": "required"}
    assert organisation["left_out"] == [row | {"message": "the title is missing"}] * 2
    named = {(suggestion["artifact"], suggestion["reusing"]) for suggestion in organisation["suggestions"]}
    assert named == {(str(each.source), str(each.reusing)) for each in context.suggestions.found} != set()
    assert "Its text links to it." in {suggestion["why"] for suggestion in organisation["suggestions"]}
    assert len(organisation["later"]) == len(catalog.not_shown) > 10
    assert all(row["recorded"] > "2026-03-31" for row in organisation["later"] if row["recorded"])
    assert list(faults(published(context))) == []
