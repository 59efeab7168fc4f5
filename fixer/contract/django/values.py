"""What an expression of the backend's source can be, as far as it is known without running it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import libcst as cst

if TYPE_CHECKING:
    from .modules import Module
    from .source import Statement


@dataclass(frozen=True, slots=True)
class Site:
    """A place in the source: a line (1-based), or a node whose line is found when it is asked."""

    module: Module
    at: int | tuple[Statement, cst.CSTNode]

    @property
    def line(self) -> int:
        return self.at if isinstance(self.at, int) else self.at[0].line_of(self.at[1])

    def __str__(self) -> str:
        return f"{self.module.path}:{self.line}"


@dataclass(frozen=True, slots=True)
class Const:
    """A number, a text, a truth value or None.

    `assumed`: it is what the source falls back to where the environment says nothing.
    """

    value: str | bytes | int | float | complex | None
    assumed: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class PathValue:
    """A `pathlib.Path`."""

    path: PurePosixPath


@dataclass(frozen=True, slots=True)
class Unknown:
    """A value that can't be known, and why."""

    reason: str


@dataclass(frozen=True, slots=True, eq=False)
class OneOf:
    """One of several values; which one depends on what only a running backend knows."""

    values: tuple[Value, ...]


@dataclass(slots=True, eq=False)
class Items:
    """A list, tuple or set. `open_reason`: why further items may be there; empty if none."""

    items: list[Value] = field(default_factory=list)
    kind: str = "list"
    open_reason: str = ""


@dataclass(slots=True, eq=False)
class Dictionary:
    """A dict whose keys are constants; `factory`: what makes a value that it lacks."""

    items: dict[Key, Value] = field(default_factory=dict)
    open_reason: str = ""
    factory: Value | None = None


Key = str | bytes | int | float | complex | None


@dataclass(frozen=True, slots=True, eq=False)
class ModuleObject:
    module: Module


@dataclass(slots=True, eq=False)
class Frame:
    """The names of one running body: a module's, a function's or a class's.

    `alternatives`: what it returns under conditions that can't be known. `yielded`: what it gives
    as a generator. `jump`: how it has left the round of its loop.
    """

    module: Module
    statement: Statement
    names: dict[str, Value] = field(default_factory=dict)
    outer: Frame | None = None
    owner: ClassObject | None = None
    receiver: Value | None = None
    returned: Value | None = None
    alternatives: list[Value] = field(default_factory=list)
    yielded: Items | None = None
    depth: int = 0
    is_class: bool = False
    jump: type[cst.Continue | cst.Break] | None = None

    def site(self, node: cst.CSTNode) -> Site:
        return Site(self.module, (self.statement, node))


@dataclass(slots=True, eq=False)
class ClassObject:
    """A class of the project, of a stub or of an installed package.

    `shadowed`: what its name meant before, which its own bases may name (`class A(A)`).
    """

    module: Module
    name: str
    statement: Statement
    node: cst.ClassDef | None = None
    outer: Frame | None = None
    bases: tuple[Value, ...] | None = None
    members: dict[str, Value] | None = None
    order: tuple[ClassObject | Foreign | Unknown, ...] | None = None
    shadowed: Value | None = None

    @property
    def qualified(self) -> str:
        """`rest_framework.viewsets.ModelViewSet`."""
        return f"{self.module.name}.{self.name}"

    @property
    def site(self) -> Site:
        return Site(self.module, self.statement.line)


@dataclass(slots=True, eq=False)
class Function:
    """A function with the frame it was defined in; `owner`: the class it is a method of.

    `replaced`: the method of the same name that stood before it in the class's body.
    `is_decorated`: what its decorators set on it is among the attributes.
    """

    module: Module
    name: str
    statement: Statement
    node: cst.FunctionDef | None = None
    outer: Frame | None = None
    owner: ClassObject | None = None
    attributes: dict[str, Value] = field(default_factory=dict)
    replaced: Function | None = None
    is_decorated: bool = False

    @property
    def qualified(self) -> str:
        """`django.urls.path`, `rest_framework.routers.BaseRouter.register`."""
        owner = f"{self.owner.name}." if self.owner else ""
        return f"{self.module.name}.{owner}{self.name}"


@dataclass(frozen=True, slots=True, eq=False)
class Lambda:
    node: cst.Lambda
    frame: Frame


@dataclass(slots=True, eq=False)
class Object:
    """An instance: the class, the arguments it was made with and what was set on it since."""

    cls: ClassObject
    args: tuple[Value, ...] = ()
    kwargs: dict[str, Value] = field(default_factory=dict)
    attributes: dict[str, Value] = field(default_factory=dict)
    site: Site | None = None


@dataclass(frozen=True, slots=True)
class Foreign:
    """Something of a module that isn't there to be read, by its dotted name."""

    name: str


@dataclass(frozen=True, slots=True, eq=False)
class Application:
    """The result of calling something that couldn't be followed."""

    callee: Value
    args: tuple[Value, ...]
    kwargs: dict[str, Value]


@dataclass(frozen=True, slots=True, eq=False)
class Bound:
    """A method with its receiver; `function` None: a method that the language itself provides."""

    receiver: Value
    name: str
    function: Function | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Super:
    """`super()` in a method of `cls`, for `receiver`."""

    cls: ClassObject
    receiver: Value


@dataclass(frozen=True, slots=True, eq=False)
class AsView:
    """`Class.as_view(actions, **initkwargs)`."""

    cls: Value
    actions: dict[str, str] | None = None
    initkwargs: dict[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Handled:
    """A view that is a function registered by a decorator, `call`, for `methods` in lower case.

    `frame`: where the decorator is read. Neither function nor call: a view of the library's own.
    """

    function: Function | None
    methods: tuple[str, ...]
    call: cst.Call | None
    frame: Frame


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """One entry of `urlpatterns`; `route` None: not known, and `reason` says why.

    `is_optional`: the environment decides whether it is there at all.
    """

    route: str | None
    is_regex: bool
    view: Value
    name: str | None
    site: Site
    reason: str = ""
    is_suffix: bool = False
    is_optional: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Include:
    """`include(target)`; also the patterns of `i18n_patterns` and of nested lists."""

    target: Value
    namespace: str | None = None


def assumed(value: Value) -> Value:
    """A default that stands where the environment says nothing."""
    return replace(value, assumed=True) if isinstance(value, Const) else value


def constant_text(value: Value | None) -> str | None:
    """A text that is a constant; None for anything else."""
    return value.value if isinstance(value, Const) and isinstance(value.value, str) else None


def is_assumed(*values: Value) -> bool:
    """Whether any of the values would be another one in another environment."""
    return any(isinstance(value, Const) and value.assumed for value in values)


def is_optional(value: Value) -> bool:
    """Whether it is a pattern that only some environments have."""
    return isinstance(value, Pattern) and value.is_optional


def one_of(values: list[Value]) -> Value:
    """The only one of the values, or all of them as alternatives."""
    flat = [v for value in values for v in (value.values if isinstance(value, OneOf) else [value])]
    distinct = list(dict.fromkeys(flat))
    unknown = next((value for value in distinct if isinstance(value, Unknown)), None)
    return unknown or (distinct[0] if len(distinct) == 1 else OneOf(tuple(distinct)))


Value = (
    Const
    | PathValue
    | Unknown
    | OneOf
    | Items
    | Dictionary
    | ModuleObject
    | ClassObject
    | Function
    | Lambda
    | Object
    | Foreign
    | Application
    | Bound
    | Super
    | AsView
    | Handled
    | Pattern
    | Include
)
NONE = Const(None)
