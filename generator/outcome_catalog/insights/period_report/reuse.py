"""The reuse that began in a period: counted uses by grade and party, and what is shown without being counted.

A use began in a period where the stretch of days that its date leaves open lies in it whole; without a date, on the day
it was recorded. One whose stretch reaches over the period's edge is *dated too roughly* for it. All time holds all.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence

from outcome_catalog.insights.figures import NotCounted, Party
from outcome_catalog.insights.period_report.figures import PartyInPeriod, ReportedPeriod, ReuseInPeriod
from outcome_catalog.insights.period_report.records import DatedUse, ReportRecords
from outcome_catalog.insights.reach import party_key
from outcome_catalog.insights.uses import COUNTED_GRADES, Use, newest_first
from outcome_catalog.model.dates import Period
from outcome_catalog.model.ids import CommunityId


def uses_in_period(dated: Iterable[DatedUse], reported: ReportedPeriod) -> tuple[Use, ...]:
    """Those of the uses that began in the period, in their order."""
    return tuple(use.use for use in dated if began_in(use.began, reported))


def began_in(began: Period | None, reported: ReportedPeriod) -> bool:
    """Whether a use that *began* in that stretch of days certainly began in the period."""
    if reported.per is None:
        return True
    return began is not None and began.start in reported.period and (began.end or began.start) in reported.period


def reuse_in_period(
    records: ReportRecords, dated: Sequence[DatedUse], reported: ReportedPeriod, community: CommunityId | None
) -> ReuseInPeriod:
    """The reuse that began in the period: *dated* are the counted uses of *community*'s artifacts, or of all."""
    by_id = {use.id: use for use in uses_in_period(dated, reported)}
    found = tuple(by_id[event.id] for event in newest_first(use.best for use in by_id.values()))
    grades = Counter(use.best.grade for use in found)
    shown = tuple(
        event
        for event, began in records.shown
        if began_in(began, reported) and community in (None, records.producer(event))
    )
    reasons = Counter(event.not_counted for event in shown)
    reasons[NotCounted.SAME_USE] = sum(len(use.events) - 1 for use in found)
    return ReuseInPeriod(
        uses=found,
        by_grade={grade: grades[grade] for grade in COUNTED_GRADES},
        parties=_by_party(found, _party),
        units=_by_party([use for use in found if use.best.party.unit is not None], _unit),
        shown=shown,
        not_counted={reason: reasons[reason] for reason in NotCounted},
        dated_too_roughly=tuple(use.use.id for use in dated if _is_too_rough(use.began, reported)),
    )


def _is_too_rough(began: Period | None, reported: ReportedPeriod) -> bool:
    if began is None or reported.per is None or began_in(began, reported):
        return False
    end = reported.period.end or began.start
    return began.start <= end and (began.end or began.start) >= reported.period.start


def _by_party(found: Iterable[Use], shown: Callable[[Party], Party]) -> tuple[PartyInPeriod, ...]:
    """*found* by the part of their party that is *shown*, most uses first."""
    groups: dict[Hashable, list[Use]] = defaultdict(list)
    for use in found:
        groups[party_key(shown(use.best.party))].append(use)
    parties = [
        PartyInPeriod(
            party=shown(uses[0].best.party),
            uses=tuple(use.id for use in uses),
            by_grade={grade: sum(use.best.grade is grade for use in uses) for grade in COUNTED_GRADES},
        )
        for _, uses in sorted(groups.items())
    ]
    return tuple(sorted(parties, key=lambda party: -len(party.uses)))


def _party(party: Party) -> Party:
    """By what the party is told from others: its community where one is named, else its organisation, else its unit."""
    if party.community is not None:
        return Party(community=party.community)
    return Party(external=party.external) if party.external is not None else Party(unit=party.unit)


def _unit(party: Party) -> Party:
    return Party(unit=party.unit)
