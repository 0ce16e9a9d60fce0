"""The search index: Pagefind's own command over the pages that were built."""

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

from pagefind_bin import get_executable

FOLDER = "pagefind"
_DIGEST_FILE = "indexed-text.sha256"
_LONGEST_SECONDS = 1800


class SearchError(Exception):
    """The index could not be made; the text holds what the indexer said."""


def write_search_index(site_dir: Path, jobs: int, old_site: Path | None = None) -> bool:
    """Makes the index of the pages in *site_dir*, in its folder ``pagefind``, by up to *jobs* threads.

    Only elements marked ``data-pagefind-body`` are indexed. Where the text is that of *old_site*, its index is taken
    over; True says that. Raises SearchError where the indexer fails.
    """
    digest = indexed_text_digest(site_dir)
    if old_site is not None and _digest_of(old_site) == digest and taken_over_index(old_site, site_dir):
        return True
    _run_pagefind(site_dir, jobs)
    (site_dir / FOLDER).mkdir(exist_ok=True)
    (site_dir / FOLDER / _DIGEST_FILE).write_text(digest, encoding="ascii")
    return False


def taken_over_index(old_site: Path, site_dir: Path) -> bool:
    """True where *old_site* had an index, which *site_dir* now has too."""
    if not (old_site / FOLDER).is_dir():
        return False
    shutil.copytree(old_site / FOLDER, site_dir / FOLDER, dirs_exist_ok=True)
    return True


def indexed_text_digest(site_dir: Path) -> str:
    """A digest of all that is indexed: of the main part of each page that asks for it, and of its address."""
    digest = hashlib.sha256()
    for page in sorted(site_dir.rglob("*.html")):
        html = page.read_bytes()
        if b"data-pagefind-body" in html:
            main = html.partition(b"<main")[2].partition(b"</main>")[0] or html
            digest.update(b"%s\0%d\0%s" % (os.fsencode(page.relative_to(site_dir)), len(main), main))
    return digest.hexdigest()


def _digest_of(site: Path) -> str | None:
    try:
        return (site / FOLDER / _DIGEST_FILE).read_text(encoding="ascii")
    except (OSError, ValueError):
        return None


def _run_pagefind(site_dir: Path, jobs: int) -> None:
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
