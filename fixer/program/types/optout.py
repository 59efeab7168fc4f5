"""Whether the author wrote that a value has no type: `get<any>(…)`, `const row: any`, `as any`.

Where nothing is written, what flows from a request is all that is known, and it is enough. Where
`any` is written, a person has decided that the compiler shall not look.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.scopes import FUNCTIONS
from fixer.program.svelte.blocks import name_of_block
from fixer.program.syntax import below, children_of, first_named, text
from fixer.program.types.model import Context, Member, Unknown
from fixer.program.types.tables import PARAMETERS

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

_LEFT = {
    "member_expression": "object",
    "subscript_expression": "object",
    "call_expression": "function",
}
_INNER = frozenset({"parenthesized_expression", "non_null_expression", "await_expression"})
_PATTERNS = frozenset(
    {"object_pattern", "array_pattern", "pair_pattern", "rest_pattern", "assignment_pattern"}
    | {"object_assignment_pattern"}
)
_CHOSEN = {"??": ("left", "right"), "||": ("left", "right"), "&&": ("right",)}
_SOURCES = {"variable_declarator": "value", "for_in_statement": "right"}
MAX_STEPS = 6  # variables and callbacks between a place and what it begins with
_CHAIN = frozenset({"arguments", "call_expression", "member_expression", "pair", "object"})


def is_given_up(engine: Engine, context: Context, node: Node) -> bool:
    """Whether an expression, or what a pattern takes apart, begins with a written `any`.

    Any of what it chooses among, and what the variable that it begins with is made of. Or goes
    through a list under a key that is no number, which gives `any` as well.
    """
    return _is_given_up(engine, context, node, _Trail(MAX_STEPS, set()))


@dataclass(frozen=True, slots=True)
class _Trail:
    """How many steps are left, and what was asked with as many: names that a choice repeats."""

    steps: int
    asked: set[tuple[int, int]]

    def further(self) -> _Trail:
        return _Trail(self.steps - 1, self.asked)

    def is_new(self, node: Node) -> bool:
        asked = (node.id, self.steps)
        is_new = asked not in self.asked
        self.asked.add(asked)
        return is_new


def _is_given_up(engine: Engine, context: Context, node: Node, trail: _Trail) -> bool:
    if trail.steps == 0 or not trail.is_new(node):
        return False
    if node.type in _PATTERNS:
        return _declared_so(engine, context, node, trail)
    for part in _leftwards(node):
        if _says_any(part) or _misses_elements(engine, context, part):
            return True
        if part.type == "member_expression" and _is_any_property(engine, context, part):
            return True
        if part.type == "call_expression" and _returns_any(engine, context, part):
            return True
        if part.type == "identifier":
            binding = engine.binding(context.module, part)
            name = binding.name_node if binding is not None else None
            if name is None or not trail.is_new(name):
                continue
            if _declared_so(engine, context, name, trail):
                return True
    return False


def _misses_elements(engine: Engine, context: Context, node: Node) -> bool:
    """`rows[name]`: what the list holds has a type, which is not what the compiler sees here."""
    object_ = node.child_by_field_name("object") if node.type == "subscript_expression" else None
    if object_ is None or not isinstance(engine.expression(context, node), Unknown):
        return False
    return not isinstance(engine.element(engine.expression(context, object_)), Unknown)


def _is_any_property(engine: Engine, context: Context, node: Node) -> bool:
    """`this.rows` of a class that declares `rows: any[]`, `props.rows` of such props."""
    object_, name = node.child_by_field_name("object"), node.child_by_field_name("property")
    if object_ is None or name is None:
        return False
    members = engine.find(engine.expression(context.at(object_), object_), text(name))
    return any(map(_is_any_member, members))


def _is_any_member(member: Member) -> bool:
    written = member.node.child_by_field_name("type") if member.node is not None else None
    return written is not None and any(_is_any(n) for n in below(written))


def _returns_any(engine: Engine, context: Context, call: Node) -> bool:
    """`load()` of the program's own `load(): Promise<any>`, or `load<T = any>(): Promise<T>`."""
    callee = call.child_by_field_name("function")
    if callee is None:
        return False
    for function in engine.signatures(engine.expression(context.at(callee), callee)):
        written = function.node.child_by_field_name("return_type")
        if written is None or not engine.is_own(function.context):
            continue
        if any(_is_any(n) for n in below(written)):
            return True
        if call.child_by_field_name("type_arguments") is None:
            named = {text(n) for n in below(written) if n.type == "type_identifier"}
            return not named.isdisjoint(_any_unless_told(function.node))
    return False


def _any_unless_told(function: Node) -> Iterator[str]:
    """The type parameters of a function that are `any` where a call doesn't say of what type."""
    parameters = function.child_by_field_name("type_parameters")
    for parameter in children_of(parameters) if parameters is not None else ():
        name, value = parameter.child_by_field_name("name"), parameter.child_by_field_name("value")
        if name is not None and value is not None and any(_is_any(n) for n in below(value)):
            yield text(name)


def _declared_so(engine: Engine, context: Context, name: Node, trail: _Trail) -> bool:
    taken, holder = name, engine.parent(name)
    while holder is not None and holder.type in _PATTERNS:
        name, holder = holder, engine.parent(holder)
    if holder is None:
        return False
    if holder.type in FUNCTIONS:  # `row => …`
        return _comes_from_any(engine, context, holder, trail)
    written = holder.child_by_field_name("type")
    if written is not None:
        return any(_is_any(n) for n in below(written)) or (
            name.type == "object_pattern" and _takes_any(engine, context, written, taken)
        )
    source = holder.child_by_field_name(_SOURCES.get(holder.type, ""))
    if source is not None:
        return _is_given_up(engine, context, source, trail.further())
    function = engine.ancestor(holder, FUNCTIONS)
    if holder.type not in PARAMETERS or function is None:
        return False
    source = _source_of_block(context, function, holder)
    if source is not None:
        return _is_given_up(engine, context, source, trail.further())
    return _comes_from_any(engine, context, function, trail)


def _source_of_block(context: Context, function: Node, parameter: Node) -> Node | None:
    """`rows` of Svelte's `{#each rows as row}`."""
    component, around = context.module.component, parameter.parent
    if component is None or around is None or parameter not in (listed := children_of(around)):
        return None
    name = name_of_block(component, function, listed.index(parameter))
    return name.source if name is not None else None


def _takes_any(engine: Engine, context: Context, written: Node, taken: Node) -> bool:
    """`{ rows }: Props` where the props say that the rows are of any type."""
    declared = engine.declared(context, children_of(written)[0])
    return any(map(_is_any_member, engine.find(declared, text(taken))))


def _comes_from_any(engine: Engine, context: Context, callback: Node, trail: _Trail) -> bool:
    """`get<any>(…).pipe(map((row) => …))`: what the callback is given has no type."""
    around = engine.parent(callback)
    while around is not None and around.type in _CHAIN:
        if around.type == "call_expression" and _is_given_up(
            engine, context, around, trail.further()
        ):
            return True
        around = engine.parent(around)
    return False


def _leftwards(node: Node) -> Iterator[Node]:
    """What an expression begins with, from the whole inwards; of a choice, each of its sides."""
    left = [node]
    while left:
        part = left.pop()
        yield part
        left.extend(reversed(_beginnings(part)))


def _beginnings(node: Node) -> list[Node]:
    if node.type in _LEFT:
        found = [node.child_by_field_name(_LEFT[node.type])]
    elif node.type in _INNER:
        found = [first_named(node)]
    elif node.type == "ternary_expression":
        found = [node.child_by_field_name(side) for side in ("consequence", "alternative")]
    else:
        operator = node.child_by_field_name("operator")
        sides = _CHOSEN.get(operator.type, ()) if operator is not None else ()
        found = [node.child_by_field_name(side) for side in sides]
    return [part for part in found if part is not None]


def _says_any(node: Node) -> bool:
    if node.type == "as_expression":
        return any(_is_any(n) for n in children_of(node)[1:])
    arguments = node.child_by_field_name("type_arguments")
    return arguments is not None and any(_is_any(n) for n in below(arguments))


def _is_any(node: Node) -> bool:
    return node.type == "predefined_type" and node.text in (b"any", b"unknown")
