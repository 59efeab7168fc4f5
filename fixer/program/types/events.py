"""`$event` in an Angular template becomes what a component, a library or the browser hands on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.angular.components import Component
from fixer.program.angular.inputs import emitters, outputs
from fixer.program.angular.markup import AngularMarkup
from fixer.program.angular.regions import Tag
from fixer.program.module import Module
from fixer.program.syntax import first_named, text
from fixer.program.types.filled import component_type, with_bases
from fixer.program.types.librarytables import of_table
from fixer.program.types.model import (
    STRING,
    UNKNOWN,
    Context,
    Literal,
    Named,
    Type,
    Unknown,
    present,
    union,
)
from fixer.program.types.references import referred

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

_EMITTERS = frozenset({"EventEmitter", "OutputEmitterRef", "Subject"})
# What browsers call events, with the words before and after it: `window:resize`, `keyup.enter`.
_EVENTS = frozenset(
    {"click", "dblclick", "auxclick", "contextmenu", "mousedown", "mouseup", "mouseenter"}
    | {"mouseleave", "mousemove", "mouseover", "mouseout", "wheel", "keydown", "keyup"}
    | {"keypress", "input", "beforeinput", "change", "focus", "focusin", "focusout", "blur"}
    | {"submit", "reset", "select", "scroll", "resize", "load", "error", "drag", "dragstart"}
    | {"dragend", "dragenter", "dragleave", "dragover", "drop", "paste", "copy", "cut"}
    | {"touchstart", "touchmove", "touchend", "touchcancel", "pointerdown", "pointerup"}
    | {"pointermove", "pointerenter", "pointerleave", "pointerover", "pointerout"}
    | {"pointercancel", "animationend", "transitionend"}
)


def event(engine: Engine, context: Context, markup: AngularMarkup, node: Node) -> Type:
    """What an event hands to its handler: `(picked)="show($event)"`."""
    found = handled(markup, node)
    if found is None:
        return UNKNOWN
    tag, name = found
    for module, component in engine.program.directives.on(tag):
        owner = component_type(engine, module, component)
        label = _label(engine, owner, name)
        if engine.find(owner, label):
            return _emitted(present(engine.property_type(owner, label)))
    of_library = _of_library(engine, context, markup, tag, name)
    if not isinstance(of_library, Unknown):
        return of_library
    return engine.global_type("Event") if _is_of_browser(tag, name) else UNKNOWN


def _label(engine: Engine, owner: Named, name: str) -> str:
    """What a class calls its output: `done` of `@Output('saved') done`."""
    for class_ in with_bases(engine, owner):
        member = emitters(class_.declaration.node).get(name)
        label = member.child_by_field_name("name") if member is not None else None
        if label is not None:
            return text(label)
    return name


def _of_library(
    engine: Engine, context: Context, markup: AngularMarkup, tag: Tag, name: str
) -> Type:
    """By the libraries' own table; what is bound both ways is handed back as it was given."""
    table = of_table(engine, "_Events", _picked(engine, context, markup, tag))
    for word in (tag.name, *sorted(tag.words)):
        if engine.find(table, f"{word}:{name}"):
            return engine.property_type(table, f"{word}:{name}")
    given = tag.inputs.get(name.removesuffix("Change"))
    if not name.endswith("Change") or given is None or not markup.is_read(given):
        return UNKNOWN
    held = engine.expression(context, markup.parsed(given))
    signal = next(iter(engine.signatures(present(held))), None)
    return engine.returned(signal) if signal is not None else held


def _picked(engine: Engine, context: Context, markup: AngularMarkup, tag: Tag) -> Type:
    """What is picked of an element: the values of the elements in it that are its choices."""
    source = engine.property_type(of_table(engine, "_Choices", UNKNOWN), tag.name)
    choice, _, value = str(source.value if isinstance(source, Literal) else "").partition(":")
    found: list[Type] = []
    for inner in markup.tags:
        if inner.name == choice and tag.start <= inner.start < tag.end:
            region = inner.inputs.get(value)
            if region is not None and markup.is_read(region):
                found.append(engine.expression(context, markup.parsed(region)))
            else:
                found.append(STRING if value in inner.texts else UNKNOWN)
    if not found or any(isinstance(type_, Unknown) for type_ in found):
        return UNKNOWN
    return engine.array(union(*found)) if tag.has("multiple") else union(*found)


def _emitted(emitter: Type) -> Type:
    if not isinstance(emitter, Named) or len(emitter.args) != 1:
        return UNKNOWN
    name = emitter.declaration.node.child_by_field_name("name")
    return emitter.args[0] if name is not None and text(name) in _EMITTERS else UNKNOWN


def handled(markup: AngularMarkup, node: Node) -> tuple[Tag, str] | None:
    region = markup.region_at(node.start_byte)
    tag = markup.tag_around(node.start_byte)
    if region is None or tag is None:
        return None
    return next(((tag, name) for name, it in tag.handlers.items() if it is region), None)


def _is_of_browser(tag: Tag, name: str) -> bool:
    return tag.is_native and name.split(":")[-1].split(".")[0] in _EVENTS


def is_of_document(engine: Engine, module: Module, node: Node) -> bool:
    """Whether a property is one of the browser's: of an element or an event, or of their own."""
    markup = module.markup
    root = _root(node)
    region = markup.region_at(node.start_byte) if markup is not None else None
    if not isinstance(markup, AngularMarkup) or root is None or region is None:
        return False
    name = text(root)
    local = markup.local(name, region)
    if local is not None:
        tag = referred(markup, local)
        is_bare = tag is not None and f"#{name}" not in tag.texts
        return is_bare and tag is not None and _is_plain(engine, tag) and tag.is_native
    found = handled(markup, root) if name == "$event" else None
    if found is None or not _is_of_browser(*found):
        return False
    tag, name = found
    return not any(_emits(engine, *on, name) for on in engine.program.directives.on(tag))


def _emits(engine: Engine, module: Module, component: Component, name: str) -> bool:
    """Whether a component of the program has an output of that name, its own or a base's."""
    owner = component_type(engine, module, component)
    return name in outputs(component.node) or bool(engine.find(owner, name))


def _is_plain(engine: Engine, tag: Tag) -> bool:
    return not any(c.has_template for _, c in engine.program.directives.on(tag))


def _root(node: Node) -> Node | None:
    """The name that a chain of properties begins with: `x` of `$any(x).a!['b']`."""
    found = (
        node.parent if node.type != "string_fragment" or node.parent is None else node.parent.parent
    )
    while found is not None and found.type != "identifier":
        if found.type == "call_expression":
            function = found.child_by_field_name("function")
            arguments = found.child_by_field_name("arguments")
            is_any = function is not None and text(function) == "$any" and arguments is not None
            found = first_named(arguments) if is_any and arguments is not None else None
        elif found.type in ("member_expression", "subscript_expression"):
            found = found.child_by_field_name("object")
        elif found.type in ("parenthesized_expression", "non_null_expression"):
            found = first_named(found)
        else:
            return None
    return found
