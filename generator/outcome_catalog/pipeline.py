"""From a folder to a catalog and its findings: the only place that knows the order of the stages."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from outcome_catalog.assembly import assemble, catalog_as_of, wanted_introductions
from outcome_catalog.assembly.left_out import parted, with_names_of_moved_files
from outcome_catalog.diagnostics import Diagnostic, Report, Severity, Span
from outcome_catalog.history import read_history, with_days_ahead_noted
from outcome_catalog.model.catalog import Catalog, LeftOut
from outcome_catalog.rules import findings
from outcome_catalog.sources.discover import Role, discover
from outcome_catalog.sources.document import Document
from outcome_catalog.sources.read import read_document
from outcome_catalog.validation.check import schema_diagnostics
from outcome_catalog.validation.kinds import KindSet, shipped_and_own_kinds

_ORGANISATION = "communities/organisation.yml"
_PEOPLE = "communities/people.yml"
_NEVER_LEFT_OUT_FOR_RULES = frozenset({Role.ORGANISATION, Role.PEOPLE, Role.KIND})


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadResult:
    """What a folder holds: the catalog of all that is without an error, and every finding.

    *catalog* is None where there is no organisation to publish for; the report then says so.
    """

    catalog: Catalog | None
    report: Report


def load_catalog(
    root: Path, *, as_of: date | None = None, cache: Path | None = None, today: date | None = None
) -> LoadResult:
    """The catalog in *root* as of a day (default: :func:`default_day`), and all findings; bad input raises nothing.

    Everything that lies there is checked; what was recorded after the day is then left out of the catalog. *today* is
    the day of reading, by which it is judged what lies in the future (default: this day, in UTC). *cache* is a folder
    in which the history is kept between runs, None to keep nothing.
    """
    discovery = discover(root)
    own = tuple(read_document(root, file) for file in discovery.files)
    kinds = shipped_and_own_kinds(own)
    found = [*discovery.diagnostics, *_document_diagnostics(own, kinds)]
    sound, left_out = parted(own, found)
    today = today or datetime.now(UTC).date()
    history = with_days_ahead_noted(read_history(root, wanted_introductions(sound), cache), today)
    day = as_of or default_day()
    put_together = partial(assemble, kinds=kinds.kinds, history=history, as_of=day, files=discovery.media)
    left_out = with_names_of_moved_files(left_out, history)
    catalog = _read_on(today, put_together(sound, left_out=left_out))
    if catalog is None:
        return LoadResult(catalog=None, report=Report.of([*found, _not_checked_against(_ORGANISATION)]))
    broken_rules = (*map(_not_checked_against, _needed_by_others(left_out)), *findings(catalog))
    holding, left_out_for_rules = parted(sound, broken_rules, keep=_NEVER_LEFT_OUT_FOR_RULES)
    if left_out_for_rules:
        left_out = tuple(sorted((*left_out, *left_out_for_rules), key=lambda document: document.path))
        catalog = _read_on(today, put_together(holding, left_out=left_out))
    return LoadResult(catalog=catalog and catalog_as_of(catalog, day), report=Report.of([*found, *broken_rules]))


def default_day() -> date:
    """The day figures are as of, in UTC: SOURCE_DATE_EPOCH where that is set, otherwise today (data-model §7)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal():
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return datetime.now(UTC).date()


def _read_on(today: date, catalog: Catalog | None) -> Catalog | None:
    """*catalog* with the day of reading, which is no earlier than the day it is as of."""
    return catalog and replace(catalog, read_on=max(catalog.as_of, today))


def _document_diagnostics(own: Iterable[Document], kinds: KindSet) -> Iterator[Diagnostic]:
    """What reading and the schemas find in each document."""
    for document in own:
        yield from document.diagnostics
        yield from schema_diagnostics(document, kinds)


def _needed_by_others(left_out: Iterable[LeftOut]) -> Iterator[str]:
    """The paths of the documents that others are checked against, of those that an error keeps out."""
    return (d.path for d in left_out if d.path == _PEOPLE or d.path.endswith("/charter.yml"))


def _not_checked_against(path: str) -> Diagnostic:
    return Diagnostic(
        code="references-not-checked",
        severity=Severity.WARNING,
        message=f"What other documents say of names in {path} was not checked: the file cannot be used.",
        span=Span(path=path),
        help="Mend this file first, then check again: there may be more to find.",
    )
