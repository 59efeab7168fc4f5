"""Names and pipes in an Angular template become types: its own names, then the class's members."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.angular.markup import AngularMarkup
from fixer.program.angular.microsyntax import Role as Hands
from fixer.program.angular.pipes import pipe_of
from fixer.program.angular.regions import Attribute, Local
from fixer.program.markup import Region
from fixer.program.module import Module
from fixer.program.syntax import text
from fixer.program.types.events import event
from fixer.program.types.filled import instance
from fixer.program.types.functions import inferred, parameter_nodes
from fixer.program.types.librarytables import of_table
from fixer.program.types.model import (
    BOOLEAN,
    NUMBER,
    UNKNOWN,
    WIRE,
    Context,
    Entry,
    Function,
    Literal,
    Named,
    Resolution,
    Role,
    Type,
    Unknown,
    present,
    union,
)
from fixer.program.types.names import declaration, entry, type_parameters
from fixer.program.types.outlets import handed
from fixer.program.types.references import reference
from fixer.program.types.unification import unify
from fixer.program.types.untypedfields import leans_on_untyped
from fixer.program.types.wireflow import assigned_to, is_nothing

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

_PLAIN = {Hands.NUMBER: NUMBER, Hands.BOOLEAN: BOOLEAN, Hands.UNKNOWN: UNKNOWN}


def markup_at(module: Module, node: Node) -> AngularMarkup | None:
    """The markup that a node stands in; None for a node of the script."""
    markup = module.markup
    if not isinstance(markup, AngularMarkup) or markup.region_at(node.start_byte) is None:
        return None
    return markup


def local_at(module: Module, name: Node) -> Local | None:
    """The template's own name that an identifier in it means."""
    markup = markup_at(module, name)
    region = markup.region_at(name.start_byte) if markup is not None else None
    return markup.local(text(name), region) if markup is not None and region else None


def name_type(engine: Engine, context: Context, name: Node) -> Type | None:
    """The type of a free name in a template; None when the node isn't in one."""
    markup = markup_at(context.module, name)
    if markup is None:
        return None
    local = local_at(context.module, name)
    if local is not None:
        return _local(engine, context, markup, local)
    if text(name) == "$event":
        return event(engine, context, markup, name)
    held = (_held(engine, context, owner, text(name)) for owner in owners(engine, context, name))
    return union(*held)


def _local(engine: Engine, context: Context, markup: AngularMarkup, local: Local) -> Type:
    if local.marks and local.role is Hands.UNKNOWN:
        return _handed(engine, context, markup, local)
    if local.role is Hands.UNKNOWN:
        return reference(engine, context, markup, local)
    if local.source is None or local.role in _PLAIN:
        return _PLAIN.get(local.role, UNKNOWN)
    value = present(_read(engine, context, markup, local.source))
    if local.role is Hands.VALUE:
        return value
    found = engine.element(value)
    # `*cdkVirtualFor` takes an observable or a source of rows as well.
    is_bare = isinstance(found, Unknown) and not isinstance(value, Unknown)
    return engine.element(of_table(engine, "_Rows", value)) if is_bare else found


def _handed(engine: Engine, context: Context, markup: AngularMarkup, local: Local) -> Type:
    """What a template is given: by those who show it, or by a library's directive."""
    for mark in sorted(local.marks):
        found = _row(engine, context, markup, f"{mark.lstrip('*')}:{local.key}", local.start)
        if not isinstance(found, Unknown):
            return found
    found = _content(engine, context, markup, local)
    return handed(engine, context, markup, local) if isinstance(found, Unknown) else found


def _content(engine: Engine, context: Context, markup: AngularMarkup, local: Local) -> Type:
    """An item of what a library's element around is bound to, that shows the template for each."""
    table = of_table(engine, "_Content", UNKNOWN)
    for tag in sorted(markup.tags, key=lambda t: -t.start):
        if not tag.start <= local.start < tag.end:
            continue
        for mark in sorted(local.marks):
            source = engine.property_type(table, f"{tag.name}:{mark}:{local.key}")
            held = tag.inputs.get(str(source.value)) if isinstance(source, Literal) else None
            if held is not None:
                rows = present(_read(engine, context, markup, held))
                return engine.element(of_table(engine, "_Rows", rows))
    return UNKNOWN


def _row(
    engine: Engine,
    context: Context,
    markup: AngularMarkup,
    slot: str,
    offset: int,
    table: str = "_Slots",
) -> Type:
    """An item of what the element around an offset is bound to, by the libraries' own table."""
    source = engine.property_type(of_table(engine, table, UNKNOWN), slot)
    name = str(source.value) if isinstance(source, Literal) else ""
    held = markup.input_around(name, offset)
    if held is None:
        return UNKNOWN
    rows = present(_read(engine, context, markup, held))
    return engine.element(of_table(engine, "_Rows", rows))


def rows_of(engine: Engine, module: Module, local: Local) -> Region | None:
    """The rows of which a library's table hands one on by a name."""
    markup, table = module.markup, of_table(engine, "_Slots", UNKNOWN)
    for mark in sorted(local.marks):
        source = engine.property_type(table, f"{mark.lstrip('*')}:{local.key}")
        if isinstance(markup, AngularMarkup) and isinstance(source, Literal):
            return markup.input_around(str(source.value), local.start)
    return None


def named_by(engine: Engine, context: Context, attribute: Attribute, name: str) -> Resolution:
    """The property that an attribute's text names, of the rows that a table is bound to."""
    markup = context.module.markup
    if not isinstance(markup, AngularMarkup):
        return Resolution()
    if _names_only_a_column(engine, markup, attribute):
        return Resolution()
    tables = ("_Keys", "_Slots")
    rows = (_row(engine, context, markup, attribute.name, attribute.start, t) for t in tables)
    row = next((r for r in rows if not isinstance(r, Unknown)), UNKNOWN)
    members = engine.find(row, name)
    if members or engine.is_closed(row):
        return Resolution(members)
    return Resolution(reason="an attribute may name it")


def _names_only_a_column(engine: Engine, markup: AngularMarkup, attribute: Attribute) -> bool:
    """Whether a column is called so by whose name its header doesn't sort."""
    source = engine.property_type(of_table(engine, "_Sorted", UNKNOWN), attribute.name)
    column = markup.tag_around(attribute.start)
    if not isinstance(source, Literal) or column is None:
        return False
    header = str(source.value)
    inside = [t for t in markup.tags if column.start <= t.start < column.end and t.has(header)]
    return all(header in t.texts or header in t.inputs for t in inside)


def key_at(engine: Engine, context: Context, node: Node) -> Resolution | None:
    """The property that an attribute names, which has no other meaning: `bindLabel="name"`."""
    markup = context.module.markup
    if not isinstance(markup, AngularMarkup):
        return None
    attribute = markup.attribute(node.start_byte, node.end_byte)
    if attribute is None:
        return None
    row = _row(engine, context, markup, attribute.name, attribute.start, "_Keys")
    return Resolution(engine.find(row, text(node)), reason="an attribute may name it")


def _read(engine: Engine, context: Context, markup: AngularMarkup, region: Region) -> Type:
    return engine.expression(context, markup.parsed(region)) if markup.is_read(region) else UNKNOWN


def owners(engine: Engine, context: Context, node: Node) -> Iterator[Named]:
    """The classes whose members a template's names are."""
    for module, class_ in engine.program.shown_by(context.module, node):
        name = class_.child_by_field_name("name")
        binding = engine.binding(module, name, types=True) if name is not None else None
        yield Named(declaration(module, class_, binding))


def this(engine: Engine, context: Context, node: Node) -> Type | None:
    """`this` in a template, which is the component; None for a node of the script."""
    if markup_at(context.module, node) is None:
        return None
    env = context.env
    found = owners(engine, context, node)
    return union(*(o if env.wire else instance(engine, o, env) for o in found))


def _held(engine: Engine, context: Context, owner: Named, name: str) -> Type:
    """A member of the class, as it is declared or as it is at run time."""
    if not context.env.wire:
        members = engine.find(owner, name)
        if any(m.node is not None and leans_on_untyped(m.node) for m in members):
            owner = instance(engine, owner, context.env)
        return engine.property_type(owner, name)
    types = [engine.wire_member(member, context) for member in engine.find(owner, name)]
    known = [t for t in types if not isinstance(t, Unknown)]
    found = union(*known) if known else UNKNOWN
    if not is_nothing(found):
        return found
    class_ = owner.declaration
    body = class_.node.child_by_field_name("body")
    if body is None:
        return found
    assigned = assigned_to(engine, Context(class_.module, WIRE), body, name)
    return found if is_nothing(assigned) else assigned


def piped(engine: Engine, context: Context, node: Node) -> Type | None:
    """What a pipe makes of its value; None for any other `|`."""
    markup = markup_at(context.module, node)
    parts = pipe_of(node, context.module.data) if markup is not None else None
    if parts is None:
        return None
    left, name = parts
    value = engine.expression(context, left)
    return value if name is None else _transformed(engine, context, value, text(name))


def is_pipe(module: Module, parent: Node, node: Node) -> bool:
    """Whether a name in a template is that of a pipe."""
    parts = pipe_of(parent, module.data) if markup_at(module, node) is not None else None
    return parts is not None and parts[1] == node


def _transformed(engine: Engine, context: Context, value: Type, pipe: str) -> Type:
    """By the libraries' own table of pipes, else by the program's class of that name."""
    known = of_table(engine, "_Pipes", present(value))
    if engine.find(known, pipe):
        return engine.property_type(known, pipe)
    for module, class_ in engine.program.pipes.get(pipe, ()):
        owner = Named(declaration(module, class_, None))
        for signature in engine.signatures(engine.property_type(owner, "transform")):
            return _applied(engine, signature, value)
    return UNKNOWN


def _applied(engine: Engine, function: Function, value: Type) -> Type:
    """What `transform` yields for a value, which binds its type parameters."""
    parameters = type_parameters(function.node)
    wanted = frozenset(p.id for p in parameters)
    met = unify(engine, engine.parameter(function, 0), value, wanted) if wanted else {}
    entries = tuple(
        entry(function.context, p, function.node, union(*met.get(p.id, (UNKNOWN,))))
        for p in parameters
    )
    context = function.context.bind(entries)
    found = engine.returned(Function(context, function.node))
    if not is_nothing(found) or function.node.child_by_field_name("body") is None:
        return found
    patterns = [p.child_by_field_name("pattern") or p for p in parameter_nodes(function.node)[:1]]
    laid = tuple(
        Entry(p.id, context.module, p.start_byte, p.end_byte, value, Role.ARGUMENT)
        for p in patterns
    )
    return inferred(engine, Function(Context(context.module, context.env.lay(laid)), function.node))
