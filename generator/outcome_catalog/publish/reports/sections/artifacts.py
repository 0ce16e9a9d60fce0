"""What came in, and what waits: the artifacts of the period, and all those that nobody is known to use."""

from outcome_catalog.insights.figures import ReuseState
from outcome_catalog.model.artifact import Artifact
from outcome_catalog.model.ids import ArtifactRef
from outcome_catalog.publish.reports.data.sources import file_source
from outcome_catalog.publish.reports.document import Block, Facts, Line, Paragraph, Row, Section, Span
from outcome_catalog.publish.reports.lines import number, plain_text
from outcome_catalog.publish.reports.names import artifact_name, community_name, kind_name, source
from outcome_catalog.publish.reports.tables import MOST_ROWS, Rows, columns, data_file, row, table
from outcome_catalog.publish.reports.view import ReportView
from outcome_catalog.publish.words import day_text

ID = "artifacts"
WAITING_ID = "waiting"
WAITING_LIST_ID = "waiting-list"
_MOST_WAITING = 20


def section(view: ReportView) -> Section:
    """The artifacts that came in."""
    refs = view.report.cycles.potential
    blocks: list[Block] = []
    if refs:
        blocks.append(_table(view, "report.artifacts.title", refs))
    else:
        blocks.append(Paragraph(line=plain_text(view.phrase("report.artifacts.none"))))
    return Section(id=ID, title=view.phrase("report.artifacts.title"), blocks=tuple(blocks))


def waiting_section(view: ReportView) -> Section:
    """Whether anybody reuses what there is: reused, waiting, and too young to judge, which are three things."""
    states = view.report.artifacts
    words = view.words["report"]["waiting"]
    facts = tuple(
        (
            words[name],
            (
                *number(view.words, len(states.get(state, ())), url),
                Span(text=f"{view.words['colon']} {words['means'][name]}", mark="faint"),
            ),
        )
        for name, state, url in (
            ("reused", ReuseState.REUSED, data_file(view)),
            ("waiting", ReuseState.WAITING, f"#{WAITING_LIST_ID}"),
            ("too_young", ReuseState.TOO_YOUNG, data_file(view)),
        )
    )
    blocks: list[Block] = [Facts(facts=facts)]
    waiting = states.get(ReuseState.WAITING, ())
    if waiting:
        blocks.append(_table(view, "report.waiting.list", waiting, _MOST_WAITING, WAITING_LIST_ID))
    return Section(id=WAITING_ID, title=view.phrase("report.waiting.title"), blocks=tuple(blocks))


def _table(view: ReportView, label: str, refs: tuple[ArtifactRef, ...], most: int = MOST_ROWS, id_: str = "") -> Block:
    found = [view.context.catalog.artifacts[ref] for ref in refs]
    found.sort(key=lambda artifact: artifact.date, reverse=True)
    heads = columns(view, "artifact", "community", "kind", "dated", "source")
    return table(view, view.phrase(label), heads, [Rows(found, _row)], most, id_)


def _row(view: ReportView, artifact: Artifact) -> Row:
    day: Line = (Span(text=day_text(view.words, artifact.date), mark="day"),)
    return row(
        artifact_name(view, artifact.ref),
        community_name(view, artifact.community),
        kind_name(view, artifact.kind),
        day,
        source(view, file_source(view.context.catalog, artifact.origin.path)),
    )
