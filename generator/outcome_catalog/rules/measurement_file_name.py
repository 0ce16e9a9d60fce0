"""The file with an indicator's values is found by the indicator's name.

`measurements/hours-to-answer.yml` holds the values of the indicator `hours-to-answer` and of no other; so a value is
added where everybody expects it, and no indicator has its values in two files.

Fails:

    # communities/support-guild/measurements/hours.yml
    indicator: hours-to-answer

Passes:

    # communities/support-guild/measurements/hours-to-answer.yml
    indicator: hours-to-answer
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Severity
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.rules.rule import Rule


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each measurement file that is not named after its indicator."""
    for community in catalog.communities.values():
        for measurement in community.measurements.values():
            name = PurePosixPath(measurement.origin.path).stem
            if measurement.indicator != name:
                yield RULE.finding(
                    measurement.origin.value("indicator"),
                    f'the file {name}.yml holds values of "{measurement.indicator}"',
                    help=f"rename the file to {measurement.indicator}.yml, or write indicator: {name}",
                )


RULE = Rule(
    code="measurement-file-name",
    topic=Topic.CHAIN,
    severity=Severity.ERROR,
    summary="A file in measurements/ is not named after the indicator whose values it holds.",
    check=check,
)
