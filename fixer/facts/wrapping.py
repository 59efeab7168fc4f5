"""Whether a declared type and a payload differ by one layer around the value.

Three layers are known: one that the type has too many (`{ data: T }` where the client has taken
the envelope off, `{ results: T }` where nothing is paginated), a page's list that the type takes
for the whole payload, and the envelope that a client has not taken off.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from fixer.contract.model import Contract, Kind, Property, Schema
from fixer.facts.fitting import Fitting
from fixer.program.types import Types
from fixer.program.types.model import (
    Anonymous,
    Intersection,
    Mapped,
    Member,
    Named,
    ObjectLiteral,
    Type,
    Without,
    parts_of,
    present,
)
from fixer.program.types.relations import is_enum
from fixer.program.types.wireshape import shaped

PAGE_KEYS = ("results", "items", "data")
# What stands beside the value in an envelope or a page.
COMPANIONS = frozenset(
    {"success", "status", "code", "message", "error", "errors", "detail", "meta", "request_id"}
    | {"msg", "ok", "timestamp"}
    | {"count", "next", "previous", "total", "page", "pages", "page_size", "limit", "offset"}
)


class Layer(Enum):
    """EXTRA: the type has it, the payload hasn't. MISSING: the other way round."""

    EXTRA = "extra"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Wrapping:
    """`static` stands for `schema`, but for the layer `key`.

    `member`: of an EXTRA layer, the member that holds the value. `inner`: of a MISSING one, the
    schema of the value inside.
    """

    layer: Layer
    key: str
    static: Type
    schema: Schema
    member: Member | None = None
    inner: Schema | None = None


def wrapping(static: Type, schema: Schema, contract: Contract, fitting: Fitting) -> Wrapping | None:
    """The layer in which an object or list type differs from a resolved schema; None: in none."""
    types = fitting.types
    if schema.kind not in (Kind.OBJECT, Kind.ARRAY) or schema.loose or schema.values is not None:
        return None
    if is_list(static):
        return _page(static, schema, contract, fitting)
    if not has_members(static):
        return None
    return _extra(static, schema, contract, types) or _envelope(static, schema, contract, types)


def _page(static: Type, schema: Schema, contract: Contract, fitting: Fitting) -> Wrapping | None:
    """A list for a page: the payload has one list, under the name that such a list bears.

    Or under any name, where it alone holds what the type's list does.
    """
    lists = lists_of(schema, contract)
    if len(lists) != 1 or lists[0].name not in PAGE_KEYS:
        lists = [it for it in lists if fitting.fits(static, shaped(it.schema, contract))]
    if len(lists) != 1:
        return None
    return Wrapping(Layer.MISSING, lists[0].name, static, schema, inner=lists[0].schema)


def lists_of(schema: Schema, contract: Contract) -> list[Property]:
    """The properties of an object that are lists."""
    return [p for p in schema.properties if contract.resolve(p.schema).kind is Kind.ARRAY]


def _extra(static: Type, schema: Schema, contract: Contract, types: Types) -> Wrapping | None:
    members = {m.name: m for m in types.members(static)}
    if any(schema.property(name) or schema.renamed(name) for name in members):
        return None
    keys = dict.fromkeys(k for k in (contract.envelope, *PAGE_KEYS) if k is not None)
    for key in keys:
        member = members.get(key)
        if member is None or not {*members} - {key} <= COMPANIONS:
            continue
        if _is_like(types.member_type(member), schema, contract, types):
            return Wrapping(Layer.EXTRA, key, static, schema, member=member)
    return None


def _envelope(static: Type, schema: Schema, contract: Contract, types: Types) -> Wrapping | None:
    """The payload's type where the envelope arrives with it."""
    inner = schema.property(contract.envelope) if contract.envelope is not None else None
    if inner is None or schema.property("success") is None:
        return None
    if any(schema.property(m.name) for m in types.members(static)):
        return None
    if not _is_like(static, contract.resolve(inner.schema), contract, types):
        return None
    return Wrapping(Layer.MISSING, inner.name, static, schema, inner=inner.schema)


def _is_like(static: Type, schema: Schema, contract: Contract, types: Types) -> bool:
    """Whether a type may stand for the schema itself: a list, or an object that shares a name."""
    shape = contract.resolve(schema)
    for part in parts_of(present(static)):
        if shape.kind is Kind.ARRAY:
            if is_list(part):
                return True
        elif has_members(part) and not is_list(part):
            names = (m.name for m in types.members(part))
            if any(shape.property(n) or shape.renamed(n) for n in names):
                return True
    return False


def has_members(type_: Type) -> bool:
    """Whether a type can declare properties of its own."""
    if is_enum(type_):
        return False
    return isinstance(type_, Named | Anonymous | Mapped | Intersection | ObjectLiteral | Without)


def is_list(type_: Type) -> bool:
    """Whether it is an array of the standard library."""
    if not isinstance(type_, Named):
        return False
    name = type_.declaration.node.child_by_field_name("name")
    return name is not None and name.text in (b"Array", b"ReadonlyArray")
