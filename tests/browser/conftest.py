"""This repository's own site, built once, served on loopback, and opened in a real Chromium."""

import functools
import http.server
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from outcome_catalog.mkdocs_plugin.site import build_site
from tests.conftest import REPOSITORY


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *arguments: object) -> None:
        pass


@dataclass
class Visit:
    """A page of the site in the browser, and what went wrong on it."""

    page: Page
    origin: str
    errors: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    def go(self, path: str) -> Page:
        self.page.goto(f"{self.origin}/{path}", wait_until="load")
        return self.page


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("own") / "site"
    result = build_site(REPOSITORY, site_dir=folder, strict=True)
    assert result.is_built, result.messages
    return folder


@pytest.fixture(scope="session")
def origin(site: Path) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(params=[(1440, "light"), (390, "dark")], ids=["wide-light", "narrow-dark"])
def visit(request: pytest.FixtureRequest, chromium: Browser, origin: str) -> Iterator[Visit]:
    """A fresh visitor, on a wide screen in light colours and on a telephone in dark ones."""
    width, scheme = request.param
    context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    visitor = Visit(context.new_page(), origin)
    visitor.page.on("console", lambda m: visitor.errors.append(m.text) if m.type == "error" else None)
    visitor.page.on("pageerror", lambda error: visitor.errors.append(str(error)))
    visitor.page.on(
        "request",
        lambda r: visitor.foreign.append(r.url) if not r.url.startswith((origin, "data:", "blob:")) else None,
    )
    yield visitor
    context.close()
