"""Every source that says an artifact is reused: reuse records, and ``based_on`` entries of other artifacts."""

import datetime
import re
from collections import Counter
from collections.abc import Iterator

from outcome_catalog.insights.evidence import Evidence, entry_evidence, record_evidence
from outcome_catalog.insights.figures import Grade, NotCounted, Party, PlaceOfUse, ReuseEvent
from outcome_catalog.insights.lookups import Lookups
from outcome_catalog.insights.sentences import says
from outcome_catalog.model.artifact import Artifact, BasedOn, Mode
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.ids import ArtifactRef, CommitId, CommunityId
from outcome_catalog.model.people import Belonging
from outcome_catalog.model.reuse import ReuseRecord, UsedIn

_DAY_IN_NAME = re.compile(r"(\d{4})-(\d{2})-(\d{2})-")
ENTRY_MODE = Mode.ADAPTED
"""What a ``based_on`` entry without a mode means: what is based on something is derived from it."""


def reuse_events(lookups: Lookups) -> Iterator[ReuseEvent]:
    """All events of the catalog, each as its own use still.

    A draft's or a retired artifact's ``based_on`` counts like any other, since the source was used. An entry that
    names the original of a translation is no event: a translation is counted apart from reuse (data-model §5).
    """
    for record in lookups.catalog.reuse_records():
        yield _record_event(record, lookups)
    for artifact in lookups.catalog.artifacts.values():
        yield from _entry_events(artifact, lookups)


def _record_event(record: ReuseRecord, lookups: Lookups) -> ReuseEvent:
    evidence = record_evidence(record, lookups)
    brought_in = lookups.introduction(record.origin.path)
    artifact = _present_ref(record.artifact, lookups)
    community = _present_community(record.used_by.community, lookups)
    place = _place_of_use(record.used_in, lookups)
    because = _not_counted(evidence.grade, record.mode, artifact, (community, place.artifact), lookups)
    return ReuseEvent(
        id=record.id,
        use=record.id,
        artifact=artifact,
        party=Party(unit=record.used_by.unit, external=record.used_by.external, community=community),
        place=place,
        mode=record.mode,
        date=record.date,
        ended=record.ended,
        recorded=_day_in_name(record.origin.path) if brought_in is None else brought_in.day,
        grade=evidence.grade,
        counted=because is None,
        not_counted=because,
        reason=evidence.reason + _SENTENCES[because],
        benefit=record.benefit,
        note=record.note,
        evidence=record.evidence,
        source_path=record.origin.path,
        source_line=record.origin.value("artifact").line,
        commit=None if brought_in is None else brought_in.id,
        proof=_proof(evidence),
        signature=None if evidence.commit is None else evidence.commit.signature,
    )


def _entry_events(artifact: Artifact, lookups: Lookups) -> Iterator[ReuseEvent]:
    original = None if artifact.translation_of is None else lookups.catalog.artifact(artifact.translation_of)
    named: Counter[ArtifactRef] = Counter()
    for entry in artifact.based_on:
        source = None if entry.artifact is None else lookups.catalog.artifact(entry.artifact)
        if entry.artifact is None or (source is not None and source is original):
            continue
        ref = entry.artifact if source is None else source.ref
        named[ref] += 1
        again = f"#{named[ref]}" if named[ref] > 1 else ""
        line = artifact.origin.value("based_on", _place_in_list(artifact, entry, lookups.catalog)).line
        yield _entry_event(artifact, entry, source, (f"{artifact.ref}>{ref}{again}", line), lookups)


def _place_in_list(artifact: Artifact, entry: BasedOn, catalog: Catalog) -> int:
    """Which of the file's entries *entry* is: as of an earlier day the artifact lacks those that came later."""
    written = artifact if catalog.whole is None else catalog.whole.artifacts[artifact.ref]
    return next(place for place, other in enumerate(written.based_on) if other is entry)


def _entry_event(
    artifact: Artifact, entry: BasedOn, source: Artifact | None, named: tuple[str, int], lookups: Lookups
) -> ReuseEvent:
    event_id, line = named
    ref = ArtifactRef(entry.artifact or "") if source is None else source.ref
    mode = entry.mode or ENTRY_MODE
    evidence = entry_evidence(artifact, entry, source, lookups)
    because = _not_counted(evidence.grade, mode, ref, (artifact.community, artifact.ref), lookups)
    belonging = Belonging() if evidence.commit is None else lookups.belonging(evidence.commit)
    return ReuseEvent(
        id=event_id,
        use=event_id,
        artifact=ref,
        party=Party(unit=belonging.unit, external=belonging.external, community=artifact.community),
        place=PlaceOfUse(artifact=artifact.ref),
        mode=mode,
        date=None,
        recorded=artifact.date if evidence.commit is None else evidence.commit.day,
        grade=evidence.grade,
        counted=because is None,
        not_counted=because,
        reason=evidence.reason + _SENTENCES[because],
        note=entry.note,
        source_path=artifact.origin.path,
        source_line=line,
        commit=None if evidence.commit is None else evidence.commit.id,
        proof=_proof(evidence),
        signature=None if evidence.commit is None else evidence.commit.signature,
    )


def _proof(evidence: Evidence) -> CommitId | None:
    is_proven = evidence.grade in (Grade.ATTESTED, Grade.VERIFIED)
    return evidence.commit.id if is_proven and evidence.commit is not None else None


_BY_GRADE = {Grade.WITHDRAWN: NotCounted.WITHDRAWN, Grade.BROKEN: NotCounted.BROKEN}
_BY_MODE = {Mode.PLANNED: NotCounted.PLANNED, Mode.TRIED_REJECTED: NotCounted.REJECTED}
_SENTENCES = {
    None: (),
    NotCounted.PLANNED: says("not_counted.planned"),
    NotCounted.REJECTED: says("not_counted.rejected"),
    NotCounted.INTERNAL: says("not_counted.internal"),
    NotCounted.WITHDRAWN: says("not_counted.so"),
    NotCounted.BROKEN: says("not_counted.so"),
    NotCounted.LEFT_OUT: says("not_counted.left_out"),
}


def _not_counted(
    grade: Grade,
    mode: Mode,
    artifact: ArtifactRef,
    user: tuple[CommunityId | None, ArtifactRef | None],
    lookups: Lookups,
) -> NotCounted | None:
    """Why an event is not counted; None where it counts. *user* are the reusing community and the using artifact.

    Use is internal where the artifact's own community is the reusing one, or the place of use is one of its artifacts.
    """
    if grade in _BY_GRADE:
        return _BY_GRADE[grade]
    if artifact not in lookups.catalog.artifacts:
        return NotCounted.LEFT_OUT
    if mode in _BY_MODE:
        return _BY_MODE[mode]
    own, (community, place) = artifact.partition("/")[0], user
    is_internal = community == own or (place is not None and place.partition("/")[0] == own)
    return NotCounted.INTERNAL if is_internal else None


def _present_ref(ref: ArtifactRef, lookups: Lookups) -> ArtifactRef:
    artifact = lookups.catalog.artifact(ref)
    return ref if artifact is None else artifact.ref


def _present_community(slug: CommunityId | None, lookups: Lookups) -> CommunityId | None:
    community = None if slug is None else lookups.catalog.community(slug)
    return slug if community is None else community.id


def _place_of_use(place: UsedIn, lookups: Lookups) -> PlaceOfUse:
    return PlaceOfUse(
        title=place.title,
        url=place.url,
        artifact=None if place.artifact is None else _present_ref(place.artifact, lookups),
        repository=place.repository,
        path=place.path,
        commit=place.commit,
        internal=place.visibility == "internal",
    )


def _day_in_name(path: str) -> datetime.date | None:
    match = _DAY_IN_NAME.match(path.rpartition("/")[2])
    if match is None:
        return None
    try:
        return datetime.date(*map(int, match.groups()))
    except ValueError:
        return None
