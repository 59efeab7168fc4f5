"""What a program says of a client's base after making it: its defaults, and its interceptors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.evaluate import functions
from fixer.program.evaluate.text import texts
from fixer.program.evaluate.values import (
    ClientValue,
    Function,
    Later,
    Member,
    Place,
    Record,
    Text,
    Value,
    candidates,
    union,
)
from fixer.program.module import Module
from fixer.program.scopes import BindingKind
from fixer.program.syntax import children_of, text

if TYPE_CHECKING:
    from fixer.program.evaluate.evaluator import Evaluator

Identity = tuple[object, ...]

MAX_WAYS = 16  # that interceptors make of one URL


@dataclass(frozen=True, slots=True)
class Assigned:
    """The bases that are assigned to an instance, and to all; `sometimes`: where some condition
    or call brings it about, so that the instance may keep the one it was made with.
    """

    own: Value | None = None
    general: Value | None = None
    sometimes: bool = False


def identity(client: ClientValue) -> Identity:
    """What tells one instance of a client from another: where each was made."""
    made = [c.node.id if isinstance(c, Later | Record) and c.node else c for c in client.configs]
    return (client.client.name, *made)


def base(ev: Evaluator, client: ClientValue, configured: Value | None) -> Value | None:
    """The base of a client that was made with the base `configured`; None: it has none.

    `axios.defaults.baseURL = …` holds for every instance, `api.defaults.baseURL = …` for one,
    and what a request interceptor sets holds in the end.
    """
    named = identity(client)
    said = ev.once(ev.default_bases, named, lambda: _assigned(ev, client), Assigned())
    configured = ev.force(configured) if configured is not None else None
    chosen = said.own or configured or said.general
    if said.own is not None and said.sometimes and configured is not None:
        either = (configured, union([configured, said.own]))
        chosen = ev.once(ev.either_base, (*named, id(configured)), lambda: either, either)[1]
    # What was chosen is kept beside the answer, so that its id stays its own.
    key = (*named, id(chosen))
    known = ev.once(
        ev.intercepted, key, lambda: (chosen, _intercepted(ev, client, chosen)), (chosen, chosen)
    )
    return known[1]


def _assigned(ev: Evaluator, client: ClientValue) -> Assigned:
    """What is assigned to the defaults of the instance, and of all of them."""
    own: list[Value] = []
    general: list[Value] = []
    always = False
    for key in client.client.options.get("base", ()):
        for path in ev.holding(f"defaults.{key}"):
            module = ev.program.module(path)
            for node in module.occurrences(key):
                holder = _holder(module, node, ("defaults",))
                right = _right(node)
                if holder is not None and right is not None:
                    for found in _clients(ev, module, holder, client):
                        (own if found.configs else general).append(ev.value(module, right))
                        always = always or bool(found.configs and _is_always_done(right))
    return Assigned(
        union(own) if own else None, union(general) if general else None, sometimes=not always
    )


def _is_always_done(right: Node) -> bool:
    """Whether an assignment, by its right side, is a statement of the file itself."""
    statement = right.parent.parent if right.parent is not None else None
    holder = statement.parent if statement is not None else None
    return holder is not None and holder.type == "program"


def _right(node: Node) -> Node | None:
    """The right side of the assignment to the member that `node` names."""
    member = node.parent
    assignment = member.parent if member is not None else None
    if assignment is None or assignment.type != "assignment_expression":
        return None
    is_left = assignment.child_by_field_name("left") == member
    return assignment.child_by_field_name("right") if is_left else None


def _holder(module: Module, node: Node, names: tuple[str, ...]) -> Node | None:
    """`x` of `x.defaults.key`, for the name `key` and what stands before it.

    A constant may hold a part: `const response = x.interceptors.response`.
    """
    target = node.parent.child_by_field_name("object") if node.parent is not None else None
    for name in names:
        target = _held(module, target) if target is not None else None
        if target is None or target.type != "member_expression":
            return None
        own = target.child_by_field_name("property")
        if own is None or text(own) != name:
            return None
        target = target.child_by_field_name("object")
    return target


def _held(module: Module, node: Node) -> Node:
    """What a constant is declared with; anything else as it is."""
    binding = module.resolve(node) if node.type == "identifier" else None
    if binding is None or binding.kind is not BindingKind.CONST:
        return node
    declared = binding.node
    value = declared.child_by_field_name("value")
    is_whole = declared.child_by_field_name("name") == binding.name_node
    return value if value is not None and is_whole else node


def _clients(
    ev: Evaluator, module: Module, node: Node, client: ClientValue
) -> Iterator[ClientValue]:
    """What `node` is of the client itself, or of the client from which all are made."""
    for found in candidates(ev.value(module, node)):
        if isinstance(found, ClientValue) and (
            identity(found) == identity(client) or identity(found) == (client.client.name,)
        ):
            yield found


def answering(ev: Evaluator, client: ClientValue) -> tuple[tuple[Module, Node], ...]:
    """The functions through which every answer of a client goes: its response interceptors."""
    return ev.once(
        ev.answering, identity(client), lambda: tuple(dict.fromkeys(_answering(ev, client))), ()
    )


def _answering(ev: Evaluator, client: ClientValue) -> Iterator[tuple[Module, Node]]:
    for path in ev.holding("interceptors.response"):
        for module, holder, given in _used(ev, path, "response"):
            # What is said of axios itself isn't of the instances that it makes.
            if any(identity(it) == identity(client) for it in _clients(ev, module, holder, client)):
                yield from ((it.module, it.node) for it in given)


def _intercepted(ev: Evaluator, client: ClientValue, current: Value | None) -> Value | None:
    for module, function in _intercepting(ev, client):
        for key in client.client.options["base"]:
            members = {key: Member(current)} if current is not None else {}
            given = Record(members, None, module, function.node)
            results = candidates(functions.apply(ev, function, (given,)))
            made = [r.members.get(key) for r in results if isinstance(r, Record)]
            found = [ev.force(m.value) for m in made if m is not None]
            if found:
                current = union(found)
    return current


def rewritten(ev: Evaluator, client: ClientValue, path: Text, place: Place) -> tuple[Text, ...]:
    """What a client's request interceptors make of a URL: `config.url = '/api' + config.url`.

    The URL itself where that can't be told.
    """
    ways: tuple[Text, ...] = (path,)
    for module, function in _intercepting(ev, client):
        for key in client.client.options.get("url", ()):
            made = [it for way in ways for it in _made(ev, module, function, key, way, place)]
            ways = tuple(dict.fromkeys(made))
            if len(ways) > MAX_WAYS:
                return (path,)
    return ways


def _made(
    ev: Evaluator, module: Module, function: Function, key: str, given: Text, place: Place
) -> Iterator[Text]:
    record = Record({key: Member(given)}, None, module, function.node)
    results = candidates(functions.apply(ev, function, (record,)))
    members = [r.members.get(key) if isinstance(r, Record) else None for r in results]
    found = [it for m in members if m is not None for it in texts(ev, ev.force(m.value), place)]
    told = [it for it in found if _ends_alike(it, given)]
    yield from told or (given,)


def _ends_alike(made: Text, given: Text) -> bool:
    """Whether a URL is still there, behind what was put before it, and before a slash at most."""
    whole, size = made.pieces, len(given.pieces)
    is_ended = bool(whole) and whole[-1].text == "/"
    return whole[-size:] == given.pieces or (is_ended and whole[-size - 1 : -1] == given.pieces)


def _intercepting(ev: Evaluator, client: ClientValue) -> tuple[tuple[Module, Function], ...]:
    named = identity(client)
    return ev.once(ev.interceptors, named, lambda: tuple(_interceptors(ev, client)), ())


_URL_SET = re.compile(rb"\.url\s*=[^=]|\burl\s*:")


def _interceptors(ev: Evaluator, client: ClientValue) -> Iterator[tuple[Module, Function]]:
    """The functions given to `client.interceptors.request.use` that name a base, or set a URL."""
    keys = client.client.options.get("base", ())
    for path in ev.holding("interceptors.request"):
        data = ev.program.sources[path]
        if not any(key.encode() in data for key in keys) and not _URL_SET.search(data):
            continue
        for module, holder, given in _used(ev, path, "request"):
            if any(True for _ in _clients(ev, module, holder, client)):
                yield from ((module, it) for it in given)


def _used(
    ev: Evaluator, path: Path, side: str
) -> Iterator[tuple[Module, Node, Iterator[Function]]]:
    """By each `x.interceptors.SIDE.use(f)` of a file: x, and what f can be."""
    module = ev.program.module(path)
    for node in module.occurrences("use"):
        holder = _holder(module, node, (side, "interceptors"))
        call = node.parent.parent if node.parent is not None else None
        arguments = call.child_by_field_name("arguments") if call is not None else None
        if holder is not None and arguments is not None and children_of(arguments):
            found = candidates(ev.value(module, children_of(arguments)[0]))
            yield module, holder, (it for it in found if isinstance(it, Function))
