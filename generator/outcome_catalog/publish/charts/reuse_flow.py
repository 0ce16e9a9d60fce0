"""Who uses whose work: communities to the left, who reuses to the right, between them bands as wide as their uses."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from outcome_catalog.insights.uses import GRADES_BEST_FIRST
from outcome_catalog.publish.charts.flow_layout import Band, Place, flow_layout
from outcome_catalog.publish.charts.labels import cut, text_width
from outcome_catalog.publish.charts.svg import add, canvas, say_language, svg_text, tooltip

_BANDS, _BAR, _MARGIN, _WIDEST_NAME = 290, 10, 8, 240
_ROW, _SIZE = 24, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowNode:
    """A community or a party: its counts by grade, where its link leads; *remark* says in a word what it is.

    The count of the best grade comes first. *is_rest* is true for the one that stands for all that are not named; it
    has the lowest place.
    """

    key: str
    title: str
    remark: str
    href: str
    counts: tuple[int, ...]
    text: str
    is_rest: bool = False
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Columns:
    """Where the bars stand: as far apart as the bands need, beside as much room as the names need."""

    left: float
    right: float
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """The uses of *producer*'s work by *party* (keys of nodes), by grade as there, and the address of their list."""

    producer: str
    party: str
    counts: tuple[int, ...]
    href: str
    text: str


def reuse_flow(
    producers: Sequence[FlowNode],
    parties: Sequence[FlowNode],
    flows: Sequence[Flow],
    *,
    chart_id: str,
    title: str,
    description: str,
) -> str:
    """The picture as SVG text. What a script needs to find what belongs together stands in ``data-`` attributes."""
    uses = {(flow.producer, flow.party): sum(flow.counts) for flow in flows}
    rest = {node.key for node in (*producers, *parties) if node.is_rest}
    layout = flow_layout([node.key for node in producers], [node.key for node in parties], uses, rest)
    columns = _columns(producers, parties)
    size = {"width": round(columns.width), "height": round(layout.height)}
    drawing = canvas(chart_id=chart_id, **size, title=title, description=description, has_links=True)
    drawing.set("class", "oc-flows")
    bands = add(drawing, "g")
    for flow in sorted(flows, key=lambda flow: (-sum(flow.counts), flow.producer, flow.party)):
        _band(bands, flow, layout.bands[flow.producer, flow.party], columns)
    for side, places, is_left in ((producers, layout.left, True), (parties, layout.right, False)):
        known = {node.key: node for node in side}
        for key, place in places.items():
            _node(drawing, known[key], place, columns, is_left=is_left)
    return svg_text(drawing)


def _columns(producers: Sequence[FlowNode], parties: Sequence[FlowNode]) -> _Columns:
    names = (max(map(_name_width, side), default=0) + 3 * _MARGIN for side in (producers, parties))
    left, right = (float(round(min(name, _WIDEST_NAME))) for name in names)
    return _Columns(left=left, right=left + 2 * _BAR + _BANDS, width=left + 2 * _BAR + _BANDS + right)


def _name_width(node: FlowNode) -> float:
    return text_width(f"{sum(node.counts)} {node.title} {node.remark}", _SIZE)


def _band(parent: Element, flow: Flow, band: Band, columns: _Columns) -> None:
    """A band of a stripe for each grade, so that no claim looks proven for lying beside a proof."""
    given = {"data_from": flow.producer, "data_to": flow.party, "data_href": flow.href}
    group = add(parent, "g", css="oc-band", data_counts=" ".join(map(str, flow.counts)), **given)
    tooltip(group, flow.text)
    left, right = band.left, band.right
    for grade, count in zip(GRADES_BEST_FIRST, flow.counts, strict=True):
        width = band.width * count / sum(flow.counts)
        if count:
            add(group, "path", css=f"oc-stripe--{grade}", d=_stripe((left, right), width, columns))
        left, right = left + width, right + width


def _stripe(tops: tuple[float, float], width: float, columns: _Columns) -> str:
    start, end = columns.left + _BAR, columns.right
    middle = (start + end) / 2
    upper = f"M{start:g} {tops[0]:.1f}C{middle:g} {tops[0]:.1f} {middle:g} {tops[1]:.1f} {end:g} {tops[1]:.1f}"
    low, last = tops[1] + width, tops[0] + width
    return f"{upper}V{low:.1f}C{middle:g} {low:.1f} {middle:g} {last:.1f} {start:g} {last:.1f}Z"


def _node(drawing: Element, node: FlowNode, place: Place, columns: _Columns, *, is_left: bool) -> None:
    """A bar with its name and number beside it; the whole row is the link."""
    side = "producer" if is_left else "party"
    target = add(drawing, "a", css="oc-node", href=node.href, **{f"data_{side}": node.key})
    tooltip(target, node.text)
    row, bar = max(place.height, _ROW), columns.left if is_left else columns.right
    begin, end = (0.0, bar + _BAR) if is_left else (bar, columns.width)
    add(target, "rect", css="oc-row", x=begin, y=place.middle - row / 2, width=end - begin, height=row)
    add(target, "rect", css="oc-bar", x=bar, y=place.top, width=_BAR, height=place.height)
    _name(target, node, (bar, place.middle + 4), is_left=is_left)


def _name(target: Element, node: FlowNode, place: tuple[float, float], *, is_left: bool) -> None:
    number = f"{sum(node.counts)}"
    room = _WIDEST_NAME - 3 * _MARGIN - text_width(f"{number}  {node.remark}", _SIZE)
    x, anchor = (place[0] - _MARGIN, "end") if is_left else (place[0] + _BAR + _MARGIN, "start")
    text = add(target, "text", css="oc-label", x=x, y=place[1], text_anchor=anchor)
    name = ("", cut(node.title, room, _SIZE))
    said = [part for part in (("oc-strong", number), name, ("oc-faint", node.remark)) if part[1]]
    for index, part in enumerate(said[::-1] if is_left else said):
        written = add(text, "tspan", part[1], css=part[0] or None, dx=6 if index else 0)
        say_language(written, node.language if part is name else None)
