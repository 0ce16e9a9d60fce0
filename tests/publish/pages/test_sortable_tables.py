"""Tables that a script will put a filter over: the page says so before its rows come, so that nothing moves."""

import re

from tests.insights.catalogs import a_catalog, an_artifact, day
from tests.publish.pages.desk import an_organisation
from tests.publish.pages.rendering import a_context, site_html

from outcome_catalog.model.ids import AudienceId

TABLE = re.compile(
    r'<div class="(oc-scroll[^"]*)"[^>]*>\s*<table class="[^"]*\boc-sortable\b.*?<tbody>(.*?)</tbody>', re.DOTALL
)
FOLDED = re.compile(r"<details.*?</details>", re.DOTALL)
"""What is not seen does not move."""
FEWEST_TO_FILTER = 15


def test_the_place_of_a_filter_is_kept_from_the_start() -> None:
    agents = (AudienceId("agents"),)
    artifacts = [an_artifact(f"c{n}/a", date=day("2026-01-01"), audience=agents) for n in range(FEWEST_TO_FILTER)]
    catalog = a_catalog(*artifacts, organisation=an_organisation())
    kept: dict[str, bool] = {}
    for url, html in site_html(a_context(catalog)):
        for scroll, rows in TABLE.findall(FOLDED.sub("", html)):
            has_filter = rows.count("<tr") >= FEWEST_TO_FILTER
            assert ("oc-scroll--tools" in scroll) is has_filter, url
            kept[url] = kept.get(url, False) or has_filter
    assert {url for url, is_long in kept.items() if is_long} >= {
        "communities/",
        "audiences/agents/",
        "contribute/charter/",
    }
    assert not all(kept.values())
