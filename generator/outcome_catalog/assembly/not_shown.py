"""Which records of a catalog are not in the same catalog as of an earlier day, so that nothing is missing silently."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from outcome_catalog.assembly.recorded_days import NEVER, RecordedDays
from outcome_catalog.model.artifact import Artifact
from outcome_catalog.model.catalog import Catalog, Community, NotShown, RecordKind
from outcome_catalog.model.charter import Charter
from outcome_catalog.model.reuse import ReuseRecord


def not_shown(whole: Catalog, shown: Catalog, days: RecordedDays) -> tuple[NotShown, ...]:
    """What is in *whole* and not in *shown*, by path, kind and name; with a community all that lies in its folder."""
    missing = _Missing(shown=shown, days=days)
    found = (record for community in whole.communities.values() for record in missing.of_community(community))
    return tuple(sorted(found, key=lambda record: (record.path, record.kind, record.name)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Missing:
    """What is not in the *shown* catalog."""

    shown: Catalog
    days: RecordedDays

    def of_community(self, community: Community) -> Iterator[NotShown]:
        kept = self.shown.communities.get(community.id)
        if kept is None:
            path, recorded = community.charter.origin.path, self.days.of_community(community)
            yield _record(path, RecordKind.COMMUNITY, community.id, recorded)
        else:
            yield from self._of_charter(community.charter, kept.charter)
        yield from self._of_measurements(community, kept)
        artifacts = {} if kept is None else {artifact.ref: artifact for artifact in kept.artifacts}
        for artifact in community.artifacts:
            yield from self._of_artifact(artifact, artifacts.get(artifact.ref))
        records = {} if kept is None else {record.id: record for record in kept.reuse_records}
        for record in community.reuse_records:
            yield from self._of_record(record, records.get(record.id))

    def _of_charter(self, charter: Charter, kept: Charter) -> Iterator[NotShown]:
        for name, day in _later_changes(charter, kept):
            yield _record(charter.origin.path, RecordKind.CHARTER_CHANGE, name, day)

    def _of_measurements(self, community: Community, kept: Community | None) -> Iterator[NotShown]:
        for name, measurement in community.measurements.items():
            values = () if kept is None else kept.measurements[name].values
            path = measurement.origin.path
            for value in measurement.values:
                if value not in values:
                    day = value.date.isoformat()
                    recorded = max(value.date, self.days.of_reference(path, day, value.date))
                    yield _record(path, RecordKind.VALUE, f"{name} {day}", recorded)

    def _of_artifact(self, artifact: Artifact, kept: Artifact | None) -> Iterator[NotShown]:
        path, recorded = artifact.origin.path, self.days.of_artifact(artifact)
        if kept is None:
            yield _record(path, RecordKind.ARTIFACT, artifact.ref, recorded)
            return
        for entry in artifact.based_on:
            if entry.artifact is not None and entry not in kept.based_on:
                brought_in = self.days.of_reference(path, entry.artifact, recorded)
                yield _record(path, RecordKind.BASED_ON, entry.artifact, brought_in)

    def _of_record(self, record: ReuseRecord, kept: ReuseRecord | None) -> Iterator[NotShown]:
        path = record.origin.path
        if kept is None:
            yield _record(path, RecordKind.REUSE, record.id, self.days.of_record(record))
            return
        for confirmation in record.confirmed_by:
            if confirmation not in kept.confirmed_by:
                name = confirmation.name or ""
                on = confirmation.date
                if confirmation.person is not None:
                    name, on = confirmation.person, self.days.of_reference(path, confirmation.person, on)
                yield _record(path, RecordKind.CONFIRMATION, name, on)


def _later_changes(charter: Charter, kept: Charter) -> Iterator[tuple[str, date]]:
    """What *charter* dates later than its *kept* form, each with its day."""
    changes = [change for change in charter.lifecycle_history if change not in kept.lifecycle_history]
    for change in changes:
        yield f"{change.state.value} since {change.date}", change.date
    if charter.ends is not None and charter.lifecycle is not kept.lifecycle and not changes:
        yield f"{charter.lifecycle.value} after {charter.ends}", charter.ends
    for revision in charter.revisions:
        if revision not in kept.revisions:
            yield f"revision of {revision.date}", revision.date
    for steward in charter.stewards:
        since = steward.since or steward.from_
        if since is not None and steward not in kept.stewards:
            yield f"steward since {since}", since
    if charter.members is not None and charter.members.as_of is not None and kept.members is None:
        yield f"members on {charter.members.as_of}", charter.members.as_of


def _record(path: str, kind: RecordKind, name: str, recorded: date) -> NotShown:
    return NotShown(path=path, kind=kind, name=name, recorded=None if recorded == NEVER else recorded)
