"""`fixer calls`: the contract map, or the endpoints that nothing calls."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fixer.cli.options import project_options
from fixer.cli.output import reader
from fixer.cli.session import Session, contract_for, open_session, reading_of, settings_for
from fixer.contract.model import Operation
from fixer.report import Report
from fixer.report.calls import CallRow, as_json, as_text

if TYPE_CHECKING:
    from fixer.facts.judged import JudgedCall
    from fixer.program.call import Call


@click.command()
@project_options
@click.option(
    "--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@click.option("--include-tests", is_flag=True, help="Calls of test, story and mock files too.")
@click.option("--unused", is_flag=True, help="Instead, the endpoints that nothing calls.")
def calls(
    paths: tuple[Path, ...],
    source: Path | None,
    config: Path | None,
    output_format: str,
    include_tests: bool,
    unused: bool,
) -> int:
    """Show every HTTP call of the frontend in PATHS, and the endpoint that it reaches."""
    settings = settings_for(paths, config, contract=source, include_tests=include_tests)
    with reading_of(settings) as reading:
        session = open_session(paths, settings, contract_for(settings), reading)
    frontend = session.project.frontend
    judged = frontend.calls
    session.require_calls(len(judged))
    if unused:
        click.echo(_unused(session.contract.operations, judged, output_format), nl=False)
        return 0
    rows = [_row(one, frontend.is_used) for one in judged if one.call.module.path in session.paths]
    rows.sort(key=lambda row: (row.path, row.start))
    click.echo(_shown(rows, session, output_format), nl=False)
    return 0


def _shown(rows: list[CallRow], session: Session, output_format: str) -> str:
    report = Report(diagnostics=(), folder=session.folder, read=reader({}))
    return as_json(rows, report) if output_format == "json" else as_text(rows, report)


def _row(judged: JudgedCall, is_used: Callable[[Call], bool]) -> CallRow:
    call = judged.call
    return CallRow(
        path=call.module.path,
        start=call.node.start_byte,
        method=judged.method or "",
        template=judged.url.template if judged.url else None,
        status=judged.status.value,
        endpoint=str(judged.operation) if judged.operation else None,
        reason=judged.reason or None,
        function=call.function,
        reachable=is_used(call),
        kind=call.kind.value,
    )


def _unused(
    operations: Iterable[Operation], judged: Iterable[JudgedCall], output_format: str
) -> str:
    called = {str(one.operation) for one in judged if one.operation}
    missed = [operation for operation in operations if str(operation) not in called]
    if output_format == "json":
        return json.dumps([_endpoint(operation) for operation in missed], indent=2) + "\n"
    return "".join(f"{o.location}: {o}\n" if o.location else f"{o}\n" for o in missed)


def _endpoint(operation: Operation) -> dict[str, str | None]:
    return {
        "method": operation.method,
        "path": operation.path,
        "function": operation.function,
        "location": str(operation.location) if operation.location else None,
    }
