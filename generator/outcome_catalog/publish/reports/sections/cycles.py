"""The way from activity to learning, in five counts, each with the way to the records it was counted from."""

from outcome_catalog.insights.figures import Grade
from outcome_catalog.publish.reports.document import Section, Step, Steps
from outcome_catalog.publish.reports.sections import artifacts, indicators, records, reuse
from outcome_catalog.publish.reports.view import ReportView

ID = "cycles"


def section(view: ReportView) -> Section:
    """Activity, artifacts, reuse, indicators, revisions."""
    cycles = view.report.cycles
    counts = (
        ("immediate", len(cycles.immediate), records.ACTIVITY_ID),
        ("potential", len(cycles.potential), artifacts.ID),
        ("applied", len(cycles.applied), reuse.ID),
        ("realised", len(cycles.realised), indicators.ID),
        ("reframing", len(cycles.reframing), records.REVISIONS_ID),
    )
    details = {"applied": _grades(view), "realised": _indicators(view)}
    steps = tuple(
        Step(
            title=view.words["cycles"][name],
            count=count,
            means=view.phrase(f"report.cycles.{name}", n=count),
            url=f"#{place}",
            detail=details.get(name, ""),
        )
        for name, count, place in counts
    )
    return Section(id=ID, title=view.phrase("report.cycles.title"), blocks=(Steps(steps=steps),))


def _grades(view: ReportView) -> str:
    counts = view.report.reuse.by_grade
    verified, attested, claimed = (counts.get(g, 0) for g in (Grade.VERIFIED, Grade.ATTESTED, Grade.CLAIMED))
    if not view.report.reuse.uses:
        return ""
    return view.phrase("report.cycles.grades", verified=verified, attested=attested, claimed=claimed)


def _indicators(view: ReportView) -> str:
    measured = sum(bool(found.measured) for found in view.report.indicators)
    return view.phrase("report.cycles.measured", n=measured, of=len(view.report.indicators))
