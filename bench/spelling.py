"""Another spelling of the same program should have the same findings.

    python -m bench.spelling DIR --contract C [--share 0.3] [--seed 1] [--only commented]

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
from pathlib import Path

from tree_sitter import Node

from fixer.program.syntax import parse

Insertion = tuple[int, bytes]  # a byte offset, and what is written there
Respelling = Callable[[Node, Node], Iterator[Insertion]]
Said = tuple[str, str, str]

FIXER = Path(sys.executable).parent / "fixer"
_COMMENT = b"/* here */ "
_RESPELLED = re.compile(rf"{re.escape(_COMMENT.decode())}|[()]")
SUFFIXES = frozenset({".ts", ".tsx", ".vue"})
# What a comment may stand before: each of their named children.
COMMENTED = frozenset(
    {
        "arguments",
        "array",
        "array_pattern",
        "assignment_expression",
        "await_expression",
        "binary_expression",
        "formal_parameters",
        "interface_body",
        "object",
        "object_pattern",
        "object_type",
        "parenthesized_expression",
        "return_statement",
        "ternary_expression",
        "type_annotation",
        "type_arguments",
        "union_type",
    }
)
# What an expression may stand in parentheses in, and which do.
HOLDERS = frozenset(
    {
        "arguments",
        "array",
        "await_expression",
        "binary_expression",
        "jsx_expression",
        "return_statement",
        "ternary_expression",
    }
)
EXPRESSIONS = frozenset(
    {
        "array",
        "await_expression",
        "binary_expression",
        "call_expression",
        "member_expression",
        "object",
        "string",
        "template_string",
    }
)


def commented(node: Node, parent: Node) -> Iterator[Insertion]:
    """A comment before an argument, an element, an alternative, …"""
    if parent.type in COMMENTED and not node.is_extra and node.start_byte != parent.start_byte:
        yield node.start_byte, _COMMENT


def parenthesized(node: Node, parent: Node) -> Iterator[Insertion]:
    """An expression in parentheses."""
    if parent.type in HOLDERS and node.type in EXPRESSIONS:
        yield node.start_byte, b"("
        yield node.end_byte, b")"


def typed(node: Node, parent: Node) -> Iterator[Insertion]:
    """A type in parentheses."""
    if parent.type in ("type_annotation", "type_arguments") and node.is_named:
        yield node.start_byte, b"("
        yield node.end_byte, b")"


RESPELLINGS = {it.__name__: it for it in (commented, parenthesized, typed)}


def respelled(path: Path, data: bytes, respelling: Respelling, takes: Callable[[], bool]) -> bytes:
    """The text of a file, respelled wherever `takes` says so."""
    made = [
        insertion
        for node in _below(parse(path, data)[0].root_node)
        if node.parent is not None and node.is_named
        for insertion in _taken(respelling(node, node.parent), takes)
    ]
    # What closes comes before what opens at the same place.
    for offset, written in sorted(made, key=lambda it: (it[0], it[1] != b")"), reverse=True):
        data = data[:offset] + written + data[offset:]
    return data


def said(found: list[dict[str, object]]) -> Counter[Said]:
    """Findings by rule, file and message; messages show types as they are written: `(Date)`."""
    return Counter(
        (str(it["rule"]), str(it["filename"]), _RESPELLED.sub("", str(it["message"])))
        for it in found
    )


def main(arguments: list[str] | None = None) -> int:
    """Respells a copy of the frontend in each way; prints what is lost and what is new."""
    given = _parser().parse_args(arguments)
    same = True
    for name in [given.only] if given.only else RESPELLINGS:
        with tempfile.TemporaryDirectory() as folder:
            ignored = shutil.ignore_patterns("node_modules", ".git", ".fixer_cache")
            root = Path(folder) / "app"
            shutil.copytree(given.dir, root, ignore=ignored, ignore_dangling_symlinks=True)
            before = _checked(root, given.contract)
            changed = _respell(root, RESPELLINGS[name], _chance(given.share, given.seed))
            after = _checked(root, given.contract)
        lost, new = before - after, after - before
        print(f"{name}: {changed} files, {before.total()} findings, {after.total()} after")
        for label, some in (("lost", lost), ("new", new)):
            for one, times in sorted(some.items()):
                print(f"  {label} {times} {one[0]} {one[1]}: {one[2]}")
        same = same and not lost and not new
    return 0 if same else 1


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


def _taken(made: Iterator[Insertion], takes: Callable[[], bool]) -> list[Insertion]:
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
    parser.add_argument("--only", choices=sorted(RESPELLINGS))
    return parser


if __name__ == "__main__":
    sys.exit(main())
