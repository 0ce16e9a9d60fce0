"""Strict YAML: its data, the place of every key and value, and every fault as a finding (trust)."""

from dataclasses import dataclass
from typing import Any

import yaml

from outcome_catalog.diagnostics import Diagnostic, Severity
from outcome_catalog.model.origin import Origin
from outcome_catalog.sources.source_text import hidden_characters
from outcome_catalog.sources.yaml_faults import syntax_fault
from outcome_catalog.sources.yaml_findings import RefusedError
from outcome_catalog.sources.yaml_reader import YamlReader

Yaml = Any
"""A mapping, list, text, number, truth value or None: what YAML can say within our limits; dates are text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YamlDocument:
    """What a YAML text says, where it says it, and what is wrong with it.

    *data* is None where the text is empty, says null, or cannot be read; the last has an error in *diagnostics*.
    Of a key that stands twice, *data* holds the first.
    """

    data: Yaml
    origin: Origin
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def has_errors(self) -> bool:
        """True where a finding is an error."""
        return any(d.severity is Severity.ERROR for d in self.diagnostics)


def parse_yaml(text: str, path: str, first_line: int = 1) -> YamlDocument:
    """The document that *text* holds; *first_line* is the line of the file on which the text begins.

    It never raises for what the text says, and takes time and memory in proportion to its size.
    """
    hidden = tuple(hidden_characters(text, path, first_line))
    if hidden:
        return YamlDocument(data=None, origin=Origin(path=path), diagnostics=hidden)
    reader = YamlReader(text, path, first_line)
    data = None
    try:
        data = reader.document()
    except RefusedError as refused:
        reader.findings.diagnostics.append(refused.finding)
    except yaml.YAMLError as error:
        fault = syntax_fault(error, text, reader.last, reader.open_bracket)
        reader.findings.diagnostics.append(fault.diagnostic(path, first_line))
    origin = Origin(path=path, values=reader.values, keys=reader.keys)
    return YamlDocument(data=data, origin=origin, diagnostics=tuple(reader.findings.diagnostics))
