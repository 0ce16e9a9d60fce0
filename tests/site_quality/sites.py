"""Whole sites as readers get them: which there are, how each is made, and from which template each page came."""

import json
import shutil
import subprocess
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml
from tests.conftest import REPOSITORY

from outcome_catalog.mkdocs_plugin import site_parts
from outcome_catalog.mkdocs_plugin.site import build_site
from outcome_catalog.publish import addresses
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.output import Output

PREFIX = "team/catalog/"
"""Where the demo is served: not at the root of its host."""
HAND_WRITTEN = "# How we work\n\nBy hand, with a table.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n## More\n\n- [x] done\n"
ARTIFACT, REDIRECT, ONE_FILE_REPORT = "artifact.html", "redirect", "report-file.html"
LAYOUTS = {"main.html"}
"""Templates that others extend and no page is made from."""
TEMPLATES = sorted({path.name for path in (REPOSITORY / "overrides").glob("*.html")} - LAYOUTS)
_MUCH = 100_000
REAL_DAY = date(2026, 8, 31)


@dataclass(frozen=True)
class Site:
    """A built site in *folder*, to be served below *prefix*; *made_from* is the template of each file of pages."""

    name: str
    folder: Path
    prefix: str = ""

    @cached_property
    def made_from(self) -> dict[str, str]:
        return dict(_notes(self.folder)["made_from"])

    @cached_property
    def told(self) -> list[str]:
        """The artifact pages whose author was told of a link to an anchor that is not there."""
        return list(_notes(self.folder)["told"])

    @cached_property
    def pages(self) -> tuple[str, ...]:
        """The addresses of all pages, redirects aside; a page that is no folder is named by its file."""
        return tuple(address for address in self.every_html if not self._is_redirect(address))

    @cached_property
    def every_html(self) -> tuple[str, ...]:
        found = (path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))
        return tuple(sorted(path.removesuffix("index.html") for path in found))

    def of(self, template: str) -> list[str]:
        """The pages made from *template*, those with most on them first."""
        found = [address for address in self.pages if self.made_from.get(address) == template]
        return sorted(found, key=lambda address: (-self.file(address).stat().st_size, address))

    def page(self, template: str) -> str:
        """The page made from *template* with most on it, yet not so much that looking at it takes long."""
        found = self.of(template)
        return next((address for address in found if self.file(address).stat().st_size < _MUCH), found[-1])

    def file(self, address: str) -> Path:
        return self.folder / f"{address}index.html" if address.endswith("/") or not address else self.folder / address

    def html(self, address: str) -> str:
        return self.file(address).read_text(encoding="utf-8")

    def _is_redirect(self, address: str) -> bool:
        return 'http-equiv="refresh"' in self.html(address)[:2000]


def build_demo(repository: Path, settings: dict[str, Any], folder: Path) -> None:
    """The demo with *settings* of the organisation, a page written by hand, and an address that is no host's root."""
    root = folder.with_name(f"{folder.name}-source")
    shutil.copytree(repository, root)
    (root / "communities" / "how-we-work.md").write_text(HAND_WRITTEN, encoding="utf-8")
    _merge(root / "mkdocs.yml", {"site_url": f"https://host.example/{PREFIX}"})
    if settings:
        _merge(root / "communities" / "organisation.yml", {"settings": settings})
    build(root, folder, search=True)
    if not settings:
        _add_one_file_report(root, folder)


def build_first(outcomes: str, folder: Path) -> None:
    """What ``outcomes init`` makes, as it is."""
    root = folder.with_name(f"{folder.name}-source")
    subprocess.run([outcomes, "init", str(root)], check=True, capture_output=True)
    build(root, folder, search=True)


def build(root: Path, folder: Path, *, search: bool = False, strict: bool = False, as_of: date | None = None) -> None:
    """Builds the site of *root* in *folder* and notes beside it which template each page was made from."""
    made_from: dict[str, str] = {"404.html": "404.html"}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(site_parts, "site_outputs", _noting(made_from))
        result = build_site(root, site_dir=folder, search=search, strict=strict, jobs=1, as_of=as_of)
    assert result.is_built, result.messages
    paths = {PurePosixPath(said.span.path) for said in result.report if said.code == "anchor-broken"}
    told = sorted(f"{path.parts[1]}/{path.stem}/" for path in paths)
    _note(folder, {"made_from": made_from, "told": told})


def _noting(made_from: dict[str, str]) -> Callable[[PublishContext, Iterable[Output]], tuple[Output, ...]]:
    whole = site_parts.site_outputs

    def site_outputs(context: PublishContext, hand_written: Iterable[Output] = ()) -> tuple[Output, ...]:
        outputs = whole(context, hand_written)
        made_from.update(
            {addresses.page_url(o.path).removeprefix("./"): str(o.meta["template"]) for o in outputs if o.is_page}
        )
        made_from.update({addresses.artifact_url(ref): ARTIFACT for ref in context.catalog.artifacts})
        return outputs

    return site_outputs


def _merge(file: Path, settings: dict[str, Any]) -> None:
    old = yaml.safe_load(file.read_text(encoding="utf-8"))
    new = {key: {**old.get(key, {}), **value} if isinstance(value, dict) else value for key, value in settings.items()}
    file.write_text(yaml.safe_dump({**old, **new}, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _add_one_file_report(root: Path, folder: Path) -> None:
    """The report as one file, which the site does not hold, beside its pages: readers open it in a browser too."""
    outcomes = shutil.which("outcomes", path=str(REPOSITORY / ".venv" / "bin")) or "outcomes"
    command = [outcomes, "report", "2026-06", "--format", "html", "--as-of", "2026-06-30", "-C", str(root)]
    html = subprocess.run(command, check=True, capture_output=True).stdout
    (folder / ONE_FILE_REPORT).write_bytes(html)
    notes = _notes(folder)
    _note(folder, {**notes, "made_from": {**notes["made_from"], ONE_FILE_REPORT: ONE_FILE_REPORT}})


def _notes(folder: Path) -> dict[str, Any]:
    file = folder.with_name(f"{folder.name}-notes.json")
    return dict(json.loads(file.read_text(encoding="utf-8"))) if file.is_file() else {"made_from": {}, "told": []}


def _note(folder: Path, notes: dict[str, Any]) -> None:
    folder.with_name(f"{folder.name}-notes.json").write_text(json.dumps(notes), encoding="utf-8")
