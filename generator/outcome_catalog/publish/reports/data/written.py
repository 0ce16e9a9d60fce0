"""Published values as JSON: keys as published, days as ISO text, whole numbers without a point."""

import datetime
import json
from dataclasses import Field, fields
from functools import cache
from typing import Any


def json_text(published: Any) -> str:
    """A value of published types as a document: the same bytes for the same value, a line for each item of a list."""
    parts = (f" {_json(key)}: {_lines(value)}" for key, value in _keys_and_values(published).items())
    return "{\n" + ",\n".join(parts) + "\n}\n"


def published_key(field: "Field[Any]") -> str:
    """The key under which a field is published."""
    return str(field.metadata.get("key", field.name))


def _lines(value: Any) -> str:
    if isinstance(value, tuple) and value:
        return "[\n" + ",\n".join(f"  {_json(item)}" for item in value) + "\n ]"
    return _json(value)


def _json(value: Any) -> str:
    return json.dumps(value, default=_plain, ensure_ascii=False, allow_nan=False)


def _plain(value: Any) -> Any:
    """What the encoder does not know: days, and values of published types."""
    return value.isoformat() if isinstance(value, datetime.date) else _keys_and_values(value)


def _keys_and_values(published: Any) -> dict[str, Any]:
    """A published value's keys with what stands under them; fields are where its numbers stand, never lists."""
    names = _keys_and_names(type(published))  # type: ignore[arg-type]  # a class is hashable
    return {key: _whole(getattr(published, name)) for key, name in names}


def _whole(value: Any) -> Any:
    return int(value) if type(value) is float and value.is_integer() else value


@cache
def _keys_and_names(published: type) -> tuple[tuple[str, str], ...]:
    return tuple((published_key(field), field.name) for field in fields(published))
