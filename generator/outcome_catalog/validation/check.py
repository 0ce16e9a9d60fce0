"""All that the schemas find wrong with one document, each finding at its place with a mend."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from outcome_catalog.diagnostics import Diagnostic, Severity
from outcome_catalog.model.ids import KindId
from outcome_catalog.nearest_names import nearest_name
from outcome_catalog.sources.discover import Role
from outcome_catalog.sources.document import Document
from outcome_catalog.validation.faults import Fault, telling
from outcome_catalog.validation.kinds import (
    KindSet,
    artifact_schema_and_validator,
    kind_faults,
    kindless_artifact_validator,
    open_artifact_validator,
)
from outcome_catalog.validation.maturity import severity_of
from outcome_catalog.validation.schema_faults import schema_faults
from outcome_catalog.validation.schemas import schema_of, validator_of
from outcome_catalog.validation.words import listing, quoted

MOST_FAULTS = 200
"""Nobody mends more at once; and a file made of faults alone would keep everybody waiting."""


def schema_diagnostics(document: Document, kinds: KindSet) -> Iterator[Diagnostic]:
    """What the schemas find wrong with *document*; nothing for one that could not be read (its own findings say why).

    A document without a finding of severity error has every key and type that its model needs, but for the keys
    in maturity.MAY_WAIT, which a proposed charter may lack.
    """
    if document.data is None:
        return
    role = document.file.role
    found = tuple(islice(_faults(role, document.data, kinds), MOST_FAULTS + 1))
    for fault in telling(found[:MOST_FAULTS]):
        yield fault.diagnostic(document.origin, severity_of(fault, role, document.data))
    if len(found) > MOST_FAULTS:
        yield _MORE.diagnostic(document.origin, Severity.ERROR)


_MORE = Fault(
    code="more-faults",
    message=f"This file has more than {MOST_FAULTS} faults; the first of them are told",
    pointer=(),
    help="Mend those first, then check again.",
)


def _faults(role: Role, data: Mapping[str, Any], kinds: KindSet) -> Iterator[Fault]:
    if role is Role.KIND:
        yield from kind_faults(data)
    elif role is Role.ARTIFACT:
        yield from _artifact_faults(data, kinds)
    else:
        yield from schema_faults(validator_of(role), data, schema_of(role))


def _artifact_faults(data: Mapping[str, Any], kinds: KindSet) -> Iterator[Fault]:
    name = data.get("kind")
    kind = kinds.kinds.get(KindId(name)) if isinstance(name, str) else None
    if kind is not None:
        schema, validator = artifact_schema_and_validator(kind)
        yield from schema_faults(validator, data, schema)
        return
    validator = open_artifact_validator() if "kind" in data else kindless_artifact_validator(kinds.kinds.values())
    yield from schema_faults(validator, data, schema_of(Role.ARTIFACT))
    if isinstance(name, str):
        yield _unknown_kind(name, kinds)


def _unknown_kind(name: str, kinds: KindSet) -> Fault:
    broken = kinds.broken.get(KindId(name))
    if broken is not None:
        message, mend = f"The kind {quoted(name)} cannot be used: its file has errors", f"Mend {broken} first."
    else:
        likely = nearest_name(name, kinds.kinds)
        message = f"{quoted(name)} is no kind of artifact{f'; did you mean {quoted(likely)}?' if likely else ''}"
        mend = f"The kinds are {listing(kinds.kinds)}. A new kind is a new file in schemas/kinds."
    return Fault(code="unknown-kind", message=message, pointer=("kind",), help=mend, rank=2)
