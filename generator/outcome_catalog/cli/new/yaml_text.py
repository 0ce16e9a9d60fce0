"""Plain data as the YAML text that a person would write by hand."""

from typing import Any

import yaml


class _HandWritten(yaml.SafeDumper):
    """Lists below a key are indented, as in every example of the guide."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002 - PyYAML's signature
        super().increase_indent(flow, indentless=False)

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - PyYAML's signature
        return True


class _Day(str):
    """A day, written without quotes: the reader takes it as text."""

    __slots__ = ()


_HandWritten.add_representer(_Day, lambda dumper, day: dumper.represent_scalar("tag:yaml.org,2002:timestamp", str(day)))


def day(text: str) -> str:
    """*text* marked as a day, so that it is written without quotes."""
    return _Day(text)


def yaml_text(data: dict[str, Any]) -> str:
    """*data* as YAML, keys in their order, long text folded."""
    return yaml.dump(data, Dumper=_HandWritten, sort_keys=False, allow_unicode=True, width=100)
