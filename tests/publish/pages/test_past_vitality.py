"""What a community's vitality was, on its page and beside the map, each time with why."""

from tests.insights.english import english
from tests.publish.pages.rendering import a_context, all_metas, page, rendered


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
