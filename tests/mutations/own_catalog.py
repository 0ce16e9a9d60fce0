"""This repository's own catalog in memory, and what is found in it after one file was changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path

from outcome_catalog.assembly import assemble
from outcome_catalog.diagnostics import Diagnostic
from outcome_catalog.model.history import no_history
from outcome_catalog.model.origin import Place, Pointer
from outcome_catalog.pipeline import default_day
from outcome_catalog.rules import findings
from outcome_catalog.sources.discover import Discovery, SourceFile, discover
from outcome_catalog.sources.document import Document
from outcome_catalog.sources.read import read_document
from outcome_catalog.validation.check import schema_diagnostics
from outcome_catalog.validation.kinds import KindSet, shipped_and_own_kinds

REPOSITORY = Path(__file__).parent.parent.parent


@dataclass(frozen=True)
class OwnCatalog:
    """The catalog as it stands; *scratch* is where a changed file is written before it is read."""

    scratch: Path

    @cached_property
    def discovery(self) -> Discovery:
        return discover(REPOSITORY)

    @cached_property
    def documents(self) -> Sequence[Document]:
        return [read_document(REPOSITORY, file) for file in self.discovery.files]

    @cached_property
    def kinds(self) -> KindSet:
        return shipped_and_own_kinds(self.documents)

    def document(self, path: str) -> Document:
        return next(document for document in self.documents if document.file.path == path)

    def text(self, path: str) -> str:
        return (REPOSITORY / path).read_text(encoding="utf-8")

    def changed_document(self, file: SourceFile, text: str) -> Document:
        place = self.scratch / file.path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
        return read_document(self.scratch, file)

    def in_document(self, file: SourceFile, text: str) -> Iterator[Diagnostic]:
        """What reading and the schemas find in *file* when it says *text*."""
        document = self.changed_document(file, text)
        return chain(document.diagnostics, schema_diagnostics(document, self.kinds))

    def in_catalog(self, file: SourceFile, text: str) -> Iterator[Diagnostic]:
        """What the rules find too."""
        document = self.changed_document(file, text)
        yield from document.diagnostics
        yield from schema_diagnostics(document, self.kinds)
        others = (other for other in self.documents if other.file != file)
        catalog = assemble(
            [document, *others],
            self.kinds.kinds,
            history=no_history(),
            as_of=default_day(),
            files=self.discovery.media,
        )
        assert catalog is not None
        yield from findings(catalog)


def with_text_at(text: str, place: Place, new: str) -> str:
    """*text* with what stands at *place* replaced by *new*; the place must lie on one line."""
    line, column, end_line, end_column = place
    assert line == end_line
    lines = text.split("\n")
    lines[line - 1] = lines[line - 1][: column - 1] + new + lines[line - 1][end_column - 1 :]
    return "\n".join(lines)


def pointers_like(document: Document, pattern: Pointer) -> Iterator[Pointer]:
    """The pointers of *document* that fit *pattern*, in which ``*`` stands for any key or index."""
    for pointer in document.origin.values:
        if len(pointer) == len(pattern) and all(
            wanted in ("*", step) for wanted, step in zip(pattern, pointer, strict=True)
        ):
            yield pointer
