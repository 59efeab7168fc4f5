"""Types that compute names: `use${Capitalize<K>}Query`, and the string intrinsics."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.syntax import text
from fixer.program.types.keys import expanded
from fixer.program.types.model import STRING, Context, KeyOf, Literal, Type, parts_of, union

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
    for child in node.named_children:
        if child.type == "template_type":
            inner = engine.declared(context, child.named_children[0])
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
