"""A way from a call down to the client that sends it: wrapper by wrapper, arguments bound."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from fixer.program.evaluate import Evaluator, classes, components, elements, functions
from fixer.program.evaluate.environment import Env
from fixer.program.evaluate.overriding import implementations
from fixer.program.evaluate.reaching import reaches
from fixer.program.evaluate.values import (
    ClientValue,
    Function,
    Instance,
    Value,
    candidates,
    place_of,
)
from fixer.program.markup import TAGS
from fixer.program.module import Module
from fixer.program.sending import Applied, Sent, Site, callee, read
from fixer.program.syntax import ELEMENTS

MAX_TARGETS = 4


@dataclass(frozen=True, slots=True)
class Edge:
    """The call `node` enters the function `into`, directly or by what is applied there.

    An element of JSX, or of a template, is a call of its component.
    """

    module: Module
    node: Node
    into: Node
    applied: Applied | None = None

    def __hash__(self) -> int:
        return hash((self.node.id, self.into.id))


@dataclass(frozen=True, slots=True)
class Trail:
    """A site and the calls that lead to it, innermost first; `owner` sends the outermost.

    `inner`: the owner that a shorter trail had. A receiver of which only the class is known is it.
    """

    site: Site
    edges: tuple[Edge, ...] = ()
    owner: Instance | None = None
    inner: Instance | None = None

    @property
    def head(self) -> tuple[Module, Node]:
        """The outermost call."""
        if self.edges:
            return self.edges[-1].module, self.edges[-1].node
        return self.site.module, self.site.node

    def longer(self, *way: Edge) -> Trail:
        """The trail with further calls that lead to its head, innermost first."""
        return Trail(self.site, (*self.edges, *way), inner=self.owner or self.inner)


def sent(ev: Evaluator, trail: Trail) -> tuple[Sent, ...]:
    """What the site sends when it is reached on this trail."""
    found: list[Sent] = []
    for env in _environments(ev, trail):
        one = read(ev, trail.site, env)
        if one is not None:
            found.append(one)
    return tuple(found)


def start(ev: Evaluator, trail: Trail) -> Env:
    """What is known around the outermost call: its owner, if any."""
    _, node = trail.head
    if trail.owner is None:
        return ev.root
    holder = classes.enclosing_class(node)
    if holder is None:
        return ev.root
    for level in classes.lineage(ev, trail.owner):
        if level.of.node == holder:
            if _in_constructor(ev, node, holder):
                return classes.construction(ev, trail.owner, level)
            return classes.inside(ev, level.of, trail.owner)
    return ev.root


def _in_constructor(ev: Evaluator, node: Node, holder: Node) -> bool:
    maker = classes.constructor(ev, holder)
    return maker is not None and maker.start_byte <= node.start_byte < maker.end_byte


def is_refuted(ev: Evaluator, trail: Trail) -> bool:
    """Whether what its outermost call gives never comes to the site: it calls something else."""
    current = [start(ev, trail)]
    for edge, module, node in _inwards(trail):
        following = [e for env in current for e in _entered(ev, edge, env, trail.inner)]
        if not following:
            return all(_calls_another(ev, edge, env) for env in current)
        current = [e for e in following if reaches(ev, module, node, edge.into, e)][:MAX_TARGETS]
        if not current:
            return True
    return False


def _calls_another(ev: Evaluator, edge: Edge, env: Env) -> bool:
    target = callee(edge.node) if edge.applied is None else None
    called = candidates(ev.value(edge.module, target, env)) if target is not None else ()
    return bool(called) and all(isinstance(it, Function | ClientValue) for it in called)


def _environments(ev: Evaluator, trail: Trail) -> list[Env]:
    current = [start(ev, trail)]
    for edge, module, node in _inwards(trail):
        following = [e for env in current for e in _entered(ev, edge, env, trail.inner)]
        current = [e for e in following if reaches(ev, module, node, edge.into, e)][:MAX_TARGETS]
    return current


def _inwards(trail: Trail) -> Iterator[tuple[Edge, Module, Node]]:
    """The calls from the outermost inwards, each with the call that is made in what it enters."""
    inwards = list(reversed(trail.edges))
    calls = [(edge.module, edge.node) for edge in inwards[1:]]
    calls.append((trail.site.module, trail.site.node))
    for edge, (module, node) in zip(inwards, calls, strict=False):
        yield edge, module, node


def _entered(ev: Evaluator, edge: Edge, env: Env, inner: Instance | None) -> Iterator[Env]:
    if edge.applied is not None:
        given = edge.applied.given(ev, place_of(edge.module, edge.node), env)
        for function in _functions(edge.applied.called(env), ev, edge.into):
            yield function.env.enter(function.node, given)
        return
    if edge.node.type in TAGS:
        yield ev.root.enter(edge.into, components.given(ev, edge.module, edge.node, env))
        return
    target = callee(edge.node)
    if target is None:
        return
    arguments = elements.given if edge.node.type in ELEMENTS else functions.arguments_of
    given = arguments(ev, edge.module, edge.node, env)
    entered = tuple(_functions(ev.value(edge.module, target, env), ev, edge.into))
    if not entered:
        made = implementations(ev, edge.module, target, env)
        entered = tuple(f for f in made if f.node == edge.into)
    for function in entered:
        around = _around(ev, function, inner) if inner is not None else function.env
        yield around.enter(function.node, given)


def _around(ev: Evaluator, function: Function, inner: Instance) -> Env:
    """What is known around a method: of an object without a place, all that is of `inner`."""
    this = function.env.this
    if not isinstance(this, Instance) or this.site is not None or inner.site is None:
        return function.env
    holder = classes.enclosing_class(function.node)
    if this.of.node == inner.of.node and holder is not None:
        for level in classes.lineage(ev, inner):
            if level.of.node == holder:
                return classes.inside(ev, level.of, inner)
    return function.env


def _functions(value: Value, ev: Evaluator, node: Node) -> Iterator[Function]:
    for candidate in candidates(ev.force(value)):
        if isinstance(candidate, Function) and candidate.node == node:
            yield candidate
