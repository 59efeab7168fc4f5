"""The command line: arguments in, text and an exit status out, never a traceback."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn

import click

from fixer.cli.lazy import Command, LazyGroup

COMMANDS = {
    "check": Command("fixer.cli.check", "Check a frontend, and fix it."),
    "checklist": Command("fixer.cli.checklist", "The contract's own checklist, done or not."),
    "calls": Command("fixer.cli.calls", "Every HTTP call of a frontend, and what it reaches."),
    "rule": Command("fixer.cli.rule", "The rules, or the page of one."),
    "contract": Command("fixer.cli.contract", "Read, compare and write contracts."),
    "backend": Command("fixer.cli.backend", "Check a Django backend against the contract."),
    "probe": Command("fixer.cli.probe", "Ask a running backend for what the contract promises."),
}
EXTRAS = {"httpx": "probe", "jsonschema": "probe", "rapidfuzz": "diff"}


@click.group(
    cls=LazyGroup,
    commands_by_name=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="fixer", prog_name="fixer")
def cli() -> None:
    """Keeps a TypeScript frontend true to the API that really exists.

    Exit status: 0 clean, 1 findings left, 2 wrong use or bad input.
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns its exit status: 0 clean, 1 findings, 2 wrong use or input."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError):
            # A test's or a tool's stream may not have it.
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        status = cli.main(arguments, prog_name="fixer", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return 2
    except (click.Abort, KeyboardInterrupt):
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except Exception as error:  # a person is told in one line, whatever it was
        click.echo(f"fixer: {_one_line(error)}", err=True)
        return 2
    return status if isinstance(status, int) else 0


def run() -> NoReturn:
    """The program: `main`, and the end of the process.

    Nothing is freed one by one, as the interpreter would: that takes longer than many a check.
    Nor are cycles looked for: next to none are left behind before the end.
    """
    gc.disable()
    _open_what_is_closed()
    status = main()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            # Whoever read it may be gone.
            stream.flush()
    os._exit(status)


def _open_what_is_closed() -> None:
    """Of `fixer check >&-`: nobody reads it, and no file of ours may take its number."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            mode = "r" if name == "stdin" else "w"
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode))


def _one_line(error: Exception) -> str:
    """What a person can act on: our own errors as they are, others as what they are."""
    if isinstance(error, ModuleNotFoundError) and (
        extra := EXTRAS.get((error.name or "").split(".")[0])
    ):
        return f"this needs the extra '{extra}': pip install 'fixer[{extra}]'"
    words = " ".join(str(error).split())
    if type(error).__module__.split(".")[0] == "fixer":
        return words
    if isinstance(error, OSError) and error.filename and error.strerror:
        return f"{error.filename}: {error.strerror}"
    return f"internal error, please report it: {_place(error)}{type(error).__name__}: {words}"


def _place(error: Exception) -> str:
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}: " if trace else ""
