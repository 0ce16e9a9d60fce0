"""Names of files and folders: what a slug is, and which names the site and Windows keep for themselves."""

import re
import unicodedata

LONGEST_SLUG = 63
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
RESERVED_COMMUNITIES = frozenset(
    [
        *("kinds", "audiences", "objectives", "reports", "reuse", "search", "attention", "contribute", "api", "assets"),
        *("guide", "communities", "about", "feeds", "tags", "404", "sitemap", "stylesheets", "javascripts", "images"),
        *("left-out", "index"),
    ]
)
"""The site's own addresses, which no community may have (data-model §1)."""
_DEVICES = frozenset(["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))])


def is_slug(name: str) -> bool:
    """True where *name* is lower-case words of ASCII letters and digits joined by hyphens, at most 63 characters."""
    return len(name) <= LONGEST_SLUG and SLUG.fullmatch(name) is not None


def nearest_slug(name: str) -> str:
    """The slug that *name* should be; empty where it has no ASCII letter or digit."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_SLUG].strip("-")


def is_device_name(name: str) -> bool:
    """True where Windows takes *name* for a device, whatever its ending."""
    return name.split(".", 1)[0].strip().casefold() in _DEVICES
