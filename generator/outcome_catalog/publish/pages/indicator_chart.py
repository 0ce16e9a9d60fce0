"""The chart of an indicator: its points with what stands behind each, and what is missing at the present pace."""

from outcome_catalog.insights.figures import IndicatorFigure
from outcome_catalog.insights.projection import NoProjection, Projection, projection
from outcome_catalog.model.catalog import Community
from outcome_catalog.model.charter import DatedValue, Indicator, Measure
from outcome_catalog.model.measurement import MeasuredValue, Measurement
from outcome_catalog.publish.charts.indicator_line import Gap, IndicatorLine, indicator_line
from outcome_catalog.publish.charts.indicator_marks import Point, Sort
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.pages.links import Meta, address_link, artifact_ref_link, title_for_a_picture
from outcome_catalog.publish.pages.values import estimated, value_text
from outcome_catalog.publish.words import days_text, list_text, number_text, phrase


def indicator_chart(context: PublishContext, community: Community, indicator: Indicator, why: str) -> Meta:
    """The drawing, its unit and window in a line, what its marks mean, and where the present pace leads.

    *why* is the sentence on how the indicator stands, which the drawing's description repeats.
    """
    figure = context.figures.communities[community.id].indicators[indicator.id]
    ahead = projection(indicator, figure, context.catalog.as_of)
    line = _line(context, community, indicator, figure)
    told = _told(context, indicator, ahead)
    title = phrase(context.words, "chart.indicator_title", title=indicator.title)
    drawn = IndicatorLine(
        chart_id=f"chart-{indicator.id}",
        title=title,
        description=" ".join(part for part in (why, told) if part),
        gap=_gap(context, indicator, ahead) if isinstance(ahead, Projection) else None,
        **line,
    )
    return {
        "svg": indicator_line(drawn, context.words),
        "subtitle": _subtitle(context, indicator, figure),
        "shapes": _shapes(context, drawn),
        "projection": told,
        "projected": _projected(context, indicator, ahead) if isinstance(ahead, Projection) else None,
    }


def _line(context: PublishContext, community: Community, indicator: Indicator, figure: IndicatorFigure) -> Meta:
    measurement = community.measurements.get(indicator.id)
    answer = context.words["answer"]
    targets = [_point(context, indicator, target, Sort.TARGET) for target in indicator.targets]
    aim = targets[indicator.targets.index(figure.target)]
    return {
        "baseline": _point(context, indicator, indicator.baseline, Sort.BASELINE),
        "targets": targets,
        "values": [_measured(context, indicator, measurement, value) for value in figure.values],
        "aim": aim,
        "as_of": context.catalog.as_of,
        "answers": (answer["no"], answer["yes"]) if indicator.measure is Measure.YES_NO else None,
    }


def _point(context: PublishContext, indicator: Indicator, value: DatedValue, sort: Sort) -> Point:
    kind = phrase(context.words, "chart.kind_baseline" if sort is Sort.BASELINE else "chart.kind_target")
    return Point(
        day=value.date,
        value=float(value.value),
        text=_mark(context, indicator, value, kind),
        number=_number(context, indicator, value.value),
        sort=sort,
        estimated=value.estimated,
    )


def _measured(
    context: PublishContext, indicator: Indicator, measurement: Measurement | None, value: MeasuredValue
) -> Point:
    named = [
        title_for_a_picture(context, artifact_ref_link(context, text))
        if context.catalog.artifact(text)
        else address_link(text)["title"]
        for text in value.evidence
    ]
    kind = context.words["chart"]["kind_no_evidence"]
    if named:
        kind = phrase(context.words, "chart.kind_evidence", evidence=list_text(context.words, named))
    lines = [_mark(context, indicator, value, kind)]
    if measurement is not None:
        span = measurement.origin.value("values", measurement.values.index(value))
        lines.append(phrase(context.words, "chart.written_in", place=f"{span.path}:{span.line}"))
    return Point(
        day=value.date,
        value=float(value.value),
        text="\n".join(lines),
        number=_number(context, indicator, value.value),
        estimated=value.estimated,
        has_evidence=bool(named),
    )


def _mark(context: PublishContext, indicator: Indicator, value: DatedValue | MeasuredValue, kind: str) -> str:
    text = estimated(context, value_text(context, indicator, value.value), value.estimated)
    return f"{phrase(context.words, 'chart.mark', day=value.date, value=text)}\n{kind}"


def _number(context: PublishContext, indicator: Indicator, value: float | bool) -> str:
    """The value without its unit, which is said once over the drawing."""
    return value_text(context, indicator, value).removesuffix(f" {indicator.unit}")


def _gap(context: PublishContext, indicator: Indicator, ahead: Projection) -> Gap:
    text = value_text(context, indicator, ahead.value)
    kind = context.words["chart"]["kind_projected"]
    mark = phrase(context.words, "chart.mark", day=ahead.target.date, value=text)
    point = Point(
        day=ahead.target.date,
        value=ahead.value,
        text=f"{mark}\n{kind}",
        number=_number(context, indicator, ahead.value),
        sort=Sort.PROJECTED,
        estimated=ahead.is_estimated,
    )
    return Gap(point=point, text=_missing(context, ahead, ""), is_reached=ahead.is_reached)


def _missing(context: PublishContext, ahead: Projection, unit: str) -> str:
    """What is missing to the target or beyond it, in *unit* where one is given."""
    amount = number_text(context.words, abs(ahead.gap))
    if amount == number_text(context.words, 0):
        return phrase(context.words, "chart.just_reached" if ahead.is_reached else "chart.just_short")
    gap = f"{amount} {unit}".strip()
    return phrase(context.words, "chart.beyond_by" if ahead.is_reached else "chart.short_by", gap=gap)


def _told(context: PublishContext, indicator: Indicator, ahead: Projection | NoProjection) -> str:
    """Where the present pace leads, or why that cannot be told, as a sentence; empty where it needs none."""
    if isinstance(ahead, Projection):
        return phrase(
            context.words,
            "projection.told",
            since=ahead.since.date,
            latest=ahead.latest.date,
            value=value_text(context, indicator, ahead.value),
            day=ahead.target.date,
            gap=_missing(context, ahead, indicator.unit),
        )
    return "" if ahead is NoProjection.REACHED else str(context.words["projection"]["none"][ahead.value])


def _projected(context: PublishContext, indicator: Indicator, ahead: Projection) -> Meta:
    """The projected value as a row of the table."""
    return {
        "day": ahead.target.date.isoformat(),
        "text": value_text(context, indicator, ahead.value),
        "gap": _missing(context, ahead, indicator.unit),
    }


def _subtitle(context: PublishContext, indicator: Indicator, figure: IndicatorFigure) -> str:
    """The unit, and the days from the first value to the last that is known or wanted."""
    days = [indicator.baseline.date, context.catalog.as_of, *(target.date for target in indicator.targets)]
    days += [value.date for value in figure.values]
    window = days_text(context.words, min(days), max(days))
    unit = context.words["chart"]["yes_or_no"] if indicator.measure is Measure.YES_NO else indicator.unit
    return phrase(context.words, "chart.unit_and_days", unit=unit, days=window)


def _shapes(context: PublishContext, line: IndicatorLine) -> list[str]:
    """What the shapes mean, of those alone that occur."""
    words = context.words["chart"]
    keys = [words["key_bare"]] if any(not point.has_evidence for point in line.values) else []
    if any(point.estimated for point in (line.baseline, *line.targets, *line.values)):
        keys.append(words["key_estimated"])
    return keys
