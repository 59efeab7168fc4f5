"""A configuration file's text (JSON with comments, or a literal in TypeScript) becomes values.

tsconfig.json is JSON with comments and trailing commas; that is a TypeScript expression, and
the grammar for those is at hand.
"""

from __future__ import annotations

from pathlib import Path

from tree_sitter import Node

from fixer.program.syntax import children_of, first_named, parse, string_value, text

Value = str | int | float | bool | None | list["Value"] | dict[str, "Value"]


def read(path: Path) -> Value:
    """The value in a JSON or JSONC file; None when it can't be read."""
    try:
        data = path.read_bytes().removeprefix(b"\xef\xbb\xbf")
    except OSError:
        return None
    tree, _ = parse(Path("config.ts"), b"(" + data + b"\n)")
    statement = first_named(tree.root_node)
    inner = first_named(statement) if statement is not None else None
    if inner is None or inner.type != "parenthesized_expression":
        return None
    values = children_of(inner)
    return literal(values[0]) if values else None


def table(value: Value) -> dict[str, Value]:
    """The value if it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def strings(value: Value) -> list[str]:
    """The strings of a list, or the one string."""
    if isinstance(value, str):
        return [value]
    return [v for v in value if isinstance(v, str)] if isinstance(value, list) else []


def literal(node: Node) -> Value:
    """The value of a literal expression; what isn't one is None."""
    kind = node.type
    if kind == "object":
        found: dict[str, Value] = {}
        for pair in children_of(node):
            key, value = pair.child_by_field_name("key"), pair.child_by_field_name("value")
            if pair.type == "pair" and key is not None and value is not None:
                found[string_value(key) or text(key)] = literal(value)
        return found
    if kind == "array":
        return [literal(c) for c in children_of(node)]
    if kind in ("true", "false"):
        return kind == "true"
    if kind == "number":
        try:
            return float(text(node)) if "." in text(node) else int(text(node), 0)
        except ValueError:
            return None
    return string_value(node)
