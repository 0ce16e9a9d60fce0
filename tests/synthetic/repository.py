"""A synthetic catalog as a git repository: two and a half commits a file, by one fast-import stream.

Run as ``python -m tests.synthetic.repository SIZE FOLDER``.
"""

import random
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from tests.synthetic.catalog_text import PEOPLE, files

_FIRST = int(datetime(2024, 1, 1, tzinfo=UTC).timestamp())
_LAST = int(datetime(2026, 6, 1, tzinfo=UTC).timestamp())


def make_repository(folder: Path, size: int, seed: int = 7) -> None:
    """Make a repository with *size* artifacts in *folder*, which must be empty or absent."""
    subprocess.run(["git", "init", "-q", "-b", "main", str(folder)], check=True)
    stream = b"".join(_commits(size, seed))
    subprocess.run(["git", "-C", str(folder), "fast-import", "--quiet"], input=stream, check=True)
    subprocess.run(["git", "-C", str(folder), "checkout", "-q", "main"], check=True)


def _commits(size: int, seed: int) -> Iterator[bytes]:
    source = random.Random(seed)
    versions = list(_versions(size, seed, source))
    step = (_LAST - _FIRST) // len(versions)
    for number, (path, text) in enumerate(versions):
        person = f"Person {number % PEOPLE:02d} <person-{number % PEOPLE:02d}@example.org>"
        when = f"{_FIRST + number * step} +0000"
        message = f"Change {path}".encode()
        data = text.encode()
        yield f"commit refs/heads/main\nauthor {person} {when}\ncommitter {person} {when}\n".encode()
        yield b"data %d\n%s\nM 100644 inline %s\ndata %d\n%s\n" % (
            len(message),
            message,
            path.encode(),
            len(data),
            data,
        )


def _versions(size: int, seed: int, source: random.Random) -> Iterator[tuple[str, str]]:
    """Every file once in order, and behind it one or two earlier files again, changed."""
    earlier: list[tuple[str, str]] = []
    for path, text in files(size, seed):
        yield path, text
        if path.endswith(".md"):
            earlier.append((path, text))
            for _ in range(1 + (len(earlier) % 2)):
                index = source.randrange(len(earlier))
                changed, before = earlier[index]
                earlier[index] = (changed, f"{before}\nChanged once more: {source.randrange(10**6)}.\n")
                yield earlier[index]


if __name__ == "__main__":
    make_repository(Path(sys.argv[2]), int(sys.argv[1]))
