"""`#name` and `$event` of an Angular template become what they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.angular.inputs import inputs, is_signal
from fixer.program.angular.markup import AngularMarkup
from fixer.program.angular.regions import Local, Tag
from fixer.program.module import Module
from fixer.program.program import Symbol
from fixer.program.syntax import first_named, text
from fixer.program.types.filled import component_type, instance, used_on
from fixer.program.types.model import (
    STRING,
    UNKNOWN,
    WIRE,
    Context,
    Literal,
    Named,
    Primitive,
    Type,
    Unknown,
    parts_of,
    present,
    union,
)

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

_ELEMENTS = {"input": "HTMLInputElement"}
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


def of_table(engine: Engine, name: str, argument: Type) -> Type:
    """A generic type of the library's declarations about templates, with its argument."""
    symbol = engine.libraries.exported("@angular/common", name, types=True)
    if not isinstance(symbol, Symbol):
        return UNKNOWN
    return engine.symbol_type(Context(symbol.module), symbol, (argument,))


def reference(engine: Engine, context: Context, markup: AngularMarkup, local: Local) -> Type:
    """The element or the component that a reference stands for."""
    tag = _referred(markup, local)
    if tag is None or f"#{local.name}" in tag.texts:
        return UNKNOWN
    for module, component in engine.program.directives.on(tag):
        if component.has_template:
            owner = component_type(engine, module, component)
            env = used_on(context, owner, tag.start)
            return instance(engine, owner, env) if env is not None else UNKNOWN
    if tag.is_native:
        return engine.global_type(_ELEMENTS.get(tag.name, "HTMLElement"))
    for name, region in tag.inputs.items():
        given = (
            engine.expression(context, markup.parsed(region)) if markup.is_read(region) else UNKNOWN
        )
        known = of_table(engine, "_References", given)
        if engine.find(known, f"{tag.name}:{name}"):
            return engine.property_type(known, f"{tag.name}:{name}")
    return UNKNOWN


def taken_by(engine: Engine, module: Module, tag: Tag, name: str) -> tuple[Type, ...]:
    """The types that the program's own components on an element declare for an input."""
    found: list[Type] = []
    for where, component in engine.program.directives.on(tag):
        field = inputs(component.node).get(name)
        label = field.child_by_field_name("name") if field is not None else None
        if field is None or label is None:
            continue
        given = engine.property_type(component_type(engine, where, component), text(label))
        value = field.child_by_field_name("value")
        is_held = value is not None and is_signal(value) and isinstance(given, Named)
        found.append(union(*given.args) if is_held and isinstance(given, Named) else given)
    return tuple(found)


def _referred(markup: AngularMarkup, local: Local) -> Tag | None:
    return next((t for t in markup.tags if t.start == local.element), None)


def event(engine: Engine, context: Context, markup: AngularMarkup, node: Node) -> Type:
    """What an event hands to its handler: `(picked)="show($event)"`."""
    found = _handled(markup, node)
    if found is None:
        return UNKNOWN
    tag, name = found
    for module, component in engine.program.directives.on(tag):
        owner = component_type(engine, module, component)
        emitter = present(engine.property_type(owner, name))
        if engine.find(owner, name):
            return _emitted(emitter)
    return engine.global_type("Event") if _is_of_browser(tag, name) else UNKNOWN


def _emitted(emitter: Type) -> Type:
    if not isinstance(emitter, Named) or len(emitter.args) != 1:
        return UNKNOWN
    name = emitter.declaration.node.child_by_field_name("name")
    return emitter.args[0] if name is not None and text(name) in _EMITTERS else UNKNOWN


def _handled(markup: AngularMarkup, node: Node) -> tuple[Tag, str] | None:
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
        tag = _referred(markup, local)
        is_bare = tag is not None and f"#{name}" not in tag.texts
        return is_bare and tag is not None and _is_plain(engine, tag) and tag.is_native
    handled = _handled(markup, root) if name == "$event" else None
    if handled is None or not _is_of_browser(*handled):
        return False
    outputs = (c.node for _, c in engine.program.directives.on(handled[0]))
    return not any(handled[1].encode() in (class_.text or b"") for class_ in outputs)


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
    known = all(engine.find(p, name) or _lacks(engine, p) for p in others)
    if not others or not known or any(p.name == "object" for p in bare if isinstance(p, Primitive)):
        return False
    flown = engine.find(engine.expression(Context(module, WIRE), object_), name)
    return not any(member.property is not None for member in flown)


def _lacks(engine: Engine, type_: Type) -> bool:
    """Whether a type, which has no property of a name, surely has none."""
    is_known = not isinstance(type_, Unknown) and engine.is_closed(type_)
    return is_known and engine.index_type(type_, STRING) is None


def _is_plain(engine: Engine, tag: Tag) -> bool:
    return not any(c.has_template for _, c in engine.program.directives.on(tag))


def _root(node: Node) -> Node | None:
    """The name that a chain of properties begins with: `x` of `$any(x).a!.b`."""
    found = node.parent
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
