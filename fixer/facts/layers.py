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
