"""Every file of ``/api/v1/``: the whole catalog, each community, the organisation, all tables, and their index."""

from collections.abc import Iterator

from outcome_catalog.insights.period_report.periods import period_slug, reported_periods
from outcome_catalog.publish.addresses import api_url, report_url
from outcome_catalog.publish.api import organisation_types, schemas
from outcome_catalog.publish.api.catalog import published_catalog
from outcome_catalog.publish.api.communities import community_files
from outcome_catalog.publish.api.csv_tables import csv_tables
from outcome_catalog.publish.api.organisation import organisation_file
from outcome_catalog.publish.api.types import SCHEMA_VERSION
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.output import Output
from outcome_catalog.publish.reports.data.written import json_text

SCHEMAS = {
    "catalog": schemas.catalog_schema, "community": schemas.community_schema,
    "organisation": schemas.organisation_schema, "index": schemas.index_schema,
}  # fmt: skip
"""What gives the schema of each sort of file."""
_JSON, _CSV = "application/json", "text/csv"


def outputs(context: PublishContext) -> Iterator[Output]:
    """All files of data; the index, which names the others, comes last."""
    written = list(_written(context))
    files = [*(file for file, _ in written), *_report_files(context)]
    index = organisation_types.IndexFile(
        schema_version=SCHEMA_VERSION,
        as_of=context.catalog.as_of,
        site_url=context.site.url,
        files=(_data_file("index.json", "index"), *sorted(files, key=lambda file: file.url)),
    )
    for file, text in written:
        yield Output(path=file.url, content=text)
    for name, schema in SCHEMAS.items():
        yield Output(path=_schema_url(name), content=schema())
    yield Output(path=api_url("index.json"), content=json_text(index))


def _written(context: PublishContext) -> Iterator[tuple[organisation_types.DataFile, str]]:
    catalog = published_catalog(context)
    communities = tuple(community_files(context, catalog))
    organisation = organisation_file(context)
    yield _data_file("catalog.json", "catalog"), json_text(catalog)
    yield _data_file("organisation.json", "organisation"), json_text(organisation)
    for found in communities:
        yield _data_file(f"communities/{found.community.id}.json", "community"), json_text(found)
    for name, text in csv_tables(catalog, communities, organisation):
        yield organisation_types.DataFile(url=api_url(name), media_type=_CSV, schema=None), text


def _report_files(context: PublishContext) -> Iterator[organisation_types.DataFile]:
    """The files that stand beside the pages of the reports, which write them."""
    for reported in reported_periods(context.records):
        url = report_url(period_slug(reported.label))
        yield organisation_types.DataFile(url=f"{url}report.json", media_type=_JSON, schema=_schema_url("report"))
        yield organisation_types.DataFile(url=f"{url}report.csv", media_type=_CSV, schema=None)


def _data_file(name: str, schema: str) -> organisation_types.DataFile:
    return organisation_types.DataFile(url=api_url(name), media_type=_JSON, schema=_schema_url(schema))


def _schema_url(name: str) -> str:
    return api_url(f"{name}.schema.json")
