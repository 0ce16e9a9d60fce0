"""A report as JSON, and the schema that it is valid against."""

import json

from outcome_catalog.publish.reports.data.report import report_data
from outcome_catalog.publish.reports.data.schema import json_schema
from outcome_catalog.publish.reports.data.types.report import Report
from outcome_catalog.publish.reports.data.written import json_text
from outcome_catalog.publish.reports.view import ReportView


def report_json(view: ReportView) -> str:
    """The whole report as one JSON document."""
    return json_text(report_data(view))


def report_schema() -> str:
    """The JSON Schema of :func:`report_json`."""
    schema = json_schema(Report, "A report on what a period brought")
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
