"""A community and its records as they stood on a day."""

from dataclasses import dataclass, replace
from datetime import date

from outcome_catalog.assembly.recorded_days import RecordedDays
from outcome_catalog.model.artifact import Artifact, ArtifactStatus, BasedOn
from outcome_catalog.model.catalog import Catalog, Community
from outcome_catalog.model.charter import Charter, Steward
from outcome_catalog.model.ids import ArtifactRef, CommunityId
from outcome_catalog.model.lifecycle import lifecycle_on
from outcome_catalog.model.measurement import Measurement
from outcome_catalog.model.reuse import Confirmation, ReuseRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What of the *whole* catalog stood on *day*: its *communities* and *artifacts*, by their present names."""

    whole: Catalog
    days: RecordedDays
    day: date
    communities: frozenset[CommunityId]
    artifacts: frozenset[ArtifactRef]

    @classmethod
    def on(cls, day: date, whole: Catalog, days: RecordedDays) -> "Standing":
        """What stood on *day*. With a community goes all that lies in its folder."""
        communities = {c.id for c in whole.communities.values() if days.of_community(c) <= day}
        artifacts = (a for a in whole.artifacts.values() if a.community in communities)
        return cls(
            whole=whole,
            days=days,
            day=day,
            communities=frozenset(communities),
            artifacts=frozenset(a.ref for a in artifacts if days.of_artifact(a) <= day),
        )

    def community(self, community: Community) -> Community:
        """*community* with what stood then."""
        return replace(
            community,
            charter=self._charter(community.charter),
            artifacts=tuple(self._artifact(a) for a in community.artifacts if a.ref in self.artifacts),
            measurements={name: self._measurement(found) for name, found in community.measurements.items()},
            reuse_records=tuple(self._record(r) for r in community.reuse_records if self._has_record(r)),
        )

    def names_later(self, ref: ArtifactRef | None) -> bool:
        """True where *ref* names an artifact that was recorded after the day; a name that nothing has is not later."""
        artifact = None if ref is None else self.whole.artifact(ref)
        return artifact is not None and artifact.ref not in self.artifacts

    def _charter(self, charter: Charter) -> Charter:
        """The charter without what it dates after the day, in the state of life of the day."""
        lifecycle, members = lifecycle_on(charter, self.day), charter.members
        is_counted_later = members is not None and members.as_of is not None and members.as_of > self.day
        return replace(
            charter,
            lifecycle=lifecycle,
            lifecycle_history=tuple(change for change in charter.lifecycle_history if change.date <= self.day),
            revisions=tuple(revision for revision in charter.revisions if revision.date <= self.day),
            stewards=tuple(steward for steward in charter.stewards if self._has_come(steward)),
            members=None if is_counted_later else members,
            succeeded_by=charter.succeeded_by if lifecycle is charter.lifecycle else None,
        )

    def _has_come(self, steward: Steward) -> bool:
        since = steward.since or steward.from_
        return since is None or since <= self.day

    def _artifact(self, artifact: Artifact) -> Artifact:
        """The artifact without later entries; what its later successor or original says of it is not said yet."""
        told = artifact
        if self.names_later(artifact.superseded_by):
            told = replace(told, superseded_by=None, status=ArtifactStatus.PUBLISHED)
        if self._delivers_with_original(artifact):
            told = replace(told, output=None)
        entries = tuple(entry for entry in artifact.based_on if self._has_entry(artifact, entry))
        return told if len(entries) == len(artifact.based_on) else replace(told, based_on=entries)

    def _delivers_with_original(self, artifact: Artifact) -> bool:
        """True where it translates a later delivery of the same output: known to be no delivery of its own."""
        original = None if artifact.translation_of is None else self.whole.artifact(artifact.translation_of)
        is_same_promise = original is not None and (original.community, original.output) == (
            artifact.community,
            artifact.output,
        )
        return is_same_promise and self.names_later(artifact.translation_of)

    def _has_entry(self, artifact: Artifact, entry: BasedOn) -> bool:
        if entry.artifact is None:
            return True
        brought_in = self.days.of_reference(artifact.origin.path, entry.artifact, self.days.of_artifact(artifact))
        return brought_in <= self.day and not self.names_later(entry.artifact)

    def _has_record(self, record: ReuseRecord) -> bool:
        is_of_later = self.names_later(record.artifact) or self.names_later(record.used_in.artifact)
        return self.days.of_record(record) <= self.day and not is_of_later

    def _record(self, record: ReuseRecord) -> ReuseRecord:
        """The record without later confirmations, and still going on where it ended later."""
        confirmed = tuple(c for c in record.confirmed_by if self._has_confirmation(record, c))
        goes_on = record.ended is not None and record.ended.first_day > self.day
        if len(confirmed) == len(record.confirmed_by) and not goes_on:
            return record
        return replace(record, confirmed_by=confirmed, ended=None if goes_on else record.ended)

    def _has_confirmation(self, record: ReuseRecord, confirmation: Confirmation) -> bool:
        if confirmation.person is None:
            return confirmation.date <= self.day
        return self.days.of_reference(record.origin.path, confirmation.person, confirmation.date) <= self.day

    def _measurement(self, measurement: Measurement) -> Measurement:
        """The measurement with the values that were measured and written down by the day."""
        path = measurement.origin.path
        values = tuple(
            value
            for value in measurement.values
            if value.date <= self.day and self.days.of_reference(path, value.date.isoformat(), value.date) <= self.day
        )
        return measurement if len(values) == len(measurement.values) else replace(measurement, values=values)
