"""What the elements of Angular's templates give a component's input: `<app-list url="/rows/">`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.angular.components import Component
from fixer.program.angular.inputs import inputs, is_signal
from fixer.program.angular.markup import AngularMarkup
from fixer.program.angular.regions import Tag
from fixer.program.evaluate import classes
from fixer.program.evaluate.environment import Env
from fixer.program.evaluate.values import (
    NOTHING,
    ClassValue,
    Constant,
    Text,
    Unknown,
    Value,
    place_of,
    union,
    written,
)
from fixer.program.module import Module
from fixer.program.syntax import first_named, text

if TYPE_CHECKING:
    from fixer.program.evaluate.evaluator import Evaluator

_MAX_ELEMENTS = 8


def given_input(ev: Evaluator, of: ClassValue, field: Node, env: Env) -> Value | None:
    """What a field that is an input has been given; None for any other, and where none is known.

    It is told if all elements of templates give the same text, and never as all that there is:
    objects of the class may be made by a route as well.
    """
    if not of.module.components or field.type != "public_field_definition":
        return None
    key = (of.module.path, of.node.start_byte, field.start_byte)
    return ev.once(ev.settings, key, lambda: _given(ev, of, field, env), None)


def _given(ev: Evaluator, of: ClassValue, field: Node, env: Env) -> Value | None:
    name = next((n for n, member in inputs(of.node).items() if member == field), None)
    component = next((c for c in of.module.components if c.node == of.node), None)
    if name is None or component is None or _is_set(of.module, field):
        return None
    elements = list(_elements(ev, component))
    if not 0 < len(elements) <= _MAX_ELEMENTS or _is_set_by_others(ev, name):
        return None
    value = field.child_by_field_name("value")
    is_called = value is not None and is_signal(value)
    given = [given_by(ev, module, tag, name) for module, tag in elements]
    found = [it for it in given if it is not None]
    if found and len(found) < len(given):  # some element leaves it as it begins
        first = _first(ev, of, value, env, is_called=is_called)
        found.append(first if first is not None else NOTHING)
    if not _are_alike(found):
        return None
    told = union([found[0], Unknown("what others give it", place=place_of(of.module, field))])
    return Constant(told) if is_called else told


def _are_alike(found: list[Value]) -> bool:
    """Whether all elements give one text; where they don't, an answer is of one type or another."""
    texts = [it for it in found if isinstance(it, Text)]
    if not texts or len(texts) < len(found):
        return False
    said = {it.literal for it in texts}
    return len(texts) == 1 or (len(said) == 1 and None not in said)


def _elements(ev: Evaluator, component: Component) -> Iterator[tuple[Module, Tag]]:
    """The elements of a component in the templates that count: none of a test's."""
    word = (component.selector or "").split("[")[0]
    counting = frozenset(ev.holding(word)) if word else frozenset()
    for module, tag in ev.program.directives.elements(component) or ():
        if module.path in counting:
            yield module, tag


def given_by(ev: Evaluator, module: Module, tag: Tag, name: str) -> Value | None:
    """What an element says of an input, `name="text"` or `[name]="value"`; None: nothing."""
    if name not in tag.texts and name not in tag.inputs:
        return None
    node = place_on(module, tag, name)
    if node is None:
        return Unknown("a template's text")
    if name in tag.texts:
        return written(text(node), place_of(module, node))
    return ev.value(module, node)


def place_on(module: Module, tag: Tag, name: str) -> Node | None:
    """Where an element says so: the text, or the expression; None where it can't be read."""
    region, markup = tag.inputs.get(name), module.markup
    if name in tag.texts and b"{{" not in module.data[slice(*tag.texts[name])]:
        return module.leaf(*tag.texts[name])
    if region is None or not isinstance(markup, AngularMarkup) or not markup.is_read(region):
        return None
    return markup.expression(region)


def _first(
    ev: Evaluator, of: ClassValue, value: Node | None, env: Env, *, is_called: bool
) -> Value | None:
    """What an input has where nobody gives it any: `url = '/rows/'`, `input('/rows/')`."""
    if value is not None and is_called:
        arguments = value.child_by_field_name("arguments")
        value = first_named(arguments) if arguments is not None else None
    return ev.value(of.module, value, env) if value is not None else None


def _is_set(module: Module, field: Node) -> bool:
    """Whether the class changes the input itself."""
    name = field.child_by_field_name("name")
    written_to = rb"\.%s\s*(?:[-+*/|?&]*=[^=>]|\.(?:set|update)\s*\()"
    return name is None or bool(re.search(written_to % re.escape(name.text or b""), module.data))


def _is_set_by_others(ev: Evaluator, name: str) -> bool:
    """`ref.componentInstance.url = …`, `ref.setInput('url', …)`: which component, nobody asks."""
    setting = rb"nstance[?!]?\.%s\s*=[^=]|setInput\(\s*['\"`]%s['\"`]"
    sought = re.compile(setting % ((re.escape(name.encode()),) * 2))
    return any(sought.search(ev.program.sources[path]) for path in ev.holding(name))


def template_name(ev: Evaluator, module: Module, node: Node) -> Value | None:
    """A free name of an Angular template: a member of the class that it belongs to, or its own."""
    markup = module.markup
    region = markup.region_at(node.start_byte) if isinstance(markup, AngularMarkup) else None
    if region is None or not isinstance(markup, AngularMarkup):
        return None
    name, place = text(node), place_of(module, node)
    owners = ev.program.shown_by(module, node)
    if markup.local(name, region) is not None or len(owners) != 1:
        return Unknown("a name of the template's own", place=place)
    where, class_ = owners[0]
    shown = classes.generic(ev, ClassValue(where, class_, ev.root.around(class_)))
    return classes.instance_member(ev, shown, name, place)
