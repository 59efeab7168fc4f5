"""Where a field of an Angular component is named, in its class, its template and elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.angular.markup import AngularMarkup
from fixer.program.files import is_test
from fixer.program.module import Module
from fixer.program.syntax import first_named, text
from fixer.program.types.model import ClassValue, Context, Named, Type, Unknown

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

_INSTANCES = frozenset({"componentInstance", "instance", "content"})


def places(
    engine: Engine, owner: Named, field: Node, name: str, elsewhere: re.Pattern[bytes]
) -> Iterator[tuple[Module, Node]]:
    """The expressions that are, or may be, a field of a component, in its class and template.

    Of other files only those are read in which `elsewhere` is found, and no tests.
    """
    own = owner.declaration.module
    for path in engine.program.holding(name):
        if is_test(path, engine.program.root):
            continue
        module = engine.program.module(path)
        is_template = any(m is own for m, _ in _shown(engine, module))
        if module is own or is_template or elsewhere.search(engine.program.sources[path]):
            for node in module.occurrences(name):
                target = _place(engine, owner, field, module, node)
                if target is not None:
                    yield module, target


def _shown(engine: Engine, module: Module) -> tuple[tuple[Module, Node], ...]:
    markup = module.markup
    if not isinstance(markup, AngularMarkup) or not markup.regions:
        return ()
    return engine.program.shown_by(module, module.root)


def _place(engine: Engine, owner: Named, field: Node, module: Module, node: Node) -> Node | None:
    """The expression that is the field of such an instance, if a name means it."""
    if node.type == "identifier" and isinstance(module.markup, AngularMarkup):
        region = module.markup.region_at(node.start_byte)
        if region is None or module.markup.local(text(node), region) is not None:
            return None
        shown = engine.program.shown_by(module, node)
        return node if any(c == owner.declaration.node for _, c in shown) else None
    member = engine.parent(node)
    if node.type == "string_fragment" and member is not None:
        node, member = member, engine.parent(member)
    object_ = member.child_by_field_name("object") if member is not None else None
    if member is None or object_ is None or object_ == node:
        return None
    if member.type not in ("member_expression", "subscript_expression"):
        return None
    holder = opened(engine, Context(module), object_)
    if isinstance(holder, Unknown):
        return None if _is_passing(engine, owner, module, object_) else member
    found = engine.find(holder, text(node).strip("'\"`"))
    return member if any(m.node == field for m in found) else None


def _is_passing(engine: Engine, owner: Named, module: Module, holder: Node) -> bool:
    """Whether an untyped value of a function is none of a class that its file doesn't name."""
    name = owner.declaration.node.child_by_field_name("name")
    if holder.type != "identifier" or name is None or name.text is None:
        return False
    if module is owner.declaration.module or name.text in module.data:
        return False
    return engine.binding(module, holder) is not None


def opened(engine: Engine, context: Context, node: Node) -> Type:
    """The type of an expression; `x.componentInstance`, `x` made of a class, is one of these."""
    found, object_ = engine.expression(context, node), node.child_by_field_name("object")
    name = node.child_by_field_name("property")
    if not isinstance(found, Unknown) or object_ is None or name is None:
        return found
    binding = engine.binding(context.module, object_) if object_.type == "identifier" else None
    declarator = engine.parent(binding.name_node) if binding is not None else None
    made = declarator.child_by_field_name("value") if declarator is not None else None
    arguments = made.child_by_field_name("arguments") if made is not None else None
    first = first_named(arguments) if arguments is not None else None
    if text(name) not in _INSTANCES or first is None:
        return found
    class_ = engine.expression(context, first)
    return engine.instance(class_, ()) if isinstance(class_, ClassValue) else found
