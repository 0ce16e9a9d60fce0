"""Contribute: how to add what, with a prefilled file for each kind, and the keys of every document."""

from collections.abc import Iterator

from outcome_catalog.model.artifact import Artifact, ArtifactStatus
from outcome_catalog.model.ids import KindId
from outcome_catalog.publish import addresses
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.output import Output
from outcome_catalog.publish.pages.artifact_rows import capped_rows, most_reused_first, newest_first
from outcome_catalog.publish.pages.document_keys import DOCUMENTS, document_schema, key_rows
from outcome_catalog.publish.pages.kind_promises import promises_of
from outcome_catalog.publish.pages.links import Meta, kind_link, link

_HOW_TO = KindId("how-to")
_GUIDE = "guide"
"""The tag of texts that tell how one contributes."""
_MOST_GUIDES = 8


def outputs(context: PublishContext) -> Iterator[Output]:
    """The contribute page, and a page of keys for each document."""
    words = context.words["contribute"]
    meta = {
        "template": "contribute.html",
        "title": words["title"],
        "description": words["description"],
        "nav": 80,
        "nav_title": context.words["nav"]["contribute"],
        "guides": _guides(context),
        "kinds": _kinds(context),
        "documents": [_document_link(context, document) for document in DOCUMENTS],
        "forge_url": context.site.repository_url,
    }
    yield Output(path=addresses.page_path(addresses.contribute_url()), meta=meta)
    for document in DOCUMENTS:
        yield Output(path=addresses.page_path(_url(document)), meta=_document_meta(context, document))


def _url(document: str) -> str:
    return f"{addresses.contribute_url()}{document}/"


def _guides(context: PublishContext) -> Meta:
    """The catalog's own how-tos with the tag ``guide``, the most reused first, then the newest."""
    every = context.catalog.artifacts.values()
    found = newest_first(a for a in every if a.kind == _HOW_TO and _GUIDE in a.tags and not _is_draft(a))
    best = most_reused_first(context, found)
    chosen = {artifact.ref for artifact in best}
    ordered = [*best, *(artifact for artifact in found if artifact.ref not in chosen)]
    return capped_rows(context, ordered, _MOST_GUIDES, kind=context.facets.kinds.get(_HOW_TO, _HOW_TO), tag=_GUIDE)


def _is_draft(artifact: Artifact) -> bool:
    return artifact.status is ArtifactStatus.DRAFT


def _kinds(context: PublishContext) -> list[Meta]:
    """Every kind with the promises it may keep: those with promises first."""
    promises = promises_of(context)
    rows = [
        kind_link(context, kind.id)
        | {"summary": kind.summary, "promises": promises.get(kind.id, [])[:6], "total": len(promises.get(kind.id, []))}
        for kind in context.catalog.kinds.values()
    ]
    return sorted(rows, key=lambda row: (-row["total"], row["title"].casefold()))


def _document_link(context: PublishContext, document: str) -> Meta:
    words = context.words["contribute"]["documents"][document]
    return link(words["title"], _url(document)) | {"where": words["where"], "summary": words["summary"]}


def _document_meta(context: PublishContext, document: str) -> Meta:
    words = context.words["contribute"]["documents"][document]
    return {
        "template": "document.html",
        "title": words["title"],
        "description": words["summary"],
        "where": words["where"],
        "rows": key_rows(document_schema(document), context.words),
        "contribute_url": addresses.contribute_url(),
        "others": [_document_link(context, other) for other in DOCUMENTS if other != document],
    }
