"""Strict YAML with the place of every key and value, read from the parser's events (trust).

Events, never constructors: nothing a file says can make an object, repeat itself or grow without bound.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NoReturn

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from outcome_catalog.diagnostics import Diagnostic, Related, Severity, Span
from outcome_catalog.model.origin import Origin, Place, Pointer
from outcome_catalog.sources.source_text import hidden_characters
from outcome_catalog.sources.yaml_faults import syntax_fault
from outcome_catalog.sources.yaml_scalars import NotANumberError, plain_scalar

MOST_DEPTH = 32
MOST_NODES = 20_000
MOST_BYTES = 256 * 1024

Yaml = Any
"""A mapping, list, text, number, truth value or None: what YAML can say within our limits."""
_EventLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FORBIDDEN_HELP = "Write the value out in full, or put it in quotes if it is meant as text."


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


class _LimitReachedError(Exception):
    """The document is refused whole; carries the finding."""

    def __init__(self, finding: Diagnostic) -> None:
        super().__init__(finding.message)
        self.finding = finding


def parse_yaml(text: str, path: str, first_line: int = 1) -> YamlDocument:
    """The document that *text* holds; *first_line* is the line of the file on which the text begins."""
    hidden = tuple(hidden_characters(text, path, first_line))
    if hidden:
        return YamlDocument(data=None, origin=Origin(path=path), diagnostics=hidden)
    reader = _Reader(text, path, first_line)
    try:
        data = reader.document()
    except _LimitReachedError as refused:
        return YamlDocument(data=None, origin=reader.origin, diagnostics=(*reader.diagnostics, refused.finding))
    except yaml.YAMLError as error:
        fault = syntax_fault(error, path, first_line)
        return YamlDocument(data=None, origin=reader.origin, diagnostics=(*reader.diagnostics, fault))
    return YamlDocument(data=data, origin=reader.origin, diagnostics=tuple(reader.diagnostics))


class _Reader:
    """One pass over the events of one text."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.path = path
        self.first_line = first_line
        self.values: dict[Pointer, Place] = {}
        self.keys: dict[Pointer, Place] = {}
        self.diagnostics: list[Diagnostic] = []
        self.nodes = 0
        self.size = len(text)
        self.text = text

    @property
    def origin(self) -> Origin:
        return Origin(path=self.path, values=self.values, keys=self.keys)

    def document(self) -> Yaml:
        """The data of the one document; further documents are refused."""
        if self.size > MOST_BYTES or len(self.text.encode()) > MOST_BYTES:
            self.refuse("yaml-too-large", f"This YAML is larger than {MOST_BYTES // 1024} KiB.", (1, 1, 1, 1))
        self.next: Callable[[], Any] = _EventLoader(self.text).get_event
        self.next()
        event = self.next()
        if isinstance(event, StreamEndEvent):
            return None
        self.check_directives(event)
        data = self.node(self.next(), (), 0)
        self.next()
        event = self.next()
        if not isinstance(event, StreamEndEvent):
            self.report(
                "yaml-forbidden",
                "A second document begins here; a file holds one.",
                self.place(event),
                "Put it in a file of its own, or remove the line “---”.",
            )
        return data

    def node(self, event: Any, pointer: Pointer | None, depth: int) -> Yaml:
        """The value that begins with *event*; its places are recorded unless *pointer* is None."""
        self.nodes += 1
        if self.nodes > MOST_NODES:
            self.refuse("yaml-too-large", f"This YAML holds more than {MOST_NODES:,} values.", self.place(event))
        kind = type(event)
        if kind is AliasEvent:
            self.report(
                "yaml-forbidden",
                f"“*{event.anchor}” refers to another value; this is not allowed.",
                self.place(event),
                _FORBIDDEN_HELP,
            )
            return None
        self.check_properties(event)
        if kind is ScalarEvent:
            place = self.place(event)
            if pointer is not None:
                self.values[pointer] = place
            return self.scalar(event, place)
        if depth >= MOST_DEPTH:
            self.refuse("yaml-too-deep", f"Values lie more than {MOST_DEPTH} levels deep here.", self.place(event))
        return self.mapping(event, pointer, depth) if kind is MappingStartEvent else self.list(event, pointer, depth)

    def mapping(self, start: Any, pointer: Pointer | None, depth: int) -> dict[str, Yaml]:
        """The mapping that begins with *start*."""
        found: dict[str, Yaml] = {}
        while type(event := self.next()) is not MappingEndEvent:
            key = self.key(event, depth)
            step = None if key is None or pointer is None else (*pointer, key)
            if step is not None and key in found:
                self.report_duplicate(str(key), step, self.place(event))
                step = None
            elif step is not None:
                self.keys[step] = self.place(event)
            value = self.node(self.next(), step, depth + 1)
            if step is not None and key is not None:
                found[key] = value
        self.close(start, event, pointer)
        return found

    def list(self, start: Any, pointer: Pointer | None, depth: int) -> list[Yaml]:
        """The list that begins with *start*."""
        found: list[Yaml] = []
        while type(event := self.next()) is not SequenceEndEvent:
            step = None if pointer is None else (*pointer, len(found))
            found.append(self.node(event, step, depth + 1))
        self.close(start, event, pointer)
        return found

    def close(self, start: Any, end: Any, pointer: Pointer | None) -> None:
        """Record a collection's place."""
        if pointer is not None:
            self.values[pointer] = (
                start.start_mark.line + self.first_line,
                start.start_mark.column + 1,
                end.end_mark.line + self.first_line,
                end.end_mark.column + 1,
            )

    def key(self, event: Any, depth: int) -> str | None:
        """The text of the key that *event* begins, or None where it cannot be one."""
        self.nodes += 1
        if type(event) is not ScalarEvent:
            self.report("yaml-key", "A key must be one word or text.", self.place(event), "Write “key: value”.")
            self.node(event, None, depth + 1)
            return None
        self.check_properties(event)
        if event.style is None or event.style == "":
            if event.value == "<<":
                self.report(
                    "yaml-forbidden",
                    "“<<” merges another mapping in; this is not allowed.",
                    self.place(event),
                    "Write the keys out in full.",
                )
                return None
            if not isinstance(self.scalar(event, self.place(event)), str):
                self.report(
                    "yaml-key",
                    f"The key “{event.value}” is read as no text.",
                    self.place(event),
                    f"Put it in quotes: '{event.value}'.",
                )
                return None
        return str(event.value)

    def scalar(self, event: Any, place: Place) -> Yaml:
        """The value of a scalar *event*: text where it is quoted or a block, otherwise what the word means."""
        if event.style:
            return event.value
        try:
            return plain_scalar(event.value)
        except NotANumberError:
            self.report(
                "yaml-number",
                f"“{event.value[:40]}” cannot be used as a number.",
                place,
                "If it is meant as text, put it in quotes.",
            )
            return None

    def check_properties(self, event: Any) -> None:
        """Report an anchor or a tag on the value that *event* begins."""
        if event.anchor is not None:
            self.report(
                "yaml-forbidden",
                f"“&{event.anchor}” names a value for reuse; this is not allowed.",
                self.place(event),
                _FORBIDDEN_HELP,
            )
        if event.tag is not None:
            self.report(
                "yaml-forbidden",
                "A word that begins with “!” is a YAML tag; tags are not allowed.",
                self.place(event),
                _FORBIDDEN_HELP,
            )

    def check_directives(self, event: DocumentStartEvent) -> None:
        """Report a directive, a line that begins with a percent sign."""
        if event.version or event.tags:
            self.report(
                "yaml-forbidden",
                "A line that begins with “%” is a YAML directive; these are not allowed.",
                self.place(event),
                "Remove the line.",
            )

    def report_duplicate(self, key: str, pointer: Pointer, place: Place) -> None:
        """Report the second of two equal keys, naming the first."""
        first = self.keys[pointer]
        self.diagnostics.append(
            Diagnostic(
                code="yaml-duplicate-key",
                severity=Severity.ERROR,
                message=f"The key “{key}” stands twice; it is already on line {first[0]}.",
                span=self.span(place),
                help="Keep one of the two and remove the other.",
                related=(Related(message=f"the first “{key}”", span=self.span(first)),),
            )
        )

    def report(self, code: str, message: str, place: Place, mend: str) -> None:
        """Add an error that does not end the reading."""
        self.diagnostics.append(self.error(code, message, place, mend))

    def refuse(self, code: str, message: str, place: Place) -> NoReturn:
        """End the reading with an error."""
        raise _LimitReachedError(self.error(code, message, place, "Make the file smaller and flatter."))

    def error(self, code: str, message: str, place: Place, mend: str) -> Diagnostic:
        """An error at *place*."""
        return Diagnostic(code=code, severity=Severity.ERROR, message=message, span=self.span(place), help=mend)

    def place(self, event: Any) -> Place:
        """Where *event* stands in the file."""
        start, end, first = event.start_mark, event.end_mark, self.first_line
        return (start.line + first, start.column + 1, end.line + first, end.column + 1)

    def span(self, place: Place) -> Span:
        """*place* as a span of the file."""
        line, column, end_line, end_column = place
        return Span(path=self.path, line=line, column=column, end_line=end_line, end_column=end_column)


_ = SequenceStartEvent
