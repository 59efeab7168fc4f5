"""Endpoints that a builder declares, as RTK Query's: the types in which their responses arrive."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from fixer.program.call import Call
from fixer.program.clients import Clients
from fixer.program.module import Module
from fixer.program.scopes import FUNCTIONS
from fixer.program.syntax import children_of, first_named, text
from fixer.program.types import Types
from fixer.program.types.model import Type, Unknown

_TRANSFORM = "transformResponse"


def arrivals(
    call: Call, payload: Type, types: Types, clients: Clients
) -> Iterator[tuple[Type, Type]]:
    """Declared types with what reaches them, of an endpoint whose response's body is `payload`.

    The parameter of `transformResponse` is the body, and the endpoint's first type argument what
    it returns; without it, the body itself.
    """
    options = _options(call.node, clients)
    if options is None:
        return
    argument = _first_type(call, types)
    transform = _member(options, _TRANSFORM)
    if transform is None:
        if argument is not None:
            yield argument, payload
        return
    if transform.type not in FUNCTIONS:
        return
    declared = _parameter_type(call.module, transform, types)
    if declared is not None:
        yield declared, payload
    if argument is not None:
        yield argument, types.awaited(types.applied(call.module, transform, payload))


def _options(node: Node, clients: Clients) -> Node | None:
    """The object that declares the endpoint: `build.query<R>({ query: … })`."""
    callee = node.child_by_field_name("function")
    name = callee.child_by_field_name("property") if callee is not None else None
    arguments = node.child_by_field_name("arguments")
    first = children_of(arguments)[:1] if arguments is not None else []
    if name is None or not first or first[0].type != "object":
        return None
    for client in clients.all:
        builder = client.builder
        if builder is not None and text(name) in builder.methods:
            return first[0] if _member(first[0], builder.request) is not None else None
    return None


def _member(options: Node, name: str) -> Node | None:
    """The value, or the method, of an object literal's member."""
    for child in children_of(options):
        key = child.child_by_field_name("key") or child.child_by_field_name("name")
        if key is not None and text(key) == name:
            return child.child_by_field_name("value") or child
    return None


def _first_type(call: Call, types: Types) -> Type | None:
    written = call.node.child_by_field_name("type_arguments")
    if written is None or not children_of(written):
        return None
    return _known(types.declared(call.module, children_of(written)[0]))


def _parameter_type(module: Module, function: Node, types: Types) -> Type | None:
    parameters = function.child_by_field_name("parameters")
    first = first_named(parameters) if parameters else None
    annotation = first.child_by_field_name("type") if first is not None else None
    if annotation is None or not children_of(annotation):
        return None
    return _known(types.declared(module, children_of(annotation)[0]))


def _known(type_: Type) -> Type | None:
    return None if isinstance(type_, Unknown) else type_
