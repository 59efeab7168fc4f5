"""From a command's name to the command, imported only when it is run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import click


@dataclass(frozen=True, slots=True)
class Command:
    """Where a command lives (as the attribute of its module that bears its name), in a line."""

    module: str
    help: str


class LazyGroup(click.Group):
    """A group that knows its commands by name and imports the one that is asked for."""

    def __init__(self, *, commands_by_name: Mapping[str, Command], **options: Any) -> None:
        super().__init__(**options)
        self._lazy = commands_by_name

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self._lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self._lazy:
            return None
        command = getattr(import_module(self._lazy[cmd_name].module), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, command.help) for name, command in self._lazy.items()])
