"""What is in another language than its page says so, wherever it stands (WCAG 2.2, 3.1.2)."""

import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from tests.insights.catalogs import an_artifact, day
from tests.publish.pages.desk import desk_catalog
from tests.publish.pages.rendering import a_context, all_metas, artifact_meta, pages, rendered
from tests.publish.pages.test_suggestions_and_chains import chained
from tests.publish.reports.reports import NOWHERE, view_of

from outcome_catalog.model.artifact import ArtifactStatus
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.ids import ArtifactRef, CommunityId
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.pages.links import foreign_language
from outcome_catalog.publish.reports.html import report_html
from outcome_catalog.publish.words import language_name, own_language_name, words

GREET = ArtifactRef("desk/greet")


def in_french(catalog: Catalog) -> Catalog:
    """*catalog* with one artifact, the first, written in French."""
    greet = replace(catalog.artifacts[GREET], title="Saluer d’abord", summary="Un mot.", language="fr")
    desk = catalog.communities[greet.community]
    artifacts = tuple(greet if artifact.ref == GREET else artifact for artifact in desk.artifacts)
    communities = {**catalog.communities, desk.id: replace(desk, artifacts=artifacts)}
    return replace(catalog, artifacts={**catalog.artifacts, GREET: greet}, communities=communities)


@pytest.fixture(scope="module")
def context() -> PublishContext:
    return a_context(in_french(desk_catalog()))


def test_an_artifact_s_own_page_marks_title_summary_and_text(context: PublishContext) -> None:
    html = rendered(artifact_meta(context, GREET), f"{GREET}/")
    assert 'lang="fr">Saluer d’abord</h1>' in html
    assert 'lang="fr">Un mot.</p>' in html
    assert 'id="text" lang="fr">' in html


@pytest.mark.parametrize("url", ["desk/", "kinds/how-to/", "reuse/", "reports/all/"])
def test_a_title_in_a_list_or_a_table_is_marked(context: PublishContext, url: str) -> None:
    html = rendered(pages(context)[url].meta, url)
    shown = html.count(">Saluer d’abord</a>")
    assert shown
    assert html.count('lang="fr">Saluer d’abord</a>') == shown


def test_where_a_title_leads_nowhere_it_is_marked_too(context: PublishContext) -> None:
    """On its own page in its chain; in a report as one file, which stands alone."""
    chain = {"text": "", "before": None, "after": None, "steps": [
        {"link": None, "is_circle": False, "artifacts": [
            {"title": "Saluer d’abord", "url": None, "lang": "fr", "is_this": True, "community": {"title": "Desk"}}]},
    ]}  # fmt: skip
    html = rendered(artifact_meta(context, GREET, chain=chain), f"{GREET}/")
    assert '<strong lang="fr">Saluer d’abord</strong>' in html
    html = report_html(view_of("all", context.catalog, site=NOWHERE))
    assert '<span lang="fr">Saluer d’abord</span>' in html


@pytest.mark.parametrize("url", ["desk/", "attention/"])
def test_a_title_within_a_sentence_is_told_apart_from_it(context: PublishContext, url: str) -> None:
    html = rendered(pages(context)[url].meta, url)
    assert re.search(r'<a href="[^"]*">(<span lang="fr">Saluer d’abord</span>), used by Harbour', html)
    assert ">Saluer d’abord, used by" not in html


class Marked(HTMLParser):
    """Where a page holds the MARK of a title or a summary: in which element or attribute, and in which language."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[tuple[str, str | None]] = [("", None)]
        self.found: set[tuple[str, str | None]] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        lang = given.get("lang", self.open[-1][1])
        self.found |= {(f"{tag} {name}", lang) for name, value in attrs if MARK in (value or "")}
        is_for_search = any(name.startswith("data-pagefind-") and value != "title" for name, value in attrs)
        if tag not in {"meta", "link", "br", "wbr", "img", "input", "hr"}:
            self.open.append((f"{tag} for the search" if is_for_search and tag == "span" else tag, lang))

    def handle_endtag(self, tag: str) -> None:
        while self.open.pop()[0].partition(" ")[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if MARK in data:
            within = [tag for tag, _ in self.open]
            place = "head title" if within[-2:] == ["head", "title"] else within[-1]
            self.found.add((place, self.open[-1][1]))


MARK = "Écrit"
CANNOT_SAY = {"head title", "span for the search", "code"}
"""The page's own title, which names the site too; what nobody reads; a citation to copy, which is data."""


def all_in_french(catalog: Catalog) -> Catalog:
    """*catalog* with every artifact in French and overdue, each title and summary with the MARK."""
    marked = {"language": "fr", "review_by": day("2026-01-31")}
    artifacts = {
        ref: replace(artifact, title=f"{MARK} {artifact.title}", summary=f"{MARK} {artifact.summary}", **marked)
        for ref, artifact in catalog.artifacts.items()
    }
    communities = {
        name: replace(found, artifacts=tuple(artifacts[artifact.ref] for artifact in found.artifacts))
        for name, found in catalog.communities.items()
    }
    return replace(catalog, artifacts=artifacts, communities=communities)


def evidenced_by_an_artifact(catalog: Catalog) -> Catalog:
    """*catalog* with the first artifact as the evidence of each measured value of the desk, which a picture tells."""
    desk = catalog.communities[CommunityId("desk")]
    measurements = {
        name: replace(found, values=tuple(replace(value, evidence=(GREET,)) for value in found.values))
        for name, found in desk.measurements.items()
    }
    communities = {**catalog.communities, desk.id: replace(desk, measurements=measurements)}
    return replace(catalog, communities=communities)


def drafts_alone(catalog: Catalog) -> Catalog:
    """*catalog* before anything was published, when the home page says what to do next."""
    drafts = {ref: replace(artifact, status=ArtifactStatus.DRAFT) for ref, artifact in catalog.artifacts.items()}
    return replace(catalog, artifacts=drafts)


@pytest.mark.parametrize(
    "catalog",
    [lambda: evidenced_by_an_artifact(desk_catalog()), lambda: drafts_alone(desk_catalog()), chained],
    ids=["desk", "drafts", "chained"],
)
def test_wherever_a_title_or_a_summary_stands_its_language_is_said(catalog: Callable[[], Catalog]) -> None:
    """In pictures, in attributes and for screen readers alone too: where it cannot be said, the title is not."""
    context = a_context(all_in_french(catalog()))
    found = {place for url, meta in all_metas(context).items() for place in Marked(rendered(meta, url)).found}
    assert len(found) > 5
    assert {place for place, lang in found if lang != "fr"} == CANNOT_SAY


def test_a_picture_says_in_which_language_its_evidence_is_and_the_table_beside_it_names_it() -> None:
    html = rendered(pages(a_context(in_french(evidenced_by_an_artifact(desk_catalog()))))["desk/"].meta, "desk/")
    assert "measured, evidence: an artifact in French\n" in html
    assert re.search('<td><a href="[^"]*" lang="fr">Saluer d’abord</a></td>', html)


def test_a_sentence_of_the_interface_that_names_a_title_stays_in_the_page_s_language() -> None:
    html = rendered(pages(a_context(drafts_alone(in_french(desk_catalog()))))["./"].meta, "./")
    assert '>Finish the draft: <span lang="fr">Saluer d’abord</span></a>' in html


def test_the_search_is_told_the_language_of_what_is_not_in_its_own(context: PublishContext) -> None:
    assert '<span data-pagefind-meta="lang">fr</span>' in rendered(artifact_meta(context, GREET), f"{GREET}/")
    assert 'data-pagefind-meta="lang"' not in rendered(artifact_meta(context, "desk/idle"), "desk/idle/")


def test_what_is_in_the_page_s_language_is_not_marked(context: PublishContext) -> None:
    html = rendered(pages(context)["desk/"].meta, "desk/")
    assert 'lang="en"' not in html
    assert 'id="text">' in rendered(artifact_meta(a_context(), GREET), f"{GREET}/")


@pytest.mark.parametrize(
    ("organisation", "artifact", "marked"),
    [("en", None, None), ("en", "en-US", None), ("en", "fr", "fr"), ("fr", "en", "en"), ("fr", None, None),
     ("fr-CA", "fr", None), ("de", None, "de"), ("de", "en", None)],
)  # fmt: skip
def test_the_language_is_named_where_it_is_not_that_of_the_pages(
    organisation: str, artifact: str | None, marked: str | None
) -> None:
    """A catalog whose language has no words speaks English, and its artifacts are not in English."""
    catalog = desk_catalog()
    settings = replace(catalog.organisation.settings, language=organisation)
    catalog = replace(catalog, organisation=replace(catalog.organisation, settings=settings))
    context = replace(a_context(catalog), words=words(organisation))
    assert foreign_language(context, an_artifact("desk/a", language=artifact)) == marked


def test_languages_go_by_their_names() -> None:
    names = [language_name(words(own), tag) for own in ("en", "fr") for tag in ("fr", "de", "tlh-x")]
    assert names == ["French", "German", "tlh-x", "français", "allemand", "tlh-x"]
    assert (own_language_name("fr"), own_language_name("pt-BR"), own_language_name("zz")) == (
        "français",
        "português (Brasil)",
        "zz",
    )


def test_what_is_no_language_is_not_called_english() -> None:
    assert [language_name(words("en"), tag) for tag in ("und", "mul", "zxx")] == [
        "Unknown language", "Multiple languages", "No linguistic content",
    ]  # fmt: skip
    assert language_name(words("fr"), "und") == "langue indéterminée"


def test_a_translation_is_led_to_by_its_own_name_in_its_own_language() -> None:
    catalog = in_french(desk_catalog())
    greet = replace(catalog.artifacts[GREET], translation_of=ArtifactRef("desk/idle"))
    catalog = replace(catalog, artifacts={**catalog.artifacts, GREET: greet})
    html = rendered(artifact_meta(a_context(catalog), "desk/idle"), "desk/idle/")
    assert 'hreflang="fr" lang="fr" title="Saluer d’abord">français</a>' in html
    assert '<link rel="alternate " hreflang="fr" href="../greet/">' in html
