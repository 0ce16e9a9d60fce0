"""The lines of a report's table of comma-separated values, section by section."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from outcome_catalog.model.ids import ArtifactRef
from outcome_catalog.publish.reports.data import types
from outcome_catalog.publish.reports.data.sources import file_source
from outcome_catalog.publish.reports.view import ReportView

_SHORT_COMMIT = 12
Value = str | float | bool | object | None


class CsvRow(NamedTuple):
    """One figure of one item, or one record behind it; *item* is an id, *title* the same for people."""

    section: str
    community: str | None = None
    item: str | None = None
    title: str | None = None
    figure: str = ""
    value: Value = None
    unit: str | None = None
    grade: str | None = None
    path: str | None = None
    line: int | None = None
    commit: str | None = None


def csv_rows(view: ReportView, report: types.Report) -> Iterator[CsvRow]:
    """Every line, in the order of the report's sections."""
    for section in SECTIONS:
        yield from section(view, report)


def _figures(row: CsvRow, values: Iterable[tuple[str, Value]]) -> Iterator[CsvRow]:
    """A line for each figure of one item that there is; its state says why one is not there, such as *not measured*."""
    for figure, value in values:
        if value is not None:
            yield row._replace(figure=figure, value=value)


def _at(row: CsvRow, source: types.Source) -> CsvRow:
    commit = None if source.commit is None else source.commit[:_SHORT_COMMIT]
    return row._replace(path=source.path, line=source.line, commit=commit)


def _artifact(view: ReportView, row: CsvRow, ref: str) -> CsvRow:
    """*row* as the line of an artifact; one that was left out has no file to name."""
    found = view.context.catalog.artifact(ref)
    named = row._replace(item=row.item or ref, value=ref)
    return named if found is None else _at(named, file_source(view.context.catalog, found.origin.path))


def _period(_view: ReportView, report: types.Report) -> Iterator[CsvRow]:
    row = CsvRow(section="period", item=report.period.slug, title=report.period.label)
    yield from _figures(
        row,
        (
            ("organisation", report.organisation), ("community", report.community), ("start", report.period.start),
            ("end", report.period.end), ("judged on", report.period.judged_on), ("as of", report.as_of),
            ("is over", report.period.is_over), ("history", report.history),
        ),
    )  # fmt: skip
    yield row._replace(figure="commit", value=report.commit, commit=report.commit)
    for path in report.left_out:
        yield row._replace(figure="left out", value=path, path=path)


def _funnel(view: ReportView, report: types.Report) -> Iterator[CsvRow]:
    funnel = report.funnel
    row = CsvRow(section="funnel")
    yield row._replace(item="immediate", figure="count", value=funnel.immediate.count, unit="commits")
    for commit in funnel.immediate.commits:
        yield row._replace(item="immediate", figure="commit", value=commit, commit=commit)
    yield row._replace(item="potential", figure="count", value=funnel.potential.count, unit="artifacts")
    for ref in funnel.potential.artifacts:
        community = ref.partition("/")[0]
        yield _artifact(view, row._replace(item="potential", figure="artifact", community=community), ref)
    yield row._replace(item="applied", figure="count", value=funnel.applied.count, unit="uses")
    yield row._replace(item="realised", figure="count", value=funnel.realised.count, unit="indicators")
    for indicator in funnel.realised.indicators:
        community = indicator.partition("/")[0]
        yield row._replace(item="realised", figure="indicator", value=indicator, community=community)
    yield row._replace(item="reframing", figure="count", value=funnel.reframing.count, unit="revisions")
    for revision in funnel.reframing.revisions:
        found = row._replace(item="reframing", figure="revision", value=revision.change, community=revision.community)
        yield found._replace(title=revision.date.isoformat())


def _communities(_view: ReportView, report: types.Report) -> Iterator[CsvRow]:
    for found in report.communities:
        blank = CsvRow(section="communities", community=found.id, item=found.id, title=found.title)
        row = _at(blank, found.source)
        before, counts, time = found.a_year_before, found.funnel, found.time
        yield from _figures(
            row,
            (
                ("lifecycle", found.lifecycle), ("vitality", found.vitality.state),
                ("vitality a year before", None if before is None else before.state),
                ("immediate", counts.immediate), ("potential", counts.potential), ("applied", counts.applied),
                ("realised", counts.realised), ("reframing", counts.reframing),
            ),
        )  # fmt: skip
        hours = (
            ("time at least", None if time is None else time.low),
            ("time at most", None if time is None else time.high),
        )
        yield from _figures(row._replace(unit="hours", grade="estimated" if time and time.estimated else None), hours)


def _promises(view: ReportView, report: types.Report) -> Iterator[CsvRow]:
    for found in report.promises:
        row = CsvRow(section="promises", community=found.community, item=found.output, title=found.title)
        row = _at(row, found.source)
        counts = (
            ("fell due", found.due),
            ("kept", found.kept),
            ("owed", found.expected),
            ("delivered", len(found.delivered)),
        )
        yield from _figures(row, (("state", found.state), *counts))
        for ref in found.delivered:
            yield _artifact(view, row._replace(figure="delivered artifact"), ref)


def _roles(_view: ReportView, report: types.Report) -> Iterator[CsvRow]:
    for found in report.roles:
        row = CsvRow(
            section="roles",
            community=found.community,
            item=found.role,
            title=found.role,
            figure="state",
            value=found.state,
        )
        yield row
        if found.time is not None:
            yield row._replace(figure="agreed time", value=found.time.hours, unit=f"hours a {found.time.per.value}")
        yield from _figures(row, ((f"output {output.output}", output.state) for output in found.outputs))


def _reuse(_view: ReportView, report: types.Report) -> Iterator[CsvRow]:
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
            yield _at(told._replace(community=use.artifact.partition("/")[0]), source)
    for rough in reuse.dated_too_roughly:
        yield row._replace(item=rough, figure="dated too roughly", value=rough, unit=None)


def _indicators(_view: ReportView, report: types.Report) -> Iterator[CsvRow]:
    for found in report.indicators:
        row = CsvRow(
            section="indicators",
            community=found.community,
            item=found.id,
            title=found.title,
            figure="state",
            value=found.state,
        )
        row = _at(row, found.source)
        yield row
        for figure, value in (("baseline", found.baseline), ("latest", found.latest), ("target", found.target)):
            marked = row._replace(unit=found.unit, grade="estimated" if value is not None and value.estimated else None)
            yield from _figures(marked, ((figure, None if value is None else value.value),))
        moved = (("before the period", found.before), ("moved the right way", found.moved))
        yield from _figures(row._replace(unit=found.unit), moved)
        yield from _figures(row._replace(unit="share of the way"), (("progress", found.progress),))
        for measured in found.measured:
            yield row._replace(figure=f"measured {measured.date}", value=measured.value, unit=found.unit)
    for rollup in report.rollups:
        row = CsvRow(section="rollups", item=rollup.id, title=rollup.title, unit=rollup.unit)
        values = (("baseline", rollup.baseline), ("latest", rollup.latest), ("target", rollup.target))
        yield from _figures(row, values)
        yield from _figures(row._replace(unit="share of the way"), (("progress", rollup.progress),))


def _value(_view: ReportView, report: types.Report) -> Iterator[CsvRow]:
    for found in report.benefits:
        row = CsvRow(section="benefits", unit=found.unit, grade=found.grade)
        yield from _figures(row, (("at least", found.floor), ("at most", found.ceiling), ("uses", len(found.uses))))
    time = report.time
    row = CsvRow(section="time", unit="hours", grade="estimated" if time.estimated else None)
    yield from _figures(row, (("at least", time.low), ("at most", time.high)))
    for community in time.without:
        yield CsvRow(section="time", community=community, figure="not stated", value=None)


def _not_possible_before(_view: ReportView, report: types.Report) -> Iterator[CsvRow]:
    for found in report.not_possible_before:
        row = CsvRow(
            section="not possible before",
            community=found.community,
            item=found.id,
            figure=found.standing,
            value=found.text,
            grade=found.grade,
        )
        yield _at(row, found.source)


def _artifacts(view: ReportView, report: types.Report) -> Iterator[CsvRow]:
    states = (
        ("reused", report.artifacts.reused), ("waiting", report.artifacts.waiting),
        ("too young to judge", report.artifacts.too_young),
    )  # fmt: skip
    for state, refs in states:
        row = CsvRow(section="artifacts", figure=state, value=len(refs), unit="artifacts")
        yield row
        for ref in refs:
            found = view.context.catalog.artifacts[ArtifactRef(ref)]
            yield _artifact(view, row._replace(community=found.community, title=found.title, unit=None), ref)


SECTIONS: tuple[Callable[[ReportView, types.Report], Iterator[CsvRow]], ...] = (
    _period, _funnel, _promises, _roles, _reuse, _indicators, _value, _not_possible_before, _communities, _artifacts,
)  # fmt: skip
"""What the table is made of; a new section is a function and a name here."""
