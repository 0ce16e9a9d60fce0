"""Every code explained in codes.md: its first example gives the code, its second gives nothing."""

import re
from pathlib import Path

import pytest
import yaml
from tests.code_examples import parts
from tests.schemas.documents import EXAMPLES, PATHS, findings

from outcome_catalog.code_pages import CodePage, Topic
from outcome_catalog.diagnostics import Diagnostic
from outcome_catalog.sources.discover import Role
from outcome_catalog.validation.codes import code_pages

PAGES = code_pages()


def files(example: str) -> list[tuple[Role, str]]:
    """The parts of an example by the role of the file they are of, each put into a document that is otherwise whole."""
    return [(role_of(part.path), whole(role_of(part.path), part.text)) for part in parts(example)]


def role_of(path: str) -> Role:
    """The role of the file at *path*: that of the known file of the same name, or else in the same folder."""
    by_name = {Path(known).name: role for role, known in PATHS.items()}
    by_folder = {Path(known).parent: role for role, known in PATHS.items()}
    return by_name.get(Path(path).name) or by_folder[Path(path).parent]


def whole(role: Role, part: str) -> str:
    """*part* in place of the same keys of a document without a fault."""
    text = (EXAMPLES / f"{role if role is not Role.MEASUREMENT else 'measurements'}.yml").read_text()
    blocks = dict(re.findall(r"^(\w+):(.*?)(?=^\w|\Z)", text, re.DOTALL | re.MULTILINE))
    new = dict(re.findall(r"^(\w+):(.*?)(?=^\w|\Z)", part, re.DOTALL | re.MULTILINE))
    kept = {
        key: block for key, block in blocks.items() if role is not Role.KIND or key not in ("fields", "required_fields")
    }
    return "".join(f"{key}:{block}" for key, block in (kept | new).items())


def found(example: str) -> list[Diagnostic]:
    """What is found in the last file of *example*, the kinds before it being the project's."""
    *kinds, (role, text) = files(example)
    return findings(role, text, *(kind for _, kind in kinds))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.code)
class TestCodePage:
    def test_the_failing_example_gives_the_code_and_no_other(self, page: CodePage) -> None:
        codes = {finding.code for finding in found(page.fails)}
        told_before = {"repeated-entry"} if page.code == "more-faults" else set()
        assert codes == {page.code, *told_before}

    def test_the_passing_example_gives_nothing(self, page: CodePage) -> None:
        assert found(page.passes) == []

    def test_the_examples_are_yaml(self, page: CodePage) -> None:
        assert all(yaml.safe_load(part.text) for example in (page.fails, page.passes) for part in parts(example))

    def test_it_says_what_and_why(self, page: CodePage) -> None:
        assert page.summary.endswith(".")
        assert len(page.why) > 40
        assert "#" not in page.why


def test_the_codes_are_in_order_and_each_is_there_once() -> None:
    places = [(list(Topic).index(page.topic), page.code) for page in PAGES]
    assert places == sorted(set(places))
