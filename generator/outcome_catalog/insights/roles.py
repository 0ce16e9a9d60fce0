"""Role by role: what the work of a member was to materialise as, and did it (data-model §4, §7).

A role's outputs are those that its ``makes`` names. Of those that can be judged: *kept* where each was delivered as
promised, *partly kept* where some were, or were in part, *not kept* where nothing came. *nothing due* where none is due
yet; *nothing named* where ``makes`` names nothing. Several roles may make the same output, and each is shown all of it:
who of them delivered what is not asked, and no figure is ever shown per person.
"""

from collections.abc import Iterable, Mapping

from outcome_catalog.insights.promise_figures import OutputFigure, OutputState, RoleFigure, RoleOutput, RoleState
from outcome_catalog.insights.sentences import Sentences, says
from outcome_catalog.model.catalog import Community
from outcome_catalog.model.charter import MemberGoal
from outcome_catalog.model.ids import CommunityId, OutputId

_JUDGED = frozenset({OutputState.MET, OutputState.PARTLY, OutputState.OVERDUE, OutputState.NOTHING_YET})


def role_figures(community: Community, outputs: Mapping[OutputId, OutputFigure]) -> tuple[RoleFigure, ...]:
    """The figure of each role of *community*, in charter order, from the figures of its expected *outputs*."""
    return tuple(_figure(community.id, member, outputs) for member in community.charter.goal.members)


def role_state(states: Iterable[OutputState | None]) -> RoleState:
    """The state of a role whose outputs have *states*; None for an output that the charter does not promise."""
    states = tuple(states)
    judged = [state for state in states if state in _JUDGED]
    if not judged:
        return RoleState.NOTHING_DUE if states else RoleState.NOTHING_NAMED
    if all(state is OutputState.MET for state in judged):
        return RoleState.KEPT
    has_any = any(state in (OutputState.MET, OutputState.PARTLY) for state in judged)
    return RoleState.PARTLY if has_any else RoleState.NOT_KEPT


def _figure(community: CommunityId, member: MemberGoal, outputs: Mapping[OutputId, OutputFigure]) -> RoleFigure:
    made = tuple(_output(name, outputs.get(name)) for name in dict.fromkeys(member.makes))
    return RoleFigure(
        community=community,
        role=member.role,
        outputs=made,
        state=role_state(output.state for output in made),
        why=_why(made),
    )


def _output(name: OutputId, figure: OutputFigure | None) -> RoleOutput:
    if figure is None:
        return RoleOutput(output=name, state=None)
    return RoleOutput(output=name, state=figure.state, delivered=figure.delivered)


def _why(made: tuple[RoleOutput, ...]) -> Sentences:
    if not made:
        return says("role.not_said")
    judged = [output for output in made if output.state in _JUDGED]
    if not judged:
        return says("role.none_due", n=len(made))
    met = sum(output.state is OutputState.MET for output in judged)
    later = len(made) - len(judged)
    if later:
        return says("role.delivered_and_later", met=met, n=len(judged), later=later)
    return says("role.delivered", met=met, n=len(judged))
