"""From the name of a function to the places of a file that take the value which it yields."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from fixer.facts.carriage import Carriage
from fixer.program.module import Module
from fixer.program.program import Program
from fixer.program.scopes import FUNCTIONS
from fixer.program.sending import callee
from fixer.program.syntax import children_of
from fixer.program.types import Types
from fixer.program.types.model import Function, Literal, Primitive, parts_of

# What only gives a name, by the field that holds it; None: whatever stands in it.
_NAMING = {
    "function_declaration": "name",
    "method_definition": "name",
    "method_signature": "name",
    "abstract_method_signature": "name",
    "property_signature": "name",
    "public_field_definition": "name",
    "variable_declarator": "name",
    "pair": "key",
    "required_parameter": "pattern",
    "optional_parameter": "pattern",
    "for_in_statement": "left",
    "import_specifier": None,
    "export_specifier": None,
    "object_pattern": None,
    "object_assignment_pattern": None,
    "array_pattern": None,
}
# Where a name gets another one: the field of the local name.
_RENAMING = {"import_specifier": "alias", "pair_pattern": "value"}

_COMPARING = frozenset({"==", "===", "!=", "!==", "in", "instanceof"})


class Uses:
    """Answers by what names mean statically, and by what the calls of them yield."""

    def __init__(self, program: Program, types: Types, carriage: Carriage) -> None:
        self._program = program
        self._types = types
        self._carriage = carriage

    def of(self, module: Module, name: str, function: Node) -> Iterator[Node]:
        """Where the value of `function`, called `name`, may come into `module`."""
        for node in module.occurrences(name):
            for named in (node, *_renamed(module, node)):
                if self._may_take(module, named, function):
                    yield named

    def _may_take(self, module: Module, node: Node, function: Node) -> bool:
        used = _used(node)
        if used is None:
            return False
        found = self._types.static(module, used)
        if isinstance(found, Function) and found.node != function:
            has_body = found.node.child_by_field_name("body") is not None
            if has_body or found.context.module.path not in self._program.sources:
                return False
        if all(isinstance(part, Primitive | Literal) for part in parts_of(found)):
            return False  # `loader` of another store is a text
        # A call that yields nothing of the contract's is one of another function by that name,
        # as most calls of `update` are. A function that is handed on may be called anywhere.
        call = used.parent
        if call is None or callee(call) != used:
            return not _is_only_looked_at(used)
        return self._carriage.of(self._types.wire(module, call))


def _used(node: Node) -> Node | None:
    """The expression that a name ends, `api.get` of `get`; None where it is no expression."""
    parent = node.parent
    if parent is None:
        return None
    if node.type == "string_fragment":
        outer = parent.parent
        is_key = outer is not None and outer.type == "subscript_expression"
        return outer if is_key else None
    if parent.type == "member_expression":
        return parent if parent.child_by_field_name("property") == node else node
    if parent.type in _NAMING:
        field = _NAMING[parent.type]
        if field is None or parent.child_by_field_name(field) == node:
            return None
    is_value = node.type in ("identifier", "shorthand_property_identifier")
    return node if is_value and parent.type not in _RENAMING else None


def _is_only_looked_at(used: Node) -> bool:
    """Whether a function is tested or watched where it stands: `!load`, `useEffect(f, [load])`."""
    parent = used.parent
    if parent is None or parent.type == "unary_expression":
        return True
    if parent.type == "binary_expression":
        operator = parent.child_by_field_name("operator")
        is_left = parent.child_by_field_name("left") == used
        return operator is not None and (
            operator.type in _COMPARING or (operator.type == "&&" and is_left)
        )
    given = parent.parent if parent.type == "array" else None
    if given is None or given.type != "arguments":
        return False
    return children_of(given)[0].type in FUNCTIONS


def _renamed(module: Module, node: Node) -> Iterator[Node]:
    """The uses of the local name that a file gives it: `{ get: load }`, `get as load`."""
    parent = node.parent
    field = _RENAMING.get(parent.type) if parent is not None else None
    local = parent.child_by_field_name(field) if parent is not None and field else None
    if local is not None and local.type == "assignment_pattern":
        local = local.child_by_field_name("left")
    if local is None or local == node or local.type != "identifier":
        return
    binding = module.resolve(local)
    for use in module.references(binding) if binding is not None else ():
        if use != local:
            yield use
