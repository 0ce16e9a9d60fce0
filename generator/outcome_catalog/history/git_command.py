"""Runs git through GitPython: no hooks, no prompts, no network, and none of the caller's ``GIT_*`` variables."""

import os
import re
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from git.cmd import Git

_OPTIONS = (
    "--no-pager",
    "--no-replace-objects",
    "--no-optional-locks",
    "--literal-pathspecs",
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "core.fsmonitor=false"),
    *("-c", "protocol.allow=never"),
    *("-c", "protocol.ext.allow=never"),
)
_ENVIRONMENT = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "",  # no transport at all, for a git too old to know the line above
    "GIT_FLUSH": "0",  # one write for many commits
    "GIT_GRAFT_FILE": f"{os.devnull}/none",  # grafts would invent parents
}
# What says which git to run, where not to look for a repository, and which ones its owner trusts; any other GIT_* is
# another command's business.
_KEPT = re.compile(
    r"GIT_(PYTHON_.*|EXEC_PATH|CEILING_DIRECTORIES|CONFIG_(GLOBAL|SYSTEM|NOSYSTEM|COUNT|(KEY|VALUE)_\d+))"
)
_ENVIRONMENT_LOCK = threading.Lock()
_ANSWER_WITHIN_SECONDS = 120
_CHUNK_BYTES = 1 << 18
_PIPE_BYTES = 1 << 20  # so that git writes on while what it wrote is taken apart


class GitMissingError(Exception):
    """There is no git that could be run."""


class GitFailedError(Exception):
    """Git ended with an error; the text is what git said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one git command answered: its exit *status*, its *output* and its *error* text."""

    status: int
    output: bytes
    error: str

    @property
    def checked(self) -> bytes:
        """The output of a command that succeeded; raises GitFailedError otherwise."""
        if self.status != 0:
            raise GitFailedError(self.error)
        return self.output


def git_process(root: Path, *arguments: str, with_input: bool = False) -> "Git.AutoInterrupt":
    """A started ``git -C root …`` with piped output; its input is empty unless *with_input*. Raises GitMissingError."""
    try:
        from git.cmd import Git  # noqa: PLC0415 - the import itself fails where git is not installed
        from git.exc import GitCommandNotFound  # noqa: PLC0415 - as above
    except ImportError as error:
        raise GitMissingError from error
    runner = Git()
    runner.update_environment(**_ENVIRONMENT)
    command = [Git.GIT_PYTHON_GIT_EXECUTABLE or "git", "-C", str(root), *_OPTIONS, *arguments]
    try:
        with _without_git_variables():
            return runner.execute(
                command, istream=subprocess.PIPE if with_input else None, as_process=True, pipesize=_PIPE_BYTES
            )
    except (GitCommandNotFound, OSError) as error:
        raise GitMissingError from error


def git_answer(root: Path, *arguments: str, given: bytes | None = None) -> Answer:
    """The answer of one short git command run in *root*, fed *given*. Raises GitMissingError."""
    return answer_of(git_process(root, *arguments, with_input=given is not None), given)


def answer_of(process: "Git.AutoInterrupt", given: bytes | None = None) -> Answer:
    """The answer of a started *process* fed *given*; one that says nothing for two minutes is ended."""
    try:
        output, error = process.communicate(given, timeout=_ANSWER_WITHIN_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        return Answer(status=-1, output=b"", error=f"git gave no answer within {_ANSWER_WITHIN_SECONDS} seconds")
    return Answer(status=process.returncode, output=output, error=error.decode("utf-8", "replace"))


def git_stream(root: Path, *arguments: str) -> Iterator[bytes]:
    """The output of a long git command run in *root*, as it comes: git is at work as soon as this is called.

    Raises GitMissingError, and GitFailedError at the end of what git gave.
    """
    return _output(git_process(root, *arguments))


def _output(process: "Git.AutoInterrupt") -> Iterator[bytes]:
    errors = ErrorListener(process)
    try:
        while chunk := process.stdout.read1(_CHUNK_BYTES):
            yield chunk
    finally:
        process.stdout.close()  # where the reader stopped early, git ends on its next line
        said = errors.said()
        status = process.proc.wait() if process.proc else -1
    if status != 0:
        raise GitFailedError(said)


class ErrorListener:
    """Takes in what a process says on its error output while its output is read, so that neither blocks the other."""

    def __init__(self, process: "Git.AutoInterrupt") -> None:
        self._heard: list[bytes] = []
        self._thread = threading.Thread(target=lambda: self._heard.append(process.stderr.read()), daemon=True)
        self._thread.start()

    def said(self) -> str:
        """The error text, once the process has ended."""
        self._thread.join()
        return b"".join(self._heard).decode("utf-8", "replace")


@contextmanager
def _without_git_variables() -> Iterator[None]:
    """Hides the caller's GIT_* while a process starts: GitPython copies the environment and cannot leave any out."""
    with _ENVIRONMENT_LOCK:
        hidden = {k: os.environ.pop(k) for k in tuple(os.environ) if k.startswith("GIT_") and not _KEPT.fullmatch(k)}
        try:
            yield
        finally:
            os.environ.update(hidden)
