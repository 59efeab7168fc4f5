"""The ways by which the program comes to a call inside a function, and so to its request."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass, field

from tree_sitter import Node

from fixer.program.call import Dependency
from fixer.program.callers import Callers
from fixer.program.callnames import name_of
from fixer.program.evaluate import elements
from fixer.program.handing import Handing, Way
from fixer.program.ingredients import ingredients
from fixer.program.module import Module
from fixer.program.objects import Objects
from fixer.program.scopes import FUNCTIONS
from fixer.program.sending import Sent
from fixer.program.syntax import ELEMENTS
from fixer.program.trails import Edge, Trail

MAX_HANDED = 3


@dataclass(slots=True, eq=False)
class Entrances:
    """Answers what calls lead to the head of a trail. `sent`: what is sent on a trail."""

    callers: Callers
    handing: Handing
    objects: Objects
    sent: Callable[[Trail], tuple[Sent, ...]]
    _telling: dict[tuple[int, int], bool] = field(default_factory=dict)

    def of(self, trail: Trail, function: Node, *, telling: bool = False) -> list[Way]:
        """The ways into `function`, on which the trail's request depends.

        A request inside a function that this one only returns, as hooks do, is sent by a call
        of the returned one: `useApi('/users').get()`. `telling`: without the elements of JSX
        that say nothing in words.
        """
        module, node = trail.head
        found: list[Way] = []
        for closure in _closures(node, function):
            ways = self._known(trail, module, closure, function)
            found += ways
            if ways and not _stays(module, closure, function):
                return found
        return [*found, *self._ways(trail, module, function, telling=telling)]

    def has_silent(self, trail: Trail, function: Node) -> bool:
        """Whether elements of JSX enter `function` that say nothing in words."""
        edges = self.callers.of(trail.head[0], function)
        return not all(self._tells(trail, function, edge) for edge in edges)

    def _tells(self, trail: Trail, function: Node, edge: Edge) -> bool:
        if edge.node.type not in ELEMENTS:
            return True
        module, call = trail.head
        key = (call.id, edge.node.id)
        if key not in self._telling:
            wanted = ingredients(module, [call], function)
            self._telling[key] = self._says(edge, wanted, MAX_HANDED)
        return self._telling[key]

    def _says(self, edge: Edge, wanted: Set[str], levels: int) -> bool:
        """Whether an element gives words to one of the attributes `wanted`, or hands on such."""
        module, found = edge.module, elements.attributes(edge.node)
        values = [value for name, value in found if name in wanted]
        if any(elements.says(self.callers.ev, module, value) for value in values):
            return True
        up = edge.node.parent if values and levels else None
        while up is not None:
            if up.type in FUNCTIONS and (name_of(up) or "")[:1].isupper():
                handed = ingredients(module, values, up)
                for further in self.callers.of(module, up):
                    if further.node.type in ELEMENTS and self._says(further, handed, levels - 1):
                        return True
            up = up.parent
        return False

    def _known(self, trail: Trail, module: Module, closure: Node, function: Node) -> list[Way]:
        """The ways into a closure that know with which arguments `function` made it."""
        own = Dependency.on(module, function)
        known: list[Way] = []
        for way in self._ways(trail, module, closure):
            after = self.sent(trail.longer(*way))
            if after and not any(own in p.depends for s in after for u in s.urls for p in u.pieces):
                known.append(way)
        return known

    def _ways(
        self, trail: Trail, module: Module, function: Node, *, telling: bool = False
    ) -> list[Way]:
        used = {e.node.id for e in trail.edges}
        edges = self.callers.of(module, function)
        direct = [(edge,) for edge in edges if not telling or self._tells(trail, function, edge)]
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
