"""Catalogs with a history of their own, drawn by Hypothesis: small, crossed in every way, dates in any order."""

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from outcome_catalog.model.artifact import Artifact, ArtifactStatus, Mode
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.charter import CharterRevision, DatedValue, Direction, ExpectedOutput, Lifecycle, Quantity
from outcome_catalog.model.dates import Per
from outcome_catalog.model.ids import ArtifactRef, CommunityId, KindId, OutputId, PersonId, UnitId
from outcome_catalog.model.measurement import Measurement
from outcome_catalog.model.reuse import ReuseRecord, UsedBy, UsedIn, Withdrawal, stated_mode
from tests.insights.catalogs import (
    Git,
    a_catalog,
    a_charter,
    a_person,
    a_record,
    an_artifact,
    an_indicator,
    an_organisation,
    artifact_path,
    based_on,
    confirmation_by,
    day,
    measured,
    record_path,
    used_since,
)

COMMUNITIES = ("desk", "guides", "ideas")
REFS = tuple(f"{community}/{name}" for community in COMMUNITIES for name in ("a", "b"))
PEOPLE = (
    a_person("writer", unit=UnitId("support")),
    a_person("helper", unit=UnitId("sales")),
    a_person("mate", external="Harbour Works"),
)
AUTHORS = ("writer", "helper", "mate", "nobody-knows")
DAYS = ("2024-03-01", "2024-11-15", "2025-02-01", "2025-06-30", "2025-09-01", "2026-01-15", "2026-04-01", "2026-06-30")
_YEARS_OF_USE = ("2024", "2025-03", "2025-08-01", "2026-02-01", None, None)

_OFTEN_USED = ("guides/a", "guides/a", "guides/a", *REFS)

days = st.sampled_from(DAYS)
authors = st.sampled_from(AUTHORS)
parties = st.builds(
    lambda party, community: replace(party, community=community),
    st.sampled_from((UsedBy(unit=UnitId("sales")), UsedBy(unit=UnitId("support")), UsedBy(external="Harbour Works"))),
    st.sampled_from((None, CommunityId("desk"), CommunityId("ideas"), CommunityId("guides"))),
)
places = st.sampled_from(
    (
        *(UsedIn(artifact=ArtifactRef(ref)) for ref in ("desk/a", "ideas/a")),
        *[UsedIn(title="Course", url="https://example.org/course")] * 3,
        UsedIn(title="Inside", visibility="internal"),
    )
)
modes = st.sampled_from((Mode.AS_IS, Mode.AS_IS, Mode.ADAPTED, Mode.CITED, Mode.PLANNED, Mode.TRIED_REJECTED))


@st.composite
def catalogs(draw: st.DrawFn) -> Catalog:
    """A catalog as of 2026-06-30 with all that lies in it; it is not known when it was read."""
    git = Git()
    for community in COMMUNITIES:
        git.commit("writer", draw(days), f"communities/{community}/charter.yml")
    present = ["guides/a", *draw(st.lists(st.sampled_from([ref for ref in REFS if ref != "guides/a"]), unique=True))]
    parts: list[Any] = [_artifact(draw, git, ref, present) for ref in sorted(present)]
    names = draw(st.lists(st.integers(1, 6), max_size=6, unique=True))
    parts += [drawn_record(draw, git, f"{draw(st.sampled_from(COMMUNITIES))}/2024-01-0{name}-use") for name in names]
    parts += [_measurement(draw, git, community) for community in draw(st.sets(st.sampled_from(COMMUNITIES)))]
    charters = {community: _charter(draw, community) for community in COMMUNITIES}
    organisation = an_organisation(("support", None), ("sales", None))
    return a_catalog(*parts, *PEOPLE, charters=charters, history=git.history, organisation=organisation)


def drawn_record(draw: st.DrawFn, git: Git, record_id: str, by: st.SearchStrategy[str] = authors) -> ReuseRecord:
    """A reuse record and the commits that brought it and its confirmations in; *by* draws who committed it."""
    path, artifact, mode = record_path(record_id), draw(st.sampled_from(_OFTEN_USED)), draw(modes)
    git.commit(draw(by), draw(days), path, brings=[(path, artifact), (path, stated_mode(mode))])
    confirmed = draw(st.sets(st.sampled_from([person.id for person in PEOPLE]), max_size=2)) if by is authors else ()
    for person in sorted(confirmed):
        git.commit(draw(st.sampled_from((person, "nobody-knows"))), draw(days), path, brings=[(path, person)])
    since = draw(st.sampled_from(_YEARS_OF_USE))
    is_withdrawn = draw(st.sampled_from((False, False, False, True)))
    return a_record(
        record_id,
        artifact,
        used_by=draw(parties),
        used_in=draw(places),
        mode=mode,
        date=None if since is None else used_since(since),
        confirmed_by=tuple(confirmation_by(person) for person in sorted(confirmed)),
        withdrawn=Withdrawal(date=day("2026-05-01"), because="A mistake.") if is_withdrawn else None,
    )


def _artifact(draw: st.DrawFn, git: Git, ref: str, present: list[str]) -> Artifact:
    path, author = artifact_path(ref), draw(st.sampled_from([person.id for person in PEOPLE]))
    git.commit(draw(authors), draw(days), path)
    for _ in range(draw(st.integers(0, 2))):
        git.commit(draw(authors), draw(days), path)
    sources = draw(st.lists(st.sampled_from(present), max_size=2, unique=True))
    for source in sources:
        git.commit(draw(authors), draw(days), path, brings=[(path, source)])
    translated = draw(st.sampled_from((None, None, None, *present)))
    return an_artifact(
        ref,
        date=day(draw(days)),
        authors=(PersonId(author),),
        output=draw(st.sampled_from((None, OutputId("notes")))),
        status=draw(st.sampled_from((ArtifactStatus.PUBLISHED, ArtifactStatus.PUBLISHED, ArtifactStatus.DRAFT))),
        translation_of=None if translated in {None, ref} else ArtifactRef(str(translated)),
        based_on=tuple(based_on(source, draw(modes)) for source in sources),
        links=tuple(
            f"../../{r.replace('/', '/artifacts/')}.md" for r in draw(st.sets(st.sampled_from(REFS), max_size=1))
        ),
    )


def _measurement(draw: st.DrawFn, git: Git, community: str) -> Measurement:
    values = draw(st.dictionaries(days, st.sampled_from((-5.0, 0.0, 50.0, 100.0)), max_size=4))
    found = measured(community, "response-time", *sorted(values.items()))
    git.commit("writer", draw(days), found.origin.path)
    for on in values:
        git.commit("writer", draw(days), found.origin.path, brings=[(found.origin.path, on)])
    return found


def _charter(draw: st.DrawFn, community: str) -> Any:
    promise = ExpectedOutput(
        id=OutputId("notes"), title="Notes", kind=KindId("how-to"), quantity=Quantity(count=1, per=Per.QUARTER)
    )
    target, baseline = draw(st.sampled_from((0.0, 100.0))), DatedValue(date=day(draw(days)), value=0.0)
    return a_charter(
        community,
        started=day(draw(days)),
        lifecycle=draw(st.sampled_from((Lifecycle.ACTIVE, Lifecycle.PAUSED, Lifecycle.CLOSED))),
        expected_outputs=(promise,),
        indicators=[
            an_indicator(
                baseline=baseline,
                direction=draw(st.sampled_from(Direction)),
                targets=(DatedValue(date=day(draw(days)), value=target),),
            )
        ],
        revisions=tuple(CharterRevision(date=day(on), change="Learned.") for on in draw(st.sets(days, max_size=2))),
    )
