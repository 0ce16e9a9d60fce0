"""Dates, contributors and evidence come from git; where git's record is cut off, they would be wrong without a word.

Without a repository, or in a shallow clone, the first commit of a file cannot be seen, and a page of January would be
shown as of May. The catalog then says how far the record reaches, here and on its pages. Uncommitted changes and a
detached HEAD limit less, and are remarks.

Fails:

    git clone --depth 1 https://git.example.org/communities.git

Passes:

    git clone https://git.example.org/communities.git
"""

from collections.abc import Iterator

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Severity, Span
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.history import Depth
from outcome_catalog.rules.rule import Rule

_HELP = {
    Depth.COMPLETE: "nothing needs to be done if this is meant",
    Depth.SHALLOW: "fetch the whole history with git fetch --unshallow; in CI, ask for a full clone",
    Depth.NONE: "run this inside a clone of the catalog's repository, with git installed",
}


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each thing that limits what git tells, at the folder of the communities."""
    depth = catalog.history.depth
    for note in catalog.history.notes:
        yield RULE.finding(
            Span(path="communities"),
            note.text,
            help=_HELP[depth],
            severity=Severity.INFO if depth is Depth.COMPLETE else None,
        )


RULE = Rule(
    code="history-incomplete",
    topic=Topic.BUILD,
    severity=Severity.WARNING,
    summary="Git's record of the catalog is missing, cut off or not up to date.",
    check=check,
)
