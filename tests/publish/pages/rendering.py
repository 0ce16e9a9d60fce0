"""The pages of a catalog: as data, and as HTML without the site generator."""

import posixpath
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import SimpleNamespace
from typing import Any

from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from tests.insights.catalogs import TODAY
from tests.publish.pages.desk import desk_catalog

from outcome_catalog.insights.compute import figures
from outcome_catalog.insights.suggestions import suggestions
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.ids import ArtifactRef
from outcome_catalog.publish.context import PublishContext, SiteSettings
from outcome_catalog.publish.output import Output
from outcome_catalog.publish.pages.artifact import artifact_pages
from outcome_catalog.publish.pages.table import BUILDERS
from outcome_catalog.publish.relative_links import relative_link
from outcome_catalog.publish.words import WORD_FILTERS, words
from outcome_catalog.resources import bundled

SITE = SiteSettings(
    name="Meadow catalog",
    url="https://catalog.example.org/",
    repository_url="https://github.com/example/catalog",
    edit_base="https://github.com/example/catalog/edit/main/",
)
_BASE = """<!doctype html><html><head><title>{% block htmltitle %}{{ page.meta.title }}{% endblock %}</title>
{% block fonts %}<link href="https://fonts.example/">{% endblock %}{% block extrahead %}{% endblock %}</head><body>
{% block announce %}{% endblock %}{% include "partials/header.html" %}<main>
{% block site_nav %}<nav></nav>{% endblock %}
{% block container %}{% block content %}{% endblock %}{% endblock %}</main>{% include "partials/footer.html" %}
{% block scripts %}{% endblock %}</body></html>"""
"""What our templates extend, in place of the theme's own: the same blocks, nothing else."""


def a_context(catalog: Catalog | None = None, site: SiteSettings = SITE) -> PublishContext:
    """The context of *catalog* (the desk's where none is given), with its figures computed as in a build."""
    shown = desk_catalog() if catalog is None else catalog
    return PublishContext(
        catalog=shown, figures=figures(shown), suggestions=suggestions(shown), site=site, words=words("en")
    )


def pages(context: PublishContext) -> dict[str, Output]:
    """Every page but the artifacts', by address."""
    found = [output for builder in BUILDERS for output in builder(context) if output.is_page]
    assert len({output.path for output in found}) == len(found), "two builders make one page"
    return {_address(output.path): output for output in found}


def artifact_meta(context: PublishContext, ref: str, **more: Any) -> dict[str, Any]:
    """The data of one artifact's page, as the engine completes it."""
    artifact = context.catalog.artifacts[ArtifactRef(ref)]
    return {**artifact_pages(context)(artifact), "body_html": "<p>Text.</p>", "toc": [], "shell": None, **more}


def page(url: str, catalog: Catalog | None = None, site: SiteSettings = SITE) -> dict[str, Any]:
    """The data of the page at *url*."""
    return dict(pages(a_context(catalog, site))[url].meta)


def titles(rows: Any) -> list[str]:
    """The titles of a list of links."""
    return [row["title"] for row in rows]


def terms(meta: Mapping[str, Any]) -> dict[str, list[str]]:
    """The facts beside an artifact's text, by term."""
    return {fact["term"]: titles(fact["entries"]) for fact in meta["facts"]}


def all_metas(context: PublishContext) -> dict[str, Mapping[str, Any]]:
    """The data of every page of the site, by address."""
    metas: dict[str, Mapping[str, Any]] = {url: output.meta for url, output in pages(context).items()}
    for ref in context.catalog.artifacts:
        metas[f"{ref}/"] = artifact_meta(context, ref)
    return metas


def rendered(meta: Mapping[str, Any], url: str, language: str = "en", **config: Any) -> str:
    """A page as HTML in the words of *language*; a template that names what is not there fails."""
    return _environment(language).get_template(meta["template"]).render(**page_variables(meta, url, **config))


def page_variables(meta: Mapping[str, Any], url: str, **config: Any) -> dict[str, Any]:
    """What the site generator gives a template, as far as ours look at it."""
    catalog: dict[str, Any] = {
        "as_of": TODAY.isoformat(), "commit": "0000000001", "commit_url": None, "history": "complete",
        "notes": [], "left_out": 0, "not_shown": "", "findings": [], "index_state": None,
    }  # fmt: skip
    settings = {
        "site_name": SITE.name,
        "theme": {"palette": None},
        "extra": {"homepage": ".", "outcome_catalog": catalog},
    }
    settings |= {"repo_url": None, "repo_name": None, "copyright": None} | config
    page = {"meta": _Open(meta), "url": url, "edit_url": None, "canonical_url": None}
    return {"page": page, "config": settings, "nav": SimpleNamespace(items=[], homepage=SimpleNamespace(url="."))}


def site_html(context: PublishContext) -> Iterator[tuple[str, str]]:
    """Every page of the site as HTML, by address."""
    for url, meta in all_metas(context).items():
        yield url, rendered(meta, url)


class _Open(dict[str, Any]):
    """A page's data, where the shared header may ask for a key that only some pages have."""

    def __missing__(self, key: str) -> None:
        if key in {"has_search_box", "shell"}:
            return
        raise KeyError(key)


@pass_context
def _url(context: Context, value: object) -> str:
    return relative_link(str(value), context["page"]["url"])


@lru_cache(maxsize=2)
def _environment(language: str) -> Environment:
    loader = ChoiceLoader([DictLoader({"base.html": _BASE}), FileSystemLoader(bundled("overrides"))])
    environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined)
    environment.filters["url"] = _url
    environment.filters.update(WORD_FILTERS)
    environment.globals["words"] = words(language)
    return environment


def _address(path: str) -> str:
    return "./" if path == "index.md" else f"{posixpath.dirname(path)}/"
