"""If the people who could use an output do not know that it exists, nothing happens.

Every expected output says who is meant to find it, with `for` and the ids of audiences in `organisation.yml`. What is
meant for nobody in particular appears on no audience's page and in no audience's feed.

Fails:

    # communities/support-guild/charter.yml
    expected_outputs:
      - id: answer-sheets
        title: Answer sheets
        kind: how-to
        standing: true

Passes:

    # communities/support-guild/charter.yml
    expected_outputs:
      - id: answer-sheets
        title: Answer sheets
        kind: how-to
        for: [support-leads]
        standing: true
"""

from collections.abc import Iterator

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Severity
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.nearest_names import list_of_names
from outcome_catalog.rules.rule import Rule


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each expected output without an audience."""
    names = list_of_names({audience.id for audience in catalog.organisation.audiences})
    for community in catalog.communities.values():
        for index, output in enumerate(community.charter.expected_outputs):
            if not output.audiences:
                yield RULE.finding(
                    community.charter.origin.value("expected_outputs", index),
                    f'nobody is named whom "{output.title}" is meant for',
                    help="add for: with the id of an audience of organisation.yml" + (f": {names}" if names else ""),
                )


RULE = Rule(
    code="output-for-nobody",
    topic=Topic.CHAIN,
    severity=Severity.ERROR,
    summary="An expected output names no audience.",
    check=check,
)
