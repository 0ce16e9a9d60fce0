"""Values of indicators and shares, in words for people."""

from outcome_catalog.insights.shares import whole_percent
from outcome_catalog.model.charter import Indicator, Measure
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.words import number_text, phrase


def value_text(context: PublishContext, indicator: Indicator, value: float | bool) -> str:
    """A value with its unit; yes or no for what is either."""
    if indicator.measure is Measure.YES_NO or isinstance(value, bool):
        return str(context.words["answer"]["yes" if value else "no"])
    number = number_text(context.words, value)
    if indicator.measure is Measure.PERCENT and indicator.unit in {"%", "percent"}:
        return phrase(context.words, "value.percent", value=number)
    return f"{number} {indicator.unit}"


def estimated(context: PublishContext, text: str, is_estimated: bool) -> str:
    """*text*, marked where it is an estimate."""
    return phrase(context.words, "value.estimated", value=text) if is_estimated else text


def percent_text(context: PublishContext, share: float) -> str:
    """A share as a whole percentage, as the sentences beside the figures write it."""
    return phrase(context.words, "value.percent", value=number_text(context.words, whole_percent(share)))
