"""What type parameters stand for when a type that names them is met by another."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fixer.program.types import functions
from fixer.program.types.callbacks import called_back
from fixer.program.types.model import (
    NEVER,
    NOTHING,
    NUMBER,
    STRING,
    UNKNOWN,
    Anonymous,
    ClassValue,
    Function,
    Intersection,
    KeyOf,
    Literal,
    Mapped,
    Named,
    Primitive,
    Tuple,
    Type,
    TypeParam,
    Union,
    Unknown,
    union,
)
from fixer.program.types.names import entry, type_parameters
from fixer.program.types.relations import MAX_DEPTH, assignable

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

Found = dict[int, list[Type]]


def unify(engine: Engine, pattern: Type, source: Type, wanted: frozenset[int]) -> Found:
    """What the type parameters `wanted` in `pattern` stand for when it is met by `source`."""
    found: Found = {}
    if wanted:
        _unify(engine, pattern, source, wanted, found, 0)
    return found


def _unify(
    engine: Engine, pattern: Type, source: Type, wanted: frozenset[int], out: Found, depth: int
) -> None:
    if depth > MAX_DEPTH:
        return
    if isinstance(pattern, TypeParam):
        if pattern.node.id in wanted and source != pattern:
            types = out.setdefault(pattern.node.id, [])  # `never` is no candidate beside others
            if source != NEVER and source not in types:
                types.append(source)
        return
    if isinstance(pattern, Union):
        _unify_union(engine, pattern, source, wanted, out, depth)
        return
    if isinstance(source, Union) and not isinstance(pattern, (Mapped, KeyOf)):
        for part in source.parts:
            if part not in NOTHING:
                _unify(engine, pattern, part, wanted, out, depth + 1)
        return
    if isinstance(source, Unknown):
        return
    if isinstance(pattern, Intersection):
        for part in pattern.parts:
            _unify(engine, part, source, wanted, out, depth + 1)
        return
    if isinstance(pattern, Tuple):
        _unify_tuple(engine, pattern, source, wanted, out, depth)
        return
    if isinstance(pattern, KeyOf):
        return
    if isinstance(pattern, Mapped):
        engine.unify_mapped(pattern, source, wanted, out)
        return
    if isinstance(source, ClassValue):
        for made in engine.signatures(pattern, construct=True):
            instance = engine.instance(source, ())
            _unify(engine, engine.returned(made), instance, wanted, out, depth + 1)
        return
    _unify_constructed(engine, pattern, source, wanted, out, depth)
    if isinstance(pattern, Function) or engine.signatures(pattern):
        _unify_function(engine, pattern, source, wanted, out, depth)
        if isinstance(pattern, Function):
            return
    if isinstance(pattern, Named) and _unify_named(engine, pattern, source, wanted, out, depth):
        return
    if isinstance(pattern, (Named, Anonymous)):
        _unify_members(engine, pattern, source, wanted, out, depth)


def _unify_union(
    engine: Engine, pattern: Union, source: Type, wanted: frozenset[int], out: Found, depth: int
) -> None:
    """Parts that match a structured alternative go there, the rest to the naked parameters."""
    naked = [p for p in pattern.parts if isinstance(p, TypeParam)]
    others = [p for p in pattern.parts if not isinstance(p, TypeParam)]
    rest: list[Type] = []
    for part in source.parts if isinstance(source, Union) else (source,):
        if part in others:
            continue
        matched = False
        for other in others:
            if _alike(engine, other, part):
                _unify(engine, other, part, wanted, out, depth + 1)
                matched = True
        if not matched:
            rest.append(part)
    if rest:
        for parameter in naked:
            _unify(engine, parameter, union(*rest), wanted, out, depth + 1)


def _alike(engine: Engine, pattern: Type, source: Type) -> bool:
    if isinstance(pattern, Function):
        return bool(engine.signatures(source))
    if isinstance(pattern, (Primitive, Literal)):
        return assignable(engine, source, pattern) is True
    if isinstance(source, (Primitive, Literal, Unknown)):
        return False
    if isinstance(pattern, Tuple):
        return isinstance(source, Tuple)
    if isinstance(pattern, Named):
        if engine.as_base(source, pattern.declaration) is not None:
            return True
        if engine.signatures(pattern) and engine.signatures(source):
            return True
        return assignable(engine, source, pattern) is True
    return True


def _unify_tuple(
    engine: Engine, pattern: Tuple, source: Type, wanted: frozenset[int], out: Found, depth: int
) -> None:
    if isinstance(source, Tuple):
        for mine, theirs in zip(pattern.items, source.items, strict=False):
            _unify(engine, mine, theirs, wanted, out, depth + 1)
        tail = source.items[len(pattern.items) :]
        if pattern.rest is not None and tail:
            _unify(engine, pattern.rest, union(*tail), wanted, out, depth + 1)
        return
    element = engine.element(source)
    for item in (*pattern.items, *((pattern.rest,) if pattern.rest is not None else ())):
        _unify(engine, item, element, wanted, out, depth + 1)


def _unify_function(
    engine: Engine, pattern: Type, source: Type, wanted: frozenset[int], out: Found, depth: int
) -> None:
    mine, theirs = engine.signatures(pattern), engine.signatures(source)
    if not mine or not theirs:
        return
    expected = mine[0]
    actual = called_back(engine, _specialised(engine, theirs[-1], expected, depth), expected)
    _unify(
        engine,
        engine.returned(expected),
        engine.returned(actual),
        wanted,
        out,
        depth + 1,
    )
    said, meant = functions.predicate(expected), functions.predicate(actual)
    if said is not None and meant is not None:
        known = engine.declared(actual.context, meant[1])
        _unify(engine, engine.declared(expected.context, said[1]), known, wanted, out, depth + 1)
    inferred: Found = {}
    parameters = engine.annotated_parameters(actual)
    rest = engine.rest_parameter(expected)
    if isinstance(rest, TypeParam) and rest.node.id in wanted:
        inferred[rest.node.id] = [Tuple(tuple(p or UNKNOWN for p in parameters))]
        parameters = ()
    for index, parameter in enumerate(parameters):
        if parameter is not None:
            of_mine = engine.parameter(expected, index)
            _unify(engine, of_mine, parameter, wanted, inferred, depth + 1)
    for key, types in inferred.items():  # a parameter's type counts only where no result does
        if all(isinstance(t, Unknown) for t in out.get(key, ())):
            out[key] = types


def _unify_constructed(
    engine: Engine, pattern: Type, source: Type, wanted: frozenset[int], out: Found, depth: int
) -> None:
    """What `new` makes of a value that is no class itself: `inject(token)` of a `Type<T>`."""
    mine = engine.signatures(pattern, construct=True)
    theirs = engine.signatures(source, construct=True) if mine else ()
    if theirs:
        made = engine.returned(theirs[-1])
        _unify(engine, engine.returned(mine[0]), made, wanted, out, depth + 1)


def _specialised(engine: Engine, actual: Function, expected: Function, depth: int) -> Function:
    """A generic function as what it is called with makes it: `promise.then(unwrap)`."""
    own = type_parameters(actual.node)
    if not own:
        return actual
    found: Found = {}
    wanted = frozenset(p.id for p in own)
    for index, parameter in enumerate(engine.annotated_parameters(actual)):
        if parameter is not None:
            given = engine.parameter(expected, index)
            _unify(engine, parameter, given, wanted, found, depth + 1)
    entries = tuple(
        entry(actual.context, p, actual.node, union(*found[p.id])) for p in own if p.id in found
    )
    return replace(actual, context=actual.context.bind(entries))


def _unify_named(
    engine: Engine, pattern: Named, source: Type, wanted: frozenset[int], out: Found, depth: int
) -> bool:
    base = engine.as_base(source, pattern.declaration)
    if base is None and engine.is_global(pattern, "Array", "ReadonlyArray"):
        # A list that has to be iterable, as `U[]` where `Iterable<X>` is expected.
        is_iterable = engine.is_global(source, "Iterable") and isinstance(source, Named)
        base = source if is_iterable and isinstance(source, Named) else None
    if base is None:
        return False
    for mine, theirs in zip(pattern.args, base.args, strict=False):
        _unify(engine, mine, theirs, wanted, out, depth + 1)
    return True


def _unify_members(
    engine: Engine, pattern: Type, source: Type, wanted: frozenset[int], out: Found, depth: int
) -> None:
    if isinstance(source, (Primitive, Literal, Function, ClassValue)):
        return
    if isinstance(pattern, Named) and not any(_mentions(a, wanted) for a in pattern.args):
        return
    element = engine.index_type(pattern, STRING)
    listed = element or engine.index_type(pattern, NUMBER)
    is_list = engine.is_global(source, "Array", "ReadonlyArray") or isinstance(source, Tuple)
    if listed is not None and is_list:  # `Object.values(rows)`: no object of a list's methods
        _unify(engine, listed, engine.element(source), wanted, out, depth + 1)
        return
    if element is not None:
        # `Object.values(byId)` of `{ [id: number]: Row }`: a number's key is a text's, too.
        indexed = engine.index_type(source, STRING) or engine.index_type(source, NUMBER)
        if indexed is not None:
            _unify(engine, element, indexed, wanted, out, depth + 1)
    for member in engine.every(source):
        expected = engine.find(pattern, member.name)
        if expected:
            _unify(
                engine,
                engine.member_type(expected[0]),
                engine.member_type(member),
                wanted,
                out,
                depth + 1,
            )
        elif element is not None:
            _unify(engine, element, engine.member_type(member), wanted, out, depth + 1)


def _mentions(type_: Type, wanted: frozenset[int]) -> bool:
    """Whether a type argument can hold a wanted parameter; closures may always."""
    if isinstance(type_, TypeParam):
        return type_.node.id in wanted
    if isinstance(type_, Named):
        return any(_mentions(a, wanted) for a in type_.args)
    if isinstance(type_, (Union, Intersection)):
        return any(_mentions(p, wanted) for p in type_.parts)
    return not isinstance(type_, (Primitive, Literal, Unknown))
