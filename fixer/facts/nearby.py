"""The scripts that would have to name a type of which a component or a form has a value."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from fixer.program.angular.inputs import outputs
from fixer.program.module import Module
from fixer.program.program import Program, Symbol
from fixer.program.scopes import BindingKind


class Near:
    """Scripts, the nearest first, and as far as asked what they import, and that imports."""

    def __init__(self, nearby: Nearby, scripts: tuple[Module, ...], *, goes_on: bool) -> None:
        self._nearby, self._goes_on = nearby, goes_on
        self._found = dict.fromkeys(it.path for it in scripts)
        self._left = deque(scripts)

    def among(self, paths: Collection[Path]) -> bool:
        """Whether one of the scripts found so far is among some files."""
        return any(path in paths for path in self._found)

    def names(self, type_name: str) -> bool:
        """Whether one of the scripts writes the name of a type."""
        holding = self._nearby.holding(type_name)
        if any(path in self._found for path in holding):
            return True
        while self._left and self._goes_on:
            reached = self._nearby.imported(self._left.popleft())
            fresh = [it for it in reached if it.path not in self._found]
            self._found |= dict.fromkeys(it.path for it in fresh)
            self._left.extend(dict.fromkeys(fresh))
            if any(it.path in holding for it in fresh):
                return True
        return False


class Nearby:
    """The scripts of templates, and those that declare what they import."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._known: dict[tuple[bool, tuple[Module, ...]], Near] = {}
        self._imports: dict[Module, tuple[Module, ...]] = {}

    def of_form(self, module: Module) -> Near | None:
        """The scripts whose types a form's value may be taken as: its class's, what it imports.

        None are told where an output may hand it to any class that has the component.
        """
        scripts = self._scripts(module)
        if any(outputs(it.node) for where in scripts for it in where.components):
            return None
        imported = (it for where in scripts for it in self.imported(where))
        return self._near((*scripts, *imported), goes_on=False)

    def of_text(self, module: Module) -> Near:
        """Those whose types the rows may be of that a template's components are given.

        They come from the class, from those that show it, or from what these import, however far:
        a component that asks a facade for rows names no type, nor do the selectors behind it.
        """
        scripts = self._scripts(module)
        users = (u for where in scripts for u in self._users(where))
        return self._near((*scripts, *users), goes_on=True)

    def of_rows(self, module: Module) -> Near:
        """The same for a component of Vue: its file, those that use it, and what these import."""
        return self._near((module, *self._importers(module)), goes_on=True)

    def holding(self, name: str) -> frozenset[Path]:
        """The files that a name stands in."""
        return frozenset(self._program.holding(name))

    def _near(self, scripts: Iterable[Module], *, goes_on: bool) -> Near:
        around = tuple(dict.fromkeys(scripts))
        found = self._known.get((goes_on, around))
        if found is None:
            found = self._known[goes_on, around] = Near(self, around, goes_on=goes_on)
        return found

    def of_key(self, module: Module, *, is_path: bool) -> Near:
        """Those that would have to name a type of which a script has a key as a text.

        Its own file, or one that uses it; of a path, which goes through types, what they import.
        """
        around = (module, *self._importers(module))
        imported = (it for where in around for it in self.imported(where)) if is_path else ()
        return self._near((*around, *imported), goes_on=False)

    def _importers(self, module: Module) -> Iterator[Module]:
        stem = module.path.stem if module.path.stem != "index" else module.folder.name
        for path in self._program.holding(stem):
            user = self._program.module(path)
            named = (self._program.locate(user, it) for it in user.specifiers if stem in it)
            if module.path in named:
                yield user

    def _scripts(self, module: Module) -> tuple[Module, ...]:
        shown = self._program.shown_by(module, module.root)
        return tuple(where for where, _ in shown) or (module,)

    def _users(self, module: Module) -> Iterator[Module]:
        for component in module.components:
            for where, _ in self._program.directives.elements(component) or ():
                yield from self._scripts(where)

    def imported(self, module: Module) -> tuple[Module, ...]:
        """The files that declare what a script imports, whichever hands it on."""
        found = self._imports.get(module)
        if found is None:
            found = self._imports[module] = tuple(dict.fromkeys(self._imported(module)))
        return found

    def _imported(self, module: Module) -> Iterator[Module]:
        names = module.table(module.root)
        for binding in dict.fromkeys((*names.values.values(), *names.types.values())):
            if binding.kind is BindingKind.IMPORT:
                for symbol in self._program.symbols(module, binding):
                    if isinstance(symbol, Symbol):
                        yield symbol.module
