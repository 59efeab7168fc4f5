"""Each kind of expression becomes its value: literals, operators, objects, functions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.call import Hole, Piece
from fixer.program.evaluate import (
    classes,
    emptied,
    functions,
    kinds,
    members,
    merging,
    names,
    options,
    types,
)
from fixer.program.evaluate.environment import Env
from fixer.program.evaluate.text import concat, texts
from fixer.program.evaluate.truth import equal, truth
from fixer.program.evaluate.values import (
    NOTHING,
    Array,
    ClassValue,
    Function,
    Instance,
    Later,
    Member,
    Namespace,
    Nothing,
    Place,
    Record,
    Text,
    Truth,
    TypeRef,
    Unknown,
    Value,
    candidates,
    depends_of,
    place_of,
    union,
    written,
)
from fixer.program.module import Module
from fixer.program.syntax import children_of, ends_path, first_named, string_value, text, unescape

if TYPE_CHECKING:
    from fixer.program.evaluate.evaluator import Evaluator


MAX_SUMMANDS = 200


def _string(ev: Evaluator, module: Module, node: Node, env: Env) -> Value:
    value = string_value(node)
    place = Place(module.path, node.start_byte + 1, node.end_byte - 1)
    plain = all(c.type == "string_fragment" for c in children_of(node))
    return written(value or "", place, exact=plain)


def _template(ev: Evaluator, module: Module, node: Node, env: Env) -> Value:
    parts: list[Value] = []
    for child in children_of(node):
        place = place_of(module, child)
        if child.type == "string_fragment":
            parts.append(written(text(child), place))
        elif child.type == "escape_sequence":
            parts.append(written(unescape(text(child)), place, exact=False))
        elif child.type == "template_substitution":
            inner = first_named(child)
            value = ev.inside(module, inner, env)
            where = place_of(module, inner) if inner is not None else place
            is_absent = isinstance(value, Nothing)
            parts.append(value if is_absent else _at_least_a_hole(ev, value, where))
    return concat(ev, parts, place_of(module, node))


def _at_least_a_hole(ev: Evaluator, value: Value, place: Place) -> Value:
    return union(list(texts(ev, value, place)))


def _number(ev: Evaluator, module: Module, node: Node, env: Env) -> Value:
    return written(text(node), place_of(module, node), exact=False)


def _inner(ev: Evaluator, module: Module, node: Node, env: Env) -> Value:
    return ev.inside(module, first_named(node), env)


def _non_null(ev: Evaluator, module: Module, node: Node, env: Env) -> Value:
    value = ev.inside(module, first_named(node), env)
    kept = [c for c in candidates(value) if not isinstance(c, Nothing)]
    return union(kept) if kept else Unknown("a value", place=place_of(module, node))


def _cast(ev: Evaluator, module: Module, node: Node, env: Env) -> Value:
    value = ev.inside(module, first_named(node), env)
    target = children_of(node)[-1] if len(children_of(node)) > 1 else None
    if target is None or node.type == "type_assertion":
        return value if target is None else ev.value(module, target, env)
    is_field = node.parent is not None and node.parent.type == "public_field_definition"
    if is_field and isinstance(value, Record) and not value.members:
        return _filled_later(ev, value, TypeRef(module, target), place_of(module, node))
    return types.refined(ev, value, TypeRef(module, target), place_of(module, node))


def _filled_later(ev: Evaluator, value: Record, ref: TypeRef, place: Place) -> Value:
    """What `{} as Row` stands for as the first value of a field: a row that comes later."""
    said = types.value(ev, ref, frozenset(), place)
    if isinstance(said, Instance):
        return said
    rest = Unknown("an object that is filled later", type=ref, place=place)
    return replace(value, rest=value.rest or rest)


def _binary(ev: Evaluator, module: Module, node: Node, env: Env) -> Value:
    operator = node.child_by_field_name("operator")
    kind = operator.type if operator is not None else ""
    if kind == "+":
        summands = _summands(node)
        if len(summands) > MAX_SUMMANDS:
            return Unknown("the text is too long to follow", place=place_of(module, node))
        parts = [Later(module, part, env) for part in summands]
        return concat(ev, parts, place_of(module, node))
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    if left is None or right is None:
        return Unknown("an incomplete expression")
    if kind in ("&&", "||", "??"):
        known = ev.value(module, left, env)
        if kind == "||" and ends_path(node) and isinstance(known, Unknown) and truth(known):
            return union([known, ev.value(module, right, env)])  # `rows/${search || ''}`
        return _logical(ev, kind, known, Later(module, right, env))
    if kind in _COUNTED and _is_filled(ev, module, left, right, env):
        return Truth(_COUNTED[kind])
    if kind in ("===", "==", "!==", "!="):
        same = equal(ev.value(module, left, env), ev.value(module, right, env))
        return Unknown("a comparison") if same is None else Truth(same == (kind[0] == "="))
    if kind in ("-", "*", "/", "%", "**", "|", "&", ">>", "<<"):
        place = place_of(module, node)
        return Unknown("a calculation", place=place, hole=Hole.NUMBER)
    return Unknown("a comparison")


def _is_filled(ev: Evaluator, module: Module, left: Node, right: Node, env: Env) -> bool:
    """Whether `x.length > 0` holds for certain: what is empty so far may be filled elsewhere."""
    target, name = (left.child_by_field_name(f) for f in ("object", "property"))
    if left.type != "member_expression" or target is None or name is None:
        return False
    if text(name) != "length" or text(right) != "0" or target.type == "member_expression":
        return False
    found = candidates(ev.value(module, target, env))
    is_text = all(isinstance(value, Text) for value in found)
    return all(map(_has_something, found)) and (is_text or _only_grows(module, target))


def _only_grows(module: Module, target: Node) -> bool:
    """Whether nothing is taken from what is written as a list."""
    if target.type != "identifier":
        return target.type == "array"
    binding = module.resolve(target)
    value = binding.node.child_by_field_name("value") if binding is not None else None
    if binding is None or value is None or value.type != "array":
        return False
    parents = [use.parent for use in module.references(binding)]
    members = [p.child_by_field_name("property") for p in parents if p is not None]
    return not any(m is not None and text(m) in _TAKING for m in members)


_TAKING = frozenset({"splice", "pop", "shift"})


def _has_something(value: Value) -> bool:
    if isinstance(value, Text):
        return any(piece.text for piece in value.pieces)
    return isinstance(value, Array) and bool(value.items)


# What a comparison with 0 says of what is longer.
_COUNTED = {">": True, "!==": True, "!=": True, "===": False, "==": False}


def _summands(node: Node) -> list[Node]:
    """The operands of a chain of `+`, without recursion: such chains are long."""
    found: list[Node] = []
    left: Node | None = node
    while left is not None and left.type == "binary_expression":
        operator = left.child_by_field_name("operator")
        right = left.child_by_field_name("right")
        if operator is None or operator.type != "+" or right is None:
            break
        found.append(right)
        left = left.child_by_field_name("left")
    if left is not None:
        found.append(left)
    return found[::-1]


def _logical(ev: Evaluator, kind: str, left: Value, right: Later) -> Value:
    known = truth(left)
    if kind == "&&":
        if known is False:
            return left
        after = ev.force(right)
        return after if known else union([after, NOTHING])
    if kind == "||" and known is True:
        return left
    if kind == "||" and known is False:
        return ev.force(right)
    if kind == "??" and isinstance(left, Nothing):
        return ev.force(right)
    if kind == "??" and known is True:
        return left
    after = ev.force(right)
    if _is_base(left) and not isinstance(after, Nothing):
        return _default_base(ev, left, after)
    kept = [c for c in candidates(left) if not isinstance(c, Nothing)]
    return union([*kept, after])


def _is_base(value: Value) -> bool:
    return any(isinstance(c, Unknown) and c.hole is Hole.BASE for c in candidates(value))


def _default_base(ev: Evaluator, left: Value, after: Value) -> Value:
    """`env.API || 'http://localhost:8000/api'`: what is written says how the base looks."""
    base = next(c for c in candidates(left) if isinstance(c, Unknown) and c.hole is Hole.BASE)
    if not all(isinstance(c, Text) for c in candidates(after)) or base.place is None:
        return union([left, after])
    mark = Piece(None, *base.place, hole=Hole.BASE)
    return union([Text((mark, *c.pieces)) for c in candidates(after) if isinstance(c, Text)])


def _ternary(ev: Evaluator, module: Module, node: Node, env: Env) -> Value:
    condition = node.child_by_field_name("condition")
    known = truth(ev.inside(module, condition, env))
    if known is not None:
        return emptied.chosen(ev, module, node, env, holds=known)
    return union([emptied.chosen(ev, module, node, env, holds=it) for it in (True, False)])


def _unary(ev: Evaluator, module: Module, node: Node, env: Env) -> Value:
    operator = node.child_by_field_name("operator")
    argument = node.child_by_field_name("argument")
    kind = operator.type if operator is not None else ""
    if kind == "!":
        known = truth(ev.inside(module, argument, env))
        return Unknown("a negation") if known is None else Truth(not known)
    if kind == "void":
        return NOTHING
    if kind == "typeof":
        return kinds.typeof(ev.inside(module, argument, env), place_of(module, node))
    if kind in ("-", "+", "~"):
        return Unknown("a calculation", place=place_of(module, node), hole=Hole.NUMBER)
    return Unknown(f"`{kind}`")


def _function(ev: Evaluator, module: Module, node: Node, env: Env) -> Value:
    return Function(module, node, env)


def _class(ev: Evaluator, module: Module, node: Node, env: Env) -> Value:
    return ClassValue(module, node, env)


def _object(ev: Evaluator, module: Module, node: Node, env: Env) -> Value:
    found: dict[str, Member] = {}
    rest: Unknown | None = None
    for child in children_of(node):
        if child.type == "spread_element":
            spread = ev.inside(module, first_named(child), env)
            rest = merging.either(rest, merging.spread_into(ev, spread, found))
            continue
        name, where = _key(ev, module, child, env)
        value = _entry(module, child, env)
        if value is None:
            continue
        if name is None:
            rest = Unknown("a computed key", depends_of(*(m.value for m in found.values())))
        else:
            found[name] = Member(value, where)
    return Record(found, rest, module, node)


def _key(ev: Evaluator, module: Module, child: Node, env: Env) -> tuple[str | None, Place | None]:
    key = child.child_by_field_name("key") or child.child_by_field_name("name") or child
    if key.type == "computed_property_name":
        value = ev.inside(module, first_named(key), env)
        name = value.literal if isinstance(value, Text) else None
        return name, place_of(module, key)
    if key.type == "string":
        return string_value(key), Place(module.path, key.start_byte + 1, key.end_byte - 1)
    return text(key), place_of(module, key)


def _entry(module: Module, child: Node, env: Env) -> Value | None:
    if child.type == "pair":
        value = child.child_by_field_name("value")
        return Later(module, value, env) if value is not None else None
    if child.type in ("shorthand_property_identifier", "method_definition"):
        return Later(module, child, env)
    return None


def _array(ev: Evaluator, module: Module, node: Node, env: Env) -> Value:
    items: list[Value] = []
    rest: Unknown | None = None
    sure: int | None = None
    for child in children_of(node):
        if child.type != "spread_element":
            items.append(Later(module, child, env))
            continue
        value = ev.inside(module, first_named(child), env)
        if isinstance(value, Array):
            before = len(items)
            items.extend(value.items)
            rest = value.rest or rest
            is_open = value.rest is not None
            known = before + len(value.begin)
        else:
            rest, is_open, known = Unknown("spread elements", depends_of(value)), True, len(items)
        sure = known if is_open and sure is None else sure
    return Array(tuple(items), rest, sure)


def _truth_literal(ev: Evaluator, module: Module, node: Node, env: Env) -> Value:
    return Truth(node.type == "true")


def _nothing(ev: Evaluator, module: Module, node: Node, env: Env) -> Value:
    return NOTHING


def _assignment(ev: Evaluator, module: Module, node: Node, env: Env) -> Value:
    return ev.inside(module, node.child_by_field_name("right"), env)


def _sequence(ev: Evaluator, module: Module, node: Node, env: Env) -> Value:
    return ev.inside(module, children_of(node)[-1], env)


def _method(ev: Evaluator, module: Module, node: Node, env: Env) -> Value:
    """A method in an object literal; a getter there is its value, and so is a computed one."""
    found = Function(module, node, env)
    if any(c.type == "get" for c in node.children) or options.is_computed(node):
        return functions.apply(ev, found, ())
    return found


def _module(ev: Evaluator, module: Module, node: Node, env: Env) -> Value:
    return Namespace(module)


Handler = Callable[["Evaluator", Module, Node, Env], Value]

HANDLERS: dict[str, Handler] = {
    "string": _string,
    "template_string": _template,
    "number": _number,
    "true": _truth_literal,
    "false": _truth_literal,
    "null": _nothing,
    "undefined": _nothing,
    "identifier": names.identifier,
    "shorthand_property_identifier": names.identifier,
    "this": classes.this,
    "member_expression": members.member_expression,
    "subscript_expression": members.subscript_expression,
    "call_expression": functions.call_expression,
    "new_expression": functions.new_expression,
    "parenthesized_expression": _inner,
    "await_expression": _inner,
    "non_null_expression": _non_null,
    "satisfies_expression": _inner,
    "as_expression": _cast,
    "type_assertion": _cast,
    "instantiation_expression": _inner,
    "binary_expression": _binary,
    "ternary_expression": _ternary,
    "unary_expression": _unary,
    "assignment_expression": _assignment,
    "sequence_expression": _sequence,
    "object": _object,
    "array": _array,
    "arrow_function": _function,
    "function_expression": _function,
    "function_declaration": _function,
    "generator_function": _function,
    "generator_function_declaration": _function,
    "method_definition": _method,
    "class": _class,
    "class_declaration": _class,
    "abstract_class_declaration": _class,
    "program": _module,
}
