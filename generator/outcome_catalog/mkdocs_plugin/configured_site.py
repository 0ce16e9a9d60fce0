"""Where a project's site and repository stand, without building the site."""

from pathlib import Path

from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from outcome_catalog.mkdocs_plugin.default_config import config_file
from outcome_catalog.mkdocs_plugin.plugin import OutcomeCatalogPlugin
from outcome_catalog.mkdocs_plugin.repository import site_settings
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.publish.site_settings import SiteSettings


def configured_site(root: Path, catalog: Catalog) -> SiteSettings:
    """What mkdocs.yml says, or the catalog itself where there is none; no addresses where mkdocs.yml cannot be used."""
    try:
        with config_file(root) as file:
            config = load_config(str(file))
    except MkDocsException:
        return SiteSettings(name=catalog.organisation.name)
    plugin = config.plugins.get("outcome-catalog")
    standalone = isinstance(plugin, OutcomeCatalogPlugin) and plugin.config.standalone
    return site_settings(config, catalog.history, standalone=standalone)
