"""Names become types: what an identifier, an import or a package's export stands for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.module import NAMESPACE, Module
from fixer.program.program import External, Program, Symbol, is_namespace
from fixer.program.scopes import CLASSES, Binding, BindingKind
from fixer.program.syntax import JOINT, children_of, text
from fixer.program.types import svelte
from fixer.program.types.model import (
    EMPTY,
    UNKNOWN,
    ClassValue,
    Context,
    Declaration,
    Entry,
    EnumObject,
    Env,
    Function,
    Named,
    Package,
    Scope,
    Type,
    TypeParam,
)
from fixer.program.types.namespaces import NAMESPACES, around, member

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

_FUNCTION_STATEMENTS = frozenset(
    {"function_declaration", "generator_function_declaration", "function_signature"}
)
_MERGING = frozenset(
    {"interface_declaration", "class_declaration", "abstract_class_declaration", "class"}
)


def value_symbol(engine: Engine, context: Context, name: Node) -> Symbol | External | None:
    """What an identifier means as a value, packages with a stub followed."""
    binding = engine.binding(context.module, name)
    if binding is None:
        spelled, libraries = text(name), engine.libraries
        known = _beside(engine, context.module, name, types=False)
        known = known or libraries.global_symbol(spelled) or libraries.umd(spelled)
        known = known or svelte.rune(engine, context.module, spelled)
        return known or implicit(engine, spelled)
    if binding.kind is not BindingKind.IMPORT:
        return Symbol(context.module, binding.node, binding)
    found = engine.program.value(context.module, name)
    if isinstance(found, Symbol):
        return found
    handed = _imported(engine, context, name, types=False)
    return handed or _known(engine, found, types=False)


def implicit(engine: Engine, name: str) -> Symbol | None:
    """A name that a Vue project need not import: Vue's own, those of composables and stores."""
    if not engine.program_has_vue:
        return None
    for package in ("vue", "#app", "pinia"):
        found = engine.libraries.exported(package, name)
        if found is not None:
            return found
    none: Mapping[bytes, Sequence[Path]] = {}
    by_name = engine.recall(_IMPLICIT, none, lambda: _implicit(engine.program))
    for path in by_name.get(name.encode(), ()):
        for symbol in engine.program.exported(path, name):
            if isinstance(symbol, Symbol):
                return symbol
    return None


def _implicit(program: Program) -> Mapping[bytes, Sequence[Path]]:
    """The files whose exports need no import, by the names of what they may export."""
    found: dict[bytes, list[Path]] = {}
    for path, data in program.sources.items():
        if not _IMPLICIT.isdisjoint(path.parts):
            for name in dict.fromkeys(_EXPORTED.findall(data)):
                found.setdefault(name, []).append(path)
    return found


_EXPORTED = re.compile(rb"export\s+(?:async\s+)?(?:function|const)\s+([\w$]+)")
_IMPLICIT = frozenset({"composables", "utils", "stores"})


def type_symbol(engine: Engine, context: Context, name: Node) -> Symbol | External | None:
    """What an identifier means as a type."""
    module = context.module
    binding = engine.binding(module, name, types=True)
    if binding is None and module.markup is not None:  # a template sees the script's types
        binding = module.table(module.root).types.get(text(name))
        if binding is not None and binding.kind is BindingKind.IMPORT:
            name = binding.name_node
    if binding is None:
        spelled = text(name)
        known = _beside(engine, module, name, types=True)
        known = known or engine.libraries.global_symbol(spelled, types=True)
        return known or _joint(engine, context, spelled) or _implicit_type(engine, spelled)
    if binding.kind is not BindingKind.IMPORT:
        return Symbol(context.module, binding.node, binding)
    found = engine.program.type(context.module, name)
    if isinstance(found, Symbol):
        return found
    handed = _imported(engine, context, name, types=True)
    return handed or _known(engine, found, types=True)


def _implicit_type(engine: Engine, name: str) -> Symbol | None:
    """A type of Vue's that a project need not import: `PropType`, `Ref`."""
    return engine.libraries.exported("vue", name, types=True) if engine.program_has_vue else None


def _joint(engine: Engine, context: Context, name: str) -> Symbol | External | None:
    """`App$Models$Row`, as which the grammar is given `App.Models.Row` of a cast."""
    first, *between, last = name.split(JOINT) if JOINT in name else ("", "")
    binding = context.module.table(context.module.root).values.get(first)
    found: Symbol | External | None = engine.libraries.global_symbol(first)
    if binding is not None and binding.kind is BindingKind.IMPORT:
        found = engine.program.symbol(context.module, binding)
    elif binding is not None:
        found = Symbol(context.module, binding.node, binding)
    for index, part in enumerate((*between, last)):
        scope = symbol_value(engine, context, found)
        if not isinstance(scope, Scope | Package):
            return None
        found = scope_export(engine, scope, part, types=index == len(between))
    return found if first else None


def _imported(engine: Engine, context: Context, name: Node, *, types: bool) -> Symbol | None:
    """A name that a module of the program hands on with `export * from 'package'`."""
    binding = engine.binding(context.module, name, types=types)
    source = context.module.import_of(binding) if binding is not None else None
    path = engine.program.locate(context.module, source.specifier) if source is not None else None
    if source is None or path is None:
        return None
    for specifier in engine.program.module(path).star_exports:
        found = engine.libraries.exported(specifier, source.imported, types=types)
        if found is not None:
            return found
    return None


def _known(
    engine: Engine, symbol: Symbol | External | None, *, types: bool
) -> Symbol | External | None:
    if not isinstance(symbol, External):
        return symbol
    return engine.libraries.exported(symbol.specifier, symbol.name, types=types) or symbol


def scope_export(
    engine: Engine, scope: Scope | Package, name: str, *, types: bool
) -> Symbol | External | None:
    """What a module or a namespace holds under `name`."""
    if isinstance(scope, Package):
        return engine.libraries.exported(scope.specifier, name, types=types)
    if scope.node.type == "program" and scope.module.path in engine.program.sources:
        for symbol in sorted(engine.program.exported(scope.module.path, name), key=is_namespace):
            known = _known(engine, symbol, types=types)
            if known is not None and _is_type(known) in (types, None):
                return known
        return None
    held = member(engine, scope.module, scope.node, name, types=types)
    if held is None:
        return engine.libraries.reexported(scope.module, scope.node, name, types=types)
    return _held(engine, *held, types=types)


def _held(
    engine: Engine, module: Module, binding: Binding, *, types: bool
) -> Symbol | External | None:
    if binding.kind is not BindingKind.IMPORT:
        return Symbol(module, binding.node, binding)
    return _known(engine, engine.program.symbol(module, binding), types=types)


def _beside(engine: Engine, module: Module, node: Node, *, types: bool) -> Symbol | External | None:
    """What a name means that another part of the namespace around it declares."""
    held = around(engine, module, node, text(node), types=types)
    return _held(engine, *held, types=types) if held is not None else None


_EITHER = frozenset({BindingKind.CLASS, BindingKind.ENUM, BindingKind.NAMESPACE})


def _is_type(symbol: Symbol | External) -> bool | None:
    if isinstance(symbol, External) or symbol.binding is None:
        return False
    kind = symbol.binding.kind
    if kind in _EITHER:
        return None
    return kind in (BindingKind.INTERFACE, BindingKind.TYPE, BindingKind.TYPE_PARAMETER)


def symbol_value(engine: Engine, context: Context, symbol: Symbol | External | None) -> Type:
    """The type of what a name means as a value; `context` is where the name stands."""
    if symbol is None:
        return UNKNOWN
    if isinstance(symbol, External):
        return Package(symbol.specifier) if symbol.name == NAMESPACE else UNKNOWN
    binding, node = symbol.binding, symbol.node
    target = _reached(engine, context, symbol.module, node)
    if binding is None:
        if node.type in ("program", "statement_block"):
            return Scope(symbol.module, node)
        return declaration_value(engine, target, node)
    if node.type in _FUNCTION_STATEMENTS:
        return overloaded(target, binding)
    if node.type in _MERGING or node.type == "enum_declaration":
        return declaration_value(engine, target, node, binding)
    if node.type in NAMESPACES:
        body = node.child_by_field_name("body")
        return Scope(symbol.module, body) if body is not None else UNKNOWN
    return engine.variable(target, binding)


def _reached(engine: Engine, context: Context, module: Module, node: Node) -> Context:
    """The context of a declaration that is named in `context`."""
    target = context.to(module, node)
    if not target.env.overlay:
        return target
    env = target.env.across(module, engine.outermost(node))
    return target if env is target.env else Context(module, env)


def declaration_value(
    engine: Engine, context: Context, node: Node, binding: Binding | None = None
) -> Type:
    """The value that a declaration or an exported expression is."""
    if node.type in CLASSES:
        return ClassValue(declaration(context.module, node, binding), context.env)
    if node.type == "enum_declaration":
        return EnumObject(declaration(context.module, node, binding))
    if node.type in _FUNCTION_STATEMENTS:
        return Function(context, node)
    return engine.expression(context, node)


def overloaded(context: Context, binding: Binding) -> Type:
    """A function with its overload signatures; with any, they alone are called."""
    nodes = [b.node for b in (binding, *binding.others) if b.node.type in _FUNCTION_STATEMENTS]
    signatures = [n for n in nodes if n.type == "function_signature"] or nodes
    signatures.sort(key=lambda n: n.start_byte)
    if not signatures:
        return UNKNOWN
    others = tuple(Function(context, n) for n in signatures[1:])
    return Function(context, signatures[0], others)


def declaration(module: Module, node: Node, binding: Binding | None) -> Declaration:
    parts = [(module, node)]
    for other in binding.others if binding is not None else ():
        if other.node.type in _MERGING and other.node != node:
            parts.append((module, other.node))
    return Declaration(tuple(parts))


def symbol_type(
    engine: Engine, context: Context, symbol: Symbol | External | None, args: tuple[Type, ...]
) -> Type:
    """The type that a name means, with type arguments."""
    if symbol is None or isinstance(symbol, External) or symbol.binding is None:
        return UNKNOWN
    binding, node = symbol.binding, symbol.node
    target = context.to(symbol.module, node)
    if binding.kind is BindingKind.TYPE_PARAMETER:
        bound = context.env.get(node.id)
        return bound if bound is not None else TypeParam(target, node)
    if node.type == "type_alias_declaration":
        value = node.child_by_field_name("value")
        if value is None:
            return UNKNOWN
        return engine.declared(target.bind(bind(engine, target, node, args)), value)
    if node.type in _MERGING:
        found = _declared_type(engine, symbol)
        return Named(found, filled(engine, target, node, args))
    if node.type == "enum_declaration":
        return Named(declaration(symbol.module, node, binding))
    return UNKNOWN


def _declared_type(engine: Engine, symbol: Symbol) -> Declaration:
    merged = engine.libraries.global_interface(symbol.binding.name) if symbol.binding else None
    if merged is not None and any(n == symbol.node for _, n in merged.parts):
        return merged
    added = engine.libraries.augmented_interface(symbol)
    return added or declaration(symbol.module, symbol.node, symbol.binding)


def type_parameters(node: Node) -> tuple[Node, ...]:
    """The `type_parameter` nodes that a declaration or signature declares."""
    found = node.child_by_field_name("type_parameters")
    return tuple(children_of(found)) if found is not None else ()


def filled(
    engine: Engine, context: Context, node: Node, args: tuple[Type, ...]
) -> tuple[Type, ...]:
    """Type arguments completed with the parameters' defaults, cut to their number."""
    parameters = type_parameters(node)
    if len(parameters) == len(args):
        return args
    return tuple(e.type for e in bind(engine, context, node, args))


def bind(engine: Engine, context: Context, node: Node, args: tuple[Type, ...]) -> tuple[Entry, ...]:
    """Entries that bind the type parameters of `node` to `args`, then to their defaults."""
    entries: list[Entry] = []
    for index, parameter in enumerate(type_parameters(node)):
        if index < len(args):
            type_ = args[index]
        else:
            default = parameter.child_by_field_name("value")
            inner = context.bind(tuple(entries))
            type_ = UNKNOWN
            if default is not None and children_of(default):
                type_ = engine.declared(inner, children_of(default)[0])
        entries.append(entry(context, parameter, node, type_))
    return tuple(entries)


def entry(context: Context, parameter: Node, scope: Node, type_: Type) -> Entry:
    return Entry(parameter.id, context.module, scope.start_byte, scope.end_byte, type_)


def named_context(named: Named, part: tuple[Module, Node], entries: tuple[Entry, ...]) -> Context:
    """Where the members of one declaration of `named` are read: its parameters bound."""
    module, node = part
    context = Context(module, Env(overlay=named.flow) if named.flow else EMPTY)
    bound = tuple(
        entry(context, parameter, node, arg)
        for parameter, arg in zip(type_parameters(node), named.args, strict=False)
    )
    return context.bind((*bound, *entries))
