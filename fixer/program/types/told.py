"""Whether all is known that a template reads a property of.

Also told is a value that is declared as a type of a package, `user: User`: what `user.name` is,
the package says. A property of it may be anything again: only the declared value itself is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.angular.markup import AngularMarkup
from fixer.program.angular.microsyntax import Role
from fixer.program.module import Module
from fixer.program.program import External
from fixer.program.syntax import children_of, first_named, text
from fixer.program.types.angular import local_at
from fixer.program.types.model import (
    STRING,
    WIRE,
    Context,
    Literal,
    Member,
    Primitive,
    Type,
    Unknown,
    parts_of,
    present,
)
from fixer.program.types.names import type_symbol
from fixer.program.types.symbols import symbol_at

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

_WRAPPING = frozenset({"parenthesized_expression", "non_null_expression"})
_NOTHING = frozenset({"null", "undefined"})
_LISTS = frozenset({"Array", "ReadonlyArray"})


def is_told(engine: Engine, module: Module, node: Node) -> bool:
    """Whether all is known that a property is read of, and each has it or surely has not.

    What reaches it from a request has the last word: a type may be declared narrower than that.
    """
    parent = node.parent
    object_ = parent.child_by_field_name("object") if parent is not None else None
    if object_ is None:
        return False
    name, held = text(node), present(engine.expression(Context(module), object_))
    bare = [p for p in parts_of(held) if isinstance(p, Primitive | Literal)]
    others = [p for p in parts_of(held) if not isinstance(p, Primitive | Literal)]
    known = bool(others) and all(engine.find(p, name) or _lacks(engine, p) for p in others)
    if any(p.name == "object" for p in bare if isinstance(p, Primitive)):
        return False
    if not known and not _is_foreign(engine, module, object_):
        return False
    flown = engine.find(engine.expression(Context(module, WIRE), object_), name)
    return not any(member.property is not None for member in flown)


def _lacks(engine: Engine, type_: Type) -> bool:
    """Whether a type, which has no property of a name, surely has none."""
    is_known = not isinstance(type_, Unknown) and engine.is_closed(type_)
    return is_known and engine.index_type(type_, STRING) is None


def _is_foreign(engine: Engine, module: Module, node: Node, *, is_item: bool = False) -> bool:
    """Whether an expression, or an item of it, is declared as a package's type and nothing else."""
    if node.type in _WRAPPING:
        inner = first_named(node)
        return inner is not None and _is_foreign(engine, module, inner, is_item=is_item)
    if node.type == "identifier":
        local, markup = local_at(module, node), module.markup
        if local is not None and isinstance(markup, AngularMarkup):
            source, is_listed = local.source, local.role is Role.ITEM
            if source is None or (is_listed and is_item) or not markup.is_read(source):
                return False
            value = markup.parsed(source)
            return _is_foreign(engine, module, value, is_item=is_listed or is_item)
    name = node.child_by_field_name("property") if node.type == "member_expression" else node
    if name is None or name.type not in ("identifier", "property_identifier"):
        return False
    members = symbol_at(engine, Context(module), name).members
    return bool(members) and all(_is_said(engine, member, is_item=is_item) for member in members)


def _is_said(engine: Engine, member: Member, *, is_item: bool) -> bool:
    """Whether a property is declared so."""
    if member.node is None or member.module is None:
        return False
    said = member.node.child_by_field_name("type")
    if member.node.type == "method_definition" and any(
        c.type == "get" for c in member.node.children
    ):
        said = member.node.child_by_field_name("return_type")
    written = first_named(said) if said is not None else None
    return written is not None and _is_of_package(engine, member.module, written, is_item=is_item)


def _is_of_package(engine: Engine, module: Module, written: Node, *, is_item: bool) -> bool:
    if written.type == "union_type":
        parts = [p for p in children_of(written) if text(p) not in _NOTHING]
        return all(_is_of_package(engine, module, part, is_item=is_item) for part in parts)
    if is_item:
        inner = _item(written)
        return inner is not None and _is_of_package(engine, module, inner, is_item=False)
    if written.type != "type_identifier":
        return False
    symbol = type_symbol(engine, Context(module), written)
    folder, resolver = module.path.parent, engine.program.resolver
    return isinstance(symbol, External) and resolver.depends_on(folder, symbol.specifier)


def _item(written: Node) -> Node | None:
    """`Row` of `Row[]`, `Array<Row>`."""
    if written.type == "array_type":
        return first_named(written)
    name = written.child_by_field_name("name") if written.type == "generic_type" else None
    arguments = written.child_by_field_name("type_arguments")
    is_list = name is not None and text(name) in _LISTS and arguments is not None
    return first_named(arguments) if is_list and arguments is not None else None
