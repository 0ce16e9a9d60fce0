"""Which of the files that the theme brings are published: those that a page loads."""

from collections.abc import Iterable
from fnmatch import fnmatchcase

from outcome_catalog.publish.stylesheet import FOLDER as STYLESHEET_PARTS

_MADE_ELSEWHERE = ("sitemap.xml", f"{STYLESHEET_PARTS}/*")
"""What MkDocs would copy as it is: its own map of the site, and the parts of the stylesheet."""
_MAPS = ("assets/javascripts/bundle.*.map", "assets/stylesheets/main.*.map", "assets/stylesheets/palette.*.map")
"""What leads back to the theme's own source: its makers' tools ask for it, no page does."""
_SEARCH_OF_THE_THEME = ("assets/javascripts/lunr/*", "assets/javascripts/workers/search.*")
"""An engine and its languages, nearly a megabyte: the search of the pages is another one."""


def is_published(path: str, plugins: Iterable[str]) -> bool:
    """True where the theme's file at *path* belongs to the site; its search where one of *plugins* writes its index."""
    has_its_search = any(name.rpartition("/")[2] == "search" for name in plugins)
    unwanted = (*_MADE_ELSEWHERE, *_MAPS, *(() if has_its_search else _SEARCH_OF_THE_THEME))
    return not any(fnmatchcase(path, pattern) for pattern in unwanted)
