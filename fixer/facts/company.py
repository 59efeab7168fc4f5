"""What else a template reads of a value of which it names a property.

`{{ row.title }} {{ row.name }}`: where a value without a type is shown with a title whenever it is
shown with a name, it is no value of a type that has a name and no title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tree_sitter import Node

from fixer.contract.model import ANY, Contract, Kind, Schema
from fixer.facts.extensions import Extensions
from fixer.facts.giving import gives, is_key
from fixer.facts.verdicts import Verdict
from fixer.program.angular.markup import AngularMarkup
from fixer.program.angular.pipes import pipe_of
from fixer.program.angular.regions import Local
from fixer.program.module import Module
from fixer.program.program import Program
from fixer.program.syntax import TEMPLATE, children_of, text
from fixer.program.types import Types
from fixer.program.types.model import UNKNOWN, Member, Named, Type, Unknown, parts_of, present
from fixer.program.words import whole_words

_MEMBERS = frozenset({"member_expression", "subscript_expression"})
_WRAPPING = frozenset({"parenthesized_expression", "non_null_expression"})
_USING = _WRAPPING | {"arguments", "call_expression", "template_substitution", "template_string"}
_USING |= {"expression_statement", "pair", "object", "array", "assignment_expression"}
# Of what isn't there these are false: a value without the property may be shown all the same.
_ASKING = (
    *("class", "style", "attr.", "disabled", "hidden", "checked", "ngClass", "ngStyle"),
    *("readonly", "required", "selected", "open"),
)


@dataclass(frozen=True, slots=True)
class Company:
    """The properties that are read `beside` a name of the same value, and `below`: of it."""

    beside: frozenset[str] = frozenset()
    below: frozenset[str] = frozenset()


NOTHING = Company()
# A type that another extends, or a part of one.
_EXTENDED = (
    r"\b(?:extends|implements)\b[^{;]*\b%(name)s\b"
    r"|\b%(name)s\b(?:\s*|[^;{}()\n]*)&|&(?:\s*|[^;{}()\n]*)\b%(name)s\b"
    r"|\b%(name)s\s+as\s+\w"  # imported by a name of its own
)
# `row.name = …`, `{ ...row, name: … }`, `[(ngModel)]="row.name"`: what the program adds to values
# that it is given.
_LAYING = ("assign", "extend", "merge", "defaults")
_SET = r"\s*(?:(?:\?\?|\|\||&&|[-+*/])?=(?!=)|\+\+|--)"
_ADDED = (
    rf"(?<!\bthis)[.\]?!]\s*%(name)s{_SET}|\[['\"]%(name)s['\"]\]{_SET}"
    r"|(?:\)\]|bindon-[\w-]+)\s*=\s*(?:\"[^\"]*|'[^']*)\b%(name)s\b"
    rf"|(?:{'|'.join(_LAYING)})\([^{{}}]*\{{[^{{}}]*\b%(name)s\b\s*[:,}}]"
    r"|\.\.\.[^{}]*\b%(name)s\b\s*[:,}]|\b%(name)s\b\s*[:,][^{}]*\.\.\."
)


class Apart:
    """Tells values of a type from those that are shown with what no such value has."""

    def __init__(self, program: Program, types: Types, contract: Contract) -> None:
        self._program, self._types, self._contract = program, types, contract
        self._added: dict[tuple[str, str], bool] = {}
        self._extended: dict[str, bool] = {}
        self._extensions = Extensions(program)

    def lacks(self, member: Member, verdict: Verdict, company: Company) -> bool:
        """Whether the type of a property, or its own, has not what is read of a value.

        A type may be declared without what the backend sends, or what the program adds, or as
        the base of others that have it.
        """
        owner, target = member.owner, verdict.target
        beside = _unsaid(self._contract, verdict.schema, company.beside)
        below = _unsaid(self._contract, target.schema if target else ANY, company.below)
        if owner is not None and any(self._has_no(owner, name, member.name) for name in beside):
            return True
        inside = present(self._types.member_type(member)) if below else UNKNOWN
        return any(self._has_no(inside, name, member.name) for name in below)

    def _has_no(self, type_: Type, name: str, beside: str) -> bool:
        """Whether a type surely has no property of a name, in what is made of it neither."""
        if isinstance(type_, Unknown) or not self._types.is_closed(type_):
            return False
        if self._types.member(type_, name) or self._types.values(type_) is not None:
            return False
        said = (p.declaration.node for p in parts_of(type_) if isinstance(p, Named))
        labels = [text(it) for n in said if (it := n.child_by_field_name("name")) is not None]
        if any(self._is_extended(it) or self._extensions.take(it) for it in labels):
            return False
        key = (name, beside)
        if key not in self._added:
            self._added[key] = any(self._adds(path, *key) for path in self._holding(_ADDED, name))
        return not self._added[key]

    def _is_extended(self, name: str) -> bool:
        if name not in self._extended:
            self._extended[name] = next(self._holding(_EXTENDED, name), None) is not None
        return self._extended[name]

    def _holding(self, pattern: str, name: str) -> Iterator[Path]:
        """The files of the program that have what a pattern says of a name; of types, scripts."""
        sought = re.compile((pattern % {"name": re.escape(name)}).encode())
        for path in self._program.holding(name):
            if (path.suffix != TEMPLATE or pattern is _ADDED) and sought.search(
                self._program.sources[path]
            ):
                yield path

    def _adds(self, path: Path, name: str, beside: str) -> bool:
        """Whether a file gives a property to a value without one, which may have another."""
        module = self._program.module(path)
        for node in module.occurrences(name):
            if is_key(node):
                if any(self._may_have(module, it, beside) for it in _spread(node)):
                    return True
            elif gives(module, node) and not self._types.symbol_at(module, node).members:
                return True
        return False

    def _may_have(self, module: Module, value: Node, name: str) -> bool:
        found = self._types.static(module, value)
        is_known = not isinstance(found, Unknown) and self._types.is_closed(present(found))
        return not is_known or bool(self._types.member(present(found), name))


def _spread(key: Node) -> Iterator[Node]:
    """What is spread into the object literal that a key is of, or has it laid on."""
    pair = key if key.type == "shorthand_property_identifier" else key.parent
    literal = pair.parent if pair is not None else None
    for child in children_of(literal) if literal is not None else ():
        if child.type == "spread_element" and children_of(child):
            yield children_of(child)[0]
    given = literal.parent if literal is not None else None
    call = given.parent if given is not None and given.type == "arguments" else None
    callee = call.child_by_field_name("function") if call is not None else None
    if given is not None and callee is not None and text(callee).split(".")[-1] in _LAYING:
        yield from (it for it in children_of(given) if it != literal)


def _unsaid(contract: Contract, schema: Schema, names: frozenset[str]) -> frozenset[str]:
    """The names that an object of the contract doesn't have, and never had."""
    known = contract.resolve(schema) if names else ANY
    is_known = not known.loose and known.kind not in (Kind.ANY, Kind.UNION)
    if not is_known:
        return frozenset()
    said = (name for p in known.properties for name in (p.name, *p.aliases, *p.legacy_names))
    return names.difference(said)


def company(types: Types, module: Module, node: Node) -> Company:
    """What is read together with a name in an Angular template."""
    markup, member = module.markup, node.parent
    if member is not None and member.type == "string":
        member = member.parent
    if not isinstance(markup, AngularMarkup) or member is None or member.type not in _MEMBERS:
        return NOTHING
    held = member.child_by_field_name("object")
    path = _path(held) if held is not None else None
    if held is None or not path:
        return NOTHING
    beside = frozenset(_beside(types, module, markup, path, node))
    below = _read_of(member)
    return Company(beside - {text(node)}, frozenset({below} if below is not None else ()))


def _path(node: Node) -> tuple[str, ...] | None:
    """`row.owner` as its names; None for what is no chain of names."""
    if node.type in _WRAPPING and children_of(node):
        return _path(children_of(node)[0])
    if node.type == "identifier":
        return (text(node),)
    if node.type == "this":
        return ()
    object_, name = node.child_by_field_name("object"), node.child_by_field_name("property")
    if node.type != "member_expression" or object_ is None or name is None:
        return None
    before = _path(object_)
    return (*before, text(name)) if before is not None else None


def _beside(
    types: Types, module: Module, markup: AngularMarkup, path: tuple[str, ...], node: Node
) -> Iterator[str]:
    """The names that are read of the same value wherever `node` is."""
    region = markup.region_at(node.start_byte)
    local = markup.local(path[0], region) if region is not None else None
    for same in _alike(types, module, markup, local):
        name = same.name if same is not None else path[0]
        for start, end in whole_words(module.data, name.encode()):
            where, leaf = markup.region_at(start), markup.leaf(start, end)
            if where is None or leaf is None or markup.local(name, where) is not same:
                continue
            if where is not region and not markup.is_shown(where):
                continue
            if markup.is_shown_with(start, node.start_byte, name):
                yield from _read_along(module, leaf, (name, *path[1:]))


def _alike(
    types: Types, module: Module, markup: AngularMarkup, local: Local | None
) -> Iterator[Local | None]:
    """The names of the same value: in a table each column gives the row one of its own."""
    rows = types.rows_of(module, local) if local is not None else None
    yield local
    for other in markup.handed() if rows is not None else ():
        if other is not local and types.rows_of(module, other) is rows:
            yield other


def _read_along(module: Module, leaf: Node, path: tuple[str, ...]) -> Iterator[str]:
    for holder in _along(leaf, path):
        name = _read_of(holder)
        if name is not None and holder.parent is not None and _is_used(module, holder):
            yield name


def _along(leaf: Node, path: tuple[str, ...]) -> Iterator[Node]:
    """The expression that begins with a name and is the value of that path."""
    node = leaf.parent if leaf.type == "property_identifier" else leaf
    while node is not None and _path(node) != path:
        parent = node.parent
        is_inner = parent is not None and (parent.type in _WRAPPING or _holds(parent, node))
        node = parent if is_inner else None
    if node is not None:
        yield node


def _holds(member: Node, node: Node) -> bool:
    is_member = member.type == "member_expression"
    return is_member and member.child_by_field_name("object") == node


def _outer(node: Node) -> Node | None:
    parent = node.parent
    while parent is not None and parent.type in _WRAPPING:
        parent = parent.parent
    return parent


def _read_of(node: Node) -> str | None:
    """The name that is read of an expression: `b` of `a` in `a?.b`."""
    member = _outer(node)
    name = member.child_by_field_name("property") if member is not None else None
    inner = member.child_by_field_name("object") if member is not None else None
    while inner is not None and inner != node and inner.type in _WRAPPING:
        inner = children_of(inner)[0] if children_of(inner) else None
    is_read = member is not None and member.type == "member_expression" and inner == node
    return text(name) if is_read and name is not None else None


def _is_used(module: Module, node: Node) -> bool:
    """Whether what is read of an expression is shown or handed on, and not only asked about."""
    start, node = node.start_byte, _outer(node) or node
    parent = node.parent
    while parent is not None and parent.type != "program":
        is_read = parent.type in _MEMBERS and parent.child_by_field_name("object") == node
        is_index = parent.type == "subscript_expression"
        if not (is_read or is_index or parent.type in _USING or _is_shown(module, parent)):
            return False
        node, parent = parent, parent.parent
    markup = module.markup
    region = markup.region_at(start) if markup is not None else None
    given = markup.given_to(region) if isinstance(markup, AngularMarkup) and region else None
    return given is None or not given.startswith(_ASKING)


def _is_shown(module: Module, parent: Node) -> bool:
    """`row.date | date`, `'a' + row.name`"""
    operator = parent.child_by_field_name("operator")
    is_joined = operator is not None and operator.type == "+"
    return is_joined or pipe_of(parent, module.data) is not None
