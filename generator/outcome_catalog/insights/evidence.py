"""The evidence grade of one source that says an artifact is reused, and how it was reached (data-model §6).

Nobody vouches for themselves. A reuse record is *attested* where the commit that brought it in, or the commit that
brought in one of its confirmations, was made by somebody who on that day belonged to the reusing side and who is no
author of the artifact; it is *verified* where the place of use can besides be seen from here. The reasons name no
person: people appear as credit only.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from outcome_catalog.insights.figures import Grade
from outcome_catalog.insights.lookups import Lookups
from outcome_catalog.insights.membership import is_of_reusing_side
from outcome_catalog.insights.wording import listed, on
from outcome_catalog.model.artifact import Artifact, BasedOn
from outcome_catalog.model.history import Commit
from outcome_catalog.model.people import Belonging
from outcome_catalog.model.reuse import Confirmation, ReuseRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A grade, the sentence that says how it was reached, and the commit that it rests on."""

    grade: Grade
    reason: str
    commit: Commit | None = None


def record_evidence(record: ReuseRecord, lookups: Lookups) -> Evidence:
    """The evidence for *record*: withdrawn, broken, claimed, attested or verified."""
    brought_in = lookups.introduction(record.origin.path)
    source = lookups.catalog.artifact(record.artifact)
    if record.withdrawn is not None:
        reason = f"Withdrawn {on(record.withdrawn.date)}: {record.withdrawn.because}"
        return Evidence(grade=Grade.WITHDRAWN, reason=reason, commit=brought_in)
    if source is None and record.artifact in lookups.left_out:
        reason = f"Claimed: {record.artifact} was left out of the catalog for its errors, so its authors are not known."
        return Evidence(grade=Grade.CLAIMED, reason=reason, commit=brought_in)
    missing = _missing_reference(record, lookups)
    if source is None or missing is not None:
        reason = f"Broken: it names {missing}, and the catalog holds nothing of that name any more."
        return Evidence(grade=Grade.BROKEN, reason=reason, commit=brought_in)
    vouching = _vouching_commit(record, source, lookups)
    if vouching is None:
        reason = listed(("Claimed:", _why_nobody_vouches(record, source, lookups)))
        return Evidence(grade=Grade.CLAIMED, reason=reason, commit=brought_in)
    return _attested_or_verified(record, source, vouching, lookups)


def _attested_or_verified(
    record: ReuseRecord, source: Artifact, vouching: tuple[Commit, str], lookups: Lookups
) -> Evidence:
    commit, what = vouching
    seen, place = _place_of_use(record, source, lookups)
    grade = Grade.VERIFIED if seen else Grade.ATTESTED
    reason = (
        f"{grade.value.capitalize()}: the commit that brought in {what} was made {on(commit.day)} by somebody of the "
        f"reusing side who is no author of the artifact, and {place}."
    )
    return Evidence(grade=grade, reason=reason, commit=commit)


def entry_evidence(artifact: Artifact, entry: BasedOn, source: Artifact | None, lookups: Lookups) -> Evidence:
    """The evidence for one ``based_on`` entry of *artifact* that names *source*.

    Verified, since the derived artifact stands here and says what it derives from, unless the author of the commit
    that brought the entry in also wrote the source, or it is not known who made that commit: then claimed.
    """
    reference, path = entry.artifact or "", artifact.origin.path
    commit = lookups.introduction(path, reference)
    if source is None and reference in lookups.left_out:
        reason = f"Claimed: {reference} was left out of the catalog for its errors, so its authors are not known."
        return Evidence(grade=Grade.CLAIMED, reason=reason, commit=commit)
    if source is None:
        reason = f"Broken: it names {reference}, and the catalog holds nothing of that name any more."
        return Evidence(grade=Grade.BROKEN, reason=reason, commit=commit)
    if commit is None:
        reason = f"Claimed: {artifact.ref} says that it derives from it, but {lookups.unknown_because(path)}."
        return Evidence(grade=Grade.CLAIMED, reason=reason)
    person = lookups.author(commit)
    if person is not None and person.id in source.authors:
        reason = f"Claimed: the commit of {commit.day} that brought the entry in was made by an author of the source."
        return Evidence(grade=Grade.CLAIMED, reason=reason, commit=commit)
    who = "no author of the source" if person is not None else "an author whom people.yml does not know"
    reason = f"Verified: {artifact.ref} derives from it, brought in {on(commit.day)} by {who}."
    return Evidence(grade=Grade.VERIFIED, reason=reason, commit=commit)


def _missing_reference(record: ReuseRecord, lookups: Lookups) -> str | None:
    for reference in (record.artifact, record.used_in.artifact):
        if reference is None or lookups.catalog.artifact(reference) or reference in lookups.left_out:
            continue
        return reference
    return None


def _vouching_commit(record: ReuseRecord, source: Artifact, lookups: Lookups) -> tuple[Commit, str] | None:
    brought_in = lookups.introduction(record.origin.path)
    if brought_in is not None and _objection(brought_in, record, source, lookups) is None:
        return brought_in, "the record"
    for confirmation in record.confirmed_by:
        commit = _own_commit(confirmation, record, lookups)
        if commit is not None and _objection(commit, record, source, lookups) is None:
            return commit, "a confirmation"
    return None


def _own_commit(confirmation: Confirmation, record: ReuseRecord, lookups: Lookups) -> Commit | None:
    """The commit that brought the confirmation in, where the confirming person made it."""
    if confirmation.person is None:
        return None
    commit = lookups.introduction(record.origin.path, confirmation.person)
    person = None if commit is None else lookups.author(commit)
    return commit if person is not None and person.id == confirmation.person else None


def _objection(commit: Commit, record: ReuseRecord, source: Artifact, lookups: Lookups) -> str | None:
    """Why the author of *commit* cannot vouch for the record, as a clause; None where they can."""
    person = lookups.author(commit)
    if person is None:
        return "people.yml does not know its author"
    if person.id in source.authors:
        return "its author wrote the artifact"
    belonging = person.belonging_on(commit.day)
    if belonging == Belonging():
        return "people.yml does not say where its author belonged on that day"
    if not is_of_reusing_side(belonging, record.used_by, lookups.parents):
        return "its author did not belong to the reusing side on that day"
    return None


def _why_nobody_vouches(record: ReuseRecord, source: Artifact, lookups: Lookups) -> str:
    brought_in = lookups.introduction(record.origin.path)
    if brought_in is None:
        first = f"{lookups.unknown_because(record.origin.path)}."
    else:
        objection = _objection(brought_in, record, source, lookups)
        first = f"the record was brought in {on(brought_in.day)} by a commit that attests nothing, since {objection}."
    return listed((first, *dict.fromkeys(_refused_confirmations(record, source, lookups))))


def _refused_confirmations(record: ReuseRecord, source: Artifact, lookups: Lookups) -> Iterator[str]:
    for confirmation in record.confirmed_by:
        if confirmation.person is None:
            yield "A confirmation by name alone attests nothing: it cannot be joined to the author of a commit."
            continue
        commit = _own_commit(confirmation, record, lookups)
        if commit is None:
            yield "A confirmation does not count, since the one who confirms did not commit it themselves."
        else:
            yield f"A confirmation does not count: {_objection(commit, record, source, lookups)}."


def _place_of_use(record: ReuseRecord, source: Artifact, lookups: Lookups) -> tuple[bool, str]:
    """Whether the place of use can be seen from here and shows the use, with a clause that says so."""
    place = record.used_in
    if place.artifact is not None:
        return _artifact_of_use(place.artifact, source, lookups)
    if place.repository is None:
        return False, "the place of use lies outside the catalog and cannot be seen from here"
    if not lookups.repository.is_here(place):
        return False, "the place of use lies in another repository and cannot be seen from here"
    if lookups.repository.shows(place):
        return True, "the place of use exists in this repository at the commit that is named"
    return False, "the place of use was not found in this repository's catalog at the commit that is named"


def _artifact_of_use(ref: str, source: Artifact, lookups: Lookups) -> tuple[bool, str]:
    user = lookups.catalog.artifact(ref)
    if user is None:
        return False, f"{ref}, the place of use, was left out of the catalog for its errors"
    if source.ref in lookups.named_by[user.ref]:
        return True, f"{user.ref}, the place of use, derives from it or links to it"
    return False, f"{user.ref}, the place of use, neither derives from it nor links to it"
