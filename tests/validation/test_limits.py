"""A file made of faults alone is told the first of them, soon, and is refused all the same."""

import time

import pytest
from tests.schemas.documents import EXAMPLES, findings

from outcome_catalog.diagnostics import Severity
from outcome_catalog.sources.discover import Role
from outcome_catalog.validation.check import MOST_FAULTS

HOSTILE = {
    "outputs that say nothing": (Role.CHARTER, f"expected_outputs: [{'{},' * 19_000}]"),
    "thousands of unknown keys": (Role.CHARTER, "".join(f"k{number}: 1\n" for number in range(9_900))),
    "thousands of nearly known keys": (Role.CHARTER, "".join(f"expected_output{n}: 1\n" for n in range(9_900))),
    "thousands of wrong days": (Role.CHARTER, f"revisions: [{'{date: 17.05.2024, change: x},' * 3_900}]"),
    "thousands of authors that are none": (Role.ARTIFACT, f"authors: [{'A B,' * 19_000}]"),
    "one tag thousands of times": (Role.ARTIFACT, f"tags: [{'a,' * 19_000}]"),
    "tags of many sorts": (Role.ARTIFACT, f"tags: [{','.join(f'[{n}]' for n in range(9_000))}]"),
    "thousands of fields": (Role.KIND, f"fields: {{{','.join(f'f{n}: {{typ: x}}' for n in range(4_900))}}}"),
    "thousands of alternatives": (Role.KIND, f"fields: {{a: {{anyOf: [{'{type: string},' * 6_000}]}}}}"),
    "one field within another": (Role.KIND, f"fields: {{a: {'{items: ' * 28}{{type: q}}{'}' * 29}"),
    "thousands of required fields": (Role.KIND, f"required_fields: [{','.join(f'q{n}' for n in range(19_000))}]"),
    "a name without an end": (Role.ARTIFACT, f"output: {'a-' * 100_000}"),
    "a title of spaces": (Role.ARTIFACT, f"title: '{' ' * 200_000}'"),
    "a path that turns back without an end": (Role.REUSE, f"used_in: {{path: {'a/../' * 40_000}}}"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_made_of_faults_is_refused_soon(name: str) -> None:
    role, text = HOSTILE[name]
    before = time.process_time()
    found = findings(role, text)
    assert time.process_time() - before < 60, "its time grows faster than the file"
    assert 0 < len(found) <= MOST_FAULTS + 1
    assert Severity.ERROR in {finding.severity for finding in found}


def test_what_was_not_told_counts_as_an_error() -> None:
    charter = (EXAMPLES / "charter.yml").read_text().replace("lifecycle: active", "lifecycle: proposed")
    head, outputs, tail = charter.partition("expected_outputs:\n")
    waiting = "".join(f"  - {{id: o{n}, title: Output, kind: idea}}\n" for n in range(MOST_FAULTS + 5))
    found = findings(Role.CHARTER, head + outputs + waiting + tail)
    assert [finding.severity for finding in found if finding.code == "exactly-one"] == [Severity.WARNING] * MOST_FAULTS
    (more,) = (finding for finding in found if finding.code == "more-faults")
    assert more.severity is Severity.ERROR
    assert (more.span.line, more.span.column) == (1, 1)


def test_as_many_faults_as_are_told_are_all_there_are() -> None:
    artifact = (EXAMPLES / "artifact.yml").read_text()
    tags = "".join(f"  - [{number}]\n" for number in range(MOST_FAULTS))
    found = findings(Role.ARTIFACT, artifact.replace("  - refund\n  - phone\n", tags))
    assert [finding.code for finding in found] == ["wrong-type"] * MOST_FAULTS
