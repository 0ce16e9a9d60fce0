"""Everything the site is made of, in one list: the table of what publishing makes."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from outcome_catalog.publish import addresses
from outcome_catalog.publish.api import files as data_files
from outcome_catalog.publish.badges import table as badges
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.feeds.table import feed_outputs, feeds
from outcome_catalog.publish.output import Output
from outcome_catalog.publish.page_heads import with_heads
from outcome_catalog.publish.pages import citation
from outcome_catalog.publish.pages.table import BUILDERS as PAGES
from outcome_catalog.publish.redirects import redirects
from outcome_catalog.publish.sitemap import sitemap_files

BUILDERS: tuple[Callable[[PublishContext], Iterator[Output]], ...] = (
    *PAGES,
    data_files.outputs,
    citation.outputs,
    badges.outputs,
)
"""What makes outputs from the catalog; to add a page kind or a data file is to add a row."""


def site_outputs(context: PublishContext, hand_written: Iterable[Output] = ()) -> tuple[Output, ...]:
    """All outputs but the artifact pages, each path once; a hand-written page never takes the place of another."""
    found: dict[str, Output] = {}
    followed = tuple(feeds(context))
    built = chain.from_iterable(builder(context) for builder in BUILDERS)
    for output in chain(with_heads(context, built, followed), feed_outputs(followed, context.site)):
        if output.path in found:
            raise ValueError(f"two outputs want to stand at {output.path}")
        found[output.path] = output
    taken = taken_addresses(context, found.values())
    found |= {output.path: output for output in hand_written if addresses.page_url(output.path) not in taken}
    for output in (
        *redirects(context.catalog, context.words, taken_addresses(context, found.values())),
        *_sitemap(context, found),
    ):
        found.setdefault(output.path, output)
    return tuple(found.values())


def taken_addresses(context: PublishContext, outputs: Iterable[Output]) -> frozenset[str]:
    """The addresses at which a page stands."""
    pages = {addresses.page_url(output.path) for output in outputs if output.is_page}
    return frozenset(pages | {addresses.artifact_url(ref) for ref in context.catalog.artifacts})


def _sitemap(context: PublishContext, found: dict[str, Output]) -> Iterator[Output]:
    if context.site.url is None:
        return
    history = context.catalog.history
    pages = [(addresses.page_url(path), None) for path, output in found.items() if output.is_page]
    artifacts = [
        (addresses.artifact_url(artifact.ref), history.modified(artifact.origin.path))
        for artifact in context.catalog.artifacts.values()
    ]
    days = [(url, None if day is None else day.isoformat()) for url, day in artifacts]
    yield from sitemap_files(context.site.url, [*pages, *days])
