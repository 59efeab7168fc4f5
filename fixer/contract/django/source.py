"""Turns the text of a Python module into its top-level statements, each parsed only when asked.

libcst is exact but slow, and most statements of a large module are never looked at. A small
scan of strings, comments and brackets finds where the top-level statements begin; libcst then
reads the ones that matter. A statement that libcst refuses by itself (the scan was fooled) makes
the whole module be read at once instead.
"""

from __future__ import annotations

import ast
import re
import tokenize
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

import libcst as cst
from libcst.metadata import CodeRange, MetadataWrapper, PositionProvider

_TOKEN = re.compile(
    r"""(?P<long>\"{3}|'{3})|(?P<text>"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?)|(?P<note>\#[^\n]*)"""
    r"""|(?P<open>[(\[{])|(?P<close>[)\]}])|(?P<joined>\\\r?\n)|(?P<line>\n)""",
    re.DOTALL,
)
_HEADER_TOKEN = re.compile(f"{_TOKEN.pattern}|(?P<colon>:)", re.DOTALL)
_LONG_ENDS = {quote: re.compile(rf"(?:\\.|[^\\])*?{quote}", re.DOTALL) for quote in ('"""', "'''")}
_CONTINUES = re.compile(r"(?:else|elif|except|finally)\b")
_DEFINES = re.compile(r"^(class|def|async[ \t]+def)[ \t]+(\w+)", re.MULTILINE)


@dataclass(eq=False)
class Statement:
    """One top-level statement: its text, its first line (1-based), and on demand its tree."""

    line: int
    text: str
    whole: Sequence[cst.CSTNode] | None = field(default=None, repr=False)
    positions: Mapping[cst.CSTNode, CodeRange] | None = field(default=None, repr=False)

    @cached_property
    def defines(self) -> str | None:
        """The name of the class or function that the statement defines, else None."""
        if self.text[:1] in "@cda" and (found := _DEFINES.search(self.text)):
            head = self.text[: found.start()]
            return found[2] if not head or head.startswith("@") else None
        return None

    @cached_property
    def is_class(self) -> bool:
        found = _DEFINES.search(self.text) if self.defines else None
        return bool(found and found[1] == "class")

    @cached_property
    def _module(self) -> cst.Module:
        return cst.parse_module(self.text)

    @property
    def nodes(self) -> Sequence[cst.CSTNode]:
        """The statement's syntax. Raises `libcst.ParserSyntaxError`."""
        return self.whole if self.whole is not None else self._module.body

    @cached_property
    def header(self) -> cst.ClassDef | cst.FunctionDef | None:
        """The definition with an empty body, which is soon parsed; None where that fails."""
        found = _DEFINES.search(self.text)
        end = _colon(self.text, found.end()) if found else None
        if end is None or self.whole is not None:
            return None
        try:
            (node,) = cst.parse_module(f"{self.text[:end]}: ...\n").body
        except (cst.ParserSyntaxError, ValueError):
            return None
        return node if isinstance(node, (cst.ClassDef, cst.FunctionDef)) else None

    @cached_property
    def _ranges(self) -> Mapping[cst.CSTNode, CodeRange]:
        if self.positions is not None:
            return self.positions
        wrapper = MetadataWrapper(self._module, unsafe_skip_copy=True)
        return wrapper.resolve(PositionProvider)

    def line_of(self, node: cst.CSTNode) -> int:
        """The 1-based line on which `node` of this statement begins; the statement's if unknown."""
        found = self._ranges.get(node)
        if found is None:
            return self.line
        return found.start.line if self.positions is not None else self.line + found.start.line - 1

    def line_naming(self, name: str) -> int:
        """The line of `name = …` or `def name` inside the statement; the statement's if none."""
        found = re.search(rf"^[ \t]+(?:async +)?(?:def +)?{re.escape(name)}\b", self.text, re.M)
        return self.line + self.text.count("\n", 0, found.start()) if found else self.line


@lru_cache(maxsize=16_384)
def literal(text: str) -> str | bytes | int | float | complex:
    """What a text or a number of the source is; the same one is met again and again.

    Each call of `literal_eval` leaves a cycle behind, which nothing looks for.
    """
    found: str | bytes | int | float | complex = ast.literal_eval(text)
    return found


def read_text(path: Path) -> str:
    """The module's text, decoded as Python would. Raises OSError, SyntaxError, UnicodeError."""
    with tokenize.open(path) as file:
        return file.read()


def split(text: str) -> list[Statement]:
    """The top-level statements of `text`, in order; comments and blank lines belong to none."""
    starts = list(_starts(text))
    statements: list[Statement] = []
    for start, end in zip(starts, [*starts[1:], len(text)], strict=False):
        statements.append(Statement(0, text[start:end]))
    line, at = 1, 0
    for start, statement in zip(starts, statements, strict=True):
        line += text.count("\n", at, start)
        at = start
        statement.line = line
    return statements


def parse_whole(text: str) -> list[Statement]:
    """As `split`, from one parse of the whole module. Raises `libcst.ParserSyntaxError`."""
    wrapper = MetadataWrapper(cst.parse_module(text), unsafe_skip_copy=True)
    positions = wrapper.resolve(PositionProvider)
    lines = text.splitlines(keepends=True)
    statements = []
    for node in wrapper.module.body:
        first = positions[node].start.line
        if isinstance(node, (cst.ClassDef, cst.FunctionDef)) and node.decorators:
            first = positions[node.decorators[0]].start.line
        last = positions[node].end.line
        statements.append(
            Statement(first, "".join(lines[first - 1 : last]), whole=(node,), positions=positions)
        )
    return statements


def _starts(text: str) -> Iterator[int]:
    """Offsets at which a top-level statement begins."""
    decorated = False
    for offset in _logical_lines(text):
        first = text[offset : offset + 1]
        if not first or first in " \t\r\n\f#" or _CONTINUES.match(text, offset):
            continue
        if not decorated:
            yield offset
        decorated = first == "@"


def _colon(text: str, at: int) -> int | None:
    """The offset of the colon that ends the header of the definition whose name ends at `at`."""
    depth = 0
    while found := _HEADER_TOKEN.search(text, at):
        at = found.end()
        match found.lastgroup:
            case "open":
                depth += 1
            case "close":
                depth -= 1
            case "colon" if depth == 0:
                return found.start()
            case "long":
                return None
    return None


def _logical_lines(text: str) -> Iterator[int]:
    """Offsets of the lines that begin outside strings, brackets and continued lines."""
    depth, at = 0, 1 if text.startswith("\ufeff") else 0
    yield at
    while found := _TOKEN.search(text, at):
        at = found.end()
        match found.lastgroup:
            case "long":
                closing = _LONG_ENDS[found[0]].match(text, at)
                at = closing.end() if closing else len(text)
            case "open":
                depth += 1
            case "close":
                depth = max(0, depth - 1)
            case "line" if depth == 0:
                yield at
