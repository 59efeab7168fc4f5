"""What an expression can be, as far as the source says: strings of pieces, objects, functions…"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tree_sitter import Node

from fixer.program.call import Dependency, Hole, Piece, QueryParam
from fixer.program.module import Module

if TYPE_CHECKING:
    from fixer.program.clients import Client
    from fixer.program.evaluate.environment import Env

Depends = frozenset[Dependency]
NONE: Depends = frozenset()


class Place(NamedTuple):
    """Bytes `[start, end)` of a file, to say where a value is written."""

    path: Path
    start: int
    end: int


def place_of(module: Module, node: Node) -> Place:
    return Place(module.path, node.start_byte, node.end_byte)


@dataclass(frozen=True, slots=True)
class TypeRef:
    """A type as it is written: the node in its module."""

    module: Module
    node: Node


@dataclass(frozen=True, slots=True)
class Text:
    """A string (or a number as text), its pieces in order."""

    pieces: tuple[Piece, ...]

    @property
    def literal(self) -> str | None:
        """The whole text, if no piece is a hole."""
        if any(p.text is None for p in self.pieces):
            return None
        return "".join(p.text or "" for p in self.pieces)


@dataclass(frozen=True, slots=True)
class Truth:
    """`true` or `false`."""

    value: bool


@dataclass(frozen=True, slots=True)
class Nothing:
    """`undefined` or `null`."""


@dataclass(frozen=True, slots=True, eq=False)
class Unknown:
    """A value that can't be known, why, and what would have to be known for it."""

    reason: str
    depends: Depends = NONE
    type: TypeRef | None = None
    place: Place | None = None
    hole: Hole = Hole.UNKNOWN
    told: str = ""  # as in `Piece`


@dataclass(frozen=True, slots=True, eq=False)
class Later:
    """An expression not evaluated yet."""

    module: Module
    node: Node
    env: Env


@dataclass(frozen=True, slots=True, eq=False)
class Array:
    """An array's elements; `rest`: what further elements may be, None if there are none.

    `sure`: how many stand before them for certain; None: all that are known.
    """

    items: tuple[Value, ...]
    rest: Unknown | None = None
    sure: int | None = None

    @property
    def begin(self) -> tuple[Value, ...]:
        """The elements whose places are known."""
        return self.items[: self.sure]


@dataclass(frozen=True, slots=True, eq=False)
class Member:
    """A property of an object and where its name is written."""

    value: Value
    place: Place | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Record:
    """A plain object. `rest`: what it may have besides, None if the members are all."""

    members: Mapping[str, Member]
    rest: Unknown | None = None
    module: Module | None = None
    node: Node | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Function:
    """A function with the environment it closes over (and its `this`, for a method)."""

    module: Module
    node: Node
    env: Env


@dataclass(frozen=True, slots=True, eq=False)
class ClassValue:
    """A class as a value."""

    module: Module
    node: Node
    env: Env


@dataclass(frozen=True, slots=True, eq=False)
class Instance:
    """An object of a class; `arguments` of its construction, None if not known which object."""

    of: ClassValue
    arguments: tuple[Value, ...] | None = None
    site: tuple[Module, Node] | None = None


@dataclass(frozen=True, slots=True)
class Namespace:
    """A module as a value: `import * as api`, `require('./api')`, `await import('./api')`."""

    module: Module


@dataclass(frozen=True, slots=True, eq=False)
class EnumValue:
    """An enum as a value."""

    module: Module
    node: Node


@dataclass(frozen=True, slots=True)
class Library:
    """Something of a package or of the platform: `axios`, `React.useMemo`, `window.fetch`.

    `specifier` is empty for a global; `path` the names that lead to it, `default` first for a
    default import.
    """

    specifier: str
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class ClientValue:
    """An HTTP client: its description and the configurations it was created with, outer first."""

    client: Client
    configs: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Sender:
    """A function that sends: the method `name` of a client, "" for the client called itself.

    `needs`: what decides about the name where it is computed; `is_any`: it may be another one.
    """

    of: ClientValue
    name: str
    needs: Depends = frozenset()
    is_any: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Query:
    """A `URLSearchParams`, or Angular's `HttpParams`."""

    params: tuple[QueryParam, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Address:
    """A `URL` object: the text it was made of, and what `searchParams` gained since."""

    text: Value
    query: Query = field(default_factory=Query)


@dataclass(frozen=True, slots=True, eq=False)
class Request:
    """A `Request` object: the arguments of its construction, and where that stands."""

    arguments: tuple[Value, ...]
    module: Module
    node: Node


@dataclass(frozen=True, slots=True, eq=False)
class Method:
    """A built-in method of a value: `parts.join`, `path.replace`."""

    receiver: Value
    name: str


@dataclass(frozen=True, slots=True, eq=False)
class Constant:
    """A function without a source that gives `result`: a store's hook."""

    result: Value


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """A React context, made by the call `node`, and its default."""

    module: Module
    node: Node
    default: Value


@dataclass(frozen=True, slots=True, eq=False)
class Union:
    """One of several values; never nested, never empty, never Later."""

    candidates: tuple[Value, ...]


Value = (
    Text
    | Truth
    | Nothing
    | Unknown
    | Later
    | Array
    | Record
    | Function
    | ClassValue
    | Instance
    | Namespace
    | EnumValue
    | Library
    | ClientValue
    | Sender
    | Query
    | Address
    | Request
    | Method
    | Constant
    | Context
    | Union
)

NOTHING = Nothing()
MAX_CANDIDATES = 24


def candidates(value: Value) -> tuple[Value, ...]:
    return value.candidates if isinstance(value, Union) else (value,)


def union(values: Sequence[Value]) -> Value:
    """One value of several; of more than MAX_CANDIDATES what all begin with, the rest unknown."""
    flat: list[Value] = []
    seen: set[object] = set()
    for value in values:
        for candidate in candidates(value):
            key = _identity(candidate)
            if key not in seen:
                seen.add(key)
                flat.append(candidate)
    if len(flat) == 1:
        return flat[0]
    if len(flat) > MAX_CANDIDATES:
        is_path = any("/" in (p.text or "") for v in flat if isinstance(v, Text) for p in v.pieces)
        kind = Hole.SEVERAL if is_path else Hole.UNKNOWN
        hole = Hole.QUERY if _is_query(flat) else kind
        unknown = Unknown("too many candidates", depends_of(*flat), hole=hole)
        return _common_beginning(flat) or unknown
    return Union(tuple(flat)) if flat else Unknown("no value")


def _is_query(values: Sequence[Value]) -> bool:
    """Whether all of the values are queries, if any: `?page=1`, the empty text."""
    texts = [v.pieces for v in values if isinstance(v, Text)]
    begun = [p[0] for p in texts if p]
    return len(texts) == len(values) and bool(begun) and all(map(_begins_query, begun))


def _begins_query(piece: Piece) -> bool:
    if piece.text is None:
        return piece.hole is Hole.QUERY
    return piece.text.startswith(("?", "&"))


def _common_beginning(values: Sequence[Value]) -> Text | None:
    """The pieces with which all of too many texts begin, and a hole for what follows."""
    texts = [v for v in values if isinstance(v, Text) and v.pieces]
    if len(texts) < len(values):
        return None
    folded = folded_text(texts, None)
    return folded if len(folded.pieces) > 1 else None


def folded_text(texts: Sequence[Text], place: Place | None) -> Text:
    """What all texts begin with and one hole for the rest, a query's where each goes on so.

    `place`: where the hole is; None: where the beginning is.
    """
    first = texts[0].pieces
    shared = 0
    while all(shared < len(t.pieces) for t in texts) and (
        len({t.pieces[shared] for t in texts}) == 1
    ):
        shared += 1
    if not any(any(map(str.isalpha, p.text or "")) for p in first[:shared]):
        # A beginning that says no word is as good as none, but for the end of a path: `/?a=1`.
        shared = 1 if all(map(_ends_path, texts)) else 0
    following = [t.pieces[shared] for t in texts if len(t.pieces) > shared]
    # Where the whole part is given, what precedes it is the path; a text may end before the query.
    is_behind = bool(shared) or (place is not None and bool(following))
    is_query = is_behind and all(map(_begins_query, following))
    at = place if place is not None else Place(*_span(first[max(shared - 1, 0)]))
    parts = [p.text or "" for t in texts for p in t.pieces[shared:]]
    is_path = bool(shared) and any("/" in part for part in parts)
    hole = Hole.QUERY if is_query else Hole.SEVERAL if is_path else Hole.UNKNOWN
    return Text((*first[:shared], Piece(None, *at, hole=hole, depends=depends_of(*texts))))


def _ends_path(whole: Text) -> bool:
    """Whether a text is the slash at the end of a path, and a query."""
    return len(whole.pieces) > 1 and whole.pieces[0].text == "/" and _begins_query(whole.pieces[1])


def _span(piece: Piece) -> tuple[Path, int, int]:
    return piece.path, piece.start, piece.end


def _identity(value: Value) -> object:
    if isinstance(value, Function | ClassValue):
        return (value.node.id, id(value.env))
    if isinstance(value, Unknown):
        return (value.reason, value.depends, value.type, value.place)
    return value


def depends_of(*values: Value) -> Depends:
    """What the holes in the values depend on (not looking into objects)."""
    found: set[Dependency] = set()
    for value in values:
        for candidate in candidates(value):
            if isinstance(candidate, Unknown):
                found |= candidate.depends
            elif isinstance(candidate, Text):
                for piece in candidate.pieces:
                    found |= piece.depends
            elif isinstance(candidate, Record | Array) and candidate.rest is not None:
                found |= candidate.rest.depends
    return frozenset(found)


def written(text: str, place: Place, *, exact: bool = True) -> Text:
    return Text((Piece(text, *place, exact=exact),) if text else ())
