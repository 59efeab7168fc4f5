"""`fixer backend`: the routes of a Django backend held against the contract."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from fixer.backend import Comparison, compare
from fixer.cli.output import colour, reader
from fixer.cli.session import contract_for, rules_for, settings_for
from fixer.config import Settings
from fixer.contract.django import read_backend
from fixer.diagnostics import Diagnostic, Severity
from fixer.report import FORMATS, Report


@click.command()
@click.argument("directory", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--contract",
    "source",
    metavar="SRC",
    type=click.Path(path_type=Path),
    help="What the backend should offer: a reference document, an OpenAPI or Swagger file.",
)
@click.option("--config", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--mount", metavar="PATH", help="Where the contract's paths begin: /api.")
@click.option(
    "--output-format",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="How to report.",
)
@click.option("--exit-zero", is_flag=True, help="Exit 0 even if findings are left.")
@click.option("-v", "--verbose", is_flag=True, help="Say what the source leaves open, on stderr.")
def backend(
    directory: Path,
    source: Path | None,
    config: Path | None,
    mount: str | None,
    output_format: str,
    exit_zero: bool,
    verbose: bool,
) -> int:
    """Check which endpoints of the contract the Django project in DIRECTORY serves."""
    settings = settings_for((directory,), config, contract=source)
    contract = contract_for(settings)
    read = read_backend(directory)
    comparison = compare(read, contract, mount)
    findings = sorted(_findings(comparison, settings), key=lambda f: (f.path, f.span, f.message))
    report = Report(
        diagnostics=tuple(findings), folder=Path.cwd(), read=reader({}), colour=colour()
    )
    click.echo(FORMATS[output_format](report), nl=False, color=report.colour)
    if output_format == "text":
        click.echo(_summary(comparison, len(read.endpoints)))
    if verbose:
        for entry in read.unresolved:
            click.echo(f"left open: {entry}", err=True)
    is_clean = all(finding.severity is Severity.NOTE for finding in findings)
    return int(not is_clean and not exit_zero)


def _findings(comparison: Comparison, settings: Settings) -> Iterator[Diagnostic]:
    """What the rules about backends find, by the person's settings."""
    for loaded in rules_for(settings):
        if loaded.survey is None or not settings.runs(loaded.rule.id):
            continue
        severity = settings.severity.get(loaded.rule.id)
        for finding in loaded.survey(comparison):
            if not settings.ignores(finding):
                yield finding if severity is None else finding.at(severity)


def _summary(comparison: Comparison, routes: int) -> str:
    contract = comparison.contract
    promised = len(contract.operations)
    served = promised - len(comparison.missing)
    below = f" below {comparison.mount}" if comparison.mount else ""
    return (
        f"{served} of {promised} endpoint(s) of {contract.source} are served{below}; "
        f"{routes} routes read, {len(comparison.extra)} not in the contract."
    )
