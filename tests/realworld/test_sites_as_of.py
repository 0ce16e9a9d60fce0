"""Sites of the real sets and of this catalog as of earlier days: whole in themselves, without a dead link."""

from datetime import date
from pathlib import Path

import pytest

from outcome_catalog.mkdocs_plugin.site import build_site
from outcome_catalog.publish.words import day_text, words
from tests.conftest import REPOSITORY, RealSet
from tests.mkdocs_plugin.site_links import dead_links

pytestmark = pytest.mark.realworld
DAYS = (date(2010, 1, 1), date(2019, 6, 1), date(2022, 6, 1), date(2025, 9, 1), date(2026, 3, 1))


def built(root: Path, site: Path, day: date) -> Path:
    result = build_site(root, site_dir=site, search=False, as_of=day)
    assert result.is_built, result.messages
    shown_day = day_text(words("en"), day)
    assert result.not_shown.startswith(f"As of {shown_day}: ")
    return site


@pytest.mark.parametrize("day", DAYS[:3], ids=str)
def test_a_real_set_as_of_an_earlier_day_has_no_dead_link(real_set: RealSet, day: date, tmp_path: Path) -> None:
    assert dead_links(built(real_set.root, tmp_path / "site", day)) == set()


@pytest.mark.parametrize("day", [DAYS[0], *DAYS[3:]], ids=str)
def test_this_catalog_as_of_an_earlier_day_has_no_dead_link(day: date, tmp_path: Path) -> None:
    if not (REPOSITORY / ".git").exists():
        pytest.skip("this checkout has no history")
    assert dead_links(built(REPOSITORY, tmp_path / "site", day)) == set()
