"""What may stand under ``outcome-catalog:`` in mkdocs.yml."""

from mkdocs.config import base
from mkdocs.config import config_options as c


class PluginSettings(base.Config):  # type: ignore[no-untyped-call]  # MkDocs ships no type for it
    """The plugin's options; none is needed."""

    search = c.Type(bool, default=True)
    """Whether the search index is made."""

    jobs = c.Optional(c.Type(int))
    """How many processes fill artifact pages; default: as many as there are processors."""

    as_of = c.Optional(c.Type(str))
    """The day (ISO 8601) that figures are computed for; default: SOURCE_DATE_EPOCH where set, else today."""

    stamp = c.Type(bool, default=True)
    """False lets MkDocs itself make every artifact page: slow, and the same to the byte. For comparing."""

    standalone = c.Type(bool, default=False)
    """True where no mkdocs.yml rules: the site's name and the repository's address come from the catalog."""
