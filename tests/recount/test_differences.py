"""A comparison that could not tell a difference would prove nothing."""

from fractions import Fraction
from typing import Any

import pytest

from tests.recount.days import day_of
from tests.recount.differences import differences


@pytest.mark.parametrize(
    ("recounted", "said", "line"),
    [
        ({"reuse": {"counted": 3}}, {"reuse": {"counted": 2}}, "reuse.counted: expected 3, said 2"),
        ({"a": None}, {"a": 0}, "a: expected None, said 0"),
        ({"a": 0}, {"a": False}, "a: expected 0, said False"),
        ({"a": 1}, {}, "a: expected 1, said None"),
        ({}, {"a": 1}, "a: expected None, said 1"),
        ({"progress": Fraction(1, 3)}, {"progress": 0.3334}, "progress: expected 0.3333333333333333, said 0.3334"),
        ({"day": day_of("2025-01-01")}, {"day": "2025-01-02"}, "day: expected 2025-01-01, said 2025-01-02"),
        ({"refs": ["a/b"]}, {"refs": []}, "refs[a/b]: expected, not said"),
        ({"refs": []}, {"refs": ["a/b"]}, "refs[a/b]: said, not expected"),
        ({"refs": ["a", "a"]}, {"refs": ["a"]}, "refs[a']: expected, not said"),
        ({"uses": [{"id": "x", "n": 1}]}, {"uses": [{"id": "x", "n": 2}]}, "uses[x].n: expected 1, said 2"),
        (
            {"promises": [{"id": "a"}, {"id": "b"}]},
            {"promises": [{"id": "b"}, {"id": "a"}]},
            "promises: in another order: expected a where b stands",
        ),
    ],
)
def test_each_difference_is_told_with_its_path(recounted: Any, said: Any, line: str):
    assert list(differences(recounted, said)) == [line]


def test_equal_values_of_different_kinds_are_equal():
    recounted = {"n": Fraction(2), "share": Fraction(1, 3), "day": day_of("2025-01-01"), "rows": ["b", "a"], "why": "x"}
    assert not list(differences(recounted, {"n": 2, "share": 1 / 3, "day": "2025-01-01", "rows": ["a", "b"]}))
