"""Configurations of development servers, into the path prefixes that they take off requests.

A backend that serves `/items` is often asked for `/api/items`, which the proxy between passes on
as `/items`: `pathRewrite: { '^/api': '' }`, `rewrite: (path) => path.replace(/^\\/api/, '')`,
`{ source: '/api/:path*', destination: 'http://backend/:path*' }`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from tree_sitter import Node

from fixer.program.syntax import captures, children_of, parse, string_value, text

_TOOLS = frozenset({"vite", "vue", "next", "webpack", "craco", "rsbuild", "rspack", "nuxt"})
_NAMES = frozenset({*_TOOLS, "quasar", "setupProxy", "proxy"})
_SUFFIXES = frozenset({".js", ".ts", ".mjs", ".cjs", ".mts", ".json"})
MAX_UP = 4
_PAIRS = "(object (pair key: (_) @key value: (_) @value))"
_KEYS = frozenset({"rewrite", "pathRewrite"})
_PREFIX = re.compile(r"\^?((?:/[\w.-]+)+)/?(?:\(?\.\*\)?)?")
_REST = re.compile(r"((?:/[\w.-]+)+)/:(\w+)\*")


def stripped_prefixes(root: Path, sources: Mapping[Path, bytes]) -> tuple[str, ...]:
    """What the servers of the frontend below `root` take off, in the order of the files."""
    found: dict[str, None] = {}
    for path, data in (*_above(root), *((p, d) for p, d in sources.items() if _is_config(p))):
        if b"ewrite" in data:
            found |= dict.fromkeys(_stripped(path, data))
    return tuple(found)


def _above(root: Path) -> Iterator[tuple[Path, bytes]]:
    """The configurations in the folders above, up to the package that `root` is a part of."""
    folder = root
    for _ in range(MAX_UP):
        if (folder / "package.json").exists() or (folder / ".git").exists():
            break
        folder = folder.parent
    else:
        return
    if folder != root:
        for path in sorted(folder.iterdir()):
            if _is_config(path) and path.is_file():
                yield path, path.read_bytes()


def _is_config(path: Path) -> bool:
    name = path.name
    return name[: name.find(".")] in _NAMES and path.suffix in _SUFFIXES


def _stripped(path: Path, data: bytes) -> Iterator[str]:
    text_of = b"(" + data + b")" if path.suffix == ".json" else data
    tree, language = parse(Path("config.ts"), text_of)
    found = captures(tree.root_node, language, _PAIRS)
    for key, value in zip(found.get("key", []), found.get("value", []), strict=False):
        name = string_value(key) or text(key)
        if name in _KEYS:
            yield from _taken_off(value)
        elif name == "source" and (prefix := _passed_on(key, value)):
            yield prefix


def _taken_off(value: Node) -> Iterator[str]:
    """`{ '^/api': '' }`, or a function that replaces `/^\\/api/` by nothing."""
    if value.type == "object":
        for pair in children_of(value):
            key, made = pair.child_by_field_name("key"), pair.child_by_field_name("value")
            if key is not None and made is not None and string_value(made) in ("", "/"):
                yield from _prefix(string_value(key) or "")
        return
    body = value.child_by_field_name("body")
    arguments = body.child_by_field_name("arguments") if body is not None else None
    called = body.child_by_field_name("function") if body is not None else None
    given = children_of(arguments) if arguments is not None else []
    if called is None or not text(called).endswith(".replace") or len(given) != 2:
        return
    pattern = given[0].child_by_field_name("pattern")
    written = text(pattern).replace("\\/", "/") if pattern is not None else string_value(given[0])
    if string_value(given[1]) in ("", "/"):
        yield from _prefix(written or "")


def _prefix(pattern: str) -> Iterator[str]:
    found = _PREFIX.fullmatch(pattern)
    if found is not None:
        yield found[1]


def _passed_on(key: Node, source: Node) -> str | None:
    """The prefix of a rewrite whose destination is the rest alone, on another host."""
    holder = key.parent.parent if key.parent is not None else None
    pairs = children_of(holder) if holder is not None else []
    named = {
        text(name): value
        for pair in pairs
        if (name := pair.child_by_field_name("key"))
        and (value := pair.child_by_field_name("value"))
    }
    found = _REST.fullmatch(string_value(source) or "")
    if found is None or "destination" not in named:
        return None
    written = text(named["destination"]).strip("'\"`")
    beyond = re.sub(r"^(\w+://[^/]*|\$\{[^}]*\})", "", written)
    return found[1] if beyond != written and beyond == f"/:{found[2]}*" else None
