"""Two types side by side: does one fit the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fixer.program.types.model import (
    NOTHING,
    STRING,
    UNDEFINED,
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

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

MAX_DEPTH = 12


def assignable(engine: Engine, source: Type, target: Type, depth: int = 0) -> bool | None:
    """Whether `source` fits `target`; None where that can't be told."""
    if isinstance(source, Unknown) or isinstance(target, Unknown) or depth > MAX_DEPTH:
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
    is_open = isinstance(target, Anonymous) or is_enum(target)
    return None if is_open else False


def _never_scalar(source: Type) -> bool | None:
    if isinstance(source, (WireType, KeyOf)):
        return None
    # An enum's value is a string or a number; any other named type is neither.
    return None if is_enum(source) else False


def is_enum(type_: Type) -> bool:
    """Whether a type is an enum's, whose values are texts or numbers."""
    return isinstance(type_, Named) and type_.declaration.node.type == "enum_declaration"


def _holds_anything(engine: Engine, source: Type, target: Mapped) -> bool:
    """Whether `target` is a `Record<string, unknown>` and `source` one of the program's objects."""
    if not isinstance(engine.index_type(target, STRING), Unknown):
        return False
    if isinstance(source, Named):
        declared = source.declaration
        is_own = declared.module.path in engine.program.sources
        return is_own and not is_enum(source)
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
        return False if is_named or isinstance(target, Function) else None
    if isinstance(target, Function) and engine.signatures(target, construct=True):
        makes = engine.signatures(source, construct=True)
        return True if makes else (False if engine.is_closed(source) else None)
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
        given = engine.member_type(found[0])
        # An optional property takes `undefined`, too, which its own type doesn't say.
        given = _defined(given) if member.optional else given
        if assignable(engine, given, engine.member_type(member), depth + 4) is False:
            return False
    return True


def _defined(type_: Type) -> Type:
    parts = type_.parts if isinstance(type_, Union) else (type_,)
    return union(*(part for part in parts if part != UNDEFINED))


def _all(answers: list[bool | None]) -> bool | None:
    if any(a is False for a in answers):
        return False
    return None if any(a is None for a in answers) else True


def _any(answers: list[bool | None]) -> bool | None:
    if any(a is True for a in answers):
        return True
    return None if any(a is None for a in answers) else False
