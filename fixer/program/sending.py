"""A call of an HTTP client becomes what it sends: URLs, methods, bodies, query parameters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tree_sitter import Node

from fixer.program.call import Body, Hole, Piece, QueryParam
from fixer.program.clients import METHODS, Client, Send
from fixer.program.evaluate import Evaluator, functions
from fixer.program.evaluate.environment import Env
from fixer.program.evaluate.queries import query_of
from fixer.program.evaluate.text import texts
from fixer.program.evaluate.values import (
    NOTHING,
    ClientValue,
    Depends,
    Function,
    Later,
    Nothing,
    Place,
    Record,
    Request,
    Sender,
    Text,
    Unknown,
    Value,
    candidates,
    depends_of,
    place_of,
    union,
)
from fixer.program.module import Module
from fixer.program.urls import join

CALLED = "()"
CONSTRUCTED = "new"


@dataclass(frozen=True, slots=True)
class Site:
    """A place where a client sends: the call (or `new`) `node`, by the client's `name`."""

    module: Module
    node: Node
    client: Client
    name: str


@dataclass(frozen=True, slots=True)
class Sent:
    """What a site sends in one environment. `needs`: what its method depends on."""

    urls: tuple[Text, ...]
    methods: tuple[str, ...]
    needs: Depends = frozenset()
    method_place: Place | None = None
    bodies: tuple[Body, ...] = ()
    query: tuple[QueryParam, ...] = ()


@dataclass(slots=True)
class _Given:
    """The arguments of a call by their roles."""

    url: Value | None = None
    options: list[Value] = field(default_factory=list)
    body: Value | None = None
    query: Value | None = None
    method: Value | None = None


def sender_of(value: Value, node: Node) -> Iterator[tuple[ClientValue, str]]:
    """The clients (and the names of their functions) that a callee's value sends with."""
    own = CONSTRUCTED if node.type == "new_expression" else CALLED
    for candidate in candidates(value):
        if isinstance(candidate, Sender) and own == CALLED:
            yield candidate.of, candidate.name
        elif isinstance(candidate, ClientValue) and candidate.client.send(own) is not None:
            yield candidate, own


def callee(node: Node) -> Node | None:
    """What a call or `new` calls."""
    field_name = "constructor" if node.type == "new_expression" else "function"
    target = node.child_by_field_name(field_name)
    # The grammar reads `await f<T>(x)`, and `void f<T>(x)`, as a call of `await f`.
    if target is not None and target.type in ("await_expression", "unary_expression"):
        return target.named_child(0)
    return target


def read(ev: Evaluator, site: Site, env: Env) -> Sent | None:
    """What the site sends where `env` says what is known; None: nothing that can be read."""
    target = callee(site.node)
    if target is None:
        return None
    value = ev.value(site.module, target, env)
    for client, name in sender_of(value, site.node):
        send = client.client.send(name)
        if send is not None and client.client.name == site.client.name:
            return _sent(ev, site, env, client, send, name)
    return None


def _sent(ev: Evaluator, site: Site, env: Env, client: ClientValue, send: Send, name: str) -> Sent:
    place = place_of(site.module, site.node)
    given = _given(ev, site, env, client.client, send, place)
    options = _options(ev, given.options)
    url = given.url if given.url is not None else _option(ev, client.client, options, "url")
    bodies, query = _chained(ev, site, env, send)
    body = given.body if given.body is not None else _option(ev, client.client, options, "body")
    queries = [given.query, _option(ev, client.client, options, "query")]
    params = [p for q in queries if q is not None for p in query_of(ev, q, place).params]
    methods, needs, where = _methods(ev, client.client, send, name, given, options, place)
    return Sent(
        _urls(ev, client, url if url is not None else NOTHING, options, place),
        methods,
        needs,
        where,
        (*_bodies(ev, body), *bodies),
        tuple(dict.fromkeys((*params, *query))),
    )


def _given(ev: Evaluator, site: Site, env: Env, client: Client, send: Send, place: Place) -> _Given:
    arguments = functions.arguments_of(ev, site.module, site.node, env)
    given = _Given()
    for role, argument in zip(send.arguments, arguments, strict=False):
        if role == "url":
            _take_url(ev, given, argument)
        elif role == "request":
            _take_request(ev, given, client, argument)
        elif role == "options":
            given.options.append(ev.force(argument))
        elif role == "body":
            given.body = argument
        elif role == "query":
            given.query = argument
        elif role == "method":
            _take_method(ev, given, argument)
    return given


def _take_url(ev: Evaluator, given: _Given, argument: Value) -> None:
    value = ev.force(argument)
    found: list[Value] = []
    for candidate in candidates(value):
        if isinstance(candidate, Request):
            found.append(ev.force(candidate.arguments[0]) if candidate.arguments else NOTHING)
            given.options.extend(ev.force(a) for a in candidate.arguments[1:2])
        elif isinstance(candidate, Function):
            found.append(functions.generic_result(ev, candidate))  # `useFetch(() => url)`
        elif isinstance(candidate, Record) and "value" in candidate.members:
            found.append(ev.force(candidate.members["value"].value))  # a ref as a URL
        else:
            found.append(candidate)
    given.url = union(found)


def _take_request(ev: Evaluator, given: _Given, client: Client, argument: Value) -> None:
    """A URL, or an object that holds it; a builder's endpoint says it in a function."""
    value = ev.force(argument)
    for candidate in candidates(value):
        if isinstance(candidate, Function):
            _take_request(ev, given, client, functions.generic_result(ev, candidate))
        elif isinstance(candidate, Record):
            inner = candidate.members.get(client.builder.request) if client.builder else None
            if inner is not None:
                _take_request(ev, given, client, inner.value)
            else:
                given.options.append(candidate)
        elif isinstance(candidate, Request):
            _take_url(ev, given, candidate)
        elif not isinstance(candidate, Nothing):
            given.url = candidate if given.url is None else union([ev.force(given.url), candidate])


def _take_method(ev: Evaluator, given: _Given, argument: Value) -> None:
    value = ev.force(argument)
    if isinstance(value, Request) and len(value.arguments) > 1:  # Angular's HttpRequest
        given.method, given.url = value.arguments[0], ev.force(value.arguments[1])
    else:
        given.method = value


def _options(ev: Evaluator, values: list[Value]) -> list[Record | Unknown]:
    found: list[Record | Unknown] = []
    for value in values:
        found.extend(c for c in candidates(value) if isinstance(c, Record | Unknown))
    return found


def _option(
    ev: Evaluator, client: Client, options: list[Record | Unknown], role: str
) -> Value | None:
    """The value of the option that plays `role`; None: no option does."""
    found: list[Value] = []
    for record in options:
        for key in client.options.get(role, ()):
            value = _member(ev, record, key.split("."))
            if value is not None:
                found.append(value)
                break
    return union(found) if len(found) > 1 else found[0] if found else None


def _member(ev: Evaluator, value: Value, path: list[str]) -> Value | None:
    for index, key in enumerate(path):
        if not isinstance(value, Record):
            return None
        member = value.members.get(key)
        if member is None:
            return None
        last = index == len(path) - 1
        value = member.value if last else ev.force(member.value)
    return value


def _urls(
    ev: Evaluator,
    client: ClientValue,
    url: Value,
    options: list[Record | Unknown],
    place: Place,
) -> tuple[Text, ...]:
    value = ev.force(url)
    if isinstance(value, Nothing):
        rest = [o if isinstance(o, Unknown) else o.rest for o in options]
        value = union([r for r in rest if r is not None]) if any(rest) else NOTHING
    found = texts(ev, value, place)
    bases = _bases(ev, client, options, place)
    joined = [
        path if _is_whole_hole(path) else join(base, path, client.client.join)
        for path in found
        for base in bases
    ]
    if client.client.braces:
        joined = [Text(tuple(p for piece in t.pieces for p in _braced(piece))) for t in joined]
    return tuple(dict.fromkeys(joined))[:24]


def _is_whole_hole(path: Text) -> bool:
    return all(p.text is None and not p.values for p in path.pieces) and bool(path.pieces)


def _bases(
    ev: Evaluator, client: ClientValue, options: list[Record | Unknown], place: Place
) -> tuple[Text, ...]:
    keys = client.client.options.get("base", ())
    own = _option(ev, client.client, [o for o in options if isinstance(o, Record)], "base")
    if own is not None:
        return _known_bases(ev, own, place)
    for config in reversed(client.configs):
        for candidate in candidates(ev.force(config)):
            if isinstance(candidate, Unknown):
                return (Text((Piece(None, *place, Hole.BASE, depends=candidate.depends),)),)
            found = _configured(ev, client.client, candidate, keys)
            if found is not None:
                return _known_bases(ev, found, place)
    default = ev.default_base(client.client.name)
    return _known_bases(ev, default, place) if default is not None else (Text(()),)


def _configured(
    ev: Evaluator, client: Client, config: Value, keys: tuple[str, ...]
) -> Value | None:
    if not isinstance(config, Record):
        return None
    for key in keys:
        if key in config.members:
            return config.members[key].value
    builder = client.builder
    if builder is None or builder.base not in config.members:
        return None
    for candidate in candidates(ev.force(config.members[builder.base].value)):
        if isinstance(candidate, ClientValue):
            for inner in candidate.configs:
                found = _configured(ev, client, ev.force(inner), keys)
                if found is not None:
                    return found
    return None


def _known_bases(ev: Evaluator, value: Value, place: Place) -> tuple[Text, ...]:
    """The texts of a base; one that is unknown as a whole is a BASE hole."""
    found: list[Text] = []
    for text in texts(ev, value, place):
        if len(text.pieces) == 1 and text.pieces[0].text is None and not text.pieces[0].values:
            only = text.pieces[0]
            base = Piece(None, only.path, only.start, only.end, Hole.BASE, depends=only.depends)
            text = Text((base,))
        found.append(text)
    return tuple(found)


def _braced(piece: Piece) -> Iterator[Piece]:
    """`/x/{id}` with its braces as holes."""
    if piece.text is None or "{" not in piece.text:
        yield piece
        return
    position = piece.start
    for index, part in enumerate(piece.text.replace("}", "{").split("{")):
        width = len(part.encode())
        text = None if index % 2 else part
        if text != "":
            yield Piece(text, piece.path, position, position + width, exact=piece.exact)
        position += width + 1


def _methods(
    ev: Evaluator,
    client: Client,
    send: Send,
    name: str,
    given: _Given,
    options: list[Record | Unknown],
    place: Place,
) -> tuple[tuple[str, ...], Depends, Place | None]:
    """The methods, what they depend on, and where they are written."""
    if send.method is not None:
        return (send.method,), frozenset(), None
    implied = client.implied(name)
    if implied is not None:
        return (implied,), frozenset(), None
    if given.method is not None:
        value: Value | None = given.method
    else:
        value = _option(ev, client, options, "method")
    if value is None:
        rests = [o if isinstance(o, Unknown) else o.rest for o in options]
        unknown = [r for r in rests if r is not None and r.depends]
        if unknown:
            return (), depends_of(*unknown), None
        return ("GET",), frozenset(), None
    return _method_values(ev, ev.force(value), place)


def _method_values(
    ev: Evaluator, value: Value, place: Place
) -> tuple[tuple[str, ...], Depends, Place | None]:
    found: list[str] = []
    needs: Depends = depends_of(value)
    where: Place | None = None
    for text in texts(ev, value, place):
        literal = text.literal
        values: tuple[str, ...] = (literal,) if literal is not None else ()
        if literal is None and len(text.pieces) == 1:
            values = text.pieces[0].values
        if literal is not None and len(text.pieces) == 1 and text.pieces[0].exact:
            where = Place(text.pieces[0].path, text.pieces[0].start, text.pieces[0].end)
        found.extend("GET" if not v else v.upper() for v in values)
    methods = tuple(m for m in dict.fromkeys(found) if m in METHODS)
    return methods, needs, where if len(methods) == 1 else None


def _bodies(ev: Evaluator, body: Value | None) -> Iterator[Body]:
    if isinstance(body, Later | Record):
        module, node = body.module, body.node
        if module is not None and node is not None:
            yield Body(module, node)


def _chained(
    ev: Evaluator, site: Site, env: Env, send: Send
) -> tuple[tuple[Body, ...], tuple[QueryParam, ...]]:
    """What methods called on the result add: `request.post(url).send(body).query(q)`."""
    bodies: list[Body] = []
    params: list[QueryParam] = []
    node, parent = site.node, site.node.parent
    while parent is not None and parent.type in ("member_expression", "call_expression"):
        if parent.type == "call_expression" and parent.child_by_field_name("function") == node:
            name = node.child_by_field_name("property")
            roles = send.chain.get((name.text or b"").decode() if name is not None else "", "")
            arguments = parent.child_by_field_name("arguments")
            first = arguments.named_children[:1] if arguments is not None else []
            for argument in first:
                if "body" in roles:
                    bodies.append(Body(site.module, argument))
                if "query" in roles:
                    value = ev.value(site.module, argument, env)
                    place = place_of(site.module, argument)
                    params.extend(query_of(ev, value, place).params)
        node, parent = parent, parent.parent
    return tuple(bodies), tuple(params)
