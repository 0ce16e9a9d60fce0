"""Where a record is written down: its file, its line, its commit, and what git recorded of it."""

import posixpath
from collections.abc import Mapping
from typing import Any

from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.history import Commit, Depth, History
from outcome_catalog.model.ids import CommitId
from outcome_catalog.publish import addresses
from outcome_catalog.publish.context import PublishContext, SiteSettings
from outcome_catalog.publish.words import phrase

_SHORT = 10
_COMMITS_SHOWN = 5


def source_fact(
    site: SiteSettings, path: str, *, line: int | None = None, commit: CommitId | None = None
) -> dict[str, Any]:
    """A source file as a page names it: its path and line, where to read it, and the commit that says so.

    The address is that of the file as of *commit*, so that it shows what was counted even after a later change.
    """
    url = addresses.source_url(site, path, commit)
    fragment = f"#L{line}" if url and line is not None and line > 1 else ""
    return {
        "path": path,
        "name": posixpath.basename(path),
        "line": line,
        "url": None if url is None else url + fragment,
        "commit": None if commit is None else commit[:_SHORT],
        "commit_url": None if commit is None else addresses.commit_url(site, commit),
    }


def contributor_count(catalog: Catalog, path: str) -> int:
    """How many people git recorded as authors of the file's revisions; several e-mails of one person are one."""
    authors = set()
    for commit in catalog.history.revisions_of(path):
        person = catalog.person_by_email.get(commit.email.casefold())
        authors.add(commit.email.casefold() if person is None else f"person {person}")
    return len(authors)


def provenance(context: PublishContext, path: str) -> dict[str, Any]:
    """What git recorded of the file at *path*, with its latest commits; nothing is guessed where git knows nothing."""
    history = context.catalog.history
    commits = history.revisions_of(path)
    lineage = history.lineages.get(path)
    return {
        "path": path,
        "parts": path.split("/"),
        "url": addresses.source_url(context.site, path),
        "edit_url": addresses.edit_url(context.site, path),
        "created": commits[0].day.isoformat() if commits else None,
        "modified": commits[-1].day.isoformat() if commits else None,
        "revisions": len(commits),
        "contributors": contributor_count(context.catalog, path),
        "former_paths": [] if lineage is None else [_readable(former) for former in lineage.former_paths],
        "commits": [_commit(context.site, commit) for commit in reversed(commits[-_COMMITS_SHOWN:])],
        "is_uncommitted": path in history.dirty_paths,
        "is_complete": history.depth is Depth.COMPLETE,
    }


def _readable(path: str) -> str:
    """A name that git has by bytes, with a sign in the place of those that are no text."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def history_notes(words: Mapping[str, Any], history: History) -> list[str]:
    """What limits the dates of *history*, a sentence or two each."""
    return [phrase(words, f"history_note.{note.key}", n=note.n, commit=note.commit) for note in history.notes]


def _commit(site: SiteSettings, commit: Commit) -> dict[str, Any]:
    return {"short": commit.id[:_SHORT], "url": addresses.commit_url(site, commit.id), "day": commit.day.isoformat()}
