"""Whether a text that a template gives a component may be a property's name: `kind="name"`.

It may where the component does more with it than to compare it and to show it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.angular.components import Component
from fixer.program.angular.inputs import inputs
from fixer.program.angular.markup import AngularMarkup
from fixer.program.angular.pipes import pipe_of
from fixer.program.angular.regions import Attribute, Tag
from fixer.program.module import Module
from fixer.program.syntax import text
from fixer.program.types.fieldplaces import places
from fixer.program.types.filled import component_type
from fixer.program.types.librarytables import of_table
from fixer.program.types.model import NOTHING, UNKNOWN, Literal, parts_of

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

_COMPARING = frozenset({"===", "!==", "==", "!="})
_JOINING = frozenset({"||", "??", "&&", "+"})
_WRAPPING = frozenset({"parenthesized_expression", "non_null_expression", "expression_statement"})
_ASKING = frozenset({"unary_expression", "if_statement", "switch_statement", "switch_case"})
_MEASURING = frozenset({"length", "includes", "startsWith", "endsWith", "indexOf"})
_SHOWN = frozenset(
    {"class", "style", "id", "title", "src", "href", "alt", "type", "name", "placeholder"}
    | {"ngClass", "ngStyle", "ngSwitch", "ngSwitchCase", "innerHTML", "innerText", "textContent"}
)
_WORD = re.compile(r"[a-z]+")
_SHOWN_AS = ("attr.", "class.", "style.")


def is_mere_text(engine: Engine, module: Module, attribute: Attribute) -> bool:
    """Whether an attribute's text is no property's name to any component that takes it."""
    markup = module.markup
    tag = markup.tag_around(attribute.start) if isinstance(markup, AngularMarkup) else None
    if tag is None:
        return False
    takers = [
        (where, component, inputs(component.node)[attribute.name])
        for where, component in engine.program.directives.on(tag)
        if attribute.name in inputs(component.node)
    ]
    if not takers:
        return _is_text_of_library(engine, tag, attribute.name)
    return all(_is_compared(engine, *taker) for taker in takers)


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


def _is_compared(engine: Engine, module: Module, component: Component, field: Node) -> bool:
    name = field.child_by_field_name("name")
    if name is None or field.type != "public_field_definition":
        return False
    owner = component_type(engine, module, component)
    declared = parts_of(engine.property_type(owner, text(name)))
    is_said = field.child_by_field_name("type") is not None
    if is_said and all(isinstance(part, Literal) or part in NOTHING for part in declared):
        return True  # an enumeration of its own
    elsewhere = re.compile(rb"[.\]?!]\s*" + re.escape(text(name).encode()) + rb"\b")
    found = places(engine, owner, field, text(name), elsewhere)
    return all(_is_harmless(engine, where, place) for where, place in found)


def _is_harmless(engine: Engine, module: Module, node: Node) -> bool:
    """Whether what stands around a text only compares it, shows it, or sets it anew."""
    parent = engine.parent(node)
    if parent is None or parent.type in ("program", "template_substitution") or _asks(parent, node):
        return parent is not None and (parent.type != "program" or _is_shown(engine, module, node))
    operator = parent.child_by_field_name("operator")
    kind = operator.type if operator is not None else ""
    if parent.type in _WRAPPING or kind in _JOINING or parent.type == "ternary_expression":
        return _is_harmless(engine, module, parent)
    pipe = pipe_of(parent, module.data)
    if pipe is not None:
        is_own = pipe[1] is not None and text(pipe[1]) in engine.program.pipes
        return not is_own and _is_harmless(engine, module, parent)
    if parent.type == "assignment_expression":
        return parent.child_by_field_name("left") == node
    name = parent.child_by_field_name("property")
    return name is not None and text(name) in _MEASURING


def _asks(parent: Node, node: Node) -> bool:
    operator = parent.child_by_field_name("operator")
    if parent.type == "ternary_expression":
        return parent.child_by_field_name("condition") == node
    is_compared = operator is not None and operator.type in _COMPARING
    return is_compared or parent.type in _ASKING


def _is_shown(engine: Engine, module: Module, root: Node) -> bool:
    """Whether a whole expression of a template is a text, a condition, or an element's own."""
    markup = module.markup
    region = markup.region_at(root.start_byte + 1) if isinstance(markup, AngularMarkup) else None
    if region is None or not isinstance(markup, AngularMarkup):
        return False
    given, tag = markup.given_to(region), markup.tag_around(region.start)
    if given is None or tag is None:
        return True
    is_taken = any(given in inputs(c.node) for _, c in engine.program.directives.on(tag))
    return not is_taken and (given in _SHOWN or given.startswith(_SHOWN_AS))
