"""`x.name` and `x[key]` become values, whatever kind of thing `x` is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.call import Hole
from fixer.program.evaluate import (
    builtins,
    classes,
    elements,
    libraries,
    names,
    setting,
    statics,
    types,
)
from fixer.program.evaluate.environment import Env
from fixer.program.evaluate.values import (
    NOTHING,
    Address,
    Array,
    ClassValue,
    ClientValue,
    Depends,
    EnumValue,
    Function,
    Instance,
    Later,
    Library,
    Member,
    Method,
    Namespace,
    Nothing,
    Place,
    Query,
    Record,
    Sender,
    Text,
    Truth,
    Unknown,
    Value,
    candidates,
    depends_of,
    place_of,
    union,
)
from fixer.program.module import DEFAULT, Module
from fixer.program.syntax import string_value, text

if TYPE_CHECKING:
    from fixer.program.evaluate.evaluator import Evaluator


def member_expression(ev: Evaluator, module: Module, node: Node, env: Env) -> Value:
    target, name = node.child_by_field_name("object"), node.child_by_field_name("property")
    if target is None or name is None:
        return Unknown("an incomplete expression")
    place = place_of(module, node)
    if target.type == "super":
        return classes.inherited(ev, module, node, text(name), env)
    if target.type == "meta_property":
        return libraries.library(ev, Library("", ("import.meta", text(name))), place)
    owner = ev.force(ev.value(module, target, env))
    found = member(ev, owner, text(name), place)
    if isinstance(owner, Nothing) and node.child_by_field_name("optional_chain") is None:
        found = Unknown("a member of what is filled later", place=place)  # it would throw now
    is_unset = setting.is_unset(owner, text(name), found)
    if is_unset and target.type in ("identifier", "member_expression"):
        found = setting.set_elsewhere(ev, module, node) or found
    is_query = isinstance(found, Unknown) and text(name) == "search" and _is_url(target)
    return Unknown("a URL's own query", place=place, hole=Hole.QUERY) if is_query else found


def _is_url(target: Node) -> bool:
    """Whether an expression is called as URLs are: `url`, `event.url`, `location`."""
    return text(target).rpartition(".")[2].lower().endswith(("url", "location"))


def subscript_expression(ev: Evaluator, module: Module, node: Node, env: Env) -> Value:
    target, index = node.child_by_field_name("object"), node.child_by_field_name("index")
    if target is None or index is None:
        return Unknown("an incomplete expression")
    value, place = ev.value(module, target, env), place_of(module, node)
    plain = string_value(index)
    if plain is not None:
        return member(ev, value, plain, place)
    key = ev.value(module, index, env)
    found: list[Value] = []
    for candidate in candidates(key):
        literal = candidate.literal if isinstance(candidate, Text) else None
        if literal is not None and literal.isdigit():
            found.append(element(ev, value, int(literal), place))
        elif literal is not None:
            found.append(member(ev, value, literal, place))
        else:
            found.append(any_member(ev, value, candidate, place))
    return union(found)


def any_member(ev: Evaluator, value: Value, key: Value, place: Place) -> Value:
    """What a member can be when its name isn't known: any, or those the key's values name."""
    wanted = key.pieces[0].values if isinstance(key, Text) and len(key.pieces) == 1 else ()
    found: list[Value] = []
    for candidate in candidates(value):
        if isinstance(candidate, Record):
            chosen = [m for n, m in candidate.members.items() if not wanted or n in wanted]
            found.extend(ev.force(m.value) for m in chosen)
            if candidate.rest is not None:
                found.append(candidate.rest)
        elif isinstance(candidate, EnumValue):
            found.append(types.enum_values(ev, candidate))
        elif isinstance(candidate, Array):
            found.extend(ev.force(i) for i in candidate.items)
            if candidate.rest is not None:
                found.append(candidate.rest)
        elif isinstance(candidate, ClientValue):
            found.extend(_chosen_senders(candidate, wanted, depends_of(key)))
    depends = depends_of(value, key)
    return union(found) if found else Unknown("an element of something", depends, place=place)


def _chosen_senders(value: ClientValue, names: tuple[str, ...], needs: Depends) -> Iterator[Sender]:
    """`http[verb]`: one function for each verb that the key may be, or one that may be any."""
    known = [n for n in names or ("get",) if value.client.send(n) is not None]
    if not names or len(known) == len(names):
        yield from (Sender(value, name, needs, is_any=not names) for name in known)


def member(ev: Evaluator, value: Value, name: str, place: Place) -> Value:
    """The value of `.name`; on several candidates, of each that has it."""
    value = ev.force(value)
    parts = candidates(value)
    if len(parts) > 1:
        parts = tuple(p for p in parts if not isinstance(p, Nothing)) or parts
    found = [ev.force(_member(ev, part, name, place)) for part in parts]
    known = [f for f in found if not isinstance(f, Nothing)]
    result = union(known if known else found)
    if name.startswith("$") and isinstance(result, Unknown | Nothing):
        return libraries.injected(ev, name) or result
    return result


def _member(ev: Evaluator, value: Value, name: str, place: Place) -> Value:
    if isinstance(value, Record):
        return _record_member(ev, value, name, place)
    if isinstance(value, Instance):
        if name == "props" and (given := elements.props(ev, value, place)) is not None:
            return given
        return classes.instance_member(ev, value, name, place)
    if isinstance(value, ClassValue):
        return statics.static_member(ev, value, name, place)
    if isinstance(value, Namespace):
        return exported(ev, value.module, name)
    if isinstance(value, EnumValue):
        return types.enum_member(ev, value, name)
    if isinstance(value, Library):
        return libraries.library(ev, Library(value.specifier, (*value.path, name)), place)
    if isinstance(value, ClientValue):
        return client_member(value, name)
    if isinstance(value, Unknown):
        return _unknown_member(ev, value, name, place)
    if isinstance(value, Text | Array) and name == "length":
        return Unknown("a length", place=place, hole=Hole.NUMBER)
    if isinstance(value, Address):
        return _address_member(value, name)
    if isinstance(value, Nothing):
        return NOTHING
    if isinstance(value, Sender) and name == "bind":
        return Method(value, name)
    if isinstance(value, Text | Array | Query | Function):
        if isinstance(value, Function) and name not in builtins.FUNCTION_METHODS:
            return _function_member(ev, value, name, place)
        return Method(value, name)
    return Unknown(f"a member of a {type(value).__name__.lower()}", depends_of(value), place=place)


def client_member(value: ClientValue, name: str) -> Value:
    """A client's method that sends, or that makes another client."""
    if value.client.send(name) is not None:
        return Sender(value, name)
    if name in value.client.same or name == "bind":
        return Method(value, name)
    if name in value.client.creators or name in value.client.exports:
        return Method(value, name) if name in value.client.creators else value
    builder = value.client.builder
    if builder is not None and name in builder.extenders:
        return Method(value, name)
    return Unknown(f"`{name}` of a client")


def _record_member(ev: Evaluator, value: Record, name: str, place: Place) -> Value:
    found = value.members.get(name)
    if found is not None:
        known = ev.force(found.value)
        is_chosen = isinstance(known, Truth) and value.module and _is_replaced(value.module.path)
        return Unknown("what a build chooses", place=place) if is_chosen else known
    if value.rest is not None:
        return _unknown_member(ev, value.rest, name, place)
    if name in builtins.OBJECT_METHODS:
        return Method(value, name)
    return NOTHING


def _is_replaced(path: Path) -> bool:
    """Whether builds put another file in a file's place: Angular's `environment.prod.ts`."""
    return path.parent.name == "environments" and path.name.startswith("environment.")


def _unknown_member(ev: Evaluator, value: Unknown, name: str, place: Place) -> Value:
    if value.type is not None:
        found = types.member(ev, value.type, name, value.depends, place)
        if found is not None:
            return found
    if value.hole is Hole.BASE:
        is_variable = value.reason == libraries.ENVIRONMENT
        told = value.told if name in builtins.SAME else ""
        if is_variable:
            told = ev.program.variables.value(place.path.parent, name)
        reason = "a variable of the environment" if is_variable else value.reason
        return Unknown(reason, value.depends, place=place, hole=Hole.BASE, told=told)
    if name in builtins.STRING_METHODS:
        return Method(value, name)
    return Unknown(value.reason, value.depends, place=place)


def _function_member(ev: Evaluator, value: Function, name: str, place: Place) -> Value:
    """A property given to a function afterwards: `fetcher.base = '/api'`."""
    name_node = value.node.child_by_field_name("name")
    binding = value.module.resolve(name_node) if name_node is not None else None
    if binding is not None:
        for write in ev.facts.writes(value.module, binding):
            if write.name == name and write.value is not None:
                return ev.value(value.module, write.value)
    return Unknown(f"`{name}` of a function", place=place)


def _address_member(value: Address, name: str) -> Value:
    if name == "href":
        return value
    if name == "pathname":
        return union([_without_origin(text) for text in candidates(value.text)])
    if name in ("search", "hash"):
        return Unknown(f"`{name}` of a URL", hole=Hole.QUERY)
    if name == "searchParams":
        return value.query
    if name == "toString":
        return Method(value, name)
    return Unknown(f"`{name}` of a URL")


def _without_origin(value: Value) -> Value:
    """`/path` of `https://host/path`."""
    if not isinstance(value, Text) or not value.pieces:
        return value
    first = value.pieces[0]
    if first.text is None:
        return Text(value.pieces[1:]) if first.hole is Hole.BASE else value
    found = _ORIGIN.match(first.text)
    if found is None:
        return value
    rest = first.text[found.end() :]
    if not rest:
        return Text(value.pieces[1:])
    start = first.start + len(found[0].encode()) if first.exact else first.start
    return Text((replace(first, text=rest, start=start), *value.pieces[1:]))


_ORIGIN = re.compile(r"\w+://[^/?#]*")


def element(ev: Evaluator, value: Value, index: int, place: Place) -> Value:
    """The element at `index`."""
    found: list[Value] = []
    for candidate in candidates(ev.force(value)):
        if isinstance(candidate, Array) and index < len(candidate.items):
            found.append(ev.force(candidate.items[index]))
        elif isinstance(candidate, Array) and candidate.rest is not None:
            found.append(candidate.rest)
        elif isinstance(candidate, Array):
            found.append(NOTHING)
        elif isinstance(candidate, Record):
            found.append(_record_member(ev, candidate, str(index), place))
        else:
            found.append(Unknown("an element", depends_of(candidate), place=place))
    return union(found)


def exported(ev: Evaluator, module: Module, name: str) -> Value:
    """What a module exports under a name, as ES module or as CommonJS."""
    for symbol in ev.program.exported(module.path, name):
        found = names.symbol_value(ev, symbol)
        if not isinstance(found, Unknown) or found.type is not None:
            return found
    common = common_exports(ev, module)
    if common is not None:
        place = Place(module.path, 0, 0)
        return common if name == DEFAULT else member(ev, common, name, place)
    return Unknown(f"`{name}` of a module")


def common_exports(ev: Evaluator, module: Module) -> Value | None:
    """`module.exports`, and what is assigned to `exports.name`."""
    if b"exports" not in module.data:
        return None
    whole = module.captures(_WHOLE).get("value", [])
    if whole:
        return ev.value(module, whole[-1])
    members: dict[str, Member] = {}
    for assignment in module.captures(_NAMED).get("assignment", []):
        left, right = (assignment.child_by_field_name(f) for f in ("left", "right"))
        name = left.child_by_field_name("property") if left is not None else None
        if name is not None and right is not None:
            members[text(name)] = Member(Later(module, right, ev.root), place_of(module, name))
    return Record(members, None, module, module.root) if members else None


_WHOLE = (
    "(assignment_expression left: (member_expression object: (identifier) @o"
    ' property: (property_identifier) @p) right: (_) @value (#eq? @o "module")'
    ' (#eq? @p "exports"))'
)
_NAMED = (
    "(assignment_expression left: (member_expression object: (_) @o)"
    ' (#match? @o "^(module[.])?exports$")) @assignment'
)
