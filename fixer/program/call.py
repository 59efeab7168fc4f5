"""HTTP calls as values: what `fixer.program.calls` finds and everything later reads."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path

from tree_sitter import Node

from fixer.program.module import Module

MAX_OTHERS = 4


class Hole(Enum):
    """What is known of a hole in a URL."""

    BASE = "base"  # the origin or base path: an environment variable, an unset baseURL
    NUMBER = "number"
    STRING = "string"
    QUERY = "query"  # a query string of unknown content, glued on
    SEVERAL = "several"  # what too many paths go on with, segments of their own among it
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Dependency:
    """A function whose arguments, or a class whose subclasses and instances, decide a value.

    `start` is the byte at which its node begins in `path`, -1 for a file that is a component,
    whose arguments are its props.
    """

    path: Path
    start: int

    @classmethod
    def on(cls, module: Module, node: Node) -> Dependency:
        """That on what a function, a class or a component's root is given."""
        return cls(module.path, -1 if node.type == "program" else node.start_byte)


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a URL with one origin in the source.

    `text` is literal text; None for a hole, of which `values` lists all it can be, if known.
    `[start, end)` are the bytes in `path` that say it: for literal text the characters inside
    the quotes (so an edit of a part of the text is an edit of those bytes), for a hole the
    expression. `exact`: the source bytes are the text itself, no escape or computation between.
    `depends`: what would have to be known to fill the hole. `told`: what `.env` files say it is.
    """

    text: str | None
    path: Path
    start: int
    end: int
    hole: Hole = Hole.UNKNOWN
    values: tuple[str, ...] = ()
    exact: bool = True
    depends: frozenset[Dependency] = frozenset()
    told: str = ""

    def __hash__(self) -> int:
        return hash((self.text, self.start, self.end))


@dataclass(frozen=True, slots=True)
class QueryParam:
    """A query parameter that a request carries; `name` None: not known (a spread, a variable).

    `[start, end)` in `path` is the name's place in the source.
    """

    name: str | None
    path: Path
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Url:
    """One candidate URL of a call: the path as pieces, the query apart.

    `origin`: scheme and host when written (`https://api.example.com`), None when relative or
    behind a BASE hole. `pieces` begin at the path's first slash. `based`: something unknown
    stands before it (a BASE hole), which may hold the first segments of the path too.
    `glued`: an unknown end that is taken for the query, and may be more of the path:
    `'/users' + rest`. `told`: the URL with what `.env` files say in its holes' places; when the
    frontend is built they may say something else, so it counts only where the contract has it.
    `chosen`: an option says which of several APIs it is for. `base`: the first of what is unknown
    before the path; two URLs that differ in that alone are the same. `longer`: the URL if a base
    of several holes, `${host}/${prefix}`, is none from its first slash on.
    """

    pieces: tuple[Piece, ...]
    query: tuple[QueryParam, ...] = ()
    origin: str | None = None
    based: bool = False
    glued: Piece | None = None
    told: Url | None = None
    chosen: bool = False
    base: Piece | None = field(default=None, compare=False)
    longer: Url | None = None

    @property
    def template(self) -> str:
        """The path with `{}` for every hole."""
        return "".join("{}" if p.text is None else p.text for p in self.pieces)


class CallKind(Enum):
    """How a URL leaves the page; everything but CALL is checked like a GET."""

    CALL = "call"
    FORM = "form"
    LINK = "link"
    NAVIGATION = "navigation"
    IMAGE = "image"
    SOCKET = "socket"
    TEXT = "text"  # a URL string that is returned or exported


@dataclass(frozen=True, slots=True)
class Body:
    """The expression that becomes the request's body, where it stands."""

    module: Module
    node: Node


@dataclass(frozen=True, slots=True)
class Entry:
    """A call and the function in `module` that it enters.

    `is_applied`: not itself; what is called has it called, as `useSWR(key)` does a fetcher.
    """

    call: Node
    module: Module
    function: Node
    is_applied: bool = False


@dataclass(frozen=True, slots=True)
class Call:
    """A request that the frontend can send.

    `node` is the outermost call at which the URL is written: the sink itself, or the call of a
    wrapper. `sink` is the primitive call in the end (`fetch(…)` inside the wrapper), equal to
    `node` when there is no wrapper; `path_to_sink` are the wrappers' inner calls in between.
    `entries`: the functions that these calls enter.
    `owner`: the class whose instance sends it when the URL depends on it (a subclass's field), or
    where that instance is made; `owner_class`: its class.
    `urls` empty: dynamic, `reason` says why. `methods`: upper case; empty: not known.
    `method_span`: where the method is written (the property name or the string's inside), with
    its file, None if implied. `function`: the enclosing client function, `Class.method` for
    methods. `bodies`: candidates of the request body. `yields`: the TypeScript type of what the
    sink gives (`Send.yields`), "" if not said. `answering`: the functions through which that goes
    before the sink gives it. `others`: the same request as other sinks may send it,
    `token ? fetch(url, options) : fetch(url)`.
    """

    module: Module
    node: Node
    client: str
    kind: CallKind = CallKind.CALL
    urls: tuple[Url, ...] = ()
    methods: tuple[str, ...] = ()
    method_span: tuple[Path, int, int] | None = None
    bodies: tuple[Body, ...] = ()
    sink_module: Module | None = None
    sink: Node | None = None
    path_to_sink: tuple[tuple[Module, Node], ...] = ()
    entries: tuple[Entry, ...] = ()
    owner: tuple[Module, Node] | None = None
    owner_class: Node | None = None
    function: str | None = None
    function_node: Node | None = None
    reason: str | None = None
    yields: str = ""
    answering: tuple[tuple[Module, Node], ...] = ()
    others: tuple[Call, ...] = ()

    def beside(self, other: Call) -> Call:
        """The call with another way to send the same request."""
        if len(self.others) == MAX_OTHERS or other.way in {self.way, *(o.way for o in self.others)}:
            return self
        return replace(self, others=(*self.others, other))

    def inside(self, step: Node) -> Call | None:
        """The call as it is seen at one of the steps to its sink; None: it doesn't go there."""
        nodes = [(self.module, self.node), *self.path_to_sink]
        if self.sink is not None:
            nodes.append((self.sink_module or self.module, self.sink))
        for index, (module, node) in enumerate(nodes):
            if node == step:
                others = (o.inside(step) for o in self.others)
                return replace(
                    self,
                    module=module,
                    node=node,
                    path_to_sink=self.path_to_sink[index:],
                    others=tuple(o for o in others if o is not None),
                )
        return None

    @property
    def way(self) -> tuple[int, ...]:
        """The calls from the outermost one to the sink, by which others are told from it."""
        sink = (self.sink.id,) if self.sink is not None else ()
        return (*(node.id for _, node in self.path_to_sink), *sink)
