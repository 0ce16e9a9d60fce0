"""Outcomes, and the indicators that show whether they come about."""

from outcome_catalog.insights.not_possible_before import statements
from outcome_catalog.model.catalog import Community
from outcome_catalog.model.charter import DatedValue, Indicator
from outcome_catalog.model.measurement import MeasuredValue, Measurement
from outcome_catalog.model.origin import Origin, Pointer
from outcome_catalog.publish.addresses import community_url
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.pages.indicator_chart import indicator_chart
from outcome_catalog.publish.pages.links import Meta, evidence_link, objective_link, written_link
from outcome_catalog.publish.pages.values import estimated, percent_text, value_text
from outcome_catalog.publish.provenance import source_fact
from outcome_catalog.publish.words import phrase, sentences_text


def outcome_metas(context: PublishContext, community: Community) -> list[Meta]:
    """Every outcome of *community* with its indicators, in the charter's order."""
    hopes = outcome_statements(context, community)
    return [
        _outcome(context, community, place) | {"not_possible_before": hopes.get(outcome.id)}
        for place, outcome in enumerate(community.charter.outcomes)
    ]


def outcome_statements(context: PublishContext, community: Community) -> dict[str, Meta]:
    """What each outcome of *community* says was not possible before, by its id, with what stands behind it."""
    found = statements(community, (), context.figures.communities[community.id].indicators)
    return {
        statement.outcome or "": {
            "text": statement.text,
            "standing": statement.standing.value.replace(" ", "-"),
            "standing_word": context.words["standing"][statement.standing.value],
            "why": sentences_text(context.words, statement.why),
        }
        for statement in found
    }


def _outcome(context: PublishContext, community: Community, place: int) -> Meta:
    outcome = community.charter.outcomes[place]
    outputs = {promise.id: promise.title for promise in community.charter.expected_outputs}
    return {
        "id": outcome.id,
        "title": outcome.title,
        "objective": None if outcome.objective is None else objective_link(context, outcome.objective),
        "from_outputs": [
            written_link(context, outputs.get(output, output), f"#output-{output}") for output in outcome.from_outputs
        ],
        "indicators": [
            indicator_meta(context, community, indicator, ("outcomes", place, "indicators", number))
            for number, indicator in enumerate(outcome.indicators)
        ],
    }


def indicator_fact(context: PublishContext, community: Community, indicator: Indicator) -> Meta:
    """An indicator in one line: where it started, where it stands, where it has to go, and what that is called."""
    figure = context.figures.communities[community.id].indicators[indicator.id]
    latest = figure.latest
    return written_link(context, indicator.title, f"{community_url(community.id)}#indicator-{indicator.id}") | {
        "id": indicator.id,
        "state": figure.state.value.replace(" ", "-"),
        "state_word": context.words["indicator_state"][figure.state.value],
        "why": sentences_text(context.words, figure.why),
        "baseline": _dated(context, indicator, indicator.baseline),
        "target": _dated(context, indicator, figure.target),
        "latest": None if latest is None else _dated(context, indicator, latest),
        "progress": None if figure.progress is None else percent_text(context, figure.progress),
        "is_estimated": figure.estimated,
    }


def indicator_meta(context: PublishContext, community: Community, indicator: Indicator, place: Pointer) -> Meta:
    """An indicator, which stands at *place* of the charter, with its chart, its values and where they are written."""
    figure = context.figures.communities[community.id].indicators[indicator.id]
    measurement = community.measurements.get(indicator.id)
    path = None if measurement is None else measurement.origin.path
    fact = indicator_fact(context, community, indicator)
    chart = indicator_chart(context, community, indicator, fact["why"])
    return fact | {
        "direction": context.words["direction"][indicator.direction.value],
        "measured_by": indicator.source,
        "baseline": _dated(context, indicator, indicator.baseline)
        | {"source": _written(context, community.charter.origin, *place, "baseline")},
        "targets": [
            _dated(context, indicator, target)
            | {"source": _written(context, community.charter.origin, *place, "targets", number)}
            for number, target in enumerate(indicator.targets)
        ],
        "measured": [_measured(context, indicator, measurement, value) for value in reversed(figure.values)],
        "chart_svg": chart.pop("svg"),
        "chart": chart,
        "note": None if measurement is None else measurement.note,
        "source": None
        if path is None
        else source_fact(context.site, path, commit=context.catalog.history.last_commit(path)),
    }


def _dated(context: PublishContext, indicator: Indicator, value: DatedValue | MeasuredValue) -> Meta:
    text = value_text(context, indicator, value.value)
    return {
        "text": estimated(context, text, value.estimated),
        "day": value.date.isoformat(),
        "comment": value.comment,
    }


def _measured(
    context: PublishContext, indicator: Indicator, measurement: Measurement | None, value: MeasuredValue
) -> Meta:
    """One value with its evidence and the line that it is written on; *is_early* where it is too early to be judged."""
    evidence = [evidence_link(context, text) for text in value.evidence]
    source = None
    if measurement is not None:
        source = _written(context, measurement.origin, "values", measurement.values.index(value))
    is_early = value.date <= indicator.baseline.date
    return _dated(context, indicator, value) | {"evidence": evidence, "source": source, "is_early": is_early}


def _written(context: PublishContext, origin: Origin, *place: str | int) -> Meta:
    """The line of a source file that says so, and the commit that last touched the file."""
    span = origin.value(*place)
    where = "value.charter_line" if place[0] == "outcomes" else "value.line"
    commit = context.catalog.history.last_commit(span.path)
    fact = source_fact(context.site, span.path, line=span.line, commit=commit)
    return fact | {"where": phrase(context.words, where, line=span.line)}
