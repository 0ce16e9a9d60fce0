"""The new site is built beside the one that is there and put in its place whole.

On Linux and macOS the two folders change places in one step of the file system, so that whatever ends the build, at any
moment, there is a whole site: the old or the new. Elsewhere, and on file systems without that step, two renames follow
each other; a build that dies between them leaves the old site beside its place, and the next build puts it back first.
"""

import hashlib
import os
import secrets
import shutil
import tempfile
from pathlib import Path

from filelock import FileLock, Timeout
from platformdirs import user_cache_path

from outcome_catalog.publish.swapping import swapped


class PlacingError(Exception):
    """The site cannot be put where it was asked to be; the text says why and what to do."""


class PendingSite:
    """A site that is being built in *folder*, beside its place; one at a time for each place.

    Raises PlacingError where another build holds the place, or where something other than a site stands there.
    """

    def __init__(self, site_dir: Path) -> None:
        self.place_of_site = site_dir.resolve()
        self._lock = _lock_for(self.place_of_site)
        try:
            self._prepare()
        except BaseException:
            self._lock.release()
            raise

    def _prepare(self) -> None:
        _refuse_what_is_no_site(self.place_of_site)
        self.place_of_site.parent.mkdir(parents=True, exist_ok=True)
        self._put_back_what_a_dead_build_moved()
        self.folder = self._beside("new")
        self.folder.mkdir()

    def place(self) -> None:
        """Puts the finished site in its place and takes the old one away."""
        try:
            self._change_places()
        except OSError as error:
            self.discard()
            raise PlacingError(
                f"cannot put the site at {self.place_of_site}: {error.strerror}. Where that is a mounted folder, "
                "choose a folder inside it."
            ) from error
        self._lock.release()

    def discard(self) -> None:
        """Takes away what was built so far; the old site stays as it is."""
        if self._lock.is_locked:
            shutil.rmtree(self.folder, ignore_errors=True)
            self._lock.release()

    def _change_places(self) -> None:
        if not self.place_of_site.exists():
            self.folder.rename(self.place_of_site)
        elif swapped(self.folder, self.place_of_site):
            self._take_away(self.folder)
        else:
            old = self._beside("old")
            self.place_of_site.rename(old)
            self.folder.rename(self.place_of_site)
            self._take_away(old)

    def _take_away(self, old: Path) -> None:
        """Removes a site that was replaced; hidden entries at its top are not the site's and move into the new one."""
        for entry in old.glob(".*"):
            if not (self.place_of_site / entry.name).exists():
                entry.rename(self.place_of_site / entry.name)
        shutil.rmtree(old, ignore_errors=True)

    def _put_back_what_a_dead_build_moved(self) -> None:
        for old in sorted(self.place_of_site.parent.glob(f".{self.place_of_site.name}.*.old")):
            if not self.place_of_site.exists():
                old.rename(self.place_of_site)
        for stale in sorted(self.place_of_site.parent.glob(f".{self.place_of_site.name}.*.[no][el][wd]")):
            if self.place_of_site.exists():
                self._take_away(stale)
            else:
                shutil.rmtree(stale, ignore_errors=True)

    def _beside(self, word: str) -> Path:
        return self.place_of_site.with_name(f".{self.place_of_site.name}.{secrets.token_hex(4)}.{word}")


def _lock_for(place: Path) -> FileLock:
    name = f"site-{hashlib.sha256(os.fsencode(place)).hexdigest()[:16]}.lock"
    try:
        folder = user_cache_path("outcome-catalog", ensure_exists=True)
    except OSError:
        folder = Path(tempfile.gettempdir())
    lock = FileLock(folder / name, timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise PlacingError(f"another build of {place} is running; wait for it to end") from error
    except OSError as error:
        raise PlacingError(f"cannot make the lock {lock.lock_file}: {error.strerror}") from error
    return lock


def _refuse_what_is_no_site(place: Path) -> None:
    if not place.exists():
        return
    if not place.is_dir():
        raise PlacingError(f"{place} is a file; the site needs a folder of its own")
    visible = [entry for entry in place.iterdir() if not entry.name.startswith(".")]
    if visible and not ((place / "index.html").is_file() and (place / "404.html").is_file()):
        raise PlacingError(
            f"{place} holds something that is not a site built here, and a build replaces the whole folder. "
            "Choose another folder, or empty this one."
        )
