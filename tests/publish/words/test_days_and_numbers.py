"""Days, periods, numbers and lists as English and French write them, and the filters that templates use."""

import re
from datetime import date
from typing import Any

import pytest
from jinja2 import Environment

from outcome_catalog.publish.words import (
    WORD_FILTERS,
    day_text,
    days_text,
    interface_language,
    list_text,
    month_text,
    number_text,
    percent_text,
    period_text,
    phrase,
    quarter_text,
    words,
)
from outcome_catalog.resources import bundled

ENGLISH, AMERICAN, FRENCH = words("en"), words("en-US"), words("fr")


@pytest.mark.parametrize(
    ("day", "english", "american", "french"),
    [
        (date(2026, 6, 30), "30 Jun 2026", "Jun 30, 2026", "30 juin 2026"),
        (date(2026, 4, 1), "1 Apr 2026", "Apr 1, 2026", "1er avr. 2026"),
        (date(2026, 4, 11), "11 Apr 2026", "Apr 11, 2026", "11 avr. 2026"),
        ("2026-02-03", "3 Feb 2026", "Feb 3, 2026", "3 févr. 2026"),
        ("2026-02", "Feb 2026", "Feb 2026", "févr. 2026"),
        ("2026", "2026", "2026", "2026"),
        ("2026-13-45", "2026-13-45", "2026-13-45", "2026-13-45"),
        ("in spring", "in spring", "in spring", "in spring"),
    ],
)
def test_a_day_is_written_as_exactly_as_it_is_known(day: Any, english: str, american: str, french: str) -> None:
    assert (day_text(ENGLISH, day), day_text(AMERICAN, day), day_text(FRENCH, day)) == (english, american, french)


@pytest.mark.parametrize(
    ("start", "end", "english", "american", "french"),
    [
        ("2026-04-01", "2026-06-30", "1 Apr to 30 Jun 2026", "Apr 1 to Jun 30, 2026", "1er avr. au 30 juin 2026"),
        ("2026-06-01", "2026-06-30", "1 to 30 Jun 2026", "Jun 1 to Jun 30, 2026", "1er au 30 juin 2026"),
        ("2025-07-02", "2026-06-30", "2 Jul 2025 to 30 Jun 2026", "Jul 2, 2025 to Jun 30, 2026",
         "2 juil. 2025 au 30 juin 2026"),
        ("2026-06-30", "2026-06-30", "30 Jun 2026", "Jun 30, 2026", "30 juin 2026"),
        ("2026-06-30", None, "from 30 Jun 2026", "from Jun 30, 2026", "à partir du 30 juin 2026"),
    ],
)  # fmt: skip
def test_a_stretch_of_days_says_once_what_both_ends_share(
    start: str, end: str | None, english: str, american: str, french: str
) -> None:
    days = date.fromisoformat(start), None if end is None else date.fromisoformat(end)
    assert [days_text(found, *days) for found in (ENGLISH, AMERICAN, FRENCH)] == [english, american, french]


@pytest.mark.parametrize(
    ("label", "english", "french"),
    [
        ("2026-06", "June 2026", "juin 2026"),
        ("2026-Q2", "Q2 2026", "T2 2026"),
        ("2025/26-Q3", "Q3 2025/26", "T3 2025/26"),
        ("2026-H1", "first half of 2026", "1er semestre 2026"),
        ("2026-H2", "second half of 2026", "2e semestre 2026"),
        ("2026", "2026", "2026"),
        ("2025/26", "2025/26", "2025/26"),
        ("2023-11/2024-01", "November 2023 to January 2024", "novembre 2023 à janvier 2024"),
        ("2023/2025-Q1", "2023 to Q1 2025", "2023 à T1 2025"),
        ("2026-13", "2026-13", "2026-13"),
        ("all time", "all time", "all time"),
    ],
)
def test_a_period_has_a_name(label: str, english: str, french: str) -> None:
    assert (period_text(ENGLISH, label), period_text(FRENCH, label)) == (english, french)


def test_months_and_quarters() -> None:
    assert (month_text(ENGLISH, date(2026, 8, 9)), month_text(FRENCH, "2026-08")) == ("August 2026", "août 2026")
    assert (quarter_text(ENGLISH, 4, "2026"), quarter_text(FRENCH, 4, "2025/26")) == ("Q4 2026", "T4 2025/26")


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [
        (0, "0", "0"), (-0.0012, "-0.0012", "-0,0012"), (1e-15, "0", "0"),
        (7.0, "7", "7"), (7.256, "7.26", "7,26"), (0.1 + 0.2, "0.3", "0,3"),
        (1234.5, "1,234.5", "1\u202f234,5"), (-1234567, "-1,234,567", "-1\u202f234\u202f567"),
    ],
)  # fmt: skip
def test_numbers_have_the_language_s_separators(value: float, english: str, french: str) -> None:
    assert (number_text(ENGLISH, value), number_text(FRENCH, value)) == (english, french)


def test_a_share_is_written_in_whole_per_cent() -> None:
    assert (percent_text(ENGLISH, 0.416), percent_text(FRENCH, 0.416)) == ("42%", "42\xa0%")


def test_several_things_are_one_enumeration() -> None:
    assert list_text(ENGLISH, ["a", "b", "c"]) == "a, b and c"
    assert list_text(FRENCH, ["a", "b", "c"]) == "a, b et c"
    assert (list_text(ENGLISH, ["a"]), list_text(ENGLISH, [])) == ("a", "")


@pytest.mark.parametrize(("n", "english", "french"), [(0, "0 f", "0 f"), (1, "1 o", "1 o"), (2, "2 f", "2 f")])
def test_the_language_says_which_form_a_number_takes(n: int, english: str, french: str) -> None:
    forms = {"one": "{n} o", "other": "{n} f"}
    assert phrase({**ENGLISH, "x": forms}, "x", n=n) == english
    assert phrase({**FRENCH, "x": forms}, "x", n=n) == (french if n else "0 o")


def test_a_form_for_none_goes_before_the_language_s_own() -> None:
    assert phrase({**FRENCH, "x": {"zero": "rien", "one": "un", "other": "des"}}, "x", n=0) == "rien"


def test_a_number_without_its_language_s_form_takes_the_common_one() -> None:
    """French has a form for whole millions, written as words; figures do without it."""
    assert phrase({**FRENCH, "x": {"one": "un", "other": "{n}"}}, "x", n=1_000_000) == "1\u202f000\u202f000"


def test_a_phrase_writes_days_and_whole_numbers() -> None:
    found = {**FRENCH, "x": "{day} {n} {yes}"}
    assert phrase(found, "x", day=date(2026, 4, 1), n=1200, yes=True) == "1er avr. 2026 1\u202f200 True"


@pytest.mark.parametrize(
    ("tag", "locale"),
    [("en", "en-GB"), ("en-US", "en-US"), ("fr", "fr"), ("fr-CA", "fr-CA"), ("en-ZZ", "en-GB"), ("xx", "en-GB"),
     ("fr-x", "fr"), ("de", "en-GB")],
)  # fmt: skip
def test_a_region_decides_how_days_are_written_where_it_is_known(tag: str, locale: str) -> None:
    assert interface_language(words(tag)) == locale


def test_templates_have_the_same_through_filters() -> None:
    environment = Environment(autoescape=True)
    environment.filters.update(WORD_FILTERS)
    text = "{{ '2026-04-01' | day }}|{{ '2026-Q2' | period }}|{{ 1234.5 | number }}|{{ none | day }}"
    assert environment.from_string(text).render(words=FRENCH) == "1er avr. 2026|T2 2026|1\u202f234,5|"
    environment.globals["words"] = ENGLISH
    assert environment.from_string(text).render() == "1 Apr 2026|Q2 2026|1,234.5|"


def test_what_tables_sort_by_stays_as_machines_read_it() -> None:
    """An attribute that a script or a machine reads is not written for people."""
    templates = [path.read_text(encoding="utf-8") for path in bundled("overrides").rglob("*.html")]
    attribute = re.compile(r'(?:data-sort|datetime|id|href|hreflang|content|value)="[^"]*\| *(?:day|number|period)\b')
    assert [found for text in templates for found in attribute.findall(text)] == []
