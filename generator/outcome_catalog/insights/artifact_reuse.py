"""An artifact's reuse: its events, the counted uses by grade, who reuses it, and how long it waited (data-model §7)."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from outcome_catalog.insights.figures import ArtifactReuse, NotCounted, Party, ReuseEvent, Reusers, ReuseState
from outcome_catalog.insights.lookups import first_commit
from outcome_catalog.insights.membership import folded
from outcome_catalog.insights.reach import derivatives, reach
from outcome_catalog.insights.sentences import Sentences, says
from outcome_catalog.insights.uses import COUNTED_GRADES, Use
from outcome_catalog.model.artifact import Artifact, ArtifactStatus
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.history import Depth
from outcome_catalog.model.ids import ArtifactRef


def artifact_reuse(
    catalog: Catalog, events: Iterable[ReuseEvent], counted_uses: Iterable[Use]
) -> dict[ArtifactRef, ArtifactReuse]:
    """The reuse of every artifact of the catalog, in the catalog's order, from merged *events* and their uses."""
    by_artifact: dict[ArtifactRef, list[ReuseEvent]] = defaultdict(list)
    for event in events:
        by_artifact[event.artifact].append(event)
    used: dict[ArtifactRef, list[Use]] = defaultdict(list)
    for use in counted_uses:
        used[use.best.artifact].append(use)
    parties = {ref: distinct_parties(found) for ref, found in used.items()}
    reached = reach(derivatives(catalog), parties)
    translated = _translations(catalog)
    return {
        ref: replace(
            _one_artifact(catalog, artifact, by_artifact.get(ref, ()), used.get(ref, ())),
            parties=parties.get(ref, ()),
            reusers=distinct_reusers(parties.get(ref, ())),
            reach=reached[ref],
            translations=translated.get(ref, ()),
        )
        for ref, artifact in catalog.artifacts.items()
    }


def distinct_parties(found: Iterable[Use]) -> tuple[Party, ...]:
    """The parties that the sources of counted uses name, each once, sorted."""
    parties: dict[tuple[str, str, str], Party] = {}
    for use in found:
        for event in use.events:
            party = event.party
            parties.setdefault((party.community or "", folded(party.external or ""), party.unit or ""), party)
    return tuple(parties[key] for key in sorted(parties))


def distinct_reusers(parties: Iterable[Party]) -> Reusers:
    """The units, the organisations outside and the communities that *parties* name, each once, sorted."""
    parties = tuple(parties)
    organisations: dict[str, str] = {}
    for external in sorted(party.external for party in parties if party.external is not None):
        organisations.setdefault(folded(external), external)
    return Reusers(
        units=tuple(sorted({party.unit for party in parties if party.unit is not None})),
        organisations=tuple(organisations[name] for name in sorted(organisations)),
        communities=tuple(sorted({party.community for party in parties if party.community is not None})),
    )


def _one_artifact(
    catalog: Catalog, artifact: Artifact, events: Sequence[ReuseEvent], used: Sequence[Use]
) -> ArtifactReuse:
    """What an artifact's own events say, without what others' tell of it."""
    grades = Counter(use.best.grade for use in used)
    reasons = Counter(event.not_counted for event in events if event.not_counted is not None)
    since = offered_since(catalog, artifact)
    days, waited = _days_to_first_reuse(since, used)
    state, why = _state(catalog, artifact, since, len(used))
    return ArtifactReuse(
        ref=artifact.ref,
        state=state,
        events=tuple(events),
        counted=len(used),
        counted_by_grade={grade: grades[grade] for grade in COUNTED_GRADES},
        not_counted={reason: reasons[reason] for reason in NotCounted},
        days_to_first_reuse=days,
        why=why + waited,
    )


def offered_since(catalog: Catalog, artifact: Artifact) -> datetime.date:
    """The day since when the artifact can be found: its first commit's, or its own date where git does not know."""
    first = first_commit(catalog.history, artifact.origin.path)
    return artifact.date if first is None or catalog.history.depth is not Depth.COMPLETE else first.day


def _days_to_first_reuse(since: datetime.date, used: Iterable[Use]) -> tuple[int | None, Sentences]:
    days = [use.first_day for use in used if use.first_day is not None]
    if not days:
        return None, ()
    first = min(days)
    if first < since:
        return 0, says("artifact.used_earlier", day=since, n=(since - first).days)
    waited = (first - since).days
    if waited:
        return waited, says("artifact.used_later", day=since, n=waited)
    return 0, says("artifact.used_the_same_day", day=since)


def _state(catalog: Catalog, artifact: Artifact, since: datetime.date, used: int) -> tuple[ReuseState, Sentences]:
    grace = catalog.organisation.settings.first_reuse_grace_days
    if used:
        return ReuseState.REUSED, says("artifact.used", n=used)
    if artifact.status is ArtifactStatus.DRAFT:
        return ReuseState.TOO_YOUNG, says("artifact.draft")
    if (catalog.as_of - since).days < grace:
        return ReuseState.TOO_YOUNG, says("artifact.grace", day=since, n=grace)
    return ReuseState.WAITING, says("artifact.waiting", day=since)


def _translations(catalog: Catalog) -> dict[ArtifactRef, tuple[ArtifactRef, ...]]:
    found: dict[ArtifactRef, list[ArtifactRef]] = defaultdict(list)
    for artifact in catalog.artifacts.values():
        original = None if artifact.translation_of is None else catalog.artifact(artifact.translation_of)
        if original is not None:
            found[original.ref].append(artifact.ref)
    return {ref: tuple(sorted(refs)) for ref, refs in found.items()}
