"""Work shared out among processes gives what doing it in order gives."""

import os
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from outcome_catalog.publish import on_all_cores
from outcome_catalog.publish.on_all_cores import done


@dataclass(frozen=True)
class Squares:
    """A square and the process that made it; *fails_at* is a number it cannot do."""

    fails_at: int = -1

    def begin(self) -> Callable[[int], tuple[int, int]]:
        def square(number: int) -> tuple[int, int]:
            if number == self.fails_at:
                raise ValueError(f"cannot do {number}")
            return number * number, os.getpid()

        return square


@pytest.fixture(autouse=True)
def _little_work_is_worth_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(on_all_cores, "_WORTH_A_PROCESS", 5)
    monkeypatch.setattr(on_all_cores, "_CHUNK", 3)


@pytest.mark.parametrize("count", [0, 1, 9, 10, 100])
@pytest.mark.parametrize("jobs", [1, 2, 8])
def test_results_come_in_order_however_many_work(count: int, jobs: int) -> None:
    assert [square for square, _ in done(Squares(), count, jobs)] == [number**2 for number in range(count)]


def test_other_processes_do_much_work_and_this_one_does_little() -> None:
    assert os.getpid() not in {process for _, process in done(Squares(), 100, 2)}
    assert {process for _, process in done(Squares(), 4, 2)} == {os.getpid()}
    assert {process for _, process in done(Squares(), 100, 1)} == {os.getpid()}


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_failure_is_this_process_s_failure(jobs: int) -> None:
    with pytest.raises(ValueError, match="cannot do 17"):
        list(done(Squares(fails_at=17), 50, jobs))
