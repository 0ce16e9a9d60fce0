"""A live preview's index: made beside its readers, whole when they meet it, given up when the site changes."""

import json
import os
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.publish.engine.test_search import write_page

from outcome_catalog.publish import search, search_in_background
from outcome_catalog.publish.search import IndexSettings, digest_of_index
from outcome_catalog.publish.search_in_background import BackgroundIndex, carry_over_index, write_index_state

ENGLISH = IndexSettings(jobs=1, language="en")
PATIENCE_SECONDS = 60
OTHER_DEVICE = Path("/dev/shm")  # noqa: S108 - a folder of random name is made in it


def state(site: Path) -> str:
    return str(json.loads((site / "search/state.json").read_text())["state"])


def becomes(what: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end and not what():
        time.sleep(0.02)
    return what()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write_page(tmp_path / "site", "a", "Sorting calls")
    write_index_state(tmp_path / "site", "making")
    return tmp_path / "site"


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def index(tmp_path: Path, told: list[str]) -> Iterator[BackgroundIndex]:
    made = BackgroundIndex(tmp_path / "scratch", told.append)
    yield made
    made.stop()


def test_the_index_follows_the_site_and_says_when_it_is_ready(
    index: BackgroundIndex, site: Path, told: list[str]
) -> None:
    index.follow(site, ENGLISH)
    assert becomes(lambda: state(site) == "ready")
    assert json.loads((site / "search/state.json").read_text())["index"] == digest_of_index(site)
    assert (site / "pagefind/pagefind.js").is_file()
    assert not (site / "pagefind/pagefind-ui.js").exists(), "nobody loads Pagefind's own interface"
    assert becomes(lambda: told == ["The search index is ready."])


def test_a_changed_text_makes_it_anew_and_the_same_text_does_not(index: BackgroundIndex, site: Path) -> None:
    index.follow(site, ENGLISH)
    assert becomes(lambda: state(site) == "ready")
    first, stamp = digest_of_index(site), (site / "pagefind/pagefind.js").stat().st_ino
    write_index_state(site, "making")
    index.follow(site, ENGLISH)
    assert becomes(lambda: state(site) == "ready")
    assert (site / "pagefind/pagefind.js").stat().st_ino == stamp
    write_page(site, "a", "Sorting leads")
    write_index_state(site, "making")
    index.follow(site, ENGLISH)
    assert becomes(lambda: state(site) == "ready")
    assert digest_of_index(site) not in {None, first}


def slow_indexer(folder: Path) -> Path:
    """An indexer that begins to write at once and never ends."""
    program = folder / "indexer"
    program.write_text('#!/bin/sh\necho $$ > "$0.pid"; mkdir -p "$4"; echo half > "$4/pagefind.js"; exec sleep 600\n')
    program.chmod(0o700)
    return program


def test_what_is_half_made_is_met_by_nobody_and_given_up_at_once(
    index: BackgroundIndex, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "get_executable", lambda: slow_indexer(tmp_path))
    index.follow(site, ENGLISH)
    assert becomes(lambda: any((tmp_path / "scratch").rglob("pagefind.js")))
    assert not (site / "pagefind").exists()
    assert state(site) == "making"
    indexer = int((tmp_path / "indexer.pid").read_text())
    index.stop()
    with pytest.raises(ProcessLookupError):
        os.kill(indexer, 0)
    assert not any((tmp_path / "scratch").iterdir())
    assert not (site / "pagefind").exists()


def test_a_new_site_keeps_the_old_index_until_it_has_its_own(
    index: BackgroundIndex, site: Path, tmp_path: Path
) -> None:
    index.follow(site, ENGLISH)
    assert becomes(lambda: state(site) == "ready")
    old = digest_of_index(site)
    new = tmp_path / "new"
    write_page(new, "a", "Sorting leads")
    write_index_state(new, "making")
    carry_over_index(site, new)
    assert digest_of_index(new) == old
    index.follow(new, ENGLISH)
    assert becomes(lambda: state(new) == "ready")
    assert digest_of_index(new) != old


def test_a_failing_indexer_is_told_and_shown(
    index: BackgroundIndex, site: Path, told: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "indexer"
    program.write_text("#!/bin/sh\necho no room left >&2\nexit 3\n")
    program.chmod(0o700)
    monkeypatch.setattr(search, "get_executable", lambda: program)
    index.follow(site, ENGLISH)
    assert becomes(lambda: state(site) == "failed")
    assert told == ["the search index was not made: no room left"]


@pytest.mark.skipif(not OTHER_DEVICE.is_dir(), reason="needs a second file system to write to")
def test_an_index_from_another_file_system_leaves_nothing_beside_it(site: Path, told: list[str]) -> None:
    with tempfile.TemporaryDirectory(dir=OTHER_DEVICE) as scratch:
        assert Path(scratch).stat().st_dev != site.stat().st_dev
        index = BackgroundIndex(Path(scratch), told.append)
        for text in ("Sorting calls", "Sorting leads"):
            write_page(site, "a", text)
            write_index_state(site, "making")
            index.follow(site, ENGLISH)
            assert becomes(lambda: state(site) == "ready")
        index.stop()
    assert not [entry.name for entry in site.iterdir() if entry.name.startswith(".")]


def test_a_disk_too_full_to_say_so_ends_the_work_with_a_sentence(
    index: BackgroundIndex, site: Path, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError("no space left")

    lost: list[threading.ExceptHookArgs] = []
    monkeypatch.setattr(threading, "excepthook", lost.append)
    monkeypatch.setattr(search_in_background, "write_index_state", full)
    index.follow(site, ENGLISH)
    assert becomes(lambda: told == ["no space left"])
    index.stop()
    assert not lost
