"""Pages of codes as they are read from a package's codes.md: whole, or refused with the place of the fault."""

from pathlib import Path

import pytest

from outcome_catalog.code_pages import CodePage, Topic, pages_in
from outcome_catalog.diagnostics import Severity

WHOLE = """# Codes

What stands before the topics is for those who edit the file.

## YAML

### too-loud: A text shouts.

Nobody
listens.

Still.

Fails:

    # communities/people.yml
    ## Not a topic
      AAH

Passes:

    ah

### too-quiet (warning): A text: it whispers.

Nobody hears.

Fails:

    h

Passes:

    ah

## Links

### too-far (info): A link leads far.

Far.

Fails:

    a

Passes:

    b
"""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An importable package with nothing in it, under a name that no other test uses."""
    folder = tmp_path / f"package_of_{tmp_path.name}"
    folder.mkdir()
    (folder / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    return folder


def read(package: Path, text: str) -> tuple[CodePage, ...]:
    (package / "codes.md").write_text(text, encoding="utf-8")
    return pages_in(package.name)


def test_pages_are_read_by_topic_in_their_order(package: Path) -> None:
    loud, quiet, far = read(package, WHOLE)
    assert loud == CodePage(
        code="too-loud",
        severity=Severity.ERROR,
        topic=Topic.YAML,
        summary="A text shouts.",
        why="Nobody\nlistens.\n\nStill.",
        fails="# communities/people.yml\n## Not a topic\n  AAH",
        passes="ah",
    )
    assert (quiet.code, quiet.severity, quiet.summary) == ("too-quiet", Severity.WARNING, "A text: it whispers.")
    assert (far.topic, far.severity, far.passes) == (Topic.LINKS, Severity.INFO, "b")


@pytest.mark.parametrize(
    ("given", "instead", "says"),
    [
        ("Passes:\n\n    ah\n\n### too-quiet", "### too-quiet", "too-loud has no why, Fails: and Passes:"),
        ("Fails:\n\n    h", "", "too-quiet has no why, Fails: and Passes:"),
        ("### too-loud: A text shouts.", "### A text shouts.", "the heading 'A text shouts.' is not"),
        ("(warning)", "(serious)", "serious"),
        ("## YAML", "## Yaml", "Yaml"),
    ],
)
def test_a_page_that_is_not_whole_is_refused(package: Path, given: str, instead: str, says: str) -> None:
    assert given in WHOLE
    with pytest.raises(ValueError, match=says):
        read(package, WHOLE.replace(given, instead))
