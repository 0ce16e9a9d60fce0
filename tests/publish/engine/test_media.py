"""Which files beside the records are published."""

from pathlib import Path

import pytest

from outcome_catalog.diagnostics import Diagnostic
from outcome_catalog.publish.media import MediaFile, media_files
from outcome_catalog.sources.discover import discover

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'


def found(root: Path, path: str, content: bytes) -> list[MediaFile | Diagnostic]:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(content)
    return list(media_files(root, [path]))


@pytest.mark.parametrize("name", ["a.png", "deep/a.pdf", "a.svg"])
def test_a_file_of_a_media_folder_is_published_at_its_place(tmp_path: Path, name: str) -> None:
    (file,) = found(tmp_path, f"communities/guild/media/{name}", SVG.format("").encode())
    assert isinstance(file, MediaFile)
    assert (file.source_path, file.address) == (f"communities/guild/media/{name}", f"guild/media/{name}")


def test_a_drawing_that_does_something_is_left_out_and_named(tmp_path: Path) -> None:
    hostile = SVG.format("<script>alert(1)</script>").encode()
    (finding,) = found(tmp_path, "communities/guild/media/a.svg", hostile)
    assert isinstance(finding, Diagnostic)
    assert (finding.code, finding.span.path) == ("media-refused", "communities/guild/media/a.svg")


def test_what_the_check_named_is_what_the_build_names(tmp_path: Path) -> None:
    """So that a report of both tells it once."""
    (finding,) = found(tmp_path, "communities/guild/media/a.svg", SVG.format("\n<set attributeName='r'/>").encode())
    checked = discover(tmp_path)
    assert finding in checked.diagnostics
    assert str(finding.span) == "communities/guild/media/a.svg:2:1"
    assert "communities/guild/media/a.svg" in checked.media, "a link to it is no broken link"


def test_files_outside_media_folders_are_nobody_s_media(tmp_path: Path) -> None:
    assert found(tmp_path, "communities/guild/charter.yml", b"x") == []
    assert len(found(tmp_path, "communities/assets/a.txt", b"x")) == 1
