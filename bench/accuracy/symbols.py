"""The compiler's rename places against the type engine's alone, no contract between.

`python -m bench.accuracy.symbols /tmp/bench/owner+name [--show N] [--only NAME]`: for each
property that the compiler renamed, the occurrences that `Types.symbol_at` gives the same symbol.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fixer.program.module import Module
from fixer.program.program import Program
from fixer.program.types import Certainty, Member, Resolution, Types
from fixer.rule import builtin_rules

Place = tuple[str, int]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("homes", nargs="+", type=Path)
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--only", default=None)
    options = parser.parse_args()
    for home in options.homes:
        measure(home, options.show, options.only)


def measure(home: Path, show: int, only: str | None) -> None:
    truth = json.loads(max(home.glob("truth-*.json"), key=lambda p: p.stat().st_mtime).read_text())
    tree = home / "tree"
    folders = json.loads((home / "compiler.json").read_text())["folders"]
    started = time.perf_counter()
    program = Program(tree)
    types = Types(program, builtin_rules() / "libraries")
    hits = misses = wrong = beyond = keys = 0
    reasons: Counter[str] = Counter()
    shown = 0
    for item in truth["properties"]:
        if "places" not in item or (only is not None and item["name"] != only):
            continue
        expected = {(p["file"], p["start"]) for p in item["places"]}
        unknown = {(p["file"], p["start"]) for p in item["unknown"]}
        proven = {(p["file"], p["start"]) for p in item["keys"]}
        found, said = _found(program, types, tree, folders, item)
        good, missed = expected & found, expected - found
        extra = found - expected
        keys += len(extra & proven)
        bad = extra - proven
        hits, misses, wrong = hits + len(good), misses + len(missed), wrong + len(bad)
        beyond += len(bad & unknown)
        for place in missed:
            reasons[said.get(place, "not seen")] += 1
        if (missed or bad) and shown < show:
            shown += 1
            print(f"- {item['owner']}.{item['name']} ({item['key']}) {len(expected)}")
            for label, places in (("missed", missed), ("wrong", bad)):
                for file, unit in sorted(places)[:6]:
                    print(f"    {label} {_line(tree, file, unit)} [{said.get((file, unit), '')}]")
    seconds = time.perf_counter() - started
    precision = hits / (hits + wrong) if hits + wrong else 1.0
    recall = hits / (hits + misses) if hits + misses else 1.0
    print(
        f"{home.name}: precision {precision:.4f} recall {recall:.4f} hits {hits} misses {misses}"
        f" wrong {wrong} (any: {beyond}) keys {keys} in {seconds:.1f}s"
    )
    for reason, count in reasons.most_common(8):
        print(f"    {count:5} {reason}")


def _found(
    program: Program, types: Types, tree: Path, folders: list[str], item: dict[str, Any]
) -> tuple[set[Place], dict[Place, str]]:
    name = item["name"]
    home = program.module(tree / item["file"])
    wanted: frozenset[Member] = frozenset()
    start = len(
        home.data.decode().encode("utf-16-le")[: 2 * item["start"]].decode("utf-16-le").encode()
    )
    for node in home.occurrences(name):
        if node.start_byte == start:
            members = types.symbol_at(home, node).members
            wanted = frozenset(m for member in members for m in types.family(member))
    found: set[Place] = set()
    said: dict[Place, str] = {}
    for path in program.holding(name):
        file = path.relative_to(tree).as_posix()
        if not any(f == "." or file.startswith(f + "/") for f in folders):
            continue
        module = program.module(path)
        for node in module.occurrences(name):
            place = (file, _units(module, node.start_byte))
            resolution = types.symbol_at(module, node)
            said[place] = _said(resolution)
            if resolution.certainty is not Certainty.PROVEN:
                continue
            families = (m for member in resolution.members for m in types.family(member))
            if any(m in wanted for m in families):
                found.add(place)
    if not wanted:
        said = dict.fromkeys(said, "the declaration itself is not resolved")
    return found, said


def _said(resolution: Resolution) -> str:
    if resolution.reason is not None:
        return resolution.reason
    places = (
        f"{m.module.path.name}:{m.node.start_point.row + 1}" if m.module and m.node else m.name
        for m in resolution.members
    )
    return "denotes " + ", ".join(places)


def _units(module: Module, offset: int) -> int:
    """A byte offset as an offset in UTF-16 units."""
    before = module.data[:offset]
    if before.isascii():
        return offset
    return len(before.decode("utf-8", "replace").encode("utf-16-le")) // 2


def _line(tree: Path, file: str, unit: int) -> str:
    text = (tree / file).read_text("utf-8-sig")
    row = text[:unit].count("\n")
    lines: Iterator[str] = iter(text.split("\n")[row : row + 1])
    return f"{file}:{row + 1}: {next(lines).strip()[:110]}"


if __name__ == "__main__":
    main()
