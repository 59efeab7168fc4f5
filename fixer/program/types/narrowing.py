"""What the code around a reference has found out about it: guards, discriminants, early exits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.types.model import Context, Type

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine


def narrowed(engine: Engine, context: Context, node: Node, type_: Type) -> Type:
    """`type_` of the reference `node`, less what cannot be where it stands."""
    return type_


def discriminated(engine: Engine, context: Context, type_: Type, literal: Node) -> Type:
    """The alternatives of an expected type that an object literal can be, by its literal keys."""
    return type_
