"""``outcomes new artifact``: a draft with the front matter and the sections that its kind asks for."""

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from outcome_catalog.cli.new.placing import loaded_catalog, place
from outcome_catalog.cli.new.question import Question, answers, asking
from outcome_catalog.cli.new.slug import chosen_slug
from outcome_catalog.cli.new.yaml_text import day, yaml_text
from outcome_catalog.cli.project import project_option
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.kind import Kind
from outcome_catalog.sources.discover import Role
from outcome_catalog.sources.yaml_document import parse_yaml

QUESTIONS = (
    Question(name="kind", role=Role.ARTIFACT, pointer=("kind",), choices=lambda catalog: list(catalog.kinds)),
    Question(name="title", role=Role.ARTIFACT, pointer=("title",)),
    Question(name="summary", role=Role.ARTIFACT, pointer=("summary",)),
    Question(name="author", role=Role.ARTIFACT, pointer=("authors", 0), choices=lambda catalog: list(catalog.people)),
    Question(name="output", role=Role.ARTIFACT, pointer=("output",), fallback=""),
)


@click.command(short_help="Write a draft with the sections of its kind.")
@click.argument("community")
@click.option("--slug", help="The name of its file (default: made of the title).")
@click.option("--field", "own", multiple=True, metavar="KEY=VALUE", help="A key that its kind adds (repeatable).")
@asking(QUESTIONS)
@project_option
def artifact(community: str, slug: str | None, own: Sequence[str], root: Path, **given: str | None) -> None:
    """Write a new artifact of COMMUNITY as a draft, with the sections of its kind to fill in."""
    catalog = loaded_catalog(root)
    found = catalog.community(community)
    if found is None:
        raise click.UsageError(f"there is no community {community!r}; there are {', '.join(catalog.communities)}")
    answered = answers(QUESTIONS, given, catalog)
    kind = _kind(answered["kind"], catalog)
    text = artifact_text(answered, kind, _own_fields(own, kind), catalog.as_of.isoformat())
    place(root, {f"communities/{found.id}/artifacts/{chosen_slug(slug, answered['title'])}.md": text})


def artifact_text(answered: dict[str, str], kind: Kind, own: dict[str, Any], today: str) -> str:
    """Front matter that holds what was *answered*, and each section of *kind* with its hint as a comment."""
    front = {
        "title": answered["title"],
        "kind": kind.id,
        "summary": answered["summary"],
        "date": day(today),
        "authors": [answered["author"]],
        **({"output": answered["output"]} if answered["output"] else {}),
        "status": "draft",
        **own,
    }
    sections = "".join(f"\n## {s.heading}\n\n<!-- {s.hint or kind.summary} -->\n" for s in kind.sections)
    text = sections or f"\n<!-- {kind.summary} -->\n"
    return f"---\n{yaml_text(front)}---\n{text}"


def _kind(name: str, catalog: Catalog) -> Kind:
    found = next((kind for kind in catalog.kinds.values() if kind.id == name), None)
    if found is None:
        raise click.UsageError(f"there is no kind {name!r}; there are {', '.join(catalog.kinds)}")
    return found


def _own_fields(given: Sequence[str], kind: Kind) -> dict[str, Any]:
    """The keys that *kind* adds, as given; a required one that is not given is asked for on a terminal.

    Raises a usage error that names what is missing, where there is nobody to ask.
    """
    stated = dict(_key_and_value(pair) for pair in given)
    missing = [key for key in kind.required_fields if key not in stated]
    if missing and not sys.stdin.isatty():
        options = ", ".join(f"--field {key}={_example(kind.fields[key])}" for key in missing)
        raise click.UsageError(f"the kind {kind.id} needs more, for example: {options}")
    return {**{key: _asked(key, kind.fields[key]) for key in missing}, **stated}


def _example(schema: Mapping[str, Any]) -> str:
    return json.dumps(next(iter(schema.get("examples", schema.get("enum", ["…"])))), ensure_ascii=False).strip('"')


def _asked(key: str, schema: Mapping[str, Any]) -> Any:
    click.echo(f"\n{schema.get('description', key)}, for example: {_example(schema)}", err=True)
    return _key_and_value(f"{key}={click.prompt(key, err=True)}")[1]


def _key_and_value(pair: str) -> tuple[str, Any]:
    key, equals, value = pair.partition("=")
    if not equals:
        raise click.BadParameter(f"{pair!r} is not KEY=VALUE", param_hint="--field")
    read = parse_yaml(value, "--field")
    return key, value if read.has_errors else read.data
