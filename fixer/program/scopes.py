"""Where a name is declared: scopes of a syntax tree, built lazily, one node at a time.

A scope belongs to a node that opens one (ECMA-262 §8.2 for values; for types, the
declarations that TypeScript hoists to their block). Values and types are two namespaces.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from tree_sitter import Language, Node

from fixer.program.syntax import captures, children_of, first_named, text


class BindingKind(Enum):
    CONST = "const"
    LET = "let"
    VAR = "var"
    FUNCTION = "function"
    CLASS = "class"
    ENUM = "enum"
    INTERFACE = "interface"
    TYPE = "type"
    TYPE_PARAMETER = "type parameter"
    NAMESPACE = "namespace"
    PARAMETER = "parameter"
    CATCH = "catch"
    IMPORT = "import"


@dataclass(frozen=True, slots=True)
class Binding:
    """A name and what declares it.

    `node` is the declaration: the `variable_declarator`, the function, class, interface, the
    parameter, the `import_specifier` (or `import_clause`, `namespace_import`), …; `name_node` the
    identifier inside it, which for a destructured name lies deep in a pattern. `others`: further
    declarations that merge with it (overloads, merged interfaces, a namespace on a function).
    """

    name: str
    kind: BindingKind
    node: Node
    name_node: Node
    others: tuple[Binding, ...] = field(default=(), compare=False)

    def __hash__(self) -> int:
        return hash((self.name, self.name_node.id))


@dataclass(slots=True)
class Table:
    """The names one scope declares, filled while the scope is built, then only read."""

    values: dict[str, Binding] = field(default_factory=dict)
    types: dict[str, Binding] = field(default_factory=dict)

    def add(self, binding: Binding, *, value: bool, type_: bool) -> None:
        if value:
            _merge(self.values, binding)
        if type_:
            _merge(self.types, binding)


def _merge(names: dict[str, Binding], new: Binding) -> None:
    old = names.get(new.name)
    if old is None:
        names[new.name] = new
        return
    # The declaration with a body or a value leads; the rest stays reachable through `others`.
    first, second = (new, old) if _is_bare(old) and not _is_bare(new) else (old, new)
    others = (*first.others, Binding(second.name, second.kind, second.node, second.name_node))
    others += second.others
    names[new.name] = Binding(first.name, first.kind, first.node, first.name_node, others)


def _is_bare(binding: Binding) -> bool:
    return binding.node.type == "function_signature" or binding.kind is BindingKind.NAMESPACE


FUNCTIONS = frozenset(
    {
        "function_declaration",
        "function_expression",
        "generator_function",
        "generator_function_declaration",
        "arrow_function",
        "method_definition",
    }
)
SIGNATURES = frozenset(
    {
        "function_signature",
        "method_signature",
        "abstract_method_signature",
        "call_signature",
        "construct_signature",
        "function_type",
        "constructor_type",
    }
)
CLASSES = frozenset({"class_declaration", "abstract_class_declaration", "class"})
BLOCKS = frozenset({"program", "statement_block", "switch_body", "class_static_block"})
TYPE_SCOPES = frozenset(
    {"interface_declaration", "type_alias_declaration", "index_signature", "conditional_type"}
)
OPENS = (
    FUNCTIONS
    | SIGNATURES
    | CLASSES
    | BLOCKS
    | TYPE_SCOPES
    | {"for_statement", "for_in_statement", "catch_clause"}
)


def table_of(node: Node, language: Language) -> Table:
    """The names that the scope opened by `node` declares itself."""
    table = Table()
    kind = node.type
    if kind in BLOCKS:
        for statement in node.named_children:
            _declare_statement(statement, table)
        if kind == "program" or (node.parent is not None and node.parent.type in FUNCTIONS):
            _hoist_vars(node, language, table)
    elif kind in FUNCTIONS or kind in SIGNATURES:
        _declare_function_scope(node, table)
    elif kind in CLASSES:
        _declare_type_parameters(node, table)
        name = node.child_by_field_name("name")
        if name is not None:
            table.add(Binding(text(name), BindingKind.CLASS, node, name), value=True, type_=True)
    elif kind in TYPE_SCOPES:
        _declare_type_scope(node, table)
    elif kind == "for_statement":
        first = node.child_by_field_name("initializer")
        if first is not None:
            _declare_statement(first, table)
    elif kind == "for_in_statement":
        _declare_for_in(node, table)
    elif kind == "catch_clause":
        parameter = node.child_by_field_name("parameter")
        if parameter is not None:
            _declare_pattern(parameter, BindingKind.CATCH, node, table)
    return table


def _declare_statement(statement: Node, table: Table) -> None:
    kind = statement.type
    if kind in ("export_statement", "ambient_declaration", "expression_statement"):
        for child in children_of(statement):
            if child.type != "statement_block":
                _declare_statement(child, table)
        return
    if kind in ("lexical_declaration", "variable_declaration"):
        _declare_variables(statement, table)
        return
    if kind == "import_statement":
        _declare_imports(statement, table)
        return
    declared = _DECLARATIONS.get(kind)
    name = statement.child_by_field_name("name")
    if declared is None or name is None or name.type == "string":
        return
    binding_kind, value, type_ = declared
    table.add(Binding(text(name), binding_kind, statement, name), value=value, type_=type_)


_DECLARATIONS: dict[str, tuple[BindingKind, bool, bool]] = {
    "function_declaration": (BindingKind.FUNCTION, True, False),
    "generator_function_declaration": (BindingKind.FUNCTION, True, False),
    "function_signature": (BindingKind.FUNCTION, True, False),
    "class_declaration": (BindingKind.CLASS, True, True),
    "abstract_class_declaration": (BindingKind.CLASS, True, True),
    "enum_declaration": (BindingKind.ENUM, True, True),
    "interface_declaration": (BindingKind.INTERFACE, False, True),
    "type_alias_declaration": (BindingKind.TYPE, False, True),
    "internal_module": (BindingKind.NAMESPACE, True, True),
    "module": (BindingKind.NAMESPACE, True, True),
}


def _declare_variables(statement: Node, table: Table) -> None:
    keyword = statement.child(0)
    kind = BindingKind.VAR
    if keyword is not None and keyword.type in ("const", "let"):
        kind = BindingKind(keyword.type)
    for declarator in children_of(statement):
        name = declarator.child_by_field_name("name")
        if declarator.type == "variable_declarator" and name is not None:
            _declare_pattern(name, kind, declarator, table)


def _declare_imports(statement: Node, table: Table) -> None:
    for node in _import_names(statement):
        local = node.child_by_field_name("alias") or node.child_by_field_name("name")
        if node.type in ("import_clause", "namespace_import", "import_require_clause"):
            local = next((c for c in children_of(node) if c.type == "identifier"), None)
        if local is not None:
            binding = Binding(text(local), BindingKind.IMPORT, node, local)
            table.add(binding, value=True, type_=True)


def _import_names(statement: Node) -> Iterator[Node]:
    for clause in statement.named_children:
        if clause.type == "import_require_clause":
            yield clause
        if clause.type != "import_clause":
            continue
        for part in clause.named_children:
            if part.type == "identifier":
                yield clause
            elif part.type == "namespace_import":
                yield part
            elif part.type == "named_imports":
                yield from (s for s in part.named_children if s.type == "import_specifier")


def _declare_function_scope(node: Node, table: Table) -> None:
    _declare_type_parameters(node, table)
    if node.type == "function_expression":
        name = node.child_by_field_name("name")
        if name is not None:
            table.add(
                Binding(text(name), BindingKind.FUNCTION, node, name), value=True, type_=False
            )
    single = node.child_by_field_name("parameter")
    if single is not None:
        _declare_pattern(single, BindingKind.PARAMETER, single, table)
    parameters = node.child_by_field_name("parameters")
    for parameter in children_of(parameters) if parameters is not None else ():
        pattern = parameter.child_by_field_name("pattern")
        if pattern is not None:
            _declare_pattern(pattern, BindingKind.PARAMETER, parameter, table)


def _declare_type_parameters(node: Node, table: Table) -> None:
    parameters = node.child_by_field_name("type_parameters")
    for parameter in children_of(parameters) if parameters is not None else ():
        name = parameter.child_by_field_name("name")
        if name is not None:
            binding = Binding(text(name), BindingKind.TYPE_PARAMETER, parameter, name)
            table.add(binding, value=False, type_=True)


def _declare_type_scope(node: Node, table: Table) -> None:
    _declare_type_parameters(node, table)
    if node.type == "index_signature":  # `[K in Keys]: V`: the name holds in V too
        for clause in children_of(node):
            name = clause.child_by_field_name("name")
            if clause.type == "mapped_type_clause" and name is not None:
                binding = Binding(text(name), BindingKind.TYPE_PARAMETER, clause, name)
                table.add(binding, value=False, type_=True)
    if node.type == "conditional_type":
        right = node.child_by_field_name("right")
        for infer in _inferred(right) if right is not None else ():
            name = first_named(infer)
            if name is not None:
                binding = Binding(text(name), BindingKind.TYPE_PARAMETER, infer, name)
                table.add(binding, value=False, type_=True)


def _inferred(node: Node) -> Iterator[Node]:
    if node.type == "infer_type":
        yield node
    for child in children_of(node):
        yield from _inferred(child)


def _declare_for_in(node: Node, table: Table) -> None:
    keyword = node.child_by_field_name("kind")
    left = node.child_by_field_name("left")
    if keyword is not None and left is not None:
        _declare_pattern(left, BindingKind(text(keyword)), node, table)


def _hoist_vars(body: Node, language: Language, table: Table) -> None:
    if b"var " not in (body.text or b""):
        return
    for statement in captures(body, language, "(variable_declaration) @v").get("v", ()):
        if statement.parent == body or _function_body(statement) != body:
            continue
        _declare_variables(statement, table)


def _function_body(node: Node) -> Node | None:
    child, parent = node, node.parent
    while parent is not None and parent.type not in FUNCTIONS:
        child, parent = parent, parent.parent
    return child


def pattern_names(pattern: Node) -> Iterator[Node]:
    """The identifiers that a binding pattern declares, in their order."""
    kind = pattern.type
    if kind in ("identifier", "shorthand_property_identifier_pattern"):
        yield pattern
    elif kind == "pair_pattern":
        value = pattern.child_by_field_name("value")
        yield from pattern_names(value) if value is not None else ()
    elif kind in ("object_assignment_pattern", "assignment_pattern"):
        left = pattern.child_by_field_name("left")
        yield from pattern_names(left) if left is not None else ()
    elif kind in ("object_pattern", "array_pattern", "rest_pattern"):
        for child in children_of(pattern):
            yield from pattern_names(child)


def _declare_pattern(pattern: Node, kind: BindingKind, node: Node, table: Table) -> None:
    for name in pattern_names(pattern):
        table.add(Binding(text(name), kind, node, name), value=True, type_=False)


def is_exported(declarator: Node) -> bool:
    """Whether a variable is exported where it is declared."""
    declaration = declarator.parent
    statement = declaration.parent if declaration is not None else None
    return statement is not None and statement.type == "export_statement"


def annotated(function: Node) -> list[Node]:
    """The parameters of a function that say their type; of any other expression none."""
    if function.type not in FUNCTIONS:
        return []
    listed = function.child_by_field_name("parameters")
    parameters = children_of(listed) if listed is not None else []
    return [it for it in parameters if it.child_by_field_name("type") is not None]
