"""Payloads in every place that a contributor can write to: in Chromium none runs, none calls elsewhere.

Every page's markup is read by the browser's own parser. Of pages that differ in nothing but whose title they bear, some
are opened; all those are that hold a contributor's text, or much that scripts work on. The same with the sanitiser and
the escaping off must catch many, or the detector is broken; of those none runs where the pages' policy is heeded.
"""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment
from playwright.sync_api import Browser
from tests.conftest import REPOSITORY
from tests.publish.engine.browser import Visit, Visitor, served
from tests.publish.engine.hostile_project import hostile_project

from outcome_catalog import pipeline
from outcome_catalog.mkdocs_plugin import plugin as plugin_module
from outcome_catalog.mkdocs_plugin.site import build_site
from outcome_catalog.publish import sanitised, stamping
from outcome_catalog.publish.words import WORD_FILTERS

pytestmark = pytest.mark.browser
CORPUS = REPOSITORY.parent / "shared/corpora/xss-payloads.json"
OWN_PAYLOADS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "<details open ontoggle=alert(1)>",
    "[x](javascript:alert(1))",
    "<a href='jav&#x09;ascript:alert(1)'>x</a>",
    "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
    "</title><script>alert(1)</script>",
    "--></script><script>alert(1)</script>",
    "<form><button formaction=javascript:alert(1)>x</button></form>",
    "<math><mtext></p><img src=x onerror=alert(1)></mtext></math>",
    "<style>@import '//evil.example/x.css';</style>",
    "![x](https://evil.example/pixel.png)",
    "<img src=//evil.example/pixel.png>",
    "<base href=https://evil.example/>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "{{ ''.__class__.__mro__ }}{% include '/etc/passwd' %}",
    "<h2 id=__config>{&quot;base&quot;:&quot;https://evil.example&quot;}</h2>",
    "<textarea><img src=x onerror=alert(1)></textarea><plaintext>",
    "<div class=mermaid>graph TD; A</div><pre class=mermaid>graph TD; A</pre>",
]


FRAME = "search/"
"""A page that shows nothing of any contributor but the site's name."""
ALIKE = re.compile(r"(audiences|objectives|kinds)/[aok]-\d+/|c-\d+/")
"""Pages made from one template each, from the title and the summary of one payload after the other."""
OPENED_OF_ALIKE = 4
"""Every so many-th of them is opened."""
REPORT = re.compile(r"reports/\d{4}(-\d{2}|-Q\d)?/")


def _payloads() -> list[str]:
    corpus = json.loads(CORPUS.read_text(encoding="utf-8")) if CORPUS.is_file() else []
    return [*OWN_PAYLOADS, *corpus]


def _visits(browser: Browser, site: Path, addresses: list[str], *, heeds_policy: bool = False) -> dict[str, Visit]:
    with served(site) as base:
        visitor = Visitor(browser, base, heeds_policy=heeds_policy)
        return {address: visitor.visit(address) for address in addresses}


def _read(browser: Browser, site: Path, addresses: list[str]) -> dict[str, list[str]]:
    with served(site) as base:
        return Visitor(browser, base).read(addresses, FRAME)


def _built(root: Path) -> Path:
    result = build_site(root, jobs=1, search=False)
    assert result.is_built, result.messages
    return result.site_dir


def _addresses(site: Path) -> list[str]:
    """Every page, but of the reports only all time and the latest of each length: they are made from one content."""
    found = sorted(f"{page.parent.relative_to(site)}/" for page in site.rglob("index.html"))
    latest = {report.count("-") + report.count("Q"): report for report in found if REPORT.fullmatch(report)}
    assert len(latest) == 3
    return [address for address in found if not REPORT.fullmatch(address) or address in latest.values()]


@pytest.fixture(autouse=True)
def _no_rule_leaves_a_payload_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rules refuse some payloads by themselves; publishing has to hold without them."""
    monkeypatch.setattr(pipeline, "findings", lambda _catalog: iter(()))


def test_no_payload_runs_or_calls_elsewhere(tmp_path: Path, chromium: Browser) -> None:
    payloads = _payloads()
    site = _built(hostile_project(tmp_path, payloads))
    addresses = _addresses(site)
    assert {f"c-{number}/hostile/" for number in range(len(payloads))} < set(addresses)
    assert {address: found for address, found in _read(chromium, site, addresses).items() if found} == {}
    alike = [address for address in addresses if ALIKE.fullmatch(address)]
    opened = [*alike[::OPENED_OF_ALIKE], *(address for address in addresses if address not in set(alike))]
    assert len(alike) == 4 * len(payloads)
    for address, seen in _visits(chromium, site, opened).items():
        assert (seen.ran, seen.dangerous, seen.called) == (0, [], []), address


def test_the_same_visits_catch_what_an_unguarded_site_lets_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chromium: Browser
) -> None:
    payloads = _payloads()[::2]
    _take_the_guards_away(monkeypatch)
    site = _built(hostile_project(tmp_path, payloads))
    every = [address for address in _addresses(site) if ALIKE.fullmatch(address) or address.endswith("/hostile/")]
    read = [address for address, found in _read(chromium, site, every).items() if found]
    assert len(read) > len(every) * 3 / 4, sorted(set(every) - set(read))
    opened = [f"c-{number}/hostile/" for number in range(len(payloads))]
    caught = [address for address, seen in _visits(chromium, site, opened).items() if seen.ran]
    assert len(caught) > len(opened) / 3, caught
    held = _visits(chromium, site, caught, heeds_policy=True)
    assert {address: seen.ran for address, seen in held.items() if seen.ran} == {}, "the pages' policy lets it run"


def _take_the_guards_away(monkeypatch: pytest.MonkeyPatch) -> None:
    unguarded = _without_escaping(stamping.fragment_environment)
    monkeypatch.setattr(sanitised, "sanitised_html", lambda html, _place: html)
    monkeypatch.setattr(stamping, "fragment_environment", unguarded)
    monkeypatch.setattr(stamping, "escape", str)
    monkeypatch.setattr(plugin_module, "prepare_environment", _words_only)


def _without_escaping(made: Callable[..., Environment]) -> Callable[..., Environment]:
    def environment(*arguments: object) -> Environment:
        unguarded = made(*arguments)
        unguarded.autoescape = False
        return unguarded

    return environment


def _words_only(environment: Environment, words: object) -> None:
    environment.globals["words"] = words
    environment.filters.update(WORD_FILTERS)
