"""An old address leads to one place, so a name that was given up is not given to something else.

`former` of an artifact and `former_slugs` of a community keep old references and old addresses working. Where the old
name belongs to another artifact or community by now, or two of them say they had it, nobody can tell which one a
reference means.

Fails:

    # communities/support-guild/artifacts/answer-a-call.md, beside communities/support-guild/artifacts/greeting.md
    former: [support-guild/greeting]

Passes:

    # communities/support-guild/artifacts/answer-a-call.md
    former: [support-guild/first-words]
"""

from collections.abc import Iterable, Iterator

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Related, Severity, Span
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.rules.rule import Rule


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each former name that something else has or had."""
    artifacts = [
        (ref, artifact.origin.value("former", index))
        for artifact in catalog.artifacts.values()
        for index, ref in enumerate(artifact.former)
    ]
    communities = [
        (slug, community.charter.origin.value("former_slugs", index))
        for community in catalog.communities.values()
        for index, slug in enumerate(community.charter.former_slugs)
    ]
    yield from _taken(catalog, artifacts)
    yield from _taken(catalog, communities)


def _taken(catalog: Catalog, entries: Iterable[tuple[str, Span]]) -> Iterator[Diagnostic]:
    first_entry: dict[str, Span] = {}
    for name, place in entries:
        present, first = _present_path(name), first_entry.setdefault(name, place)
        if present in catalog.files:
            its_own = present == place.path
            message = f'"{name}" is its present name' if its_own else f'"{name}" is the name of something else today'
            related = () if its_own else (Related(message="has this name today", span=Span(path=present)),)
        elif first != place:
            message, related = f'"{name}" is claimed twice', (Related(message="claimed here first", span=first),)
        else:
            continue
        yield RULE.finding(place, message, help="take this line out, or rename the other one", related=related)


def _present_path(name: str) -> str:
    community, slash, artifact = name.partition("/")
    return f"communities/{community}/artifacts/{artifact}.md" if slash else f"communities/{community}/charter.yml"


RULE = Rule(
    code="former-name-taken",
    topic=Topic.NAMES,
    severity=Severity.ERROR,
    summary="A former name belongs to another artifact or community, or is claimed twice.",
    check=check,
)
