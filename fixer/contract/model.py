"""The contract: what the backend offers, whatever source it was read from.

Everything is immutable. A schema that refers to itself does so by name (`Kind.REF`);
`Contract.resolve` follows names. Lines are 1-based.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum


class Kind(Enum):
    """What a JSON value is; ANY is 'not said', REF names a component schema."""

    OBJECT = "object"
    ARRAY = "array"
    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    NULL = "null"
    UNION = "union"
    ANY = "any"
    REF = "ref"


Scalar = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Location:
    """Where the contract says a thing: `rules/igny8.md:41`. `line` is 1-based, 0 if unknown."""

    source: str
    line: int

    def __str__(self) -> str:
        return f"{self.source}:{self.line}" if self.line else self.source


@dataclass(frozen=True, slots=True)
class Schema:
    """The shape of a JSON value on the wire.

    `format`: OpenAPI's (`date-time`, `date`, `uuid`, `decimal`, `email`, `binary`, …).
    `variants`: the alternatives of a UNION. `nullable`: the value may be JSON null.
    `loose`: an OBJECT that may have properties beyond the listed ones (a free-form object,
    `additionalProperties: true` stated, an empty `{}` example); reads of unlisted properties are
    then unverified. `values`: the schema of a map's values (`additionalProperties: {…}`); values
    of which nothing is said make it `loose` instead, and never are both set.
    `name`: the component's name, or of a REF the one referred to.
    """

    kind: Kind
    properties: tuple[Property, ...] = ()
    items: Schema | None = None
    variants: tuple[Schema, ...] = ()
    nullable: bool = False
    format: str | None = None
    enum: tuple[Scalar, ...] = ()
    loose: bool = False
    values: Schema | None = None
    name: str | None = None
    location: Location | None = field(default=None, compare=False)

    def __hash__(self) -> int:
        # Not of all that is below: a response's schema may be as large as a document.
        return hash((self.name, self.format, len(self.properties), len(self.variants)))

    def __post_init__(self) -> None:
        if self.values is not None:
            says_nothing = self.values == ANY
            object.__setattr__(self, "loose", says_nothing)
            if says_nothing:
                object.__setattr__(self, "values", None)

    def property(self, name: str) -> Property | None:
        """The property called `name` today, not by a legacy name."""
        return next((p for p in self.properties if p.is_called(name)), None)

    def renamed(self, legacy: str) -> Property | None:
        """The property that was once called `legacy`, unless a property bears that name now."""
        if self.property(legacy):
            return None
        return next((p for p in self.properties if legacy in p.legacy_names), None)


ANY = Schema(Kind.ANY)


@dataclass(frozen=True, slots=True)
class Property:
    """A property of an object. `required`: always present (absent, null and optional differ).

    `is_new`: the source says that older clients don't know it. `has_default`: the backend fills it
    in where a request leaves it out. `aliases`: names that are as right
    as `name`, where a client converts some of the keys that it receives.
    """

    name: str
    schema: Schema
    required: bool = True
    legacy_names: tuple[str, ...] = ()
    read_only: bool = False
    write_only: bool = False
    deprecated: bool = False
    is_new: bool = False
    has_default: bool = False
    aliases: tuple[str, ...] = ()
    location: Location | None = field(default=None, compare=False)

    def is_called(self, name: str) -> bool:
        """Whether `name` is right for it today."""
        return name == self.name or name in self.aliases

    def replacing(self, legacy: str) -> str:
        """What to write for a legacy name: the name that is right, spelled as that is."""
        names = (self.name, *self.aliases)
        return next((n for n in names if ("_" in n) == ("_" in legacy)), self.name)


class In(Enum):
    PATH = "path"
    QUERY = "query"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A path or query parameter; path parameters stand in the order of the path's holes."""

    name: str
    where: In
    schema: Schema = ANY
    required: bool = False
    location: Location | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class LegacyRoute:
    """A path that once led here; `method` None: any method."""

    method: str | None
    path: str


@dataclass(frozen=True, slots=True)
class Operation:
    """One method of one path. `path` is a template with named holes: `/v1/account/team/{id}/`.

    `response` is the body of success as the wire carries it, envelope included; None: not
    said. `function` is the client function's name (`operationId`). `query_closed`: the listed
    query parameters are all there are (OpenAPI); a reference document lists only some.
    `any_slash`: the path is served with a trailing slash and without. `any_case`: it is served
    whatever the case it and its query's names are written in.
    """

    method: str
    path: str
    function: str | None = None
    summary: str = ""
    parameters: tuple[Parameter, ...] = ()
    body: Schema | None = None
    response: Schema | None = None
    legacy: tuple[LegacyRoute, ...] = ()
    query_closed: bool = False
    deprecated: bool = False
    any_slash: bool = False
    any_case: bool = False
    location: Location | None = field(default=None, compare=False)

    def __hash__(self) -> int:
        return hash((self.method, self.path))  # not of its schemas: they may be large

    def __str__(self) -> str:
        return f"{self.method} {self.path}"


@dataclass(frozen=True, slots=True)
class PageUse:
    """A page should call `function`, which reaches `method` `path` (query stripped)."""

    function: str
    method: str
    path: str
    location: Location | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class PageField:
    """A page should read `path` of the value `variable`: `creditBalance.credits`.

    `members`: what the elements of an array field have (`usage_by_type // Array with …`).
    """

    variable: str
    path: str
    legacy_names: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    is_new: bool = False
    location: Location | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Page:
    """A page component and what it should use. `name`: the component, without extension."""

    name: str
    uses: tuple[PageUse, ...] = ()
    fields: tuple[PageField, ...] = ()
    location: Location | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One line of the reference's own checklist, in its words.

    `mentions`: the pages, files, paths and fields of the contract that the line names, in order.
    """

    text: str
    mentions: tuple[str, ...] = ()
    location: Location | None = field(default=None, compare=False)


REWRITTEN = "/**"


@dataclass(frozen=True, slots=True)
class Contract:
    """Everything the backend offers, and what the reference asks of the frontend.

    `envelope`: the key the client's fetch wrapper unwraps (`data`), with `envelope_client` the
    function that does it (`fetchAPI`), if the source names it. `prefixes`: the base paths of
    `servers`, `""` or `/api` without a trailing slash, `hosts` their hosts; a request belongs to
    the contract when its path, one of these prefixes removed, starts like one of the operations.
    `open_paths`: below these the backend serves more than the source tells (`/auth/`); `REWRITTEN`
    is among them where it serves another path than it is asked for.
    """

    source: str
    operations: tuple[Operation, ...] = ()
    schemas: Mapping[str, Schema] = field(default_factory=dict)
    pages: tuple[Page, ...] = ()
    checklist: tuple[ChecklistItem, ...] = ()
    envelope: str | None = None
    envelope_client: str | None = None
    prefixes: tuple[str, ...] = ("",)
    hosts: tuple[str, ...] = ()
    open_paths: tuple[str, ...] = ()
    title: str = ""
    version: str = ""

    def resolve(self, schema: Schema) -> Schema:
        """Follows REFs (bounded) to the schema they name; an unknown name is ANY."""
        for _ in range(32):
            if schema.kind is not Kind.REF:
                return schema
            target = self.schemas.get(schema.name or "", ANY)
            schema = _with_null(target, schema.nullable)
        return ANY

    def payload(self, operation: Operation) -> Schema | None:
        """The response as the client's code sees it after the wrapper removed the envelope."""
        if operation.response is None or self.envelope is None:
            return operation.response
        shape = self.resolve(operation.response)
        inner = shape.property(self.envelope)
        others = {p.name for p in shape.properties} - {self.envelope}
        is_wrapped = "success" in others or others <= _ENVELOPE
        return inner.schema if inner and is_wrapped else operation.response


# What stands beside the payload in envelopes; anything else beside it is a payload itself.
_ENVELOPE = frozenset(
    {"code", "error", "errors", "message", "meta", "ok", "status", "success", "timestamp"}
)


def _with_null(schema: Schema, nullable: bool) -> Schema:
    if not nullable or schema.nullable:
        return schema
    return replace(schema, nullable=True)
