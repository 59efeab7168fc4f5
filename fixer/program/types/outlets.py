"""Who shows a template that is declared for others, `<ng-template #row let-item>`, and with what.

In the same file by an outlet; or by a component that is handed it, in an input or as its content,
and shows it in its own template. What that is shown with is asked for that one element alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.angular.components import Component
from fixer.program.angular.inputs import callee, inputs
from fixer.program.angular.markup import AngularMarkup
from fixer.program.angular.regions import Local, Tag
from fixer.program.markup import Region
from fixer.program.module import Module
from fixer.program.syntax import TEMPLATE, children_of, first_named, string_value, text
from fixer.program.types.filled import component_type, used_on
from fixer.program.types.model import (
    NOTHING,
    UNDEFINED,
    UNKNOWN,
    Context,
    Entry,
    Role,
    Type,
    parts_of,
    union,
)
from fixer.program.words import whole_words

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

_ASKED = rb"[vV]iewChild(?:ren)?\b[^;)]*?(?:['\"`]%s['\"`]|\bTemplateRef\s*[,)])"
_CONDITIONS = frozenset({"ngIf"})
_CONDITION = re.compile(rb"(?:\*ngIf\s*=\s*[\"']|@(?:else\s+)?if\s*\()\s*\Z")
_PASSING = frozenset(
    {"expression_statement", "parenthesized_expression", "ternary_expression", "binary_expression"}
    | {"unary_expression", "non_null_expression"}
)
_QUERIES = frozenset({"ContentChild", "contentChild", "contentChild.required"})


Found = dict[Node, tuple[Module, Component, Node]]


def handed(engine: Engine, context: Context, markup: AngularMarkup, local: Local) -> Type:
    """What a template is handed under a name; Unknown where not all are known who show it."""
    laid = context.env.overlaid(_key(context.module, local)) if context.env.overlay else None
    if laid is not None:
        return laid
    template = next((t for t in markup.tags if t.start == local.start), None)
    if template is None or template.name != "ng-template":
        return UNKNOWN
    names = [name[1:] for name in template.names if name.startswith("#")]
    if any(_is_queried(engine, context.module, name) for name in names):
        return UNKNOWN
    uses = [
        (region, node)
        for name in names
        for region, node in markup.references(name)
        if markup.local(name, region) is not None
    ]
    outer = [_use(engine, context, *use) for use in uses if not _is_in(template, use[0])]
    outer += [_content(engine, context, tag, names) for tag in _around(markup, template)]
    found = _under(engine, local, outer)
    inner = [use for use in uses if _is_in(template, use[0])]
    return found if not inner else _again(engine, context, local, found, inner)


def _is_queried(engine: Engine, module: Module, name: str) -> bool:
    """Whether the class asks for a template of its own, which it then may show with anything."""
    owners = engine.program.shown_by(module, module.root) if module.path.suffix == TEMPLATE else ()
    asked = re.compile(_ASKED % re.escape(name.encode()))
    return any(asked.search(owner.data) for owner in [m for m, _ in owners] or [module])


def _is_in(template: Tag, region: Region) -> bool:
    return template.start <= region.start < template.end


def _under(engine: Engine, local: Local, shown: Iterable[list[Type] | None]) -> Type:
    contexts = _together(shown) or ()
    found = [engine.property_type(c, local.key) for c in contexts if c not in NOTHING]
    return union(*found) if found else UNKNOWN


def _again(
    engine: Engine,
    context: Context,
    local: Local,
    found: Type,
    uses: list[tuple[Region, Node | None]],
) -> Type:
    """The same of a template that shows itself once more, if that hands it nothing new."""
    start, end = local.start, local.end
    entry = Entry(_key(context.module, local), context.module, start, end, found, Role.ARGUMENT)
    inner = Context(context.module, context.env.lay((entry,)))
    more = _under(engine, local, [_use(engine, inner, *use) for use in uses])
    known = {*parts_of(found), *NOTHING}
    return found if all(part in known for part in parts_of(more)) else UNKNOWN


def _key(module: Module, local: Local) -> int:
    """What stands for a name of a template in what is laid on expressions: it has no node."""
    return -10 - abs(hash((module.path, local.start, local.name)))


def _together(found: Iterable[list[Type] | None]) -> list[Type] | None:
    listed = list(found)
    known = [types for types in listed if types is not None]
    return [t for types in known for t in types] if len(known) == len(listed) else None


def _use(engine: Engine, context: Context, region: Region, node: Node | None) -> list[Type] | None:
    """What a template is shown with where an expression has it; None where that isn't known."""
    markup = context.module.markup
    if node is None or not isinstance(markup, AngularMarkup) or not _is_value(node):
        return None
    outlets = [o for o in markup.outlets if o.shown is region]
    if outlets:
        return [_read(engine, context, markup, o.context) for o in outlets]
    tag = markup.tag_around(region.start)
    given = (
        (name for name, it in tag.inputs.items() if it is region) if tag is not None else iter(())
    )
    name = next(given, None)
    if tag is None or name is None or name in _CONDITIONS:
        return [] if _is_asked(context.module, region) else None
    found: Found = {}
    for module, component in engine.program.directives.on(tag):
        field = inputs(component.node).get(name)
        if field is not None:
            found[component.node] = (module, component, field)
    return _shown_by(engine, context, tag, found) if found else None


def _around(markup: AngularMarkup, template: Tag) -> Iterator[Tag]:
    """The elements whose content a template is."""
    for tag in markup.tags:
        if tag.start < template.start and template.end <= tag.end:
            yield tag


def _content(engine: Engine, context: Context, tag: Tag, names: list[str]) -> list[Type] | None:
    """What the components on an element show a template with that is their content."""
    found: Found = {}
    for module, component in engine.program.directives.on(tag):
        body = component.node.child_by_field_name("body")
        for field in children_of(body) if body is not None else ():
            if field.type == "public_field_definition" and _asks(field, names):
                found[field] = (module, component, field)
    return _shown_by(engine, context, tag, found)


def _asks(field: Node, names: list[str]) -> bool:
    """Whether a field asks for a template in the content, by one of these references."""
    calls = [first_named(c) for c in children_of(field) if c.type == "decorator"]
    for call in (*calls, field.child_by_field_name("value")):
        if call is None or callee(call) not in _QUERIES:
            continue
        arguments = call.child_by_field_name("arguments")
        wanted = first_named(arguments) if arguments is not None else None
        if wanted is None or wanted.type != "string":
            return wanted is not None and text(wanted) == "TemplateRef"
        return string_value(wanted) in names
    return False


def _shown_by(engine: Engine, context: Context, tag: Tag, found: Found) -> list[Type] | None:
    """What the components on an element show a template with that they have in a field."""
    return _together(_in_template(engine, context, tag, *of) for of in found.values())


def _in_template(
    engine: Engine, context: Context, tag: Tag, module: Module, component: Component, field: Node
) -> list[Type] | None:
    where, name = engine.program.template_of(module, component), field.child_by_field_name("name")
    markup = where.markup if where is not None else None
    if where is None or name is None or not isinstance(markup, AngularMarkup):
        return None
    env = used_on(context, component_type(engine, module, component), tag.start)
    if env is None or _is_used(module, component.node, field, name):
        return None
    inner = Context(where, env)
    uses = (
        _use(engine, inner, region, node)
        for region, node in markup.references(text(name))
        if markup.local(text(name), region) is None
        and markup.owner(region.start) in (None, component.node)
    )
    return _together(uses)


def _is_used(module: Module, class_: Node, field: Node, name: Node) -> bool:
    """Whether the class itself does something with a field but declare it."""
    markup = module.markup
    first, last = class_.start_byte, class_.end_byte
    for start, _ in whole_words(module.data, name.text or b"", first, last):
        is_declared = field.start_byte <= start < field.end_byte
        if not is_declared and (markup is None or markup.region_at(start) is None):
            return True
    return False


def _is_value(node: Node) -> bool:
    """Whether an expression is, or may be, what a name stands for."""
    around = node.parent
    while around is not None and around.type != "program":
        if around.type not in _PASSING and not _is_signal_read(around):
            return False
        around = around.parent
    return True


def _is_signal_read(call: Node) -> bool:
    arguments = call.child_by_field_name("arguments")
    return call.type == "call_expression" and not (arguments and children_of(arguments))


def _is_asked(module: Module, region: Region) -> bool:
    """Whether a region is only a condition: of `*ngIf` or `@if`, not in a text or a handler."""
    around = module.data[max(0, region.start - 60) : region.start]
    return _CONDITION.search(around) is not None


def _read(engine: Engine, context: Context, markup: AngularMarkup, region: Region | None) -> Type:
    if region is None:
        return UNDEFINED
    return engine.expression(context, markup.parsed(region)) if markup.is_read(region) else UNKNOWN
