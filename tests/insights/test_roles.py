"""Role by role: what the work was to materialise as, and did it (data-model §4, §7)."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outcome_catalog.insights.compute import figures
from outcome_catalog.insights.figures import OutputState, PeriodDelivery, PeriodState, RoleFigure, RoleState
from outcome_catalog.insights.roles import role_state
from outcome_catalog.model.charter import ExpectedOutput, Goal, Lifecycle, MemberGoal, Quantity
from outcome_catalog.model.dates import Per, Period, ReportingPeriod
from outcome_catalog.model.ids import ArtifactRef, CommunityId, KindId, OutputId
from tests.insights.catalogs import a_catalog, a_charter, an_artifact, day
from tests.insights.english import english

MET, PARTLY, NOTHING = OutputState.MET, OutputState.PARTLY, OutputState.NOTHING_YET
OVERDUE, NOT_DUE = OutputState.OVERDUE, OutputState.NOT_DUE
PERIODS = [PeriodState.NOTHING, PeriodState.PARTLY, PeriodState.RUNNING, PeriodState.MET]


def due(name: str, on: str) -> ExpectedOutput:
    return ExpectedOutput(id=OutputId(name), title=name, kind=KindId("how-to"), due=day(on))


def roles_of(*members: MemberGoal, **charter: Any) -> tuple[RoleFigure, ...]:
    """Of a community that delivered *sheet*, did not deliver *tool* in time, and has *book* ahead of it."""
    promised = (due("sheet", "2026-01-31"), due("tool", "2026-01-31"), due("book", "2027-01-31"))
    guides = a_charter("guides", goal=Goal(statement="So.", members=members), expected_outputs=promised, **charter)
    sheet = an_artifact("guides/sheet", output=OutputId("sheet"), date=day("2026-01-15"))
    return figures(a_catalog(sheet, charters={"guides": guides})).communities[CommunityId("guides")].roles


def a_role(*makes: str, role: str = "Agent") -> MemberGoal:
    return MemberGoal(role=role, makes=tuple(OutputId(name) for name in makes))


@pytest.mark.parametrize(
    ("states", "state"),
    [
        ((), RoleState.NOTHING_NAMED),
        ((NOT_DUE,), RoleState.NOTHING_DUE),
        ((None,), RoleState.NOTHING_DUE),
        ((MET, MET), RoleState.KEPT),
        ((MET, NOT_DUE, None), RoleState.KEPT),
        ((MET, OVERDUE), RoleState.PARTLY),
        ((PARTLY,), RoleState.PARTLY),
        ((PARTLY, NOTHING), RoleState.PARTLY),
        ((OVERDUE, NOTHING, NOT_DUE), RoleState.NOT_KEPT),
    ],
)
def test_a_role_is_judged_by_those_of_its_outputs_that_can_be(states: tuple[OutputState, ...], state: RoleState):
    assert role_state(states) is state


def test_a_role_shows_each_output_with_what_was_delivered():
    (figure,) = roles_of(a_role("sheet", "tool", "book", "sheet"))
    assert [(o.output, o.state, o.delivered) for o in figure.outputs] == [
        ("sheet", MET, (ArtifactRef("guides/sheet"),)),
        ("tool", OVERDUE, ()),
        ("book", NOT_DUE, ()),
    ]
    assert figure.state is RoleState.PARTLY
    assert english(figure.why) == "1 of 2 expected outputs delivered as promised; 1 not due yet."


def test_roles_stand_in_charter_order_and_may_make_the_same_output():
    figures_ = roles_of(a_role("sheet", role="Lead"), a_role("sheet", role="Agent"), a_role("tool", role="Lead"))
    assert [(f.role, f.state) for f in figures_] == [
        ("Lead", RoleState.KEPT),
        ("Agent", RoleState.KEPT),
        ("Lead", RoleState.NOT_KEPT),
    ]


def test_a_role_of_which_nothing_is_asked_says_so():
    (figure,) = roles_of(a_role())
    assert (figure.state, figure.outputs) == (RoleState.NOTHING_NAMED, ())
    assert english(figure.why) == "The charter does not say what this role's work is to become."


def test_an_output_that_the_charter_does_not_promise_is_shown_without_a_state():
    (figure,) = roles_of(a_role("song"))
    assert [(o.output, o.state) for o in figure.outputs] == [("song", None)]
    assert (figure.state, english(figure.why)) == (RoleState.NOTHING_DUE, "1 expected output, and none is due yet.")


def test_in_a_community_that_is_only_proposed_nothing_is_due_but_what_is_there():
    figure, later = roles_of(a_role("sheet"), a_role("tool"), lifecycle=Lifecycle.PROPOSED)
    assert (figure.state, later.state) == (RoleState.KEPT, RoleState.NOTHING_DUE)


@given(states=st.lists(st.sampled_from([*OutputState, None]), max_size=6), data=st.data())
def test_the_order_of_a_roles_outputs_never_matters(states: list[OutputState | None], data: st.DataObject):
    assert role_state(data.draw(st.permutations(states))) is role_state(states)


@given(states=st.lists(st.sampled_from([MET, PARTLY, NOTHING, OVERDUE, NOT_DUE]), min_size=1, max_size=6))
def test_delivering_one_more_output_never_lowers_a_role(states: list[OutputState]):
    rank = [RoleState.NOT_KEPT, RoleState.NOTHING_DUE, RoleState.PARTLY, RoleState.KEPT]
    assert rank.index(role_state([MET, *states[1:]])) >= rank.index(role_state(states))


@pytest.mark.parametrize(
    ("expected", "delivered", "is_over", "state"),
    [
        (2, 2, True, PeriodState.MET),
        (2, 3, False, PeriodState.MET),
        (2, 1, True, PeriodState.PARTLY),
        (2, 0, True, PeriodState.NOTHING),
        (2, 1, False, PeriodState.RUNNING),
        (2, 0, False, PeriodState.RUNNING),
        (0, 0, True, PeriodState.NOTHING_EXPECTED),
        (0, 3, False, PeriodState.NOTHING_EXPECTED),
    ],
)
def test_each_period_has_a_state_of_its_own(expected: int, delivered: int, is_over: bool, state: PeriodState):
    refs = tuple(ArtifactRef(f"guides/{number}") for number in range(delivered))
    period = Period(day("2025-01-01"), day("2025-12-31"))
    found = PeriodDelivery(label="2025", period=period, expected=expected, delivered=refs, is_over=is_over)
    assert found.state is state


@given(
    days=st.lists(st.dates(day("2023-01-01"), day("2026-06-30")), max_size=8),
    more=st.dates(day("2023-01-01"), day("2026-06-30")),
    count=st.integers(1, 3),
    per=st.sampled_from([Per.MONTH, Per.QUARTER, Per.YEAR]),
    has_period=st.booleans(),
)
def test_one_more_delivery_never_lowers_the_state_of_any_period_or_promise(
    days: list[Any], more: Any, count: int, per: Per, has_period: bool
):
    promise = ExpectedOutput(
        id=OutputId("report"), title="Report", kind=KindId("how-to"), quantity=Quantity(count=count, per=per)
    )
    charters = {"guides": a_charter("guides", expected_outputs=(promise,))}

    def figure(on: list[Any]) -> Any:
        made = [
            an_artifact(
                f"guides/d{number}",
                date=date,
                output=OutputId("report"),
                period=ReportingPeriod.parse(f"{date.year}-{date.month:02}") if has_period else None,
            )
            for number, date in enumerate(on)
        ]
        found = figures(a_catalog(*made, charters=charters)).communities[CommunityId("guides")]
        return found.outputs[OutputId("report")]

    before, after = figure([*days]), figure([*days, more])
    if days:  # the first report with a period gives every period its grace, so there is nothing to compare it with
        for old, new in zip(before.periods, after.periods, strict=True):
            assert PERIODS.index(new.state) >= PERIODS.index(old.state)
        rank = {NOTHING: 0, OVERDUE: 0, NOT_DUE: 1, PARTLY: 2, MET: 3}
        assert rank[after.state] >= rank[before.state]
