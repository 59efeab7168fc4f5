"""Which calls of the program enter a function: by its names first, then by what callees mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from pathlib import Path

from tree_sitter import Node

from fixer.program.callnames import EXPRESSIONS, called_name, context_of, given_name, name_of
from fixer.program.evaluate import Evaluator, classes, contexts, elements
from fixer.program.evaluate.overriding import class_names, implementations
from fixer.program.evaluate.values import (
    ClassValue,
    Function,
    Instance,
    Text,
    Value,
    candidates,
)
from fixer.program.module import Module, is_default
from fixer.program.renamings import (
    alias_of,
    is_handed_out,
    may_be_called,
    may_be_renamed,
    may_be_returned,
)
from fixer.program.scopes import FUNCTIONS
from fixer.program.sending import callee
from fixer.program.syntax import ELEMENTS, children_of, text
from fixer.program.templateusers import users
from fixer.program.trails import Edge

MAX_NAMES = 12
MAX_MAKERS = 3  # functions and contexts that hand on what another function makes
MAX_NAMED = 8  # functions that return functions, each asked for the names of the next


@dataclass(slots=True, eq=False)
class Callers:
    """Answers who calls a function; remembers every answer. `files`: those that may call."""

    ev: Evaluator
    files: frozenset[Path]
    applied: dict[int, list[Edge]] = field(default_factory=dict)
    _by_name: dict[Path, dict[str, list[Node]]] = field(default_factory=dict)
    _entered: dict[str, dict[int, list[Edge]]] = field(default_factory=dict)
    _renamings: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _named: dict[int, set[str]] = field(default_factory=dict)
    _naming: list[int] = field(default_factory=list)
    _answers: dict[int, tuple[Edge, ...]] = field(default_factory=dict)
    _subclasses: dict[int, tuple[ClassValue, ...]] = field(default_factory=dict)
    _rendered: dict[int, tuple[Instance, ...]] = field(default_factory=dict)
    _constructions: dict[int, tuple[tuple[Module, Node], ...]] = field(default_factory=dict)

    def of(self, module: Module, function: Node) -> tuple[Edge, ...]:
        """The calls that enter `function`, in the order of files and places."""
        if function.id not in self._answers:
            self._answers[function.id] = ()
            if function == module.root:
                edges = (Edge(m, tag, function) for m, tag in users(self.ev, module))
                self._answers[function.id] = tuple(sorted(edges, key=self._place))
                return self._answers[function.id]
            found = [*self._direct(module, function), *self._returned(module, function)]
            found += self.applied.get(function.id, ())
            self._answers[function.id] = tuple(found)
        return self._answers[function.id]

    def _direct(self, module: Module, function: Node) -> Iterable[Edge]:
        found = [e for n in self.names(module, function) for e in self._entering(n, function)]
        return sorted(found, key=self._place)

    def _entering(self, name: str, function: Node) -> Sequence[Edge]:
        """The calls by a name that enter a function; found for all that bear the name at once."""
        if name not in self._entered:
            entered: dict[int, list[Edge]] = {}
            self._entered[name] = entered
            for edge in self._edges(name):
                entered.setdefault(edge.into.id, []).append(edge)
        return self._entered[name].get(function.id, ())

    def _edges(self, name: str) -> Iterator[Edge]:
        for path in self.ev.holding(name):
            if may_be_called(self.ev.program.sources[path], name):
                module = self.ev.program.module(path)
                for node in self.calls_named(module, {name}):
                    for function in self._functions(module, node):
                        yield Edge(module, node, function)

    def _place(self, edge: Edge) -> tuple[int, int]:
        return self.ev.program.order[edge.module.path], edge.node.start_byte

    def _returned(self, module: Module, function: Node) -> Iterator[Edge]:
        """The calls of a function that another one returns: `make(args)(more)`."""
        names = {n for maker in self._makers(module, function) for n in self.names(module, maker)}
        for path in self.ev.holding(*names):
            other = self.ev.program.module(path)
            for node in self.calls_named(other, names):
                outer = node.parent
                if (
                    outer is not None
                    and outer.type == "call_expression"
                    and callee(outer) == node
                    and function in self._functions(other, outer)
                ):
                    yield Edge(other, outer, function)

    def calls_named(self, module: Module, names: Set[str]) -> list[Node]:
        """The calls in a module whose callee ends in one of the names."""
        index = self._by_name.get(module.path)
        if index is None:
            index = self._by_name[module.path] = _calls_by_name(module)
        found = [node for name in names for node in index.get(name, ())]
        return sorted(found, key=lambda n: n.start_byte)

    def _functions(self, module: Module, node: Node) -> list[Node]:
        """The functions that a call enters."""
        target = callee(node)
        if target is None or node.type == "new_expression":
            return []
        found = functions(self.ev.value(module, target))
        made = () if found else implementations(self.ev, module, target, self.ev.root)
        return found or [function.node for function in made]

    def names(self, module: Module, function: Node) -> set[str]:
        """The names under which a function may be called, renaming followed."""
        first = name_of(function)
        if function.id not in self._named:
            if len(self._naming) > MAX_NAMED:
                return {first} if first else set()
            self._named[function.id] = {first} if first else set()
            self._naming.append(function.id)
            self._named[function.id] = self._found_names(module, function, first)
            self._naming.pop()
        return self._named[function.id]

    def _found_names(self, module: Module, function: Node, first: str | None) -> set[str]:
        names = {first} if first else set[str]()
        names |= set(self._names_made(module, function))
        names |= self._computed_names(module, function)
        if is_default(module, function):
            names |= set(self.ev.program.default_names(module))
        pending = list(names)
        while pending and len(names) < MAX_NAMES:
            name = pending.pop()
            for alias in self._aliases(name):
                if alias not in names and len(names) < MAX_NAMES:
                    names.add(alias)
                    pending.append(alias)
        return names

    def _computed_names(self, module: Module, function: Node) -> set[str]:
        """The names of `api[verb] = (url) => …` where it is known what the key can be."""
        up = function.parent
        left = up.child_by_field_name("left") if up is not None else None
        if left is None or left.type != "subscript_expression":
            return set()
        index = left.child_by_field_name("index")
        found = candidates(self.ev.value(module, index)) if index is not None else ()
        return {name for c in found if isinstance(c, Text) and (name := c.literal)}

    def _names_made(self, module: Module, function: Node) -> Iterator[str]:
        """The names of what another function returns: `get` of `{ get: make('GET') }`."""
        for maker in self._makers(module, function):
            yield from self._names_of_results(self.names(module, maker))

    def _names_of_results(self, names: Set[str], depth: int = MAX_MAKERS) -> Iterator[str]:
        """What the results of functions are called, and of what hands them on.

        `const useGet = () => make('GET')`, and what is read of `createContext(make('GET'))`.
        """
        for path in self.ev.holding(*names):
            module = self.ev.program.module(path)
            for node in self.calls_named(module, names):
                yield from self._names_given(module, node, depth)
                context = context_of(node) if depth else None
                for where, read in self._reads(context) if context is not None else ():
                    yield from self._names_given(where, read, depth - 1)

    def _names_given(self, module: Module, node: Node, depth: int) -> Iterator[str]:
        """The names of what a call gives, or of what a function that returns it does."""
        given = given_name(node)
        if given is not None:
            yield given
        elif depth and (maker := self._returning(module, node, node)) is not None:
            yield from self._names_of_results(self.names(module, maker), depth - 1)

    def _reads(self, context: str) -> Iterator[tuple[Module, Node]]:
        for path in self.ev.holding(context):
            module = self.ev.program.module(path)
            for node in self.calls_named(module, contexts.READS):
                given = node.child_by_field_name("arguments")
                if given is not None and context in map(text, children_of(given)):
                    yield module, node

    def _makers(self, module: Module, function: Node) -> Iterator[Node]:
        """The functions that return a function: without a name of its own, or by that."""
        name = name_of(function)
        named = module.occurrences(name) if name is not None else ()
        alone = (function,) if name is None or function.type in EXPRESSIONS else ()
        for node in (*named, *alone):
            maker = self._returning(module, node, function)
            if maker is not None and maker.id != function.id and _holds(maker, function):
                yield maker

    def _returning(self, module: Module, node: Node, function: Node) -> Node | None:
        """The function that returns `node`, as it is or through what gives it back: a hook's."""
        up = node.parent
        while up is not None and up.type not in FUNCTIONS:
            if up.type == "arguments":
                up = up.parent
                if up is None or function not in functions(self.ev.value(module, up)):
                    return None
            elif up.type not in _RETURNING:
                return None
            up = up.parent
        return up

    def _aliases(self, name: str) -> Iterator[str]:
        if name not in self._renamings:
            self._renamings[name] = ()
            self._renamings[name] = tuple(self._found_aliases(name))
        yield from self._renamings[name]

    def _found_aliases(self, name: str) -> Iterator[str]:
        for path in self.ev.holding(name):
            module = self.ev.program.module(path)
            if may_be_renamed(module.data, name):
                for node in module.occurrences(name):
                    alias = alias_of(node)
                    if alias is not None and alias != name and not is_waited_for(module, node):
                        yield alias
                    if is_handed_out(node):
                        yield from self.ev.program.default_names(module)
            if may_be_returned(module.data, name):
                yield from self._names_returned(module, name)

    def _names_returned(self, module: Module, name: str) -> Iterator[str]:
        """What the result is called of a function that returns what bears a name."""
        for node in module.occurrences(name):
            maker = self._returning(module, node, node) if node.type == "identifier" else None
            if maker is not None and functions(self.ev.value(module, node)):
                yield from self._names_of_results(self.names(module, maker))

    def subclasses(self, of: ClassValue) -> tuple[ClassValue, ...]:
        """The classes that extend a class, at any distance."""
        if of.node.id not in self._subclasses:
            self._subclasses[of.node.id] = ()
            self._subclasses[of.node.id] = tuple(self._found_subclasses(of))
        return self._subclasses[of.node.id]

    def _found_subclasses(self, of: ClassValue) -> Iterator[ClassValue]:
        for path in self.ev.holding(*class_names(self.ev, of.module, of.node)):
            if b"extends" not in self.ev.program.sources[path]:
                continue
            module = self.ev.program.module(path)
            for node in module.captures(_EXTENDING).get("class", []):
                found = ClassValue(module, node, self.ev.root)
                base = classes.base_class(self.ev, found)
                if base is not None and base.node == of.node:
                    yield found
                    yield from self.subclasses(found)

    def constructions(self, of: ClassValue) -> tuple[tuple[Module, Node], ...]:
        """The `new` expressions that make an object of exactly this class."""
        if of.node.id not in self._constructions:
            self._constructions[of.node.id] = tuple(self._made(of))
        return self._constructions[of.node.id]

    def elements(self, of: ClassValue) -> tuple[Instance, ...]:
        """The objects of exactly this class that elements of JSX make, each of one."""
        if of.node.id not in self._rendered:
            self._rendered[of.node.id] = ()
            self._rendered[of.node.id] = tuple(self._of_elements(of))
        return self._rendered[of.node.id]

    def _of_elements(self, of: ClassValue) -> Iterator[Instance]:
        names = class_names(self.ev, of.module, of.node)
        for path in self.ev.holding(*names):
            if any(may_be_called(self.ev.program.sources[path], name) for name in names):
                module = self.ev.program.module(path)
                for node in self.calls_named(module, names):
                    name = callee(node) if node.type in ELEMENTS else None
                    for candidate in candidates(self.ev.value(module, name)) if name else ():
                        if isinstance(candidate, ClassValue) and candidate.node == of.node:
                            yield elements.made(self.ev, candidate, module, node)

    def _made(self, of: ClassValue) -> Iterator[tuple[Module, Node]]:
        for path in self.ev.holding(*class_names(self.ev, of.module, of.node)):
            module = self.ev.program.module(path)
            for node in module.calls:
                if node.type == "new_expression" and any(
                    isinstance(c, Instance) and c.of.node == of.node
                    for c in candidates(self.ev.value(module, node))
                ):
                    yield module, node


def functions(value: Value) -> list[Node]:
    """The functions that a value may be."""
    found = candidates(value)
    return list({c.node.id: c.node for c in found if isinstance(c, Function)}.values())


def is_waited_for(module: Module, name: Node) -> bool:
    """Whether a name holds what was waited for: a value, and no function that bears the name.

    An object's function may be called `response`, as half of all such variables are.
    """
    binding = module.resolve(name) if name.type == "identifier" else None
    if binding is None or binding.node.child_by_field_name("name") != binding.name_node:
        return False
    value = binding.node.child_by_field_name("value")
    return value is not None and value.type == "await_expression"


_EXTENDING = (
    "[(class_declaration (class_heritage)) (abstract_class_declaration (class_heritage))"
    " (class (class_heritage))] @class"
)


def _calls_by_name(module: Module) -> dict[str, list[Node]]:
    """Elements of JSX are calls of their components, tags of HTML are not."""
    index: dict[str, list[Node]] = {}
    for node in (*module.calls, *module.elements):
        name = called_name(node)
        if name is not None and (node.type not in ELEMENTS or name[:1].isupper()):
            index.setdefault(name, []).append(node)
    return index


def _holds(outer: Node, inner: Node) -> bool:
    return outer.start_byte <= inner.start_byte and inner.end_byte <= outer.end_byte


_RETURNING = frozenset(
    {"return_statement", "statement_block", "parenthesized_expression", "ternary_expression"}
)
