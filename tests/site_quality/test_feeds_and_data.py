"""Every feed of every site parses and keeps its format's rules; every data file is valid by the schema beside it."""

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import feedparser
import pytest
from jsonschema import Draft202012Validator
from tests.publish.data.atom_rules import atom_faults
from tests.publish.data.test_feeds import JSON_FEED
from tests.site_quality.sites import PREFIX, Site

from outcome_catalog.publish.feeds.table import NEWEST

pytestmark = pytest.mark.acceptance
BASE = f"https://host.example/{PREFIX}"
FEED = Draft202012Validator(JSON_FEED, format_checker=Draft202012Validator.FORMAT_CHECKER)
JSON_LD = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
REPORT = re.compile(r"reports/(\d{4}(-\d{2}|-Q\d)?|all)/report\.json")


def feeds(site: Site, ending: str) -> list[Path]:
    return sorted(
        path for path in site.folder.rglob(f"*feed.{ending}") if path.name in {f"feed.{ending}", f"reuse-feed.{ending}"}
    )


def test_every_atom_feed_is_one(site: Site) -> None:
    found = feeds(site, "xml")
    assert len(found) >= 3
    identities: dict[str, str] = {}
    for path in found:
        content = path.read_bytes()
        assert atom_faults(content) == [], path
        parsed = feedparser.parse(content)
        assert not parsed.bozo, (path, parsed.get("bozo_exception"))
        assert identities.setdefault(parsed.feed.id, str(path)) == str(path)
        for entry in parsed.entries:
            assert entry.updated_parsed, path
            assert entry.published_parsed <= entry.updated_parsed, (path, entry.id)
            assert parsed.feed.updated_parsed >= entry.updated_parsed, (path, entry.id)
            assert entry.author, path


def test_every_json_feed_is_one_and_says_what_the_atom_feed_says(site: Site) -> None:
    found = feeds(site, "json")
    assert [path.with_suffix(".xml") for path in found] == feeds(site, "xml")
    for path in found:
        data = json.loads(path.read_text(encoding="utf-8"))
        assert [error.message for error in FEED.iter_errors(data)] == [], path
        atom = feedparser.parse(path.with_suffix(".xml").read_bytes())
        assert [item["id"] for item in data["items"]] == [entry.id for entry in atom.entries], path


def test_every_entry_has_one_name_wherever_it_stands(site: Site) -> None:
    """One id, one address; and no address under two ids in feeds of the same sort."""
    addresses: dict[str, set[str]] = {}
    for path in feeds(site, "json"):
        folder = f"{BASE}{path.parent.relative_to(site.folder).as_posix()}/"
        for item in json.loads(path.read_text(encoding="utf-8"))["items"]:
            addresses.setdefault(item["id"], set()).add(urljoin(folder, item["_outcome_catalog"]["url"]))
    assert {name: places for name, places in addresses.items() if len({p.rsplit("/", 3)[-1] for p in places}) > 1} == {}


def test_tables_and_feeds_hold_what_the_catalog_holds(site: Site) -> None:
    artifacts = json.loads((site.folder / "api/v1/catalog.json").read_text(encoding="utf-8"))["artifacts"]
    table = (site.folder / "api/v1/artifacts.csv").read_text(encoding="utf-8")
    assert len(list(csv.DictReader(io.StringIO(table, newline="")))) == len(artifacts)
    followed = json.loads((site.folder / "feed.json").read_text(encoding="utf-8"))["items"]
    assert len(followed) == min(NEWEST, sum(artifact["status"] != "draft" for artifact in artifacts))


def test_links_of_the_demo_s_feeds_are_absolute_and_lead_to_pages(demo: Site) -> None:
    for path in (*feeds(demo, "xml"), *feeds(demo, "json")):
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".xml":
            links = re.findall(r'<link\b[^>]*href="([^"]*)"', text)
        else:
            data = json.loads(text)
            links = [data["feed_url"], data["home_page_url"], *(item["url"] for item in data["items"])]
        assert links
        for link in links:
            place = link.partition("#")[0]
            assert place.startswith(BASE), (path, link)
            assert demo.file(place.removeprefix(BASE)).is_file(), (path, link)


def faults(site: Site, files: list[dict[str, Any]]) -> Iterator[str]:
    """What is wrong with any of *files*, by the schema that the index names for it."""
    validators: dict[str, Draft202012Validator] = {}
    for file in files:
        name = file["schema"]
        if name not in validators:
            schema = json.loads((site.folder / name).read_text(encoding="utf-8"))
            Draft202012Validator.check_schema(schema)
            validators[name] = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
        data = json.loads((site.folder / file["url"]).read_text(encoding="utf-8"))
        yield from (f"{file['url']}: {error.message[:300]}" for error in validators[name].iter_errors(data))


def test_every_data_file_is_valid_by_its_schema(site: Site) -> None:
    """Of a large site's reports, which are made from one content, the newest of each length."""
    files = json.loads((site.folder / "api/v1/index.json").read_text(encoding="utf-8"))["files"]
    assert [file["url"] for file in files if not (site.folder / file["url"]).is_file()] == []
    assert [file["url"] for file in files if file["schema"] is None and not file["url"].endswith(".csv")] == []
    reports = {len(file["url"]): file["url"] for file in files if REPORT.fullmatch(file["url"])}
    chosen = [
        file
        for file in files
        if file["schema"] is not None
        and (site.name == "demo" or not REPORT.fullmatch(file["url"]) or file["url"] in reports.values())
    ]
    assert len(chosen) > 6
    assert list(faults(site, chosen)) == []


def test_a_file_that_breaks_its_schema_is_seen(demo: Site, tmp_path: Path) -> None:
    data = json.loads((demo.folder / "api/v1/catalog.json").read_text(encoding="utf-8"))
    del data["artifacts"][0]["title"]
    data["communities"][0]["lifecycle"] = "asleep"
    (tmp_path / "api/v1").mkdir(parents=True)
    (tmp_path / "api/v1/catalog.json").write_text(json.dumps(data), encoding="utf-8")
    schema = "api/v1/catalog.schema.json"
    (tmp_path / schema).write_bytes((demo.folder / schema).read_bytes())
    broken = Site("broken", tmp_path)
    assert len(list(faults(broken, [{"url": "api/v1/catalog.json", "schema": schema}]))) == 2


def test_what_software_reads_in_pages_is_json(demo: Site) -> None:
    found = {address: JSON_LD.findall(demo.html(address)) for address in demo.pages}
    read = {address: [json.loads(text) for text in texts] for address, texts in found.items() if texts}
    assert all(item["@context"] == "https://schema.org" for items in read.values() for item in items)
    assert set(demo.of("artifact.html")) <= set(read)
