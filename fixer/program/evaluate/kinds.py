"""What programs ask of a value to tell its kind: `typeof x`, `toString.call(x)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fixer.program.call import Hole
from fixer.program.evaluate.values import (
    NOTHING,
    Array,
    ClassValue,
    Function,
    Nothing,
    Place,
    Record,
    Text,
    Truth,
    Unknown,
    Value,
    written,
)

if TYPE_CHECKING:
    from fixer.program.evaluate.evaluator import Evaluator


def typeof(value: Value, place: Place) -> Value:
    """The name that `typeof` has for it."""
    tag = _tag(value)
    if tag is None:
        return Unknown("a typeof")
    return written(_TYPEOF[tag], place, exact=False)


def tag(ev: Evaluator, arguments: tuple[Value, ...], place: Place) -> Value:
    """`[object Array]` of what `Object.prototype.toString` is called with."""
    found = _tag(ev.force(arguments[0]) if arguments else NOTHING)
    return Unknown("a tag") if found is None else written(f"[object {found}]", place, exact=False)


def asked(ev: Evaluator, name: str, arguments: tuple[Value, ...]) -> Value | None:
    """Lodash's `isString` and the like; None: none of them, or it can't be told."""
    kinds = _ASKED.get(name)
    found = _tag(ev.force(arguments[0])) if kinds is not None and arguments else None
    return Truth(found in kinds) if kinds is not None and found is not None else None


_FUNCTIONS = frozenset({"Function", "AsyncFunction"})
_ASKED = {
    "isString": frozenset({"String"}),
    "isFunction": _FUNCTIONS,
    "isArray": frozenset({"Array"}),
    "isPlainObject": frozenset({"Object"}),
    "isObject": frozenset({"Object", "Array"}) | _FUNCTIONS,
    "isUndefined": frozenset({"Undefined"}),
    "isNil": frozenset({"Undefined"}),
}
# By the names of https://tc39.es/ecma262/#sec-object.prototype.tostring
_TYPEOF = {
    "String": "string",
    "Undefined": "undefined",
    "Array": "object",
    "Object": "object",
    "Function": "function",
    "AsyncFunction": "function",
}


def _tag(value: Value) -> str | None:
    if isinstance(value, Text) or (isinstance(value, Unknown) and value.hole is Hole.STRING):
        return "String"
    if isinstance(value, Nothing):
        return "Undefined"
    if isinstance(value, Array):
        return "Array"
    if isinstance(value, Record):
        return "Object"
    if isinstance(value, Function):
        is_async = any(child.type == "async" for child in value.node.children)
        return "AsyncFunction" if is_async else "Function"
    return "Function" if isinstance(value, ClassValue) else None
