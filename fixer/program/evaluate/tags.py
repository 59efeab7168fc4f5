"""A tagged template becomes what its function puts before the text: ``api`/users/${id}` ``."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.call import Hole, Piece
from fixer.program.evaluate import functions
from fixer.program.evaluate.environment import Env
from fixer.program.evaluate.text import concat
from fixer.program.evaluate.values import (
    Function,
    Library,
    Text,
    Unknown,
    Value,
    candidates,
    place_of,
    union,
)
from fixer.program.module import Module

if TYPE_CHECKING:
    from fixer.program.evaluate.evaluator import Evaluator

TEMPLATE = "template_string"
_MANY = 4  # values that a tag may take one by one


def tagged(ev: Evaluator, module: Module, node: Node, target: Value, env: Env) -> Value:
    """What the tag `target` makes of the template in the call `node`.

    A function of the program that gives a text, or something unknown, is taken to give the
    template with what it writes before the first thing that it doesn't know: what it does to the
    strings one by one is not followed.
    """
    template, place = node.child_by_field_name("arguments"), place_of(module, node)
    found: list[Value] = []
    for candidate in candidates(target) if template is not None else ():
        if isinstance(candidate, Library) and candidate.path == ("String", "raw"):
            found.append(ev.inside(module, template, env))
        if not isinstance(candidate, Function):
            continue
        strings = Unknown("a template's strings", place=place)
        values = Unknown("a template's value", place=place)
        for made in candidates(functions.apply(ev, candidate, (strings, *[values] * _MANY))):
            before = _written_before(made)
            if before is not None:
                whole = [Text(before), ev.inside(module, template, env)]
                found.append(concat(ev, whole, place, keeps_empty=True))
    return union(found) if found else Unknown("a tagged template", place=place)


def _written_before(made: Value) -> tuple[Piece, ...] | None:
    """The pieces before the first hole that is no base; None: it isn't a text."""
    if isinstance(made, Unknown):
        return ()
    if not isinstance(made, Text):
        return None
    return tuple(takewhile(lambda p: p.text is not None or p.hole is Hole.BASE, made.pieces))
