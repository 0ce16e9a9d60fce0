"""An e-mail address joins the author of a commit to one person; with two there is no telling whose work it was.

Addresses are compared without regard to capitals. They are used to join commits to people and are never published. An
address that several people share, such as a team's mailbox, belongs to none of them.

Fails:

    # communities/people.yml
    people:
      - {id: support-lead, name: Support lead, emails: [desk@example.org]}
      - {id: support-coach, name: Support coach, emails: [Desk@example.org]}

Passes:

    # communities/people.yml
    people:
      - {id: support-lead, name: Support lead, emails: [support-lead@example.org]}
      - {id: support-coach, name: Support coach, emails: [support-coach@example.org]}
"""

from collections.abc import Iterator

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Related, Severity, Span
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.rules.reading.people import people_places
from outcome_catalog.rules.rule import Rule


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each e-mail address that stands in people.yml already; the message does not repeat it."""
    first: dict[str, Span] = {}
    for person, place in people_places(catalog):
        for number, email in enumerate(person.emails):
            here = place("emails", number)
            earlier = first.setdefault(email.casefold(), here)
            if earlier != here:
                yield RULE.finding(
                    here,
                    f'this e-mail address of "{person.id}" stands in people.yml already',
                    help="leave it with the person whose commits carry it",
                    related=(Related(message="stands here first", span=earlier),),
                )


RULE = Rule(
    code="duplicate-email",
    topic=Topic.NAMES,
    severity=Severity.ERROR,
    summary="An e-mail address stands twice in people.yml.",
    check=check,
)
