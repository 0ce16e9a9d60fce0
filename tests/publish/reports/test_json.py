"""A report as JSON: valid against the schema that is published beside it, and what it says is what was counted."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from tests.insights.catalogs import TODAY
from tests.publish.reports.reports import all_views, view_of

from outcome_catalog.publish.reports.json import report_json, report_schema

SCHEMA = json.loads(report_schema())
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FormatChecker())


def published(period: str, community: str | None = None) -> dict[str, Any]:
    return dict(json.loads(report_json(view_of(period, community=community))))


def use_commit() -> str | None:
    """The commit that brought in the one record of the desk."""
    lineage = view_of("all").context.catalog.history.lineages["communities/desk/reuse/2026-05-01-harbour.yml"]
    return lineage.revisions[0].commit


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_every_report_is_valid() -> None:
    views = all_views()
    assert {view.report.reported.per for view in views} == {None, "month", "quarter", "year"}
    for view in views:
        found = [
            f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(json.loads(report_json(view)))
        ]
        assert found == [], view.slug


@pytest.mark.parametrize(
    ("key", "wrong"),
    [("as_of", "today"), ("funnel", {}), ("promises", None), ("history", "whole"), ("more", 1), ("time", {"low": "2"})],
)
def test_the_schema_refuses_what_is_no_report(key: str, wrong: Any) -> None:
    assert not VALIDATOR.is_valid({**published("2025"), key: wrong})


def test_every_type_is_described_and_every_key_is_required() -> None:
    for name, definition in {**SCHEMA["$defs"], "Report": SCHEMA}.items():
        assert definition["description"], name
        assert definition["required"] == list(definition["properties"]), name
        assert definition["additionalProperties"] is False, name


def test_a_use_is_there_with_its_grade_its_reason_and_its_file_at_its_commit() -> None:
    use, *rest = published("2026-05")["reuse"]["uses"]
    assert rest == []
    assert (use["id"], use["grade"], use["counted"]) == ("desk/2026-05-01-harbour", "claimed", True)
    assert use["used_by"] == {"unit": None, "external": "Harbour Works", "community": None}
    assert use["benefit"]["low"] == 2
    source = use["sources"][0]
    assert source["path"] == "communities/desk/reuse/2026-05-01-harbour.yml"
    assert source["commit"] == use_commit()


def test_whole_numbers_have_no_point_and_days_are_iso() -> None:
    text = report_json(view_of("all"))
    assert '"value": 10, ' in text
    assert ".0," not in text
    assert f'"as_of": "{TODAY.isoformat()}"' in text


def test_a_zero_a_missing_value_and_nothing_measured_are_told_apart() -> None:
    report = published("2025-02")
    by_id = {indicator["id"]: indicator for indicator in report["indicators"]}
    assert report["reuse"]["counted"] == 0
    assert by_id["wait"]["moved"] is None
    assert by_id["never-measured"]["state"] == "not measured"
    assert report["time"]["low"] is None


def test_one_community_alone() -> None:
    report = published("all", community="field")
    assert report["community"] == "field"
    assert {found["id"] for found in report["communities"]} == {"field"}
    assert report["promises"] == []


def test_the_same_report_is_the_same_text() -> None:
    assert report_json(view_of("all")) == report_json(view_of("all"))
