"""A report as GitHub-Flavored Markdown: for the terminal, a pull request, or a mail."""

import re
from collections.abc import Iterator
from dataclasses import replace

from outcome_catalog.publish.reports.content import report_document
from outcome_catalog.publish.reports.document import (
    Block,
    Document,
    Facts,
    Line,
    Paragraph,
    Section,
    Span,
    Steps,
    Table,
)
from outcome_catalog.publish.reports.markdown_text import code, escaped, heading_slug
from outcome_catalog.publish.reports.references import References, distinct_sources, references
from outcome_catalog.publish.reports.view import ReportView


def report_markdown(view: ReportView) -> str:
    """The whole report, with its links listed at the end."""
    document = report_document(view)
    writer = _Writer(view, document)
    return "\n\n".join((*writer.parts(), *writer.definitions())) + "\n"


class _Writer:
    """Writes one document; collects the addresses it leads to, so that lines stay short enough to read."""

    def __init__(self, view: ReportView, document: Document) -> None:
        self._view = view
        self._document = document
        self._colon = view.words["colon"]
        self._references: References = references(document, view.context.site.url)
        self._addresses: dict[str, str] = {}
        self._slugs = dict(_headings(document))

    def parts(self) -> Iterator[str]:
        document, words = self._document, self._view.words["report"]
        yield f"# {escaped(document.title)}"
        yield f"{escaped(document.organisation)}. {self._line(document.subtitle)}"
        yield f"## {escaped(words['in_one_look'])}"
        yield self._facts(document.in_one_look)
        for section in document.sections:
            yield from self._section_parts(section)
        yield f"## {escaped(words['basis']['title'])}"
        yield "\n".join(f"- {self._line(line)}" for line in document.basis)
        yield from self._sources()

    def definitions(self) -> Iterator[str]:
        """The addresses, after everything that leads to them has been written."""
        if self._addresses:
            yield "\n".join(f"[{name}]: <{url}>" for url, name in self._addresses.items())

    def _section_parts(self, section: Section) -> Iterator[str]:
        yield f"## {escaped(section.title)}"
        for block in section.blocks:
            yield self._block(block, section)

    def _block(self, block: Block, section: Section) -> str:
        match block:
            case Paragraph():
                return self._line(block.line)
            case Facts():
                return self._facts(block)
            case Steps():
                return self._steps(block)
            case Table():
                title = "" if block.label == section.title else f"### {escaped(block.label)}\n\n"
                return title + self._table(block)

    def _facts(self, facts: Facts) -> str:
        return "\n".join(f"- **{escaped(term)}**{self._colon} {self._line(line)}" for term, line in facts.facts)

    def _steps(self, steps: Steps) -> str:
        lines = []
        for number, step in enumerate(steps.steps, 1):
            count = self._span(Span(text=str(step.count), url=step.url if step.count else None, mark="strong"))
            detail = f" ({escaped(step.detail)})" if step.detail else ""
            lines.append(f"{number}. {escaped(step.title)}{self._colon} {count} {escaped(step.means)}{detail}")
        return "\n".join(lines)

    def _table(self, table: Table) -> str:
        heads = [escaped(column.title) for column in table.columns]
        lines = [_row(heads), _row(["---:" if column.is_number else "---" for column in table.columns])]
        for group in table.groups:
            if group.title:
                title = "".join(span.text for span in group.title)
                lines.append(_row([f"**{escaped(title)}**", *[""] * (len(heads) - 1)]))
            lines += [_row([self._line(_without_places(cell)) for cell in row.cells]) for row in group.rows]
        if table.more:
            lines.append(f"\n{self._line(table.more)}")
        return "\n".join(lines)

    def _line(self, line: Line) -> str:
        return "".join(map(self._span, line))

    def _span(self, span: Span) -> str:
        if span.source is not None:
            return self._reference(span)
        if span.text == "\n":
            return " · "
        text = escaped(span.text)
        text = f"**{text}**" if span.mark == "strong" and text.strip() else text
        url = self._references.address(span.url)
        if url is None:
            return text if span.command is None else code(span.command)
        if url.startswith("#"):
            # A place within a section has no name in Markdown: its heading is the nearest.
            slug = self._slugs.get(url.removeprefix("#"))
            return text if slug is None else f"[{text}](#{slug})"
        return f"[{text}][{self._name(url, f'{len(self._addresses) + 1}')}]"

    def _reference(self, span: Span) -> str:
        place = span.source
        if place is None:
            return ""
        number = f"s{self._references.number(place)}"
        return number if place.url is None else f"[{number}][{self._name(place.url, f'{len(self._addresses) + 1}')}]"

    def _name(self, url: str, name: str) -> str:
        return self._addresses.setdefault(_for_brackets(url), name)

    def _sources(self) -> Iterator[str]:
        places = distinct_sources(self._document)
        if not places:
            return
        words = self._view.words["report"]
        yield f"## {escaped(words['sources'])}"
        lines = []
        for number, place in enumerate(places, 1):
            at = "" if place.commit is None else f" @ {code(place.commit)}"
            lines.append(f"- s{number}: {code(place.path)}{at}")
        yield "\n".join(lines)


def _without_places(line: Line) -> Line:
    """A cell without links to other places of the document: in a table they would be all that one sees."""
    return tuple(replace(span, url=None) if (span.url or "").startswith("#") else span for span in line)


def _headings(document: Document) -> Iterator[tuple[str, str]]:
    """The places that have a heading, each with the name that the forges link it by."""
    for section in document.sections:
        yield section.id, heading_slug(section.title)
        for block in section.blocks:
            if isinstance(block, Table) and block.id:
                yield block.id, heading_slug(block.label)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _for_brackets(url: str) -> str:
    """An address as it may stand between angle brackets."""
    return re.sub(r"[<>\s\\]", lambda found: f"%{ord(found[0]):02X}", url)
