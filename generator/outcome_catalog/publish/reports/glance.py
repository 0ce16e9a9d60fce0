"""The report in one look: five answers, each figure of them with the way to its records."""

from outcome_catalog.insights.figures import BenefitSum, Grade, IndicatorState, OutputState, ReuseState
from outcome_catalog.insights.not_possible_before import Standing
from outcome_catalog.publish.pages.reuse_entries import range_text
from outcome_catalog.publish.reports.document import Facts, Line, Span
from outcome_catalog.publish.reports.lines import counted, joined, plain_text, sentence
from outcome_catalog.publish.reports.sections import (
    artifacts,
    benefit,
    indicators,
    not_possible_before,
    promises,
    reuse,
)
from outcome_catalog.publish.reports.view import ReportView
from outcome_catalog.publish.words import clause_break

_MOST_SUMS = 4


def in_one_look(view: ReportView) -> Facts:
    """What was promised and kept, who reuses it, what moved, what it brought and cost, what was not possible before."""
    words = view.words["report"]["glance"]
    answers = (
        ("promised", _promised(view)),
        ("reused", _reused(view)),
        ("moved", _moved(view)),
        ("brought", _brought(view)),
        ("not_before", _not_before(view)),
    )
    return Facts(facts=tuple((words[name], line) for name, line in answers))


def _promised(view: ReportView) -> Line:
    found = view.report.promises
    due, kept = (sum(counts) for counts in ([p.due or 0 for p in found], [p.kept or 0 for p in found]))
    came_in = counted(view.words, "report.glance.came_in", len(view.report.cycles.potential), f"#{artifacts.ID}")
    if not due:
        return (*sentence(view.words, "report.glance.nothing_due", came_in=came_in), *_still_missing(view))
    place = f"#{promises.ID}"
    kept_and_owed = sentence(
        view.words,
        "report.glance.kept",
        n=due,
        due=counted(view.words, "report.glance.promises", due, place),
        kept=Span(text=view.phrase("report.glance.of_them_kept", n=kept), url=place, mark="strong"),
        owed=sum(promise.expected or 0 for promise in found),
        delivered=counted(view.words, "report.delivered_count", sum(p.fulfilled or 0 for p in found), place),
        came_in=came_in,
    )
    return (*kept_and_owed, *_still_missing(view))


def _still_missing(view: ReportView) -> Line:
    """How many promises of earlier periods are open still; nothing where none is."""
    missing = sum(p.is_carried_on and p.state is not OutputState.MET for p in view.report.promises)
    if not missing:
        return ()
    return (Span(text=" "), Span(text=view.phrase("report.glance.still_missing", n=missing), url=f"#{promises.ID}"))


def _reused(view: ReportView) -> Line:
    found = view.report.reuse
    waiting = len(view.report.artifacts.get(ReuseState.WAITING, ()))
    rest = sentence(
        view.words,
        "report.glance.waiting",
        n=waiting,
        waiting=counted(view.words, "report.glance.waiting_artifacts", waiting, f"#{artifacts.WAITING_ID}"),
    )
    if not found.uses:
        return (*plain_text(view.phrase("report.glance.no_use")), Span(text=" "), *rest)
    grades = {grade: found.by_grade.get(grade, 0) for grade in (Grade.VERIFIED, Grade.ATTESTED, Grade.CLAIMED)}
    line = sentence(
        view.words,
        "report.glance.uses",
        n=len(found.uses),
        uses=counted(view.words, "report.glance.use_count", len(found.uses), f"#{reuse.ID}"),
        undated=view.phrase("report.glance.undated", n=sum(use.opening.date is None for use in found.uses)),
        parties=Span(text=view.phrase("report.glance.parties", n=len(found.parties)), url=f"#{reuse.PARTIES_ID}"),
        verified=grades[Grade.VERIFIED],
        attested=grades[Grade.ATTESTED],
        claimed=grades[Grade.CLAIMED],
    )
    return (*line, Span(text=" "), *rest)


def _moved(view: ReportView) -> Line:
    found = view.report.indicators
    if not found:
        return plain_text(view.phrase("report.indicators.none"))
    states = [indicator.figure.state for indicator in found]
    place = f"#{indicators.ID}"
    return sentence(
        view.words,
        "report.glance.indicators",
        n=len(found),
        number=len(found),
        moved=counted(view.words, "report.glance.moved_count", len(view.report.cycles.realised), place),
        achieved=_told(view, "report.glance.achieved", states.count(IndicatorState.ACHIEVED), place),
        unmeasured=_told(view, "report.glance.unmeasured", states.count(IndicatorState.NOT_MEASURED), place),
    )


def _told(view: ReportView, key: str, number: int, place: str) -> Span:
    """What is said beside the figure that counts most; a number that is not zero leads to *place*."""
    return Span(text=view.phrase(key, n=number), url=place if number else None)


def _brought(view: ReportView) -> Line:
    place = f"#{benefit.ID}"
    found = view.report.benefits
    hours = Span(text=benefit.hours_text(view, view.report.time), url=place)
    stated = view.report.time.low is not None
    invested = sentence(
        view.words, "report.glance.invested" if stated else "report.glance.invested_not_stated", hours=hours
    )
    if not found:
        return (*plain_text(view.phrase("report.glance.no_benefit")), Span(text=" "), *invested)
    sums = [(Span(text=_sum(view, each), url=place, mark="strong"),) for each in found[:_MOST_SUMS]]
    if len(found) > _MOST_SUMS:
        sums.append((Span(text=view.phrase("list.and_more", n=len(found) - _MOST_SUMS), url=place),))
    return (*joined(sums, clause_break(view.words)), Span(text=". "), *invested)


def _sum(view: ReportView, found: BenefitSum) -> str:
    text = range_text(view.context, found.floor, found.ceiling, found.unit) or ""
    grade = view.word("grade", found.grade.value)
    key = "report.glance.sum_estimated" if found.estimated else "report.glance.sum"
    return view.phrase(key, sum=text, grade=grade)


def _not_before(view: ReportView) -> Line:
    found = [
        statement for statement in view.report.not_possible_before if statement.standing is not Standing.NOT_COUNTED
    ]
    if not found:
        return plain_text(view.phrase("report.not_possible_before.none"))
    standings = [statement.standing for statement in found]
    return sentence(
        view.words,
        "report.glance.statements",
        n=len(found),
        statements=counted(view.words, "report.glance.statement_count", len(found), f"#{not_possible_before.ID}"),
        proven=standings.count(Standing.PROVEN),
        reached=standings.count(Standing.REACHED),
        claimed=standings.count(Standing.CLAIMED),
        hoped=standings.count(Standing.HOPED_FOR),
    )
