"""What came of it, as lines of the table: reuse, indicators, benefit, and what waits."""

from collections.abc import Iterator

from outcome_catalog.model.ids import ArtifactRef
from outcome_catalog.publish.reports.csv_row import CsvRow, artifact_row, at, figures_of
from outcome_catalog.publish.reports.data.types.report import Report
from outcome_catalog.publish.reports.view import ReportView


def reuse(_view: ReportView, report: Report) -> Iterator[CsvRow]:
    """Counts by grade and party, then every use by its sources."""
    reuse = report.reuse
    row = CsvRow(section="reuse", figure="counted uses", value=reuse.counted, unit="uses")
    yield row
    grades = reuse.by_grade
    for grade, count in (("verified", grades.verified), ("attested", grades.attested), ("claimed", grades.claimed)):
        yield row._replace(value=count, grade=grade)
    for kind, parties in (("party", reuse.parties), ("unit", reuse.units)):
        for party in parties:
            name = party.community or party.external or party.unit
            yield row._replace(item=name, figure=f"uses by {kind}", value=party.counted)
    for use in reuse.uses:
        figure = "use" if use.counted else f"not counted: {use.not_counted}"
        for source in use.sources:
            told = row._replace(
                item=use.id, figure=figure, value=use.artifact, unit=None, grade=use.grade, title=use.date
            )
            yield at(told._replace(community=use.artifact.partition("/")[0]), source)
    for rough in reuse.dated_too_roughly:
        yield row._replace(item=rough, figure="dated too roughly", value=rough, unit=None)


def indicators(_view: ReportView, report: Report) -> Iterator[CsvRow]:
    """Indicators from baseline to target, and those that are combined."""
    for found in report.indicators:
        row = CsvRow(
            section="indicators",
            community=found.community,
            item=found.id,
            title=found.title,
            figure="state",
            value=found.state,
        )
        row = at(row, found.source)
        yield row
        for figure, value in (("baseline", found.baseline), ("latest", found.latest), ("target", found.target)):
            marked = row._replace(unit=found.unit, grade="estimated" if value is not None and value.estimated else None)
            yield from figures_of(marked, ((figure, None if value is None else value.value),))
        moved = (("before the period", found.before), ("moved the right way", found.moved))
        yield from figures_of(row._replace(unit=found.unit), moved)
        yield from figures_of(row._replace(unit="share of the way"), (("progress", found.progress),))
        for measured in found.measured:
            yield row._replace(figure=f"measured {measured.date}", value=measured.value, unit=found.unit)
    for rollup in report.rollups:
        row = CsvRow(section="rollups", item=rollup.id, title=rollup.title, unit=rollup.unit)
        values = (("baseline", rollup.baseline), ("latest", rollup.latest), ("target", rollup.target))
        yield from figures_of(row, values)
        yield from figures_of(row._replace(unit="share of the way"), (("progress", rollup.progress),))


def value(_view: ReportView, report: Report) -> Iterator[CsvRow]:
    """Benefit as floor and ceiling, and the time beside it."""
    for found in report.benefits:
        row = CsvRow(section="benefits", unit=found.unit, grade=found.grade)
        yield from figures_of(row, (("at least", found.floor), ("at most", found.ceiling), ("uses", len(found.uses))))
    time = report.time
    row = CsvRow(section="time", unit="hours", grade="estimated" if time.estimated else None)
    yield from figures_of(row, (("at least", time.low), ("at most", time.high)))
    for community in time.without:
        yield CsvRow(section="time", community=community, figure="not stated", value=None)


def not_possible_before(_view: ReportView, report: Report) -> Iterator[CsvRow]:
    """The statements, with what stands behind each."""
    for found in report.not_possible_before:
        row = CsvRow(
            section="not possible before",
            community=found.community,
            item=found.id,
            figure=found.standing,
            value=found.text,
            grade=found.grade,
        )
        yield at(row, found.source)


def artifacts(view: ReportView, report: Report) -> Iterator[CsvRow]:
    """What is reused, what waits, and what is too young to judge."""
    states = (
        ("reused", report.artifacts.reused), ("waiting", report.artifacts.waiting),
        ("too young to judge", report.artifacts.too_young),
    )  # fmt: skip
    for state, refs in states:
        row = CsvRow(section="artifacts", figure=state, value=len(refs), unit="artifacts")
        yield row
        for ref in refs:
            found = view.context.catalog.artifacts[ArtifactRef(ref)]
            yield artifact_row(view, row._replace(community=found.community, title=found.title, unit=None), ref)
