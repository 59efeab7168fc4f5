"""`fixer contract`: read, compare, convert and print contracts."""

from __future__ import annotations

from pathlib import Path

import click

from fixer.contract import Contract, load

SOURCE = click.argument("source", metavar="SRC", type=click.Path(path_type=Path))
OUTPUT = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False, writable=True),
    help="Write to this file instead of the screen.",
)


@click.group()
def contract() -> None:
    """Read, compare and write contracts."""


@contract.command()
@SOURCE
def show(source: Path) -> None:
    """Print the contract in SRC for a person."""
    from fixer.contract.show import show as shown

    click.echo(shown(load(source)), nl=False)


@contract.command()
@SOURCE
@OUTPUT
def export(source: Path, output: Path | None) -> None:
    """Write the contract in SRC as OpenAPI 3.1."""
    _write(load(source), output)


@contract.command("from-django")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@OUTPUT
def from_django(folder: Path, output: Path | None) -> None:
    """Read a Django backend's source into OpenAPI 3.1; nothing of it is run."""
    _write(load(folder), output)


def _write(read: Contract, output: Path | None) -> None:
    from fixer.contract.openapi.writer import export as exported

    text = exported(read)
    if output is None:
        click.echo(text, nl=False)
        return
    output.write_text(text, encoding="utf-8")
    click.echo(f"{output}: {len(read.operations)} operations written")
