"""An artifact's page: its text, and beside it what it is, who may use it, who did, and how one knows."""

from collections import defaultdict
from collections.abc import Callable, Mapping

from outcome_catalog.insights.chains import chains
from outcome_catalog.model.artifact import Artifact
from outcome_catalog.model.ids import ArtifactRef
from outcome_catalog.publish import addresses
from outcome_catalog.publish.badges.table import reuse_badge_markdown
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.pages.artifact_facts import artifact_facts
from outcome_catalog.publish.pages.artifact_reuse import reuse_history, reuse_record_draft
from outcome_catalog.publish.pages.artifact_rows import artifact_row
from outcome_catalog.publish.pages.chain_steps import chain_steps
from outcome_catalog.publish.pages.citation import citation
from outcome_catalog.publish.pages.links import (
    Meta,
    address_link,
    artifact_link,
    artifact_ref_link,
    community_link,
    link,
)
from outcome_catalog.publish.pages.search_record import artifact_search_record
from outcome_catalog.publish.pages.structured_data import structured_data
from outcome_catalog.publish.provenance import history_notes, provenance
from outcome_catalog.publish.words import own_language_name, phrase

_MOST_USED_BY = 6
_STEPS_AROUND = 5
"""Steps of the chain that an artifact is on, to either side."""


def artifact_pages(context: PublishContext) -> Callable[[Artifact], Meta]:
    """The function that makes an artifact's page data; what needs the whole catalog is looked up here, once."""
    derived = _derived(context)
    found = chains(context.figures.events)

    def meta(artifact: Artifact) -> Meta:
        chain = found.through(artifact.ref, _STEPS_AROUND)
        more = {"chain": None if chain is None else chain_steps(context, chain, artifact.ref)}
        return artifact_meta(context, artifact, derived.get(artifact.ref, [])) | more

    return meta


def artifact_meta(context: PublishContext, artifact: Artifact, derived: list[Artifact]) -> Meta:
    """The page data of *artifact*; *derived* are the artifacts that say they are based on it."""
    row = artifact_row(context, artifact)
    return {
        "template": "artifact.html",
        "title": artifact.title,
        "description": artifact.summary,
        "ref": artifact.ref,
        **{key: row[key] for key in ("kind", "community", "date", "language", "lang", "reuse")},
        "artifact_status": row["status"],
        "artifact_status_word": row["status_word"],
        "summary": artifact.summary,
        "note": artifact.note,
        "replaced_by": None if artifact.superseded_by is None else artifact_ref_link(context, artifact.superseded_by),
        "facts": artifact_facts(context, artifact),
        "history": reuse_history(context, artifact),
        "used_this": _used_this(context, artifact),
        "based_on": [_basis(context, artifact, index) for index in range(len(artifact.based_on))],
        "used_by": [
            artifact_link(context, a) | {"community": community_link(context, a.community)}
            for a in derived[:_MOST_USED_BY]
        ],
        "used_by_total": len(derived),
        "used_by_more": _more(context, len(derived) - _MOST_USED_BY),
        "translations": _translations(context, artifact),
        "provenance": provenance(context, artifact.origin.path),
        "history_notes": history_notes(context.words, context.catalog.history),
        "cite": citation(context, artifact) | {"badge": reuse_badge_markdown(context, artifact)},
        "search_record": artifact_search_record(context, artifact, row),
        "json_ld": structured_data(context, artifact),
    }


def _more(context: PublishContext, count: int) -> Meta | None:
    """The way to the rest of a list: every one of them is a reuse event too."""
    return link(phrase(context.words, "list.and_more", n=count), "#reuse-history") if count > 0 else None


def _derived(context: PublishContext) -> Mapping[ArtifactRef, list[Artifact]]:
    """For each artifact the artifacts that name it as what they are based on, former names resolved."""
    derived: dict[ArtifactRef, list[Artifact]] = defaultdict(list)
    for artifact in context.catalog.artifacts.values():
        for ref in dict.fromkeys(basis.artifact for basis in artifact.based_on if basis.artifact is not None):
            source = context.catalog.artifact(ref)
            if source is not None:
                derived[source.ref].append(artifact)
    return derived


def _basis(context: PublishContext, artifact: Artifact, index: int) -> Meta:
    basis = artifact.based_on[index]
    target = address_link(basis.url or "") if basis.artifact is None else artifact_ref_link(context, basis.artifact)
    mode = None if basis.mode is None else context.words["mode"][basis.mode.value]
    return target | {"mode": mode, "version": basis.version, "note": basis.note}


def _translations(context: PublishContext, artifact: Artifact) -> list[Meta]:
    """The original (where this is a translation) and all its other translations, each with its language."""
    original = artifact if artifact.translation_of is None else context.catalog.artifact(artifact.translation_of)
    if original is None:
        return []
    siblings = (original.ref, *context.figures.artifacts[original.ref].translations)
    if len(siblings) == 1:
        return []
    found = [context.catalog.artifacts[ref] for ref in siblings if ref in context.catalog.artifacts]
    default = context.catalog.organisation.settings.language
    return [
        _translation(context, a, a.language or default) | {"is_original": a is original, "is_this": a is artifact}
        for a in found
    ]


def _translation(context: PublishContext, artifact: Artifact, language: str) -> Meta:
    return artifact_link(context, artifact) | {"language": language, "name": own_language_name(language)}


def _used_this(context: PublishContext, artifact: Artifact) -> Meta:
    """The way to say that one used the artifact: a prefilled new file at the forge, or its text to copy."""
    path, text = reuse_record_draft(context, artifact)
    return {"url": addresses.new_file_url(context.site, path, text), "path": path, "text": text}
