"""Kinds: what a good one looks like, when it is done, a template to copy, the best examples."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from outcome_catalog.model.artifact import Artifact, ArtifactStatus
from outcome_catalog.model.ids import KindId
from outcome_catalog.model.kind import Kind
from outcome_catalog.publish import addresses
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.output import Output
from outcome_catalog.publish.pages.artifact_rows import capped_rows, most_reused_first, newest_first
from outcome_catalog.publish.pages.kind_promises import promises_of
from outcome_catalog.publish.pages.kind_template import artifact_template
from outcome_catalog.publish.pages.links import Meta, artifact_ref_link, kind_link, search_link
from outcome_catalog.publish.provenance import source_fact
from outcome_catalog.publish.words import phrase

_BEST = 5
_MOST_LISTED = 100


def outputs(context: PublishContext) -> Iterator[Output]:
    """The list of kinds, and a page for each."""
    of_kind: dict[KindId, list[Artifact]] = defaultdict(list)
    for artifact in context.catalog.artifacts.values():
        of_kind[artifact.kind].append(artifact)
    kinds = sorted(context.catalog.kinds.values(), key=lambda k: (-len(of_kind[k.id]), k.title.casefold()))
    words, promises = context.words["kinds"], promises_of(context)
    meta = {
        "template": "kinds.html",
        "title": words["title"],
        "description": words["description"],
        "nav": 20,
        "nav_title": context.words["nav"]["kinds"],
        "kinds": [_row(context, kind, of_kind[kind.id], len(promises.get(kind.id, []))) for kind in kinds],
    }
    yield Output(path=addresses.page_path(addresses.kinds_url()), meta=meta)
    for kind in kinds:
        page = kind_meta(context, kind, of_kind[kind.id]) | _promised(context, promises.get(kind.id, []))
        yield Output(path=addresses.page_path(addresses.kind_url(kind.id)), meta=page, edit_source=_own_file(kind))


def _row(context: PublishContext, kind: Kind, artifacts: list[Artifact], promises: int) -> Meta:
    reused, drafts = (
        most_reused_first(context, artifacts),
        sum(1 for artifact in artifacts if artifact.status is ArtifactStatus.DRAFT),
    )
    return kind_link(context, kind.id) | {
        "summary": kind.summary,
        "offered": len(artifacts) - drafts,
        "drafts": phrase(context.words, "count.drafts", n=drafts) if drafts else None,
        "reused": len(reused),
        "reused_url": _reused_url(context, kind),
        "promises": promises,
    }


def _reused_url(context: PublishContext, kind: Kind) -> str:
    """The search that finds those of a kind that are reused."""
    facets = {"kind": context.facets.kinds[kind.id], "reused": context.words["facet"]["reused_yes"]}
    found = search_link("", **facets, sort="reuses")
    return str(found["url"])


def _promised(context: PublishContext, promises: list[Meta]) -> Meta:
    """Who promises artifacts of a kind, and how many communities that are."""
    communities = {promise["community"]["url"] for promise in promises}
    return {"promises": promises, "promised_by": phrase(context.words, "count.communities", n=len(communities))}


def kind_meta(context: PublishContext, kind: Kind, artifacts: list[Artifact]) -> Meta:
    """All that a kind's page prints, apart from who promises it."""
    facets = {"kind": context.facets.kinds[kind.id]}
    best = most_reused_first(context, artifacts)
    return {
        "template": "kind.html",
        "title": kind.title,
        "description": kind.summary,
        "id": kind.id,
        "plural": kind.plural,
        "summary": kind.summary,
        "note": kind.note,
        "done_when": list(kind.done_when),
        "sections": [
            {"heading": s.heading, "also": list(s.also), "is_required": s.required, "hint": s.hint}
            for s in kind.sections
        ],
        "fields": [_field(name, schema, name in kind.required_fields) for name, schema in kind.fields.items()],
        "example": None if kind.example is None else artifact_ref_link(context, kind.example),
        "reused": phrase(context.words, "count.reused", n=len(best)),
        "reused_url": _reused_url(context, kind) if best else None,
        "best": capped_rows(context, best, _BEST, **facets, reused=context.words["facet"]["reused_yes"], sort="reuses"),
        "artifacts": capped_rows(context, newest_first(artifacts), _MOST_LISTED, **facets),
        "template_text": artifact_template(kind, day=context.catalog.as_of, words=context.words),
        "source": source_fact(context.site, kind.origin.path) if _own_file(kind) else None,
    }


def _field(name: str, schema: Any, is_required: bool) -> Meta:
    described = schema if isinstance(schema, dict) else {}
    values = described.get("enum")
    examples = described.get("examples")
    return {
        "name": name,
        "is_required": is_required,
        "description": str(described.get("description", "")),
        "choices": [str(value) for value in values] if isinstance(values, list | tuple) else [],
        "example": str(examples[0]) if isinstance(examples, list | tuple) and examples else None,
    }


def _own_file(kind: Kind) -> str | None:
    """The file to edit, where the kind is the catalog's own; a shipped kind is not edited."""
    path = kind.origin.path
    return path if path.startswith("schemas/") else None
