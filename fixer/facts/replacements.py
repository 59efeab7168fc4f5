"""Fake data becomes the fix that loads the real data in its place, where one can be written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tree_sitter import Node

from fixer.contract.model import Contract
from fixer.diagnostics import Applicability, Edit, Fix
from fixer.facts.clientfunctions import ClientFunction, ClientFunctions
from fixer.facts.pages import Pages
from fixer.facts.placeholders import Delay, Fake, Form, Marker, Patterns, Placeholders, Role
from fixer.facts.placeholders.context import statement_of
from fixer.facts.placeholders.markers import bare, leading
from fixer.facts.placeholders.records import given_by, unwrapped
from fixer.facts.sources import Source, Sources, arguments_for, error_setter
from fixer.facts.states import State, states
from fixer.facts.surroundings import (
    call_around,
    following,
    handler_verb,
    is_in_effect,
    is_operand,
    statements_beside,
)
from fixer.facts.typetexts import Written, allows_null, canon, is_array
from fixer.program.module import Module
from fixer.program.program import Program, Symbol
from fixer.program.syntax import text
from fixer.rewrite.dead import Dead, dead_after
from fixer.rewrite.imports import (
    Needed,
    can_import,
    import_edits,
    specifier_to,
    whole_lines,
)
from fixer.rewrite.loading import Load, after_hooks, chain, effect, end_of, indent_of
from fixer.rewrite.style import has_types, style_of

_REACT = frozenset({"useState"})


@dataclass(frozen=True, slots=True)
class _Change:
    """Edits of the code itself, the ranges they take away, and what they need imported."""

    message: str
    edits: tuple[Edit, ...]
    removed: tuple[tuple[int, int], ...]
    needed: tuple[Needed, ...] = ()


class Replacements:
    """The fixes for what is fake in one file."""

    def __init__(
        self,
        module: Module,
        program: Program,
        contract: Contract,
        clients: ClientFunctions,
        pages: Pages,
        found: Placeholders,
        patterns: Patterns,
    ) -> None:
        self._module = module
        self._program = program
        self._contract = contract
        self._clients = clients
        self._pages = pages
        self._found = found
        self._patterns = patterns
        self._sources = Sources(program, contract, clients, pages)
        self._style = style_of(module)

    def source(self, fake: Fake) -> ClientFunction | None:
        """The client function that has the real data."""
        if fake.state is not None:
            found = self._sources.of(fake.state, fake.operation)
            if found is not None:
                return found.function
        functions = self._clients.of(fake.operation) if fake.operation is not None else ()
        return functions[0] if functions else None

    def of_fake(self, fake: Fake) -> Fix | None:
        """The fix for fake data; None where the place has no form that could be rewritten.

        Or not yet: of two fixes that together leave a name unused, the second waits for the first.
        """
        return self._fixes.get(fake.node.id)

    def of_delay(self, delay: Delay) -> Fix | None:
        """The fix for a wait in an event's handler: the page's function for that event."""
        return self._fixes.get(delay.node.id)

    @cached_property
    def _fixes(self) -> Mapping[int, Fix]:
        found: dict[int, Fix] = {}
        done: list[_Change] = []
        changes = [(f.node.id, self._change(f)) for f in self._found.fakes]
        changes += [(d.node.id, self._awaited(d)) for d in self._found.delays]
        for key, change in changes:
            if change is None or any(self._leave_unused(change, other) for other in done):
                continue
            done.append(change)
            found[key] = self._fix(change)
        return found

    def _leave_unused(self, one: _Change, other: _Change) -> bool:
        """Whether both changes together end the use of a name that each alone leaves used."""
        alone = [self._dead(one.removed), self._dead(other.removed)]
        names = {b for dead in alone for b in (*dead.imports, *dead.constants)}
        both = self._dead((*one.removed, *other.removed))
        return not names.issuperset((*both.imports, *both.constants))

    def _dead(self, removed: Iterable[tuple[int, int]]) -> Dead:
        return dead_after(self._module, (*removed, *self._marked(removed)))

    def _change(self, fake: Fake) -> _Change | None:
        if fake.form is Form.FALLBACK:
            return self._emptied(fake)
        if fake.state is None or fake.state.hook not in _REACT or not fake.state.is_pair:
            return None
        if fake.role is Role.INITIAL:
            return self._initial(fake, fake.state)
        if fake.role is Role.ASSIGNED:
            return self._assigned(fake, fake.state)
        return None

    def of_marker(self, marker: Marker) -> Fix | None:
        """The fix for what a comment stands above, or its removal where nothing fake is left."""
        for fix in self._fixes.values():
            if any(e.start <= marker.node.start_byte < e.end for e in fix.edits):
                return fix
        if self._found.fakes or self._found.delays or self._found.randoms:
            return None
        if not self._pages.is_complete(self._module.path):
            return None
        node = self._alone(marker)
        if node is None:
            return None
        start, end = whole_lines(self._module.data, node)
        edit = Edit(self._module.path, start, end, "")
        return Fix("Remove it: the page loads what it should", (edit,), Applicability.UNSAFE)

    def _alone(self, marker: Marker) -> Node | None:
        """What goes with a marker: its `{/* … */}`, the element of only that text, the comment."""
        node, parent = marker.node, marker.node.parent
        if parent is None:
            return None
        if marker.is_text:
            children = [c for c in parent.named_children if "opening" not in c.type]
            inner = [c for c in children if "closing" not in c.type]
            alone = parent.type == "jsx_element" and inner == [node]
            outer = parent.parent
            return parent if alone and outer is not None and outer.type == "jsx_element" else None
        if parent.type == "jsx_expression":
            return parent if parent.named_child_count == 1 else None
        return node

    def _fix(self, change: _Change) -> Fix:
        comments = [Edit(self._module.path, *r, "") for r in self._marked(change.removed)]
        dead = self._dead(change.removed)
        imports = import_edits(self._module, change.needed, dead.imports)
        edits = tuple(sorted({*change.edits, *comments, *dead.edits, *imports}))
        return Fix(change.message, edits, Applicability.UNSAFE)

    def _marked(self, ranges: Iterable[tuple[int, int]]) -> Iterable[tuple[int, int]]:
        """The lines of the marking comments above the statements that change."""
        for start, end in ranges:
            node = self._module.root.descendant_for_byte_range(start, max(start, end - 1))
            statement = statement_of(node) if node is not None else None
            for comment in leading(statement) if statement is not None else ():
                if self._patterns.comment_marks(bare(comment)):
                    yield whole_lines(self._module.data, comment)

    def _emptied(self, fake: Fake) -> _Change | None:
        """A fallback that has nothing to show: `[]`, or `null` where the type has it."""
        content = None
        if fake.state is not None and fake.state.type is not None:
            content = self._empty(fake.state)
        elif fake.state is None and fake.role is Role.RETURNED and is_operand(fake.node):
            content = "[]" if fake.records is not None and fake.records.listed else None
        if content is None:
            return None
        return self._replaced(fake.node, content, "Show nothing in place of what failed to load")

    def _replaced(self, node: Node, content: str, message: str, *needed: Needed) -> _Change:
        edit = Edit(self._module.path, node.start_byte, node.end_byte, content)
        return _Change(message, (edit,), ((node.start_byte, node.end_byte),), needed)

    def _empty(self, state: State) -> str | None:
        """The first value of state that isn't loaded yet, by its type; None: it has none."""
        if state.type is None:
            return None
        if is_array(canon(self._program, Written(state.module, state.type))):
            return "[]"
        return allows_null(state.type)

    def _initial(self, fake: Fake, state: State) -> _Change | None:
        source = self._sources.of(state, fake.operation)
        arguments = state.call.child_by_field_name("arguments")
        component = state.component
        first = unwrapped(given_by(state.initial) or state.initial) if state.initial else None
        if source is None or arguments is None or component is None or first != fake.node:
            return None
        statement = state.declarator.parent
        if statement is None or statement.parent != component.child_by_field_name("body"):
            return None
        last = after_hooks(statement)
        at = end_of(self._module, last)
        first_value = self._first_value(state, source)
        if at is None or first_value is None:
            return None
        path = self._module.path
        inside = (arguments.start_byte + 1, arguments.end_byte - 1)
        edits = [Edit(path, arguments.start_byte, arguments.end_byte, first_value)]
        typed = state.type is None and has_types(self._module)
        needed = self._item(source) if typed else ()
        message = "Begin with nothing: the data is loaded already"
        if state.setter is None or not self._is_named(source.function, component):
            load = self._load(source, state, last, None)
            if load is None:
                return None
            hook, more = self._effect_hook(state)
            needed = (*needed, *more, *self._imported(source))
            edits += [self._effect(load, hook, statement, at), *self._setter_edits(state)]
            message = f"Load it with {source.function.name}()"
        if not all(can_import(self._module, n, statement) for n in needed):
            return None
        return _Change(message, tuple(edits), (inside,), tuple(needed))

    def _effect(self, load: Load, hook: str, statement: Node, at: int) -> Edit:
        indent = indent_of(self._module, statement)
        between = self._style.newline * 2
        content = f"{between}{indent}{effect(load, hook, indent, self._style)}"
        return Edit(self._module.path, at, at, content)

    def _is_named(self, function: ClientFunction, component: Node) -> bool:
        """Whether a component speaks of a client function already."""
        return any(
            component.start_byte <= n.start_byte < component.end_byte
            for n in self._module.occurrences(function.name)
        )

    def _first_value(self, state: State, source: Source) -> str | None:
        """The arguments, in parentheses, with which state begins that is loaded later."""
        if state.type is not None:
            empty = self._empty(state)
            return f"({empty})" if empty is not None else None
        if source.item is None:
            return None
        return f"<{source.item.text}[]>([])" if has_types(self._module) else "([])"

    def _setter_edits(self, state: State) -> tuple[Edit, ...]:
        if state.setter is not None or state.value is None:
            return ()
        at = state.value.name_node.end_byte
        return (Edit(self._module.path, at, at, f", {_setter(state)}"),)

    def _load(self, source: Source, state: State, at: Node, settled: str | None) -> Load | None:
        setter = _setter(state)
        if state.setter is None and self._module.lookup(setter, at) is not None:
            return None
        arguments = arguments_for(source.function, following(at), self._module)
        if arguments is None:
            return None
        taken = setter
        if source.field is not None:
            name = "page" if source.field == "results" else "response"
            taken = f"({name}) => {setter}({name}.{source.field})"
        error = error_setter(self._kept, state.component)
        failed = f"(cause: Error) => {error}(cause.message)" if error else "console.error"
        return Load(
            source.function.name, arguments.given, taken, failed, settled, arguments.depends
        )

    @cached_property
    def _kept(self) -> tuple[State, ...]:
        return tuple(states(self._module, self._patterns.state_calls))

    def _effect_hook(self, state: State) -> tuple[str, tuple[Needed, ...]]:
        """How `useEffect` is called here, and what that needs."""
        function = state.call.child_by_field_name("function")
        if function is not None and function.type == "member_expression":
            receiver = function.child_by_field_name("object")
            return (f"{text(receiver)}.useEffect" if receiver is not None else "useEffect"), ()
        binding = self._module.resolve(function) if function is not None else None
        source = self._module.import_of(binding) if binding is not None else None
        return "useEffect", (Needed(source.specifier if source else "react", "useEffect"),)

    def _imported(self, source: Source) -> tuple[Needed, ...]:
        return (self._needed(source.function.module.path, source.function.name),)

    def _item(self, source: Source) -> tuple[Needed, ...]:
        """The type of the list's elements, from where it is declared."""
        if source.item is None:
            return ()
        symbol = self._program.type(source.item.module, source.item.node)
        declared = symbol.module if isinstance(symbol, Symbol) else source.item.module
        return (self._needed(declared.path, source.item.text, is_type=True),)

    def _needed(self, path: Path, name: str, *, is_type: bool = False) -> Needed:
        return Needed(specifier_to(self._program, self._module, path), name, is_type)

    def _assigned(self, fake: Fake, state: State) -> _Change | None:
        """`setX(fake)`, alone in an effect or in a timer there, becomes the load."""
        call = call_around(fake.node)
        statement = call.parent if call is not None else None
        source = self._sources.of(state, fake.operation)
        if statement is None or statement.type != "expression_statement" or source is None:
            return None
        settled = None
        if fake.form is Form.SIMULATED:
            timer = fake.timer.parent if fake.timer is not None else None
            if timer is None or timer.type != "expression_statement":
                return None
            others = [s for s in statements_beside(statement) if s != statement]
            if len(others) > 1 or any(s.type != "expression_statement" for s in others):
                return None
            settled = text(others[0]).rstrip().removesuffix(";") if others else None
            statement = timer
        if not is_in_effect(statement):
            return None
        component = state.component
        if component is None or self._is_named(source.function, component):
            return None
        load = self._load(source, state, statement, settled)
        needed = self._imported(source)
        if load is None or load.depends or not can_import(self._module, needed[0], statement):
            return None
        content = chain(load, indent_of(self._module, statement), self._style)
        return self._replaced(
            statement,
            content,
            f"Load it with {source.function.name}()",
            *needed,
        )

    def _awaited(self, delay: Delay) -> _Change | None:
        function = self._for_handler(delay)
        if function is None:
            return None
        names = [p.name for p in function.parameters if not p.is_optional]
        if any(n is None or self._module.lookup(n, delay.node) is None for n in names):
            return None
        call = f"{function.name}({', '.join(n for n in names if n)})"
        needed = self._imported(Source(function))
        if not can_import(self._module, needed[0], delay.node):
            return None
        return self._replaced(delay.node, call, f"Call {function.name}()", *needed)

    def _for_handler(self, delay: Delay) -> ClientFunction | None:
        """The function of the page's list that begins with the handler's verb, called nowhere."""
        page = self._pages.page(self._module.path)
        handler = handler_verb(delay.node)
        if page is None or handler is None:
            return None
        found: list[ClientFunction] = []
        for use in page.uses:
            rest = use.function.removeprefix(handler)
            if rest == use.function or not rest[:1].isupper():
                continue
            function = self._clients.called(use.function)
            if function is not None and not self._pages.calls(self._module, function):
                found.append(function)
        return found[0] if len(found) == 1 else None


def _setter(state: State) -> str:
    if state.setter is not None:
        return state.setter.name
    name = state.name or ""
    return f"set{name[:1].upper()}{name[1:]}"
