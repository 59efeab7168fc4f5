"""The options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


def project_options(command: F) -> F:
    """PATHS, --contract and --config."""
    for option in (
        click.option(
            "--config",
            type=click.Path(exists=True, dir_okay=False, path_type=Path),
            help="Settings to use, instead of the nearest fixer.toml or pyproject.toml.",
        ),
        click.option(
            "--contract",
            "source",
            metavar="SRC",
            type=click.Path(path_type=Path),
            help="What the backend offers: a reference document, an OpenAPI or Swagger file.",
        ),
        click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path)),
    ):
        command = option(command)
    return command


def names(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """`--select a,b --select c` as three names."""
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())
