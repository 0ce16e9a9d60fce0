"""A source file that was read: what the later stages know of it. It reaches no parser, so that they do not either."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from outcome_catalog.diagnostics import Diagnostic
from outcome_catalog.model.artifact import Body
from outcome_catalog.model.origin import Origin
from outcome_catalog.sources.discover import SourceFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file that was read. *data* is None where it cannot be used at all; *body* is an artifact's text."""

    file: SourceFile
    data: Mapping[str, Any] | None
    origin: Origin
    body: Body | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
