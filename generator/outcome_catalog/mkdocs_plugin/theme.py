"""Material made ready for a catalog: our templates before its own, nothing from elsewhere, everything escaped."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.theme import Theme

from outcome_catalog.publish.stylesheet import ADDRESS as STYLESHEET
from outcome_catalog.publish.words import WORD_FILTERS, interface_language
from outcome_catalog.resources import bundled


def prepare_theme(config: MkDocsConfig, words: Mapping[str, Any]) -> None:
    """Puts our templates before Material's (a project's own ``custom_dir`` stays first) and sets what is not set."""
    theme = config.theme
    if theme.name != "material":
        raise PluginError("outcome-catalog needs Material: write `theme: {name: material}` in mkdocs.yml.")
    own = str(bundled("overrides"))
    if own not in theme.dirs:
        theme.dirs.insert(0 if theme.custom_dir is None else 1, own)
    theme["font"] = False
    theme.static_templates.discard("sitemap.xml")
    if theme["language"] == "en":
        theme["language"] = _language_of_theme(theme, interface_language(words))
    if not theme.get("palette"):
        theme["palette"] = _palette(words)
    if STYLESHEET not in config.extra_css:
        config.extra_css.insert(0, STYLESHEET)
    if config.copyright:
        config.copyright = Markup(config.copyright)  # noqa: S704 - the maintainers' own, from mkdocs.yml


def prepare_environment(environment: Environment, words: Mapping[str, Any]) -> None:
    """Everything that templates print is escaped, Material's too; the interface's words are at hand in all of them."""
    environment.autoescape = True
    environment.globals["words"] = words
    environment.filters.update(WORD_FILTERS)


def template_folders(theme: Theme) -> tuple[Path, ...]:
    """The folders that templates are looked up in, first come first served."""
    return tuple(Path(folder) for folder in theme.dirs)


def _language_of_theme(theme: Theme, language: str) -> str:
    """Of the ways to write *language* the first that the theme has words for; English where it has none."""
    for name in (language, language.partition("-")[0]):
        if any((folder / "partials" / "languages" / f"{name}.html").is_file() for folder in template_folders(theme)):
            return name
    return "en"


def _palette(words: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [
        _scheme("light", "default", "material/weather-night", words["theme"]["to_dark"]),
        _scheme("dark", "slate", "material/weather-sunny", words["theme"]["to_light"]),
    ]


def _scheme(preference: str, scheme: str, icon: str, name: str) -> dict[str, Any]:
    return {
        "media": f"(prefers-color-scheme: {preference})",
        "scheme": scheme,
        "primary": "custom",
        "accent": "custom",
        "toggle": {"icon": icon, "name": name},
    }
