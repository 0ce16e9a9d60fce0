"""One pass over a YAML parser's events: data, places and findings.

Events, never constructors: nothing that a file says can make an object, repeat itself or grow without bound.
"""

from collections.abc import Callable
from functools import cached_property
from typing import Any

import yaml
from yaml.events import AliasEvent, MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, StreamEndEvent

from outcome_catalog.model.origin import Place, Pointer
from outcome_catalog.sources.yaml_findings import YamlFindings
from outcome_catalog.sources.yaml_indents import stray_item
from outcome_catalog.sources.yaml_lines import (
    LINE_BREAKS,
    Mark,
    glued_dash,
    key_after_question_mark,
    open_bracket,
    open_quote,
    unopened_quote,
)
from outcome_catalog.sources.yaml_scalars import NotANumberError, plain_scalar

MOST_DEPTH = 32
MOST_NODES = 20_000
MOST_BYTES = 256 * 1024

Event = Any
"""The parser in C and the one in Python give the same events; neither says their types."""
_EventLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_QUOTES = frozenset("'\"")
_IN_FULL = "Write the value out in full, or put it in quotes if it is meant as text."


class YamlReader:
    """Reads the one document of *text*, which begins on *first_line* of the file at *path*."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.values: dict[Pointer, Place] = {}
        self.keys: dict[Pointer, Place] = {}
        self.findings = YamlFindings(path, first_line)
        self.last: Event = None
        self.open_bracket: Event = None
        self._text = text if text.endswith("\n") else f"{text}\n"  # libyaml misreads a last line of spaces
        self._first = first_line
        self._nodes = 0
        self._end = (first_line, 1)

    def document(self) -> Any:
        """The data of the document. Raises RefusedError, and what the parser raises for bad syntax."""
        if len(self._text) > MOST_BYTES or len(self._text.encode()) > MOST_BYTES:
            message = f"There is more YAML here than {MOST_BYTES // 1024} KiB."
            self.findings.refuse("yaml-too-large", message, (self._first, 1, self._first, 1))
        self._get_event = _EventLoader(self._text).get_event
        self._next()
        event = self._next()
        if type(event) is StreamEndEvent:
            return None
        if event.version or event.tags:
            self._forbid("A line that begins with “%” is not allowed.", event, "Remove the line.")
        data = self._node(self._next(), (), 0, -1)
        self._next()
        event = self._next()
        if type(event) is not StreamEndEvent:
            mend = "Put it into a file of its own, or remove the line “---”."
            self._forbid("A second document begins here; a file holds one.", event, mend)
        return data

    @cached_property
    def _lines(self) -> list[str]:
        return LINE_BREAKS.split(self._text)

    def _next(self) -> Event:
        event = self.last = self._get_event()
        return event

    def _node(self, event: Event, pointer: Pointer | None, depth: int, indent: int) -> Any:
        """The value that *event* begins; without a *pointer* it is read over. *indent* is the column it lies in."""
        self._nodes += 1
        if self._nodes > MOST_NODES:
            self.findings.refuse("yaml-too-large", f"There are more than {MOST_NODES:,} values.", self._place(event))
        kind = type(event)
        if kind is ScalarEvent:
            return self._scalar(event, pointer, indent)
        if kind is AliasEvent:
            self._forbid(f"“*{event.anchor}” stands for another value; this is not allowed.", event, _IN_FULL)
            return None
        self._check_properties(event)
        if depth >= MOST_DEPTH:
            message = f"Values lie more than {MOST_DEPTH} levels deep here."
            self.findings.refuse("yaml-too-deep", message, self._place(event))
        read = self._mapping if kind is MappingStartEvent else self._list
        if event.flow_style and self.open_bracket is None:
            return self._bracketed(read, event, pointer, depth + 1, indent)
        return read(event, pointer, depth + 1, indent if event.flow_style else event.start_mark.column)

    def _bracketed(
        self, read: Callable[..., Any], event: Event, pointer: Pointer | None, depth: int, indent: int
    ) -> Any:
        """The value in the brackets that *event* opens; while it is read, they are known as open."""
        self.open_bracket = event.start_mark
        value = read(event, pointer, depth, indent)
        fault = open_bracket(self._lines, event.start_mark, self.last.end_mark, indent)
        if fault is not None:
            self.findings.refuse_fault(fault)
        self.open_bracket = None
        return value

    def _mapping(self, start: Event, pointer: Pointer | None, depth: int, indent: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while type(event := self._next()) is not MappingEndEvent:
            if start.flow_style and (fault := key_after_question_mark(self._lines, event.start_mark)) is not None:
                self.findings.report_fault(fault)
            key = self._key(event, depth)
            step = None if key is None or pointer is None else (*pointer, key)
            if step is not None:
                place = self._place(event)
                first = self.keys.setdefault(step, place)
                if first is not place:
                    self.findings.report_duplicate(str(key), place, first)
                    step = None
            value = self._node(self._next(), step, depth, indent)
            if step is not None:
                found[str(key)] = value
        self._close(start, event, pointer)
        return found

    def _list(self, start: Event, pointer: Pointer | None, depth: int, indent: int) -> list[Any]:
        found: list[Any] = []
        while type(event := self._next()) is not SequenceEndEvent:
            step = None if pointer is None else (*pointer, len(found))
            found.append(self._node(event, step, depth, indent))
            if type(event) is ScalarEvent and not event.style:
                self._check_item(event)
        self._close(start, event, pointer)
        return found

    def _check_item(self, event: Event) -> None:
        if event.start_mark.line < event.end_mark.line:
            fault = stray_item(self._lines, event.start_mark, event.end_mark)
            if fault is not None:
                self.findings.report_fault(fault)

    def _close(self, start: Event, end: Event, pointer: Pointer | None) -> None:
        """Record where a collection stands: a block ends with its last value, not where the next key begins."""
        if start.flow_style:
            self._end = (end.end_mark.line + self._first, end.end_mark.column + 1)
        if pointer is not None:
            mark = start.start_mark
            self.values[pointer] = (mark.line + self._first, mark.column + 1, *self._end)

    def _scalar(self, event: Event, pointer: Pointer | None, indent: int) -> Any:
        place = self._place(event)
        self._end = place[2:]
        if pointer is not None:
            self.values[pointer] = place
        self._check_properties(event)
        value = event.value
        if event.style:
            if event.style in _QUOTES and place[0] < place[2]:
                self._check_quotes(event, indent)
            return value
        if value[-1:] in _QUOTES or value[:1] == "-":
            self._check_plain(value, event.start_mark)
        try:
            return plain_scalar(value)
        except NotANumberError:
            message = f"“{value[:40]}” cannot be used as a number."
            self.findings.report("yaml-number", message, place, "If it is meant as text, put it in quotes.")
            return None

    def _check_plain(self, value: str, start: Mark) -> None:
        fault = glued_dash(value, start) or (unopened_quote(value, start) if value[-1] in _QUOTES else None)
        if fault is not None:
            self.findings.report_fault(fault)

    def _check_quotes(self, event: Event, indent: int) -> None:
        fault = open_quote(self._lines, event.start_mark, event.end_mark, indent)
        if fault is not None:
            self.findings.refuse_fault(fault)

    def _key(self, event: Event, depth: int) -> str | None:
        """The key that *event* begins, or None where it is not a text."""
        if type(event) is not ScalarEvent:
            self.findings.report("yaml-key", "A key must be a text.", self._place(event), "Write “key: value”.")
            self._node(event, None, depth, -1)
            return None
        if not event.style and event.value == "<<":
            self._forbid("“<<” takes another mapping in; this is not allowed.", event, "Write the keys out in full.")
            return None
        value = self._node(event, None, depth, -1)
        if isinstance(value, str):
            return value
        mend = f"If it is meant as text, put it in quotes: '{event.value}'."
        self.findings.report("yaml-key", f"The key “{event.value}” is not read as text.", self._place(event), mend)
        return None

    def _check_properties(self, event: Event) -> None:
        if event.anchor is not None:
            self._forbid(f"“&{event.anchor}” names a value to repeat it; this is not allowed.", event, _IN_FULL)
        if event.tag is not None:
            self._forbid("A value that begins with “!” is a YAML tag; it is not allowed.", event, _IN_FULL)

    def _forbid(self, message: str, event: Event, mend: str) -> None:
        self.findings.report("yaml-forbidden", message, self._place(event), mend)

    def _place(self, event: Event) -> Place:
        start, end, first = event.start_mark, event.end_mark, self._first
        return (start.line + first, start.column + 1, end.line + first, end.column + 1)
