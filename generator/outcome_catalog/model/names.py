"""When two names mean the same: of organisations and places, and of repositories."""

import re
import unicodedata

_SCHEME = re.compile(r"(?:[a-z][a-z0-9+.-]*://)?(?:[^@/]*@)?", re.IGNORECASE)


def folded(name: str) -> str:
    """*name* as names are compared: case and the amount of white space do not matter."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def repository_name(url: str) -> str:
    """*url* as repositories are compared: host and path, whichever way it is reached."""
    name = _SCHEME.sub("", url.strip(), count=1).replace(":", "/", 1).rstrip("/")
    return name.removesuffix(".git").casefold()
