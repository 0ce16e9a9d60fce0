"""What the guide says, read from its pages: the tables' first columns, the sections, the code samples."""

import re
from collections.abc import Iterator

from tests.conftest import REPOSITORY

GUIDE = REPOSITORY / "communities" / "catalog-maintainers" / "artifacts"
_CODE = re.compile(r"`([^`]+)`")
_SAMPLE = re.compile(r"^```(yaml|markdown|sh)\n(.*?)^```", re.DOTALL | re.MULTILINE)


def page(name: str) -> str:
    """The text of the guide's page *name*."""
    return (GUIDE / f"{name}.md").read_text(encoding="utf-8")


def sections(text: str) -> dict[str, str]:
    """The text below each heading of the second level, by heading."""
    parts = re.split(r"^## (.+)\n", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def rows(text: str) -> Iterator[list[str]]:
    """The cells of each row of the tables in *text*, the headings' rows included."""
    for line in text.splitlines():
        if line.startswith("|") and not set(line) <= set("|- :"):
            yield [cell.strip() for cell in line.strip("|").split(" | ")]


def in_code(text: str) -> list[str]:
    """What stands between backquotes in *text*, in order."""
    return _CODE.findall(text)


def samples(text: str) -> Iterator[tuple[str, str]]:
    """The language and the text of each fenced sample."""
    for found in _SAMPLE.finditer(text):
        yield found[1], found[2]
