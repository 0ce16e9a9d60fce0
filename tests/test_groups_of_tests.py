"""Tests that share what is costly to make run in one process: no run says so where they stop being kept together."""

import os

import pytest


@pytest.mark.xdist_group("together")
@pytest.mark.parametrize("turn", range(4))
def test_tests_of_a_group_run_in_one_process(turn: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    own = tmp_path_factory.getbasetemp()
    processes = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "processes-of-a-group"
    processes.mkdir(exist_ok=True)
    (processes / os.environ.get("PYTEST_XDIST_WORKER", "the only one")).touch()
    assert len(list(processes.iterdir())) == 1, turn
