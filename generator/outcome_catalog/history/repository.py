"""What state the repository is in: its head, branch and remote, what differs from the head, or why there is none."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from outcome_catalog.history import notes
from outcome_catalog.history.git_command import Answer, GitMissingError, git_answer, git_process
from outcome_catalog.model.history import HistoryNote
from outcome_catalog.model.ids import BlobId

if TYPE_CHECKING:
    from git.cmd import Git

_STATE = ("--is-bare-repository", "--is-shallow-repository", "--show-prefix", "HEAD", "--symbolic-full-name", "HEAD")
_BRANCHES = "refs/heads/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Repository:
    """A repository that can be read: *prefix* is where the project lies in it, "" or ending in a slash."""

    root: Path
    head: str
    branch: str | None
    shallow: bool
    prefix: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why there is no history to read."""

    reason: HistoryNote


def repository_at(root: Path) -> Repository | Unreadable:
    """The repository that holds the project at *root*, or why it cannot be read."""
    try:
        answer = git_answer(root, "rev-parse", *_STATE)
    except GitMissingError:
        return Unreadable(notes.NO_GIT)
    if answer.status != 0:
        return Unreadable(_reason(answer, root))
    bare, shallow, *prefix, head, branch, _ = answer.output.decode("utf-8", "surrogateescape").split("\n")
    if bare == "true":
        return Unreadable(notes.BARE)
    return Repository(
        root=root,
        head=head,
        branch=branch.removeprefix(_BRANCHES) if branch.startswith(_BRANCHES) else None,
        shallow=shallow == "true",
        prefix="\n".join(prefix),
    )


def _reason(answer: Answer, root: Path) -> HistoryNote:
    """Why git could not say where the head is."""
    if "dubious ownership" in answer.error or "unsafe repository" in answer.error:
        return notes.FOREIGN
    if answer.output.startswith(b"true\n"):
        return notes.BARE
    if "ambiguous argument 'HEAD'" in answer.error:
        broken = "does not have any commits yet" not in git_answer(root, "log", "-1").error
        return notes.DAMAGED if broken else notes.NO_COMMITS
    has_git = any(os.path.lexists(folder / ".git") for folder in (root, *Path(os.path.realpath(root)).parents))
    return notes.DAMAGED if has_git else notes.NO_REPOSITORY


def present_files(repository: Repository, folders: tuple[str, ...]) -> Mapping[str, BlobId]:
    """The files that the head holds below *folders* of the project, each with its content's hash.

    Raises GitFailedError where git cannot read the head.
    """
    output = git_answer(repository.root, "ls-tree", "-r", "-z", repository.head, "--", *folders).checked
    entries = (entry.split("\t", 1) for entry in output.decode("utf-8", "surrogateescape").split("\0") if entry)
    return {path: BlobId(about.rpartition(" ")[2]) for about, path in entries}


def dirty_paths(repository: Repository, status: Answer) -> frozenset[str]:
    """The paths of the project that differ from the head, untracked ones included, from what *status* says.

    Raises GitFailedError where git cannot compare them.
    """
    entries = status.checked.decode("utf-8", "surrogateescape").split("\0")
    return frozenset(entry[3:].removeprefix(repository.prefix) for entry in entries if entry)


def started_status(repository: Repository, folders: tuple[str, ...]) -> "Git.AutoInterrupt":
    """A running ``git status`` of *folders*, so that other work goes on meanwhile. Raises GitMissingError."""
    options = ("--porcelain", "-z", "--no-renames", "--untracked-files=all", "--ignore-submodules=all")
    return git_process(repository.root, "status", *options, "--", *folders)


def git_version(repository: Repository) -> str:
    """Which git reads the repository, in its own words: another one may detect renames differently."""
    return git_answer(repository.root, "version").output.decode("utf-8", "replace").strip()


def remote_url(repository: Repository) -> str | None:
    """The public address of the remote ``origin`` without credentials; None where it has none or is a local folder."""
    answer = git_answer(repository.root, "config", "--get", "remote.origin.url")
    url = answer.output.decode("utf-8", "replace").strip()
    if re.fullmatch(r"[\w.-]+@[\w.-]+:[^\\\s]+", url):
        return url  # git@host:path: the user is part of the address, and there is no place for a password
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    host = parts.netloc.rpartition("@")[2]
    if parts.scheme not in {"http", "https", "ssh", "git"} or not host:
        return None
    user = "git@" if parts.scheme == "ssh" and parts.username == "git" else ""
    return urlunsplit((parts.scheme, user + host, parts.path, "", ""))
