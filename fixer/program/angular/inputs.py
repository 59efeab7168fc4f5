"""Inputs and outputs of a component's class: what templates call them, where they are declared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tree_sitter import Node

from fixer.program.syntax import children_of, first_named, string_value, text

_SIGNALS = frozenset({"input", "input.required", "model", "model.required"})


_OUTPUTS = frozenset({"output", "outputFromObservable", "model", "model.required"})


def inputs(class_: Node) -> Mapping[str, Node]:
    """The fields and setters of a class that templates give a value, by the templates' names."""
    return dict(_inputs(class_))


def emitters(class_: Node) -> Mapping[str, Node]:
    """The fields of a class that are outputs, by the templates' names."""
    return dict(_declared(class_, "Output", _OUTPUTS))


def outputs(class_: Node) -> frozenset[str]:
    """What templates call the outputs of a class; `rows = model()` has `rowsChange`, too."""
    found = _declared(class_, "Output", _OUTPUTS)
    return frozenset(f"{n}Change" if _is_model(member) else n for n, member in found)


def _is_model(member: Node) -> bool:
    value = member.child_by_field_name("value")
    return value is not None and callee(value) in ("model", "model.required")


def _inputs(class_: Node) -> Iterator[tuple[str, Node]]:
    yield from _declared(class_, "Input", _SIGNALS)


def _declared(
    class_: Node, decorator: str, functions: frozenset[str]
) -> Iterator[tuple[str, Node]]:
    """The members that a decorator or the call of a function makes one, by their outer names."""
    body = class_.child_by_field_name("body")
    before: list[Node] = []
    for member in children_of(body) if body is not None else ():
        if member.type == "decorator":
            before.append(member)
            continue
        name = member.child_by_field_name("name")
        options = _options(member, before, decorator, functions)
        before = [member] if member.type == "decorator" else []
        if name is not None and options is not None:
            yield _alias(options) or text(name), member


def _options(
    member: Node, before: list[Node], decorator: str, functions: frozenset[str]
) -> tuple[Node, ...] | None:
    """What the decorator or function is given; None: the member has neither."""
    for found in (*before, *(c for c in children_of(member) if c.type == "decorator")):
        call = first_named(found)
        if call is not None and callee(call) == decorator:
            return _arguments(call)
    value = member.child_by_field_name("value")
    return _arguments(value) if value is not None and callee(value) in functions else None


def is_signal(value: Node) -> bool:
    """`input<T>()`, `model.required<T>()`: the value of a field that is an input."""
    return callee(value) in _SIGNALS


def callee(call: Node) -> str:
    """What a call calls, as written; empty for what is no call."""
    function = call.child_by_field_name("function")
    return text(function) if call.type == "call_expression" and function is not None else ""


def _arguments(call: Node) -> tuple[Node, ...]:
    arguments = call.child_by_field_name("arguments")
    return tuple(children_of(arguments)) if arguments is not None else ()


def _alias(options: tuple[Node, ...]) -> str | None:
    """`'alias'` or `{ alias: 'alias' }`: an input's own first value is no name of it."""
    for option in options:
        if option.type == "string" and option.parent is not None and _is_decorator(option.parent):
            return string_value(option)
        for pair in children_of(option) if option.type == "object" else ():
            key, value = pair.child_by_field_name("key"), pair.child_by_field_name("value")
            if key is not None and value is not None and text(key) == "alias":
                return string_value(value)
    return None


def _is_decorator(arguments: Node) -> bool:
    call = arguments.parent
    return call is not None and callee(call) in ("Input", "Output")
