"""The new site takes the old one's place whole, whatever happens."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from outcome_catalog.publish import placing
from outcome_catalog.publish.placing import PendingSite, PlacingError
from outcome_catalog.publish.swapping import swapped

PAGES = 40
BUILD = """
import sys
from pathlib import Path
from outcome_catalog.publish import placing
if sys.argv[3] == "two-renames":
    placing.swapped = lambda *_folders: False
pending = placing.PendingSite(Path(sys.argv[1]))
for number in range(int(sys.argv[4])):
    page = pending.folder / f"page-{number}" / "index.html"
    page.parent.mkdir()
    page.write_text(sys.argv[2])
for name in ("index.html", "404.html"):
    (pending.folder / name).write_text(sys.argv[2])
print("built", flush=True)
pending.place()
"""


def write_site(folder: Path, text: str) -> None:
    for name in ("index.html", "404.html", *(f"page-{number}/index.html" for number in range(PAGES))):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text)


def build(place: Path, text: str) -> None:
    pending = PendingSite(place)
    write_site(pending.folder, text)
    pending.place()


def whole_site(place: Path) -> str:
    """The text of all pages of a site, which must be one."""
    (text,) = {page.read_text() for page in place.rglob("*.html")}
    assert len(list(place.rglob("*.html"))) == PAGES + 2
    return text


@pytest.fixture(params=["one-step", "two-renames"])
def how(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "two-renames":
        monkeypatch.setattr(placing, "swapped", lambda *_folders: False)
    return str(request.param)


@pytest.mark.usefixtures("how")
def test_a_site_is_placed_and_replaced_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    place = tmp_path / "deep" / "site"
    build(place, "old")
    assert whole_site(place) == "old"
    build(place, "new")
    assert whole_site(place) == "new"
    assert [entry.name for entry in place.parent.iterdir()] == ["site"]


@pytest.mark.usefixtures("how")
def test_hidden_entries_survive(tmp_path: Path) -> None:
    place = tmp_path / "site"
    build(place, "old")
    (place / ".nojekyll").touch()
    (place / ".git").mkdir()
    (place / ".git" / "HEAD").write_text("ref")
    build(place, "new")
    assert (place / ".git" / "HEAD").read_text() == "ref"
    assert (place / ".nojekyll").exists()


def test_the_system_swaps_folders_in_one_step_here(tmp_path: Path) -> None:
    if sys.platform not in {"linux", "darwin"}:
        pytest.skip("only Linux and macOS have that step")
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    (first / "x").touch()
    assert swapped(first, second)
    assert (second / "x").exists()
    with pytest.raises(FileNotFoundError):
        swapped(first, tmp_path / "third")


def test_an_abandoned_build_leaves_the_old_site(tmp_path: Path) -> None:
    place = tmp_path / "site"
    build(place, "old")
    pending = PendingSite(place)
    (pending.folder / "index.html").write_text("half")
    pending.discard()
    assert whole_site(place) == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["site"]


def test_two_builds_of_one_place_do_not_meet(tmp_path: Path) -> None:
    pending = PendingSite(tmp_path / "site")
    with pytest.raises(PlacingError, match=r"another build of .*site is running"):
        PendingSite(tmp_path / "site")
    PendingSite(tmp_path / "other").discard()
    pending.discard()
    PendingSite(tmp_path / "site").discard()


def test_a_folder_that_is_no_site_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "letter.txt").write_text("dear")
    with pytest.raises(PlacingError, match="something that is not a site"):
        PendingSite(tmp_path / "home")
    (tmp_path / "file").touch()
    with pytest.raises(PlacingError, match="is a file"):
        PendingSite(tmp_path / "file")
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["file", "home"]


def test_an_empty_folder_is_a_place_for_a_site(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    build(tmp_path / "site", "new")
    assert whole_site(tmp_path / "site") == "new"


def test_a_site_that_a_dead_build_moved_is_put_back(tmp_path: Path) -> None:
    write_site_at = tmp_path / ".site.0123abcd.old"
    write_site_at.mkdir()
    write_site(write_site_at, "old")
    (tmp_path / ".site.89abcdef.new").mkdir()
    PendingSite(tmp_path / "site").discard()
    assert whole_site(tmp_path / "site") == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["site"]


def test_a_place_reached_by_a_link_is_the_folder_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    build(tmp_path / "link", "new")
    assert (tmp_path / "link").is_symlink()
    assert whole_site(tmp_path / "real") == "new"


def start(place: Path, text: str, how: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", BUILD, str(place), text, how, str(PAGES)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def kill_at(moment: float, place: Path, text: str, how: str) -> None:
    """Begins a build and kills it *moment* seconds after it has written everything and begins to place."""
    process = start(place, text, how)
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(moment)
    process.kill()
    assert process.wait() in {0, -signal.SIGKILL}
    process.stdout.close()


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is POSIX's")
def test_a_build_that_is_killed_leaves_a_whole_site(tmp_path: Path) -> None:
    place, source = tmp_path / "site", random.Random(5)
    build(place, "0")
    for number in range(1, 16):
        kill_at(source.uniform(0, 0.004), place, str(number), "one-step")
        assert whole_site(place) in {str(n) for n in range(number + 1)}
    build(place, "last")
    assert whole_site(place) == "last"
    assert [entry.name for entry in tmp_path.iterdir()] == ["site"]


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is POSIX's")
def test_without_the_one_step_the_next_build_finds_a_whole_site(tmp_path: Path) -> None:
    place, source = tmp_path / "site", random.Random(6)
    build(place, "0")
    for number in range(1, 9):
        kill_at(source.uniform(0, 0.004), place, str(number), "two-renames")
        PendingSite(place).discard()
        assert whole_site(place) in {str(n) for n in range(number + 1)}


def test_a_place_that_cannot_be_renamed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_folders: Path) -> bool:
        raise OSError(16, "Device or resource busy")

    place = tmp_path / "site"
    build(place, "old")
    monkeypatch.setattr(placing, "swapped", refused)
    with pytest.raises(PlacingError, match="mounted folder"):
        build(place, "new")
    assert whole_site(place) == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["site"]
