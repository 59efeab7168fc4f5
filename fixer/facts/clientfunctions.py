"""The frontend's own functions for the API: which there are, what each calls, where new ones go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tree_sitter import Node

from fixer.contract.model import Contract, Operation, PageUse
from fixer.facts.judged import JudgedCall
from fixer.facts.typetexts import Written, promised
from fixer.program.files import is_test
from fixer.program.module import DEFAULT, Module
from fixer.program.program import Program
from fixer.program.scopes import FUNCTIONS
from fixer.program.syntax import children_of, first_named, text


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter by its name; `name` None: a pattern, or the rest."""

    name: str | None
    node: Node
    is_optional: bool = False


@dataclass(frozen=True, slots=True)
class ClientFunction:
    """An exported function that stands for an operation, by its name or by the call it makes."""

    name: str
    module: Module
    node: Node
    operation: Operation | None

    def __hash__(self) -> int:
        return hash((self.name, self.module.path))

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        return tuple(_parameters(self.node))

    @property
    def value(self) -> Written | None:
        """The type that its promise gives, as written; None: not written."""
        annotation = self.node.child_by_field_name("return_type")
        if annotation is not None:
            inner = first_named(annotation)
            given = promised(inner) if inner is not None else None
            return Written(self.module, given) if given is not None else None
        call = called_in(self.node)
        types = call.child_by_field_name("type_arguments") if call is not None else None
        if types is None or len(children_of(types)) != 1:
            return None
        return Written(self.module, children_of(types)[0])


class ClientFunctions:
    """All client functions of a frontend; everything is computed when it is first asked for."""

    def __init__(self, program: Program, contract: Contract, calls: Iterable[JudgedCall]) -> None:
        self._program = program
        self._contract = contract
        self._judged = tuple(calls)

    @cached_property
    def names(self) -> Mapping[str, Operation]:
        """The function names that the contract gives, with their operations."""
        found = {o.function: o for o in self._contract.operations if o.function}
        for page in self._contract.pages:
            for use in page.uses:
                operation = self.operation_of(use)
                if operation is not None:
                    found.setdefault(use.function, operation)
        return found

    def operation_of(self, use: PageUse) -> Operation | None:
        """The operation that a page's list means."""
        for operation in self._contract.operations:
            if operation.method == use.method and operation.path == use.path:
                return operation
        named = (o for o in self._contract.operations if o.function == use.function)
        return next(named, None)

    @cached_property
    def all(self) -> tuple[ClientFunction, ...]:
        found: dict[tuple[Path, str], ClientFunction] = {}
        for function in (*self._named(), *self._calling()):
            found.setdefault((function.module.path, function.name), function)
        return tuple(sorted(found.values(), key=lambda f: (f.module.path, f.node.start_byte)))

    def called(self, name: str) -> ClientFunction | None:
        """The function of a name; None when no module exports it, or several do."""
        found = [f for f in self.all if f.name == name]
        return found[0] if len(found) == 1 else None

    def of(self, operation: Operation) -> tuple[ClientFunction, ...]:
        """The functions that stand for an operation, the one of the contract's name first."""
        found = [f for f in self.all if f.operation == operation]
        return tuple(sorted(found, key=lambda f: f.name != operation.function))

    @cached_property
    def missing(self) -> tuple[PageUse, ...]:
        """The functions on the pages' lists that are nowhere, each once, in the lists' order.

        A function of another name that calls the same operation is there.
        """
        found: dict[str, PageUse] = {}
        for page in self._contract.pages:
            for use in page.uses:
                operation = self.operation_of(use)
                if self._is_anywhere(use.function):
                    continue
                if operation is None or not self.of(operation):
                    found.setdefault(use.function, use)
        return tuple(found.values())

    @cached_property
    def home(self) -> Module | None:
        """The module with the most client functions: where a new one belongs."""
        counts = Counter(f.module.path for f in self.all)
        if not counts:
            return None
        most = max(counts.values())
        path = min(p for p, n in counts.items() if n == most)
        return self._program.module(path)

    def _files(self, *names: str) -> Iterator[Path]:
        for path in self._program.holding(*names):
            if not is_test(path, self._program.root) and not path.name.endswith(".d.ts"):
                yield path

    def _named(self) -> Iterator[ClientFunction]:
        if not self.names:
            return
        for path in self._files(*self.names):
            module = self._program.module(path)
            for name, operation in self.names.items():
                node = exported_function(module, name)
                if node is not None:
                    yield ClientFunction(name, module, node, operation)

    def _calling(self) -> Iterator[ClientFunction]:
        by_function: dict[tuple[Path, int], list[JudgedCall]] = {}
        for judged in self._judged:
            node = judged.call.function_node
            if node is not None and judged.operation is not None:
                key = (judged.call.module.path, node.id)
                by_function.setdefault(key, []).append(judged)
        for (path, _), judged_calls in by_function.items():
            operations = {str(j.operation): j.operation for j in judged_calls}
            function = judged_calls[0].call.function
            if len(operations) != 1 or function is None or not _is_plain(function):
                continue
            if is_test(path, self._program.root):
                continue
            module = self._program.module(path)
            node = exported_function(module, function)
            if node is not None:
                yield ClientFunction(function, module, node, next(iter(operations.values())))

    def _is_anywhere(self, name: str) -> bool:
        """Whether a module exports a function of that name, or an object or class that has one."""
        if any(f.name == name for f in self.all):
            return True
        return any(_is_member(self._program.module(p), name) for p in self._files(name))


def exported_function(module: Module, name: str) -> Node | None:
    """The function that a module exports under `name`, where it is declared; None: it doesn't."""
    for export in module.exports.get(name, ()):
        if export.binding is None or export.name == DEFAULT:
            continue
        node: Node | None = export.binding.node
        if node is not None and node.type == "variable_declarator":
            node = node.child_by_field_name("value")
        if node is not None and node.type in FUNCTIONS:
            return node
    return None


def _is_plain(function: str) -> bool:
    """Whether it is a function that anything may call: no method, component or hook."""
    hook = function.startswith("use") and function[3:4].isupper()
    return "." not in function and not function[:1].isupper() and not hook


def _is_member(module: Module, name: str) -> bool:
    """Whether a class's method or an object's function bears the name."""
    for node in module.occurrences(name):
        parent = node.parent
        if node.type != "property_identifier" or parent is None:
            continue
        if parent.type in ("method_definition", "public_field_definition"):
            return True
        value = parent.child_by_field_name("value") if parent.type == "pair" else None
        if value is not None and value.type in FUNCTIONS | {"identifier", "call_expression"}:
            return True
    return False


def _parameters(function: Node) -> Iterator[Parameter]:
    single = function.child_by_field_name("parameter")
    if single is not None:
        yield Parameter(text(single), single)
        return
    found = function.child_by_field_name("parameters")
    for parameter in children_of(found) if found is not None else ():
        pattern = parameter.child_by_field_name("pattern")
        if pattern is None:
            continue
        name = text(pattern) if pattern.type == "identifier" else None
        defaulted = parameter.child_by_field_name("value") is not None
        optional = defaulted or parameter.type == "optional_parameter"
        yield Parameter(name, parameter, optional)


def called_in(function: Node) -> Node | None:
    """The call that a function returns as it is."""
    body = function.child_by_field_name("body")
    if body is not None and body.type == "statement_block":
        statements = [s for s in children_of(body) if s.type == "return_statement"]
        body = statements[0] if len(statements) == 1 else None
        body = first_named(body) if body is not None else None
    if body is not None and body.type == "await_expression":
        body = first_named(body)
    return body if body is not None and body.type == "call_expression" else None
