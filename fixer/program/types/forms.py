"""Which types the value of a reactive form meets, whose controls templates name: `formControlName`.

A control's name is a key that the form declares itself. It has to do with a property elsewhere
only where the form's value as a whole is taken for a value of that type, or the other way round.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.angular.inputs import inputs
from fixer.program.angular.markup import AngularMarkup
from fixer.program.angular.microsyntax import Role
from fixer.program.angular.regions import Attribute, Tag
from fixer.program.markup import Region
from fixer.program.module import Module
from fixer.program.scopes import CLASSES
from fixer.program.syntax import children_of, first_named, text
from fixer.program.types.angular import owners
from fixer.program.types.formvalues import Form
from fixer.program.types.met import AFAR, Met, together
from fixer.program.types.model import Context, Named, present

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

CONTROLS = frozenset({"formControlName", "formGroupName", "formArrayName"})
_INNER = frozenset({"formGroupName", "formArrayName"})
KEYED = frozenset({"controls", "value"})


At = tuple[Module, Tag]


def meets(engine: Engine, module: Module, attribute: Attribute, at: At | None = None) -> Met:
    """What the value of the form around meets; `at`: of the component on that element alone."""
    markup = module.markup
    if not isinstance(markup, AngularMarkup):
        return AFAR
    tag = _form(markup, attribute)
    if tag is None:
        is_inner = markup.input_around("formGroup", attribute.start) is not None
        return Met(lost=(module,)) if is_inner else AFAR
    region = tag.inputs["formGroup"]
    if not markup.is_read(region):
        return AFAR
    return _of_expression(engine, module, _root(markup, region), region, at)


def meets_of_name(engine: Engine, module: Module, form: Node, at: At) -> Met | None:
    """What a form meets that a component, the one on the element `at`, has; None for none."""
    markup = module.markup
    region = markup.region_at(form.start_byte) if markup is not None else None
    kind = present(engine.expression(Context(module), form))
    if not engine.find(kind, "controls"):
        return None
    if region is not None:
        return _of_expression(engine, module, form, region, at)
    field = form.child_by_field_name("function") or form
    name, object_ = _field_name(form), field.child_by_field_name("object")
    held = engine.expression(Context(module), object_) if object_ is not None else None
    return _of_field(engine, held, name, at) if name and isinstance(held, Named) else None


def meets_of_key(engine: Engine, module: Module, node: Node) -> Met | None:
    """The same for a key that is read of a form: `form.controls.name`, `form.value.name`.

    None for what is none, or of a form that isn't followed.
    """
    markup, member = module.markup, node.parent
    if member is not None and member.type == "string":
        member = member.parent
    held = member.child_by_field_name("object") if member is not None else None
    form = held.child_by_field_name("object") if held is not None else None
    name = held.child_by_field_name("property") if held is not None else None
    region = markup.region_at(node.start_byte) if isinstance(markup, AngularMarkup) else None
    if form is None or name is None or region is None or text(name) not in KEYED:
        return None
    met = _of_expression(engine, module, form, region)
    return met if met.is_followed else None


def _root(markup: AngularMarkup, region: Region) -> Node | None:
    root = first_named(markup.parsed(region))
    while root is not None and root.type in ("expression_statement", "parenthesized_expression"):
        root = first_named(root)
    return root


def _of_expression(
    engine: Engine, module: Module, form: Node | None, region: Region, at: At | None = None
) -> Met:
    markup = module.markup
    name = _field_name(form) if form is not None else None
    if form is None or not isinstance(markup, AngularMarkup):
        return AFAR
    if name is None:
        return Met(lost=(module,)) if _is_near(engine, module, form) else AFAR
    local = markup.local(name, region)
    if local is not None:
        source = local.source if local.role is Role.VALUE else None
        if source is None or not markup.is_read(source):
            return Met(lost=(module,))
        return _of_expression(engine, module, _root(markup, source), source, at)
    found = owners(engine, Context(module), form)
    return together(_of_field(engine, owner, name, at) for owner in found)


def _is_near(engine: Engine, module: Module, form: Node) -> bool:
    """Whether a class of the program holds a form, `service.form`, or makes it."""
    holder = form.child_by_field_name("function") or form
    object_ = holder.child_by_field_name("object")
    if object_ is None:
        return holder.type == "identifier" and form.type == "call_expression"
    held = present(engine.expression(Context(module), object_))
    is_class = isinstance(held, Named) and held.declaration.node.type in CLASSES
    return is_class and isinstance(held, Named) and engine.is_own(Context(held.declaration.module))


def _of_field(engine: Engine, owner: Named, name: str, at: At | None) -> Met:
    members = engine.find(owner, name)
    field = members[0].node if len(members) == 1 else None
    if field is None or field.type != "public_field_definition":
        return Met(lost=(owner.declaration.module,))
    form = Form(engine, field, name, owner)
    met = engine.recall(("form", field.id, owner), Met(), form.met)
    outer = [n for n, node in inputs(_class_of(field)).items() if node == field]
    if not outer:
        return met
    if at is not None:
        return together((met, _of_element(engine, *at, outer)))
    key = ("handed form", field.id, owner)
    return together((met, engine.recall(key, Met(), lambda: _handed(engine, owner, outer))))


def _class_of(field: Node) -> Node:
    body = field.parent
    return (body.parent if body is not None else None) or field


def _handed(engine: Engine, owner: Named, names: Sequence[str]) -> Met:
    """What a form meets that the elements of a component hand to it, where they have it from."""
    module, class_ = owner.declaration.module, owner.declaration.node
    component = next((c for c in module.components if c.node == class_), None)
    elements = engine.program.directives.elements(component) if component is not None else None
    found = [_of_element(engine, *it, names) for it in elements or ()]
    return together(found) if found else AFAR


def _of_element(engine: Engine, module: Module, tag: Tag, names: Sequence[str]) -> Met:
    markup = module.markup
    region = next((tag.inputs[n] for n in names if n in tag.inputs), None)
    if region is None or not isinstance(markup, AngularMarkup) or not markup.is_read(region):
        return AFAR
    return _of_expression(engine, module, _root(markup, region), region)


def _form(markup: AngularMarkup, attribute: Attribute) -> Tag | None:
    """The element around that is given the form; None where a group inside of one is meant."""
    around = [t for t in markup.tags if t.start <= attribute.start < t.end]
    for tag in sorted(around, key=lambda t: -t.start):
        if "formGroup" in tag.inputs:
            return tag
        is_own = any(start == attribute.start for start, _ in tag.texts.values())
        if not is_own and any(tag.has(name) for name in _INNER):
            return None
    return None


def _field_name(root: Node) -> str | None:
    """`form`, `this.form` or, of a signal, `form()`."""
    arguments = root.child_by_field_name("arguments")
    if root.type == "call_expression" and arguments and not children_of(arguments):
        root = root.child_by_field_name("function") or root
    if root.type == "identifier":
        return text(root)
    object_, name = root.child_by_field_name("object"), root.child_by_field_name("property")
    if root.type == "member_expression" and object_ is not None and object_.type == "this":
        return text(name) if name is not None else None
    return None
