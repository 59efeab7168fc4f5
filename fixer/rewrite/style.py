"""A file's own habits, read from what it already says: quotes, semicolons, indent, line ends."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from fixer.program.module import Module
from fixer.program.syntax import EMBEDDING, typescript

_JAVASCRIPT = frozenset({".js", ".jsx", ".mjs", ".cjs"})
_INDENT = re.compile(rb"^([ \t]+)\S", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Style:
    """How new text is to be written; `indent` is one step, `semicolon` is `;` or nothing."""

    indent: str = "  "
    quote: str = "'"
    semicolon: str = ";"
    newline: str = "\n"

    def quoted(self, value: str) -> str:
        """A string literal."""
        escaped = value.replace("\\", "\\\\").replace(self.quote, f"\\{self.quote}")
        return f"{self.quote}{escaped}{self.quote}"


def style_of(module: Module) -> Style:
    """The habits of a file; where it has none, two blanks, single quotes and semicolons."""
    return Style(_indent(module.data), _quote(module), _semicolon(module), _newline(module.data))


def has_types(module: Module) -> bool:
    """Whether types may be written in the file: TypeScript, by suffix or its script's `lang`."""
    if module.path.suffix in EMBEDDING:
        return module.language == typescript()
    return module.path.suffix not in _JAVASCRIPT


def _indent(data: bytes) -> str:
    """The step by which lines go in: a tab, or the commonest small difference of depth."""
    steps: Counter[str] = Counter()
    before = 0
    for found in _INDENT.finditer(data):
        white = found[1].decode()
        if "\t" in white:
            steps["\t"] += 1
            continue
        deeper = len(white) - before
        before = len(white)
        if deeper in (2, 3, 4, 8):
            steps[" " * deeper] += 1
    return steps.most_common(1)[0][0] if steps else "  "


def _quote(module: Module) -> str:
    strings = module.captures("(string) @s").get("s", ())
    # JSX attributes take double quotes by custom, whatever the code around them does.
    plain = [s for s in strings if s.parent is None or s.parent.type != "jsx_attribute"]
    double = sum(1 for s in plain if module.data[s.start_byte : s.start_byte + 1] == b'"')
    return '"' if 2 * double > len(plain) else "'"


def _semicolon(module: Module) -> str:
    found = module.captures(
        "[(import_statement) (lexical_declaration) (return_statement) (expression_statement)] @s"
    ).get("s", ())
    with_one = sum(1 for s in found if module.data[s.end_byte - 1 : s.end_byte] == b";")
    return ";" if 2 * with_one >= len(found) else ""


def _newline(data: bytes) -> str:
    crlf = data.count(b"\r\n")
    return "\r\n" if 2 * crlf > data.count(b"\n") else "\n"
