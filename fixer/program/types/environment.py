"""What the names around a node stand for: type parameters, `this`, overlaid expressions."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from tree_sitter import Node

from fixer.program.module import Module


class Type:
    """What an expression can be; compared by value."""

    __slots__ = ()


_NOTHING = Type()


class Role(Enum):
    """What is laid where, and so who can name it.

    ANSWER: what a request yields, for all that is on the way to it. ARGUMENT: what a call passed to
    a parameter, for that function. ENTERED: that a call passed something, for what that function
    calls. FIELD: what a constructor was given, for its class.
    """

    ANSWER = "answer"
    ARGUMENT = "argument"
    ENTERED = "entered"
    FIELD = "field"


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A type bound to the node with id `key`, valid for nodes of `module` in `[start, end)`."""

    key: int
    module: Module
    start: int
    end: int
    type: Type
    role: Role = Role.ANSWER
    _hash: int = field(default=0, init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_hash", hash((self.key, self.start, self.type)))

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        return self is other or (
            isinstance(other, Entry)
            and self._hash == other._hash
            and self.key == other.key
            and self.role is other.role
            and self.module is other.module
            and (self.start, self.end) == (other.start, other.end)
            and self.type == other.type
        )

    def holds(self, module: Module, node: Node) -> bool:
        return module is self.module and self.start <= node.start_byte < self.end

    def passed(self) -> Entry:
        """What is left of it behind the function that it was given to."""
        if self.role is not Role.ARGUMENT:
            return self
        return Entry(self.key, self.module, self.start, self.end, _NOTHING, Role.ENTERED)

    def stands_in(self, module: Module, node: Node) -> bool:
        """Whether what it is bound to is inside `node`."""
        return module is self.module and node.start_byte <= self.start < node.end_byte


@dataclass(frozen=True, slots=True, eq=False)
class Env:
    """What type parameters, `this` and overlaid expressions stand for.

    `entries` are lexical: they hold inside the declaration that they belong to. `overlay` gives
    expressions a type wherever they are reached from (the request inside a wrapper, a parameter
    of a called function). `wire`: annotations are ignored.
    """

    entries: tuple[Entry, ...] = ()
    overlay: tuple[Entry, ...] = ()
    wire: bool = False
    _hash: int = field(default=0, init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_hash", hash((self.entries, self.overlay, self.wire)))

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        return self is other or (
            isinstance(other, Env)
            and self._hash == other._hash
            and self.wire is other.wire
            and self.entries == other.entries
            and self.overlay == other.overlay
        )

    def get(self, key: int) -> Type | None:
        for entry in reversed(self.entries):
            if entry.key == key:
                return entry.type
        return None

    def overlaid(self, key: int) -> Type | None:
        for entry in reversed(self.overlay):
            if entry.key == key:
                return entry.type if entry.role is not Role.ENTERED else None
        return None

    @property
    def has_answer(self) -> bool:
        """Whether it is on the way to a request, and says what that yields."""
        return any(entry.role is Role.ANSWER for entry in self.overlay)

    @property
    def fields(self) -> tuple[Entry, ...]:
        """What is known of the instance that the code belongs to."""
        return tuple(e for e in self.overlay if e.role is Role.FIELD)

    def has_entered(self, key: int) -> bool:
        """Whether a call on the way here passed something to the parameter `key`."""
        return any(entry.key == key for entry in self.overlay)

    def handed(self, keys: frozenset[int]) -> tuple[Entry, ...]:
        """What a call takes along into the function with the parameters `keys`.

        It can name no argument of the functions that the call comes out of, but its own where it
        calls itself; of the others counts that they were entered, for a recursion to be seen.
        """
        return tuple(e if e.key in keys else e.passed() for e in self.overlay)

    def across(self, module: Module, statement: Node) -> Env:
        """What counts in another top-level statement, where no argument has a name."""
        left = tuple(e if e.stands_in(module, statement) else e.passed() for e in self.overlay)
        is_same = all(e is old for e, old in zip(left, self.overlay, strict=True))
        return self if is_same else Env(self.entries, left, self.wire)

    def bind(self, entries: tuple[Entry, ...]) -> Env:
        if not entries:
            return self
        new = {e.key for e in entries}
        kept = tuple(e for e in self.entries if e.key not in new)
        return Env((*kept, *entries), self.overlay, self.wire)

    def unbind(self, keys: frozenset[int]) -> Env:
        if not any(e.key in keys for e in self.entries):
            return self
        kept = tuple(e for e in self.entries if e.key not in keys)
        return Env(kept, self.overlay, self.wire)

    def lay(self, entries: tuple[Entry, ...]) -> Env:
        if not entries:
            return self
        laid = {e.key: e for e in (*self.overlay, *entries)}
        return Env(self.entries, tuple(laid.values()), self.wire)

    def at(self, module: Module, node: Node) -> Env:
        """The part that has a meaning at `node`."""
        start = node.start_byte
        for entry in self.entries:
            if entry.module is not module or not entry.start <= start < entry.end:
                kept = tuple(e for e in self.entries if e.holds(module, node))
                return Env(kept, self.overlay, self.wire)
        return self

    def apart(self, module: Module, node: Node, *, is_in_class: bool) -> Env:
        """Without what nothing in the statement `node` can name."""
        away = {Role.ARGUMENT, Role.ENTERED} | (set() if is_in_class else {Role.FIELD})
        kept = tuple(e for e in self.overlay if e.role not in away or e.stands_in(module, node))
        return self if len(kept) == len(self.overlay) else Env(self.entries, kept, self.wire)

    def arguments(self, function: Node) -> tuple[Entry, ...]:
        """What is laid on the parameters of a function or of those around what is in it."""
        found = (e for e in self.overlay if e.role is Role.ARGUMENT)
        return tuple(e for e in found if function.start_byte <= e.start < function.end_byte)

    def static(self) -> Env:
        return Env(self.entries) if self.wire or self.overlay else self


@dataclass(frozen=True, slots=True)
class Put(Type):
    """The type of an argument that nothing has asked for yet: of `node`, read in `context`."""

    context: Context
    node: Node


EMPTY = Env()
WIRE = Env(wire=True)
THIS = 0


@dataclass(frozen=True, slots=True)
class Context:
    """Where a node is read: its module, and what the names around it are bound to."""

    module: Module
    env: Env = EMPTY

    def at(self, node: Node) -> Context:
        env = self.env.at(self.module, node)
        return self if env is self.env else Context(self.module, env)

    def to(self, module: Module, node: Node) -> Context:
        """The context of `node` in `module`, reached from here."""
        return Context(module, self.env.at(module, node))

    def bind(self, entries: tuple[Entry, ...]) -> Context:
        return Context(self.module, self.env.bind(entries)) if entries else self

    def static(self) -> Context:
        env = self.env.static()
        return self if env is self.env else Context(self.module, env)
