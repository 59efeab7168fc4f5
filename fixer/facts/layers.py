"""One place where a layer around a payload is declared, read or lacking, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from tree_sitter import Node

from fixer.contract.model import Schema
from fixer.diagnostics import Edit, Fix, Span
from fixer.program.module import Module


class Fault(Enum):
    """TYPE: a type has a layer too many. READ: code reads it. VALUE: a layer is not opened."""

    TYPE = "type"
    READ = "read"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class LayerFinding:
    """At `span`, the layer `key` around a payload of `schema` is there, or lacks, wrongly."""

    path: Path
    span: Span
    key: str
    fault: Fault
    schema: Schema
    fix: Fix | None


@dataclass(frozen=True, slots=True)
class Place:
    """A node with the edits that mend it; None: it must change too but can't be rewritten."""

    module: Module
    node: Node
    fault: Fault
    edits: tuple[Edit, ...] | None


def span_of(node: Node) -> Span:
    return Span(node.start_byte, node.end_byte)


def removed(module: Module, start: int, end: int) -> Edit:
    """The edit that takes `[start, end)` out."""
    return Edit(module.path, start, end, "")


def taken_off(module: Module, receiver: Node, access: Node) -> Edit | None:
    """The edit that leaves of `receiver.key` the receiver; None: a comment is in the way.

    What the access asked, what follows has to ask: `page?.results.length` becomes `page?.length`.
    """
    follows = _follows(access) if access.child_by_field_name("optional_chain") else None
    if follows is None:
        return removed(module, receiver.end_byte, access.end_byte)
    between = module.data[access.end_byte : follows.start_byte].decode()
    if "/" in between:
        return None
    asked = "?" if follows.type == "." else "?."
    content = between.replace("!", "") + asked
    return Edit(module.path, receiver.end_byte, follows.start_byte, content)


def _follows(access: Node) -> Node | None:
    """The token by which the chain goes on behind an access without asking: `.`, `[` or `(`."""
    node, parent = access, access.parent
    while parent is not None and parent.type == "non_null_expression":
        node, parent = parent, parent.parent
    if parent is None or parent.child_by_field_name("optional_chain") is not None:
        return None
    if node not in (parent.child_by_field_name("object"), parent.child_by_field_name("function")):
        return None
    behind = next((c for c in parent.children if c.start_byte >= node.end_byte), None)
    while behind is not None and behind.type == "arguments":
        behind = behind.children[0]
    return behind if behind is not None and behind.type in (".", "[", "(") else None
