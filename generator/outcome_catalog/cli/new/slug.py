"""A title as the name of a file or folder."""

import re
import unicodedata

import click

_LONGEST = 63


def slug_of(title: str) -> str:
    """*title* in small letters, digits and single hyphens, at most 63 characters (data-model §1).

    Raises a usage error where no letter of it can be written that way: then somebody has to choose a name.
    """
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST].rstrip("-")
    if not slug:
        raise click.UsageError(f"no name can be made of {title!r}; choose one in letters a to z, digits and hyphens")
    return slug
