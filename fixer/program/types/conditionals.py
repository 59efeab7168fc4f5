"""Conditional types: `A extends B ? C : D`, with what `infer` takes out of A."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.syntax import children_of, text
from fixer.program.types.keys import expanded
from fixer.program.types.model import (
    NOTHING,
    STRING,
    UNKNOWN,
    Context,
    Entry,
    KeyOf,
    Literal,
    Named,
    Type,
    TypeParam,
    Union,
    Unknown,
    Without,
    parts_of,
    union,
)
from fixer.program.types.relations import assignable
from fixer.program.types.spelling import spelling
from fixer.program.types.unification import unify

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine


_LISTS = ("Array", "ReadonlyArray", "Iterable", "ArrayLike")
_PARTS = ("left", "right", "consequence", "alternative")


def conditional(engine: Engine, context: Context, node: Node) -> Type:
    """`A extends B ? C : D`, over each alternative of a naked type parameter A."""
    left = node.child_by_field_name("left")
    if left is None:
        return UNKNOWN
    if text(left) == "unknown":
        return _of_any(engine, context, node)
    checked = engine.declared(context, left)
    if isinstance(checked, KeyOf):
        kept = _kept(engine, context, node, checked)
        if kept is not None:
            return kept
        checked = expanded(engine, checked)
    parameter = engine.type_parameter(context, left)
    if parameter is not None and isinstance(checked, Union):
        branches: list[Type] = []
        for part in checked.parts:
            entry = Entry(parameter, context.module, node.start_byte, node.end_byte, part)
            branches.append(_branch(engine, context.bind((entry,)), node, part))
        return union(*branches)
    return _branch(engine, context, node, checked)


def _kept(engine: Engine, context: Context, node: Node, checked: KeyOf) -> Type | None:
    """`Extract<keyof T, string>`, `Exclude<keyof T, 'id'>`: keys still; None: other types."""
    left, right, yes, no = (node.child_by_field_name(part) for part in _PARTS)
    if left is None or right is None or yes is None or no is None:
        return None
    asked = engine.declared(context, right)
    if text(yes) == text(left):
        return checked if asked == STRING else None  # but for such as are no texts
    if text(yes) != "never" or text(no) != text(left):
        return None
    names = {p.value for p in parts_of(asked) if isinstance(p, Literal)}
    if any(p not in NOTHING and not isinstance(p, Literal) for p in parts_of(asked)):
        return None
    if not names or isinstance(checked.type, TypeParam | Unknown):
        return checked
    return KeyOf(Without(checked.type, frozenset(map(str, names))))


def _of_any(engine: Engine, context: Context, node: Node) -> Type:
    """`unknown extends T ? A : B`, which asks whether T is anything at all."""
    right, no = node.child_by_field_name("right"), node.child_by_field_name("alternative")
    pattern = engine.declared(context, right) if right is not None else UNKNOWN
    is_known = not isinstance(pattern, Unknown | TypeParam)
    return engine.declared(context, no) if is_known and no is not None else UNKNOWN


def _branch(engine: Engine, context: Context, node: Node, checked: Type) -> Type:
    right = node.child_by_field_name("right")
    yes, no = node.child_by_field_name("consequence"), node.child_by_field_name("alternative")
    if right is None or yes is None or no is None:
        return UNKNOWN
    if isinstance(checked, Unknown):
        return UNKNOWN
    if right.type == "template_literal_type":
        return _spelled(engine, context, node, right, checked)
    wanted = frozenset(n.id for n in _infers(right))
    pattern = engine.declared(context, right)
    fits = assignable(engine, checked, pattern)
    if fits is None and not _is_record_for(engine, checked, pattern):
        return UNKNOWN
    if not fits:
        return engine.declared(context, no)
    found = unify(engine, pattern, checked, wanted)
    entries = tuple(
        Entry(key, context.module, node.start_byte, node.end_byte, union(*types))
        for key, types in found.items()
    )
    missing = tuple(
        Entry(key, context.module, node.start_byte, node.end_byte, UNKNOWN)
        for key in wanted - found.keys()
    )
    return engine.declared(context.bind((*entries, *missing)), yes)


def _is_record_for(engine: Engine, checked: Type, pattern: Type) -> bool:
    """Whether a record of the program's, of which a base isn't known, is held against a library's.

    `interface Row extends TableData { name: string }` is no `Ref`, and no promise.
    """
    if not isinstance(checked, Named) or not isinstance(pattern, Named):
        return False
    record, asked = checked.declaration, pattern.declaration
    if record.node.type != "interface_declaration" or engine.is_own(Context(asked.module)):
        return False
    if not engine.is_own(Context(record.module)) or engine.is_global(pattern, *_LISTS):
        return False
    name = asked.node.child_by_field_name("name")
    bases = [c for c in children_of(record.node) if c.type == "extends_type_clause"]
    is_named = name is not None and any(text(name) in text(base) for base in bases)
    return not is_named and any(True for _ in engine.every(checked))


def _spelled(engine: Engine, context: Context, node: Node, right: Node, checked: Type) -> Type:
    """The branch for a name that is held against a template: `K extends `${infer A}.x``."""
    pattern = spelling(engine, context, right)
    name = checked.value if isinstance(checked, Literal) else None
    if pattern is None or not isinstance(name, str):
        return UNKNOWN
    fits = pattern.fullmatch(name)
    branch = node.child_by_field_name("alternative" if fits is None else "consequence")
    if branch is None:
        return UNKNOWN
    parts = zip(_infers(right), fits.groups() if fits is not None else (), strict=False)
    entries = (
        Entry(infer.id, context.module, node.start_byte, node.end_byte, Literal(part))
        for infer, part in parts
    )
    return engine.declared(context.bind(tuple(entries)), branch)


def _infers(node: Node) -> list[Node]:
    if node.type == "infer_type":
        return [node]
    return [found for child in children_of(node) for found in _infers(child)]
