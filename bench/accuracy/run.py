"""Renames API properties with fixer and with the compiler, and prints how far they agree.

    python -m bench.accuracy.run FRONTEND… --sources DIR [--pairs 40] [--seed 1]

Exit 0 when every frontend was measured, 1 when one could not be, 2 for wrong use.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bench import corpus
from bench.accuracy import compare, contract, report, syntax
from bench.accuracy.truth import Json, Place, Property, Renames, Truth, truth_of
from bench.accuracy.workspace import Workspace, prepare
from bench.corpus import BenchError, Frontend


@dataclass(frozen=True, slots=True)
class Options:
    sources: Path
    work: Path
    pairs: int
    seed: int
    install: bool
    unsafe: bool
    prepare_only: bool
    fixer: Path
    only: str | None


def main(arguments: list[str] | None = None) -> int:
    given, options = parsed(__doc__, arguments)
    results, failed = [], False
    for name in given.frontends or [it.name for it in corpus.load() if it.accuracy]:
        try:
            result = measure(corpus.named(name, corpus.load()), options)
        except BenchError as error:
            print(f"{name}: {error}", file=sys.stderr)
            failed = True
            continue
        if result:
            results.append(result)
            print(report.table(result), flush=True)
    if given.json:
        given.json.write_text(report.as_json(results), "utf-8")
    if len(results) > 1:
        print(report.summary(results))
    return 1 if failed else 0


def parsed(
    description: str | None, arguments: list[str] | None
) -> tuple[argparse.Namespace, Options]:
    """What was asked for, and how it is to be measured."""
    given = _parser(description).parse_args(arguments)
    return given, Options(
        sources=given.sources.resolve(),
        work=given.work.resolve(),
        pairs=given.pairs,
        seed=given.seed,
        install=not given.no_install,
        unsafe=given.unsafe_fixes,
        prepare_only=given.prepare_only,
        fixer=given.fixer or contract.fixer_command(),
        only=given.only,
    )


def measure(frontend: Frontend, options: Options) -> report.Result | None:
    """All pairs of one frontend; None when only the compiler's part was asked for."""
    source = corpus.checkout(frontend, options.sources)
    workspace = prepare(frontend, source, options.work, install=options.install)
    truth = truth_of(frontend, workspace, seed=options.seed, limit=options.pairs * 3)
    if options.prepare_only:
        print(f"{frontend.name}: {len(truth.roots)} roots, {len(truth.renames)} properties")
        return None
    binding = bound(frontend, workspace, truth, options)
    started = time.monotonic()
    pairs = tuple(_pairs(frontend, workspace, truth, binding, options))
    return report.Result(
        frontend=frontend,
        typescript=truth.typescript,
        roots=len(truth.roots),
        bound=binding.bound,
        unbound=binding.unbound,
        pairs=pairs,
        seconds=time.monotonic() - started,
    )


def bound(
    frontend: Frontend, workspace: Workspace, truth: Truth, options: Options
) -> contract.Binding:
    """The contract of the frontend before anything is renamed."""
    if frontend.openapi:
        return contract.bind_openapi(truth, workspace.tree / frontend.openapi)
    workspace.reset()
    calls = contract.listed_calls(options.fixer, workspace.scratch, frontend.folders)
    further = partial(contract.outermost_calls, workspace.scratch)
    binding = contract.bind(truth, calls, frontend, further)
    if not binding.bound:
        raise BenchError(f"none of {len(truth.roots)} typed calls was among fixer's {len(calls)}")
    (workspace.home / "contract.json").write_text(json.dumps(binding.document, indent=1), "utf-8")
    return binding


def _pairs(
    frontend: Frontend,
    workspace: Workspace,
    truth: Truth,
    binding: contract.Binding,
    options: Options,
) -> Iterator[report.Pair]:
    judged = judged_files(frontend, workspace)
    count = 0
    for renames in truth.renames:
        named = f"{renames.property.owner}.{renames.property.name}"
        if options.only and options.only != named:
            continue
        if not binding.components.intersection(renames.property.components):
            continue
        if count >= options.pairs:
            return
        count += 1
        pair = _measure(renames, frontend, workspace, truth, binding, judged, options)
        print(report.line(pair), file=sys.stderr, flush=True)
        yield pair


def _measure(
    renames: Renames,
    frontend: Frontend,
    workspace: Workspace,
    truth: Truth,
    binding: contract.Binding,
    judged: frozenset[str],
    options: Options,
) -> report.Pair:
    name = renames.property.name
    new = contract.new_name(name)
    document = contract.renamed(binding, group_of(renames, truth), new, frontend)
    # A name of one word is spelled alike on the wire, its new one isn't.
    names = {contract.wire_name(name, frontend): contract.wire_name(new, frontend), name: new}
    return compared(renames, names, document, frontend, workspace, judged, options)


def compared(
    renames: Renames,
    names: Mapping[str, str],
    document: Json,
    frontend: Frontend,
    workspace: Workspace,
    judged: frozenset[str],
    options: Options,
) -> report.Pair:
    """What fixer makes of the scratch under this contract, against the compiler's places."""
    started = time.monotonic()
    problem = _run_fixer(document, frontend, workspace, options)
    seconds = time.monotonic() - started
    found, broken, unread = [], [], {}
    for file in workspace.changed():
        before = (workspace.tree / file).read_text("utf-8-sig")
        after = (workspace.scratch / file).read_text("utf-8-sig")
        found.append(compare.changes(file, before, after, names))
        unread[file] = syntax.templates(file, before)
        if syntax.errors(file, after) > syntax.errors(file, before):
            broken.append(file)
    scored = compare.score(renames, found, judged, unread)
    lines = {place: _line(workspace.tree, place) for place in scored.misses | scored.wrong}
    return report.Pair(renames.property, scored, lines, seconds, problem, tuple(broken))


def group_of(renames: Renames, truth: Truth) -> list[Property]:
    """The declarations that the compiler renames together: the contract must rename them too."""
    keys = {f"{place.file}:{place.start}" for place in renames.places}
    keys.add(renames.property.key)
    return [declared for key, declared in truth.declared.items() if key in keys]


def _run_fixer(
    document: Json, frontend: Frontend, workspace: Workspace, options: Options
) -> str | None:
    """Edits the scratch; gives fixer's complaint when it neither fixed nor found anything."""
    workspace.reset()
    flags = ("--fix", "-q", *(("--unsafe-fixes",) if options.unsafe else ()))
    done = checked(document, frontend, workspace, options, *flags)
    if done.returncode in (0, 1) and "Traceback" not in done.stderr:
        return None
    return done.stderr.strip()[-400:] or f"exit {done.returncode}"


def checked(
    document: Json, frontend: Frontend, workspace: Workspace, options: Options, *flags: str
) -> subprocess.CompletedProcess[str]:
    """`fixer check` of the scratch as it stands, under this contract."""
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder) / "contract.json"
        written.write_text(json.dumps(document), "utf-8")
        settings = Path(folder) / "fixer.toml"
        settings.write_text('destructuring = "alias"\n', "utf-8")
        command = [str(options.fixer), "check", *frontend.folders, "--contract", str(written)]
        command += ["--config", str(settings), "--select", "legacy-field", *flags]
        return subprocess.run(
            command, cwd=workspace.scratch, capture_output=True, text=True, check=False
        )


def judged_files(frontend: Frontend, workspace: Workspace) -> frozenset[str]:
    """The files the compiler was given: see `compiler/project.mjs`."""
    return frozenset(_judged(frontend, workspace))


def _judged(frontend: Frontend, workspace: Workspace) -> Iterator[str]:
    for top in frontend.folders:
        for folder, below, names in os.walk(workspace.scratch / top):
            below[:] = [name for name in below if name not in ("node_modules", ".git")]
            for name in names:
                path = Path(folder, name)
                if path.suffix in syntax.SUFFIXES:
                    yield path.relative_to(workspace.scratch).as_posix()


def _line(tree: Path, place: Place) -> report.SourceLine:
    text = (tree / place.file).read_text("utf-8-sig")
    number = text.count("\n", 0, place.start) + 1
    return report.SourceLine(place.file, number, text.split("\n")[number - 1].strip())


def _parser(description: str | None) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("frontends", nargs="*", help="names of corpus.toml; all when none")
    parser.add_argument(
        "--sources", type=Path, required=True, help="folder of OWNER+NAME checkouts"
    )
    parser.add_argument("--work", type=Path, default=Path(tempfile.gettempdir()) / "bench")
    parser.add_argument("--pairs", type=int, default=40, help="properties a frontend")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", help="measure one pair, written Interface.property")
    parser.add_argument("--fixer", type=Path, help="the command; the one beside this Python")
    parser.add_argument("--unsafe-fixes", action="store_true")
    parser.add_argument("--no-install", action="store_true", help="leave node_modules as it is")
    parser.add_argument("--prepare-only", action="store_true", help="ask the compiler, stop there")
    parser.add_argument("--json", type=Path, help="write everything found here")
    return parser


if __name__ == "__main__":
    sys.exit(main())
