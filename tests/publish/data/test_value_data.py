"""Roles, value cycles, statements, roll-ups and attention as data: valid, complete, and nobody's name in them."""

import csv
import io
import json
from dataclasses import replace
from typing import Any

from jsonschema import Draft202012Validator
from tests.insights.catalogs import a_catalog, a_record, an_artifact, day, measured
from tests.publish.pages.desk import a_full_charter, an_organisation, an_outcome, desk_catalog
from tests.publish.pages.rendering import a_context
from tests.publish.pages.test_index_pages import two_that_count

from outcome_catalog.model.artifact import ArtifactStatus
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.charter import Aggregation, Goal
from outcome_catalog.model.ids import AudienceId, CommunityId
from outcome_catalog.model.measurement import MeasuredValue
from outcome_catalog.model.reuse import Benefit, UsedBy, UsedIn
from outcome_catalog.publish.api import files


def published(catalog: Catalog) -> dict[str, str]:
    return {output.path: str(output.content) for output in files.outputs(a_context(catalog))}


def data(catalog: Catalog, name: str, schema: str) -> dict[str, Any]:
    """A published file, which must be valid against the schema that lies beside it."""
    written = published(catalog)
    found: dict[str, Any] = json.loads(written[f"api/v1/{name}.json"])
    validator = Draft202012Validator(json.loads(written[f"api/v1/{schema}.schema.json"]))
    assert [error.message for error in validator.iter_errors(found)] == []
    return found


def test_a_measured_value_is_published_with_what_it_rests_on() -> None:
    seen = "https://example.org/counted"
    value = MeasuredValue(date=day("2026-05-31"), value=6, evidence=(seen, "desk/greet"))
    measurement = replace(measured("desk", "wait", ("2025-12-31", 7)), values=(value,))
    desk = desk_catalog().communities[CommunityId("desk")]
    changed = replace(desk, measurements={measurement.indicator: measurement})
    found = data(replace(desk_catalog(), communities={desk.id: changed}), "communities/desk", "community")
    assert [v["evidence"] for v in found["indicator_values"] if v["sort"] == "measured"] == [[seen, "desk/greet"]]


def test_an_audience_is_offered_no_drafts() -> None:
    agents = (AudienceId("agents"),)
    parts = (
        an_artifact("desk/a", audience=agents),
        an_artifact("desk/b", audience=agents, status=ArtifactStatus.DRAFT),
    )
    found = data(a_catalog(*parts, organisation=an_organisation()), "organisation", "organisation")
    assert {audience["id"]: audience["artifacts"] for audience in found["audiences"]}["agents"] == 1


def test_a_community_publishes_its_roles_and_cycles_with_their_records() -> None:
    desk = data(desk_catalog(), "communities/desk", "community")
    (agent,) = desk["roles"]
    assert (agent["role"], agent["outputs"], agent["state"]) == ("Agent", ["sheets"], "not kept")
    assert agent["delivered"] == ["desk/greet", "desk/idle"]
    cycles = desk["value_cycles"]
    assert {name: len(records) for name, records in cycles.items()} == {
        "immediate": 3,
        "potential": 3,
        "applied": 2,
        "realised": 1,
        "reframing": 0,
    }
    assert cycles["applied"] == ["desk/2026-05-01-harbour", "field/visit>desk/greet"]


def test_statements_are_published_with_what_stands_behind_them() -> None:
    charter = a_full_charter(outcomes=(an_outcome(not_possible_before="Nobody could see it."),))
    desk = data(desk_catalog(charters={"desk": charter}), "communities/desk", "community")
    (said,) = desk["not_possible_before"]
    assert (said["text"], said["standing"], said["outcome"]) == ("Nobody could see it.", "hoped for", "less-waiting")
    assert (said["reuse"], said["grade"]) == (None, None)
    assert said["source"]["path"] == "communities/desk/charter.yml"


def test_rollups_name_who_is_taken_in_and_who_is_not() -> None:
    (rollup,) = data(two_that_count(Aggregation.SUM), "organisation", "organisation")["rollups"]
    assert (rollup["taken_in"], rollup["not_measured"], rollup["closed"]) == (["desk"], ["field"], [])
    assert (rollup["baseline"], rollup["latest"], rollup["target"]) == (10, 6, 4)
    assert round(rollup["progress"], 3) == 0.667


def test_attention_is_published_the_most_overdue_first_and_names_nobody() -> None:
    written = published(desk_catalog())
    items = json.loads(written["api/v1/organisation.json"])["attention"]
    days = [item["days_overdue"] for item in items if item["days_overdue"] is not None]
    assert (days, days == sorted(days, reverse=True)) == ([365, 365, 179, 150, 91], True)
    assert items[0] | {"why": ""} == {
        "community": "desk",
        "topic": "output",
        "about": "output",
        "subject": "film",
        "since": "2025-06-30",
        "days_overdue": 365,
        "why": "",
    }
    text = json.dumps(items)
    assert [name for name in ("Desk writer", "Nobody Should See This") if name in text] == []


def test_the_lists_are_tables_too() -> None:
    written = published(desk_catalog(charters={"desk": a_full_charter(goal=Goal(statement="So."))}))
    rows = list(csv.DictReader(io.StringIO(written["api/v1/attention.csv"])))
    assert len(rows) == len(json.loads(written["api/v1/organisation.json"])["attention"])
    assert rows[0]["subject"] == "film"
    assert list(csv.DictReader(io.StringIO(written["api/v1/roles.csv"]))) == []


def test_a_claimed_statement_is_never_published_as_proven() -> None:
    record = a_record(
        "desk/2026-06-01-x",
        "desk/greet",
        used_by=UsedBy(external="Harbour Works"),
        used_in=UsedIn(title="Night desk"),
        benefit=Benefit(statement="It helped", not_possible_before="Nobody knew."),
    )
    catalog = desk_catalog()
    community = catalog.communities[CommunityId("desk")]
    desk = replace(community, reuse_records=(*community.reuse_records, record))
    catalog = replace(catalog, communities={**catalog.communities, desk.id: desk})
    found = data(catalog, "communities/desk", "community")["not_possible_before"]
    assert [(s["standing"], s["grade"], s["reuse"]) for s in found] == [("claimed", "claimed", "desk/2026-06-01-x")]
