"""From a session to its findings: shown, repaired in the files, or as a diff."""

from __future__ import annotations

from dataclasses import dataclass

import click

from fixer.cli.output import complain, explain, report_of, show_diff, status
from fixer.cli.session import Session
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


def run(session: Session, rules: tuple[LoadedRule, ...], wishes: Wishes) -> int:
    """What the person wishes, done; the exit status. Raises InputError where no call is."""
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
