"""Good documents changed at random: there is never a traceback, and every finding has a code, a place and words."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from outcome_catalog.sources.document import Document, Role, SourceFile
from outcome_catalog.sources.markdown import markdown_body
from outcome_catalog.sources.read import read_document
from outcome_catalog.sources.yaml_document import parse_yaml
from tests.sources.conftest import CORPORA

OWN = Path(__file__).parents[2] / "communities"
CHARTERS = [path.read_text(encoding="utf-8") for path in sorted(OWN.glob("*/charter.yml"))]
ARTIFACTS = [path.read_text(encoding="utf-8") for path in sorted(OWN.glob("*/artifacts/*.md"))[:12]]
PIECES = [
    *(
        "'",
        '"',
        ": ",
        ":",
        "- ",
        "-",
        "\n",
        "\n\n",
        "\t",
        " ",
        "  ",
        "[",
        "]",
        "{",
        "}",
        "&a ",
        "*a",
        "!x ",
        "| ",
        "> ",
    ),
    *(
        "#",
        "# ",
        "---\n",
        "...\n",
        "<<<<<<< a\n",
        "%",
        "@",
        "`",
        "```\n",
        "? ",
        "<!--",
        "-->",
        "<a href=x>",
        "![",
        "](",
        "\0",
    ),
    *("\u202e", "é", "😀", "\ufeff", "\r", "\x85", "\u2028", "1e999", "~", "null", "<<: ", "|---|\n", "[^1]", "\\"),
]
CODE = re.compile(r"[a-z]+(?:-[a-z]+)*")


@st.composite
def changed(draw: st.DrawFn, texts: list[str]) -> str:
    text = draw(st.sampled_from(texts))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        removed = draw(st.integers(0, 12))
        text = text[:at] + draw(st.sampled_from(PIECES) | st.just("")) + text[at + removed :]
    return text


def assert_told_well(document: Document, content: bytes) -> None:
    lines = content.count(b"\n") + content.count(b"\r") + 1
    for finding in document.diagnostics:
        assert CODE.fullmatch(finding.code)
        assert finding.message.endswith(".")
        assert "\n" not in finding.message
        assert finding.span.path == document.file.path
        assert 1 <= finding.span.line <= lines
        assert finding.span.column >= 1
    if document.data is None:
        assert document.diagnostics
    if document.body is not None:
        places = [*(s.span for s in document.body.sections), *(link.span for link in document.body.links)]
        assert all(1 <= p.line <= p.end_line <= lines and p.column >= 1 for p in places)


@given(text=changed(CHARTERS))
@settings(
    derandomize=True, max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_changed_charters(tmp_path: Path, text: str) -> None:
    (tmp_path / "charter.yml").write_bytes(text.encode())
    document = read_document(tmp_path, SourceFile(path="charter.yml", role=Role.CHARTER))
    assert_told_well(document, text.encode())


@given(text=changed(ARTIFACTS))
@settings(
    derandomize=True, max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_changed_artifacts(tmp_path: Path, text: str) -> None:
    (tmp_path / "note.md").write_bytes(text.encode())
    document = read_document(tmp_path, SourceFile(path="note.md", role=Role.ARTIFACT))
    assert_told_well(document, text.encode())


@given(content=st.binary(max_size=200))
@settings(
    derandomize=True, max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_bytes(tmp_path: Path, content: bytes) -> None:
    for path, role in (("note.md", Role.ARTIFACT), ("charter.yml", Role.CHARTER)):
        (tmp_path / path).write_bytes(content)
        assert_told_well(read_document(tmp_path, SourceFile(path=path, role=role)), content)


@given(text=st.text(alphabet=st.sampled_from("".join(PIECES) + "ab")))
@settings(derandomize=True, max_examples=300, deadline=None)
def test_any_markdown_has_places_within_it(text: str) -> None:
    lines = text.replace("\r", "\n").split("\n")
    body = markdown_body(text, "a.md")
    for link in body.links:
        assert 1 <= link.span.line <= len(lines)
    assert len(body.sections) <= len(lines)


@given(
    value=st.recursive(
        st.none() | st.booleans() | st.integers(-(10**15), 10**15) | st.text("ab: '\"-#é\n", max_size=8),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc ", max_size=4), inner, max_size=3),
        max_leaves=12,
    )
)
@settings(derandomize=True, max_examples=200)
def test_json_reads_as_itself(value: object) -> None:
    """JSON is YAML, but for lines that are too long for a key."""
    document = parse_yaml(json.dumps(value, ensure_ascii=False, indent=1), "a.yml")
    assert document.diagnostics == ()
    assert document.data == value


@pytest.mark.realworld
def test_naughty_strings() -> None:
    corpus = CORPORA / "blns.json"
    if not corpus.is_file():
        pytest.skip("the list of naughty strings is not beside this checkout")
    strings: list[str] = json.loads(corpus.read_text(encoding="utf-8"))
    for naughty in strings:
        for text in (naughty, f"a: {naughty}\n", f"- {naughty}\n", f"{naughty}: b\n"):
            document = parse_yaml(text, "a.yml")
            assert all(d.message and d.span.line >= 1 for d in document.diagnostics)
        quoted = parse_yaml(f"a: {json.dumps(naughty, ensure_ascii=False)}\n", "a.yml")
        assert quoted.data == {"a": naughty} or {d.code for d in quoted.diagnostics} == {"control-character"}
        markdown_body(f"# {naughty}\n\n[a]({naughty}) {naughty}\n", "a.md")
    assert len(strings) > 500
