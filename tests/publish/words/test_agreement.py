"""A word agrees with the number that it stands beside, though the sentence has several numbers."""

from dataclasses import replace

import pytest
from tests.insights.catalogs import a_catalog, a_record, an_artifact
from tests.publish.pages.desk import an_organisation
from tests.publish.pages.rendering import a_context, artifact_meta

from outcome_catalog.model.reuse import UsedBy
from outcome_catalog.publish.pages.artifact_rows import reuse_summary
from outcome_catalog.publish.pages.community_look import look_meta
from outcome_catalog.publish.pages.community_rows import community_row
from outcome_catalog.publish.reports.lines import sentence
from outcome_catalog.publish.words import phrase, words


@pytest.mark.parametrize(
    ("late", "kept", "english", "french"),
    [
        (0, 1, "0 late ones, 1 kept one", "0 manquée, 1 tenue"),
        (1, 0, "1 late one, 0 kept ones", "1 manquée, 0 tenue"),
        (2, 1200, "2 late ones, 1,200 kept ones", "2 manquées, 1\u202f200 tenues"),
    ],
)
def test_each_word_follows_its_own_number(late: int, kept: int, english: str, french: str) -> None:
    patterns = {
        "en": "{late} {late:late one|late ones}, {kept} {kept:kept one|kept ones}",
        "fr": "{late} {late:manquée|manquées}, {kept} {kept:tenue|tenues}",
    }
    for language, text in (("en", english), ("fr", french)):
        told = {**words(language), "told": patterns[language]}
        assert phrase(told, "told", late=late, kept=kept) == text
        assert "".join(span.text for span in sentence(told, "told", late=late, kept=kept)) == text


@pytest.mark.parametrize(
    ("n", "confirmed", "text"),
    [
        (1, 0, "1 utilisation, dont 0 confirmée"),
        (9, 1, "9 utilisations, dont 1 confirmée"),
        (9, 2, "9 utilisations, dont 2 confirmées"),
    ],
)
def test_french_says_how_many_uses_are_confirmed(n: int, confirmed: int, text: str) -> None:
    assert phrase(words("fr"), "count.uses_confirmed", n=n, confirmed=confirmed) == text


def test_a_state_that_is_counted_follows_its_number_and_is_the_state_s_own_word() -> None:
    for table, states in words("en")["state_count"].items():
        for state in states:
            word = words("en")[table][state]
            assert phrase(words("en"), f"state_count.{table}.{state}", n=1) in (word, f"1 {word}")
    said = [phrase(words("fr"), "state_count.output_state.met", n=n) for n in (1, 3)]
    assert said == ["1 tenu", "3 tenus"]


def test_a_community_counts_its_states_in_french() -> None:
    context = replace(a_context(), words=words("fr"))
    (community,) = [found for name, found in context.catalog.communities.items() if name == "desk"]
    parts = look_meta(context, community, community_row(context, community))[0]["parts"]
    assert [part["text"] for part in parts] == ["2 en retard"]
    grades = [reuse_summary(context, ref)["grades"] for ref in context.catalog.artifacts]
    said = [(grade["count"], grade["word"]) for found in grades for grade in found]
    assert said
    assert all(word.endswith("s") == (count > 1) for count, word in said)


@pytest.mark.parametrize("number", [1, 2])
def test_a_grade_is_one_value_of_the_search_however_many_uses_have_it(number: int) -> None:
    records = [
        a_record(f"desk/2026-05-0{n}-harbour", "desk/greet", used_by=UsedBy(external=f"Works {n}"))
        for n in range(1, number + 1)
    ]
    catalog = a_catalog(an_artifact("desk/greet"), *records, organisation=an_organisation())
    context = replace(a_context(catalog), words=words("fr"))
    found = artifact_meta(context, "desk/greet")["search_record"]["filters"]
    assert [item["value"] for item in found if item["name"] == "grade"] == ["déclarée"]
