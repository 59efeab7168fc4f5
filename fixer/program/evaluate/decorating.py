"""What a package makes of a client or component that it is given: the same, and more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.call import Hole
from fixer.program.evaluate.text import concat
from fixer.program.evaluate.values import (
    NOTHING,
    ClientValue,
    Function,
    Later,
    Library,
    Member,
    Place,
    Record,
    Text,
    Unknown,
    Value,
)
from fixer.program.syntax import text

if TYPE_CHECKING:
    from fixer.program.evaluate.evaluator import Evaluator


def client(ev: Evaluator, target: Library, arguments: tuple[Value, ...]) -> ClientValue | None:
    """The client that a package's function is given to add to: `applyCaseMiddleware(client)`."""
    given = arguments[0] if arguments and target.specifier else None
    if isinstance(given, Later) and given.node.type in ("identifier", "call_expression"):
        given = ev.force(given)
    return given if isinstance(given, ClientValue) else None


def component(ev: Evaluator, arguments: tuple[Value, ...], node: Node) -> Function | None:
    """The component that a package wraps: `observer(Row)`, `connect(…)(Row)`."""
    given = arguments[0] if len(arguments) == 1 else None
    if not isinstance(given, Later):
        return None
    holder = node.parent
    name = holder.child_by_field_name("name") if holder is not None else None
    called = given.node if given.node.type in ("identifier", "call_expression") else name
    if called is None or (not text(called)[:1].isupper() and called.type != "call_expression"):
        return None
    found = ev.force(given)
    return found if isinstance(found, Function) else None


def told(ev: Evaluator, made: Value, arguments: tuple[Value, ...], place: Place) -> Value:
    """A generated client behind the path that it is made with; the host is told it later."""
    config = ev.force(arguments[0]) if arguments and isinstance(made, ClientValue) else NOTHING
    if not isinstance(made, ClientValue) or not isinstance(config, Record):
        return made
    for key in made.client.options.get("base", ()):
        member = config.members.get(key)
        path = ev.force(member.value) if member is not None else NOTHING
        if isinstance(path, Text) and (path.literal or "").startswith("/"):
            host = Unknown("the host", place=place, hole=Hole.BASE)
            base = concat(ev, [host, path], place)
            return ClientValue(made.client, (Record({key: Member(base)}),))
    return made
