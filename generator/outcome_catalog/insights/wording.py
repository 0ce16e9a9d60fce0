"""How the sentences beside a figure write numbers, days and lists."""

import datetime
import math
from collections.abc import Iterable


def counted(number: int, one: str, many: str | None = None) -> str:
    """*number* with its noun: ``1 commit``, ``3 commits``; *many* where the plural is not *one* with an s."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def plain(value: float | bool) -> str:
    """*value* as people write it: yes and no, no decimals that say nothing, thousands set apart."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.6g}"


def whole_percent(share: float) -> int:
    """A share of one as whole percent, rounded towards the smaller so that 99.9 % is not shown as all."""
    return math.floor(round(share * 100, 6))  # 0.57 * 100 is a hair less than 57


def percent(share: float) -> str:
    """:func:`whole_percent` as part of a sentence."""
    return f"{whole_percent(share)} %"


def listed(sentences: Iterable[str]) -> str:
    """The sentences that are not empty, one after the other."""
    return " ".join(sentence for sentence in sentences if sentence)


def on(day: datetime.date) -> str:
    """*day* as part of a sentence."""
    return f"on {day.isoformat()}"
