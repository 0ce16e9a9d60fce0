"""The history as it stood on a day: without the commits that were made after it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from outcome_catalog.assembly.recorded_days import RecordedDays
from outcome_catalog.model.history import Commit, History, Lineage, Revision
from outcome_catalog.model.ids import CommitId


def history_as_of(days: RecordedDays, day: date) -> History:
    """The history of *days* without what was committed after *day*; the same object where nothing was."""
    history = days.history
    if history.latest_day is not None and history.latest_day <= day:
        return history
    commits = {name: commit for name, commit in history.commits.items() if _is_by(days.of_commit(commit), day)}
    if len(commits) == len(history.commits):
        return history
    lineages = {path: _until(lineage, commits) for path, lineage in history.lineages.items()}
    return replace(
        history,
        commits=commits,
        lineages={path: lineage for path, lineage in lineages.items() if lineage.revisions},
        reused_from={commit: named for commit, named in history.reused_from.items() if commit in commits},
        introductions={place: commit for place, commit in history.introductions.items() if commit in commits},
        latest_day=day,
    )


def _is_by(recorded: date | None, day: date) -> bool:
    return recorded is not None and recorded <= day


def _until(lineage: Lineage, commits: dict[CommitId, Commit]) -> Lineage:
    kept = tuple(_revisions(lineage, commits))
    return lineage if len(kept) == len(lineage.revisions) else replace(lineage, revisions=kept)


def _revisions(lineage: Lineage, commits: dict[CommitId, Commit]) -> Iterator[Revision]:
    """The revisions of *commits*; but a move of a content that is not recorded yet adds nothing of its own."""
    left_out: Revision | None = None
    for revision in lineage.revisions:
        if revision.commit not in commits or (left_out is not None and left_out.blob == revision.blob):
            left_out = revision
        else:
            left_out = None
            yield revision
