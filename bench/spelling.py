"""Another spelling of the same program should have the same findings.

    python -m bench.spelling DIR --contract C [--share 0.3] [--seed 1] [--only commented …]

A copy of the frontend is respelled, a share of all places at random, and checked as the original
is. Findings are compared by rule, file and message. Exits 1 where one is lost or new.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tree_sitter import Node

from bench.respellings import COMMENT, RESPELLINGS, Respelling, Rewritten
from fixer.program.syntax import parse

Said = tuple[str, str, str]

FIXER = Path(sys.executable).parent / "fixer"
# Messages show types as they are written: `(Date)`.
_RESPELLED = re.compile(rf"{re.escape(COMMENT.decode())}|[()!'`\"]")
SUFFIXES = frozenset({".ts", ".tsx", ".vue"})


def respelled(path: Path, data: bytes, respelling: Respelling, takes: Callable[[], bool]) -> bytes:
    """The text of a file, respelled wherever `takes` says so."""
    root = parse(path, data)[0].root_node
    nodes = [node for node in _below(root) if node.parent is not None and node.is_named]
    made = [
        (rewritten, number)
        for number, node in enumerate(nodes)
        if node.parent is not None
        for rewritten in _taken(respelling(node, node.parent), takes)
    ]
    # At one place the inner of two that close goes first, of two that open the outer.
    made.sort(key=lambda it: (it[0].start, not it[0].closes, -it[1] if it[0].closes else it[1]))
    written, done = bytearray(), 0
    for rewritten, _ in made:
        written += data[done : rewritten.start] + rewritten.text
        done = rewritten.end
    return bytes(written + data[done:])


def said(found: list[dict[str, object]]) -> Counter[Said]:
    """Findings by rule, file and message."""
    return Counter(
        (str(it["rule"]), str(it["filename"]), _RESPELLED.sub("", str(it["message"])))
        for it in found
    )


def main(arguments: list[str] | None = None) -> int:
    """Respells a copy of the frontend in each way; prints what is lost and what is new."""
    given = _parser().parse_args(arguments)
    before = _before(given.dir, given.contract)
    print(f"as it is: {before.total()} findings", flush=True)
    same = True
    for name in given.only or RESPELLINGS:
        with _copy(given.dir) as root:
            changed = _respell(root, RESPELLINGS[name], _chance(given.share, given.seed))
            after = _checked(root, given.contract)
        lost, new = before - after, after - before
        print(f"{name}: {changed} files, {after.total()} findings", flush=True)
        for label, some in (("lost", lost), ("new", new)):
            for one, times in sorted(some.items()):
                print(f"  {label} {times} {one[0]} {one[1]}: {one[2]}", flush=True)
        same = same and not lost and not new
    return 0 if same else 1


def _before(original: Path, contract: Path) -> Counter[Said]:
    with _copy(original) as root:
        return _checked(root, contract)


@contextmanager
def _copy(original: Path) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        ignored = shutil.ignore_patterns("node_modules", ".git", ".fixer_cache")
        root = Path(folder) / "app"
        shutil.copytree(original, root, ignore=ignored, ignore_dangling_symlinks=True)
        yield root


def _respell(root: Path, respelling: Respelling, takes: Callable[[], bool]) -> int:
    """Writes the files that can be respelled without an error of the parser; how many those are."""
    changed = 0
    for path in sorted(p for p in root.rglob("*") if p.suffix in SUFFIXES and p.is_file()):
        data = path.read_bytes()
        text = respelled(path, data, respelling, takes)
        if text != data and not parse(path, text)[0].root_node.has_error:
            path.write_bytes(text)
            changed += 1
    return changed


def _checked(root: Path, contract: Path) -> Counter[Said]:
    command = [str(FIXER), "check", ".", "--contract", str(contract.resolve()), "-q"]
    command += ["--include-tests", "--output-format", "json"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr.strip() or f"fixer: exit {done.returncode}")
    return said(json.loads(done.stdout))


def _chance(share: float, seed: int) -> Callable[[], bool]:
    source = random.Random(seed)
    return lambda: source.random() < share


def _taken(made: Iterator[Rewritten], takes: Callable[[], bool]) -> list[Rewritten]:
    return found if (found := list(made)) and takes() else []


def _below(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _below(child)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench.spelling", description=__doc__)
    parser.add_argument("dir", type=Path)
    parser.add_argument("--contract", type=Path, required=True)
    parser.add_argument("--share", type=float, default=0.3, help="of all places, 0 to 1")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=sorted(RESPELLINGS), nargs="+")
    return parser


if __name__ == "__main__":
    sys.exit(main())
