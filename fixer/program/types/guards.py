"""A condition that holds, or doesn't, and a reference: the alternatives that remain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.contract.model import Kind
from fixer.program.syntax import children_of, first_named, string_value, text
from fixer.program.types.aliasing import behind, is_kept, taken_out
from fixer.program.types.enums import unit
from fixer.program.types.functions import predicate
from fixer.program.types.model import (
    NEVER,
    NOTHING,
    NULL,
    UNDEFINED,
    ClassValue,
    Context,
    Function,
    Literal,
    Named,
    Primitive,
    Type,
    Unknown,
    WireType,
    parts_of,
    present,
    union,
)
from fixer.program.types.relations import assignable

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine


@dataclass(frozen=True, slots=True)
class Reference:
    """A variable, or `this`, and the properties read from it: `action.payload`."""

    root: bytes
    path: tuple[str, ...] = ()


def reference_of(node: Node) -> Reference | None:
    """The reference that an expression is; None for a computed one."""
    if node.type in ("identifier", "this", "shorthand_property_identifier"):
        return Reference(node.text or b"")
    if node.type in ("non_null_expression", "parenthesized_expression"):
        inner = first_named(node)
        return reference_of(inner) if inner is not None else None
    if node.type not in ("member_expression", "subscript_expression"):
        return None
    object_ = node.child_by_field_name("object")
    base = reference_of(object_) if object_ is not None else None
    name = node.child_by_field_name("property")
    index = node.child_by_field_name("index")
    key = text(name) if name is not None else None
    if index is not None:
        key = string_value(index)
        key = text(index) if key is None and index.type in ("number", "identifier") else key
    return Reference(base.root, (*base.path, key)) if base is not None and key else None


def assume(
    engine: Engine, context: Context, condition: Node, holds: bool, ref: Reference, type_: Type
) -> Type:
    """`type_` of `ref` where `condition` is true (`holds`) or false."""
    kind = condition.type
    if kind == "parenthesized_expression":
        inner = first_named(condition)
        return assume(engine, context, inner, holds, ref, type_) if inner is not None else type_
    if kind == "unary_expression" and condition.children[0].type == "!":
        inner = condition.child_by_field_name("argument")
        negated = not holds
        return assume(engine, context, inner, negated, ref, type_) if inner is not None else type_
    if kind in ("switch_case", "switch_default"):
        return _switched(engine, context, condition, ref, type_)
    if kind == "call_expression":
        return _predicate(engine, context, condition, holds, ref, type_)
    if kind == "binary_expression":
        return _binary(engine, context, condition, holds, ref, type_)
    name = _discriminant(engine, context, condition, ref)
    if name is not None:
        return _by_truth(engine, type_, name, holds)
    if reference_of(condition) != ref:
        inner = behind(engine, context, condition) if not ref.path else None
        if inner is None or inner.start_byte > condition.start_byte:
            return type_
        is_same = is_kept(engine, context, ref.root, inner, condition)
        return assume(engine, context, inner, holds, ref, type_) if is_same else type_
    return present(type_) if holds else _absent(type_)


def _absent(type_: Type) -> Type:
    """What is left where a value is known to be null or undefined, or false: no answer's object."""
    kept = (NULL if _is_object(p) else p for p in parts_of(type_))
    return union(*kept)


def _is_object(type_: Type) -> bool:
    return isinstance(type_, WireType) and type_.schema.kind in (Kind.OBJECT, Kind.ARRAY)


def _discriminant(engine: Engine, context: Context, node: Node, ref: Reference) -> str | None:
    """The property of `ref` that an expression reads: `kind` of `action.kind`."""
    other = reference_of(node)
    if other is None:
        return None
    if other.root != ref.root:
        return _kept_before(engine, context, node, ref) if not ref.path else None
    is_inside = len(other.path) == len(ref.path) + 1 and other.path[:-1] == ref.path
    return other.path[-1] if is_inside else None


def _kept_before(engine: Engine, context: Context, node: Node, ref: Reference) -> str | None:
    """The same where a constant has it: `const { kind } = action`, `const kind = action.kind`."""
    taken = taken_out(engine, context, node)
    inner = taken[0] if taken is not None else behind(engine, context, node)
    other = reference_of(inner) if inner is not None else None
    if inner is None or other is None or other.root != ref.root:
        return None
    path = (*other.path, taken[1]) if taken is not None else other.path
    is_same = len(path) == 1 and is_kept(engine, context, ref.root, inner, node)
    return path[0] if is_same else None


def _by_truth(engine: Engine, type_: Type, name: str, holds: bool) -> Type:
    kept = []
    for part in parts_of(type_):
        found = engine.property_type(part, name)
        values = parts_of(found)
        false = [v for v in values if v in NOTHING or v == Literal(False)]
        true = [v for v in values if _always_true(v)]
        if (holds and len(false) == len(values)) or (not holds and len(true) == len(values)):
            continue
        kept.append(part)
    return union(*kept) if kept else type_


def _always_true(type_: Type) -> bool:
    if isinstance(type_, Literal):
        return bool(type_.value)
    return not isinstance(type_, (Primitive, Unknown))


def _binary(
    engine: Engine, context: Context, node: Node, holds: bool, ref: Reference, type_: Type
) -> Type:
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    operator = node.child_by_field_name("operator")
    if left is None or right is None or operator is None:
        return type_
    kind = operator.type
    if kind in ("&&", "||"):
        together = (kind == "&&") == holds
        first = assume(engine, context, left, holds, ref, type_)
        if together:
            return assume(engine, context, right, holds, ref, first)
        rest = assume(engine, context, left, not holds, ref, type_)
        return union(first, assume(engine, context, right, holds, ref, rest))
    if kind in ("===", "==", "!==", "!="):
        equal = (kind in ("===", "==")) == holds
        is_loose = kind in ("==", "!=")
        found = _compared(engine, context, left, right, equal, ref, type_, is_loose=is_loose)
        return found if found is not None else type_
    if kind == "in" and string_value(left) is not None and reference_of(right) == ref:
        return _having(engine, type_, string_value(left) or "", holds)
    if kind == "instanceof" and reference_of(left) == ref:
        return _instance(engine, context, right, holds, type_)
    return type_


def _compared(
    engine: Engine,
    context: Context,
    left: Node,
    right: Node,
    equal: bool,
    ref: Reference,
    type_: Type,
    *,
    is_loose: bool,
) -> Type | None:
    for side, other in ((left, right), (right, left)):
        if side.type == "unary_expression" and side.children[0].type == "typeof":
            inner, name = side.child_by_field_name("argument"), string_value(other)
            if inner is not None and name is not None and reference_of(inner) == ref:
                return _typeof(type_, name, equal)
        name_read = _discriminant(engine, context, side, ref)
        if name_read is not None:
            values = parts_of(unit(engine, context, other))
            if is_loose and not NOTHING.isdisjoint(values):
                values = (NULL, UNDEFINED)  # `row.owner == null` holds where it is left out, too
            return matching(engine, type_, name_read, values, equal)
        if reference_of(side) == ref and other.type in ("null", "undefined"):
            return _absent(type_) if equal else present(type_)
        if reference_of(side) == ref and string_value(other) is not None:
            wanted = engine.expression(context, other)
            return _units(type_, wanted, equal)
    return None


def _units(type_: Type, wanted: Type, equal: bool) -> Type:
    kept = [p for p in parts_of(type_) if not isinstance(p, Literal) or (p == wanted) == equal]
    return union(*kept) if kept else type_


def matching(engine: Engine, type_: Type, name: str, values: tuple[Type, ...], equal: bool) -> Type:
    """The alternatives whose property `name` is one of `values`, or none of them."""
    if any(not isinstance(v, (Literal, Named)) and v not in NOTHING for v in values):
        return type_
    kept = [p for p in parts_of(type_) if _may(engine, p, name, values, equal)]
    return union(*kept) if kept else type_


def _may(engine: Engine, part: Type, name: str, values: tuple[Type, ...], equal: bool) -> bool:
    if part in NOTHING:
        return UNDEFINED in values if equal else True
    found = engine.property_type(part, name)
    if isinstance(found, Unknown):
        return True
    if not equal:
        return not all(p in values for p in parts_of(found))
    if UNDEFINED in values and any(m.optional for m in engine.find(part, name)):
        return True
    return any(assignable(engine, v, found) is not False for v in values)


_TYPEOF = {"string": str, "number": float, "boolean": bool}


def _typeof(type_: Type, name: str, equal: bool) -> Type:
    kept = [p for p in parts_of(type_) if _is_typeof(p, name) is not (not equal)]
    return union(*kept) if kept else type_


def _is_typeof(type_: Type, name: str) -> bool | None:
    """Whether `typeof` of a value gives `name`; None: it may."""
    if isinstance(type_, Unknown):
        return None
    if isinstance(type_, Primitive):
        return (type_.name == name) if type_.name != "null" else name == "object"
    if isinstance(type_, Literal):
        return isinstance(type_.value, _TYPEOF.get(name, ()))
    if isinstance(type_, (Function, ClassValue)):
        return name == "function"
    if isinstance(type_, Named) and type_.declaration.node.type == "enum_declaration":
        return None
    return name == "object"


def _having(engine: Engine, type_: Type, name: str, holds: bool) -> Type:
    kept = []
    for part in parts_of(type_):
        has = bool(engine.find(part, name))
        if has == holds or (has and any(m.optional for m in engine.find(part, name))):
            kept.append(part)
    return union(*kept) if kept else type_


def _instance(engine: Engine, context: Context, class_: Node, holds: bool, type_: Type) -> Type:
    wanted = engine.instance(engine.expression(context, class_), ())
    if not isinstance(wanted, Named):
        return type_
    return filtered(engine, type_, wanted, holds)


def filtered(engine: Engine, type_: Type, wanted: Type, holds: bool) -> Type:
    """The alternatives that are `wanted`; it itself where none is known to be."""
    if isinstance(type_, Unknown):
        return wanted if holds else type_
    kept = []
    is_one = any(_is_of(engine, part, wanted) for part in parts_of(type_))
    for part in parts_of(type_):
        fits = assignable(engine, part, wanted)
        if is_one and fits is not False and not _is_of(engine, part, wanted):
            fits = fits if _has_all(engine, part, wanted) else False
        if (fits is not False) if holds else (fits is not True):
            kept.append(part)
    if holds and not [k for k in kept if k not in NOTHING]:
        return wanted
    return union(*kept) if kept else NEVER


def _is_of(engine: Engine, part: Type, wanted: Type) -> bool:
    """Whether an alternative is `wanted` itself, or declared to extend it."""
    if isinstance(wanted, Named) and engine.as_base(part, wanted.declaration) is not None:
        return True
    return part == wanted


def _has_all(engine: Engine, part: Type, wanted: Type) -> bool:
    """Whether an alternative has the optional members too: without them it is another type."""
    return all(engine.find(part, member.name) for member in engine.every(wanted))


def _predicate(
    engine: Engine, context: Context, call: Node, holds: bool, ref: Reference, type_: Type
) -> Type:
    callee, given = call.child_by_field_name("function"), call.child_by_field_name("arguments")
    if callee is None or given is None:
        return type_
    names = [reference_of(a) for a in children_of(given)]
    if ref not in names:
        return type_
    for signature in engine.signatures(present(engine.expression(context, callee))):
        found = predicate(signature)
        if found is not None and found[0] < len(names) and names[found[0]] == ref:
            bound = engine.bound(context, call, signature)
            wanted = engine.declared(bound.context, found[1])
            if not isinstance(wanted, Unknown):
                return filtered(engine, type_, wanted, holds)
    return type_


def _switched(engine: Engine, context: Context, case: Node, ref: Reference, type_: Type) -> Type:
    """Inside `case 'a':` of `switch (action.kind)`, fallen-through cases included."""
    body = engine.parent(case)
    switch = engine.parent(body) if body is not None else None
    value = switch.child_by_field_name("value") if switch is not None else None
    if body is None or value is None:
        return type_
    inner = first_named(value) if value.type == "parenthesized_expression" else value
    name = _discriminant(engine, context, inner, ref) if inner is not None else None
    if inner is None or (name is None and reference_of(inner) != ref):
        return type_
    labels = _labels(engine, context, body, case)
    is_default = case.type == "switch_default"
    if name is None:
        kept = [
            p
            for p in parts_of(type_)
            if not isinstance(p, Literal) or (p in labels) is not is_default
        ]
        return union(*kept) if kept else type_
    return matching(engine, type_, name, tuple(labels), not is_default) if labels else type_


def _labels(engine: Engine, context: Context, body: Node, case: Node) -> list[Type]:
    """The labels that lead to `case`; for `default` those that don't."""
    cases = [c for c in children_of(body) if c.type in ("switch_case", "switch_default")]
    if case.type == "switch_default":
        chosen = [c for c in cases if c != case]
    else:
        index = cases.index(case)
        first = index
        while first > 0 and cases[first - 1].child_by_field_name("body") is None:
            first -= 1
        chosen = cases[first : index + 1]
    labels: list[Type] = []
    for each in chosen:
        value = each.child_by_field_name("value")
        if value is not None:
            labels.extend(parts_of(unit(engine, context, value)))
    return labels
