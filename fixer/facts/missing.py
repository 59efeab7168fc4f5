"""Properties of the contract's objects that the types standing for them don't declare."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tree_sitter import Node

from fixer.contract.model import Contract, Kind, Page, Property, Schema
from fixer.diagnostics import Applicability, Edit, Fix, Span
from fixer.facts.bindings import Bindings, Direction
from fixer.facts.verdicts import Verdict, is_anothers
from fixer.program.module import Module
from fixer.program.program import Program, Symbol
from fixer.program.syntax import children_of, text
from fixer.program.types import Types
from fixer.program.types.model import Anonymous, Member, Named, Type
from fixer.rewrite.style import style_of
from fixer.rewrite.types import member_text

_DECLARATIONS = frozenset({"interface_declaration", "type_alias_declaration"})
_SEPARATORS = frozenset({";", ","})
Verdicts = Mapping[Member, Verdict]
Key = tuple[frozenset[str], str]


@dataclass(frozen=True, slots=True)
class MissingField:
    """`property` of `schema`, not declared by the type called `owner`, whose name is at `span`.

    `wanted`: a page of the contract is to read it.
    """

    path: Path
    span: Span
    owner: str
    schema: Schema
    property: Property
    direction: Direction
    wanted: bool
    fix: Fix | None


@dataclass(frozen=True, slots=True)
class _Owner:
    """A declared object type, where it stands, and the shapes that it stands for."""

    module: Module
    name: Node
    body: Node
    type: Type
    responses: tuple[Schema, ...]
    requests: tuple[Schema, ...]


def missing_fields(
    program: Program, contract: Contract, types: Types, bindings: Bindings, verdicts: Verdicts
) -> Mapping[Path, tuple[MissingField, ...]]:
    """What the frontend's own types lack, by file, in source and contract order."""
    wanted = frozenset(wanted_fields(contract))
    told = _declared_for(bindings, types)
    found: dict[Path, list[MissingField]] = {}
    for owner in sorted(_owners(bindings), key=lambda o: o.name.start_byte):
        if owner.module.path not in program.sources:
            continue
        lacking = tuple(
            (schema, prop)
            for schema, prop in _lacking(owner, types, bindings, verdicts)
            if prop.name not in told[_names(schema)]
        )
        if not lacking:
            continue
        names = _component_names(bindings, program, owner.module)
        fix = _fix(owner, [p for _, p in lacking], contract, names)
        for schema, prop in lacking:
            found.setdefault(owner.module.path, []).append(
                MissingField(
                    owner.module.path,
                    Span(owner.name.start_byte, owner.name.end_byte),
                    text(owner.name),
                    schema,
                    prop,
                    Direction.RESPONSE if owner.responses else Direction.REQUEST,
                    _key(schema, prop.name) in wanted,
                    fix,
                )
            )
    return {path: tuple(fields) for path, fields in found.items()}


def _declared_for(bindings: Bindings, types: Types) -> Mapping[frozenset[str], set[str]]:
    """The names that any type declares for an object: a narrower type is then a view of it."""
    found: dict[frozenset[str], set[str]] = {}
    for bound in bindings.types:
        names = (m.name for m in types.members(bound.type))
        found.setdefault(_names(bound.schema), set()).update(names)
    return found


def _owners(bindings: Bindings) -> Iterator[_Owner]:
    """The types that one declaration holds whole; views and inline types are none of them."""
    shapes: dict[int, tuple[Type, dict[Direction, list[Schema]]]] = {}
    for bound in bindings.types:
        node = _node_of(bound.type)
        if node is not None:
            _, by_direction = shapes.setdefault(node.id, (bound.type, {}))
            by_direction.setdefault(bound.direction, []).append(bound.schema)
    for type_, by_direction in shapes.values():
        place = _place(type_)
        if place is None:
            continue
        module, name, body = place
        responses = tuple(by_direction.get(Direction.RESPONSE, ()))
        requests = tuple(by_direction.get(Direction.REQUEST, ()))
        yield _Owner(module, name, body, type_, responses, requests)


def _node_of(type_: Type) -> Node | None:
    if isinstance(type_, Named):
        return type_.declaration.node
    return type_.node if isinstance(type_, Anonymous) else None


def _place(type_: Type) -> tuple[Module, Node, Node] | None:
    """The module, name and body of an interface, or of an alias whose whole is an object type."""
    if isinstance(type_, Named) and len(type_.declaration.parts) == 1:
        module, declaration = type_.declaration.module, type_.declaration.node
        body = declaration.child_by_field_name("body")
    elif isinstance(type_, Anonymous) and type_.node.parent is not None:
        module, declaration, body = type_.context.module, type_.node.parent, type_.node
    else:
        return None
    name = declaration.child_by_field_name("name")
    if declaration.type not in _DECLARATIONS or name is None or body is None:
        return None
    return module, name, body


def _lacking(
    owner: _Owner, types: Types, bindings: Bindings, verdicts: Verdicts
) -> Iterator[tuple[Schema, Property]]:
    """The properties that every shape has and no member declares, by whatever name."""
    shapes = owner.responses or owner.requests
    first = shapes[0]
    if any(_is_open(s) or _names(s) != _names(first) for s in shapes):
        return
    if types.values(owner.type) is not None:
        return  # `[day: string]: Summary`, here or inherited, declares every name
    members = tuple(types.members(owner.type))
    declared = {m.name for m in members}
    if is_anothers(frozenset(declared), shapes, bindings):
        return
    for member in members:
        verdict = verdicts.get(member)
        if verdict is not None and verdict.target is not None:
            declared.add(verdict.target.name)
    for prop in first.properties:
        names = {prop.name, *prop.aliases, *prop.legacy_names}
        if declared.isdisjoint(names) and _is_expected(prop, owner):
            yield first, prop


def _is_expected(prop: Property, owner: _Owner) -> bool:
    """Whether what is read should have the property; what is also sent, only if both know it."""
    if not owner.responses:
        return prop.required and not (prop.read_only or prop.has_default)
    if prop.write_only or prop.deprecated:
        return False
    return all(r.property(prop.name) is not None for r in owner.requests)


def _is_open(schema: Schema) -> bool:
    return schema.kind is not Kind.OBJECT or schema.loose or schema.values is not None


def _names(schema: Schema) -> frozenset[str]:
    return frozenset(p.name for p in schema.properties)


def _fix(
    owner: _Owner, properties: list[Property], contract: Contract, names: Mapping[str, str]
) -> Fix | None:
    """One edit for all that a type lacks: several at one place would wait for each other."""
    members = children_of(owner.body)
    if not members:
        return None
    last = members[-1]
    after = last.next_sibling
    separator = after if after is not None and after.type in _SEPARATORS else None
    style = style_of(owner.module)
    texts = [member_text(contract, p, style, names) for p in properties]
    if last.start_point.row == owner.body.start_point.row:
        mark = separator.type if separator is not None else ""
        content = "".join(f" {t}{mark}" if mark else f"; {t}" for t in texts)
        at = separator.end_byte if separator is not None else last.end_byte
    else:
        mark = text(separator) if separator is not None else _mark_between(members)
        indent = _indent(owner.module.data, last.start_byte)
        content = "".join(f"{indent}{t}{mark}{style.newline}" for t in texts)
        at = _line_start(owner.module.data, owner.body.end_byte - 1)
        if separator is None and mark == ",":
            return None  # the last member would need its comma first
    fix = Edit(owner.module.path, at, at, content)
    named = ", ".join(f"`{p.name}`" for p in properties)
    return Fix(f"Declare {named}", (fix,), Applicability.UNSAFE)


def _mark_between(members: list[Node]) -> str:
    """What separates the members where the last has nothing behind it."""
    for member in members[:-1]:
        after = member.next_sibling
        if after is not None and after.type == ",":
            return ","
    return ""


def _indent(data: bytes, at: int) -> str:
    start = _line_start(data, at)
    return data[start : len(data) - len(data[start:].lstrip(b" \t"))].decode()


def _line_start(data: bytes, at: int) -> int:
    return data.rfind(b"\n", 0, at) + 1


def _component_names(bindings: Bindings, program: Program, module: Module) -> Mapping[str, str]:
    """How a module may call the types that stand for components of the contract."""
    found: dict[str, str] = {}
    for bound in bindings.types:
        if bound.schema.name is None or not isinstance(bound.type, Named) or bound.type.args:
            continue
        name = bound.type.declaration.node.child_by_field_name("name")
        binding = module.table(module.root).types.get(text(name)) if name is not None else None
        if binding is None:
            continue
        symbol = program.symbol(module, binding)
        if isinstance(symbol, Symbol) and symbol.node == bound.type.declaration.node:
            found.setdefault(bound.schema.name, binding.name)
    return found


def wanted_fields(contract: Contract) -> Iterator[Key]:
    """The properties that pages are to read, each with the names of the object that has it."""
    by_function = {o.function: o for o in contract.operations if o.function}
    for page in contract.pages:
        for use in page.uses:
            operation = by_function.get(use.function)
            payload = contract.payload(operation) if operation is not None else None
            if payload is not None:
                yield from _wanted(contract, payload, page)


def _wanted(contract: Contract, payload: Schema, page: Page) -> Iterator[Key]:
    for field in page.fields:
        shape = _object(contract, payload)
        for name in field.path.split("."):
            prop = shape.property(name)
            if prop is None:
                break
            yield _key(shape, name)
            shape = _object(contract, prop.schema)
        else:
            for member in field.members:
                yield _key(shape, member)


def _object(contract: Contract, schema: Schema) -> Schema:
    """The object itself, or what a list of objects holds."""
    shape = contract.resolve(schema)
    while shape.kind is Kind.ARRAY and shape.items is not None:
        shape = contract.resolve(shape.items)
    return shape


def _key(schema: Schema, name: str) -> Key:
    return _names(schema), name
