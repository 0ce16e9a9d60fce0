"""What git's copy detection says of pairs of files: whether the one came in as a copy of the other.

Asked for a few pairs only. Git looks for a copy's source among all files it is given, so that looking through a whole
history takes time that grows with the square of the files.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from outcome_catalog.history.git_command import GitFailedError, GitMissingError, git_answer
from outcome_catalog.model.history import Commit, Depth, History, Lineage
from outcome_catalog.model.ids import CommitId

_COMMIT = "\x01"
_ARGUMENTS = (
    "log",
    "--no-walk=unsorted",
    "--format=%x01%H",
    "--name-status",
    "-z",
    "--root",
    "--no-color",
    "--no-show-signature",
    "--relative",
    "--diff-filter=C",
    "-C50%",
    "-C",  # twice: a source need not have changed in the same commit
    "-l0",
)
MOST_PAIRS = 500
"""Pairs beyond which no more are asked about: nobody looks through as many, and a command line has an end."""
Copy = tuple[Commit, int]
"""The commit that brought the copy in, and how much of it was the same, in percent."""


def copies(root: Path, history: History, pairs: Iterable[tuple[str, str]]) -> Mapping[tuple[str, str], Copy]:
    """Those of *pairs* of present paths, the source's first, of which git says that the second began as a copy.

    Where git can tell nothing, nothing is a copy.
    """
    lineages = history.lineages if history.depth is Depth.COMPLETE else {}
    asked = [pair for pair in pairs if all(path in lineages for path in pair)][:MOST_PAIRS]
    if not asked:
        return {}
    began = {path: lineages[path].revisions[0] for _, path in asked}
    paths = sorted({name for source, path in asked for name in (*_names(lineages[source]), began[path].path)})
    commits = sorted({revision.commit for revision in began.values()})
    try:
        told = git_answer(root, *_ARGUMENTS, *commits, "--", *paths).checked
    except (GitFailedError, GitMissingError):
        return {}
    seen = {(commit, path): (former, alike) for commit, path, former, alike in _copies(told)}
    found: dict[tuple[str, str], Copy] = {}
    for source, path in asked:
        former, alike = seen.get((began[path].commit, began[path].path), ("", 0))
        if former in _names(lineages[source]):
            found[source, path] = (history.commits[began[path].commit], alike)
    return found


def _names(lineage: Lineage) -> tuple[str, ...]:
    """The paths that a file has and had."""
    return (lineage.path, *lineage.former_paths)


def _copies(told: bytes) -> Iterator[tuple[CommitId, str, str, int]]:
    """Every copy in a log: its commit, the new path, the source's, and how alike they are in percent."""
    commit = CommitId("")
    tokens = iter(told.decode("utf-8", "surrogateescape").split("\0"))
    for token in tokens:
        if token.startswith(_COMMIT):
            commit = CommitId(token.removeprefix(_COMMIT))
        elif token.startswith(("C", "\nC")):
            former, path = next(tokens), next(tokens)
            yield commit, path, former, int(token.lstrip("\nC"))
