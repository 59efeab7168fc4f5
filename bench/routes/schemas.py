"""Compares the responses that fixer reads from a Django backend with drf-spectacular's document.

    python bench/routes/schemas.py SPEC DIR

SPEC is what `manage.py spectacular --file SPEC` wrote in the running backend. Every field of every
response, nested ones included, is compared by its kind and whether it may be null.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from fixer.contract import load
from fixer.contract.django import read
from fixer.contract.model import Contract, Kind, Operation, Property, Schema

DEEPEST = 5
Key = tuple[str, str]


def operations(contract: Contract) -> dict[Key, Operation]:
    """The operations by method and path, whatever the path's parameters are called."""
    prefix = contract.prefixes[0] if contract.prefixes else ""
    return {
        (op.method, re.sub(r"\{[^}]*\}", "{}", prefix + op.path)): op for op in contract.operations
    }


def fields(
    contract: Contract, schema: Schema, path: str = "", above: tuple[str, ...] = ()
) -> Iterator[tuple[str, Property, Schema]]:
    """Every field with its path and its resolved schema, as deep as DEEPEST."""
    if path.count(".") > DEEPEST or schema.name in above:
        return
    names = (*above, schema.name) if schema.kind is Kind.REF and schema.name else above
    shape = contract.resolve(schema)
    if shape.kind is Kind.ARRAY and shape.items is not None:
        yield from fields(contract, shape.items, f"{path}[]", names)
    for variant in shape.variants:
        yield from fields(contract, variant, path, names)
    for prop in shape.properties:
        inner = contract.resolve(prop.schema)
        yield f"{path}.{prop.name}", prop, inner
        yield from fields(contract, prop.schema, f"{path}.{prop.name}", names)


def verdict(theirs: Schema, ours: Schema) -> str:
    """How one field compares."""
    if ours.kind is Kind.ANY:
        return "equal" if theirs.kind is Kind.ANY else "left open by fixer"
    if theirs.kind is Kind.ANY:
        return "left open by drf-spectacular"
    if theirs.kind is Kind.UNION and ours.kind is not Kind.UNION:
        inside = any(variant.kind is ours.kind for variant in theirs.variants)
        return "equal" if inside else "kind differs"
    if theirs.kind is not ours.kind:
        return "kind differs"
    return "equal" if theirs.nullable == ours.nullable else "null differs"


@click.command()
@click.argument("spec", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("directory", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--show", default=20, help="How many differences to list.")
def main(spec: Path, directory: Path, show: int) -> None:
    """Prints how many fields are alike, and the rest."""
    theirs, ours = load(spec), read(directory)
    named, found = operations(theirs), operations(ours)
    counts: Counter[str] = Counter()
    listed: dict[tuple[str, str], str] = {}
    for key in named.keys() & found.keys():
        one, other = named[key].response, found[key].response
        if one is None or other is None:
            counts[f"response left open by {'drf-spectacular' if one is None else 'fixer'}"] += 1
            continue
        left = {path: (prop, shape) for path, prop, shape in fields(theirs, one)}
        right = {path: (prop, shape) for path, prop, shape in fields(ours, other)}
        for path in left.keys() | right.keys():
            if path not in right:
                said = "write-only" if left[path][0].write_only else "only in drf-spectacular"
            elif path not in left:
                said = "only in fixer"
            else:
                said = verdict(left[path][1], right[path][1])
            counts[said] += 1
            if said != "equal" and not said.startswith("left open"):
                listed.setdefault((path.rpartition(".")[2], said), f"{' '.join(key)} {path}")
    click.echo(f"operations: {len(named.keys() & found.keys())} of {len(named)}")
    for said, count in counts.most_common():
        click.echo(f"{said}: {count}")
    for (_, said), where in sorted(listed.items())[:show]:
        click.echo(f"{said}: {where}")


if __name__ == "__main__":
    main()
