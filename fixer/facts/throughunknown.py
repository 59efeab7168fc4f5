"""What a file reads of a value that a function of an unknown package made of one that is known.

`const { data } = useTask(loadRows)`: nobody can say what the package hands on, but that function is
given a row's, and what comes of it is read by the name of a row's property. A rename that leaves
the place behind isn't safe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from fixer.diagnostics import Span
from fixer.facts.loosekeys import LooseKey
from fixer.program.markup import Region, VueMarkup
from fixer.program.module import Module
from fixer.program.scopes import Binding, BindingKind
from fixer.program.syntax import children_of, text
from fixer.program.types import Types
from fixer.program.types.model import Function, Member, Type, Unknown, parts_of, present

MAX_DEPTH = 6  # of a chain back to the call, and of types inside of types
_REASON = "a function of an unknown package may hand it on there"
_NAMES = frozenset({"property_identifier", "shorthand_property_identifier_pattern"})
_PATTERNS = frozenset({"object_pattern", "pair_pattern", "object_assignment_pattern"})
# Where a value stands inside of an expression that is it, a part of it, or made of it.
_INNER = {
    "member_expression": "object",
    "subscript_expression": "object",
    "call_expression": "function",
    "assignment_expression": "left",
}
_WRAPPED = frozenset(
    {"non_null_expression", "parenthesized_expression", "await_expression", "as_expression"}
)
_ANYTHING = frozenset({"any", "unknown"})
_ERROR = re.compile(r"(?:on)?(?:error|failure|rejected)", re.IGNORECASE)
_LITERALS = frozenset({"arrow_function", "function_expression", "method_definition"})
_BETWEEN = frozenset({"pair", "object", "arguments", "array"})


class ThroughUnknown:
    """What is looked for when a name is asked about."""

    def __init__(self, types: Types) -> None:
        self._types = types
        self._given: dict[int, tuple[Type, ...]] = {}

    def of(self, module: Module, name: str) -> Iterator[LooseKey]:
        """Where a file reads `name` of what such a call yields, or hands to a function."""
        for node in module.occurrences(name):
            if node.type not in _NAMES or self._types.symbol_at(module, node).members:
                continue
            read = _read_of(node)
            is_lost = read is not None and isinstance(self._types.of(module, read), Unknown)
            call = self._origin(module, read, MAX_DEPTH) if read and is_lost else None
            is_answer = call is not None and not _is_given(module, call, read, name)
            members = self._members(module, call, name) if call and is_answer else ()
            if members:
                yield LooseKey(
                    module, Span(node.start_byte, node.end_byte), members, reason=_REASON
                )

    def _origin(self, module: Module, node: Node, depth: int) -> Node | None:
        """The call of an unknown package's function from which a value comes."""
        if depth == 0:
            return None
        value = _bare(node)
        if value.type == "call_expression" and self._is_unknown(module, value):
            return value
        if value.type in _INNER:
            inner = value.child_by_field_name(_INNER[value.type])
            return self._origin(module, inner, depth - 1) if inner is not None else None
        if value.type != "identifier":
            return None
        markup = module.markup
        region = markup.region_at(value.start_byte) if isinstance(markup, VueMarkup) else None
        if isinstance(markup, VueMarkup) and region is not None:
            return self._in_template(module, markup, region, value, depth)
        binding = module.resolve(value)
        return self._declared(module, binding, depth) if binding is not None else None

    def _in_template(
        self, module: Module, markup: VueMarkup, region: Region, name: Node, depth: int
    ) -> Node | None:
        """`v-for="row in data.rows"`, `{{ data.rows }}`; what a slot hands on is not known."""
        for scope in markup.scopes(region):
            if markup.declared(scope, text(name)) is not None:
                source = markup.expression(scope.source) if scope.source else None
                return self._origin(module, source, depth - 1) if source is not None else None
        binding = module.resolve(name) or module.table(module.root).values.get(text(name))
        return self._declared(module, binding, depth) if binding is not None else None

    def _declared(self, module: Module, binding: Binding, depth: int) -> Node | None:
        if binding.kind is BindingKind.PARAMETER:
            function = _function_of(binding.node)
            is_handed = function is not None and not _takes_error(function)
            call = _call_around(function) if function is not None and is_handed else None
        else:
            call = binding.node.child_by_field_name("value")
        told = binding.node.child_by_field_name("type")
        if call is None or (told is not None and text(told).strip(": ") not in _ANYTHING):
            return None
        value = _bare(call)
        if value.type != "call_expression":
            return self._origin(module, value, depth - 1)
        if self._is_unknown(module, value):
            return value
        # `data.rows.map((row) => …)`, `computed(() => data.value.rows)`
        inner = [value.child_by_field_name("function"), *map(_body, _arguments(value))]
        found = (self._origin(module, it, depth - 1) for it in inner if it is not None)
        return next((it for it in found if it is not None), None)

    def _is_unknown(self, module: Module, call: Node) -> bool:
        """Whether it calls what is imported of a package of which nothing is known."""
        called = call.child_by_field_name("function")
        if called is None or called.type != "identifier":
            return False
        binding = module.resolve(called)
        is_imported = binding is not None and binding.kind is BindingKind.IMPORT
        return is_imported and isinstance(self._types.of(module, called), Unknown)

    def _members(self, module: Module, call: Node, name: str) -> tuple[Member, ...]:
        """The properties of that name in what the call is given, however deep."""
        given = self._given.get(call.id)
        if given is None:
            found = (type_ for it in _handed(call) for type_ in self._held(module, it))
            given = self._given[call.id] = tuple(dict.fromkeys(found))
        return tuple(dict.fromkeys(m for t in given for m in self._types.member(t, name)))

    def _held(self, module: Module, node: Node) -> Iterator[Type]:
        """What a value holds, or what a function yields that is handed on, with all inside."""
        waiting = [(it, MAX_DEPTH) for it in parts_of(self._types.of(module, node))]
        seen: set[Type] = set()
        while waiting:
            type_, depth = waiting.pop()
            if isinstance(type_, Function):
                type_ = self._types.returned(type_)
            type_ = self._types.awaited(type_)
            if depth == 0 or type_ in seen or isinstance(type_, Unknown):
                continue
            seen.add(type_)
            yield type_
            inner = [self._types.element(present(type_))]
            inner += [self._types.member_type(m) for m in self._types.members(type_)]
            waiting += [(part, depth - 1) for it in inner for part in parts_of(it)]


def _read_of(node: Node) -> Node | None:
    """What a name is read of: the object, or what a pattern takes apart."""
    holder = node.parent
    if holder is None:
        return None
    if holder.type == "member_expression":
        return holder.child_by_field_name("object")
    while holder is not None and holder.type in _PATTERNS:
        holder = holder.parent
    is_value = holder is not None and holder.type == "variable_declarator"
    return holder.child_by_field_name("value") if holder is not None and is_value else None


def _is_given(module: Module, call: Node, read: Node | None, name: str) -> bool:
    """Whether the call itself is given what is read of the whole: `define({ name: 'a', run })`."""
    whole = _bare(read) if read is not None else call
    binding = module.resolve(whole) if whole.type == "identifier" else None
    if binding is not None and binding.node.child_by_field_name("name") == binding.name_node:
        whole = _bare(binding.node.child_by_field_name("value") or whole)
    given = (it for arg in _arguments(call) if arg.type == "object" for it in children_of(arg))
    return whole == call and any(_key(it) == name for it in given)


def _key(member: Node) -> str:
    """The name of a member of an object literal."""
    named = member.child_by_field_name("key") or member.child_by_field_name("name")
    return text(named or member).strip("\"'")


def _takes_error(function: Node) -> bool:
    """Whether a function is told what went wrong: `{ onError: (it) => … }`, `.catch((it) => …)`."""
    holder = function.parent
    if function.type == "method_definition":
        return bool(_ERROR.fullmatch(_key(function)))
    if holder is None or holder.type == "pair":
        return holder is not None and bool(_ERROR.fullmatch(_key(holder)))
    call = _call_around(function)
    callee = call.child_by_field_name("function") if call is not None else None
    called = callee.child_by_field_name("property") if callee is not None else None
    is_second = call is not None and function in _arguments(call)[1:]
    return called is not None and (
        text(called) == "catch" or (is_second and text(called) == "then")
    )


def _bare(node: Node) -> Node:
    while node.type in _WRAPPED and node.named_children:
        node = node.named_children[0]
    return node


def _body(argument: Node) -> Node | None:
    """What a function of one expression yields."""
    body = argument.child_by_field_name("body") if argument.type in _LITERALS else None
    return body if body is not None and body.type != "statement_block" else None


def _arguments(call: Node) -> list[Node]:
    found = call.child_by_field_name("arguments")
    return children_of(found) if found is not None else []


def _handed(call: Node) -> Iterator[Node]:
    """The arguments, and the values of those that are object literals."""
    for argument in _arguments(call):
        yield argument
        if argument.type == "object":
            for pair in children_of(argument):
                value = pair.child_by_field_name("value")
                if value is not None or pair.type == "shorthand_property_identifier":
                    yield value or pair


def _function_of(parameter: Node) -> Node | None:
    node: Node | None = parameter
    while node is not None and node.type not in _LITERALS:
        node = node.parent
    return node


def _call_around(function: Node) -> Node | None:
    """The call that a function is handed to, itself or in an object: `{ onSuccess: (it) => … }`."""
    node = function.parent
    while node is not None and node.type in _BETWEEN:
        node = node.parent
    return node if node is not None and node.type == "call_expression" else None
