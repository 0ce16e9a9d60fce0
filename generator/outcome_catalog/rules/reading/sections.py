"""The sections that an artifact's kind asks for, found in its body (data-model §5)."""

import re
from collections.abc import Iterator

from outcome_catalog.model.artifact import Artifact, Section
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.kind import KindSection

_TRAILING_PUNCTUATION = re.compile(r"[\W_]+$")


def artifacts_with_section_rules(catalog: Catalog) -> Iterator[Artifact]:
    """The artifacts with a text in the catalog's language, which is that of the kinds' headings."""
    for artifact in catalog.artifacts.values():
        if artifact.kind in catalog.kinds and artifact.body.text.strip() and _is_in_language_of(catalog, artifact):
            yield artifact


def kind_sections(catalog: Catalog, artifact: Artifact) -> tuple[KindSection, ...]:
    """The sections that the kind of *artifact* describes."""
    return catalog.kinds[artifact.kind].sections


def is_required(section: KindSection, artifact: Artifact) -> bool:
    """True where *artifact* has to have *section*; a problem needs its solution once it says that it is solved."""
    is_solution_of_solved = artifact.kind == "problem" and artifact.fields.get("solved") is True
    return section.required or (is_solution_of_solved and section.heading == "Solution")


def sections_for(section: KindSection, artifact: Artifact) -> tuple[Section, ...]:
    """The sections of *artifact* with an accepted heading, case and punctuation at its end aside."""
    accepted = {_plain(heading) for heading in (section.heading, *section.also)}
    return tuple(found for found in artifact.body.sections if _plain(found.heading) in accepted)


def _plain(heading: str) -> str:
    return _TRAILING_PUNCTUATION.sub("", " ".join(heading.split())).casefold()


def _is_in_language_of(catalog: Catalog, artifact: Artifact) -> bool:
    if artifact.language is None:
        return artifact.translation_of is None
    return _tongue(artifact.language) == _tongue(catalog.organisation.settings.language)


def _tongue(language: str) -> str:
    return language.partition("-")[0].casefold()
