"""The type that an array literal's elements are expected to have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.syntax import children_of
from fixer.program.types.model import UNKNOWN, Literal, Primitive, Type, Unknown, present, union

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine


def expected_element(engine: Engine, whole: Type, array: Node, node: Node) -> Type:
    """What an element of an array is expected to be, where the array is expected to be `whole`.

    The letters of a text are asked of no array: `'name' | 'name'[]` expects `'name'`.
    """
    index = children_of(array).index(node)
    types = []
    for part in engine.parts(present(whole)):
        if isinstance(part, Literal | Primitive):
            continue
        found = engine.property_type(part, str(index))
        if isinstance(found, Unknown):
            found = engine.element(part)
        if not isinstance(found, Unknown):
            types.append(found)
    return union(*types) if types else UNKNOWN
