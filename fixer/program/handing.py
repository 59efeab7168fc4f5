"""A function handed on, as in `send(fetcher, url)`, becomes the ways to where it is called."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tree_sitter import Node

from fixer.program.appliers import applied_at
from fixer.program.callers import Callers, functions, is_waited_for
from fixer.program.evaluate.parameters import uses
from fixer.program.evaluate.values import Function, candidates
from fixer.program.handed import returned_around
from fixer.program.module import Module
from fixer.program.renamings import handed_at
from fixer.program.sending import callee
from fixer.program.syntax import children_of
from fixer.program.trails import Edge

MAX_HANDS = 3
MAX_WAYS = 400
# Around an argument: `send(on ? fetcher : undefined)`, `send(fetcher as Fetcher)`.
_AROUND = frozenset(
    {"ternary_expression", "parenthesized_expression", "as_expression", "binary_expression"}
    | {"non_null_expression", "satisfies_expression"}
)
Way = tuple[Edge, ...]
_Given = tuple[Module, Node, int]  # a call, and which of its arguments


@dataclass(slots=True, eq=False)
class Handing:
    """Answers by which calls a function is entered that was an argument on the way there."""

    callers: Callers
    _answers: dict[int, tuple[Way, ...]] = field(default_factory=dict)
    _given: dict[str, dict[int, list[_Given]]] = field(default_factory=dict)

    def of(self, module: Module, function: Node) -> tuple[Way, ...]:
        """The ways into `function`, each from its own call out to the one that hands it on."""
        if function.id not in self._answers:
            self._answers[function.id] = ()
            ways = [w for _, w in zip(range(MAX_WAYS), self._ways(module, function), strict=False)]
            self._answers[function.id] = tuple(ways)
        return self._answers[function.id]

    def _ways(self, module: Module, function: Node) -> Iterator[Way]:
        for other, call, position in self._places(module, function):
            for taker in self._takers(other, call):
                for way in self._inside(taker, position, function, MAX_HANDS):
                    returned = returned_around(way[-1].node, taker.node)
                    later = self.callers.of(taker.module, returned) if returned is not None else ()
                    for edge in later or (Edge(other, call, taker.node),):
                        yield (*way, edge)

    def _places(self, module: Module, function: Node) -> Iterator[_Given]:
        """Where the function is an argument: itself, or under one of its names."""
        for call, position in _given_to(function):
            yield module, call, position
        for name in sorted(self.callers.names(module, function)):
            if name not in self._given:
                self._given[name] = self._given_by(name)
            yield from self._given[name].get(function.id, ())

    def _given_by(self, name: str) -> dict[int, list[_Given]]:
        """Where each function that bears a name is an argument under that name."""
        ev, found = self.callers.ev, dict[int, list[_Given]]()
        for path in ev.holding(name):
            for start, end in handed_at(ev.program.sources[path], name):
                module = ev.program.module(path)
                node = module.leaf(start, end)
                if node is None or is_waited_for(module, node):
                    continue
                argument = _whole(node)
                for call, position in _given_to(argument):
                    for function in functions(ev.glance(module, argument)):
                        found.setdefault(function.id, []).append((module, call, position))
        return found

    def _takers(self, module: Module, call: Node) -> Iterator[Function]:
        target = callee(call)
        if target is not None and call.type == "call_expression":
            for candidate in candidates(self.callers.ev.value(module, target)):
                if isinstance(candidate, Function):
                    yield candidate

    def _inside(self, taker: Function, position: int, into: Node, hands: int) -> Iterator[Way]:
        """The ways from the parameter at `position` of a function to the calls of it."""
        module = taker.module
        for node in uses(taker.module, taker.node, position):
            call = node.parent
            if call is not None and call.type == "call_expression" and callee(call) == node:
                yield (Edge(module, call, into),)
                continue
            applied = applied_at(self.callers.ev, module, node)
            if applied is not None:
                at, how = applied
                yield (Edge(module, at, into, how),)
                continue
            for outer, place in _given_to(node):
                if hands:
                    for further in self._takers(module, outer):
                        for way in self._inside(further, place, into, hands - 1):
                            yield (*way, Edge(module, outer, further.node))


def _whole(node: Node) -> Node:
    """The expression that a name ends: `api.send` of `send`."""
    parent = node.parent
    is_member = parent is not None and parent.type == "member_expression"
    return parent if is_member and parent is not None and parent.end_byte == node.end_byte else node


def _given_to(node: Node) -> Iterator[tuple[Node, int]]:
    """The call that an expression is an argument of, and which one."""
    child, parent = node, node.parent
    while parent is not None and parent.type in _AROUND:
        child, parent = parent, parent.parent
    if parent is not None and parent.type == "arguments" and parent.parent is not None:
        given = children_of(parent)
        if child in given:
            yield parent.parent, given.index(child)
