"""The codes that the package can give as findings, found in its source, whoever documents them."""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

_CODE = re.compile(r"[a-z]+(?:-[a-z0-9]+)*")


def codes_in(package: Path) -> frozenset[str]:
    """Every text that the package hands over as a ``code``: by name, by position, or as a default."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in sorted(package.rglob("*.py"))]
    positions = {name: place for tree in trees for name, place in _positions_of_code(tree)}
    return frozenset(code for tree in trees for code in _codes(tree, positions))


def _positions_of_code(tree: ast.Module) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            names = [argument.arg for argument in node.args.args if argument.arg not in ("self", "cls")]
            if "code" in names:
                yield node.name, names.index("code")


def _codes(tree: ast.Module, positions: dict[str, int]) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _texts(keyword.value for keyword in node.keywords if keyword.arg == "code")
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            place = positions.get(name)
            if place is not None:
                yield from _texts(node.args[place : place + 1])
        elif isinstance(node, ast.AnnAssign | ast.Assign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if any(getattr(target, "id", "") == "code" for target in targets):
                yield from _texts([node.value])


def _texts(expressions: Iterable[ast.expr]) -> Iterator[str]:
    for expression in expressions:
        if isinstance(expression, ast.IfExp):
            yield from _texts([expression.body, expression.orelse])
        elif isinstance(expression, ast.Constant) and _CODE.fullmatch(str(expression.value)):
            yield str(expression.value)
