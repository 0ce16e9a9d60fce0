"""Who uses whose work, as a picture of flows and as a matrix: from the same pairs, and with the way to the records."""

from collections.abc import Sequence
from math import sqrt

from outcome_catalog.insights.membership import folded
from outcome_catalog.insights.who_uses_whose import Pair
from outcome_catalog.publish import addresses
from outcome_catalog.publish.charts.grade_bar import grade_bar
from outcome_catalog.publish.charts.reuse_flow import Flow, FlowNode, reuse_flow
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.pages.links import Meta, link
from outcome_catalog.publish.pages.reuse_records import RecordPlaces
from outcome_catalog.publish.pages.reuse_sides import (
    OTHERS,
    Counts,
    Side,
    Tie,
    Web,
    counts_text,
    fragment,
    place_name,
    web,
)
from outcome_catalog.publish.relative_links import relative_link
from outcome_catalog.publish.words import clause_break, phrase

_MOST_IN_PICTURE = (14, 28)
"""How many communities, and how many that reuse, the picture names."""
_MOST_IN_MATRIX = (24, 60)
_MOST_TOLD = 10
"""How many ties, the strongest, the picture's description tells of."""
_WARMTHS = 5
"""How many shades a cell can have."""

_MATRIX = "matrix"
"""The id of the whole matrix, in which each of those shown together in the picture has a row of its own."""


def network(context: PublishContext, pairs: Sequence[Pair], places: RecordPlaces) -> Meta:
    """The picture, the matrix, what to filter them by, and the way to all pairs, which are listed at *places*."""
    drawn, shown = (
        web(context, pairs, most_producers=producers, most_parties=parties)
        for producers, parties in (_MOST_IN_PICTURE, _MOST_IN_MATRIX)
    )
    return {
        "chart_svg": network_svg(context, drawn, places),
        "rules": _rules(context, drawn),
        "matrix": matrix(context, shown, places),
        "communities": _communities(shown),
        "kinds": _kinds(context, pairs),
        "all_pairs": link(phrase(context.words, "network.all_pairs", n=len(pairs)), places.first),
    }


def _rules(context: PublishContext, drawn: Web) -> list[str]:
    """Who stands in the picture by name, where it is not everybody."""
    sides = {"network.named_producers": drawn.producers, "network.named_parties": drawn.parties}
    return [
        phrase(context.words, key, n=len(side) - 1) for key, side in sides.items() if any(s.key == OTHERS for s in side)
    ]


def _communities(shown: Web) -> list[Meta]:
    """The communities on either side, by title."""
    found = {side.key: side.title for side in (*shown.producers, *shown.parties) if side.kind == "community"}
    return [{"key": key, "title": title} for key, title in sorted(found.items(), key=lambda item: folded(item[1]))]


def _kinds(context: PublishContext, pairs: Sequence[Pair]) -> list[Meta]:
    """The kinds of party that there are, with what people call them."""
    words = context.words["network"]["kinds"]
    present = {kind for kind, _ in (pair.key for pair in pairs)}
    return [{"key": kind, "title": word} for kind, word in words.items() if kind in present]


def network_svg(context: PublishContext, web: Web, places: RecordPlaces) -> str:
    """The picture: each community leads to its records, each party to its row of the matrix."""
    flows = _flows(context, web, places)
    strongest = clause_break(context.words).join(flow.text for flow in flows[:_MOST_TOLD])
    return reuse_flow(
        [_maker(context, side, places) for side in web.producers],
        [_user(context, side) for side in web.parties],
        flows,
        chart_id="reuse-flows",
        title=context.words["network"]["flows"],
        description=phrase(context.words, "network.flows_description", n=len(flows), strongest=strongest),
    )


def _flows(context: PublishContext, web: Web, places: RecordPlaces) -> list[Flow]:
    """The ties as bands of the picture, in their order, each with the way to its records."""
    titles = {side.key: side.title for side in (*web.producers, *web.parties)}
    return [
        Flow(
            producer=tie.producer,
            party=tie.party,
            counts=tie.counts,
            href=relative_link(tie_url(tie, places), addresses.reuse_url()),
            text=tie_text(context, titles[tie.party], titles[tie.producer], tie.counts),
        )
        for tie in web.ties
    ]


def _maker(context: PublishContext, side: Side, places: RecordPlaces) -> FlowNode:
    """A community whose work is used, with the way to the records of its use."""
    return _node(side, places.of_producer(side.key), side_text(context, side, makes=True))


def _user(context: PublishContext, side: Side) -> FlowNode:
    """A party that uses, with the way to its row of the matrix; the rest of them leads to the whole matrix."""
    row = _MATRIX if side.key == OTHERS else row_anchor(side.key)
    remark = "" if side.kind in {"community", "others"} else context.words["network"]["party_kind"][side.kind]
    return _node(side, fragment(row), side_text(context, side, makes=False), remark)


def _node(side: Side, url: str, text: str, remark: str = "") -> FlowNode:
    return FlowNode(
        key=side.key,
        title=side.title,
        remark=remark,
        href=relative_link(url, addresses.reuse_url()),
        counts=side.counts,
        text=text,
        is_rest=side.key == OTHERS,
        language=side.language,
    )


def row_anchor(key: str) -> str:
    """The id of a party's row in the matrix."""
    return f"by.{place_name(key)}"


def side_text(context: PublishContext, side: Side, *, makes: bool) -> str:
    """What is said of a community whose work is used, or of a party that uses."""
    key = "network.is_used" if makes else "network.uses_others"
    return phrase(context.words, key, title=side.title, counts=counts_text(context, side.counts))


def tie_text(context: PublishContext, party: str, producer: str, counts: Counts) -> str:
    """``Depot North uses the work of Depot circle: 2 uses, 1 verified and 1 claimed``."""
    return phrase(context.words, "network.tie", party=party, producer=producer, counts=counts_text(context, counts))


def tie_url(tie: Tie, places: RecordPlaces) -> str:
    """Where the records of a tie are listed."""
    return places.of_producer(tie.producer) if tie.pair is None else places.of_pair(tie.pair)


def matrix(context: PublishContext, web: Web, places: RecordPlaces) -> Meta:
    """The matrix: a row for each party, a column for each community, a cell where there is a counted use."""
    ties = {(tie.party, tie.producer): tie for tie in web.ties}
    most = max((sum(tie.counts) for tie in web.ties), default=0)
    return {
        "columns": [_heading(context, side, makes=True) for side in web.producers],
        "is_wide": len(web.producers) > 3,  # noqa: PLR2004 - up to so many headings have room side by side
        "rows": [
            _heading(context, party, makes=False)
            | {
                "anchor": row_anchor(party.key),
                "cells": [
                    _cell(context, ties.get((party.key, producer.key)), (party, producer), places, most)
                    for producer in web.producers
                ],
            }
            for party in web.parties
        ],
        "total": sum(side.total for side in web.parties),
        "rules": _rules(context, web),
    }


def _heading(context: PublishContext, side: Side, *, makes: bool) -> Meta:
    return {
        "key": side.key,
        "title": side.title,
        "url": side.url,
        "lang": side.language,
        "kind": context.words["network"]["party_kind"][side.kind] if side.kind in {"unit", "external"} else None,
        "count": side.total,
        "text": side_text(context, side, makes=makes),
    }


def _cell(context: PublishContext, tie: Tie | None, sides: tuple[Side, Side], places: RecordPlaces, most: int) -> Meta:
    party, producer = sides
    if tie is None:
        is_own = party.key == producer.key != OTHERS
        return {"count": 0, "key": producer.key, "is_own": is_own}
    count = sum(tie.counts)
    return {
        "key": producer.key,
        "count": count,
        "grades": " ".join(map(str, tie.counts)),
        "warmth": _warmth(count, most),
        "url": tie_url(tie, places),
        "text": tie_text(context, party.title, producer.title, tie.counts),
        "bar_svg": grade_bar(tie.counts),
    }


def _warmth(count: int, most: int) -> int:
    """The shade of a cell, from 1 to the warmest for the most uses; by square roots, so that few uses still show."""
    if most <= _WARMTHS:
        return count
    return max(1, round(_WARMTHS * sqrt(count / most)))
