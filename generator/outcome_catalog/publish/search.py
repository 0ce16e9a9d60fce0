"""The search index: Pagefind's own command over the pages that were built."""

import hashlib
import json
import os
import shutil
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from pagefind_bin import get_executable

FOLDER = "pagefind"
_DIGEST_FILE = "indexed-text.sha256"
_LONGEST_SECONDS = 1800
_LOOKS_UP_SECONDS = 0.1
_NOT_OURS = ("pagefind-ui.*", "pagefind-modular-ui.*", "pagefind-component-ui.*", "pagefind-highlight.js")
"""Pagefind's own interfaces, a third of a megabyte that no page of ours loads."""
_ENTRY, _PLAIN_ENGINE = "pagefind-entry.json", "wasm.unknown.pagefind"
"""What says which engine each language has; the engine for those that have none of their own."""


class SearchError(Exception):
    """The index could not be made; the text holds what the indexer said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexSettings:
    """How an index is made: by up to *jobs* threads, its words taken apart as those of *language*."""

    jobs: int
    language: str


def write_search_index(site_dir: Path, settings: IndexSettings, old_site: Path | None = None) -> bool:
    """Makes the index of the pages in *site_dir*, in its folder ``pagefind``.

    Only elements marked ``data-pagefind-body`` are indexed. Where the text is that of *old_site*, its index is taken
    over; True says that. Raises SearchError where the indexer fails.
    """
    digest = indexed_text_digest(site_dir, settings)
    if old_site is not None and digest_of_index(old_site) == digest:
        shutil.copytree(old_site / FOLDER, site_dir / FOLDER, dirs_exist_ok=True)
        return True
    make_index(site_dir, site_dir / FOLDER, settings, digest)
    return False


def make_index(
    site_dir: Path, output: Path, settings: IndexSettings, digest: str, is_unwanted: Callable[[], bool] = lambda: False
) -> bool:
    """Makes the index in the folder *output*; False where it became unwanted before it was ready, which is asked often.

    All pages are in one index, whatever languages they are in: one search finds all of them. Raises SearchError.
    """
    language = settings.language.partition("-")[0]
    command = [str(get_executable()), "--site", str(site_dir), "--output-path", str(output), "--quiet"]
    if not _has_run([*command, "--force-language", language], settings.jobs, is_unwanted):
        return False
    output.mkdir(exist_ok=True)
    _take_away_what_is_not_loaded(output)
    (output / _DIGEST_FILE).write_text(digest, encoding="ascii")
    return True


def _take_away_what_is_not_loaded(output: Path) -> None:
    for pattern in _NOT_OURS:
        for path in output.glob(pattern):
            path.unlink()
    entry = output / _ENTRY
    languages = json.loads(entry.read_text(encoding="utf-8"))["languages"].values() if entry.is_file() else ()
    if languages and all(language["wasm"] for language in languages):
        (output / _PLAIN_ENGINE).unlink(missing_ok=True)


def indexed_text_digest(
    site_dir: Path, settings: IndexSettings, is_unwanted: Callable[[], bool] = lambda: False
) -> str:
    """A digest of all that an index is made from: of the main part of each page that asks for it, and of its address.

    It is cut short, and of no use, where it becomes unwanted.
    """
    digest = hashlib.sha256(f"{version('pagefind_bin')} {settings.language}".encode())
    for page in sorted(site_dir.rglob("*.html")):
        if is_unwanted():
            break
        html = page.read_bytes()
        if b"data-pagefind-body" in html:
            main = html.partition(b"<main")[2].partition(b"</main>")[0] or html
            digest.update(b"%s\0%d\0%s" % (os.fsencode(page.relative_to(site_dir)), len(main), main))
    return digest.hexdigest()


def digest_of_index(site: Path) -> str | None:
    """The digest of what the index of *site* was made from; None where it has no whole index."""
    try:
        return (site / FOLDER / _DIGEST_FILE).read_text(encoding="ascii")
    except (OSError, ValueError):
        return None


def _has_run(command: list[str], jobs: int, is_unwanted: Callable[[], bool]) -> bool:
    environment = {**os.environ, "RAYON_NUM_THREADS": str(jobs)}
    end = time.monotonic() + _LONGEST_SECONDS
    try:
        with subprocess.Popen(  # noqa: S603 - the bundled program with folders of ours
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", errors="replace"
        ) as run:
            said = _said(run, lambda: is_unwanted() or time.monotonic() > end)
    except OSError as error:
        raise SearchError(f"the search index was not made: {error}") from error
    if said is None and is_unwanted():
        return False
    if said is None or run.returncode != 0:
        raise SearchError(f"the search index was not made: {said or f'it took over {_LONGEST_SECONDS} seconds'}")
    return True


def _said(run: subprocess.Popen[str], is_unwanted: Callable[[], bool]) -> str | None:
    """What the program said until it ended; None where it was ended, being unwanted."""
    while True:
        try:
            told, complaint = run.communicate(timeout=_LOOKS_UP_SECONDS)
        except subprocess.TimeoutExpired:
            if is_unwanted():
                run.kill()
                run.communicate()
                return None
        else:
            return (complaint or told).strip()
