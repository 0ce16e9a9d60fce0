"""The project's own kinds: added, in a shipped kind's place, or refused whole."""

import time

import pytest
from tests.schemas.documents import EXAMPLES, document, explained, findings

from outcome_catalog.diagnostics import Severity
from outcome_catalog.model.kind import KindSection
from outcome_catalog.sources.discover import Role, SourceFile
from outcome_catalog.sources.document import Document
from outcome_catalog.sources.yaml_document import parse_yaml
from outcome_catalog.validation.check import schema_diagnostics
from outcome_catalog.validation.kind_fields import why_unsafe
from outcome_catalog.validation.kinds import artifact_schema_and_validator, shipped_and_own_kinds, shipped_kinds

CHECKLIST = (EXAMPLES / "kind.yml").read_text()
ARTIFACT = (EXAMPLES / "artifact.yml").read_text()


def kind_file(name: str, text: str) -> Document:
    path = f"schemas/kinds/{name}.yml"
    parsed = parse_yaml(text, path)
    return Document(
        file=SourceFile(path=path, role=Role.KIND, slug=name),
        data=parsed.data,
        origin=parsed.origin,
        diagnostics=parsed.diagnostics,
    )


def test_an_own_kind_is_added_with_all_that_it_says() -> None:
    known = shipped_and_own_kinds([kind_file("checklist", CHECKLIST)])
    kind = known.kinds["checklist"]
    assert set(known.kinds) == {*shipped_kinds(), "checklist"}
    assert known.own == {"checklist"}
    assert (kind.title, kind.plural, kind.icon) == ("Checklist", "Checklists", "check")
    assert kind.sections == (
        KindSection(
            heading="Points", also=("Checks",), required=True, hint="One point a line, in the order of the work"
        ),
        KindSection(heading="Background"),
    )
    assert kind.required_fields == ("minutes",)
    assert kind.fields["season"]["enum"] == ["summer", "winter"]
    assert kind.example == "customer-care/before-the-rush"
    assert kind.note == "Asked for by the depots."
    assert kind.origin.key("fields", "minutes").line == 15
    assert kind.origin.path == "schemas/kinds/checklist.yml"


def test_a_file_of_the_same_name_takes_the_place_of_a_shipped_kind() -> None:
    known = shipped_and_own_kinds([kind_file("idea", CHECKLIST)])
    assert known.kinds["idea"].title == "Checklist"
    assert known.kinds["tool"] == shipped_kinds()["tool"]
    assert shipped_kinds()["idea"].title == "Idea"


def test_a_broken_file_takes_no_place() -> None:
    known = shipped_and_own_kinds([kind_file("idea", "title: Checklist\n")])
    assert known.kinds["idea"] == shipped_kinds()["idea"]
    assert known.own == frozenset()
    assert known.broken == {}


@pytest.mark.parametrize("text", ["title: Checklist\n", "title: A\ntitle: B\nplural: C\nsummary: D\n", "[]", ""])
def test_an_artifact_of_a_kind_whose_file_has_errors_is_told_so(text: str) -> None:
    known = shipped_and_own_kinds([kind_file("checklist", text)])
    assert known.broken == {"checklist": "schemas/kinds/checklist.yml"}
    artifact = document(Role.ARTIFACT, ARTIFACT.replace("kind: best-practice", "kind: checklist\nminutes: 3"))
    (finding,) = explained(schema_diagnostics(artifact, known))
    assert (finding.code, finding.span.line, finding.span.column) == ("unknown-kind", 2, 7)
    assert finding.help == "Mend schemas/kinds/checklist.yml first."


def test_an_own_kind_asks_for_its_fields() -> None:
    text = ARTIFACT.replace("kind: best-practice", "kind: checklist\nseason: autumn")
    found = findings(Role.ARTIFACT, text, CHECKLIST)
    assert [(finding.code, finding.span.line) for finding in found] == [("missing-key", 1), ("not-allowed", 3)]
    assert '"minutes" is missing; an artifact of the kind "checklist" needs it' in found[0].message
    assert found[0].help == "How long it takes. For example: minutes: 15"


def test_a_kind_may_require_a_key_that_every_artifact_may_have() -> None:
    kind = CHECKLIST.replace("required_fields:\n  - minutes", "required_fields:\n  - minutes\n  - period")
    text = ARTIFACT.replace("kind: best-practice", "kind: checklist\nminutes: 3")
    assert findings(Role.ARTIFACT, text, kind) == []
    found = findings(Role.ARTIFACT, text.replace("period: 2025-Q3\n", ""), kind)
    assert [finding.code for finding in found] == ["missing-key"]
    assert '"period" is missing' in found[0].message


def test_of_an_unknown_kind_only_the_kind_is_told() -> None:
    found = findings(Role.ARTIFACT, ARTIFACT.replace("kind: best-practice", "kind: best-practices\nforces: many"))
    assert [(finding.code, finding.severity) for finding in found] == [("unknown-kind", Severity.ERROR)]
    assert 'did you mean "best-practice"?' in found[0].message


HARMLESS = [
    "^[a-z]+$", "^[A-Z]{2,5}-[0-9]+$", "[0-9]{4}", "[0-9]+x", "^(red|green|blue)$",
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
    r"^https?://\S+$", r"^\d+\.\d+$", "[+*]+", "^a|b$",
]  # fmt: skip
UNSAFE = {
    "(a+)+$": "repeats a part",
    "^(a|aa)*$": "repeats a part",
    "^(?:a+){2,}$": "repeats a part",
    "^(a|b){,9}$": "repeats a part",
    "^(a|b){2}$": "repeats a part",
    "^a{1,9}b{1,9}c{,9}$": "too often",
    "^a*a*a*a*b": "too often",
    "a+b+c": "too often",
    "^" + "a?" * 30 + "a" * 30: "too often",
    "^(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)$": "too often",
    "^(?=a)a": "looks ahead",
    "(?i)a": "looks ahead",
    r"^(.)\1$": "refers back",
    "[": "no regular expression",
    "^a{99999999999}": "no regular expression",
    "^" + "a" * 200: "longer than 200",
}


@pytest.mark.parametrize("pattern", HARMLESS)
def test_a_harmless_pattern_may_be_used(pattern: str) -> None:
    assert why_unsafe(pattern) is None


@pytest.mark.parametrize("pattern", UNSAFE)
def test_a_pattern_that_may_take_long_is_refused(pattern: str) -> None:
    assert UNSAFE[pattern] in str(why_unsafe(pattern))


@pytest.mark.parametrize("pattern", HARMLESS)
@pytest.mark.parametrize(
    "text", ["a" * 100_000 + "!", "1-" * 50_000, "x" + "1" * 100_000, "+" * 100_000, "http://" * 10_000]
)
def test_a_pattern_that_is_let_pass_comes_to_an_end(pattern: str, text: str) -> None:
    kind = CHECKLIST.replace("    enum: [summer, winter]", f"    type: string\n    pattern: '{pattern}'")
    artifact = ARTIFACT.replace("kind: best-practice", f"kind: checklist\nminutes: 3\nseason: '{text}'")
    before = time.perf_counter()
    findings(Role.ARTIFACT, artifact, kind)
    assert time.perf_counter() - before < 60, "its time grows faster than the text"


def test_a_pattern_among_alternatives_and_properties_is_looked_at() -> None:
    kind = CHECKLIST.replace(
        "    enum: [summer, winter]",
        "    anyOf:\n      - pattern: (a+)+\n      - patternProperties:\n          (b+)+: {type: string}",
    )
    found = findings(Role.KIND, kind)
    assert [finding.code for finding in found] == ["unsafe-field", "unsafe-field"]
    assert [finding.span.line - found[0].span.line for finding in found] == [0, 2]


def test_nothing_is_fetched() -> None:
    kind = CHECKLIST.replace("    enum: [summer, winter]", "    items: {$ref: 'https://schemas.example.org/a.json'}")
    known = shipped_and_own_kinds([kind_file("checklist", kind)])
    assert "checklist" in known.broken


def test_the_schemas_are_made_once() -> None:
    kind = shipped_kinds()["idea"]
    assert artifact_schema_and_validator(kind)[1] is artifact_schema_and_validator(kind)[1]
