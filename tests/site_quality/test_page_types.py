"""Which templates there are, and that the sites that the other tests look at show every one of them."""

import pytest
from tests.site_quality.sites import TEMPLATES, Site


def test_every_template_is_on_the_demo(demo: Site) -> None:
    """A new template that no page of the demo shows is looked at by no test of this folder."""
    assert set(TEMPLATES) == set(demo.made_from.values())


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_has_a_page_to_look_at(demo: Site, template: str) -> None:
    assert demo.of(template)


def test_every_page_is_known_by_its_template(site: Site) -> None:
    assert set(site.pages) == set(site.made_from)
