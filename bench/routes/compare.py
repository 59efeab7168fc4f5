"""Compares the routes that fixer reads from a Django backend with those of Django's resolver.

    python bench/routes/compare.py DIR --settings MODULE --python BACKEND_PYTHON [--env NAME=VALUE]

BACKEND_PYTHON has the backend's requirements installed and runs `resolver.py`; fixer reads the
source alone. A route is equal when both have the same pattern with the same methods. A plain
function answers any method as far as Django's resolver knows, so there only the pattern counts.
"""

from __future__ import annotations

import json
import os
import subprocess
import time
from collections import Counter
from pathlib import Path

import click

from fixer.contract.django import read_backend

Key = tuple[str, tuple[str, ...] | None]
RESOLVER = Path(__file__).with_name("resolver.py")


def resolved(
    directory: Path, settings: str, python: str, env: tuple[str, ...]
) -> tuple[Counter[Key], Counter[Key]]:
    """Django's routes: those of the project's own URLconfs, and those of installed packages."""
    variables = dict(entry.split("=", 1) for entry in env)
    output = subprocess.run(
        [python, str(RESOLVER), str(directory)],
        env={**os.environ, **variables, "DJANGO_SETTINGS_MODULE": settings},
        cwd=directory,
        stdout=subprocess.PIPE,
        check=True,
    ).stdout
    own: Counter[Key] = Counter()
    installed: Counter[Key] = Counter()
    for row in json.loads(output[output.index(b"[{") :]):
        methods = row["methods"]
        key = (row["pattern"], None if methods is None else tuple(methods))
        (own if row["own"] else installed)[key] += 1
    return own, installed


def read(directory: Path, packages: tuple[Path, ...]) -> tuple[Counter[Key], float, list[str]]:
    """fixer's routes, the seconds it took, and what it left open."""
    start = time.perf_counter()
    backend = read_backend(directory, packages)
    took = time.perf_counter() - start
    found: Counter[Key] = Counter()
    for endpoint in backend.endpoints:
        if endpoint.route.is_optional:
            continue
        methods = endpoint.route.methods
        key = (endpoint.route.pattern, None if methods is None else tuple(sorted(methods)))
        found[key] += 1
    return found, took, [str(entry) for entry in backend.unresolved]


def matched(theirs: Counter[Key], ours: Counter[Key]) -> tuple[int, Counter[Key]]:
    """How many of `theirs` are in `ours`, and which are not; takes what it matches from `ours`."""
    missing: Counter[Key] = Counter()
    equal = 0
    for key in theirs.elements():
        candidates = [key] if key[1] is not None else [k for k in ours if k[0] == key[0]]
        for candidate in candidates:
            if ours[candidate] > 0:
                ours[candidate] -= 1
                equal += 1
                break
        else:
            missing[key] += 1
    return equal, missing


@click.command()
@click.argument("directory", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--settings", required=True, help="The backend's settings module.")
@click.option("--python", required=True, help="A Python that has the backend's requirements.")
@click.option("--env", multiple=True, help="NAME=VALUE that the backend needs to start.")
@click.option("--packages", multiple=True, type=click.Path(path_type=Path))
@click.option("--show", default=40, help="How many differences to list.")
def main(
    directory: Path,
    settings: str,
    python: str,
    env: tuple[str, ...],
    packages: tuple[Path, ...],
    show: int,
) -> None:
    """Prints how many of Django's routes fixer reads alike, and the rest."""
    own, installed = resolved(directory.resolve(), settings, python, env)
    ours, took, unresolved = read(directory, packages)
    total = ours.total()
    own_equal, own_missing = matched(own, ours)
    installed_equal, _ = matched(installed, ours)
    extra = +ours
    click.echo(f"fixer read {total} routes in {took:.1f} s")
    click.echo(f"own routes: {own_equal} of {own.total()} equal")
    click.echo(f"routes of installed packages: {installed_equal} of {installed.total()} equal")
    click.echo(f"only in fixer: {extra.total()}")
    union = own.total() + extra.total()
    if union:
        click.echo(f"equal of own and extra: {own_equal / union:.2%}")
    for title, rest in (("missing", own_missing), ("extra", extra)):
        for pattern, methods in list(rest.elements())[:show]:
            click.echo(f"{title}: {pattern} {'any' if methods is None else ' '.join(methods)}")
    for entry in unresolved:
        click.echo(f"left open: {entry}")


if __name__ == "__main__":
    main()
