"""Reuse that git and texts give away, for stewards to look at: suggestions, never counted.

Every sign is a module that names it ``SIGN``; to add a sign is to add a file, a row below, and its words for the site.
No figure is computed from a suggestion: what becomes of it is a record or an entry like any other.
"""

from outcome_catalog.insights.suggestions import copied_text, relative_link, reused_from_trailer
from outcome_catalog.insights.suggestions.drafts import draft_of
from outcome_catalog.insights.suggestions.suggestion import Clue, CopiesOf, Sign, Suggestion, Suggestions
from outcome_catalog.insights.suggestions.told import Told
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.ids import ArtifactRef

SIGNS: tuple[Sign, ...] = (reused_from_trailer.SIGN, copied_text.SIGN, relative_link.SIGN)
"""Every sign, the strongest first."""


def suggestions(catalog: Catalog, copies_of: CopiesOf = lambda _: {}) -> Suggestions:
    """Every reuse that a sign gives away in *catalog* and that nothing recorded tells of.

    *copies_of* asks git about pairs of files; without it no clue says what git sees.
    """
    told = Told.of(catalog)
    pairs: dict[tuple[ArtifactRef, ArtifactRef], list[Clue]] = {}
    for sign in SIGNS:
        for clue in sign.clues(catalog, copies_of):
            if told.is_open(clue):
                pairs.setdefault((clue.source, clue.reusing), []).append(clue)
    found: list[Suggestion] = []
    taken: set[str] = set()
    for (source, reusing), clues in sorted(pairs.items()):
        draft = draft_of(catalog, clues[0], taken)
        taken.add(draft.path)
        found.append(Suggestion(source=source, reusing=reusing, clues=tuple(clues), draft=draft))
    return Suggestions(found=tuple(found), unknown=tuple(reused_from_trailer.unknown_sources(catalog)))
