"""Addresses, links relative to a page, and what a page may link to."""

import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils import normalize_url
from tests.publish.engine.contexts import context_of
from tests.publish.engine.projects import write_project

from outcome_catalog.publish.addresses import (
    commit_url,
    edit_url,
    external_url,
    new_file_url,
    page_path,
    page_url,
    source_url,
)
from outcome_catalog.publish.relative_links import relative_link
from outcome_catalog.publish.search import FOLDER as INDEX_FOLDER
from outcome_catalog.publish.site_outputs import site_outputs
from outcome_catalog.publish.site_settings import SiteSettings
from outcome_catalog.publish.stylesheet import ADDRESS as STYLESHEET
from outcome_catalog.sources.names import RESERVED_COMMUNITIES, SITE_ADDRESSES

_STEP = st.text(string.ascii_lowercase + string.digits + "-", min_size=1, max_size=5)
_ADDRESS = st.builds(lambda steps, end: "/".join(steps) + end, st.lists(_STEP, max_size=4), st.sampled_from(["", "/"]))


@given(address=_ADDRESS, page=st.lists(_STEP, max_size=3))
def test_relative_links_are_those_of_mkdocs(address: str, page: list[str]) -> None:
    url = "".join(f"{step}/" for step in page)

    class Page:
        pass

    here = Page()
    here.url = url  # type: ignore[attr-defined]
    assert relative_link(address, url) == normalize_url(address, here)  # type: ignore[arg-type]


@pytest.mark.parametrize("link", ["https://example.org/x", "mailto:lead@example.org", "#part", "/root"])
def test_other_links_stay_as_they_are(link: str) -> None:
    assert relative_link(link, "guild/sort/") == link


@pytest.mark.parametrize(
    "url", ["https://example.org", "http://example.org/a?b#c", "mailto:lead@example.org", "HTTPS://E.org"]
)
def test_web_and_mail_addresses_may_be_linked_to(url: str) -> None:
    assert external_url(url) == url


@pytest.mark.parametrize(
    "url",
    [
        None, "", "javascript:alert(1)", "JavaScript:alert(1)", " https://example.org", "https://e mple.org", "https:x",
        "//example.org", "data:text/html,x", "ftp://example.org", "https://example.org/\n", 'https://example.org/"x',
        "mailto:", "https://[::1", "https:///x", "\x01https://example.org", r"https:\\example.org",
    ],
)  # fmt: skip
def test_nothing_else_may_be_linked_to(url: str | None) -> None:
    assert external_url(url) is None


@pytest.mark.parametrize(
    ("path", "url"),
    [
        ("index.md", "./"),
        ("kinds/index.md", "kinds/"),
        ("kinds/idea/index.md", "kinds/idea/"),
        ("by-hand.md", "by-hand/"),
    ],
)
def test_a_page_stands_where_its_path_says(path: str, url: str) -> None:
    assert page_url(path) == url
    if path.endswith("index.md"):
        assert page_path(url) == path


def test_the_forge_s_addresses() -> None:
    site = SiteSettings(
        name="Works",
        repository_url="https://example.com/org/repo",
        edit_base="https://example.com/org/repo/edit/main/",
    )
    path = "communities/guild/artifacts/a b.md"
    assert edit_url(site, path) == "https://example.com/org/repo/edit/main/communities/guild/artifacts/a%20b.md"
    assert source_url(site, path) == "https://example.com/org/repo/blob/main/communities/guild/artifacts/a%20b.md"
    assert commit_url(site, "abc") == "https://example.com/org/repo/commit/abc"  # type: ignore[arg-type]
    written = new_file_url(site, "communities/guild/reuse/x.yml", "a: &b\n")
    assert written == (
        "https://example.com/org/repo/new/main/communities/guild/reuse?filename=x.yml&value=a%3A+%26b%0A"
    )


def test_without_a_forge_there_are_no_links_to_it() -> None:
    site = SiteSettings(name="Works")
    assert (edit_url(site, "x"), source_url(site, "x"), new_file_url(site, "x", "")) == (None, None, None)


def test_nobody_else_can_have_an_address_of_the_site(tmp_path: Path) -> None:
    context = context_of(write_project(tmp_path))
    paths = [output.path for output in site_outputs(context)]
    own = {path.partition("/")[0] for path in paths if "/" in path} - set(context.catalog.communities)
    assert own | {INDEX_FOLDER, STYLESHEET.partition("/")[0]} == SITE_ADDRESSES
    assert SITE_ADDRESSES <= RESERVED_COMMUNITIES
