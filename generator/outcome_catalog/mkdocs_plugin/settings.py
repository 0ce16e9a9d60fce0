"""What may stand under ``outcome-catalog:`` in mkdocs.yml."""

from datetime import date, datetime

from mkdocs.config import base
from mkdocs.config import config_options as c


class Day(base.BaseConfigOption[date]):
    """A day as 2026-03-31, which YAML reads as a date of its own; quoted it is a text, and means the same."""

    def run_validation(self, value: object) -> date:
        """The day that *value* stands for. Raises ValidationError where it stands for none."""
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError as error:
            raise base.ValidationError(f"{str(value)!r} is not a day; write it as 2026-03-31.") from error


class PluginSettings(base.Config):  # type: ignore[no-untyped-call]  # MkDocs ships no type for it
    """The plugin's options; none is needed."""

    search = c.Type(bool, default=True)
    """Whether the search index is made."""

    jobs = c.Optional(c.Type(int))
    """How many processes fill artifact pages; default: as many as there are processors."""

    as_of = c.Optional(Day())
    """The day that the catalog is as of; default: SOURCE_DATE_EPOCH where set, else today. The command line wins."""

    stamp = c.Type(bool, default=True)
    """False lets MkDocs itself make every artifact page: slow, and the same to the byte. For comparing."""

    content_policy = c.Type(bool, default=True)
    """Whether pages forbid browsers to load or run what the site does not hold; False for one that brings more."""

    standalone = c.Type(bool, default=False)
    """True where no mkdocs.yml rules: the site's name and the repository's address come from the catalog."""
