"""Which artifact pages of the last site are still right, so that only the others are made again.

A page is right where everything it is made from is the same: the shell, the templates, the words, our own code and the
libraries it renders with, the artifact's data and text, and where its links lead. It is then taken over from the old
site without being read.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from outcome_catalog.publish.stamping import ArtifactPage, StampSettings

_OWN_CODE = Path(__file__).parents[1]
_LIBRARIES = ("babel", "comrak", "jinja2", "markupsafe", "nh3")
"""What makes a page's text beside our own code: a sanitiser that takes out more has to reach every old page."""


@dataclass(frozen=True, slots=True)
class Stamped:
    """What came of one artifact's page: what it was made from, as a digest, and the state of its file."""

    url: str
    fingerprint: str
    size: int
    time_ns: int
    is_new: bool

    @classmethod
    def of(cls, url: str, fingerprint: str, file: Path, *, is_new: bool) -> "Stamped":
        """What is to be remembered of the page at *url*, which stands in *file*."""
        stat = file.stat()
        return cls(url, fingerprint, stat.st_size, stat.st_mtime_ns, is_new)


class StampMemory:
    """What is remembered of the site at *place*, in a file of the folder *cache*."""

    def __init__(self, cache: Path, place: Path, settings: StampSettings) -> None:
        self._file = cache / f"stamps-{hashlib.sha256(os.fsencode(place)).hexdigest()[:16]}.json"
        self._place, self._new = place, settings.site_dir
        self._key = _key(settings)
        self._remembered = self._pages_of_file()

    def _pages_of_file(self) -> Mapping[str, Sequence[Any]]:
        try:
            remembered = json.loads(self._file.read_text(encoding="utf-8"))
            return dict(remembered["pages"]) if remembered["key"] == self._key else {}
        except (OSError, ValueError, KeyError, TypeError):
            return {}

    def taken_over(self, url: str, fingerprint: str) -> Stamped | None:
        """The page of the old site where that is still right, now in the new one too; else None."""
        remembered = self._remembered.get(url)
        if remembered is None or remembered[0] != fingerprint:
            return None
        old, new = (folder / url / "index.html" for folder in (self._place, self._new))
        try:
            found = Stamped.of(url, fingerprint, old, is_new=False)
            if [found.size, found.time_ns] != list(remembered[1:]):
                return None
            new.parent.mkdir(parents=True, exist_ok=True)
            os.link(old, new)
        except OSError:
            return None
        return found

    def remember(self, stamped: Iterable[Stamped]) -> None:
        """Writes down the pages of the new site; where that cannot be done, the next build makes all pages."""
        pages = {page.url: [page.fingerprint, page.size, page.time_ns] for page in stamped}
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            unfinished = self._file.with_suffix(".new")
            unfinished.write_text(json.dumps({"key": self._key, "pages": pages}), encoding="utf-8")
            unfinished.replace(self._file)


def fingerprint_of(page: ArtifactPage) -> str:
    """A digest of everything that only this page is made from."""
    places = (page.url, page.source_path, page.edit_url, page.canonical_url)
    made_from = (*places, page.meta, page.text, page.link_targets, page.picture_sizes)
    return _digest(json.dumps(made_from, sort_keys=True))


def _key(settings: StampSettings) -> str:
    """A digest of everything that all pages are made from."""
    templates = [
        file.read_text(encoding="utf-8", errors="replace")
        for folder in settings.template_folders
        for file in sorted((folder / "partials").rglob("*.html"))
    ]
    code = [file.read_text(encoding="utf-8") for file in sorted(_OWN_CODE.rglob("*.py"))]
    libraries = [version(name) for name in _LIBRARIES]
    return _digest(json.dumps([settings.shell.pieces, templates, code, libraries, settings.words], sort_keys=True))


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()
