"""How a share is written beside a figure."""

import math


def whole_percent(share: float) -> int:
    """A share of one as whole percent, rounded towards the smaller so that 99.9 % is not shown as all."""
    return math.floor(round(share * 100, 6))  # 0.57 * 100 is a hair less than 57
