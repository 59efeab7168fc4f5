"""The ways by which the program comes to a call inside a function, and so to its request."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tree_sitter import Node

from fixer.program.call import Dependency
from fixer.program.callers import Callers, name_of
from fixer.program.handing import Handing, Way
from fixer.program.module import Module
from fixer.program.objects import Objects
from fixer.program.scopes import FUNCTIONS
from fixer.program.sending import Sent
from fixer.program.trails import Trail


@dataclass(slots=True, eq=False)
class Entrances:
    """Answers what calls lead to the head of a trail. `sent`: what is sent on a trail."""

    callers: Callers
    handing: Handing
    objects: Objects
    sent: Callable[[Trail], tuple[Sent, ...]]

    def of(self, trail: Trail, function: Node) -> list[Way]:
        """The ways into `function`, on which the trail's request depends.

        A request inside a function that this one only returns, as hooks do, is sent by a call
        of the returned one: `useApi('/users').get()`.
        """
        module, node = trail.head
        found: list[Way] = []
        for closure in _closures(node, function):
            ways = self._known(trail, module, closure, function)
            found += ways
            if ways and not _stays(module, closure, function):
                return found
        return [*found, *self._ways(trail, module, function)]

    def _known(self, trail: Trail, module: Module, closure: Node, function: Node) -> list[Way]:
        """The ways into a closure that know with which arguments `function` made it."""
        own = Dependency.on(module, function)
        known: list[Way] = []
        for way in self._ways(trail, module, closure):
            after = self.sent(trail.longer(*way))
            if after and not any(own in p.depends for s in after for u in s.urls for p in u.pieces):
                known.append(way)
        return known

    def _ways(self, trail: Trail, module: Module, function: Node) -> list[Way]:
        used = {e.node.id for e in trail.edges}
        direct = [(edge,) for edge in self.callers.of(module, function)]
        ways = [*direct, *self.handing.of(module, function)]
        fresh = [way for way in ways if used.isdisjoint(e.node.id for e in way)]
        owner = trail.owner
        if owner is not None:
            fresh = [w for w in fresh if len(w) > 1 or self.objects.is_of(w[0], owner)]
        return [way for way in fresh if self.sent(trail.longer(*way))]


def _closures(node: Node, function: Node) -> Iterator[Node]:
    """The named functions around `node` inside `function`, innermost first."""
    up = node.parent
    while up is not None and up != function:
        if up.type in FUNCTIONS and name_of(up) is not None and not _is_argument(up):
            yield up
        up = up.parent


def _is_argument(node: Node) -> bool:
    return node.parent is not None and node.parent.type == "arguments"


def _stays(module: Module, closure: Node, function: Node) -> bool:
    """Whether the function around a closure uses it itself, not only returns it."""
    holder = closure.parent
    name = holder.child_by_field_name("name") if holder is not None else None
    own = closure.child_by_field_name("name") or name
    binding = module.resolve(own) if own is not None and own.type == "identifier" else None
    if binding is None:
        return False
    return any(
        node != own and not _is_returned(node, function) for node in module.references(binding)
    )


def _is_returned(node: Node, function: Node) -> bool:
    """Whether it stands in what `function` returns, as itself or as a member."""
    up = node.parent
    while up is not None and up.type in _RETURNED:
        up = up.parent
    return up is not None and up.type == "return_statement"


_RETURNED = frozenset(
    {"object", "pair", "array", "as_expression", "satisfies_expression", "parenthesized_expression"}
)
