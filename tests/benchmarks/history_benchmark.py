"""How long the history takes, as ratios to git's own log of the same repository, run in turns.

    python tests/benchmarks/history_benchmark.py [--files 10000] [--merges] [--rounds 7]

A repository with 2.5 commits a file is made first, in a temporary folder. Every round runs, one after the other: the
bare ``git log`` with the very arguments that are used (output thrown away), a cold reading with an empty cache, and a
warm one. What counts is the ratio within each round; the times drift with the machine.
"""

import argparse
import random
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from outcome_catalog.history import read_history
from outcome_catalog.history.git_log import LOG_ARGUMENTS, RENAMES

_WORDS = [f"word{number}" for number in range(800)]
_FILES_A_COMMUNITY = 50
_SHARE_OF_RENAMES = 0.05


def _text(chance: random.Random) -> str:
    body = "\n".join(" ".join(chance.choices(_WORDS, k=12)) for _ in range(50))
    return f"---\ntitle: {chance.choice(_WORDS)}\nbased_on:\n  - artifact: community-1/artifact-1\n---\n{body}\n"


def _changes(files: int, chance: random.Random) -> Iterator[bytes]:
    """First one addition a file, then 1.5 changes a file, one in twenty a rename, as fast-import commands."""
    paths = [f"communities/c{n // _FILES_A_COMMUNITY}/artifacts/artifact-{n}.md" for n in range(files)]
    texts = [_text(chance) for _ in paths]
    for number in range(files * 5 // 2):
        at = number if number < files else chance.randrange(files)
        command = b""
        if number >= files:
            texts[at] += " ".join(chance.choices(_WORDS, k=12)) + "\n"
            if chance.random() < _SHARE_OF_RENAMES:
                former, paths[at] = paths[at], f"communities/c{number % 200}/artifacts/artifact-{at}-{number}.md"
                command = b"R %s %s\n" % (former.encode(), paths[at].encode())
        text = texts[at].encode()
        yield command + b"M 100644 inline %s\ndata %d\n%s\n" % (paths[at].encode(), len(text), text)


def _commit(mark: int, branch: str, parents: list[int], change: bytes) -> bytes:
    """One fast-import commit; a second parent makes it a merge."""
    who = b"Author %d <author%d@example.org> %d +0000\n" % (mark % 300, mark % 300, 1_400_000_000 + mark * 9_000)
    origin = b"".join(b"%s :%d\n" % (word, p) for word, p in zip((b"from", b"merge"), parents, strict=False))
    message = b"Change one file of the corpus, as the change says"
    head = b"commit refs/heads/%s\nmark :%d\nauthor %scommitter %s" % (branch.encode(), mark, who, who)
    return head + b"data %d\n%s\n" % (len(message), message) + origin + change


def _stream(files: int, *, merges: bool) -> Iterator[bytes]:
    """The corpus as a fast-import stream; with *merges*, every second change comes by a branch of its own."""
    mark = 0
    side: tuple[int, bytes] | None = None
    for change in _changes(files, random.Random(20)):
        mark += 1
        tip = [] if mark == 1 else [mark - 1]
        if merges and side is None and mark > 1:
            side = (mark, change)
            yield _commit(mark, "side", tip, change)
        elif side is not None:
            branch, merged = side
            yield _commit(mark, "main", [branch - 1], change)
            mark += 1
            yield _commit(mark, "main", [mark - 1, branch], merged)
            side = None
        else:
            yield _commit(mark, "main", tip, change)


def _repository(folder: Path, files: int, *, merges: bool) -> Path:
    subprocess.run(["git", "init", "-q", "-b", "main", folder], check=True)
    importer = subprocess.Popen(["git", "-C", folder, "fast-import", "--quiet"], stdin=subprocess.PIPE)
    assert importer.stdin is not None
    for piece in _stream(files, merges=merges):
        importer.stdin.write(piece)
    importer.stdin.close()
    assert importer.wait() == 0
    subprocess.run(["git", "-C", folder, "checkout", "-q", "main"], check=True)
    return folder


def _seconds(action: Callable[[], object]) -> float:
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def _bare_log(root: Path) -> None:
    subprocess.run(["git", "-C", root, *LOG_ARGUMENTS, RENAMES, "HEAD"], stdout=subprocess.DEVNULL, check=True)


def _said(name: str, values: list[float], unit: str) -> None:
    print(f"{name:42} median {statistics.median(values):6.3f} {unit}  ({min(values):.3f}–{max(values):.3f})")  # noqa: T201 - a script


def main() -> None:
    """Makes the corpus, runs the rounds and prints the ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--merges", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = _repository(Path(folder) / "project", given.files, merges=given.merges)
        wanted = {path: frozenset({"community-1/artifact-1"}) for path in read_history(root, {}, None).lineages}
        log, cold, searched, warm = [], [], [], []
        for number in range(given.rounds):
            cache = Path(folder) / f"cache-{number}"
            log.append(_seconds(lambda: _bare_log(root)))
            cold.append(_seconds(lambda: read_history(root, {}, cache)))  # noqa: B023 - called at once
            searched.append(_seconds(lambda: read_history(root, wanted, cache)))  # noqa: B023 - called at once
            warm.append(_seconds(lambda: read_history(root, wanted, cache)))  # noqa: B023 - called at once
    _said("bare git log", log, "s")
    _said("cold", cold, "s")
    _said("cold / bare git log", [c / b for c, b in zip(cold, log, strict=True)], "×")
    _said(f"a reference in each of {len(wanted)} files, first time", searched, "s")
    _said("warm, references included", warm, "s")


if __name__ == "__main__":
    main()
