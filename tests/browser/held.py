"""Files that a page asks for and has to wait for, as on a slow line or a busy machine."""

import contextlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Page, Route

_MOST_LOOKS = 3_000
"""Ten milliseconds lie between two: what is not asked for by then never is."""


@dataclass
class Held:
    """What was asked for and waits; what has one of *let* in its address does not."""

    page: Page
    routes: list[Route] = field(default_factory=list)
    let: Collection[str] = ()

    def hold(self, route: Route) -> None:
        if any(name in route.request.url for name in self.let):
            route.continue_()
        else:
            self.routes.append(route)

    def wait_for_one(self, *, but: Collection[str] = ()) -> None:
        """Until something waits whose address has none of *but* in it."""
        for _ in range(_MOST_LOOKS):
            if any(not any(name in route.request.url for name in but) for route in self.routes):
                return
            self.page.wait_for_timeout(10)
        pytest.fail("nothing was asked for")

    def let_through(self, names: Collection[str] = ("",)) -> None:
        """Answers what has one of *names* in its address, now and from now on; without names everything."""
        self.let = names
        waiting, self.routes = self.routes, []
        for route in waiting:
            self.hold(route)


@contextlib.contextmanager
def held(page: Page, files: str) -> Iterator[Held]:
    """Holds what *page* asks for of *files* (a pattern) while the block runs; what still waits then is answered."""
    waiting = Held(page)
    page.route(files, waiting.hold)
    yield waiting
    waiting.let_through()
    page.unroute(files, waiting.hold)


_FIRST_FOUND = """async ([words, number]) => {
  const engine = await import("/pagefind/pagefind.js");
  return (await engine.search(words)).results.slice(0, number).map(result => result.id);
}"""


def first_found(page: Page, words: str, number: int) -> list[str]:
    """What the files are called in which the index keeps the first pages that it finds for *words*."""
    return list(page.evaluate(_FIRST_FOUND, [words, number]))
