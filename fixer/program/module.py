"""One frontend file as the program sees it: bytes, tree, scopes, imports, exports; all lazy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tree_sitter import Language, Node

from fixer.program.angular.components import Component, components, may_have_components
from fixer.program.angular.markup import AngularMarkup, pieces
from fixer.program.angular.regions import Piece
from fixer.program.markup import Markup, VueMarkup
from fixer.program.scopes import CLASSES, FUNCTIONS, OPENS, Binding, Table, pattern_names, table_of
from fixer.program.svelte.blocks import is_outside
from fixer.program.svelte.document import SVELTE, Document, document
from fixer.program.syntax import (
    TEMPLATE,
    captures,
    children_of,
    first_named,
    parse,
    string_value,
    text,
    tsx,
)
from fixer.program.words import whole_words

DEFAULT = "default"
NAMESPACE = "*"
_SHORTHAND = "shorthand_property_identifier"
_VALUE_NAMES = frozenset({"identifier", _SHORTHAND, f"{_SHORTHAND}_pattern"})


@dataclass(frozen=True, slots=True)
class Import:
    """`imported` of `specifier`: a name, `default`, or `*` for the namespace."""

    specifier: str
    imported: str


@dataclass(frozen=True, slots=True)
class Export:
    """What a module exports under a name.

    Local: `binding` (or `node`, the expression of `export default <expr>`). Re-exported:
    `source`, to be looked up elsewhere.
    """

    name: str
    node: Node
    binding: Binding | None = None
    source: Import | None = None


class Module:
    """A file. Nodes are compared by `==` or by `id`; never keep a node without its module."""

    def __init__(self, path: Path, data: bytes) -> None:
        self.path = path
        self.data = data
        self.folder = path.parent
        self._tables: dict[int, Table] = {}
        self._beyond: dict[int, Node | None] = {}
        self._references: dict[Binding, tuple[Node, ...]] = {}
        self._found: dict[str, tuple[Node, ...]] = {}

    def __repr__(self) -> str:
        return f"Module({self.path.name})"

    @cached_property
    def _parsed(self) -> tuple[Node, Language]:
        if self.component is not None:
            return self.component.tree.root_node, self.component.language
        tree, language = parse(self.path, self.data)
        return tree.root_node, language

    @cached_property
    def component(self) -> Document | None:
        """What a `.svelte` file is read as; None of any other."""
        return document(self.data) if self.path.suffix == SVELTE else None

    @property
    def is_parsed(self) -> bool:
        """Whether anything has needed its tree so far."""
        return "_parsed" in self.__dict__

    @property
    def root(self) -> Node:
        """The `program` node of the script."""
        return self._parsed[0]

    @property
    def language(self) -> Language:
        return self._parsed[1]

    @cached_property
    def markup(self) -> Markup | None:
        """The expressions in the templates that the file holds or is; None without any."""
        if self.path.suffix == ".vue":
            return VueMarkup(self.data, self.language)
        if self.path.suffix == TEMPLATE:
            return AngularMarkup(self.data, self.language, [Piece(0, len(self.data))])
        found = tuple(pieces(self.components, self.language))
        return AngularMarkup(self.data, self.language, found) if found else None

    @cached_property
    def components(self) -> tuple[Component, ...]:
        """The classes of the file that are Angular's components and directives."""
        return components(self.root, self.language) if may_have_components(self.data) else ()

    def captures(self, source: str, node: Node | None = None) -> dict[str, list[Node]]:
        """What the tree-sitter query `source` captures in this file, or below `node`."""
        return captures(node or self.root, self.language, source)

    @cached_property
    def calls(self) -> tuple[Node, ...]:
        """Every `call_expression` and `new_expression`, in source order."""
        return tuple(self.captures("[(call_expression) (new_expression)] @c").get("c", ()))

    @cached_property
    def elements(self) -> tuple[Node, ...]:
        """Every opening tag of JSX, in source order."""
        if self.language is not tsx() or (b"</" not in self.data and b"/>" not in self.data):
            return ()
        tags = self.captures("[(jsx_opening_element) (jsx_self_closing_element)] @e")
        return tuple(tags.get("e", ()))

    def occurrences(self, name: str) -> tuple[Node, ...]:
        """The leaf nodes whose whole text is `name` (identifiers, property names, fragments)."""
        found = self._found.get(name)
        if found is None:
            found = self._found[name] = tuple(self._occurrences(name))
        return found

    def _occurrences(self, name: str, scope: Node | None = None) -> Iterator[Node]:
        wanted = name.encode()
        if wanted not in self.data:
            return
        first, last = (scope.start_byte, scope.end_byte) if scope else (0, len(self.data))
        for start, end in whole_words(self.data, wanted, first, last):
            node = self.leaf(start, end)
            if node is not None:
                yield node

    def innermost(self, start: int, end: int) -> Node | None:
        """The innermost node around these bytes, in the script or in a template's expression."""
        region = self.markup.region_at(start) if self.markup is not None else None
        inside = self.markup.parsed(region) if self.markup and region is not None else self.root
        return inside.descendant_for_byte_range(start, end)

    def leaf(self, start: int, end: int) -> Node | None:
        """The node without children that is just these bytes."""
        node = self.markup.leaf(start, end) if self.markup is not None else None
        node = node or self.root.descendant_for_byte_range(start, end)
        if node is None or node.child_count or (node.start_byte, node.end_byte) != (start, end):
            return None
        return node

    def table(self, scope: Node) -> Table:
        """The names that the scope opened by the node `scope` declares itself."""
        table = self._tables.get(scope.id)
        if table is None:
            table = self._tables[scope.id] = table_of(scope, self.language)
        return table

    def resolve(self, name: Node) -> Binding | None:
        """The binding of an identifier used as a value; None: global or not declared here."""
        return self.lookup(text(name), name)

    def resolve_type(self, name: Node) -> Binding | None:
        """The binding of an identifier used as a type."""
        return self.lookup(text(name), name, types=True)

    def lookup(self, name: str, at: Node, *, types: bool = False) -> Binding | None:
        """The binding that `name` has at the node `at`, by lexical scope."""
        scope = at if at.type in OPENS else _scope_around(at)
        while scope is not None:
            table = self.table(scope)
            found = (table.types if types else table.values).get(name)
            if found is not None and not self._is_outside(scope, at):
                return found
            scope = self._scope_beyond(scope)
        return None

    def _is_outside(self, scope: Node, at: Node) -> bool:
        return self.component is not None and is_outside(self.component, scope, at)

    def _scope_beyond(self, scope: Node) -> Node | None:
        """The scope around a scope, found once: tree-sitter walks from the root to each parent."""
        if scope.id not in self._beyond:
            self._beyond[scope.id] = _scope_around(scope)
        return self._beyond[scope.id]

    def references(self, binding: Binding) -> tuple[Node, ...]:
        """Every identifier of this file that means `binding`, its declarations included."""
        if binding not in self._references:
            found = self._occurrences(binding.name, _function_around(binding))
            self._references[binding] = tuple(n for n in found if self._means(n, binding))
        return self._references[binding]

    def _means(self, node: Node, binding: Binding) -> bool:
        is_type = node.type == "type_identifier" and self.resolve_type(node) == binding
        return is_type or (node.type in _VALUE_NAMES and self.resolve(node) == binding)

    def import_of(self, binding: Binding) -> Import | None:
        """What an IMPORT binding imports; None for any other binding."""
        return _import(binding.node, binding.name)

    @cached_property
    def specifiers(self) -> tuple[str, ...]:
        """Every module that the file imports or re-exports from, statically or by `import()`."""
        found = self.captures(
            "(import_statement source: (string) @s) (export_statement source: (string) @s)"
            " (import_require_clause source: (string) @s)"
            " (call_expression function: (import) arguments: (arguments . (string) @s))"
        ).get("s", [])
        return tuple(dict.fromkeys(v for n in found if (v := string_value(n)) is not None))

    @cached_property
    def default_imports(self) -> Mapping[str, str]:
        """The specifiers of what is imported by default, under the local names."""
        found: dict[str, str] = {}
        for name in self.captures("(import_clause . (identifier) @name)").get("name", []):
            statement = name.parent.parent if name.parent is not None else None
            source = statement.child_by_field_name("source") if statement is not None else None
            specifier = string_value(source) if source is not None else None
            if specifier is not None:
                found[text(name)] = specifier
        return found

    @cached_property
    def exports(self) -> Mapping[str, tuple[Export, ...]]:
        """What the file exports by name (a value and a type may share one), without `export *`."""
        found: dict[str, tuple[Export, ...]] = {}
        for statement in self.root.named_children:
            if statement.type == "export_statement":
                listed = self._exported(statement)
            elif self._exports_all:
                listed = self._implied(statement)
            else:
                continue
            for export in listed:
                found[export.name] = (*found.get(export.name, ()), export)
        return found

    @cached_property
    def _exports_all(self) -> bool:
        """A `.d.ts` without `export { … }`, `export *` or `export =` exports what it declares."""
        return self.path.name.endswith((".d.ts", ".d.mts", ".d.cts")) and all(
            statement.child_by_field_name("declaration") is not None
            for statement in children_of(self.root)
            if statement.type == "export_statement"
        )

    def _implied(self, statement: Node) -> Iterator[Export]:
        declared = first_named(statement) if statement.type == "ambient_declaration" else statement
        if declared is not None and (
            declared.type in ("lexical_declaration", "variable_declaration")
            or declared.child_by_field_name("name") is not None
        ):
            yield from self._declared(declared, is_default=False)

    @cached_property
    def star_exports(self) -> tuple[str, ...]:
        """The specifiers of `export * from '…'`."""
        return tuple(
            source
            for statement in children_of(self.root)
            if statement.type == "export_statement"
            and any(c.type == "*" for c in statement.children)
            and (node := statement.child_by_field_name("source")) is not None
            and (source := string_value(node)) is not None
        )

    @property
    def is_module(self) -> bool:
        """Whether its names are its own; a script's are global."""
        return bool(self.exports or self.star_exports or self.specifiers)

    def shares(self, name: str) -> bool:
        """Whether it exports what its top level calls `name`, under any name."""
        exported = (e.binding for found in self.exports.values() for e in found if e.binding)
        return any(binding.name == name for binding in exported)

    def _exported(self, statement: Node) -> Iterator[Export]:
        source_node = statement.child_by_field_name("source")
        source = string_value(source_node) if source_node is not None else None
        is_default = any(c.type == "default" for c in statement.children)
        declaration = statement.child_by_field_name("declaration")
        value = statement.child_by_field_name("value")
        if declaration is not None:
            yield from self._declared(declaration, is_default=is_default)
        elif value is not None and (is_default or any(c.type == "=" for c in statement.children)):
            yield from self._given(value)
        for child in children_of(statement):
            if child.type == "export_clause":
                yield from self._clause(child, source)
            elif child.type == "namespace_export" and source is not None:
                name = first_named(child)
                if name is not None:
                    yield Export(text(name), child, source=Import(source, NAMESPACE))

    def _given(self, value: Node) -> Iterator[Export]:
        """`export default name`: the value, and the type, that the name stands for."""
        named = value.type == "identifier"
        binding = self.resolve(value) if named else None
        type_ = self.table(self.root).types.get(text(value)) if named else None
        if binding is not None or type_ is None:
            yield Export(DEFAULT, value, binding)
        if type_ is not None and type_ is not binding:
            yield Export(DEFAULT, value, type_)

    def _declared(self, declaration: Node, *, is_default: bool) -> Iterator[Export]:
        if declaration.type == "ambient_declaration" and children_of(declaration):
            declaration = children_of(declaration)[0]
        table = self.table(self.root)
        if declaration.type in ("lexical_declaration", "variable_declaration"):
            for declarator in children_of(declaration):
                pattern = declarator.child_by_field_name("name")
                for node in pattern_names(pattern) if pattern is not None else ():
                    yield Export(text(node), declarator, table.values.get(text(node)))
            return
        name_node = declaration.child_by_field_name("name")
        if name_node is None:
            yield Export(DEFAULT, declaration)
            return
        name = text(name_node)
        exported = DEFAULT if is_default else name
        value, type_ = table.values.get(name), table.types.get(name)
        for binding in dict.fromkeys(b for b in (value, type_) if b is not None):
            yield Export(exported, declaration, binding)

    def _clause(self, clause: Node, source: str | None) -> Iterator[Export]:
        for specifier in children_of(clause):
            name_node = specifier.child_by_field_name("name")
            if name_node is None:
                continue
            alias = specifier.child_by_field_name("alias")
            name, exported = text(name_node), text(alias or name_node)
            if source is not None:
                yield Export(exported, specifier, source=Import(source, name))
                continue
            table = self.table(self.root)
            value, type_ = table.values.get(name), table.types.get(name)
            for binding in dict.fromkeys(b for b in (value, type_) if b is not None):
                yield Export(exported, specifier, binding)


def _scope_around(node: Node) -> Node | None:
    """The innermost scope that a node is in, not being it."""
    up = node.parent
    while up is not None and up.type not in OPENS:
        up = up.parent
    return up


def _function_around(binding: Binding) -> Node | None:
    """The function that all of a local name's references are inside of; None: the file."""
    node = binding.node.parent
    while node is not None and node.type not in FUNCTIONS:
        node = node.parent
    return node


def _import(node: Node, local: str) -> Import | None:
    if node.type == "import_require_clause":
        source = node.child_by_field_name("source")
        specifier = string_value(source) if source is not None else None
        return Import(specifier, DEFAULT) if specifier is not None else None
    statement: Node | None = node
    while statement is not None and statement.type != "import_statement":
        statement = statement.parent
    source = statement.child_by_field_name("source") if statement is not None else None
    specifier = string_value(source) if source is not None else None
    if specifier is None:
        return None
    if node.type == "namespace_import":
        return Import(specifier, NAMESPACE)
    if node.type == "import_clause":
        return Import(specifier, DEFAULT)
    name = node.child_by_field_name("name")
    imported = string_value(name) or text(name) if name is not None else local
    return Import(specifier, imported)


def is_default(module: Module, node: Node) -> bool:
    """Whether a function or class is what its module exports as the default."""
    for export in module.exports.get(DEFAULT, ()):
        if export.node == node or (export.binding is not None and export.binding.node == node):
            return True
        holder = node.parent
        if export.binding is not None and export.binding.node == holder:
            return True
        if export.node.start_byte <= node.start_byte and node.end_byte <= export.node.end_byte:
            return node.parent == export.node or export.node.type not in CLASSES | {"object"}
    return False
