"""How large a contributor's picture is: what the file tells, and nothing where it does not tell."""

import struct
import zlib
from pathlib import Path

import pytest

from outcome_catalog.publish.media import MediaFile, media_files
from outcome_catalog.publish.picture_sizes import picture_size

SVG = '<svg xmlns="http://www.w3.org/2000/svg" {}><rect width="7" height="7"/></svg>'


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\0" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def size_of(tmp_path: Path, name: str, content: bytes) -> tuple[int, int] | None:
    file = tmp_path / name
    file.write_bytes(content)
    return picture_size(file)


def test_a_picture_of_points_has_as_many_as_it_has(tmp_path: Path) -> None:
    assert size_of(tmp_path, "a.png", png(31, 7)) == (31, 7)


@pytest.mark.parametrize(
    ("root", "size"),
    [
        ('width="120" height="80"', (120, 80)),
        ('width="120px" height="40.4px" viewBox="0 0 9 9"', (120, 40)),
        ('width="25.4mm" height="1in"', (96, 96)),
        ('width="200" viewBox="0 0 100 25"', (200, 50)),
        ('height="50" viewBox="0,0,100,25"', (200, 50)),
        ('viewBox="-5 -5 760 380"', (1000, 500)),
        ('width="100%" height="auto" viewBox="0 0 4 1"', (1000, 250)),
    ],
)
def test_a_drawing_has_its_own_size_or_its_proportions(tmp_path: Path, root: str, size: tuple[int, int]) -> None:
    assert size_of(tmp_path, "a.svg", SVG.format(root).encode()) == size


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.png", b""),
        ("a.png", b"\x89PNG\r\n\x1a\n"),
        ("a.jpg", b"\xff\xd8\xff\xe0"),
        ("a.png", png(0, 4)),
        ("a.pdf", b"%PDF-1.7"),
        ("a.svg", SVG.format("").encode()),
        ("a.svg", SVG.format('viewBox="0 0 0 5"').encode()),
        ("a.svg", SVG.format('viewBox="0 0 5"').encode()),
        ("a.svg", SVG.format('height="50"').encode()),
        ("a.svg", SVG.format('width="1e9999" height="-4"').encode()),
        ("a.svg", SVG.format(f'width="{"9" * 400}" height="9"').encode()),
        ("a.svg", SVG.format(f'viewBox="0 0 {"9" * 400} {"9" * 400}"').encode()),
    ],
)
def test_no_size_is_made_up(tmp_path: Path, name: str, content: bytes) -> None:
    assert size_of(tmp_path, name, content) is None


def test_a_published_picture_carries_its_size(tmp_path: Path) -> None:
    folder = tmp_path / "communities/guild/media"
    folder.mkdir(parents=True)
    (folder / "a.png").write_bytes(png(31, 7))
    assert list(media_files(tmp_path, ["communities/guild/media/a.png"])) == [
        MediaFile(source_path="communities/guild/media/a.png", address="guild/media/a.png", size=(31, 7))
    ]
