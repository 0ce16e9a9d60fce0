"""Names of files and folders: what a slug is, and which names a disk, Windows or the site keep for themselves."""

import re
import unicodedata

LONGEST_SLUG = 63
SITE_ADDRESSES = frozenset(
    [
        *("kinds", "audiences", "objectives", "reports", "reuse", "search", "attention", "contribute", "api", "assets"),
        *("communities", "left-out", "pagefind"),
    ]
)
"""Where the site's own pages and files stand, so that no page written by hand can."""
RESERVED_COMMUNITIES = SITE_ADDRESSES | frozenset(
    ["guide", "about", "feeds", "tags", "404", "sitemap", "stylesheets", "javascripts", "images", "index"]
)
"""The names that no community may have (data-model §1): also those of pages that a site may get."""

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DATED_SLUG = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])-[a-z0-9].*")
_UNFIT = re.compile(r'[<>:"/\\|?*#%]')
_DEVICES = frozenset(["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))])


def is_slug(name: str) -> bool:
    """True where *name* is lower-case words of ASCII letters and digits joined by hyphens, at most 63 characters."""
    return len(name) <= LONGEST_SLUG and _SLUG.fullmatch(name) is not None


def is_dated_slug(name: str) -> bool:
    """True where *name* is a day and a slug joined by a hyphen: ``2026-03-09-tool-adopted``."""
    return _DATED_SLUG.fullmatch(name) is not None and is_slug(name[11:])


def nearest_slug(name: str) -> str:
    """The slug that *name* should be; empty where it has no ASCII letter or digit."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_SLUG].strip("-")


def is_device_name(name: str) -> bool:
    """True where Windows takes *name* for a device, whatever its ending."""
    return name.split(".", 1)[0].strip().casefold() in _DEVICES


def folded_name(name: str) -> str:
    """What two names have in common that are one on a disk that does not tell case or accents' spelling apart."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def unfit_reason(name: str) -> str | None:
    """Why *name* cannot be a file's name on every disk and in an address, or None where it can."""
    if any(unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") for c in name):
        return "it holds an invisible or unreadable character"
    if (found := _UNFIT.search(name)) is not None:
        return f"it holds “{found[0]}”"
    if name != name.strip() or name.endswith("."):
        return "it begins or ends with a space or a dot"
    return None


def shown_name(name: str) -> str:
    """*name* as it can be printed: what is not text in it, or not visible, as an escape."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "backslashreplace").decode() for c in name)
