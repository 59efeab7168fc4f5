"""A function handed on, as in `send(fetcher, url)`, becomes the ways to where it is called."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tree_sitter import Node

from fixer.program.appliers import applied_at
from fixer.program.callers import Callers, is_waited_for
from fixer.program.evaluate.parameters import uses
from fixer.program.evaluate.values import Function, candidates
from fixer.program.module import Module
from fixer.program.renamings import may_be_handed
from fixer.program.sending import callee
from fixer.program.trails import Edge

MAX_HANDS = 3
MAX_WAYS = 400
# Around an argument: `send(on ? fetcher : undefined)`, `send(fetcher as Fetcher)`.
_AROUND = frozenset(
    {"ternary_expression", "parenthesized_expression", "as_expression", "binary_expression"}
    | {"non_null_expression", "satisfies_expression"}
)
Way = tuple[Edge, ...]


@dataclass(slots=True, eq=False)
class Handing:
    """Answers by which calls a function is entered that was an argument on the way there."""

    callers: Callers
    _answers: dict[int, tuple[Way, ...]] = field(default_factory=dict)

    def of(self, module: Module, function: Node) -> tuple[Way, ...]:
        """The ways into `function`, each from its own call out to the one that hands it on."""
        if function.id not in self._answers:
            self._answers[function.id] = ()
            ways = [w for _, w in zip(range(MAX_WAYS), self._ways(module, function), strict=False)]
            self._answers[function.id] = tuple(ways)
        return self._answers[function.id]

    def _ways(self, module: Module, function: Node) -> Iterator[Way]:
        for other, argument in self._places(module, function):
            for call, position in _given_to(argument):
                if position is not None and self._is(other, argument, function):
                    for taker in self._takers(other, call):
                        for way in self._inside(taker, position, function, MAX_HANDS):
                            yield (*way, Edge(other, call, taker.node))

    def _places(self, module: Module, function: Node) -> Iterator[tuple[Module, Node]]:
        """Where the function stands as a value: itself, or one of its names."""
        yield module, function
        names = self.callers.names(module, function)
        for path in self.callers.ev.holding(*names):
            other = self.callers.ev.program.module(path)
            for name in names:
                if may_be_handed(other.data, name):
                    for node in other.occurrences(name):
                        if not is_waited_for(other, node):
                            yield other, _whole(node)

    def _is(self, module: Module, argument: Node, function: Node) -> bool:
        if argument == function:
            return True
        value = self.callers.ev.value(module, argument)
        return any(isinstance(c, Function) and c.node == function for c in candidates(value))

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
                if place is not None and hands:
                    for further in self._takers(module, outer):
                        for way in self._inside(further, place, into, hands - 1):
                            yield (*way, Edge(module, outer, further.node))


def _whole(node: Node) -> Node:
    """The expression that a name ends: `api.send` of `send`."""
    parent = node.parent
    is_member = parent is not None and parent.type == "member_expression"
    return parent if is_member and parent is not None and parent.end_byte == node.end_byte else node


def _given_to(node: Node) -> Iterator[tuple[Node, int | None]]:
    """The call that an expression is an argument of, and which one."""
    child, parent = node, node.parent
    while parent is not None and parent.type in _AROUND:
        child, parent = parent, parent.parent
    if parent is not None and parent.type == "arguments" and parent.parent is not None:
        given = [a for a in parent.named_children if a.type != "comment"]
        yield parent.parent, given.index(child) if child in given else None
