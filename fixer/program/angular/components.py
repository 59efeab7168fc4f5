"""Classes that `@Component` and `@Directive` decorate become the templates that they name.

Which files are templates is told from bytes, so that no component is parsed only to learn it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tree_sitter import Language, Node

from fixer.program.syntax import TEMPLATE, captures, children_of, string_value, text

_PACKAGE = b"@angular/core"  # other frameworks have decorators of these names, too
_MARK = b"@Component"
_DECORATED = (_MARK, b"@Directive")
_URL = re.compile(rb"templateUrl\s*:\s*(['\"`])([^'\"`\n]+)\1")
_CALL = """
(decorator (call_expression function: (identifier) @name arguments: (arguments . (object) @o)))
"""
_NAMES = frozenset({"Component", "Directive"})
STRINGS = frozenset({"string", "template_string"})


@dataclass(frozen=True, slots=True, eq=False)
class Component:
    """A decorated class. `template`: the value of that key; `hosts`: the strings of `host`.

    `selector`: the elements of templates that it stands on.
    `url` is None where there is none or it is no plain string; `has_url` tells which.
    """

    node: Node
    selector: str | None
    template: Node | None
    url: str | None
    has_url: bool
    hosts: tuple[tuple[str, Node], ...]

    @property
    def has_template(self) -> bool:
        """Whether it is a component, not a directive."""
        return self.has_url or self.template is not None

    @property
    def is_plain(self) -> bool:
        """Whether its template is written where it is read from, if it has one."""
        if self.has_url:
            return self.url is not None
        return self.template is None or self.template.type in STRINGS


def may_have_components(data: bytes) -> bool:
    """Whether it is worth parsing a file for components."""
    return _PACKAGE in data and any(mark in data for mark in _DECORATED)


def template_owners(
    sources: Mapping[Path, bytes], *, suffix: str = TEMPLATE
) -> Mapping[Path, tuple[Path, ...]]:
    """The template files that components name, each with the files that name it."""
    found: dict[Path, dict[Path, None]] = {}
    for path, data in sources.items():
        if b"templateUrl" not in data or not may_have_components(data):
            continue
        for match in _URL.finditer(data):
            if _is_commented(data, match.start()):
                continue
            target = beside(path, match[2].decode("utf-8", "replace"))
            if target.name.endswith(suffix):
                found.setdefault(target, {})[path] = None
    return {target: tuple(owners) for target, owners in found.items()}


def _is_commented(data: bytes, offset: int) -> bool:
    """Whether the line of an offset is a comment before it gets there."""
    begins = data.rfind(b"\n", 0, offset) + 1
    return b"//" in data[begins:offset] or data[begins:offset].lstrip().startswith((b"*", b"/*"))


def beside(path: Path, url: str) -> Path:
    """The file that a `templateUrl` in the file `path` means."""
    return Path(os.path.normpath(path.parent / url))


def components(root: Node, language: Language) -> tuple[Component, ...]:
    """The components and directives of a script, in source order."""
    found = _decorated(root, language, _NAMES)
    return tuple(_component(node, values) for node, values in found)


def pipe_classes(root: Node, language: Language) -> Iterator[tuple[str, Node]]:
    """The classes of a script that are pipes, with the names that templates use."""
    for node, values in _decorated(root, language, frozenset({"Pipe"})):
        name = string_value(values["name"]) if "name" in values else None
        if name is not None:
            yield name, node


def _decorated(
    root: Node, language: Language, names: frozenset[str]
) -> Iterator[tuple[Node, Mapping[str, Node]]]:
    """The classes that one of `names` decorates, with the options given to it."""
    found = captures(root, language, _CALL)
    for name, options in zip(found.get("name", ()), found.get("o", ()), strict=False):
        node = _class_of(options)
        if text(name) in names and node is not None:
            yield node, dict(_pairs(options))


def _component(node: Node, values: Mapping[str, Node]) -> Component:
    url, host, selector = values.get("templateUrl"), values.get("host"), values.get("selector")
    hosts = _pairs(host) if host is not None and host.type == "object" else ()
    return Component(
        node=node,
        selector=string_value(selector) if selector is not None else None,
        template=values.get("template"),
        url=string_value(url) if url is not None else None,
        has_url=url is not None,
        hosts=tuple((key, value) for key, value in hosts if value.type in STRINGS),
    )


def _pairs(options: Node) -> Iterator[tuple[str, Node]]:
    for pair in children_of(options):
        key, value = pair.child_by_field_name("key"), pair.child_by_field_name("value")
        if key is not None and value is not None:
            yield string_value(key) or text(key), value


def _class_of(options: Node) -> Node | None:
    node: Node | None = options
    while node is not None and node.type != "decorator":
        node = node.parent
    holder = node.parent if node is not None else None
    if holder is not None and holder.type == "export_statement":
        holder = holder.child_by_field_name("declaration")
    is_class = holder is not None and holder.type.endswith("class_declaration")
    return holder if is_class else None
