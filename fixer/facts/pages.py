"""The contract's pages and the frontend's: which module is which page, what a page reaches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

from tree_sitter import Node

from fixer.contract.model import Contract, Page
from fixer.facts.clientfunctions import ClientFunction, ClientFunctions
from fixer.program.files import is_test
from fixer.program.module import Module
from fixer.program.program import Program
from fixer.program.syntax import TEMPLATE, string_value


class Pages:
    """The pages of a contract in a frontend, everything computed when first asked for."""

    def __init__(self, program: Program, contract: Contract, clients: ClientFunctions) -> None:
        self._program = program
        self._contract = contract
        self._clients = clients
        self._reached: dict[Path, tuple[Module, ...]] = {}

    @cached_property
    def _by_path(self) -> Mapping[Path, Page]:
        pages = {p.name: p for p in self._contract.pages}
        found: dict[Path, Page] = {}
        for path in self._program.files if pages else ():
            if path.suffix == TEMPLATE:
                continue
            name = path.parent.name if path.stem == "index" else path.stem
            if name in pages and not is_test(path, self._program.root):
                found[path] = pages[name]
        return found

    def page(self, path: Path) -> Page | None:
        """The page of the contract that a file is, by the file's name; None: none."""
        return self._by_path.get(path)

    @property
    def paths(self) -> tuple[Path, ...]:
        return tuple(self._by_path)

    def component(self, module: Module, page: Page) -> Node:
        """The name of the page's component where it is declared; else the whole file."""
        for name in (page.name, "default"):
            for export in module.exports.get(name, ()):
                if export.binding is not None:
                    return export.binding.name_node
        return module.root

    def reached(self, path: Path) -> tuple[Module, ...]:
        """A page's module and those it imports, and so on, without client modules and pages."""
        known = self._reached.get(path)
        if known is None:
            known = self._reached[path] = tuple(self._reach(path))
        return known

    def _reach(self, path: Path) -> Iterator[Module]:
        clients = {f.module.path for f in self._clients.all}
        seen = {path}
        waiting = [path]
        while waiting:
            module = self._program.module(waiting.pop())
            yield module
            for specifier in module.specifiers:
                found = self._program.locate(module, specifier)
                if found is None or found in seen or found in clients:
                    continue
                if found in self._by_path or is_test(found, self._program.root):
                    continue
                seen.add(found)
                waiting.append(found)

    def uses(self, path: Path, functions: Iterable[ClientFunction]) -> bool:
        """Whether the page, or what it imports, names one of the functions."""
        names = [f.name for f in functions]
        return any(_names(m, names) for m in self.reached(path))

    def calls(self, module: Module, function: ClientFunction) -> bool:
        """Whether a module itself names a function."""
        return _names(module, [function.name])

    def reads(self, path: Path, field: str) -> bool:
        """Whether the page, or what it imports, reads a property of that name."""
        return any(_reads(m, field) for m in self.reached(path))

    def is_complete(self, path: Path) -> bool:
        """Whether a page of the contract uses every function that its list names."""
        page = self.page(path)
        if page is None:
            return False
        return all(self.uses(path, self.functions(use.function)) for use in page.uses)

    def functions(self, name: str) -> tuple[ClientFunction, ...]:
        """The functions that serve for a name on a list: its own, and others of its operation."""
        operation = self._clients.names.get(name)
        others = self._clients.of(operation) if operation is not None else ()
        named = tuple(f for f in self._clients.all if f.name == name)
        return tuple(dict.fromkeys((*named, *others)))


def _names(module: Module, names: Iterable[str]) -> bool:
    """Whether a name stands in the code, not only in an import statement."""
    return any(_is_use(n) for name in names for n in module.occurrences(name))


def _is_use(node: Node) -> bool:
    if node.type not in ("identifier", "property_identifier", "shorthand_property_identifier"):
        return False
    parent = node.parent
    return parent is None or parent.type not in ("import_specifier", "import_clause")


_READ = frozenset(
    {
        "member_expression",
        "pair_pattern",
        "subscript_expression",
    }
)


def _reads(module: Module, field: str) -> bool:
    for node in module.occurrences(field):
        if node.type == "shorthand_property_identifier_pattern":
            return True
        parent = node.parent
        if parent is None:
            continue
        if node.type == "property_identifier" and parent.type in _READ:
            return True
        if node.type == "string_fragment" and parent.type == "string":
            outer = parent.parent
            if outer is not None and outer.type in _READ and string_value(parent) == field:
                return True
    return False
