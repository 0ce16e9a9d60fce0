"""A proposed charter may still lack parts of its promise; what makes a page it may not (data-model §4)."""

from typing import Any

import pytest
from tests.schemas.documents import EXAMPLES, data_findings, groups, with_value, without

from outcome_catalog.diagnostics import Severity
from outcome_catalog.sources.discover import Role
from outcome_catalog.sources.yaml_document import parse_yaml
from outcome_catalog.validation.faults import Fault
from outcome_catalog.validation.maturity import MAY_WAIT, severity_of

CHARTER = parse_yaml((EXAMPLES / "charter.yml").read_text(), "charter.yml").data
PROPOSED = {**CHARTER, "lifecycle": "proposed"}
WAITING = [
    ("expected_outputs",),
    ("goal", "members"),
    ("goal", "organisation"),
    ("outcomes",),
    ("review_by",),
    ("sponsors",),
    ("stewards",),
]
PAGE = [("title",), ("summary",), ("started",), ("goal",), ("goal", "statement")]
PARTS = [
    ("expected_outputs", 0, "kind"),
    ("outcomes", 0, "id"),
    ("outcomes", 0, "indicators", 0, "baseline"),
    ("outcomes", 0, "indicators", 0, "targets"),
    ("sponsors", 2, "unit"),
]


def severities(charter: Any) -> list[tuple[str, Severity]]:
    return [(finding.code, finding.severity) for finding in data_findings(Role.CHARTER, charter)]


@pytest.mark.parametrize("way", WAITING, ids="/".join)
class TestWhatMayWait:
    def test_it_is_required_of_an_active_charter(self, way) -> None:
        assert severities(without(CHARTER, way[:-1], way[-1])) == [("missing-key", Severity.ERROR)]

    @pytest.mark.parametrize("lifecycle", ["active", "paused"])
    def test_paused_is_as_strict_as_active(self, way, lifecycle) -> None:
        charter = without({**CHARTER, "lifecycle": lifecycle}, way[:-1], way[-1])
        assert severities(charter) == [("missing-key", Severity.ERROR)]

    def test_it_is_a_warning_while_proposed(self, way) -> None:
        assert severities(without(PROPOSED, way[:-1], way[-1])) == [("missing-key", Severity.WARNING)]

    def test_a_wrong_value_does_not_wait(self, way) -> None:
        assert Severity.ERROR in {severity for _, severity in severities(with_value(PROPOSED, way, 3.5))}


@pytest.mark.parametrize("way", [way for way in WAITING if way != ("review_by",)], ids="/".join)
def test_an_empty_list_is_like_none(way) -> None:
    assert severities(with_value(CHARTER, way, [])) == [("too-few", Severity.ERROR)]
    assert severities(with_value(PROPOSED, way, [])) == [("too-few", Severity.WARNING)]


@pytest.mark.parametrize("way", [*PAGE, *PARTS], ids=lambda way: "/".join(map(str, way)))
def test_what_makes_a_page_or_a_part_does_not_wait(way) -> None:
    assert severities(without(PROPOSED, way[:-1], way[-1])) == [("missing-key", Severity.ERROR)]


def test_an_output_may_wait_for_its_promise() -> None:
    way = ("expected_outputs", 0)
    assert severities(without(PROPOSED, way, "quantity")) == [("exactly-one", Severity.WARNING)]
    assert severities(without(CHARTER, way, "quantity")) == [("exactly-one", Severity.ERROR)]


def test_two_promises_contradict_each_other_at_any_age() -> None:
    way = ("expected_outputs", 0, "standing")
    assert severities(with_value(PROPOSED, way[:-1], {**PROPOSED["expected_outputs"][0], "standing": True})) == [
        ("exactly-one", Severity.ERROR)
    ]


def test_a_sponsor_or_steward_without_anybody_does_not_wait() -> None:
    for name in ("sponsors", "stewards"):
        key = next(iter(PROPOSED[name][-1]))
        found = severities(without(with_value(PROPOSED, (name,), PROPOSED[name][-1:]), (name, 0), key))
        assert ("exactly-one", Severity.ERROR) in found


def test_an_unknown_key_does_not_wait() -> None:
    assert severities({**PROPOSED, "sponsor": []}) == [("unknown-key", Severity.ERROR)]


def test_review_by_is_not_asked_of_a_closed_charter() -> None:
    assert severities(without({**CHARTER, "lifecycle": "closed"}, (), "review_by")) == []


def test_other_roles_know_no_maturity() -> None:
    fault = Fault(code="too-few", message="too few", pointer=("outcomes",))
    assert severity_of(fault, Role.CHARTER, {"lifecycle": "proposed"}) is Severity.WARNING
    assert severity_of(fault, Role.ARTIFACT, {"lifecycle": "proposed"}) is Severity.ERROR


def test_nothing_else_may_wait() -> None:
    assert sorted(MAY_WAIT) == WAITING


def test_every_group_that_may_wait_exists() -> None:
    assert {way[:-1] for way in MAY_WAIT} <= {pointer for pointer, _ in groups(CHARTER)}
