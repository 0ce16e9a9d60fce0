"""The Nu HTML checker finds nothing on any sort of page, apart from those of Material and of itself, listed below."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import REAL_SETS, SET_NAMES
from tests.site_quality.nu_checker import Fault, faults
from tests.site_quality.sites import TEMPLATES, Site

pytestmark = [pytest.mark.acceptance, pytest.mark.xdist_group("nu-checker")]
FIRST_OF_EACH = 3
BASELINE = (
    (
        "Attribute “autocomplete” is only allowed when the input type is",
        '<input class="md-toggle"',
        "Material switches its drawer by a checkbox and asks browsers to forget its state",
    ),
    (
        "Bad value  for attribute “content” on element “meta”: "
        "Expecting source-expression but found \"'wasm-unsafe-eval'",
        '<meta http-equiv="Content-Security-Policy"',
        "the checker does not know this word of CSP, level 3, without which the search cannot run beside its worker",
    ),
)
"""How a message begins, what its markup holds, and why it is nobody's here to mend. A line that no page needs fails."""


def is_known(fault: Fault) -> bool:
    return any(fault.message.startswith(begin) and markup in fault.extract for begin, markup, _ in BASELINE)


def documents(site: Site, most: int | None) -> list[Path]:
    """The pages of a site, *most* of each template, and some of its redirects."""
    pages = [address for template in TEMPLATES for address in site.of(template)[:most]]
    redirects = sorted(set(site.every_html) - set(site.pages))[:FIRST_OF_EACH]
    return [*map(site.file, (*pages, *redirects))]


@pytest.fixture(scope="module")
def found(built_site: Callable[[str], Site]) -> list[Fault]:
    """What the checker says of all pages of the demo, and of some of each sort of the other sites, in one run."""
    beside = [name for name in SET_NAMES if (REAL_SETS / name).is_dir()]
    sites = [documents(built_site(name), FIRST_OF_EACH) for name in ("first", "demo-fr", *beside)]
    return faults([*documents(built_site("demo"), None), *(file for files in sites for file in files)])


def test_the_checker_finds_nothing_of_ours(found: list[Fault]) -> None:
    ours = {(fault.message, fault.extract): fault.file for fault in found if not is_known(fault)}
    assert ours == {}


@pytest.mark.parametrize("line", BASELINE, ids=lambda line: line[0][:40])
def test_every_known_fault_is_still_there(found: list[Fault], line: tuple[str, str, str]) -> None:
    begin, markup, _ = line
    assert any(fault.message.startswith(begin) and markup in fault.extract for fault in found)


def test_the_checker_sees_what_is_wrong(tmp_path: Path) -> None:
    file = tmp_path / "wrong.html"
    file.write_text("<!doctype html><html lang=en><title>x</title><h1>x</h1><p id=a><p id=a><center>x</center>")
    assert {fault.message.split()[0] for fault in faults([file])} == {"Duplicate", "The"}
