"""Commands that are imported when they are asked for: who checks need not wait for what publishes."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any

import click


class CommandsOnDemand(Mapping[str, click.Command]):
    """The commands of *package* by name: each stands under its name in the module of that name."""

    def __init__(self, package: str, *names: str) -> None:
        self._package, self._names = package, names

    def __getitem__(self, name: str) -> click.Command:
        if name not in self._names:
            raise KeyError(name)
        command: Any = getattr(import_module(f"{self._package}.{name}"), name)
        return command  # type: ignore[no-any-return]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
