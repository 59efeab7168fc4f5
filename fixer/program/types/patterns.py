"""Variables, parameters and binding patterns: the type that reaches a declared name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.scopes import FUNCTIONS, SIGNATURES, Binding
from fixer.program.syntax import children_of, text
from fixer.program.types import svelte, templates
from fixer.program.types.annotations import annotation
from fixer.program.types.callbacks import has_answer
from fixer.program.types.functions import is_rest, parameter
from fixer.program.types.growing import grown
from fixer.program.types.model import (
    NUMBER,
    STRING,
    UNKNOWN,
    Context,
    Literal,
    Primitive,
    Tuple,
    Type,
    Unknown,
    Without,
    parts_of,
    present,
    union,
)
from fixer.program.types.passing import received
from fixer.program.types.tables import PARAMETERS, name_text
from fixer.program.types.wireflow import assignments, is_nothing, set_through

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

_CASTS = frozenset({"as_expression", "satisfies_expression", "parenthesized_expression"})
_EMPTY = frozenset({"string", "object", "number", "false"})


def variable(engine: Engine, context: Context, binding: Binding) -> Type:
    """The declared type of a variable or parameter, before any narrowing."""
    if binding.name_node.type in ("namespace_import", "import_specifier"):
        return UNKNOWN
    return engine.ask("variable", _variable, context, binding.name_node)


def _variable(engine: Engine, context: Context, name: Node) -> Type:
    found = pattern_type(engine, context, name)
    if is_nothing(found):
        found = grown(engine, context, name, _assigned(engine, context, name, found))
    elif context.env.wire and _begins_empty(engine, name):
        assigned = _assigned(engine, context, name, found)
        given = parts_of(present(assigned))
        found = assigned if given and all(map(has_answer, given)) else found
    if context.env.wire and (is_nothing(found) or is_nothing(element(engine, found))):
        through = set_through(engine, context, name)
        return found if is_nothing(through) else through
    return found


def _begins_empty(engine: Engine, name: Node) -> bool:
    """Whether a variable has nothing of an answer at first: `let rows: any = ''`, `= {}`."""
    declarator = engine.parent(name)
    value = declarator.child_by_field_name("value") if declarator is not None else None
    while value is not None and value.type in _CASTS and children_of(value):
        value = children_of(value)[0]
    return value is not None and value.type in _EMPTY and not children_of(value)


def _assigned(engine: Engine, context: Context, name: Node, found: Type) -> Type:
    """`let x;` and `let x = null;` take the types of what is assigned, as control flow has it."""
    declarator = engine.parent(name)
    if declarator is None or declarator.type != "variable_declarator":
        return found
    if declarator.child_by_field_name("type") is not None and not context.env.wire:
        return found
    declaration = engine.parent(declarator)
    if declaration is None or any(c.type == "const" for c in declaration.children):
        return found
    binding = engine.binding(context.module, name)
    types = [
        engine.expression(context.at(right), right)
        for left, right in assignments(engine, context.module).get(text(name), ())
        if left.type == "identifier" and engine.binding(context.module, left) == binding
    ]
    known = [t for t in types if not isinstance(t, Unknown)]
    return union(*known) if known else found


def pattern_type(engine: Engine, context: Context, node: Node) -> Type:
    """The type of the value that a binding or assignment pattern, or a name in it, takes."""
    overlaid = engine.overlaid(context.env, node.id)
    if overlaid is not None:
        return overlaid
    parent = engine.parent(node)
    if parent is None:
        return UNKNOWN
    reader = _SOURCES.get(parent.type)
    return reader(engine, context, parent, node) if reader is not None else UNKNOWN


def _declarator(engine: Engine, context: Context, parent: Node, node: Node) -> Type:
    written = written_type(engine, context, parent)
    if written is not None:
        return written
    value = parent.child_by_field_name("value")
    if context.module.component is not None:
        given = svelte.given_unsaid(engine, context, parent, value)
        if given is not None:
            return given
    if value is not None:
        return engine.expression(context, value)
    return UNKNOWN


def written_type(engine: Engine, context: Context, node: Node) -> Type | None:
    """A declaration's annotation, where annotations count."""
    if engine.ignores_annotations(context):
        return None
    return annotation(engine, context, node)


def parameter_type(engine: Engine, context: Context, node: Node) -> Type:
    """The type of a parameter inside the function, and what a caller has to pass."""
    return engine.ask("parameter", _parameter_type, context, node)


def _parameter_type(engine: Engine, context: Context, node: Node) -> Type:
    written = written_type(engine, context, node) if node.type in PARAMETERS else None
    if written is not None:
        return written
    expected = _expected(engine, context, node)
    value = node.child_by_field_name("value")
    if isinstance(expected, Unknown) and value is not None:
        expected = engine.expression(context, value)
    if is_nothing(expected) and engine.ignores_annotations(context):
        return received(engine, context, node)
    return expected


def _expected(engine: Engine, context: Context, node: Node) -> Type:
    function = engine.ancestor(node, FUNCTIONS | SIGNATURES)
    if function is None or function.type in SIGNATURES:
        return UNKNOWN
    holder = node if node.type in PARAMETERS else function
    siblings = (
        [node]
        if holder is function
        else [
            c
            for c in children_of(engine.parent(node) or node)
            if c.type in PARAMETERS and (c.child_by_field_name("pattern") or c).type != "this"
        ]
    )
    index = siblings.index(node)
    if context.module.component is not None:
        in_block = svelte.parameter_of_block(engine, context, function, index)
        if in_block is not None:
            return in_block
    if context.module.markup is not None:
        in_template = templates.parameter_of_pattern(engine, context, function, index)
        if in_template is not None:
            return in_template
    types: list[Type] = []
    for signature in engine.expected_signatures(context, function):
        found = parameter(engine, signature, index)
        types.append(engine.array(found) if is_rest(node) else found)
    known = [t for t in types if not isinstance(t, Unknown)]
    return union(*known) if known else UNKNOWN


def _parameter(engine: Engine, context: Context, parent: Node, node: Node) -> Type:
    return parameter_type(engine, context, parent)


def _arrow(engine: Engine, context: Context, parent: Node, node: Node) -> Type:
    return parameter_type(engine, context, node)


def _pair(engine: Engine, context: Context, parent: Node, node: Node) -> Type:
    key, object_ = parent.child_by_field_name("key"), engine.parent(parent)
    if key is None or object_ is None:
        return UNKNOWN
    name = name_text(key)
    source = pattern_type(engine, context, object_)
    if name is None:
        return engine.indexed(source, engine.expression(context, children_of(key)[0]))
    return engine.property_type(source, name)


def _object(engine: Engine, context: Context, parent: Node, node: Node) -> Type:
    source = pattern_type(engine, context, parent)
    return engine.property_type(source, text(node))


def _object_default(engine: Engine, context: Context, parent: Node, node: Node) -> Type:
    object_ = engine.parent(parent)
    if object_ is None:
        return UNKNOWN
    found = engine.property_type(pattern_type(engine, context, object_), text(node))
    return _defaulted(engine, context, parent, found)


def _defaulted(engine: Engine, context: Context, parent: Node, found: Type) -> Type:
    if not isinstance(found, Unknown):
        return present(found)
    value = parent.child_by_field_name("right")
    return engine.expression(context, value) if value is not None else found


def _default(engine: Engine, context: Context, parent: Node, node: Node) -> Type:
    return _defaulted(engine, context, parent, pattern_type(engine, context, parent))


def _array(engine: Engine, context: Context, parent: Node, node: Node) -> Type:
    source = present(pattern_type(engine, context, parent))
    index = position(parent, node)
    if any(isinstance(part, Tuple) for part in engine.parts(source)):
        return union(*(_item(engine, part, index) for part in engine.parts(source)))
    return _item(engine, source, index)


def _item(engine: Engine, source: Type, index: int) -> Type:
    if isinstance(source, Tuple):
        if index < len(source.items):
            return source.items[index]
        return source.rest or UNKNOWN
    named = engine.find(source, str(index))
    return engine.member_type(named[0]) if named else engine.element(source)


def position(pattern: Node, node: Node) -> int:
    """The index of an element in an array pattern, holes counted."""
    index = 0
    for child in pattern.children:
        if child == node:
            return index
        index += child.type == ","
    return index


def _rest_pattern(engine: Engine, context: Context, parent: Node, node: Node) -> Type:
    holder = engine.parent(parent)
    if holder is None:
        return UNKNOWN
    if holder.type in PARAMETERS:
        return parameter_type(engine, context, holder)
    source = present(pattern_type(engine, context, holder))
    if holder.type == "array_pattern":
        if isinstance(source, Tuple):
            return Tuple(source.items[position(holder, parent) :], source.rest)
        return source
    if isinstance(source, Unknown):
        return UNKNOWN
    names = (_picked(c) for c in children_of(holder))
    return Without(source, frozenset(n for n in names if n is not None))


def _picked(child: Node) -> str | None:
    if child.type == "pair_pattern":
        key = child.child_by_field_name("key")
        return name_text(key) if key is not None else None
    if child.type == "object_assignment_pattern":
        left = child.child_by_field_name("left")
        return text(left) if left is not None else None
    return text(child) if child.type == "shorthand_property_identifier_pattern" else None


def _for_in(engine: Engine, context: Context, parent: Node, node: Node) -> Type:
    right, operator = parent.child_by_field_name("right"), parent.child_by_field_name("operator")
    if right is None or operator is None:
        return UNKNOWN
    if operator.type == "in":
        return STRING
    found = engine.element(present(engine.expression(context, right)))
    return engine.awaited(found) if any(c.type == "await" for c in parent.children) else found


def _assignment(engine: Engine, context: Context, parent: Node, node: Node) -> Type:
    right = parent.child_by_field_name("right")
    return engine.expression(context, right) if right is not None else UNKNOWN


def element(engine: Engine, type_: Type) -> Type:
    """What iterating a type yields."""
    type_ = present(type_)
    if isinstance(type_, Tuple):
        rest = (type_.rest,) if type_.rest is not None else ()
        return union(*type_.items, *rest) if type_.items or rest else UNKNOWN
    if isinstance(type_, (Primitive, Literal)):
        return STRING if type_ == STRING or isinstance(type_, Literal) else UNKNOWN
    parts = engine.parts(type_)
    if len(parts) > 1:
        return union(*(element(engine, p) for p in parts))
    for name in _ITERABLES:
        declaration = engine.libraries.global_interface(name)
        base = engine.as_base(type_, declaration) if declaration is not None else None
        if base is not None and base.args:
            return base.args[0]
    return engine.index_type(type_, NUMBER) or UNKNOWN


_ITERABLES = ("ReadonlyArray", "Array", "Iterable", "AsyncIterable")

_SOURCES = {
    "variable_declarator": _declarator,
    "required_parameter": _parameter,
    "optional_parameter": _parameter,
    "arrow_function": _arrow,
    "pair_pattern": _pair,
    "object_pattern": _object,
    "object_assignment_pattern": _object_default,
    "assignment_pattern": _default,
    "array_pattern": _array,
    "rest_pattern": _rest_pattern,
    "for_in_statement": _for_in,
    "assignment_expression": _assignment,
}
