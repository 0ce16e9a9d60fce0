"""The search index: Pagefind's own command over the pages that were built."""

import os
import subprocess
from pathlib import Path

from pagefind_bin import get_executable

FOLDER = "pagefind"
_LONGEST_SECONDS = 1800


class SearchError(Exception):
    """The index could not be made; the text holds what the indexer said."""


def write_search_index(site_dir: Path, jobs: int) -> None:
    """The index of the pages in *site_dir*, in its folder ``pagefind``, made by up to *jobs* threads.

    Only elements marked ``data-pagefind-body`` are indexed. Raises SearchError where the indexer fails.
    """
    command = [str(get_executable()), "--site", str(site_dir), "--output-subdir", FOLDER, "--quiet"]
    environment = {**os.environ, "RAYON_NUM_THREADS": str(jobs)}
    try:
        run = subprocess.run(  # noqa: S603 - the bundled program with a folder of ours
            command, env=environment, capture_output=True, text=True, check=False, timeout=_LONGEST_SECONDS
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise SearchError(f"the search index was not made: {error}") from error
    if run.returncode != 0:
        raise SearchError(f"the search index was not made: {(run.stderr or run.stdout).strip()}")
