"""A text that changes with time, in one file: what it says on a day.

A line ``#@ from DAY``, ``#@ until DAY`` or ``#@ from DAY until DAY`` says when the lines below it hold, up to the next
such line; ``#@ always`` ends it. A text without such lines never changes. *until* is the first day on which they are
gone. In YAML the marks are comments.
"""

import re
from datetime import date

MARK = "#@ "
_DAY = r"\d{4}-\d\d-\d\d"
_CONDITION = re.compile(rf"always|(?:from (?P<start>{_DAY}))? ?(?:until (?P<end>{_DAY}))?")


class UnreadableMarkError(ValueError):
    """A line that begins like a mark and is none."""


def text_on(day: date, text: str) -> str:
    """What *text* says on *day*, without its marks. Raises UnreadableMarkError."""
    lines: list[str] = []
    holds = True
    for line in text.splitlines(keepends=True):
        if line.startswith(MARK):
            holds = _holds(day, line.removeprefix(MARK).strip())
        elif holds:
            lines.append(line)
    return "".join(lines)


def _holds(day: date, condition: str) -> bool:
    match = _CONDITION.fullmatch(condition)
    if match is None or not condition:
        raise UnreadableMarkError(f"“{MARK}{condition}” says no time: write from DAY, until DAY, both, or always")
    start, end = match["start"], match["end"]
    return (start is None or date.fromisoformat(start) <= day) and (end is None or day < date.fromisoformat(end))
