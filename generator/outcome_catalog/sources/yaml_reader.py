"""One pass over a YAML parser's events: data, places and findings.

Events, never constructors: nothing that a file says can make an object, repeat itself or grow without bound.
"""

from dataclasses import replace
from typing import Any, NoReturn

import yaml
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from outcome_catalog.diagnostics import Diagnostic, Related, Severity, Span
from outcome_catalog.model.origin import Place, Pointer
from outcome_catalog.sources.yaml_indents import stray_item
from outcome_catalog.sources.yaml_lines import LINE_BREAKS, open_quote, unopened_quote
from outcome_catalog.sources.yaml_scalars import NotANumberError, plain_scalar

MOST_DEPTH = 32
MOST_NODES = 20_000
MOST_BYTES = 256 * 1024
MOST_FAULTS = 100

_Event = Any  # the parser in C and the one in Python give the same events, untyped
_EventLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_QUOTES = frozenset("'\"")
_IN_FULL = "Write the value out in full, or put it in quotes if it is meant as text."


class RefusedError(Exception):
    """The text is refused from here on; carries the finding."""

    def __init__(self, finding: Diagnostic) -> None:
        super().__init__(finding.message)
        self.finding = finding


class YamlReader:
    """Reads the one document of *text*, which begins on *first_line* of the file at *path*."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.values: dict[Pointer, Place] = {}
        self.keys: dict[Pointer, Place] = {}
        self.diagnostics: list[Diagnostic] = []
        self.last: _Event = None
        self._text = text
        self._path = path
        self._first = first_line
        self._nodes = 0
        self._end = (0, 0)

    def document(self) -> Any:
        """The data of the document. Raises RefusedError, and what the parser raises for bad syntax."""
        if len(self._text) > MOST_BYTES or len(self._text.encode()) > MOST_BYTES:
            top = (self._first, 1, self._first, 1)
            self._refuse("yaml-too-large", f"There is more YAML here than {MOST_BYTES // 1024} KiB.", top)
        self._get_event = _EventLoader(self._text).get_event
        self._next()
        event = self._next()
        if type(event) is StreamEndEvent:
            return None
        if event.version or event.tags:
            self._forbid(
                "A line that begins with “%” is a YAML directive; it is not allowed.", event, "Remove the line."
            )
        data = self._node(self._next(), (), 0, -1)
        self._next()
        event = self._next()
        if type(event) is not StreamEndEvent:
            mend = "Put it into a file of its own, or remove the line “---”."
            self._forbid("A second document begins here; a file holds one.", event, mend)
        return data

    def _next(self) -> _Event:
        event = self.last = self._get_event()
        return event

    def _node(self, event: _Event, pointer: Pointer | None, depth: int, indent: int) -> Any:
        """The value that *event* begins; without a *pointer* it is read over. *indent* is the column it lies in."""
        self._nodes += 1
        if self._nodes > MOST_NODES:
            self._refuse("yaml-too-large", f"There are more than {MOST_NODES:,} values here.", self._place(event))
        kind = type(event)
        if kind is ScalarEvent:
            return self._scalar(event, pointer, indent)
        if kind is AliasEvent:
            self._forbid(f"“*{event.anchor}” stands for another value; this is not allowed.", event, _IN_FULL)
            return None
        if event.anchor is not None or event.tag is not None:
            self._forbid_properties(event)
        if depth >= MOST_DEPTH:
            self._refuse("yaml-too-deep", f"Values lie more than {MOST_DEPTH} levels deep here.", self._place(event))
        if not event.flow_style:
            indent = event.start_mark.column
        read = self._mapping if kind is MappingStartEvent else self._list
        return read(event, pointer, depth + 1, indent)

    def _mapping(self, start: _Event, pointer: Pointer | None, depth: int, indent: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while type(event := self._next()) is not MappingEndEvent:
            key = self._key(event, depth)
            step = None if key is None or pointer is None else (*pointer, key)
            if step is not None and step in self.keys:
                self._report_duplicate(event, step)
                step = None
            elif step is not None:
                self.keys[step] = self._place(event)
            value = self._node(self._next(), step, depth, indent)
            if step is not None:
                found[str(key)] = value
        self._close(start, event, pointer)
        return found

    def _list(self, start: _Event, pointer: Pointer | None, depth: int, indent: int) -> list[Any]:
        found: list[Any] = []
        while type(event := self._next()) is not SequenceEndEvent:
            step = None if pointer is None else (*pointer, len(found))
            if type(event) is ScalarEvent and not event.style:
                self._check_item(event)
            found.append(self._node(event, step, depth, indent))
        self._close(start, event, pointer)
        return found

    def _close(self, start: _Event, end: _Event, pointer: Pointer | None) -> None:
        """Record where a collection stands: a block ends with its last value, not where the next key begins."""
        mark = start.start_mark
        if start.flow_style:
            self._end = (end.end_mark.line + self._first, end.end_mark.column + 1)
        if pointer is not None:
            self.values[pointer] = (mark.line + self._first, mark.column + 1, *self._end)

    def _scalar(self, event: _Event, pointer: Pointer | None, indent: int) -> Any:
        place = self._place(event)
        self._end = place[2:]
        if pointer is not None:
            self.values[pointer] = place
        if event.anchor is not None or event.tag is not None:
            self._forbid_properties(event)
        if event.style:
            if place[0] < place[2] and event.style in _QUOTES:
                self._check_quotes(event, indent)
            return event.value
        if event.value[-1:] in _QUOTES:
            self._check_end(event)
        try:
            return plain_scalar(event.value)
        except NotANumberError:
            message = f"“{event.value[:40]}” cannot be used as a number."
            self._report("yaml-number", message, place, "If it is meant as text, put it in quotes.")
            return None

    def _key(self, event: _Event, depth: int) -> str | None:
        """The key that *event* begins, or None where it is not a text."""
        if type(event) is not ScalarEvent:
            self._report("yaml-key", "A key must be a text.", self._place(event), "Write “key: value”.")
            self._node(event, None, depth, -1)
            return None
        if event.style or event.value != "<<":
            value = self._node(event, None, depth, -1)
            if isinstance(value, str):
                return value
            mend = f"If it is meant as text, put it in quotes: '{event.value}'."
            self._report("yaml-key", f"The key “{event.value}” is not read as text.", self._place(event), mend)
            return None
        self._forbid("“<<” takes another mapping in; this is not allowed.", event, "Write the keys out in full.")
        return None

    def _check_quotes(self, event: _Event, indent: int) -> None:
        fault = open_quote(LINE_BREAKS.split(self._text), event.start_mark, event.end_mark, indent)
        if fault is not None:
            raise RefusedError(fault.diagnostic(self._path, self._first))

    def _check_item(self, event: _Event) -> None:
        if event.start_mark.line < event.end_mark.line:
            fault = stray_item(LINE_BREAKS.split(self._text), event.start_mark, event.end_mark)
            if fault is not None:
                self._add(fault.diagnostic(self._path, self._first))

    def _check_end(self, event: _Event) -> None:
        fault = unopened_quote(event.value, event.start_mark)
        if fault is not None:
            self._add(fault.diagnostic(self._path, self._first))

    def _forbid_properties(self, event: _Event) -> None:
        if event.anchor is not None:
            self._forbid(f"“&{event.anchor}” names a value to repeat it; this is not allowed.", event, _IN_FULL)
        if event.tag is not None:
            self._forbid("A value that begins with “!” is a YAML tag; it is not allowed.", event, _IN_FULL)

    def _forbid(self, message: str, event: _Event, mend: str) -> None:
        self._report("yaml-forbidden", message, self._place(event), mend)

    def _report_duplicate(self, event: _Event, pointer: Pointer) -> None:
        first = self.keys[pointer]
        finding = self._error(
            "yaml-duplicate-key",
            f"The key “{pointer[-1]}” stands twice; the first is on line {first[0]}.",
            self._place(event),
            "Keep one of the two and remove the other.",
        )
        related = Related(message=f"the first “{pointer[-1]}”", span=self._span(first))
        self._add(replace(finding, related=(related,)))

    def _report(self, code: str, message: str, place: Place, mend: str) -> None:
        self._add(self._error(code, message, place, mend))

    def _add(self, finding: Diagnostic) -> None:
        self.diagnostics.append(finding)
        if len(self.diagnostics) >= MOST_FAULTS:
            raise RefusedError(replace(finding, message="There are more faults below; they are not listed.", help=None))

    def _refuse(self, code: str, message: str, place: Place) -> NoReturn:
        raise RefusedError(self._error(code, message, place, "Make the file smaller and flatter."))

    def _error(self, code: str, message: str, place: Place, mend: str) -> Diagnostic:
        return Diagnostic(code=code, severity=Severity.ERROR, message=message, span=self._span(place), help=mend)

    def _place(self, event: _Event) -> Place:
        start, end, first = event.start_mark, event.end_mark, self._first
        return (start.line + first, start.column + 1, end.line + first, end.column + 1)

    def _span(self, place: Place) -> Span:
        line, column, end_line, end_column = place
        return Span(path=self._path, line=line, column=column, end_line=end_line, end_column=end_column)
