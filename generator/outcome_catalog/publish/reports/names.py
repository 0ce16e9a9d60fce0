"""What a report calls the things it counts, each with the way to its page and to the file that says so."""

import posixpath

from outcome_catalog.insights.figures import Party, PlaceOfUse, ReuseEvent
from outcome_catalog.model.ids import ArtifactRef, CommitId, CommunityId, KindId, OutputId, UnitId
from outcome_catalog.publish import addresses
from outcome_catalog.publish.pages.links import Meta, foreign_language, kind_link, unit_title
from outcome_catalog.publish.pages.reuse_entries import event_anchor, party_links, place_link
from outcome_catalog.publish.reports.data.types.common import Source
from outcome_catalog.publish.reports.document import Line, SourcePlace, Span
from outcome_catalog.publish.reports.lines import joined
from outcome_catalog.publish.reports.view import ReportView
from outcome_catalog.publish.words import clause_break, contributors_language

_SHORT_COMMIT = 10


def written(view: ReportView, text: str, url: str | None = None, mark: str | None = None) -> Span:
    """What people wrote in the organisation's language, which is said where the report is in another one."""
    return Span(text=text, url=url, mark=mark, language=contributors_language(view.words))


def community_name(view: ReportView, community: CommunityId, mark: str | None = None) -> Span:
    """A community by its title."""
    found = view.context.catalog.communities[community]
    return written(view, found.charter.title, addresses.community_url(community), mark)


def artifact_name(view: ReportView, ref: ArtifactRef) -> Span:
    """An artifact by its title; by its bare reference where it was left out."""
    found = view.context.catalog.artifact(ref)
    if found is None:
        return Span(text=ref)
    language = foreign_language(view.context, found)
    return Span(text=found.title, url=addresses.artifact_url(found.ref), language=language)


def artifact_names(view: ReportView, refs: tuple[ArtifactRef, ...], most: int) -> Line:
    """The first *most* artifacts by their titles, and how many more there are."""
    names = [(artifact_name(view, ref),) for ref in refs[:most]]
    rest = len(refs) - most
    if rest > 0:
        names.append((Span(text=view.phrase("list.and_more", n=rest)),))
    return joined(names, clause_break(view.words))


def output_name(view: ReportView, community: CommunityId, output: OutputId) -> Span:
    """An expected output by its title; by its id where the charter has no such."""
    found = view.context.catalog.communities[community].charter.expected_output(output)
    if found is None:
        return Span(text=output)
    return written(view, found.title, f"{addresses.community_url(community)}#output-{output}")


def party_name(view: ReportView, party: Party) -> Line:
    """Who reuses: community, unit and organisation outside, as far as each is stated."""
    return joined([(_named(part),) for part in party_links(view.context, party)])


def unit_name(view: ReportView, unit: UnitId | None) -> Line:
    """A unit of the organisation by its title."""
    return () if unit is None else (written(view, unit_title(view.context, unit)),)


def place_name(view: ReportView, place: PlaceOfUse) -> Span:
    """Where something is used."""
    return _named(place_link(view.context, place))


def kind_name(view: ReportView, kind: KindId) -> Span:
    """A kind by its title."""
    return _named(kind_link(view.context, kind))


def _named(target: Meta) -> Span:
    return Span(text=target["title"], url=target["url"], language=target.get("lang"))


def use_anchor(use: str) -> str:
    """The place of a use in the document."""
    return event_anchor(use)


def source(view: ReportView, found: Source) -> Line:
    """The file and the commit in which something is written down."""
    site, commit = view.context.site, None if found.commit is None else CommitId(found.commit)
    url = addresses.source_url(site, found.path, commit)
    place = SourcePlace(
        path=found.path,
        line=found.line,
        commit=None if commit is None else commit[:_SHORT_COMMIT],
        url=url if url is None or found.line == 1 else f"{url}#L{found.line}",
        commit_url=None if commit is None else addresses.commit_url(site, commit),
    )
    return (Span(text=posixpath.basename(found.path), source=place),)


def event_sources(view: ReportView, events: tuple[ReuseEvent, ...]) -> Line:
    """The files of all *events*, those of one use."""
    return joined(
        source(view, Source(path=event.source_path, line=event.source_line, commit=event.commit)) for event in events
    )


def commit_name(view: ReportView, commit: CommitId) -> Span:
    """A commit by its short hash."""
    return Span(text=commit[:_SHORT_COMMIT], url=addresses.commit_url(view.context.site, commit))
