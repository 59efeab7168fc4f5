"""A frontend in a folder beside a contract of a few operations."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from fixer.config import Settings
from fixer.contract.model import Contract, In, Operation, Parameter, Schema
from fixer.contract.model import Kind as SchemaKind
from fixer.facts.frontend import Frontend
from fixer.program.program import Program

TEXT = Schema(SchemaKind.STRING)


def operation(stated: str, *, closed: bool = False) -> Operation:
    """`GET /users/{id}/?page&size` as an operation; path parameters are strings."""
    method, _, rest = stated.partition(" ")
    path, _, query = rest.partition("?")
    names = [part[1:-1] for part in path.split("/") if part.startswith("{")]
    parameters = [Parameter(n, In.PATH, TEXT, required=True) for n in names]
    parameters += [Parameter(n, In.QUERY, TEXT) for n in query.split("&") if n]
    return Operation(method, path, parameters=tuple(parameters), query_closed=closed)


def frontend(
    folder: Path, files: Mapping[str, str], *operations: Operation, tests: tuple[str, ...] = ()
) -> Frontend:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    contract = Contract("contract.md", operations)
    return Frontend(Settings(folder, tests=tests), contract, Program(folder))
