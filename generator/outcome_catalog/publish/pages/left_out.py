"""Left out: the documents that were not published, and why, so that nothing is ever missing silently.

Beside those with errors these are the records that came after the day of the catalog.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from outcome_catalog.diagnostics import Diagnostic
from outcome_catalog.model.catalog import Catalog, LeftOut, NotShown
from outcome_catalog.publish import addresses
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.output import Output
from outcome_catalog.publish.pages.links import Meta
from outcome_catalog.publish.provenance import source_fact
from outcome_catalog.publish.words import phrase

_MOST_FINDINGS = 20
_MOST_DOCUMENTS = 200
_MOST_RECORDS = 1000


def outputs(context: PublishContext) -> Iterator[Output]:
    """The page of documents left out; it exists also where none is, and says so."""
    words = context.words["left_out"]
    documents = context.catalog.left_out
    later = context.catalog.not_shown
    meta = {
        "template": "left-out.html",
        "title": words["title"],
        "description": words["description"],
        "documents": [_document(context, document) for document in documents[:_MOST_DOCUMENTS]],
        "total": len(documents),
        "text": phrase(context.words, "count.left_out", n=len(documents)),
        "more": phrase(context.words, "list.and_more", n=len(documents) - _MOST_DOCUMENTS)
        if len(documents) > _MOST_DOCUMENTS
        else None,
        "later_text": not_shown_sentence(context.catalog, context.words),
        "later": [_later(context, record) for record in later[:_MOST_RECORDS]],
        "more_later": phrase(context.words, "list.and_more", n=len(later) - _MOST_RECORDS)
        if len(later) > _MOST_RECORDS
        else None,
    }
    yield Output(path=addresses.page_path(addresses.left_out_url()), meta=meta)


def not_shown_sentence(catalog: Catalog, words: Mapping[str, Any]) -> str:
    """How many records came after the day of *catalog* and are not shown; empty where none did."""
    number = len(catalog.not_shown)
    return phrase(words, "as_of.not_shown", n=number, day=catalog.as_of) if number else ""


def _later(context: PublishContext, record: NotShown) -> Meta:
    return {
        "source": source_fact(context.site, record.path),
        "kind": context.words["as_of"]["kinds"][record.kind.value],
        "name": record.name,
        "day": None if record.recorded is None else record.recorded.isoformat(),
    }


def _document(context: PublishContext, document: LeftOut) -> Meta:
    found = document.because
    return {
        "source": source_fact(context.site, document.path),
        "edit_url": addresses.edit_url(context.site, document.path),
        "ref": document.ref,
        "findings": [_finding(context, diagnostic) for diagnostic in found[:_MOST_FINDINGS]],
        "more": phrase(context.words, "list.and_more", n=len(found) - _MOST_FINDINGS)
        if len(found) > _MOST_FINDINGS
        else None,
    }


def _finding(context: PublishContext, diagnostic: Diagnostic) -> Meta:
    return {
        "place": str(diagnostic.span),
        "url": source_fact(context.site, diagnostic.span.path, line=diagnostic.span.line)["url"],
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "help": diagnostic.help,
    }
