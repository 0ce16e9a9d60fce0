"""One file an output format for findings; reporters only read."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from outcome_catalog.diagnostics import Report
from outcome_catalog.reporters import github, gitlab, json, text

REPORTERS: Mapping[str, Callable[[Report], str]] = MappingProxyType(
    {"text": text.report, "json": json.report, "github": github.report, "gitlab": gitlab.report}
)
"""Every format that ``outcomes check --format`` knows, by name."""
