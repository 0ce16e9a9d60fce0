"""Which artifact pages of the last site are still right, so that only the others are made again.

A page is right where everything it is made from is the same: the shell, the templates, the words, our own code, the
artifact's data and text, and where its links lead. It is then taken over from the old site without being read.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from outcome_catalog.publish.stamping import ArtifactPage, StampSettings

_OWN_CODE = Path(__file__).parent


class StampMemory:
    """What is remembered of the site at *place*, in a file of the folder *cache*."""

    def __init__(self, cache: Path, place: Path, settings: StampSettings) -> None:
        self._file = cache / f"stamps-{hashlib.sha256(os.fsencode(place)).hexdigest()[:16]}.json"
        self._place, self._new = place, settings.site_dir
        self._key = _key(settings)
        self._remembered = self._pages_of_file()
        self._fingerprints: dict[str, str] = {}

    def _pages_of_file(self) -> Mapping[str, Sequence[Any]]:
        try:
            remembered = json.loads(self._file.read_text(encoding="utf-8"))
            return dict(remembered["pages"]) if remembered["key"] == self._key else {}
        except (OSError, ValueError, KeyError, TypeError):
            return {}

    def still_to_make(self, pages: Iterable[ArtifactPage]) -> list[ArtifactPage]:
        """Takes over the pages that are still right, and gives back the others."""
        return [page for page in pages if not self._taken_over(page)]

    def _taken_over(self, page: ArtifactPage) -> bool:
        fingerprint = self._fingerprints[page.url] = _fingerprint(page)
        remembered = self._remembered.get(page.url)
        if remembered is None or remembered[0] != fingerprint:
            return False
        old, new = (folder / page.url / "index.html" for folder in (self._place, self._new))
        try:
            if _state(old) != list(remembered[1:]):
                return False
            new.parent.mkdir(parents=True, exist_ok=True)
            os.link(old, new)
        except OSError:
            return False
        return True

    def remember(self) -> None:
        """Writes down the pages of the new site; where that cannot be done, the next build makes all pages."""
        with suppress(OSError):
            pages = {url: [f, *_state(self._new / url / "index.html")] for url, f in self._fingerprints.items()}
            text = json.dumps({"key": self._key, "pages": pages})
            unfinished = self._file.with_suffix(".new")
            unfinished.write_text(text, encoding="utf-8")
            unfinished.replace(self._file)


def _state(file: Path) -> list[int]:
    """What changes when anybody writes to *file*: its size and its time in nanoseconds."""
    stat = file.stat()
    return [stat.st_size, stat.st_mtime_ns]


def _fingerprint(page: ArtifactPage) -> str:
    return _digest(json.dumps(asdict(page), sort_keys=True))


def _key(settings: StampSettings) -> str:
    templates = [
        file.read_text(encoding="utf-8", errors="replace")
        for folder in settings.template_folders
        for file in sorted((folder / "partials").rglob("*.html"))
    ]
    code = [file.read_text(encoding="utf-8") for file in sorted(_OWN_CODE.glob("*.py"))]
    return _digest(json.dumps([settings.shell.pieces, templates, code, dict(settings.words)], sort_keys=True))


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", errors="surrogatepass"), digest_size=16).hexdigest()
