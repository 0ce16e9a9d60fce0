"""The search counts what is there: its facets equal a recount from the sources, its links find what they promise."""

import datetime
import json
import re
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qsl, urljoin, urlsplit

import pytest
from playwright.sync_api import Browser
from tests.conftest import REPOSITORY, RealSet
from tests.publish.engine.browser import served
from tests.publish.engine.projects import ORGANISATION, artifact, charter, write_artifact, write_project, write_yaml
from tests.recount.facets import facets
from tests.recount.report import known_on
from tests.site_quality.sites import REAL_DAY, Site, build

from outcome_catalog.publish.search import IndexSettings, write_search_index

pytestmark = pytest.mark.acceptance
DAY_OF_THE_DEMO = datetime.date(2026, 6, 30)
ENGLISH = json.loads((REPOSITORY / "generator/outcome_catalog/publish/words/en.json").read_text(encoding="utf-8"))
WORDS = {
    "reused": {"reused": "reused_yes", "waiting": "reused_no", "too young": "reused_too_young"},
    "grade": {"none": "no_use"},
}
"""For what the recount calls it, the name of the word that the page says."""
NO_FACET = {"q", "sort"}


class _Record(HTMLParser):
    """What a page tells the search, and its links with their words."""

    def __init__(self) -> None:
        super().__init__()
        self.is_indexed = False
        self.filters: list[tuple[str, str]] = []
        self.links: list[tuple[str, str]] = []
        self._facet: str | None = None
        self._href: str | None = None
        self._text = ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        found = dict(attributes)
        self.is_indexed |= "data-pagefind-body" in found
        if "data-pagefind-filter" in found:
            self._facet, self._text = found["data-pagefind-filter"], ""
        elif tag == "a":
            self._href, self._text = found.get("href"), ""

    def handle_data(self, data: str) -> None:
        self._text += data

    def handle_endtag(self, tag: str) -> None:
        if self._facet is not None:
            self.filters.append((self._facet, self._text))
            self._facet = None
        elif tag == "a" and self._href is not None:
            self.links.append((self._href, " ".join(self._text.split())))
            self._href = None


@lru_cache(maxsize=2)
def records(site: Site) -> dict[str, _Record]:
    found = {}
    for address in site.pages:
        found[address] = _Record()
        found[address].feed(site.html(address))
    return found


def counted_in_pages(site: Site) -> dict[str, dict[str, int]]:
    found: dict[str, Counter[str]] = {}
    for record in records(site).values():
        for facet, value in set(record.filters) if record.is_indexed else ():
            found.setdefault(facet, Counter())[value] += 1
    return {facet: dict(counts) for facet, counts in found.items()}


def counted_in_sources(root: Path, day: datetime.date) -> dict[str, dict[str, int]]:
    def word(facet: str, value: str) -> str:
        return str(ENGLISH["facet"][WORDS[facet][value]]) if value in WORDS.get(facet, {}) else value

    known = known_on(root, day)
    found = {facet: {word(facet, v): n for v, n in counts.items()} for facet, counts in facets(known).items()}
    kinds = {"artifacts": len(known.artifacts), "communities": len(known.charters)}
    hand_written = sum(1 for path in (root / "communities").glob("*.md") if path.name != "index.md")
    kinds |= {"pages": hand_written} if hand_written else {}
    return {**found, "type": {str(ENGLISH["facet"][name]): count for name, count in kinds.items()}}


def counted_in_index(site: Site, folder: Path, chromium: Browser) -> dict[str, dict[str, int]]:
    """Pagefind's own counts, from the index of the site's pages made by its own command."""
    for address in site.pages:
        if records(site)[address].is_indexed:
            page = folder / site.file(address).relative_to(site.folder)
            page.parent.mkdir(parents=True, exist_ok=True)
            page.symlink_to(site.file(address))
    write_search_index(folder, IndexSettings(jobs=1, language="en"))
    (folder / "empty.html").write_text("<!doctype html><html lang=en><title>Nothing</title></html>", encoding="utf-8")
    with served(folder) as base:
        page = chromium.new_page()
        page.goto(f"{base}empty.html")
        found = page.evaluate("import('/pagefind/pagefind.js').then(engine => engine.filters())")
        page.close()
    return {facet: {value: count for value, count in counts.items() if count} for facet, counts in found.items()}


@pytest.mark.browser
@pytest.mark.realworld
@pytest.mark.xdist_group("browser")
@pytest.mark.parametrize("name", ["demo", "innersource-patterns", "kubernetes-sigs"])
def test_every_facet_counts_what_the_sources_hold(
    name: str,
    built_site: Callable[[str], Site],
    imported_set: Callable[[str], RealSet],
    chromium: Browser,
    tmp_path: Path,
) -> None:
    site = built_site(name)
    if name == "demo":
        root, day = site.folder.with_name(f"{site.folder.name}-source"), DAY_OF_THE_DEMO
    else:
        root, day = imported_set(name).root, REAL_DAY
    recounted = counted_in_sources(root, day)
    assert counted_in_pages(site) == recounted
    assert counted_in_index(site, tmp_path, chromium) == recounted
    assert {"community", "kind", "audience", "output", "tag", "year", "reused", "grade"} <= set(recounted)


def test_every_facet_of_this_repositorys_own_catalog_counts_what_its_sources_hold(tmp_path: Path) -> None:
    if not (REPOSITORY / ".git").exists():
        pytest.skip("this is no git checkout")
    root, site = tmp_path / "own", Site("own", tmp_path / "site")
    subprocess.run(["git", "clone", "-q", str(REPOSITORY), str(root)], check=True)
    build(root, site.folder, as_of=REAL_DAY)
    assert counted_in_pages(site) == counted_in_sources(root, REAL_DAY)


def promises(site: Site) -> Iterator[tuple[str, str, int]]:
    """Each link to the search that is about a number: its words, its question, and how much the question finds."""
    indexed = [set(record.filters) for record in records(site).values() if record.is_indexed]
    for address, record in records(site).items():
        for href, text in record.links:
            asked = urlsplit(urljoin(f"/{address}", href))
            if asked.path == "/search/" and asked.query and not asked.netloc:
                wanted: dict[str, set[tuple[str, str]]] = {}
                for name, value in parse_qsl(asked.query):
                    if name not in NO_FACET:
                        wanted.setdefault(name, set()).add((name, value))
                yield text, asked.query, sum(all(values & one for values in wanted.values()) for one in indexed)


def test_a_link_to_the_search_finds_the_number_it_promises(site: Site) -> None:
    numbers_told = check_promises(site)
    if site.name != "first":
        assert numbers_told >= 5


def check_promises(site: Site) -> int:
    """How many links to the search say a number, each of which finds as many."""
    numbers = re.compile(r"\d[\d,\u00a0\u202f]*")
    seen = set(promises(site))
    told = {
        (text, query, found): [int(re.sub(r"\D", "", one)) for one in numbers.findall(text)]
        for text, query, found in seen
    }
    broken = [key for key, said in told.items() if said and key[2] not in {said[0], sum(said)}]
    assert broken == []
    nowhere = [key for key, said in told.items() if not said and not key[2]]
    assert nowhere == [], "a link into the search that finds nothing"
    return sum(1 for said in told.values() if said)


def project_of_namesakes(root: Path) -> None:
    """Two communities, kinds, audiences, outputs and outcomes of one title each; one community promises two alike."""
    write_project(root)
    audiences = [{"id": name, "title": "Support leads"} for name in ("support-leads", "leads-of-support")]
    write_yaml(root / "communities/organisation.yml", {**ORGANISATION, "audiences": audiences})
    kind = {"title": "Best practice", "plural": "Best practices", "summary": "Another.", "sections": []}
    write_yaml(root / "schemas/kinds/own-practice.yml", kind)
    promise = {"title": "Practices", "kind": "own-practice", "standing": True}
    for name, promised in (("guild", ["practices", "more"]), ("circle", ["practices"])):
        of_both = charter("Care  (guild)", expected_outputs=[])
        of_both["expected_outputs"] = [{"id": one, "for": ["leads-of-support"], **promise} for one in promised]
        write_yaml(root / f"communities/{name}/charter.yml", of_both)
        for number in range(7):
            front = artifact(f"{name} {number}", kind="own-practice", output=promised[number % len(promised)])
            more = {"outcomes": ["same-day"], "audience": ["support-leads"], "tags": ["Two  blanks"]}
            write_artifact(root, f"{name}/sheet-{number}", {**front, **more} if number % 2 else front)


def test_what_has_one_title_is_told_apart_and_found_by_its_own_links(tmp_path: Path) -> None:
    root, site = tmp_path / "root", Site("namesakes", tmp_path / "site")
    project_of_namesakes(root)
    build(root, site.folder, as_of=REAL_DAY)
    found = counted_in_pages(site)
    assert found == counted_in_sources(root, REAL_DAY)
    assert found["community"] == {"Care (guild) (guild)": 8, "Care (guild) (circle)": 8}
    assert found["output"] == {
        "Practices (Care (guild) (circle))": 8, "Practices (guild/practices)": 5, "Practices (guild/more)": 3,
    }  # fmt: skip
    assert [len(found[facet]) for facet in ("kind", "audience", "outcome")] == [2, 2, 2]
    assert check_promises(site) >= 5
