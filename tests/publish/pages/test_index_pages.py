"""Kinds, audiences and objectives: what is there, what is not, and what is promised."""

from tests.insights.catalogs import a_catalog, an_artifact
from tests.publish.pages.desk import a_full_charter, an_organisation, desk_catalog
from tests.publish.pages.rendering import page, rendered, titles

from outcome_catalog.model.artifact import ArtifactStatus
from outcome_catalog.model.charter import Lifecycle
from outcome_catalog.model.ids import AudienceId


def test_a_kind_shows_how_to_make_a_good_one() -> None:
    meta = page("kinds/how-to/")
    assert meta["done_when"] == ["Somebody can follow it"]
    assert titles(meta["best"]["rows"]) == ["Greet first"]
    assert "level:  # easy · hard" in meta["template_text"]
    assert "## Steps\n\n<!-- One action a step -->" in meta["template_text"]
    assert meta["promises"][0]["new_url"].startswith(
        "https://github.com/example/catalog/new/main/communities/desk/artifacts?"
    )
    assert "output%3A+sheets" in meta["promises"][0]["new_url"]
    assert "None has been reused yet." in rendered(page("kinds/idea/"), "kinds/idea/")


def test_an_audience_sees_what_is_there_and_what_nobody_uses() -> None:
    meta = page("audiences/agents/")
    assert titles(meta["artifacts"]["rows"]) == ["Idle sheet", "Greet first"]
    assert titles(meta["waiting"]["rows"]) == ["Idle sheet"]
    assert (meta["counts"]["reused"], meta["counts"]["waiting"], meta["counts"]["too_young"]) == (
        "1 reused", "1 waiting to be reused", "none too young to judge",
    )  # fmt: skip
    assert meta["contact"]["url"] == "mailto:agents@example.org"
    empty = rendered(page("audiences/nobody-writes-for/"), "audiences/nobody-writes-for/")
    assert "Nothing has been published for this audience yet." in empty
    assert "No community promises anything to this audience." in empty


def test_a_draft_is_not_yet_for_anybody() -> None:
    draft = an_artifact("desk/d", audience=(AudienceId("agents"),), status=ArtifactStatus.DRAFT)
    catalog = a_catalog(draft, organisation=an_organisation())
    assert page("audiences/agents/", catalog)["artifacts"]["total"] == 0


def test_an_objective_that_nothing_serves_is_said() -> None:
    served, forgotten = page("objectives/")["objectives"]
    assert (served["is_served"], served["communities"]) == (True, "1 community")
    assert [(s["word"], s["count"]) for s in served["states"]] == [("behind", 1), ("not measured", 1)]
    assert not forgotten["is_served"]
    assert "No open community serves this objective." in rendered(
        page("objectives/forgotten/"), "objectives/forgotten/"
    )
    assert titles(page("objectives/answer-fast/")["outcomes"][0]["indicators"]) == [
        "Minutes a caller waits",
        "Callers who thank us",
    ]


def test_a_closed_community_serves_no_objective() -> None:
    closed = desk_catalog(charters={"desk": a_full_charter(lifecycle=Lifecycle.CLOSED)})
    assert not page("objectives/", closed)["objectives"][0]["is_served"]
