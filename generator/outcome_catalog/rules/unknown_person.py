"""Credit, stewardship and confirmation go to people, and `people.yml` says who they are.

A person is named by an id. An author whose id is not in `people.yml` gets no credit, and a confirmation by somebody
unknown proves nothing. A catalog without a `people.yml` is not checked; somebody who should not be listed there can
be named in words, with `name`, as a steward, a sponsor or a witness of a reuse.

Fails:

    # communities/support-guild/artifacts/handle-a-call.md
    authors: [support-led]

Passes:

    # communities/support-guild/artifacts/handle-a-call.md
    authors: [support-lead]
"""

from collections.abc import Iterator

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Severity
from outcome_catalog.model.artifact import Artifact
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.charter import Charter
from outcome_catalog.rules.reading.references import Reference, unresolved
from outcome_catalog.rules.rule import Rule


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each person that people.yml does not list; none where there is no people.yml."""
    if catalog.people_register is not None:
        yield from unresolved(RULE, _references(catalog), catalog.people, noun="person of people.yml")


def _references(catalog: Catalog) -> Iterator[Reference]:
    for community in catalog.communities.values():
        yield from _people_of_charter(community.charter)
    for artifact in catalog.artifacts.values():
        yield from _people_of_artifact(artifact)
    for record in catalog.reuse_records():
        for index, confirmation in enumerate(record.confirmed_by):
            if confirmation.person is not None:
                place = record.origin.value("confirmed_by", index, "person")
                yield Reference(name=confirmation.person, place=place)


def _people_of_charter(charter: Charter) -> Iterator[Reference]:
    for index, sponsor in enumerate(charter.sponsors):
        if sponsor.person is not None:
            yield Reference(name=sponsor.person, place=charter.origin.value("sponsors", index, "person"))
    for index, steward in enumerate(charter.stewards):
        if steward.person is not None:
            yield Reference(name=steward.person, place=charter.origin.value("stewards", index, "person"))


def _people_of_artifact(artifact: Artifact) -> Iterator[Reference]:
    for number, author in enumerate(artifact.authors):
        yield Reference(name=author, place=artifact.origin.value("authors", number))
    for role, people in artifact.contributions.items():
        for number, person in enumerate(people):
            yield Reference(name=person, place=artifact.origin.value("contributions", role, number))


RULE = Rule(
    code="unknown-person",
    topic=Topic.NAMES,
    severity=Severity.ERROR,
    summary="Something names a person that people.yml does not list.",
    check=check,
)
