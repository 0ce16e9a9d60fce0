"""What was read of the history, kept between runs: one file of plain text, which a digest guards.

A kept history holds for one head commit. Names are kept as recorded, so that a changed ``.mailmap`` takes effect at
once. A file that is missing, damaged, or not ours is no history, and a folder that cannot be written keeps none.
"""

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import partial
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple, cast

from outcome_catalog.history.introductions import Search
from outcome_catalog.history.lineages import Lineages
from outcome_catalog.history.made_on_demand import MadeOnDemand
from outcome_catalog.history.recorded import Commits, Recorded
from outcome_catalog.model.history import Lineage, Revision
from outcome_catalog.model.ids import BlobId, CommitId

_FILE = "history.json"
_FORMAT = "outcome-catalog history 1"


class Kept(NamedTuple):
    """What one reading of a repository told: its lineages and the introductions that were asked for."""

    recorded: Recorded
    introductions: Mapping[Search, CommitId]


class _Revisions(NamedTuple):
    """All files' revisions in one row of columns: a file's are those from its start to the next one's."""

    ids: list[CommitId]
    commit: list[int]
    paths: list[str]
    path: list[int]
    blob: list[BlobId]
    starts: list[int]


def kept_history(folder: Path, key: str) -> Kept | None:
    """The history kept in *folder* under *key*, or None."""
    try:
        told, _, content = (folder / _FILE).read_bytes().partition(b"\n")
        if told != _guard(key, content):
            return None
        return _kept(json.loads(content))
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None


def keep_history(folder: Path, key: str, kept: Kept) -> None:
    """Puts *kept* into *folder* in place of what was there; the file is its owner's alone, as it holds e-mails."""
    content = json.dumps(_plain(kept), separators=(",", ":")).encode()
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=_FILE, dir=folder)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_guard(key, content) + b"\n" + content)
            Path(name).replace(folder / _FILE)
        except OSError:
            Path(name).unlink(missing_ok=True)


def _guard(key: str, content: bytes) -> bytes:
    """The first line of the file: what it is, what it holds for, and the digest of the rest."""
    return json.dumps([_FORMAT, key, hashlib.sha256(content).hexdigest()]).encode()


def _plain(kept: Kept) -> dict[str, Any]:
    """*kept* as columns of plain values: long columns of hashes are one text each, which is read fastest."""
    commits, lineages = kept.recorded.commits, kept.recorded.lineages
    numbers = {commit: number for number, commit in enumerate(commits.id)}
    revisions = [revision for lineage in lineages.by_path.values() for revision in lineage.revisions]
    paths = _numbers((*lineages.by_path, *(revision.path for revision in revisions)))
    return {
        "commits": commits._replace(id=[])._asdict(),
        "ids": " ".join(commits.id),
        "paths": list(paths),
        "lengths": [len(lineage.revisions) for lineage in lineages.by_path.values()],
        "commit": [numbers[revision.commit] for revision in revisions],
        "path": [paths[revision.path] for revision in revisions],
        "blob": " ".join(revision.blob or "" for revision in revisions),
        "found": [[path, [*places.items()]] for path, places in lineages.found.items()],
        "notes": kept.recorded.notes,
        "introductions": {
            "file": [paths[path] for path, _ in kept.introductions],
            "reference": [reference for _, reference in kept.introductions],
            "commit": [numbers[commit] for commit in kept.introductions.values()],
        },
    }


def _numbers(texts: Iterable[str]) -> dict[str, int]:
    """Each text once, with its number."""
    return {text: number for number, text in enumerate(dict.fromkeys(texts))}


def _kept(plain: dict[str, Any]) -> Kept:
    """What :func:`_plain` put down."""
    ids = cast("list[CommitId]", plain["ids"].split(" "))
    blobs = cast("list[BlobId]", plain["blob"].split(" "))
    paths: list[str] = plain["paths"]
    columns = _Revisions(ids, plain["commit"], paths, plain["path"], blobs, [0, *accumulate(plain["lengths"])])
    numbers = {path: number for number, path in enumerate(paths[: len(plain["lengths"])])}
    by_path = MadeOnDemand(numbers, partial(_lineage, columns))
    found = {path: {place: tuple(blobs) for place, blobs in places} for path, places in plain["found"]}
    commits = Commits(**(plain["commits"] | {"id": ids}))
    return Kept(Recorded(commits, Lineages(by_path, found), tuple(plain["notes"])), _introductions(plain, ids))


def _lineage(columns: _Revisions, number: int) -> Lineage:
    """The lineage of the file with this *number*."""
    revisions = tuple(
        Revision(
            commit=columns.ids[columns.commit[row]],
            path=columns.paths[columns.path[row]],
            blob=columns.blob[row] or None,
        )
        for row in range(columns.starts[number], columns.starts[number + 1])
    )
    return Lineage(path=columns.paths[number], revisions=revisions)


def _introductions(plain: dict[str, Any], ids: list[CommitId]) -> dict[Search, CommitId]:
    paths, (files, references, commits) = plain["paths"], plain["introductions"].values()
    rows = zip(files, references, commits, strict=True)
    return {(paths[file], reference): ids[commit] for file, reference, commit in rows}
