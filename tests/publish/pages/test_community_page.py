"""A community's page: both sides of the goal, promise and delivery, indicators, reuse, posts."""

from dataclasses import replace
from typing import Any

import pytest
from tests.insights.catalogs import a_catalog, a_record, an_artifact, based_on, day, measured
from tests.publish.pages.desk import a_full_charter, an_expected_output, an_organisation, an_outcome, desk_catalog
from tests.publish.pages.rendering import a_context, page, rendered, titles

from outcome_catalog.model.artifact import ArtifactStatus
from outcome_catalog.model.charter import CharterRevision, Goal, Lifecycle, MemberCount, MemberGoal, Quantity, Steward
from outcome_catalog.model.dates import Per
from outcome_catalog.model.ids import CommunityId, IndicatorId, KindId, OutputId
from outcome_catalog.model.measurement import MeasuredValue
from outcome_catalog.model.origin import Origin
from outcome_catalog.model.reuse import Benefit, UsedBy, UsedIn
from outcome_catalog.publish.pages.community_goal import time_text
from outcome_catalog.publish.pages.community_outputs import promise_text


def test_a_community_shows_promise_and_delivery_per_output() -> None:
    sheets, film = page("desk/")["outputs"]
    assert (sheets["promise"], sheets["delivered"], sheets["state"]) == ("2 a quarter", "2 delivered", "overdue")
    assert titles(sheets["newest"]) == ["Idle sheet", "Greet first"]
    assert [(p["label"], p["expected"], p["count"]) for p in sheets["periods"]][-1] == ("2025-Q1", 2, 2)
    assert (film["promise"], film["state_word"], film["delivered"]) == (
        "by 30 Jun 2025",
        "overdue",
        "nothing delivered yet",
    )
    assert film["bars_svg"] is None


def test_those_who_reuse_are_told_apart_though_they_have_one_title_and_one_who_reuses_twice_is_one() -> None:
    namesakes = {name: a_full_charter(title="Yard guild") for name in ("north-yard", "south-yard")}
    parts = [an_artifact(f"{name}/own", based_on=(based_on("desk/greet"),)) for name in namesakes]
    records = [
        a_record(
            f"desk/2026-05-0{n}-harbour", "desk/greet", used_by=UsedBy(external=name), used_in=UsedIn(title=f"{n}")
        )
        for n, name in enumerate(("Harbour Works", "harbour  works"), 1)
    ]
    catalog = a_catalog(an_artifact("desk/greet"), *parts, *records, charters=namesakes, organisation=an_organisation())
    (greet,) = page("desk/", catalog)["reused"]["rows"]
    named = [party["url"] or " ".join(party["title"].lower().split()) for party in greet["parties"]]
    assert sorted(named) == ["harbour works (outside)", "north-yard/", "south-yard/"]


@pytest.mark.parametrize(
    ("promise", "text"),
    [
        (an_expected_output(quantity=Quantity(count=1, per=Per.YEAR)), "1 a year"),
        (an_expected_output(quantity=Quantity(count=3, per=Per.MONTH)), "3 a month"),
        (an_expected_output(quantity=Quantity(count=1, per=Per.WEEK)), "1 a week"),
        (an_expected_output(quantity=None, due=day("2026-01-01")), "by 1 Jan 2026"),
        (an_expected_output(quantity=None, standing=True), "kept up to date"),
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
    assert agent["not_stated"] == "Job, Appraisal"
    html = rendered(page("desk/"), "desk/")
    assert '<dt>Not stated</dt><dd class="oc-faint">Job, Appraisal</dd>' in html
    assert "<dt>Job</dt>" not in html


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
    assert (deputy["title"], deputy["role"], deputy["time"]) == ("vacant", "Deputy", "since 31 Jan 2026")
    assert meta["is_review_overdue"]
    html = rendered(meta, "desk/")
    assert '<span class="oc-state oc-state--overdue">overdue since 31 Mar 2026</span>' in html
    assert '<p class="oc-note" role="note">An example: everything in it is invented.</p>' in html


def test_members_are_a_number_marked_where_it_is_estimated() -> None:
    charter = a_full_charter(members=MemberCount(count=1200, as_of=day("2026-01-01"), estimated=True))
    assert (
        page("desk/", desk_catalog(charters={"desk": charter}))["members"]
        == "1,200 members (estimated), as of 1 Jan 2026"
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


def test_what_is_reused_stands_once_with_everybody_who_reuses_it() -> None:
    meta = page("desk/")
    (greet,) = meta["reused"]["rows"]
    assert (greet["title"], greet["reuse"]["text"], titles(greet["parties"])) == (
        "Greet first",
        "2 uses",
        ["Harbour Works (outside)", "field"],
    )
    assert meta["reuse_out"]["told"] == "2 records, 2 of them counted"
    assert meta["reused"]["more"] is None
    section = rendered(meta, "desk/").partition('id="reuse"')[2].partition("</section>")[0]
    folded = section.find("<details")
    assert section.find('href="../field/">field') < folded, "who reuses is not folded away, the records are"
    assert "Find what others made" in section


def test_a_benefit_is_a_range_that_leads_to_its_uses() -> None:
    benefit = page("desk/")["benefits"][0]
    assert (benefit["text"], benefit["grade"], benefit["is_estimated"]) == ("2 to 5 hours a week", "claimed", True)
    assert (benefit["floor"], benefit["ceiling"], benefit["unit"]) == ("2", "5", "hours a week")
    (use,) = benefit["uses"]
    assert benefit["from_uses"] == "1 use"
    assert use["title"] == "Greet first, used by Harbour Works (outside)"
    assert use["url"] == "desk/greet/#use.desk.2026-05-01-harbour"
    assert use["source"]["path"] == "communities/desk/reuse/2026-05-01-harbour.yml"


@pytest.mark.parametrize(
    ("charter", "text", "why"),
    [
        ({"members": MemberCount(count=10)}, "240 hours a year, members times their agreed time", None),
        ({}, None, "not known: the charter does not state how many members there are"),
        (
            {"members": MemberCount(count=10), "goal": Goal(statement="So.")},
            None,
            "not known: the charter agrees no time with any role",
        ),
    ],
)
def test_time_invested_is_stated_or_said_not_to_be_known(charter: Any, text: str | None, why: str | None) -> None:
    hours = page("desk/", desk_catalog(charters={"desk": a_full_charter(**charter)}))["hours"]
    assert (hours["text"], hours["why"]) == (text, why)


def test_each_role_shows_what_its_work_became() -> None:
    roles = (
        MemberGoal(role="Agent", makes=(OutputId("sheets"), OutputId("film"))),
        MemberGoal(role="Guest"),
        MemberGoal(role="Singer", makes=(OutputId("song"),)),
    )
    charter = a_full_charter(goal=Goal(statement="So.", members=roles))
    meta = page("desk/", desk_catalog(charters={"desk": charter}))
    agent, guest, singer = meta["goal"]["members"]
    assert [(o["title"], o["url"], o["state_word"], o["delivered"]) for o in agent["makes"]] == [
        ("Answer sheets", "#output-sheets", "overdue", "2 delivered"),
        ("A film", "#output-film", "overdue", "nothing delivered yet"),
    ]
    assert (agent["state_word"], agent["why_state"]) == ("not kept", "0 of 2 expected outputs delivered as promised.")
    assert (guest["state_word"], guest["makes"]) == ("nothing named", [])
    assert [(o["url"], o["state_word"]) for o in singer["makes"]] == [(None, "not among the expected outputs")]
    html = rendered(meta, "desk/")
    assert "The charter does not say what this role&#39;s work is to become." in html


def test_each_period_of_a_promise_has_its_state() -> None:
    sheets = page("desk/")["outputs"][0]
    states = {p["label"]: p["state_word"] for p in sheets["periods"]}
    assert states["2025-Q1"] == "met"
    assert states["2025-Q2"] == "nothing"
    assert (sheets["periods"][0]["label"], sheets["periods"][0]["state_word"]) == ("2026-Q2", "still running")
    assert sheets["periods_cut"] is None


def test_what_a_table_of_periods_leaves_out_is_said() -> None:
    monthly = an_expected_output(quantity=Quantity(count=1, per=Per.MONTH))
    artifacts = [an_artifact(f"desk/a{n}", date=day("2026-06-01"), output=OutputId("sheets")) for n in range(7)]
    charter = a_full_charter(expected_outputs=(monthly,))
    (sheets,) = page("desk/", a_catalog(*artifacts, charters={"desk": charter}, organisation=an_organisation()))[
        "outputs"
    ]
    assert sheets["periods_cut"] == "The newest 12 of 18"
    assert (len(sheets["periods"][0]["delivered"]), sheets["periods"][0]["more"]) == (5, "and 2 more")


def test_each_measured_value_leads_to_its_evidence_and_its_line() -> None:
    values = (
        MeasuredValue(date=day("2024-12-01"), value=11, comment="Before we began"),
        MeasuredValue(date=day("2025-06-30"), value=7, evidence=("desk/greet", "https://desk.example/count")),
        MeasuredValue(date=day("2026-01-31"), value=6, estimated=True),
    )
    path = "communities/desk/measurements/wait.yml"
    origin = Origin(path=path, values={("values", 1): (7, 5, 9, 1)})
    wait = replace(measured("desk", "wait"), values=values, origin=origin)
    catalog = desk_catalog()
    desk = replace(catalog.communities[CommunityId("desk")], measurements={IndicatorId("wait"): wait})
    meta = page("desk/", replace(catalog, communities={**catalog.communities, CommunityId("desk"): desk}))
    indicator = meta["outcomes"][0]["indicators"][0]
    last, middle, early = indicator["measured"]
    assert (last["text"], last["evidence"], last["is_early"]) == ("6 minutes (estimated)", [], False)
    assert [(e["title"], e["url"]) for e in middle["evidence"]] == [
        ("Greet first", "desk/greet/"),
        ("desk.example/count", "https://desk.example/count"),
    ]
    assert (middle["source"]["path"], middle["source"]["where"]) == (path, "line 7")
    assert middle["source"]["url"].endswith(f"{path}#L7")
    assert (early["comment"], early["is_early"]) == ("Before we began", True)
    html = rendered(meta, "desk/")
    assert "no evidence given" in html
    assert "not after the baseline: shown, not judged" in html


def test_value_cycles_show_the_records_behind_each_count() -> None:
    cycles = {cycle["name"]: cycle for cycle in page("desk/")["cycles"]}
    assert {name: cycle["count"] for name, cycle in cycles.items()} == {
        "immediate": 3,
        "potential": 3,
        "applied": 2,
        "realised": 1,
        "reframing": 0,
    }
    assert [r["note"] for r in cycles["immediate"]["records"]] == ["20 Jun 2026", "1 Mar 2025", "1 Feb 2025"]
    assert cycles["immediate"]["records"][0]["url"] == f"https://github.com/example/catalog/commit/{3:040}"
    assert titles(cycles["potential"]["records"]) == ["New sheet", "Idle sheet", "Greet first"]
    assert [record["note"] for record in cycles["applied"]["records"]] == ["claimed", "verified"]
    assert [(r["title"], r["url"]) for r in cycles["realised"]["records"]] == [
        ("Minutes a caller waits", "#indicator-wait")
    ]
    assert (cycles["reframing"]["records"], cycles["reframing"]["text"]) == ([], "no revision of the charter")


def test_vitality_leads_to_what_it_was_counted_from() -> None:
    commits, uses, moves = page("desk/")["vitality_records"]
    assert (commits["count"], [r["note"] for r in commits["records"]]) == (1, ["20 Jun 2026"])
    assert (uses["count"], uses["records"]) == (0, [])
    assert (moves["count"], titles(moves["records"])) == (1, ["Minutes a caller waits"])
    assert "What this was counted from" in rendered(page("desk/"), "desk/")


def test_records_that_do_not_stand_on_the_page_are_in_the_data() -> None:
    many = [an_artifact(f"desk/a{n:02}", date=day("2025-01-01")) for n in range(32)]
    meta = page("desk/", a_catalog(*many, organisation=an_organisation()))
    cycle = {cycle["name"]: cycle for cycle in meta["cycles"]}["potential"]
    assert (cycle["count"], len(cycle["records"]), cycle["more"]) == (32, 30, "The newest 30 of 32")
    assert 'href="../api/v1/communities/desk.json"' in rendered(meta, "desk/")


def test_a_cycle_that_nobody_could_count_is_not_shown_as_nothing() -> None:
    unmeasured = a_catalog(
        an_artifact("desk/a"), charters={"desk": a_full_charter()}, organisation=an_organisation()
    )  # no git history, no measurement
    meta = page("desk/", unmeasured)
    cycles = {cycle["name"]: cycle for cycle in meta["cycles"]}
    assert (cycles["immediate"]["count"], cycles["realised"]["count"], cycles["applied"]["count"]) == (None, None, 0)
    assert cycles["immediate"]["text"] == "not measured: there is no git history to tell what was done"
    assert cycles["realised"]["text"] == "not measured: no indicator has a value"
    assert cycles["applied"]["text"] == "no counted use"
    assert ">not measured</text>" in meta["funnel_svg"]


def test_what_was_not_possible_before_stands_with_what_stands_behind_it() -> None:
    record = a_record(
        "desk/2026-05-01-harbour",
        "desk/greet",
        used_by=UsedBy(external="Harbour Works"),
        used_in=UsedIn(title="Night desk", url="https://harbour.example/desk"),
        benefit=Benefit(statement="It helped", not_possible_before="At night nobody knew <what>."),
    )
    catalog = desk_catalog()
    charter = a_full_charter(outcomes=(an_outcome(not_possible_before="Nobody could see it."),))
    desk = replace(catalog.communities[CommunityId("desk")], reuse_records=(record,), charter=charter)
    meta = page("desk/", replace(catalog, communities={**catalog.communities, CommunityId("desk"): desk}))
    said = [(s["text"], s["standing_word"], s["from"]["title"], s["is_use"]) for s in meta["not_possible_before"]]
    assert said == [
        ("At night nobody knew <what>.", "claimed", "Greet first, used by Harbour Works (outside)", True),
        ("Nobody could see it.", "hoped for", "Callers wait less", False),
    ]
    assert meta["outcomes"][0]["not_possible_before"]["standing_word"] == "hoped for"
    html = rendered(meta, "desk/")
    assert "At night nobody knew &lt;what&gt;." in html
    assert "oc-standing--proven" not in html


def test_nothing_that_was_not_possible_before_is_said() -> None:
    assert "Nobody has recorded yet what was not possible before." in rendered(page("desk/"), "desk/")


def test_artifacts_are_one_list_the_newest_first_with_the_way_to_each_kind() -> None:
    idea = replace(an_artifact("desk/b", date=day("2025-06-01")), kind=KindId("idea"))
    catalog = a_catalog(
        an_artifact("desk/a", date=day("2025-01-01")), idea, an_artifact("desk/c", date=day("2026-01-01"))
    )
    meta = page("desk/", catalog)
    assert [row["url"] for row in meta["artifacts"]] == ["desk/c/", "desk/b/", "desk/a/"]
    assert [(kind["id"], kind["total"]) for kind in meta["artifact_kinds"]] == [("how-to", 2), ("idea", 1)]
    assert meta["artifact_kinds"][1]["url"].startswith("search/?community=")
    assert (meta["artifacts_more"], meta["artifacts_cut"]) == (None, None)
    assert '<li id="kind-idea">' in rendered(meta, "desk/")


def test_a_long_table_of_artifacts_is_folded_below_the_newest() -> None:
    def shown(number: int) -> Any:
        meta = page("desk/", a_catalog(*(an_artifact(f"desk/a{n:02}", date=day("2025-01-01")) for n in range(number))))
        section = rendered(meta, "desk/").partition('id="artifacts"')[2].partition("</section>")[0]
        return titles(meta["newest_artifacts"]), len(meta["artifacts"]), "All 11 artifacts as a table" in section

    assert shown(10) == ([], 10, False)
    assert shown(11) == ([f"a{n:02}" for n in range(6)], 11, True)


def test_of_what_was_delivered_the_newest_three_stand_with_the_promise() -> None:
    delivered = [an_artifact(f"desk/a{n}", date=day("2026-06-01"), output=OutputId("sheets")) for n in range(4)]
    charter = a_full_charter(expected_outputs=(an_expected_output(),))
    sheets = page("desk/", a_catalog(*delivered, charters={"desk": charter}))["outputs"][0]
    assert (titles(sheets["newest"]), sheets["more"]["title"]) == (["a0", "a1", "a2"], "All 4 in search")


def test_of_many_expected_outputs_a_screen_shows_the_first() -> None:
    def section(number: int) -> str:
        promises = tuple(replace(an_expected_output(), id=OutputId(f"sheets-{n}")) for n in range(number))
        charter = a_full_charter(expected_outputs=promises)
        html = rendered(page("desk/", desk_catalog(charters={"desk": charter})), "desk/")
        return html.partition('id="outputs"')[2].partition("</section>")[0]

    assert "oc-long" not in section(12)
    assert '<div class="oc-long">' in section(13)
    assert "Show all 13" in section(13)


def test_a_kind_with_few_artifacts_is_not_crowded_out_by_one_with_many() -> None:
    idea = replace(an_artifact("desk/old", date=day("2020-01-01")), kind=KindId("idea"))
    many = [an_artifact(f"desk/a{n:02}", date=day("2025-01-01")) for n in range(52)]
    meta = page("desk/", a_catalog(idea, *many))
    assert (len(meta["artifacts"]), meta["artifacts"][-1]["url"]) == (51, "desk/old/")
    assert meta["artifacts_cut"] == "The newest 50 of each kind stand here."
    assert meta["artifacts_more"]["title"] == "All 53 in search"


def test_in_one_look_every_figure_has_its_parts_and_leads_to_its_records() -> None:
    look = {tile["name"]: tile for tile in page("desk/")["look"]}
    parts = {name: [(part["state"], part["text"]) for part in tile["parts"]] for name, tile in look.items()}
    assert {name: tile["text"] for name, tile in look.items()} == {
        "outputs": "0 of 2 met",
        "outcomes": "0 of 2 on track or achieved",
        "artifacts": "3 artifacts",
        "reuse": "2 uses, 1 confirmed",
    }
    assert parts["outputs"] == [("overdue", "2 overdue")]
    assert parts["outcomes"] == [("behind", "1 behind"), ("not-measured", "1 not measured")]
    assert parts["artifacts"] == [
        (None, "1 reused"),
        (None, "1 waiting to be reused"),
        (None, "1 too young to judge"),
    ]
    assert parts["reuse"] == [(None, "Reused by 1 unit, 1 organisation outside, 1 community.")]
    html = rendered(page("desk/"), "desk/")
    for name in look:
        assert f'<a href="#{name}">' in html
        assert f'<h2 id="{name}">' in html
    assert '<a href="#vitality"><span class="oc-vitality' in html


def test_a_draft_is_neither_waiting_nor_too_young() -> None:
    draft = an_artifact("desk/a", date=day("2020-01-01"), status=ArtifactStatus.DRAFT)
    meta = page("desk/", a_catalog(draft, organisation=an_organisation()))
    artifacts = next(tile for tile in meta["look"] if tile["name"] == "artifacts")
    assert [part["text"] for part in artifacts["parts"]] == ["1 draft"]
    assert meta["artifacts"][0]["reuse"]["text"] == "not offered yet"


@pytest.mark.parametrize(("latest", "css", "words"), [(6, "oc-short", "short"), (4.5, "oc-reached", "beyond")])
def test_a_chart_tells_a_pace_that_falls_short_from_one_that_arrives(latest: float, css: str, words: str) -> None:
    parts = an_artifact("desk/greet"), measured("desk", "wait", ("2025-12-31", 7), ("2026-05-31", latest))
    charters, organisation = {"desk": a_full_charter()}, an_organisation()
    indicator = page("desk/", a_catalog(*parts, charters=charters, organisation=organisation))["outcomes"][0]
    chart = indicator["indicators"][0]
    assert [name for name in ("oc-short", "oc-reached") if name in chart["chart_svg"]] == [css]
    assert words in chart["chart"]["projected"]["gap"]


def test_who_answers_for_a_community_today_stands_in_the_one_look() -> None:
    gone = Steward(role="Former", name="Earlier writer", until=day("2025-12-31"))
    here = Steward(role="Writer", name="Present writer", from_=day("2026-01-01"))
    charter = a_full_charter(stewards=(gone, here))
    meta = page("desk/", desk_catalog(charters={"desk": charter}))
    assert titles(meta["stewards_now"]) == ["Present writer"]
    assert titles(meta["stewards"]) == ["Earlier writer", "Present writer"]
    glance = rendered(meta, "desk/").partition('id="look"')[2].partition("</section>")[0]
    assert "Present writer" in glance
    assert "Earlier writer" not in glance


def test_an_expected_output_leads_to_a_new_artifact_for_it_unless_its_community_is_closed() -> None:
    sheets = page("desk/")["outputs"][0]
    assert "output" in sheets["new_url"]
    assert sheets["new_url"].startswith("https://github.com/example/catalog/new/")
    closed = a_full_charter(lifecycle=Lifecycle.CLOSED)
    assert page("desk/", desk_catalog(charters={"desk": closed}))["outputs"][0]["new_url"] is None


def test_promise_done_when_and_delivery_are_one_row_of_terms() -> None:
    html = rendered(page("desk/"), "desk/")
    row = html.partition('id="output-sheets"')[2].partition("</article>")[0]
    terms = [row.find(f"<dt>{term}</dt>") for term in ("Promised", "Done when", "Delivered")]
    assert -1 not in terms
    assert terms == sorted(terms)


def test_what_a_revision_was_made_for_leads_to_it() -> None:
    def revised(evidence: str | None) -> Any:
        revision = CharterRevision(date=day("2026-01-01"), change="Less", evidence=evidence)
        charter = a_full_charter(revisions=(revision,))
        return page("desk/", desk_catalog(charters={"desk": charter}))["revisions"][0]["evidence"]

    assert revised("desk/greet") == {"title": "Greet first", "url": "desk/greet/"}
    assert revised("a talk") == {"title": "a talk", "url": None}
    assert revised(None) is None
