"""Every word of the interface exists where it is used, and is used where it exists."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

import outcome_catalog.publish
from outcome_catalog.insights.attention.item import Topic
from outcome_catalog.insights.figures import Grade, IndicatorState, NotCounted, OutputState, VitalityState
from outcome_catalog.insights.not_possible_before import Standing
from outcome_catalog.insights.promise_figures import PeriodState, RoleState
from outcome_catalog.model.artifact import ArtifactStatus, Mode
from outcome_catalog.model.charter import Aggregation, Direction, Lifecycle
from outcome_catalog.model.history import Depth
from outcome_catalog.publish.words import number_text, phrase, words
from outcome_catalog.resources import bundled

ENGLISH = words("en")
PUBLISH = Path(outcome_catalog.publish.__file__).parent
TEMPLATES = "\n".join(path.read_text(encoding="utf-8") for path in sorted(bundled("overrides").rglob("*.html")))
CODE = "\n".join(path.read_text(encoding="utf-8") for path in sorted(PUBLISH.rglob("*.py")))
SCRIPT = "\n".join(path.read_text(encoding="utf-8") for path in sorted(bundled("overrides").rglob("*.js")))
FORMS = {"zero", "one", "other"}


def leaves(found: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in found.items():
        if isinstance(value, Mapping) and not set(value) <= FORMS:
            yield from leaves(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


@pytest.mark.parametrize("name", sorted(set(re.findall(r"\bwords((?:\.[a-z_]+)+)", TEMPLATES))))
def test_templates_name_words_that_exist(name: str) -> None:
    value: Any = ENGLISH
    for step in name.removeprefix(".").split("."):
        assert not hasattr(dict, step), f"{step} is a method of dict in templates"
        value = value[step]


@pytest.mark.parametrize(
    "key", sorted(set(re.findall(r'\b(?:phrase|sentence|counted)\(\s*(?:[\w.]+,\s*)?"([a-z_.]+)"', CODE)))
)
def test_code_names_phrases_that_exist(key: str) -> None:
    assert key in dict(leaves(ENGLISH))


LOOKED_UP = {
    "answer", "task", "as_of.kinds", "attention.means", "attention.next", "attention.topic",
    "community_type", "contribute.documents", "cycles", "direction", "draft", "facet", "fact",
    "footer.history", "grade", "indicator_state", "lifecycle", "mode", "not_counted", "output_state",
    "projection.none", "promise",
    "first_steps.promise", "first_steps.publish", "first_steps.use",
    "report.column", "report.cycles", "report.glance", "report.reading.terms", "report.waiting",
    "role_state", "standing", "aggregation", "period_state", "objectives.not_taken_in",
    "quarter.means", "quarter.over_time", "reuse_state", "search.facets", "search.sorts", "status",
    "network.graded", "network.kinds", "network.over_time", "network.party_kind", "network.per", "network.too_rough",
    "history_depth", "reusers", "suggestions.sign", "suggestions.draft",
    "theme", "time", "vitality", "way", "history_note", "state_count",
}  # fmt: skip
"""Tables that code looks into by a value that it was given."""


def is_used(key: str) -> bool:
    table, _, name = key.rpartition(".")
    if key.startswith("sentence."):  # see tests/publish/words/test_sentences.py
        return True
    if table in {"search.script", "search.box", "search.marks", "tables", "copying"}:
        return f"words.{name}" in SCRIPT or f"words.{key}" in TEMPLATES
    by_state: dict[str, set[str]] = {
        "artifact": {status.value for status in ArtifactStatus},
        "quarter": {"outputs", "uses", "moves"},
    }
    named = f"words.{key}" in TEMPLATES or f'"{key}"' in CODE or f'["{name}"]' in CODE or f"['{name}']" in CODE
    return named or name in by_state.get(table, set()) or any(key.startswith(f"{table}.") for table in LOOKED_UP)


def test_no_word_is_left_over() -> None:
    """A word that no template, no builder and no script names is dead."""
    assert [key for key, _ in leaves(ENGLISH) if not is_used(key)] == []


@pytest.mark.parametrize(
    ("table", "members"),
    [
        ("grade", Grade), ("mode", Mode), ("not_counted", NotCounted), ("output_state", OutputState),
        ("indicator_state", IndicatorState), ("vitality", VitalityState), ("lifecycle", Lifecycle),
        ("role_state", RoleState), ("standing", Standing), ("aggregation", Aggregation),
        ("direction", Direction), ("status", ArtifactStatus), ("period_state", PeriodState),
    ],
)  # fmt: skip
def test_every_state_has_its_word(table: str, members: Any) -> None:
    assert {member.value for member in members} <= set(ENGLISH[table])


def test_every_topic_of_attention_has_its_word_and_its_meaning() -> None:
    topics = {topic.value for topic in Topic}
    assert (set(ENGLISH["attention"]["topic"]), set(ENGLISH["attention"]["means"])) == (topics, topics)


def test_every_depth_of_history_has_its_sentence() -> None:
    assert {depth.value for depth in Depth} == set(ENGLISH["footer"]["history"])


def test_zero_none_not_measured_and_too_young_are_different_words() -> None:
    texts = [
        ENGLISH["state"]["none"],
        ENGLISH["state"]["not_stated"],
        ENGLISH["state"]["not_measured"],
        ENGLISH["state"]["not_known"],
        ENGLISH["reuse_state"]["waiting"],
        ENGLISH["reuse_state"]["too-young"],
        ENGLISH["count"]["uses"]["zero"],
    ]
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize(("n", "text"), [(0, "no uses"), (1, "1 use"), (2, "2 uses"), (1200, "1,200 uses")])
def test_a_phrase_follows_its_number(n: int, text: str) -> None:
    assert phrase(ENGLISH, "count.uses", n=n) == text


def test_a_value_is_never_read_as_a_pattern() -> None:
    assert phrase(ENGLISH, "reuse.outside", name="{0} {n} {x.__class__}") == "{0} {n} {x.__class__} (outside)"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"), (7, "7"), (7.0, "7"), (7.5, "7.5"), (7.256, "7.26"), (1234567, "1,234,567"), (-1234.5, "-1,234.5"),
        (0.1 + 0.2, "0.3"),
    ],
)  # fmt: skip
def test_numbers_are_written_for_people(value: float, text: str) -> None:
    assert number_text(ENGLISH, value) == text


def test_a_region_and_an_unknown_language_still_speak() -> None:
    assert words("en-GB") == ENGLISH
    assert words("xx") == {**ENGLISH, "their_language": "xx", "theirs": ' lang="xx"'}


def test_what_is_no_language_tag_ends_no_attribute() -> None:
    assert words('xx"><script>')["theirs"] == ' lang="xx&#34;&gt;&lt;script&gt;"'
