"""Which commit brought a reference into a file."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from outcome_catalog.history.git_command import git_process
from outcome_catalog.history.lineages import Touch

if TYPE_CHECKING:
    from git.cmd import Git

LARGEST_CONTENT_BYTES = 1 << 20
"""Larger contents are not searched: no file of a catalog may be that large."""
_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)


class Contents:
    """Contents by their hash, read from one ``git cat-file --batch``."""

    def __init__(self, process: "Git.AutoInterrupt") -> None:
        self._process = process
        self._texts: dict[str, str | None] = {}

    def text(self, blob: str) -> str | None:
        """The content as text; None where it is too large, or is not here."""
        if blob not in self._texts:
            self._texts[blob] = self._read(blob)
        return self._texts[blob]

    def forget(self) -> None:
        """Lets the contents that were read go."""
        self._texts.clear()

    def _read(self, blob: str) -> str | None:
        try:
            self._process.stdin.write(f"{blob}\n".encode())
            self._process.stdin.flush()
        except OSError:
            return None  # git gave up, as it does in a partial clone
        answer = self._process.stdout.readline().split()
        if len(answer) != 3 or not answer[2].isdigit():  # noqa: PLR2004 - hash, type and size
            return None
        size = int(answer[2])
        if size > LARGEST_CONTENT_BYTES:
            for start in range(0, size + 1, LARGEST_CONTENT_BYTES):
                self._process.stdout.read(min(LARGEST_CONTENT_BYTES, size + 1 - start))
            return None
        content: bytes = self._process.stdout.read(size + 1)
        return content[:-1].decode("utf-8", "replace")


@contextmanager
def contents_of(root: Path) -> Iterator[Contents]:
    """The contents of the repository at *root*, as long as they are needed."""
    process = git_process(root, "cat-file", "--batch", with_input=True)
    try:
        yield Contents(process)
    finally:
        process.communicate()


def introduction(touches: Sequence[Touch], reference: str, contents: Contents) -> str | None:
    """The commit of a lineage since which the file has held *reference* without a break, or None where unknown.

    From the last of *touches* the walk goes to whichever parent's content held the reference already, so that a merge
    does not pass for the commit that wrote what it merged.
    """
    if len(touches) == 1:
        return touches[0].commit
    latest = len(touches) - 1
    if not _holds(touches[latest], touches[latest].blob, reference, contents):
        return None
    number = latest
    while (earlier := _earlier(touches, number, reference, contents)) is not None:
        number = earlier
    return touches[number].commit


def _earlier(touches: Sequence[Touch], number: int, reference: str, contents: Contents) -> int | None:
    """The number of the touch before *number* that left a content which held *reference* already."""
    for old in touches[number].old_blobs:
        if old is not None and _holds(touches[number], old, reference, contents):
            before = (n for n in range(number - 1, -1, -1) if touches[n].blob == old)
            return next(before, None)
    return None


def _holds(touch: Touch, blob: str | None, reference: str, contents: Contents) -> bool:
    """True where the content holds *reference* as a word of its own; of Markdown the front matter alone counts."""
    text = None if blob is None else contents.text(blob)
    if text is None:
        return False
    if touch.path.endswith(".md"):
        front = _FRONT_MATTER.match(text)
        text = front[1] if front else ""
    return re.search(rf"(?<![\w/-]){re.escape(reference)}(?![\w/-])", text) is not None
