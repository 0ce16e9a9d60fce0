"""A site in a real Chromium: what ran that should not, and who was called."""

import contextlib
import http.server
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, Request, ViewportSize

PAPER: ViewportSize = {"width": 688, "height": 1000}
"""What A4 leaves between its margins, in pixels: a page printed is laid out in this width."""
TRAP = """
for (const name of ["alert", "confirm", "prompt", "print", "open"])
  window[name] = () => { window.__ran = (window.__ran || 0) + 1; return null; };
"""
DANGEROUS_MARKUP = """
page => [...(page ?? document).querySelectorAll("*")].flatMap(element => [
  ...Element.prototype.getAttributeNames.call(element).filter(name => name.startsWith("on"))
    .map(name => `${element.tagName} ${name}`),
  ...["href", "src", "action", "formaction", "xlink:href", "data"]
    .filter(name => /^[\\x00-\\x20]*(javascript|vbscript|data:text)/i
      .test(Element.prototype.getAttribute.call(element, name) ?? ""))
    .map(name => `${element.tagName} ${name}`),
  ...(/^(IFRAME|OBJECT|EMBED|APPLET|BASE|FRAME|MATH)$/i.test(element.tagName) ? [element.tagName] : []),
])
"""

READ = f"""
async ([addresses, known]) => {{
  const dangerous = {DANGEROUS_MARKUP.strip()};
  const elsewhere = address => address && !/^(data|blob):/.test(address)
    && new URL(address, document.baseURI).origin !== location.origin;
  const read = async address => {{
    const page = new DOMParser().parseFromString(await (await fetch("/" + address)).text(), "text/html");
    const scripts = [...page.querySelectorAll("script:not([src]):not([type$=json])")].map(s => s.textContent);
    const anywhere = text => text.replace(/"[./]+"/g, '"."');
    const frame = known.map(anywhere);
    const fetched = [...page.querySelectorAll("[src], [srcset], [poster], object[data], link:is([rel~=stylesheet], " +
      "[rel~=icon], [rel~=preload], [rel~=prefetch], [rel~=preconnect], [rel~=modulepreload])")]
      .flatMap(e => [e.getAttribute("src"), e.getAttribute("poster"), e.getAttribute("data"), e.getAttribute("href"),
        ...(e.getAttribute("srcset") ?? "").split(",").map(part => part.trim().split(" ")[0])]);
    const styles = [...page.querySelectorAll("[style*='url(' i], style")].map(e => e.outerHTML)
      .filter(text => /@import|url\\(\\s*['"]?(https?:)?\\/\\//i.test(text));
    return [address, [...dangerous(page), ...scripts.filter(text => !frame.includes(anywhere(text))),
      ...fetched.filter(elsewhere), ...styles,
      ...[...page.querySelectorAll("meta[http-equiv=refresh]")].map(e => e.outerHTML)]];
  }};
  return Promise.all(addresses.map(read));
}}
"""
"""What a page's markup would run, fetch from elsewhere or leave for, without opening the page."""
_SCRIPTS = "() => [...document.querySelectorAll('script:not([src]):not([type$=json])')].map(s => s.textContent)"
_AT_ONCE = 20


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
    """Opens pages below *base* one after the other; pictures and style sheets of the site itself are not fetched.

    The policy that pages carry is not heeded unless *heeds_policy*: what is to hold without it could not be seen to.
    """

    def __init__(self, browser: Browser, base: str, *, heeds_policy: bool = False) -> None:
        self._base = base
        self._seen = Visit()
        context = browser.new_context(bypass_csp=not heeds_policy)
        context.add_init_script(TRAP)
        context.route(re.compile(r"\.(css|png|svg|woff2?)$"), lambda route: route.abort())
        self._page = context.new_page()
        self._page.on("request", self._note_request)

    def _note_request(self, request: Request) -> None:
        if not request.url.startswith((self._base, "data:", "blob:", "about:")):
            self._seen.called.append(request.url)

    def read(self, addresses: list[str], frame: str) -> dict[str, list[str]]:
        """What the markup of each of *addresses* would do, but for the scripts that the page *frame* has too."""
        self.visit(frame)
        known = self._page.evaluate(_SCRIPTS)
        found: dict[str, list[str]] = {}
        for start in range(0, len(addresses), _AT_ONCE):
            found |= dict(self._page.evaluate(READ, [addresses[start : start + _AT_ONCE], known]))
        return found

    def visit(self, address: str) -> Visit:
        """Opens *address* and says what it did."""
        self._seen = seen = Visit()
        self._page.goto(self._base + address, wait_until="load", timeout=60_000)
        seen.ran = int(self._page.evaluate("window.__ran || 0"))
        seen.dangerous = list(self._page.evaluate(DANGEROUS_MARKUP))
        return seen
