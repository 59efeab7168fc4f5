"""`fixer probe`: a running backend asked for what the contract promises."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path

import click

from fixer.cli.session import InputError, contract_for, settings_for
from fixer.probe import Level, Transport, Verdict
from fixer.probe import probe as run_probe


@click.command()
@click.option("--base-url", required=True, metavar="URL", help="Where the backend listens.")
@click.option(
    "--contract",
    "source",
    metavar="SRC",
    type=click.Path(path_type=Path),
    help="What the backend should offer: a reference document, an OpenAPI or Swagger file.",
)
@click.option("--config", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--token-env", metavar="NAME", help="The environment variable that has the token.")
@click.option(
    "--token-scheme", default="Bearer", show_default=True, help="What stands before the token."
)
@click.option("--allow-writes", is_flag=True, help="Also create, change and delete.")
@click.option(
    "--timeout", default=10.0, show_default=True, type=click.FloatRange(min=0.05), help="Seconds."
)
@click.option("--max-bytes", default=10_000_000, show_default=True, type=click.IntRange(min=1))
@click.option(
    "--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@click.option("-q", "--quiet", is_flag=True, help="Say only what is wrong.")
def probe(
    base_url: str,
    source: Path | None,
    config: Path | None,
    token_env: str | None,
    token_scheme: str,
    allow_writes: bool,
    timeout: float,
    max_bytes: int,
    output_format: str,
    quiet: bool,
) -> int:
    """Ask the backend at URL for every GET endpoint of the contract, and validate the answers."""
    contract = contract_for(settings_for((), config, contract=source))
    token = _token(token_env)
    try:
        transport = Transport(
            base_url, token=token, scheme=token_scheme, timeout=timeout, limit=max_bytes
        )
    except ValueError as error:
        raise InputError(str(error)) from error
    shown: list[Verdict] = []
    with transport:
        for verdict in run_probe(contract, transport, allow_writes=allow_writes):
            shown.append(verdict)
            if output_format == "text" and not (quiet and verdict.level is not Level.ERROR):
                click.echo(str(verdict))
    if output_format == "json":
        click.echo(_as_json(shown))
    elif not quiet:
        click.echo(_summary(shown))
    return int(any(verdict.level is Level.ERROR for verdict in shown))


def _token(name: str | None) -> str | None:
    if name is None:
        return None
    token = os.environ.get(name)
    if not token:
        raise InputError(f"--token-env: the environment variable {name} is not set")
    return token


def _summary(verdicts: Iterable[Verdict]) -> str:
    counts = dict.fromkeys(Level, 0)
    for verdict in verdicts:
        counts[verdict.level] += 1
    return ", ".join(
        f"{counts[level]} {word}"
        for level, word in (
            (Level.OK, "as promised"),
            (Level.ERROR, "error(s)"),
            (Level.NOTE, "note(s)"),
            (Level.SKIPPED, "not asked"),
        )
    )


def _as_json(verdicts: Iterable[Verdict]) -> str:
    rows = [
        {
            "method": verdict.operation.method,
            "path": verdict.operation.path,
            "level": verdict.level.value,
            "message": verdict.message,
            "contract": str(verdict.operation.location or ""),
        }
        for verdict in verdicts
    ]
    return json.dumps(rows, indent=2)
