"""The index of a live preview: made beside its readers, and in their hands only when it is whole."""

import json
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

from outcome_catalog.publish.search import (
    FOLDER,
    IndexSettings,
    SearchError,
    digest_of_index,
    indexed_text_digest,
    make_index,
)
from outcome_catalog.publish.swapping import swapped

STATE_ADDRESS = "search/state.json"
"""Where a preview says whether its index is ``making``, ``ready`` or ``failed``; a published site has no such file."""


def write_index_state(site_dir: Path, state: str, index: str | None = None) -> None:
    """Says in *site_dir*, in one step, how far its index is, and which it is."""
    target = site_dir / STATE_ADDRESS
    target.parent.mkdir(parents=True, exist_ok=True)
    new = target.with_suffix(".new")
    new.write_text(json.dumps({"state": state, "index": index}), encoding="ascii")
    new.replace(target)


def carry_over_index(old_site: Path, site_dir: Path) -> None:
    """Moves the index that *old_site* has: until there is a newer one it finds nearly everything."""
    if (old_site / FOLDER).is_dir() and not (site_dir / FOLDER).exists():
        (old_site / FOLDER).rename(site_dir / FOLDER)


class BackgroundIndex:
    """Makes the index of one site at a time, in a thread; *tell* is called with a sentence when there is news."""

    def __init__(self, scratch: Path, tell: Callable[[str], None]) -> None:
        self._scratch, self._tell = scratch, tell
        self._unwanted = Event()
        self._thread: Thread | None = None

    def follow(self, site_dir: Path, settings: IndexSettings) -> None:
        """Begins the index of *site_dir*; one that was begun is given up."""
        self.stop()
        self._unwanted = Event()
        self._thread = Thread(target=self._make, args=(site_dir, settings, self._unwanted), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Gives up what was begun, and returns when nothing reads or writes the site any more."""
        self._unwanted.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _make(self, site_dir: Path, settings: IndexSettings, unwanted: Event) -> None:
        try:
            digest = indexed_text_digest(site_dir, settings, unwanted.is_set)
            if unwanted.is_set():
                return
            if digest_of_index(site_dir) != digest and not self._replaced(site_dir, settings, digest, unwanted):
                return
            write_index_state(site_dir, "ready", digest)
        except (OSError, SearchError) as error:
            self._tell(str(error))
            with suppress(OSError):  # a full disk has no room for this either
                write_index_state(site_dir, "failed")
        else:
            self._tell("The search index is ready.")

    def _replaced(self, site_dir: Path, settings: IndexSettings, digest: str, unwanted: Event) -> bool:
        """Makes a new index aside and puts it in its place whole; False where it became unwanted meanwhile."""
        self._scratch.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=self._scratch) as folder:
            new = Path(folder) / FOLDER
            if not make_index(site_dir, new, settings, digest, unwanted.is_set) or unwanted.is_set():
                return False
            _put_in_place(new, site_dir / FOLDER)
        return True


def _put_in_place(new: Path, place: Path) -> None:
    """Moves the folder *new* to *place*, where one may be; no reader meets half of it where the system can do that."""
    if new.stat().st_dev != place.parent.stat().st_dev:
        beside = place.with_name(f".{place.name}.new")
        shutil.rmtree(beside, ignore_errors=True)
        new = Path(shutil.move(new, beside))
    if not place.exists():
        new.rename(place)
    elif swapped(new, place):
        shutil.rmtree(new)
    else:
        shutil.rmtree(place)
        new.rename(place)
