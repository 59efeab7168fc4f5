"""Names that a file needs, or needs no more, become edits of its import statements."""

from __future__ import annotations

import os.path
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from tree_sitter import Node

from fixer.diagnostics import Edit
from fixer.program.module import Import, Module
from fixer.program.program import Program
from fixer.program.scopes import Binding, BindingKind
from fixer.program.syntax import string_value, text
from fixer.rewrite.style import style_of

WIDTHS = (80, 100, 120)


@dataclass(frozen=True, slots=True, order=True)
class Needed:
    """A name to import: `name` of `specifier`; `is_type`: used as a type only."""

    specifier: str
    name: str
    is_type: bool = False


def import_edits(
    module: Module, needed: Iterable[Needed], dead: Iterable[Binding] = ()
) -> tuple[Edit, ...]:
    """The edits that import each name once and take the dead ones out.

    A name joins an import of the same module at its place in the order, values and types apart
    where the file keeps them apart. A statement of which nothing is left goes with its line. What
    is imported already, under its own name, is left alone.
    """
    return tuple(_Imports(module).edits(tuple(dict.fromkeys(needed)), tuple(dead)))


def can_import(module: Module, need: Needed, at: Node) -> bool:
    """Whether the name means nothing at the node `at` yet, or what would be imported."""
    binding = module.lookup(need.name, at, types=need.is_type)
    if binding is None:
        return True
    return module.import_of(binding) == Import(need.specifier, need.name)


class _Imports:
    def __init__(self, module: Module) -> None:
        self._module = module
        self._style = style_of(module)
        self._statements = [n for n in module.root.named_children if n.type == "import_statement"]

    def edits(self, needed: Sequence[Needed], dead: Sequence[Binding]) -> Iterator[Edit]:
        joining: dict[int, list[str]] = {}
        alone: list[Needed] = []
        for need in needed:
            if self._has(need):
                continue
            statement = self._for(need)
            if statement is None:
                alone.append(need)
            else:
                joining.setdefault(statement.id, []).append(self._written(need, statement))
        leaving = {b.node.id for b in dead if b.kind is BindingKind.IMPORT}
        for statement in self._statements:
            yield from self._changed(statement, joining.get(statement.id, []), leaving)
        yield from self._new(alone)

    def _has(self, need: Needed) -> bool:
        for statement in self._of(need.specifier):
            if is_type(statement) and not need.is_type:
                continue
            for specifier in _specifiers(statement):
                alias = specifier.child_by_field_name("alias")
                inline = any(c.type == "type" for c in specifier.children)
                if alias is None and _name(specifier) == need.name:
                    return need.is_type or not inline
        return False

    def _for(self, need: Needed) -> Node | None:
        """The statement that a name joins: one with braces, of the same sort."""
        found = [s for s in self._of(need.specifier) if _braces(s) is not None]
        if need.is_type:
            typed = next((s for s in found if is_type(s)), None)
            if typed is not None:
                return typed
            inline = (s for s in found if _has_inline_type(s))
            return next(inline, None) or (None if self._keeps_apart else next(iter(found), None))
        return next((s for s in found if not is_type(s)), None)

    @property
    def _keeps_apart(self) -> bool:
        """Whether types have import statements of their own here; a new file's habit is yes."""
        return not any(_has_inline_type(s) for s in self._statements)

    def _written(self, need: Needed, statement: Node) -> str:
        return f"type {need.name}" if need.is_type and not is_type(statement) else need.name

    def _of(self, specifier: str) -> list[Node]:
        return [s for s in self._statements if specifier_of(s) == specifier]

    def _changed(self, statement: Node, joining: list[str], leaving: set[int]) -> Iterator[Edit]:
        clause = next((c for c in statement.named_children if c.type == "import_clause"), None)
        if clause is None:
            return
        whole = [c for c in clause.named_children if c.type in ("identifier", "namespace_import")]
        ids = {c.id: clause.id if c.type == "identifier" else c.id for c in whole}
        staying = [c for c in whole if ids[c.id] not in leaving]
        kept = [s for s in _specifiers(statement) if s.id not in leaving]
        if not (staying or kept or joining):
            if whole or _specifiers(statement):
                start, end = whole_lines(self._module.data, statement)
                yield Edit(self._module.path, start, end, "")
            return
        for node in whole:
            if node not in staying:
                yield self._without(node, clause)
        if joining or len(kept) < len(_specifiers(statement)):
            yield self._braces(statement, kept, joining, staying)

    def _without(self, node: Node, clause: Node) -> Edit:
        """A default or namespace name taken out of a clause, with the comma beside it."""
        following, previous = node.next_named_sibling, node.prev_named_sibling
        if following is not None:
            return Edit(self._module.path, node.start_byte, following.start_byte, "")
        start = previous.end_byte if previous is not None else clause.start_byte
        return Edit(self._module.path, start, node.end_byte, "")

    def _braces(
        self, statement: Node, kept: list[Node], joining: list[str], staying: list[Node]
    ) -> Edit:
        braces = _braces(statement)
        assert braces is not None
        if not kept and not joining:  # import React, { useState } from 'react'
            return Edit(self._module.path, staying[-1].end_byte, braces.end_byte, "")
        names = sorted_in([text(s) for s in kept], joining)
        content = self._list(braces, statement, names)
        return Edit(self._module.path, braces.start_byte, braces.end_byte, content)

    def _list(self, braces: Node, statement: Node, names: list[str]) -> str:
        """`{ a, b }`, one a line if it was so or would be too long a line."""
        style = self._style
        line = f"{{ {', '.join(names)} }}"
        if text(braces).startswith("{") and not text(braces).startswith("{ "):
            line = line.replace("{ ", "{").replace(" }", "}") if "\n" not in text(braces) else line
        rest = len(text(statement)) - len(text(braces))
        if "\n" not in text(braces) and rest + len(line) <= width_of(self._module):
            return line
        inner = f",{style.newline}{style.indent}".join(names)
        comma = "," if _trailing_comma(braces) else ""
        return f"{{{style.newline}{style.indent}{inner}{comma}{style.newline}}}"

    def _new(self, alone: list[Needed]) -> Iterator[Edit]:
        by_line: dict[tuple[str, bool], list[str]] = {}
        for need in alone:
            by_line.setdefault((need.specifier, need.is_type), []).append(need.name)
        placed: dict[int, list[str]] = {}
        for (specifier, typed), names in sorted(by_line.items()):
            line = self._statement(specifier, sorted(names), typed=typed)
            placed.setdefault(self._place(specifier, typed=typed), []).append(line)
        for at, lines in placed.items():
            content = "".join(f"{line}{self._style.newline}" for line in lines)
            if not self._statements and at < len(self._module.data):
                content += self._style.newline
            yield Edit(self._module.path, at, at, content)

    def _statement(self, specifier: str, names: list[str], *, typed: bool) -> str:
        word = "import type" if typed else "import"
        style = self._style
        source = style.quoted(specifier)
        return f"{word} {{ {', '.join(names)} }} from {source}{style.semicolon}"

    def _place(self, specifier: str, *, typed: bool) -> int:
        """The start of the line for a new import: beside its module's others, else in order."""
        same = self._of(specifier)
        if same and typed:
            return self._after(same[-1])
        if same:
            return same[0].start_byte
        relative = specifier.startswith(".")
        group = [s for s in self._statements if specifier_of(s).startswith(".") is relative]
        later = [s for s in group if specifier_of(s) > specifier]
        if later and _is_sorted([specifier_of(s) for s in group]):
            return later[0].start_byte
        if group:
            return self._after(group[-1])
        if self._statements:
            return self._after(self._statements[-1])
        return self._top()

    def _after(self, statement: Node) -> int:
        end = self._module.data.find(b"\n", statement.end_byte)
        return len(self._module.data) if end < 0 else end + 1

    def _top(self) -> int:
        """Below a BOM, a `#!` line, comments at the top, and directives as `'use client'`."""
        at = self._module.root.start_byte
        for child in self._module.root.named_children:
            directive = child.type == "expression_statement" and (
                child.named_child_count == 1 and child.named_children[0].type == "string"
            )
            if child.type not in ("comment", "hash_bang_line") and not directive:
                return child.start_byte
            at = self._after(child)
        return at


def whole_lines(data: bytes, node: Node) -> tuple[int, int]:
    """The range of the node's lines, line end included, if it stands there alone; else its own."""
    start = data.rfind(b"\n", 0, node.start_byte) + 1
    end = data.find(b"\n", node.end_byte)
    end = len(data) if end < 0 else end + 1
    if data[start : node.start_byte].strip(b" \t\xef\xbb\xbf"):
        return node.start_byte, node.end_byte
    if data[node.end_byte : end].strip():
        return node.start_byte, node.end_byte
    start += 3 if data[start : start + 3] == b"\xef\xbb\xbf" else 0
    return start, end


def specifier_of(statement: Node) -> str:
    """The module that an import statement names; empty for `import x = …`."""
    source = statement.child_by_field_name("source")
    return (string_value(source) or "") if source is not None else ""


def is_type(statement: Node) -> bool:
    """Whether it is `import type …`."""
    return any(c.type == "type" for c in statement.children)


def sorted_in(names: list[str], new: Iterable[str]) -> list[str]:
    """The names with new ones put in: in order if they are in order (ASCII's or a-z), else last."""
    for order in (str, str.lower):
        if all(order(a) <= order(b) for a, b in pairwise(names)):
            return sorted({*names, *new}, key=order)
    return [*names, *(n for n in new if n not in names)]


def width_of(module: Module) -> int:
    """How long a line of the file may be: the first usual limit that its lines keep."""
    lines = module.data.decode(errors="replace").splitlines()
    longest = max((len(line) for line in lines), default=0)
    return next((w for w in WIDTHS if longest <= w), WIDTHS[-1])


def specifier_to(program: Program, importer: Module, target: Path) -> str:
    """How `importer` names the file `target`: as its neighbours do, else relatively."""
    for specifier in importer.specifiers:
        if program.locate(importer, specifier) == target:
            return specifier
    aliased = [s for s in importer.specifiers if s.startswith(("@/", "~/", "src/"))]
    aliased = [s for s in aliased if program.locate(importer, s) is not None]
    if aliased:
        found = _aliased(program, importer, target)
        if found is not None:
            return found
    relative = os.path.relpath(target, importer.path.parent).replace(os.sep, "/")
    stem = relative.removesuffix(target.suffix) if target.suffix != ".vue" else relative
    stem = stem.removesuffix("/index")
    return stem if stem.startswith(".") else f"./{stem}"


def _aliased(program: Program, importer: Module, target: Path) -> str | None:
    """The aliased specifier by which another file names `target`."""
    for path in program.holding(target.stem):
        for specifier in program.module(path).specifiers:
            if specifier.startswith(".") or target.stem not in specifier:
                continue
            if program.locate(importer, specifier) == target:
                return specifier
    return None


def _braces(statement: Node) -> Node | None:
    for clause in statement.named_children:
        if clause.type == "import_clause":
            return next((c for c in clause.named_children if c.type == "named_imports"), None)
    return None


def _specifiers(statement: Node) -> list[Node]:
    braces = _braces(statement)
    found = braces.named_children if braces is not None else []
    return [s for s in found if s.type == "import_specifier"]


def _name(specifier: Node) -> str:
    name = specifier.child_by_field_name("name")
    return text(name) if name is not None else ""


def _has_inline_type(statement: Node) -> bool:
    return any(c.type == "type" for s in _specifiers(statement) for c in s.children)


def _trailing_comma(braces: Node) -> bool:
    """Whether a list that is broken over lines ends with a comma; one on a line says nothing."""
    if "\n" not in text(braces):
        return True
    last = [c for c in braces.children if c.type not in ("}", "comment")]
    return bool(last) and last[-1].type == ","


def _is_sorted(names: list[str]) -> bool:
    return all(a <= b for a, b in pairwise(names))
