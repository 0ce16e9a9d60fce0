"""All artifact pages of a site: what each is made from, and their making on all cores."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from outcome_catalog.model.artifact import Artifact
from outcome_catalog.publish import addresses
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.on_all_cores import done
from outcome_catalog.publish.pages.artifact import artifact_pages as artifact_metas
from outcome_catalog.publish.stamp_memory import Stamped, StampMemory, fingerprint_of
from outcome_catalog.publish.stamping import ArtifactPage, Stamp, StampSettings


def artifact_pages(context: PublishContext) -> Iterator[ArtifactPage]:
    """What each artifact's page is made from, by reference."""
    return map(_page_of(context), context.catalog.artifacts.values())


def write_artifact_pages(
    context: PublishContext, settings: StampSettings, jobs: int, memory: StampMemory | None = None
) -> Iterator[Stamped]:
    """Writes all artifact pages by up to *jobs* processes and says of each what came of it.

    Pages that *memory* finds still right are taken over from the old site. What is written does not depend on *jobs*.
    """
    work = _Stamping(context=context, settings=settings, memory=memory)
    return done(work, len(context.catalog.artifacts), jobs)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stamping:
    """The work that processes share: artifacts are told apart by their place in the catalog."""

    context: PublishContext
    settings: StampSettings
    memory: StampMemory | None

    def begin(self) -> Callable[[int], Stamped]:
        artifacts = tuple(self.context.catalog.artifacts.values())
        page_of, stamp, memory = _page_of(self.context), Stamp(self.settings), self.memory

        def stamped(number: int) -> Stamped:
            page = page_of(artifacts[number])
            fingerprint = fingerprint_of(page)
            old = None if memory is None else memory.taken_over(page.url, fingerprint)
            return old or Stamped.of(page.url, fingerprint, stamp.write(page), is_new=True)

        return stamped


def _page_of(context: PublishContext) -> Callable[[Artifact], ArtifactPage]:
    meta_of = artifact_metas(context)
    base = None if context.site.url is None else context.site.url.rstrip("/")
    sizes = context.links.sizes

    def page(artifact: Artifact) -> ArtifactPage:
        url, path = addresses.artifact_url(artifact.ref), artifact.origin.path
        targets = {link.target: context.links.address(path, link.target) for link in artifact.body.links}
        return ArtifactPage(
            url=url,
            meta=meta_of(artifact),
            text=artifact.body.text,
            source_path=path,
            link_targets=targets,
            picture_sizes={found: sizes[found] for found in targets.values() if found is not None and found in sizes},
            edit_url=addresses.edit_url(context.site, path),
            canonical_url=None if base is None else f"{base}/{url}",
        )

    return page
