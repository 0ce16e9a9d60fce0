"""``outcomes report``: what a period brought, as it goes before a budget review."""

from datetime import date
from pathlib import Path

import click
from rapidfuzz import fuzz, process

from outcome_catalog.cli.output_file import put_in_place, refuse_unwritable
from outcome_catalog.cli.project import as_of_option, day_of_figures, project_option
from outcome_catalog.insights.compute import figures
from outcome_catalog.insights.period_report.compute import period_report
from outcome_catalog.insights.period_report.figures import ReportedPeriod
from outcome_catalog.insights.period_report.periods import reported_period, reported_periods
from outcome_catalog.insights.period_report.records import ReportRecords, report_records
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.ids import CommunityId
from outcome_catalog.nearest_names import did_you_mean, list_of_names, nearest_name, quoted
from outcome_catalog.pipeline import load_catalog
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.pages.left_out import not_shown_sentence
from outcome_catalog.publish.reports.formats import FORMATS, Format
from outcome_catalog.publish.reports.view import ReportView, events_by_id
from outcome_catalog.publish.site_settings import SiteSettings
from outcome_catalog.publish.spoken_kinds import with_spoken_kinds
from outcome_catalog.publish.words import words
from outcome_catalog.reporters import REPORTERS
from outcome_catalog.resources import cache_folder

_NEAREST = 5
_HOW_TO_WRITE = "Write a month as 2026-09, a quarter as 2026-Q3, a year as 2026 or 2025/26, or all for all time."


@click.command(short_help="Say what a month, a quarter or a year brought.")
@click.argument("period")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="md", show_default=True, help="How.")
@click.option("--community", metavar="SLUG", help="Only this community.")
@click.option(
    "-o",
    "--output",
    "target",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write to FILE, whole or not at all, instead of the terminal.",
)
@as_of_option
@project_option
def report(period: str, form: str, community: str | None, target: Path | None, as_of: date | None, root: Path) -> None:
    """Say what PERIOD brought: promised and delivered, reuse by grade, indicators, benefit beside the time invested.

    PERIOD is a month (2026-09), a quarter (2026-Q3), a year (2026, or 2025/26 where the reporting year begins within a
    calendar year), or all.
    """
    if target is not None:
        refuse_unwritable(target)
    catalog = _catalog(root, as_of)
    records = report_records(catalog, figures(catalog))
    reported = _period(period, records)
    found = period_report(records, reported, None if community is None else _community(community, catalog))
    spoken = words(catalog.organisation.settings.language)
    context = PublishContext(
        catalog=with_spoken_kinds(catalog, spoken),
        figures=records.figures,
        site=_site(root, catalog, FORMATS[form]),
        words=spoken,
    )
    text = FORMATS[form].text(ReportView(report=found, context=context, events=events_by_id(context)))
    if target is None:
        click.echo(text.encode("utf-8"), nl=False)
    else:
        put_in_place(target, text)


def _catalog(root: Path, as_of: date | None) -> Catalog:
    """The catalog in *root*; says what is left out of it, and ends the command where there is none."""
    loaded = load_catalog(root, as_of=day_of_figures(root, as_of), cache=cache_folder(root))
    if loaded.catalog is None:
        click.echo(REPORTERS["text"](loaded.report))
        raise click.exceptions.Exit(1)
    left_out = len(loaded.catalog.left_out)
    if left_out:
        documents = "1 document is" if left_out == 1 else f"{left_out} documents are"
        click.echo(f"{documents} left out for errors, and in no figure; “outcomes check” says why.", err=True)
    later = not_shown_sentence(loaded.catalog, words(loaded.catalog.organisation.settings.language))
    if later:
        click.echo(later, err=True)
    return loaded.catalog


def _period(text: str, records: ReportRecords) -> ReportedPeriod:
    """The period called *text*; a usage error with the nearest ones where there is none."""
    reported = reported_period(text, records)
    if reported is not None:
        return reported
    labels = [known.label for known in reported_periods(records)]
    nearest = [
        label for label, _, _ in process.extract(text[: _NEAREST * 4], labels, scorer=fuzz.ratio, limit=_NEAREST)
    ]
    raise click.UsageError(
        f"there is no period {quoted(text)} that had begun by {records.as_of}.\n{_HOW_TO_WRITE}\n"
        f"Among those with a report: {', '.join(nearest)}."
    )


def _community(slug: str, catalog: Catalog) -> CommunityId:
    """The community called *slug*, today or formerly; a usage error with the nearest one where there is none."""
    found = catalog.community(slug)
    if found is not None:
        return found.id
    names = list_of_names(catalog.communities)
    known = "" if names is None else f"\nThere are: {names}."
    nearest = did_you_mean(nearest_name(slug, catalog.communities))
    raise click.UsageError(f"there is no community {quoted(slug)}{nearest}{known}")


def _site(root: Path, catalog: Catalog, form: Format) -> SiteSettings:
    """Where the site and the repository stand, for a format that leads there."""
    if not form.has_links:
        return SiteSettings(name=catalog.organisation.name)
    from outcome_catalog.mkdocs_plugin.configured_site import configured_site  # noqa: PLC0415 - MkDocs takes long

    return configured_site(root, catalog)
