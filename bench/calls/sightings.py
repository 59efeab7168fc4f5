"""A source text → the calls in it that look like HTTP, found without fixer's help."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import tree_sitter_typescript
from tree_sitter import Language, Node, Parser

SINK = re.compile(
    r"^(?:window\.|globalThis\.|self\.)?(?:fetch|axios|ky|\$fetch|ofetch|useFetch|useSWR\w*)$"
)
VERB = re.compile(r"\.\$?(?:get|post|put|patch|delete|head|request)$")
CLIENT = re.compile(r"axios|http|api|client|requests?\b|\bky\b|fetch", re.IGNORECASE)
NOT_CLIENT = re.compile(
    r"headers?|params?|cache|cookie|storage|map|query|formdata|config|form\b|controls?\b",
    re.IGNORECASE,
)
SCRIPT = re.compile(r"<script\b[^>]*>(.*?)</script>", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sighting:
    """A call that looks like HTTP. Lines are 1-based. `handed_on`: its URL is a bare parameter
    of a function around it, so that the function's callers are the real calls."""

    line: int
    end_line: int
    text: str
    handed_on: bool


def sightings(suffix: str, text: str) -> Iterator[Sighting]:
    """The calls in a `.ts`, `.tsx`, `.js`, `.vue` or `.svelte` text, by callee and receiver."""
    if suffix in {".vue", ".svelte"}:
        text = _scripts_only(text)
    plain = suffix in {".ts", ".mts", ".cts", ".vue", ".svelte"}
    module = tree_sitter_typescript
    grammar = module.language_typescript() if plain else module.language_tsx()
    waiting = [Parser(Language(grammar)).parse(text.encode()).root_node]
    while waiting:
        node = waiting.pop()
        waiting += node.named_children
        if node.type == "call_expression" and _looks_like_http(node):
            yield Sighting(
                node.start_point.row + 1,
                node.end_point.row + 1,
                _text(node).split("\n")[0][:120],
                _is_handed_on(node),
            )


def _looks_like_http(node: Node) -> bool:
    callee = node.child_by_field_name("function")
    arguments = node.child_by_field_name("arguments")
    if callee is None or arguments is None or not arguments.named_children:
        return False
    name = _text(callee).replace("?.", ".")
    if SINK.match(name):
        return True
    if not VERB.search(name):
        return False
    receiver = VERB.sub("", name)
    return bool(CLIENT.search(receiver)) and not NOT_CLIENT.search(receiver.split(".")[-1])


def _is_handed_on(node: Node) -> bool:
    arguments = node.child_by_field_name("arguments")
    first = arguments.named_children[0] if arguments else None
    if first is None or first.type != "identifier":
        return False
    name = re.compile(rf"\b{re.escape(_text(first))}\b")
    around = node.parent
    while around is not None:
        listed = around.child_by_field_name("parameters") or around.child_by_field_name("parameter")
        if listed is not None and name.search(_text(listed)):
            return True
        around = around.parent
    return False


def _scripts_only(text: str) -> str:
    """Everything but script bodies blanked, so that lines stay where they are."""
    kept = [False] * len(text)
    for match in SCRIPT.finditer(text):
        kept[match.start(1) : match.end(1)] = [True] * (match.end(1) - match.start(1))
    return "".join(
        char if keep or char == "\n" else " " for char, keep in zip(text, kept, strict=True)
    )


def _text(node: Node) -> str:
    return (node.text or b"").decode("utf-8", "replace")
