"""What was not possible before, and what stands behind each statement (data-model §4, §6)."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outcome_catalog.insights.compute import figures
from outcome_catalog.insights.figures import Grade, NotCounted
from outcome_catalog.insights.not_possible_before import NotPossibleBefore, Standing, statements
from outcome_catalog.model.artifact import Artifact, Mode
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.charter import DatedValue, Indicator, Outcome
from outcome_catalog.model.ids import ArtifactRef, CommunityId, OutcomeId, PersonId
from outcome_catalog.model.people import Person
from outcome_catalog.model.reuse import Benefit, ReuseRecord, UsedBy, UsedIn, Withdrawal
from tests.insights.catalogs import (
    Git,
    a_catalog,
    a_charter,
    a_person,
    a_record,
    an_artifact,
    an_indicator,
    day,
    measured,
    record_path,
)
from tests.insights.english import english

GUIDE = an_artifact("guides/triage", authors=(PersonId("writer"),))
MATE = a_person("mate", external="Harbour Works")
OUTCOME, PLACE = OutcomeId("faster"), UsedIn(title="Night desk", url="https://example.org/night")


def a_statement(name: str, text: str | None = "Nobody knew.", **values: Any) -> ReuseRecord:
    benefit = Benefit(statement="It helped.", not_possible_before=text)
    return a_record(f"guides/{name}", "guides/triage", benefit=benefit, **values)


def recorded_by(*authors: tuple[str, str]) -> Git:
    git = Git()
    for author, name in authors:
        git.commit(author, "2026-01-15", record_path(f"guides/{name}"))
    return git


def of(catalog: Catalog, community: str = "guides") -> tuple[NotPossibleBefore, ...]:
    own = figures(catalog).communities[CommunityId(community)]
    return statements(catalog.communities[CommunityId(community)], own.reuse_out, own.indicators)


def of_records(*parts: Artifact | ReuseRecord | Person, git: Git | None = None) -> tuple[NotPossibleBefore, ...]:
    return of(a_catalog(GUIDE, MATE, *parts, history=None if git is None else git.history))


def test_what_the_reusing_side_stands_for_is_proven():
    (found,) = of_records(a_statement("2026-01-15-a"), git=recorded_by(("mate", "2026-01-15-a")))
    assert (found.standing, found.grade, found.text) == (Standing.PROVEN, Grade.ATTESTED, "Nobody knew.")
    assert (found.event, found.artifact, found.day) == ("guides/2026-01-15-a", "guides/triage", day("2026-01-15"))
    assert (found.source_path, found.commit) == (record_path("guides/2026-01-15-a"), f"{1:040x}")


def test_what_only_the_producing_side_says_is_claimed():
    (found,) = of_records(a_statement("2026-01-15-a"), git=recorded_by(("writer", "2026-01-15-a")))
    assert (found.standing, found.grade) == (Standing.CLAIMED, Grade.CLAIMED)
    assert "nobody of the reusing side has confirmed it" in english(found.why)


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"withdrawn": Withdrawal(date=day("2026-02-01"), because="It was not so.")}, "withdrawn"),
        ({"used_in": UsedIn(artifact=ArtifactRef("guides/gone"))}, "broken"),
        ({"mode": Mode.PLANNED}, "only planned"),
        ({"mode": Mode.TRIED_REJECTED}, "a trial that was rejected"),
        ({"used_by": UsedBy(external="Harbour Works", community=CommunityId("guides"))}, "own community"),
    ],
)
def test_what_adds_nothing_to_the_count_is_not_counted_here(values: dict[str, Any], why: str):
    (found,) = of_records(a_statement("2026-01-15-a", **values), git=recorded_by(("mate", "2026-01-15-a")))
    assert found.standing is Standing.NOT_COUNTED
    assert why in english(found.why)


def test_anothers_better_grade_proves_the_use_and_not_these_words():
    git = recorded_by(("writer", "2026-01-15-a"), ("mate", "2026-01-15-b"))
    claimed, attested = a_statement("2026-01-15-a", used_in=PLACE), a_statement("2026-01-15-b", None, used_in=PLACE)
    (found,) = of_records(claimed, attested, git=git)
    assert (found.standing, found.event, found.use) == (Standing.CLAIMED, "guides/2026-01-15-a", "guides/2026-01-15-b")


def test_the_same_words_of_one_use_are_one_statement_with_the_best_grade():
    git = recorded_by(("writer", "2026-01-15-a"), ("mate", "2026-01-15-b"))
    records = (
        a_statement("2026-01-15-a", "nobody  knew.", used_in=PLACE),
        a_statement("2026-01-15-b", used_in=PLACE),
    )
    (found,) = of_records(*records, git=git)
    assert (found.standing, found.event) == (Standing.PROVEN, "guides/2026-01-15-b")


def test_the_same_words_of_two_uses_are_two_statements():
    other = a_statement("2026-01-15-b", used_by=UsedBy(external="Canal Works"))
    assert len(of_records(a_statement("2026-01-15-a"), other)) == 2


@pytest.mark.parametrize("text", [None, "", "  "])
def test_who_says_nothing_makes_no_statement(text: str | None):
    assert of_records(a_statement("2026-01-15-a", text)) == ()


@pytest.mark.parametrize(
    ("indicators", "values", "standing", "why"),
    [
        ((), {}, Standing.HOPED_FOR, "The outcome has no indicator, so nobody can see whether it comes about."),
        (("a", "b"), {}, Standing.HOPED_FOR, "0 of 2 indicators achieved, 2 not measured."),
        (("a", "b"), {"a": 99}, Standing.HOPED_FOR, "0 of 2 indicators achieved, 1 not measured."),
        (("a", "b"), {"a": 100, "b": 99}, Standing.HOPED_FOR, "1 of 2 indicators achieved."),
        (("a", "b"), {"a": 100, "b": 100}, Standing.REACHED, "2 of 2 indicators achieved."),
        (("a", "b"), {"a": 100}, Standing.HOPED_FOR, "1 of 2 indicators achieved, 1 not measured."),
        (("a",), {"a": 100}, Standing.REACHED, "1 of 1 indicator achieved."),
    ],
)
def test_an_outcome_is_reached_where_every_indicator_is_and_hoped_for_otherwise(
    indicators: tuple[str, ...], values: dict[str, float], standing: Standing, why: str
):
    outcome = Outcome(
        id=OUTCOME,
        title="Faster",
        not_possible_before="Nobody knew.",
        indicators=tuple(an_indicator(name) for name in indicators),
    )
    measurements = [measured("guides", name, ("2026-01-31", value)) for name, value in values.items()]
    (found,) = of(a_catalog(*measurements, charters={"guides": a_charter("guides", outcomes=(outcome,))}))
    assert (found.standing, english(found.why), found.outcome, found.grade) == (standing, why, OUTCOME, None)
    assert found.source_path == "communities/guides/charter.yml"


def test_an_achieved_indicator_proves_no_words():
    indicator: Indicator = replace(an_indicator("a"), targets=(DatedValue(date=day("2026-12-31"), value=1),))
    outcome = Outcome(id=OUTCOME, title="Faster", not_possible_before="Nobody knew.", indicators=(indicator,))
    catalog = a_catalog(
        measured("guides", "a", ("2026-01-31", 5)), charters={"guides": a_charter("guides", outcomes=(outcome,))}
    )
    assert [found.standing for found in of(catalog)] == [Standing.REACHED]


def test_the_best_borne_out_come_first():
    git = recorded_by(("writer", "2026-01-15-a"), ("mate", "2026-01-15-b"))
    records = (a_statement("2026-01-15-a"), a_statement("2026-01-15-b", used_by=UsedBy(external="harbour works")))
    planned = a_statement("2026-01-15-c", mode=Mode.PLANNED)
    records = (records[0], replace(records[1], used_in=PLACE), planned)
    assert [found.standing for found in of_records(*records, git=git)] == [
        Standing.PROVEN,
        Standing.CLAIMED,
        Standing.NOT_COUNTED,
    ]


@given(authors=st.lists(st.sampled_from(["writer", "mate", "stranger"]), min_size=1, max_size=4), data=st.data())
def test_nothing_that_is_only_claimed_is_ever_proven(authors: list[str], data: st.DataObject):
    names = [f"2026-01-15-{number}" for number in range(len(authors))]
    git = recorded_by(*zip(authors, names, strict=True))
    places = [data.draw(st.sampled_from([PLACE, UsedIn(title=name)])) for name in names]
    records = [a_statement(name, used_in=place) for name, place in zip(names, places, strict=True)]
    catalog = a_catalog(GUIDE, MATE, *records, history=git.history)
    events = {event.id: event for event in figures(catalog).events}
    for found in of(catalog):
        event = events[found.event or ""]
        is_proven = event.grade in (Grade.ATTESTED, Grade.VERIFIED)
        counts = event.counted or event.not_counted is NotCounted.SAME_USE
        assert (found.standing is Standing.PROVEN) == (is_proven and counts)
