"""The sites, each built once for the whole run, and a browser on them."""

import contextlib
import http.server
import re
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache, partial
from pathlib import Path
from types import MappingProxyType
from typing import IO, Any

import pytest
from tests.conftest import SETS, RealSet
from tests.made_once import made_once
from tests.site_quality.sites import PREFIX, REAL_DAY, Site, build, build_demo, build_first

SITES = ["demo", "demo-fr", "first", *SETS]


@pytest.fixture(scope="session")
def built_site(
    tmp_path_factory: pytest.TempPathFactory,
    demo_repository: Path,
    imported_set: Callable[[str], RealSet],
    outcomes: str,
) -> Callable[[str], Site]:
    """The site of a name: the demo (also ``demo-fr``), what ``outcomes init`` makes (``first``), or a real set."""

    @cache
    def the_site(name: str) -> Site:
        make: Callable[[Path], Any]
        if name.startswith("demo"):
            settings = {"language": "fr"} if name == "demo-fr" else {}
            make = partial(build_demo, demo_repository, settings)
        elif name == "first":
            make = partial(build_first, outcomes)
        else:
            make = partial(_build_set, imported_set(name).root, REAL_DAY)
        return Site(name, made_once(tmp_path_factory, f"site-{name}", make), PREFIX if "demo" in name else "")

    return the_site


def _build_set(root: Path, as_of: date, folder: Path) -> None:
    build(root, folder, strict=True, as_of=as_of)


@pytest.fixture(scope="session")
def demo(built_site: Callable[[str], Site]) -> Site:
    return built_site("demo")


@pytest.fixture(scope="session", params=SITES)
def site(request: pytest.FixtureRequest, built_site: Callable[[str], Site]) -> Site:
    """Each of the sites."""
    return built_site(request.param)


@pytest.fixture(scope="session")
def origin_of() -> Iterator[Callable[[Site], str]]:
    """The address below which a site is served on this machine."""
    with contextlib.ExitStack() as servers:

        @cache
        def address(site: Site) -> str:
            return servers.enter_context(_served(site))

        yield address


@pytest.fixture(scope="session")
def slow_origin_of() -> Iterator[Callable[[Site], str]]:
    """As ``origin_of``, on a line where what a page needs comes well after its text."""
    with contextlib.ExitStack() as servers:
        yield cache(lambda site: servers.enter_context(_served(site, delays={".css": 0.05, ".js": 0.15, ".svg": 0.1})))


@pytest.fixture(scope="session")
def halting_origin_of() -> Iterator[Callable[[Site], str]]:
    """As ``origin_of``, on a line where a page's text stops within the header for longer than a browser waits."""
    with contextlib.ExitStack() as servers:
        yield cache(lambda site: servers.enter_context(_served(site, halt=0.7)))


WITHIN_HEADER = re.compile(b'(?=<form class="md-header)')


class _Below(http.server.SimpleHTTPRequestHandler):
    """Serves a folder below a path, and nothing above it: there, the site's own page for what is not there."""

    def __init__(self, *arguments: Any, site: Site, delays: Mapping[str, float], halt: float) -> None:
        self.site, self.delays, self.halt = site, delays, halt
        super().__init__(*arguments, directory=str(site.folder))

    def translate_path(self, path: str) -> str:
        below = f"/{self.site.prefix}"
        return super().translate_path(f"/{path.removeprefix(below)}" if path.startswith(below) else "/nothing-here")

    def do_GET(self) -> None:
        time.sleep(next((delay for ending, delay in self.delays.items() if self.path.endswith(ending)), 0))
        super().do_GET()

    def end_headers(self) -> None:
        if self.delays or self.halt:
            self.send_header("Cache-Control", "no-store")  # a line that is slow once is slow again
        super().end_headers()

    def copyfile(self, source: IO[bytes], outputfile: IO[bytes]) -> None:  # type: ignore[override]
        if not self.halt or not self.path.endswith("/"):
            super().copyfile(source, outputfile)
            return
        shown, rest = WITHIN_HEADER.split(source.read(), maxsplit=1)
        outputfile.write(shown)
        time.sleep(self.halt)
        outputfile.write(rest)

    def send_error(self, code: int, *_said: object) -> None:  # type: ignore[override]
        body = (self.site.folder / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        pass


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Says nothing: a browser that goes on to the next page leaves what it no longer wants."""


@contextlib.contextmanager
def _served(site: Site, delays: Mapping[str, float] = MappingProxyType({}), halt: float = 0) -> Iterator[str]:
    with _Server(("127.0.0.1", 0), partial(_Below, site=site, delays=delays, halt=halt)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{site.prefix}"
        server.shutdown()
