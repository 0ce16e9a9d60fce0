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
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from outcome_catalog.history.introductions import Search
from outcome_catalog.history.lineages import Lineages
from outcome_catalog.history.recorded import Recorded, Signing
from outcome_catalog.model.history import Lineage, Revision
from outcome_catalog.model.ids import BlobId, CommitId

_FILE = "history.json"
_FORMAT = "outcome-catalog history 1"
_NONE = "-"


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
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
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
    signings, lineages = kept.recorded.signings, kept.recorded.lineages
    commits = {commit: number for number, commit in enumerate(signings)}
    authors = _numbers(signing.author for signing in signings.values())
    revisions = [revision for lineage in lineages.by_path.values() for revision in lineage.revisions]
    paths = _numbers((*lineages.by_path, *(revision.path for revision in revisions)))
    return {
        "commits": " ".join(commits),
        "authors": list(authors),
        "author": [authors[signing.author] for signing in signings.values()],
        "authored": [signing.authored for signing in signings.values()],
        "committed": [signing.committed for signing in signings.values()],
        "signed": [int(signing.signed) for signing in signings.values()],
        "paths": list(paths),
        "files": len(lineages.by_path),
        "lengths": [len(lineage.revisions) for lineage in lineages.by_path.values()],
        "commit": [commits[revision.commit] for revision in revisions],
        "path": [paths[revision.path] for revision in revisions],
        "blob": " ".join(revision.blob or _NONE for revision in revisions),
        "found": [[path, [*places.items()]] for path, places in lineages.found.items()],
        "notes": kept.recorded.notes,
        "introductions": [[*search, commit] for search, commit in kept.introductions.items()],
    }


def _numbers(texts: Iterable[str]) -> dict[str, int]:
    """Each text once, with its number."""
    return {text: number for number, text in enumerate(dict.fromkeys(texts))}


def _kept(plain: dict[str, Any]) -> Kept:
    """What :func:`_plain` put down."""
    commits = [CommitId(commit) for commit in plain["commits"].split(" ")]
    authors, paths = plain["authors"], plain["paths"]
    about = zip(plain["author"], plain["authored"], plain["committed"], plain["signed"], strict=True)
    signings = {c: Signing(authors[a], at, by, bool(s)) for c, (a, at, by, s) in zip(commits, about, strict=True)}
    blobs = (None if blob == _NONE else BlobId(blob) for blob in plain["blob"].split(" "))
    columns = zip(plain["commit"], plain["path"], blobs, strict=True)
    revisions = (Revision(commit=commits[commit], path=paths[path], blob=blob) for commit, path, blob in columns)
    by_path = {
        path: Lineage(path=path, revisions=tuple(islice(revisions, length)))
        for path, length in zip(paths[: plain["files"]], plain["lengths"], strict=True)
    }
    found = {path: {place: tuple(blobs) for place, blobs in places} for path, places in plain["found"]}
    introductions = {Search(path, reference): CommitId(commit) for path, reference, commit in plain["introductions"]}
    return Kept(Recorded(signings, Lineages(by_path, found), tuple(plain["notes"])), introductions)
