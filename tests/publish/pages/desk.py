"""A small organisation whose pages are easy to recount by hand."""

from dataclasses import replace
from typing import Any

from tests.insights.catalogs import (
    Git,
    a_catalog,
    a_person,
    a_record,
    an_artifact,
    artifact_path,
    based_on,
    day,
    measured,
    record_path,
)

from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.charter import (
    Charter,
    DatedValue,
    Direction,
    ExpectedOutput,
    Goal,
    Indicator,
    Lifecycle,
    MemberGoal,
    MemberTime,
    OrganisationGoal,
    Outcome,
    Quantity,
    Sponsor,
    Steward,
)
from outcome_catalog.model.dates import Per, Period
from outcome_catalog.model.ids import (
    AudienceId,
    IndicatorId,
    KindId,
    ObjectiveId,
    OutcomeId,
    OutputId,
    PersonId,
    UnitId,
)
from outcome_catalog.model.kind import Kind, KindSection
from outcome_catalog.model.organisation import Audience, Objective, Organisation, Unit
from outcome_catalog.model.origin import Origin
from outcome_catalog.model.people import Person
from outcome_catalog.model.reuse import Benefit, UsedBy, UsedIn


def an_organisation(**values: Any) -> Organisation:
    given: dict[str, Any] = {
        "name": "Meadow Union",
        "summary": "Dairies that work together.",
        "objectives": (
            Objective(
                id=ObjectiveId("answer-fast"),
                title="Answer fast",
                owner="Head of service",
                period=Period(day("2025-01-01"), day("2026-12-31")),
            ),
            Objective(id=ObjectiveId("forgotten"), title="Save energy"),
        ),
        "audiences": (
            Audience(id=AudienceId("agents"), title="Agents", contact="agents@example.org"),
            Audience(id=AudienceId("nobody-writes-for"), title="Night watch"),
        ),
        "units": (Unit(id=UnitId("north"), title="Dairy North"), Unit(id=UnitId("south"), title="Dairy South")),
        "origin": Origin(path="communities/organisation.yml"),
    }
    return Organisation(**(given | values))


def an_expected_output(name: str = "sheets", **values: Any) -> ExpectedOutput:
    given: dict[str, Any] = {
        "title": "Answer sheets",
        "kind": KindId("how-to"),
        "audiences": (AudienceId("agents"),),
        "done_when": ("An agent can follow it",),
        "quantity": Quantity(count=2, per=Per.QUARTER),
    }
    return ExpectedOutput(id=OutputId(name), **(given | values))


def an_outcome(**values: Any) -> Outcome:
    given: dict[str, Any] = {
        "title": "Callers wait less",
        "objective": ObjectiveId("answer-fast"),
        "from_outputs": (OutputId("sheets"),),
        "indicators": (
            Indicator(
                id=IndicatorId("wait"),
                title="Minutes a caller waits",
                unit="minutes",
                direction=Direction.DECREASE,
                baseline=DatedValue(date=day("2025-01-01"), value=10),
                targets=(DatedValue(date=day("2026-12-31"), value=4, estimated=True),),
            ),
            Indicator(
                id=IndicatorId("never-measured"),
                title="Callers who thank us",
                unit="callers",
                direction=Direction.INCREASE,
                baseline=DatedValue(date=day("2025-01-01"), value=1),
                targets=(DatedValue(date=day("2026-12-31"), value=9),),
            ),
        ),
    }
    return Outcome(id=OutcomeId("less-waiting"), **(given | values))


def a_full_charter(**values: Any) -> Charter:
    given: dict[str, Any] = {
        "title": "Desk guild",
        "summary": "People who answer the telephone.",
        "lifecycle": Lifecycle.ACTIVE,
        "started": day("2025-01-01"),
        "review_by": day("2026-03-31"),
        "sponsors": (Sponsor(name="Director of service", level="leading"),),
        "stewards": (Steward(person=PersonId("writer")), Steward(vacant=True, role="Deputy", since=day("2026-01-31"))),
        "goal": Goal(
            statement="Every caller gets an answer.",
            organisation=(OrganisationGoal(objective=ObjectiveId("answer-fast"), why="Waiting callers leave."),),
            members=(
                MemberGoal(
                    role="Agent",
                    objectives=("answer-fast", "Write one sheet"),
                    time=MemberTime(hours=2, per=Per.MONTH),
                    makes=(OutputId("sheets"),),
                ),
            ),
        ),
        "expected_outputs": (
            an_expected_output(),
            an_expected_output("film", title="A film", quantity=None, due=day("2025-06-30")),
        ),
        "outcomes": (an_outcome(),),
        "note": "An example: everything in it is invented.",
        "origin": Origin(path="communities/desk/charter.yml"),
    }
    return Charter(**(given | values))


HOW_TO = Kind(
    id=KindId("how-to"),
    title="How-to",
    plural="How-tos",
    summary="Steps to a result.",
    done_when=("Somebody can follow it",),
    sections=(KindSection(heading="Steps", required=True, hint="One action a step"),),
    fields={"level": {"enum": ["easy", "hard"], "description": "How hard it is"}},
    required_fields=("level",),
    origin=Origin(path="schemas/kinds/how-to.yml"),
)
IDEA = Kind(id=KindId("idea"), title="Idea", plural="Ideas", summary="Something to try.", origin=Origin(path="x"))


def named(person: str, name: str, **values: Any) -> Person:
    return replace(a_person(person, **values), name=name)


def desk_catalog(**values: Any) -> Catalog:
    """A desk: one sheet with a verified and a claimed use, one that waits, one too young; and a field that reuses."""
    git = Git()
    for ref, on in (("desk/greet", "2025-02-01"), ("desk/idle", "2025-03-01"), ("desk/new", "2026-06-20")):
        git.commit("writer", on, artifact_path(ref))
    git.commit(
        "reader", "2025-08-01", artifact_path("field/visit"), brings=[(artifact_path("field/visit"), "desk/greet")]
    )
    git.commit("writer", "2026-05-02", record_path("desk/2026-05-01-harbour"))
    greet = an_artifact(
        "desk/greet",
        title="Greet first",
        date=day("2025-02-01"),
        output=OutputId("sheets"),
        outcomes=(OutcomeId("less-waiting"),),
        authors=(PersonId("writer"), PersonId("quiet")),
        license="CC-BY-4.0",
        tags=("telephone",),
        fields={"level": "easy"},
    )
    record = a_record(
        "desk/2026-05-01-harbour",
        "desk/greet",
        used_by=UsedBy(external="Harbour Works"),
        used_in=UsedIn(title="Night desk", url="https://harbour.example/desk"),
        benefit=Benefit(statement="Fewer call-backs", unit="hours a week", low=2, high=5, estimated=True),
        evidence=("https://harbour.example/a/very/long/address/that/goes/on/and/on/and/on/until/nobody/reads/it",),
    )
    parts = (
        greet,
        an_artifact(
            "desk/idle", title="Idle sheet", date=day("2025-03-01"), output=OutputId("sheets"), fields={"level": "hard"}
        ),
        an_artifact("desk/new", title="New sheet", date=day("2026-06-20"), authors=(PersonId("quiet"),)),
        an_artifact(
            "field/visit",
            title="Visit plan",
            date=day("2025-08-01"),
            based_on=(based_on("desk/greet"),),
            authors=(PersonId("reader"),),
        ),
        record,
        measured("desk", "wait", ("2025-12-31", 7), ("2026-05-31", 6)),
        named("writer", "Desk writer", unit=UnitId("north")),
        named("reader", "Field reader", unit=UnitId("south")),
        named("quiet", "Nobody Should See This", unit=UnitId("north"), credit=False),
    )
    given: dict[str, Any] = {
        "charters": {"desk": a_full_charter()},
        "history": git.history,
        "organisation": an_organisation(),
        "kinds": {KindId("how-to"): HOW_TO, KindId("idea"): IDEA},
    }
    return a_catalog(*parts, **(given | values))
