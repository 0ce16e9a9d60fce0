"""What the name of a reuse record's file says: ``<day>-<slug>.yml``, the day on which it was recorded."""

import datetime
import re

from outcome_catalog.model.reuse import ReuseRecord

_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})-")


def day_in_name(record: ReuseRecord) -> datetime.date | None:
    """The day with which the name of *record*'s file begins, or None where it begins with none."""
    match = _DAY.match(record.origin.path.rpartition("/")[2])
    try:
        return None if match is None else datetime.date.fromisoformat(match[1])
    except ValueError:
        return None
