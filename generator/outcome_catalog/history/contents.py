"""Contents of files at earlier commits, read in one ``git cat-file --batch``."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from outcome_catalog.history.git_command import ErrorListener, git_process
from outcome_catalog.model.ids import BlobId

if TYPE_CHECKING:
    from git.cmd import Git

LARGEST_CONTENT_BYTES = 1 << 20
"""Larger contents are passed over: no file of a catalog may be that large."""
_ASKED_AT_ONCE = 200  # their hashes fit into any pipe, so that neither side waits for the other
_CHUNK_BYTES = 1 << 16

ContentsReader = Callable[[Sequence[BlobId]], Iterator[bytes | None]]
"""Gives the content of each hash in turn; None for one that is too large or not here."""


@contextmanager
def contents_reader(root: Path) -> Iterator[ContentsReader]:
    """A reader of the contents that the repository at *root* holds, as long as it is needed."""
    process = git_process(root, "cat-file", "--batch", with_input=True)

    def contents(blobs: Sequence[BlobId]) -> Iterator[bytes | None]:
        for start in range(0, len(blobs), _ASKED_AT_ONCE):
            asked = blobs[start : start + _ASKED_AT_ONCE]
            _ask(process, asked)
            for _ in asked:
                yield _answer(process)

    errors = ErrorListener(process)
    try:
        yield contents
    finally:
        process.kill()
        errors.said()
        process.communicate()


def _ask(process: "Git.AutoInterrupt", blobs: Sequence[BlobId]) -> None:
    try:
        process.stdin.write("".join(f"{blob}\n" for blob in blobs).encode())
        process.stdin.flush()
    except OSError:
        return  # git gave up, as it does in a partial clone: its answers are then empty


def _answer(process: "Git.AutoInterrupt") -> bytes | None:
    """The next content: a line with its size, the bytes, and a line's end."""
    size = process.stdout.readline().split()[-1:]
    if not size or not size[0].isdigit():
        return None
    rest = int(size[0]) + 1
    if rest <= LARGEST_CONTENT_BYTES:
        content: bytes = process.stdout.read(rest)
        return content[:-1]
    while rest and (passed := process.stdout.read(min(rest, _CHUNK_BYTES))):
        rest -= len(passed)
    return None
