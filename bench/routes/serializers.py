"""Compares the serializers that fixer reads with Django REST framework's own instances of them.

    python bench/routes/serializers.py DIR --settings MODULE --python BACKEND_PYTHON [--env …]

BACKEND_PYTHON has the backend's requirements installed and runs `instances.py`; fixer reads the
source alone. Compared are the names, kinds and null of what each sends, and the names of what it
takes and which of them are required.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from fixer.contract.django import read_backend
from fixer.contract.django.operations import Operations
from fixer.contract.django.use import Use
from fixer.contract.django.values import ClassObject, Foreign
from fixer.contract.model import Kind, Schema

INSTANCES = Path(__file__).with_name("instances.py")


@dataclass(frozen=True, slots=True)
class Described:
    """A field as REST framework has it."""

    cls: str
    kind: str | None
    null: bool
    read_only: bool
    write_only: bool
    required: bool


def instances(
    directory: Path, settings: str, python: str, env: tuple[str, ...]
) -> dict[str, dict[str, Described]]:
    """The fields of every serializer that REST framework could instantiate."""
    variables = dict(entry.split("=", 1) for entry in env)
    output = subprocess.run(
        [python, str(INSTANCES), str(directory)],
        env={**os.environ, **variables, "DJANGO_SETTINGS_MODULE": settings},
        cwd=directory,
        stdout=subprocess.PIPE,
        check=True,
    ).stdout
    read = json.loads(output[output.index(b'{"') :])
    return {
        cls: {name: Described(f.pop("class"), **f) for name, f in fields.items()}
        for cls, fields in read.items()
    }


def verdicts(
    theirs: dict[str, Described], schema: Schema, use: Use
) -> Iterator[tuple[str, str, str]]:
    """(name, what is said, details) of each field."""
    hides = "write_only" if use is Use.RESPONSE else "read_only"
    named = {name: field for name, field in theirs.items() if not getattr(field, hides)}
    if schema.kind is not Kind.OBJECT:
        yield from ((name, "left open", "") for name in named)
        return
    ours = {prop.name: prop for prop in schema.properties}
    for name in named.keys() | ours.keys():
        if name not in ours:
            said = "left open" if schema.loose else f"only in REST framework ({use.name.lower()})"
            yield name, said, named[name].cls
        elif name not in named:
            yield name, f"only in fixer ({use.name.lower()})", ours[name].schema.kind.value
        elif use is Use.RESPONSE:
            yield (
                name,
                _kinds(named[name], ours[name].schema),
                _shown(named[name], ours[name].schema),
            )
        else:
            alike = named[name].required == ours[name].required
            said = "equal" if alike else "required differs"
            yield name, said, f"required: {named[name].required}"


def _kinds(theirs: Described, ours: Schema) -> str:
    if ours.kind is Kind.ANY:
        return "equal" if theirs.kind is None else "left open"
    found = "object" if ours.kind is Kind.REF else ours.kind.value
    if theirs.kind is not None and theirs.kind != found:
        return "kind differs"
    takes_input = not theirs.read_only
    return "null differs" if takes_input and theirs.null != ours.nullable else "equal"


def _shown(theirs: Described, ours: Schema) -> str:
    return f"{theirs.cls} {theirs.kind} null={theirs.null}, {ours.kind.value} null={ours.nullable}"


@click.command()
@click.argument("directory", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--settings", required=True, help="The backend's settings module.")
@click.option("--python", required=True, help="A Python that has the backend's requirements.")
@click.option("--env", multiple=True, help="NAME=VALUE that the backend needs to start.")
@click.option("--show", default=40, help="How many differences to list.")
def main(directory: Path, settings: str, python: str, env: tuple[str, ...], show: int) -> None:
    """Prints how many fields are alike, and the rest."""
    theirs = instances(directory.resolve(), settings, python, env)
    backend = read_backend(directory)
    serializers = Operations(backend).serializers
    counts: Counter[str] = Counter()
    listed: list[str] = []
    for cls, fields in theirs.items():
        found = backend.evaluator.resolved(Foreign(cls))
        if not isinstance(found, ClassObject):
            counts["fields of classes that fixer doesn't find"] += len(fields)
            continue
        for use in (Use.RESPONSE, Use.REQUEST):
            reference = serializers.reference(found, use)
            schema = serializers.components[reference.name or ""]
            for name, said, details in verdicts(fields, schema, use):
                counts[f"{use.name.lower()}: {said}"] += 1
                if said not in ("equal", "left open"):
                    listed.append(f"{said}: {cls}.{name} {details}")
    click.echo(f"serializers: {len(theirs)}")
    for said, count in counts.most_common():
        click.echo(f"{said}: {count}")
    for line in sorted(listed)[:show]:
        click.echo(line)


if __name__ == "__main__":
    main()
