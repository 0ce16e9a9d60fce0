"""Which documents an error keeps out of the catalog, and what else they are known as."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from outcome_catalog.diagnostics import Diagnostic, Severity
from outcome_catalog.model.catalog import LeftOut
from outcome_catalog.model.history import History
from outcome_catalog.sources.discover import Role
from outcome_catalog.sources.document import Document


def parted(
    documents: tuple[Document, ...], found: Iterable[Diagnostic], keep: frozenset[Role] = frozenset()
) -> tuple[tuple[Document, ...], tuple[LeftOut, ...]]:
    """The documents that hold, and those left out: with an error of their own, or in a community whose charter has one.

    A document whose role is in *keep* is never left out.
    """
    errors: dict[str, list[Diagnostic]] = {}
    for finding in found:
        if finding.severity is Severity.ERROR:
            errors.setdefault(finding.span.path, []).append(finding)
    holding: list[Document] = []
    left_out: list[LeftOut] = []
    for document in documents:
        because = errors.get(document.file.path) or errors.get(_charter_path(document))
        if because is None or document.file.role in keep:
            holding.append(document)
        else:
            left_out.append(_left_out(document, because))
    return tuple(holding), tuple(left_out)


def _left_out(document: Document, because: list[Diagnostic]) -> LeftOut:
    data = document.data or {}
    former = (*_texts(data.get("former")), *_texts(data.get("former_slugs")))
    return LeftOut(path=document.file.path, ref=_reference(document), former=former, because=tuple(because))


def _texts(value: object) -> Iterator[str]:
    """The texts of a list that may be anything: the document has errors."""
    return (item for item in value if isinstance(item, str)) if isinstance(value, list) else iter(())


def with_names_of_moved_files(left_out: Iterable[LeftOut], history: History) -> tuple[LeftOut, ...]:
    """*left_out* with the names that git knows: a file that cannot be read does not tell what it was called."""
    return tuple(
        replace(document, former=(*document.former, *_names_of(history.lineages[document.path].former_paths)))
        if document.path in history.lineages
        else document
        for document in left_out
    )


def _names_of(paths: Iterable[str]) -> Iterator[str]:
    for path in paths:
        match PurePosixPath(path).parts:
            case ("communities", community, "artifacts", file):
                yield f"{community}/{PurePosixPath(file).stem}"
            case ("communities", community, "charter.yml"):
                yield community


def _charter_path(document: Document) -> str:
    return f"communities/{document.file.community}/charter.yml"


def _reference(document: Document) -> str | None:
    """What other records call *document*, None where nothing refers to it."""
    match document.file.role:
        case Role.CHARTER:
            return document.file.community
        case Role.ARTIFACT:
            return f"{document.file.community}/{document.file.slug}"
        case _:
            return None
