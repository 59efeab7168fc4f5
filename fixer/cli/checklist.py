"""`fixer checklist`: the reference's own checklist, each item done, open or for a person."""

from __future__ import annotations

from pathlib import Path

import click

from fixer.checklist import Progress, State, progress
from fixer.cli.options import project_options
from fixer.cli.output import colour, complain, reader
from fixer.cli.session import (
    InputError,
    Session,
    contract_for,
    open_session,
    reading_of,
    rules_for,
    settings_for,
)
from fixer.report import Report
from fixer.run.check import check

BOXES = {State.DONE: "[x]", State.OPEN: "[ ]", State.BY_HAND: "[?]"}
COLOURS = {State.DONE: "green", State.OPEN: "red", State.BY_HAND: "yellow"}


@click.command()
@project_options
@click.option("--exit-zero", is_flag=True, help="Exit 0 even if items are open.")
def checklist(
    paths: tuple[Path, ...], source: Path | None, config: Path | None, exit_zero: bool
) -> int:
    """Show the contract's checklist: done, or what holds each item open in PATHS."""
    settings = settings_for(paths, config, contract=source)
    with reading_of(settings) as reading:
        rules = rules_for(settings)
        contract = contract_for(settings)
        if not contract.checklist:
            raise InputError(f"{contract.source} has no checklist")
        session = open_session(paths, settings, contract, reading)
    result = check(
        session.opening,
        rules,
        settings,
        paths=session.paths,
        project=session.project,
        jobs=session.jobs,
    )
    session.require_calls(result.counts.calls)
    serves = {rule.rule.id: rule.rule.serves for rule in rules}
    items = tuple(progress(contract, result.diagnostics, serves, session.project.files))
    _show(items, len(result.unverified), session)
    complain(result.failures, session)
    if result.failures:
        return 2
    return int(not exit_zero and any(item.state is State.OPEN for item in items))


def _show(items: tuple[Progress, ...], unverified: int, session: Session) -> None:
    report = Report(diagnostics=(), folder=session.folder, read=reader({}))
    painted = colour()
    for item in items:
        box = (
            click.style(BOXES[item.state], fg=COLOURS[item.state]) if painted else BOXES[item.state]
        )
        note = f" ({item.note})" if item.note else ""
        click.echo(f"{box} {item.item.text}{note}", color=painted)
        for finding in item.findings:
            start, _ = report.range(finding.path, finding.span)
            where = f"{report.name(finding.path)}:{start.row}:{start.column}"
            click.echo(f"      {where} {finding.rule}: {finding.message}")
    counts = {state: sum(item.state is state for item in items) for state in State}
    click.echo(
        f"\n{counts[State.DONE]} of {len(items)} done, {counts[State.OPEN]} open, "
        f"{counts[State.BY_HAND]} by hand; {unverified} places unverified."
    )
