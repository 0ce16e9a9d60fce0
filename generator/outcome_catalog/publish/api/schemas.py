"""The JSON Schemas of the published data."""

import json
from pathlib import Path
from typing import Any

from outcome_catalog.publish.api import community_types, organisation_types
from outcome_catalog.publish.reports.data.schema import json_schema

_CATALOG = Path(__file__).with_name("catalog.schema.json")
_DESCRIBED_THERE = {
    "PublishedArtifact": "artifact", "PublishedCommunity": "community", "PublishedReuse": "reuse",
    "PublishedReuseCounts": "reuse_counts", "PublishedParty": "party", "PublishedPlace": "place",
    "PublishedSource": "source",
}  # fmt: skip
"""Types that catalog.json holds too, by the names that its schema describes them under."""


def catalog_schema() -> str:
    """The schema of ``catalog.json``."""
    return _CATALOG.read_text(encoding="utf-8")


def community_schema() -> str:
    """The schema of a community's file."""
    return _schema(community_types.CommunityFile, "A published community, version 1")


def organisation_schema() -> str:
    """The schema of ``organisation.json``."""
    return _schema(organisation_types.OrganisationFile, "The published organisation, version 1")


def index_schema() -> str:
    """The schema of ``index.json``."""
    return _schema(organisation_types.IndexFile, "The index of the published data, version 1")


def _schema(published: type, title: str) -> str:
    schema = _open(json_schema(published, title))
    described = json.loads(catalog_schema())["$defs"]
    taken = {_DESCRIBED_THERE[name] for name in schema["$defs"] if name in _DESCRIBED_THERE}
    own = {name: node for name, node in schema["$defs"].items() if name not in _DESCRIBED_THERE}
    schema["$defs"] = own | {name: described[name] for name in sorted(taken)}
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _open(node: Any) -> Any:
    """*node* as readers may rely on it: keys may be added, and what catalog.json describes is described there."""
    if isinstance(node, list):
        return [_open(part) for part in node]
    if not isinstance(node, dict):
        return node
    opened = {key: _open(value) for key, value in node.items()}
    if "additionalProperties" in opened:
        opened["additionalProperties"] = True
    name = str(opened.get("$ref", "")).rpartition("/")[2]
    return opened | {"$ref": f"#/$defs/{_DESCRIBED_THERE[name]}"} if name in _DESCRIBED_THERE else opened
