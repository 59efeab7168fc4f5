"""`$: total = count * 2` declares a name, unless the script does: it is read as `let total = …`."""

from __future__ import annotations

from tree_sitter import Language, Node, Tree

from fixer.program.parsing import captures, children_of, first_named

_LABEL = b"$:"
_LET = b"let "
_ENDS = (b";", b"\n", b"}", b"{")
_NAMES = "[(identifier) (shorthand_property_identifier_pattern)] @n"
_DECLARING = frozenset({"lexical_declaration", "variable_declaration"})
_NAMED = frozenset({"function_declaration", "class_declaration", "enum_declaration"})


def with_declared(text: bytes, tree: Tree, language: Language) -> bytes:
    """The script with a declaration for each reactive statement that is one."""
    if _LABEL not in text:
        return text
    new = bytearray(text)
    known = set(_declared(tree.root_node, language))
    for statement in children_of(tree.root_node):
        assignment = _assignment(statement)
        target = assignment.child_by_field_name("left") if assignment is not None else None
        if assignment is None or target is None:
            continue
        names = {n.text or b"" for n in captures(target, language, _NAMES).get("n", ())}
        if target.type not in ("identifier", "object_pattern", "array_pattern") or names & known:
            continue
        if _write(new, statement, assignment, target):
            known |= names
    return bytes(new)


def _assignment(statement: Node) -> Node | None:
    """`total = …` or `({ total } = …)` behind the label."""
    label = statement.child_by_field_name("label")
    body = statement.child_by_field_name("body")
    if statement.type != "labeled_statement" or label is None or label.text != b"$":
        return None
    inner = first_named(body) if body is not None and body.type == "expression_statement" else None
    if inner is not None and inner.type == "parenthesized_expression":
        inner = first_named(inner)
    return inner if inner is not None and inner.type == "assignment_expression" else None


def _write(new: bytearray, statement: Node, assignment: Node, target: Node) -> bool:
    start, end = statement.start_byte, target.start_byte
    if end - start < len(_LET):
        if start == 0 or not _is_free(new, start - 1):
            return False
        start -= 1
    new[start:end] = _LET + b" " * (end - start - len(_LET))
    if assignment.parent is not None and assignment.parent.type == "parenthesized_expression":
        new[assignment.parent.end_byte - 1] = ord(" ")
    return True


def _is_free(text: bytearray, at: int) -> bool:
    """Whether the byte before a statement isn't needed to end the one before it."""
    if text[at] in b" \t":
        return True
    return text[at] in b"\r\n" and bytes(text[:at]).rstrip(b" \t").endswith(_ENDS)


def _declared(root: Node, language: Language) -> list[bytes]:
    """What the script itself declares at its top level."""
    found: list[bytes] = []
    for statement in children_of(root):
        declared = statement
        if statement.type == "export_statement":
            declared = statement.child_by_field_name("declaration") or statement
        if declared.type in _DECLARING:
            patterns = (d.child_by_field_name("name") for d in children_of(declared))
            for pattern in (p for p in patterns if p is not None):
                found += (n.text or b"" for n in captures(pattern, language, _NAMES).get("n", ()))
        elif declared.type in _NAMED:
            name = declared.child_by_field_name("name")
            found.append((name.text or b"") if name is not None else b"")
        elif declared.type == "import_statement":
            found += (n.text or b"" for n in captures(declared, language, _NAMES).get("n", ()))
    return found
