"""What page builders and data files are given, made from a project on disk."""

from datetime import date
from pathlib import Path

from outcome_catalog.diagnostics import Severity
from outcome_catalog.insights.compute import figures
from outcome_catalog.pipeline import load_catalog
from outcome_catalog.publish.context import PublishContext, SiteSettings
from outcome_catalog.publish.words import words

AS_OF = date(2026, 1, 1)


def context_of(root: Path, url: str | None = None, as_of: date = AS_OF) -> PublishContext:
    """The context of the project in *root* as of a fixed day; it has to be without errors."""
    loaded = load_catalog(root, as_of=as_of)
    assert loaded.catalog is not None
    assert [f"{f.span} {f.message}" for f in loaded.report if f.severity is Severity.ERROR] == []
    site = SiteSettings(name="Works", url=url)
    return PublishContext(catalog=loaded.catalog, figures=figures(loaded.catalog), site=site, words=words("en"))
