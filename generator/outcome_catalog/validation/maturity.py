"""How much a fault matters: a promise that is only proposed may still lack parts of it (data-model §4)."""

from collections.abc import Mapping
from typing import Any

from outcome_catalog.diagnostics import Severity
from outcome_catalog.model.origin import Pointer
from outcome_catalog.sources.discover import Role
from outcome_catalog.validation.faults import Fault

MAY_WAIT: frozenset[tuple[str, ...]] = frozenset(
    {
        ("review_by",),
        ("sponsors",),
        ("stewards",),
        ("goal", "organisation"),
        ("goal", "members"),
        ("expected_outputs",),
        ("outcomes",),
    }
)
"""The required keys that a proposed charter may lack, or leave empty, with a warning; the model has a default for each.

What makes a page (title, summary, lifecycle, started, goal.statement) does not wait, nor do parts of what is there:
an indicator without a baseline measures nothing. An expected output may wait for its quantity, due or standing.
"""


def severity_of(fault: Fault, role: Role, data: Mapping[str, Any]) -> Severity:
    """A warning where *fault* is a part of a proposed charter's promise that may wait, otherwise an error."""
    proposed = role is Role.CHARTER and data.get("lifecycle") == "proposed"
    return Severity.WARNING if proposed and _waits(fault) else Severity.ERROR


def _waits(fault: Fault) -> bool:
    if fault.code == "missing-key":
        return _keys((*fault.pointer, *fault.missing)) in MAY_WAIT
    if fault.code == "too-few":
        return _keys(fault.pointer) in MAY_WAIT
    return fault.code == "exactly-one" and bool(fault.missing) and _keys(fault.pointer) == ("expected_outputs",)


def _keys(pointer: Pointer) -> tuple[str, ...]:
    return tuple(step for step in pointer if isinstance(step, str))
