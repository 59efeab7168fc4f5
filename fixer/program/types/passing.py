"""What callers pass to a function that says nothing of its parameters: arguments and props."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.module import DEFAULT, Module
from fixer.program.program import Symbol
from fixer.program.scopes import FUNCTIONS, Binding, BindingKind
from fixer.program.syntax import ELEMENTS, children_of, string_value, text
from fixer.program.types.functions import parameter_nodes
from fixer.program.types.model import (
    UNKNOWN,
    Context,
    Env,
    JsxProps,
    Type,
    present,
    union,
)
from fixer.program.types.wireflow import is_nothing

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

MAX_USES = 40
_LOADING = "(call_expression function: (import) arguments: (arguments . (string) @s))"
_HOLDING = frozenset({"member_expression", "nested_identifier"})


def received(engine: Engine, context: Context, parameter: Node) -> Type:
    """What reaches an untyped parameter from the calls and tags of its function."""
    function = engine.ancestor(parameter, FUNCTIONS)
    if function is None or parameter.child_by_field_name("type") is not None:
        return UNKNOWN
    nodes = parameter_nodes(function)
    if parameter not in nodes:
        return UNKNOWN
    index = nodes.index(parameter)
    types: list[Type] = []
    for module, use in uses(engine, context.module, function):
        if module is not context.module and not _is_asked(engine, use):
            continue
        caller = Context(module, Env(wire=True))
        types.append(_passed(engine, caller, use, index))
        if len(types) > MAX_USES:
            return UNKNOWN
    known = [t for t in types if not is_nothing(t)]
    return union(*known) if known else UNKNOWN


def taking(
    engine: Engine, module: Module, call: Node, argument: Node
) -> tuple[Module, Node] | None:
    """The parameter that takes an argument, where a call is of one function with a body here."""
    callee, given = call.child_by_field_name("function"), call.child_by_field_name("arguments")
    if callee is None or given is None:
        return None
    called = engine.signatures(engine.expression(Context(module), callee))
    if len(called) != 1 or not engine.is_own(called[0].context):
        return None
    parameters, index = parameter_nodes(called[0].node), children_of(given).index(argument)
    if any(before.type == "spread_element" for before in children_of(given)[:index]):
        return None
    if called[0].node.child_by_field_name("body") is None or index >= len(parameters):
        return None
    pattern = parameters[index].child_by_field_name("pattern")
    return (called[0].context.module, pattern) if pattern is not None else None


def is_own_call(engine: Engine, module: Module, callee: Node | None) -> bool:
    """Whether what is called is a function of the program's own."""
    if callee is None:
        return False
    called = engine.signatures(engine.expression(Context(module), callee))
    return bool(called) and all(engine.is_own(it.context) for it in called)


def constant(engine: Engine, module: Module, node: Node) -> Node:
    """The object that a name is given where it is declared; else what is asked for itself."""
    binding = engine.binding(module, node) if node.type == "identifier" else None
    is_constant = binding is not None and binding.kind is BindingKind.CONST
    value = binding.node.child_by_field_name("value") if binding is not None else None
    return value if is_constant and value is not None and value.type == "object" else node


def _passed(engine: Engine, context: Context, use: Node, index: int) -> Type:
    parent = engine.parent(use)
    if parent is None:
        return UNKNOWN
    if parent.type in ELEMENTS:
        return JsxProps(context, parent) if index == 0 else UNKNOWN
    if parent.type == "arguments":  # handed on as a callback: `rows.map(toView)`
        expected = engine.signatures(present(engine.contextual(context, use)))
        return union(*(engine.parameter(s, index) for s in expected)) if expected else UNKNOWN
    if parent.type != "call_expression" or parent.child_by_field_name("function") != use:
        return UNKNOWN
    found = parent.child_by_field_name("arguments")
    given = children_of(found) if found is not None else []
    if index >= len(given) or any(a.type == "spread_element" for a in given[: index + 1]):
        return UNKNOWN
    return engine.expression(context, given[index])


def uses(engine: Engine, module: Module, function: Node) -> Iterator[tuple[Module, Node]]:
    """The places where the name of a function is used, in its file and where it is imported."""
    binding = name_of(engine, module, function)
    if binding is None:
        return
    for use in module.references(binding):
        if use != binding.name_node:
            yield module, use
    names = _names(engine, module, binding)
    for path in engine.program.holding(*names) if names else ():
        if path == module.path:
            continue
        other = engine.program.module(path)
        for local in names:
            yield from _imported(engine, other, local, binding)


def _names(engine: Engine, module: Module, binding: Binding) -> tuple[str, ...]:
    """What other files call what a file exports; none if it exports no such thing."""
    exported = [n for n, es in module.exports.items() if any(e.binding == binding for e in es)]
    if not exported:
        return ()
    names = {binding.name: None} | {name: None for name in exported if name != DEFAULT}
    if DEFAULT in exported:
        names |= dict.fromkeys((module.path.stem, *engine.program.default_names(module)))
    return tuple(names)


def is_unseen(engine: Engine, module: Module, function: Node) -> bool:
    """Whether `uses` may have missed a place: one that loads the file later, or by a new name."""
    binding = name_of(engine, module, function)
    names = _names(engine, module, binding) if binding is not None else ()
    if not names:
        return False
    stem = module.path.stem if module.path.stem != "index" else module.path.parent.name
    for path in engine.program.holding(stem, *names):
        other = engine.program.module(path)
        if any(engine.program.locate(other, it) == module.path for it in _loaded(other)):
            return True
        if any(_is_renamed(use) for name in names for use in other.occurrences(name)):
            return True
    return False


def _loaded(module: Module) -> Iterator[str]:
    """What a file loads when it is needed: `lazy(() => import('./fields'))`."""
    if b"import(" in module.data:
        for node in module.captures(_LOADING).get("s", ()):
            specifier = string_value(node)
            if specifier is not None:
                yield specifier


def _is_renamed(use: Node) -> bool:
    """Whether a name is asked of another one, `forms.Fields`, or exported by another."""
    parent = use.parent
    if parent is not None and parent.type == "export_specifier":
        alias = parent.child_by_field_name("alias")
        return alias is not None and alias.text not in (use.text, DEFAULT.encode())
    return use.type == "property_identifier" and parent is not None and parent.type in _HOLDING


def _imported(
    engine: Engine, module: Module, name: str, wanted: Binding
) -> Iterator[tuple[Module, Node]]:
    for use in _called(engine, module, name):
        found = engine.program.value(module, use)
        if isinstance(found, Symbol) and found.binding == wanted:
            yield module, use


def _is_asked(engine: Engine, use: Node) -> bool:
    parent = engine.parent(use)
    return parent is not None and parent.type in ELEMENTS | {"call_expression", "arguments"}


def _called(engine: Engine, module: Module, name: str) -> Iterator[Node]:
    """Where a name stands, or the one by which a file imports what is called so."""
    for use in module.occurrences(name):
        parent = engine.parent(use)
        alias = parent.child_by_field_name("alias") if parent is not None else None
        is_import = parent is not None and parent.type == "import_specifier"
        if is_import and alias is not None and alias != use:
            yield from (it for it in module.occurrences(text(alias)) if it.type == "identifier")
        elif use.type == "identifier":
            yield use


def name_of(engine: Engine, module: Module, function: Node) -> Binding | None:
    """The binding that names a function, seen through `memo(…)` and the like."""
    name = function.child_by_field_name("name")
    if name is not None and function.type != "method_definition":
        return engine.binding(module, name)
    holder = engine.parent(function)
    while holder is not None and holder.type in ("arguments", "call_expression"):
        holder = engine.parent(holder)
    if holder is None or holder.type != "variable_declarator":
        return None
    declared = holder.child_by_field_name("name")
    if declared is None or declared.type != "identifier":
        return None
    return module.table(module.root).values.get(text(declared))
