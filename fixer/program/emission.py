"""What is sent on a trail becomes `Call`s, with what is known of the code around them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tree_sitter import Node

from fixer.program.call import Body, Call, Dependency, Entry, Url
from fixer.program.callers import Callers
from fixer.program.callnames import name_of
from fixer.program.evaluate import Evaluator
from fixer.program.evaluate.classes import enclosing_class
from fixer.program.evaluate.values import Place
from fixer.program.markup import TAGS
from fixer.program.module import Module
from fixer.program.scopes import FUNCTIONS
from fixer.program.sending import UNTOLD, Sent
from fixer.program.syntax import ELEMENTS, children_of, text
from fixer.program.trails import Trail
from fixer.program.urls import NoUrl, expanded, url_of


@dataclass(slots=True, eq=False)
class Emitter:
    """Makes the calls of trails."""

    ev: Evaluator
    callers: Callers

    def calls(self, trail: Trail, found: tuple[Sent, ...]) -> Iterator[Call]:
        """The call at the head of the trail; none where it is no HTTP request at all."""
        urls: list[Url] = []
        reasons: list[str] = []
        for one in found:
            for written in one.urls:
                for option in expanded(written):
                    url = url_of(option)
                    if isinstance(url, NoUrl):
                        reasons.append(url.reason)
                    else:
                        urls.append(replace(_with_query(url, one), chosen=one.is_chosen))
        if not urls and reasons and all(r == "no HTTP URL" for r in reasons):
            return
        if not urls and trail.edges and all(r == "the URL is empty" for r in reasons):
            return  # this caller doesn't make it send
        if urls and _is_element(trail) and not any(u.template.strip("/") for u in urls):
            return  # nor does an element that names no URL
        yield self._call(trail, found, tuple(dict.fromkeys(_said(urls))), reasons)

    def _call(
        self, trail: Trail, found: tuple[Sent, ...], urls: tuple[Url, ...], reasons: list[str]
    ) -> Call:
        module, node = trail.head
        function = None if _entry_name(node) else client_function(node)
        methods = tuple(dict.fromkeys(m for one in found for m in one.methods))
        bodies = tuple(dict.fromkeys(b for one in found for b in one.bodies))
        owner = (trail.owner.of.module, trail.owner.of.node) if trail.owner is not None else None
        if trail.owner is not None and trail.owner.site is not None:
            owner = trail.owner.site
        return Call(
            module=module,
            node=node,
            client=trail.site.client.name,
            kind=trail.site.client.kind,
            urls=_distinct(urls),
            methods=methods,
            method_span=_span(found),
            bodies=_plain(bodies),
            sink_module=trail.site.module,
            sink=trail.site.node,
            path_to_sink=tuple((e.module, e.node) for e in reversed(trail.edges[:-1])),
            entries=_entries(trail),
            owner=owner,
            owner_class=trail.owner.of.node if trail.owner is not None else None,
            function=_entry_name(node) or (function_name(function) if function else None),
            function_node=function,
            reason=None if urls else _reason(reasons, found, module, node),
            yields=_yields(trail, found),
            answering=self._answering(found),
        )

    def _answering(self, found: tuple[Sent, ...]) -> tuple[tuple[Module, Node], ...]:
        """The functions that every client on the trail answers through; none if they differ."""
        ways = {self.ev.answered_through(it.client) for it in found if it.client is not None}
        return ways.pop() if len(ways) == 1 else ()


def _is_element(trail: Trail) -> bool:
    """Whether the outermost call is an element of a component."""
    return bool(trail.edges) and trail.edges[-1].node.type in ELEMENTS | TAGS


def _entries(trail: Trail) -> tuple[Entry, ...]:
    """The functions entered on the way; each holds the next call, and so stands in its module."""
    inner = (trail.site.module, *(edge.module for edge in trail.edges))
    return tuple(
        Entry(edge.node, module, edge.into, edge.applied is not None)
        for edge, module in zip(trail.edges, inner, strict=False)
    )


def _reason(reasons: list[str], found: tuple[Sent, ...], module: Module, node: Node) -> str:
    depends = {d for one in found for url in one.urls for p in url.pieces for d in p.depends}
    up = node.parent
    while up is not None:
        if up.type in FUNCTIONS and Dependency(module.path, up.start_byte) in depends:
            return f"the URL is a parameter of `{name_of(up) or 'a function'}`"
        up = up.parent
    return reasons[0] if reasons else "nothing is known of it"


def _said(urls: list[Url]) -> list[Url]:
    """Without the bare root, where another candidate has a path."""
    longer = [u for u in urls if u.template.strip("/") or u.told is not None]
    return longer or urls


def _yields(trail: Trail, found: tuple[Sent, ...]) -> str:
    """What the sink gives, where its options don't say something else by each way to it."""
    said = {one.yields for one in found}
    if said:
        return said.pop() if len(said) == 1 else UNTOLD
    send = trail.site.client.send(trail.site.name)
    return send.yields if send is not None else ""


def _with_query(url: Url, one: Sent) -> Url:
    if not one.query:
        return url
    query = tuple(dict.fromkeys((*url.query, *one.query)))
    told = _with_query(url.told, one) if url.told is not None else None
    return replace(url, query=query, told=told)


def _distinct(urls: tuple[Url, ...]) -> tuple[Url, ...]:
    """One of each template, with all that any adds to it.

    Among equal ones the first with an unknown base, which may be empty.
    """
    found: dict[tuple[str | None, ...], Url] = {}
    for url in urls:
        told = url.told.template if url.told is not None else None
        known = found.setdefault((url.template, url.origin, told), url)
        if url.based and not known.based:
            known = url
        query = tuple(dict.fromkeys((*known.query, *url.query)))
        found[url.template, url.origin, told] = replace(known, query=query)
    return tuple(found.values())


def _plain(bodies: tuple[Body, ...]) -> tuple[Body, ...]:
    seen: dict[int, Body] = {}
    for body in bodies:
        seen.setdefault(body.node.id, body)
    return tuple(seen.values())


def _span(found: tuple[Sent, ...]) -> Place | None:
    places: set[Place | None] = {one.method_place for one in found}
    return places.pop() if len(places) == 1 else None


def _entry_name(node: Node) -> str | None:
    """The name of an endpoint that a builder declares: `getUser: build.query({…})`."""
    pair = node.parent
    if pair is None or pair.type != "pair" or pair.child_by_field_name("value") != node:
        return None
    key = pair.child_by_field_name("key")
    arguments = node.child_by_field_name("arguments")
    first = children_of(arguments)[:1] if arguments is not None else []
    is_built = bool(first) and first[0].type == "object"
    return text(key) if key is not None and is_built else None


def client_function(node: Node) -> Node | None:
    """The innermost named function around a call; callbacks have no name of their own."""
    up = node.parent
    while up is not None:
        if up.type in FUNCTIONS and name_of(up) is not None and not _is_callback(up):
            return up
        up = up.parent
    return None


def _is_callback(node: Node) -> bool:
    """A function that is only an argument: its name is that of what it is given to."""
    return node.parent is not None and node.parent.type == "arguments" and not _is_hooked(node)


def _is_hooked(node: Node) -> bool:
    call = node.parent.parent if node.parent is not None else None
    up = call.parent if call is not None else None
    return up is not None and up.type == "variable_declarator"


def function_name(function: Node) -> str | None:
    """The name of a function as findings give it: `Class.method` for a method."""
    name = name_of(function)
    holder = enclosing_class(function)
    if holder is not None and name is not None:
        outer = name_of(holder)
        return f"{outer}.{name}" if outer else name
    return name
