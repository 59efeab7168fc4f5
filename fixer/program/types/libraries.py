"""What packages and the platform declare: `.d.ts` files of a folder, parsed when asked for.

`es.d.ts` and `dom.d.ts` declare globals; the others hold `declare module 'name' { … }` blocks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from tree_sitter import Node

from fixer.program.module import DEFAULT, NAMESPACE, Import, Module
from fixer.program.program import Program, Symbol
from fixer.program.scopes import Binding, BindingKind
from fixer.program.syntax import children_of, first_named, string_value, text
from fixer.program.types.model import Declaration

GLOBALS = ("es.d.ts", "dom.d.ts")
_MODULE = re.compile(rb"^declare module ['\"]([^'\"]+)['\"]", re.MULTILINE)
_NAMESPACE = re.compile(rb"^  export as namespace (\w+);", re.MULTILINE)
_EXPORTS = re.compile(rb"^(?:import|export)\b", re.MULTILINE)
_OF_MODULES = frozenset({"import_statement", "export_statement"})
_MAX_HOPS = 8


class Libraries:
    """The declarations of a folder of stubs."""

    def __init__(self, program: Program, folder: Path) -> None:
        self._program = program
        self._folder = folder
        self._blocks: dict[str, tuple[Module, Node] | None] = {}
        self._interfaces: dict[str, Declaration | None] = {}

    @cached_property
    def _files(self) -> dict[str, Path]:
        """The stub that declares a package, by package."""
        found: dict[str, Path] = {}
        for path in sorted(self._folder.glob("*.d.ts")):
            for match in _MODULE.finditer(path.read_bytes()):
                found.setdefault(match[1].decode(), path)
        return found

    @cached_property
    def _namespaces(self) -> dict[str, str]:
        """The packages that are known by a global name too: `export as namespace React`."""
        found: dict[str, str] = {}
        for path in sorted(self._folder.glob("*.d.ts")):
            data = path.read_bytes()
            for match in _NAMESPACE.finditer(data):
                package = [m[1] for m in _MODULE.finditer(data, 0, match.start())][-1]
                found[match[1].decode()] = package.decode()
        return found

    def umd(self, name: str) -> Symbol | None:
        """The package that a global name stands for, without an import."""
        package = self._namespaces.get(name)
        return self.exported(package, NAMESPACE) if package is not None else None

    @cached_property
    def _globals(self) -> tuple[Module, ...]:
        paths = (self._folder / name for name in GLOBALS)
        return tuple(self._program.module(p) for p in paths if p.is_file())

    @cached_property
    def _ambient(self) -> tuple[tuple[Module, Node], ...]:
        """The program's own global declarations: `declare global`, scripts among its `.d.ts`."""
        found: list[tuple[Module, Node]] = []
        for path, data in self._program.sources.items():
            if b"declare global" in data:
                module = self._program.module(path)
                found.extend((module, block) for block in _global_blocks(module.root))
            elif path.name.endswith(".d.ts") and not _EXPORTS.search(data):
                module = self._program.module(path)
                # What stands further in may be exported by a namespace only.
                if not any(it.type in _OF_MODULES for it in children_of(module.root)):
                    found.append((module, module.root))
        return tuple(found)

    @cached_property
    def component_properties(self) -> Declaration | None:
        """What the program declares that every Vue component has: `this.$api`."""
        parts: list[tuple[Module, Node]] = []
        for path, data in self._program.sources.items():
            if b"declare module" in data and any(mark in data for mark in _OF_COMPONENTS):
                module = self._program.module(path)
                parts.extend((module, node) for node in _component_interfaces(module.root))
        return Declaration(tuple(parts)) if parts else None

    def global_symbol(self, name: str, *, types: bool = False) -> Symbol | None:
        """The declaration of a global value or type."""
        for module, scope in self.global_scopes:
            table = module.table(scope)
            binding = (table.types if types else table.values).get(name)
            if binding is not None:
                return self._leading(module, binding)
        return None

    def global_interface(self, name: str) -> Declaration | None:
        """A global interface with everything that merges into it."""
        if name not in self._interfaces:
            self._interfaces[name] = self._merged(name)
        return self._interfaces[name]

    def _merged(self, name: str) -> Declaration | None:
        parts: list[tuple[Module, Node]] = []
        for module, scope in self.global_scopes:
            binding = module.table(scope).types.get(name)
            if binding is not None:
                parts.extend((module, b.node) for b in (binding, *binding.others))
        return Declaration(tuple(parts)) if parts else None

    @cached_property
    def _augmented(self) -> dict[str, list[tuple[Module, Node]]]:
        """What the program adds to known packages, by package: `declare module 'name' { … }`."""
        found: dict[str, list[tuple[Module, Node]]] = {}
        for path, data in self._program.sources.items():
            if b"declare module" in data and any(name.encode() in data for name in self._files):
                module = self._program.module(path)
                for name, body in _module_blocks(module.root):
                    if name in self._files:
                        found.setdefault(name, []).append((module, body))
        return found

    @cached_property
    def _own(self) -> dict[str, list[tuple[Module, Node]]]:
        """The modules that only the program declares, each in one part or several."""
        found: dict[str, list[tuple[Module, Node]]] = {}
        for path, data in self._program.sources.items():
            if _MODULE.search(data) and not _EXPORTS.search(data):  # else it adds to one
                module = self._program.module(path)
                for name, body in _module_blocks(module.root):
                    if name not in self._files:
                        found.setdefault(name, []).append((module, body))
        return found

    def parts(self, body: Node) -> tuple[tuple[Module, Node], ...]:
        """All that the program declares of a module of its own, of which `body` is a part."""
        found = (it for it in self._own.values() if any(body == part for _, part in it))
        return tuple(next(found, ()))

    def augmented_interface(self, symbol: Symbol) -> Declaration | None:
        """An interface of a package with what the program adds to it, which comes first."""
        name = symbol.binding.name if symbol.binding is not None else ""
        for package, blocks in (*self._augmented.items(), *self._own.items()):
            known = self._block(package) if package in self._files else None
            scopes = [*blocks, known] if known is not None else blocks
            found = [(m, b) for m, body in scopes if (b := m.table(body).types.get(name))]
            if len(found) > 1 and any(b.node == symbol.node for _, b in found):
                return Declaration(tuple((module, binding.node) for module, binding in found))
        return None

    @cached_property
    def global_scopes(self) -> tuple[tuple[Module, Node], ...]:
        """All that declares globals: the platform's stubs, then the program's own."""
        return (*((module, module.root) for module in self._globals), *self._ambient)

    def exported(self, specifier: str, name: str, *, types: bool = False) -> Symbol | None:
        """What a package exports under `name`; None: not among the known packages."""
        return self._exported(specifier, name, types, _MAX_HOPS)

    def _exported(self, specifier: str, name: str, types: bool, hops: int) -> Symbol | None:
        block = self._block(specifier)
        if not hops:
            return None
        if block is None:
            package, _, own = specifier.rpartition("/")
            # `import sortBy from 'lodash/sortBy'`
            is_one = name == DEFAULT and package in self._files
            return self._exported(package, own, types, hops - 1) if is_one else None
        module, body = block
        if name == NAMESPACE:
            return self._assigned(module, body, types) or Symbol(module, body)
        if name == DEFAULT:
            return self._default(module, body, types)
        added = self._augmented.get(specifier, []) if types else []
        for where, inside in (*added, block, *self._own.get(specifier, ())[1:]):
            table = where.table(inside)
            known = (table.types if types else table.values).get(name)
            if known is not None:
                return self._leading(where, known)
        return self.reexported(module, body, name, types=types, hops=hops - 1)

    def reexported(
        self, module: Module, body: Node, name: str, *, types: bool = False, hops: int = _MAX_HOPS
    ) -> Symbol | None:
        """What an ambient module exports under `name` by an `export` clause or `export *`."""
        for source, imported in _reexports(body, name):
            if source is None:
                table = module.table(body)
                binding = (table.types if types else table.values).get(imported)
                found = self._leading(module, binding) if binding is not None else None
            else:
                found = self._exported(source, imported, types, hops)
            if found is not None:
                return found
        return None

    def _leading(self, module: Module, binding: Binding) -> Symbol | None:
        if binding.kind is BindingKind.IMPORT:
            source = module.import_of(binding)
            if source is None:
                return None
            return self.exported(source.specifier, source.imported) or self.exported(
                source.specifier, source.imported, types=True
            )
        return Symbol(module, binding.node, binding)

    def follow(self, source: Import, *, types: bool) -> Symbol | None:
        return self.exported(source.specifier, source.imported, types=types)

    def _assigned(self, module: Module, body: Node, types: bool) -> Symbol | None:
        """What `export = name` makes of the whole module: `import * as name` calls it."""
        for statement in body.named_children:
            if statement.type == "export_statement" and any(
                c.type == "=" for c in statement.children
            ):
                return self._default(module, body, types)
        return None

    def _default(self, module: Module, body: Node, types: bool) -> Symbol | None:
        for statement in children_of(body):
            if statement.type != "export_statement":
                continue
            if not any(c.type in ("default", "=") for c in statement.children):
                continue
            value = statement.child_by_field_name("value") or children_of(statement)[-1]
            declared = statement.child_by_field_name("declaration")
            name = declared.child_by_field_name("name") if declared is not None else value
            if name is None:
                return Symbol(module, value)
            table = module.table(body)
            binding = (table.types if types else table.values).get(text(name))
            return self._leading(module, binding) if binding else Symbol(module, value)
        return Symbol(module, body)  # `esModuleInterop`: the default is the whole

    def _block(self, specifier: str) -> tuple[Module, Node] | None:
        if specifier not in self._blocks:
            self._blocks[specifier] = self._find_block(specifier)
        return self._blocks[specifier]

    def _find_block(self, specifier: str) -> tuple[Module, Node] | None:
        path = self._files.get(specifier)
        if path is None:
            return next(iter(self._own.get(specifier, ())), None)
        module = self._program.module(path)
        bodies = (body for name, body in _module_blocks(module.root) if name == specifier)
        body = next(bodies, None)
        return (module, body) if body is not None else None


def _reexports(body: Node, name: str) -> Iterator[tuple[str | None, str]]:
    """Where `name` comes from: a package (None: this one) and the name there."""
    for statement in body.named_children:
        if statement.type != "export_statement":
            continue
        source_node = statement.child_by_field_name("source")
        source = string_value(source_node) if source_node is not None else None
        if source is not None and any(c.type == "*" for c in statement.children):
            yield source, name
        for clause in statement.named_children:
            if clause.type == "namespace_export" and source is not None:
                alias = first_named(clause)
                if alias is not None and text(alias) == name:
                    yield source, NAMESPACE
            for specifier in clause.named_children if clause.type == "export_clause" else ():
                inner = specifier.child_by_field_name("name")
                outer = specifier.child_by_field_name("alias") or inner
                if inner is not None and outer is not None and text(outer) == name:
                    yield source, text(inner)


def _global_blocks(root: Node) -> Iterator[Node]:
    for statement in children_of(root):
        if statement.type == "export_statement" and children_of(statement):
            statement = children_of(statement)[0]
        if statement.type != "ambient_declaration":
            continue
        if any(c.type == "global" for c in statement.children):
            yield from (c for c in children_of(statement) if c.type == "statement_block")


# Vue 2's instance, and what Vue 3 has for it; the modules that are augmented with them.
_OF_COMPONENTS = {
    b"vue/types/vue": "Vue",
    b"ComponentCustomProperties": "ComponentCustomProperties",
}


def _module_blocks(root: Node) -> Iterator[tuple[str, Node]]:
    """The blocks `declare module 'name' { … }` of a file."""
    for statement in children_of(root):
        declared = first_named(statement)
        if declared is not None and declared.type == "module":
            name = declared.child_by_field_name("name")
            body = declared.child_by_field_name("body")
            if name is not None and body is not None and (package := string_value(name)):
                yield package, body


def _component_interfaces(root: Node) -> Iterator[Node]:
    for _, body in _module_blocks(root):
        for child in children_of(body):
            inner = child.child_by_field_name("declaration") or child
            name = inner.child_by_field_name("name")
            if inner.type == "interface_declaration" and name is not None:
                yield from (inner for it in _OF_COMPONENTS.values() if text(name) == it)
