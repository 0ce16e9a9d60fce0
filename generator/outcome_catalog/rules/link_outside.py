"""A catalog is published from `communities/`; what lies outside is not on the site.

A relative link that climbs out of `communities/`, to the repository's README or to a file beside it, works for
whoever has the repository and for nobody who reads the site. Give the whole address of such a file, or bring it into
a `media/` folder.

Fails:

    # communities/support-guild/artifacts/handle-a-call.md
    See [the handbook](../../../handbook.pdf).

Passes:

    # communities/support-guild/artifacts/handle-a-call.md
    See [the handbook](../media/handbook.pdf).
"""

from collections.abc import Iterator
from urllib.parse import unquote

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Severity
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.nearest_names import quoted
from outcome_catalog.rules.reading.links import Destinations, links, local_target
from outcome_catalog.rules.rule import Rule


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each relative link that leaves communities/ and does not lead to a kind, which has a page."""
    destinations = Destinations(catalog)
    for artifact, link in links(catalog):
        target = local_target(artifact, link.target)
        if target and target.is_outside and not target.is_absolute and target.path not in destinations:
            yield RULE.finding(
                link.span,
                f"the link to {quoted(unquote(link.target))} leaves communities/, and the site holds nothing else",
                help="write the file's whole address on the web, or put a copy into the community's media/ folder",
            )


RULE = Rule(
    code="link-outside",
    topic=Topic.LINKS,
    severity=Severity.ERROR,
    summary="A relative link leads out of communities/.",
    check=check,
)
