"""What was done: the commits that added or changed the communities' artifacts (data-model §7).

A commit counts for the community in whose folder the file then lay, so that work is not lost to a community when its
artifact moves on. Moving a file in adds an artifact to the community it comes to; renaming it within a community
changes nothing and does not count. What was done to files that are gone is not seen: lineages are of present files.
"""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.dates import Period
from outcome_catalog.model.history import Depth, Lineage
from outcome_catalog.model.ids import ArtifactRef, CommitId, CommunityId

_ARTIFACT_FILE = re.compile(r"communities/([^/]+)/artifacts/([^/]+)\.md")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One commit's addition or change of one artifact, for the community that held it then."""

    commit: CommitId
    day: datetime.date
    community: CommunityId
    artifact: ArtifactRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """All changes of artifacts that git tells about; *depth* says how far they can be trusted."""

    depth: Depth
    changes: Mapping[CommunityId, tuple[Change, ...]]
    days: Mapping[ArtifactRef, tuple[datetime.date, ...]] = field(default_factory=dict)
    """The days of each artifact's changes, by its present name."""

    @property
    def is_known(self) -> bool:
        """False where there is no git history, and so nothing can be said about activity."""
        return self.depth is not Depth.NONE

    def commits(self, community: CommunityId, within: Period) -> tuple[CommitId, ...]:
        """The commits of *community* whose author day lies *within*, each once, by day and hash."""
        found = {(c.day, c.commit) for c in self.changes.get(community, ()) if c.day in within}
        return tuple(commit for _, commit in sorted(found))

    def is_changed(self, artifact: ArtifactRef, within: Period) -> bool:
        """Whether the artifact of that present name was added or changed *within* the period, wherever it lay then."""
        return any(day in within for day in self.days.get(artifact, ()))


def activity(catalog: Catalog) -> Activity:
    """What was done in each community. Renamed communities are known by their present name."""
    changes: dict[CommunityId, list[Change]] = defaultdict(list)
    days: dict[ArtifactRef, list[datetime.date]] = defaultdict(list)
    for lineage in catalog.history.lineages.values():
        for change in _changes(catalog, lineage):
            changes[change.community].append(change)
            days[change.artifact].append(change.day)
    return Activity(
        depth=catalog.history.depth,
        changes={community: tuple(found) for community, found in changes.items()},
        days={artifact: tuple(found) for artifact, found in days.items()},
    )


def _changes(catalog: Catalog, lineage: Lineage) -> Iterator[Change]:
    present = _ARTIFACT_FILE.fullmatch(lineage.path)
    if present is None:
        return
    ref = ArtifactRef(f"{present[1]}/{present[2]}")
    # In a shallow clone a file's first known commit may be the oldest at hand, which seems to add everything.
    is_shallow = catalog.history.depth is Depth.SHALLOW
    for before, revision in pairwise((None, *lineage.revisions)):
        community = _community(catalog, revision.path) if revision is not None else None
        if revision is None or community is None or (before is None and is_shallow):
            continue
        moved_in = before is None or _community(catalog, before.path) != community
        if revision.blob is not None and (moved_in or (before is not None and before.blob != revision.blob)):
            day = catalog.history.commits[revision.commit].day
            yield Change(commit=revision.commit, day=day, community=community, artifact=ref)


def _community(catalog: Catalog, path: str) -> CommunityId | None:
    match = _ARTIFACT_FILE.fullmatch(path)
    if match is None:
        return None
    slug = CommunityId(match[1])
    return catalog.former_communities.get(slug, slug)


def window(catalog: Catalog, judged_on: datetime.date | None = None) -> Period:
    """The vitality window: so many days as the settings say, the last one *judged_on* or else the catalog's day."""
    last = judged_on or catalog.as_of
    days = min(catalog.organisation.settings.vitality_window_days, last.toordinal())
    return Period(last - datetime.timedelta(days=max(days, 1) - 1), last)
