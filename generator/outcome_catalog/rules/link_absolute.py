"""A link that begins with a slash means the top of the repository, and the site stands somewhere else.

`/communities/support-guild/media/desk.png` is understood, because it names a file of the catalog. Any other address
that begins with a slash, or with two, leads to a place that depends on where the page is read: write it relative to
the file, or as a whole address.

Fails:

    # communities/support-guild/artifacts/handle-a-call.md
    See [the intranet](/intranet/telephone).

Passes:

    # communities/support-guild/artifacts/handle-a-call.md
    See [the intranet](https://intranet.example.org/telephone).
"""

from collections.abc import Iterator
from urllib.parse import unquote

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Severity
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.nearest_names import quoted
from outcome_catalog.rules.reading.links import Destinations, as_browsers_read, links, local_target
from outcome_catalog.rules.rule import Rule


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each link that begins with a slash and names no file of the catalog."""
    destinations = Destinations(catalog)
    for artifact, link in links(catalog):
        target = local_target(artifact, link.target)
        leads_elsewhere = as_browsers_read(link.target).startswith("//")
        if leads_elsewhere or (target and target.is_absolute and target.path not in destinations):
            yield RULE.finding(
                link.span,
                f"the link to {quoted(unquote(link.target))} leads to a place that depends on where the page is read",
                help="write a path relative to this file, or a whole address that begins with https://",
            )


RULE = Rule(
    code="link-absolute",
    topic=Topic.LINKS,
    severity=Severity.WARNING,
    summary="A link begins with a slash and names no file of the catalog.",
    check=check,
)
