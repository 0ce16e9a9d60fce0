"""Objectives: which communities, outcomes and indicators stand behind each, and which have none."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from outcome_catalog.insights.indicator_rollups import indicator_rollups
from outcome_catalog.model.catalog import Community
from outcome_catalog.model.charter import Lifecycle, OrganisationGoal, Outcome
from outcome_catalog.model.ids import CommunityId, ObjectiveId
from outcome_catalog.model.organisation import Objective
from outcome_catalog.publish import addresses
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.output import Output
from outcome_catalog.publish.pages.community_outcomes import indicator_fact, outcome_statements
from outcome_catalog.publish.pages.community_rows import community_row
from outcome_catalog.publish.pages.links import Meta, address_link, community_link, objective_link, written_link
from outcome_catalog.publish.pages.rollups import rollup_meta
from outcome_catalog.publish.words import days_text, phrase


@dataclass(slots=True)
class Behind:
    """What stands behind an objective."""

    goals: list[tuple[Community, OrganisationGoal]] = field(default_factory=list)
    outcomes: list[tuple[Community, Outcome]] = field(default_factory=list)


def outputs(context: PublishContext) -> Iterator[Output]:
    """The list of objectives, and a page for each."""
    behind = _behind(context)
    objectives = context.catalog.organisation.objectives
    words = context.words["objectives"]
    meta = {
        "template": "objectives.html",
        "title": words["title"],
        "description": words["description"],
        "nav": 40,
        "nav_title": context.words["nav"]["objectives"],
        "objectives": [_row(context, objective, behind[objective.id]) for objective in objectives],
        "rollups": _rollups(context, None),
    }
    yield Output(path=addresses.page_path(addresses.objectives_url()), meta=meta)
    source = context.catalog.organisation.origin.path
    for objective in objectives:
        page = objective_meta(context, objective, behind[objective.id])
        yield Output(path=addresses.page_path(addresses.objective_url(objective.id)), meta=page, edit_source=source)


def _behind(context: PublishContext) -> Mapping[ObjectiveId, Behind]:
    behind: dict[ObjectiveId, Behind] = defaultdict(Behind)
    for community in context.catalog.communities.values():
        for reason in community.charter.goal.organisation:
            behind[reason.objective].goals.append((community, reason))
        for outcome in community.charter.outcomes:
            if outcome.objective is not None:
                behind[outcome.objective].outcomes.append((community, outcome))
    return behind


def _communities(behind: Behind) -> list[tuple[Community, str | None]]:
    """The communities that name the objective, as a goal (with why) or with an outcome alone; closed ones last."""
    reasons: dict[CommunityId, tuple[Community, str | None]] = {}
    for community, reason in behind.goals:
        reasons.setdefault(community.id, (community, reason.why))
    for community, _ in behind.outcomes:
        reasons.setdefault(community.id, (community, None))
    return sorted(reasons.values(), key=lambda pair: (_is_closed(pair[0]), pair[0].charter.title.casefold()))


def _is_closed(community: Community) -> bool:
    return community.charter.lifecycle is Lifecycle.CLOSED


def _open(behind: Behind) -> list[Community]:
    return [community for community, _ in _communities(behind) if not _is_closed(community)]


def _row(context: PublishContext, objective: Objective, behind: Behind) -> Meta:
    states = _indicator_states(context, behind)
    return objective_link(context, objective.id) | {
        "owner": objective.owner,
        "period": _period(context, objective),
        "is_served": bool(_open(behind)),
        "served_by": len(_open(behind)),
        "outcome_count": len(behind.outcomes),
        "communities": phrase(context.words, "count.communities", n=len(_open(behind))),
        "outcomes": phrase(context.words, "count.outcomes", n=len(behind.outcomes)),
        "states": states,
    }


def _indicator_states(context: PublishContext, behind: Behind) -> list[Meta]:
    """How many indicators stand how, in the order of the words."""
    found: Counter[str] = Counter()
    for community, outcome in behind.outcomes:
        figures = context.figures.communities[community.id].indicators
        found.update(figures[indicator.id].state.value for indicator in outcome.indicators)
    words = context.words["indicator_state"]
    return [
        {
            "state": state.replace(" ", "-"),
            "word": word,
            "count": found[state],
            "text": phrase(context.words, f"state_count.indicator_state.{state}", n=found[state]),
        }
        for state, word in words.items()
        if found[state]
    ]


def objective_meta(context: PublishContext, objective: Objective, behind: Behind) -> Meta:
    """All that an objective's page prints."""
    return {
        "template": "objective.html",
        "title": objective.title,
        "description": phrase(context.words, "objectives.page_description", title=objective.title),
        "id": objective.id,
        "owner": objective.owner,
        "period": _period(context, objective),
        "url": None if objective.url is None else address_link(objective.url),
        "is_served": bool(_open(behind)),
        "look": _look(context, behind),
        "communities": [community_row(context, community) | {"why": why} for community, why in _communities(behind)],
        "outcomes": [_outcome(context, community, outcome) for community, outcome in behind.outcomes],
        "rollups": _rollups(context, objective.id),
    }


def _look(context: PublishContext, behind: Behind) -> list[Meta]:
    """What stands behind an objective in figures: communities, outcomes, and how the indicators stand."""
    words = context.words["objectives"]
    states = _indicator_states(context, behind)
    closed = len(_communities(behind)) - len(_open(behind))
    too = [{"state": None, "text": phrase(context.words, "count.closed", n=closed)}] if closed else []
    measured = phrase(context.words, "count.indicators", n=sum(found["count"] for found in states))
    tiles: tuple[tuple[str, str, str, list[Meta]], ...] = (
        ("communities", words["communities"], phrase(context.words, "count.communities", n=len(_open(behind))), too),
        ("outcomes", words["outcomes_alone"], phrase(context.words, "count.outcomes", n=len(behind.outcomes)), []),
        ("outcomes", words["indicators"], measured, states),
    )
    has_communities = bool(_communities(behind))
    return [
        {
            "term": term,
            "text": text,
            "url": None if at == "communities" and not has_communities else f"#{at}",
            "parts": own,
        }
        for at, term, text, own in tiles
    ]


def _rollups(context: PublishContext, objective: ObjectiveId | None) -> list[Meta]:
    """What communities did together for *objective*, or whatever it is for where none is named."""
    figures = {name: own.indicators for name, own in context.figures.communities.items()}
    found = indicator_rollups(context.catalog, figures, objective=objective)
    return [rollup_meta(context, rollup, number) for number, rollup in enumerate(found, start=1)]


def _outcome(context: PublishContext, community: Community, outcome: Outcome) -> Meta:
    return written_link(context, outcome.title, f"{addresses.community_url(community.id)}#outcome-{outcome.id}") | {
        "community": community_link(context, community.id),
        "not_possible_before": outcome_statements(context, community).get(outcome.id),
        "indicators": [indicator_fact(context, community, indicator) for indicator in outcome.indicators],
    }


def _period(context: PublishContext, objective: Objective) -> str | None:
    if objective.period is None:
        return None
    return days_text(context.words, objective.period.start, objective.period.end)
