"""Suggestions and chains on the pages: each with its evidence and its record; what is not counted says so."""

import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.insights.catalogs import (
    Git,
    a_catalog,
    a_person,
    a_record,
    an_artifact,
    artifact_path,
    based_on,
    record_path,
)
from tests.publish.pages.desk import an_organisation
from tests.publish.pages.rendering import a_context, artifact_meta, page, pages, rendered, titles

from outcome_catalog.model.artifact import Mode
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.history import Depth
from outcome_catalog.model.ids import CommunityId, PersonId, UnitId
from outcome_catalog.model.reuse import UsedBy, UsedIn
from outcome_catalog.publish.context import SiteSettings

HOSTILE = 'Guide <script>alert("1")</script>'
RECORD = "desk/2025-03-01-use"


def chained(**more: Any) -> Catalog:
    """Three artifacts on a chain, one that links without saying more, and a commit that names nothing there is."""
    git = Git()
    parts = (
        an_artifact("desk/guide", title=HOSTILE, authors=(PersonId("writer"),)),
        an_artifact("field/visit", based_on=(based_on("desk/guide"),)),
        an_artifact("field/round", based_on=(based_on("field/visit"),)),
        an_artifact("lab/notes", links=("../../desk/artifacts/guide.md",)),
    )
    git.commit("writer", "2025-01-02", artifact_path("desk/guide"))
    entries = ((artifact_path("field/visit"), "desk/guide"), (artifact_path("field/round"), "field/visit"))
    git.commit("mate", "2025-02-03", *(path for path, _ in entries), brings=entries)
    commit = git.commit("mate", "2025-03-04", artifact_path("lab/notes"), record_path(RECORD))
    git.reused_from[commit] = ("desk/lost",)
    people = (a_person("writer"), a_person("mate", unit=UnitId("north")), a_person("author", unit=UnitId("south")))
    record = a_record(
        RECORD, "desk/guide", used_by=UsedBy(unit=UnitId("north"), community=CommunityId("field")),
        used_in=UsedIn(title="Van"), mode=Mode.TRIED_REJECTED,
    )  # fmt: skip
    return a_catalog(*parts, record, *people, history=git.history, organisation=an_organisation(), **more)


def test_a_suggestion_says_what_gives_it_away_and_offers_its_record() -> None:
    meta = page("attention/", chained())["suggestions"]
    (entry,) = meta["entries"]
    assert (entry["reusing"]["title"], entry["source"]["title"]) == ("notes", HOSTILE)
    (clue,) = entry["clues"]
    assert (clue["sign"], clue["excerpt"]) == ("link", "../../desk/artifacts/guide.md")
    assert clue["source"]["url"].endswith("/blob/main/communities/lab/artifacts/notes.md")
    offered = parse_qs(urlsplit(entry["draft"]["url"]).query)
    assert offered["value"] == [entry["draft"]["text"]]
    assert "  unit: south\n  community: lab\n" in entry["draft"]["text"]
    (unknown,) = meta["unknown"]
    assert (unknown["reference"], unknown["reusing"]["title"]) == ("desk/lost", "notes")
    html = rendered(page("attention/", chained()), "attention/")
    assert "Perhaps reuse: suggestions, not counted" in html
    assert "desk/lost" in html
    assert "<script>alert" not in html


def test_without_a_forge_and_without_a_known_unit_the_entry_is_shown_to_copy() -> None:
    catalog = chained(people={}, person_by_email={})
    (entry,) = page("attention/", catalog, SiteSettings(name="Catalog"))["suggestions"]["entries"]
    assert entry["draft"]["url"] is None
    assert entry["draft"]["text"].startswith("based_on:\n  - artifact: desk/guide")
    (with_forge,) = page("attention/", catalog)["suggestions"]["entries"]
    assert with_forge["draft"]["url"].endswith("/edit/main/communities/lab/artifacts/notes.md")


def test_the_reuse_page_counts_suggestions_apart_and_leads_to_them() -> None:
    overview = page("reuse/", chained())["overview"]
    assert overview["suggestions"] == {"title": "1 suggestion", "url": "attention/#suggestions"}
    assert overview["counted"] == 1
    nothing = page("reuse/", a_catalog(an_artifact("desk/guide")))["overview"]
    assert nothing["suggestions"]["title"] == "none"
    assert "Nothing gives away a reuse" in rendered(
        page("attention/", a_catalog(an_artifact("desk/guide"))), "attention/"
    )


def test_a_page_lists_a_hundred_suggestions_and_says_how_many_there_are() -> None:
    sources = [an_artifact(f"desk/g{n:03}") for n in range(103)]
    links = tuple(f"../../desk/artifacts/{source.slug}.md" for source in sources)
    git = Git()
    commit = git.commit("writer", "2025-01-02", artifact_path("lab/notes"))
    git.reused_from[commit] = tuple(f"desk/lost{n}" for n in range(104))
    meta = page("attention/", a_catalog(*sources, an_artifact("lab/notes", links=links), history=git.history))
    section = meta["suggestions"]
    assert (section["total"], len(section["entries"]), len(section["unknown"])) == (103, 100, 100)
    html = rendered(meta, "attention/")
    assert "The first 100 of 103: record these" in html
    assert "and 4 more" in html


def test_the_strongest_sign_comes_first_then_the_most_clues() -> None:
    git = Git()
    git.reused_from[git.commit("mate", "2025-03-04", artifact_path("lab/notes"))] = ("desk/b", "desk/c")
    links = ("../../desk/artifacts/a.md", "../../desk/artifacts/c.md")
    parts = (*(an_artifact(f"desk/{name}") for name in "abc"), an_artifact("lab/notes", links=links))
    entries = page("attention/", a_catalog(*parts, history=git.history))["suggestions"]["entries"]
    assert [(entry["source"]["title"], [clue["sign"] for clue in entry["clues"]]) for entry in entries] == [
        ("c", ["commit message", "link"]), ("b", ["commit message"]), ("a", ["link"]),
    ]  # fmt: skip


def test_no_page_but_the_list_of_suggestions_and_its_count_changes_with_them() -> None:
    context = a_context(chained())
    with_them = {url: json.dumps(output.meta, default=str) for url, output in pages(context).items()}
    bare = type(context)(catalog=context.catalog, figures=context.figures, site=context.site, words=context.words)
    without = {url: json.dumps(output.meta, default=str) for url, output in pages(bare).items()}
    assert {url for url, text in with_them.items() if text != without[url]} == {"attention/", "reuse/"}


def test_the_longest_chains_show_the_grade_of_each_link() -> None:
    (chain,) = page("reuse/", chained())["overview"]["chains"]
    assert chain["text"] == "2 links"
    assert [titles(step["artifacts"]) for step in chain["steps"]] == [[HOSTILE], ["visit"], ["round"]]
    assert [step["link"] and step["link"]["grade"] for step in chain["steps"]] == [None, "verified", "verified"]
    assert chain["steps"][2]["link"]["not_counted"] == "inside its own community"
    html = rendered(page("reuse/", chained()), "reuse/")
    assert "The longest chains" in html
    assert "<script>alert" not in html


def test_an_artifact_shows_the_chain_it_is_on() -> None:
    context = a_context(chained())
    chain = artifact_meta(context, "field/visit")["chain"]
    assert [item["is_this"] for step in chain["steps"] for item in step["artifacts"]] == [False, True, False]
    assert "On a chain of reuse" in rendered(artifact_meta(context, "field/visit"), "field/visit/")
    assert artifact_meta(context, "lab/notes")["chain"] is None


def test_artifacts_that_are_based_on_each_other_are_shown_as_one_step() -> None:
    parts = (
        an_artifact("a/one", based_on=(based_on("b/two"), based_on("d/zero"))),
        an_artifact("b/two", based_on=(based_on("a/one"),)),
        an_artifact("c/three", based_on=(based_on("b/two"),)),
        an_artifact("d/zero"),
    )
    meta = page("reuse/", a_catalog(*parts))
    (chain,) = meta["overview"]["chains"]
    assert [titles(step["artifacts"]) for step in chain["steps"]] == [["zero"], ["one", "two"], ["three"]]
    assert "based on each other" in rendered(meta, "reuse/")


def test_a_reason_leads_to_the_commit_it_names() -> None:
    context = a_context(chained())
    rejected = next(e for e in artifact_meta(context, "desk/guide")["history"]["entries"] if e["mode"] != "adapted")
    assert (rejected["mode"], rejected["not_counted"]) == ("tried and rejected", "tried and rejected")
    why = rejected["why"]
    assert why["before"] == "Attested: the record came in with commit "
    assert why["commit"] == {"title": f"{3:040x}"[:10], "url": f"https://github.com/example/catalog/commit/{3:040x}"}
    assert why["after"].startswith(" by somebody of Dairy North on 4 Mar 2025; the commit is not signed; ")
    assert why["before"] + why["commit"]["title"] + why["after"] == why["text"]
    html = rendered(artifact_meta(context, "desk/guide"), "desk/guide/")
    assert f'commit <a href="https://github.com/example/catalog/commit/{3:040x}">' in html
    assert "not counted: tried and rejected" in html


def test_what_a_reason_tells_is_not_said_again_beside_it_but_stands_in_tables_without_it() -> None:
    context = a_context(chained())
    rejected = next(e for e in artifact_meta(context, "desk/guide")["history"]["entries"] if e["mode"] != "adapted")
    commit = f"{3:040x}"[:10]
    assert (rejected["recorded"], rejected["source"]["commit"], rejected["is_told"]) == ("2025-03-04", commit, True)
    entry = rendered(artifact_meta(context, "desk/guide"), "desk/guide/").partition(f'id="{rejected["anchor"]}"')[2]
    entry = entry.partition("</li>")[0]
    assert entry.count(f">{commit}<") == entry.count("4 Mar 2025") - entry.count('oc-day">4 Mar 2025') == 1
    assert "2025-03-04" not in entry
    row = rendered(page("desk/", chained()), "desk/").partition(f'id="{rejected["anchor"]}"')[2].partition("</tr>")[0]
    assert '<time datetime="2025-03-04">4 Mar 2025</time>' in row
    assert f'@ <a href="https://github.com/example/catalog/commit/{3:040x}">{commit}</a>' in row
    assert "not known" not in row


def test_who_reuses_is_counted_by_units_organisations_and_communities() -> None:
    history = artifact_meta(a_context(chained()), "desk/guide")["history"]
    assert history["reusers"] == "Reused by 1 unit, 1 community."
    assert page("reuse/", chained())["overview"]["reusers"] == "Reused by 1 unit, 1 community."
    assert artifact_meta(a_context(chained()), "lab/notes")["history"]["reusers"] is None


def test_how_deep_the_history_was_read_is_said_with_the_grades() -> None:
    history = artifact_meta(a_context(chained()), "desk/guide")["history"]
    assert history["depth"] == "Grades were read from the whole git history: 3 commits."
    shallow = chained()
    cut = {"commits": shallow.history.commits, "lineages": shallow.history.lineages}
    catalog = type(shallow)(**{f: getattr(shallow, f) for f in shallow.__slots__} | {
        "history": type(shallow.history)(depth=Depth.SHALLOW, **cut)
    })  # fmt: skip
    assert "cut short: 3 commits" in page("reuse/", catalog)["overview"]["depth"]
    none = page("reuse/", a_catalog(an_artifact("desk/guide")))["overview"]["depth"]
    assert none == "There is no git history to read grades from, so every use is only claimed."
