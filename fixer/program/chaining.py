"""What is called on a client's result says more of the request: `useFetch(url).post(body)`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tree_sitter import Node

from fixer.program.call import Body, QueryParam
from fixer.program.clients import METHODS, Send
from fixer.program.evaluate import Evaluator
from fixer.program.evaluate.environment import Env
from fixer.program.evaluate.queries import query_of
from fixer.program.evaluate.text import texts
from fixer.program.evaluate.values import Depends, depends_of, place_of
from fixer.program.module import Module
from fixer.program.syntax import children_of, text

_LINKS = ("member_expression", "subscript_expression")
_AROUND = ("call_expression", "parenthesized_expression", "non_null_expression")


@dataclass(slots=True)
class Chained:
    """What a chain says. `methods`: HTTP methods, empty where they can't be known; None: nothing
    is said of them. `needs`: what they depend on."""

    methods: tuple[str, ...] | None = None
    needs: Depends = frozenset()
    bodies: list[Body] = field(default_factory=list)
    query: list[QueryParam] = field(default_factory=list)


def chained(ev: Evaluator, module: Module, call: Node, env: Env, send: Send) -> Chained:
    """What methods on the result of `call` add: `request.post(url).send(body).query(q)`.

    Also those that are only taken off it: `const send = useFetch(url).delete`.
    """
    found = Chained()
    if not send.chain:
        return found
    node, parent = call, call.parent
    while parent is not None and parent.type in (*_LINKS, *_AROUND):
        if parent.type in _LINKS and parent.child_by_field_name("object") == node:
            _linked(ev, module, parent, env, send, found)
        elif parent.type == "call_expression" and parent.child_by_field_name("function") != node:
            break  # an argument of another call
        node, parent = parent, parent.parent
    kept = tuple(dict.fromkeys(_kept(module, node, send))) if found.methods is None else ()
    if kept:
        found.methods = kept
    return found


def _linked(
    ev: Evaluator, module: Module, link: Node, env: Env, send: Send, found: Chained
) -> None:
    names, needs = _names(ev, module, link, env)
    roles = {send.chain.get(name, "") for name in names}
    if not names and any("method" in it for it in send.chain.values()):
        found.methods, found.needs = (), needs
    if any("method" in it for it in roles):
        found.methods, found.needs = tuple(n.upper() for n in names if _says(send, n)), needs
    argument = _first_argument(link)
    if argument is None:
        return
    if any("body" in it for it in roles):
        found.bodies.append(Body(module, argument))
    if any("query" in it for it in roles):
        value = ev.value(module, argument, env)
        found.query.extend(query_of(ev, value, place_of(module, argument)).params)


def _names(ev: Evaluator, module: Module, link: Node, env: Env) -> tuple[tuple[str, ...], Depends]:
    """The names that a link may have; none where they can't be known: `request[verb](body)`."""
    if (name := link.child_by_field_name("property")) is not None:
        return (text(name),), frozenset()
    index = link.child_by_field_name("index")
    if index is None:
        return (), frozenset()
    value = ev.value(module, index, env)
    found: list[str] = []
    for one in texts(ev, value, place_of(module, index)):
        values = (one.literal,) if one.literal is not None else one.pieces[0].values
        if not values or (one.literal is None and len(one.pieces) > 1):
            return (), depends_of(value)
        found += [it for it in values if it is not None]
    return tuple(dict.fromkeys(found)), depends_of(value)


def _first_argument(link: Node) -> Node | None:
    call = link.parent
    if call is None or call.type != "call_expression":
        return None
    arguments = call.child_by_field_name("arguments")
    given = children_of(arguments) if arguments is not None else []
    return given[0] if given and call.child_by_field_name("function") == link else None


def _kept(module: Module, node: Node, send: Send) -> Iterator[str]:
    """Methods of a result that is kept: `const { post } = useFetch(url)`, `sent.post(body)`."""
    holder = node.parent
    if holder is not None and holder.type == "await_expression":
        holder = holder.parent
    if holder is None or holder.type != "variable_declarator":
        return
    target = holder.child_by_field_name("name")
    if target is not None and target.type == "object_pattern":
        for part in children_of(target):
            key = part.child_by_field_name("key") or part.child_by_field_name("left") or part
            if _says(send, text(key)):
                yield text(key).upper()
    elif target is not None and target.type == "identifier":
        for use in module.occurrences(text(target)):
            link = use.parent
            is_link = link is not None and link.child_by_field_name("object") == use
            if link is not None and is_link and module.resolve(use) == module.resolve(target):
                called = link.child_by_field_name("property")
                if called is not None and _says(send, text(called)):
                    yield text(called).upper()


def _says(send: Send, name: str) -> bool:
    return "method" in send.chain.get(name, "") and name.upper() in METHODS
