"""The files of a catalog as they lie in its folder: YAML with its plain values only, and where each value stands."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import yaml


class PlainLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """Reads null, true, false, numbers and text: a day stays text, and a decimal stays exact."""

    yaml_implicit_resolvers: dict[str, list[Any]] = {}  # noqa: RUF012 - PyYAML's own way to say it


_PLAIN = {
    "null": (r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    "bool": (r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    "int": (r"[-+]?[0-9]+", list("-+0123456789")),
    "float": (r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
}
for _name, (_pattern, _first) in _PLAIN.items():
    PlainLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_name}", re.compile(f"^(?:{_pattern})$"), _first)
PlainLoader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node)))
PlainLoader.add_constructor("tag:yaml.org,2002:float", lambda loader, node: Decimal(loader.construct_scalar(node)))


def yaml_data(text: str) -> Any:
    return yaml.load(text, Loader=PlainLoader)  # noqa: S506 - makes plain values only


def front_matter(text: str) -> str:
    """What stands between the two lines of three hyphens."""
    lines = text.splitlines(keepends=True)
    return "".join(lines[1 : lines.index("---\n", 1)]) if lines and lines[0].strip() == "---" else ""


@dataclass(frozen=True, eq=False)
class Document:
    """One file: what it says, and the text it says it in."""

    path: str
    community: str
    slug: str
    data: dict[str, Any]
    text: str

    @property
    def name(self) -> str:
        return f"{self.community}/{self.slug}"

    @property
    def body(self) -> str:
        return self.text.split("---\n", 2)[2] if self.path.endswith(".md") else ""

    @cached_property
    def _node(self) -> Any:
        return yaml.compose(front_matter(self.text) if self.path.endswith(".md") else self.text, Loader=PlainLoader)

    def line(self, *steps: str | int) -> int:
        """The line on which the value at *steps* begins, counted from 1."""
        found = self._node
        for step in steps:
            if isinstance(step, int):
                found = found.value[step]
            else:
                found = next(value for key, value in found.value if key.value == step)
        return int(found.start_mark.line) + (2 if self.path.endswith(".md") else 1)


class SourceFiles:
    """Everything below communities/, by what it is."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def documents(self, pattern: str) -> list[Document]:
        return [document(self.root, path) for path in sorted((self.root / "communities").glob(pattern))]

    @cached_property
    def organisation(self) -> dict[str, Any]:
        return dict(yaml_data((self.root / "communities/organisation.yml").read_text(encoding="utf-8")))

    @cached_property
    def people(self) -> list[dict[str, Any]]:
        path = self.root / "communities/people.yml"
        return list(yaml_data(path.read_text(encoding="utf-8"))["people"] or ()) if path.exists() else []

    @cached_property
    def charters(self) -> dict[str, Document]:
        return {charter.community: charter for charter in self.documents("*/charter.yml")}

    @cached_property
    def artifacts(self) -> dict[str, Document]:
        return {artifact.name: artifact for artifact in self.documents("*/artifacts/*.md")}

    @cached_property
    def records(self) -> dict[str, Document]:
        return {record.name: record for record in self.documents("*/reuse/*.yml")}

    @cached_property
    def measurements(self) -> dict[tuple[str, str], Document]:
        files = self.documents("*/measurements/*.yml")
        return {(file.community, str(file.data["indicator"])): file for file in files}

    def setting(self, name: str, otherwise: Any) -> Any:
        return (self.organisation.get("settings") or {}).get(name, otherwise)

    @cached_property
    def former_communities(self) -> dict[str, str]:
        """The community of today for each name that one had before."""
        return {old: name for name, charter in self.charters.items() for old in charter.data.get("former_slugs", ())}

    @cached_property
    def _former_artifacts(self) -> dict[str, str]:
        return {str(old): name for name, one in self.artifacts.items() for old in one.data.get("former") or ()}

    def artifact_named(self, ref: object) -> str | None:
        """The artifact's reference today, for one of today or a former one; None where there is none."""
        community, _, slug = str(ref).partition("/")
        for name in (str(ref), f"{self.community_today(community)}/{slug}"):
            if name in self.artifacts:
                return name
            if name in self._former_artifacts:
                return self._former_artifacts[name]
        return None

    def community_today(self, slug: str | None) -> str | None:
        return self.former_communities.get(slug, slug) if slug else slug


@cache
def document(root: Path, path: Path) -> Document:
    text = path.read_text(encoding="utf-8")
    community, slug = path.relative_to(root).parts[1], path.stem
    data = yaml_data(front_matter(text) if path.suffix == ".md" else text)
    return Document(path.relative_to(root).as_posix(), community, slug, dict(data), text)
