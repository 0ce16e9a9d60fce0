"""What was read of the history, kept between runs: one file of plain text, which a digest guards.

A kept history holds for one head commit. Names are kept as recorded, so that a changed ``.mailmap`` takes effect at
once. A file that is missing, damaged, or not ours is no history, and a folder that cannot be written keeps none.
"""

import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any, NamedTuple

from outcome_catalog.history.introductions import Search
from outcome_catalog.history.recorded import Commits, Recorded, Revisions
from outcome_catalog.model.history import HistoryNote
from outcome_catalog.model.ids import CommitId

_FILE = "history.json"
_FORMAT = "outcome-catalog history 4"


class Kept(NamedTuple):
    """What one reading of a repository told: its lineages and the introductions that were asked for."""

    recorded: Recorded
    introductions: Mapping[Search, CommitId]


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
    """*kept* as columns of plain values: the columns of hashes are one text each, which is read fastest."""
    commits, revisions, found, notes, reused_from = kept.recorded
    numbers = {commit: number for number, commit in enumerate(commits.id)}
    return {
        "commits": commits._asdict() | {"id": " ".join(commits.id)},
        "revisions": revisions._asdict() | {"blob": " ".join(blob or "" for blob in revisions.blob)},
        "found": [[path, [*places.items()]] for path, places in found.items()],
        "notes": [asdict(note) for note in notes],
        "reused_from": reused_from,
        "introductions": {
            "file": [path for path, _ in kept.introductions],
            "reference": [reference for _, reference in kept.introductions],
            "commit": [numbers[commit] for commit in kept.introductions.values()],
        },
    }


def _kept(plain: dict[str, Any]) -> Kept:
    """What :func:`_plain` put down."""
    commits = Commits(**(plain["commits"] | {"id": plain["commits"]["id"].split(" ")}))
    blobs = [blob or None for blob in plain["revisions"]["blob"].split(" ")]
    revisions = Revisions(**(plain["revisions"] | {"blob": blobs}))
    found = {path: {place: tuple(contents) for place, contents in places} for path, places in plain["found"]}
    brought = plain["introductions"]
    rows = zip(brought["file"], brought["reference"], brought["commit"], strict=True)
    introductions = {(path, reference): commits.id[commit] for path, reference, commit in rows}
    reused_from = {CommitId(commit): tuple(values) for commit, values in plain["reused_from"].items()}
    return Kept(
        Recorded(commits, revisions, found, tuple(HistoryNote(**note) for note in plain["notes"]), reused_from),
        introductions,
    )
