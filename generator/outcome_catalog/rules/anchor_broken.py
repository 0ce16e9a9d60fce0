"""A link to a heading should arrive at the heading, not at the top of the page.

The part after `#` is the heading in small letters, without punctuation, with hyphens for spaces. Where the heading
was renamed or translated, the link still opens the page but leaves the reader to search it.

Fails:

    # communities/support-guild/artifacts/handle-a-call.md
    ## When to call back

    See [when to call back](#when-to-return-a-call).

Passes:

    # communities/support-guild/artifacts/handle-a-call.md
    ## When to call back

    See [when to call back](#when-to-call-back).
"""

from collections.abc import Iterator

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Severity
from outcome_catalog.model.artifact import Link
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.nearest_names import did_you_mean, list_of_names, nearest_name, quoted
from outcome_catalog.rules.reading.anchors import anchors
from outcome_catalog.rules.reading.links import links, local_target
from outcome_catalog.rules.rule import Rule

_TOP = frozenset({"", "top"})
_OFFERS_AT_MOST = 100


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each link to a heading that the linked text does not have."""
    by_path = {artifact.origin.path: artifact for artifact in catalog.artifacts.values()}
    known: dict[str, frozenset[str]] = {}
    found = 0
    for artifact, link in links(catalog):
        target = local_target(artifact, link.target)
        if target is None or target.fragment in _TOP or target.path not in by_path:
            continue
        if target.path not in known:
            known[target.path] = anchors(by_path[target.path].body)
        if target.fragment not in known[target.path]:
            found += 1
            yield _finding(link, target.fragment, known[target.path], with_offer=found <= _OFFERS_AT_MOST)


def _finding(link: Link, fragment: str, known: frozenset[str], *, with_offer: bool) -> Diagnostic:
    nearest = nearest_name(fragment, known) if with_offer else None
    listed = list_of_names(known)
    return RULE.finding(
        link.span,
        f"no heading answers to {quoted(f'#{fragment}')}{did_you_mean(nearest)}",
        help=f"the headings there are: {listed}" if listed else "name a heading of the linked text",
    )


RULE = Rule(
    code="anchor-broken",
    topic=Topic.LINKS,
    severity=Severity.WARNING,
    summary="A link names a heading that the linked text does not have.",
    check=check,
)
