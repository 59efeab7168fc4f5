"""A call of an HTTP client becomes what it sends: URLs, methods, bodies, query parameters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tree_sitter import Node

from fixer.program.addressing import option, options_at, options_of, urls
from fixer.program.call import Body, Piece, QueryParam
from fixer.program.chaining import chained
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
    Member,
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
from fixer.program.syntax import ELEMENTS, first_named

CALLED = "()"
CONSTRUCTED = "new"

UNTOLD = "unknown"  # the type of what a client gives where nobody can tell


@dataclass(frozen=True, slots=True, eq=False)
class Applied:
    """A call that makes something else call `function`: `useSWR(key, fetcher)`."""

    function: Value
    arguments: tuple[Value | tuple[str, Value], ...]

    def given(self, ev: Evaluator, place: Place, env: Env) -> tuple[Value, ...]:
        """What the function is called with where `env` says what is known."""
        return tuple(_given_at(ev, a, place, env) for a in self.arguments)

    def called(self, env: Env) -> Value:
        """The function itself."""
        return _in(self.function, env)


@dataclass(frozen=True, slots=True)
class Site:
    """A place where a client sends: the call (or `new`) `node`, by the client's `name`.

    `applied`: what the node makes call the client's function (`useSWR(key, axios.get)`).
    """

    module: Module
    node: Node
    client: Client
    name: str
    applied: Applied | None = None

    def __hash__(self) -> int:
        return hash((self.node.id, self.name))


@dataclass(frozen=True, slots=True)
class Sent:
    """What a site sends in one environment, by `client`. `needs`: what its method depends on.

    `yields`: what it gives, as `clients.toml` says; "" if it says nothing. `is_chosen`: an option
    says which of several APIs is asked.
    """

    urls: tuple[Text, ...]
    methods: tuple[str, ...]
    needs: Depends = frozenset()
    method_place: Place | None = None
    bodies: tuple[Body, ...] = ()
    query: tuple[QueryParam, ...] = ()
    client: ClientValue | None = None
    yields: str = ""
    is_chosen: bool = False


@dataclass(slots=True)
class _Given:
    """The arguments of a call by their roles."""

    url: Value | None = None
    options: list[Value] = field(default_factory=list)
    body: Value | None = None
    query: Value | None = None
    method: Value | None = None


def _in(value: Value, env: Env) -> Value:
    """An expression put off, to be evaluated in another environment."""
    if isinstance(value, Later):
        return Later(value.module, value.node, env.around(value.node))
    return value


def _given_at(ev: Evaluator, argument: Value | tuple[str, Value], place: Place, env: Env) -> Value:
    if isinstance(argument, tuple):
        name, value = argument
        return Record({name: Member(_in(value, env), place)})
    given = _in(argument, env)
    made = ev.force(given)
    # A key, or what the function that makes it returns.
    return functions.generic_result(ev, made) if isinstance(made, Function) else given


def sender_of(value: Value, node: Node) -> Iterator[tuple[ClientValue, str]]:
    """The clients (and the names of their functions) that a callee's value sends with."""
    own = CONSTRUCTED if node.type == "new_expression" else CALLED
    for candidate in candidates(value):
        if isinstance(candidate, Sender) and own == CALLED:
            yield candidate.of, candidate.name
        elif isinstance(candidate, ClientValue) and candidate.client.send(own) is not None:
            yield candidate, own


def callee(node: Node) -> Node | None:
    """What a call, `new` or an element of JSX calls."""
    if node.type in ELEMENTS:
        return node.child_by_field_name("name")
    field_name = "constructor" if node.type == "new_expression" else "function"
    target = node.child_by_field_name(field_name)
    # The grammar reads `await f<T>(x)`, and `void f<T>(x)`, as a call of `await f`.
    if target is not None and target.type in ("await_expression", "unary_expression"):
        return first_named(target)
    return target


def read(ev: Evaluator, site: Site, env: Env) -> Sent | None:
    """What the site sends where `env` says what is known; None: nothing that can be read."""
    target = callee(site.node)
    if target is None:
        return None
    if site.applied is not None:
        value = ev.force(site.applied.called(env))
    else:
        value = ev.value(site.module, target, env)
    found: list[Sent] = []
    for candidate in candidates(value):
        for client, name in sender_of(candidate, site.node):
            send = client.client.send(name)
            if send is not None and client.client.name == site.client.name:
                found.append(_chosen(ev, site, env, client, send, name, candidate))
    return _merged(found) if found else None


def _chosen(
    ev: Evaluator, site: Site, env: Env, client: ClientValue, send: Send, name: str, by: Value
) -> Sent:
    """What is sent by a function; where its name may be any, only the URL is known."""
    if not isinstance(by, Sender) or not (by.needs or by.is_any):
        return _sent(ev, site, env, client, send, name)
    plain = replace(send, arguments=send.arguments[:1]) if by.is_any else send
    sent = _sent(ev, site, env, client, plain, name)
    methods = () if by.is_any else sent.methods
    return replace(sent, methods=methods, needs=sent.needs | by.needs)


def _merged(found: list[Sent]) -> Sent:
    """The first, by the methods of all that send the same: `(id ? http.put : http.post)(url)`.

    And to the URLs of all that send by the same method: `(isAdmin ? one : other).get('/rows')`.
    """
    first, *others = found
    if not others:
        return first
    if all(one.methods == first.methods for one in others):
        return replace(first, urls=tuple(dict.fromkeys(url for one in found for url in one.urls)))
    same = [one for one in others if one.urls == first.urls]
    if not first.methods or all(one.methods == first.methods for one in same):
        return first
    methods = dict.fromkeys(m for one in (first, *same) for m in one.methods)
    # What is a body to one is options to the other: `http[verb](url, more)`.
    is_alike = all(one.bodies == first.bodies for one in same)
    bodies, query = (first.bodies, first.query) if is_alike else ((), ())
    return replace(first, methods=tuple(methods), method_place=None, bodies=bodies, query=query)


def _sent(ev: Evaluator, site: Site, env: Env, client: ClientValue, send: Send, name: str) -> Sent:
    place = place_of(site.module, site.node)
    given = _given(ev, site, env, client.client, send, place)
    options = options_of(ev, given.options)
    url = given.url if given.url is not None else option(ev, client.client, options, "url")
    more = chained(ev, site.module, site.node, env, send)
    body = given.body if given.body is not None else option(ev, client.client, options, "body")
    queries = [given.query, option(ev, client.client, options, "query")]
    params = [p for q in queries if q is not None for p in query_of(ev, q, place).params]
    methods, needs, where = _methods(ev, client.client, send, name, given, options, place)
    if more.methods is not None:
        methods, needs, where = more.methods, more.needs, None
    found = urls(ev, client, url if url is not None else NOTHING, options, place)
    if send.appends.intersection(methods):
        found = tuple(it for one in found for it in (one, _with_segment(one, place)))
    return Sent(
        found,
        methods,
        needs,
        where,
        (*_bodies(ev, body), *more.bodies),
        tuple(dict.fromkeys((*params, *more.query))),
        client,
        _yields(ev, send, options, place),
        _is_chosen(ev, option(ev, client.client, options, "api")),
    )


def _is_chosen(ev: Evaluator, api: Value | None) -> bool:
    """Whether an option says which of several APIs is asked."""
    return api is not None and any(isinstance(c, Text) for c in candidates(ev.force(api)))


_ANYTHING = "*"


def _yields(ev: Evaluator, send: Send, options: list[Record | Unknown], place: Place) -> str:
    """What a client gives by what its options say: `{ observe: 'response' }`.

    An option that may be one or another, `whole ? 'response' : 'body'`, leaves it unknown.
    """
    for name, choices in send.yields_if.items():
        given = [
            o.members[name].value for o in options if isinstance(o, Record) if name in o.members
        ]
        if given and _ANYTHING in choices:
            return choices[_ANYTHING]
        said = {it.literal for value in given for it in texts(ev, ev.force(value), place)}
        found = {choices.get(it or "", send.yields) for it in said} or {send.yields}
        if found != {send.yields}:
            return found.pop() if len(found) == 1 else UNTOLD
    return send.yields


def _with_segment(url: Text, place: Place) -> Text:
    """A URL and a segment that is told when it is sent."""
    return Text((*url.pieces, Piece("/", *place, exact=False), Piece(None, *place)))


def _given(ev: Evaluator, site: Site, env: Env, client: Client, send: Send, place: Place) -> _Given:
    if site.applied is not None:
        arguments = site.applied.given(ev, place, env)
    else:
        arguments = functions.arguments_of(ev, site.module, site.node, env)
    given = _Given()
    for role, argument in zip(send.arguments, arguments, strict=False):
        if role == "url":
            _take_url(ev, given, argument)
        elif role == "request":
            _take_request(ev, given, client, argument)
        elif role == "options":
            given.options.extend(options_at(ev, argument))
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
    elif isinstance(value, Record):  # an object that says all: `useMutate({ verb, path })`
        given.options.append(value)
    else:
        given.method = value


def _methods(
    ev: Evaluator,
    client: Client,
    send: Send,
    name: str,
    given: _Given,
    options: list[Record | Unknown],
    place: Place,
) -> tuple[tuple[str, ...], Depends, Place | None]:
    """The methods, what they depend on, and where they are written.

    What is constructed may be told another one than it usually sends by.
    """
    said = option(ev, client, options, "method")
    if send.method is not None and (said is None or name != CONSTRUCTED):
        return (send.method,), frozenset(), None
    implied = client.implied(name)
    if implied is not None:
        return (implied,), frozenset(), None
    value = given.method if given.method is not None else said
    if value is None:
        rests = [o if isinstance(o, Unknown) else o.rest for o in options]
        unknown = [r for r in rests if r is not None and r.depends]
        if unknown or any(isinstance(o, Unknown) for o in options):
            return (), depends_of(*unknown), None
        return ("GET",), frozenset(), None
    return _method_values(ev, ev.force(value), place)


def _method_values(
    ev: Evaluator, value: Value, place: Place
) -> tuple[tuple[str, ...], Depends, Place | None]:
    found: list[str] = []
    needs: Depends = depends_of(value)
    where: Place | None = None
    for one in texts(ev, value, place):
        literal = one.literal
        values: tuple[str, ...] = (literal,) if literal is not None else ()
        if literal is None and len(one.pieces) == 1:
            values = one.pieces[0].values
        if literal is not None and len(one.pieces) == 1 and one.pieces[0].exact:
            where = Place(one.pieces[0].path, one.pieces[0].start, one.pieces[0].end)
        found.extend("GET" if not v else v.upper() for v in values)
    methods = tuple(m for m in dict.fromkeys(found) if m in METHODS)
    return methods, needs, where if len(methods) == 1 else None


def _bodies(ev: Evaluator, body: Value | None) -> Iterator[Body]:
    if isinstance(body, Later | Record):
        module, node = body.module, body.node
        if module is not None and node is not None:
            yield Body(module, node)
