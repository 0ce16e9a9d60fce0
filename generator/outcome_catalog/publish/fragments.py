"""The environment that artifact pages' own parts are rendered in, outside the site generator.

It gives the same result as the site generator's: same templates, same ``url`` filter, everything escaped. It is
stricter in one thing: a template that names a value which is not there fails the build instead of printing nothing.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from outcome_catalog.publish.relative_links import relative_link
from outcome_catalog.publish.words import WORD_FILTERS


@pass_context
def _url(context: Context, value: object) -> str:
    return relative_link(str(value), context["page"]["url"])


def fragment_environment(folders: Sequence[Path], words: Mapping[str, Any]) -> Environment:
    """A Jinja environment over the theme's *folders*, first come first served, with the interface's *words*."""
    environment = Environment(
        loader=FileSystemLoader(folders), autoescape=True, undefined=StrictUndefined, auto_reload=False
    )
    environment.filters["url"] = _url
    environment.filters.update(WORD_FILTERS)
    environment.globals["words"] = words
    return environment
