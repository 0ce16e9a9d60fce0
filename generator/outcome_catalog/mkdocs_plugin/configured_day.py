"""The day that a project's mkdocs.yml sets for its figures, without building the site."""

from datetime import date
from pathlib import Path

from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError

from outcome_catalog.mkdocs_plugin.plugin import OutcomeCatalogPlugin


def configured_day(config_file: Path) -> date | None:
    """The ``as_of`` of the plugin's settings in *config_file*; None where it sets none or does not name the plugin.

    Raises ConfigurationError, whose text is for people, where the file cannot be used.
    """
    try:
        plugin = load_config(str(config_file)).plugins.get("outcome-catalog")
    except Abort as error:
        raise ConfigurationError(f"{config_file} cannot be used; outcomes build says what is wrong in it.") from error
    return plugin.config.as_of if isinstance(plugin, OutcomeCatalogPlugin) else None
