"""What a method gives, which a subclass may give otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.call import Dependency
from fixer.program.evaluate import classes
from fixer.program.evaluate.environment import Env
from fixer.program.evaluate.values import (
    ClassValue,
    Function,
    Instance,
    Nothing,
    Place,
    Text,
    Unknown,
    Value,
    candidates,
    place_of,
    union,
)
from fixer.program.module import Module, is_default
from fixer.program.scopes import CLASSES
from fixer.program.syntax import text

if TYPE_CHECKING:
    from fixer.program.evaluate.evaluator import Evaluator


MAX_IMPLEMENTATIONS = 6


def decided(ev: Evaluator, function: Function, found: Value) -> Value:
    """What a method gives: depending on the class, if the object may be a subclass's.

    A method that gives nothing in the base class, or throws, is there to be overridden.
    """
    this, holder = function.env.this, classes.enclosing_class(function.node)
    may_be_below = isinstance(this, ClassValue) or (
        isinstance(this, Instance) and this.arguments is None
    )
    if (
        not may_be_below
        or holder is None
        or not _is_overridden(ev, function.module, holder, function.node)
    ):
        return found
    depends = frozenset({Dependency(function.module.path, holder.start_byte)})
    place = place_of(function.module, function.node)
    nothing = Unknown("what a subclass says", depends, place=place)
    return union([_depending(c, depends, nothing) for c in candidates(found)])


def _depending(value: Value, depends: frozenset[Dependency], nothing: Unknown) -> Value:
    if isinstance(value, Text) and value.pieces:
        return Text(tuple(replace(p, depends=p.depends | depends) for p in value.pieces))
    if isinstance(value, Unknown):
        return replace(value, depends=value.depends | depends)
    return nothing if isinstance(value, Nothing | Text) else value


def _is_overridden(ev: Evaluator, module: Module, holder: Node, method: Node) -> bool:
    """Whether a class that names `holder` as its base has a method of the same name."""
    known = ev.overridden.get(method.id)
    if known is None:
        named = method.child_by_field_name("name")
        bases = class_names(ev, module, holder)
        known = named is not None and _overrides(ev, bases, text(named))
        ev.overridden[method.id] = known
    return known


def class_names(ev: Evaluator, module: Module, node: Node) -> frozenset[str]:
    """The names of a class: its own, and those under which files import it as a default."""
    own = node.child_by_field_name("name")
    names = {text(own)} if own is not None else set()
    if is_default(module, node):
        names |= set(ev.program.default_names(module))
    return frozenset(names)


def _overrides(ev: Evaluator, bases: frozenset[str], method: str) -> bool:
    for path in ev.holding(*bases):
        data = ev.program.sources[path]
        if b"extends" not in data or method.encode() not in data:
            continue
        module = ev.program.module(path)
        for node in module.captures(_EXTENDING).get("class", []):
            heritage = classes.heritage(node)
            if heritage is not None and text(heritage) in bases and classes.named(ev, node, method):
                return True
    return False


def implementations(ev: Evaluator, module: Module, target: Node, env: Env) -> tuple[Function, ...]:
    """The methods of subclasses that the call of an abstract one may enter; none if too many."""
    holder, name = (target.child_by_field_name(f) for f in ("object", "property"))
    if target.type != "member_expression" or holder is None or name is None:
        return ()
    found: list[Function] = []
    for receiver in candidates(ev.value(module, holder, env)):
        if isinstance(receiver, Instance):
            for level in classes.lineage(ev, receiver):
                if any(_is_abstract(m) for m in classes.named(ev, level.of.node, text(name))):
                    place = place_of(module, target)
                    values = _implemented(ev, level.of, text(name), place)
                    found += [v for v in values if isinstance(v, Function)]
                    break
    return tuple(found) if len(found) <= MAX_IMPLEMENTATIONS else ()


def _is_abstract(member: Node) -> bool:
    return member.type == "abstract_method_signature"


def _implemented(ev: Evaluator, of: ClassValue, name: str, place: Place) -> tuple[Value, ...]:
    """What the classes below one give for a member that it leaves to them."""

    def answer() -> tuple[Value, ...]:
        found: list[Value] = []
        for below in _below(ev, of, name, set()):
            one = classes.generic(ev, below)
            found += candidates(classes.instance_member(ev, one, name, place))
        return tuple(found)

    abstract = next(m for m in classes.named(ev, of.node, name) if _is_abstract(m))
    return ev.once(ev.implementations, abstract.id, answer, ())


def _below(ev: Evaluator, of: ClassValue, name: str, seen: set[Node]) -> Iterator[ClassValue]:
    """The classes that extend one, or one that does, and write a name."""
    for path in ev.holding(*class_names(ev, of.module, of.node)):
        if b"extends" not in ev.program.sources[path]:
            continue
        module = ev.program.module(path)
        for node in module.captures(_EXTENDING).get("class", []):
            found = ClassValue(module, node, ev.root)
            base = classes.base_class(ev, found) if node not in seen else None
            if base is None or base.node != of.node:
                continue
            seen.add(node)
            if classes.named(ev, node, name):
                yield found
            yield from _below(ev, found, name, seen)


_EXTENDING = "[" + " ".join(f"({kind} (class_heritage))" for kind in sorted(CLASSES)) + "] @class"
