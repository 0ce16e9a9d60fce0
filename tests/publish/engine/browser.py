"""A site in a real Chromium: what ran that should not, and who was called."""

import contextlib
import http.server
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, Request

TRAP = """
for (const name of ["alert", "confirm", "prompt", "print", "open"])
  window[name] = () => { window.__ran = (window.__ran || 0) + 1; return null; };
"""
DANGEROUS_MARKUP = """
() => [...document.querySelectorAll("*")].flatMap(element => [
  ...[...element.attributes].filter(a => a.name.startsWith("on")).map(a => `${element.tagName} ${a.name}`),
  ...["href", "src", "action", "formaction", "xlink:href", "data"]
    .filter(name => /^[\\x00-\\x20]*(javascript|vbscript|data:text)/i.test(element.getAttribute(name) || ""))
    .map(name => `${element.tagName} ${name}`),
  ...(/^(IFRAME|OBJECT|EMBED|APPLET|BASE|FRAME|MATH)$/i.test(element.tagName) ? [element.tagName] : []),
])
"""


@dataclass
class Visit:
    """What a page did: times a trapped function ran, markup that could run something, addresses it called elsewhere."""

    ran: int = 0
    dangerous: list[str] = field(default_factory=list)
    called: list[str] = field(default_factory=list)


class _QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        pass


@contextlib.contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of *site* on this machine while the block runs."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_QuietHandler, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


class Visitor:
    """Opens pages below *base* one after the other; pictures and style sheets of the site itself are not fetched."""

    def __init__(self, browser: Browser, base: str) -> None:
        self._base = base
        self._seen = Visit()
        context = browser.new_context()
        context.add_init_script(TRAP)
        context.route(re.compile(r"\.(css|png|svg|woff2?)$"), lambda route: route.abort())
        self._page = context.new_page()
        self._page.on("request", self._note_request)

    def _note_request(self, request: Request) -> None:
        if not request.url.startswith((self._base, "data:", "blob:", "about:")):
            self._seen.called.append(request.url)

    def visit(self, address: str) -> Visit:
        """Opens *address* and says what it did."""
        self._seen = seen = Visit()
        self._page.goto(self._base + address, wait_until="load", timeout=60_000)
        seen.ran = int(self._page.evaluate("window.__ran || 0"))
        seen.dangerous = list(self._page.evaluate(DANGEROUS_MARKUP))
        return seen
