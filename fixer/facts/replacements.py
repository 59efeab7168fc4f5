"""Fake data becomes the fix that loads the real data in its place, where one can be written."""

from __future__ import annotations

from collections.abc import Iterable
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
from fixer.facts.placeholders.patterns import words
from fixer.facts.placeholders.records import given_by, unwrapped
from fixer.facts.sources import Source, Sources, arguments_for, error_setter
from fixer.facts.states import State, enclosing_function, states
from fixer.facts.typetexts import Written, allows_null, canon, is_array
from fixer.program.module import Module
from fixer.program.program import Program, Symbol
from fixer.program.syntax import text
from fixer.rewrite.dead import dead_after
from fixer.rewrite.imports import Needed, import_edits, specifier_to, whole_lines
from fixer.rewrite.loading import Load, after_hooks, chain, effect, end_of, indent_of
from fixer.rewrite.style import style_of

_REACT = frozenset({"useState"})
_EFFECTS = frozenset({"useEffect", "useLayoutEffect"})
_PREFIXES = frozenset({"handle", "on", "do"})


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
        """The fix for fake data; None where the place has no form that could be rewritten."""
        if fake.form is Form.FALLBACK:
            return self._fix(self._emptied(fake))
        if fake.state is None or fake.state.hook not in _REACT or not fake.state.is_pair:
            return None
        if fake.role is Role.INITIAL:
            return self._fix(self._initial(fake, fake.state))
        if fake.role is Role.ASSIGNED:
            return self._fix(self._assigned(fake, fake.state))
        return None

    def of_delay(self, delay: Delay) -> Fix | None:
        """The fix for a wait in an event's handler: the page's function for that event."""
        return self._fix(self._awaited(delay))

    def of_marker(self, marker: Marker) -> Fix | None:
        """The fix for what a comment stands above, or its removal where nothing fake is left."""
        for fix in self._all:
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

    @cached_property
    def _all(self) -> tuple[Fix, ...]:
        fixes = [self.of_fake(f) for f in self._found.fakes]
        fixes += [self.of_delay(d) for d in self._found.delays]
        return tuple(f for f in fixes if f is not None)

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

    def _fix(self, change: _Change | None) -> Fix | None:
        if change is None:
            return None
        removed = [*change.removed]
        comments = [Edit(self._module.path, *r, "") for r in self._marked(change.removed)]
        removed += [(c.start, c.end) for c in comments]
        dead = dead_after(self._module, removed)
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
        elif fake.state is None and fake.role is Role.RETURNED and _is_operand(fake.node):
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
        load = self._load(source, state, last, None)
        first_value = self._first_value(state, source)
        if at is None or load is None or first_value is None:
            return None
        indent = indent_of(self._module, statement)
        hook, needed = self._effect_hook(state)
        newline = self._style.newline
        text_ = f"{newline}{newline}{indent}{effect(load, hook, indent, self._style)}"
        inside = (arguments.start_byte + 1, arguments.end_byte - 1)
        path = self._module.path
        edits = [Edit(path, at, at, text_), *self._setter_edits(state)]
        if state.type is None:
            edits.append(Edit(path, arguments.start_byte, arguments.end_byte, first_value))
        else:
            edits.append(Edit(path, *inside, first_value))
        return _Change(
            f"Load it with {source.function.name}()",
            tuple(edits),
            (inside,),
            (*needed, *self._imported(source, with_item=state.type is None)),
        )

    def _first_value(self, state: State, source: Source) -> str | None:
        if state.type is not None:
            return self._empty(state)
        return f"<{source.item.text}[]>([])" if source.item is not None else None

    def _setter_edits(self, state: State) -> tuple[Edit, ...]:
        if state.setter is not None or state.value is None:
            return ()
        at = state.value.name_node.end_byte
        return (Edit(self._module.path, at, at, f", {_setter(state)}"),)

    def _load(self, source: Source, state: State, at: Node, settled: str | None) -> Load | None:
        setter = _setter(state)
        if state.setter is None and self._module.lookup(setter, at) is not None:
            return None
        arguments = arguments_for(source.function, _after(at), self._module)
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

    def _imported(self, source: Source, *, with_item: bool = False) -> tuple[Needed, ...]:
        needed = [self._needed(source.function.module.path, source.function.name)]
        if with_item and source.item is not None:
            symbol = self._program.type(source.item.module, source.item.node)
            declared = symbol.module if isinstance(symbol, Symbol) else source.item.module
            needed.append(self._needed(declared.path, source.item.text, is_type=True))
        return tuple(needed)

    def _needed(self, path: Path, name: str, *, is_type: bool = False) -> Needed:
        return Needed(specifier_to(self._program, self._module, path), name, is_type)

    def _assigned(self, fake: Fake, state: State) -> _Change | None:
        """`setX(fake)`, alone in an effect or in a timer there, becomes the load."""
        call = _call_around(fake.node)
        statement = call.parent if call is not None else None
        source = self._sources.of(state, fake.operation)
        if statement is None or statement.type != "expression_statement" or source is None:
            return None
        settled = None
        if fake.form is Form.SIMULATED:
            timer = fake.timer.parent if fake.timer is not None else None
            if timer is None or timer.type != "expression_statement":
                return None
            others = [s for s in _siblings(statement) if s != statement]
            if len(others) > 1 or any(s.type != "expression_statement" for s in others):
                return None
            settled = text(others[0]).rstrip().removesuffix(";") if others else None
            statement = timer
        if not _is_in_effect(statement):
            return None
        load = self._load(source, state, statement, settled)
        if load is None or load.depends:
            return None
        content = chain(load, indent_of(self._module, statement), self._style)
        return self._replaced(
            statement,
            content,
            f"Load it with {source.function.name}()",
            *self._imported(source),
        )

    def _awaited(self, delay: Delay) -> _Change | None:
        function = self._for_handler(delay)
        if function is None:
            return None
        names = [p.name for p in function.parameters if not p.is_optional]
        if any(n is None or self._module.lookup(n, delay.node) is None for n in names):
            return None
        call = f"{function.name}({', '.join(n for n in names if n)})"
        return self._replaced(
            delay.node, call, f"Call {function.name}()", *self._imported(Source(function))
        )

    def _for_handler(self, delay: Delay) -> ClientFunction | None:
        """The function of the page's list that begins with the handler's verb, called nowhere."""
        page = self._pages.page(self._module.path)
        handler = _handler_name(delay.node)
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


def _after(node: Node) -> Node:
    """A node at which everything that `node` declares is in scope and declared before."""
    return node.next_named_sibling or node


def _is_operand(node: Node) -> bool:
    parent = node.parent
    return parent is not None and parent.type == "binary_expression"


def _call_around(node: Node) -> Node | None:
    """The call whose argument a node is, casts aside."""
    parent = node.parent
    while parent is not None and parent.type != "arguments":
        if unwrapped(parent) != node:
            return None
        parent = parent.parent
    return parent.parent if parent is not None else None


def _siblings(statement: Node) -> list[Node]:
    block = statement.parent
    return [s for s in block.named_children if s.type != "comment"] if block is not None else []


def _is_in_effect(statement: Node) -> bool:
    """Whether a statement stands directly in the body of an effect's function."""
    function = enclosing_function(statement)
    block = statement.parent
    if function is None or block is None or block.parent != function:
        return False
    arguments = function.parent
    call = arguments.parent if arguments is not None and arguments.type == "arguments" else None
    callee = call.child_by_field_name("function") if call is not None else None
    if callee is not None and callee.type == "member_expression":
        callee = callee.child_by_field_name("property")
    return callee is not None and text(callee) in _EFFECTS


def _handler_name(node: Node) -> str | None:
    """The verb of the handler around a node: `remove` of `handleRemove`."""
    function = enclosing_function(node)
    if function is None:
        return None
    name = function.child_by_field_name("name")
    declarator = function.parent
    if name is None and declarator is not None and declarator.type == "variable_declarator":
        name = declarator.child_by_field_name("name")
    if name is None or name.type != "identifier":
        return None
    verb = text(name)
    for prefix in _PREFIXES:
        if verb.startswith(prefix) and verb[len(prefix) : len(prefix) + 1].isupper():
            verb = verb[len(prefix) :]
            break
    first = next(iter(_first_word(verb)), None)
    return first.lower() if first else None


def _first_word(name: str) -> list[str]:
    found = [w for w in words(name) if name.lower().startswith(w)]
    return sorted(found, key=len, reverse=True)
