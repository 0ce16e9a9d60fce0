"""What communities did in a period, as lines of the table: cycles, promises, roles."""

from collections.abc import Iterator

from outcome_catalog.publish.reports.csv_row import CsvRow, artifact_row, at, figures_of
from outcome_catalog.publish.reports.data.types.report import Report
from outcome_catalog.publish.reports.view import ReportView


def period(_view: ReportView, report: Report) -> Iterator[CsvRow]:
    """The days of the report, and what its figures rest on."""
    row = CsvRow(section="period", item=report.period.slug, title=report.period.label)
    yield from figures_of(
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


def funnel(view: ReportView, report: Report) -> Iterator[CsvRow]:
    """The value cycles and their records."""
    funnel = report.funnel
    row = CsvRow(section="funnel")
    yield row._replace(item="immediate", figure="count", value=funnel.immediate.count, unit="commits")
    for commit in funnel.immediate.commits:
        yield row._replace(item="immediate", figure="commit", value=commit, commit=commit)
    yield row._replace(item="potential", figure="count", value=funnel.potential.count, unit="artifacts")
    for ref in funnel.potential.artifacts:
        community = ref.partition("/")[0]
        yield artifact_row(view, row._replace(item="potential", figure="artifact", community=community), ref)
    yield row._replace(item="applied", figure="count", value=funnel.applied.count, unit="uses")
    yield row._replace(item="realised", figure="count", value=funnel.realised.count, unit="indicators")
    for indicator in funnel.realised.indicators:
        community = indicator.partition("/")[0]
        yield row._replace(item="realised", figure="indicator", value=indicator, community=community)
    yield row._replace(item="reframing", figure="count", value=funnel.reframing.count, unit="revisions")
    for revision in funnel.reframing.revisions:
        found = row._replace(item="reframing", figure="revision", value=revision.change, community=revision.community)
        yield found._replace(title=revision.date.isoformat())


def communities(_view: ReportView, report: Report) -> Iterator[CsvRow]:
    """Each community's figures."""
    for found in report.communities:
        blank = CsvRow(section="communities", community=found.id, item=found.id, title=found.title)
        row = at(blank, found.source)
        before, counts, time = found.a_year_before, found.funnel, found.time
        yield from figures_of(
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
        yield from figures_of(row._replace(unit="hours", grade="estimated" if time and time.estimated else None), hours)


def promises(view: ReportView, report: Report) -> Iterator[CsvRow]:
    """What fell due, and what was delivered for it."""
    for found in report.promises:
        row = CsvRow(section="promises", community=found.community, item=found.output, title=found.title)
        row = at(row, found.source)
        counts = (
            ("fell due", found.due),
            ("kept", found.kept),
            ("owed", found.expected),
            ("delivered", len(found.delivered)),
        )
        yield from figures_of(row, (("state", found.state), *counts))
        for ref in found.delivered:
            yield artifact_row(view, row._replace(figure="delivered artifact"), ref)


def roles(_view: ReportView, report: Report) -> Iterator[CsvRow]:
    """What the work of each role became."""
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
        yield from figures_of(row, ((f"output {output.output}", output.state) for output in found.outputs))
