"""What the figures say is worded in each language: no key without words, no words without a key, no English left."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from tests.insights.english import ENGLISH, english
from tests.publish.pages.rendering import SITE

import outcome_catalog.insights
from outcome_catalog.demo import LAST_DAY
from outcome_catalog.insights.attention.items import attention_items
from outcome_catalog.insights.compute import figures
from outcome_catalog.insights.indicator_rollups import indicator_rollups
from outcome_catalog.insights.period_report.compute import period_report
from outcome_catalog.insights.period_report.periods import all_time
from outcome_catalog.insights.period_report.records import report_records
from outcome_catalog.insights.sentences import PeriodLabel, Sentence, says, values_in
from outcome_catalog.insights.suggestions import suggestions
from outcome_catalog.pipeline import load_catalog
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.output import Output
from outcome_catalog.publish.site_outputs import site_outputs
from outcome_catalog.publish.words import sentences_text, words

INSIGHTS = Path(outcome_catalog.insights.__file__).parent
LANGUAGES = ("en", "fr")
FRENCH = words("fr")


def said() -> Iterator[tuple[str, str, frozenset[str]]]:
    """Every sentence that the insights make: where, its key, and the names of its values."""
    for path in sorted(INSIGHTS.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "says":
                keys = [node.args[0].body, node.args[0].orelse] if isinstance(node.args[0], ast.IfExp) else node.args
                for key in keys:
                    assert isinstance(key, ast.Constant), f"{path}:{node.lineno}: write the key whole"
                    names = frozenset(keyword.arg or "**" for keyword in node.keywords)
                    yield f"{path.name}:{node.lineno}", key.value, names


def texts(language: str) -> dict[str, str]:
    """The sentences of *language* by key; the forms of one together."""
    return {
        f"{group}.{key}": text if isinstance(text, str) else "\n".join(text.values())
        for group, entries in words(language)["sentence"].items()
        for key, text in entries.items()
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_has_its_words_and_they_name_its_values(language: str) -> None:
    known = texts(language)
    for place, key, names in said():
        assert key in known, f"{place}: {language} has no words for {key}"
        placed = {name for _, name, _, _ in Formatter().parse(known[key]) if name}
        assert placed <= names <= placed | {"n"}, f"{place}: {language} says {sorted(placed)} of {sorted(names)}"


def test_all_words_are_of_a_sentence_that_is_said() -> None:
    assert set(texts("en")) - {key for _, key, _ in said()} == set()


def test_a_sentence_with_a_number_has_the_forms_that_each_language_needs() -> None:
    for language in LANGUAGES:
        for group, entries in words(language)["sentence"].items():
            for key, text in entries.items():
                assert isinstance(text, str) or set(text) == {"one", "other"}, f"{language} {group}.{key}"


@pytest.mark.parametrize(
    ("sentences", "english_text", "french_text"),
    [
        (
            says("standing.nothing"),
            "To be kept up to date; nothing is here yet.",
            "À tenir à jour\u202f; il n’y a encore rien.",
        ),
        (says("indicator.old", n=1), "The last value is 1 day old.", "La dernière valeur date de 1 jour."),
        (says("vitality.uses", n=0), "0 attested uses", "0 utilisation attestée"),
        (
            says("output.due", due=date(2026, 6, 30)) + says("lifecycle.proposed"),
            "Due on 30 Jun 2026. The community is only proposed.",
            "Attendu pour le 30 juin 2026. La communauté n’est que proposée.",
        ),
        (
            says(
                "output.delivery",
                period=PeriodLabel("2026-Q2"),
                promised=says("output.promised", n=1200),
                delivered=says("output.delivered", n=2),
            ),
            "Q2 2026: 1,200 promised, 2 delivered",
            "T2 2026\u00a0: 1\u202f200 promis, 2 livrés",
        ),
        (
            says(
                "indicator.values",
                baseline=0.25,
                baseline_day=date(2025, 1, 1),
                latest=says("answer.yes"),
                latest_day=date(2026, 1, 1),
                target=1234567.8,
                target_day=date(2027, 1, 1),
            ),
            "0.25 on 1 Jan 2025, yes on 1 Jan 2026, 1,234,570 wanted by 1 Jan 2027",
            "0,25 le 1er janv. 2025, oui le 1er janv. 2026, 1\u202f234\u202f570 visé pour le 1er janv. 2027",
        ),
        (
            says("evidence.withdrawn", day=date(2025, 9, 1), because="{n} {0}!"),
            "Withdrawn on 1 Sept 2025: {n} {0}!",
            "Retirée le 1er sept. 2025\u00a0: {n} {0}!",
        ),
        ((), "", ""),
    ],
)
def test_a_sentence_is_worded(sentences: tuple[Sentence, ...], english_text: str, french_text: str) -> None:
    assert english(sentences) == english_text
    assert sentences_text(FRENCH, sentences) == french_text


def test_what_a_sentence_names_is_found_in_it() -> None:
    sentences = says("claimed.came_in", commit="abc", day=date(2025, 1, 1), who=says("author.of_unit", unit="Desk"))
    assert list(values_in(sentences)) == ["abc", date(2025, 1, 1), "Desk"]


def sentences_of(found: Any) -> Iterator[Sentence]:
    """Every sentence in *found*, which is read to its last field, and every sentence within one."""
    if isinstance(found, Sentence):
        yield found
        yield from sentences_of(tuple(value for _, value in found.values))
    elif is_dataclass(found):
        yield from sentences_of(tuple(getattr(found, field.name) for field in fields(found)))
    elif isinstance(found, Mapping):
        yield from sentences_of(tuple(found.values()))
    elif isinstance(found, list | tuple):
        for part in found:
            yield from sentences_of(part)


@pytest.fixture(scope="module")
def demo(demo_repository: Path) -> PublishContext:
    """The demo in French; its figures are computed once for all languages."""
    catalog = load_catalog(demo_repository, as_of=LAST_DAY).catalog
    assert catalog is not None
    return PublishContext(
        catalog=catalog, figures=figures(catalog), suggestions=suggestions(catalog), site=SITE, words=FRENCH
    )


@pytest.fixture(scope="module")
def told(demo: PublishContext) -> frozenset[Sentence]:
    """Every sentence that the demo's figures and its report on all time say."""
    records = report_records(demo.catalog, demo.figures)
    indicators = {name: own.indicators for name, own in demo.figures.communities.items()}
    found = (
        demo.figures,
        demo.suggestions,
        attention_items(demo.catalog, demo.figures),
        indicator_rollups(demo.catalog, indicators),
        period_report(records, all_time(records)),
    )
    return frozenset(sentences_of(found))


def test_the_demo_says_nothing_in_french_that_it_says_in_english(told: frozenset[Sentence]) -> None:
    assert len({sentence.key for sentence in told}) > 60
    assert [s for s in told if sentences_text(FRENCH, (s,)) == sentences_text(ENGLISH, (s,))] == []


def texts_of(found: Any) -> Iterator[str]:
    """Every text in the data of a page."""
    if isinstance(found, str):
        yield found
    elif isinstance(found, Mapping):
        yield from texts_of(tuple(found.values()))
    elif isinstance(found, list | tuple):
        for part in found:
            yield from texts_of(part)


def written(output: Output) -> str:
    content = output.content.decode("utf-8") if isinstance(output.content, bytes) else output.content
    return "\n".join((content, *texts_of(output.meta)))


def test_pages_feeds_data_and_reports_print_the_sentences_in_the_organisations_language(
    demo: PublishContext, told: frozenset[Sentence]
) -> None:
    shown = "\n".join(written(output) for output in site_outputs(demo))
    whole = [sentence for sentence in told if english((sentence,)).endswith(".")]
    assert [english((s,)) for s in whole if english((s,)) in shown] == []
    assert sum(sentences_text(FRENCH, (sentence,)) in shown for sentence in whole) > len(whole) / 2
