from collections.abc import Collection

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Severity, Span
from outcome_catalog.rules.reading.references import Reference, unresolved
from outcome_catalog.rules.rule import Rule

RULE = Rule(
    code="unknown-thing", topic=Topic.NAMES, severity=Severity.ERROR, summary="A thing.", check=lambda _: iter(())
)
PLACE = Span(path="a.yml", line=3, column=5)


def test_only_what_is_unknown_is_told_at_its_place_with_the_nearest_name_and_all_there_are() -> None:
    references = [Reference(name="desk", place=Span(path="a.yml")), Reference(name="desc", place=PLACE)]
    (finding,) = unresolved(RULE, references, {"desk", "van"}, noun="thing of a.yml")
    assert str(finding.span) == "a.yml:3:5"
    assert finding.code == "unknown-thing"
    assert finding.severity is Severity.ERROR
    assert finding.message == '"desc" is no thing of a.yml; did you mean "desk"?'
    assert finding.help == "write one of: desk, van"


def test_a_reference_may_matter_less_than_its_rule() -> None:
    (finding,) = unresolved(RULE, [Reference(name="x", place=PLACE, severity=Severity.WARNING)], (), noun="thing")
    assert finding.severity is Severity.WARNING
    assert finding.message == '"x" is no thing'


def test_a_file_full_of_wrong_names_does_not_cost_an_offer_for_each() -> None:
    asked = []

    def nearest(name: str, _: Collection[str]) -> str | None:
        asked.append(name)
        return None

    references = [Reference(name=f"x{number}", place=PLACE) for number in range(1000)]
    assert len(list(unresolved(RULE, references, {"desk"}, noun="thing", nearest=nearest))) == 1000
    assert len(asked) == 100
