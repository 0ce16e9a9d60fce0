"""Citations of a whole community: readable whatever a title holds, and silent where they are asked to be."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.insights.catalogs import a_catalog, an_artifact
from tests.publish.pages.desk import an_organisation, desk_catalog
from tests.publish.pages.rendering import a_context
from tests.publish.pages.test_templates import hostile_catalog

from outcome_catalog.model.artifact import ArtifactStatus
from outcome_catalog.publish.pages import citation

NAMES = {"type": "array", "minItems": 1, "items": {"required": ["literal"], "additionalProperties": False}}
NAMES["items"]["properties"] = {"literal": {"type": "string", "minLength": 1}}  # type: ignore[index]  # a dict
PARTS = {"type": "array", "items": {"type": "array", "minItems": 3, "maxItems": 3, "items": {"type": "integer"}}}
CSL_JSON: dict[str, Any] = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["type", "id"],
        "additionalProperties": False,
        "properties": {
            "type": {"const": "document"},
            **{name: {"type": "string"} for name in ("id", "title", "publisher", "abstract", "URL", "language")},
            "author": NAMES,
            "issued": {"type": "object", "additionalProperties": False, "properties": {"date-parts": PARTS}},
        },
    },
}
"""What CSL's own schema for input data asks of the keys that we use."""


def files(catalog: Any = None) -> dict[str, str]:
    return {output.path: str(output.content) for output in citation.outputs(a_context(catalog))}


def entries(bibtex: str) -> list[str]:
    """The text of each entry, told apart as BibTeX does it: by counting braces."""
    found, depth, start = [], 0, 0
    for place, character in enumerate(bibtex):
        depth += (character == "{") - (character == "}")
        if character == "@" and depth == 0:
            start = place
        if character == "}" and depth == 0:
            found.append(bibtex[start : place + 1])
    assert depth == 0
    return found


@pytest.mark.parametrize("catalog", [desk_catalog, hostile_catalog])
def test_every_community_s_citations_are_valid(catalog: Callable[[], Any]) -> None:
    found = files(catalog())
    assert {path for path in found if path.endswith(".json")} == {"desk/citations.json", "field/citations.json"}
    for path, text in found.items():
        if path.endswith(".json"):
            assert [error.message for error in Draft202012Validator(CSL_JSON).iter_errors(json.loads(text))] == []
            count = len(json.loads(text))
            of_bibtex = entries(found[path.removesuffix("json") + "bib"])
            assert len(of_bibtex) == count
            keys = [re.match(r"@misc\{([a-z0-9-]+:[a-z0-9-]+),\n", entry) for entry in of_bibtex]
            assert all(keys)
            assert len({key[1] for key in keys if key}) == count


def test_no_two_artifacts_are_cited_by_one_key() -> None:
    context = a_context(a_catalog(an_artifact("a/b-c"), an_artifact("a-b/c"), organisation=an_organisation()))
    entries = [citation.bibtex(context, artifact) for artifact in context.catalog.artifacts.values()]
    assert [entry.partition(",")[0] for entry in entries] == ["@misc{a-b:c", "@misc{a:b-c"]


def test_drafts_are_not_cited_and_nobody_who_wants_no_credit() -> None:
    assert "Nobody Should See" not in "".join(files().values())
    drafts = a_catalog(
        an_artifact("desk/a"), an_artifact("desk/b", status=ArtifactStatus.DRAFT), organisation=an_organisation()
    )
    assert [item["id"] for item in json.loads(files(drafts)["desk/citations.json"])] == ["desk/a"]
