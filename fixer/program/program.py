"""The whole frontend: its modules, and what a name means across them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tree_sitter import Node

from fixer.program.ahead import Ahead, Reading
from fixer.program.angular.components import Component, beside, pipe_classes, template_owners
from fixer.program.angular.markup import AngularMarkup
from fixer.program.directives import Directives
from fixer.program.envfiles import EnvFiles
from fixer.program.module import DEFAULT, NAMESPACE, Export, Import, Module
from fixer.program.resolution import Resolver
from fixer.program.scopes import Binding, BindingKind
from fixer.program.syntax import EMBEDDING, TEMPLATE
from fixer.program.texts import read, text_of
from fixer.program.words import Words

# Which exports a question has come to: each is followed once.
Seen = set[tuple[Path, str]]


@dataclass(frozen=True, slots=True)
class Symbol:
    """What a name finally means: a declaration in a module of the program.

    `binding` None: an exported expression, `node` (`export default {…}`), or the whole module
    when `node` is its root (a namespace import).
    """

    module: Module
    node: Node
    binding: Binding | None = None

    @property
    def is_namespace(self) -> bool:
        """Whether it is a module as a whole: `import * as api from './api'`."""
        return self.binding is None and self.node.type == "program"

    def __hash__(self) -> int:
        return hash((self.module.path, self.node.id, self.binding))

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Symbol)
            and self.module is other.module
            and self.node == other.node
            and self.binding == other.binding
        )


@dataclass(frozen=True, slots=True)
class External:
    """A name that comes from outside the program: `name` (or `default`, `*`) of a package."""

    specifier: str
    name: str


class Program:
    """Modules by path, parsed when first needed.

    `files` are absolute paths of all frontend files below `root`, tests included. `texts` stand
    in for what is on disk: fixes under way, an editor's unsaved buffers. `reading`: another
    process that reads what is on disk; it knows nothing of `texts`.
    """

    def __init__(
        self,
        root: Path,
        exclude: Iterable[str] = (),
        texts: Mapping[Path, bytes] | None = None,
        reading: Ahead | None = None,
    ) -> None:
        self.root = root
        self._exclude = tuple(exclude)
        self._texts = texts or {}
        self._reading = reading
        self._default_names: dict[Path, tuple[str, ...]] = {}
        self._modules: dict[Path, Module] = {}
        self._exports: dict[tuple[Path, str], tuple[Symbol | External, ...]] = {}
        self._stars: dict[Path, tuple[tuple[str, Path | None], ...]] = {}

    @cached_property
    def files(self) -> tuple[Path, ...]:
        return tuple(self.sources)

    @cached_property
    def variables(self) -> EnvFiles:
        return EnvFiles()

    @cached_property
    def resolver(self) -> Resolver:
        return Resolver(self.root)

    @cached_property
    def _ahead(self) -> Reading | None:
        return self._reading.take() if self._reading is not None else None

    @cached_property
    def sources(self) -> Mapping[Path, bytes]:
        """The bytes of every file, in the order of their paths; components' templates are among
        them, what a tool wrote for machines isn't."""
        if self._ahead is not None:
            return self._ahead.texts
        return read(self.root, self._exclude, self._texts)

    @cached_property
    def _owners(self) -> Mapping[Path, tuple[Path, ...]]:
        return template_owners(self.sources)

    @cached_property
    def pipes(self) -> Mapping[str, tuple[tuple[Module, Node], ...]]:
        """The classes that Angular templates use as pipes, with their modules, by name."""
        found: dict[str, tuple[tuple[Module, Node], ...]] = {}
        for path in self.holding("Pipe"):
            if b"@Pipe" in self.sources[path]:
                module = self.module(path)
                for name, node in pipe_classes(module.root, module.language):
                    found[name] = (*found.get(name, ()), (module, node))
        return found

    @cached_property
    def directives(self) -> Directives:
        """Which of the program's components and directives stand on an element."""
        return Directives(self.sources, self.words, self.module)

    def shown_by(self, module: Module, node: Node) -> tuple[tuple[Module, Node], ...]:
        """The classes whose template a node of `module` stands in, with their modules."""
        if module.path.suffix != TEMPLATE:
            markup = module.markup
            inline = isinstance(markup, AngularMarkup) and markup.owner(node.start_byte)
            return ((module, inline),) if inline else ()
        owners = (self.module(path) for path in self._owners.get(module.path, ()))
        return tuple(
            (owner, component.node)
            for owner in owners
            for component in owner.components
            if component.url is not None and beside(owner.path, component.url) == module.path
        )

    def template_of(self, module: Module, component: Component) -> Module | None:
        """Where the template of a component stands; None: it has none, or it isn't read."""
        if component.url is None:
            return module if component.template is not None and component.is_plain else None
        path = beside(module.path, component.url)
        return self.module(path) if path in self.sources else None

    def module(self, path: Path) -> Module:
        """The module of a file; reads it when it isn't one of `files` (a library's stub)."""
        module = self._modules.get(path)
        if module is None:
            data = self.sources[path] if path in self.sources else text_of(path, self._texts)
            module = self._modules[path] = Module(path, data)
        return module

    @property
    def parsed(self) -> int:
        """How many of the program's files had to be parsed so far."""
        return sum(m.is_parsed for path, m in self._modules.items() if path in self.sources)

    @cached_property
    def words(self) -> Words:
        """Which files hold which words; searching them is far cheaper than parsing them."""
        return Words(self.sources, self._ahead.index if self._ahead is not None else None)

    def holding(self, *names: str) -> tuple[Path, ...]:
        """The files that write any of `names` (see `Words.holding`), none parsed for it."""
        return self.words.holding(*names)

    @cached_property
    def order(self) -> Mapping[Path, int]:
        """Where each file stands among all."""
        return {path: number for number, path in enumerate(self.sources)}

    def locate(self, module: Module, specifier: str) -> Path | None:
        """The file that an import specifier of `module` leads to; None: outside the program."""
        return self.resolver.resolve(module.folder, specifier)

    def infers(self, module: Module) -> bool:
        """Whether the compiler infers what nobody annotated in a file (`noImplicitAny`)."""
        return self.resolver.infers(module.folder)

    def default_names(self, module: Module) -> tuple[str, ...]:
        """What other files call the default export of `module`."""
        known = self._default_names.get(module.path)
        if known is None:
            known = self._default_names[module.path] = tuple(self._named_by_others(module))
        return known

    def _named_by_others(self, module: Module) -> Iterator[str]:
        stem = module.path.stem if module.path.stem != "index" else module.path.parent.name
        imports = _default_import(stem)
        for path in self.holding(stem):
            if imports.search(self.sources[path]) is None:
                continue
            other = self.module(path)
            for name, specifier in other.default_imports.items():
                if self.locate(other, specifier) == module.path:
                    yield name

    def symbol(self, module: Module, binding: Binding) -> Symbol | External | None:
        """What a binding finally means, imports followed; None: it leads nowhere."""
        if binding.kind is not BindingKind.IMPORT:
            return Symbol(module, binding.node, binding)
        source = module.import_of(binding)
        return self._imported(module, source) if source is not None else None

    def symbols(self, module: Module, binding: Binding) -> tuple[Symbol | External, ...]:
        """As `symbol`, for a name that is a value and a type at once (both declarations)."""
        if binding.kind is not BindingKind.IMPORT:
            return (Symbol(module, binding.node, binding),)
        source = module.import_of(binding)
        if source is None:
            return ()
        return self._all_imported(module, source, set())

    def value(self, module: Module, name: Node) -> Symbol | External | None:
        """What an identifier means as a value; None: a global, or nowhere."""
        binding = module.resolve(name)
        if binding is None:
            return None
        found = self.symbols(module, binding)
        values = (s for s in found if not _is_type_only(s))
        return next(values, None)

    def type(self, module: Module, name: Node) -> Symbol | External | None:
        """What an identifier means as a type; None: a global type, or nowhere."""
        binding = module.resolve_type(name)
        if binding is None:
            return None
        found = [s for s in self.symbols(module, binding) if not _is_value_only(s)]
        # `type Row = …` with the enums of its members beside it, in `namespace Row { … }`.
        return next((s for s in found if not is_namespace(s)), next(iter(found), None))

    def exported(self, path: Path, name: str) -> tuple[Symbol | External, ...]:
        """What a file exports under `name`, through re-exports and `export *`."""
        return self._exported(path, name, set())

    def _imported(self, module: Module, source: Import) -> Symbol | External | None:
        return next(iter(self._all_imported(module, source, set())), None)

    def _all_imported(
        self, module: Module, source: Import, seen: Seen
    ) -> tuple[Symbol | External, ...]:
        path = self.locate(module, source.specifier)
        if path is None:
            return (External(source.specifier, source.imported),)
        if source.imported == NAMESPACE:
            target = self.module(path)
            return (Symbol(target, target.root),)
        return self._exported(path, source.imported, seen)

    def _exported(self, path: Path, name: str, seen: Seen) -> tuple[Symbol | External, ...]:
        key = (path, name)
        if key in self._exports:
            return self._exports[key]
        if key in seen:
            return ()
        is_whole = not seen  # what is found below another question may be partial
        seen.add(key)
        found = self._looked_up(path, name, seen)
        if is_whole:
            self._exports[key] = found
        return found

    def _looked_up(self, path: Path, name: str, seen: Seen) -> tuple[Symbol | External, ...]:
        module = self.module(path)
        if not _may_export(module.data, name, path.suffix):
            return ()
        found: list[Symbol | External] = []
        for export in module.exports.get(name, ()):
            found.extend(self._target(module, export, seen))
        if not found and name == DEFAULT and path.suffix in EMBEDDING:
            found.append(Symbol(module, module.root))
        if not found and name != DEFAULT:
            for specifier in self._starred(module, name):
                found.extend(self._all_imported(module, Import(specifier, name), seen))
            # A package may export anything, so it has what no file of the program has.
            found = [s for s in found if isinstance(s, Symbol)] or found
        return tuple(dict.fromkeys(found))

    def _starred(self, module: Module, name: str) -> Iterator[str]:
        """The specifiers of a file's `export *` that may have a name; barrels have hundreds."""
        stars = self._stars.get(module.path)
        if stars is None:
            stars = self._stars[module.path] = tuple(self._star_targets(module))
        writing = frozenset(self.holding(name)) if len(stars) > 1 else None
        for specifier, plain in stars:
            if plain is None or writing is None or plain in writing:
                yield specifier

    def _star_targets(self, module: Module) -> Iterator[tuple[str, Path | None]]:
        """Each with the program's file that it leads to, if that exports nothing but its own."""
        for specifier in module.star_exports:
            path = self.locate(module, specifier)
            data = self.sources.get(path) if path is not None else None
            if path is None or data is None or path.suffix in EMBEDDING or _STAR.search(data):
                yield specifier, None
            else:
                yield specifier, path

    def _target(self, module: Module, export: Export, seen: Seen) -> tuple[Symbol | External, ...]:
        if export.source is not None:
            return self._all_imported(module, export.source, seen)
        binding = export.binding
        if binding is None:
            return (Symbol(module, export.node),)
        if binding.kind is BindingKind.IMPORT:
            source = module.import_of(binding)
            return self._all_imported(module, source, seen) if source is not None else ()
        return (Symbol(module, binding.node, binding),)


_STAR = re.compile(rb"export\s*(?:type\s*)?\*")


def _may_export(data: bytes, name: str, suffix: str) -> bool:
    """Whether it is worth parsing a file for an export; barrels lead to dozens that are not."""
    if name == DEFAULT or name.encode() in data:
        return True
    return b"export" in data and (suffix in EMBEDDING or _STAR.search(data) is not None)


_TYPES = frozenset({BindingKind.INTERFACE, BindingKind.TYPE, BindingKind.TYPE_PARAMETER})
_BOTH = frozenset({BindingKind.CLASS, BindingKind.ENUM, BindingKind.NAMESPACE, BindingKind.IMPORT})


def _is_type_only(symbol: Symbol | External) -> bool:
    if isinstance(symbol, External) or symbol.binding is None:
        return False
    return symbol.binding.kind in _TYPES


def is_namespace(symbol: Symbol | External) -> bool:
    """Whether it is declared as a namespace, which another declaration may stand beside."""
    if isinstance(symbol, External) or symbol.binding is None:
        return False
    return symbol.binding.kind is BindingKind.NAMESPACE


def _is_value_only(symbol: Symbol | External) -> bool:
    if isinstance(symbol, External) or symbol.binding is None:
        return False
    return symbol.binding.kind not in _TYPES and symbol.binding.kind not in _BOTH


def _default_import(stem: str) -> re.Pattern[bytes]:
    """`import a from '…'` of a file with that stem, in a text; a comment may stand between."""
    name = rb"\bimport\s+(?:type\s+)?(?:[\w$]+\s*(?:,[^'\"`;]*)?\bfrom|[^'\"`;]*/[*/])"
    return re.compile(name + rb"[^'\"`;]*['\"][^'\"\n]*" + re.escape(stem.encode()))
