"""The record that a suggestion would become: a reuse record where the reusing side is known, else a based_on entry.

Both are text that passes ``outcomes check`` as it is. A record names the unit or the organisation outside that the
reusing artifact's first author belonged to when it was offered. Nobody is invented: where people.yml does not tell, the
draft is the ``based_on`` entry, whose reusing side the commit tells that brings it in.
"""

import json
import posixpath
from collections.abc import Set
from datetime import date

from outcome_catalog.insights.artifact_reuse import offered_since
from outcome_catalog.insights.sentences import says
from outcome_catalog.insights.suggestions.suggestion import Clue, Draft
from outcome_catalog.model.artifact import Artifact
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.people import Belonging

_LONGEST_NAME = 63


def draft_of(catalog: Catalog, clue: Clue, taken: Set[str]) -> Draft:
    """The draft for what the strongest *clue* suggests; a new file's path is none of *taken*."""
    source, reusing = catalog.artifacts[clue.source], catalog.artifacts[clue.reusing]
    party = _party(_reusing_side(catalog, reusing))
    if party is None:
        return Draft(path=reusing.origin.path, text=_entry(clue, has_some=bool(reusing.based_on)), is_new_file=False)
    text = f"""\
artifact: {clue.source}
used_by:
  {party}
  community: {reusing.community}
used_in:
  artifact: {clue.reusing}
mode: {clue.mode.value}
"""
    path = _free_path(source, reusing, catalog.as_of, taken | catalog.files)
    return Draft(path=path, text=text, is_new_file=True, note=says("clue.recorded") + clue.why)


def _reusing_side(catalog: Catalog, reusing: Artifact) -> Belonging:
    """Where the first author whom people.yml knows belonged on the day the artifact was offered."""
    day = offered_since(catalog, reusing)
    people = (catalog.people.get(author) for author in reusing.authors)
    belongings = (person.belonging_on(day) for person in people if person is not None)
    return next((belonging for belonging in belongings if belonging != Belonging()), Belonging())


def _party(side: Belonging) -> str | None:
    if side.unit is not None:
        return f"unit: {side.unit}"
    return None if side.external is None else f"external: {json.dumps(side.external, ensure_ascii=False)}"


def _entry(clue: Clue, *, has_some: bool) -> str:
    """A ``based_on`` entry, with its key where the artifact has none yet."""
    key = "# below based_on:\n" if has_some else "based_on:\n"
    return f"{key}  - artifact: {clue.source}\n    mode: {clue.mode.value}\n"


def _free_path(source: Artifact, reusing: Artifact, day: date, taken: Set[str]) -> str:
    """A path for a new record in the producing community's folder, named after the day and the reusing artifact."""
    folder = posixpath.join("communities", source.community, "reuse")
    name = f"{day.isoformat()}-{reusing.slug}"[:_LONGEST_NAME].rstrip("-")
    number, path = 1, f"{folder}/{name}.yml"
    while path in taken:
        number += 1
        end = f"-{number}"
        path = f"{folder}/{name[: _LONGEST_NAME - len(end)].rstrip('-')}{end}.yml"
    return path
