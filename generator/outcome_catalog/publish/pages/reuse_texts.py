"""What is said of those between whom there is reuse: one of them, a tie of two, and who is shown by name."""

from outcome_catalog.insights.uses import GRADES_BEST_FIRST
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.pages.reuse_sides import OTHERS, Counts, Side, Web
from outcome_catalog.publish.words import list_text, phrase


def counts_text(context: PublishContext, counts: Counts) -> str:
    """``5 uses (2 verified and 3 claimed)``."""
    parts = [
        phrase(context.words, f"network.graded.{grade.value}", n=count)
        for grade, count in zip(GRADES_BEST_FIRST, counts, strict=True)
        if count
    ]
    uses = phrase(context.words, "count.uses", n=sum(counts))
    if not parts:
        return uses
    return phrase(context.words, "network.uses_by_grade", uses=uses, grades=list_text(context.words, parts))


def side_text(context: PublishContext, side: Side, *, makes: bool) -> str:
    """What is said of a community whose work is used, or of a party that uses."""
    key = "network.is_used" if makes else "network.uses_others"
    return phrase(context.words, key, title=side.title, counts=counts_text(context, side.counts))


def tie_text(context: PublishContext, party: str, producer: str, counts: Counts) -> str:
    """``Depot North uses the work of Depot circle: 2 uses, 1 verified and 1 claimed``."""
    return phrase(context.words, "network.tie", party=party, producer=producer, counts=counts_text(context, counts))


def naming_rules(context: PublishContext, drawn: Web) -> list[str]:
    """Who is shown by name, where it is not everybody."""
    sides = {"network.named_producers": drawn.producers, "network.named_parties": drawn.parties}
    return [
        phrase(context.words, key, n=len(side) - 1) for key, side in sides.items() if any(s.key == OTHERS for s in side)
    ]
