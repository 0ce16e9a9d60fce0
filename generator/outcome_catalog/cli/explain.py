"""``outcomes explain``: one code, why it matters, what fails and what passes; or the list of all codes."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from textwrap import indent

import click
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from outcome_catalog.code_pages import CodePage, Topic
from outcome_catalog.nearest_names import did_you_mean, nearest_name, quoted
from outcome_catalog.reporters.printable import printable
from outcome_catalog.rules import RULES, rule_page
from outcome_catalog.sources.codes import code_pages as pages_of_files
from outcome_catalog.validation.codes import code_pages as pages_of_values

_WIDEST = 100
_TOPICS = tuple(Topic)


@click.command(short_help="Say why a finding matters, with examples.")
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Say why there is a finding called CODE, with an example that fails and one that passes.

    Without CODE, every code is listed, by what it is about.
    """
    pages = code_pages()
    if code is None:
        _show(_list(pages.values()))
    elif code in pages:
        _show(_page(pages[code]))
    else:
        refuse_unknown(code)


def refuse_unknown(code: str) -> None:
    """A usage error with the nearest code, where no finding is called *code*."""
    pages = code_pages()
    if code not in pages:
        message = f"there is no finding called {quoted(printable(code))}{did_you_mean(nearest_name(code, pages))}"
        raise click.UsageError(f"{message}\n“outcomes explain” without a code lists them all.")


def code_pages() -> Mapping[str, CodePage]:
    """The page of every code that the package can give, by code, in the order of the list."""
    pages = (*pages_of_files(), *pages_of_values(), *map(rule_page, RULES))
    return {page.code: page for page in sorted(pages, key=lambda page: (_TOPICS.index(page.topic), page.code))}


def _page(page: CodePage) -> Iterator[RenderableType]:
    yield Text.assemble((page.code, "bold"), f" ({page.severity.value})")
    yield Text(page.summary)
    for paragraph in page.why.split("\n\n"):
        text = Text("\n" + " ".join(paragraph.split()))
        text.highlight_regex(r"`[^`]+`", "bold")
        yield text
    for title, example in (("Fails:", page.fails), ("Passes:", page.passes)):
        yield Text(f"\n{title}\n", style="bold")
        source = Text(indent(example, "    "), no_wrap=True, overflow="ignore")
        yield Group(source)  # alone, a text would lose that its lines are not to be broken


def _list(pages: Iterable[CodePage]) -> Iterator[RenderableType]:
    for topic, of_topic in groupby(pages, key=lambda page: page.topic):
        yield Text(f"\n{topic.value}\n", style="bold")
        table = Table.grid(padding=(0, 2))
        for page in of_topic:
            table.add_row(Text(page.code, style="bold"), page.severity.value, page.summary)
        yield Padding(table, (0, 0, 0, 2))


def _show(parts: Iterable[RenderableType]) -> None:
    """Print *parts* below each other, in colours only on a terminal, and no wider than reads well."""
    console = Console(highlight=False)
    console.width = min(console.width, _WIDEST)
    with console.capture() as captured:
        for part in parts:
            console.print(part, crop=False)
    lines = captured.get().strip("\n").splitlines()
    click.echo("\n".join(line.rstrip() for line in lines))
