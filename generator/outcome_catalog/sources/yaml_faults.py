"""A YAML parser's complaint in plain words, at the line that a person has to mend, with what to write instead."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from yaml.events import StreamStartEvent

from outcome_catalog.sources.yaml_indents import misplaced_line
from outcome_catalog.sources.yaml_lines import (
    YamlFault,
    glued_dash,
    indent_of,
    quote_left_open,
    tab_indent,
    unclosed_bracket,
)
from outcome_catalog.sources.yaml_stop import YamlStop, yaml_stop

_KEY_AND_VALUE = re.compile(r"(?P<before>\s*(?:- +)*(?P<key>[^\s'\"#\[{][^:]*?):[ ]+)(?P<value>\S.*?)\s*$")
_GLUED = re.compile(r"\s*(?:- +)*([A-Za-z_]+):(\S.*)$")
_LONGEST_OFFER = 120


def syntax_fault(error: Exception, text: str, last: Any, open_bracket: Any) -> YamlFault:
    """The fault behind the parser's *error* in *text*, which came after the event *last* and inside *open_bracket*."""
    stop = yaml_stop(error, text, last, open_bracket)
    fault = next(_faults(stop))
    line = min(fault.line, len(stop.lines) - 1)
    return replace(fault, line=line, column=min(fault.column, len(stop.lines[line])))


def _faults(stop: YamlStop) -> Iterator[YamlFault]:
    """What may be meant, the surest first."""
    for reading in _READINGS:
        fault = reading(stop)
        if fault is not None:
            yield fault
    yield stop.fault(
        f"This is not valid YAML ({stop.problem.strip(': ')}).", "Compare the line with the ones beside it."
    )


def _tab(stop: YamlStop) -> YamlFault | None:
    """A tab where spaces should indent, on the line where the parser stopped or one that it had just read."""
    first = stop.last.end_mark.line if stop.last is not None else 0
    found = (tab_indent(stop.lines, number) for number in range(min(first, stop.line), stop.line + 1))
    return next((fault for fault in found if fault is not None), None)


def _open_quote(stop: YamlStop) -> YamlFault | None:
    """A quote that was opened and closed too late or never."""
    if "quoted scalar" in stop.problem and "escape" not in stop.problem and stop.began is not None:
        return quote_left_open(stop.lines, *stop.began)
    last, is_alone = stop.last, "<document start>" in stop.problem
    if getattr(last, "style", None) in ("'", '"') and last.start_mark.line < last.end_mark.line:
        if last.end_mark.line == stop.line or is_alone:
            return quote_left_open(stop.lines, last.start_mark.line, last.start_mark.column)
    elif type(last) is StreamStartEvent or is_alone:
        first = next((n for n, line in enumerate(stop.lines) if line.strip() and line[0] != "#"), 0)
        if stop.lines[first].startswith(("'", '"')):
            return quote_left_open(stop.lines, first, 0)
    return None


def _open_bracket(stop: YamlStop) -> YamlFault | None:
    """A bracket that was opened and never closed."""
    return None if stop.open_bracket is None else unclosed_bracket(stop.lines, stop.open_bracket)


def _second_colon(stop: YamlStop) -> YamlFault | None:
    """A colon and a space inside a value without quotes."""
    if "mapping values are not allowed" not in stop.problem:
        return None
    found = _KEY_AND_VALUE.match(stop.here)
    if found is None or stop.column < found.start("value"):
        return None
    message = f"The value of “{found['key']}” holds a colon followed by a space, and has no quotes."
    return stop.fault(message, _quoted_offer(stop, found), code="yaml-unquoted-colon")


def _quoted_offer(stop: YamlStop, found: re.Match[str]) -> str:
    value = found["value"]
    goes_on = stop.line + 1 < len(stop.lines) and indent_of(stop.lines[stop.line + 1]) > indent_of(stop.here)
    if goes_on or len(value) > _LONGEST_OFFER:
        return "Put the whole value in quotes: ' at its beginning and at its end; write '' for each ' inside."
    return f"Put the value in quotes: {found['key']}: {quoted(value)}"


def quoted(value: str) -> str:
    """*value* as YAML text in single quotes."""
    if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"":
        value = value[1:-1]
    return "'" + value.replace("'", "''") + "'"


def _missing_colon(stop: YamlStop) -> YamlFault | None:
    """A key without its colon, or without the space after it."""
    line = _line_without_colon(stop)
    if line is None:
        return None
    words = stop.lines[line]
    column = len(words) - len(words.lstrip(" -"))
    if (glued := _GLUED.match(words)) is not None:
        message = "A space is missing after the colon."
        return YamlFault(line=line, column=column, message=message, help=f"Write “{glued[1]}: {glued[2].strip()}”.")
    message = "This line has no colon, so that it is no key with a value."
    return YamlFault(line=line, column=column, message=message, help="Write it as “key: value”.")


def _glued_dash(stop: YamlStop) -> YamlFault | None:
    """A list's first item without the space after its dash, which makes the items after it a part of its text."""
    value = getattr(stop.last, "value", None) or ""
    return None if stop.last is None else glued_dash(value, stop.last.start_mark)


def _line_without_colon(stop: YamlStop) -> int | None:
    if "could not find expected ':'" in stop.problem and stop.began is not None:
        return stop.began[0]
    if "mapping values are not allowed" not in stop.problem or stop.last is None:
        return None
    start: Any = stop.last.start_mark
    above = start.line
    is_key = start.column == len(stop.lines[above]) - len(stop.lines[above].lstrip(" -"))
    return above if is_key and above < stop.line else None


_STARTS = {
    "@": "“@”", "`": "a backtick", "%": "“%”", "*": "“*”", "&": "“&”", "!": "“!”", ">": "“>”", "|": "“|”",
    "[": "“[”", "{": "“{”", "]": "“]”", "}": "“}”", ",": "a comma", "?": "“?”", "'": "a quote", '"': "a quote",
}  # fmt: skip
_ITEM_AND_VALUE = re.compile(r"(?P<before>\s*(?:- +)+)(?P<value>\S.*?)\s*$")


def _special_start(stop: YamlStop) -> YamlFault | None:
    """A value that begins with a character that means something to YAML."""
    if "escape" in stop.problem:
        message = "Inside double quotes a backslash begins a special character, and this one is not known."
        return stop.fault(message, "Use single quotes instead, or write the backslash twice.")
    if (words := stop.here.lstrip(" -")).startswith(("'", '"')) and ":" in words:
        message = "This line begins with a quote that closes in the wrong place."
        return stop.fault(message, "Keys have no quotes; the quotes of a value stand behind the colon.")
    first = stop.began[0] if stop.began else stop.line
    for number in dict.fromkeys((stop.line, first)):
        found = _KEY_AND_VALUE.match(stop.lines[number]) or _ITEM_AND_VALUE.match(stop.lines[number])
        if found is None or found["value"][0] not in ("[{" if number < stop.line else _STARTS):
            continue
        start, column = _STARTS[found["value"][0]], found.start("value")
        message = f"A value that begins with {start} must stand in quotes as a whole."
        if "did not find expected ','" in stop.problem:
            message = f"What begins with {start} here is not closed as it should be."
        mend = f"If it is meant as text, put it in quotes: {found['before'].strip()} {quoted(found['value'])}"
        return YamlFault(line=number, column=column, message=message, help=mend[:_LONGEST_OFFER])
    return None


_READINGS = (
    _tab,
    _open_quote,
    _open_bracket,
    _second_colon,
    _glued_dash,
    _missing_colon,
    _special_start,
    misplaced_line,
)
