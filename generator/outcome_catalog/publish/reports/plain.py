"""A document as plain data for a template: links as the format has them, marks as names of styles."""

from functools import lru_cache
from typing import Any

from outcome_catalog.publish.reports.document import (
    Block,
    Document,
    Facts,
    Line,
    Paragraph,
    Section,
    SourcePlace,
    Span,
    Steps,
    Table,
)
from outcome_catalog.publish.reports.markdown_text import seen
from outcome_catalog.publish.reports.references import References, distinct_sources, linked_places

Data = dict[str, Any]
_MOST_ABREAST = 5
_LONG = 12
"""Rows of a group that a screen shows at once; of a longer one it shows the first, and the rest when asked."""


def document_data(document: Document, references: References, *, keeps_site_addresses: bool = False) -> Data:
    """*document* for a template; on a page of the site its own addresses stay as they are."""
    return _Plain(references, keeps_site_addresses=keeps_site_addresses).document(document)


class _Plain:
    """Turns the parts of one document into plain data."""

    def __init__(self, references: References, *, keeps_site_addresses: bool) -> None:
        self._references = references
        self._keeps_site_addresses = keeps_site_addresses
        self._linked: frozenset[str] = frozenset()

    def document(self, document: Document) -> Data:
        self._linked = linked_places(document)
        return {
            "language": document.language,
            "title": seen(document.title),
            "organisation": seen(document.organisation),
            "subtitle": self._line(document.subtitle),
            "in_one_look": self._block(document.in_one_look),
            "sections": [self._section(section) for section in document.sections],
            "basis": [self._line(line) for line in document.basis],
            "sources": [
                {
                    "number": number,
                    "path": place.path,
                    "commit": place.commit,
                    "url": place.url,
                    "commit_url": place.commit_url,
                }
                for number, place in enumerate(distinct_sources(document), 1)
            ],
        }

    def _section(self, section: Section) -> Data:
        return {
            "id": section.id,
            "title": section.title,
            "blocks": [self._block(block, section.title) for block in section.blocks],
        }

    def _block(self, block: Block, title: str = "") -> Data:
        match block:
            case Paragraph():
                return {"type": "paragraph", "line": self._line(block.line), "is_remark": block.is_remark}
            case Facts():
                facts = [{"term": seen(term), "line": self._line(line)} for term, line in block.facts]
                return {"type": "facts", "facts": facts}
            case Steps():
                return {
                    "type": "steps",
                    "steps": [
                        {
                            "title": step.title,
                            "count": step.count,
                            "means": step.means,
                            "url": step.url,
                            "detail": step.detail,
                        }
                        for step in block.steps
                    ],
                }
            case Table():
                return self._table(block, title)

    def _table(self, table: Table, title: str) -> Data:
        return {
            "type": "table",
            "label": table.label,
            "id": table.id or None,
            "has_title": table.label != title,
            "columns": [{"title": column.title, "is_number": column.is_number} for column in table.columns],
            "is_stacked": _is_stacked(table),
            "rows_in_all": sum(len(group.rows) for group in table.groups),
            "is_long": any(len(group.rows) > _LONG for group in table.groups),
            "groups": [
                {
                    "title": self._line(group.title),
                    "rows": [
                        {"anchor": row.anchor, "cells": [self._cell(cell) for cell in row.cells]} for row in group.rows
                    ],
                }
                for group in table.groups
            ],
            "more": self._line(table.more),
            "more_anchors": [anchor for anchor in table.more_anchors if f"#{anchor}" in self._linked],
        }

    def _cell(self, line: Line) -> list[Data | str] | str:
        """A cell; one that is text alone, as most are, is its text."""
        pieces = self._line(line)
        return pieces[0] if len(pieces) == 1 and isinstance(pieces[0], str) else pieces

    def _line(self, line: Line) -> list[Data | str]:
        return [self._span(span) for span in line]

    def _span(self, span: Span) -> Data | str:
        """A piece of a line; one that is text alone, as most are, is its text."""
        place = span.source
        if place is not None:
            number = self._references.number(place)
            return {"text": span.text, "url": place.url, "style": None, "source": _source(number, place)}
        url = span.url if self._keeps_site_addresses else self._references.address(span.url)
        if url is None and span.command is not None:
            return _marked(span.command, None, "command")
        if span.url is None and span.mark is None and span.language is None:
            return span.text if span.text == "\n" else seen(span.text)
        return _marked(span.text, url, span.mark, span.language)


def _is_stacked(table: Table) -> bool:
    """Whether the table is too wide for a telephone: it has many columns, or several that hold more than numbers."""
    wide = [column for column in table.columns[1:] if not column.is_number]
    return len(table.columns) > _MOST_ABREAST or len(wide) > 1


def _source(number: int, place: SourcePlace) -> Data:
    return {"number": number, "path": place.path, "line": place.line}


@lru_cache(maxsize=20_000)  # the same names and words stand in report after report, and templates only read them
def _marked(text: str, url: str | None, mark: str | None, language: str | None = None) -> Data:
    return {"text": seen(text), "url": url, "style": _style(mark), "lang": language, "source": None}


def _style(mark: str | None) -> str | None:
    """The names of the styles of a mark: ``oc-grade oc-grade--claimed`` for ``grade claimed``."""
    if mark is None:
        return None
    kind, _, value = mark.partition(" ")
    return f"oc-{kind} oc-{kind}--{value.replace(' ', '-')}" if value else f"oc-{kind}"
