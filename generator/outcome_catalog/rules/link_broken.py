"""A reader who follows a link must arrive, and an image that is missing is a hole in the page.

Links between artifacts, and to images in `media/`, are written as they work in the pull request: relative to the file
that holds them, with the ending `.md`, capitals as in the file's name. A page with a dead link is still worth
publishing, so this is a warning; the link itself is taken out of the page. A link to a file's former place is led on by
the site, and reported so that it gets the new one.

Fails:

    # communities/support-guild/artifacts/handle-a-call.md
    Begin as in [the greeting](greet-the-custmer.md).

Passes:

    # communities/support-guild/artifacts/handle-a-call.md
    Begin as in [the greeting](greet-the-customer.md).
"""

from collections.abc import Iterator
from urllib.parse import unquote

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Severity
from outcome_catalog.model.artifact import Artifact, Link
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.nearest_names import quoted
from outcome_catalog.rules.reading.links import Destinations, links, local_target, written_from
from outcome_catalog.rules.rule import Rule

_OFFERS_AT_MOST = 100


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each relative link or image that leads to nothing."""
    destinations = Destinations(catalog)
    found = 0
    for artifact, link in links(catalog):
        target = local_target(artifact, link.target)
        if target and not (target.is_outside or target.is_absolute or target.path in destinations):
            found += 1
            nearest = destinations.nearest(target.path) if found <= _OFFERS_AT_MOST else None
            yield _broken(artifact, link, destinations.moved_to(target.path), nearest)


def _broken(artifact: Artifact, link: Link, moved_to: str | None, nearest: str | None) -> Diagnostic:
    what, written = "image" if link.is_image else "link", unquote(link.target)
    if "\\" in written:
        message, mend = "a backslash leads nowhere on the web", f"write {written.replace(chr(92), '/')}"
    elif moved_to:
        message, mend = "the file has moved", f"write {written_from(artifact, moved_to)}"
    else:
        message = "there is no such file"
        mend = f"did you mean {written_from(artifact, nearest)}?" if nearest else "add the file, or take the link out"
    return RULE.finding(link.span, f"the {what} to {quoted(written)} is broken: {message}", help=mend)


RULE = Rule(
    code="link-broken",
    topic=Topic.LINKS,
    severity=Severity.WARNING,
    summary="A relative link or image leads to nothing.",
    check=check,
)
