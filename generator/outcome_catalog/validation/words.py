"""Words for people: how a key, a value, a type or an example is put in a message."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import yaml

from outcome_catalog.nearest_names import quoted as quoted_text

_MOST_SHOWN = 60
_TYPES = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a group of keys",
    "null": "nothing",
}


def quoted(value: object) -> str:
    """*value* in quotes, cut to a readable length, without characters that cannot be seen."""
    return quoted_text(plain(value))


def plain(value: object) -> str:
    """*value* as one writes it in YAML, cut to a readable length, without characters that cannot be seen."""
    if value is None:
        return "nothing"
    text = str(value).lower() if isinstance(value, bool) else str(value)[: _MOST_SHOWN + 1]
    text = "".join(character if character.isprintable() else " " for character in text)
    return text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}…"


def listing(words: Iterable[str], joined_by: str = "and") -> str:
    """*words* as one says them: "a, b and c"."""
    *first, last = words
    return f"{', '.join(first)} {joined_by} {last}" if first else last


def type_words(types: str | Sequence[str]) -> str:
    """The JSON Schema type or types in words: "text or a whole number"."""
    return listing([_TYPES[types]] if isinstance(types, str) else [_TYPES[each] for each in types], "or")


def found_words(value: object) -> str:
    """What *value* is, in words: "text", "the number 5", "a list"."""
    if value is None or isinstance(value, bool):
        return plain(value)
    if isinstance(value, int | float):
        return f"the number {plain(value)}"
    if isinstance(value, str):
        return "text"
    return _TYPES["array" if isinstance(value, list) else "object"]


def thing(schema: Mapping[str, Any]) -> str:
    """What *schema* describes, with its article: "a charter", "an expected output"; plurals stand alone."""
    title = str(schema.get("title", "group of keys"))
    title = title[:1].lower() + title[1:]
    if title.endswith("s"):
        return title
    return f"{'an' if title[0] in 'aeio' else 'a'} {title}"


class _ExampleDumper(yaml.SafeDumper):
    """Writes days without quotes and lists below their key, as people do."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002  the base's
        super().increase_indent(flow, indentless=False)


_ExampleDumper.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:timestamp"]
    for first, pairs in yaml.SafeDumper.yaml_implicit_resolvers.items()
}


def as_yaml(key: str, value: object) -> str:
    """*key* with *value* as YAML to copy, without a last line break."""
    return yaml.dump({key: value}, Dumper=_ExampleDumper, sort_keys=False, allow_unicode=True, width=100).rstrip("\n")


def described(key: str, schema: Mapping[str, Any]) -> str | None:
    """The help on *key*: what *schema* says it means, and its example to copy."""
    parts = []
    if "description" in schema:
        parts.append(f"{schema['description']}.")
    if schema.get("examples"):
        example = as_yaml(key, schema["examples"][0])
        parts.append(f"For example:{chr(10) if chr(10) in example else ' '}{example}")
    return " ".join(parts) or None
