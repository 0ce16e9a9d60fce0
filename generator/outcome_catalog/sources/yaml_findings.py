"""The findings of one YAML text, gathered while it is read; some of them end the reading."""

from dataclasses import replace
from typing import NoReturn

from outcome_catalog.diagnostics import Diagnostic, Related, Severity, Span
from outcome_catalog.model.origin import Place
from outcome_catalog.sources.yaml_lines import YamlFault

MOST_TOLD = 100


class RefusedError(Exception):
    """The text is refused from here on; carries the finding."""

    def __init__(self, finding: Diagnostic) -> None:
        super().__init__(finding.message)
        self.finding = finding


class YamlFindings:
    """What is wrong with the text that begins on *first_line* of the file at *path*."""

    def __init__(self, path: str, first_line: int) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._path = path
        self._first = first_line

    def report(self, code: str, message: str, place: Place, mend: str) -> None:
        """Add an error that does not end the reading."""
        self._add(self._error(code, message, place, mend))

    def report_duplicate(self, key: str, place: Place, first: Place) -> None:
        """Add the error of a *key* that stands at *place* and stood at *first* before."""
        message = f"The key “{key}” stands twice; the first is on line {first[0]}."
        finding = self._error("yaml-duplicate-key", message, place, "Keep one of the two and remove the other.")
        self._add(replace(finding, related=(Related(message=f"the first “{key}”", span=self._span(first)),)))

    def report_fault(self, fault: YamlFault) -> None:
        """Add the finding of *fault*."""
        self._add(fault.diagnostic(self._path, self._first))

    def refuse(self, code: str, message: str, place: Place) -> NoReturn:
        """End the reading: the text is larger or deeper than is read."""
        raise RefusedError(self._error(code, message, place, "Make the file smaller and flatter."))

    def refuse_fault(self, fault: YamlFault) -> NoReturn:
        """End the reading: after *fault* nothing means what it seems to."""
        raise RefusedError(fault.diagnostic(self._path, self._first))

    def _add(self, finding: Diagnostic) -> None:
        self.diagnostics.append(finding)
        if len(self.diagnostics) >= MOST_TOLD:
            raise RefusedError(replace(finding, message="There may be more faults below; none is listed.", help=None))

    def _error(self, code: str, message: str, place: Place, mend: str) -> Diagnostic:
        return Diagnostic(code=code, severity=Severity.ERROR, message=message, span=self._span(place), help=mend)

    def _span(self, place: Place) -> Span:
        line, column, end_line, end_column = place
        return Span(path=self._path, line=line, column=column, end_line=end_line, end_column=end_column)
