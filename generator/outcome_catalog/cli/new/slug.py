"""A title as the name of a file or folder."""

import click

from outcome_catalog.sources.names import is_slug, nearest_slug


def slug_of(title: str) -> str:
    """*title* in small letters, digits and single hyphens, at most 63 characters (data-model §1).

    Raises a usage error where no letter of it can be written that way: then somebody has to choose a name.
    """
    slug = nearest_slug(title)
    if not slug:
        raise click.UsageError(f"no name can be made of {title!r}; choose one in letters a to z, digits and hyphens")
    return slug


def chosen_slug(name: str | None, title: str) -> str:
    """*name* where one was given, else one made of *title*; a usage error where *name* is no slug."""
    if name is None:
        return slug_of(title)
    if not is_slug(name):
        raise click.UsageError(f"{name!r} cannot be the name of a file or folder here; {slug_of(name)!r} could")
    return name
