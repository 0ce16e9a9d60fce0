"""How alive communities are and what came of it: the word, the inputs it was judged by, and the map of all of them."""

from outcome_catalog.insights.figures import CommunityFigures, PastVitality, VitalityState
from outcome_catalog.model.catalog import Community
from outcome_catalog.publish.addresses import community_url
from outcome_catalog.publish.charts.vitality_map import NARROW, WIDE, Dot, vitality_map
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.pages.links import Meta, community_link
from outcome_catalog.publish.relative_links import relative_link
from outcome_catalog.publish.words import clause_break, days_text, phrase, sentences_text

_ORDER = ("productive", "busy", "harvested", "silent", "starting", "not measured", "closed")
_MOST_NAMED = 6
_NOT_ON_THE_MAP = frozenset({VitalityState.STARTING, VitalityState.NOT_MEASURED, VitalityState.CLOSED})


def vitality_fact(context: PublishContext, figures: CommunityFigures) -> Meta:
    """A community's vitality with its inputs in words."""
    vitality = figures.vitality
    return {
        "state": vitality.state.value,
        "word": context.words["vitality"][vitality.state.value],
        "means": context.words["vitality"]["means"][vitality.state.value],
        "why": sentences_text(context.words, vitality.why),
        "commits": len(vitality.commits),
        "uses": len(vitality.attested_uses),
        "moves": len(vitality.moved_indicators),
        "benefit": len(vitality.attested_uses) + len(vitality.moved_indicators),
        "a_year_ago": None if figures.vitality_a_year_ago is None else _past(context, figures.vitality_a_year_ago),
    }


def vitality_by_quarter(context: PublishContext, figures: CommunityFigures) -> list[Meta]:
    """A community's vitality at the end of each of the latest quarters, the latest first, each with why."""
    return [_past(context, then) for then in reversed(figures.vitality_by_quarter)]


def _past(context: PublishContext, then: PastVitality) -> Meta:
    """What the vitality was on a day; not started where there was no community yet."""
    words, day = context.words["vitality"], then.day.isoformat()
    if then.vitality is None:
        return {"label": then.label, "day": day, "state": "not-started", "word": words["not_started"], "why": ""}
    state = then.vitality.state.value
    why = sentences_text(context.words, then.vitality.why)
    return {"label": then.label, "day": day, "state": state, "word": words[state], "why": why}


def vitality_table(context: PublishContext) -> list[Meta]:
    """Every state that occurs, in the order of the map, with its communities and their inputs."""
    rows: dict[str, list[Meta]] = {state: [] for state in _ORDER}
    for community in context.catalog.communities.values():
        fact = vitality_fact(context, context.figures.communities[community.id])
        rows[fact["state"]].append(community_link(context, community.id) | fact)
    return [_state(context, state, found) for state, found in rows.items() if found]


def _state(context: PublishContext, state: str, found: list[Meta]) -> Meta:
    found.sort(key=lambda row: (-row["benefit"], -row["commits"], row["title"]))
    words = context.words["vitality"]
    return {
        "state": state,
        "word": words[state],
        "means": words["means"][state],
        "is_on_map": state not in _NOT_ON_THE_MAP,
        "communities": found,
    }


def vitality_window(context: PublishContext) -> str:
    """The days over which vitality was judged; empty where there is no community."""
    window = next((f.vitality.window for f in context.figures.communities.values()), None)
    if window is None:
        return ""
    return days_text(context.words, window.start, window.end)


def vitality_meta(context: PublishContext, page_url: str) -> Meta:
    """The map on the page at *page_url*, the same as a table, and which communities are not on the map and why."""
    table = vitality_table(context)
    return {
        "vitality": table,
        "vitality_window": vitality_window(context),
        "vitality_off_map": [_off_map(context, state) for state in table if not state["is_on_map"]],
        "map_svg": vitality_chart(context, page_url),
    }


def _off_map(context: PublishContext, state: Meta) -> Meta:
    """The communities of a state that the map does not show, by name where they are few, and why."""
    found = state["communities"]
    text = phrase(context.words, "vitality.field", word=state["word"], n=len(found))
    return {"text": text, "means": state["means"], "named": found if len(found) <= _MOST_NAMED else []}


def vitality_chart(context: PublishContext, page_url: str) -> str:
    """The map of all communities that can be judged and are open, with links from *page_url*; empty without any."""
    judged = [c for c in context.catalog.communities.values() if _is_judged(context, c)]
    if not judged:
        return ""
    dots = [_dot(context, community, page_url) for community in judged]
    description = clause_break(context.words).join(dot.text for dot in dots)
    return "".join(
        vitality_map(dots, chart_id=f"vitality-map-{name}", description=description, words=context.words, width=width)
        for name, width in (("narrow", NARROW), ("wide", WIDE))
    )


def _is_judged(context: PublishContext, community: Community) -> bool:
    return context.figures.communities[community.id].vitality.state not in _NOT_ON_THE_MAP


def _dot(context: PublishContext, community: Community, page_url: str) -> Dot:
    fact = vitality_fact(context, context.figures.communities[community.id])
    title = community.charter.title
    inputs = phrase(context.words, "vitality.inputs", commits=fact["commits"], uses=fact["uses"], moves=fact["moves"])
    return Dot(
        title=title,
        href=relative_link(community_url(community.id), page_url),
        state=fact["state"],
        activity=fact["commits"],
        benefit=fact["benefit"],
        text=phrase(context.words, "vitality.dot", title=title, word=fact["word"], inputs=inputs),
        then=_counts_a_year_ago(context.figures.communities[community.id]),
    )


def _counts_a_year_ago(figures: CommunityFigures) -> tuple[int, int] | None:
    """Activity and benefit in the window that ended a year ago; None where there was nothing to judge."""
    then = None if figures.vitality_a_year_ago is None else figures.vitality_a_year_ago.vitality
    if then is None or then.state in _NOT_ON_THE_MAP:
        return None
    return len(then.commits), len(then.attested_uses) + len(then.moved_indicators)
