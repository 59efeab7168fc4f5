"""Fields of the program's own whose `name` is what HTML calls so, and no property's."""

from __future__ import annotations

import re
from pathlib import Path

from tree_sitter import Node

from fixer.program.markup import VueMarkup, attribute_value
from fixer.program.module import Module
from fixer.program.program import Program
from fixer.program.syntax import children_of, first_named, text

MAX_DEPTH = 3
# What may take the name for that of a value: a library's field, a context, an event, a key.
_TAKES = re.compile(
    rb"use(?:Form|Field)|FieldArray|[Ff]orm-?[Ii]tem|<[\w-]*[Ff]ield\b|[Ee]rror-?[Mm]essage"
    rb"|\binject\b|emit\([^)]*\bname\b|arget\??\.name\b|\[\s*(?:props\.)?name\b|attrs\.name\b"
    rb"|\(\s*(?:[^()]*,\s*)?(?:props\.)?name\s*[,)]"  # `setValue(props.name, value)`
)
_NAME = re.compile(rb"\bname\b")
_IS_NAME = re.compile(r"^(?::|v-bind:)?name$")
_ALL = "v-bind"


def is_plain_field(program: Program, module: Module, element: str) -> bool:
    """Whether an element is a component of the program's that only shows an element of HTML."""
    path = _imported(program, module, element)
    return path is not None and _is_plain(program, path, 0)


def _imported(program: Program, module: Module, element: str) -> Path | None:
    """The file of the component that an element stands for, imported by its own name."""
    wanted = element if "-" not in element else _pascal(element)
    for specifier in module.specifiers:
        if specifier.rpartition("/")[2] == f"{wanted}.vue":
            return program.locate(module, specifier)
    return None


def _is_plain(program: Program, path: Path, depth: int) -> bool:
    """Whether neither a component's file nor those that it hands the name take it for a value's."""
    inner = program.module(path)
    if depth > MAX_DEPTH or _TAKES.search(inner.data) or not isinstance(inner.markup, VueMarkup):
        return False
    falls_through = _NAME.search(inner.data) is None  # to the element at the top
    for tag in inner.markup.tags:
        named = first_named(tag)
        element = text(named) if named is not None else ""
        if _is_of_html(element) or not (falls_through or _is_given_name(tag)):
            continue
        shown = _imported(program, inner, element)
        if shown is None or not _is_plain(program, shown, depth + 1):
            return False
    return True


def _is_of_html(element: str) -> bool:
    return "-" not in element and element == element.lower() and element != "component"


def _is_given_name(tag: Node) -> bool:
    """Whether an element is handed the name: as its own, within all, or in another attribute."""
    for attribute in children_of(tag):
        label, value = first_named(attribute), attribute_value(attribute)
        called = text(label) if label is not None else ""
        if called == _ALL or _IS_NAME.match(called):
            return True
        if called.startswith((":", _ALL)) and value is not None and _NAME.search(value.text or b""):
            return True
    return False


def _pascal(name: str) -> str:
    return "".join(part[:1].upper() + part[1:] for part in name.split("-"))
