"""Lines of a report: sentences from the words of the interface, with a link or a mark on what is put into them."""

from collections.abc import Iterable, Iterator, Mapping
from string import Formatter
from typing import Any

from outcome_catalog.publish.reports.document import Line, Span
from outcome_catalog.publish.words import agreeing, number_text, phrase, plural_form


def plain_text(text: str) -> Line:
    """A line of text alone."""
    return (Span(text=text),) if text else ()


def remark(text: str) -> Line:
    """A line that explains."""
    return (Span(text=text, mark="faint"),)


def number(words: Mapping[str, Any], value: float, url: str | None = None) -> Line:
    """A number; one that is not zero leads to the records it was counted from."""
    return (Span(text=number_text(words, value), url=url if value else None),)


def sentence(words: Mapping[str, Any], key: str, /, n: int | None = None, **parts: Span | str | int) -> Line:
    """The sentence at *key* with *parts* put in; its forms are told apart by *n*."""
    text: Any = words
    for step in key.split("."):
        text = text[step]
    if isinstance(text, Mapping):
        text = text[plural_form(words, n, text)]
    return tuple(_spans(words, text, parts))


def counted(words: Mapping[str, Any], key: str, number: int, url: str | None = None) -> Span:
    """A number with its noun, such as ``3 uses``; one that is not zero leads to *url*."""
    return Span(text=phrase(words, key, n=number), url=url if number else None, mark="strong" if number else None)


def joined(lines: Iterable[Line], between: str = ", ") -> Line:
    """The *lines* one after the other with a text *between* them; empty ones are left out."""
    spans: list[Span] = []
    for line in lines:
        if line and spans:
            spans.append(Span(text=between))
        spans += line
    return tuple(spans)


def _spans(words: Mapping[str, Any], text: str, parts: Mapping[str, Span | str | int]) -> Iterator[Span]:
    for before, name, forms, _ in Formatter().parse(text):
        if before:
            yield Span(text=before)
        if name is None:
            continue
        part = parts[name]
        if isinstance(part, Span):
            yield part
        elif forms:
            yield Span(text=agreeing(words, part, forms))
        elif part != "":
            yield Span(text=number_text(words, part) if isinstance(part, int) else part)
