"""Large catalogs: the work grows with the records and not with their square, and no page grows without end."""

import sys
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any

import pytest
from tests.insights.catalogs import a_catalog, a_record, an_artifact, based_on, day
from tests.publish.pages.desk import HOW_TO, a_full_charter, an_organisation
from tests.publish.pages.rendering import a_context, pages, rendered

from outcome_catalog.model.artifact import Mode
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.ids import AudienceId, KindId, OutputId
from outcome_catalog.model.reuse import UsedBy
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.feeds.table import feed_outputs, feeds
from outcome_catalog.publish.output import Output
from outcome_catalog.publish.pages.artifact import artifact_pages
from outcome_catalog.publish.site_outputs import BUILDERS

SMALL, LARGE = 60, 240
LONGEST_PAGE = 400_000
"""Characters of HTML; a list that shows everything passes it with a few thousand artifacts."""


def a_catalog_of(size: int, communities: int) -> Catalog:
    """*size* artifacts in *communities*, a tenth of them reused, all of one kind, for one audience and one output."""
    artifacts = [
        an_artifact(
            f"c{n % communities}/a{n}",
            output=OutputId("sheets"),
            audience=(AudienceId("agents"),),
            date=day(f"{2020 + n % 6}-01-15"),
            based_on=(based_on(f"c{(n + 1) % communities}/a{n - n % communities + (n + 1) % communities}"),)
            if n % 10 == 5
            else (),
        )
        for n in range(size)
    ]
    records = [
        a_record(
            f"c{n % communities}/2025-01-01-r{n}",
            f"c{n % communities}/a{n}",
            used_by=UsedBy(external=f"Works {n}"),
            mode=Mode.CITED,
        )
        for n in range(0, size, 10)
    ]
    charters = {f"c{n}": a_full_charter() for n in range(communities)}
    kinds = {KindId("how-to"): HOW_TO}
    return a_catalog(*artifacts, *records, charters=charters, organisation=an_organisation(), kinds=kinds)


def artifact_metas(context: PublishContext) -> Iterator[dict[str, Any]]:
    meta = artifact_pages(context)
    return (meta(artifact) for artifact in context.catalog.artifacts.values())


def feed_files(context: PublishContext) -> Iterator[Output]:
    return feed_outputs(feeds(context), context.site)


def steps(work: Callable[[], object]) -> int:
    """How many lines are run, each turn of a loop counted: a measure of work that no machine's speed changes."""
    count = 0

    def trace(_frame: FrameType, event: str, _argument: object) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


@pytest.fixture(scope="module")
def growing() -> tuple[PublishContext, PublishContext]:
    """The same catalog twice: four times as many artifacts, in four times as many communities."""
    return a_context(a_catalog_of(SMALL, 3)), a_context(a_catalog_of(LARGE, 12))


@pytest.mark.parametrize(
    "builder", [*BUILDERS, artifact_metas, feed_files], ids=lambda b: f"{b.__module__}.{b.__name__}"
)
def test_work_grows_with_the_catalog(
    builder: Callable[[PublishContext], Iterator[Output]], growing: tuple[PublishContext, PublishContext]
) -> None:
    small, large = (steps(lambda context=context: list(builder(context))) for context in growing)  # type: ignore[misc]
    assert large < 4.6 * small + 2_000


@pytest.mark.parametrize("communities", [4, 100])
def test_no_page_grows_without_end(communities: int) -> None:
    context = a_context(a_catalog_of(4_000, communities))
    for url, output in pages(context).items():
        assert len(rendered(output.meta, url)) < LONGEST_PAGE, url


def test_a_list_that_is_cut_says_how_long_it_is_and_where_the_rest_is() -> None:
    found = pages(a_context(a_catalog_of(1_000, 2)))
    kind = found["kinds/how-to/"].meta["artifacts"]
    assert (len(kind["rows"]), kind["total"]) == (100, 1_000)
    assert kind["more"] == {"title": "All 1,000 in search", "url": "search/?kind=How-to"}
    community = found["c0/"].meta
    assert (len(community["artifacts"]), community["artifact_kinds"][0]["total"]) == (50, 500)
    its_own = "search/?community=Desk+guild+%28c0%29"  # the other community has the same title
    assert community["artifact_kinds"][0]["url"] == f"{its_own}&kind=How-to"
    assert community["artifacts_more"] == {"title": "All 500 in search", "url": its_own}
    assert found["audiences/agents/"].meta["artifacts"]["more"]["title"] == "All 1,000 in search"
