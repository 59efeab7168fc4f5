"""A Vue component's props become what an element of a template gives them.

A file with a component is entered as a function is: its root with one argument, the props.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.call import Dependency
from fixer.program.evaluate import members, merging, names, options, parameters, types
from fixer.program.evaluate.environment import Env
from fixer.program.evaluate.filling import unboxed
from fixer.program.evaluate.values import (
    Array,
    Function,
    Later,
    Library,
    Member,
    Record,
    Text,
    Truth,
    TypeRef,
    Unknown,
    Value,
    candidates,
    place_of,
    union,
    written,
)
from fixer.program.markup import VueMarkup, attribute_value, camel
from fixer.program.module import DEFAULT, Module
from fixer.program.syntax import children_of, first_named, text

if TYPE_CHECKING:
    from fixer.program.evaluate.evaluator import Evaluator

_PROPS, _DEFAULTS = "defineProps", "withDefaults"
_OTHER = ("@", "#", "v-")


def given(ev: Evaluator, module: Module, tag: Node, env: Env) -> tuple[Value, ...]:
    """What the element with this opening tag gives its component: one object."""
    props: dict[str, Member] = {}
    rest: Unknown | None = None
    for attribute in children_of(tag):
        name = first_named(attribute) if attribute.type == "attribute" else None
        label = text(name) if name is not None else ""
        value = attribute_value(attribute)
        if label == "v-bind" and value is not None:
            spread = _bound(ev, module, value, env)
            rest = merging.either(rest, merging.spread_into(ev, ev.force(spread), props))
        elif label.startswith((":", "v-bind:")) and value is not None and name is not None:
            bound = _bound(ev, module, value, env)
            key = camel(label.removeprefix("v-bind").removeprefix(":").partition(".")[0])
            props[key] = Member(bound, place_of(module, name))
        elif name is not None and not label.startswith(_OTHER):
            plain = written(text(value), place_of(module, value)) if value else Truth(True)
            props[camel(label)] = Member(plain, place_of(module, name))
    return (Record(props, rest),)


def _bound(ev: Evaluator, module: Module, value: Node, env: Env) -> Value:
    markup = module.markup
    region = markup.region_at(value.start_byte) if markup is not None else None
    if markup is None or region is None:
        return Unknown("an attribute", place=place_of(module, value))
    return Later(module, markup.expression(region), env)


def called(
    ev: Evaluator,
    target: Library,
    arguments: tuple[Value, ...],
    module: Module,
    node: Node,
    env: Env,
) -> Value | None:
    """What `defineProps` gives, and `withDefaults` makes of it; None: another function."""
    name = target.path[-1] if target.path else ""
    if target.specifier not in ("", "vue"):
        return None
    if name == _PROPS:
        declared = arguments[0] if arguments else Record({})
        return _with_defaults(ev, _declared(ev, declared), _props(ev, module, node, env))
    if name == _DEFAULTS and arguments:
        return _with_defaults(ev, ev.force(arguments[-1]), ev.force(arguments[0]))
    return None


def _props(ev: Evaluator, module: Module, node: Node | None, env: Env) -> Value:
    """What a component has been given; where nothing is known of that, what its type says."""
    entered = env.activation(module.root)
    if entered is not None and entered.arguments:
        return ev.force(entered.arguments[0])
    depends = frozenset({Dependency.on(module, module.root)})
    place = place_of(module, node if node is not None else module.root)
    listed = node.child_by_field_name("type_arguments") if node is not None else None
    type_ = first_named(listed) if listed is not None else None
    if type_ is None:
        return Unknown("a prop", depends, place=place)
    return types.value(ev, TypeRef(module, type_), depends, place)


def _with_defaults(ev: Evaluator, defaults: Value, props: Value) -> Value:
    """Props of an element, and what they are where it says nothing."""
    if not isinstance(props, Record) or not isinstance(defaults, Record):
        return props
    return merging.merged(ev, (defaults, props))


def _declared(ev: Evaluator, declared: Value) -> Record:
    """The defaults in `{ url: { type: String, default: '/users' } }`."""
    found: dict[str, Member] = {}
    value = ev.force(declared)
    for name, member in value.members.items() if isinstance(value, Record) else ():
        options = ev.force(member.value)
        default = options.members.get("default") if isinstance(options, Record) else None
        if default is not None and not isinstance(ev.force(default.value), Function):
            found[name] = default
    return Record(found)


def of_options(
    ev: Evaluator, module: Module, declared: Value, env: Env
) -> Iterator[tuple[str, Member]]:
    """What `this` has of the props that a component's options declare."""
    value = ev.force(declared)
    names: list[str] = []
    if isinstance(value, Record):
        names += value.members
    elif isinstance(value, Array):
        texts = (ev.force(item) for item in value.items)
        names += (t.literal for t in texts if isinstance(t, Text) and t.literal is not None)
    props = _with_defaults(ev, _declared(ev, value), _props(ev, module, None, env))
    place = place_of(module, module.root)
    for name in names:
        yield name, Member(members.member(ev, props, name, place))


def of_setup(
    ev: Evaluator, module: Module, function: Node, parameter: Node, env: Env
) -> Value | None:
    """What the first parameter of a component's `setup` is; None: it is another's, or another."""
    pair = function if function.type == "method_definition" else function.parent
    if module.path.suffix != ".vue" or pair is None or pair.parent is None:
        return None
    if pair.parent.type != "object":
        return None
    key, holder = pair.child_by_field_name("key") or pair.child_by_field_name("name"), pair.parent
    if key is None or text(key) != "setup" or parameters.listed(function)[0] != parameter:
        return None
    options = ev.value(module, holder, env.around(holder))
    declared = options.members.get("props") if isinstance(options, Record) else None
    props = _props(ev, module, None, env)
    return _with_defaults(ev, _declared(ev, declared.value), props) if declared else props


def template_name(ev: Evaluator, module: Module, node: Node, env: Env) -> Value | None:
    """A name in a template: a loop's, the script's, or a prop; None: it stands in no template."""
    markup = module.markup
    region = markup.region_at(node.start_byte) if isinstance(markup, VueMarkup) else None
    if region is None or not isinstance(markup, VueMarkup):
        return None
    name, place = text(node), place_of(module, node)
    if any(markup.declared(scope, name) for scope in markup.scopes(region)):
        return Unknown("an element of a list", place=place)
    binding = module.table(module.root).values.get(name)
    if binding is not None:
        return _unwrapped(ev, names.bound(ev, module, binding, None, env))
    for holder in _holders(ev, module, env):
        found = members.member(ev, holder, name, place)
        if not isinstance(found, Unknown) or found.depends:
            return _unwrapped(ev, found)
    return None


def _holders(ev: Evaluator, module: Module, env: Env) -> Iterator[Value]:
    """The objects whose members a template names directly."""
    for call in module.calls:
        callee = call.child_by_field_name("function")
        if callee is not None and text(callee) == _PROPS:
            yield ev.value(module, call, env)
    for export in module.exports.get(DEFAULT, ()):
        made = ev.value(module, export.node, env)
        if isinstance(made, Record) and made.node is not None:
            yield Record(options.members(ev, module, made.node, env))


def _unwrapped(ev: Evaluator, value: Value) -> Value:
    """What a template reads of a ref."""
    found = [unboxed(ev, c) for c in candidates(ev.force(value))]
    return union(found) if found else value
