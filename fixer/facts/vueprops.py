"""What Vue's templates give to and take from the program's own components, by a property's name.

`<RowCard :title="row.title" />` gives a prop by that name, which follows the property that
`defineProps<Row>()` makes of it. What a component with `generic` hands to its slots and handlers is
of a type that isn't told here: a doubt, as what of another's component is called `any` is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from fixer.diagnostics import Span
from fixer.facts.giving import gives
from fixer.facts.loosekeys import LooseKey
from fixer.program.markup import Region, RegionKind, VueMarkup, kebab
from fixer.program.module import Module
from fixer.program.syntax import children_of, first_named, text
from fixer.program.types import Types
from fixer.program.types.model import Member, Type, Unknown, parts_of, present

_BEFORE = (":", "v-bind:", "v-model:")
_KEBAB = "an attribute gives it to a component"
_HANDED = "a component whose types aren't told may hand it on there"
_NAMES = frozenset({"property_identifier", "shorthand_property_identifier_pattern"})
_READ = frozenset({"member_expression", "non_null_expression", "subscript_expression"})
_PATTERNS = frozenset({"object_pattern", "pair_pattern", "object_assignment_pattern"})
_DEEP = 4


@dataclass(frozen=True, slots=True)
class Given:
    """An attribute that gives a component the prop that is one of `members`.

    `is_both`: it is set by an event of that name, too.
    """

    attribute: Node
    span: Span
    members: tuple[Member, ...]
    is_both: bool


class VueProps:
    """What is looked for when a name is asked about."""

    def __init__(self, types: Types) -> None:
        self._types = types

    def given(self, module: Module, name: str, spelled: str) -> Iterator[Given]:
        """The attributes called `spelled` that give a component of the program the prop `name`."""
        markup = module.markup
        for tag in markup.tags if isinstance(markup, VueMarkup) else ():
            for attribute in children_of(tag):
                label = first_named(attribute) if attribute.type == "attribute" else None
                before = _before(text(label), spelled) if label is not None else None
                if label is None or before is None or tag.parent is None:
                    continue
                members = self._props(module, tag.parent, name)
                start = label.start_byte + len(before)
                span = Span(start, start + len(spelled.encode()))
                if members:
                    yield Given(attribute, span, members, before.startswith("v-model"))

    def of(self, module: Module, name: str) -> Iterator[LooseKey]:
        """Where a template may name a property so that it isn't renamed with it."""
        markup = module.markup
        if not isinstance(markup, VueMarkup):
            return
        if kebab(name) != name:
            for it in self.given(module, name, kebab(name)):
                yield LooseKey(module, it.span, it.members, reason=_KEBAB)
        for node in module.occurrences(name):
            region = markup.region_at(node.start_byte) if node.type in _NAMES else None
            if region is None or self._types.symbol_at(module, node).members:
                continue
            element = _handing(module, markup, region, node)
            members = self._held_by(module, markup, element, name) if element is not None else ()
            if members and element is not None:
                is_own = self._types.vue_component(module, element) is not None
                only_reads = not is_own and not gives(module, node)
                span = Span(node.start_byte, node.end_byte)
                yield LooseKey(module, span, members, only_reads, reason=_HANDED)

    def _props(self, module: Module, element: Node, name: str) -> tuple[Member, ...]:
        child = self._types.vue_component(module, element)
        return self._types.member(self._types.vue_props(child), name) if child is not None else ()

    def _held_by(
        self, module: Module, markup: VueMarkup, element: Node, name: str
    ) -> tuple[Member, ...]:
        """The properties of that name in what an element is given, however deep."""
        given = (self._types.of(module, it) for it in markup.bound_to(element))
        waiting = [(part, _DEEP) for type_ in given for part in parts_of(type_)]
        seen: set[Type] = set()
        found: list[Member] = []
        while waiting:
            type_, depth = waiting.pop()
            if depth == 0 or type_ in seen or isinstance(type_, Unknown):
                continue
            seen.add(type_)
            found += self._types.member(type_, name)
            inner = [self._types.element(present(type_))]
            inner += [self._types.member_type(m) for m in self._types.members(type_)]
            waiting += [(part, depth - 1) for it in inner for part in parts_of(it)]
        return tuple(dict.fromkeys(found))


def _before(label: str, name: str) -> str | None:
    """What stands before the name in an attribute's label; None: it is of another name."""
    before = next((it for it in _BEFORE if label.startswith(it)), "")
    return before if label[len(before) :].partition(".")[0] == name else None


def _handing(module: Module, markup: VueMarkup, region: Region, node: Node) -> Node | None:
    """The element whose slot or event hands on what a name is read of."""
    if region.kind is RegionKind.SLOT:
        return _owner(markup, region)
    root = _root(node)
    if root is None:
        return region.element if region.kind is RegionKind.HANDLER and _is_taken(node) else None
    for scope in markup.scopes(region):
        if markup.declared(scope, text(root)) is not None:
            return _owner(markup, scope) if scope.kind is RegionKind.SLOT else None
    is_handler = region.kind is RegionKind.HANDLER
    is_event = text(root) == "$event" or module.resolve(root) is not None
    return region.element if is_handler and is_event else None


def _owner(markup: VueMarkup, region: Region) -> Node | None:
    found = markup.slot(region)
    return found[0] if found is not None else None


def _root(node: Node) -> Node | None:
    """The variable of a chain of reads: `item` of `item.owner?.name`."""
    holder = node.parent
    object_ = holder.child_by_field_name("object") if holder is not None else None
    while object_ is not None and object_.type in _READ:
        object_ = object_.child_by_field_name("object") or first_named(object_)
    return object_ if object_ is not None and object_.type == "identifier" else None


def _is_taken(node: Node) -> bool:
    """Whether a name is one of a pattern that is a function's parameter."""
    holder = node.parent
    while holder is not None and holder.type in _PATTERNS:
        holder = holder.parent
    return holder is not None and holder.type == "required_parameter"
