"""What needs a steward, the most overdue first (data-model §4, §6, §7)."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outcome_catalog.diagnostics import Diagnostic, Severity, Span
from outcome_catalog.insights.attention.item import AttentionItem, Subject, Topic, most_overdue_first
from outcome_catalog.insights.attention.items import attention_by_community, attention_items
from outcome_catalog.insights.compute import figures
from outcome_catalog.model.artifact import ArtifactStatus, Mode
from outcome_catalog.model.catalog import Catalog, LeftOut
from outcome_catalog.model.charter import DatedValue, ExpectedOutput, Indicator, Lifecycle, Quantity, Steward
from outcome_catalog.model.dates import Per
from outcome_catalog.model.ids import ArtifactRef, CommunityId, KindId, OutputId, PersonId
from outcome_catalog.model.reuse import UsedIn, Withdrawal
from tests.insights.catalogs import (
    TODAY,
    Git,
    a_catalog,
    a_charter,
    a_person,
    a_record,
    an_artifact,
    an_indicator,
    based_on,
    day,
    measured,
    record_path,
)
from tests.insights.english import english

ITEM = st.builds(
    AttentionItem,
    topic=st.sampled_from(Topic),
    community=st.sampled_from([CommunityId("a"), CommunityId("b"), None]),
    about=st.just(Subject.COMMUNITY),
    subject=st.sampled_from("xyz"),
    since=st.none() | st.dates(),
    days_overdue=st.none() | st.integers(1, 30),
    why=st.just(""),
)


def found_in(*parts: Any, charter: dict[str, Any] | None = None, **catalog: Any) -> list[tuple[Any, ...]]:
    made = a_catalog(*parts, charters={"guides": a_charter("guides", **(charter or {}))}, **catalog)
    items = attention_by_community(made, figures(made)).get(CommunityId("guides"), ())
    return [(item.topic.value, item.subject, item.days_overdue) for item in items]


def promise(name: str = "sheet", **values: Any) -> ExpectedOutput:
    return ExpectedOutput(id=OutputId(name), title=name, kind=KindId("how-to"), **values)


def until(target: str, baseline: str = "2025-01-01", name: str = "hours") -> Indicator:
    return an_indicator(
        name,
        baseline=DatedValue(date=day(baseline), value=0),
        targets=(DatedValue(date=day(target), value=100),),
    )


@pytest.mark.parametrize(("review_by", "days"), [("2026-06-29", 1), ("2025-06-30", 365)])
def test_a_charters_review_is_overdue_from_the_day_after(review_by: str, days: int):
    assert found_in(charter={"review_by": day(review_by)}) == [("review", "guides", days)]


@pytest.mark.parametrize(("review_by", "expected"), [("2026-06-30", 1), ("2026-07-30", 1), ("2026-07-31", 0)])
def test_a_review_of_the_next_thirty_days_is_coming_up(review_by: str, expected: int):
    assert found_in(charter={"review_by": day(review_by)}) == [("coming up", "guides", None)] * expected


def test_a_due_output_is_overdue_since_its_day():
    assert found_in(charter={"expected_outputs": (promise(due=day("2026-06-20")),)}) == [("output", "sheet", 10)]


def test_a_due_output_of_the_next_days_is_coming_up_unless_it_is_there():
    charter = {"expected_outputs": (promise(due=day("2026-07-10")),)}
    assert found_in(charter=charter) == [("coming up", "sheet", None)]
    there = an_artifact("guides/sheet", output=OutputId("sheet"), status=ArtifactStatus.PUBLISHED, date=TODAY)
    assert ("coming up", "sheet", None) not in found_in(there, charter=charter)


@pytest.mark.parametrize(
    ("delivered", "since"), [((), "2024-12-31"), (("2024-05-01",), "2025-12-31"), (("2025-05-01",), None)]
)
def test_a_quantity_is_overdue_since_the_end_of_the_first_period_in_a_row_that_got_nothing(
    delivered: tuple[str, ...], since: str | None
):
    artifacts = [
        an_artifact(f"guides/d{number}", output=OutputId("sheet"), date=day(on), status=ArtifactStatus.SUPERSEDED)
        for number, on in enumerate(delivered)
    ]
    charter = {"expected_outputs": (promise(quantity=Quantity(count=1, per=Per.YEAR)),)}
    expected = [] if since is None else [("output", "sheet", (TODAY - day(since)).days)]
    assert found_in(*artifacts, charter=charter) == expected


def test_a_period_that_got_some_ends_the_row_of_those_that_got_nothing():
    some = an_artifact("guides/a", output=OutputId("sheet"), date=day("2024-05-01"), status=ArtifactStatus.SUPERSEDED)
    charter = {"expected_outputs": (promise(quantity=Quantity(count=2, per=Per.YEAR)),)}
    assert found_in(some, charter=charter) == [("output", "sheet", (TODAY - day("2025-12-31")).days)]


def test_nobody_is_held_to_a_day_for_a_standing_promise_with_nothing_there():
    assert found_in(charter={"expected_outputs": (promise(standing=True),)}) == [("nothing yet", "sheet", None)]


@pytest.mark.parametrize("lifecycle", [Lifecycle.PROPOSED, Lifecycle.PAUSED])
def test_who_is_paused_or_only_proposed_owes_no_output(lifecycle: Lifecycle):
    outputs = (promise(due=day("2026-06-20")), promise("kept", standing=True))
    assert found_in(charter={"expected_outputs": outputs, "lifecycle": lifecycle}) == []


@pytest.mark.parametrize(
    ("values", "target", "expected"),
    [
        ((), "2027-01-01", ("unmeasured", 179)),
        ((), "2026-01-31", ("unmeasured", 179)),
        ((), "2025-12-31", ("unmeasured", 181)),
        ((("2026-01-01", 90),), "2027-01-01", None),
        ((("2025-06-29", 90),), "2027-01-01", None),
        ((("2025-06-28", 90),), "2027-01-01", ("stale", 1)),
        ((("2025-06-28", 100),), "2027-01-01", None),
        ((("2026-06-01", 90),), "2026-06-10", ("missed", 20)),
        ((("2026-06-01", -1),), "2027-01-01", ("worsened", None)),
    ],
)
def test_an_indicator_asks_for_at_most_one_thing(
    values: tuple[tuple[str, float], ...], target: str, expected: tuple[str, int] | None
):
    parts = [measured("guides", "hours", *values)] if values else []
    found = found_in(*parts, charter={"indicators": [until(target)]})
    assert found == ([] if expected is None else [(expected[0], "hours", expected[1])])


def test_a_new_indicator_is_not_measured_and_not_yet_overdue():
    assert found_in(charter={"indicators": [until("2027-01-01", "2026-03-01")]}) == [("unmeasured", "hours", None)]


def test_a_target_of_the_next_days_is_coming_up_unless_it_is_achieved():
    for value, expected in ((50, [("coming up", "hours", None)]), (100, [])):
        part = measured("guides", "hours", ("2026-06-01", value))
        assert found_in(part, charter={"indicators": [until("2026-07-15")]}) == expected


def test_an_empty_post_is_overdue_since_it_is_empty():
    posts = (Steward(vacant=True, role="Editor", since=day("2026-06-20")), Steward(vacant=True), Steward(name="Lead"))
    assert found_in(charter={"stewards": posts}) == [("post", "Editor", 10), ("post", "", None)]


def test_where_every_steward_has_left_the_post_is_empty_too():
    left = (Steward(name="A", until=day("2026-05-31")), Steward(name="B", until=day("2026-06-20")))
    assert found_in(charter={"stewards": left}) == [("post", "", 10)]
    assert found_in(charter={"stewards": (*left, Steward(name="C"))}) == []


def test_broken_and_claimed_uses_are_shown_and_withdrawn_ones_are_not():
    guide = an_artifact("guides/triage", authors=(PersonId("writer"),), date=TODAY)
    git = Git()
    for number, author in enumerate(("writer", "mate")):
        git.commit(author, "2026-05-01", record_path(f"guides/2026-05-0{number}-use"))
    broken = a_record("guides/2026-05-02-use", "guides/triage", used_in=UsedIn(artifact=ArtifactRef("guides/gone")))
    withdrawn = a_record(
        "guides/2026-05-03-use", "guides/triage", withdrawn=Withdrawal(date=TODAY, because="It was not so.")
    )
    uses = [
        a_record(f"guides/2026-05-0{number}-use", "guides/triage", used_in=UsedIn(title=str(number)))
        for number in (0, 1)
    ]
    planned = a_record("guides/2026-05-04-use", "guides/triage", mode=Mode.PLANNED)
    again = a_record("guides/2026-05-05-use", "guides/triage", used_in=UsedIn(title="0"))
    mate = a_person("mate", external="Harbour Works")
    records = (*uses, broken, withdrawn, planned, again)
    assert found_in(guide, mate, *records, history=git.history) == [
        ("broken", "guides/2026-05-02-use", None),
        ("unconfirmed", "guides/2026-05-00-use", None),
    ]


def test_an_entry_that_names_what_is_gone_is_for_the_community_whose_artifact_names_it():
    derived = an_artifact("crew/b", date=TODAY, based_on=(based_on("guides/gone"),))
    catalog = a_catalog(an_artifact("guides/a", date=TODAY), derived)
    items = attention_items(catalog, figures(catalog))
    assert [(i.topic, i.community) for i in items if i.topic is Topic.BROKEN] == [(Topic.BROKEN, "crew")]


def test_artifacts_wait_and_their_reviews_lapse_while_they_are_published():
    waiting = an_artifact("guides/a", date=day("2026-01-01"), review_by=day("2026-06-29"))
    young = an_artifact("guides/b", date=day("2026-06-01"), review_by=day("2026-07-01"))
    retired = an_artifact("guides/c", review_by=day("2026-01-01"), status=ArtifactStatus.RETIRED)
    assert found_in(waiting, young, retired) == [
        ("artifact review", "guides/a", 1),
        ("waiting", "guides/a", None),
        ("coming up", "guides/b", None),
    ]


def test_an_artifact_waits_since_its_days_of_grace_are_over():
    catalog = a_catalog(an_artifact("guides/a", date=day("2026-01-01")))
    (item,) = attention_items(catalog, figures(catalog))
    assert item.since == day("2026-04-01")


def a_document(path: str, *messages: str) -> LeftOut:
    found = (Diagnostic(severity=Severity.ERROR, code="x", message=m, span=Span(path=path, line=7)) for m in messages)
    return LeftOut(path=path, ref=None, because=tuple(found))


def test_each_community_sees_its_own_documents_that_were_left_out_even_when_it_is_closed():
    documents = (
        a_document("communities/guides/charter.yml", "title is missing", "summary is missing"),
        a_document("communities/old/reuse/2026-01-01-a.yml", "unit is unknown"),
        a_document("communities/gone/charter.yml", "title is missing"),
        a_document("communities/people.yml", "name is missing"),
    )
    catalog = a_catalog(
        charters={"guides": a_charter("guides", lifecycle=Lifecycle.CLOSED, review_by=day("2020-01-01"))},
        former_communities={CommunityId("old"): CommunityId("guides")},
        left_out=documents,
    )
    found = figures(catalog)
    assert [item.subject for item in attention_by_community(catalog, found)[CommunityId("guides")]] == [
        "communities/guides/charter.yml",
        "communities/old/reuse/2026-01-01-a.yml",
    ]
    items = attention_items(catalog, found)
    assert {item.subject: item.community for item in items} == {
        "communities/guides/charter.yml": "guides",
        "communities/old/reuse/2026-01-01-a.yml": "guides",
        "communities/gone/charter.yml": "gone",
        "communities/people.yml": None,
    }
    why = {item.subject: english(item.why) for item in items}["communities/guides/charter.yml"]
    assert why == "It was left out of the catalog: line 7, title is missing and 1 more finding."


def test_the_whole_catalogs_list_is_ordered_across_communities_and_topics():
    late = a_charter("desk", review_by=day("2026-06-01"))
    later = a_charter("guides", expected_outputs=(promise(due=day("2026-05-01")),), review_by=day("2026-06-20"))
    catalog: Catalog = a_catalog(charters={"desk": late, "guides": later})
    assert [(i.community, i.topic.value, i.days_overdue) for i in attention_items(catalog, figures(catalog))] == [
        ("guides", "output", 60),
        ("desk", "review", 29),
        ("guides", "review", 10),
    ]
    assert list(attention_by_community(catalog, figures(catalog))) == ["guides", "desk"]


@given(items=st.lists(ITEM, max_size=12), data=st.data())
def test_the_order_of_the_list_does_not_depend_on_how_it_was_gathered(items: list[AttentionItem], data: st.DataObject):
    def seen(found: tuple[AttentionItem, ...]) -> list[tuple[Any, ...]]:
        return [(i.topic, i.community, i.subject, i.since, i.days_overdue or 0) for i in found]

    again = most_overdue_first(data.draw(st.permutations(items)))
    assert seen(again) == seen(most_overdue_first(items))


@given(items=st.lists(ITEM, max_size=12))
def test_the_most_overdue_come_first_and_what_is_coming_up_last(items: list[AttentionItem]):
    found = most_overdue_first(items)
    lapsed = [i.topic is not Topic.COMING_UP for i in found]
    assert lapsed == sorted(lapsed, reverse=True)
    days = [i.days_overdue for i in found if i.topic is not Topic.COMING_UP]
    dated = [number for number in days if number is not None]
    assert days == [*sorted(dated, reverse=True), *[None] * (len(days) - len(dated))]
