"""The catalog as of a day: without what was recorded after it (data-model §7).

What is in a file is read as it stands today; a day takes away what came later, it does not bring back what was changed
since. So a withdrawn record never counts, and what is known to be one use stays one: an earlier day counts never more.
"""

from dataclasses import replace
from datetime import date

from outcome_catalog.assembly.community_as_of import Standing
from outcome_catalog.assembly.history_as_of import history_as_of
from outcome_catalog.assembly.not_shown import not_shown
from outcome_catalog.assembly.recorded_days import RecordedDays
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.ids import CommunityId


def catalog_as_of(catalog: Catalog, day: date) -> Catalog:
    """*catalog* as of *day*; where nothing in it was recorded later it is the same, and on the day of reading always.

    A record is recorded on the author day of the commit that brought it in, else on its own date. Recorded later than
    what it names it is shown from then on; what names something that is not shown is not shown either.
    """
    if catalog.read_on is not None and day >= catalog.read_on:
        return replace(catalog, as_of=day) if day != catalog.as_of else catalog
    days = RecordedDays.of(catalog)
    standing = Standing.on(day, catalog, days)
    communities = {name: standing.community(catalog.communities[name]) for name in _in_order(catalog, standing)}
    artifacts = {artifact.ref: artifact for found in communities.values() for artifact in found.artifacts}
    shown = replace(
        catalog,
        as_of=day,
        communities=communities,
        artifacts=dict(sorted(artifacts.items())),
        former_artifacts={old: ref for old, ref in catalog.former_artifacts.items() if ref in artifacts},
        former_communities={old: name for old, name in catalog.former_communities.items() if name in communities},
        history=history_as_of(days, day),
        files=frozenset(path for path in catalog.files if not _lies_in_another(path, catalog, standing)),
    )
    missing = not_shown(catalog, shown, days)
    return replace(shown, not_shown=missing, whole=catalog if missing else None)


def _in_order(catalog: Catalog, standing: Standing) -> list[CommunityId]:
    return [name for name in catalog.communities if name in standing.communities]


def _lies_in_another(path: str, catalog: Catalog, standing: Standing) -> bool:
    """True where the file at *path* lies in the folder of a community that is not shown."""
    folder = CommunityId(path.split("/")[1]) if path.count("/") > 1 else None
    return folder is not None and folder in catalog.communities and folder not in standing.communities
