"""Members whose declared type is not what the wire carries, and the uses that rely on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property
from pathlib import Path

from tree_sitter import Node

from fixer.contract.model import Contract, Kind, Property, Schema
from fixer.diagnostics import Applicability, Edit, Fix, Span, Unverified
from fixer.facts.bindings import Bindings, Bound, Direction
from fixer.facts.demands import Sort, demanded, sort_of
from fixer.facts.owners import owner_name
from fixer.facts.reads import Read, Reads, whole
from fixer.facts.remade import is_remade
from fixer.facts.revival import load_revival
from fixer.facts.verdicts import is_anothers
from fixer.facts.wiretypes import Fit, Fitness, WireTypes, is_date
from fixer.program.module import Module
from fixer.program.program import Program
from fixer.program.scopes import BindingKind
from fixer.program.syntax import children_of, first_named, text
from fixer.program.types import Types
from fixer.program.types.model import Member, Type, present
from fixer.rewrite.style import style_of
from fixer.rewrite.types import type_text
from fixer.rule import builtin_rules

_DECLARING = frozenset({"property_signature", "public_field_definition"})
_LONG = 60
_EMPTY = frozenset({"null", "undefined"})
_SORTS = {
    Kind.STRING: Sort.STRING,
    Kind.INTEGER: Sort.NUMBER,
    Kind.NUMBER: Sort.NUMBER,
    Kind.BOOLEAN: Sort.BOOLEAN,
}
# How a value of the wire becomes what code was written for.
# Texts of these formats are no numbers, whatever makes one of them.
_NO_NUMBERS = frozenset(
    {"date-time", "date", "time", "duration", "uuid", "uri", "email", "binary", "byte"}
)
_CONVERSIONS = {Sort.NUMBER: "Number", Sort.STRING: "String", Sort.DATE: "new Date"}


class Mistake(Enum):
    """What is wrong about a type."""

    TYPE = "type"
    NULL = "null"
    USE = "use"


@dataclass(frozen=True, slots=True)
class MistypedField:
    """`name` of `owner` at `span` is declared, or used, as `declared`; `property` is what comes.

    TYPE: no value can be both. NULL: the wire may carry `null`, the type has none. USE: a read
    that relies on the wrong type.
    """

    path: Path
    span: Span
    name: str
    owner: str
    declared: str
    schema: Schema
    property: Property
    mistake: Mistake
    fix: Fix | None = None


MistypedFinding = MistypedField | Unverified


@dataclass(frozen=True, slots=True)
class _Wrong:
    """A member of which the type is wrong: `old` and `new` are known where it can be mended."""

    member: Member
    module: Module
    annotation: Node
    bound: Bound
    meant: Property
    old: Sort | None
    new: Sort | None

    @property
    def group(self) -> str:
        return f"{self.module.path}:{self.annotation.start_byte}:type"


class Mistyped:
    """Judges the types of all members that met the contract."""

    def __init__(
        self, program: Program, contract: Contract, types: Types, bindings: Bindings
    ) -> None:
        self._program = program
        self._contract = contract
        self._types = types
        self._bindings = bindings
        self._reads = Reads(program, types)
        self._judge = WireTypes(contract, program.sources)

    @cached_property
    def _revives(self) -> bool:
        return load_revival(builtin_rules() / "conversions.toml").is_in(self._program)

    def findings(self) -> Mapping[Path, tuple[MistypedFinding, ...]]:
        """By file, in source order."""
        found: dict[Path, list[MistypedFinding]] = {}
        for finding in self._findings():
            found.setdefault(finding.path, []).append(finding)
        return {p: tuple(sorted(f, key=lambda x: x.span)) for p, f in found.items()}

    def _findings(self) -> Iterator[MistypedFinding]:
        wrong: dict[Member, _Wrong] = {}
        for member in self._bindings.members:
            annotation = self._annotation(member)
            if annotation is None or member.module is None:
                continue
            bounds = [b for b in self._bindings.of(member) if b.property is not None]
            if not bounds or len(bounds) < len(self._bindings.of(member)):
                continue  # a wrong name is another rule's
            found = self._judged(member, member.module, annotation, bounds)
            if found is None or self._is_anothers(member, bounds):
                continue
            if isinstance(found, _Wrong):
                wrong[member] = found
            else:
                yield found
        for one in wrong.values():
            yield from self._mended(one, wrong)

    def _is_anothers(self, member: Member, bounds: list[Bound]) -> bool:
        """Whether the member's type stands for another object than those that it met."""
        if member.owner is None:
            return False
        names = frozenset(m.name for m in self._types.members(member.owner))
        return is_anothers(names, (b.schema for b in bounds), self._bindings)

    def _fits_another(self, member: Member, static: Type) -> bool:
        """Whether its type is right for an object of another name that it stands for as well.

        A `Row` within an answer may name its owner by the id, and a `RowDetail` hold the owner.
        """
        others = ((b.property, b.direction) for b in self._bindings.others_of(member))
        return any(
            self._judge.fit(static, other.schema, direction).fitness is not Fitness.WRONG
            for other, direction in others
            if other is not None
        )

    def _annotation(self, member: Member) -> Node | None:
        """The written type of a member, unless it depends on a type parameter."""
        node = member.node
        if node is None or member.module is None or node.type not in _DECLARING:
            return None
        if _is_built(node):
            return None
        if member.module.path not in self._program.sources:
            return None
        written = node.child_by_field_name("type")
        inner = first_named(written) if written is not None else None
        if inner is None or _is_generic(member.module, inner):
            return None
        return inner

    def _judged(
        self, member: Member, module: Module, annotation: Node, bounds: list[Bound]
    ) -> _Wrong | MistypedFinding | None:
        static = self._types.member_type(member)
        fits: list[tuple[Bound, Property, Fit]] = []
        for bound in bounds:
            if bound.property is not None:
                fit = self._judge.fit(static, bound.property.schema, bound.direction)
                fits.append((bound, bound.property, fit))
        bad = [f for f in fits if f[2].fitness is Fitness.WRONG]
        if bad and is_date(static) and self._revives:
            return self._unverified(member, module, "a layer may make dates of what arrives")
        if bad and self._fits_another(member, static):
            return self._unverified(member, module, "it fits another object that its type meets")
        if bad and len(bad) == len(fits):
            bound, prop, _ = bad[0]
            shapes = {_SORTS.get(self._contract.resolve(p.schema).kind) for _, p, _ in bad}
            new = shapes.pop() if len(shapes) == 1 else None
            return _Wrong(member, module, annotation, bound, prop, sort_of(static), new)
        if bad:
            return self._unverified(member, module, "the operations that it meets disagree on it")
        untold = next((f.reason for _, _, f in fits if f.fitness is Fitness.UNTOLD), None)
        if untold is not None:
            return self._unverified(member, module, untold)
        received = [(b, p) for b, p, _ in fits if b.direction is Direction.RESPONSE]
        if received and all(self._judge.lacks_null(static, p.schema) for _, p in received):
            bound, prop = received[0]
            wrong = _Wrong(member, module, annotation, bound, prop, None, None)
            return _finding(wrong, Mistake.NULL, None)
        return None

    def _unverified(self, member: Member, module: Module, reason: str) -> Unverified | None:
        name = member.name_node
        if name is None:
            return None
        subject = f"the type of `{member.name}` of {owner_name((member,))}"
        return Unverified(module.path, Span(name.start_byte, name.end_byte), subject, reason)

    def _mended(self, wrong: _Wrong, all_wrong: Mapping[Member, _Wrong]) -> Iterator[MistypedField]:
        if wrong.old is not None and is_remade(self._program, self._types, wrong.member, wrong.old):
            yield _finding(wrong, Mistake.TYPE, None)
            return
        edit = self._retyped(wrong)
        uses = tuple(self._uses(wrong, all_wrong)) if edit is not None else ()
        message = f"Declare `{wrong.member.name}` as the contract does"
        fix = Fix(message, (edit,), Applicability.UNSAFE, wrong.group) if edit is not None else None
        yield _finding(wrong, Mistake.TYPE, fix)
        for read in uses:
            yield self._use(wrong, read)

    def _retyped(self, wrong: _Wrong) -> Edit | None:
        """The wrong part of the annotation replaced; only where the uses can follow."""
        if wrong.old is None or wrong.new is None:
            return None
        parts = [n for n in _alternatives(wrong.annotation) if text(n) not in _EMPTY]
        if len(parts) != 1:
            return None
        shape = replace(self._contract.resolve(wrong.meant.schema), nullable=False)
        written = type_text(self._contract, shape, style_of(wrong.module))
        if " | " in written and parts[0].parent is not None and parts[0] != wrong.annotation:
            written = written if parts[0].parent.type == "union_type" else f"({written})"
        return Edit(wrong.module.path, parts[0].start_byte, parts[0].end_byte, written)

    def _uses(self, wrong: _Wrong, all_wrong: Mapping[Member, _Wrong]) -> Iterator[Read]:
        assert wrong.old is not None
        for read in self._reads.of(wrong.member.name):
            if read.members[0] != wrong.member and wrong.member not in read.members:
                continue
            if read.members[0] != wrong.member and read.members[0] in all_wrong:
                continue  # one read, one finding: the first member's
            if demanded(self._types, read.module, read.expression, wrong.old):
                yield read

    def _use(self, wrong: _Wrong, read: Read) -> MistypedField:
        assert wrong.old is not None
        is_known = not self._may_be_absent(wrong, read) and self._is_convertible(wrong)
        edits = _converted(read, wrong.old) if is_known else None
        alike = all(m == wrong.member for m in read.members)
        message = f"Convert `{wrong.member.name}` where its old type is needed"
        if edits is None or not alike:
            fix = Fix(message, (), Applicability.DISPLAY, wrong.group)
        else:
            fix = Fix(message, edits, Applicability.UNSAFE, wrong.group)
        finding = _finding(wrong, Mistake.USE, fix)
        span = Span(read.expression.start_byte, read.expression.end_byte)
        return replace(finding, path=read.module.path, span=span)

    def _may_be_absent(self, wrong: _Wrong, read: Read) -> bool:
        """Whether a use may read `null`, of which a conversion would make a zero or a date."""
        static = self._types.static(read.module, whole(read.expression))
        if present(static) != static:
            return True
        says = any(text(n) in _EMPTY for n in _alternatives(wrong.annotation))
        return not says and self._contract.resolve(wrong.meant.schema).nullable

    def _is_convertible(self, wrong: _Wrong) -> bool:
        """Whether a conversion gives the value that is needed: `Number()` of a date is none."""
        shape = self._contract.resolve(wrong.meant.schema)
        is_text = shape.kind is Kind.STRING and wrong.old is Sort.NUMBER
        return not is_text or shape.format not in _NO_NUMBERS


def _is_built(node: Node) -> bool:
    """Whether it is a field of a class with behaviour, whose instances the client makes itself.

    A response that is called such a class is converted before it is one: `Adapter.fromJson(data)`.
    """
    body = node.parent
    if body is None or body.type != "class_body":
        return False
    return any(child.type == "method_definition" for child in children_of(body))


def _finding(wrong: _Wrong, mistake: Mistake, fix: Fix | None) -> MistypedField:
    name = wrong.member.name_node or wrong.annotation
    return MistypedField(
        wrong.module.path,
        Span(name.start_byte, name.end_byte),
        wrong.member.name,
        owner_name((wrong.member,)),
        _brief(text(wrong.annotation)),
        wrong.bound.schema,
        wrong.meant,
        mistake,
        fix,
    )


def _brief(written: str) -> str:
    """A written type on one line, cut where it is long."""
    line = " ".join(written.split())
    return line if len(line) <= _LONG else f"{line[: _LONG - 1]}…"


def _converted(read: Read, old: Sort) -> tuple[Edit, ...] | None:
    """`x.f` as `Number(x.f)`; None where a default or a chain stands for an absent value."""
    function = _CONVERSIONS.get(old)
    outer = whole(read.expression)
    if function is None or read.with_default or _is_chained(outer) or _is_defaulted(outer):
        return None
    path = read.module.path
    if outer.type == "shorthand_property_identifier":
        name = text(outer)
        edit = Edit(path, outer.start_byte, outer.end_byte, f"{name}: {function}({name})")
        return (edit,)
    return (
        Edit(path, outer.start_byte, outer.start_byte, f"{function}("),
        Edit(path, outer.end_byte, outer.end_byte, ")"),
    )


def _is_defaulted(expression: Node) -> bool:
    """Whether `??` stands behind the expression, which a conversion would keep from its use."""
    parent = expression.parent
    operator = parent.child_by_field_name("operator") if parent is not None else None
    is_left = parent is not None and parent.child_by_field_name("left") == expression
    return is_left and operator is not None and operator.type == "??"


def _is_chained(expression: Node) -> bool:
    """Whether an optional chain runs through the expression, or on from it."""
    node: Node | None = expression
    while node is not None and node.type in (
        "member_expression",
        "subscript_expression",
        "call_expression",
        "non_null_expression",
        "parenthesized_expression",
    ):
        if any(c.type in ("optional_chain", "?.") for c in node.children):
            return True
        node = node.child_by_field_name("object") or node.child_by_field_name("function")
    parent = expression.parent
    return (
        parent is not None
        and parent.type in ("member_expression", "subscript_expression")
        and any(c.type in ("optional_chain", "?.") for c in parent.children)
    )


def _alternatives(annotation: Node) -> Iterator[Node]:
    if annotation.type in ("union_type", "parenthesized_type"):
        for child in children_of(annotation):
            yield from _alternatives(child)
    elif annotation.type != "comment":
        yield annotation


def _is_generic(module: Module, annotation: Node) -> bool:
    """Whether the annotation names a type parameter: it is another type in every use."""
    names = module.captures("(type_identifier) @n", annotation).get("n", [])
    bindings = (module.resolve_type(n) for n in names)
    return any(b is not None and b.kind is BindingKind.TYPE_PARAMETER for b in bindings)
