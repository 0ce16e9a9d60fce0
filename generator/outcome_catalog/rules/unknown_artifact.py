"""Reuse, succession and translation are links between artifacts, and a link has to lead to one.

An artifact is named as `community/artifact`. A name it had before it moved counts too, where the artifact lists it
under `former`, so that old records need no change. An artifact that is out of use gets `status: retired`; it is not
deleted, because others may name it..

Fails:

    # communities/support-guild/reuse/2026-03-02-field-service.yml
    artifact: support-guild/handle-a-call-guide

Passes:

    # communities/support-guild/reuse/2026-03-02-field-service.yml
    artifact: support-guild/handle-a-call
"""

import re
from collections.abc import Collection, Iterator

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Severity
from outcome_catalog.model.artifact import Artifact
from outcome_catalog.model.catalog import Catalog, Community
from outcome_catalog.model.reuse import ReuseRecord
from outcome_catalog.nearest_names import nearest_name
from outcome_catalog.rules.reading.references import Reference, unresolved
from outcome_catalog.rules.rule import Rule

_SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*"
_REFERENCE = re.compile(f"{_SLUG}/{_SLUG}")


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each artifact that neither exists, nor existed under that name, nor was left out."""
    left_out = catalog.names_left_out()
    references = (
        reference
        for reference in _references(catalog)
        if catalog.artifact(reference.name) is None and left_out.isdisjoint(_names(reference.name))
    )
    known = {*catalog.artifacts, *catalog.former_artifacts}
    yield from unresolved(RULE, references, known, noun="artifact, today or formerly", nearest=_nearest_artifact)


def _names(ref: str) -> tuple[str, str]:
    """*ref* and its community: where a charter was left out, so were its artifacts."""
    return ref, ref.partition("/")[0]


def _nearest_artifact(ref: str, known: Collection[str]) -> str | None:
    """The artifact of the same name in another community, otherwise the one whose reference is most like *ref*."""
    namesake = f"/{ref.partition('/')[2]}"
    return next((name for name in sorted(known) if name.endswith(namesake)), None) or nearest_name(ref, known)


def _references(catalog: Catalog) -> Iterator[Reference]:
    for community in catalog.communities.values():
        yield from _artifacts_of_charter(community)
    for artifact in catalog.artifacts.values():
        yield from _artifacts_of_artifact(artifact)
    for record in catalog.reuse_records():
        yield from _artifacts_of_record(record)
    for kind in catalog.kinds.values():
        if kind.example is not None and kind.origin.path.startswith("schemas/"):  # the project's own, not a shipped one
            yield Reference(name=kind.example, place=kind.origin.value("example"))


def _artifacts_of_charter(community: Community) -> Iterator[Reference]:
    charter = community.charter
    for index, output in enumerate(charter.expected_outputs):
        if output.example is not None:
            yield Reference(name=output.example, place=charter.origin.value("expected_outputs", index, "example"))
    for index, revision in enumerate(charter.revisions):
        if revision.evidence and _REFERENCE.fullmatch(revision.evidence):
            yield Reference(name=revision.evidence, place=charter.origin.value("revisions", index, "evidence"))
    for measurement in community.measurements.values():
        for index, value in enumerate(measurement.values):
            for number, evidence in enumerate(value.evidence):
                if _REFERENCE.fullmatch(evidence):
                    place = measurement.origin.value("values", index, "evidence", number)
                    yield Reference(name=evidence, place=place)


def _artifacts_of_artifact(artifact: Artifact) -> Iterator[Reference]:
    origin = artifact.origin
    if artifact.superseded_by is not None:
        yield Reference(name=artifact.superseded_by, place=origin.value("superseded_by"))
    if artifact.translation_of is not None:
        yield Reference(name=artifact.translation_of, place=origin.value("translation_of"))
    for index, source in enumerate(artifact.based_on):
        if source.artifact is not None:
            yield Reference(name=source.artifact, place=origin.value("based_on", index, "artifact"))


def _artifacts_of_record(record: ReuseRecord) -> Iterator[Reference]:
    yield Reference(name=record.artifact, place=record.origin.value("artifact"))
    if record.used_in.artifact is not None:
        place = record.origin.value("used_in", "artifact")
        yield Reference(name=record.used_in.artifact, place=place)
    for number, evidence in enumerate(record.evidence):
        if _REFERENCE.fullmatch(evidence):
            yield Reference(name=evidence, place=record.origin.value("evidence", number))


RULE = Rule(
    code="unknown-artifact",
    topic=Topic.NAMES,
    severity=Severity.ERROR,
    summary="Something names an artifact that does not exist, today or formerly.",
    check=check,
)
