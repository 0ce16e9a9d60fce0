"""What a scaffold asks: an option on the command line, a question on a terminal, with the schema's own words."""

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import click

from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.origin import Pointer
from outcome_catalog.nearest_names import nearest_name
from outcome_catalog.sources.discover import Role
from outcome_catalog.validation.schemas import definition, schema_of

Choices = Callable[[Catalog], Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One value that a new file needs. *pointer* is where it stands in the schema of *role*, which describes it.

    *choices* gives the ids that the catalog knows; *fallback* is what stands in the file where nothing is answered,
    None where an answer is needed.
    """

    name: str
    role: Role
    pointer: Pointer
    choices: Choices | None = None
    fallback: str | None = None

    @property
    def flag(self) -> str:
        """The option's name on the command line."""
        return "--" + self.name.replace("_", "-")

    @property
    def description(self) -> str:
        """The schema's sentence about the value."""
        return str(definition(schema_of(self.role), self.pointer).get("description", self.name))

    @property
    def example(self) -> str | None:
        """The schema's first example, where that is a plain value."""
        examples = definition(schema_of(self.role), self.pointer).get("examples", ())
        return next((str(e) for e in examples if isinstance(e, str | int | float)), None)


def asking(questions: Sequence[Question]) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Add an option to a command for each of *questions*."""

    def with_options(command: Callable[..., Any]) -> Callable[..., Any]:
        for question in reversed(questions):
            command = click.option(question.flag, question.name, help=f"{question.description}.")(command)
        return command

    return with_options


def answers(questions: Sequence[Question], given: Mapping[str, str | None], catalog: Catalog) -> dict[str, str]:
    """An answer to each of *questions*: as *given*, else asked on a terminal, else the fallback.

    Raises a usage error that names every option which is missing, where there is nobody to ask.
    """
    missing = [q for q in questions if given.get(q.name) is None and q.fallback is None]
    if missing and not sys.stdin.isatty():
        raise click.UsageError(f"these options are missing: {', '.join(q.flag for q in missing)}")
    return {
        question.name: _known(question, _answer(question, given.get(question.name), catalog), catalog)
        for question in questions
    }


def _known(question: Question, answer: str, catalog: Catalog) -> str:
    """*answer*, where it is one of the ids to choose from; a usage error with the nearest one where it is not."""
    known = question.choices(catalog) if question.choices else ()
    if not known or answer in known:
        return answer
    likely = nearest_name(answer, known)
    offer = f"; did you mean {likely!r}?" if likely else ""
    raise click.UsageError(f"{question.flag} {answer!r} is not known{offer} (known are: {', '.join(known)})")


def _answer(question: Question, given: str | None, catalog: Catalog) -> str:
    if given is not None:
        return given
    if not sys.stdin.isatty():
        return question.fallback or ""
    known = question.choices(catalog) if question.choices else ()
    click.echo(f"\n{question.description}.", err=True)
    if known:
        click.echo(f"  one of: {', '.join(known)}", err=True)
    elif question.example:
        click.echo(f"  for example: {question.example}", err=True)
    default = question.fallback if question.fallback is not None else (known[0] if len(known) == 1 else None)
    # a typing error is asked again, so that nobody loses what was answered before
    answer: str = click.prompt(
        question.name.replace("_", " "),
        default=default,
        err=True,
        value_proc=lambda typed: _known(question, typed, catalog),
    )
    return answer
