"""All page builders, in the order in which their pages are made."""

from collections.abc import Callable, Iterator

from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.output import Output
from outcome_catalog.publish.pages import (
    attention,
    audiences,
    communities,
    community,
    contribute,
    home,
    kinds,
    left_out,
    objectives,
    reports,
    reuse,
    search,
)

BUILDERS: tuple[Callable[[PublishContext], Iterator[Output]], ...] = (
    home.outputs,
    communities.outputs,
    community.outputs,
    kinds.outputs,
    audiences.outputs,
    objectives.outputs,
    reuse.outputs,
    reports.outputs,
    attention.outputs,
    left_out.outputs,
    contribute.outputs,
    search.outputs,
)
"""Each yields the pages of one kind; artifact pages are made apart, by ``artifact_pages``."""
