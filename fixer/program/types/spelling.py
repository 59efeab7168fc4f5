"""Types that compute names: `use${Capitalize<K>}Query`, and the string intrinsics."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import product
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.syntax import children_of, text
from fixer.program.types.keys import expanded
from fixer.program.types.model import NUMBER, STRING, Context, KeyOf, Literal, Type, parts_of, union

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

MAX_NAMES = 256

# https://www.typescriptlang.org/docs/handbook/2/template-literal-types.html#intrinsic-string-manipulation-types
INTRINSICS: dict[str, Callable[[str], str]] = {
    "Capitalize": lambda name: name[:1].upper() + name[1:],
    "Uncapitalize": lambda name: name[:1].lower() + name[1:],
    "Uppercase": str.upper,
    "Lowercase": str.lower,
}


def spelled(name: str, type_: Type) -> Type:
    """What an intrinsic makes of a name, or of each of several; a string of any other type."""
    names = _names(type_)
    if names is None:
        return STRING
    return union(*(Literal(INTRINSICS[name](each)) for each in names))


def template(engine: Engine, context: Context, node: Node) -> Type:
    """The names that a template literal type stands for; a string where a part is open."""
    choices: list[list[str]] = []
    for child in children_of(node):
        if child.type == "template_type":
            inner = engine.declared(context, children_of(child)[0])
            names = _names(expanded(engine, inner) if isinstance(inner, KeyOf) else inner)
            if names is None:
                return STRING
            choices.append(names)
        else:
            choices.append([text(child)])
    count = 1
    for names in choices:
        count *= len(names)
    if count > MAX_NAMES:
        return STRING
    return union(*(Literal("".join(parts)) for parts in product(*choices)))


def spelling(engine: Engine, context: Context, node: Node) -> re.Pattern[str] | None:
    """What a name must be to fit a template literal type, with a group for each `infer` in it.

    An inferred part is the shortest, one character before another open part. None: not told.
    """
    parts, children = [], children_of(node)
    for child, after in zip(children, [*children[1:], None], strict=True):
        if child.type == "string_fragment":
            parts.append(re.escape(text(child)))
            continue
        is_open_after = after is not None and after.type == "template_type"
        part = _open(engine, context, children_of(child)[0], is_open_after=is_open_after)
        if child.type != "template_type" or part is None:
            return None
        parts.append(part)
    return re.compile("".join(parts), re.DOTALL)


def _open(engine: Engine, context: Context, node: Node, *, is_open_after: bool) -> str | None:
    if node.type == "infer_type":
        is_plain = len(children_of(node)) == 1  # `infer K extends number` is asked for more
        return ("(.)" if is_open_after else "(.*?)") if is_plain else None
    type_ = engine.declared(context, node)
    if type_ == STRING:
        return ".*?"
    if type_ == NUMBER:
        return r"-?\d+(?:\.\d+)?"
    names = _names(expanded(engine, type_) if isinstance(type_, KeyOf) else type_)
    return f"(?:{'|'.join(map(re.escape, names))})" if names is not None else None


def _names(type_: Type) -> list[str] | None:
    """The strings that a type lists; None where it is open."""
    found = []
    for part in parts_of(type_):
        if not isinstance(part, Literal):
            return None
        value = part.value
        is_whole = isinstance(value, float) and value.is_integer()
        found.append(str(int(value)) if is_whole else str(value))
    return found or None
