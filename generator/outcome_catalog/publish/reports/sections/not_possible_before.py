"""What was not possible before, each statement with what stands behind it and never as more than that."""

from collections.abc import Iterator

from outcome_catalog.insights.not_possible_before import NotPossibleBefore, Standing
from outcome_catalog.publish import addresses
from outcome_catalog.publish.reports.data.sources import statement_source
from outcome_catalog.publish.reports.document import Block, Line, Paragraph, Row, Section, Span
from outcome_catalog.publish.reports.lines import plain_text
from outcome_catalog.publish.reports.names import artifact_name, community_name, source, written
from outcome_catalog.publish.reports.tables import Rows, columns, group_title, row, table
from outcome_catalog.publish.reports.view import ReportView

ID = "not-possible-before"


def section(view: ReportView) -> Section:
    """The statements, the best borne out first."""
    blocks: list[Block] = [Paragraph(line=plain_text(view.phrase("report.not_possible_before.means")), is_remark=True)]
    if view.report.not_possible_before:
        heads = columns(view, "statement", "who_says", "stands", "source")
        label = view.phrase("report.not_possible_before.title")
        blocks.append(table(view, label, heads, _groups(view)))
    else:
        blocks.append(Paragraph(line=plain_text(view.phrase("report.not_possible_before.none"))))
    return Section(id=ID, title=view.phrase("report.not_possible_before.title"), blocks=tuple(blocks))


def _groups(view: ReportView) -> Iterator[Rows[NotPossibleBefore]]:
    for standing in Standing:
        found = [statement for statement in view.report.not_possible_before if statement.standing is standing]
        title = group_title(view.word("standing", standing.value), len(found), f"standing {standing.value}")
        yield Rows(found, _row, title)


def _row(view: ReportView, found: NotPossibleBefore) -> Row:
    place = statement_source(view.context.catalog, found)
    return row(written(view, found.text), _who(view, found), plain_text(view.text(found.why)), source(view, place))


def _who(view: ReportView, found: NotPossibleBefore) -> Line:
    """The use of an artifact, or the community that hopes for it."""
    below = (Span(text="\n"), community_name(view, found.community, "faint"))
    if found.artifact is not None:
        return (artifact_name(view, found.artifact), *below)
    charter = view.context.catalog.communities[found.community].charter
    title = next((outcome.title for outcome in charter.outcomes if outcome.id == found.outcome), "")
    return (written(view, title, f"{addresses.community_url(found.community)}#outcomes"), *below)
