"""Two types side by side: does one fit the other, and what do its type parameters stand for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fixer.program.types.model import (
    NEVER,
    NOTHING,
    STRING,
    UNKNOWN,
    Anonymous,
    ClassValue,
    Context,
    Function,
    Intersection,
    KeyOf,
    Literal,
    Mapped,
    Named,
    ObjectLiteral,
    Primitive,
    Tuple,
    Type,
    TypeParam,
    Union,
    Unknown,
    WireType,
    Without,
    union,
)
from fixer.program.types.names import entry, type_parameters

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

Found = dict[int, list[Type]]
MAX_UNIFY = 12


def unify(engine: Engine, pattern: Type, source: Type, wanted: frozenset[int]) -> Found:
    """What the type parameters `wanted` in `pattern` stand for when it is met by `source`."""
    found: Found = {}
    if wanted:
        _unify(engine, pattern, source, wanted, found, 0)
    return found


def _unify(
    engine: Engine, pattern: Type, source: Type, wanted: frozenset[int], out: Found, depth: int
) -> None:
    if depth > MAX_UNIFY:
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
    actual = _specialised(engine, theirs[-1], expected, depth)
    _unify(
        engine,
        engine.returned(expected),
        engine.returned(actual),
        wanted,
        out,
        depth + 1,
    )
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
    if element is not None:
        indexed = engine.index_type(source, STRING)
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


def assignable(engine: Engine, source: Type, target: Type, depth: int = 0) -> bool | None:
    """Whether `source` fits `target`; None where that can't be told."""
    if isinstance(source, Unknown) or isinstance(target, Unknown) or depth > MAX_UNIFY:
        return isinstance(target, Unknown) or None
    if source == target:
        return True
    if isinstance(source, KeyOf) or isinstance(target, KeyOf):
        wide, wanted = engine.expanded(source), engine.expanded(target)
        if isinstance(wide, KeyOf) or isinstance(wanted, KeyOf):
            return None
        return assignable(engine, wide, wanted, depth + 1)
    if isinstance(target, TypeParam):
        bound = engine.constraint(target)
        return True if isinstance(bound, Unknown) else assignable(engine, source, bound, depth + 1)
    if isinstance(source, Union):
        return _all([assignable(engine, p, target, depth + 1) for p in source.parts])
    if isinstance(target, Union):
        return _any([assignable(engine, source, p, depth + 1) for p in target.parts])
    if isinstance(target, Intersection):
        return _all([assignable(engine, source, p, depth + 1) for p in target.parts])
    if isinstance(source, Intersection):
        return _any([assignable(engine, p, target, depth + 1) for p in source.parts])
    if isinstance(source, TypeParam):
        return assignable(engine, engine.constraint(source), target, depth + 1)
    if isinstance(source, Primitive) and source.name == "never":
        return True
    if isinstance(target, (Primitive, Literal)) or isinstance(source, (Primitive, Literal)):
        return _scalar(source, target)
    return _structural(engine, source, target, depth)


_KINDS = {str: "string", bool: "boolean", int: "number", float: "number"}


def _scalar(source: Type, target: Type) -> bool | None:
    if isinstance(target, Literal):
        return False if isinstance(source, (Literal, Primitive)) else _never_scalar(source)
    if isinstance(target, Primitive):
        if target.name == "object":
            return not isinstance(source, (Primitive, Literal))
        if isinstance(source, Literal):
            return _KINDS[type(source.value)] == target.name
        if isinstance(source, Primitive):
            return target.name == "void" and source.name == "undefined"
        return _never_scalar(source)
    if isinstance(source, (Primitive, Literal)) and source in NOTHING:
        return False
    is_open = isinstance(target, Anonymous) or _is_enum(target)
    return None if is_open else False


def _never_scalar(source: Type) -> bool | None:
    if isinstance(source, (WireType, KeyOf)):
        return None
    # An enum's value is a string or a number; any other named type is neither.
    return None if _is_enum(source) else False


def _is_enum(type_: Type) -> bool:
    return isinstance(type_, Named) and type_.declaration.node.type == "enum_declaration"


def _holds_anything(engine: Engine, source: Type, target: Mapped) -> bool:
    """Whether `target` is a `Record<string, unknown>` and `source` one of the program's objects."""
    if not isinstance(engine.index_type(target, STRING), Unknown):
        return False
    if isinstance(source, Named):
        declared = source.declaration
        is_own = declared.module.path in engine.program.sources
        return is_own and declared.node.type != "enum_declaration"
    return isinstance(source, Anonymous | ObjectLiteral | Mapped)


def _structural(engine: Engine, source: Type, target: Type, depth: int) -> bool | None:
    if isinstance(source, WireType) and isinstance(target, Named):
        return _wire_fits(engine, source, target, depth)
    if isinstance(target, Mapped) and _holds_anything(engine, source, target):
        return True
    if isinstance(source, WireType) or isinstance(target, (WireType, Mapped, Without)):
        return None
    if isinstance(target, Named) and engine.as_base(source, target.declaration) is not None:
        base = engine.as_base(source, target.declaration)
        assert base is not None
        pairs = zip(base.args, target.args, strict=False)
        return _all([_unless_no(assignable(engine, a, b, depth + 1)) for a, b in pairs])
    if isinstance(source, ClassValue):
        if engine.signatures(target, construct=True):
            return True
        is_named = isinstance(target, Named) and not engine.is_global(target, "Function", "Object")
        return False if is_named else None
    if engine.signatures(target):
        return bool(engine.signatures(source)) or None if engine.signatures(source) else False
    if isinstance(target, Tuple):
        return isinstance(source, Tuple) and (
            len(source.items) == len(target.items) or target.rest is not None
        )
    if isinstance(source, (Tuple, Function)) and isinstance(target, Named):
        return bool(
            isinstance(source, Tuple)
            and engine.is_global(target, "Array", "ReadonlyArray", "Iterable", "ArrayLike")
        )
    if isinstance(target, (Anonymous, Named)):
        return _has_required(engine, source, target, depth)
    return None


def _unless_no(answer: bool | None) -> bool | None:
    return answer


def _wire_fits(engine: Engine, source: WireType, target: Named, depth: int) -> bool | None:
    """Whether a shape is a library's type: no JSON is a promise. The program's own aren't told."""
    if engine.as_base(source, target.declaration) is not None:
        return True
    if engine.is_own(Context(target.declaration.module)):
        return None
    return _has_required(engine, source, target, depth)


def _has_required(engine: Engine, source: Type, target: Type, depth: int) -> bool | None:
    for member in engine.every(target):
        found = engine.find(source, member.name)
        if not found:
            if member.optional:
                continue
            return False if engine.is_closed(source) else None
        if all(m.optional for m in found) and not member.optional:
            return False
        fits = assignable(
            engine, engine.member_type(found[0]), engine.member_type(member), depth + 4
        )
        if fits is False:
            return False
    return True


def _all(answers: list[bool | None]) -> bool | None:
    if any(a is False for a in answers):
        return False
    return None if any(a is None for a in answers) else True


def _any(answers: list[bool | None]) -> bool | None:
    if any(a is True for a in answers):
        return True
    return None if any(a is None for a in answers) else False
