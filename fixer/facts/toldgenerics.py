"""What a function reads that is given to a library's type which isn't known, but is told of a row.

`const columns: Column<Row>[] = [{ cell: (item) => item.name }]`: the function may be given a row,
or something around it. Nobody can say, so a rename that leaves the place behind isn't safe.
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from fixer.diagnostics import Span
from fixer.facts.loosekeys import LooseKey
from fixer.program.module import Module
from fixer.program.scopes import BindingKind
from fixer.program.syntax import children_of
from fixer.program.types import Types
from fixer.program.types.model import Member, Type, Unknown

_REASON = "a function that a type of a library is given may be handed one"
_BETWEEN = frozenset(
    {"pair", "object", "array", "arrow_function", "function_expression", "return_statement"}
    | {"statement_block", "parenthesized_expression", "arguments", "call_expression"}
    | {"jsx_expression", "jsx_attribute"}
)
_TOLD = frozenset({"variable_declarator", "as_expression", "satisfies_expression"})
_LITERALS = frozenset({"arrow_function", "function_expression"})
_READS = frozenset({"member_expression", "non_null_expression"})
_PATTERNS = frozenset({"object_pattern", "pair_pattern"})
_NAMES = frozenset({"property_identifier", "shorthand_property_identifier_pattern"})


class ToldGenerics:
    """What is looked for when a name is asked about."""

    def __init__(self, types: Types) -> None:
        self._types = types

    def of(self, module: Module, name: str) -> Iterator[LooseKey]:
        """Where a file reads `name` of a parameter of such a function, which has no known type."""
        for node in module.occurrences(name):
            function = _reading(module, node) if node.type in _NAMES else None
            if function is None or self._types.symbol_at(module, node).members:
                continue
            members = self._of_types(module, function, name)
            if members:
                span = Span(node.start_byte, node.end_byte)
                yield LooseKey(module, span, members, reason=_REASON)

    def _of_types(self, module: Module, function: Node, name: str) -> tuple[Member, ...]:
        """The properties of that name in what the types around a function are told of."""
        node: Node | None = function
        while node is not None and node.type in _BETWEEN:
            node = node.parent
            told = list(self._told(module, node)) if node is not None else []
            found = tuple(m for type_ in told for m in self._types.member(type_, name))
            if found:
                return found
        return ()

    def _told(self, module: Module, node: Node) -> Iterator[Type]:
        for generic in _generics(node):
            if self._is_unknown(module, generic):
                arguments = generic.child_by_field_name("type_arguments")
                for argument in children_of(arguments) if arguments is not None else ():
                    yield self._types.declared(module, argument)

    def _is_unknown(self, module: Module, generic: Node) -> bool:
        if generic.type == "generic_type":
            return isinstance(self._types.declared(module, generic), Unknown)
        called = generic.child_by_field_name("function") or generic.child_by_field_name("name")
        return called is not None and isinstance(self._types.of(module, called), Unknown)


def _reading(module: Module, node: Node) -> Node | None:
    """The function without a name whose parameter, of no type, a name is read of."""
    holder = node.parent
    if holder is None or holder.type in _PATTERNS:
        pattern = holder.parent if holder is not None and holder.type == "pair_pattern" else holder
        return _function_of(pattern) if pattern is not None else None
    object_ = holder.child_by_field_name("object")
    while object_ is not None and object_.type in _READS:  # `cell.row.original.name`
        object_ = object_.child_by_field_name("object") or object_.named_children[0]
    if object_ is None or object_.type != "identifier" or object_ == node:
        return None
    binding = module.resolve(object_)
    is_taken = binding is not None and binding.kind is BindingKind.PARAMETER
    return _function_of(binding.name_node) if binding is not None and is_taken else None


def _function_of(pattern: Node) -> Node | None:
    """`(pattern) => …` or `pattern => …`, where nothing says what is taken."""
    around = pattern.parent
    if around is not None and around.type == "arrow_function":
        return around if around.child_by_field_name("parameter") == pattern else None
    if around is None or around.child_by_field_name("type") is not None:
        return None
    parameters = around.parent
    function = parameters.parent if parameters is not None else None
    if function is None or function.type not in _LITERALS or parameters is None:
        return None
    return function


def _generics(node: Node) -> Iterator[Node]:
    """The types, calls and elements that say at `node` what functions inside are given."""
    if node.type == "call_expression":
        yield node
    elif node.type == "jsx_attribute" and node.parent is not None:
        yield node.parent
    elif node.type in _TOLD:
        written = node.child_by_field_name("type") or children_of(node)[-1]
        waiting = [written]
        while waiting:
            inner = waiting.pop()
            waiting += inner.named_children
            if inner.type == "generic_type":
                yield inner
