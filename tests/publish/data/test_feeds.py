"""Feeds: valid, the same for the same catalog, safe whatever a title holds, and offered where they are about."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import feedparser
import pytest
from jsonschema import Draft202012Validator
from tests.insights.catalogs import a_catalog, a_record, an_artifact, artifact_path, day
from tests.publish.data.atom_rules import ATOM, atom_faults
from tests.publish.engine.contexts import context_of
from tests.publish.engine.projects import artifact, commit_all, write_artifact, write_project
from tests.publish.pages.desk import an_organisation, desk_catalog
from tests.publish.pages.rendering import a_context, rendered
from tests.publish.pages.test_templates import hostile_catalog

from outcome_catalog.model.artifact import ArtifactStatus, Mode
from outcome_catalog.model.history import no_history
from outcome_catalog.model.ids import ArtifactRef
from outcome_catalog.model.reuse import UsedBy
from outcome_catalog.publish.context import PublishContext, SiteSettings
from outcome_catalog.publish.feeds.feed import Feed
from outcome_catalog.publish.feeds.table import FORMATS, NEWEST, feed_links, feed_outputs, feeds
from outcome_catalog.publish.site_outputs import site_outputs

SUB_PATH = "https://host.example/team/catalog/"
MOMENT = {"type": "string", "format": "date-time", "pattern": "Z$"}
PEOPLE = {
    "type": "array",
    "minItems": 1,
    "items": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string", "minLength": 1}}},
}
JSON_FEED: dict[str, Any] = {
    "type": "object",
    "required": ["version", "title", "items"],
    "additionalProperties": False,
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": {"type": "string", "minLength": 1},
        "home_page_url": {"type": "string", "pattern": "^https?://"},
        "feed_url": {"type": "string", "pattern": "^https?://"},
        "language": {"type": "string"},
        "authors": PEOPLE,
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "content_text"],
                "additionalProperties": False,
                "properties": {
                    "id": {"type": "string", "minLength": 1},
                    "url": {"type": "string", "pattern": "^https?://"},
                    "title": {"type": "string"},
                    "content_text": {"type": "string", "minLength": 1},
                    "date_published": MOMENT,
                    "date_modified": MOMENT,
                    "authors": PEOPLE,
                    "tags": {"type": "array", "items": {"type": "string"}},
                    "language": {"type": "string"},
                    "_outcome_catalog": {"type": "object"},
                },
            },
        },
    },
}
"""What JSON Feed 1.1 asks for, and nothing that it does not know but our own extension."""


def files(context: PublishContext) -> dict[str, str | bytes]:
    """Every feed's file, by its address."""
    outputs = list(feed_outputs(feeds(context), context.site))
    found = {output.path: output.content for output in outputs}
    assert len(found) == len(outputs)
    return found


def assert_valid(found: dict[str, str | bytes]) -> None:
    validator = Draft202012Validator(JSON_FEED, format_checker=Draft202012Validator.FORMAT_CHECKER)
    for path, content in found.items():
        if path.endswith(".xml"):
            assert atom_faults(bytes(content)) == [] if isinstance(content, bytes) else False, path
            parsed = feedparser.parse(content)
            assert not parsed.bozo, f"{path}: {parsed.get('bozo_exception')}"
        else:
            data = json.loads(content)
            assert [error.message for error in validator.iter_errors(data)] == [], path
            names = [item["id"] for item in data["items"]]
            assert len(names) == len(set(names)), path


def parsed(content: str | bytes) -> Any:
    return feedparser.parse(content, resolve_relative_uris=False, sanitize_html=False)


def elements(content: str | bytes, tag: str | None = None) -> list[Element]:
    root = ElementTree.fromstring(content)  # noqa: S314 - our own output
    return list(root.iter(None if tag is None else f"{ATOM}{tag}"))


def by_place(context: PublishContext) -> dict[str, Feed]:
    return {feed.place: feed for feed in feeds(context)}


@pytest.mark.parametrize(
    "url", [None, "https://catalog.example.org/", SUB_PATH], ids=["no address", "root", "sub-path"]
)
@pytest.mark.parametrize("catalog", [desk_catalog, hostile_catalog, lambda: a_catalog(organisation=an_organisation())])
def test_every_feed_is_valid(catalog: Callable[[], Any], url: str | None) -> None:
    context = a_context(catalog(), SiteSettings(name="x", url=url))
    found = files(context)
    assert found
    assert_valid(found)


def test_which_feeds_there_are() -> None:
    assert sorted(by_place(a_context())) == [
        "audiences/agents/feed", "audiences/nobody-writes-for/feed", "desk/feed", "desk/reuse-feed", "feed",
        "field/feed", "field/reuse-feed", "kinds/how-to/feed", "kinds/idea/feed", "reuse/reuse-feed",
    ]  # fmt: skip
    assert {form.ending for form in FORMATS} == {"xml", "json"}


def test_an_entry_says_what_the_artifact_says() -> None:
    feed = parsed(files(a_context())["desk/feed.xml"])
    entry = next(e for e in feed.entries if e.title == "Greet first")
    made = a_context().catalog.artifacts[ArtifactRef("desk/greet")]
    assert entry.link == "https://catalog.example.org/desk/greet/"
    assert (entry.summary, entry.author) == (made.summary, "Desk writer")
    assert entry.published == f"{made.date.isoformat()}T00:00:00Z"
    modified = a_context().catalog.history.modified(artifact_path("desk/greet"))
    assert modified is not None
    assert entry.updated == f"{modified.isoformat()}T00:00:00Z"
    assert {tag.term for tag in entry.tags} == {"how-to", *made.tags}
    assert feed.feed.title == "New artifacts: Desk guild"
    assert feed.feed.links[0].href == "https://catalog.example.org/desk/feed.xml"


def test_the_same_in_both_formats() -> None:
    found = files(a_context())
    for path in found:
        if path.endswith(".xml"):
            atom, data = parsed(found[path]), json.loads(found[path.removesuffix("xml") + "json"])
            assert [(e.id, e.title, e.link, e.updated) for e in atom.entries] == [
                (i["id"], i["title"], i["url"], i["date_modified"]) for i in data["items"]
            ]


def test_reuse_is_in_a_feed_only_where_it_is_counted() -> None:
    context = a_context()
    counted = [event for event in context.figures.events if event.counted]
    found = by_place(context)
    assert len(found["reuse/reuse-feed"].entries) == len(counted) == 2
    assert len(found["desk/reuse-feed"].entries) == 2
    assert found["field/reuse-feed"].entries == ()
    titles = [entry.title for entry in found["reuse/reuse-feed"].entries]
    assert "Greet first: used as it is, Harbour Works (outside)" in titles
    assert all(entry.url == "desk/greet/#reuse-history" for entry in found["desk/reuse-feed"].entries)


@pytest.mark.parametrize("mode", [Mode.PLANNED, Mode.TRIED_REJECTED])
def test_what_is_recorded_and_not_counted_is_in_no_feed(mode: Mode) -> None:
    record = a_record("desk/2025-01-01-x", "desk/a", mode=mode, used_by=UsedBy(external="Harbour Works"))
    context = a_context(a_catalog(an_artifact("desk/a"), record, organisation=an_organisation()))
    assert len(context.figures.events) == 1
    assert by_place(context)["reuse/reuse-feed"].entries == ()


def test_drafts_are_in_no_feed() -> None:
    catalog = a_catalog(
        an_artifact("desk/a"), an_artifact("desk/b", status=ArtifactStatus.DRAFT), organisation=an_organisation()
    )
    assert [entry.url for entry in by_place(a_context(catalog))["feed"].entries] == ["desk/a/"]


def test_the_newest_come_first_and_no_feed_grows_without_end() -> None:
    first = day("2024-01-01")
    many = [an_artifact(f"desk/a{n:03}", date=first + timedelta(days=n)) for n in range(NEWEST + 5)]
    context = a_context(replace(a_catalog(*many, organisation=an_organisation()), history=no_history()))
    assert [entry.url for entry in by_place(context)["feed"].entries] == [
        f"desk/a{n:03}/" for n in range(NEWEST + 4, 4, -1)
    ]


def test_what_came_late_is_new_whatever_date_it_bears(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    commit_all(root, day="2024-07-01")
    write_artifact(root, "guild/found-in-a-drawer", artifact("Found in a drawer", date="2019-01-01"))
    commit_all(root, day="2024-07-02")
    newest = by_place(context_of(root))["feed"].entries[0]
    assert (newest.title, newest.recorded, newest.published) == (
        "Found in a drawer", date(2024, 7, 2), date(2019, 1, 1),
    )  # fmt: skip


@pytest.mark.parametrize("url", [None, SUB_PATH])
def test_links_lead_to_the_pages_wherever_the_site_lies(url: str | None) -> None:
    context = a_context(site=SiteSettings(name="x", url=url))
    for path, content in files(context).items():
        if path.endswith(".xml"):
            for link in elements(content, "link"):
                whole = urljoin(f"{SUB_PATH}{path}", link.get("href"))
                assert whole.startswith(SUB_PATH), whole
                target = whole.removeprefix(SUB_PATH).partition("#")[0]
                assert target == path or target.rstrip("/") in _places(context), whole


def _places(context: PublishContext) -> set[str]:
    catalog = context.catalog
    pages = {*catalog.artifacts, *catalog.communities, "", "reuse", *(f"kinds/{kind}" for kind in catalog.kinds)}
    return pages | {f"audiences/{a.id}" for a in catalog.organisation.audiences}


def test_nothing_a_contributor_writes_becomes_markup() -> None:
    for path, content in files(a_context(hostile_catalog())).items():
        text = content.decode() if isinstance(content, bytes) else content
        if path.endswith(".xml"):
            assert "<script" not in text
            assert "<img" not in text
            assert all(child.tag.startswith(ATOM) for child in elements(content))


def test_characters_that_no_xml_may_hold_are_left_out() -> None:
    catalog = a_catalog(
        an_artifact("desk/a", title="A\x0bB\x00\ufffe]]>", tags=("x\x1b",)), organisation=an_organisation()
    )
    found = files(a_context(catalog))
    assert_valid(found)
    assert parsed(found["feed.xml"]).entries[0].title == "AB]]>"


def test_who_is_not_to_be_credited_and_addresses_of_people_are_in_no_feed() -> None:
    context = a_context()
    text = "".join(c.decode() if isinstance(c, bytes) else c for c in files(context).values())
    assert "Nobody Should See" not in text
    assert [e for person in context.catalog.people.values() for e in person.emails if e in text] == []
    hidden = json.loads(files(context)["desk/feed.json"])["items"]
    assert [i["authors"] for i in hidden if i["_outcome_catalog"]["url"] == "desk/new/"] == [[{"name": "Desk guild"}]]


def test_the_same_catalog_gives_the_same_bytes(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    commit_all(root)
    assert files(context_of(root)) == files(context_of(root))


def test_each_page_offers_the_feeds_that_are_about_it() -> None:
    context = a_context()
    offered = feed_links(feeds(context))
    titles = {page: [link["title"] for link in links] for page, links in offered.items()}
    assert titles["./"] == ["New artifacts: Meadow Union", "New reuse: Meadow Union"]
    assert titles["desk/"] == ["New artifacts: Desk guild", "New reuse: Desk guild"]
    assert titles["audiences/agents/"] == ["New artifacts: Agents"]
    pages = {output.path: output for output in site_outputs(context)}
    for page, links in offered.items():
        path = f"{page.removeprefix('./')}index.md"
        assert pages[path].meta["feeds"] == links
        assert {form["url"] for link in links for form in link["formats"]} <= set(pages)


def test_a_community_s_page_leads_to_its_data() -> None:
    outputs = {output.path: output for output in site_outputs(a_context())}
    links = outputs["desk/index.md"].meta["data_links"]
    assert [link["title"] for link in links] == ["JSON", "BibTeX", "CSL-JSON"]
    assert {link["url"] for link in links} <= set(outputs)
    html = rendered(outputs["desk/index.md"].meta, "desk/")
    assert 'The data: <a href="../api/v1/communities/desk.json">JSON</a>' in html
    assert "data_links" not in outputs["index.md"].meta
