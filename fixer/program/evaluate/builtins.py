"""Methods that JavaScript itself gives strings, arrays, objects and functions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.call import Hole, Piece
from fixer.program.evaluate import functions, libraries, slicing
from fixer.program.evaluate.lasting import lasts
from fixer.program.evaluate.queries import appended
from fixer.program.evaluate.replacing import replaced, split
from fixer.program.evaluate.text import concat, texts
from fixer.program.evaluate.truth import any_of, equal, tested, truth
from fixer.program.evaluate.values import (
    NOTHING,
    Address,
    Array,
    ClientValue,
    Function,
    Method,
    Place,
    Query,
    Sender,
    Text,
    Truth,
    Union,
    Unknown,
    Value,
    candidates,
    depends_of,
    place_of,
    union,
    written,
)
from fixer.program.module import Module

if TYPE_CHECKING:
    from fixer.program.evaluate.evaluator import Evaluator

FUNCTION_METHODS = frozenset({"bind", "call", "apply"})
OBJECT_METHODS = frozenset({"hasOwnProperty", "toString", "valueOf"})
STRING_METHODS = frozenset(
    {"replace", "replaceAll", "concat", "toString", "trim", "trimEnd", "trimStart", "slice"}
    | {"substring", "substr", "toLowerCase", "toUpperCase", "startsWith", "endsWith", "includes"}
    | {"split", "padStart", "padEnd", "join", "valueOf", "toLocaleString"}
)
_MOST_REDUCED = 16
SAME = frozenset({"toString", "valueOf", "trim", "trimEnd", "trimStart", "toLocaleString"})


def call(
    ev: Evaluator, method: Method, arguments: tuple[Value, ...], module: Module, node: Node
) -> Value:
    """What calling a built-in method gives."""
    receiver, name, place = method.receiver, method.name, place_of(module, node)
    if isinstance(receiver, Text) and name in slicing.NAMES:
        return slicing.sliced(ev, receiver, name, arguments, module, node)
    if isinstance(receiver, Text | Unknown):
        return _string(ev, receiver, name, arguments, place)
    if isinstance(receiver, Array):
        if name == "includes":
            is_told = len(arguments) == 1 and lasts(module, node)
            return _held(ev, receiver, arguments[0]) if is_told else Unknown("a comparison")
        return _array(ev, receiver, name, arguments, place)
    if isinstance(receiver, Query):
        return _query(ev, receiver, name, arguments, place)
    if isinstance(receiver, Address):
        return union(list(texts(ev, receiver, place)))
    if isinstance(receiver, Function):
        return _function(ev, receiver, name, arguments)
    if name == "bind" and len(arguments) > 1 and isinstance(receiver, (Sender, ClientValue)):
        return Unknown("a client that is given a part of what it sends", place=place)
    if isinstance(receiver, Sender) or (isinstance(receiver, ClientValue) and name == "bind"):
        return receiver  # `axios.get.bind(axios)`, `fetch.bind(window)`
    if isinstance(receiver, ClientValue) and name in receiver.client.same:
        return ev.force(arguments[0]) if arguments else NOTHING
    if isinstance(receiver, ClientValue):
        return libraries.extend_client(ev, receiver, arguments, module, node)
    return Unknown(f"`.{name}()`", depends_of(receiver), place=place)


def _function(ev: Evaluator, receiver: Function, name: str, arguments: tuple[Value, ...]) -> Value:
    if name == "bind":
        return receiver
    if name == "call":
        return functions.apply(ev, receiver, arguments[1:])
    spread = ev.force(arguments[1]) if len(arguments) > 1 else NOTHING
    return functions.apply(ev, receiver, spread.items if isinstance(spread, Array) else ())


def _string(
    ev: Evaluator,
    receiver: Text | Unknown,
    name: str,
    arguments: tuple[Value, ...],
    place: Place,
) -> Value:
    if name in SAME:
        return receiver
    if slicing.rest_of_url(name, receiver, arguments):
        rest = Unknown("a part of a URL", depends_of(receiver), place=place, hole=Hole.SEVERAL)
        return Array((), rest) if name == "split" else rest
    if name == "concat":
        return concat(ev, [receiver, *arguments], place)
    if name == "split" and arguments:
        return split(receiver, ev.force(arguments[0]), place)
    if isinstance(receiver, Unknown):
        return Unknown(f"`.{name}()` of something unknown", receiver.depends, place=place)
    if name in ("replace", "replaceAll") and len(arguments) == 2:
        return replaced(ev, receiver, arguments, place, every=name == "replaceAll")
    if name in ("toLowerCase", "toUpperCase"):
        return Text(tuple(_cased(p, upper=name == "toUpperCase") for p in receiver.pieces))
    if name in ("startsWith", "endsWith", "includes") and arguments:
        return tested(receiver, name, ev.force(arguments[0]))
    return Unknown(f"`.{name}()` of a string", depends_of(receiver), place=place)


def _cased(piece: Piece, *, upper: bool) -> Piece:
    change = str.upper if upper else str.lower
    if piece.text is None:
        return replace(piece, values=tuple(dict.fromkeys(map(change, piece.values))))
    changed = change(piece.text)
    return piece if changed == piece.text else replace(piece, text=changed, exact=False)


def _query(
    ev: Evaluator, receiver: Query, name: str, arguments: tuple[Value, ...], place: Place
) -> Value:
    if name == "toString":
        return union(list(texts(ev, receiver, place)))
    if name in ("set", "append"):
        return appended(ev, receiver, arguments)
    if name == "delete":
        return receiver
    return Unknown(f"`.{name}()` of a query", place=place)


def _array(
    ev: Evaluator, receiver: Array, name: str, arguments: tuple[Value, ...], place: Place
) -> Value:
    if name == "join":
        return _joined(ev, receiver, arguments, place)
    if name == "filter":
        return _filtered(ev, receiver)
    if name == "compact":
        return _filtered(ev, receiver)
    if name in ("some", "every") and arguments:
        return _any_or_all(ev, receiver, name, ev.force(arguments[0]))
    if name in ("map", "flatMap") and arguments:
        return _mapped(ev, receiver, ev.force(arguments[0]), place)
    if name == "concat":
        return _chained(ev, receiver, arguments)
    if name in ("slice", "reverse", "sort", "flat"):
        return (
            receiver if name != "slice" or not arguments else _array_slice(ev, receiver, arguments)
        )
    if name in ("reduce", "reduceRight") and arguments:
        return _reduced(ev, receiver, arguments, place, turned=name == "reduceRight")
    if name in ("find", "at", "pop", "shift"):
        found = [ev.force(i) for i in receiver.items] + ([receiver.rest] if receiver.rest else [])
        return union(found) if found else NOTHING
    return Unknown(f"`.{name}()` of an array", depends_of(receiver), place=place)


def _held(ev: Evaluator, receiver: Array, wanted: Value) -> Value:
    """What `includes` says of a list."""
    asked = [*receiver.items, *([receiver.rest] if receiver.rest is not None else [])]
    found = any_of([equal(ev.force(item), ev.force(wanted)) for item in asked])
    return Truth(found) if found is not None else Unknown("a comparison")


def _array_slice(ev: Evaluator, receiver: Array, arguments: Sequence[Value]) -> Value:
    first = ev.force(arguments[0])
    start = first.literal if isinstance(first, Text) else None
    if start is None or not start.isdigit() or len(arguments) > 1:
        return Array((), receiver.rest or Unknown("a part of an array"))
    return Array(receiver.items[int(start) :], receiver.rest)


def _joined(ev: Evaluator, receiver: Array, arguments: tuple[Value, ...], place: Place) -> Value:
    separator: Value = ev.force(arguments[0]) if arguments else written(",", place, exact=False)
    parts: list[Value] = []
    for item in receiver.begin:
        if parts:
            parts.append(separator)
        parts.append(item)
    if receiver.rest is not None:
        rest = receiver.rest
        is_last = len(receiver.begin) == len(receiver.items)
        hole = Hole.UNKNOWN if is_last else Hole.SEVERAL
        parts += [separator] if parts and not is_last else []
        parts.append(
            Unknown("further elements", rest.depends, place=rest.place or place, hole=hole)
        )
    return concat(ev, parts, place, keeps_empty=True)


def _filtered(ev: Evaluator, receiver: Array) -> Array:
    """What `filter(Boolean)` keeps; another predicate may keep everything."""
    kept: list[Value] = []
    sure = receiver.sure
    for position, item in enumerate(receiver.items):
        sure = len(kept) if position == receiver.sure else sure
        value = ev.force(item)
        if truth(value) is False:
            continue
        if isinstance(value, Union):
            value = union([c for c in candidates(value) if truth(c) is not False])
        kept.append(value)
    return Array(tuple(kept), receiver.rest, sure)


def _mapped(ev: Evaluator, receiver: Array, function: Value, place: Place) -> Value:
    if not isinstance(function, Function):
        return Array((), Unknown("mapped elements", depends_of(receiver), place=place))
    items = tuple(functions.apply(ev, function, (item,)) for item in receiver.items[:32])
    rest = receiver.rest
    if rest is not None or len(receiver.items) > 32:
        rest = Unknown("mapped elements", rest.depends if rest else frozenset(), place=place)
    return Array(items, rest, receiver.sure)


def _any_or_all(ev: Evaluator, receiver: Array, name: str, test: Value) -> Value:
    """`some` and `every`, where each element's answer is known."""
    if not isinstance(test, Function) or len(receiver.items) > 32:
        return Unknown("a comparison")
    answers = [truth(functions.apply(ev, test, (item,))) for item in receiver.items]
    if receiver.rest is not None:
        answers.append(None)
    decisive = name == "some"
    if decisive in answers:
        return Truth(decisive)
    return Unknown("a comparison") if None in answers else Truth(not decisive)


def _reduced(
    ev: Evaluator, receiver: Array, arguments: Sequence[Value], place: Place, *, turned: bool
) -> Value:
    """What is made of the items in turn; the first is where it begins, if nothing else is."""
    function = ev.force(arguments[0])
    rest = [replace(receiver.rest, hole=Hole.SEVERAL)] if receiver.rest is not None else []
    items = list(enumerate([*receiver.begin, *rest]))
    if turned:
        items.reverse()
    first = [*arguments[1:2], *(item for _, item in items)]
    is_ordered = len(receiver.items) <= _MOST_REDUCED and not (turned and rest)
    if not isinstance(function, Function) or not first or not is_ordered:
        return Unknown("a reduction", depends_of(receiver))
    result = ev.force(first[0])
    for index, item in items[len(arguments) == 1 :]:
        at = written(str(index), place, exact=False)
        result = functions.apply(ev, function, (result, item, at))
    return result


def _chained(ev: Evaluator, receiver: Array, arguments: Sequence[Value]) -> Array:
    items = list(receiver.items)
    rest = receiver.rest
    for argument in arguments:
        value = ev.force(argument)
        if isinstance(value, Array):
            items.extend(value.items)
            rest = value.rest or rest
        else:
            items.append(value)
    return Array(tuple(items), rest)
