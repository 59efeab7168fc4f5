"""Properties that may be absent: declared as if they were always there, or used so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tree_sitter import Node

from fixer.contract.model import Kind, Property, Schema
from fixer.diagnostics import Applicability, Edit, Fix, Span, Unverified
from fixer.facts.bindings import Bindings, Bound, Direction
from fixer.facts.guards import is_guarded
from fixer.facts.owners import owner_name
from fixer.facts.reads import Read, Reads, whole
from fixer.facts.wiretypes import is_date
from fixer.program.module import Module
from fixer.program.program import Program
from fixer.program.syntax import children_of, text
from fixer.program.types import Types
from fixer.program.types.model import (
    BOOLEAN,
    UNDEFINED,
    VOID,
    Function,
    Literal,
    Member,
    Primitive,
    parts_of,
)
from fixer.rewrite.style import style_of

_ABSENT = "—"
_ARITHMETIC = frozenset({"-", "*", "/", "%", "**", "<", ">", "<=", ">="})
_CHAIN = frozenset({"member_expression", "subscript_expression", "call_expression"})
_STATED = "the contract does not say which properties are always there"


@dataclass(frozen=True, slots=True)
class OptionalField:
    """`name` of `owner` may be absent; at `span` it is declared, or (`is_use`) used, as if not."""

    path: Path
    span: Span
    name: str
    owner: str
    schema: Schema
    property: Property
    is_use: bool
    fix: Fix | None


OptionalFinding = OptionalField | Unverified


class Optionals:
    """Judges the members that met a property which the contract doesn't require."""

    def __init__(self, program: Program, types: Types, bindings: Bindings) -> None:
        self._program = program
        self._types = types
        self._bindings = bindings
        self._reads = Reads(program, types)

    def findings(self) -> Mapping[Path, tuple[OptionalFinding, ...]]:
        """By file, in source order."""
        found: dict[Path, dict[OptionalFinding, None]] = {}
        for member in self._bindings.members:
            for finding in self._judged(member):
                found.setdefault(finding.path, {})[finding] = None
        return {p: tuple(sorted(f, key=lambda x: x.span)) for p, f in found.items()}

    def _judged(self, member: Member) -> Iterator[OptionalFinding]:
        module, name = member.module, member.name_node
        if module is None or name is None or module.path not in self._program.sources:
            return
        if member.node is None or member.node.type != "property_signature":
            return
        bounds = [b for b in self._bindings.of(member) if b.direction is Direction.RESPONSE]
        if not bounds or not all(_may_be_absent(b) for b in bounds):
            return
        type_ = self._types.member_type(member)
        if _is_anything(member.node):
            return
        if member.optional or UNDEFINED in parts_of(type_) or isinstance(type_, Function):
            return
        span, owner = Span(name.start_byte, name.end_byte), owner_name((member,))
        bound = bounds[0]
        if not any(p.required for p in bound.schema.properties):
            subject = f"whether `{member.name}` of {owner} is always there"
            yield Unverified(module.path, span, subject, _STATED)
            return
        assert bound.property is not None
        group = f"{module.path}:{name.start_byte}:optional"
        edit = Edit(module.path, name.end_byte, name.end_byte, "?")
        fix = Fix(f"Declare `{member.name}` optional", (edit,), Applicability.UNSAFE, group)
        # `Required<Row>` says of `name?: string` that it is there: its uses are wrong, not itself.
        if all(c.type != "?" for c in member.node.children):
            yield OptionalField(
                module.path, span, member.name, owner, bound.schema, bound.property, False, fix
            )
        for read in self._reads.of(member.name):
            if member in read.members and self._needs(read):
                yield self._use(read, owner, bound.schema, bound.property, group)

    def _needs(self, read: Read) -> bool:
        """Whether the place fails, or no longer compiles, when the value is absent."""
        outer = whole(read.expression)
        if read.with_default or _asserted(read.expression) or is_guarded(read.expression):
            return False
        parent = outer.parent
        if parent is None:
            return False
        if parent.type in _CHAIN and _begins(parent, outer):
            return not _is_optional_link(parent)
        if parent.type == "binary_expression":
            operator = parent.child_by_field_name("operator")
            return operator is not None and operator.type in _ARITHMETIC
        if parent.type == "spread_element":
            return parent.parent is not None and parent.parent.type == "array"
        if parent.type == "for_in_statement":
            return any(c.type == "of" for c in parent.children)
        return self._refuses_undefined(read.module, outer)

    def _refuses_undefined(self, module: Module, node: Node) -> bool:
        """Whether the place is declared for scalars and dates that are there."""
        if _is_given_to_date(node):
            return True
        if self._may_be_left_out(module, node):
            return False
        expected = parts_of(self._types.contextual(module, node))
        if {UNDEFINED, VOID, BOOLEAN} & {*expected}:
            return False  # a condition, `filter`'s too, is content with `undefined`
        return all(isinstance(p, Primitive | Literal) or is_date(p) for p in expected)

    def _may_be_left_out(self, module: Module, node: Node) -> bool:
        """Whether the place is an optional property, attribute or parameter."""
        parent = node.parent
        holder = parent.parent if parent is not None else None
        if parent is None or holder is None:
            return False
        name: Node | None = None
        if parent.type == "pair":
            name = parent.child_by_field_name("key")
        elif parent.type == "jsx_expression" and holder.type == "jsx_attribute":
            name = holder.named_child(0)
        if name is not None:
            members = self._types.symbol_at(module, name).members
            return all(m.optional for m in members)
        if parent.type != "arguments":
            return False
        callee = holder.child_by_field_name("function") or holder.child_by_field_name("constructor")
        called = self._types.of(module, callee) if callee is not None else None
        index = children_of(parent).index(node)
        return isinstance(called, Function) and any(
            _may_lack(f.node, index) for f in (called, *called.others)
        )

    def _use(
        self, read: Read, owner: str, schema: Schema, prop: Property, group: str
    ) -> OptionalField:
        edits = self._guarded(read)
        message = f"Use `{text(read.name)}` only where it is there"
        level = Applicability.UNSAFE if edits else Applicability.DISPLAY
        span = Span(read.expression.start_byte, read.expression.end_byte)
        fix = Fix(message, edits, level, group)
        return OptionalField(
            read.module.path, span, text(read.name), owner, schema, prop, True, fix
        )

    def _guarded(self, read: Read) -> tuple[Edit, ...]:
        """`x.f?.m()`, or `x.f ? new Date(x.f).m() : '—'`; nothing where neither can stand."""
        outer = whole(read.expression)
        parent = outer.parent
        path = read.module.path
        if parent is not None and parent.type in _CHAIN and _begins(parent, outer):
            if not self._takes_undefined(read.module, _chain(outer)):
                return ()
            dot = next((c for c in parent.children if c.type == "."), None)
            if dot is not None:
                return (Edit(path, dot.start_byte, dot.start_byte, "?"),)
            return (Edit(path, outer.end_byte, outer.end_byte, "?."),)
        if parent is None or parent.type != "arguments" or parent.parent is None:
            return ()
        top = _chain(parent.parent)
        otherwise = _otherwise(read.module, top)
        if otherwise is None:
            return ()
        return (
            Edit(path, top.start_byte, top.start_byte, f"{text(read.expression)} ? "),
            Edit(path, top.end_byte, top.end_byte, f" : {otherwise}"),
        )

    def _takes_undefined(self, module: Module, top: Node) -> bool:
        """Whether the place of a whole chain can do with `undefined`."""
        parent = top.parent
        if parent is None or parent.type == "expression_statement":
            return parent is not None
        if parent.type == "jsx_expression":
            holder = parent.parent
            if holder is not None and holder.type != "jsx_attribute":
                return True
            return not self._refuses_undefined(module, top)
        if parent.type == "binary_expression":
            operator = parent.child_by_field_name("operator")
            is_left = parent.child_by_field_name("left") == top
            return is_left and operator is not None and operator.type in ("??", "||")
        return False


def _is_anything(signature: Node) -> bool:
    """Whether a property is declared `any` or `unknown`, which `undefined` is, too."""
    written = signature.child_by_field_name("type")
    inner = children_of(written) if written is not None else ()
    return len(inner) == 1 and inner[0].text in (b"any", b"unknown")


def _may_be_absent(bound: Bound) -> bool:
    prop = bound.property
    return prop is not None and not prop.required and bound.schema.kind is Kind.OBJECT


def _may_lack(function: Node, index: int) -> bool:
    """Whether a function can be called without its parameter at `index`, or has none there."""
    parameters = function.child_by_field_name("parameters")
    nodes = children_of(parameters) if parameters is not None else []
    if index >= len(nodes):
        return True
    node = nodes[index]
    return node.type == "optional_parameter" or node.child_by_field_name("value") is not None


def _asserted(expression: Node) -> bool:
    """`x.f!`: someone has said that it is there."""
    node = expression.parent
    while node is not None and node.type in ("parenthesized_expression", "non_null_expression"):
        if node.type == "non_null_expression":
            return True
        node = node.parent
    return False


def _is_given_to_date(node: Node) -> bool:
    """`new Date(x.f)`: an invalid date where `x.f` is absent."""
    call = node.parent.parent if node.parent is not None else None
    if call is None or call.type != "new_expression":
        return False
    name = call.child_by_field_name("constructor")
    return name is not None and text(name) == "Date"


def _begins(chain: Node, part: Node) -> bool:
    """Whether `part` is what the link of a chain goes on from."""
    return part in (chain.child_by_field_name("object"), chain.child_by_field_name("function"))


def _is_optional_link(chain: Node) -> bool:
    return any(c.type in ("optional_chain", "?.") for c in chain.children)


def _chain(node: Node) -> Node:
    """The whole of the chain of accesses and calls that begins with `node`."""
    parent = node.parent
    while parent is not None and parent.type in _CHAIN and _begins(parent, node):
        node, parent = parent, parent.parent
    return node


def _otherwise(module: Module, top: Node) -> str | None:
    """What stands in the place of a chain when the value is absent."""
    container = top.parent
    if container is None or container.type != "jsx_expression" or container.parent is None:
        return None
    if container.parent.type == "jsx_attribute":
        return "undefined"
    return style_of(module).quoted(_ABSENT)
