"""URLs outside calls: forms, links, images, navigation, and functions that give a URL away."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from tree_sitter import Node

from fixer.program.call import Call, CallKind, Piece, Url
from fixer.program.callnames import name_of
from fixer.program.emission import client_function, function_name
from fixer.program.evaluate import Evaluator
from fixer.program.evaluate.text import texts
from fixer.program.evaluate.values import Library, Value, candidates, place_of, written
from fixer.program.module import Module
from fixer.program.scopes import FUNCTIONS
from fixer.program.sending import callee
from fixer.program.syntax import captures, children_of, first_named, html, parse_markup, text, tsx
from fixer.program.urls import expanded, url_of

_ATTRIBUTES = {
    ("form", "action"): CallKind.FORM,
    ("a", "href"): CallKind.LINK,
    ("img", "src"): CallKind.IMAGE,
    ("iframe", "src"): CallKind.LINK,
    ("video", "src"): CallKind.IMAGE,
    ("audio", "src"): CallKind.IMAGE,
    ("source", "src"): CallKind.IMAGE,
}
_OPENING = frozenset({"jsx_opening_element", "jsx_self_closing_element"})
_NAVIGATING = re.compile(rb"\blocation\b|\bwindow\.open\b")
_ELEMENTS = re.compile(rb"<(?P<tag>form|a|img|iframe|video|audio|source)\b")
# What a name is made of, and what one stands in that gives no value to it.
_NAMES = frozenset({"identifier", "property_identifier", "private_property_identifier"}) | {
    "string",
    "string_fragment",
    "member_expression",
}
_NAMING_NONE = frozenset({"call_expression", "arguments", "program", "statement_block", "comment"})
_URL_ENDINGS = tuple(n + s for n in ("url", "uri", "href", "link", "endpoint") for s in ("", "s"))
_GIVES_URL = re.compile(r"(?:url|uri|href|link|endpoint)s?$", re.IGNORECASE)
# The name of such a function where it is declared, or called.
_GIVING = re.compile(
    rb"(?:url|uri|href|link|endpoint)s?['\"]?\s*"
    rb"(?:[(<]|[=:]\s*(?:async\b|function\b|[\w$.]*\s*(?:[(<]|=>)))",
    re.IGNORECASE,
)
_NAMED = re.compile(rb"((?:url|uri|href|link|endpoint)s?)\b['\"]?\s*[(<=:?!]", re.IGNORECASE)
_API = re.compile(r"/(?:api|rest|graphql|v\d+)\b", re.IGNORECASE)
_LOCATIONS = (("window", "location"), ("document", "location"), ("location",))


def outside_calls(ev: Evaluator, files: Collection[Path], calls: Iterable[Call]) -> Iterator[Call]:
    """The URLs that leave the page by other ways than a client, each with its kind.

    Only those of which some of the path is written. `calls`: what is known to be sent; a URL
    that one of these uses is not given again as a text.
    """
    sent = {_origin(p) for c in calls for u in c.urls for p in u.pieces}
    navigating = frozenset(ev.program.holding("location", "window"))
    giving = ev.program.words.holding_endings(_URL_ENDINGS)
    for path in (p for p in ev.program.files if p in files):
        data = ev.program.sources[path]
        tags = tuple(_ELEMENTS.finditer(data))
        gives = path in giving and _GIVING.search(data) is not None
        navigates = path in navigating and _NAVIGATING.search(data) is not None
        if not (tags or gives or navigates):
            continue
        module = ev.program.module(path)
        yield from _elements(ev, module, tags)
        if navigates:
            yield from _navigation(ev, module)
        if gives:
            yield from _given(ev, module, sent)


def _origin(piece: Piece) -> tuple[Path, int]:
    return piece.path, piece.start


def _elements(ev: Evaluator, module: Module, tags: Sequence[re.Match[bytes]]) -> Iterator[Call]:
    if tags and module.language == tsx():
        for tag in tags:
            name = module.leaf(*tag.span("tag"))
            element = name.parent if name is not None else None
            if element is not None and element.type in _OPENING:
                for attribute in children_of(element):
                    yield from _attribute(ev, module, attribute)
    if tags and module.path.suffix == ".vue":
        yield from _markup(ev, module)


def _markup(ev: Evaluator, module: Module) -> Iterator[Call]:
    for attribute, tag, name, value in bound_attributes(module):
        kind = _ATTRIBUTES.get((tag, name))
        found = bound_value(ev, module, attribute, value) if kind is not None else None
        if found is not None and kind is not None:
            yield from sent_by(ev, module, attribute, found, kind)


def bound_attributes(module: Module) -> Iterator[tuple[Node, str, str, Node]]:
    """The attributes in a `.vue` file's template, `href="…"` and `:href="…"`: each with its
    element's name, its own and its value."""
    root = parse_markup(module.data).root_node
    for attribute in captures(root, html(), "(attribute) @a").get("a", []):
        tag, parts = attribute.parent, children_of(attribute)
        first = first_named(tag) if tag is not None else None
        if first is None or len(parts) < 2:
            continue
        name = text(parts[0]).removeprefix("v-bind").removeprefix(":")
        value = first_named(parts[1]) if parts[1].type != "attribute_value" else parts[1]
        if value is not None:
            yield attribute, text(first), name, value


def bound_value(ev: Evaluator, module: Module, attribute: Node, value: Node) -> Value | None:
    """What such an attribute is: its text, or what its expression gives."""
    if ":" not in text(children_of(attribute)[0]):
        return written(text(value), place_of(module, value))
    region = module.markup.region_at(value.start_byte) if module.markup else None
    if region is None or module.markup is None:
        return None
    return ev.value(module, module.markup.expression(region))


def _attribute(ev: Evaluator, module: Module, attribute: Node) -> Iterator[Call]:
    element = attribute.parent
    tag = element.child_by_field_name("name") if element is not None else None
    if attribute.type != "jsx_attribute" or tag is None or len(children_of(attribute)) < 2:
        return
    key, value = children_of(attribute)[:2]
    kind = _ATTRIBUTES.get((text(tag), text(key)))
    if kind is None:
        return
    inner = first_named(value) if value.type == "jsx_expression" else value
    if inner is not None:
        yield from _call(ev, module, attribute, inner, kind)


def _navigation(ev: Evaluator, module: Module) -> Iterator[Call]:
    for name in _occurrences(module, "assign", "replace", "open"):
        target = name.parent
        node = target.parent if target is not None else None
        arguments = node.child_by_field_name("arguments") if node is not None else None
        first = first_named(arguments) if arguments is not None else None
        if node is None or first is None or target is None or target != callee(node):
            continue
        if target.child_by_field_name("property") != name:
            continue
        if any(_navigates(c) for c in candidates(ev.value(module, target))):
            yield from _call(ev, module, node, first, CallKind.NAVIGATION)
    for name in _occurrences(module, "location"):
        left, node = name, name.parent
        while node is not None and node.type == "member_expression":
            left, node = node, node.parent
        right = node.child_by_field_name("right") if node is not None else None
        if node is None or right is None or node.type != "assignment_expression":
            continue
        if node.child_by_field_name("left") == left and _is_location(ev, module, left):
            yield from _call(ev, module, node, right, CallKind.NAVIGATION)


def _occurrences(module: Module, *names: str) -> list[Node]:
    found = (node for name in names for node in module.occurrences(name))
    return sorted(found, key=lambda node: node.start_byte)


def _navigates(value: Value) -> bool:
    if not isinstance(value, Library) or value.specifier:
        return False
    return value.path == ("window", "open") or (
        value.path[:-1] in _LOCATIONS and value.path[-1] in ("assign", "replace")
    )


def _is_location(ev: Evaluator, module: Module, left: Node) -> bool:
    """`window.location = …` and `location.href = …`."""
    target: Node | None = left
    if left.type == "member_expression" and text(left).endswith(".href"):
        target = left.child_by_field_name("object")
    if target is None or not text(target).endswith("location"):
        return False
    value = ev.value(module, target)
    return isinstance(value, Library) and not value.specifier and value.path in _LOCATIONS


def _given(ev: Evaluator, module: Module, sent: set[tuple[Path, int]]) -> Iterator[Call]:
    """What functions named `…Url` return, unless a call is known to use it."""
    for node in _returning(module):
        function = node if node.type in FUNCTIONS else _function(node)
        name = name_of(function) if function is not None else None
        if name is None or not _GIVES_URL.search(name):
            continue
        value = first_named(node)
        if node.type == "arrow_function":
            value = node.child_by_field_name("body")
        if value is None or value.type not in ("string", "template_string", "binary_expression"):
            continue
        for call in _call(ev, module, value, value, CallKind.TEXT):
            new = not any(_origin(p) in sent for u in call.urls for p in u.pieces if p.text)
            if new and all(u.based or u.origin or _API.match(u.template) for u in call.urls):
                yield call


def _returning(module: Module) -> list[Node]:
    """The returns, and the arrow functions, in what bears the name of a URL."""
    found: dict[int, Node] = {}
    for name in _NAMED.finditer(module.data):
        holder: Node | None = module.root.descendant_for_byte_range(*name.span(1))
        while holder is not None and holder.type in _NAMES:
            holder = holder.parent
        if holder is None or holder.type in _NAMING_NONE:
            continue
        query = "[(return_statement) (arrow_function)] @r"
        found.update((node.id, node) for node in module.captures(query, holder).get("r", ()))
    return sorted(found.values(), key=lambda node: (node.start_byte, -node.end_byte))


def _function(node: Node) -> Node | None:
    up = node.parent
    while up is not None and up.type not in FUNCTIONS:
        up = up.parent
    return up


def _call(ev: Evaluator, module: Module, node: Node, value: Node, kind: CallKind) -> Iterator[Call]:
    yield from sent_by(ev, module, node, ev.value(module, value), kind)


def sent_by(
    ev: Evaluator, module: Module, node: Node, value: Value, kind: CallKind, *, posts: bool = False
) -> Iterator[Call]:
    """The request of an attribute with a value, if some of a path is written there."""
    urls: list[Url] = []
    for found in texts(ev, value, place_of(module, node)):
        for option in expanded(found):
            url = url_of(option)
            if isinstance(url, Url) and _is_written(url):
                urls.append(url)
    if not urls:
        return
    function = client_function(node)
    yield Call(
        module=module,
        node=node,
        client=kind.value,
        kind=kind,
        urls=tuple({u.template: u for u in urls}.values()),
        methods=("POST",) if posts or (kind is CallKind.FORM and _posts(node)) else ("GET",),
        sink_module=module,
        sink=node,
        function=function_name(function) if function is not None else None,
        function_node=function,
    )


def _is_written(url: Url) -> bool:
    """Whether some word of the path is written, and it is a path and no fragment."""
    return any(p.text is not None and any(c.isalpha() for c in p.text) for p in url.pieces)


def _posts(attribute: Node) -> bool:
    element = attribute.parent
    return (
        element is not None
        and re.search(rb"method=[\"'{]+post", element.text or b"", re.IGNORECASE) is not None
    )
