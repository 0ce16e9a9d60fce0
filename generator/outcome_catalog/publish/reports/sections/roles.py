"""Role by role: what the work was to become, and did it."""

from collections.abc import Iterator

from outcome_catalog.insights.promise_figures import RoleFigure, RoleState
from outcome_catalog.publish.reports.data.roles import role_time
from outcome_catalog.publish.reports.document import Block, Line, Paragraph, Row, Section, Span
from outcome_catalog.publish.reports.lines import joined, plain_text
from outcome_catalog.publish.reports.names import community_name, output_name, written
from outcome_catalog.publish.reports.tables import Rows, columns, group_title, row, table
from outcome_catalog.publish.reports.view import ReportView
from outcome_catalog.publish.words import number_text

ID = "roles"
_OUTPUTS_SHOWN = 6
_ORDER = (RoleState.NOT_KEPT, RoleState.PARTLY, RoleState.KEPT, RoleState.NOTHING_DUE, RoleState.NOTHING_NAMED)


def section(view: ReportView) -> Section:
    """What each role's work was to materialise as."""
    blocks: list[Block] = [Paragraph(line=plain_text(view.phrase("report.roles.means")), is_remark=True)]
    if view.report.roles:
        heads = columns(view, "role", "time", "becomes")
        blocks.append(table(view, view.phrase("report.roles.title"), heads, _groups(view)))
    else:
        blocks.append(Paragraph(line=plain_text(view.phrase("report.roles.none"))))
    return Section(id=ID, title=view.phrase("report.roles.title"), blocks=tuple(blocks))


def _groups(view: ReportView) -> Iterator[Rows[RoleFigure]]:
    for state in _ORDER:
        found = [role for role in view.report.roles if role.state is state]
        title = group_title(view.word("role_state", state.value), len(found), f"state {state.value}")
        yield Rows(found, _row, title)


def _row(view: ReportView, found: RoleFigure) -> Row:
    below = () if view.report.community else (Span(text="\n"), community_name(view, found.community, "faint"))
    return row((written(view, found.role), *below), _time(view, found), _outputs(view, found))


def _time(view: ReportView, found: RoleFigure) -> Line:
    time = role_time(view, found)
    if time is None:
        return (Span(text=view.words["state"]["not_stated"], mark="faint"),)
    return plain_text(view.phrase(f"time.{time.per.value}", hours=number_text(view.words, time.hours)))


def _outputs(view: ReportView, found: RoleFigure) -> Line:
    if not found.outputs:
        return (Span(text=view.text(found.why), mark="faint"),)
    lines: list[Line] = []
    for output in found.outputs[:_OUTPUTS_SHOWN]:
        state = "not due" if output.state is None else output.state.value
        nothing = view.phrase("report.roles.nothing_due")
        word = nothing if output.state is None else view.word("output_state", state)
        delivered = view.phrase("report.roles.delivered", n=len(output.delivered)) if output.delivered else ""
        name = output_name(view, found.community, output.output)
        lines.append(
            (
                name,
                Span(text=f"{view.words['colon']} "),
                Span(text=word, mark=f"state {state}"),
                Span(text=f", {delivered}" if delivered else "", mark="faint"),
            )
        )
    rest = len(found.outputs) - _OUTPUTS_SHOWN
    if rest > 0:
        lines.append((Span(text=view.phrase("list.and_more", n=rest), mark="faint"),))
    return joined(lines, "\n")
