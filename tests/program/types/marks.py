"""Sources with marked property names, and what the type engine says that each denotes.

`/*a*/name` marks a name; all names under one label denote one property, and names under
different labels different ones. `/*?*/name`: not known. `/*~*/name`: suggested, not proven.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from tree_sitter import Node

from fixer.program.module import Module
from fixer.program.program import Program
from fixer.program.types import Certainty, Member, Resolution, Types, Wires
from fixer.rule import builtin_rules

MARK = re.compile(rb"/\*([a-z?~])\*/(['\"]?)")


def engine(folder: Path, files: Mapping[str, str], wires: Wires | None = None) -> Types:
    return opened(folder, files, wires)[1]


def opened(
    folder: Path, files: Mapping[str, str], wires: Wires | None = None
) -> tuple[Program, Types]:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    program = Program(folder)
    return program, Types(program, builtin_rules() / "libraries", wires)


def agree(folder: Path, files: Mapping[str, str]) -> None:
    """Asserts that the marked names denote what their labels say."""
    program, types = opened(folder, files)
    shared: dict[str, frozenset[Member]] = {}
    for label, where, resolution in _marked(program, types):
        if label == "?":
            assert not resolution.members, f"{where} denotes {resolution.members}"
            continue
        certain = Certainty.SUGGESTED if label == "~" else Certainty.PROVEN
        assert resolution.members, f"{where}: {resolution.reason}"
        assert resolution.certainty is certain, f"{where}: {resolution.reason}"
        if label == "~":
            continue
        family = frozenset(f for m in resolution.members for f in types.family(m))
        shared[label] = family & shared.get(label, family)
        assert shared[label], f"{where} denotes another property than the others marked {label}"
    labels = sorted(shared)
    for index, label in enumerate(labels):
        for other in labels[index + 1 :]:
            assert not shared[label] & shared[other], f"{label} and {other} are one property"


def _marked(program: Program, types: Types) -> list[tuple[str, str, Resolution]]:
    found = []
    for path in program.files:
        module = program.module(path)
        for match in MARK.finditer(module.data):
            node = leaf(module, match.end())
            row = module.data[: match.start()].count(b"\n") + 1
            where = f"{path.name}:{row}: {module.data.splitlines()[row - 1].decode().strip()}"
            found.append((match[1].decode(), where, types.symbol_at(module, node)))
    return found


def leaf(module: Module, offset: int) -> Node:
    """The name that starts at a byte offset, in the script or the template."""
    name = re.compile(rb"[\w$]+").match(module.data, offset)
    assert name is not None
    node = next(n for n in module.occurrences(name[0].decode()) if n.start_byte == offset)
    assert node is not None
    return node
