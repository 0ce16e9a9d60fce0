"""The published catalog: valid against its own schema, complete, and silent about those who want no credit."""

import dataclasses
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from jsonschema import Draft202012Validator
from jsonschema.validators import validator_for
from tests.conftest import SET_NAMES, RealSet
from tests.publish.engine.contexts import AS_OF, context_of
from tests.publish.engine.projects import (
    artifact,
    charter,
    commit_all,
    reuse,
    write_artifact,
    write_project,
    write_yaml,
)

from outcome_catalog.insights.figures import Grade, NotCounted, ReuseState, VitalityState
from outcome_catalog.model.artifact import ArtifactStatus, Mode
from outcome_catalog.model.charter import Lifecycle
from outcome_catalog.model.history import Depth
from outcome_catalog.publish.api import files as api
from outcome_catalog.publish.api import types

SCHEMA = json.loads(Path(api.__file__).with_name("catalog.schema.json").read_text(encoding="utf-8"))


def published(root: Path, as_of: date = AS_OF) -> dict[str, Any]:
    files = {output.path: output.content for output in api.outputs(context_of(root, as_of=as_of))}
    assert json.loads(str(files["api/v1/catalog.schema.json"])) == SCHEMA
    data: dict[str, Any] = json.loads(str(files["api/v1/catalog.json"]))
    validator = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
    assert [error.message for error in validator.iter_errors(data)] == []
    return data


def by_id(rows: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in rows}


def test_the_schema_is_a_schema() -> None:
    validator_for(SCHEMA).check_schema(SCHEMA)


def _described(node: dict[str, Any], name: str) -> list[str]:
    missing = [] if "description" in node else [name]
    for key, child in node.get("properties", {}).items():
        missing += _described(child, f"{name}.{key}")
    return missing + (_described(node["items"], f"{name}[]") if "$ref" not in node.get("items", {"$ref": ""}) else [])


def test_every_key_is_described() -> None:
    nodes = {"catalog": SCHEMA, **SCHEMA["$defs"]}
    assert [missing for name, node in nodes.items() for missing in _described(node, name)] == []


@pytest.mark.parametrize(
    ("node", "of"),
    [
        (SCHEMA, types.PublishedCatalog),
        (SCHEMA["$defs"]["community"], types.PublishedCommunity),
        (SCHEMA["$defs"]["artifact"], types.PublishedArtifact),
        (SCHEMA["$defs"]["reuse"], types.PublishedReuse),
        (SCHEMA["$defs"]["reuse_counts"], types.PublishedReuseCounts),
        (SCHEMA["$defs"]["party"], types.PublishedParty),
        (SCHEMA["$defs"]["place"], types.PublishedPlace),
        (SCHEMA["$defs"]["source"], types.PublishedSource),
    ],
)
def test_the_schema_says_what_the_types_say(node: dict[str, Any], of: type) -> None:
    assert list(node["properties"]) == node["required"] == [field.name for field in dataclasses.fields(of)]
    for name, hint in get_type_hints(of).items():
        may_be_null = "null" in node["properties"][name].get("type", ())
        assert may_be_null == (type(None) in get_args(hint)), name


@pytest.mark.parametrize(
    ("name", "key", "values"),
    [
        ("community", "lifecycle", Lifecycle),
        ("community", "vitality", VitalityState),
        ("artifact", "status", ArtifactStatus),
        ("artifact", "reuse_state", ReuseState),
        ("reuse", "mode", Mode),
        ("reuse", "grade", Grade),
        ("reuse", "not_counted", NotCounted),
    ],
)
def test_the_schema_lists_every_word_that_may_stand_there(name: str, key: str, values: Any) -> None:
    listed = SCHEMA["$defs"][name]["properties"][key]["enum"]
    assert [word for word in listed if word is not None] == [value.value for value in values]
    assert SCHEMA["properties"]["history"]["enum"] == [depth.value for depth in Depth]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = write_project(tmp_path)
    folder = root / "communities/guild/reuse"
    write_yaml(
        folder / "2024-07-01-plan.yml",
        reuse(mode="planned", used_in={"title": "Next year's course", "visibility": "internal"}),
    )
    write_yaml(
        folder / "2024-07-02-trial.yml",
        reuse(mode="tried-rejected", used_in={"title": "Hotline", "visibility": "internal"}),
    )
    write_yaml(folder / "2024-07-03-again.yml", reuse())
    gone = {"date": "2025-01-01", "because": "It was another text."}
    write_yaml(
        folder / "2024-07-04-gone.yml", reuse(used_in={"title": "Shop", "visibility": "internal"}, withdrawn=gone)
    )
    commit_all(root)
    return root


def test_an_artifact_says_what_it_is_and_what_git_recorded(project: Path) -> None:
    data = published(project)
    row = by_id(data["artifacts"])["guild/sort-calls"]
    expected = {"kind": "best-practice", "date": "2024-03-01", "created": "2024-07-01", "modified": "2024-07-01"}
    assert expected.items() <= row.items()
    assert (row["revisions"], row["contributors"], row["output"]) == (1, 1, "practices")
    assert row["audience"] == ["support-leads"]
    assert row["url"] == "guild/sort-calls/"
    assert row["source"] == {"path": "communities/guild/artifacts/sort-calls.md", "commit": data["commit"]}


def test_every_use_is_counted_once(project: Path) -> None:
    data = published(project)
    rows = data["reuses"]
    counted = [row for row in rows if row["counted"]]
    assert len({row["use"] for row in counted}) == len(counted)
    assert all(row["id"] == row["use"] for row in counted)
    row = by_id(data["artifacts"])["guild/sort-calls"]
    assert row["reused"] == len(counted) == sum(row["reuse"][grade] for grade in ("claimed", "attested", "verified"))
    assert {key: row["reuse"][key] for key in ("planned", "rejected", "withdrawn", "internal", "broken")} == {
        "planned": 1, "rejected": 1, "withdrawn": 1, "internal": 0, "broken": 0,
    }  # fmt: skip
    same = {row["id"]: row for row in rows if row["not_counted"] == "same use"}
    assert len(same) == 1
    assert all(row["reason"] for row in rows)


def test_nobody_is_named_who_wants_no_credit_and_no_mail_address_is_published(project: Path) -> None:
    data = published(project)
    assert by_id(data["artifacts"])["guild/sort-calls"]["authors"] == ["Day Lead"]
    text = json.dumps(data)
    assert "Quiet Writer" not in text
    assert "@example.org" not in text


def test_without_git_dates_are_null_and_it_is_said(tmp_path: Path) -> None:
    data = published(write_project(tmp_path))
    assert (data["history"], data["commit"]) == ("none", None)
    assert by_id(data["artifacts"])["guild/sort-calls"]["created"] is None


def test_the_same_catalog_gives_the_same_bytes_in_the_order_of_ids(project: Path) -> None:
    first, second = ([output.content for output in api.outputs(context_of(project))] for _ in range(2))
    assert first == second
    data = published(project)
    for rows in ("communities", "artifacts", "reuses"):
        ids = [row["id"] for row in data[rows]]
        assert ids == sorted(ids)


def test_links_that_nobody_should_follow_are_not_published(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    write_yaml(root / "communities/guild/charter.yml", charter("Care <b>guild</b>"))
    write_artifact(root, "guild/sort-calls", artifact("</script><script>alert(1)</script>"))
    data = published(root)
    assert by_id(data["communities"])["guild"]["title"] == "Care <b>guild</b>"
    assert by_id(data["artifacts"])["guild/sort-calls"]["title"] == "</script><script>alert(1)</script>"


@pytest.mark.realworld
@pytest.mark.parametrize("name", SET_NAMES)
def test_real_sets_agree_with_what_was_computed_before(name: str, imported_set: Callable[[str], RealSet]) -> None:
    real_set = imported_set(name)
    data, expected = published(real_set.root, date(2026, 8, 31)), real_set.expected
    counts = expected["counts"]
    assert len(data["communities"]) == counts["communities"]
    assert len(data["artifacts"]) == counts["artifacts"]
    counted = [row for row in data["reuses"] if row["counted"]]
    assert len(counted) == counts["counted_uses"]
    by_grade = {grade: sum(row["grade"] == grade for row in counted) for grade in counts["counted_uses_by_grade"]}
    assert by_grade == counts["counted_uses_by_grade"]
    rows = by_id(data["artifacts"])
    for sample in expected["artifacts_sample"]:
        row = rows[sample["artifact"]]
        days = (sample["created"]["author_date"], sample["last_changed"]["author_date"])
        assert (row["created"], row["modified"], row["revisions"]) == (*days, sample["revisions"])
