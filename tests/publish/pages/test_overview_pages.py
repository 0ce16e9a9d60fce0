"""Reuse, attention, documents left out, and contributing: records behind figures."""

from dataclasses import replace
from datetime import timedelta

from tests.insights.catalogs import TODAY, a_catalog, a_record, an_artifact, day
from tests.publish.pages.desk import a_full_charter, an_organisation, desk_catalog
from tests.publish.pages.rendering import a_context, page, pages, rendered, titles

from outcome_catalog.diagnostics import Diagnostic, Severity, Span
from outcome_catalog.insights.attention.item import Topic
from outcome_catalog.model.catalog import LeftOut
from outcome_catalog.model.charter import Lifecycle, Steward
from outcome_catalog.model.ids import AudienceId, PersonId
from outcome_catalog.publish.context import SiteSettings


def test_attention_counts_what_a_steward_has_to_see_to() -> None:
    meta = page("attention/")
    counts = {topic["topic"]: topic["count"] for topic in meta["topics"]}
    assert list(counts) == [topic.value for topic in Topic]
    assert {topic: count for topic, count in counts.items() if count} == {
        "review": 1, "output": 2, "unmeasured": 1, "post": 1, "unconfirmed": 1, "waiting": 2,
    }  # fmt: skip
    assert titles(meta["sections"]) == ["Desk guild", "field"]
    closed = page("attention/", desk_catalog(charters={"desk": a_full_charter(lifecycle=Lifecycle.CLOSED)}))
    assert titles(closed["sections"]) == ["field"]


def test_attention_begins_with_the_most_overdue_of_all() -> None:
    html = rendered(page("attention/"), "attention/")
    overdue = page("attention/")["overdue"]
    assert [(e["subject"]["title"], e["overdue"]) for e in overdue["entries"]] == [
        ("A film", "365 days overdue"),
        ("Answer sheets", "365 days overdue"),
        ("Callers who thank us", "179 days overdue"),
        ("Deputy", "150 days overdue"),
        ("The charter", "91 days overdue"),
    ]
    assert overdue["entries"][0]["subject"]["url"] == "desk/#output-film"
    assert overdue["entries"][0]["community"]["url"] == "desk/#attention"
    assert (overdue["total"], overdue["cut"]) == (5, None)
    assert "365 days overdue" in html
    assert page("desk/")["attention"][0]["word"] == "Expected output"


def test_everything_that_needs_a_steward_says_what_to_do_next_and_where() -> None:
    entries = [
        (topic["topic"], entry["next"]["title"], entry["next"]["url"])
        for topic in page("desk/")["attention"]
        for entry in topic["entries"]
    ]
    edit = "https://github.com/example/catalog/edit/main/communities/desk/"
    new = "https://github.com/example/catalog/new/main/communities/desk/"
    places = {topic: url for topic, _, url in entries}
    assert places["review"] == places["post"] == edit + "charter.yml"
    assert places["output"].startswith(new)
    assert places["unmeasured"].startswith(new)
    assert "indicator%3A" in places["unmeasured"]
    assert places["unconfirmed"] == edit + "reuse/2026-05-01-harbour.yml"
    assert places["waiting"] == "audiences/agents/"
    said = {topic: title for topic, title, _ in entries}
    assert said["post"] == "Name who takes the post"
    html = rendered(page("desk/"), "desk/")
    assert all(title in html for title in said.values())


def test_without_a_forge_the_next_step_is_in_the_guide() -> None:
    topics = page("desk/", site=SiteSettings(name="Catalog"))["attention"]
    steps = {topic["topic"]: topic["entries"][0]["next"]["url"] for topic in topics}
    assert (steps["review"], steps["output"], steps["waiting"]) == ("contribute/", "contribute/", "audiences/agents/")


def test_what_is_soon_due_is_done_like_what_is_overdue() -> None:
    charter = a_full_charter(review_by=TODAY + timedelta(days=10))
    (soon,) = [
        t for t in page("desk/", desk_catalog(charters={"desk": charter}))["attention"] if t["topic"] == "coming-up"
    ]
    (entry,) = soon["entries"]
    assert entry["next"]["title"] == "Review the charter and set the next day"
    assert entry["since"] is None, "it is so since no day yet"


def test_an_artifact_to_be_reviewed_is_reviewed_in_its_file_whomever_it_is_for() -> None:
    old = an_artifact("desk/old", audience=(AudienceId("agents"),), review_by=day("2026-01-01"))
    topics = page("desk/", a_catalog(old, organisation=an_organisation()))["attention"]
    places = {topic["topic"]: topic["entries"][0]["next"]["url"] for topic in topics}
    assert places["artifact-review"].endswith("/edit/main/communities/desk/artifacts/old.md")


def test_a_broken_record_whose_artifact_is_gone_leads_to_the_record() -> None:
    record = a_record("desk/2026-01-01-x", "desk/gone")
    meta = page("desk/", a_catalog(record, charters={"desk": a_full_charter()}, organisation=an_organisation()))
    (topic,) = [topic for topic in meta["attention"] if topic["topic"] == "broken"]
    subject = topic["entries"][0]["subject"]
    assert subject["title"] == "desk/gone, used by Harbour Works (outside)"
    assert subject["url"] == "https://github.com/example/catalog/blob/main/communities/desk/reuse/2026-01-01-x.yml"


def test_a_steward_finds_their_communities_unless_the_name_is_not_to_be_shown() -> None:
    left = Steward(name="Left long ago", until=day("2025-01-01"))
    stewards = (Steward(person=PersonId("writer")), Steward(person=PersonId("quiet")), Steward(name="Jo Doe"), left)
    both = {"desk": a_full_charter(stewards=stewards), "field": a_full_charter(title="Field", stewards=stewards[2:])}
    meta = page("attention/", desk_catalog(charters=both))
    assert [(s["name"], titles(s["communities"])) for s in meta["stewards"]] == [
        ("Desk writer", ["Desk guild"]),
        ("Jo Doe", ["Desk guild", "Field"]),
    ]
    html = rendered(meta, "attention/")
    assert '<a href="#community-desk">Desk guild</a>' in html
    assert "Nobody Should See This" not in html


def test_what_is_left_out_stands_with_its_community_or_with_the_catalog() -> None:
    def left_out(path: str) -> LeftOut:
        finding = Diagnostic(code="x", severity=Severity.ERROR, message="it is wrong", span=Span(path=path, line=3))
        return LeftOut(path=path, ref=None, because=(finding,))

    paths = ("communities/desk/reuse/2026-01-01-x.yml", "communities/gone/charter.yml", "communities/people.yml")
    catalog = desk_catalog(left_out=tuple(left_out(path) for path in paths))
    meta = page("attention/", catalog)
    assert [(s["id"], s["title"], s["url"]) for s in meta["sections"] if s["url"] is None] == [
        ("catalog", "The catalog itself", None),
        ("community-gone", "gone", None),
    ]
    (topic,) = [topic for topic in page("desk/", catalog)["attention"] if topic["topic"] == "left-out"]
    assert topic["entries"][0]["subject"]["title"] == paths[0]
    assert topic["entries"][0]["why"] == "It was left out of the catalog: line 3, it is wrong."


def test_what_is_more_than_a_few_of_a_topic_is_there_to_be_opened() -> None:
    artifacts = [an_artifact(f"desk/a{n}", date=day("2025-01-01")) for n in range(8)]
    meta = page("desk/", a_catalog(*artifacts, organisation=an_organisation()))
    (topic,) = meta["attention"]
    assert (topic["count"], len(topic["entries"]), len(topic["rest"]), topic["more"]) == (8, 3, 5, "and 5 more")
    assert topic["cut"] is None
    assert titles(entry["subject"] for entry in topic["rest"]) == ["a3", "a4", "a5", "a6", "a7"]


def test_what_is_long_is_listed_once_and_found_from_both_pages() -> None:
    artifacts = [an_artifact(f"desk/a{n}", date=day("2025-01-01")) for n in range(210)]
    found = pages(a_context(a_catalog(*artifacts, organisation=an_organisation())))
    (section,) = found["attention/"].meta["sections"]
    (there,) = section["topics"]
    assert (len(there["entries"]), there["rest"], there["more"]) == (5, [], None)
    assert there["cut"] == {"title": "See all 210", "url": "desk/#attention"}
    assert 'href="../desk/#attention">See all 210</a>' in rendered(found["attention/"].meta, "attention/")
    (here,) = found["desk/"].meta["attention"]
    assert len(here["entries"]) + len(here["rest"]) == 200
    facets = "community=desk&status=published&reused=not+reused+yet"
    assert here["cut"] == {"title": "All 210 in search", "url": f"search/?{facets}"}
    assert "All 210 in search</a>" in rendered(found["desk/"].meta, "desk/")


def test_communities_below_a_full_page_are_told_by_their_counts() -> None:
    artifacts = [an_artifact(f"c{c}/a{n}", date=day("2025-01-01")) for c in range(20) for n in range(20)]
    meta = page("attention/", a_catalog(*artifacts, organisation=an_organisation()))
    assert [section["is_brief"] for section in meta["sections"]] == [False] * 15 + [True] * 5
    last = meta["sections"][-1]
    assert (last["count"], [(t["topic"], t["count"]) for t in last["topics"]]) == (20, [("waiting", 20)])
    html = rendered(meta, "attention/")
    assert html.count('<div class="oc-todo__what">') == 300
    row = f'<li data-topic="waiting"><a href="../{last["community_id"]}/#attention">Waiting to be reused</a>'
    assert f'{row} <strong class="oc-number">20</strong></li>' in html


def test_nothing_to_see_to_is_said() -> None:
    meta = page("attention/", a_catalog(organisation=an_organisation()))
    assert "Nothing needs a steward today." in rendered(meta, "attention/")


def test_a_document_left_out_is_listed_with_its_findings() -> None:
    finding = Diagnostic(
        code="unknown-key",
        severity=Severity.ERROR,
        message='"titel" is not a key of an artifact',
        span=Span(path="communities/desk/artifacts/x.md", line=2),
        help='did you mean "title"?',
    )
    other = replace(finding, code="missing-key", message='"title" is missing')
    left_out = (LeftOut(path="communities/desk/artifacts/x.md", ref="desk/x", because=(finding, other)),)
    meta = page("left-out/", desk_catalog(left_out=left_out))
    assert [found["code"] for found in meta["documents"][0]["findings"]] == ["unknown-key", "missing-key"]
    assert meta["text"] == "1 document was left out."
    shown = meta["documents"][0]["findings"][0]
    assert (shown["place"], shown["code"], shown["help"]) == (
        "communities/desk/artifacts/x.md:2:1",
        "unknown-key",
        finding.help,
    )
    assert shown["url"].endswith("/communities/desk/artifacts/x.md#L2")
    html = rendered(meta, "left-out/")
    assert "&#34;titel&#34; is not a key" in html
    assert html.count('lang="en"') == 4, "what is found is said in English in every catalog"
    assert page("left-out/")["text"] == "No document was left out."


def test_contributing_begins_with_a_prefilled_file() -> None:
    meta = page("contribute/")
    how_to = next(kind for kind in meta["kinds"] if kind["id"] == "how-to")
    assert [row["output"]["title"] for row in how_to["promises"]] == ["Answer sheets", "A film"]
    assert "no community promises it" in rendered(meta, "contribute/")
    assert "copy the template" in rendered(page("contribute/", site=SiteSettings(name="x")), "contribute/")


def test_contributing_shows_guides_and_no_other_how_to() -> None:
    guide = replace(an_artifact("desk/begin", date=day("2025-01-01")), tags=("guide",))
    catalog = a_catalog(guide, an_artifact("desk/idle", date=day("2026-01-01")), organisation=an_organisation())
    assert titles(page("contribute/", catalog)["guides"]["rows"]) == ["begin"]
    assert 'id="guides"' in rendered(page("contribute/", catalog), "contribute/")
    assert 'id="guides"' not in rendered(page("contribute/"), "contribute/")


def test_the_keys_of_a_document_come_from_its_schema() -> None:
    rows = {row["path"]: row for row in page("contribute/charter/")["rows"]}
    assert rows["title"]["is_required"]
    assert not rows["note"]["is_required"]
    assert rows["lifecycle"]["choices"] == ["proposed", "active", "paused", "closed"]
    assert {"goal.members[].role", "expected_outputs[].done_when", "outcomes[].indicators[].baseline.value"} <= set(
        rows
    )
    assert all(row["description"] for row in rows.values())
