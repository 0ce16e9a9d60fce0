"""The whole report on a period, counted by hand, in the shape in which the command writes it.

Texts for people (why, reason, note, url) are left out: they say the figures again in words.
"""

import datetime
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from tests.recount.benefits import benefits
from tests.recount.days import Day, Span, day_of, period_named
from tests.recount.funnel import applied_uses, began_in, counted_uses, funnel, offered, too_rough_for
from tests.recount.grades import GRADES
from tests.recount.indicators import Indicator, indicators
from tests.recount.known import Known, Repository
from tests.recount.lifecycles import state_on
from tests.recount.promises import Reported, promise_figure
from tests.recount.reuse_sources import Source
from tests.recount.reuse_uses import Use, uses
from tests.recount.roles import role_figures
from tests.recount.rollups import rollups
from tests.recount.source_files import Document
from tests.recount.statements import statements
from tests.recount.time_invested import time_invested
from tests.recount.vitality import vitality

REASONS = ("planned", "rejected", "internal", "withdrawn", "broken", "left out", "same use")
A_YEAR = datetime.timedelta(days=365)


@cache
def repository(root: Path) -> Repository:
    return Repository(root)


@cache
def known_on(root: Path, day: Day) -> Known:
    return Known(repository(root), day)


def report(root: Path, period: str, as_of: Day, community: str | None = None) -> dict[str, Any]:
    """The report on a period such as 2025-Q3, or on `all`, with what was known on *as_of*."""
    known = known_on(root, as_of)
    reported = reported_days(known, period)
    here = [
        name
        for name, charter in sorted(known.charters.items())
        if day_of(charter.data["started"]) <= reported.judged_on and community in (None, name)
    ]
    everywhere = [community] if community else sorted(known.charters)
    promises = [row for name in here for row in _promises(known, name, reported)]
    applied = applied_uses(known, reported, everywhere)
    began = [use for use in uses(known) if use.community in everywhere and began_in(use, reported)]
    return {
        "schema_version": "1.0",
        "organisation": known.files.organisation["name"],
        "community": community,
        "period": _period(known, period, reported),
        "as_of": as_of,
        "commit": known.history.head,
        "history": known.history.depth,
        "left_out": [],
        "funnel": _whole_funnel(known, reported, everywhere),
        "communities": [_community(known, name, reported) for name in here],
        "promises": promises,
        "roles": [row for name in here for row in role_figures(known, name, promises)],
        "reuse": _reuse(known, reported, applied, began, everywhere),
        "indicators": [_indicator(known, one, reported) for name in here for one in indicators(known, name)],
        "rollups": rollups(known, here, reported.judged_on),
        "benefits": benefits(known, applied),
        "time": _time(known, reported, here),
        "not_possible_before": statements(known, began, here, reported.judged_on),
        "artifacts": _artifacts(known, reported.judged_on, everywhere),
    }


def reported_days(known: Known, period: str) -> Reported:
    if period == "all":
        return Reported(Span(first_day(known), known.day), known.day, known.day, is_all_time=True)
    span = period_named(period, known.setting("reporting_year_starts", "01-01")).span
    return Reported(span, min(span.last, known.day), known.day, is_all_time=False)


def first_day(known: Known) -> Day:
    """The earliest day of anything: an artifact, a use, a value, a charter's start."""
    values = [value for community, name in known.files.measurements for value in known.values(community, name)]
    return min(
        *(day_of(charter.data["started"]) for charter in known.charters.values()),
        *(offered(known, ref) for ref in known.artifacts),
        *(use.span.first for use in counted_uses(known)),
        *(day_of(value["date"]) for value in values),
    )


def _period(known: Known, period: str, reported: Reported) -> dict[str, Any]:
    starts = known.setting("reporting_year_starts", "01-01")
    return {
        "label": period,
        "slug": re.sub(r"(\d\d)(\d\d)/(\d\d)", r"\1\2-\1\3", period),
        "per": None if reported.is_all_time else period_named(period, starts).per,
        "start": reported.span.first,
        "end": reported.span.last,
        "judged_on": reported.judged_on,
        "is_over": reported.is_over,
    }


def _whole_funnel(known: Known, reported: Reported, here: list[str]) -> dict[str, Any]:
    found = funnel(known, reported, here)
    names = {
        "immediate": "commits",
        "potential": "artifacts",
        "applied": "uses",
        "realised": "indicators",
        "reframing": "revisions",
    }
    return {cycle: {"count": len(found[cycle]), name: found[cycle]} for cycle, name in names.items()}


def _community(known: Known, name: str, reported: Reported) -> dict[str, Any]:
    charter, day = known.charters[name], reported.judged_on
    return {
        "id": name,
        "title": charter.data["title"],
        "lifecycle": state_on(charter, day),
        "source": _source(known, charter, 1),
        "vitality": vitality(known, name, day),
        "a_year_before": vitality(known, name, day - A_YEAR)
        if day_of(charter.data["started"]) <= day - A_YEAR
        else None,
        "funnel": {cycle: len(found) for cycle, found in funnel(known, reported, [name]).items()},
        "time": _rounded(time_invested(known, name, reported.judged_span)),
    }


def _promises(known: Known, community: str, reported: Reported) -> list[dict[str, Any]]:
    charter = known.charters[community]
    found = []
    for place, promised in enumerate(charter.data["expected_outputs"]):
        if figure := promise_figure(known, community, promised, reported):
            said = {key: promised[key] for key in ("due", "standing") if key in promised}
            found.append(
                {
                    "community": community,
                    "output": promised["id"],
                    "title": promised["title"],
                    "kind": promised["kind"],
                    "promise": promised.get("quantity", said),
                    **figure,
                    "source": _source(known, charter, charter.line("expected_outputs", place)),
                }
            )
    return found


def _source(known: Known, document: Document, line: int) -> dict[str, Any]:
    return {"path": document.path, "line": line, "commit": known.last_commit(document)}


def _reuse(known: Known, reported: Reported, applied: list[Use], began: list[Use], here: list[str]) -> dict[str, Any]:
    left = Counter(use.best.not_counted for use in began if not use.counted)
    left["same use"] = sum(len(use.sources) - 1 for use in applied)
    rough = [use.id for use in counted_uses(known) if use.community in here and too_rough_for(use, reported)]
    return {
        "counted": len(applied),
        "by_grade": _by_grade(applied),
        "not_counted": {reason: left[reason] for reason in REASONS},
        "parties": _by_party(applied, ("community", "external", "unit")),
        "units": _by_party(applied, ("unit",)),
        "dated_too_roughly": rough,
        "uses": [_use(known, use) for use in sorted(began, key=_counted_first_and_newest_first)],
    }


def _counted_first_and_newest_first(use: Use) -> tuple[bool, int, str]:
    return not use.counted, -use.span.first.toordinal(), use.id


def _by_grade(of: Iterable[Use]) -> dict[str, int]:
    counts = Counter(use.grade for use in of)
    return {grade: counts[grade] for grade in GRADES}


def _by_party(applied: list[Use], keys: tuple[str, ...]) -> list[dict[str, Any]]:
    groups: dict[tuple[str, str], list[Use]] = {}
    for use in applied:
        named = next(((key, use.best.used_by[key]) for key in keys if use.best.used_by[key]), None)
        if named and named[1]:
            groups.setdefault((named[0], named[1]), []).append(use)
    return [
        {
            **dict.fromkeys(("unit", "external", "community")),
            key: name,
            "counted": len(group),
            "by_grade": _by_grade(group),
            "uses": sorted(use.id for use in group),
        }
        for (key, name), group in sorted(
            groups.items(), key=lambda item: (-len(item[1]), item[0][0], item[0][1].casefold())
        )
    ]


def _use(known: Known, use: Use) -> dict[str, Any]:
    best, earliest, stating = use.best, use.earliest, next((one for one in use.sources if one.benefit), use.best)
    return {
        "id": use.id,
        "artifact": use.artifact,
        "used_by": best.used_by,
        "used_in": best.used_in,
        "mode": best.mode,
        "date": None if earliest.date is None else str(earliest.date),
        "recorded": earliest.recorded,
        "first_day": use.span.first,
        "grade": use.grade,
        "counted": use.counted,
        "not_counted": best.not_counted,
        "benefit": _benefit(stating),
        "sources": [_told_by(source) for source in use.sources],
    }


def _benefit(source: Source) -> dict[str, Any] | None:
    keys = ("statement", "indicator", "unit", "low", "high", "method", "not_possible_before")
    said = source.benefit
    return said and {**{key: said.get(key) for key in keys}, "estimated": bool(said.get("estimated", False))}


def _told_by(source: Source) -> dict[str, Any]:
    return {
        "id": source.id,
        "path": source.document.path,
        "line": source.line,
        "commit": source.commit and source.commit.id,
        "proof": source.proof and source.proof.id,
        "grade": source.grade,
    }


def _indicator(known: Known, one: Indicator, reported: Reported) -> dict[str, Any]:
    day, span = reported.judged_on, reported.judged_span
    moved = one.moved(span)
    measured = known.files.measurements.get((one.community, one.id))
    charter = known.charters[one.community]
    line = charter.line("outcomes", one.place[0], "indicators", one.place[1])
    return {
        "community": one.community,
        "outcome": one.outcome,
        **{key: one.data[key] for key in ("id", "title", "unit", "direction")},
        "measure": one.data.get("measure", "number"),
        "aggregation": one.data.get("aggregation", "none"),
        "baseline": _dated(one.baseline),
        "target": _dated(one.target(day)),
        "latest": _measured(one.latest(day)),
        "measured": [_measured(value) for value in one.measured(span)],
        "before": one.before(span)["value"],
        "moved": moved if moved is None or one.data["direction"] == "increase" else -moved,
        "state": one.state(day, known.day),
        "progress": one.progress(day),
        "time_gone": one.time_gone(day),
        "source": _source(known, measured, 1) if measured else _source(known, charter, line),
    }


def _dated(value: dict[str, Any]) -> dict[str, Any]:
    return {"date": str(value["date"]), "value": value["value"], "estimated": bool(value.get("estimated", False))}


def _measured(value: dict[str, Any] | None) -> dict[str, Any] | None:
    if value is None:
        return None
    return {**_dated(value), "evidence": value.get("evidence") or [], "comment": value.get("comment")}


def _time(known: Known, reported: Reported, here: list[str]) -> dict[str, Any]:
    every = {name: time_invested(known, name, reported.judged_span) for name in here}
    given = {name: time for name, time in every.items() if time is not None}
    return {
        "low": round(float(sum(time["low"] for time in given.values())), 2) if given else None,
        "high": round(float(sum(time["high"] for time in given.values())), 2) if given else None,
        "estimated": any(time["estimated"] for time in given.values()),
        "of": list(given),
        "without": [name for name, time in every.items() if time is None],
    }


def _rounded(time: dict[str, Any] | None) -> dict[str, Any] | None:
    return time and {key: time[key] if key == "estimated" else round(float(time[key]), 2) for key in time}


def _is_published(known: Known, artifact: Document) -> bool:
    """Published and not superseded; what a later artifact supersedes is not superseded yet."""
    status = artifact.data.get("status", "published")
    by = artifact.data.get("superseded_by")
    return status == "published" or (status == "superseded" and bool(by) and not known.artifact_today(by))


def _artifacts(known: Known, day: Day, here: list[str]) -> dict[str, list[str]]:
    used = {use.artifact for use in counted_uses(known) if use.span.first <= day}
    grace = datetime.timedelta(days=known.setting("first_reuse_grace_days", 90))
    found: dict[str, list[str]] = {"reused": [], "waiting": [], "too young to judge": []}
    for ref, artifact in known.artifacts.items():
        if artifact.community in here and _is_published(known, artifact):
            since = offered(known, ref)
            if since <= day:
                young = day - since < grace
                found["reused" if ref in used else "too young to judge" if young else "waiting"].append(ref)
    return found
