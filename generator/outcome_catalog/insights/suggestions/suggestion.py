"""What a suggestion is: reuse that git or a text gives away and that nobody has recorded. It is never counted."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from outcome_catalog.insights.sentences import Sentences
from outcome_catalog.model.artifact import Mode
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.history import Commit
from outcome_catalog.model.ids import ArtifactRef, CommitId


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """One thing that gives a reuse away: *reusing* seems to use *source*, in the way that *mode* says.

    *why* says what gives it away. *path* and *line* are where it can be seen, *commit* which commit shows it,
    *excerpt* the words.
    """

    sign: str
    source: ArtifactRef
    reusing: ArtifactRef
    mode: Mode
    why: Sentences
    path: str
    line: int | None = None
    commit: CommitId | None = None
    excerpt: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What to add so that the reuse is recorded: a new file, or lines for the front matter of the file at *path*.

    *note* is for the file to end with, in the organisation's language; empty for lines of front matter.
    """

    path: str
    text: str
    is_new_file: bool
    note: Sentences = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """*reusing* perhaps reuses *source*; *clues* say what gives it away, the strongest first."""

    source: ArtifactRef
    reusing: ArtifactRef
    clues: tuple[Clue, ...]
    draft: Draft

    @property
    def mode(self) -> Mode:
        """How it is perhaps reused, by the strongest clue."""
        return self.clues[0].mode


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownSource:
    """A commit says that it reuses *reference*, and no artifact has or had that name."""

    reference: str
    reusing: ArtifactRef
    commit: CommitId


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestions:
    """All suggestions of a catalog, by source and reusing artifact, and the names that lead nowhere."""

    found: tuple[Suggestion, ...] = ()
    unknown: tuple[UnknownSource, ...] = ()


Copy = tuple[Commit, int]
"""The commit in which git sees one file come in as a copy of another, and how much was the same, in percent."""
CopiesOf = Callable[[Iterable[tuple[str, str]]], Mapping[tuple[str, str], Copy]]
"""What git's copy detection says of pairs of present paths, the source's first; pairs that are no copy are left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """A kind of clue: its *id*, by which the site's words name it, and the function that finds its clues."""

    id: str
    clues: Callable[[Catalog, CopiesOf], Iterator[Clue]]
