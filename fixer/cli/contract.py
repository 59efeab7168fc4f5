"""`fixer contract`: read, compare, convert and print contracts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fixer.contract import Contract, load

if TYPE_CHECKING:
    # Comparing needs rapidfuzz, of the extra `diff`.
    from fixer.contract.changes import Change

SOURCE = click.argument("source", metavar="SRC", type=click.Path(path_type=Path))
OUTPUT = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False, writable=True),
    help="Write to this file instead of the screen; as JSON if it is called .json.",
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
@click.argument(
    "folder", metavar="DIR", type=click.Path(path_type=Path, exists=True, file_okay=False)
)
@OUTPUT
@click.option("-v", "--verbose", is_flag=True, help="Say what the source leaves open, on stderr.")
def from_django(folder: Path, output: Path | None, verbose: bool) -> None:
    """Read a Django backend's source into OpenAPI 3.1; nothing of it is run."""
    from fixer.contract.django import contract_of, read_backend

    backend = read_backend(folder)
    _write(contract_of(backend), output)
    for entry in backend.unresolved if verbose else ():
        click.echo(f"left open: {entry}", err=True)
    if backend.unresolved and not verbose:
        click.echo(f"{len(backend.unresolved)} place(s) left open; -v lists them", err=True)


@contract.command()
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option("--write", is_flag=True, help="Write the accepted renames into NEW.")
def diff(old: Path, new: Path, write: bool) -> int:
    """List what changed from OLD to NEW, with what was probably renamed.

    --write puts the old names beside the new ones in NEW and in files that it refers to, as
    x-renamed-from; nothing else of them changes.
    """
    from fixer.contract.changes import diff as compared
    from fixer.contract.changes.report import lines

    changes = compared(load(old), load(new))
    for line in lines(changes):
        click.echo(line)
    return _write_renames(changes, new) if write else 0


def _write_renames(changes: Sequence[Change], new: Path) -> int:
    """Writes the accepted renames into `new` and the files that it refers to.

    2 where one of them finds no place.
    """
    from fixer.contract.changes import renames
    from fixer.contract.changes.writing import Entry, entries, write

    by_file: dict[Path, list[Entry]] = {new: []}
    for entry in entries(rename for rename in renames(changes) if not rename.stated):
        source = Path(entry.location.source) if entry.location else new
        by_file.setdefault(source if source.is_file() else new, []).append(entry)
    unplaced = False
    for path, wanted in by_file.items():
        with path.open(encoding="utf-8", newline="") as file:
            before = file.read()
        written = write(before, wanted)
        if written.text != before:
            with path.open("w", encoding="utf-8", newline="") as file:
                file.write(written.text)
        for entry in written.unplaced:
            names = ", ".join(entry.legacy)
            click.echo(f"{entry.location}: '{entry.name}' was {names}: write it there yourself")
        click.echo(f"{path}: {len(wanted) - len(written.unplaced)} x-renamed-from written")
        unplaced = unplaced or bool(written.unplaced)
    return 2 if unplaced else 0


def _write(read: Contract, output: Path | None) -> None:
    from fixer.contract.openapi.writer import export as exported

    text = exported(read, as_json=output is not None and output.suffix == ".json")
    if output is None:
        click.echo(text, nl=False)
        return
    output.write_text(text, encoding="utf-8")
    click.echo(f"{output}: {len(read.operations)} operations written")
