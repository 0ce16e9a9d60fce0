"""Addresses that something had before lead to the one it has now."""

import re
from pathlib import Path

from tests.publish.engine.contexts import context_of
from tests.publish.engine.projects import artifact, charter, commit_all, git, write_artifact, write_project, write_yaml

from outcome_catalog.publish.redirects import former_addresses, redirects
from outcome_catalog.publish.site_outputs import site_outputs
from outcome_catalog.publish.words import words


def test_what_files_and_git_say_of_former_names_redirects(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    commit_all(root, day="2024-07-01")
    folder = root / "communities"
    (folder / "guild/artifacts/sort-calls.md").rename(folder / "guild/artifacts/sort-the-calls.md")
    (folder / "guild/reuse/2024-06-01-course.yml").unlink()
    write_artifact(root, "circle/sort-leads", artifact("Sort leads first", former=["archive/leads"]))
    git(root, "mv", "communities/circle", "communities/ring")
    write_yaml(folder / "ring/charter.yml", charter("Sales ring", former_slugs=["sellers"]))
    commit_all(root, day="2024-07-02")
    found = former_addresses(context_of(root).catalog)
    assert found == {
        "guild/sort-calls/": "guild/sort-the-calls/",
        "archive/leads/": "ring/sort-leads/",
        "circle/": "ring/",
        "circle/sort-leads/": "ring/sort-leads/",
        "sellers/": "ring/",
        "sellers/sort-leads/": "ring/sort-leads/",
    }


def test_a_redirect_leads_there_and_is_kept_out_of_search(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    write_artifact(root, "circle/sort-leads", artifact("Sort leads first", former=["archive/leads"]))
    (page,) = redirects(context_of(root).catalog, words("en"), taken=())
    assert page.path == "archive/leads/index.html"
    assert re.findall(r'(?:url=|href=")([^"]+)"', str(page.content)) == ["../../circle/sort-leads/"] * 3
    assert '<meta name="robots" content="noindex">' in str(page.content)


def test_a_page_that_is_there_is_never_redirected_away(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    commit_all(root, day="2024-07-01")
    (root / "communities/guild/artifacts/sort-calls.md").rename(root / "communities/guild/artifacts/first-calls.md")
    commit_all(root, day="2024-07-02")
    write_artifact(root, "guild/sort-calls", artifact("Another text at the old place"))
    commit_all(root, day="2024-07-03")
    context = context_of(root)
    assert former_addresses(context.catalog)["guild/sort-calls/"] == "guild/first-calls/"
    assert "guild/sort-calls/index.html" not in {output.path for output in site_outputs(context)}
