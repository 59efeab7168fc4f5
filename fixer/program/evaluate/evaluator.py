"""An expression's syntax tree becomes its value: the dispatch by kind of node, and its bounds."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from tree_sitter import Node

from fixer.program.clients import Clients
from fixer.program.evaluate import defaults, names, setting
from fixer.program.evaluate.environment import Env
from fixer.program.evaluate.expressions import HANDLERS
from fixer.program.evaluate.values import (
    NOTHING,
    ClassValue,
    ClientValue,
    Function,
    Instance,
    Later,
    Place,
    Text,
    Unknown,
    Value,
    place_of,
)
from fixer.program.module import Module
from fixer.program.program import Program

MAX_DEPTH = 90
MAX_STEPS = 6_000  # what takes more is no URL, but a program's whole logic
FEW_STEPS = 400
MAX_HALVINGS = 5
NEVER = sys.maxsize
CUT = Unknown("too deep to follow")


K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


@dataclass(slots=True, eq=False)
class Evaluator:
    """Answers what an expression can be; remembers its answers.

    A question is bounded in depth and in steps; what lies beyond is `Unknown`.
    """

    program: Program
    clients: Clients
    root: Env = field(default_factory=Env)
    facts: names.Facts = field(init=False)
    files: frozenset[Path] | None = None
    applied: list[tuple[Node, int]] = field(default_factory=list)
    depth: int = 0
    _active: dict[tuple[int, int], int] = field(default_factory=dict)
    _steps: int = 0
    _most: int = MAX_STEPS
    _costly: Counter[Path] = field(default_factory=Counter)
    _provisional: int = NEVER
    _held: dict[tuple[int, int], tuple[Value, int]] = field(default_factory=dict)
    returns: dict[int, list[Node]] = field(default_factory=dict)
    class_members: dict[int, dict[str, list[Node]]] = field(default_factory=dict)
    instances: dict[int, Instance] = field(default_factory=dict)
    overridden: dict[int, bool] = field(default_factory=dict)
    auto_imported: dict[str, Value | None] = field(default_factory=dict)
    provided: dict[str, Value | None] = field(default_factory=dict)
    handed: dict[tuple[int, int], Value | None] = field(default_factory=dict)
    implemented: dict[tuple[int, str], Value | None] = field(default_factory=dict)
    implementations: dict[int, tuple[Value, ...]] = field(default_factory=dict)
    default_bases: dict[defaults.Identity, defaults.Assigned] = field(default_factory=dict)
    either_base: dict[defaults.Identity, tuple[Value, Value]] = field(default_factory=dict)
    intercepted: dict[defaults.Identity, tuple[Value | None, Value | None]] = field(
        default_factory=dict
    )
    interceptors: dict[defaults.Identity, tuple[tuple[Module, Function], ...]] = field(
        default_factory=dict
    )
    answering: dict[defaults.Identity, tuple[tuple[Module, Node], ...]] = field(
        default_factory=dict
    )
    settings: dict[tuple[object, ...], Value | None] = field(default_factory=dict)
    assignments: dict[str, setting.Assignments] = field(default_factory=dict)
    scripted: dict[tuple[str, ...], Value | None] = field(default_factory=dict)
    scripts: frozenset[Path] | None = None
    imports_by_itself: bool | None = None
    class_envs: dict[tuple[Instance | ClassValue, int], Env] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.facts = names.Facts(self.program)

    def value(self, module: Module, node: Node, env: Env | None = None) -> Value:
        """What `node` of `module` can be where `env` says what is known around it."""
        env = env or self.root
        known = env.memo.get(node.id)
        if known is not None:
            return known
        if self.depth == 0:
            self._steps = self._spent(module)
        key = (node.id, id(env))
        held = self._held.get(key)
        if held is not None:
            self.cut(held[1])
            return held[0]
        self._steps += 1
        if self.depth > MAX_DEPTH or self._steps > MAX_STEPS:
            self.cut(0)
            return CUT
        if key in self._active:
            self.cut(self._active[key])
            return Unknown("defined by itself")
        found, lowest = self._entered(key, lambda: self._attempted(module, node, env))
        if self.depth == 0 and self._steps > MAX_STEPS:
            if self._most < MAX_STEPS:
                return found
            self._costly[module.path] += 1
        if lowest is None:
            env.memo[node.id] = found
        else:
            self._held[key] = (found, lowest)
        return found

    def _entered(self, key: tuple[int, int], answer: Callable[[], V]) -> tuple[V, int | None]:
        """An answer, and the depth of what it must not be kept beyond; None: it holds always."""
        depth = self._active[key] = self.depth
        outer, self._provisional = self._provisional, NEVER
        self.depth += 1
        try:
            found = answer()
        finally:
            self.depth = depth
            del self._active[key]
            lowest, self._provisional = self._provisional, outer
        if lowest < depth:
            self.cut(lowest)
            return found, lowest
        if lowest == depth:
            self._held = {k: held for k, held in self._held.items() if held[1] < depth}
        return found, None

    def glance(self, module: Module, node: Node) -> Value:
        """The value of a node if it is found soon, as a function is that goes by a name."""
        taken, self._most = self._most, FEW_STEPS
        try:
            return self.value(module, node)
        finally:
            self._most = taken

    def _spent(self, module: Module) -> int:
        """How many steps a question in a file may not take, because others there took too many."""
        return MAX_STEPS - (self._most >> min(self._costly[module.path], MAX_HALVINGS))

    def cut(self, depth: int) -> None:
        """What is being evaluated below `depth` is only true on the way taken to it."""
        self._provisional = min(self._provisional, depth)

    def once(self, known: dict[K, V], key: K, answer: Callable[[], V], meanwhile: V) -> V:
        """The answer to a question that may come up again while it is being answered."""
        if key in known:
            return known[key]
        active = (id(known), hash(key))
        if active in self._active:
            self.cut(self._active[active])
            return meanwhile
        found, lowest = self._entered(active, answer)
        if lowest is None:
            known[key] = found
        return found

    def holding(self, *names: str) -> Iterator[Path]:
        """As `Program.holding`, of the files that count."""
        for path in self.program.holding(*names):
            if self.files is None or path in self.files:
                yield path

    def force(self, value: Value) -> Value:
        """The value of an expression that was put off."""
        while isinstance(value, Later):
            value = self.value(value.module, value.node, value.env)
        return value

    def _attempted(self, module: Module, node: Node, env: Env) -> Value:
        try:
            return self._evaluated(module, node, env)
        except RecursionError:
            self.cut(0)
            return CUT

    def _evaluated(self, module: Module, node: Node, env: Env) -> Value:
        handler = HANDLERS.get(node.type)
        if handler is None:
            return Unknown(f"a {node.type.replace('_', ' ')}", place=place_of(module, node))
        return self.force(handler(self, module, node, env))

    def inside(self, module: Module, node: Node | None, env: Env) -> Value:
        """The value of a node that may be missing."""
        return self.value(module, node, env) if node is not None else NOTHING

    def default_base(self, client: ClientValue, configured: Value | None) -> Value | None:
        """The base of a client that was made with the base `configured`, if it has one."""
        return defaults.base(self, client, configured)

    def rewritten(self, client: ClientValue, path: Text, place: Place) -> tuple[Text, ...]:
        """What a client's request interceptors make of a URL."""
        return defaults.rewritten(self, client, path, place)

    def answered_through(self, client: ClientValue) -> tuple[tuple[Module, Node], ...]:
        """The functions that make of a client's answer what its callers get, in their order."""
        return defaults.answering(self, client)
