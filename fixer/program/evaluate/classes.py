"""Classes and their instances become their members' values: fields, methods, inheritance."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tree_sitter import Node

from fixer.program.call import Dependency
from fixer.program.evaluate import functions, inputs, libraries, options, parameters, types
from fixer.program.evaluate.environment import Env
from fixer.program.evaluate.merging import merged
from fixer.program.evaluate.values import (
    NONE,
    NOTHING,
    ClassValue,
    ClientValue,
    Function,
    Instance,
    Later,
    Library,
    Nothing,
    Place,
    Record,
    Text,
    TypeRef,
    Unknown,
    Value,
    candidates,
    place_of,
    union,
)
from fixer.program.module import Module
from fixer.program.scopes import CLASSES
from fixer.program.syntax import children_of, text

if TYPE_CHECKING:
    from fixer.program.evaluate.evaluator import Evaluator

MAX_LINEAGE = 12


class Level(NamedTuple):
    """One class of an instance's ancestry, and the arguments its constructor gets."""

    of: ClassValue
    arguments: tuple[Value, ...] | None


def this(ev: Evaluator, module: Module, node: Node, env: Env) -> Value:
    """What `this` is: the instance, the class, the object literal that holds the method."""
    scope = _this_scope(node)
    if scope is None:
        return Library("", ("this",))
    bound = env.receiver(scope)
    if bound is not None:
        return bound
    holder = _holder(scope)
    if holder is None:
        return Library("", ("this",))
    if holder.type not in CLASSES:
        made = ev.value(module, holder, env.around(holder))
        if isinstance(made, Record) and made.rest is None:  # Vue's `methods` see `data` too
            rest = Unknown("what else `this` has", place=place_of(module, node))
            whole = {**made.members, **options.members(ev, module, holder, env)}
            return Record(whole, rest, made.module, made.node)
        return made
    bound = env.receiver(holder)
    if bound is not None:
        return bound.of if isinstance(bound, Instance) and is_static(scope) else bound
    of = ClassValue(module, holder, env.around(holder))
    return of if is_static(scope) else generic(ev, of)


def generic(ev: Evaluator, of: ClassValue) -> Instance:
    """Some instance of a class, always the same object for the same class."""
    found = ev.instances.get(of.node.id)
    if found is None:
        found = ev.instances[of.node.id] = Instance(of)
    return found


def _this_scope(node: Node) -> Node | None:
    up = node.parent
    while up is not None:
        if up.type in _BINDS_THIS:
            return up
        up = up.parent
    return None


_BINDS_THIS = frozenset(
    {"method_definition", "public_field_definition", "function_declaration"}
    | {"function_expression", "generator_function", "class_static_block"}
)


def _holder(scope: Node) -> Node | None:
    """The class or object literal that a method, field or function belongs to."""
    parent = scope.parent
    if parent is not None and parent.type == "pair":
        parent = parent.parent
    if parent is not None and parent.type == "class_body":
        return parent.parent
    return parent if parent is not None and parent.type == "object" else None


def is_static(node: Node) -> bool:
    return any(c.type == "static" for c in node.children)


def enclosing_class(node: Node) -> Node | None:
    """The class whose body `node` stands in."""
    up = node.parent
    while up is not None and up.type not in CLASSES:
        up = up.parent
    return up


def lineage(ev: Evaluator, instance: Instance) -> Iterator[Level]:
    """The instance's class and its ancestors, each with its constructor's arguments."""
    level: Level | None = Level(instance.of, instance.arguments)
    for _ in range(MAX_LINEAGE):
        if level is None:
            return
        yield level
        level = _above(ev, instance, level)


def _above(ev: Evaluator, instance: Instance, level: Level) -> Level | None:
    base = base_class(ev, level.of)
    if base is None:
        return None
    maker = constructor(ev, level.of.node)
    if maker is None:
        return Level(base, level.arguments)
    call = next((c for c in _calls(level.of.module, maker) if _callee(c) == "super"), None)
    arguments = call.child_by_field_name("arguments") if call is not None else None
    if arguments is None:
        return Level(base, None)
    env = construction(ev, instance, level)
    given = tuple(Later(level.of.module, a, env) for a in children_of(arguments))
    return Level(base, given)


def base_class(ev: Evaluator, of: ClassValue) -> ClassValue | None:
    """The class that a class extends, if it is one of the program."""
    node = heritage(of.node)
    if node is None:
        return None
    value = ev.value(of.module, node, of.env)
    return next((c for c in candidates(value) if isinstance(c, ClassValue)), None)


def heritage(node: Node) -> Node | None:
    """The expression behind `extends`."""
    for child in children_of(node):
        if child.type == "class_heritage":
            for clause in children_of(child):
                if clause.type == "extends_clause":
                    return clause.child_by_field_name("value")
    return None


def _calls(module: Module, node: Node) -> list[Node]:
    return module.captures("(call_expression) @c", node).get("c", [])


def _callee(call: Node) -> str:
    callee = call.child_by_field_name("function")
    return text(callee) if callee is not None else ""


def constructor(ev: Evaluator, node: Node) -> Node | None:
    """The constructor with a body."""
    found = named(ev, node, "constructor")
    return next((m for m in found if m.type == "method_definition"), None)


def named(ev: Evaluator, node: Node, name: str) -> list[Node]:
    """The members of the class `node` that bear a name."""
    index = ev.class_members.get(node.id)
    if index is None:
        index = ev.class_members[node.id] = {}
        found = node.child_by_field_name("body")
        for member in children_of(found) if found is not None else ():
            key = member.child_by_field_name("name")
            if key is not None:
                index.setdefault(text(key), []).append(member)
    return index.get(name, [])


def inside(ev: Evaluator, of: ClassValue, receiver: Instance | ClassValue) -> Env:
    """The environment of a class's members for one receiver; one object each, for its memo."""
    key = (receiver, of.node.id)
    found = ev.class_envs.get(key)
    if found is None:
        found = ev.class_envs[key] = of.env.enter(of.node, None, receiver)
    return found


def construction(ev: Evaluator, instance: Instance, level: Level) -> Env:
    """The environment of a constructor's body."""
    env = inside(ev, level.of, instance)
    maker = constructor(ev, level.of.node)
    if maker is None:
        return env
    key = (instance, maker.id)
    found = ev.class_envs.get(key)
    if found is None:
        found = ev.class_envs[key] = env.enter(maker, level.arguments, instance)
    return found


def instance_member(ev: Evaluator, instance: Instance, name: str, place: Place) -> Value:
    """The value of a member of an instance: own, inherited, or only declared."""
    if name == "constructor":
        return instance.of
    declared: TypeRef | None = None
    for level in lineage(ev, instance):
        found = _own(ev, instance, level, name)
        if found is not None:
            return found
        declared = declared or declaration(ev, level.of, name)
    depends = frozenset({Dependency(instance.of.module.path, instance.of.node.start_byte)})
    if declared is not None:
        return types.value(ev, declared, depends, place)
    if name.startswith("$"):
        return libraries.injected(ev, name) or Unknown(f"`this.{name}`", place=place)
    return Unknown(f"`{name}` is not a member that is set", depends, place=place)


def _own(ev: Evaluator, instance: Instance, level: Level, name: str) -> Value | None:
    found = _assigned(ev, instance, level, name)
    if found is not None and not isinstance(found, Nothing):  # what begins so is filled later
        return found
    for node in named(ev, level.of.node, name):
        if not is_static(node):
            env = inside(ev, level.of, instance)
            is_inherited = instance.of.node != level.of.node  # by what other elements stand for
            value = None if is_inherited else inputs.given_input(ev, level.of, node, env)
            value = member_value(ev, level.of, node, env) if value is None else value
            if value is not None:
                return _of_class(value, level.of) if instance.arguments is None else value
    return _parameter_property(ev, instance, level, name)


def _of_class(value: Value, of: ClassValue) -> Value:
    """A field's text, which a subclass may have otherwise."""
    if not isinstance(value, Text):
        return value
    depends = frozenset({Dependency(of.module.path, of.node.start_byte)})
    return Text(tuple(replace(p, depends=p.depends | depends) for p in value.pieces))


def member_value(ev: Evaluator, of: ClassValue, node: Node, env: Env) -> Value | None:
    """What a member is as it is written; None of one that says nothing."""
    if node.type == "method_definition":
        kinds = {c.type for c in node.children}
        if "set" in kinds:
            return None
        function = Function(of.module, node, env)
        return functions.apply(ev, function, ()) if "get" in kinds else function
    if node.type != "public_field_definition":
        return None
    value = node.child_by_field_name("value")
    if value is None:
        return None
    found = ev.value(of.module, value, env)
    annotation = node.child_by_field_name("type")
    place = place_of(of.module, node)
    if isinstance(found, Text) and not found.pieces and _is_set_later(of.module, node):
        found = NOTHING
    if annotation is None:
        return Unknown("a field", place=place) if isinstance(found, Nothing) else found
    if isinstance(found, Nothing):  # it is filled later
        return types.value(ev, TypeRef(of.module, annotation), NONE, place)
    return types.refined(ev, found, TypeRef(of.module, annotation), place)


def _is_set_later(module: Module, field: Node) -> bool:
    """Whether a field is a component's input, or is assigned to outside of the constructor."""
    name = field.child_by_field_name("name")
    if name is None or any(c.type == "decorator" for c in field.children):
        return name is not None
    return re.search(rb"\.%s\s*=[^=]" % re.escape(text(name).encode()), module.data) is not None


def _assigned(ev: Evaluator, instance: Instance, level: Level, name: str) -> Value | None:
    """What the constructor assigns to `this.name`."""
    maker = constructor(ev, level.of.node)
    if maker is None or name.encode() not in (maker.text or b""):
        return None
    env = construction(ev, instance, level)
    found = [
        ev.value(level.of.module, right, env)
        for left, right in assignments(level.of.module, maker)
        if text(left) == f"this.{name}"
    ]
    if found:
        return _as_declared(ev, level, name, union(found))
    return _merged_into(ev, instance, level, maker, name, env)


def _as_declared(ev: Evaluator, level: Level, name: str, found: Value) -> Value:
    """A client or an object by its type, where nothing is known of what a member is set to."""
    declared = declaration(ev, level.of, name) if isinstance(found, Unknown) else None
    if declared is None:
        return found
    typed = types.refined(ev, found, declared, place_of(level.of.module, level.of.node))
    return typed if isinstance(typed, ClientValue | Instance) else found


def _merged_into(
    ev: Evaluator, instance: Instance, level: Level, maker: Node, name: str, env: Env
) -> Value | None:
    """`Object.assign(this.name, more)` in the constructor."""
    if b"Object.assign" not in (maker.text or b""):
        return None
    for call in _calls(level.of.module, maker):
        arguments = call.child_by_field_name("arguments")
        if _callee(call) != "Object.assign" or arguments is None:
            continue
        first, *others = children_of(arguments) or [call]
        if text(first) != f"this.{name}":
            continue
        env_of = inside(ev, level.of, instance)
        own = [member_value(ev, level.of, n, env_of) for n in named(ev, level.of.node, name)]
        later = [Later(level.of.module, o, env) for o in others]
        return merged(ev, (*(o for o in own if o is not None), *later))
    return None


def assignments(module: Module, node: Node) -> Iterator[tuple[Node, Node]]:
    """What is assigned to members of `this` below a node."""
    pattern = "(assignment_expression left: (member_expression object: (this))) @a"
    for found in module.captures(pattern, node).get("a", []):
        left, right = found.child_by_field_name("left"), found.child_by_field_name("right")
        if left is not None and right is not None:
            yield left, right


def _parameter_property(ev: Evaluator, instance: Instance, level: Level, name: str) -> Value | None:
    maker = constructor(ev, level.of.node)
    for parameter in parameters.listed(maker) if maker is not None else []:
        pattern = parameter.child_by_field_name("pattern")
        if pattern is None or text(pattern) != name:
            continue
        if any(c.type in _MODIFIERS for c in parameter.children):
            binding = level.of.module.resolve(pattern)
            if binding is not None:
                env = construction(ev, instance, level)
                return parameters.value(ev, level.of.module, binding, env)
    return None


_MODIFIERS = frozenset({"accessibility_modifier", "readonly", "override_modifier"})


def declaration(ev: Evaluator, of: ClassValue, name: str) -> TypeRef | None:
    """The type of a member that is only declared, or of an abstract method."""
    for node in named(ev, of.node, name):
        if node.type in ("abstract_method_signature", "method_signature"):
            return TypeRef(of.module, node)
        if (annotation := node.child_by_field_name("type")) is not None:
            return TypeRef(of.module, annotation)
    return None


def inherited(ev: Evaluator, module: Module, node: Node, name: str, env: Env) -> Value:
    """`super.name` at the expression `node`."""
    holder = enclosing_class(node)
    receiver = env.receiver(holder) if holder is not None else None
    if holder is None:
        return NOTHING
    own = ClassValue(module, holder, env.around(holder))
    instance = receiver if isinstance(receiver, Instance) else generic(ev, own)
    levels = list(lineage(ev, instance))
    position = next((i for i, lv in enumerate(levels) if lv.of.node == holder), -1)
    for level in levels[position + 1 :]:
        found = _own(ev, instance, level, name)
        if found is not None:
            return found
    return Unknown(f"`super.{name}`", place=place_of(module, node))
