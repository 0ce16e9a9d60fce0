"""Tables that a phone shows as rows: each value stands after its column's name, so none may be without it."""

import re

from tests.publish.pages.rendering import a_context, site_html

TABLE = re.compile(r'<table class="[^"]*\boc-stack\b[^"]*"[^>]*>(.*?)</table>', re.DOTALL)
HEADING = re.compile(r"<th scope=\"col\"[^>]*>(.*?)</th>", re.DOTALL)
CELL = re.compile(r"<td\b([^>]*)>")


def test_every_value_of_a_stacked_table_names_its_column() -> None:
    seen: set[str] = set()
    for url, html in site_html(a_context()):
        if url != "desk/" and (url.count("/") == 1 or url.startswith("contribute/")):
            continue  # lists of all kinds and the like, and of keys, say in the value itself what it is
        for table in TABLE.findall(html):
            headings = {re.sub(r"<[^>]+>", "", heading).strip() for heading in HEADING.findall(table)}
            cells = [attributes for attributes in CELL.findall(table) if "colspan" not in attributes]
            labels = [label[1] if (label := re.search(r'data-label="([^"]*)"', cell)) else None for cell in cells]
            assert set(labels) <= headings, (url, set(labels) - headings)
            seen.add(url.partition("/")[0])
    assert {"kinds", "audiences", "objectives", "reports", "desk"} <= seen
