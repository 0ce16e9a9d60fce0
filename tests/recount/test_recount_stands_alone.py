"""The recount is worth something only while it shares no code with what it checks."""

import ast
from pathlib import Path

import pytest

LIBRARIES = """ast collections concurrent dataclasses datetime decimal fractions functools itertools json os pathlib
posixpath pytest re shutil subprocess tests typing yaml"""
MODULES = sorted(Path(__file__).parent.glob("*.py"))


def imported(module: Path) -> set[str]:
    """The dotted names of all modules that it imports, in whatever way."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "a relative import hides where it leads"
            found.add(node.module or "")
        elif isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in (
            "__import__",
            "import_module",
            "run_module",
        ):
            found.add("by name")
    return found


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)
def test_it_imports_nothing_of_the_product(module: Path):
    names = imported(module)
    assert {name.partition(".")[0] for name in names} <= set(LIBRARIES.split())
    assert all(name.startswith("tests.recount.") for name in names if name.startswith("tests"))
