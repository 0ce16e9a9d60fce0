"""The evidence grade of one source that says an artifact is reused, and how it was reached (data-model §6).

Nobody vouches for themselves. A reuse record is *attested* where the commit that brought it in, or the commit that
brought in one of its confirmations, was made by somebody who on that day belonged to the reusing side and who is no
author of the artifact; it is *verified* where the place of use can besides be seen from here. The reasons name no
person: people appear as credit only.
"""

from dataclasses import dataclass

from outcome_catalog.insights.figures import Grade
from outcome_catalog.insights.lookups import Lookups
from outcome_catalog.insights.sentences import Sentences, says
from outcome_catalog.insights.vouching import Vouching, by_whom, signed_or_not, vouching, why_nobody_vouches
from outcome_catalog.model.artifact import Artifact, BasedOn
from outcome_catalog.model.history import Commit
from outcome_catalog.model.reuse import ReuseRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A grade, the sentence that says how it was reached, and the commit that it rests on."""

    grade: Grade
    reason: Sentences
    commit: Commit | None = None


def record_evidence(record: ReuseRecord, lookups: Lookups) -> Evidence:
    """The evidence for *record*: withdrawn, broken, claimed, attested or verified."""
    brought_in = lookups.introduction(record.origin.path)
    source = lookups.catalog.artifact(record.artifact)
    if record.withdrawn is not None:
        because = record.withdrawn.because.strip()
        because = because if because.endswith((".", "!", "?")) else f"{because}."
        reason = says("evidence.withdrawn", day=record.withdrawn.date, because=because)
        return Evidence(grade=Grade.WITHDRAWN, reason=reason, commit=brought_in)
    if source is None and record.artifact in lookups.left_out:
        reason = says("evidence.source_left_out", artifact=record.artifact)
        return Evidence(grade=Grade.CLAIMED, reason=reason, commit=brought_in)
    missing = _missing_reference(record, lookups)
    if source is None or missing is not None:
        reason = says("evidence.broken", artifact=missing or record.artifact)
        return Evidence(grade=Grade.BROKEN, reason=reason, commit=brought_in)
    vouched = vouching(record, source, lookups)
    if vouched is None:
        reason = why_nobody_vouches(record, source, lookups)
        return Evidence(grade=Grade.CLAIMED, reason=reason, commit=brought_in)
    return _attested_or_verified(record, source, vouched, lookups)


def _attested_or_verified(record: ReuseRecord, source: Artifact, vouched: Vouching, lookups: Lookups) -> Evidence:
    commit = vouched.commit
    seen, place = _place_of_use(record, source, lookups)
    came_in = says(
        "evidence.came_in", what=vouched.what, commit=commit.short, who=by_whom(commit, lookups), day=commit.day
    )
    signed = signed_or_not(commit)
    if seen:
        reason = says("evidence.verified", came_in=came_in, signed=signed, place=place)
        return Evidence(grade=Grade.VERIFIED, reason=reason, commit=commit)
    reason = says("evidence.attested", came_in=came_in, signed=signed, place=place)
    return Evidence(grade=Grade.ATTESTED, reason=reason, commit=commit)


def entry_evidence(artifact: Artifact, entry: BasedOn, source: Artifact | None, lookups: Lookups) -> Evidence:
    """The evidence for one ``based_on`` entry of *artifact* that names *source*.

    Verified, since the derived artifact stands here and says what it derives from, unless the author of the commit
    that brought the entry in also wrote the source, or it is not known who made that commit: then claimed.
    """
    reference, path = entry.artifact or "", artifact.origin.path
    commit = lookups.introduction(path, reference)
    if source is None and reference in lookups.left_out:
        reason = says("evidence.source_left_out", artifact=reference)
        return Evidence(grade=Grade.CLAIMED, reason=reason, commit=commit)
    if source is None:
        reason = says("evidence.broken", artifact=reference)
        return Evidence(grade=Grade.BROKEN, reason=reason, commit=commit)
    if commit is None:
        reason = says("evidence.entry_unknown", artifact=artifact.ref, because=lookups.unknown_because(path))
        return Evidence(grade=Grade.CLAIMED, reason=reason)
    person = lookups.author(commit)
    if person is not None and person.id in source.authors:
        reason = says("evidence.entry_of_the_source", commit=commit.short, day=commit.day)
        return Evidence(grade=Grade.CLAIMED, reason=reason, commit=commit)
    who, signed = by_whom(commit, lookups), signed_or_not(commit)
    reason = says("evidence.entry_verified", commit=commit.short, who=who, day=commit.day, signed=signed)
    return Evidence(grade=Grade.VERIFIED, reason=reason, commit=commit)


def _missing_reference(record: ReuseRecord, lookups: Lookups) -> str | None:
    for reference in (record.artifact, record.used_in.artifact):
        if reference is None or lookups.catalog.artifact(reference) or reference in lookups.left_out:
            continue
        return reference
    return None


def _place_of_use(record: ReuseRecord, source: Artifact, lookups: Lookups) -> tuple[bool, Sentences]:
    """Whether the place of use can be seen from here and shows the use, with a clause that says so."""
    place = record.used_in
    if place.artifact is not None:
        return _artifact_of_use(place.artifact, source, lookups)
    if place.repository is None:
        return False, says("place.outside")
    if lookups.repository.shows(place):
        return True, says("place.seen")
    if not lookups.repository.is_here(place):
        return False, says("place.elsewhere")
    return False, says("place.not_found")


def _artifact_of_use(ref: str, source: Artifact, lookups: Lookups) -> tuple[bool, Sentences]:
    user = lookups.catalog.artifact(ref)
    if user is None:
        return False, says("place.left_out", artifact=ref)
    if source.ref in lookups.named_by[user.ref]:
        return True, says("place.derives", artifact=user.ref)
    return False, says("place.tells_nothing", artifact=user.ref)
