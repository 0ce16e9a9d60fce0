"""What every page builder is given: the catalog, its figures, and what is known of the site."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from outcome_catalog.insights.figures import Figures
from outcome_catalog.insights.period_report.records import ReportRecords, report_records
from outcome_catalog.insights.suggestions.suggestion import Suggestions
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.publish.facet_names import FacetNames, facet_names
from outcome_catalog.publish.site_settings import SiteSettings as SiteSettings
from outcome_catalog.publish.source_links import SourceLinks


@dataclass(frozen=True, kw_only=True)
class PublishContext:
    """All that a page is made from.

    *introduction* is the Markdown of a hand-written ``communities/index.md``, or empty; *links* says where links
    between source files lead.
    """

    catalog: Catalog
    figures: Figures
    site: SiteSettings
    words: Mapping[str, Any] = field(default_factory=dict)
    suggestions: Suggestions = field(default_factory=Suggestions)
    """Reuse that nobody recorded; no figure is drawn from it."""
    introduction: str = ""
    links: SourceLinks = field(default_factory=SourceLinks)

    @cached_property
    def records(self) -> ReportRecords:
        """What every report is counted from, prepared once."""
        return report_records(self.catalog, self.figures)

    @cached_property
    def facets(self) -> FacetNames:
        """What the search calls communities, kinds, audiences, outputs and outcomes."""
        return facet_names(self.catalog)
