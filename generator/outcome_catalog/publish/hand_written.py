"""Pages that people write by hand at the top of ``communities/``: Markdown, made as safe as an artifact's text."""

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from outcome_catalog.publish.addresses import page_url
from outcome_catalog.publish.output import Output
from outcome_catalog.publish.pages.search_record import hand_written_search_record
from outcome_catalog.publish.sanitised import contributed_html
from outcome_catalog.publish.source_links import SourceLinks

HAND_WRITTEN_PATH = re.compile(r"communities/([^/]+\.md)")
INTRODUCTION_PATH = "communities/index.md"
_TITLE = re.compile(r"\s*# +(.+?)(?: +#+)? *(?:\n|$)")
_FIRST_NAV_PLACE = 1000
_LONGEST_TITLE = 200
"""A heading longer than any other title is text: every page of the site prints the title in its navigation."""


def hand_written_addresses(files: Mapping[str, str]) -> dict[str, str]:
    """The address of each hand-written page, by its source path."""
    return {path: page_url(path.removeprefix("communities/")) for path in files if path != INTRODUCTION_PATH}


def hand_written_pages(texts: Mapping[str, str], links: SourceLinks, words: Mapping[str, Any]) -> Iterator[Output]:
    """A page for each of *texts* (Markdown by source path), in the navigation after the site's own pages."""
    for number, (path, text) in enumerate(sorted(texts.items())):
        if path == INTRODUCTION_PATH:
            continue
        title, body = _title_and_body(path, text)
        output_path = path.removeprefix("communities/")
        html = contributed_html(body, source_path=path, page_url=page_url(output_path), links=links, words=words)
        yield Output(
            path=output_path,
            meta={
                "template": "hand-written.html",
                "title": title,
                "description": "",
                "nav": _FIRST_NAV_PLACE + number,
                "body_html": html.html,
                "search_record": hand_written_search_record(words, title, output_path),
                "toc": [{"title": entry.title, "id": entry.id, "level": entry.level} for entry in html.toc],
            },
            edit_source=path,
        )


def _title_and_body(path: str, text: str) -> tuple[str, str]:
    match = _TITLE.match(text)
    if match is not None and len(match[1]) <= _LONGEST_TITLE:
        return match[1].strip(), text[match.end() :]
    return PurePosixPath(path).stem.replace("-", " ").replace("_", " ").capitalize(), text
