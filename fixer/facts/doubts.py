"""Places that name a property of what can't be followed: in templates, texts that are keys.

A rename that leaves such a place behind breaks the page and nobody says so: it is not safe.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tree_sitter import Node

from fixer.diagnostics import Span
from fixer.facts.company import NOTHING, Company, company
from fixer.facts.formtypes import FormTypes
from fixer.facts.giving import gives
from fixer.facts.loosekeys import LooseKey, LooseKeys
from fixer.facts.named import is_called, is_handed_on, is_property, literal_around, path_to
from fixer.facts.nearby import Near, Nearby
from fixer.facts.ownfields import is_plain_field
from fixer.facts.sveltemarkup import Place, is_handed, named_in_markup
from fixer.facts.throughunknown import ThroughUnknown
from fixer.facts.toldgenerics import ToldGenerics
from fixer.facts.unread import Text, unread_templates
from fixer.facts.variedkeys import VariedKeys
from fixer.facts.vuefollow import VueFollow
from fixer.facts.vuetexts import NamedText, named_by_texts
from fixer.facts.waysteps import WaySteps
from fixer.program.angular.inputs import inputs
from fixer.program.angular.markup import AngularMarkup
from fixer.program.angular.regions import Attribute
from fixer.program.markup import kebab
from fixer.program.module import Module
from fixer.program.program import Program
from fixer.program.scopes import CLASSES
from fixer.program.svelte.tags import Given, Tag
from fixer.program.syntax import text
from fixer.program.types import Types
from fixer.program.types.forms import CONTROLS
from fixer.program.types.met import Met
from fixer.program.types.model import Certainty, Declaration, Member, Type, present
from fixer.program.words import byte_before, whole_words

# What HTML itself gives a meaning, which is never that of a property's name but to a component.
_PLAIN = frozenset(
    {"id", "name", "class", "for", "type", "style", "title", "alt", "placeholder", "autocomplete"}
    | {"href", "src", "role", "value", "rel", "target", "lang", "slot", "list", "form", "method"}
)
_DOT = 0x2E
IsApart = Callable[[Member, Company], bool]
_NAMED = "an attribute may name it"
_GIVEN = "an input of a component is given an object with it"
# Inputs that take an object whose keys are classes, styles, parameters or names for a template.
_OBJECTS = frozenset(
    {"ngClass", "ngStyle", "class", "style", "queryParams", "ngTemplateOutletContext"}
    | {"ngComponentOutletInputs"}
)
_FIELD = "a form of which the type isn't told may have a field of that name"
_ASKED = "a handler may ask an element of that name what it changes"
_COMPUTED = "a key is computed there"
_VARIED = "a text may be the key by which a value is read there"
_SPREAD = "a component takes it of an object that is spread on it"
_CONTROL = "a form has a control of that name"
_SHARED = "it may be a property of another type, too"
_RESET = "it may be set to something else than what it begins with"
_PREFIXES = ("aria-", "data-", "i18n")


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something names a property here, of what nobody knows, for `reason`; `where` says it.

    `members`: the properties that it may name; none where it may be any. `only_reads`: it gives
    the property no value, nor hands one to code that may read it by the new name. `near`: the
    scripts that would have to name its type, if it may be none but one that they name. `company`:
    what else is read of the value.
    """

    path: Path
    span: Span
    reason: str
    where: str
    members: tuple[Member, ...] = ()
    only_reads: bool = False
    near: tuple[Near, ...] = ()
    company: Company = NOTHING

    def concerns(self, members: tuple[Member, ...], is_apart: IsApart) -> bool:
        """Whether one of these properties may be meant; `is_apart`: by what is read beside."""
        if members and all(is_apart(member, self.company) for member in members):
            return False
        if self.near and not any(_is_named(m, it) for m in members for it in self.near):
            return False
        return not self.members or any(member in self.members for member in members)


@dataclass(frozen=True, slots=True)
class _Why:
    reason: str
    members: tuple[Member, ...] = ()
    only_reads: bool = False
    near: tuple[Near, ...] = ()
    company: Company = NOTHING


IsWrong = Callable[[Member, str], bool]
_UNREAD = _Why("which component shows that text is not known")


class Doubts:
    """The doubtful places by name, looked for when a name is asked about.

    `is_wrong`: whether the property of that name is one that the contract calls otherwise.
    """

    def __init__(
        self, program: Program, types: Types, is_wrong: IsWrong, follow: VueFollow, keys: VariedKeys
    ) -> None:
        self._program, self._types, self._is_wrong = program, types, is_wrong
        self._follow = follow
        self._nearby, self._keys = Nearby(program), LooseKeys(program, types)
        self._steps = WaySteps(program)
        self._forms = FormTypes(program, types)
        others = (ToldGenerics(types).of, ThroughUnknown(types).of)
        self._loose = (keys.of, follow.columns, *others)
        self._known: dict[str, tuple[Doubt, ...]] = {}

    def of(self, name: str) -> tuple[Doubt, ...]:
        """Where templates may mean a property called `name`, in order of the files."""
        found = self._known.get(name)
        if found is None:
            found = self._known[name] = tuple(self._find(name))
        return found

    def bound(self, name: str) -> Iterator[Doubt]:
        """Where templates give a value to an input `name`, which a component's class has."""
        for path in self._program.holding(name):
            module = self._program.module(path)
            markup = module.markup
            offset = markup.bound(name) if isinstance(markup, AngularMarkup) else None
            if offset is not None:
                why = _Why("an input of a component is called so")
                yield self._doubt(path, module.data, Span(offset, offset), why)

    def _find(self, name: str) -> Iterator[Doubt]:
        for path in self._program.holding(name, kebab(name)):
            module = self._program.module(path)
            yield from self._in_svelte(module, name)
            for key in self._keys.unknown(module, name):
                yield from self._of_field(key, name)
            for key in self._keys.asked(module, name):
                near = (self._nearby.of_key(module, is_path=False),)
                yield self._doubt(path, module.data, key.span, _Why(_ASKED, near=near))
            for key in (it for find in self._loose for it in find(module, name)):
                wrong = self._wrong(key.members, name)
                if wrong or not key.members:
                    around = () if wrong else (self._nearby.of_key(module, is_path=False),)
                    why = _Why(key.reason or _VARIED, wrong, key.only_reads, around)
                    yield self._doubt(path, module.data, key.span, why)
            for found in named_by_texts(module, name):
                of_text = self._of_text(module, found, name)
                if of_text is not None:
                    yield self._doubt(path, module.data, found.span, of_text)
            markup = module.markup
            if not isinstance(markup, AngularMarkup):
                continue
            for start, end in whole_words(module.data, name.encode()):
                said = self._why(module, markup, start, end)
                if said is not None:
                    yield self._doubt(path, module.data, Span(start, end), said)
        for key in self._keys.computed(name):
            around = () if key.members else (self._nearby.of_key(key.module, is_path=False),)
            wrong = self._wrong(key.members, name)
            if wrong or not key.members:
                why = _Why(_COMPUTED, wrong, only_reads=key.only_reads, near=around)
                yield self._doubt(key.module.path, key.module.data, key.span, why)
        for unread in self._unread:
            for start, end in whole_words(unread.data, name.encode()):
                is_inside = any(part.start <= start < part.end for part in unread.parts)
                if is_inside and byte_before(unread.data, start) == _DOT:
                    yield self._doubt(unread.path, unread.data, Span(start, end), _UNREAD)

    def _of_text(self, module: Module, found: NamedText, name: str) -> _Why | None:
        """Why a text of a Vue template may be the property: by the rows that its component has.

        Where these are of no type that has the name, it may be one of any type near by.
        """
        is_plain = found.field and is_plain_field(self._program, module, found.field)
        if is_plain or not self._steps.may_lead(module, found.span.start):
            return None
        only_reads = not (found.fills or self._follow.is_own(module, found))
        meant = self._follow.meant(module, found, name)
        if meant is None:
            return _Why(_NAMED, only_reads=only_reads, near=(self._nearby.of_rows(module),))
        wrong = self._wrong(meant.members, name)
        if meant.certainty is Certainty.PROVEN and len(wrong) == len(meant.members):
            return None  # it is renamed with the property, if that is
        return _Why(_NAMED, wrong, only_reads=only_reads) if wrong else None

    def _of_field(self, key: LooseKey, name: str) -> Iterator[Doubt]:
        """A field of a form that isn't told may be one of any form of the program."""
        module = key.module
        wrong = self._wrong(self._forms.members(name), name)
        if wrong:
            yield self._doubt(module.path, module.data, key.span, _Why(_FIELD, wrong))
        near = self._nearby.of_key(module, is_path=key.is_path)
        if near.among(self._forms.untyped):
            yield self._doubt(module.path, module.data, key.span, _Why(_FIELD, near=(near,)))

    def _in_svelte(self, module: Module, name: str) -> Iterator[Doubt]:
        for found in named_in_markup(module, name):
            why: _Why | None = _Why(found.place.value)
            if found.place is Place.HANDED:
                handed = self._wrong(self._types.slot_props(name), name)
                why = _Why(found.place.value, handed) if handed else None
            elif found.attribute is not None:
                why = self._prop(module, *found.attribute, name)
            elif found.leaf is not None:
                why = self._said(module, found.leaf)
            if why is not None:
                yield self._doubt(module.path, module.data, found.span, why)
        laid = self._wrong(self._types.spread_props(module, name), name)
        if laid:
            start = next(whole_words(module.data, name.encode()), (0, 0))[0]
            yield self._doubt(module.path, module.data, Span(start, start), _Why(_SPREAD, laid))

    def _said(self, module: Module, node: Node) -> _Why | None:
        """Why a name in an expression of Svelte's markup may be the renamed property's."""
        if not is_property(node) and node.type != "shorthand_property_identifier_pattern":
            return None
        if is_called(node):
            return None  # no response has functions
        literal, component = literal_around(node), module.component
        found = component.given_at(literal.start_byte) if component and literal else None
        is_whole = found is not None and literal is not None and is_handed_on(literal)
        if found is not None and is_whole and self._types.takes_anything(module, *found):
            return _Why(_GIVEN)
        if self._types.is_of_event(module, node):
            return None
        return self._read(module, node) or self._shared(module, node) or self._reset(module, node)

    def _shared(self, module: Module, node: Node) -> _Why | None:
        """Why a property of one of several types isn't renamed: it is right of another."""
        members = self._types.symbol_at(module, node).members
        wrong = self._wrong(members, text(node))
        return _Why(_SHARED, wrong) if wrong and len(wrong) < len(members) else None

    def _reset(self, module: Module, node: Node) -> _Why | None:
        """Why a property of a variable's first value may be that of what it is set to later."""
        members = self._types.set_otherwise(module, node)
        wrong = self._wrong(members or (), text(node))
        return _Why(_RESET, wrong) if members is None or wrong else None

    def _prop(self, module: Module, tag: Tag, given: Given, name: str) -> _Why | None:
        """Why an attribute of a component may be the property: by its name, or by its text."""
        if given.text is not None and given.name.removeprefix("bind:") != name:
            keys = self._wrong(self._types.keys_given(module, tag, given, name), name)
            return _Why(Place.TEXT.value, keys) if keys else None
        wrong = self._wrong(self._types.props_called(module, tag, name), name)
        return _Why(Place.ATTRIBUTE.value, wrong) if wrong else None

    def _doubt(self, path: Path, data: bytes, span: Span, why: _Why) -> Doubt:
        row, root = data.count(b"\n", 0, span.start) + 1, self._program.root
        shown = path.relative_to(root) if path.is_relative_to(root) else path
        where = f"{shown.as_posix()}:{row}"
        said = (why.members, why.only_reads, why.near, why.company)
        return Doubt(path, span, why.reason, where, *said)

    @cached_property
    def _unread(self) -> tuple[Text, ...]:
        return unread_templates(self._program)

    def _why(self, module: Module, markup: AngularMarkup, start: int, end: int) -> _Why | None:
        attribute = markup.attribute(start, end)
        if attribute is not None:
            return self._named(module, attribute)
        region = markup.region_at(start)
        if region is None:
            return _Why("the template can't be read there") if markup.is_broken(start) else None
        if not markup.is_read(region):
            return _Why("the expression can't be read")
        node = markup.leaf(start, end)
        if node is None or not is_property(node):
            return None
        literal, given = literal_around(node), markup.given_to(region)
        if literal and given and given not in _OBJECTS:
            why = self._given(module, node, literal, given)
            if why is not None:
                return why
        return None if self._types.is_of_document(module, node) else self._read(module, node)

    def _read(self, module: Module, node: Node) -> _Why | None:
        """Why a property that is read of something may be the renamed one."""
        found, name = self._types.symbol_at(module, node), text(node)
        only_reads = not (gives(module, node) or is_handed(module, node))
        wrong = self._wrong(found.members, name)
        if found.members and found.certainty is Certainty.PROVEN:
            return None  # a use as any other, or one that a person has to tell apart
        if not wrong and self._types.is_told(module, node):
            return None
        met = self._types.form_meets_key(module, node) if not wrong else None
        if met is not None:
            return self._of_form(met, name)
        reason = found.reason or "nothing says what it belongs to"
        return _Why(reason, only_reads=only_reads, company=company(self._types, module, node))

    def _wrong(self, members: Iterable[Member], name: str) -> tuple[Member, ...]:
        return tuple(member for member in members if self._is_wrong(member, name))

    def _given(self, module: Module, node: Node, literal: Node, given: str) -> _Why | None:
        """Why a key of an object that an element is given may be that of its component's type.

        What a component of the program takes as anything is followed; of one that isn't here
        nothing is known; an element of HTML has none.
        """
        markup, name = module.markup, text(node)
        tag = markup.tag_around(node.start_byte) if isinstance(markup, AngularMarkup) else None
        taken = self._types.taken_by(module, tag, given) if tag is not None else ()
        if not taken:
            return _Why(_GIVEN) if tag is None or not tag.is_native else None
        for key in path_to(literal):
            taken = tuple(inner for type_ in taken for inner in self._inside(type_, key))
        wrong = self._wrong((m for t in taken for m in self._types.member(t, name)), name)
        found = self._types.symbol_at(module, node)
        follows = bool(found.members) and found.certainty is Certainty.PROVEN
        return _Why(_GIVEN, wrong) if wrong and not follows else None

    def _inside(self, type_: Type, key: str | None) -> Iterator[Type]:
        """What an object has under a key, or a list as an item."""
        if key is None:
            yield self._types.element(present(type_))
        for member in self._types.member(type_, key) if key is not None else ():
            yield self._types.member_type(member)

    def _named(self, module: Module, attribute: Attribute) -> _Why | None:
        """Why an attribute's text may be the property's name for a component or directive."""
        if attribute.name.startswith(_PREFIXES):
            return None
        if attribute.name in _PLAIN and not self._types.is_taken(module, attribute):
            return None
        name = module.data[attribute.start : attribute.end].decode("utf-8", "replace")
        if attribute.name in CONTROLS:
            met = self._types.form_meets(module, attribute)
            return self._of_form(met, name)
        found = self._types.named_by(module, attribute, name)
        if found.reason is None:
            wrong = self._wrong(found.members, name)
            if not wrong or self._follows(module, attribute):
                return None
            return _Why(_NAMED, wrong, only_reads=True)
        text_met = self._types.text_meets(module, attribute)
        if text_met is None:
            return _Why(found.reason, only_reads=True, near=(self._nearby.of_text(module),))
        return self._of_form(text_met, name)

    def _follows(self, module: Module, attribute: Attribute) -> bool:
        """Whether an attribute's text is renamed with the property that it names."""
        leaf = module.leaf(attribute.start, attribute.end)
        return leaf is not None and bool(self._types.symbol_at(module, leaf).members)

    def _of_form(self, met: Met, name: str) -> _Why | None:
        """Why a control may have to be called as the property is, by what its form meets.

        A form that is only filled with such values gives none to what reads them. What takes the
        value of one that isn't followed says its type, as of any object without one: nearby.
        """
        if not met.is_followed:
            near = [self._nearby.of_form(module) for module in met.lost]
            is_near = not met.is_afar and None not in near
            return _Why(_CONTROL, near=tuple(it for it in near if it) if is_near else ())
        taken, given = (
            self._wrong((m for type_ in types for m in self._types.member(type_, name)), name)
            for types in (met.taken, met.given)
        )
        if taken:
            return _Why(_CONTROL, taken)
        return _Why(_CONTROL, given, only_reads=True) if given else None


def is_input(member: Member) -> bool:
    """Whether templates may give it a value: it is a member of a component or a base of one."""
    owner = getattr(member.owner, "declaration", None)
    is_class = isinstance(owner, Declaration) and owner.node.type in CLASSES
    if not is_class or member.module is None or not isinstance(owner, Declaration):
        return False
    is_component = any(c.node == owner.node for c in member.module.components)
    return is_component or member.node in inputs(owner.node).values()


def _is_named(member: Member, near: Near) -> bool:
    """Whether scripts name the type that a property stands in; one without a name they may."""
    node = member.node
    while node is not None:
        name = node.child_by_field_name("name")
        if name is not None and name.type == "type_identifier":
            return near.names(text(name))
        node = node.parent
    return True
