"""The site's one stylesheet, joined from its parts: one part for each area, one request for each reader."""

import re
from pathlib import Path

from outcome_catalog.resources import bundled

FOLDER = "stylesheets"
"""Where the parts lie among the templates; they are not published as they are."""
ADDRESS = "assets/stylesheets/catalog.css"
_INDEX = "catalog.css"
_IMPORT = re.compile(r'^@import "([a-z-]+\.css)";$', re.MULTILINE)


def stylesheet() -> str:
    """The parts that ``stylesheets/catalog.css`` imports, in its order, as one text."""
    return joined_parts(bundled("overrides") / FOLDER)


def joined_parts(folder: Path) -> str:
    """The text of the index in *folder* with each part in the place of the line that imports it."""
    index = (folder / _INDEX).read_text(encoding="utf-8")
    return _IMPORT.sub(lambda line: (folder / line[1]).read_text(encoding="utf-8"), index)
