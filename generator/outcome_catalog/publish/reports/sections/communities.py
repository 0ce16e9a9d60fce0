"""Community by community: the five value cycles, the time, and the vitality at the end and a year before."""

from outcome_catalog.insights.figures import Vitality
from outcome_catalog.insights.period_report.figures import CommunityInPeriod
from outcome_catalog.publish.reports.document import Block, Line, Paragraph, Row, Section, Span
from outcome_catalog.publish.reports.lines import number, plain_text
from outcome_catalog.publish.reports.names import community_name
from outcome_catalog.publish.reports.sections import artifacts, indicators, records, reuse
from outcome_catalog.publish.reports.sections.benefit import hours_text
from outcome_catalog.publish.reports.tables import Rows, columns, row, table
from outcome_catalog.publish.reports.view import ReportView

ID = "communities"
_CYCLES = ("commits", "artifacts", "uses", "moved_indicators", "revisions")
_MOST = 200


def section(view: ReportView) -> Section:
    """How alive each community was, and what came of it."""
    window = view.context.catalog.organisation.settings.vitality_window_days
    means = view.phrase("report.communities.means", days=window)
    blocks: list[Block] = [Paragraph(line=plain_text(means), is_remark=True)]
    if view.report.communities:
        heads = columns(view, "community", "vitality", "a_year_before", *_CYCLES, "hours", numbers=_CYCLES)
        blocks.append(
            table(view, view.phrase("report.communities.title"), heads, [Rows(view.report.communities, _row)], _MOST)
        )
    else:
        blocks.append(Paragraph(line=plain_text(view.phrase("report.communities.none"))))
    return Section(id=ID, title=view.phrase("report.communities.title"), blocks=tuple(blocks))


def _row(view: ReportView, found: CommunityInPeriod) -> Row:
    cycles = found.cycles
    counts = (
        (cycles.immediate, records.ACTIVITY_ID),
        (cycles.potential, artifacts.ID),
        (cycles.applied, reuse.USES_ID),
        (cycles.realised, indicators.ID),
        (cycles.reframing, records.REVISIONS_ID),
    )
    return row(
        _name(view, found),
        _vitality(view, found.vitality),
        _before(view, found.a_year_before),
        *(number(view.words, len(each), f"#{place}") for each, place in counts),
        plain_text(hours_text(view, found.time)),
    )


def _name(view: ReportView, found: CommunityInPeriod) -> Line:
    name = community_name(view, found.community)
    if found.lifecycle.value == "active":
        return (name,)
    return (name, Span(text=" "), Span(text=view.word("lifecycle", found.lifecycle.value), mark="tag"))


def _vitality(view: ReportView, vitality: Vitality) -> Line:
    return (Span(text=view.word("vitality", vitality.state.value), mark=f"vitality {vitality.state.value}"),)


def _before(view: ReportView, vitality: Vitality | None) -> Line:
    if vitality is None:
        return (Span(text=view.phrase("report.communities.not_begun"), mark="faint"),)
    return _vitality(view, vitality)
