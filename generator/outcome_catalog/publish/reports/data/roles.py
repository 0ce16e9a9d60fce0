"""What each role's work was to materialise as, and what it became, as data."""

from outcome_catalog.insights.promise_figures import RoleFigure
from outcome_catalog.model.charter import MemberTime
from outcome_catalog.publish.reports.data.types import promises as types
from outcome_catalog.publish.reports.view import ReportView


def roles(view: ReportView) -> tuple[types.Role, ...]:
    """Every role, by community and in the order of its charter."""
    return tuple(_role(view, found) for found in view.report.roles)


def role_time(view: ReportView, role: RoleFigure) -> MemberTime | None:
    """The time that the charter gives to *role*, None where it says none."""
    members = view.context.catalog.communities[role.community].charter.goal.members
    return next((member.time for member in members if member.role == role.role), None)


def _role(view: ReportView, found: RoleFigure) -> types.Role:
    time = role_time(view, found)
    return types.Role(
        community=found.community,
        role=found.role,
        time=None if time is None else types.MemberHours(hours=time.hours, per=time.per),
        outputs=tuple(
            types.RoleOutput(output=output.output, state=output.state, delivered=output.delivered)
            for output in found.outputs
        ),
        state=found.state,
        why=view.text(found.why),
    )
