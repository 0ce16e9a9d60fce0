"""Whatever a document says, the checks say what is wrong with it and never raise."""

from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.schemas.documents import data_findings, document, examples, explained, role_of, values, with_value

from outcome_catalog.sources.discover import Role
from outcome_catalog.sources.yaml_document import parse_yaml
from outcome_catalog.validation.check import schema_diagnostics
from outcome_catalog.validation.kinds import shipped_and_own_kinds
from outcome_catalog.validation.schemas import schema_of

STEADY = settings(
    derandomize=True, deadline=None, max_examples=300, database=None, suppress_health_check=list(HealthCheck)
)
WORDS = sorted({str(key) for role in Role for key in schema_of(role)["properties"]})
KEYWORDS = [
    *("type", "enum", "const", "pattern", "format", "items", "properties", "required", "minimum", "maxLength", "anyOf"),
    *("oneOf", "allOf", "not", "if", "then", "contains", "uniqueItems", "multipleOf", "patternProperties", "$ref"),
    *("additionalProperties", "propertyNames", "dependentSchemas", "dependentRequired", "unevaluatedProperties"),
]
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(10**18), 10**18)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=30)
    | st.sampled_from(
        ["2024-02-30", "17.05.2024", "a/b", "https://x.example.org", "Q3 2025", "best-practice", "bookmark", ""]
    )
)


def nested(keys: list[str]) -> st.SearchStrategy[Any]:
    """Values that JSON can say, with many of *keys* among their keys."""
    names = st.sampled_from(keys) | st.text(max_size=12)
    return st.recursive(
        SCALARS, lambda below: st.lists(below, max_size=5) | st.dictionaries(names, below, max_size=6), max_leaves=12
    )


ANYTHING = nested(WORDS)
DOCUMENTS = st.dictionaries(st.sampled_from(WORDS) | st.text(max_size=8), ANYTHING, max_size=5)
SCHEMAS = st.dictionaries(st.sampled_from(KEYWORDS), nested(KEYWORDS), max_size=4)
TRUE_SCHEMAS = st.sampled_from(
    [
        {"type": "integer", "multipleOf": 0.5},
        {"type": ["string", "null"], "format": "uri"},
        {"format": "email"},
        {"enum": [1, "a", None, [1], {"a": 1}]},
        {"const": {"a": [1]}},
        {"type": "string", "pattern": "^[a-z]*[0-9]+$"},
        {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "integer"}}]},
        {"oneOf": [{"type": "number"}, {"minimum": 3}, True]},
        {"oneOf": [{"required": ["a"]}, {"required": ["b", "c"]}]},
        {"not": {"type": "string"}},
        {"items": {"properties": {"a": {"type": "integer"}}, "required": ["a"]}, "uniqueItems": True, "maxItems": 2},
        {"contains": {"type": "integer"}},
        {"patternProperties": {"^a": {"type": "integer"}}, "additionalProperties": False},
        {"properties": {"a": False}, "minProperties": 1, "dependentRequired": {"a": ["b"]}},
        {"propertyNames": {"maxLength": 2}},
        {"prefixItems": [{"type": "integer"}], "unevaluatedItems": False},
        {"type": "object", "unevaluatedProperties": False},
    ]
)


def data_of(role: Role) -> list[Any]:
    return [parse_yaml(path.read_text(), path.name).data for path in examples(role)]


@STEADY
@given(
    role=st.sampled_from(list(Role)),
    data=st.dictionaries(st.sampled_from(WORDS) | st.text(max_size=8), ANYTHING, max_size=5),
)
def test_any_data_gives_findings_or_none(role: Role, data: dict[str, Any]) -> None:
    assert isinstance(data_findings(role, data), list)


@STEADY
@given(st.data())
def test_any_value_in_a_whole_document_gives_findings_or_none(draw: st.DataObject) -> None:
    path = draw.draw(st.sampled_from(examples()))
    data = parse_yaml(path.read_text(), path.name).data
    for _ in range(draw.draw(st.integers(1, 3))):
        pointer = draw.draw(st.sampled_from([pointer for pointer, _ in values(data)]))
        data = with_value(data, pointer, draw.draw(ANYTHING))
    assert isinstance(data_findings(role_of(path), data), list)


@STEADY
@given(schema=SCHEMAS | TRUE_SCHEMAS, value=ANYTHING)
@example(schema={"enum": []}, value=None)
def test_a_kind_with_any_field_is_refused_or_can_be_used_on_any_value(schema: dict[str, Any], value: Any) -> None:
    (kind,) = data_of(Role.KIND)
    checklist = document(Role.KIND, "{}")
    own = type(checklist)(
        file=checklist.file, data={**kind, "fields": {"points": schema}, "required_fields": []}, origin=checklist.origin
    )
    kinds = shipped_and_own_kinds([own])
    refused = explained(schema_diagnostics(own, kinds))
    assert bool(refused) == ("checklist" in kinds.broken)
    (artifact,) = data_of(Role.ARTIFACT)
    made = document(Role.ARTIFACT, "{}")
    using = type(made)(file=made.file, data={**artifact, "kind": "checklist", "points": value}, origin=made.origin)
    explained(schema_diagnostics(using, kinds))
