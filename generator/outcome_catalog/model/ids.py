"""The names by which records refer to each other; distinct types, so that they are not mixed up."""

from typing import NewType

CommunityId = NewType("CommunityId", str)
"""A community's slug: the name of its folder."""
ArtifactRef = NewType("ArtifactRef", str)
"""An artifact as ``community/artifact``."""
ObjectiveId = NewType("ObjectiveId", str)
AudienceId = NewType("AudienceId", str)
UnitId = NewType("UnitId", str)
PersonId = NewType("PersonId", str)
KindId = NewType("KindId", str)
OutputId = NewType("OutputId", str)
OutcomeId = NewType("OutcomeId", str)
IndicatorId = NewType("IndicatorId", str)
CommitId = NewType("CommitId", str)
"""A commit's full hash, 40 or 64 hexadecimal digits."""
BlobId = NewType("BlobId", str)
"""A file content's full hash in git."""
