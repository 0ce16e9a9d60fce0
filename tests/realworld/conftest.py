"""The sites of the real sets, as the tests of their quality look at them."""

from tests.site_quality.conftest import built_site

__all__ = ["built_site"]
