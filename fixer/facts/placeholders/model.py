"""What is known of fake data in one file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from tree_sitter import Node

from fixer.contract.model import Operation
from fixer.facts.placeholders.records import Records
from fixer.facts.states import State
from fixer.program.module import Module


class Role(Enum):
    """Where the data stands."""

    INITIAL = "initial state"
    ASSIGNED = "assigned to state"
    STORE = "first state of a store"
    RETURNED = "returned"
    RENDERED = "rendered"
    RESOLVED = "what a promise gives"


class Form(Enum):
    """How it comes there; each form is another rule's."""

    DATA = "data"
    IMPORTED = "imported"
    SIMULATED = "simulated"
    RANDOM = "random"
    FALLBACK = "fallback"


@dataclass(frozen=True, slots=True)
class Fake:
    """Fake data at a place where data of the API belongs.

    `node`: the expression at that place. `records`: the data; None when it isn't written out
    (a call that makes it up). `source`: the name of the constant that holds it, with
    `source_module` and `declaration`, its declarator. `evidence` ends a sentence: `its name says
    so`. `state`: the piece of state that it fills. `timer`: the outermost call that only waits.
    `operation`: whose response it stands in for, when its fields tell.
    """

    form: Form
    role: Role
    module: Module
    node: Node
    evidence: str
    records: Records | None = None
    source: str | None = None
    source_module: Module | None = None
    declaration: Node | None = None
    state: State | None = None
    timer: Node | None = None
    operation: Operation | None = None


@dataclass(frozen=True, slots=True)
class MockImport:
    """Names imported from a module of mocks."""

    node: Node
    specifier: str
    names: tuple[str, ...]

    def is_used_by(self, fake: Fake) -> bool:
        """Whether fake data of this file is one of them."""
        name = (fake.node.text or b"").decode().partition(".")[0].partition("(")[0]
        return name in self.names


@dataclass(frozen=True, slots=True)
class Delay:
    """A wait that stands in for a request: `await new Promise((r) => setTimeout(r, 500))`.

    `node`: what is awaited. `marker`: the comment or name that says what it is.
    """

    module: Module
    node: Node
    marker: str
    comment: Node | None = None


@dataclass(frozen=True, slots=True)
class Random:
    """A made-up value that a person reads as data: `<b>{Math.round(Math.random() * 9)}</b>`."""

    node: Node
    evidence: str


@dataclass(frozen=True, slots=True)
class Marker:
    """A comment, or a text on a page, that says that something isn't real yet.

    `node`: the comment, or the `jsx_text`. `words`: the words that say so. `target`: the
    statement, declaration or element that the comment stands in front of.
    """

    node: Node
    words: str
    is_text: bool = False
    target: Node | None = None


@dataclass(frozen=True, slots=True)
class Placeholders:
    """Everything fake in one file."""

    fakes: tuple[Fake, ...] = ()
    imports: tuple[MockImport, ...] = ()
    delays: tuple[Delay, ...] = ()
    randoms: tuple[Random, ...] = ()
    markers: tuple[Marker, ...] = ()

    def of(self, form: Form) -> tuple[Fake, ...]:
        return tuple(f for f in self.fakes if f.form is form)


NOTHING = Placeholders()
