"""`fixer backend`: the routes of a Django backend held against the contract."""

from __future__ import annotations

from pathlib import Path

import click

from fixer.backend import compare, diagnose
from fixer.cli.output import colour, reader
from fixer.cli.session import contract_for, settings_for
from fixer.contract.django import read_backend
from fixer.diagnostics import Severity
from fixer.report import FORMATS, Report


@click.command()
@click.argument("directory", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--contract",
    "source",
    metavar="SRC",
    type=click.Path(path_type=Path),
    help="What the backend should offer: a reference document or an OpenAPI file.",
)
@click.option("--config", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--mount", default="", help="Where the contract's paths begin: /api.")
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
    mount: str,
    output_format: str,
    exit_zero: bool,
    verbose: bool,
) -> int:
    """Check which endpoints of the contract the Django project in DIRECTORY serves."""
    contract = contract_for(settings_for((), config, contract=source))
    read = read_backend(directory)
    comparison = compare(read, contract, mount)
    findings = sorted(
        diagnose(read, contract, comparison), key=lambda f: (f.path, f.span, f.message)
    )
    report = Report(
        diagnostics=tuple(findings), folder=Path.cwd(), read=reader({}), colour=colour()
    )
    click.echo(FORMATS[output_format](report), nl=False, color=report.colour)
    if output_format == "text":
        served = len(contract.operations) - len(comparison.missing)
        click.echo(
            f"{served} of {len(contract.operations)} endpoint(s) of {contract.source} are served; "
            f"{len(read.endpoints)} routes read, {len(comparison.extra)} not in the contract."
        )
    if verbose:
        for entry in read.unresolved:
            click.echo(f"left open: {entry}", err=True)
    is_clean = all(finding.severity is Severity.NOTE for finding in findings)
    return int(not is_clean and not exit_zero)
