"""What somebody meant who wrote a day in another way."""

import pytest

from outcome_catalog.validation.date_mends import days_meant, period_meant, why_not_a_day


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("17.05.2024", ["2024-05-17"]),
        ("3.4.2024", ["2024-04-03"]),
        ("17/05/2024", ["2024-05-17"]),
        ("05/17/2024", ["2024-05-17"]),
        ("03/04/2024", ["2024-04-03", "2024-03-04"]),
        ("03-04-2024", ["2024-04-03", "2024-03-04"]),
        ("2024/05/17", ["2024-05-17"]),
        ("2024.5.7", ["2024-05-07"]),
        ("2024-5-7", ["2024-05-07"]),
        ("20240517", ["2024-05-17"]),
        (20240517, ["2024-05-17"]),
        ("2024-05-17T09:30:00Z", ["2024-05-17"]),
        ("2024-05-17 09:30", ["2024-05-17"]),
        ("17 May 2024", ["2024-05-17"]),
        ("May 17, 2024", ["2024-05-17"]),
        ("17. May 2024", ["2024-05-17"]),
        ("05.2024", ["2024-05"]),
        ("2024/05", ["2024-05"]),
        ("30.02.2023", []),
        ("2023-02-30", []),
        ("17.05.24", []),
        ("01.01.0999", []),
        ("soon", []),
        ("", []),
        ("٣/٤/٢٠٢٤", []),
        ("2024-05-17", []),
    ],
)
def test_the_days_that_are_meant(written: object, meant: list[str]) -> None:
    assert list(days_meant(written)) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Q3 2025", "2025-Q3"),
        ("q3/2025", "2025-Q3"),
        ("2025Q3", "2025-Q3"),
        ("2025 H1", "2025-H1"),
        ("H2-2025", "2025-H2"),
        ("2025-H3", None),
        ("09/2025", "2025-09"),
        ("2025/9", "2025-09"),
        ("last year", None),
    ],
)
def test_the_period_that_is_meant(written: str, meant: str | None) -> None:
    assert period_meant(written) == meant


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("2024-13", "there is no month 13"),
        ("2024-00-01", "there is no month 0"),
        ("2023-02-29", "February 2023 has 28 days"),
        ("2024-02-30", "February 2024 has 29 days"),
        ("2024-04-00", "April 2024 has 30 days"),
        ("0024-05-17", "the year must lie between 1900 and 2199"),
        (9999, "the year must lie between 1900 and 2199"),
        ("17.05.2024", None),
        ("2024-5-7", None),
        ("soon", None),
    ],
)
def test_why_a_day_does_not_exist(written: object, why: str | None) -> None:
    assert why_not_a_day(written) == why
