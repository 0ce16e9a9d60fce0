"""Kinds, audiences and objectives: what is there, what is not, and what is promised."""

from dataclasses import replace
from typing import Any

from tests.insights.catalogs import a_catalog, an_artifact, day
from tests.publish.pages.desk import a_full_charter, an_organisation, an_outcome, desk_catalog
from tests.publish.pages.rendering import page, rendered, titles

from outcome_catalog.model.artifact import ArtifactStatus
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.charter import Aggregation, DatedValue, Goal, Lifecycle
from outcome_catalog.model.ids import AudienceId, ObjectiveId


def test_a_kind_shows_how_to_make_a_good_one() -> None:
    meta = page("kinds/how-to/")
    assert meta["done_when"] == ["Somebody can follow it"]
    assert titles(meta["best"]["rows"]) == ["Greet first"]
    assert "level:  # easy · hard" in meta["template_text"]
    assert "## Steps\n\n<!-- One action a step -->" in meta["template_text"]
    assert meta["promises"][0]["new_url"].startswith(
        "https://github.com/example/catalog/new/main/communities/desk/artifacts?"
    )
    assert "output%3A+sheets" in meta["promises"][0]["new_url"]
    assert "None has been reused yet." in rendered(page("kinds/idea/"), "kinds/idea/")


def test_an_audience_sees_what_is_there_and_what_nobody_uses() -> None:
    meta = page("audiences/agents/")
    assert titles(meta["artifacts"]["rows"]) == ["Idle sheet", "Greet first"]
    assert titles(meta["waiting"]["rows"]) == ["Idle sheet"]
    reused, waiting, young = meta["counts"]["states"]
    assert titles([reused, waiting, young]) == ["1 reused", "1 waiting to be reused", "none too young to judge"]
    assert reused["url"] == "search/?audience=Agents&reused=reused"
    assert young["url"] is None, "what is not there has no list to lead to"
    assert meta["contact"]["url"] == "mailto:agents@example.org"
    empty = rendered(page("audiences/nobody-writes-for/"), "audiences/nobody-writes-for/")
    assert "Nothing has been published for this audience yet." in empty
    assert "No community promises anything to this audience." in empty


def test_numbers_of_lists_lead_to_what_they_were_counted_from() -> None:
    kinds, audiences = rendered(page("kinds/"), "kinds/"), rendered(page("audiences/"), "audiences/")
    assert '<a href="how-to/#all">4</a>' in kinds
    assert '<a href="../search/?kind=How-to&amp;reused=reused&amp;sort=reuses">1</a>' in kinds
    assert '<a href="agents/#all">2</a>' in audiences
    assert '<a href="../search/?audience=Agents&amp;reused=not+reused+yet">1</a>' in audiences
    assert '<a href="agents/#promised">' in audiences


def test_a_draft_is_not_yet_for_anybody() -> None:
    draft = an_artifact("desk/d", audience=(AudienceId("agents"),), status=ArtifactStatus.DRAFT)
    catalog = a_catalog(draft, organisation=an_organisation())
    assert page("audiences/agents/", catalog)["artifacts"]["total"] == 0


def test_an_objective_that_nothing_serves_is_said() -> None:
    served, forgotten = page("objectives/")["objectives"]
    assert (served["is_served"], served["communities"]) == (True, "1 community")
    assert [(s["word"], s["count"]) for s in served["states"]] == [("behind", 1), ("not measured", 1)]
    said = '<span class="oc-state oc-state--behind">1 behind</span>'  # agrees with its number, in French too
    assert said in rendered(page("objectives/"), "objectives/")
    assert not forgotten["is_served"]
    assert "No open community serves this objective." in rendered(
        page("objectives/forgotten/"), "objectives/forgotten/"
    )
    assert titles(page("objectives/answer-fast/")["outcomes"][0]["indicators"]) == [
        "Minutes a caller waits",
        "Callers who thank us",
    ]


def two_that_count(aggregation: Aggregation, **field: Any) -> Catalog:
    """The desk and a field that count callers' minutes alike; the field has not measured them."""
    outcome = an_outcome(not_possible_before="Nobody could see it.")
    wait = replace(outcome.indicators[0], aggregation=aggregation)
    outcomes = (replace(outcome, indicators=(wait,)),)
    charters = {
        "desk": a_full_charter(outcomes=outcomes),
        "field": a_full_charter(title="Field", goal=Goal(statement="So."), **({"outcomes": outcomes} | field)),
    }
    return desk_catalog(charters=charters)


def test_an_objective_shows_what_several_communities_did_together() -> None:
    meta = page("objectives/answer-fast/", two_that_count(Aggregation.SUM))
    (rollup,) = meta["rollups"]
    assert (rollup["baseline"], rollup["latest"], rollup["target"]) == ("10 minutes", "6 minutes", "4 minutes")
    assert (rollup["progress"], rollup["is_estimated"]) == ("66%", True)
    assert rollup["why"] == "Sum over 1 of 2 communities, measured on 31 May 2026. 1 not measured."
    assert [(m["community"]["title"], m["community"]["url"], m["taken_in"]) for m in rollup["members"]] == [
        ("Desk guild", "desk/#indicator-wait", "yes"),
        ("Field", "field/#indicator-wait", "no: not measured"),
    ]
    html = rendered(meta, "objectives/answer-fast/")
    assert "no: not measured" in html
    assert "hoped for" in html


def test_the_list_of_objectives_shows_what_was_done_together_for_different_ones() -> None:
    other = replace(an_outcome(objective=ObjectiveId("forgotten")), indicators=an_outcome().indicators[:1])
    summed = replace(other, indicators=(replace(other.indicators[0], aggregation=Aggregation.SUM),))
    catalog = two_that_count(Aggregation.SUM, outcomes=(summed,))
    assert page("objectives/answer-fast/", catalog)["rollups"] == []
    (rollup,) = page("objectives/", catalog)["rollups"]
    assert titles(member["community"] for member in rollup["members"]) == ["Desk guild", "Field"]
    assert rollup["why"] in rendered(page("objectives/", catalog), "objectives/")
    assert "No two communities share an indicator" in rendered(page("objectives/"), "objectives/")


def test_what_may_not_be_added_up_is_not_shown_together() -> None:
    meta = page("objectives/answer-fast/", two_that_count(Aggregation.NONE))
    assert meta["rollups"] == []
    html = rendered(meta, "objectives/answer-fast/")
    assert 'id="together"' not in html
    assert "No two communities share an indicator" in rendered(page("objectives/"), "objectives/")


def test_a_community_serves_an_objective_by_an_outcome_alone_too() -> None:
    meta = page("objectives/answer-fast/", two_that_count(Aggregation.NONE))
    assert [(c["title"], c["why"]) for c in meta["communities"]] == [
        ("Desk guild", "Waiting callers leave."),
        ("Field", None),
    ]
    alone = two_that_count(Aggregation.NONE, outcomes=(an_outcome(objective=ObjectiveId("forgotten")),))
    assert page("objectives/", alone)["objectives"][1]["is_served"]


def test_a_share_that_cannot_be_told_is_no_empty_cell() -> None:
    outcome = an_outcome()
    kept = replace(outcome.indicators[0], targets=(DatedValue(date=day("2026-12-31"), value=10),))
    worse = replace(
        kept, baseline=DatedValue(date=day("2025-01-01"), value=5), targets=(replace(kept.targets[0], value=5),)
    )
    never = outcome.indicators[1]
    charter = a_full_charter(outcomes=(replace(outcome, indicators=(worse, never)),))
    html = rendered(
        page("objectives/answer-fast/", desk_catalog(charters={"desk": charter})), "objectives/answer-fast/"
    )
    assert "no share: the target is the baseline" in html
    assert html.count("not measured") >= 2


def test_a_promise_to_an_audience_says_what_was_delivered() -> None:
    rows = {row["output"]["title"]: row["delivered"] for row in page("audiences/agents/")["promises"]}
    assert rows["Answer sheets"] == {"title": "2 delivered", "url": "desk/#output-sheets"}
    assert rows["A film"]["title"] == "nothing delivered yet"


def test_a_closed_community_serves_no_objective() -> None:
    closed = desk_catalog(charters={"desk": a_full_charter(lifecycle=Lifecycle.CLOSED)})
    assert not page("objectives/", closed)["objectives"][0]["is_served"]
    communities = page("objectives/answer-fast/", closed)["look"][0]
    assert (communities["text"], [part["text"] for part in communities["parts"]]) == (
        "no community",
        ["and 1 closed one"],
    )


def test_an_objective_says_in_one_look_what_stands_behind_it() -> None:
    look = page("objectives/answer-fast/")["look"]
    said = [(tile["term"], tile["text"], tile["url"], [part["text"] for part in tile["parts"]]) for tile in look]
    assert said == [
        ("Communities", "1 community", "#communities", []),
        ("Outcomes", "1 outcome", "#outcomes", []),
        ("Indicators", "2 indicators", "#outcomes", ["1 behind", "1 not measured"]),
    ]
