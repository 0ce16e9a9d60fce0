"""One piece of work over many numbered things, shared out among processes; the result is that of doing it in order."""

import gc
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from multiprocessing.context import BaseContext
from typing import Any, Protocol, TypeVar

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
_WORTH_A_PROCESS = 250
"""Things below which starting another process takes longer than it saves."""
_CHUNK = 100


class Work(Protocol[T_co]):
    """What has to be done; it can travel to another process."""

    def begin(self) -> Callable[[int], T_co]:
        """Prepares what one process needs, and gives back what is done with each number."""


def done(work: Work[T], count: int, jobs: int) -> Iterator[T]:
    """What *work* gives for each number below *count*, in order, by up to *jobs* processes."""
    workers = min(jobs, count // _WORTH_A_PROCESS)
    if workers <= 1:
        yield from map(work.begin(), range(count))
        return
    gc.freeze()  # what is there already stays shared with the new processes
    try:
        chunks = [range(start, min(start + _CHUNK, count)) for start in range(0, count, _CHUNK)]
        with ProcessPoolExecutor(workers, _way_to_begin(), _begin, (work,)) as pool:
            for results in pool.map(_do_chunk, chunks):
                yield from results
    finally:
        gc.unfreeze()


def _way_to_begin() -> BaseContext:
    """A forked process has everything at once; forking beside other threads is not safe, nor is it on macOS."""
    is_safe = sys.platform == "linux" and threading.active_count() == 1
    return get_context("fork" if is_safe else "spawn")


_do: Callable[[int], Any]


def _begin(work: Work[Any]) -> None:
    global _do  # noqa: PLW0603 - a process keeps what it prepared between chunks
    _do = work.begin()


def _do_chunk(numbers: range) -> list[Any]:
    return [_do(number) for number in numbers]
