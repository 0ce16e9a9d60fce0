"""The guide against the code: what the software can do is told, and what is told is true."""

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest

from outcome_catalog.cli.main import outcomes
from outcome_catalog.insights.figures import (
    Grade,
    IndicatorState,
    OutputState,
    PeriodState,
    ReuseState,
    RoleState,
    VitalityState,
)
from outcome_catalog.insights.not_possible_before import Standing
from outcome_catalog.mkdocs_plugin.settings import PluginSettings
from outcome_catalog.model.artifact import Mode
from outcome_catalog.publish.api.files import SCHEMAS
from outcome_catalog.publish.badges import table as badges
from outcome_catalog.publish.feeds.table import feeds
from outcome_catalog.publish.pages import search as search_page
from outcome_catalog.publish.reports.csv_row import CsvRow
from outcome_catalog.publish.reports.json import report_schema
from outcome_catalog.publish.site_outputs import site_outputs
from outcome_catalog.rules import RULES
from outcome_catalog.sources.discover import Role
from outcome_catalog.validation.codes import code_pages
from outcome_catalog.validation.kinds import shipped_kinds
from outcome_catalog.validation.schemas import schema_of
from tests.conftest import REPOSITORY
from tests.guide.guide_text import GUIDE, in_code, page, rows, sections
from tests.guide.package_codes import codes_in
from tests.publish.pages.rendering import a_context

REFERENCES = {
    Role.ORGANISATION: "organisation-reference",
    Role.PEOPLE: "people-reference",
    Role.CHARTER: "charter-reference",
    Role.MEASUREMENT: "measurements-reference",
    Role.ARTIFACT: "artifact-reference",
    Role.REUSE: "reuse-reference",
    Role.KIND: "kind-reference",
}
SHARED_OPTIONS = ("--help", "-h", "--project", "-C", "--as-of")
PACKAGE = REPOSITORY / "generator" / "outcome_catalog"


def commands(group: click.Group, name: str = "outcomes") -> Iterator[tuple[str, click.Command]]:
    """Every command below *group* that does something, with its whole name."""
    for part, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, f"{name} {part}")
        else:
            yield f"{name} {part}", command


def options(command: click.Command) -> set[str]:
    """The long names of the options of *command*."""
    return {name for parameter in command.params for name in parameter.opts if name.startswith("--")}


def told_commands() -> dict[str, str]:
    """The section of each command in the guide, by its name without arguments."""
    told = sections(page("command-line"))
    return {
        re.sub(r"( \[?[A-Z].*)$", "", heading): text for heading, text in told.items() if heading.startswith("outcomes")
    }


def test_every_command_has_a_section_and_every_section_a_command() -> None:
    assert set(told_commands()) == {name for name, _ in commands(outcomes)}


@pytest.mark.parametrize(("name", "command"), [pytest.param(n, c, id=n) for n, c in commands(outcomes)])
def test_every_option_of_a_command_is_told(name: str, command: click.Command) -> None:
    told = {option for code in in_code(told_commands()[name]) for option in re.findall(r"--[a-z-]+", code)}
    assert told - set(SHARED_OPTIONS) == options(command) - set(SHARED_OPTIONS)


def test_shared_options_are_told_before_the_commands() -> None:
    before = page("command-line").partition("\n## ")[0]
    assert [option for option in (*SHARED_OPTIONS, "--version") if f"`{option}" not in before] == []


def test_only_the_told_commands_take_a_day() -> None:
    assert {name for name, command in commands(outcomes) if "--as-of" in options(command)} == {
        "outcomes check",
        "outcomes build",
        "outcomes report",
        "outcomes serve",
    }


@pytest.mark.parametrize(
    "path",
    ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", *sorted(GUIDE.glob("*.md"))],
    ids=lambda path: Path(path).name,
)
def test_every_command_that_is_mentioned_exists(path: str | Path) -> None:
    text = (REPOSITORY / path).read_text(encoding="utf-8")
    known = {name.removeprefix("outcomes ") for name, _ in commands(outcomes)} | {"new"}
    mentioned = set(re.findall(r"(?:`|^ {4}|/)outcomes ((?:new )?[a-z]+)", text, re.MULTILINE))
    assert mentioned - known == set()
    targets = set(re.findall(r"^([a-z-]+):", (REPOSITORY / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"(?:`|^ {4}|run: )make ([a-z-]+)", text, re.MULTILINE)) - targets == set()


def test_the_readme_names_the_two_commands() -> None:
    readme = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    assert "    make site " in readme
    assert "    make test " in readme


def told_codes() -> dict[str, str]:
    """The row of each code in the guide, its severity told apart where it has one."""
    return {in_code(row[0])[0]: row[1] for row in rows(page("findings")) if in_code(row[0])}


def test_every_code_is_told() -> None:
    known = codes_in(PACKAGE) | {rule.code for rule in RULES} | {schema_page.code for schema_page in code_pages()}
    assert known - set(told_codes()) == set()


def test_every_told_code_exists() -> None:
    known = codes_in(PACKAGE) | {schema_page.code for schema_page in code_pages()}
    assert set(told_codes()) - known == set()


def test_told_severities_are_those_of_the_rules() -> None:
    told = {code: word for code, word in told_codes().items() if word in ("error", "warning", "info")}
    assert {rule.code: told.get(rule.code, "error") for rule in RULES} == {r.code: r.severity.value for r in RULES}


def schema_keys(schema: dict[str, Any], whole: dict[str, Any], before: str = "") -> Iterator[tuple[str, bool]]:
    """Each key that *schema* describes as the guide writes it, and whether it is required."""
    if "$ref" in schema:
        schema = {**whole["$defs"][schema["$ref"].rpartition("/")[2]], **schema}
    for name, value in schema.get("properties", {}).items():
        yield before + name, name in schema.get("required", ())
        yield from schema_keys(value, whole, f"{before}{name}.")
    for part in ("oneOf", "anyOf", "allOf"):
        for branch in schema.get(part, ()):
            yield from schema_keys(branch, whole, before)
    if isinstance(schema.get("items"), dict):
        yield from schema_keys(schema["items"], whole, before.removesuffix(".") + "[].")


def described(schema: dict[str, Any]) -> dict[str, bool]:
    """The keys of *schema*; one that stands in several branches is required where one of them says so."""
    keys: dict[str, bool] = {}
    for name, required in schema_keys(schema, schema):
        keys[name] = keys.get(name, False) or required
    return keys


@pytest.mark.parametrize("role", REFERENCES, ids=str)
def test_every_key_is_told_with_whether_it_is_required(role: Role) -> None:
    text = page(REFERENCES[role]).partition("## Keys that a kind adds")[0]
    told = {in_code(row[0])[0]: row[0].startswith("**") for row in rows(text) if in_code(row[0])}
    assert told == described(dict(schema_of(role)))


def test_every_key_that_a_shipped_kind_adds_is_told() -> None:
    text = page("artifact-reference").partition("## Keys that a kind adds")[2]
    told = {(row[0], key) for row in rows(text) for key in in_code(row[1])}
    required = {(row[0], key) for row in rows(text) if row[1].startswith("**") for key in in_code(row[1])}
    kinds = shipped_kinds().values()
    assert told == {(kind.title.lower(), key) for kind in kinds for key in kind.fields}
    assert required == {(kind.title.lower(), key) for kind in kinds for key in kind.required_fields}


def test_every_field_of_the_published_data_is_told() -> None:
    schema = json.loads((PACKAGE / "publish" / "api" / "catalog.schema.json").read_text(encoding="utf-8"))
    told = {code for row in rows(page("published-data")) for code in in_code(row[0]) + in_code(row[1])}
    assert set(described(schema)) - told == set()
    dotted = {code for code in told if "." in code and "/" not in code and not code.endswith(".json")}
    assert dotted - set(described(schema)) == set()


def fields_of_lists(schema: dict[str, Any]) -> dict[str, list[str]]:
    """The fields of the records of each list that *schema* describes, by the list's name."""
    lists = {name: node["items"]["$ref"].rpartition("/")[2] for name, node in schema["properties"].items()
             if node.get("type") == "array" and "$ref" in node["items"]}  # fmt: skip
    return {name: list(schema["$defs"][of]["properties"]) for name, of in lists.items()}


@pytest.mark.parametrize(("heading", "name"), [("One community", "community"), ("The organisation", "organisation")])
def test_every_list_of_the_published_data_is_told_with_its_fields(heading: str, name: str) -> None:
    schema = json.loads(SCHEMAS[name]())
    text = sections(page("published-data"))[heading]
    told = {in_code(row[0])[0]: in_code(row[2]) for row in rows(text) if in_code(row[0])}
    described_above = {"artifacts", "reuses", "reuses_of_others", "sources"}
    assert told == {key: keys for key, keys in fields_of_lists(schema).items() if key not in described_above}
    head = {"schema_version", "as_of", "commit", "history", "site_url"}  # as in catalog.json
    assert set(schema["properties"]) - head - set(in_code(text)) == set()


def test_every_list_of_a_report_is_told_with_its_fields() -> None:
    schema = json.loads(report_schema())
    text = sections(page("published-data"))["Reports"]
    assert {in_code(row[0])[0]: in_code(row[2]) for row in rows(text) if in_code(row[0])} == fields_of_lists(schema)
    assert set(schema["properties"]) - {"schema_version"} - set(in_code(text)) == set()
    assert set(CsvRow._fields) - set(in_code(text)) == set()


def test_every_file_of_the_published_data_is_told() -> None:
    files = {in_code(row[0])[0] for row in rows(page("published-data")) if in_code(row[0]) and ".json" in row[0]}
    assert files == {"index.json", "catalog.json", "communities/<community>.json", "organisation.json"}
    assert set(SCHEMAS) == {"index", "catalog", "community", "organisation"}


def test_every_feed_and_badge_is_told_where_it_stands() -> None:
    told = {code for row in rows(page("follow-cite-and-show")) for cell in row for code in in_code(cell)}
    context = a_context()
    of = {"desk": "<community>", "greet": "<artifact>", "how-to": "<kind>", "agents": "<audience>"}
    paths = [*(f"{feed.place}.xml" for feed in feeds(context)), *(output.path for output in badges.outputs(context))]
    known = {"/" + "/".join(of.get(step, step) for step in path.split("/")) for path in paths}
    assert told == {path for path in known if not re.search("field|idea|nobody", path)}


def test_every_facet_of_the_search_is_told() -> None:
    (search,) = search_page.outputs(a_context())
    told = {row[0] for row in rows(sections(page("find-what-you-need"))["Search"])} - {"facet"}
    assert told == {facet["word"] for facet in search.meta["facets"]}


def test_every_page_of_the_navigation_answers_a_question() -> None:
    answers = " ".join(row[1] for row in rows(sections(page("find-what-you-need"))["Which page answers what"]))
    titles = [output.meta["nav_title"] for output in site_outputs(a_context()) if "nav" in output.meta]
    assert len(titles) > 6
    assert [title for title in titles if title not in answers] == []


def test_every_computed_word_is_told() -> None:
    text = page("read-the-figures")
    computed = (OutputState, PeriodState, RoleState, IndicatorState, Grade, ReuseState, VitalityState, Standing)
    words = [word.value for states in computed for word in states]
    assert [word for word in words if f"**{word}**" not in text and f"| {word}" not in text] == []


def test_every_mode_of_reuse_is_told_where_a_reuse_is_recorded() -> None:
    assert [mode.value for mode in Mode if f"`{mode.value}`" not in page("record-a-reuse")] == []


def test_every_setting_of_the_plugin_is_told() -> None:
    told = {in_code(row[0])[0] for row in rows(page("publish-the-site")) if in_code(row[0])}
    assert told == set(PluginSettings())


def test_every_runtime_dependency_has_its_reason() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {re.split(r"[\[<>=]", requirement)[0] for requirement in project["dependencies"]}
    assert {row[0] for row in rows(page("runtime-dependencies"))} - {"library"} == needed


def test_the_guide_leads_to_every_page_of_it() -> None:
    linked = set(re.findall(r"\]\(([a-z-]+)\.md\)", page("user-guide")))
    of_the_guide = {path.stem for path in GUIDE.glob("*.md") if "\noutput: user-guide\n" in path.read_text("utf-8")}
    assert of_the_guide - linked - {"user-guide"} == set()


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_relative_links_of_the_repository_s_own_pages_resolve(name: str) -> None:
    links = re.findall(r"\]\(([^)#\s]+)", (REPOSITORY / name).read_text(encoding="utf-8"))
    assert [link for link in links if ":" not in link and not (REPOSITORY / link).exists()] == []
