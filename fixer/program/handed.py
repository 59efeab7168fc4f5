"""A client's function that is handed on, as in `safe(axios.get, url)`, to where it is called."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator

from tree_sitter import Node

from fixer.program.evaluate import Evaluator
from fixer.program.evaluate.parameters import uses
from fixer.program.evaluate.values import Function, candidates
from fixer.program.evaluate.writes import enclosing_function
from fixer.program.module import Module
from fixer.program.sending import Site, callee, sender_of
from fixer.program.syntax import children_of, text
from fixer.program.trails import Edge, Trail
from fixer.program.words import whole_words

_HANDED = (
    "[(arguments (member_expression property: (property_identifier) @name) @given)"
    " (arguments (identifier) @given @name)"
    " (arguments (call_expression function: [(identifier) @made"
    " (member_expression property: (property_identifier) @made)]) @given)]"
)


Entering = Callable[[Module, Node], Iterable[Edge]]


def handed_on(
    ev: Evaluator, module: Module, names: Collection[str], entering: Entering
) -> Iterator[Trail]:
    """The trails that begin where a parameter is called to which a sender was given.

    `entering`: the calls of a function. What the one that was given it returns is called elsewhere,
    and knows it all the same: `const ask = signed(client); ask('/rows')`.
    """
    makers = {name for client in ev.clients.all for name in client.creators}
    if not _may_hand_on(module.data, names, makers):
        return
    for node in module.captures(_HANDED).get("given", []):
        made = node.child_by_field_name("function")
        name = (made or node).child_by_field_name("property") or made or node
        if text(name) in names or (made is not None and text(name) in makers):
            yield from _trails(ev, module, node, entering)


# Behind a name that is given as it is. A comment ends in one way only: many cost no time.
_GIVEN = re.compile(rb"(?:\s|/\*(?:[^*]|\*(?!/))*\*/|//[^\n]*\n)*[,)]")


def _may_hand_on(data: bytes, names: Collection[str], makers: Collection[str]) -> bool:
    """Whether it is worth asking a file's tree for what it gives to functions."""
    if any(True for maker in makers for _ in whole_words(data, maker.encode())):
        return True
    return any(
        _GIVEN.match(data, end) for name in names for _, end in whole_words(data, name.encode())
    )


def _trails(ev: Evaluator, module: Module, node: Node, entering: Entering) -> Iterator[Trail]:
    arguments = node.parent
    call = arguments.parent if arguments is not None else None
    target = callee(call) if call is not None else None
    if arguments is None or call is None or target is None:
        return
    position = children_of(arguments).index(node)
    senders = list(sender_of(ev.value(module, node), call))
    if not senders:
        return
    for candidate in candidates(ev.value(module, target)):
        if isinstance(candidate, Function) and candidate.node.start_byte >= 0:
            for inner in _calls_of(candidate, position):
                returned = returned_around(inner, candidate.node)
                ways = entering(candidate.module, returned) if returned is not None else ()
                for client, name in senders:
                    site = Site(candidate.module, inner, client.client, name)
                    for edge in ways or (Edge(module, call, candidate.node),):
                        yield Trail(site, (edge,))


def returned_around(call: Node, function: Node) -> Node | None:
    """The function around a call that another one returns: `(send) => (url) => send(url)`."""
    around = enclosing_function(call)
    holder = around.parent if around is not None and around != function else None
    while holder is not None and holder.type == "parenthesized_expression":
        holder = holder.parent
    if holder is not None and holder.type == "return_statement":
        holder = enclosing_function(holder)
    return around if holder == function else None


def _calls_of(function: Function, position: int) -> Iterator[Node]:
    """The calls of a parameter inside its function."""
    for node in uses(function.module, function.node, position):
        parent = node.parent
        if parent is not None and parent.type == "call_expression" and callee(parent) == node:
            yield parent
