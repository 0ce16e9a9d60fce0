import os
import pickle
from pathlib import Path
from typing import Any

import pytest

from outcome_catalog.sources.document import Role, SourceFile
from outcome_catalog.sources.read import read_document
from tests.conftest import RealSet
from tests.sources.conftest import Read

ARTIFACT = "---\ntitle: Foo\nkind: idea\n---\n\n# Problem\n\nSee [x](y.md).\n"
DIRTY = {
    "01": {"yaml-syntax"},
    "06": {"yaml-duplicate-key"},
    "07": {"yaml-tab"},
    "12": {"byte-order-mark", "line-endings"},
    "13": {"encoding"},
    "14": {"yaml-unquoted-colon"},
    "16": {"merge-conflict"},
}


def test_an_artifact_has_data_places_and_a_body(read: Read) -> None:
    document = read(ARTIFACT, Role.ARTIFACT)
    assert document.diagnostics == ()
    assert document.data == {"title": "Foo", "kind": "idea"}
    assert document.origin.values["kind",] == (3, 7, 3, 11)
    assert document.body is not None
    assert [s.span.line for s in document.body.sections] == [6]
    assert [link.span.line for link in document.body.links] == [8]
    assert document.body.span.line == 4


def test_what_an_artifact_lacks_is_placed_at_its_beginning(read: Read) -> None:
    origin = read(ARTIFACT, Role.ARTIFACT).origin
    assert (origin.value().line, origin.value().column) == (1, 1)
    assert (origin.value("summary").line, origin.value("summary").end_line) == (1, 4)


def test_a_record_has_no_body(read: Read) -> None:
    document = read("title: Foo\n")
    assert (document.data, document.body) == ({"title": "Foo"}, None)


@pytest.mark.parametrize("content", ["", "- a\n- b\n", "text\n", "# only a comment\n", "42\n"])
def test_a_record_without_keys_is_said(read: Read, content: str) -> None:
    document = read(content)
    assert [d.code for d in document.diagnostics] == ["not-a-mapping"]
    assert document.data is None


def test_an_empty_front_matter_is_said(read: Read) -> None:
    assert [d.code for d in read("---\n---\ntext\n", Role.ARTIFACT).diagnostics] == ["not-a-mapping"]


def test_a_body_is_read_although_the_front_matter_is_broken(read: Read) -> None:
    document = read("---\ntitle: 'Foo\n---\n# Problem\n", Role.ARTIFACT)
    assert document.data is None
    assert document.body is not None
    assert [s.heading for s in document.body.sections] == ["Problem"]


def test_a_body_that_asks_for_too_much_is_left_empty(read: Read) -> None:
    document = read(ARTIFACT + "> " * 200, Role.ARTIFACT)
    assert [(d.code, d.span.line) for d in document.diagnostics] == [("body-too-complex", 9)]
    assert document.body is not None
    assert document.body.text == ""
    assert document.data is not None


def test_hidden_characters_in_front_matter_and_body(read: Read) -> None:
    document = read(ARTIFACT.replace("See", "S\x07ee"), Role.ARTIFACT)
    assert [(d.code, d.span.line, d.span.column) for d in document.diagnostics] == [("control-character", 8, 2)]
    document = read(ARTIFACT.replace("Foo", "F\u202eoo"), Role.ARTIFACT)
    assert [(d.code, d.span.line, d.span.column) for d in document.diagnostics] == [("control-character", 2, 9)]


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    document = read_document(tmp_path, SourceFile(path="communities/people.yml", role=Role.PEOPLE))
    assert [(d.code, d.span.path) for d in document.diagnostics] == [("unreadable", "communities/people.yml")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs links and named pipes")
@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
def test_only_ordinary_files_are_opened(tmp_path: Path, kind: str) -> None:
    (tmp_path / "secret").write_text("title: secret\n")
    place = tmp_path / "people.yml"
    {"link": lambda: place.symlink_to(tmp_path / "secret"), "pipe": lambda: os.mkfifo(place), "folder": place.mkdir}[
        kind
    ]()
    document = read_document(tmp_path, SourceFile(path="people.yml", role=Role.PEOPLE))
    assert document.data is None
    assert [d.code for d in document.diagnostics] == ["unreadable"]


@pytest.mark.parametrize(("role", "code"), [(Role.PEOPLE, "yaml-too-large"), (Role.ARTIFACT, "body-too-large")])
def test_a_huge_file_is_not_read_whole(tmp_path: Path, role: Role, code: str) -> None:
    with (tmp_path / "huge").open("wb") as stream:
        stream.truncate(8 * 1024**3)
    document = read_document(tmp_path, SourceFile(path="huge", role=role))
    assert [d.code for d in document.diagnostics] == [code]


def test_a_document_travels_between_processes(read: Read) -> None:
    document = read(ARTIFACT, Role.ARTIFACT)
    assert pickle.loads(pickle.dumps(document)) == document  # noqa: S301  # our own, made just now


@pytest.mark.realworld
def test_real_documents_have_no_fault(real_set: RealSet) -> None:
    paths = sorted((real_set.root / "communities").glob("*/artifacts/*.md"))
    for path in paths:
        file = SourceFile(path=path.relative_to(real_set.root).as_posix(), role=Role.ARTIFACT)
        document = read_document(real_set.root, file)
        assert document.diagnostics == ()
        assert document.data
    assert len(paths) > 200


@pytest.mark.realworld
def test_dirty_files_give_their_finding_at_their_line(real_set: RealSet, read: Read) -> None:
    seen = 0
    for case in real_set.dirty_cases:
        content = (real_set.source / "dirty" / case["file"]).read_bytes()
        document = read(content, Role.ARTIFACT if case["file"].endswith(".md") else Role.CHARTER)
        expected = DIRTY.get(case["file"][:2], set())
        assert {d.code for d in document.diagnostics} == expected
        for finding in document.diagnostics:
            assert finding.span.line == case["line"]
            assert finding.span.column == case.get("column", finding.span.column)
            seen += 1
        seen += _stands_at_the_end_of_the_front_matter(case, document.body)
    assert seen >= 9


def _stands_at_the_end_of_the_front_matter(case: dict[str, Any], body: Any) -> int:
    if case["code_hint"] not in ("empty body", "required section missing"):
        return 0
    assert body.span.line == case["line"]
    return 1
