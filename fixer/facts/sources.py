"""A piece of state becomes the client function whose value belongs in it, and how it is called."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from tree_sitter import Node

from fixer.contract.model import Contract, Operation
from fixer.facts.clientfunctions import ClientFunction, ClientFunctions
from fixer.facts.pages import Pages
from fixer.facts.states import State
from fixer.facts.typetexts import Written, canon, is_array, members
from fixer.program.module import Module
from fixer.program.program import Program
from fixer.program.scopes import Binding, BindingKind
from fixer.program.syntax import children_of, text

_ERRORS = frozenset({"string | null", "null | string"})


@dataclass(frozen=True, slots=True)
class Source:
    """Where state comes from: `function`, of whose value it is the member `field` (None: all).

    `item`: for state without a written type, the type of the list's elements, where it is written.
    """

    function: ClientFunction
    field: str | None = None
    item: Written | None = None


@dataclass(frozen=True, slots=True)
class Arguments:
    """What a call is given, and which of it are values of the component."""

    given: tuple[str, ...]
    depends: tuple[str, ...]


class Sources:
    """Finds sources; `pages` says which functions a page should use."""

    def __init__(
        self, program: Program, contract: Contract, clients: ClientFunctions, pages: Pages
    ) -> None:
        self._program = program
        self._contract = contract
        self._clients = clients
        self._pages = pages

    @cached_property
    def _readers(self) -> tuple[ClientFunction, ...]:
        found = (f for f in self._clients.all if f.operation is not None)
        return tuple(f for f in found if f.operation is not None and f.operation.method == "GET")

    def of(self, state: State, operation: Operation | None) -> Source | None:
        """The one source that fits the state's type, or, without one, serves `operation`.

        The page's own list decides between several, then the operation that the records fit.
        """
        if state.type is None:
            return self._untyped(operation) if operation is not None else None
        wanted = canon(self._program, Written(state.module, state.type))
        fits = [s for f in self._readers for s in self._fitting(f, wanted)]
        page = self._pages.page(state.module.path)
        listed = {use.function for use in page.uses} if page is not None else set()
        for narrowed in (
            fits,
            [s for s in fits if s.function.name in listed],
            [s for s in fits if s.function.operation == operation],
        ):
            if len(narrowed) == 1:
                return narrowed[0]
        return None

    def _fitting(self, function: ClientFunction, wanted: object) -> Iterator[Source]:
        value = function.value
        if value is None:
            return
        if canon(self._program, value) == wanted:
            yield Source(function)
            return
        names = self._payload_names(function)
        for name, found, _ in members(self._program, value):
            if found == wanted and name in names and is_array(found):
                yield Source(function, name)

    def _untyped(self, operation: Operation) -> Source | None:
        for function in self._clients.of(operation):
            value = function.value
            if value is None:
                continue
            names = self._payload_names(function)
            lists = [n for n, c, _ in members(self._program, value) if is_array(c) and n in names]
            for name in (*lists[:1], None) if len(lists) == 1 else (None,):
                item = _element(self._program, value, name)
                if item is not None:
                    return Source(function, name, item)
        return None

    def _payload_names(self, function: ClientFunction) -> frozenset[str]:
        """What the response has: a member that the contract doesn't know is a wrapper's mistake."""
        operation = function.operation
        payload = self._contract.payload(operation) if operation is not None else None
        if payload is None:
            return frozenset()
        return frozenset(p.name for p in self._contract.resolve(payload).properties)


def _element(program: Program, value: Written, field: str | None) -> Written | None:
    """The element type, by a name, of a value that is a list, or of its member `field`.

    `Page<Payment>` with `results: T[]` has the elements that it is given for `T`.
    """
    node = value.node
    if field is not None:
        found = next((w for n, _, w in members(program, value) if n == field), None)
        if found is None:
            return None
        inner = _item_node(found.node)
        if inner is None:
            return None
        names = [name for name, _ in found.given]
        if text(inner) in names:
            return _argument(value, names.index(text(inner)))
        return Written(found.module, inner)
    inner = _item_node(node)
    return Written(value.module, inner) if inner is not None else None


def _item_node(node: Node) -> Node | None:
    """The name of an array type's element."""
    if node.type != "array_type" or not children_of(node):
        return None
    inner = children_of(node)[0]
    return inner if inner.type == "type_identifier" else None


def _argument(value: Written, index: int) -> Written | None:
    """The type argument of a reference, by a name."""
    arguments = value.node.child_by_field_name("type_arguments")
    given = children_of(arguments) if arguments is not None else []
    if index >= len(given) or given[index].type != "type_identifier":
        return None
    return Written(value.module, given[index])


def arguments_for(function: ClientFunction, at: Node, module: Module) -> Arguments | None:
    """The names in scope at `at` that are called as the parameters; None: one is missing.

    A name of the component must be declared before `at`, where the effect will stand.
    """
    given: list[str] = []
    depends: list[str] = []
    for parameter in function.parameters:
        binding = module.lookup(parameter.name, at) if parameter.name else None
        usable = binding is not None and _is_before(binding, at)
        if binding is None or not usable:
            if parameter.is_optional:
                break
            return None
        given.append(binding.name)
        if binding.kind is not BindingKind.IMPORT and not _is_global(binding):
            depends.append(binding.name)
    return Arguments(tuple(given), tuple(depends))


def _is_before(binding: Binding, at: Node) -> bool:
    return binding.name_node.start_byte < at.start_byte or _is_global(binding)


def _is_global(binding: Binding) -> bool:
    node: Node | None = binding.node
    for _ in range(3):
        node = node.parent if node is not None else None
        if node is not None and node.type == "program":
            return True
    return False


def error_setter(states: tuple[State, ...], component: Node | None) -> str | None:
    """The setter of `[error, setError]` of `string | null` in a component; None: there is none."""
    for state in states:
        if state.component != component or state.name != "error" or state.setter is None:
            continue
        if state.type is not None and text(state.type) in _ERRORS:
            return state.setter.name
    return None
