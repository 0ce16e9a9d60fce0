"""A community's page: both sides of the goal, promise and delivery, indicators, reuse, posts."""

from dataclasses import replace
from typing import Any

import pytest
from tests.insights.catalogs import day
from tests.publish.pages.desk import a_full_charter, an_expected_output, desk_catalog
from tests.publish.pages.rendering import a_context, page, rendered, titles

from outcome_catalog.model.charter import MemberCount, Quantity
from outcome_catalog.model.dates import Per
from outcome_catalog.publish.pages.community_goal import time_text
from outcome_catalog.publish.pages.community_outputs import promise_text


def test_a_community_shows_promise_and_delivery_per_output() -> None:
    sheets, film = page("desk/")["outputs"]
    assert (sheets["promise"], sheets["delivered"], sheets["state"]) == ("2 a quarter", "2 delivered", "overdue")
    assert titles(sheets["newest"]) == ["Idle sheet", "Greet first"]
    assert [(p["label"], p["expected"], p["count"]) for p in sheets["periods"]][-1] == ("2025-Q1", 2, 2)
    assert (film["promise"], film["state_word"], film["delivered"]) == (
        "by 2025-06-30",
        "overdue",
        "nothing delivered yet",
    )
    assert film["bars_svg"] is None


@pytest.mark.parametrize(
    ("promise", "text"),
    [
        (an_expected_output(quantity=Quantity(count=1, per=Per.YEAR)), "1 a year"),
        (an_expected_output(quantity=Quantity(count=3, per=Per.MONTH)), "3 a month"),
        (an_expected_output(quantity=Quantity(count=1, per=Per.WEEK)), "1 a week"),
        (an_expected_output(quantity=None, due=day("2026-01-01")), "by 2026-01-01"),
        (an_expected_output(quantity=None, standing=True), "kept alive"),
    ],
)
def test_a_promise_in_words(promise: Any, text: str) -> None:
    assert promise_text(a_context(), promise) == text


def test_a_community_shows_the_goal_for_both_and_says_what_is_open() -> None:
    goal = page("desk/")["goal"]
    agent = goal["members"][0]
    assert goal["organisation"][0]["url"] == "objectives/answer-fast/"
    assert [(o["title"], o["url"]) for o in agent["objectives"]] == [
        ("Answer fast", "objectives/answer-fast/"),
        ("Write one sheet", None),
    ]
    assert (agent["time"], agent["job_description"], titles(agent["makes"])) == ("2 h a month", None, ["Answer sheets"])
    assert rendered(page("desk/"), "desk/").count("not stated") >= 2


def test_time_is_written_as_hours() -> None:
    member = a_full_charter().goal.members[0]
    assert member.time is not None
    assert time_text(a_context(), replace(member.time, hours=1.5, per=Per.WEEK)) == "1.5 h a week"


def test_an_indicator_has_its_values_state_and_source() -> None:
    wait, never = page("desk/")["outcomes"][0]["indicators"]
    assert wait["baseline"]["text"] == "10 minutes"
    assert wait["target"]["text"] == "4 minutes (estimated)"
    assert [value["text"] for value in wait["measured"]] == ["6 minutes", "7 minutes"]
    assert wait["source"]["path"] == "communities/desk/measurements/wait.yml"
    assert (never["state_word"], never["latest"], never["source"]) == ("not measured", None, None)


def test_empty_posts_overdue_reviews_and_the_note_are_said() -> None:
    meta = page("desk/")
    writer, deputy = meta["stewards"]
    assert writer["title"] == "Desk writer"
    assert (deputy["title"], deputy["role"], deputy["time"]) == ("vacant", "Deputy", "since 2026-01-31")
    assert meta["is_review_overdue"]
    html = rendered(meta, "desk/")
    assert "Charter review overdue since 2026-03-31" in html
    assert '<p class="oc-note" role="note">An example: everything in it is invented.</p>' in html


def test_members_are_a_number_marked_where_it_is_estimated() -> None:
    charter = a_full_charter(members=MemberCount(count=1200, as_of=day("2026-01-01"), estimated=True))
    assert (
        page("desk/", desk_catalog(charters={"desk": charter}))["members"]
        == "1,200 members (estimated), as of 2026-01-01"
    )
    assert page("desk/")["members"] is None


def test_a_community_lists_reuse_both_ways_with_sources() -> None:
    desk, field = page("desk/"), page("field/")
    assert (desk["reuse_out"]["total"], desk["reuse_out"]["counted"], desk["reuse_in"]["total"]) == (2, 2, 0)
    assert (field["reuse_out"]["total"], field["reuse_in"]["total"]) == (0, 1)
    claimed = desk["reuse_out"]["entries"][0]
    assert claimed["source"]["path"] == "communities/desk/reuse/2026-05-01-harbour.yml"
    assert claimed["source"]["commit_url"] == f"https://github.com/example/catalog/commit/{5:040}"
    assert claimed["source"]["url"].startswith("https://github.com/example/catalog/blob/")
    assert "No use has been recorded." in rendered(field, "field/")


def test_a_benefit_is_a_range_that_leads_to_its_uses() -> None:
    benefit = page("desk/")["benefits"][0]
    assert (benefit["text"], benefit["grade"], benefit["is_estimated"]) == ("2 to 5 hours a week", "claimed", True)
    assert titles(benefit["uses"]) == ["desk/2026-05-01-harbour"]
    assert f'id="{benefit["uses"][0]["url"].removeprefix("#")}"' in rendered(page("desk/"), "desk/")


def test_artifacts_stand_by_kind_the_newest_first() -> None:
    groups = page("desk/")["artifacts"]
    assert [(group["id"], group["total"]) for group in groups] == [("how-to", 3)]
    assert titles(groups[0]["rows"]) == ["New sheet", "Idle sheet", "Greet first"]
