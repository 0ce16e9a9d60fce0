"""Every code explained in sources/codes.md: in a sound catalog its first example gives the code, its second nothing."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

import pytest

from outcome_catalog.code_pages import CodePage, Topic
from outcome_catalog.diagnostics import Diagnostic
from outcome_catalog.pipeline import load_catalog
from outcome_catalog.sources.codes import code_pages
from tests.code_examples import UNREADABLE, parts, put
from tests.rules.cases import AS_OF, BASE

PAGES = code_pages()
BEGINNINGS = {".jpg": b"\xff\xd8\xff", ".pdf": b"%PDF-1.7\n", ".md": b"About us.\n"}
FOLLOWS = {code: {"references-not-checked"} for code in ("communities-missing", "organisation-missing")}
"""Codes that another one cannot come without."""
NOBODY = 65534


def fitting(path: Path) -> bytes:
    """What the file at *path* holds already, or a file beside it of the same ending, or that ending's beginning."""
    beside = [path, *path.parent.glob(f"*{path.suffix}"), *path.parents[1].glob(f"*/{path.name}")]
    held = (known.read_bytes() for known in beside if known.is_file())
    return next(held, None) or BEGINNINGS.get(path.suffix, b"Nothing in particular.\n")


@contextmanager
def ordinary_rights() -> Iterator[None]:
    """Within, this process may not read what nobody may read, even where it runs as root."""
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)


@pytest.fixture
def project() -> Iterator[Path]:
    """A sound catalog, in a folder that everybody may enter."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        shutil.copytree(BASE, Path(folder) / "project")
        yield Path(folder) / "project"


def found(example: str, project: Path) -> list[Diagnostic]:
    """What reading and checking find once *example* lies in *project*, of the codes explained here."""
    for part in parts(example):
        put(part, project, fitting)
    with ordinary_rights() if UNREADABLE in example else nullcontext():
        findings = load_catalog(project, as_of=AS_OF).report
    codes = {page.code for page in PAGES}
    return [f for f in findings if f.code in codes and not _follows_from_another(f)]


def _follows_from_another(finding: Diagnostic) -> bool:
    """True where a charter or people.yml cannot be used: its own finding, of whatever stage, says why."""
    return finding.code == "references-not-checked" and finding.span.path != "communities/organisation.yml"


@pytest.mark.skipif(os.name == "nt", reason="some examples are links, or rights that Windows has not")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.code)
class TestCodePage:
    def test_the_failing_example_gives_the_code_and_no_other(self, page: CodePage, project: Path) -> None:
        findings = found(page.fails, project)
        assert {finding.code for finding in findings} == {page.code, *FOLLOWS.get(page.code, ())}
        assert {finding.severity for finding in findings if finding.code == page.code} == {page.severity}

    def test_the_passing_example_gives_nothing(self, page: CodePage, project: Path) -> None:
        assert found(page.passes, project) == []

    def test_it_says_what_and_why(self, page: CodePage) -> None:
        assert page.summary.endswith(".")
        assert len(page.why.split()) >= 25


def test_the_catalog_that_the_examples_are_put_into_is_sound(project: Path) -> None:
    assert found("", project) == []


def test_the_codes_are_in_order_and_each_is_there_once() -> None:
    places = [(list(Topic).index(page.topic), page.code) for page in PAGES]
    assert places == sorted(set(places))
