import os
import sys
from pathlib import Path

import pytest

from outcome_catalog.diagnostics import Severity
from outcome_catalog.sources.discover import Discovery, Role, discover
from tests.sources.conftest import Discover

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20
CHARTER = {"communities/guild/charter.yml": "title: Guild"}


def findings(discovery: Discovery) -> list[tuple[str, str]]:
    return [(d.code, d.span.path) for d in discovery.diagnostics]


def test_each_file_has_its_role(found: Discover) -> None:
    discovery = found({
        **CHARTER,
        "communities/people.yml": "",
        "communities/guild/artifacts/first-note.md": "",
        "communities/guild/measurements/time-saved.yml": "",
        "communities/guild/reuse/2026-03-09-other.yml": "",
        "communities/guild/media/a/plan.png": PNG,
        "communities/index.md": "",
        "communities/assets/logo.png": PNG,
        "schemas/kinds/checklist.yml": "",
    })  # fmt: skip
    assert findings(discovery) == []
    assert [(f.path, f.role, f.community, f.slug) for f in discovery.files] == [
        ("communities/guild/artifacts/first-note.md", Role.ARTIFACT, "guild", "first-note"),
        ("communities/guild/charter.yml", Role.CHARTER, "guild", "guild"),
        ("communities/guild/measurements/time-saved.yml", Role.MEASUREMENT, "guild", "time-saved"),
        ("communities/guild/reuse/2026-03-09-other.yml", Role.REUSE, "guild", "2026-03-09-other"),
        ("communities/organisation.yml", Role.ORGANISATION, None, None),
        ("communities/people.yml", Role.PEOPLE, None, None),
        ("schemas/kinds/checklist.yml", Role.KIND, None, "checklist"),
    ]
    assert {
        "communities/guild/media/a/plan.png",
        "communities/index.md",
        "communities/assets/logo.png",
    } < discovery.media
    assert "communities/guild/charter.yml" in discovery.media
    assert "schemas/kinds/checklist.yml" not in discovery.media


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("long.md", "x" * (1024 * 1024 + 1), "body-too-large"),
        ("longer.md", "x" * (3 * 1024 * 1024), "body-too-large"),
        ("headings.md", "# a\n" * 3_000, "body-too-complex"),
        ("wide.md", "\ufeffa".encode("utf-16"), "encoding"),
        ("hidden.md", "a\x1bb", "control-character"),
        ("search.md", "# Ours", "reserved-name"),
        ("Kinds.md", "# Ours", "reserved-name"),
    ],
)
def test_a_page_written_by_hand_that_cannot_be_shown_is_named(
    found: Discover, name: str, text: str | bytes, code: str
) -> None:
    discovery = found({**CHARTER, f"communities/{name}": text, "communities/index.md": "Welcome"})
    assert findings(discovery) == [(code, f"communities/{name}")]
    assert f"communities/{name}" not in discovery.media
    assert "communities/index.md" in discovery.media


def test_a_page_written_by_hand_may_be_in_any_script(found: Discover) -> None:
    discovery = found({**CHARTER, "communities/\u65e5\u672c.md": "# \u05d0\u202b", "communities/about.md": "# About"})
    assert [(d.code, d.severity) for d in discovery.diagnostics] == [("control-character", Severity.WARNING)]
    assert {"communities/\u65e5\u672c.md", "communities/about.md"} < discovery.media


def test_no_communities(tmp_path: Path) -> None:
    assert findings(discover(tmp_path)) == [("communities-missing", "communities")]


def test_communities_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "communities").write_text("")
    assert findings(discover(tmp_path)) == [("communities-missing", "communities")]


def test_no_organisation(found: Discover) -> None:
    assert findings(found(CHARTER, organisation=False)) == [("organisation-missing", "communities/organisation.yml")]


def test_a_community_without_a_charter(found: Discover) -> None:
    discovery = found({"communities/guild/artifacts/note.md": ""})
    assert findings(discovery) == [("charter-missing", "communities/guild/charter.yml")]
    assert discovery.files[0].path == "communities/guild/artifacts/note.md"


@pytest.mark.parametrize(
    ("path", "code", "mend"),
    [
        ("communities/guild/artifacts/Base_Documentation.md", "file-name", "base-documentation.md"),
        ("communities/guild/artifacts/note.MD", "file-name", "note.md"),
        ("communities/guild/artifacts/note.markdown", "file-name", "note.md"),
        ("communities/guild/artifacts/日本.md", "file-name", "small letters"),
        ("communities/guild/measurements/Time.yaml", "file-name", "time.yml"),
        ("communities/guild/reuse/other.yml", "file-name", "2026-03-09-other.yml"),
        ("communities/guild/reuse/2026-02-30x.yml", "file-name", "2026-03-09-"),
        ("communities/guild/reuse/2026-01-05-A_b.yml", "file-name", "2026-01-05-a-b.yml"),
        ("communities/guild/artifacts/con.md", "reserved-name", "Rename"),
        ("communities/guild/artifacts/" + "a" * 64 + ".md", "file-name", "a" * 63),
        ("communities/Other_Guild/charter.yml", "file-name", "other-guild"),
        ("communities/search/charter.yml", "reserved-name", "Rename"),
        ("communities/assets2/charter.yaml", "file-name", "charter.yml"),
        ("communities/organisation.yaml", "file-name", "organisation.yml"),
        ("communities/guild.md", "name-collision", "Rename"),
        ("communities/guild/media/a:b.png", "file-name", "Rename"),
        ("communities/guild/media/nul.png", "reserved-name", "Rename"),
        ("schemas/kinds/Check_List.yml", "file-name", "check-list.yml"),
    ],
)
def test_a_bad_name_is_an_error_with_a_better_one(found: Discover, path: str, code: str, mend: str) -> None:
    discovery = found({**CHARTER, path: PNG if path.endswith("png") else ""})
    assert findings(discovery) == [(code, path)]
    assert discovery.diagnostics[0].severity is Severity.ERROR
    assert mend in str(discovery.diagnostics[0].help)
    assert path not in {f.path for f in discovery.files}
    assert path not in discovery.media or path.endswith("guild.md")


@pytest.mark.parametrize(
    "path",
    [
        "communities/notes.txt",
        "communities/guild/README.md",
        "communities/guild/drafts/a.md",
        "communities/guild/artifacts/picture.png",
        "communities/guild/artifacts/2026/a.md",
        "communities/guild/measurements/a.csv",
    ],
)
def test_what_is_not_read_is_said(found: Discover, path: str) -> None:
    (finding,) = found({**CHARTER, path: ""}).diagnostics
    assert (finding.code, finding.severity) == ("unexpected-file", Severity.WARNING)
    assert path.startswith(finding.span.path)


def test_hidden_files_are_left_alone(found: Discover) -> None:
    hidden = (
        "communities/.x",
        "communities/guild/.gitkeep",
        "communities/guild/artifacts/.a.md",
        "communities/.y/a.md",
    )
    discovery = found({**CHARTER, **dict.fromkeys(hidden, "")})
    assert findings(discovery) == []
    assert not discovery.media & set(hidden)


@pytest.mark.skipif(sys.platform != "linux", reason="needs a disk that tells case apart")
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("communities/guild/artifacts/Note.md", "communities/guild/artifacts/note.md"),
        ("communities/guild/media/A.png", "communities/guild/media/a.png"),
        ("communities/guild/media/Cafe\u0301.png", "communities/guild/media/café.png"),
        ("communities/Guild/charter.yml", "communities/guild/charter.yml"),
    ],
)
def test_names_that_differ_by_case_alone_collide(found: Discover, first: str, second: str) -> None:
    discovery = found({**CHARTER, first: PNG, second: PNG})
    (collision,) = [d for d in discovery.diagnostics if d.code == "name-collision"]
    assert second.startswith(collision.span.path)
    assert first.startswith(collision.related[0].span.path)


@pytest.mark.parametrize(
    "place",
    [
        "communities/guild/artifacts/linked.md",
        "communities/guild/media/linked.png",
        "communities/guild/artifacts",
        "communities/guild/charter.yml",
        "communities/linked",
        "communities/.hidden",
        "communities/organisation.yml",
        "communities",
        "schemas",
        "schemas/kinds",
        "schemas/kinds/linked.yml",
    ],
)
def test_a_link_is_refused_by_name_and_never_followed(tmp_path: Path, place: str) -> None:
    outside = tmp_path / "outside"
    (outside / "kinds").mkdir(parents=True)
    for name in ("charter.yml", "organisation.yml", "secret.md", "kinds/secret.yml", "secret.yml"):
        (outside / name).write_text("secret: true")
    root = tmp_path / "project"
    (root / place).parent.mkdir(parents=True)
    (root / "communities").mkdir(exist_ok=True) if place != "communities" else None
    (root / place).symlink_to(outside / "secret.md" if "." in Path(place).name else outside)
    discovery = discover(root)
    assert ("symlink", place) in findings(discovery)
    assert not any(place in f.path for f in discovery.files)
    assert not any(place in m for m in discovery.media)


def test_a_loop_of_links_ends(found: Discover, tmp_path: Path) -> None:
    found(CHARTER)
    (tmp_path / "communities/guild/media").symlink_to(tmp_path / "communities")
    assert findings(discover(tmp_path)) == [("symlink", "communities/guild/media")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_named_pipe_is_not_opened(found: Discover, tmp_path: Path) -> None:
    found({**CHARTER, "communities/guild/artifacts/a.md": "", "communities/guild/media/a.png": PNG})
    os.mkfifo(tmp_path / "communities/guild/artifacts/pipe.md")
    os.mkfifo(tmp_path / "communities/guild/media/pipe.png")
    assert [code for code, _ in findings(discover(tmp_path))] == ["unexpected-file", "unexpected-file"]


@pytest.mark.skipif(sys.platform != "linux", reason="needs a disk that takes any byte")
def test_a_name_that_is_no_text_is_told_in_text(found: Discover, tmp_path: Path) -> None:
    found({**CHARTER, "communities/guild/artifacts/a.md": ""})
    folder = os.fsencode(tmp_path / "communities/guild/artifacts")
    for name in (b"caf\xe9.md", b"a\xe2\x80\xaeb.md", b"a\nb.md"):
        (Path(os.fsdecode(folder)) / os.fsdecode(name)).write_text("")
    discovery = discover(tmp_path)
    assert [code for code, _ in findings(discovery)] == ["file-name"] * 3
    assert all(d.span.path.isprintable() and d.message.isprintable() for d in discovery.diagnostics)


def test_folders_in_media_are_read_to_a_depth(found: Discover) -> None:
    deep = "communities/guild/media/" + "d/" * 9 + "a.png"
    discovery = found({**CHARTER, deep: PNG, "communities/guild/media/d/b.png": PNG})
    assert [code for code, _ in findings(discovery)] == ["unexpected-file"]
    assert "communities/guild/media/d/b.png" in discovery.media
    assert deep not in discovery.media


def test_the_order_is_that_of_the_paths(found: Discover) -> None:
    files = {f"communities/{c}/artifacts/{a}.md": "" for c in ("b", "a-b", "a") for a in ("z", "a", "a-a")}
    paths = [f.path for f in found(files).files]
    assert paths == sorted(paths)
    assert len(paths) == 10
