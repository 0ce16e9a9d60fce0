"""Pages as Chromium opens them: all that is asked for, what fails, what moves after it was shown, what sticks out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page, Request, Response

UNDER_WAY, FAILED = 0, 999
"""What stands for a status where there is none."""
TIMES_OPENED = 3
"""How often at most a page is opened on which something moved."""
MEASURE = """async () => {
  await new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)));
  const shifts = await new Promise(done => {
    const seen = [];
    new PerformanceObserver(list => seen.push(...list.getEntries())).observe({type: "layout-shift", buffered: true});
    setTimeout(() => done(seen), 0);
  });
  const root = document.documentElement;
  return {
    moved: shifts.flatMap(shift => shift.sources.map(s => `${s.node?.nodeName} ${s.node?.className ?? ""}`)),
    shift: shifts.reduce((sum, shift) => sum + shift.value, 0),
    overflow: Math.max(0, root.scrollWidth - root.clientWidth), // less where a bar has its place and is not there
    fonts: document.fonts.size,
    styles: [...document.querySelectorAll("link[rel=stylesheet]")].map(link => link.href),
  };
}"""


@dataclass
class Opened:
    """What came of opening a page: what it asked for with the status it got, what was said on the console."""

    address: str
    asked: dict[str, int] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    measured: dict[str, Any] = field(default_factory=dict)


class Crawler:
    """Opens pages one after the other in *page* and notes everything."""

    def __init__(self, page: Page, origin: str) -> None:
        self._page, self._origin = page, origin
        self._seen = Opened("")
        page.on("request", self._note_request)
        page.on("response", self._note_response)
        page.on("requestfailed", self._note_failure)
        page.on("pageerror", lambda error: self._seen.errors.append(str(error)))
        page.on("console", lambda said: self._seen.errors.append(said.text) if said.type == "error" else None)

    def _note_request(self, request: Request) -> None:
        if not re.match("(?:data|blob|about):", request.url):
            self._seen.asked.setdefault(request.url, UNDER_WAY)
            self._seen.kinds[request.url] = request.resource_type

    def _note_failure(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # as is what the browser still wanted when the next page was opened
            self._seen.asked[request.url] = FAILED

    def _note_response(self, response: Response) -> None:
        self._seen.asked[response.url] = response.status

    def opened(self, addresses: Iterable[str]) -> Iterator[Opened]:
        """What comes of opening each of *addresses*, which are relative to the origin."""
        for address in addresses:
            seen = self._opened_once(address)
            for _ in range(TIMES_OPENED - 1):
                # A machine that is busy may show a text half read; what a page itself moves it moves each time.
                seen = min(seen, self._opened_once(address), key=_shift) if _shift(seen) else seen
            yield seen

    def _opened_once(self, address: str) -> Opened:
        self._seen = seen = Opened(address)
        self._page.goto(self._origin + address, wait_until="load")
        seen.measured = dict(self._page.evaluate(MEASURE))
        return seen


def _shift(opened: Opened) -> float:
    return float(opened.measured["shift"])


def foreign(opened: Opened, origin: str) -> list[str]:
    """What a page asked of another host, or of the same host outside the site's folder."""
    return [url for url in opened.asked if not url.startswith(origin)]


def unanswered(opened: Opened) -> dict[str, int]:
    """What a page asked for and was not given."""
    return {url: status for url, status in opened.asked.items() if status >= 400}
