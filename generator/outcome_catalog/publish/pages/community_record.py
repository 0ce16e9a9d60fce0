"""Who answers for a community, what it deals with, how it came to be, and where all of that is written down."""

from outcome_catalog.model.catalog import Community
from outcome_catalog.model.charter import Sponsor, Steward
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.pages.links import (
    Meta,
    community_link,
    credited_name,
    evidence_link,
    link,
    unit_title,
)
from outcome_catalog.publish.provenance import provenance
from outcome_catalog.publish.words import phrase


def record_meta(context: PublishContext, community: Community) -> Meta:
    """The charter's own record: people, scope, history, revisions, sources."""
    charter = community.charter
    return {
        "sponsors": [_sponsor(context, sponsor) for sponsor in charter.sponsors],
        "stewards": [_steward(context, steward) for steward in charter.stewards],
        "stewards_now": [_steward(context, steward) for steward in charter.stewards if not has_left(context, steward)],
        "members": _members(context, community),
        "scope": {"inside": list(charter.scope.in_), "outside": list(charter.scope.out)},
        "lifecycle_history": [
            {
                "day": change.date.isoformat(),
                "word": context.words["lifecycle"][change.state.value],
                "because": change.because,
            }
            for change in reversed(charter.lifecycle_history)
        ],
        "revisions": [
            {
                "day": r.date.isoformat(),
                "change": r.change,
                "because": r.because,
                "evidence": None if r.evidence is None else evidence_link(context, r.evidence),
            }
            for r in sorted(charter.revisions, key=lambda r: r.date, reverse=True)
        ],
        "former_slugs": list(charter.former_slugs),
        "succeeded_by": None if charter.succeeded_by is None else community_link(context, charter.succeeded_by),
        "sources": [provenance(context, path) for path in _sources(community)],
        "sources_count": phrase(context.words, "count.files", n=len(_sources(community))),
    }


def _sources(community: Community) -> list[str]:
    return [community.charter.origin.path, *(m.origin.path for m in community.measurements.values())]


def _sponsor(context: PublishContext, sponsor: Sponsor) -> Meta:
    if sponsor.community is not None:
        who = community_link(context, sponsor.community)
    elif sponsor.person is not None:
        who = link(credited_name(context, sponsor.person) or context.words["people"]["unnamed"], None)
    else:
        who = link(sponsor.name or context.words["people"]["unnamed"], None)
    unit = None if sponsor.unit is None else unit_title(context, sponsor.unit)
    return who | {"unit": unit, "level": sponsor.level}


def _steward(context: PublishContext, steward: Steward) -> Meta:
    name = steward.name if steward.person is None else credited_name(context, steward.person)
    words = context.words["people"]
    return link(words["vacant"] if steward.vacant else name or words["unnamed"], None) | {
        "is_vacant": steward.vacant,
        "role": steward.role,
        "unit": None if steward.unit is None else unit_title(context, steward.unit),
        "has_left": has_left(context, steward),
        "time": _time(context, steward),
    }


def has_left(context: PublishContext, steward: Steward) -> bool:
    """True where the steward's time is over; who has not begun yet is in no catalog of the day."""
    return steward.until is not None and steward.until < context.catalog.as_of


def _time(context: PublishContext, steward: Steward) -> str | None:
    begin = steward.since if steward.vacant else steward.from_
    if begin is not None and steward.until is not None:
        return phrase(context.words, "people.from_until", start=begin, end=steward.until)
    if begin is not None:
        return phrase(context.words, "people.since", start=begin)
    return None if steward.until is None else phrase(context.words, "people.until", end=steward.until)


def _members(context: PublishContext, community: Community) -> str | None:
    members = community.charter.members
    if members is None:
        return None
    text = phrase(context.words, "count.members", n=members.count)
    if members.estimated:
        text = phrase(context.words, "value.estimated", value=text)
    return text if members.as_of is None else phrase(context.words, "value.as_of", value=text, day=members.as_of)
