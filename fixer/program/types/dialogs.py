"""What a dialog is given: all that the calls hand over that open its component.

`@Inject(MAT_DIALOG_DATA) data: any` says nothing, but who opens the component can be listed:
`dialog.open(RowDialog, { data: { row } })`. One opening that can't be read leaves it unknown.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.angular.inputs import callee
from fixer.program.files import is_test
from fixer.program.module import Module
from fixer.program.syntax import children_of, first_named, text
from fixer.program.types.librarytables import of_table
from fixer.program.types.model import (
    UNKNOWN,
    ClassValue,
    Context,
    Literal,
    Named,
    Type,
    Unknown,
    union,
)
from fixer.program.types.tables import PARAMETERS, is_parameter_property, name_text

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

_SAYING_NOTHING = frozenset({"any", "unknown"})
# Where the name of a class opens nothing: an import, a type.
_HARMLESS = frozenset(
    {"import_specifier", "export_specifier", "type_annotation", "type_arguments"}
    | {"class_declaration", "abstract_class_declaration", "generic_type", "union_type"}
)
_OPENING = frozenset({"open", "openFromComponent", "create"})
_QUERIES = frozenset(
    {"ViewChild", "ViewChildren", "ContentChild", "ContentChildren", "createComponent"}
    | {"viewChild", "viewChildren", "contentChild", "contentChildren", "required"}
)
# What a module or component lists.
_LISTED = frozenset({"declarations", "imports", "exports", "entryComponents", "bootstrap"})
_MAX_LISTS = 3
_CONTENT = frozenset({"nzContent"})
_ROUTED = frozenset({"component", "loadComponent"})


def token(member: Node) -> str | None:
    """The token by which an untyped property of a class is injected, if it is."""
    if member.type in PARAMETERS:
        calls = [first_named(c) for c in member.children if c.type == "decorator"]
        call = next((c for c in calls if c is not None and callee(c) == "Inject"), None)
        call = call if is_parameter_property(member) else None
    else:
        value = member.child_by_field_name("value")
        call = value if value is not None and callee(value) == "inject" else None
    if call is None or _says(member.child_by_field_name("type")):
        return None
    if _says(call.child_by_field_name("type_arguments")):
        return None
    arguments = call.child_by_field_name("arguments")
    named = first_named(arguments) if arguments is not None else None
    return text(named) if named is not None and named.type == "identifier" else None


def _says(written: Node | None) -> bool:
    inner = first_named(written) if written is not None else None
    return inner is not None and text(inner) not in _SAYING_NOTHING


def parameters(class_: Node) -> Iterator[Node]:
    """The parameters of a class's constructor that are injected by a token, as properties."""
    body = class_.child_by_field_name("body")
    for member in children_of(body) if body is not None else ():
        name = member.child_by_field_name("name")
        if member.type != "method_definition" or name is None or text(name) != "constructor":
            continue
        listed = member.child_by_field_name("parameters")
        for parameter in children_of(listed) if listed is not None else ():
            if token(parameter) is not None:
                yield parameter


def opened_with(engine: Engine, owner: Named, key: str) -> Type:
    """What is given under `key` where a component is opened; Unknown where one place isn't read."""
    class_ = owner.declaration.node
    name = class_.child_by_field_name("name")
    found: list[Type] = []
    for path in engine.program.holding(text(name)) if name is not None else ():
        if is_test(path, engine.program.root):
            continue
        module = engine.program.module(path)
        for node in module.occurrences(text(name) if name is not None else ""):
            given = _given(engine, module, node, class_, key)
            if given is not None:
                found.append(given)
    return union(*found) if found else UNKNOWN


def key_of(engine: Engine, said: str) -> str | None:
    """Under which key openings give what a token injects, by the libraries' own table."""
    found = engine.property_type(of_table(engine, "_Dialogs", UNKNOWN), said)
    return str(found.value) if isinstance(found, Literal) else None


def _given(engine: Engine, module: Module, node: Node, class_: Node, key: str) -> Type | None:
    """What a place gives that names a class; None for one that opens nothing."""
    parent = engine.parent(node)
    if node.type != "identifier" or parent is None or parent.type in _HARMLESS:
        return None
    meant = engine.expression(Context(module), node)
    if isinstance(meant, ClassValue) and meant.declaration.node != class_:
        return None
    if parent.type == "array":
        return None if _is_listed(engine, module, node) else UNKNOWN
    if parent.type == "arguments" and first_named(parent) == node:
        if not _opens(engine, module, parent):
            return None if _called(parent) in _QUERIES else UNKNOWN
        options = children_of(parent)[1] if len(children_of(parent)) > 1 else None
        return _under(engine, module, options, key) if options is not None else None
    label = parent.child_by_field_name("key") if parent.type == "pair" else None
    said = name_text(label) if label is not None and label != node else None
    if said in _ROUTED:
        return None
    return _under(engine, module, engine.parent(parent), key) if said in _CONTENT else UNKNOWN


def _is_listed(engine: Engine, module: Module, node: Node, depth: int = _MAX_LISTS) -> bool:
    """Whether a name only stands in a list of what a module declares, which may have a name."""
    up = engine.parent(node)
    while up is not None and up.type in ("array", "spread_element"):
        up = engine.parent(up)
    if up is None or not depth:
        return False
    if up.type == "pair":
        key = up.child_by_field_name("key")
        return key is not None and name_text(key) in _LISTED
    name = up.child_by_field_name("name") if up.type == "variable_declarator" else None
    binding = engine.binding(module, name) if name is not None else None
    if binding is None:
        return False
    uses = [use for use in module.references(binding) if use != name]
    return all(_is_listed(engine, module, use, depth - 1) for use in uses)


def _called(arguments: Node) -> str:
    """The last name of what is called."""
    function = arguments.parent.child_by_field_name("function") if arguments.parent else None
    name = function.child_by_field_name("property") if function is not None else None
    return text(name or function) if function is not None else ""


def _opens(engine: Engine, module: Module, arguments: Node) -> bool:
    """Whether it is a library's service that is called, by one of the usual names."""
    function = arguments.parent.child_by_field_name("function") if arguments.parent else None
    object_ = function.child_by_field_name("object") if function is not None else None
    if object_ is None or _called(arguments) not in _OPENING:
        return False
    service = engine.expression(Context(module), object_)
    if isinstance(service, Unknown) and _is_anything(engine, module, object_):
        return False
    return not (isinstance(service, Named) and engine.is_own(Context(service.declaration.module)))


def _is_anything(engine: Engine, module: Module, service: Node) -> bool:
    """Whether a property of the class is declared as nothing that says anything."""
    holder, name = service.child_by_field_name("object"), service.child_by_field_name("property")
    if holder is None or name is None:
        return False
    members = engine.find(engine.expression(Context(module), holder), text(name))
    nodes = [m.node for m in members if m.node is not None]
    return any(
        not _says(n.child_by_field_name("type") or n.child_by_field_name("value")) for n in nodes
    )


def _under(engine: Engine, module: Module, options: Node | None, key: str) -> Type | None:
    """What options have under a key; None where they surely don't have it."""
    if options is None or options.type != "object":
        return UNKNOWN
    if any(child.type == "spread_element" for child in children_of(options)):
        return UNKNOWN
    literal = engine.expression(Context(module), options)
    return engine.property_type(literal, key) if engine.find(literal, key) else None
