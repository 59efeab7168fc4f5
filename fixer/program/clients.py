"""`clients.toml` files become the descriptions of the HTTP clients that fixer knows."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from fixer.program.call import CallKind
from fixer.program.servers import Server
from fixer.program.tables import ClientError, Table

METHODS = frozenset({"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE"})
ROLES = frozenset({"url", "options", "body", "query", "method", "request", "_"})
_SPELLINGS = {"DEL": "DELETE", "GETJSON": "GET", "JSONP": "GET"}


@dataclass(frozen=True, slots=True, eq=False)
class Send:
    """Functions that send, by name; see the head of `rules/clients.toml`."""

    names: tuple[str, ...]
    arguments: tuple[str, ...]
    method: str | None
    chain: Mapping[str, str]
    yields: str
    yields_if: Mapping[str, Mapping[str, str]]
    appends: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Builder:
    """How RTK Query declares endpoints: names of functions and of options."""

    creators: tuple[str, ...]
    makers: tuple[str, ...]
    extenders: tuple[str, ...]
    base: str
    endpoints: str
    methods: tuple[str, ...]
    request: str


@dataclass(frozen=True, slots=True, eq=False)
class Client:
    """One HTTP client; see the head of `rules/clients.toml` for what each field means."""

    name: str
    packages: frozenset[str]
    exports: frozenset[str]
    globals: frozenset[str]
    types: frozenset[str]
    injected: frozenset[str]
    handed: frozenset[str]
    generated: frozenset[str]
    creators: frozenset[str]
    same: frozenset[str]
    join: str
    braces: bool
    kind: CallKind
    options: Mapping[str, tuple[str, ...]]
    sends: tuple[Send, ...]
    builder: Builder | None

    def send(self, name: str) -> Send | None:
        """How the method `name` sends; "()" the client called itself, "new" constructed."""
        return next((s for s in self.sends if name in s.names), None)

    def implied(self, name: str) -> str | None:
        """The HTTP method that a method's name says: `get`, `$post`, `postForm`."""
        plain = name.strip("$").removesuffix("Form").upper()
        plain = _SPELLINGS.get(plain, plain)
        return plain if plain in METHODS else None


@dataclass(frozen=True, slots=True, eq=False)
class Apply:
    """A function that calls a fetcher which it is given; see `[[apply]]` in clients.toml."""

    packages: frozenset[str]
    exports: frozenset[str]
    function: int | str
    arguments: tuple[int | str, ...]
    provider: str | None


class Addressing(NamedTuple):
    """How a package's function makes a URL; see `[[address]]` in clients.toml."""

    url: int | str
    query: int | str | None
    prefix: str
    colons: bool
    later: bool


class Upload(NamedTuple):
    """A package's component that sends files; see `[[upload]]` in clients.toml."""

    packages: frozenset[str]
    exports: frozenset[str]
    tags: frozenset[str]
    elements: frozenset[str]
    url: str
    unless: frozenset[str]


class Clients:
    """All known clients, and which of them a name means.

    `joins`: packages and what they export that joins the parts of a path. `addresses`: those that
    put a query behind a URL, or a path before it. `servers`: how frameworks lay out
    what the frontend serves itself. `uploads`: components that send files.
    """

    def __init__(
        self,
        clients: Iterable[Client],
        applies: Iterable[Apply] = (),
        joins: Iterable[tuple[str, str]] = (),
        servers: Iterable[Server] = (),
        addresses: Mapping[tuple[str, str], Addressing] = MappingProxyType({}),
        uploads: Iterable[Upload] = (),
    ) -> None:
        self.all = tuple(clients)
        self.applies = tuple(applies)
        self.joins = frozenset(joins)
        self.servers = tuple(servers)
        self.addresses = addresses
        self.uploads = tuple(uploads)

    @cached_property
    def by_package(self) -> dict[str, tuple[Client, ...]]:
        return _grouped((p, c) for c in self.all for p in c.packages)

    @cached_property
    def by_global(self) -> dict[str, tuple[Client, ...]]:
        return _grouped((g, c) for c in self.all for g in c.globals)

    @cached_property
    def by_injection(self) -> dict[str, tuple[Client, ...]]:
        return _grouped((n, c) for c in self.all for n in c.injected)

    @cached_property
    def by_handing(self) -> dict[str, Client]:
        return {name: client for client in reversed(self.all) for name in client.handed}

    def exported(self, specifier: str, name: str) -> Client | None:
        """The client that a package exports under `name`."""
        found = self.by_package.get(specifier, ())
        return next((c for c in found if name in c.exports), None)

    def typed(self, specifier: str, name: str) -> Client | None:
        """The client that the type `name` of a package ("" for a global type) stands for."""
        found = self.by_package.get(specifier, ()) if specifier else self.all
        return next((c for c in found if name in c.types), None)

    def created(self, specifier: str, name: str) -> Client | None:
        """The client that the exported function `name` of a package makes."""
        found = self.by_package.get(specifier, ())
        return next((c for c in found if name in c.creators), None)

    def written(self, head: bytes, name: str) -> Client | None:
        """The client that a generated module with this head makes by a function of its own."""
        found = (c for c in self.all if name in c.creators)
        return next((c for c in found if any(g.encode() in head for g in c.generated)), None)

    def named(self, name: str) -> Client | None:
        return next((c for c in self.all if c.name == name), None)

    def applying(self, specifier: str, name: str) -> Iterator[Apply]:
        """The ways in which what a package exports calls a function that it is given."""
        for apply in self.applies:
            if specifier in apply.packages and name in apply.exports:
                yield apply


def _grouped(pairs: Iterable[tuple[str, Client]]) -> dict[str, tuple[Client, ...]]:
    found: dict[str, tuple[Client, ...]] = {}
    for key, client in pairs:
        found[key] = (*found.get(key, ()), client)
    return found


def load_clients(*paths: Path) -> Clients:
    """The clients that the files describe, the later files' first. Raises ClientError."""
    clients: list[Client] = []
    applies: list[Apply] = []
    joins: list[tuple[str, str]] = []
    servers: list[Server] = []
    addresses: dict[tuple[str, str], Addressing] = {}
    uploads: list[Upload] = []
    for path in reversed(paths):
        try:
            written = path.read_text(encoding="utf-8")
            content = tomllib.loads(written)
        except OSError as error:
            raise ClientError(f"{path}: can't be read: {error.strerror}") from error
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise ClientError(f"{path}: is not TOML: {error}") from error
        table = Table(path, "", content, written.splitlines())
        table.only("client", "apply", "join", "address", "server", "upload")
        clients.extend(_client(t) for t in table.tables("client"))
        applies.extend(_apply(t) for t in table.tables("apply"))
        joins.extend(pair for t in table.tables("join") for pair in _pairs(t))
        for t in table.tables("address"):
            addresses |= dict.fromkeys(_pairs(t, *_ADDRESS_KEYS), _address(t))
        servers.extend(_server(t) for t in table.tables("server"))
        uploads.extend(_upload(t) for t in table.tables("upload"))
    return Clients(clients, applies, joins, servers, addresses, uploads)


_CLIENT_KEYS = (
    *("name", "packages", "exports", "globals", "types", "injected", "handed", "generated"),
    *("creators", "same", "join", "braces", "kind", "options", "send", "builder"),
)
_OPTION_KEYS = ("url", "method", "body", "query", "base", "api")
_SEND_KEYS = ("names", "arguments", "method", "chain", "yields", "yields_if", "appends")
_BUILDER_KEYS = ("creators", "makers", "extenders", "base", "endpoints", "methods", "request")
_SERVER_KEYS = ("name", "roots", "files", "prefix", "entries")
_APPLY_KEYS = ("packages", "exports", "function", "with", "provider")
_ADDRESS_KEYS = ("url", "query", "prefix", "colons", "later")


def _client(table: Table) -> Client:
    table.only(*_CLIENT_KEYS)
    name = table.text("name")
    if not name:
        raise table.wrong("name", "is missing")
    join = table.text("join", "slash")
    if join not in ("slash", "concat", "resolve"):
        raise table.wrong("join", "must be slash, concat or resolve")
    try:
        kind = CallKind(table.text("kind", "call"))
    except ValueError:
        raise table.wrong(
            "kind", f"must be one of {', '.join(k.value for k in CallKind)}"
        ) from None
    options = table.table("options")
    if options is not None:
        options.only(*_OPTION_KEYS)
    return Client(
        name=name,
        packages=frozenset(table.texts("packages")),
        exports=frozenset(table.texts("exports")),
        globals=frozenset(table.texts("globals")),
        types=frozenset(table.texts("types")),
        injected=frozenset(table.texts("injected")),
        handed=frozenset(table.texts("handed")),
        generated=frozenset(table.texts("generated")),
        creators=frozenset(table.texts("creators")),
        same=frozenset(table.texts("same")),
        join=join,
        braces=table.flag("braces"),
        kind=kind,
        options={k: options.texts(k) for k in options.content} if options else {},
        sends=tuple(_send(t) for t in table.tables("send")),
        builder=_builder(table.table("builder")),
    )


def _send(table: Table) -> Send:
    table.only(*_SEND_KEYS)
    names, arguments = table.texts("names"), table.texts("arguments")
    if not names:
        raise table.wrong("names", "is missing")
    for role in arguments:
        if role not in ROLES:
            raise table.wrong("arguments", f"has no role '{role}'; {', '.join(sorted(ROLES))}")
    chain = table.table("chain")
    return Send(
        names,
        arguments,
        table.text("method") or None,
        {k: chain.text(k) for k in chain.content} if chain else {},
        table.text("yields", "Promise<PAYLOAD>"),
        _choices(table.table("yields_if")),
        frozenset(table.texts("appends")),
    )


def _choices(table: Table | None) -> Mapping[str, Mapping[str, str]]:
    """Texts by the values of options: `{ observe = { response = "…" } }`."""
    tables = {key: table.table(key) for key in table.content} if table is not None else {}
    return {k: {v: t.text(v) for v in t.content} for k, t in tables.items() if t is not None}


def _builder(table: Table | None) -> Builder | None:
    if table is None:
        return None
    table.only(*_BUILDER_KEYS)
    return Builder(
        table.texts("creators"),
        table.texts("makers"),
        table.texts("extenders"),
        table.text("base"),
        table.text("endpoints"),
        table.texts("methods"),
        table.text("request"),
    )


def _apply(table: Table) -> Apply:
    table.only(*_APPLY_KEYS)
    function = table.content.get("function", 0)
    given = table.content.get("with", [])
    if not isinstance(function, int | str):
        raise table.wrong("function", "must be an index or an option")
    if not isinstance(given, list) or not all(isinstance(g, int | str) for g in given):
        raise table.wrong("with", "must be a list of indices or options")
    return Apply(
        frozenset(table.texts("packages")),
        frozenset(table.texts("exports")),
        function,
        tuple(given),
        table.text("provider") or None,
    )


def _pairs(table: Table, *more: str) -> Iterable[tuple[str, str]]:
    table.only("packages", "exports", *more)
    return ((p, e) for p in table.texts("packages") for e in table.texts("exports"))


def _address(table: Table) -> Addressing:
    url, query = table.content.get("url"), table.content.get("query")
    if not isinstance(url, int | str) or not isinstance(query, int | str | None):
        raise table.wrong("url", "and query must be indices or options")
    return Addressing(url, query, table.text("prefix"), table.flag("colons"), table.flag("later"))


def _server(table: Table) -> Server:
    table.only(*_SERVER_KEYS)
    return Server(
        table.texts("roots"),
        frozenset(table.texts("files")),
        table.text("prefix"),
        frozenset(table.texts("entries")),
    )


def _upload(table: Table) -> Upload:
    table.only("packages", "exports", "tags", "elements", "url", "unless")
    return Upload(
        frozenset(table.texts("packages")),
        frozenset(table.texts("exports")),
        frozenset(table.texts("tags")),
        frozenset(table.texts("elements")),
        table.text("url"),
        frozenset(table.texts("unless")),
    )
