"""What a view reads of a request's body, or puts into its answer, besides a serializer's fields.

`perform_create` may ask `self.request.data.get("team")`: the request has to send it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

import libcst as cst

from ..model import ANY, Kind, Property, Schema
from .classes import Classes
from .returns import is_request
from .values import ClassObject, Function, Value
from .walking import walk

_HOOKS = (
    "create",
    "update",
    "partial_update",
    "perform_create",
    "perform_update",
    "post",
    "put",
    "patch",
    "initial",
    "dispatch",
    "get_serializer",
    "get_serializer_class",
    "get_serializer_context",
    "get_queryset",
    "get_object",
    "get_permissions",
    "check_permissions",
)
_HOLDERS = frozenset({"data", "POST", "FILES"})
_READS = frozenset({"get", "getlist", "pop"})
_OWN = re.compile(r"\bself\.(\w+)\(")
# A serializer that looks at what it was given before its fields did.
_LOOKS = re.compile(
    r"\binitial_data\b|\brequest\.(?:data|POST|FILES)\b|[\"']request[\"']\]\.data\b"
)


@dataclass(slots=True)
class _Read:
    """The keys that are read; `is_open`: the body is used in ways that don't tell the keys."""

    names: dict[str, None] = field(default_factory=dict)
    is_open: bool = False
    passed: set[int] = field(default_factory=set)

    def visit_Call(self, node: cst.Call) -> None:  # noqa: N802 (libcst's name)
        match node:
            case cst.Call(
                func=cst.Attribute(value=holder, attr=cst.Name(value=read)),
                args=[cst.Arg(value=cst.SimpleString() as name), *_],
            ) if read in _READS and _is_body(holder):
                self._key(holder, name)

    def visit_Subscript(self, node: cst.Subscript) -> None:  # noqa: N802 (libcst's name)
        match node:
            case cst.Subscript(
                value=holder,
                slice=[cst.SubscriptElement(slice=cst.Index(value=cst.SimpleString() as name))],
            ) if _is_body(holder):
                self._key(holder, name)

    def visit_Comparison(self, node: cst.Comparison) -> None:  # noqa: N802 (libcst's name)
        match node:
            case cst.Comparison(
                left=cst.SimpleString() as name,
                comparisons=[cst.ComparisonTarget(comparator=holder)],
            ) if _is_body(holder):
                self._key(holder, name)

    def visit_Arg(self, node: cst.Arg) -> None:  # noqa: N802 (libcst's name)
        if node.keyword is not None and node.keyword.value == "data" and _is_body(node.value):
            self.passed.add(id(node.value))  # to a serializer

    def visit_Attribute(self, node: cst.Attribute) -> None:  # noqa: N802 (libcst's name)
        self.is_open = self.is_open or (_is_body(node) and id(node) not in self.passed)

    def _key(self, holder: cst.CSTNode, name: cst.SimpleString) -> None:
        self.passed.add(id(holder))
        self.names[str(name.evaluated_value)] = None


@dataclass(slots=True)
class _Helpers:
    """The functions that are called with the request."""

    names: dict[str, None] = field(default_factory=dict)

    def visit_Call(self, node: cst.Call) -> None:  # noqa: N802 (libcst's name)
        if isinstance(node.func, cst.Name) and any(is_request(a.value) for a in node.args):
            self.names[node.func.value] = None


def _is_body(node: cst.CSTNode) -> bool:
    match node:
        case cst.Attribute(value=of, attr=cst.Name(value=holder)):
            return holder in _HOLDERS and is_request(of)
    return False


@dataclass(slots=True)
class _Put:
    """The keys that are set on what a local name holds: `data["total"] = 1`, `data.update(…)`."""

    names: set[str] = field(default_factory=set)

    def visit_AssignTarget(self, node: cst.AssignTarget) -> None:  # noqa: N802 (libcst's name)
        match node.target:
            case cst.Subscript(
                value=cst.Name(),
                slice=[cst.SubscriptElement(slice=cst.Index(value=cst.SimpleString() as name))],
            ):
                self.names.add(str(name.evaluated_value))

    def visit_Call(self, node: cst.Call) -> None:  # noqa: N802 (libcst's name)
        match node:
            case cst.Call(
                func=cst.Attribute(value=cst.Name(), attr=cst.Name(value="update")),
                args=[cst.Arg(value=cst.Dict(elements=elements))],
            ):
                keys = (e.key for e in elements if isinstance(e, cst.DictElement))
                self.names |= {
                    str(key.evaluated_value) for key in keys if isinstance(key, cst.SimpleString)
                }


def is_added_to(node: cst.FunctionDef | None, known: Schema) -> bool:
    """Whether a view puts keys on something that the object which it is said to send hasn't.

    A response's headers are no such keys.
    """
    if node is None:
        return False
    found = _Put()
    walk(node.body, found)
    return any(name.isidentifier() and known.property(name) is None for name in found.names)


def taken_besides(
    classes: Classes, view: ClassObject | None, serializer: Value | None, body: Schema | None
) -> Schema | None:
    """The body of a standard action with what else is read of it; `body` names no component."""
    if body is None or body.kind is not Kind.OBJECT or view is None:
        return body
    if isinstance(serializer, ClassObject) and _looks(classes, serializer):
        return replace(body, loose=True, name=None)
    found = _Read()
    for function in _asked(classes, view):
        for one in (function, *_handed(classes, function)):
            node = classes.definition(one)
            if node is not None:
                walk(node.body, found)
    if found.is_open:
        return replace(body, loose=True, name=None)
    new = tuple(n for n in found.names if body.property(n) is None)
    more = tuple(Property(name, ANY, required=False) for name in new)
    return replace(body, properties=(*body.properties, *more), name=None) if more else body


def _looks(classes: Classes, serializer: ClassObject) -> bool:
    return any(_LOOKS.search(f.statement.text) for f in _written(classes, serializer).values())


def _asked(classes: Classes, view: ClassObject) -> Iterable[Function]:
    """The project's own methods that a standard action goes through, and those that they call."""
    written = _written(classes, view)
    hooks = [written[name] for name in _HOOKS if name in written]
    called = {name for hook in hooks for name in _OWN.findall(hook.statement.text)}
    return (*hooks, *(f for name, f in written.items() if name in called and name not in _HOOKS))


def _handed(classes: Classes, function: Function) -> Iterator[Function]:
    """The project's own functions to which a method hands the request."""
    node, helpers = classes.definition(function), _Helpers()
    if node is not None:
        walk(node.body, helpers)
    for name in helpers.names:
        value = classes.evaluator.name(name, function.module.frame)
        if isinstance(value, Function) and not value.module.is_stub:
            yield value


def _written(classes: Classes, cls: ClassObject) -> dict[str, Function]:
    return dict(_methods(classes, cls))


def _methods(classes: Classes, cls: ClassObject) -> Iterator[tuple[str, Function]]:
    for ancestor, members in reversed([*classes.lineage(cls)]):
        for name, value in members.items() if not ancestor.module.is_stub else ():
            if isinstance(value, Function):
                yield name, value
