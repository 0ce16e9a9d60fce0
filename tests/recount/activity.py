"""The commits that added or changed artifacts of a community."""

from functools import cache

from tests.recount.days import Span
from tests.recount.known import Known
from tests.recount.lineages import Commit, Step


@cache
def changes(known: Known) -> tuple[tuple[str, str, Commit], ...]:
    """For each commit to a file that is an artifact today: whose it was then, the artifact's name, the commit."""
    found = []
    for artifact in known.files.artifacts.values():
        for step in known.history.steps(artifact.path):
            community = _community_then(known, step.path)
            if community and not _is_move_within(known, step) and step.commit.known_since <= known.day:
                found.append((community, artifact.name, step.commit))
    return tuple(found)


def commits(known: Known, span: Span, community: str | None = None) -> list[str]:
    """The ids of the commits of those days to artifacts of one community, or of all."""
    chosen = {commit.id for whose, _, commit in changes(known) if span.holds(commit.day) and community in (None, whose)}
    return sorted(chosen)


def changed_artifacts(known: Known, span: Span) -> set[str]:
    return {name for _, name, commit in changes(known) if span.holds(commit.day)}


def _community_then(known: Known, path: str) -> str | None:
    """The community, by its name of today, in whose folder of artifacts the path lies."""
    parts = path.split("/")
    if len(parts) != 4 or (parts[0], parts[2]) != ("communities", "artifacts"):
        return None
    return known.files.community_today(parts[1])


def _is_move_within(known: Known, step: Step) -> bool:
    return step.status == "R100" and _community_then(known, step.before) == _community_then(known, step.path)
