"""Whether a value of the contract's shape is in a type, somewhere a reader would look."""

from __future__ import annotations

from fixer.program.types import Types
from fixer.program.types.model import (
    Anonymous,
    Function,
    Intersection,
    Named,
    ObjectLiteral,
    Tuple,
    Type,
    Union,
    WireType,
)

MAX_DEPTH = 5


class Carriage:
    """Answers by a look into unions, type arguments and the members of objects; remembers them."""

    def __init__(self, types: Types) -> None:
        self._types = types
        self._known: dict[tuple[Type, int], bool] = {}

    def of(self, type_: Type) -> bool:
        """Whether a value of this type carries one; a function alone doesn't."""
        return not isinstance(type_, Function) and self._in(type_, MAX_DEPTH)

    def inside(self, type_: Type) -> bool:
        """The same for a member of an object, which may be a function that yields one."""
        return self._in(type_, MAX_DEPTH)

    def _in(self, type_: Type, depth: int) -> bool:
        if isinstance(type_, WireType):
            return True
        if depth == 0:
            return False
        if isinstance(type_, Named):
            return any(self._in(arg, depth - 1) for arg in type_.args)
        if isinstance(type_, Union | Intersection):
            return any(self._in(part, depth - 1) for part in type_.parts)
        if not isinstance(type_, ObjectLiteral | Anonymous | Tuple | Function):
            return False
        if isinstance(type_, ObjectLiteral):
            type_ = self._types.apart(type_)
        key = (type_, depth)
        known = self._known.get(key)
        if known is None:
            self._known[key] = False  # what holds itself has nothing more to say
            known = self._known[key] = self._within(type_, depth - 1)
        return known

    def _within(self, type_: ObjectLiteral | Anonymous | Tuple | Function, depth: int) -> bool:
        if isinstance(type_, Tuple):
            return any(self._in(item, depth) for item in type_.items)
        if isinstance(type_, Function):
            return self._in(self._types.returned(type_), depth)
        members = self._types.members(type_)
        return any(self._in(self._types.member_type(m), depth) for m in members)
