"""What the search calls the things that it is narrowed down by: their titles, told apart where several have one."""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.ids import AudienceId, CommunityId, KindId, OutcomeId, OutputId

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetNames:
    """The value of a facet that stands for each thing; no two things of one sort have the same."""

    communities: Mapping[CommunityId, str]
    kinds: Mapping[KindId, str]
    audiences: Mapping[AudienceId, str]
    outputs: Mapping[tuple[CommunityId, OutputId], str]
    outcomes: Mapping[tuple[CommunityId, OutcomeId], str]


def facet_names(catalog: Catalog) -> FacetNames:
    """A title where it is unique, else the title with an id behind it; what is a community's, with that community."""
    every = catalog.communities.values()
    communities = told_apart({c.id: _with_ids(c.charter.title, c.id) for c in every})
    return FacetNames(
        communities=communities,
        kinds=told_apart({kind.id: _with_ids(kind.title, kind.id) for kind in catalog.kinds.values()}),
        audiences=told_apart({a.id: _with_ids(a.title, a.id) for a in catalog.organisation.audiences}),
        outputs=told_apart(
            {
                (c.id, promise.id): _with_ids(promise.title, communities[c.id], f"{c.id}/{promise.id}")
                for c in every
                for promise in c.charter.expected_outputs
            }
        ),
        outcomes=told_apart(
            {
                (c.id, outcome.id): _with_ids(outcome.title, communities[c.id], f"{c.id}/{outcome.id}")
                for c in every
                for outcome in c.charter.outcomes
            }
        ),
    )


def told_apart(names: Mapping[K, Sequence[str]]) -> dict[K, str]:
    """For each key the first of its *names* that no other key has; the last one where all are taken."""
    at = dict.fromkeys(names, 0)
    while True:
        chosen = {key: some[at[key]] for key, some in names.items()}
        count = Counter(chosen.values())
        shared = [key for key, name in chosen.items() if count[name] > 1 and at[key] + 1 < len(names[key])]
        if not shared:
            return chosen
        for key in shared:
            at[key] += 1


def _with_ids(title: str, *ids: str) -> tuple[str, ...]:
    """The *title* on one line, as the search keeps it, alone and then with each of *ids* behind it."""
    plain = " ".join(title.split())
    return (plain, *(f"{plain} ({id_})" for id_ in ids))
