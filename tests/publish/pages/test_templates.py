"""What holds for every page: it renders strictly, escapes everything, links only to what is there, and runs nothing."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from tests.publish.pages.desk import desk_catalog
from tests.publish.pages.rendering import a_context, all_metas, rendered, site_html

from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.ids import ArtifactRef, CommunityId
from outcome_catalog.publish.pages.table import BUILDERS
from outcome_catalog.publish.relative_links import relative_link
from outcome_catalog.resources import bundled

HOSTILE = """</title></script><script>alert(1)</script><img src=x onerror=alert(1)>"'`{{ 7 * 7 }}"""
TEMPLATES = sorted(Path(bundled("overrides")).rglob("*.html"))
FORGE = "https://github.com/example/catalog"


class Links(HTMLParser):
    """The ids and the links of a page, and the elements that could run something."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.running: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.ids += [values["id"] or ""] if "id" in values else []
        self.hrefs += [values["href"] or ""] if tag == "a" and "href" in values else []
        self.running += [f"{tag} {name}" for name in values if name.startswith("on")]
        if tag == "script" and values.get("type") not in {"application/ld+json", "application/json", "module"}:
            self.running.append("script")


def hostile_catalog() -> Catalog:
    """The desk's catalog with hostile text wherever a contributor writes plain text."""
    catalog = desk_catalog()
    desk = catalog.communities[CommunityId("desk")]
    charter = desk.charter
    artifacts = {
        ref: replace(a, title=HOSTILE, summary=HOSTILE, note=HOSTILE, license=HOSTILE, tags=(HOSTILE,))
        for ref, a in catalog.artifacts.items()
    }
    first = charter.outcomes[0]
    charter = replace(
        charter,
        title=HOSTILE,
        summary=HOSTILE,
        note=HOSTILE,
        goal=replace(charter.goal, statement=HOSTILE),
        expected_outputs=tuple(replace(o, title=HOSTILE, done_when=(HOSTILE,)) for o in charter.expected_outputs),
        outcomes=(
            replace(
                first,
                title=HOSTILE,
                not_possible_before=HOSTILE,
                indicators=tuple(replace(i, title=HOSTILE, unit=HOSTILE, source=HOSTILE) for i in first.indicators),
            ),
        ),
    )
    records = tuple(replace(record, note=HOSTILE, evidence=(HOSTILE,)) for record in desk.reuse_records)
    communities = {
        key: replace(
            community,
            charter=charter if key == "desk" else community.charter,
            artifacts=tuple(artifacts[a.ref] for a in community.artifacts),
            reuse_records=records if key == "desk" else (),
        )
        for key, community in catalog.communities.items()
    }
    organisation = replace(
        catalog.organisation,
        name=HOSTILE,
        summary=HOSTILE,
        note=HOSTILE,
        objectives=tuple(replace(o, title=HOSTILE, owner=HOSTILE) for o in catalog.organisation.objectives),
        audiences=tuple(replace(a, title=HOSTILE, contact=HOSTILE) for a in catalog.organisation.audiences),
    )
    kinds = {key: replace(kind, title=HOSTILE, summary=HOSTILE) for key, kind in catalog.kinds.items()}
    return replace(catalog, artifacts=artifacts, communities=communities, organisation=organisation, kinds=kinds)


def test_hostile_text_is_text_on_every_page() -> None:
    """Every page shows the text as it was written, and none of it becomes an element, an attribute or an expression."""
    seen = 0
    for url, html in site_html(a_context(hostile_catalog())):
        assert "<script>alert" not in html, url
        assert "<img src=x" not in html, url
        assert Links(html).running == [], url
        assert not re.search(r"`49\b", html), url
        seen += html.count("&lt;script&gt;alert(1)")
    assert seen > 100, "the hostile text has to be shown, or this test looks at nothing"


@pytest.mark.parametrize("escaping", [False])
def test_without_escaping_the_same_pages_do_run(escaping: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """The check above catches what it is for."""
    from tests.publish.pages import rendering  # noqa: PLC0415 - the module is changed for this test alone

    environment = rendering._environment.__wrapped__("en")
    environment.autoescape = escaping
    monkeypatch.setattr(rendering, "_environment", lambda _language: environment)
    html = "".join(html for _, html in site_html(a_context(hostile_catalog())))
    assert html.count("<script>alert") > 100


def test_every_link_inside_the_site_leads_to_a_page_and_a_place_on_it() -> None:
    context = a_context()
    found = {url: Links(html) for url, html in site_html(context)}
    ids = {url.removeprefix("./"): set(page.ids) for url, page in found.items()}
    files = {output.path for builder in BUILDERS for output in builder(context) if not output.is_page}
    generated = {"api/v1/catalog.json", *files}
    for url, page in found.items():
        for href in page.hrefs:
            if href.startswith(("https://", "mailto:", "data:application/")):
                continue
            address, _, fragment = href.partition("#")
            target = _resolved(url, address.partition("?")[0])
            assert target in ids or target in generated, f"{url} links to {href}"
            assert not fragment or fragment in ids[target], f"{url} links to {href}, which has no such place"


def _resolved(url: str, href: str) -> str:
    """The site address that *href* means on the page at *url*."""
    if not href:
        return url.removeprefix("./")
    steps = [step for step in url.removeprefix("./").split("/") if step]
    for step in href.split("/"):
        if step == "..":
            steps.pop()
        elif step not in {"", "."}:
            steps.append(step)
    joined = "/".join(steps)
    return f"{joined}/" if joined and (href.endswith("/") or "." not in steps[-1]) else joined


def test_every_id_is_there_once() -> None:
    for url, html in site_html(a_context()):
        ids = Links(html).ids
        assert len(ids) == len(set(ids)), f"{url}: {sorted({i for i in ids if ids.count(i) > 1})}"


def test_every_page_has_one_first_heading_and_the_place_that_is_skipped_to() -> None:
    for url, html in site_html(a_context()):
        assert html.count("<h1") == 1, url
        assert "text" in Links(html).ids, url


def test_data_of_pages_is_plain() -> None:
    """Templates of any engine read it: no objects, no key that Python's dicts use themselves."""
    for url, meta in all_metas(a_context()).items():
        _assert_plain(meta, url)


def _assert_plain(value: Any, where: str) -> None:
    if isinstance(value, dict):
        for key, inner in value.items():
            assert isinstance(key, str), where
            assert not hasattr(dict, key), f"{where}.{key} is a method of dict in templates"
            _assert_plain(inner, f"{where}.{key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            _assert_plain(inner, f"{where}[{number}]")
    else:
        assert value is None or type(value) in {str, int, float, bool}, f"{where} is {type(value)}"


def test_pages_load_nothing_from_elsewhere() -> None:
    for url, html in site_html(a_context()):
        assert not re.search(r"""<(?:link|script|img|iframe)[^>]+(?:href|src)=["']?(?:https?:)?//""", html), url


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_templates_stay_in_the_shared_subset(template: Path) -> None:
    """Only HTML that was made safe is printed as it is; nothing that another engine does not know."""
    text = template.read_text(encoding="utf-8")
    printed = re.findall(r"\{\{-?\s*([\w.]+)\s*\|\s*safe", text)
    assert text.count("| safe") == len(printed)
    assert all(name.endswith(("_html", "_svg")) for name in printed), printed
    assert not re.search(r"\s(?:on[a-z]+|style)=", text), "no inline handlers, no inline styles"
    for forbidden in (".items()", ".format(", ".strip(", ".split(", ".join(", "namespace(", "import "):
        assert forbidden not in re.sub(r"\{#.*?#\}", "", text, flags=re.S), forbidden


def test_the_shell_of_artifact_pages_reads_nothing_of_the_artifact() -> None:
    meta: dict[str, Any] = {"template": "artifact.html", "title": "x", "shell": {"head": "HEAD", "content": "CONTENT"}}
    html = rendered(meta, "a/b/")
    assert html.count("HEAD") == 1
    assert html.count("CONTENT") == 1


def test_addresses_in_charts_are_those_of_the_filter() -> None:
    html = dict(site_html(a_context()))
    assert f'href="{relative_link("desk/", "communities/")}"' in html["communities/"]
    assert ArtifactRef("desk/greet") in a_context().catalog.artifacts


def test_the_preview_shows_what_to_mend_and_the_footer_what_figures_rest_on() -> None:
    facts = {"as_of": "2026-06-30", "commit": None, "commit_url": None, "history": "shallow", "left_out": 3}
    catalog = {**facts, "not_shown": "", "notes": ["The clone was cut short."], "findings": [HOSTILE]}
    html = rendered(all_metas(a_context())["kinds/"], "kinds/", extra={"homepage": ".", "outcome_catalog": catalog})
    assert "Mend this first" in html
    assert "&lt;script&gt;alert(1)" in html
    assert "counted from files outside git" in html
    assert "history cut short" in html
    assert "The clone was cut short." in html
    assert "Documents left out: 3" in html
    sound = rendered(all_metas(a_context())["kinds/"], "kinds/", extra={"homepage": ".", "outcome_catalog": None})
    assert "Mend this first" not in sound
