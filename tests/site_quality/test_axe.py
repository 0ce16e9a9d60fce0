"""axe finds nothing on any sort of page: WCAG 2.2 A and AA and axe's own best practice.

The demo is looked at in both colours on a wide and a narrow screen; what colours cannot change is asked once a width.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page
from tests.conftest import SET_NAMES
from tests.site_quality.sites import TEMPLATES, Site

pytestmark = [pytest.mark.browser, pytest.mark.acceptance]
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
EVERY_RULE = {"type": "tag", "values": TAGS}
COLOUR_RULES = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
LOOKS = (
    (1440, "light", EVERY_RULE),
    (1440, "dark", COLOUR_RULES),
    (390, "dark", EVERY_RULE),
    (390, "light", COLOUR_RULES),
)
LOOK_OF = {
    "first": (390, "dark"),
    "demo-fr": (390, "light"),
    "innersource-patterns": (1440, "light"),
    "kubernetes-sigs": (390, "dark"),
}
"""How the other sites are looked at."""
RUN = """async ([rules, part]) => {
  for (const details of document.querySelectorAll(`${part} details`)) details.open = true;
  await new Promise(requestAnimationFrame);
  const found = await axe.run(part === "main" ? document : part, {runOnly: rules, resultTypes: ["violations"]});
  return found.violations.flatMap(v => v.nodes.map(n => `${v.id} ${n.target}: ${n.html.slice(0, 200)}`));
}"""


@pytest.fixture(scope="session")
def looks(chromium: Browser) -> Iterator[dict[tuple[int, str], Page]]:
    """A page for each width and colour scheme."""
    contexts = {
        (width, scheme): chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
        for width, scheme, _ in LOOKS
    }
    yield {look: context.new_page() for look, context in contexts.items()}
    for context in contexts.values():
        context.close()


def findings(page: Page, address: str, rules: dict[str, Any], part: str = "main") -> list[str]:
    """What axe says of the page at *address* with everything in its *part* unfolded."""
    page.goto(address, wait_until="load")
    page.evaluate(AXE)
    return list(page.evaluate(RUN, [rules, part]))


@pytest.mark.parametrize("template", TEMPLATES)
def test_axe_finds_nothing_on_the_demo(
    demo: Site, origin_of: Callable[[Site], str], looks: dict[tuple[int, str], Page], template: str
) -> None:
    address = origin_of(demo) + demo.page(template)
    found = {
        f"{width} {scheme}": said
        for width, scheme, rules in LOOKS
        if (said := findings(looks[width, scheme], address, rules))
    }
    assert found == {}


def test_axe_finds_nothing_in_the_open_menu(
    demo: Site, origin_of: Callable[[Site], str], looks: dict[tuple[int, str], Page]
) -> None:
    """It lies over the page, so it is looked at by itself."""
    found = {
        look: findings(page, origin_of(demo), EVERY_RULE, ".md-header") for look, page in looks.items() if look[0] < 500
    }
    assert len(found) == 2
    assert [said for several in found.values() for said in several] == []


@pytest.mark.parametrize("name", ["first", "demo-fr", *SET_NAMES])
def test_axe_finds_nothing_on_other_sites(
    built_site: Callable[[str], Site],
    origin_of: Callable[[Site], str],
    looks: dict[tuple[int, str], Page],
    name: str,
) -> None:
    site, look = built_site(name), LOOK_OF[name]
    addresses = [site.page(template) for template in TEMPLATES if site.of(template)]
    found = {
        address: said for address in addresses if (said := findings(looks[look], origin_of(site) + address, EVERY_RULE))
    }
    assert len(addresses) >= len(TEMPLATES) - 4
    assert found == {}


def test_axe_would_find_what_is_wrong(looks: dict[tuple[int, str], Page]) -> None:
    page = looks[1440, "light"]
    page.goto("about:blank")  # where no policy of the site's forbids what is wrong
    page.set_content("<html><title>x</title><main><h1>x</h1><p style='color:#bbb'>pale</p><img src=x><input></main>")
    page.evaluate(AXE)
    found = {line.split()[0] for line in page.evaluate(RUN, [EVERY_RULE, "main"])}
    assert found >= {"color-contrast", "image-alt", "label", "html-has-lang"}
    assert {line.split()[0] for line in page.evaluate(RUN, [COLOUR_RULES, "main"])} == {"color-contrast"}
