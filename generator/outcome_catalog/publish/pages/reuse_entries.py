"""A reuse event as a line of a list: who, what, where, how well evidenced, why, and where that is written down."""

from outcome_catalog.insights.figures import Party, PlaceOfUse, ReuseEvent
from outcome_catalog.insights.sentences import values_in
from outcome_catalog.model.history import SHORT_HASH
from outcome_catalog.model.ids import CommitId
from outcome_catalog.model.reuse import Benefit
from outcome_catalog.publish import addresses
from outcome_catalog.publish.addresses import external_url
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.pages.links import (
    Meta,
    artifact_ref_link,
    community_link,
    evidence_link,
    link,
    unit_title,
    written_link,
)
from outcome_catalog.publish.provenance import source_fact
from outcome_catalog.publish.words import day_text, number_text, phrase, sentences_text


def event_anchor(event_id: str) -> str:
    """The id of an event's place on a page; its dots keep it apart from the ids of headings."""
    return "use." + event_id.replace("/", ".").replace(">", ".from.")


def reuse_entry(context: PublishContext, event: ReuseEvent) -> Meta:
    """One reuse event as plain data; what its contributor wrote is text, addresses only where they may be linked.

    ``is_told`` says that the reason names the commit and the day, which need not be said again beside it.
    """
    why = _reason(context, event)
    return {
        "anchor": event_anchor(event.id),
        "artifact": artifact_ref_link(context, event.artifact),
        "party": party_links(context, event.party),
        "place": place_link(context, event.place),
        "mode": context.words["mode"][event.mode.value],
        "began": None if event.date is None else str(event.date),
        "when": _when(context, event),
        "recorded": None if event.recorded is None else event.recorded.isoformat(),
        "is_told": why["commit"] is not None and event.recorded in frozenset(values_in(event.reason)),
        "grade": event.grade.value,
        "grade_word": context.words["grade"][event.grade.value],
        "is_counted": event.counted,
        "not_counted": None if event.not_counted is None else context.words["not_counted"][event.not_counted.value],
        "why": why,
        "benefit": None if event.benefit is None else benefit_fact(context, event.benefit),
        "note": event.note,
        "evidence": [evidence_link(context, text) for text in event.evidence],
        "source": source_fact(context.site, event.source_path, line=event.source_line, commit=event.commit),
    }


def _reason(context: PublishContext, event: ReuseEvent) -> Meta:
    """How the grade was reached, in sentences taken apart around the commit that they name, so that it is linked."""
    named, text = _named_commit(context, event), sentences_text(context.words, event.reason)
    if named is None:
        return {"text": text, "before": text, "commit": None, "after": ""}
    before, short, after = text.partition(named[:SHORT_HASH])
    target = link(short, addresses.commit_url(context.site, named))
    return {"text": text, "before": before, "commit": target, "after": after}


def _named_commit(context: PublishContext, event: ReuseEvent) -> CommitId | None:
    """The commit of the source's file that the reason names, None where it names none."""
    lineage = context.catalog.history.lineages.get(event.source_path)
    commits = () if lineage is None else (revision.commit for revision in lineage.revisions)
    told = frozenset(values_in(event.reason))
    return next((commit for commit in commits if commit[:SHORT_HASH] in told), None)


def party_links(context: PublishContext, party: Party) -> list[Meta]:
    """Who reuses: community, unit and outside organisation, as far as each is stated."""
    parties = []
    if party.community is not None:
        parties.append(community_link(context, party.community))
    if party.unit is not None:
        parties.append(written_link(context, unit_title(context, party.unit), None))
    if party.external is not None:
        parties.append(link(phrase(context.words, "reuse.outside", name=party.external), None))
    return parties


def acting_party(context: PublishContext, party: Party) -> Meta:
    """The one of a party's names by which parties are counted: its community, else its organisation, else its unit."""
    if party.community is None and party.external is not None:
        return link(phrase(context.words, "reuse.outside", name=party.external), None)
    return party_links(context, party)[0]


def party_text(context: PublishContext, party: Party) -> str:
    """Who reuses, as one line of text."""
    return ", ".join(str(part["title"]) for part in party_links(context, party))


def place_link(context: PublishContext, place: PlaceOfUse) -> Meta:
    """Where it is used; a place that cannot be shown is said to be one."""
    if place.artifact is not None:
        return artifact_ref_link(context, place.artifact)
    if place.internal:
        words = context.words["reuse"]["place_internal"]
        return link(
            words if place.title is None else phrase(context.words, "reuse.place_internal_titled", title=place.title),
            None,
        )
    if place.repository is not None:
        where = "/".join(part for part in (place.repository, place.path) if part)
        at = "" if place.commit is None else f" @ {place.commit[:10]}"
        return link(f"{where}{at}", external_url(place.repository))
    if place.title is not None:
        return written_link(context, place.title, external_url(place.url))
    return link(place.url or context.words["reuse"]["place_unknown"], external_url(place.url))


def benefit_fact(context: PublishContext, benefit: Benefit) -> Meta:
    """What a use brought: its statement, its floor and ceiling, how they were found, whether they are estimated."""
    return {
        "statement": benefit.statement,
        "range": range_text(context, benefit.low, benefit.high, benefit.unit),
        "method": benefit.method,
        "is_estimated": benefit.estimated,
        "not_possible_before": benefit.not_possible_before,
    }


def range_text(context: PublishContext, low: float | None, high: float | None, unit: str | None) -> str | None:
    """``2 to 5 hours``, ``at least 2 hours``, ``at most 5 hours``; None where nothing is stated."""
    tail = f" {unit}" if unit else ""
    low_text, high_text = (None if value is None else number_text(context.words, value) for value in (low, high))
    if low_text is not None and high_text is not None:
        key = "range.exactly" if low == high else "range.both"
        return phrase(context.words, key, low=low_text, high=high_text) + tail
    if low_text is not None:
        return phrase(context.words, "range.at_least", low=low_text) + tail
    return None if high_text is None else phrase(context.words, "range.at_most", high=high_text) + tail


def _when(context: PublishContext, event: ReuseEvent) -> str | None:
    if event.date is None:
        return None
    start = day_text(context.words, str(event.date))
    if event.ended is None:
        return start
    return phrase(context.words, "reuse.from_to", start=start, end=day_text(context.words, str(event.ended)))
