"""The shipped kinds: whole, described, and with the sections that the data model names (data-model §5)."""

from pathlib import Path

import pytest
from tests.schemas.documents import findings

from outcome_catalog.resources import bundled
from outcome_catalog.sources.discover import Role
from outcome_catalog.validation.keywords import validator_for
from outcome_catalog.validation.kinds import shipped_and_own_kinds, shipped_kinds

FILES = sorted((bundled("schemas") / "kinds").glob("*.yml"))
SECTIONS = {
    "meeting-report": (["Decisions", "Actions"], ["Discussion"]),
    "project-status": (["Progress", "Next"], ["Risks", "Help wanted"]),
    "bookmark": (["Why it matters"], []),
    "idea": (["Problem", "Idea", "Expected benefit"], []),
    "best-practice": (["Context", "Problem", "Solution"], ["Forces", "When not to use it", "Resulting context"]),
    "problem": (["Problem"], ["Solution"]),
    "lesson-learned": (["What happened", "What we learned", "What to do next time"], []),
    "decision": (["Context", "Decision", "Consequences"], []),
    "how-to": ([], ["Before you start", "Steps", "Result"]),
    "tool": (["What it does", "How to get it"], []),
}
FIELDS = {
    "meeting-report": {"attendees": False},
    "project-status": {"health": False},
    "bookmark": {"url": True},
    "idea": {"idea_status": False},
    "problem": {"solved": True},
    "decision": {"decision_status": True},
    "tool": {"url": False, "repository": False},
}


def test_the_ten_kinds_are_shipped() -> None:
    assert {file.stem for file in FILES} == set(SECTIONS)
    assert set(shipped_kinds()) == set(SECTIONS)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_shipped_kind_holds_no_fault(file: Path) -> None:
    assert findings(Role.KIND, file.read_text()) == []


@pytest.mark.parametrize("kind", shipped_kinds().values(), ids=lambda kind: kind.id)
class TestShippedKind:
    def test_it_has_the_sections_of_the_data_model(self, kind) -> None:
        required = [section.heading for section in kind.sections if section.required]
        optional = [section.heading for section in kind.sections if not section.required]
        assert (required, optional) == SECTIONS[kind.id]

    def test_it_has_the_fields_of_the_data_model(self, kind) -> None:
        assert {name: name in kind.required_fields for name in kind.fields} == FIELDS.get(kind.id, {})

    def test_it_says_what_it_is_and_when_it_is_done(self, kind) -> None:
        assert kind.title
        assert kind.plural != kind.title
        assert kind.summary
        assert kind.icon
        assert len(kind.done_when) >= 2
        assert all(section.hint for section in kind.sections)
        assert kind.example is None, "no project has the artifact that a shipped kind would name"

    def test_its_fields_are_described_with_valid_examples(self, kind) -> None:
        for schema in kind.fields.values():
            assert schema["description"]
            assert schema["examples"]
            assert all(validator_for(schema).is_valid(example) for example in schema["examples"])

    def test_no_two_of_its_sections_share_a_heading(self, kind) -> None:
        headings = [heading.casefold() for section in kind.sections for heading in (section.heading, *section.also)]
        assert len(headings) == len(set(headings))


def test_solution_also_stands_as_solutions() -> None:
    practice = shipped_kinds()["best-practice"]
    assert "Solutions" in next(section for section in practice.sections if section.heading == "Solution").also


def test_the_path_of_a_shipped_kind_is_none_of_the_project() -> None:
    assert {kind.origin.path.split("/")[0] for kind in shipped_kinds().values()} == {"outcome_catalog"}


def test_without_own_kinds_there_are_the_shipped_ones_in_order() -> None:
    known = shipped_and_own_kinds(())
    assert list(known.kinds) == sorted(SECTIONS)
    assert known.own == frozenset()
    assert known.broken == {}
