"""Who uses whose work, as a picture of flows and as a matrix: from the same pairs, and with the way to the records."""

from collections.abc import Sequence

from outcome_catalog.insights.membership import folded
from outcome_catalog.insights.who_uses_whose import Pair
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.pages.links import Meta, link
from outcome_catalog.publish.pages.reuse_flows import flows_svg
from outcome_catalog.publish.pages.reuse_matrix import matrix
from outcome_catalog.publish.pages.reuse_records import RecordPlaces
from outcome_catalog.publish.pages.reuse_sides import Web, web
from outcome_catalog.publish.pages.reuse_texts import naming_rules
from outcome_catalog.publish.words import phrase

_MOST_IN_PICTURE = (14, 28)
"""How many communities, and how many that reuse, the picture names."""
_MOST_IN_MATRIX = (24, 60)


def network(context: PublishContext, pairs: Sequence[Pair], places: RecordPlaces) -> Meta:
    """The picture, the matrix, what to filter them by, and the way to all pairs, which are listed at *places*."""
    drawn, shown = (
        web(context, pairs, most_producers=producers, most_parties=parties)
        for producers, parties in (_MOST_IN_PICTURE, _MOST_IN_MATRIX)
    )
    return {
        "chart_svg": flows_svg(context, drawn, places),
        "rules": naming_rules(context, drawn),
        "matrix": matrix(context, shown, places),
        "communities": _communities(shown),
        "kinds": _kinds(context, pairs),
        "all_pairs": link(phrase(context.words, "network.all_pairs", n=len(pairs)), places.first),
    }


def _communities(shown: Web) -> list[Meta]:
    """The communities on either side, by title."""
    found = {side.key: side.title for side in (*shown.producers, *shown.parties) if side.kind == "community"}
    return [{"key": key, "title": title} for key, title in sorted(found.items(), key=lambda item: folded(item[1]))]


def _kinds(context: PublishContext, pairs: Sequence[Pair]) -> list[Meta]:
    """The kinds of party that there are, with what people call them."""
    words = context.words["network"]["kinds"]
    present = {kind for kind, _ in (pair.key for pair in pairs)}
    return [{"key": kind, "title": word} for kind, word in words.items() if kind in present]
