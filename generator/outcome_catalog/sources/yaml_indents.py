"""Which of two lines has the wrong indent, where YAML says only that they do not fit."""

from collections import Counter
from itertools import pairwise
from typing import Any

from outcome_catalog.sources.yaml_lines import Mark, YamlFault, indent_of
from outcome_catalog.sources.yaml_stop import YamlStop

_MEND = "Give lines that belong together the same indent."


def misplaced_line(stop: YamlStop) -> YamlFault | None:
    """The fault of a line that stands elsewhere than its indent says."""
    if "<document start>" in stop.problem and (first := _indented_first_key(stop)) is not None:
        return first
    column = indent_of(stop.here)
    if "block sequence entries are not allowed" in stop.problem:
        message = "A list cannot begin on the line of its key."
        return stop.fault(message, "Put “- ” on the next line, indented by two spaces.")
    if "mapping values are not allowed" not in stop.problem and stop.here[column : stop.column].strip("- "):
        return None
    culprit = _odd_line(stop.lines, stop.line)
    if culprit is not None and culprit < stop.line - 1:
        return _far_apart(stop, culprit)
    if stop.here.startswith("- ", column):
        message = "This list item stands where a key is expected."
    elif "'-' indicator" in stop.problem:
        message = "This line stands among the items of a list and is none."
    else:
        return _unfit(stop.lines, stop.line, culprit)
    return YamlFault(line=stop.line, column=column, message=message, help=_MEND, compare=culprit)


def _indented_first_key(stop: YamlStop) -> YamlFault | None:
    """The fault of the text's first line where it is indented more than the one at which the parser stopped."""
    number = next((n for n, line in enumerate(stop.lines) if line.strip() and not line.startswith(("#", "---"))), 0)
    column = indent_of(stop.lines[number])
    if column <= indent_of(stop.here):
        return None
    message = f"The first line is indented by {_spaces(column)}, and those below are not."
    mend = "Begin it at the beginning of the line."
    return YamlFault(line=number, column=column, message=message, help=mend, compare=stop.line)


def _far_apart(stop: YamlStop, culprit: int) -> YamlFault:
    """The fault of a line well above the one where the parser stopped; a value of several lines may lie between."""
    last: Any = stop.last
    if last is None or last.start_mark.line != culprit:
        return _unfit(stop.lines, culprit, stop.line)
    above, below = (_spaces(indent_of(stop.lines[n])) for n in (culprit, stop.line))
    message = f"What begins just above is indented by {above} and what follows by {below}; they do not fit."
    number = culprit + 1
    column = indent_of(stop.lines[number])
    return YamlFault(line=number, column=column, message=message, help=_MEND, compare=culprit)


def stray_item(lines: list[str], start: Mark, end: Mark) -> YamlFault | None:
    """The fault of a list's item, text without quotes, that goes on with what looks like the next item."""
    for number in range(start.line + 1, end.line + 1):
        if lines[number].lstrip(" ").startswith("- "):
            culprit = _odd_line(lines, number)
            if culprit == start.line:
                return _unfit(lines, culprit, number)
            message = "This item is indented more than the one above it, and so becomes a part of its text."
            mend = "Give all items of a list the same indent; put a text with “- ” in it in quotes."
            return YamlFault(
                line=number, column=indent_of(lines[number]), message=message, help=mend, compare=start.line
            )
    return None


def _unfit(lines: list[str], number: int, other: int | None) -> YamlFault:
    column = indent_of(lines[number])
    message = f"This line is indented by {_spaces(column)}, which fits none of the lines around it."
    return YamlFault(line=number, column=column, message=message, help=_MEND, compare=other)


def _spaces(count: int) -> str:
    return "one space" if count == 1 else f"{count} spaces"


def _odd_line(lines: list[str], number: int) -> int | None:
    """The line above *number* whose indent is unusual in the text, where that of *number* would be usual for it."""
    usual, column = _usual_step(lines), indent_of(lines[number])
    above = [n for n in range(number) if lines[n].strip()]
    deeper = len(above)
    while deeper and indent_of(lines[above[deeper - 1]]) > column:
        deeper -= 1
    for place in (deeper, deeper - 1):
        if 0 <= place < len(above):
            candidate = indent_of(lines[above[place]])
            parents = (indent_of(lines[n]) for n in reversed(above[:place]) if indent_of(lines[n]) < candidate)
            parent = next(parents, -usual)
            if candidate - parent != usual == column - parent:
                return above[place]
    return None


def _usual_step(lines: list[str]) -> int:
    """By how many spaces the text mostly indents what belongs to the line above."""
    indents = [indent_of(line) for line in lines if line.strip()]
    steps = Counter(b - a for a, b in pairwise(indents) if b > a)
    return steps.most_common(1)[0][0] if steps else 2
