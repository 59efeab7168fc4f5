"""The scripts that would have to name a type of which a component or a form has a value."""

from __future__ import annotations

from collections.abc import Iterator

from fixer.program.angular.inputs import outputs
from fixer.program.module import Module
from fixer.program.program import Program, Symbol
from fixer.program.scopes import BindingKind


class Nearby:
    """The scripts of templates, and those that declare what they import."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._known: dict[tuple[Module, ...], tuple[Module, ...]] = {}

    def of_form(self, module: Module) -> tuple[Module, ...]:
        """The scripts whose types a form's value may be taken as: its class's, what it imports.

        None are told where an output may hand it to any class that has the component.
        """
        scripts = self._scripts(module)
        if any(outputs(it.node) for where in scripts for it in where.components):
            return ()
        return self._reached(scripts)

    def of_text(self, module: Module) -> tuple[Module, ...]:
        """Those whose types the rows may be of that a template's components are given.

        They come from the class, from those that show it, or from what these import; what such
        a file works with may be a type that only the next one names.
        """
        scripts = self._scripts(module)
        users = (u for where in scripts for u in self._users(where))
        around = tuple(dict.fromkeys((*scripts, *users)))
        return self._reached(self._reached(around))

    def of_key(self, module: Module, *, is_path: bool) -> tuple[Module, ...]:
        """Those that would have to name a type of which a script has a key as a text.

        Its own file, or one that uses it; of a path, which goes through types, what they import.
        """
        around = (module, *self._importers(module))
        return self._reached(around) if is_path else around

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

    def _reached(self, scripts: tuple[Module, ...]) -> tuple[Module, ...]:
        found = self._known.get(scripts)
        if found is None:
            reached = (it for where in scripts for it in self._imported(where))
            found = self._known[scripts] = tuple(dict.fromkeys((*scripts, *reached)))
        return found

    def _imported(self, module: Module) -> Iterator[Module]:
        """The files that declare what a script imports, whichever hands it on."""
        names = module.table(module.root)
        for binding in dict.fromkeys((*names.values.values(), *names.types.values())):
            if binding.kind is BindingKind.IMPORT:
                for symbol in self._program.symbols(module, binding):
                    if isinstance(symbol, Symbol):
                        yield symbol.module
