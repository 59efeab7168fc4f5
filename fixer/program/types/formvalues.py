"""A form that a class has in a field, and the types that its value meets on its way."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.angular.inputs import callee, is_signal
from fixer.program.angular.markup import AngularMarkup
from fixer.program.module import Module
from fixer.program.syntax import children_of, first_named, text
from fixer.program.types.fieldplaces import places
from fixer.program.types.functions import parameter_nodes
from fixer.program.types.met import AFAR, LostError, Met, together
from fixer.program.types.model import Context, Named, Type, TypeParam, Unknown, present
from fixer.program.types.operators import functions_in, only_tells, replaces
from fixer.program.types.passing import constant, is_own_call, taking
from fixer.program.types.references import inputs_on

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

_OUT = frozenset({"value", "getRawValue", "valueChanges"})
_IN = frozenset({"patchValue", "setValue", "reset"})
_MADE = frozenset({"group", "record"})
_CLASSES = frozenset({"FormGroup", "UntypedFormGroup", "FormRecord"})
_ALOOF = frozenset(
    {"valid", "invalid", "dirty", "pristine", "touched", "untouched", "pending", "disabled"}
    | {"enabled", "errors", "status", "statusChanges", "hasError", "get", "controls", "contains"}
    | {"addControl", "removeControl", "setControl", "registerControl", "enable", "disable"}
    | {"markAsTouched", "markAllAsTouched", "markAsUntouched", "markAsDirty", "markAsPristine"}
    | {"markAsPending", "updateValueAndValidity", "setErrors", "getError", "setValidators"}
    | {"addValidators", "clearValidators", "removeValidators", "hasValidator", "validator"}
    | {"setAsyncValidators", "clearAsyncValidators"}
)
_WRAPPING = frozenset({"parenthesized_expression", "non_null_expression", "await_expression"})
_ASKING = frozenset({"===", "!==", "==", "!=", "<", ">"})
_TYPES = frozenset({"type_query"})  # `typeof this.form.value`
_MAX_STEPS = 200


def shown(engine: Engine, owner: Named, field: Node, name: str) -> Met:
    """What a form meets that a component is handed in an input."""
    if field.type != "public_field_definition":
        return AFAR
    form = Form(engine, field, name, owner)
    return engine.recall(("shown form", field.id, owner), Met(), form.shown)


class Form:
    """One form that a class has in a field, and where its value goes and comes from."""

    def __init__(self, engine: Engine, field: Node, name: str, owner: Named) -> None:
        self._engine, self._field, self._name, self._owner = engine, field, name, owner
        self._steps = 0
        self._given: list[Type] = []

    def met(self) -> Met:
        """All that it meets where it is made and where it is used."""
        return self._all(self._found())

    def shown(self) -> Met:
        """The same of a field that is handed a form, where it is used."""
        return self._all(self._uses())

    def _all(self, found: Iterator[Type]) -> Met:
        try:
            taken = tuple(found)
            return Met(taken, tuple(self._given))
        except LostError as error:
            return error.met or Met(lost=(self._owner.declaration.module,))

    def _found(self) -> Iterator[Type]:
        module = self._owner.declaration.module
        value = self._field.child_by_field_name("value")
        declared = self._engine.property_type(self._owner, self._name)
        controls = self._engine.property_type(present(declared), "controls")
        if not isinstance(controls, Unknown) and not self._engine.is_literal(controls):
            yield controls
        if value is not None and not self._is_signal:
            yield from self._made(module, value)
        yield from self._uses()

    @property
    def _is_signal(self) -> bool:
        value = self._field.child_by_field_name("value")
        return value is not None and is_signal(value)

    def _uses(self) -> Iterator[Type]:
        elsewhere = re.compile(rb"[.\]?!]\s*" + re.escape(self._name).encode() + rb"\b")
        for where, place in places(self._engine, self._owner, self._field, self._name, elsewhere):
            yield from self._used(where, place)

    def _used(self, module: Module, place: Node) -> Iterator[Type]:
        """The types that meet the value where the form is used."""
        if self._is_given(module, place) or self._engine.ancestor(place, _TYPES) is not None:
            return
        if self._is_signal and (read := self._engine.parent(place)) is not None:
            place = read if read.type == "call_expression" else place
        parent, outer = self._outer(place)
        if parent is None or self._is_asked(module, parent, place):
            return
        if parent.type == "arguments":
            yield from self._handed(module, parent, outer)
            return
        if parent.type == "assignment_expression":
            right = parent.child_by_field_name("right")
            if right is None or right == outer:
                raise LostError
            yield from self._made(module, right)
            return
        if parent.type == "variable_declarator":
            yield from self._named(module, parent.child_by_field_name("name"))
            return
        if parent.type in ("expression_statement", "program"):
            yield from self._shown(module, place)
            return
        name = parent.child_by_field_name("property")
        if parent.type != "member_expression" or name is None or text(name) == self._name:
            raise LostError
        if text(name) in _OUT:
            yield from self._out(module, self._called(parent))
        elif text(name) in _IN:
            self._fill(module, parent)
        elif text(name) == "events":
            self._told(module, parent)
        elif text(name) not in _ALOOF:
            raise LostError

    def _told(self, module: Module, events: Node) -> None:
        """`form.events` say what has changed; but they hand on the control and its value, too."""
        if not only_tells(self._engine, module, events):
            raise LostError

    def _handed(self, module: Module, arguments: Node, node: Node) -> Iterator[Type]:
        """`save(form)`: what the program's own function does with it."""
        yield from self._named(*self._parameter(module, arguments, node))

    def _parameter(self, module: Module, arguments: Node, node: Node) -> tuple[Module, Node]:
        """By which name the program's own function goes on with an argument."""
        self._steps += 1
        call = self._engine.parent(arguments)
        found = taking(self._engine, module, call, node) if call is not None else None
        if found is None or self._steps > _MAX_STEPS:
            raise LostError
        return found

    def _named(self, module: Module, name: Node | None) -> Iterator[Type]:
        """What is done with a form by a name of its own: a parameter, `const form = …`."""
        self._steps += 1
        binding = self._engine.binding(module, name) if name is not None else None
        if binding is None or self._steps > _MAX_STEPS:
            raise LostError
        for use in module.references(binding):
            if use != binding.name_node:
                yield from self._used(module, use)

    def _shown(self, module: Module, place: Node) -> Iterator[Type]:
        """`<app-fields [form]="form">`: what a component of the program does with it."""
        markup = module.markup
        region = markup.region_at(place.start_byte) if markup is not None else None
        if not isinstance(markup, AngularMarkup) or region is None:
            raise LostError
        tag, name = markup.tag_around(region.start), markup.given_to(region)
        if tag is None or name is None:
            raise LostError
        takers = tuple(inputs_on(self._engine, tag, name))
        met = together(shown(self._engine, *taker) for taker in takers)
        if not takers or not met.is_followed:
            raise LostError(met if takers else None)
        self._given += met.given
        yield from met.taken

    def _outer(self, node: Node) -> tuple[Node | None, Node]:
        """What stands around an expression that is only wrapped: `(form)!`."""
        parent = self._engine.parent(node)
        while parent is not None and (parent.type in _WRAPPING or self._is_form(node, parent)):
            node, parent = parent, self._engine.parent(parent)
        return parent, node

    def _is_form(self, node: Node, parent: Node) -> bool:
        """Whether a form is only said to be one: `form as FormGroup`."""
        name = children_of(parent)[-1] if parent.type == "as_expression" else None
        return name is not None and name != node and text(name).split("<")[0] in _CLASSES

    def _is_given(self, module: Module, place: Node) -> bool:
        """Whether a template only says there which form its controls are of."""
        markup = module.markup
        if not isinstance(markup, AngularMarkup):
            return False
        region = markup.region_at(place.start_byte)
        return region is not None and markup.given_to(region) == "formGroup"

    def _is_asked(self, module: Module, parent: Node, place: Node) -> bool:
        """Whether it is only asked whether there is a form."""
        markup = module.markup
        if parent.type == "binary_expression":
            operator = parent.child_by_field_name("operator")
            is_left = parent.child_by_field_name("left") == self._outer(place)[1]
            return operator is not None and operator.type == "&&" and is_left
        if parent.type in ("expression_statement", "program") and isinstance(markup, AngularMarkup):
            region = markup.region_at(place.start_byte)
            return region is not None and markup.given_to(region) is None
        return parent.type in ("unary_expression", "if_statement")

    def _called(self, member: Node) -> Node:
        call = self._engine.parent(member)
        is_call = call is not None and call.type == "call_expression"
        return call if is_call and call is not None else member

    def _made(self, module: Module, value: Node) -> Iterator[Type]:
        """Where the names of the controls come from."""
        if value.type in ("null", "undefined"):
            return
        callee = value.child_by_field_name("constructor") or value.child_by_field_name("function")
        arguments = value.child_by_field_name("arguments")
        name = callee and (callee.child_by_field_name("property") or callee)
        if name is None or text(name).split("<")[0] not in _MADE | _CLASSES or arguments is None:
            raise LostError(None if is_own_call(self._engine, module, callee) else AFAR)
        controls = first_named(arguments)
        if controls is not None:
            yield from self._literal(module, controls)

    def _literal(self, module: Module, node: Node) -> Iterator[Type]:
        """The types of which an object has the keys, but for those that it writes itself."""
        node = constant(self._engine, module, node)
        if node.type != "object":
            yield self._known(module, node)
            return
        for child in children_of(node):
            if child.type == "spread_element":
                inner = first_named(child)
                if inner is not None:
                    yield from self._literal(module, inner)
            elif child.type == "pair":
                key = child.child_by_field_name("key")
                if key is None or key.type == "computed_property_name":
                    raise LostError
        expected = self._engine.contextual(Context(module), node)
        if not isinstance(present(expected), Unknown | TypeParam):
            yield expected

    def _known(self, module: Module, node: Node) -> Type:
        found = present(self._engine.expression(Context(module), node))
        if isinstance(found, Unknown) or not self._engine.is_closed(found):
            raise LostError
        return found

    def _fill(self, module: Module, member: Node) -> None:
        """What the form is filled with: `form.patchValue(row)`."""
        call = self._called(member)
        arguments = call.child_by_field_name("arguments")
        given = first_named(arguments) if arguments is not None else None
        if arguments is None:
            raise LostError
        if given is not None and given.type not in ("null", "undefined"):
            self._given += self._literal(module, given)

    def _out(self, module: Module, node: Node) -> Iterator[Type]:
        """The types that the value is taken for, from where it stands on."""
        self._steps += 1
        if self._steps > _MAX_STEPS:
            raise LostError
        parent, node = self._outer(node)
        if parent is None or parent.type == "expression_statement":
            return
        reader = _GOING.get(parent.type)
        if reader is None:
            raise LostError
        yield from reader(self, module, parent, node)

    def _read(self, module: Module, parent: Node, node: Node) -> Iterator[Type]:
        """`value.name`, `valueChanges.pipe(…)`."""
        if parent.child_by_field_name("object") != node:
            return
        call = self._called(parent)
        if call is not parent and text(node).endswith("valueChanges"):
            yield from self._observed(module, call)

    def _observed(self, module: Module, call: Node) -> Iterator[Type]:
        """What is done to each value of `valueChanges`, by functions that are written there."""
        if call.type != "call_expression":
            raise LostError
        arguments = call.child_by_field_name("arguments")
        for each in children_of(arguments) if arguments is not None else ():
            if each.type in ("identifier", "member_expression"):
                raise LostError
            for function in functions_in(each):
                yield from self._handled(module, function)
            if replaces(each):
                return
        parent, _ = self._outer(call)
        if parent is not None and parent.type == "member_expression":
            yield from self._observed(module, self._called(parent))

    def _handled(self, module: Module, function: Node) -> Iterator[Type]:
        for parameter in parameter_nodes(function):
            pattern = parameter.child_by_field_name("pattern") or parameter
            listed = children_of(pattern) if pattern.type == "array_pattern" else [pattern]
            for name in listed:
                yield from self._taken(module, name)

    def _taken(self, module: Module, name: Node | None) -> Iterator[Type]:
        """By a name of its own, or apart: `{ name, kind }`."""
        if name is not None and name.type == "identifier":
            yield from self._variable(module, name)
        elif name is None or name.type != "object_pattern" or b"..." in (name.text or b""):
            raise LostError

    def _variable(self, module: Module, name: Node) -> Iterator[Type]:
        binding = self._engine.binding(module, name)
        if binding is None:
            raise LostError
        for use in module.references(binding):
            if use != binding.name_node:
                yield from self._out(module, use)

    def _declared(self, module: Module, parent: Node, node: Node) -> Iterator[Type]:
        """`const value = form.value`"""
        name, written = parent.child_by_field_name("name"), parent.child_by_field_name("type")
        if written is not None:
            yield self._said(self._engine.contextual(Context(module), node))
        yield from self._taken(module, name)

    def _assigned(self, module: Module, parent: Node, node: Node) -> Iterator[Type]:
        left = parent.child_by_field_name("left")
        if left is None or left == node:
            raise LostError
        yield self._known(module, left)

    def _passed(self, module: Module, parent: Node, node: Node) -> Iterator[Type]:
        """`save(value)`: its type is said, or it is gone on with in the program's own function."""
        expected = present(self._engine.contextual(Context(module), node))
        if not isinstance(expected, Unknown) and self._engine.is_closed(expected):
            yield expected
        elif _is_laid(parent):
            yield from self._laid(module, parent, node)
        else:
            yield from self._taken(*self._parameter(module, parent, node))

    def _laid(self, module: Module, arguments: Node, node: Node) -> Iterator[Type]:
        """`Object.assign(row, value)` is a `row` with what is in the value."""
        target, call = children_of(arguments)[0], self._engine.parent(arguments)
        if target != node and target.type != "object":
            yield self._known(module, target)
        if call is not None:
            yield from self._out(module, call)

    def _cast(self, module: Module, parent: Node, node: Node) -> Iterator[Type]:
        yield self._known(module, parent)

    def _spread(self, module: Module, parent: Node, node: Node) -> Iterator[Type]:
        """`{ ...form.value }` goes where its object does."""
        literal = self._engine.parent(parent)
        if literal is None or literal.type != "object":
            raise LostError
        yield from self._out(module, literal)

    def _pair(self, module: Module, parent: Node, node: Node) -> Iterator[Type]:
        yield self._said(self._engine.contextual(Context(module), node))

    def _compared(self, module: Module, parent: Node, node: Node) -> Iterator[Type]:
        operator = parent.child_by_field_name("operator")
        if operator is None or operator.type not in _ASKING:
            yield from self._out(module, parent)

    def _asked(self, module: Module, parent: Node, node: Node) -> Iterator[Type]:
        return iter(())

    def _said(self, expected: Type) -> Type:
        expected = present(expected)
        if isinstance(expected, Unknown) or not self._engine.is_closed(expected):
            raise LostError
        return expected


def _is_laid(arguments: Node) -> bool:
    call = arguments.parent
    return call is not None and callee(call) == "Object.assign"


_GOING: dict[str, Callable[[Form, Module, Node, Node], Iterator[Type]]] = {
    "member_expression": Form._read,
    "subscript_expression": Form._read,
    "variable_declarator": Form._declared,
    "assignment_expression": Form._assigned,
    "arguments": Form._passed,
    "as_expression": Form._cast,
    "type_assertion": Form._cast,
    "spread_element": Form._spread,
    "pair": Form._pair,
    "binary_expression": Form._compared,
    "if_statement": Form._asked,
    "unary_expression": Form._asked,
    "template_substitution": Form._asked,
}
