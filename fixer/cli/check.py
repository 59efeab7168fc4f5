"""`fixer check`: a frontend held against the contract, reported or repaired."""

from __future__ import annotations

from pathlib import Path

import click

from fixer.cli.options import names, project_options
from fixer.cli.session import contract_for, open_session, reading_of, rules_for, settings_for
from fixer.report import FORMATS


@click.command()
@project_options
@click.option(
    "--from",
    "older",
    metavar="OLD",
    type=click.Path(path_type=Path),
    help="The contract that the frontend was written for: what moved since is repaired.",
)
@click.option("--fix", is_flag=True, help="Repair what can be repaired safely.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: unsafe fixes too.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, write nothing.")
@click.option("--select", metavar="R", multiple=True, callback=names, help="Only these rules.")
@click.option("--ignore", metavar="R", multiple=True, callback=names, help="Not these rules.")
@click.option(
    "--output-format",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="How to report.",
)
@click.option("--exit-zero", is_flag=True, help="Exit 0 even if findings are left.")
@click.option("--statistics", is_flag=True, help="Only count the findings of each rule.")
@click.option("--include-tests", is_flag=True, help="Check test, story and mock files too.")
@click.option("--show-unverified", is_flag=True, help="List what can't be decided.")
@click.option("-v", "--verbose", is_flag=True, help="Say how much was read, on stderr.")
@click.option("-q", "--quiet", is_flag=True, help="Say only what was found.")
def check(
    paths: tuple[Path, ...],
    source: Path | None,
    config: Path | None,
    older: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    include_tests: bool,
    **wishes: bool | str,
) -> int:
    """Check the frontend in PATHS (default: here) against a contract."""
    settings = settings_for(
        paths,
        config,
        contract=source,
        select=select,
        ignore=ignore,
        include_tests=include_tests,
    )
    with reading_of(settings) as reading:
        # Here, as the files are read meanwhile.
        from fixer.cli.findings import Wishes, run

        rules = rules_for(settings)
        contract = contract_for(settings, older=older)
        session = open_session(paths, settings, contract, reading)
    # click gives each option the type that the field of its name has.
    return run(session, rules, Wishes(**wishes))  # type: ignore[arg-type]
