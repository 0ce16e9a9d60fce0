"""A community makes sense for the enterprise through an objective that the enterprise really has.

`organisation.yml` lists the objectives in the words of the enterprise's own planning. A goal or an outcome that names
another one leads nowhere: whoever plans by that objective would not see the community that serves it. A role's own
objectives may also be written in words, such as *Answer two thirds of the first contacts*; a single word in small
letters is read as an id.

Fails:

    # communities/support-guild/charter.yml
    goal:
      organisation:
        - objective: answer-faste
          why: Customers wait too long.

Passes:

    # communities/support-guild/charter.yml
    goal:
      organisation:
        - objective: answer-faster
          why: Customers wait too long.
"""

import re
from collections.abc import Iterator

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Severity
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.charter import Charter
from outcome_catalog.rules.reading.references import Reference, unresolved
from outcome_catalog.rules.rule import Rule

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each objective that organisation.yml does not list."""
    known = {objective.id for objective in catalog.organisation.objectives}
    for community in catalog.communities.values():
        yield from unresolved(RULE, _references(community.charter), known, noun="objective of organisation.yml")


def _references(charter: Charter) -> Iterator[Reference]:
    origin = charter.origin
    for index, goal in enumerate(charter.goal.organisation):
        yield Reference(name=goal.objective, place=origin.value("goal", "organisation", index, "objective"))
    for index, member in enumerate(charter.goal.members):
        for number, objective in enumerate(member.objectives):
            if _ID.fullmatch(objective):
                yield Reference(name=objective, place=origin.value("goal", "members", index, "objectives", number))
    for index, outcome in enumerate(charter.outcomes):
        if outcome.objective is not None:
            yield Reference(name=outcome.objective, place=origin.value("outcomes", index, "objective"))


RULE = Rule(
    code="unknown-objective",
    topic=Topic.NAMES,
    severity=Severity.ERROR,
    summary="A goal, a role or an outcome names an objective that organisation.yml does not list.",
    check=check,
)
