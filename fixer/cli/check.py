"""`fixer check`: a frontend held against the contract, reported or repaired."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click

from fixer.cli.options import names, project_options
from fixer.cli.output import complain, explain, report_of, show_diff, status
from fixer.cli.session import (
    Session,
    contract_for,
    open_session,
    reading_of,
    rules_for,
    settings_for,
)
from fixer.diagnostics import Applicability
from fixer.edit import Repair, write
from fixer.report import FORMATS, count, statistics
from fixer.rule import LoadedRule
from fixer.run.check import Result
from fixer.run.check import check as run_check
from fixer.run.fix import fix as run_fix
from fixer.run.project import Counts


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the person wants done with the findings."""

    fix: bool
    unsafe_fixes: bool
    diff: bool
    output_format: str
    exit_zero: bool
    statistics: bool
    show_unverified: bool
    verbose: bool
    quiet: bool

    @property
    def level(self) -> Applicability:
        return Applicability.UNSAFE if self.unsafe_fixes else Applicability.SAFE


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
        rules = rules_for(settings)
        contract = contract_for(settings, older=older)
        session = open_session(paths, settings, contract, reading)
    # click gives each option the type that the field of its name has.
    return _run(session, rules, Wishes(**wishes))  # type: ignore[arg-type]


def _run(session: Session, rules: tuple[LoadedRule, ...], wishes: Wishes) -> int:
    if not (wishes.fix or wishes.diff):
        result = run_check(
            session.opening,
            rules,
            session.settings,
            paths=session.paths,
            project=session.project,
            jobs=session.jobs,
        )
        session.require_calls(result.counts.calls)
        _show(result, session, rules, wishes, repair=None)
        return status(result, exit_zero=wishes.exit_zero)
    done = run_fix(
        session.opening,
        rules,
        session.settings,
        wishes.level,
        paths=session.paths,
        project=session.project,
        jobs=session.jobs,
    )
    session.require_calls(done.found.counts.calls)
    if wishes.diff:
        show_diff(done.repair, session)
        explain(done.repair, session)
        complain(done.found.failures, session)
        return status(done.found, exit_zero=wishes.exit_zero)
    write(done.repair.fixed)
    _show(done.left, session, rules, wishes, repair=done.repair)
    return status(done.left, exit_zero=wishes.exit_zero)


def _show(
    result: Result,
    session: Session,
    rules: tuple[LoadedRule, ...],
    wishes: Wishes,
    *,
    repair: Repair | None,
) -> None:
    report = report_of(
        result,
        session,
        rules,
        texts=repair.texts if repair else {},
        show_unverified=wishes.show_unverified,
        fixed_files=len(repair.fixed) if repair else 0,
        closing=not wishes.quiet,
    )
    shown = (
        statistics(result.diagnostics)
        if wishes.statistics
        else FORMATS[wishes.output_format](report)
    )
    click.echo(shown, nl=False, color=report.colour)
    if repair:
        explain(repair, session)
    complain(result.failures, session)
    if wishes.verbose:
        click.echo(_work(result.counts, session), err=True)


def _work(counts: Counts, session: Session) -> str:
    found = len(session.project.files)
    # Forked processes may each parse a file that all of them need.
    parsed = min(counts.parsed, found)
    return (
        f"{count(found, 'file')} found, {found - parsed} prefiltered (nothing in their bytes "
        f"matters), {parsed} parsed, {counts.evaluated} evaluated, "
        f"{count(counts.calls, 'call')} read; {count(session.jobs, 'process', 'es')}"
    )
