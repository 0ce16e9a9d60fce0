"""The golden repository gives what was blessed, byte for byte, however it is built."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.golden.produced import EXPECTED, produced_texts

pytestmark = pytest.mark.acceptance
NAMES = sorted(file.relative_to(EXPECTED).as_posix() for file in EXPECTED.rglob("*") if file.is_file())


@pytest.fixture(scope="module")
def produced(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    return produced_texts(tmp_path_factory.mktemp("golden"))


def test_the_same_texts_are_produced(produced: Mapping[str, str]) -> None:
    assert sorted(produced) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_text_is_as_it_was_blessed(produced: Mapping[str, str], name: str) -> None:
    expected = (EXPECTED / name).read_text(encoding="utf-8")
    assert produced[name] == expected, f"{name} differs; where that is meant, run `make bless` and read the difference"


def test_nothing_that_runs_gets_through(produced: Mapping[str, str], tmp_path: Path) -> None:
    assert "<script>alert" not in produced["pages/idea-space_heated-press.html"]
    assert "quiet-colleague@example.org" not in "".join(produced.values())
    assert "Colleague without credit" not in "".join(produced.values())
