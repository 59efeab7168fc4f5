"""What a text of a Vue template names for a library's element: of its rows, or of its form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.markup import Region, VueMarkup, camel
from fixer.program.program import Symbol
from fixer.program.syntax import children_of, first_named, text
from fixer.program.types.keypaths import led_to
from fixer.program.types.model import UNKNOWN, Context, Member, Type, present
from fixer.program.types.vueslots import is_own

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

_MODULE = "_vue-keys"
_LISTS = "Lists"
_LIST = re.compile(
    r"(?P<tag>[\w-]+):(?P<rows>\w+)@(?P<list>\w+)=(?P<names>[\w|]+)(?:#(?P<slots>.+))?"
)
_FIELDS = "Fields"
_KEY = re.compile(r"(?P<tag>[\w-]+)(?:<(?P<outer>[\w-]+))?:(?P<rows>\w+)#(?P<name>\w+)")


@dataclass(frozen=True, slots=True)
class Holder:
    """The element that has the rows, or the form, which another's text is about.

    `is_form`: the text is the name of a form's field.
    """

    element: Node
    given: Region
    is_form: bool


@dataclass(frozen=True, slots=True)
class Columns:
    """The list of columns that a table is given: under which `names` each says its property.

    `slots`: how those of a column are called, its property as `*`; none where it isn't by that.
    """

    table: Holder
    given: Region
    names: frozenset[str]
    slots: tuple[str, ...]


def columns(engine: Engine, context: Context, element: Node) -> Columns | None:
    """The columns of a library's table; None: it is none, or has no list of them."""
    markup = context.module.markup
    tag = markup.tag_name(element) if isinstance(markup, VueMarkup) else ""
    for key in _names(engine, _LISTS):
        match = _LIST.fullmatch(key)
        if match is None or match["tag"] != tag or not isinstance(markup, VueMarkup):
            continue
        rows, listed = markup.bound(element, match["rows"]), markup.bound(element, match["list"])
        if rows is None or listed is None or is_own(engine, context, markup, element):
            continue
        table = Holder(element, rows, is_form=False)
        slots = tuple(match["slots"].split("|")) if match["slots"] else ()
        return Columns(table, listed, frozenset(match["names"].split("|")), slots)
    return None


def holder(engine: Engine, context: Context, element: Node, attribute: str) -> Holder | None:
    """What a library says that the text of an attribute is about; None: no library does."""
    markup = context.module.markup
    if not isinstance(markup, VueMarkup):
        return None
    tag = markup.tag_name(element)
    for key, is_form in _keys(engine):
        match = _KEY.fullmatch(key)
        if match is None or match["tag"] != tag or match["name"] != camel(attribute):
            continue
        around = markup.outer(element, match["outer"]) if match["outer"] else element
        given = markup.bound(around, match["rows"]) if around is not None else None
        if around is None or given is None or _is_shadowed(engine, context, element, around):
            continue
        return Holder(around, given, is_form)
    return None


def is_without_rows(engine: Engine, context: Context, element: Node, attribute: str) -> bool:
    """Whether a library's element isn't given the rows that an attribute's text is about.

    `<v-select item-value="id">` whose list is drawn by a slot.
    """
    markup = context.module.markup
    if not isinstance(markup, VueMarkup) or markup.is_spread(element):
        return False
    tag, name = markup.tag_name(element), camel(attribute)
    matches = (_KEY.fullmatch(key) for key, is_form in _keys(engine) if not is_form)
    own = [m for m in matches if m and not m["outer"] and m["tag"] == tag and m["name"] == name]
    if not own or is_own(engine, context, markup, element):
        return False
    labels = (first_named(it) for it in children_of(first_named(element) or element))
    given = {camel(text(label).rpartition(":")[2]) for label in labels if label is not None}
    return not any(match["rows"] in given for match in own)


def named(
    engine: Engine, context: Context, held: Holder, whole: Node, start: int
) -> tuple[Member, ...]:
    """The properties that the part of a text denotes which begins at `start`."""
    markup = context.module.markup
    if not isinstance(markup, VueMarkup):
        return ()
    given = present(engine.expression(context, markup.expression(held.given)))
    root: Type = given if held.is_form else present(engine.element(given))
    return led_to(engine, root, whole, start)


def _is_shadowed(engine: Engine, context: Context, element: Node, around: Node) -> bool:
    """Whether a component of the program's own may stand for one of them, or between them."""
    markup = context.module.markup
    step: Node | None = element
    while isinstance(markup, VueMarkup) and step is not None:
        if is_own(engine, context, markup, step):
            return True
        step = markup.around(step) if step != around else None
    return False


def _keys(engine: Engine) -> Iterator[tuple[str, bool]]:
    for table in ("Rows", _FIELDS):
        for name in _names(engine, table):
            yield name, table == _FIELDS


def _names(engine: Engine, table: str) -> Iterator[str]:
    symbol = engine.libraries.exported(_MODULE, table, types=True)
    if isinstance(symbol, Symbol):
        type_ = engine.symbol_type(Context(symbol.module), symbol, (UNKNOWN,))
        yield from (member.name for member in engine.every(type_))
