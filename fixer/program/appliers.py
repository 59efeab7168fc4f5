"""`useSWR(key, fetcher)` and its like become calls of the fetcher with the key."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from tree_sitter import Node

from fixer.program.callnames import called_name
from fixer.program.clients import Apply, Builder, Clients
from fixer.program.evaluate import Evaluator, functions
from fixer.program.evaluate.contexts import attribute
from fixer.program.evaluate.members import member
from fixer.program.evaluate.values import (
    ClientValue,
    Function,
    Later,
    Library,
    Nothing,
    Record,
    Sender,
    Unknown,
    Value,
    candidates,
    place_of,
)
from fixer.program.module import Module
from fixer.program.sending import Applied, Site, callee, sender_of
from fixer.program.syntax import ELEMENTS, children_of
from fixer.program.trails import Edge


def applied_edges(ev: Evaluator, files: Collection[Path], clients: Clients) -> Iterator[Edge]:
    """The calls that hand a function and its arguments to something that calls it."""
    for module, node, apply, provided in _applying(ev, files, clients):
        yield from _edges(ev, module, node, apply, provided)
    yield from _built(ev, files, clients)


def applied_senders(ev: Evaluator, files: Collection[Path], clients: Clients) -> Iterator[Site]:
    """The calls that hand a client's own function to something that calls it."""
    for module, node, apply, provided in _applying(ev, files, clients):
        applied = _handed(ev, module, node, apply, provided)
        if applied is not None:
            for client, name in sender_of(ev.force(applied.function), node):
                yield Site(module, node, client.client, name, applied)


def _applying(
    ev: Evaluator, files: Collection[Path], clients: Clients
) -> Iterator[tuple[Module, Node, Apply, _Provider]]:
    """The calls of what applies functions, with its description and what provides a fetcher."""
    for apply in clients.applies:
        provided = _Provider(ev, files, apply)
        for path in ev.program.holding(*apply.packages):
            if path in files:
                module = ev.program.module(path)
                for node in _calls(ev, module, apply):
                    yield module, node, apply, provided


def _calls(ev: Evaluator, module: Module, apply: Apply) -> Iterator[Node]:
    names = {n for n in apply.exports if n != "default"} | set(_default_names(module, apply))
    for node in module.calls:
        target = callee(node)
        if target is None or called_name(node) not in names:
            continue
        for candidate in candidates(ev.value(module, target)):
            if isinstance(candidate, Library) and candidate.specifier in apply.packages:
                yield node
                break


def applied_at(ev: Evaluator, module: Module, function: Node) -> tuple[Node, Applied] | None:
    """The call in whose arguments `function` stands to be called there, and with what."""
    up = function.parent
    while up is not None and up.type in _GIVING:
        target = callee(up) if up.type == "call_expression" else None
        for candidate in candidates(ev.value(module, target)) if target is not None else ():
            if isinstance(candidate, Library) and candidate.path:
                known = ev.clients.applying(candidate.specifier, candidate.path[-1])
                found = [_applied(ev, module, up, function, apply) for apply in known]
                if found:
                    return next((it for it in found if it is not None), None)
        up = up.parent
    return None


_GIVING = frozenset(
    {"arguments", "call_expression", "ternary_expression", "parenthesized_expression"}
    | {"as_expression", "pair", "object", "binary_expression"}
)


def _applied(
    ev: Evaluator, module: Module, node: Node, function: Node, apply: Apply
) -> tuple[Node, Applied] | None:
    arguments = _arguments(node)
    given = _function(ev, module, arguments, apply)
    place = given.node if isinstance(given, Later) else None
    if place is None or not place.start_byte <= function.start_byte <= place.end_byte:
        return None
    handed = tuple(_given(ev, module, arguments, w) for w in apply.arguments)
    return node, Applied(Later(module, function, ev.root), handed)


def _arguments(node: Node) -> list[Node]:
    listed = node.child_by_field_name("arguments")
    return children_of(listed) if listed is not None else []


def _default_names(module: Module, apply: Apply) -> Iterator[str]:
    for name, specifier in module.default_imports.items():
        if specifier in apply.packages:
            yield name


def _edges(
    ev: Evaluator, module: Module, node: Node, apply: Apply, provided: _Provider
) -> Iterator[Edge]:
    applied = _handed(ev, module, node, apply, provided)
    for candidate in candidates(ev.force(applied.function)) if applied is not None else ():
        if isinstance(candidate, Function):
            yield Edge(module, node, candidate.node, applied)


def _handed(
    ev: Evaluator, module: Module, node: Node, apply: Apply, provided: _Provider
) -> Applied | None:
    """What the call makes something call, and with what."""
    arguments = _arguments(node)
    function = _function(ev, module, arguments, apply)
    given = candidates(ev.force(function)) if function is not None else ()
    if not any(isinstance(c, Function | Sender | ClientValue) for c in given):
        function = provided.function if function is None or provided.name else function
    if function is None:
        return None
    return Applied(function, tuple(_given(ev, module, arguments, w) for w in apply.arguments))


def _function(ev: Evaluator, module: Module, arguments: list[Node], apply: Apply) -> Value | None:
    where = apply.function
    if isinstance(where, int):
        return Later(module, arguments[where], ev.root) if where < len(arguments) else None
    options = ev.value(module, arguments[0]) if arguments else None
    key = where.removeprefix("option:")
    if isinstance(options, Record) and key in options.members:
        return options.members[key].value
    return None


def _given(
    ev: Evaluator, module: Module, arguments: list[Node], what: int | str
) -> Value | tuple[str, Value]:
    if isinstance(what, int):
        if what >= len(arguments):
            return Nothing()
        return Later(module, arguments[what], ev.root)
    key, _, index = what.partition("=")
    if index:
        value = _given(ev, module, arguments, int(index))
        return key, value if isinstance(value, Later) else Nothing()
    key = what.removeprefix("option:")
    options = ev.value(module, arguments[0]) if arguments else Nothing()
    if isinstance(options, Record) and key in options.members:
        return key, options.members[key].value
    return key, Unknown(f"`{key}`")


class _Provider:
    """Where the fetcher comes from when a call has none of its own."""

    def __init__(self, ev: Evaluator, files: Collection[Path], apply: Apply) -> None:
        self._ev = ev
        self._files = files
        self.name, _, path = (apply.provider or "").partition(" ")
        self._path = path.split(".")
        self._known = False
        self._function: Value | None = None

    @property
    def function(self) -> Value | None:
        if not self._known:
            self._known = True
            self._function = next(self._found(), None) if self.name else None
        return self._function

    def _found(self) -> Iterator[Value]:
        for path in self._ev.program.holding(self.name):
            if path not in self._files:
                continue
            module = self._ev.program.module(path)
            for node in module.occurrences(self.name):
                value = self._options(module, node)
                if value is None:
                    continue
                for key in self._path[self._skipped :]:
                    value = member(self._ev, value, key, place_of(module, node))
                if isinstance(self._ev.force(value), Function):
                    yield self._ev.force(value)

    _skipped = 0

    def _options(self, module: Module, node: Node) -> Value | None:
        parent = node.parent
        if parent is None:
            return None
        if parent.type in ELEMENTS:
            value = attribute(parent, self._path[0])
            self._skipped = 1
            return self._ev.value(module, value) if value is not None else None
        arguments = parent.child_by_field_name("arguments")
        if parent.type == "new_expression" and arguments is not None:
            first = children_of(arguments)[:1]
            self._skipped = 0
            return self._ev.value(module, first[0]) if first else None
        return None


def _built(ev: Evaluator, files: Collection[Path], clients: Clients) -> Iterator[Edge]:
    """RTK Query endpoints whose `baseQuery` is a function of the program: it is called."""
    for client in clients.all:
        builder = client.builder
        if builder is None:
            continue
        if not any(ev.program.holding(*builder.creators, *builder.makers)):
            continue
        declared = _declaring(builder)
        for path in ev.program.holding(*builder.methods):
            if path not in files or declared.search(ev.program.sources[path]) is None:
                continue
            module = ev.program.module(path)
            for node in module.calls:
                if called_name(node) in builder.methods:
                    yield from _endpoint(ev, module, node)


def _declaring(builder: Builder) -> re.Pattern[bytes]:
    """An endpoint in a text: `build.query<A, B>({ …`."""
    methods = "|".join(map(re.escape, builder.methods))
    return re.compile(rf"\.\s*(?:{methods})\s*[<(]".encode())


def _endpoint(ev: Evaluator, module: Module, node: Node) -> Iterator[Edge]:
    target = callee(node)
    holder = target.child_by_field_name("object") if target is not None else None
    arguments = node.child_by_field_name("arguments")
    if holder is None or arguments is None or not children_of(arguments):
        return
    for candidate in candidates(ev.value(module, holder)):
        if not isinstance(candidate, ClientValue) or candidate.client.builder is None:
            continue
        builder = candidate.client.builder
        for config in candidate.configs[:1]:
            options = ev.force(config)
            if not isinstance(options, Record) or builder.base not in options.members:
                continue
            base = ev.force(options.members[builder.base].value)
            endpoint = ev.value(module, children_of(arguments)[0])
            request = _request(ev, endpoint, builder.request)
            for function in candidates(base):
                if isinstance(function, Function) and request is not None:
                    yield Edge(module, node, function.node, Applied(function, (request,)))


def _request(ev: Evaluator, endpoint: Value, key: str) -> Value | None:
    if not isinstance(endpoint, Record) or key not in endpoint.members:
        return None
    value = ev.force(endpoint.members[key].value)
    return functions.generic_result(ev, value) if isinstance(value, Function) else value


def sends_by_function(
    ev: Evaluator, client: ClientValue, name: str, module: Module, node: Node
) -> bool:
    """Whether an endpoint is sent by a function of the program, which is followed instead."""
    builder = client.client.builder
    if builder is None or name not in builder.methods:
        return False
    for argument in functions.arguments_of(ev, module, node, ev.root)[:1]:
        endpoint = ev.force(argument)
        if isinstance(endpoint, Record) and builder.request not in endpoint.members:
            return True  # `queryFn`
    config = ev.force(client.configs[0]) if client.configs else Nothing()
    base = config.members.get(builder.base) if isinstance(config, Record) else None
    value = ev.force(base.value) if base is not None else Nothing()
    return all(isinstance(c, Function) for c in candidates(value))
