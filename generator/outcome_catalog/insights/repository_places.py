"""Whether a path in this very repository existed at a commit, as far as the lineages show it (data-model §6)."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from outcome_catalog.model.history import History
from outcome_catalog.model.ids import CommitId
from outcome_catalog.model.names import repository_name as repository_name
from outcome_catalog.model.reuse import UsedIn


@dataclass(frozen=True, slots=True, kw_only=True)
class RepositoryPlaces:
    """Which paths existed at which commits of this repository.

    *order* numbers the commits in history order, *hashes* are the same in alphabetical order. *spans* holds, for a
    path, the stretches of that order in which a file lay there (the end is exclusive, None while it still does).
    """

    name: str | None
    order: dict[CommitId, int]
    hashes: list[CommitId]
    spans: dict[str, tuple[tuple[int, int | None], ...]]

    @classmethod
    def of(cls, history: History) -> "RepositoryPlaces":
        """The places of the repository that *history* tells about; ``commits`` is in history order."""
        order = {commit: number for number, commit in enumerate(history.commits)}
        spans: dict[str, list[tuple[int, int | None]]] = {}
        for path, span in _stretches(history, order):
            spans.setdefault(path, []).append(span)
        return cls(
            name=None if history.remote_url is None else repository_name(history.remote_url),
            order=order,
            hashes=sorted(order),
            spans={path: tuple(found) for path, found in spans.items()},
        )

    def is_here(self, place: UsedIn) -> bool:
        """True where the repository that *place* names is this one."""
        return place.repository is not None and repository_name(place.repository) == self.name

    def shows(self, place: UsedIn) -> bool:
        """True where the path of *place* existed at its commit in this repository's history.

        A whole hash tells the repository by itself, so that it does not matter where a clone came from or by which
        address the record calls it. A shortened one does only where the address is this one's.
        """
        commit = (place.commit or "").lower()
        number = self._number(commit) if self.is_here(place) else self.order.get(CommitId(commit))
        if number is None or place.path is None:
            return False
        stretches = self.spans.get(place.path.strip("/"), ())
        return any(start <= number and (end is None or number < end) for start, end in stretches)

    def _number(self, commit: str) -> int | None:
        """The number of the commit whose hash is *commit* or alone begins with it."""
        if not commit:
            return None
        index = bisect_left(self.hashes, commit)
        found = self.hashes[index : index + 2]
        if not found or not found[0].startswith(commit) or (found[-1] != found[0] and found[-1].startswith(commit)):
            return None
        return self.order[found[0]]


def _stretches(history: History, order: dict[CommitId, int]) -> Iterator[tuple[str, tuple[int, int | None]]]:
    for lineage in history.lineages.values():
        ends = [*(order[revision.commit] for revision in lineage.revisions[1:]), None]
        for revision, end in zip(lineage.revisions, ends, strict=True):
            if revision.blob is not None:
                yield revision.path, (order[revision.commit], end)
