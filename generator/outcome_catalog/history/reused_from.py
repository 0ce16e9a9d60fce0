"""What commits say they reuse: the trailers ``Reused-from: community/artifact`` at the end of their messages."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from outcome_catalog.history.git_command import git_answer
from outcome_catalog.model.ids import CommitId

TRAILER = "Reused-from"
_ARGUMENTS = (
    "log",
    "--no-walk=unsorted",
    "--stdin",
    "-z",
    "--encoding=UTF-8",
    "--no-color",
    "--no-show-signature",
    "--no-patch",
    f"--format=%H%n%(trailers:key={TRAILER},valueonly,unfold)",
)


def reused_from(root: Path, commits: Sequence[CommitId]) -> Mapping[CommitId, tuple[str, ...]]:
    """What the trailers of each of *commits* name, as written; git itself says what is a trailer and what only text.

    The one log tells which messages hold the word at all, so that this asks for a handful of them or for none.
    Raises GitFailedError where git cannot read them.
    """
    if not commits:
        return {}
    answer = git_answer(root, *_ARGUMENTS, given="".join(f"{commit}\n" for commit in commits).encode())
    told = (entry.split("\n") for entry in answer.checked.decode("utf-8", "replace").split("\0") if entry)
    named = ((CommitId(commit), tuple(value.strip() for value in values if value.strip())) for commit, *values in told)
    return {commit: values for commit, values in named if values}
