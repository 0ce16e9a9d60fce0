"""The matrix of who uses whose work: a row for each party, a column for each community."""

from math import sqrt

from outcome_catalog.publish.charts.grade_bar import grade_bar
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.pages.links import Meta
from outcome_catalog.publish.pages.reuse_records import RecordPlaces
from outcome_catalog.publish.pages.reuse_sides import OTHERS, Side, Tie, Web, place_name
from outcome_catalog.publish.pages.reuse_texts import naming_rules, side_text, tie_text

MATRIX = "matrix"
"""The id of the whole matrix, in which each of those shown together in the picture has a row of its own."""
_WARMTHS = 5
"""How many shades a cell can have."""


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
        "rules": naming_rules(context, web),
    }


def row_anchor(key: str) -> str:
    """The id of a party's row in the matrix."""
    return f"by.{place_name(key)}"


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
        "url": places.of_tie(tie),
        "text": tie_text(context, party.title, producer.title, tie.counts),
        "bar_svg": grade_bar(tie.counts),
    }


def _warmth(count: int, most: int) -> int:
    """The shade of a cell, from 1 to the warmest for the most uses; by square roots, so that few uses still show."""
    if most <= _WARMTHS:
        return count
    return max(1, round(_WARMTHS * sqrt(count / most)))
