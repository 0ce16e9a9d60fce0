"""The picture of who uses whose work: bands between communities and parties, each with the way to its records."""

from outcome_catalog.publish import addresses
from outcome_catalog.publish.charts.reuse_flow import Flow, FlowNode, reuse_flow
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.pages.reuse_matrix import MATRIX, row_anchor
from outcome_catalog.publish.pages.reuse_records import RecordPlaces
from outcome_catalog.publish.pages.reuse_sides import OTHERS, Side, Web, fragment
from outcome_catalog.publish.pages.reuse_texts import side_text, tie_text
from outcome_catalog.publish.relative_links import relative_link
from outcome_catalog.publish.words import clause_break, phrase

_MOST_TOLD = 10
"""How many ties, the strongest, the picture's description tells of."""


def flows_svg(context: PublishContext, web: Web, places: RecordPlaces) -> str:
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
            href=relative_link(places.of_tie(tie), addresses.reuse_url()),
            text=tie_text(context, titles[tie.party], titles[tie.producer], tie.counts),
        )
        for tie in web.ties
    ]


def _maker(context: PublishContext, side: Side, places: RecordPlaces) -> FlowNode:
    """A community whose work is used, with the way to the records of its use."""
    return _node(side, places.of_producer(side.key), side_text(context, side, makes=True))


def _user(context: PublishContext, side: Side) -> FlowNode:
    """A party that uses, with the way to its row of the matrix; the rest of them leads to the whole matrix."""
    row = MATRIX if side.key == OTHERS else row_anchor(side.key)
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
