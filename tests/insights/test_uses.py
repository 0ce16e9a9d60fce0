"""One use is counted once, whichever sources tell of it and in whichever order they come (data-model §6)."""

import datetime
import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from outcome_catalog.insights.figures import Grade, NotCounted, Party, PlaceOfUse, ReuseEvent
from outcome_catalog.insights.sentences import says
from outcome_catalog.insights.uses import COUNTED_GRADES, merged_events, newest_first, uses
from outcome_catalog.model.artifact import Mode
from outcome_catalog.model.ids import ArtifactRef, CommunityId, UnitId
from tests.insights.catalogs import day, used_since
from tests.insights.english import english

PLACES = (
    PlaceOfUse(artifact=ArtifactRef("desk/steps")),
    PlaceOfUse(url="https://example.org/a"),
    PlaceOfUse(title="somewhere inside", internal=True),
    PlaceOfUse(repository="https://git.example.org/r", path="docs/a.md", commit="1"),
)


def an_event(event_id: str = "guides/one", **values: object) -> ReuseEvent:
    given: dict[str, object] = {
        "use": event_id,
        "artifact": ArtifactRef("guides/triage"),
        "party": Party(unit=UnitId("support")),
        "place": PLACES[0],
        "mode": Mode.AS_IS,
        "date": None,
        "recorded": day("2025-06-01"),
        "grade": Grade.CLAIMED,
        "counted": True,
        "reason": says("claimed.not_told_since_when"),
        "source_path": "communities/guides/reuse/one.yml",
    }
    return ReuseEvent(id=event_id, **(given | values))  # type: ignore[arg-type]


def counted_ids(*events: ReuseEvent) -> list[str]:
    return sorted(event.id for event in merged_events(events) if event.counted)


def test_sources_that_share_a_unit_an_organisation_or_a_community_are_one_use():
    for one, other in (
        (Party(unit=UnitId("support")), Party(unit=UnitId("support"), community=CommunityId("desk"))),
        (Party(external="Harbour Works"), Party(external="HARBOUR  WORKS")),
        (Party(unit=UnitId("support"), community=CommunityId("desk")), Party(community=CommunityId("desk"))),
    ):
        merged = merged_events((an_event("guides/one", party=one), an_event("guides/two", party=other)))
        assert [event.not_counted for event in merged] == [None, NotCounted.SAME_USE]
        assert {event.use for event in merged} == {"guides/one"}
        assert "the same use as guides/one" in english(merged[1].reason)


def test_what_shares_a_party_with_two_sources_joins_them():
    ends = (Party(unit=UnitId("support")), Party(community=CommunityId("desk")))
    middle = Party(unit=UnitId("support"), community=CommunityId("desk"))
    outer = [an_event(f"guides/{number}", party=party) for number, party in enumerate(ends)]
    assert len(counted_ids(*outer)) == 2
    joined = merged_events(outer, [*outer, an_event("guides/later", party=middle)])
    assert [(event.id, event.counted) for event in joined] == [("guides/0", True), ("guides/1", False)]
    assert len(counted_ids(*outer, an_event("guides/between", party=middle))) == 1


def test_another_artifact_place_or_party_is_another_use():
    first = an_event("guides/one")
    for other in (
        an_event("guides/two", artifact=ArtifactRef("guides/other")),
        an_event("guides/two", place=PLACES[1]),
        an_event("guides/two", party=Party(unit=UnitId("sales"))),
        an_event("guides/two", party=Party(external="support")),
    ):
        assert counted_ids(first, other) == ["guides/one", "guides/two"]


def test_places_are_the_same_whatever_else_is_said_of_them():
    for one, other in (
        (PlaceOfUse(url="https://example.org/a/", title="A"), PlaceOfUse(url=" https://example.org/a", title="B")),
        (PlaceOfUse(title="Somewhere  inside", internal=True), PlaceOfUse(title="somewhere inside", internal=True)),
        (PLACES[3], PlaceOfUse(repository="git@git.example.org:r.git", path="/docs/a.md", commit="2")),
        (PLACES[0], PlaceOfUse(artifact=ArtifactRef("desk/steps"), url="https://example.org/elsewhere")),
    ):
        assert len(counted_ids(an_event("guides/one", place=one), an_event("guides/two", place=other))) == 1


def test_sources_that_name_no_place_are_uses_of_their_own():
    assert len(counted_ids(*(an_event(f"guides/{n}", place=PlaceOfUse()) for n in range(2)))) == 2


def test_the_best_grade_counts_and_on_a_tie_the_record():
    entry = an_event("desk/steps>guides/triage", grade=Grade.VERIFIED)
    for grade, counting in (
        (Grade.CLAIMED, entry.id),
        (Grade.ATTESTED, entry.id),
        (Grade.VERIFIED, "guides/record"),
    ):
        later = an_event("guides/record", grade=grade, recorded=day("2026-01-01"))
        assert counted_ids(entry, later) == [counting]


def test_between_records_of_one_grade_the_one_that_began_first_counts():
    late, early = an_event("guides/a", recorded=day("2025-07-01")), an_event("guides/b", date=used_since("2024"))
    assert counted_ids(late, early) == ["guides/b"]


def test_what_is_not_counted_joins_nothing():
    planned = an_event("guides/a", counted=False, not_counted=NotCounted.PLANNED, grade=Grade.VERIFIED)
    merged = merged_events((planned, an_event("guides/b")))
    assert {event.id: event.counted for event in merged} == {"guides/a": False, "guides/b": True}
    assert next(event for event in merged if event.id == "guides/a") == planned


def test_uses_hold_all_their_sources_with_the_counting_one_first():
    best, other = an_event("guides/a", grade=Grade.ATTESTED), an_event("guides/b", recorded=day("2020-01-01"))
    (use,) = uses(merged_events((other, best)))
    assert [event.id for event in use.events] == ["guides/a", "guides/b"]
    assert use.id == "guides/a"


def test_a_use_is_dated_by_its_earliest_source_and_a_proven_one_by_what_proves_it():
    late, claim = an_event("guides/a"), an_event("guides/b", recorded=day("2020-01-01"))
    (claimed,) = uses(merged_events((late, claim)))
    (proven,) = uses(merged_events((replace(late, grade=Grade.ATTESTED), claim)))
    assert claimed.first_day == day("2020-01-01")
    assert proven.first_day == late.recorded


def test_the_newest_comes_first_and_the_undated_last():
    undated = an_event("guides/0", recorded=None)
    dated = [an_event(f"guides/{n}", recorded=datetime.date(2020 + n, 1, 1)) for n in (1, 2)]
    assert newest_first((undated, *dated)) == (dated[1], dated[0], undated)


parties = st.builds(
    Party,
    unit=st.sampled_from([None, "support", "sales"]),
    external=st.none(),
    community=st.sampled_from([None, "desk", "lab"]),
) | st.builds(Party, external=st.sampled_from(["Harbour Works", "HARBOUR WORKS", "Other Works"]))


@st.composite
def event_lists(draw: st.DrawFn) -> list[ReuseEvent]:
    events = []
    for number in range(draw(st.integers(0, 12))):
        grade = draw(st.sampled_from(COUNTED_GRADES))
        is_planned = draw(st.integers(0, 4)) == 0
        events.append(
            an_event(
                draw(st.sampled_from(["guides/r{}", "desk/r{}>guides/triage"])).format(number),
                artifact=ArtifactRef(draw(st.sampled_from(["guides/triage", "guides/other"]))),
                party=draw(parties),
                place=draw(st.sampled_from(PLACES)),
                recorded=datetime.date(2025, 1, 1 + draw(st.integers(0, 3))),
                grade=grade,
                counted=not is_planned,
                not_counted=NotCounted.PLANNED if is_planned else None,
            )
        )
    return events


@given(event_lists(), st.randoms(use_true_random=False))
def test_the_order_of_the_sources_does_not_matter(events: list[ReuseEvent], order: random.Random):
    shuffled = list(events)
    order.shuffle(shuffled)
    assert merged_events(shuffled) == merged_events(events)


@given(event_lists())
def test_every_source_stays_and_belongs_to_one_use_with_one_counted(events: list[ReuseEvent]):
    merged = merged_events(events)
    assert sorted(event.id for event in merged) == sorted(event.id for event in events)
    counted = {event.id for event in merged if event.counted}
    countable = [event for event in merged if event.counted or event.not_counted is NotCounted.SAME_USE]
    assert {event.use for event in countable} == counted
    assert len(counted) <= sum(event.counted for event in events)


@given(event_lists())
def test_no_source_of_a_use_is_better_evidenced_than_the_one_that_counts(events: list[ReuseEvent]):
    rank = COUNTED_GRADES.index
    for use in uses(merged_events(events)):
        assert all(rank(event.grade) <= rank(use.best.grade) for event in use.events)


@given(event_lists())
def test_joining_pair_by_pair_gives_the_same_uses(events: list[ReuseEvent]):
    def shared(one: ReuseEvent, other: ReuseEvent) -> bool:
        a, b = one.party, other.party
        return (one.artifact, one.place) == (other.artifact, other.place) and bool(
            (a.unit and a.unit == b.unit)
            or (a.community and a.community == b.community)
            or (a.external and b.external and a.external.lower() == b.external.lower())
        )

    groups = [[event] for event in events if event.counted and event.party != Party()]
    alone = sum(event.counted and event.party == Party() for event in events)
    joined = True
    while joined:
        joined = False
        for one in groups:
            other = next((g for g in groups if g is not one and any(shared(a, b) for a in one for b in g)), None)
            if other is not None:
                one.extend(other)
                groups.remove(other)
                joined = True
                break
    assert len(uses(merged_events(events))) == len(groups) + alone
