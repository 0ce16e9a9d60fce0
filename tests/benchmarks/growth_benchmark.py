"""How time and memory grow with the number of artifacts: paired ratios of one run, never a test.

Run as ``python -m tests.benchmarks.growth_benchmark [SIZE …]`` (default: 1000 10000); each size is checked and built
cold, one after the other, and printed beside its ratio to the size before. The search index is left out.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.synthetic.repository import make_repository

_COMMANDS = {"check": ("check",), "build": ("build", "--no-search")}


def measured(folder: Path, arguments: tuple[str, ...]) -> tuple[float, int]:
    """Seconds of wall time, and the most memory in MB, that one cold run takes in *folder*."""
    command = [sys.executable, "-c", "from outcome_catalog.cli.main import main; main()", *arguments]
    with tempfile.TemporaryDirectory() as cache:
        began = time.perf_counter()
        subprocess.run(
            command, cwd=folder, env={**os.environ, "XDG_CACHE_HOME": cache}, check=True, capture_output=True
        )
        seconds = time.perf_counter() - began
    return seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024


def main(sizes: list[int]) -> None:
    """Print a line for each size and command."""
    before: dict[str, float] = {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder) / "catalog"
            make_repository(root, size)
            for name, arguments in _COMMANDS.items():
                seconds, megabytes = measured(root, arguments)
                ratio = f", {seconds / before[name]:.1f} times the size before" if name in before else ""
                print(f"{name} of {size} artifacts: {seconds:.1f} s{ratio}; at most {megabytes} MB so far")  # noqa: T201 - a benchmark prints
                before[name] = seconds


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [1_000, 10_000])
