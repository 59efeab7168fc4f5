"""A layer that the payload has and the type hasn't: the value inside is taken out of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tree_sitter import Node

from fixer.contract.model import Contract, Schema
from fixer.diagnostics import Edit
from fixer.facts.fitting import declared_name
from fixer.facts.layers import Fault, Place
from fixer.facts.takings import Takings
from fixer.facts.wrapping import Wrapping, is_list
from fixer.program.module import Import, Module
from fixer.program.program import Program, Symbol
from fixer.program.scopes import FUNCTIONS, annotated
from fixer.program.syntax import children_of, first_named, text
from fixer.program.types import Types
from fixer.program.types.model import Named, Type, Unknown, WireType, present
from fixer.rewrite.imports import Needed, import_edits
from fixer.rewrite.style import style_of
from fixer.rewrite.types import member_text

_VARIABLE, _OTHER = "page", "answer"
_OPERATOR = Needed("rxjs", "map")
_HOMES = ("rxjs", "rxjs/operators")

# What binds less than a dot behind it.
_LOOSE = frozenset(
    {"await_expression", "as_expression", "satisfies_expression", "ternary_expression"}
    | {"binary_expression", "unary_expression", "type_assertion", "new_expression"}
    | {"arrow_function", "assignment_expression"}
)


@dataclass(frozen=True, slots=True)
class Opening:
    """Rewrites the expressions of which the value is a payload around what is expected."""

    program: Program
    contract: Contract
    types: Types

    def place(self, module: Module, node: Node, wrapping: Wrapping) -> Place | None:
        """The place at an expression that meets the type; None where an earlier one is meant."""
        static = self.types.awaited(self.types.static(module, node))
        written = self._type_argument(module, node, wrapping.static)
        if written is None and not _is_unsaid(static):
            return None
        wire = present(self.types.awaited(self.types.wire(module, node)))
        if written is None:
            if not isinstance(wire, WireType):
                return Place(module, node, Fault.VALUE, None)  # the payload is a part of the value
            return Place(module, node, Fault.VALUE, self._taken_out(module, node, wrapping.key))
        layered = self._layered(module, written, wrapping)
        taken: tuple[Edit, ...] | None
        if isinstance(wire, WireType) and static == wrapping.static:
            taken = self._taken_out(module, node, wrapping.key)
        else:
            takings = Takings(module, self.types, wrapping.static)
            taken = takings.opened(node, wrapping.key) or _piped(module, node, static, wrapping.key)
        if layered is None or taken is None:
            return Place(module, node, Fault.VALUE, None)
        said = Edit(module.path, written.start_byte, written.end_byte, layered)
        return Place(module, node, Fault.VALUE, tuple(sorted((said, *taken))))

    def handed(self, module: Module, function: Node, wrapping: Wrapping) -> Place:
        """The place at a function that takes the type: `.then((page) => setRows(page.results))`.

        Of one that is written there, `(rows: Row[]) => …`, the parameter, which a person mends.
        """
        taken = annotated(function)
        if taken:
            return Place(module, taken[0], Fault.VALUE, None)
        written = text(function)
        given = _OTHER if _VARIABLE in re.findall(r"[\w$]+", written) else _VARIABLE
        called = f"({given}) => {written}({given}.{wrapping.key})"
        edit = Edit(module.path, function.start_byte, function.end_byte, called)
        return Place(module, function, Fault.VALUE, (edit,))

    def _type_argument(self, module: Module, node: Node, static: Type) -> Node | None:
        """The type argument of a call that says what it gives."""
        given = (
            node.child_by_field_name("type_arguments") if node.type == "call_expression" else None
        )
        for argument in children_of(given) if given is not None else ():
            if self.types.declared(module, argument) == static:
                return argument
        return None

    def _layered(self, module: Module, written: Node, wrapping: Wrapping) -> str | None:
        """`T[]` as `Paginated<T>`, where the module knows such a type, or as an object type."""
        item = _item(written) if is_list(wrapping.static) else None
        if item is not None:
            name = self._page_type(module, wrapping)
            if name is not None:
                return f"{name}<{text(item)}>"
        style = style_of(module)
        members = (
            f"{p.name}: {text(written)}"
            if p.name == wrapping.key
            else member_text(self.contract, p, style)
            for p in wrapping.schema.properties
        )
        return f"{{ {'; '.join(members)} }}"

    def _page_type(self, module: Module, wrapping: Wrapping) -> str | None:
        """A generic type of the module with just the payload's members and the list under `key`."""
        for name, binding in module.table(module.root).types.items():
            symbol = self.program.symbol(module, binding)
            if isinstance(symbol, Symbol) and _is_page(symbol.node, wrapping.key, wrapping.schema):
                return name
        return None

    def _taken_out(self, module: Module, node: Node, key: str) -> tuple[Edit, ...]:
        """`(await f()).results` where that can be, else `f().then((page) => page.results)`."""
        path, parent = module.path, node.parent
        callee = node.child_by_field_name("function")
        is_awaited = callee is not None and callee.type == "await_expression"
        if parent is not None and parent.type == "await_expression":
            node, is_awaited = parent, True
        if is_awaited or node.type in _LOOSE:
            return _around(module, node, "(", f").{key}")
        if not self._is_promise(module, node):
            return (Edit(path, node.end_byte, node.end_byte, f".{key}"),)
        if _is_in_async(node):
            return _around(module, node, "(await ", f").{key}")
        taken = f".then(({_VARIABLE}) => {_VARIABLE}.{key})"
        return (Edit(path, node.end_byte, node.end_byte, taken),)

    def _is_promise(self, module: Module, node: Node) -> bool:
        wire = self.types.wire(module, node)
        return isinstance(wire, Named) and self.types.awaited(wire) != wire


def _is_unsaid(static: Type) -> bool:
    """Whether a type says nothing of what arrives: `any`, `AxiosResponse<any>`."""
    if isinstance(static, Named):
        return any(map(_is_unsaid, static.args))
    return isinstance(static, Unknown)


def _piped(module: Module, node: Node, static: Type, key: str) -> tuple[Edit, ...] | None:
    """`.pipe(map((page) => page.results))` behind what gives an Observable."""
    if declared_name(static) != "Observable":
        return None
    known = module.lookup(_OPERATOR.name, node)
    found = module.import_of(known) if known is not None else None
    if known is not None and found not in [Import(home, _OPERATOR.name) for home in _HOMES]:
        return None
    end, taken = node.end_byte, f".pipe(map(({_VARIABLE}) => {_VARIABLE}.{key}))"
    needed = () if found is not None else import_edits(module, (_OPERATOR,))
    return (*needed, Edit(module.path, end, end, taken))


def _around(module: Module, node: Node, before: str, after: str) -> tuple[Edit, ...]:
    return (
        Edit(module.path, node.start_byte, node.start_byte, before),
        Edit(module.path, node.end_byte, node.end_byte, after),
    )


def _is_in_async(node: Node) -> bool:
    function = node.parent
    while function is not None and function.type not in FUNCTIONS:
        function = function.parent
    return function is not None and any(c.type == "async" for c in function.children)


def _item(written: Node) -> Node | None:
    """The `T` of `T[]` or `Array<T>`."""
    if written.type == "array_type":
        return first_named(written)
    given = written.child_by_field_name("type_arguments")
    return first_named(given) if given is not None else None


def _is_page(declaration: Node, key: str, schema: Schema) -> bool:
    parameters = declaration.child_by_field_name("type_parameters")
    body = declaration.child_by_field_name("body") or declaration.child_by_field_name("value")
    if parameters is None or body is None or len(children_of(parameters)) != 1:
        return False
    name = children_of(parameters)[0].child_by_field_name("name")
    members = {
        text(n): annotation
        for m in children_of(body)
        if (n := m.child_by_field_name("name")) is not None
        and (annotation := m.child_by_field_name("type")) is not None
    }
    listed = first_named(members[key]) if key in members else None
    item = _item(listed) if listed is not None else None
    if item is None or name is None or text(item) != text(name):
        return False
    return set(members) == {p.name for p in schema.properties}
