"""Fields of the program's own whose `name` is what HTML calls so, and no property's."""

from __future__ import annotations

import re

from fixer.program.module import Module
from fixer.program.program import Program

MAX_DEPTH = 3
# What may take the name for that of a value: a library's field, a context, an event, a key.
_TAKES = re.compile(
    rb"use(?:Form|Field)|FieldArray|[Ff]orm-?[Ii]tem|<[\w-]*[Ff]ield\b|[Ee]rror-?[Mm]essage"
    rb"|\binject\b|emit\([^)]*\bname\b|arget\??\.name\b|\[\s*(?:props\.)?name\b|attrs\.name\b"
)


def is_plain_field(program: Program, module: Module, element: str) -> bool:
    """Whether an element is a component of the program's that only shows an element of HTML."""
    wanted = element if "-" not in element else _pascal(element)
    return any(
        specifier.rpartition("/")[2] == f"{wanted}.vue" and _is_plain(program, module, specifier, 0)
        for specifier in module.specifiers
    )


def _is_plain(program: Program, module: Module, specifier: str, depth: int) -> bool:
    """Whether neither a component's file nor those that it imports take a name for a value's."""
    path = program.locate(module, specifier)
    if path is None or depth > MAX_DEPTH:
        return False
    inner = program.module(path)
    if _TAKES.search(inner.data):
        return False
    shown = (it for it in inner.specifiers if it.endswith(".vue"))
    return all(_is_plain(program, inner, it, depth + 1) for it in shown)


def _pascal(name: str) -> str:
    return "".join(part[:1].upper() + part[1:] for part in name.split("-"))
