"""What a call makes of several arguments together, as one type that has room for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fixer.program.types.model import UNKNOWN, Anonymous, Named, Type, Unknown, present, union
from fixer.program.types.relations import assignable

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine


def without_literals(engine: Engine, type_: Type) -> Type:
    """A type without the object literals that another alternative has room for.

    Unknown where a literal remains: it is then what the type was inferred from.
    """
    if engine.is_global(type_, "Array", "ReadonlyArray") and isinstance(type_, Named):
        inner = without_literals(engine, type_.args[0])
        return engine.array(inner) if not isinstance(inner, Unknown) else UNKNOWN
    if engine.is_global(type_, "Promise") and isinstance(type_, Named):
        inner = without_literals(engine, engine.awaited(type_))
        return engine.promise(inner) if not isinstance(inner, Unknown) else UNKNOWN
    parts = engine.parts(present(type_))
    literals = [p for p in parts if engine.is_literal(p)]
    named = [p for p in parts if isinstance(p, Named | Anonymous)]
    if not literals or len(literals) + len(named) != len(parts):
        return UNKNOWN
    fits = all(
        any(assignable(engine, o, n) is True or _stands_in(engine, o, n) for n in named)
        for o in literals
    )
    return union(*named) if fits else UNKNOWN


def _stands_in(engine: Engine, literal: Type, type_: Type) -> bool:
    """Whether a literal has a type's properties by name, `{ at: undefined }` for `{ at: Date }`.

    What is read from either is one property to the compiler.
    """
    given = {member.name for member in engine.every(literal)}
    members = tuple(engine.every(type_))
    required = {member.name for member in members if not member.optional}
    return bool(given) and required <= given <= {member.name for member in members}
