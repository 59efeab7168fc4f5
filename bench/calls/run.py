"""Prints what share of a frontend's HTTP calls fixer resolves, which it doesn't, and a sample.

    python -m bench.calls.run DIR [--contract C] [--sample 20] [--seed 1]

Without a contract one is made of the paths that fixer itself lists: enough to tell calls to
the frontend's own backend from calls to other hosts, not to judge them.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.accuracy.contract import fixer_command
from bench.calls.sightings import Sighting, sightings

SUFFIXES = frozenset({".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".vue", ".svelte"})
NOT_PRODUCT = re.compile(
    r"(?:\.(?:test|spec|stories|cy|mock|e2e)\.|(?:^|/)(?:__tests__|__mocks__|tests?|e2e|e2e-tests"
    r"|mocks?|cypress|fixtures|testing|node_modules|dist|build|scripts)/|\.min\.js$|\.d\.ts$)"
)


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of `fixer calls`; `line` is 1-based, `path` None when dynamic."""

    file: str
    line: int
    method: str | None
    path: str | None
    status: str
    reason: str | None
    function: str | None
    kind: str | None

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


def main() -> int:
    given = _parser().parse_args()
    root = given.dir.resolve()
    fixer = given.fixer or fixer_command()
    with tempfile.TemporaryDirectory() as folder:
        contract = given.contract or _own_contract(fixer, root, Path(folder))
        calls = [it for it in _calls(fixer, root, contract) if not NOT_PRODUCT.search(it.file)]
    _print_shares(calls)
    _print_dynamic(calls)
    _print_missed(root, calls)
    _print_sample(root, calls, random.Random(given.seed), given.sample)
    return 0


def _calls(fixer: Path, root: Path, contract: Path) -> list[Listed]:
    command = [str(fixer), "calls", ".", "--contract", str(contract), "--output-format", "json"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    if done.returncode > 1 or not done.stdout.strip():
        raise SystemExit(f"fixer calls failed in {root}: {done.stderr.strip()[-600:]}")
    return [
        Listed(
            file=Path(it["filename"]).as_posix().removeprefix(f"{root}/"),
            line=it["row"],
            method=it["method"],
            path=it["path"],
            status=it["status"],
            reason=it["reason"],
            function=it["function"],
            kind=it["kind"],
        )
        for it in json.loads(done.stdout)
    ]


def _own_contract(fixer: Path, root: Path, folder: Path) -> Path:
    contract = folder / "contract.json"
    contract.write_text(_openapi({"/": {"get"}}), "utf-8")
    paths: dict[str, set[str]] = {}
    for call in _calls(fixer, root, contract):
        if call.path and not re.match(r"\w+://", call.path):
            path = "/" + _named_holes(call.path.split("?")[0]).lstrip("/")
            paths.setdefault(path, set()).add((call.method or "get").lower())
    known = {path: methods for path, methods in paths.items() if not _is_variant(path, paths)}
    contract.write_text(_openapi(known), "utf-8")
    return contract


def _is_variant(path: str, paths: dict[str, set[str]]) -> bool:
    """Whether it is another path behind a first segment that isn't known: a base, most likely."""
    behind = re.sub(r"^/\{[^}]*\}(?=/)", "", path)
    parts = re.split(r"\{[^}]*\}", behind)
    renamed = parts[0] + "".join(f"{{p{index}}}{part}" for index, part in enumerate(parts[1:]))
    return behind != path and renamed in paths


def _named_holes(path: str) -> str:
    parts = re.split(r"\{[^}]*\}", re.sub(r"^\{[^}]*\}(?=/)", "", path))
    return parts[0] + "".join(f"{{p{index}}}{part}" for index, part in enumerate(parts[1:]))


def _openapi(paths: dict[str, set[str]]) -> str:
    success = {"responses": {"200": {"description": "OK"}}}
    listed = {path: dict.fromkeys(sorted(methods), success) for path, methods in paths.items()}
    info = {"title": "own calls", "version": "1"}
    return json.dumps({"openapi": "3.1.0", "info": info, "paths": listed})


def _print_shares(calls: list[Listed]) -> None:
    statuses = Counter(it.status for it in calls)
    own = [it for it in calls if it.status != "external"]
    resolved = [it for it in own if it.status != "dynamic"]
    share = len(resolved) / len(own) if own else 0.0
    print(f"{len(calls)} calls: {', '.join(f'{name} {n}' for name, n in statuses.most_common())}")
    print(f"resolved {len(resolved)} of {len(own)} non-external calls: {share:.1%}")
    kinds = Counter(it.kind for it in own)
    print("by kind:", ", ".join(f"{name} {n}" for name, n in kinds.most_common()))


def _print_dynamic(calls: list[Listed]) -> None:
    dynamic = [it for it in calls if it.status == "dynamic"]
    reasons = Counter(it.reason or "no reason" for it in dynamic)
    for reason, count in reasons.most_common():
        print(f"dynamic {count:4}  {reason}")
    for call in dynamic:
        print(f"  {call} {call.function or ''} ({call.reason})")


def _print_missed(root: Path, calls: list[Listed]) -> None:
    lines: dict[str, set[int]] = {}
    for call in calls:
        lines.setdefault(call.file, set()).add(call.line)
    seen, handed_on, missed = 0, 0, []
    for file, sighting in _sightings(root):
        seen += 1
        if lines.get(file, set()).intersection(range(sighting.line, sighting.end_line + 1)):
            continue
        if sighting.handed_on:
            handed_on += 1
        else:
            missed.append(f"  {file}:{sighting.line} {sighting.text}")
    print(
        f"seen without fixer: {seen} calls that look like HTTP; {handed_on} only hand a parameter "
        f"on; {len(missed)} are not listed:"
    )
    print("\n".join(missed))


def _sightings(root: Path) -> Iterator[tuple[str, Sighting]]:
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    if done.returncode:
        names = [it.relative_to(root).as_posix() for it in root.rglob("*") if it.is_file()]
    else:
        names = [it for it in done.stdout.split("\0") if it]
    for name in sorted(names):
        path = root / name
        if path.suffix not in SUFFIXES or NOT_PRODUCT.search(name):
            continue
        text = path.read_text("utf-8", "replace")
        for sighting in sightings(path.suffix, text):
            yield name, sighting


def _print_sample(root: Path, calls: list[Listed], chance: random.Random, size: int) -> None:
    resolved = sorted(
        (it for it in calls if it.status not in ("dynamic", "external")),
        key=lambda it: (it.file, it.line, it.method or "", it.path or ""),
    )
    print(f"sample of {min(size, len(resolved))} for checking by hand:")
    for call in sorted(chance.sample(resolved, min(size, len(resolved))), key=str):
        source = (root / call.file).read_text("utf-8", "replace").splitlines()
        print(f"{call} {call.method} {call.path} [{call.status}] {call.function or ''}")
        for number in range(call.line, min(call.line + 3, len(source) + 1)):
            print(f"    {number:5} {source[number - 1][:110]}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench.calls.run", description=__doc__)
    parser.add_argument("dir", type=Path)
    parser.add_argument("--contract", type=Path)
    parser.add_argument("--sample", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--fixer", type=Path)
    return parser


if __name__ == "__main__":
    sys.exit(main())
