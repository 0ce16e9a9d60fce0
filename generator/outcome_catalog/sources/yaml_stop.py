"""Where a YAML parser stopped and what it said."""

from dataclasses import dataclass
from typing import Any

from outcome_catalog.sources.yaml_lines import LINE_BREAKS, YamlFault


@dataclass(frozen=True, slots=True)
class YamlStop:
    """Where the parser stopped, what it said, and the last event that it gave before."""

    lines: list[str]
    line: int
    column: int
    problem: str
    began: tuple[int, int] | None
    last: Any  # an event of either parser
    open_bracket: Any  # the mark of the outermost bracket that is open, or None

    @property
    def here(self) -> str:
        """The line on which the parser stopped."""
        return self.lines[self.line] if self.line < len(self.lines) else ""

    def fault(self, message: str, mend: str | None = None, *, code: str = "yaml-syntax") -> YamlFault:
        """A fault at the place where the parser stopped."""
        return YamlFault(line=self.line, column=self.column, message=message, help=mend, code=code)


def yaml_stop(error: Exception, text: str, last: Any, open_bracket: Any) -> YamlStop:
    """The place of *error* in *text*, moved up from blank lines; *last* is the event before it."""
    lines = LINE_BREAKS.split(text)
    mark, began = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    mark = mark or began
    line, column = (mark.line, mark.column) if mark is not None else (0, 0)
    while line > 0 and (line >= len(lines) or not lines[line].strip(" ")):
        line, column = line - 1, len(lines[line - 1])
    problem = f"{getattr(error, 'context', None) or ''}: {getattr(error, 'problem', None) or error}"
    return YamlStop(lines, line, column, problem, (began.line, began.column) if began else None, last, open_bracket)
