"""The sections that an artifact's kind asks for, found in its body (data-model §5)."""

from collections.abc import Iterator, Mapping, Sequence

from outcome_catalog.model.artifact import Artifact, Section
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.kind import KindSection


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


def sections_for(section: KindSection, by_heading: Mapping[str, Sequence[Section]]) -> tuple[Section, ...]:
    """The sections, out of :func:`sections_by_heading`, whose heading is that of *section* or one also accepted."""
    accepted = dict.fromkeys(_plain(heading) for heading in (section.heading, *section.also))
    return tuple(found for heading in accepted for found in by_heading.get(heading, ()))


def sections_by_heading(artifact: Artifact) -> Mapping[str, Sequence[Section]]:
    """The sections of *artifact* by their heading, without case, form of apostrophe and punctuation at its end."""
    by_heading: dict[str, list[Section]] = {}
    for section in artifact.body.sections:
        by_heading.setdefault(_plain(section.heading), []).append(section)
    return by_heading


def _plain(heading: str) -> str:
    end = len(heading)
    while end and not heading[end - 1].isalnum():
        end -= 1
    return " ".join(heading[:end].split()).casefold().replace("’", "'")


def _is_in_language_of(catalog: Catalog, artifact: Artifact) -> bool:
    if artifact.language is None:
        return artifact.translation_of is None
    return _tongue(artifact.language) == _tongue(catalog.organisation.settings.language)


def _tongue(language: str) -> str:
    return language.partition("-")[0].casefold()
