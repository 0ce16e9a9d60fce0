"""Which commit vouches for a use, and why others do not (data-model §6).

Nobody vouches for themselves: a commit vouches where its author belonged, on its day, to the reusing side and is no
author of the artifact. It vouches for what the record said then. Where a later commit made the record name another
artifact, or tell of a use where it told of a plan or a rejection, only that commit or a later confirmation can.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from outcome_catalog.insights.lookups import Lookups
from outcome_catalog.insights.membership import is_of_reusing_side
from outcome_catalog.insights.sentences import Sentences, says
from outcome_catalog.model.artifact import Artifact
from outcome_catalog.model.history import Commit, Signature
from outcome_catalog.model.people import Belonging
from outcome_catalog.model.reuse import USED_MODES, Confirmation, ReuseRecord, stated_mode


@dataclass(frozen=True, slots=True, kw_only=True)
class Vouching:
    """The commit that vouches, and *what* it brought in, as the subject of a sentence."""

    commit: Commit
    what: Sentences


def vouching(record: ReuseRecord, source: Artifact, lookups: Lookups) -> Vouching | None:
    """What vouches for *record*, of the artifact *source*; None where nothing does."""
    return next(
        (found for found in _candidates(record, lookups) if objection(found.commit, record, source, lookups) is None),
        None,
    )


def objection(commit: Commit, record: ReuseRecord, source: Artifact, lookups: Lookups) -> Sentences | None:
    """Why the author of *commit* cannot vouch for the record: who they are, after ``by``; None where they can."""
    person = lookups.author(commit)
    if person is None:
        return says("author.unknown")
    if person.id in source.authors:
        return says("author.of_the_artifact")
    belonging = person.belonging_on(commit.day)
    if belonging == Belonging():
        return says("author.without_unit")
    if not is_of_reusing_side(belonging, record.used_by, lookups.parents):
        return says("author.of_another_side", unit=lookups.title_of(belonging))
    return None


def why_nobody_vouches(record: ReuseRecord, source: Artifact, lookups: Lookups) -> Sentences:
    """The sentences that say why *record* is no more than claimed."""
    refused = dict.fromkeys(_refused_confirmations(record, source, lookups))
    return (*_why_record_proves_nothing(record, source, lookups), *chain.from_iterable(refused))


def _why_record_proves_nothing(record: ReuseRecord, source: Artifact, lookups: Lookups) -> Sentences:
    """Why the commit since which *record* says what it says does not vouch for it."""
    brought_in = lookups.introduction(record.origin.path)
    if brought_in is None:
        return says("claimed.unknown", because=lookups.unknown_because(record.origin.path))
    if not _is_told_since_when(record, lookups):
        return says("claimed.not_told_since_when")
    since, what = _stated_since(record, lookups) or (brought_in, ())
    who = objection(since, record, source, lookups) or ()
    if not what:
        return says("claimed.came_in", commit=since.short, day=since.day, who=who)
    return says("claimed.changed", commit=since.short, day=since.day, who=who, what=what)


def by_whom(commit: Commit, lookups: Lookups) -> Sentences:
    """Who made *commit*, as the unit or the organisation they belonged to then: people appear as credit only."""
    person = lookups.author(commit)
    if person is None:
        return says("author.unknown")
    belonging = person.belonging_on(commit.day)
    if belonging == Belonging():
        return says("author.without_unit")
    return says("author.of_unit", unit=lookups.title_of(belonging))


def signed_or_not(commit: Commit) -> Sentences:
    """Whether *commit* carries a signature, as a clause; none is checked against a key."""
    return says("commit.signed") if commit.signature is Signature.SIGNED else says("commit.not_signed")


def _candidates(record: ReuseRecord, lookups: Lookups) -> Iterator[Vouching]:
    """The commits that may vouch: the one since which the record says what it says, then the confirmations after it."""
    if not _is_told_since_when(record, lookups):
        return
    since = _stated_since(record, lookups)
    brought_in = lookups.introduction(record.origin.path)
    if since is not None:
        yield Vouching(commit=since[0], what=says("vouching.record_as_it_stands"))
    elif brought_in is not None:
        yield Vouching(commit=brought_in, what=says("vouching.record"))
    for confirmation in record.confirmed_by:
        commit = _own_commit(confirmation, record, lookups)
        if commit is not None and not _is_outdated(commit, record, lookups):
            yield Vouching(commit=commit, what=says("vouching.confirmation"))


def _statements(record: ReuseRecord) -> Iterator[tuple[str, Sentences]]:
    """What a commit vouches for, as the history is asked for it, and what another statement in its place means."""
    yield record.artifact, says("changed.artifact")
    if record.mode in USED_MODES:
        yield stated_mode(record.mode), says("changed.use")


def _is_told_since_when(record: ReuseRecord, lookups: Lookups) -> bool:
    """False where git knows the record, but not since when it says what it says: perhaps only after the day judged."""
    path, history = record.origin.path, lookups.catalog.history
    is_known = path in history.lineages and path not in history.dirty_paths
    return not is_known or all((path, words) in history.introductions for words, _ in _statements(record))


def _stated_since(record: ReuseRecord, lookups: Lookups) -> tuple[Commit, Sentences] | None:
    """The commit that changed what the record says, and what it says since; None where that stands from the beginning.

    Of a file that holds changes which are not committed, git does not know what it says now.
    """
    path, history = record.origin.path, lookups.catalog.history
    if path in history.dirty_paths:
        return None
    places = lookups.places_in_lineage(path)
    changes = ((history.introduced(path, words), what) for words, what in _statements(record))
    later = [(commit, what) for commit, what in changes if commit is not None and places.get(commit.id, 0) > 0]
    return max(later, key=lambda change: places[change[0].id], default=None)


def _is_outdated(commit: Commit, record: ReuseRecord, lookups: Lookups) -> bool:
    """True where what the record says was changed after *commit*, or may have been since it was last committed."""
    path = record.origin.path
    if path in lookups.catalog.history.dirty_paths:
        return True
    since, places = _stated_since(record, lookups), lookups.places_in_lineage(path)
    return since is not None and places.get(commit.id, 0) < places[since[0].id]


def _own_commit(confirmation: Confirmation, record: ReuseRecord, lookups: Lookups) -> Commit | None:
    """The commit that brought the confirmation in, where the confirming person made it."""
    if confirmation.person is None:
        return None
    commit = lookups.introduction(record.origin.path, confirmation.person)
    person = None if commit is None else lookups.author(commit)
    return commit if person is not None and person.id == confirmation.person else None


def _refused_confirmations(record: ReuseRecord, source: Artifact, lookups: Lookups) -> Iterator[Sentences]:
    for confirmation in record.confirmed_by:
        commit = _own_commit(confirmation, record, lookups)
        if confirmation.person is None:
            yield says("confirmation.by_name")
        elif commit is None:
            yield says("confirmation.not_their_own")
        elif _is_outdated(commit, record, lookups):
            yield says("confirmation.outdated")
        else:
            yield says("confirmation.by_who_cannot", who=objection(commit, record, source, lookups) or ())
