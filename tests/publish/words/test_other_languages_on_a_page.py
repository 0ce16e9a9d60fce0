"""What is in another language than its page says so, wherever it stands (WCAG 2.2, 3.1.2)."""

import re
from dataclasses import replace

import pytest
from tests.insights.catalogs import an_artifact
from tests.publish.pages.desk import desk_catalog
from tests.publish.pages.rendering import a_context, artifact_meta, pages, rendered
from tests.publish.reports.reports import NOWHERE, view_of

from outcome_catalog.model.artifact import ArtifactStatus
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.ids import ArtifactRef
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


def test_a_sentence_of_the_interface_that_names_a_title_stays_in_the_page_s_language() -> None:
    catalog = in_french(desk_catalog())
    drafts = {ref: replace(artifact, status=ArtifactStatus.DRAFT) for ref, artifact in catalog.artifacts.items()}
    page = dict(pages(a_context(replace(catalog, artifacts=drafts))))
    html = rendered(page["./"].meta, "./")
    assert ">Finish the draft: Saluer d’abord</a>" in html
    assert 'lang="fr">Finish' not in html


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
