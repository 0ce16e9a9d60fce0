"""The day on which each record was recorded: by the commit that brought it in, else by its own date (data-model §7)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from outcome_catalog.model.artifact import Artifact
from outcome_catalog.model.catalog import Catalog, Community
from outcome_catalog.model.history import Commit, Depth, History
from outcome_catalog.model.reuse import USED_MODES, ReuseRecord, stated_mode

NEVER = date.max
"""The day of what is recorded on no day that is known: not committed yet, and without a date of its own."""
_DAY_IN_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})-")


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedDays:
    """When the records of a catalog were recorded, from *history* as it was read on *read_on*."""

    history: History
    read_on: date | None

    @classmethod
    def of(cls, catalog: Catalog) -> "RecordedDays":
        """The recorded days of *catalog*."""
        return cls(history=catalog.history, read_on=catalog.read_on)

    def of_commit(self, commit: Commit) -> date | None:
        """The author day of *commit*, or its committer day where it claims to be written later than it was committed.

        None where both have not come yet: a clock was wrong, and the commit tells no day.
        """
        day = min(commit.day, commit.committed)
        return None if self.read_on is not None and day > self.read_on else day

    def of_community(self, community: Community) -> date:
        """The day the charter was recorded."""
        return self._of_file(community.charter.origin.path, community.charter.started)

    def of_artifact(self, artifact: Artifact) -> date:
        """The day the artifact was recorded."""
        return self._of_file(artifact.origin.path, artifact.date)

    def of_record(self, record: ReuseRecord) -> date:
        """The day since which the record says that this artifact was used in this way."""
        return max(self._days_of_record(record))

    def of_reference(self, path: str, reference: str, own: date) -> date:
        """The day *reference* was written into the file at *path*; *own* where git cannot tell."""
        if self.history.depth is not Depth.COMPLETE:
            return own
        commit = self.history.introduced(path, reference)
        if commit is not None:
            return self.of_commit(commit) or own
        is_uncommitted = path in self.history.dirty_paths and path in self.history.lineages
        return NEVER if is_uncommitted else own

    def _days_of_record(self, record: ReuseRecord) -> Iterator[date]:
        path = record.origin.path
        named = _DAY_IN_NAME.match(path.rpartition("/")[2])
        filed = self._of_file(path, _day(named[1]) if named else NEVER)
        yield filed
        yield self.of_reference(path, record.artifact, filed)
        if record.mode in USED_MODES:
            yield self.of_reference(path, stated_mode(record.mode), filed)
            if record.date is not None:
                yield record.date.first_day

    def _of_file(self, path: str, own: date) -> date:
        lineage = self.history.lineages.get(path) if self.history.depth is Depth.COMPLETE else None
        recorded = None if lineage is None else self.of_commit(self.history.commits[lineage.revisions[0].commit])
        return recorded or own


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return NEVER
