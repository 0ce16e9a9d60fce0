"""A sign of reuse: a text has a passage of another community's older text, word for word.

Found among the texts as they stand today (see :mod:`shared_passages`): a copy that was rewritten since gives nothing
away. Of the passages found, git's own copy detection is asked about the two files alone, and where it sees a copy, the
clue names the commit. It is not asked for copies in the whole history: for two real catalogs of 230 texts it took ten
times as long as the log itself, growing with the square of the files, and of the 84 copies between communities that it
told of, 19 were translations and all but one of the others the same form filled in by many groups.

The shortest passage is 20 anchored words, which are at least 20 and mostly 25 to 30 in the text.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from outcome_catalog.insights.artifact_reuse import offered_since
from outcome_catalog.insights.sentences import says
from outcome_catalog.insights.shares import whole_percent
from outcome_catalog.insights.suggestions.shared_passages import Passage, shared_passages
from outcome_catalog.insights.suggestions.suggestion import Clue, CopiesOf, Copy, Sign
from outcome_catalog.insights.suggestions.told import Told, is_about_a_period
from outcome_catalog.model.artifact import Mode
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.ids import ArtifactRef

_LONGEST_EXCERPT = 200
_NEARLY_ALL = 0.9
"""The share of a text from which on it is used as it is."""


def clues(catalog: Catalog, copies_of: CopiesOf) -> Iterator[Clue]:
    """One clue for each two texts of which the younger has a passage of the older; translations are passed over."""
    told = Told.of(catalog)
    found = {_paths(clue, catalog): clue for clue in _clues(catalog) if told.is_open(clue)}
    copied = copies_of(found) if found else {}
    for paths, clue in found.items():
        yield _with_gits_word(clue, copied[paths]) if paths in copied else clue


def _clues(catalog: Catalog) -> Iterator[Clue]:
    """A clue for each passage, told of already or not; reports tell others' passages apart and give no clue."""
    originals = [artifact for artifact in catalog.artifacts.values() if artifact.translation_of is None]
    ages = {artifact.ref: offered_since(catalog, artifact) for artifact in originals}
    by_age = sorted(originals, key=lambda artifact: (ages[artifact.ref], artifact.ref))
    for passage in shared_passages({artifact.ref: artifact.body.text for artifact in by_age}):
        if not is_about_a_period(catalog.artifacts[ArtifactRef(passage.reusing)]):
            yield _clue(catalog, passage, ages)


def _paths(clue: Clue, catalog: Catalog) -> tuple[str, str]:
    return catalog.artifacts[clue.source].origin.path, clue.path


def _clue(catalog: Catalog, passage: Passage, ages: Mapping[ArtifactRef, date]) -> Clue:
    source, reusing = ArtifactRef(passage.source), catalog.artifacts[ArtifactRef(passage.reusing)]
    body = reusing.body
    why = says("clue.passage", n=passage.words, share=whole_percent(passage.share))
    if ages[source] == ages[reusing.ref]:
        why += says("clue.same_day")
    return Clue(
        sign=SIGN.id,
        source=source,
        reusing=reusing.ref,
        mode=Mode.AS_IS if passage.share >= _NEARLY_ALL else Mode.ADAPTED,
        why=why,
        path=reusing.origin.path,
        line=body.span.line + 1 + body.text.count("\n", 0, passage.offset),
        excerpt=_excerpt(body.text[passage.offset : passage.end]),
    )


def _with_gits_word(clue: Clue, copied: Copy) -> Clue:
    commit, alike = copied
    said = says("clue.git_sees_a_copy", alike=alike, commit=commit.short, day=commit.day)
    return replace(clue, why=clue.why + said, commit=commit.id)


def _excerpt(text: str) -> str:
    """The passage on one line, without its end where it is long; it begins and ends where the likeness is certain."""
    words = " ".join(text.split())
    return f"… {words if len(words) <= _LONGEST_EXCERPT else words[:_LONGEST_EXCERPT].rpartition(' ')[0]} …"


SIGN = Sign(id="copied-text", clues=clues)
