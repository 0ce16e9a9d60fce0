"""What several parts of a published report are made of."""

from dataclasses import dataclass
from typing import Annotated

Hash = Annotated[str, "A commit's full hash."]
Ref = Annotated[str, "An artifact, as community/artifact."]
UseId = Annotated[str, "A use: the id of the event that counts for it."]
IndicatorRef = Annotated[str, "An indicator, as community/indicator."]
Slug = Annotated[str, "A community's slug."]
Number = Annotated[float, "A number; whole numbers are written as integers."]
Value = Annotated[float | bool, "A value in the indicator's unit, or true and false for yes and no."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where something is written down, relative to the project's root."""

    path: str
    line: int
    commit: Annotated[str | None, "The commit that brought it in or last changed the file; null outside git."]


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeCounts:
    """Counted uses by how well they are evidenced."""

    claimed: int
    attested: int
    verified: int
