"""A document without an error becomes a record: the schemas ask for all that the model needs."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.schemas.documents import document, examples, role_of, values, with_value, without

from outcome_catalog.assembly.records import artifact_record, record, reuse_record
from outcome_catalog.diagnostics import Severity, Span
from outcome_catalog.model.artifact import Body
from outcome_catalog.model.charter import Charter
from outcome_catalog.model.ids import CommunityId
from outcome_catalog.model.measurement import Measurement
from outcome_catalog.model.organisation import Organisation
from outcome_catalog.model.people import PeopleRegister
from outcome_catalog.sources.discover import Role
from outcome_catalog.sources.document import Document
from outcome_catalog.sources.yaml_document import parse_yaml
from outcome_catalog.validation.check import schema_diagnostics
from outcome_catalog.validation.kinds import shipped_and_own_kinds
from outcome_catalog.validation.maturity import MAY_WAIT

ASSEMBLED: dict[Role, Callable[[Document], object]] = {
    Role.ORGANISATION: lambda made: record(Organisation, made),
    Role.PEOPLE: lambda made: record(PeopleRegister, made),
    Role.CHARTER: lambda made: record(Charter, made),
    Role.ARTIFACT: lambda made: artifact_record(replace(made, body=Body(text="", span=Span(path="")))),
    Role.MEASUREMENT: lambda made: record(Measurement, made, community=CommunityId("customer-care")),
    Role.REUSE: reuse_record,
    Role.KIND: lambda made: shipped_and_own_kinds([made]).kinds["checklist"],
}
EXAMPLES = [(role_of(path), parse_yaml(path.read_text(), path.name).data) for path in examples()]
PLAUSIBLE = st.sampled_from(
    [
        *("2024-02-29", "2199-12-31", "1900", 2024, "2024-05", "2199-12", "2025-Q4", "2199-12/2199-12", "2199-H2"),
        *("a", "a/b", "proposed", "closed", "idea", "bookmark", "internal", "yes-no", "none", "week", "02-28", "x y\n"),
        *(0, 1, -1, 10**15, 0.5, True, False, "https://x.example.org", "mailto:a@example.org", "EUR", "pt-BR"),
        *([], ["a"], ["a", "b"], ["a/b"], {}, {"a": ["b"]}, [{}], None),
    ]
)


def assembled_if_sound(role: Role, data: Any) -> bool:
    """True where *data* has no error, after a record was made of it."""
    made = replace(document(role, "{}"), data=data)
    found = schema_diagnostics(made, shipped_and_own_kinds(()))
    if any(finding.severity is Severity.ERROR for finding in found):
        return False
    assert ASSEMBLED[role](made)
    return True


@pytest.mark.parametrize(("role", "data"), EXAMPLES, ids=lambda value: str(value)[:12])
def test_a_whole_document_becomes_a_record(role: Role, data: Any) -> None:
    assert assembled_if_sound(role, data)


@settings(derandomize=True, deadline=None, max_examples=600, database=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_a_changed_document_without_an_error_becomes_a_record(draw: st.DataObject) -> None:
    role, data = draw.draw(st.sampled_from(EXAMPLES))
    for _ in range(draw.draw(st.integers(1, 2))):
        pointer = draw.draw(st.sampled_from([pointer for pointer, _ in values(data)]))
        data = with_value(data, pointer, draw.draw(PLAUSIBLE))
    assembled_if_sound(role, data)


def test_every_optional_key_may_be_left_out_alone() -> None:
    sound = 0
    for role, data in EXAMPLES:
        for pointer, _ in values(data):
            if isinstance(pointer[-1], str):
                sound += assembled_if_sound(role, without(data, pointer[:-1], pointer[-1]))
    assert sound > 100


def test_a_proposed_charter_that_waits_with_everything_becomes_a_record() -> None:
    charter = {**next(data for role, data in EXAMPLES if role is Role.CHARTER), "lifecycle": "proposed"}
    for way in MAY_WAIT:
        charter = without(charter, way[:-1], way[-1])
    assert assembled_if_sound(Role.CHARTER, charter)
    outputs = [{"id": "guide", "title": "Guide", "kind": "how-to"}]
    assert assembled_if_sound(Role.CHARTER, {**charter, "expected_outputs": outputs})
