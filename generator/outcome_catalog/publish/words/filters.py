"""What templates write days and numbers with; the same in every environment that renders them.

They find the words where templates do, under the name ``words``.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from jinja2 import pass_context
from jinja2.runtime import Context

from outcome_catalog.publish.words.dates import day_text
from outcome_catalog.publish.words.numbers import number_text
from outcome_catalog.publish.words.periods import period_text


@pass_context
def _day(context: Context, value: str | None) -> str:
    return "" if value is None else day_text(context["words"], value)


@pass_context
def _period(context: Context, value: str | None) -> str:
    return "" if value is None else period_text(context["words"], value)


@pass_context
def _number(context: Context, value: float | None) -> str:
    return "" if value is None else number_text(context["words"], value)


WORD_FILTERS: Mapping[str, Callable[..., str]] = MappingProxyType({"day": _day, "period": _period, "number": _number})
"""``{{ "2026-06-30" | day }}``, ``{{ "2026-Q2" | period }}``, ``{{ 1234.5 | number }}``; None is written as nothing."""
