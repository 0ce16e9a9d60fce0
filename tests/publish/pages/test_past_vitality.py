"""What a community's vitality was, on its page and beside the map, each time with why."""

import re
from dataclasses import replace

import pytest
from tests.insights.catalogs import day
from tests.insights.english import english
from tests.publish.pages.rendering import a_context, all_metas, page, rendered

from outcome_catalog.insights.figures import PastVitality, Vitality, VitalityState
from outcome_catalog.model.ids import CommitId, CommunityId, IndicatorId
from outcome_catalog.publish.charts.vitality_map import Dot, vitality_map
from outcome_catalog.publish.pages.vitality import vitality_chart
from outcome_catalog.publish.words import words


def test_a_community_says_what_it_was_a_year_ago_and_why() -> None:
    context = a_context()
    for name, figures in context.figures.communities.items():
        then, told = figures.vitality_a_year_ago, page(f"{name}/")["vitality"]["a_year_ago"]
        assert then is not None
        if then.vitality is None:
            assert (told["state"], told["word"], told["why"]) == ("not-started", "Not started", "")
        else:
            assert (told["state"], told["why"]) == (then.vitality.state.value, english(then.vitality.why))
        html = rendered(all_metas(context)[f"{name}/"], f"{name}/")
        assert f'<dt>A year ago</dt><dd><span class="oc-vitality oc-vitality--{told["state"]}">' in html
        assert f'(<time datetime="{then.day}">30 Jun 2025</time>)' in html
        assert told["why"] in html


def test_a_community_lists_its_quarters_the_latest_first() -> None:
    context = a_context()
    quarters = page("desk/")["vitality_by_quarter"]
    assert [quarter["label"] for quarter in quarters[:2]] == ["2026-Q2", "2026-Q1"]
    assert [(q["day"], q["why"]) for q in reversed(quarters)] == [
        (then.day.isoformat(), english(then.vitality.why) if then.vitality else "")
        for then in context.figures.communities["desk"].vitality_by_quarter  # type: ignore[index]  # a text is an id
    ]
    html = rendered(all_metas(context)["desk/"], "desk/")
    assert all(f'<th scope="row">{name}</th>' in html for name in ("Q2 2026", "Q1 2026"))


def test_the_table_beside_the_map_says_it_of_every_community() -> None:
    html = rendered(all_metas(a_context())["communities/"], "communities/")
    assert '<th scope="col">A year ago</th>' in html
    for state in page("communities/")["vitality"]:
        for row in state["communities"]:
            cells = (
                f'<td data-label="Vitality">{state["word"]}</td>'
                f'<td data-label="A year ago">{row["a_year_ago"]["word"]}</td>'
            )
            assert cells in html


def the_map(now: Vitality, then: Vitality | None) -> str:
    """The narrow map, on which the desk is judged as *now* and, a year ago, as *then*; no other community is on it."""
    context = a_context()
    desk = CommunityId("desk")
    past = PastVitality(day=day("2025-06-30"), vitality=then)
    judged = replace(context.figures.communities[desk], vitality=now, vitality_a_year_ago=past)
    context = replace(context, figures=replace(context.figures, communities={desk: judged}))
    shown = replace(context.catalog, communities={desk: context.catalog.communities[desk]})
    return vitality_chart(replace(context, catalog=shown), "./").partition("</svg>")[0]


def trail(drawing: str) -> list[str]:
    return re.findall(r'<\w+ class="oc-trail"[^>]*>', drawing)


def desk_judged(state: VitalityState, commits: int, uses: int, moves: int) -> Vitality:
    return replace(
        a_context().figures.communities[CommunityId("desk")].vitality,
        state=state,
        commits=tuple(CommitId(f"{number:040x}") for number in range(commits)),
        attested_uses=tuple(f"desk/use-{number}" for number in range(uses)),
        moved_indicators=tuple(IndicatorId(f"indicator-{number}") for number in range(moves)),
    )


def test_the_map_draws_a_line_from_what_a_community_counted_a_year_ago() -> None:
    now, then = (desk_judged(VitalityState.PRODUCTIVE, *counts) for counts in ((9, 2, 4), (3, 1, 2)))
    dot = Dot(title="", href="", state="productive", activity=9, benefit=6, text="", then=(3, 3))
    by_hand = vitality_map([dot], chart_id="map", description="", words=words("en"))
    assert trail(the_map(now, then)) == trail(by_hand) != []


@pytest.mark.parametrize("state", [None, VitalityState.STARTING, VitalityState.NOT_MEASURED, VitalityState.CLOSED])
def test_the_map_draws_none_from_where_there_was_nothing_to_judge(state: VitalityState | None) -> None:
    now = desk_judged(VitalityState.PRODUCTIVE, 9, 2, 4)
    then = None if state is None else desk_judged(state, 3, 1, 2)
    assert "oc-community" in the_map(now, then)
    assert trail(the_map(now, then)) == []
