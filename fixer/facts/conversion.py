"""The contract as code sees it behind a layer that converts the keys of requests and responses."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from fixer.contract.model import Contract, Operation, Property, Schema
from fixer.facts.spelling import Spelling, camel, snake
from fixer.program.program import Program


@dataclass(frozen=True, slots=True)
class Conversion:
    """Packages that convert keys, by the functions `names` if not all do, and to what spelling."""

    packages: frozenset[str]
    spelling: Spelling
    names: frozenset[str] = frozenset()


_SPELLINGS: dict[str, Spelling] = {"camel": camel, "snake": snake}


def load_conversions(path: Path) -> tuple[Conversion, ...]:
    """The conversions that a `conversions.toml` lists."""
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(
        Conversion(frozenset(c["packages"]), _SPELLINGS[c["to"]], frozenset(c.get("names", ())))
        for c in content["conversion"]
    )


def used(program: Program, conversions: tuple[Conversion, ...]) -> Conversion | None:
    """The conversion that a file of the program imports, if there is one."""
    for conversion in conversions:
        for path in program.holding(*sorted(conversion.names or conversion.packages)):
            if conversion.packages & {*program.module(path).specifiers}:
                return conversion
    return None


def converted(contract: Contract, spelling: Spelling) -> Contract:
    """The contract with every property under its converted name, the original one as right."""
    return replace(
        contract,
        schemas={name: _schema(s, spelling) for name, s in contract.schemas.items()},
        operations=tuple(_operation(o, spelling) for o in contract.operations),
    )


def _operation(operation: Operation, spelling: Spelling) -> Operation:
    return replace(
        operation,
        body=_schema(operation.body, spelling) if operation.body else None,
        response=_schema(operation.response, spelling) if operation.response else None,
    )


def _schema(schema: Schema, spelling: Spelling) -> Schema:
    return replace(
        schema,
        properties=tuple(_properties(schema, spelling)),
        items=_schema(schema.items, spelling) if schema.items else None,
        values=_schema(schema.values, spelling) if schema.values else None,
        variants=tuple(_schema(v, spelling) for v in schema.variants),
    )


def _properties(schema: Schema, spelling: Spelling) -> Iterator[Property]:
    for prop in schema.properties:
        name = spelling(prop.name)
        aliases = prop.aliases if name == prop.name else (*prop.aliases, prop.name)
        legacy = dict.fromkeys((*map(spelling, prop.legacy_names), *prop.legacy_names))
        yield replace(
            prop,
            name=name,
            aliases=aliases,
            legacy_names=tuple(legacy),
            schema=_schema(prop.schema, spelling),
        )
