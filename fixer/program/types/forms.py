"""Which types the value of a reactive form meets, whose controls templates name: `formControlName`.

A control's name is a key that the form declares itself. It has to do with a property elsewhere
only where the form's value as a whole is taken for a value of that type, or the other way round.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.angular.markup import AngularMarkup
from fixer.program.angular.regions import Attribute
from fixer.program.markup import Region
from fixer.program.module import Module
from fixer.program.syntax import first_named, text
from fixer.program.types.angular import owners
from fixer.program.types.formvalues import Form, Met
from fixer.program.types.model import Context, Named

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

CONTROLS = frozenset({"formControlName", "formGroupName", "formArrayName"})
_INNER = frozenset({"formGroupName", "formArrayName"})
_KEYED = frozenset({"controls", "value"})


def meets(engine: Engine, module: Module, attribute: Attribute) -> Met | None:
    """What the value of the form around meets; None where that can't be told."""
    markup = module.markup
    region = _form(markup, attribute) if isinstance(markup, AngularMarkup) else None
    if region is None or not isinstance(markup, AngularMarkup) or not markup.is_read(region):
        return None
    root = first_named(markup.parsed(region))
    while root is not None and root.type in ("expression_statement", "parenthesized_expression"):
        root = first_named(root)
    return _of_expression(engine, module, root, region) if root is not None else None


def meets_of_key(engine: Engine, module: Module, node: Node) -> Met | None:
    """The same for a key that is read of a form: `form.controls.name`, `form.value.name`."""
    markup, member = module.markup, node.parent
    if member is not None and member.type == "string":
        member = member.parent
    held = member.child_by_field_name("object") if member is not None else None
    form = held.child_by_field_name("object") if held is not None else None
    name = held.child_by_field_name("property") if held is not None else None
    region = markup.region_at(node.start_byte) if isinstance(markup, AngularMarkup) else None
    if form is None or name is None or region is None or text(name) not in _KEYED:
        return None
    return _of_expression(engine, module, form, region)


def _of_expression(engine: Engine, module: Module, form: Node, region: Region) -> Met | None:
    name, markup = _field_name(form), module.markup
    if name is None or not isinstance(markup, AngularMarkup):
        return None
    if markup.local(name, region) is not None:
        return None
    found = Met()
    for owner in owners(engine, Context(module), form):
        met = _of_field(engine, owner, name)
        if met is None:
            return None
        found = Met(found.taken + met.taken, found.given + met.given)
    return found


def _of_field(engine: Engine, owner: Named, name: str) -> Met | None:
    members = engine.find(owner, name)
    field = members[0].node if len(members) == 1 else None
    if field is None or field.type != "public_field_definition":
        return None
    unknown: Met | None = None
    key = ("form", field.id, owner)
    return engine.recall(key, unknown, Form(engine, field, name, owner).met)


def _form(markup: AngularMarkup, attribute: Attribute) -> Region | None:
    """What the form is around an attribute; None where a group inside of it is meant."""
    around = [t for t in markup.tags if t.start <= attribute.start < t.end]
    for tag in sorted(around, key=lambda t: -t.start):
        if "formGroup" in tag.inputs:
            return tag.inputs["formGroup"]
        is_own = any(start == attribute.start for start, _ in tag.texts.values())
        if not is_own and any(tag.has(name) for name in _INNER):
            return None
    return None


def _field_name(root: Node) -> str | None:
    """`form` or `this.form`."""
    if root.type == "identifier":
        return text(root)
    object_, name = root.child_by_field_name("object"), root.child_by_field_name("property")
    if root.type == "member_expression" and object_ is not None and object_.type == "this":
        return text(name) if name is not None else None
    return None
