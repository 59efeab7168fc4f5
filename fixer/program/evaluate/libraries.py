"""Names of packages and of the platform become values: clients, bases, hooks, `URL`, `Object`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.call import Hole, Piece
from fixer.program.evaluate import autoimports, decorating, hooks, kinds, members, scripts, types
from fixer.program.evaluate.merging import merged
from fixer.program.evaluate.queries import query_of
from fixer.program.evaluate.text import concat, texts
from fixer.program.evaluate.values import (
    NOTHING,
    Address,
    Array,
    ClientValue,
    Later,
    Library,
    Member,
    Place,
    Query,
    Record,
    Request,
    Text,
    Unknown,
    Value,
    depends_of,
    place_of,
    union,
    written,
)
from fixer.program.module import Module

if TYPE_CHECKING:
    from fixer.program.evaluate.evaluator import Evaluator

GLOBAL = ""
ENVIRONMENT = "the environment"
# What is configured from outside: the origin, and perhaps the first segments, of every URL.
_BASES = (
    ("process", "env"),
    ("import.meta", "env"),
    ("window", "location"),
    ("document", "location"),
    ("document", "baseURI"),
    ("location",),
    ("window", "origin"),
    ("globalThis", "location"),
    ("self", "location"),
)
_OF_STRINGS = frozenset({"replace", "trim", "concat", "slice", "toString"})
_CONFIGS = frozenset({"useRuntimeConfig", "getConfig", "$env/static/public", "$env/dynamic/public"})


def global_name(ev: Evaluator, name: str, place: Place) -> Value:
    """A name that nothing declares: of the platform, or imported by the build."""
    found = library(ev, Library(GLOBAL, (name,)), place)
    if isinstance(found, Library):
        return autoimports.find(ev, name) or scripts.find(ev, (name,)) or found
    if isinstance(found, ClientValue) and "window." + name not in found.client.globals:
        return autoimports.find(ev, name) or found
    return found


def library(ev: Evaluator, value: Library, place: Place | None) -> Value:
    """The value, said more exactly where it is an HTTP client or a base of URLs."""
    path = value.path
    if value.specifier == GLOBAL:
        if any(path[: len(b)] == b and len(path) > len(b) - (b[0] != path[-1]) for b in _BASES):
            return _base(path, place)
        named = ev.clients.by_global.get(".".join(path))
        if named:
            return ClientValue(named[0])
        return (scripts.find(ev, path) if len(path) > 1 else None) or value
    if value.specifier in _CONFIGS:
        return Unknown("configuration", place=place, hole=Hole.BASE)
    if len(path) == 1:
        client = ev.clients.exported(value.specifier, path[0])
        if client is not None and path[0] not in client.creators and not client.types & {path[0]}:
            return ClientValue(client)
    if len(path) > 1 and path[0] == "default":
        return library(ev, Library(value.specifier, path[1:]), place)
    return _through_default(ev, value, place)


def _through_default(ev: Evaluator, value: Library, place: Place | None) -> Value:
    """`import * as axios from 'axios'` and then `axios.get`."""
    client = ev.clients.exported(value.specifier, "default")
    if client is not None and len(value.path) == 1 and value.path[0] not in client.types:
        found = members.client_member(ClientValue(client), value.path[0])
        if not isinstance(found, Unknown):
            return found
    return value


def _base(path: tuple[str, ...], place: Place | None) -> Value:
    if path in (("window", "location"), ("document", "location"), ("location",)):
        return Library(GLOBAL, path)
    if path[-1] in ("assign", "replace", "reload"):
        return Library(GLOBAL, path)
    if path[-1] in ("search", "hash"):
        return Unknown("the page's own query", place=place, hole=Hole.QUERY)
    if path in (("process", "env"), ("import.meta", "env")):
        return Unknown(ENVIRONMENT, place=place, hole=Hole.BASE)
    return Unknown("the place of the page", place=place, hole=Hole.BASE)


def injected(ev: Evaluator, name: str) -> Value | None:
    """What a framework hands out under `$name` where nothing is typed."""
    own = autoimports.provided(ev, name)
    if own is not None:
        return own
    clients = ev.clients.by_injection.get(name, ())
    return ClientValue(clients[0], (Unknown("an injected client"),)) if clients else None


def call(
    ev: Evaluator, target: Library, arguments: tuple[Value, ...], module: Module, node: Node
) -> Value:
    """What calling a function of a package or of the platform gives."""
    place = place_of(module, node)
    name = target.path[-1] if target.path else "default"
    if target.specifier == GLOBAL:
        known = _GLOBALS.get(".".join(target.path))
        if known is not None:
            return known(ev, arguments, place)
        if len(target.path) > 2 and target.path[0] == "window" and name in _OF_STRINGS:
            return Unknown("configuration", place=place, hole=Hole.BASE)  # `window.API.trim()`
    else:
        created = _created(ev, target, arguments, module, node)
        if created is not None:
            return created
        built = _built(ev, target, name, arguments)
        if built is not None:
            return built
    if name in _CONFIGS:
        return Unknown("configuration", place=place, hole=Hole.BASE)
    found = hooks.call(ev, target, name, arguments, module, node)
    if found is not None:
        return found
    decorated = decorating.client(ev, target, arguments) or decorating.component(
        ev, arguments, node
    )
    if decorated is not None:
        return decorated
    typed = types.called_with(ev, module, node, place)
    depends = depends_of(*(a for a in arguments if not isinstance(a, Later)))
    return typed or Unknown(f"the result of `{name}`", depends, place=place)


def _built(ev: Evaluator, target: Library, name: str, arguments: tuple[Value, ...]) -> Value | None:
    for client in ev.clients.by_package.get(target.specifier, ()):
        if client.builder is None:
            continue
        if name in client.builder.creators:
            return ClientValue(client, tuple(arguments[:1]))
        if name in client.builder.makers:
            return Library(target.specifier, client.builder.creators[:1])
    return None


def extend_client(
    ev: Evaluator,
    client: ClientValue,
    arguments: tuple[Value, ...],
    module: Module,
    node: Node,
) -> Value:
    """`client.create(config)`, `client.extend(config)`, `api.injectEndpoints(…)`."""
    return ClientValue(client.client, (*client.configs, *_configuration(arguments, module, node)))


def _configuration(arguments: tuple[Value, ...], module: Module, node: Node) -> tuple[Value, ...]:
    """What a client is made with; an empty one, told by its place, where that is nothing."""
    return arguments[:1] or (Record({}, None, module, node),)


def call_client(
    ev: Evaluator,
    client: ClientValue,
    arguments: tuple[Value, ...],
    module: Module,
    node: Node,
) -> Value:
    """A client called itself sends; what it gives is a response."""
    return Unknown("a response", place=place_of(module, node))


def construct(
    ev: Evaluator, target: Library, arguments: tuple[Value, ...], module: Module, node: Node
) -> Value:
    """What `new` makes of a class of a package or of the platform."""
    place = place_of(module, node)
    name = target.path[-1] if target.path else "default"
    if name == "URL" and arguments:
        return _url(ev, arguments, place)
    if name in ("URLSearchParams", "HttpParams"):
        given = query_of(ev, arguments[0], place) if arguments else Query()
        return given if name == "URLSearchParams" else _http_params(ev, arguments, place)
    if name in ("Request", "HttpRequest"):
        return Request(arguments, module, node)
    if name == "Promise":
        return Unknown("a promise", place=place)
    created = _created(ev, target, arguments, module, node)
    return created if created is not None else Unknown(f"a `{name}`", place=place)


def _created(
    ev: Evaluator, target: Library, arguments: tuple[Value, ...], module: Module, node: Node
) -> ClientValue | None:
    """The client that a function or a class of a package makes: `create({ baseURL })`."""
    name = target.path[-1] if target.path else "default"
    client = ev.clients.created(target.specifier, name)
    if client is None:
        return None
    given = ev.force(arguments[0]) if arguments else NOTHING
    if isinstance(given, ClientValue):  # `createQueryHook(client)`
        return ClientValue(client, given.configs)
    return ClientValue(client, _configuration(arguments, module, node))


def _http_params(ev: Evaluator, arguments: tuple[Value, ...], place: Place) -> Query:
    """Angular's take `{ fromObject: {…} }` or `{ fromString: '…' }`."""
    options = ev.force(arguments[0]) if arguments else NOTHING
    if not isinstance(options, Record):
        return Query()
    members = [options.members[k] for k in ("fromObject", "fromString") if k in options.members]
    return Query(tuple(p for m in members for p in query_of(ev, m.value, place).params))


def _url(ev: Evaluator, arguments: tuple[Value, ...], place: Place) -> Value:
    """`new URL(path, base)`: an absolute path replaces the base's own (WHATWG URL §4.4)."""
    found: list[Value] = []
    bases = texts(ev, arguments[1], place) if len(arguments) > 1 else (Text(()),)
    for base in bases:
        for path in texts(ev, arguments[0], place):
            found.append(_resolved(ev, path, base, place))
    return Address(union(found))


def _resolved(ev: Evaluator, path: Text, base: Text, place: Place) -> Value:
    first = path.pieces[0].text if path.pieces else ""
    if not base.pieces or (first is not None and "://" in first):
        return path
    if path.pieces and first is None and path.pieces[0].hole is Hole.BASE:
        return path
    if first is not None and first.startswith("/"):
        return Text((*origin_pieces(base, place), *path.pieces))
    if first is not None and first.startswith("./"):
        path = Text((replace(path.pieces[0], text=first[2:], exact=False), *path.pieces[1:]))
    if (base.pieces[-1].text or "").endswith("/"):
        return concat(ev, [base, path], place)
    return concat(ev, [base, written("/", place, exact=False), path], place)


def origin_pieces(base: Text, place: Place) -> tuple[Piece, ...]:
    """The scheme and host of a base, or a hole for them."""
    first = base.pieces[0]
    if first.text is None or "://" not in first.text:
        return (Piece(None, first.path, first.start, first.end, hole=Hole.BASE),)
    scheme, _, rest = first.text.partition("://")
    return (
        Piece(
            f"{scheme}://{rest.split('/', 1)[0]}", first.path, first.start, first.end, exact=False
        ),
    )


Builtin = Callable[["Evaluator", tuple[Value, ...], Place], Value]


def _first(ev: Evaluator, arguments: tuple[Value, ...], place: Place) -> Value:
    return ev.force(arguments[0]) if arguments else NOTHING


def _as_text(ev: Evaluator, arguments: tuple[Value, ...], place: Place) -> Value:
    return union(list(texts(ev, arguments[0], place))) if arguments else NOTHING


def _encoded(ev: Evaluator, arguments: tuple[Value, ...], place: Place) -> Value:
    """An encoded string: what is literal and plain stays, the rest is one hole."""
    found: list[Value] = []
    for option in texts(ev, arguments[0], place) if arguments else ():
        plain = option.literal
        is_hole = len(option.pieces) == 1 and option.pieces[0].text is None
        if is_hole or (plain is not None and all(c.isalnum() or c in "-_.~" for c in plain)):
            found.append(option)
        else:
            depends = depends_of(option)
            found.append(Unknown("an encoded text", depends, place=place, hole=Hole.STRING))
    return union(found) if found else NOTHING


def _number(ev: Evaluator, arguments: tuple[Value, ...], place: Place) -> Value:
    return Unknown("a number", place=place, hole=Hole.NUMBER)


def _keys(ev: Evaluator, arguments: tuple[Value, ...], place: Place) -> Value:
    value = _first(ev, arguments, place)
    if not isinstance(value, Record):
        return Array((), Unknown("keys", depends_of(value), place=place))
    return Array(tuple(_key(n, m, place) for n, m in value.members.items()), value.rest)


def _key(name: str, member: Member, place: Place) -> Text:
    return written(name, member.place or place, exact=member.place is not None)


def _values(ev: Evaluator, arguments: tuple[Value, ...], place: Place) -> Value:
    value = _first(ev, arguments, place)
    if not isinstance(value, Record):
        return Array((), Unknown("values", depends_of(value), place=place))
    return Array(tuple(m.value for m in value.members.values()), value.rest)


def _entries(ev: Evaluator, arguments: tuple[Value, ...], place: Place) -> Value:
    value = _first(ev, arguments, place)
    if not isinstance(value, Record):
        return Array((), Unknown("entries", depends_of(value), place=place))
    pairs = tuple(Array((_key(n, m, place), m.value)) for n, m in value.members.items())
    return Array(pairs, value.rest)


def _from_entries(ev: Evaluator, arguments: tuple[Value, ...], place: Place) -> Value:
    value = _first(ev, arguments, place)
    members: dict[str, Member] = {}
    rest: Unknown | None = None
    for item in value.items if isinstance(value, Array) else ():
        pair = ev.force(item)
        key = ev.force(pair.items[0]) if isinstance(pair, Array) and pair.items else NOTHING
        name = key.literal if isinstance(key, Text) else None
        if name is None or not isinstance(pair, Array) or len(pair.items) < 2:
            rest = Unknown("an entry", place=place)
        else:
            members[name] = Member(pair.items[1])
    if not isinstance(value, Array):
        rest = Unknown("entries", depends_of(value), place=place)
    return Record(members, rest or (value.rest if isinstance(value, Array) else None))


def _assigned(ev: Evaluator, arguments: tuple[Value, ...], place: Place) -> Value:
    return merged(ev, arguments)


def _resolved_promise(ev: Evaluator, arguments: tuple[Value, ...], place: Place) -> Value:
    return ev.force(arguments[0]) if arguments else NOTHING


def _json(ev: Evaluator, arguments: tuple[Value, ...], place: Place) -> Value:
    return Unknown("JSON", place=place)


_GLOBALS: dict[str, Builtin] = {
    "encodeURIComponent": _encoded,
    "encodeURI": _first,
    "decodeURIComponent": _first,
    "decodeURI": _first,
    "String": _as_text,
    "Number": _number,
    "parseInt": _number,
    "parseFloat": _number,
    "Date.now": _number,
    "JSON.stringify": _json,
    "Object.freeze": _first,
    "Object.seal": _first,
    "Object.keys": _keys,
    "Object.values": _values,
    "Object.prototype.toString.call": kinds.tag,
    "Object.entries": _entries,
    "Object.fromEntries": _from_entries,
    "Object.assign": _assigned,
    "Array.from": _first,
    "structuredClone": _first,
    "Promise.resolve": _resolved_promise,
    "URL": _first,
    "$state": _first,
    "$state.raw": _first,
    "$derived": _first,
    "$bindable": _first,
}
