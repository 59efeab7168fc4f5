"""Other spellings of a piece of a program that mean the same, each by what it rewrites."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tree_sitter import Node

from fixer.program.syntax import text


@dataclass(frozen=True, slots=True)
class Rewritten:
    """The bytes `[start, end)` become `text`; `closes`: what was opened before them."""

    start: int
    end: int
    text: bytes
    closes: bool = False


Respelling = Callable[[Node, Node], Iterator[Rewritten]]

COMMENT = b"/* here */ "
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
# Where a string is a value, and no name, no path of a module and no text of JSX.
VALUED = frozenset(
    {
        "arguments",
        "array",
        "assignment_expression",
        "binary_expression",
        "pair",
        "return_statement",
        "ternary_expression",
        "variable_declarator",
    }
)
LITERALS = frozenset({"string", "number", "template_string", "true", "false", "null"})
_PLAIN = re.compile(rb"""(['"])[^'"`\\$]*\1""")
_NAME = re.compile(rb"[A-Za-z_$][\w$]*")
_CAPITALS = re.compile(rb"[A-Z][A-Z0-9_]*\b")
_OWN_OBJECT = re.compile(rb"\b(?:this|arguments|super|new\.target)\b")


def commented(node: Node, parent: Node) -> Iterator[Rewritten]:
    """A comment before an argument, an element, an alternative, …"""
    if parent.type in COMMENTED and not node.is_extra and node.start_byte != parent.start_byte:
        yield _before(node, COMMENT)


def parenthesized(node: Node, parent: Node) -> Iterator[Rewritten]:
    """An expression in parentheses."""
    if parent.type in HOLDERS and node.type in EXPRESSIONS:
        yield from _around(node, b"(", b")")


def typed(node: Node, parent: Node) -> Iterator[Rewritten]:
    """A type in parentheses."""
    if parent.type in ("type_annotation", "type_arguments"):
        yield from _around(node, b"(", b")")


def blocks(node: Node, parent: Node) -> Iterator[Rewritten]:
    """`(row) => row.name` → `(row) => { return row.name; }`."""
    if _is_body(node, parent) and node.type != "statement_block":
        yield from _around(node, b"{ return ", b"; }")


def functions(node: Node, parent: Node) -> Iterator[Rewritten]:
    """`(row) => row.name` → `function (row) { return row.name; }`, where no `this` is meant."""
    if node.type != "arrow_function" or parent.type not in (*VALUED, "parenthesized_expression"):
        return
    body, arrow = node.child_by_field_name("body"), _child(node, "=>")
    parameters = node.child_by_field_name("parameters") or node.child_by_field_name("parameter")
    generics = node.child_by_field_name("type_parameters")
    if body is None or arrow is None or parameters is None or _OWN_OBJECT.search(node.text or b""):
        return
    yield _before(generics or parameters, b"function ")
    if parameters.type == "identifier":
        yield from _around(parameters, b"(", b")")
    yield Rewritten(arrow.start_byte, arrow.end_byte, b"")
    if body.type != "statement_block":
        yield from _around(body, b"{ return ", b"; }")


def templates(node: Node, parent: Node) -> Iterator[Rewritten]:
    """`'/rows'` → `` `/rows` ``."""
    written = node.text or b""
    if node.type != "string" or parent.type not in VALUED or not _PLAIN.fullmatch(written):
        return
    if parent.type == "pair" and parent.child_by_field_name("key") == node:
        return
    called = parent.prev_sibling
    if called is None or text(called) not in ("import", "require"):
        yield Rewritten(node.start_byte, node.end_byte, b"`" + written[1:-1] + b"`")


def brackets(node: Node, parent: Node) -> Iterator[Rewritten]:
    """`row.name` → `row['name']`."""
    if node.type != "property_identifier" or parent.type != "member_expression":
        return
    around = parent.parent
    owner, dot = parent.child_by_field_name("object"), node.prev_sibling
    if around is None or (around.type.startswith("jsx_") and around.type != "jsx_expression"):
        return
    if owner is None or dot is None or owner.type in ("super", "import", "meta_property"):
        return
    if around.type == "decorator" or text(owner) == "new":
        return
    if around.type == "call_expression" and around.child_by_field_name("function") == parent:
        return  # nobody calls a method so
    opened = b"?.['" if text(dot) == "?." else b"['"
    yield Rewritten(dot.start_byte, node.end_byte, opened + (node.text or b"") + b"']")


def quotes(node: Node, parent: Node) -> Iterator[Rewritten]:
    """`{ name: row }` → `{ 'name': row }`, in objects and in types."""
    if node.type == "property_identifier" and parent.type in ("pair", "property_signature"):
        yield from _around(node, b"'", b"'")


def longhand(node: Node, parent: Node) -> Iterator[Rewritten]:
    """`{ name }` → `{ name: name }`, in objects and where they are taken apart."""
    if node.type.startswith("shorthand_property_identifier"):
        yield _before(node, (node.text or b"") + b": ")


def asserted(node: Node, parent: Node) -> Iterator[Rewritten]:
    """`row.name` → `row!.name`."""
    if parent.type != "member_expression" or parent.child_by_field_name("object") != node:
        return
    dot = node.next_sibling
    # No `JSON`, no class, no enum; and `row.name!` would say that the field is there.
    is_plain = node.type == "identifier" and not text(node)[:1].isupper()
    around = parent.parent
    if around is None or (around.type.startswith("jsx_") and around.type != "jsx_expression"):
        return
    if is_plain and dot is not None and text(dot) == "." and around.type != "decorator":
        yield Rewritten(node.end_byte, node.end_byte, b"!", closes=True)


def variables(node: Node, parent: Node) -> Iterator[Rewritten]:
    """`const row = …` → `let row = …`, where the type isn't the literal itself.

    Not of `ROWS`: nobody calls so what changes.
    """
    if node.type != "lexical_declaration" or node.child_by_field_name("kind") is None:
        return
    kind = node.child_by_field_name("kind")
    values = [it.child_by_field_name("value") for it in node.named_children]
    is_wide = all(it is not None and it.type not in LITERALS for it in values)
    is_wide = is_wide and not any(_CAPITALS.match(it.text or b"") for it in node.named_children)
    if kind is not None and text(kind) == "const" and is_wide:
        yield Rewritten(kind.start_byte, kind.end_byte, b"let")


def aliases(node: Node, parent: Node) -> Iterator[Rewritten]:
    """`interface Row { … }` → `type Row = { … }`, of one that extends nothing and stands once."""
    body, name = node.child_by_field_name("body"), node.child_by_field_name("name")
    if node.type != "interface_declaration" or body is None or name is None:
        return
    holder = parent.parent if parent.type == "export_statement" else parent
    before = body.prev_sibling
    if holder is None or holder.type != "program" or _child(parent, "default") is not None:
        return
    data = holder.text or b""
    if len(re.findall(rb"\b(?:interface|class)\s+" + (name.text or b"") + rb"\b", data)) > 1:
        return
    if before is not None and "extends" not in before.type:
        yield Rewritten(node.start_byte, node.start_byte + len(b"interface"), b"type")
        yield _before(body, b"= ")


def listed(node: Node, parent: Node) -> Iterator[Rewritten]:
    """`export const rows = …` → `const rows = …` and `export { rows }` at the end."""
    if node.type != "export_statement" or parent.type != "program":
        return
    declared, word = node.child_by_field_name("declaration"), node.child(0)
    if declared is None or word is None or _child(node, "default") is not None:
        return
    if node.child_count > 2 or declared.type in ("ambient_declaration", "internal_module"):
        return
    names = [it.child_by_field_name("name") for it in (declared, *declared.named_children)]
    found = [it.text or b"" for it in names if it is not None]
    if found and all(_NAME.fullmatch(it) for it in found):
        yield Rewritten(word.start_byte, declared.start_byte, b"")
        yield Rewritten(
            parent.end_byte,
            parent.end_byte,
            b"\nexport { " + b", ".join(found) + b" };",
            closes=True,
        )


RESPELLINGS = {
    it.__name__: it
    for it in (
        *(commented, parenthesized, typed, blocks, functions, templates, brackets, quotes),
        *(longhand, asserted, variables, aliases, listed),
    )
}


def _before(node: Node, written: bytes) -> Rewritten:
    return Rewritten(node.start_byte, node.start_byte, written)


def _around(node: Node, opened: bytes, closed: bytes) -> Iterator[Rewritten]:
    yield _before(node, opened)
    yield Rewritten(node.end_byte, node.end_byte, closed, closes=True)


def _is_body(node: Node, parent: Node) -> bool:
    return parent.type == "arrow_function" and parent.child_by_field_name("body") == node


def _child(node: Node, kind: str) -> Node | None:
    return next((it for it in node.children if it.type == kind), None)
