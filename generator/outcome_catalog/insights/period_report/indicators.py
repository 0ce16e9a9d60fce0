"""How each indicator of a community stood on the judged day, and how it moved within the period."""

from outcome_catalog.insights.indicators import indicator_figures
from outcome_catalog.insights.movement import movement
from outcome_catalog.insights.period_report.figures import IndicatorInPeriod, ReportedPeriod
from outcome_catalog.model.catalog import Catalog, Community
from outcome_catalog.model.dates import Period


def indicators_in_period(
    catalog: Catalog, community: Community, reported: ReportedPeriod
) -> tuple[IndicatorInPeriod, ...]:
    """The indicators of *community* in charter order; none for a community that had not begun by the judged day."""
    if community.charter.started > reported.judged_on:
        return ()
    figures = indicator_figures(catalog, community, reported.judged_on)
    within = Period(reported.period.start, reported.judged_on)
    return tuple(
        IndicatorInPeriod(
            community=community.id,
            outcome=outcome,
            indicator=indicator,
            figure=figures[indicator.id],
            measured=tuple(value for value in figures[indicator.id].values if value.date in within),
            movement=movement(community, indicator, within),
        )
        for outcome in community.charter.outcomes
        for indicator in outcome.indicators
    )
