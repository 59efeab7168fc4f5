"""What a text that a template gives a component may name: `kind="name"`.

It may be any property where the component does more with it than to compare it, to show it, or to
take it for the name of a form's control.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.angular.inputs import callee, is_signal
from fixer.program.angular.markup import AngularMarkup
from fixer.program.angular.pipes import pipe_of
from fixer.program.angular.regions import Attribute, Tag
from fixer.program.module import Module
from fixer.program.scopes import FUNCTIONS, Binding
from fixer.program.syntax import text
from fixer.program.types.fieldplaces import places
from fixer.program.types.forms import CONTROLS, KEYED, At, meets, meets_of_name
from fixer.program.types.librarytables import of_table
from fixer.program.types.met import Met, together
from fixer.program.types.model import (
    NOTHING,
    UNKNOWN,
    Context,
    Literal,
    Named,
    Unknown,
    parts_of,
    present,
)
from fixer.program.types.passing import taking
from fixer.program.types.references import inputs_on

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

_COMPARING = frozenset({"===", "!==", "==", "!="})
_JOINING = frozenset({"||", "??", "&&", "+"})
_WRAPPING = frozenset({"parenthesized_expression", "non_null_expression", "expression_statement"})
_ASKING = frozenset({"unary_expression", "if_statement", "switch_statement", "switch_case"})
# What makes of a text one that may be the same.
_SPELLING = frozenset(
    {"trim", "toString", "toLowerCase", "toUpperCase", "replace", "replaceAll", "concat"}
    | {"substring", "substr", "slice", "padStart", "padEnd", "normalize", "at", "charAt"}
)
_ASKING_FORMS = frozenset({"get", "hasError", "getError"})
_WRITTEN = frozenset({"pair", "shorthand_property_identifier"})  # in an object of the program's
_MAX_STEPS = 100
_MEASURING = frozenset({"length", "includes", "startsWith", "endsWith", "indexOf"})
_SHOWN = frozenset(
    {
        "class",
        "style",
        "id",
        "for",
        "htmlFor",
        "title",
        "src",
        "href",
        "alt",
        "type",
        "name",
        "placeholder",
    }
    | {"ngClass", "ngStyle", "ngSwitch", "ngSwitchCase", "innerHTML", "innerText", "textContent"}
)
_WORD = re.compile(r"[a-z]+")
_SHOWN_AS = ("attr.", "class.", "style.")


def text_meets(engine: Engine, module: Module, attribute: Attribute) -> Met | None:
    """What a value meets that an attribute's text may name a part of; None: any may be meant.

    A mere text meets nothing; where a component takes it for the name of a control, its form
    does: `<app-field [form]="form" [controlName]="'name'">`.
    """
    markup = module.markup
    tag = markup.tag_around(attribute.start) if isinstance(markup, AngularMarkup) else None
    if tag is None:
        return None
    takers = tuple(inputs_on(engine, tag, attribute.name))
    if not takers:
        return Met() if _is_text_of_library(engine, tag, attribute.name) else None
    try:
        name = module.data[attribute.start : attribute.end].decode("utf-8", "replace")
        return together(_Text(engine, name, (module, tag)).met(*taker) for taker in takers)
    except _NamingError:
        return None


def _is_text_of_library(engine: Engine, tag: Tag, name: str) -> bool:
    """Whether the libraries' own table says so of an attribute that the program doesn't take."""
    table = of_table(engine, "_Texts", UNKNOWN)
    word = _WORD.match(name)
    family = tag.name.split("-")[0]
    keys = [f"{tag.name}:{name}", name, f"{word[0]}*" if word else "", f"{tag.name}:*"]
    keys += [f"{family}-*:*"] if family != tag.name else []
    said = (engine.property_type(table, key) for key in keys if key)
    first = next((s for s in said if isinstance(s, Literal)), None)
    return first is not None and first.value == "text"


class _NamingError(Exception):
    """The text may name a property of any value."""


class _Text:
    """A text `name` that an element `at` gives a component, and what is done with it."""

    def __init__(
        self, engine: Engine, name: str, at: At, given: set[tuple[int, Module, int]] | None = None
    ) -> None:
        self._engine, self._name, self._at = engine, name, at
        # The fields that elements hand it to: a component may be shown in its own template.
        self._handed = given if given is not None else set()
        self._steps = 0
        self._owner: Named | None = None  # the component whose members are looked at
        self._entered: set[int | None] = set()

    def met(self, owner: Named, field: Node, label: str) -> Met:
        """What the forms meet whose controls it names in a component."""
        if field.type != "public_field_definition":
            raise _NamingError
        key = (field.id, self._at[0], self._at[1].start)
        if key in self._handed:
            return Met()
        self._handed.add(key)
        self._owner = owner
        declared = parts_of(self._engine.property_type(owner, label))
        is_said = field.child_by_field_name("type") is not None
        if is_said and all(isinstance(part, Literal) or part in NOTHING for part in declared):
            return Met()  # an enumeration of its own
        elsewhere = re.compile(rb"[.\]?!]\s*" + re.escape(label.encode()) + rb"\b")
        value, found = field.child_by_field_name("value"), list[Met]()
        is_called = value is not None and _is_read_by_call(value)
        for where, place in places(self._engine, owner, field, label, elsewhere):
            read = self._engine.parent(place) if is_called else None
            is_read = read is not None and read.type == "call_expression"
            if is_called and not is_read and _is_of_another(place):
                continue  # `other.id`, which isn't read as the member of a component is
            found += self._used(where, read if is_read and read is not None else place)
        return together(found)

    def _used(self, module: Module, node: Node) -> Iterator[Met]:
        """What a use of the text meets, if it is more than to compare it, show it, or set it."""
        self._steps += 1
        parent = self._engine.parent(node)
        if parent is None or self._steps > _MAX_STEPS:
            raise _NamingError
        if parent.type == "program":
            yield from self._shown(module, node)
        elif parent.type in _FOLLOWING or pipe_of(parent, module.data) is not None:
            yield from _FOLLOWING.get(parent.type, _Text._piped)(self, module, parent, node)
        elif not self._is_harmless(parent, node):
            raise _NamingError

    def _is_harmless(self, parent: Node, node: Node) -> bool:
        if _asks(parent, node):
            return True
        if parent.type == "return_statement" or parent.child_by_field_name("body") == node:
            return self._function(node) in self._entered
        return parent.type == "assignment_expression" and parent.child_by_field_name("left") == node

    def _function(self, node: Node) -> int | None:
        """The function around, whose result is followed where it is one that was entered."""
        function = self._engine.ancestor(node, FUNCTIONS)
        return function.id if function is not None else None

    def _piped(self, module: Module, parent: Node, node: Node) -> Iterator[Met]:
        pipe = pipe_of(parent, module.data)
        if pipe is None or (pipe[1] is not None and text(pipe[1]) in self._engine.program.pipes):
            raise _NamingError
        yield from self._used(module, parent)

    def _joined(self, module: Module, parent: Node, node: Node) -> Iterator[Met]:
        """`name || other`, `name ? a : b`, `name === other`."""
        operator = parent.child_by_field_name("operator")
        if _asks(parent, node):
            return
        if pipe_of(parent, module.data) is not None:
            yield from self._piped(module, parent, node)
        elif operator is None or operator.type in _JOINING:
            yield from self._used(module, parent)
        else:
            raise _NamingError

    def _read(self, module: Module, parent: Node, node: Node) -> Iterator[Met]:
        """`name.length`; `name.trim()`, which may be the name still."""
        method = parent.child_by_field_name("property")
        call = self._engine.parent(parent)
        if parent.child_by_field_name("object") != node or method is None:
            raise _NamingError
        if text(method) in _MEASURING:
            return
        if text(method) not in _SPELLING or call is None or call.type != "call_expression":
            raise _NamingError
        yield from self._used(module, call)

    def _keyed(self, module: Module, parent: Node, node: Node) -> Iterator[Met]:
        """`texts[name]`, of a type that is known; `form.controls[name]`."""
        object_ = parent.child_by_field_name("object")
        if object_ is None or object_ == node:
            raise _NamingError
        name = object_.child_by_field_name("property")
        form = object_.child_by_field_name("object")
        if name is not None and form is not None and text(name) in KEYED:
            yield self._of_form(module, form)
            return
        held = present(self._engine.expression(Context(module), object_))
        if isinstance(held, Unknown) or not self._engine.is_closed(held):
            raise _NamingError
        found = self._engine.find(held, self._name)
        if not all(it.node is not None and it.node.type in _WRITTEN for it in found):
            raise _NamingError  # a declared type may be given any value that has it
        if found:
            yield Met(taken=(held,))

    def _passed(self, module: Module, parent: Node, node: Node) -> Iterator[Met]:
        """`title(name)`, of a function of the program's own; `form.get(name)`."""
        call = self._engine.parent(parent)
        function = call.child_by_field_name("function") if call is not None else None
        if call is None or function is None:
            raise _NamingError
        name, form = (
            function.child_by_field_name("property"),
            function.child_by_field_name("object"),
        )
        if name is not None and form is not None and text(name) in _ASKING_FORMS:
            yield self._of_form(module, form)
            return
        parameter = taking(self._engine, module, call, node)
        binding = self._engine.binding(*parameter) if parameter is not None else None
        if binding is None or parameter is None:
            raise _NamingError
        self._entered.add(self._function(binding.name_node))
        yield from self._by_name(parameter[0], binding)
        yield from self._used(module, call)

    def _derived(self, module: Module, parent: Node, node: Node) -> Iterator[Met]:
        """`inputId = computed(() => this.name())`, a member that is the text still."""
        holder = self._engine.parent(parent)
        call = self._engine.parent(holder) if holder is not None else None
        made = call.child_by_field_name("function") if call is not None else None
        field = self._engine.parent(call) if call is not None else None
        name = field.child_by_field_name("name") if field is not None else None
        is_member = field is not None and field.type == "public_field_definition"
        if made is None or text(made) != "computed" or not is_member or self._owner is None:
            if not self._is_harmless(parent, node):
                raise _NamingError
        elif field is not None and name is not None:
            yield self.met(self._owner, field, text(name))

    def _inserted(self, module: Module, parent: Node, node: Node) -> Iterator[Met]:
        """`${name}`, which alone is the name still."""
        whole = self._engine.parent(parent)
        if whole is not None and whole.text == b"`%s`" % (parent.text or b""):
            yield from self._used(module, whole)

    def _named(self, module: Module, parent: Node, node: Node) -> Iterator[Met]:
        """`const key = this.name`"""
        name = parent.child_by_field_name("name")
        is_value = parent.child_by_field_name("value") == node
        binding = self._engine.binding(module, name) if name is not None and is_value else None
        if binding is None:
            raise _NamingError
        yield from self._by_name(module, binding)

    def _by_name(self, module: Module, binding: Binding) -> Iterator[Met]:
        for use in module.references(binding):
            if use != binding.name_node:
                yield from self._used(module, use)

    def _shown(self, module: Module, root: Node) -> Iterator[Met]:
        """A whole expression of a template: a text, a condition, or an element's own."""
        markup = module.markup
        region = markup.region_at(root.start_byte + 1) if markup is not None else None
        if region is None or not isinstance(markup, AngularMarkup):
            raise _NamingError
        given, tag = markup.given_to(region), markup.tag_around(region.start)
        if given is None or tag is None:
            return
        if given in CONTROLS:
            yield meets(self._engine, module, Attribute(given, region.start, region.end), self._at)
            return
        takers = tuple(inputs_on(self._engine, tag, given))
        if not takers and given not in _SHOWN and not given.startswith(_SHOWN_AS):
            raise _NamingError
        inner = _Text(self._engine, self._name, (module, tag), self._handed)
        yield from (inner.met(*taker) for taker in takers)

    def _of_form(self, module: Module, form: Node) -> Met:
        met = meets_of_name(self._engine, module, form, self._at)
        if met is None:
            raise _NamingError
        return met


_Follow = Callable[[_Text, Module, Node, Node], Iterator[Met]]
_FOLLOWING: dict[str, _Follow] = {
    **dict.fromkeys(_WRAPPING, lambda it, module, parent, _node: it._used(module, parent)),
    "ternary_expression": _Text._joined,
    "binary_expression": _Text._joined,
    "member_expression": _Text._read,
    "subscript_expression": _Text._keyed,
    "arguments": _Text._passed,
    "template_substitution": _Text._inserted,
    "variable_declarator": _Text._named,
    "arrow_function": _Text._derived,
}


def _is_read_by_call(value: Node) -> bool:
    """Whether the member that a value makes is read `name()`."""
    return is_signal(value) or callee(value) == "computed"


def _is_of_another(place: Node) -> bool:
    """Whether a member is read of something else than the component itself."""
    held = place.child_by_field_name("object")
    return held is not None and held.type != "this"


def _asks(parent: Node, node: Node) -> bool:
    operator = parent.child_by_field_name("operator")
    if parent.type == "ternary_expression":
        return parent.child_by_field_name("condition") == node
    is_compared = operator is not None and operator.type in _COMPARING
    return is_compared or parent.type in _ASKING
