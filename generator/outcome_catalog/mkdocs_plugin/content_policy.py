"""The policy that every page carries (Content Security Policy, level 3): only what the site holds is loaded and runs.

It is the second lock behind the sanitiser and the escaping: what got through them would still not run. So it stands in
a page before all that anybody wrote.
"""

import re
from base64 import b64encode
from collections.abc import Callable, Iterator
from functools import cache
from hashlib import sha256

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig

_SCRIPTS_IN_PAGES = ("base", "palette", "content")
"""The theme's scripts that stand in the page itself."""
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_OWN = "'self' file:"
"""The site: a browser that shows it from files sees no origin, and one that has it from a server opens no file."""
_ENGINE_OF_THE_SEARCH = "'wasm-unsafe-eval'"
"""A worker beside the page needs no leave; where that does not come within seconds, the engine runs in the page."""


def content_policy(environment: Environment, config: MkDocsConfig, *, is_preview: bool) -> Callable[[str], str]:
    """The policy of a page by its way to the root of the site, such as ``../..``, which stands in the theme's script.

    In a preview any script runs that stands in the page: its server writes one into each, another every time.
    """

    @cache
    def policy(base_url: str) -> str:
        known = ["'unsafe-inline'"] if is_preview else list(_digests(environment, config, base_url))
        scripts = " ".join([_OWN, _ENGINE_OF_THE_SEARCH, *known])
        return (
            f"default-src {_OWN}; script-src {scripts}; img-src {_OWN} data:; "
            "object-src 'none'; base-uri 'none'; form-action 'self' file:"
        )

    return policy


def _digests(environment: Environment, config: MkDocsConfig, base_url: str) -> Iterator[str]:
    """The scripts that may run in a page, each by the digest of its text."""
    features = config.theme.get("features") or []
    for name in _SCRIPTS_IN_PAGES:
        template = environment.get_template(f"partials/javascripts/{name}.html")
        for script in _SCRIPT.findall(template.render(config=config, base_url=base_url, features=features)):
            yield f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"
