"""A client's URL argument, its options and its configuration become the URLs that it sends to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from fixer.program.call import Hole, Piece
from fixer.program.clients import Client
from fixer.program.evaluate import Evaluator, functions
from fixer.program.evaluate.text import texts
from fixer.program.evaluate.values import (
    NOTHING,
    ClientValue,
    Later,
    Nothing,
    Place,
    Record,
    Text,
    Unknown,
    Value,
    candidates,
    union,
)
from fixer.program.syntax import first_named
from fixer.program.urls import begins_openly, join


def options_of(ev: Evaluator, values: list[Value]) -> list[Record | Unknown]:
    """What options arguments can be."""
    found: list[Record | Unknown] = []
    for value in values:
        found.extend(c for c in candidates(value) if isinstance(c, Record | Unknown))
    return found


def options_at(ev: Evaluator, argument: Value) -> list[Value]:
    """The value of an options argument; of what a function makes that can't be read, what it gets.

    `fetch(url, withToken({ method: 'PUT' }))`
    """
    value = ev.force(argument)
    if not isinstance(value, Unknown) or not isinstance(argument, Later):
        return [value]
    node = argument.node
    call = first_named(node) if node.type == "await_expression" else node
    if call is None or call.type != "call_expression":
        return [value]
    given = functions.arguments_of(ev, argument.module, call, argument.env)
    return [value, *(g for one in given if isinstance(g := ev.force(one), Record))]


def option(
    ev: Evaluator, client: Client, options: list[Record | Unknown], role: str
) -> Value | None:
    """The value of the option that plays `role`; None: no option does."""
    found: list[Value] = []
    for record in options:
        for key in client.options.get(role, ()):
            value = _member(ev, record, key.split("."))
            if value is not None:
                found.append(value)
                break
    return union([ev.force(v) for v in found]) if len(found) > 1 else found[0] if found else None


def _member(ev: Evaluator, value: Value, path: list[str]) -> Value | None:
    for index, key in enumerate(path):
        if not isinstance(value, Record):
            return None
        member = value.members.get(key)
        if member is None:
            return None
        last = index == len(path) - 1
        value = member.value if last else ev.force(member.value)
    return value


def urls(
    ev: Evaluator,
    client: ClientValue,
    url: Value,
    options: list[Record | Unknown],
    place: Place,
) -> tuple[Text, ...]:
    """The URLs of a request, each behind the base that the client has for it."""
    value = ev.force(url)
    if isinstance(value, Nothing):
        rest = [o if isinstance(o, Unknown) else o.rest for o in options]
        value = union([r for r in rest if r is not None]) if any(rest) else NOTHING
    plain = texts(ev, value, place)
    found = [
        way
        for path in plain
        for way in ([path] if _is_whole_hole(path) else ev.rewritten(client, path, place))
    ]
    bases = _bases(ev, client, options, place)
    joined = [
        way for path in found for base in bases for way in _joined(base, path, client.client.join)
    ]
    if client.client.braces:
        joined = [Text(tuple(p for piece in t.pieces for p in _braced(piece))) for t in joined]
    return tuple(dict.fromkeys(joined))[:24]


def _joined(base: Text, path: Text, how: str) -> Iterator[Text]:
    """A path behind a base; where neither is known, the path may bring its own: `${host}/users`."""
    if _is_whole_hole(path):
        yield path
        return
    yield join(base, path, how)
    is_open = len(base.pieces) == 1 and base.pieces[0].text is None and not base.pieces[0].values
    if is_open and how == "slash" and begins_openly(path):
        yield path


def _is_whole_hole(path: Text) -> bool:
    return all(p.text is None and not p.values for p in path.pieces) and bool(path.pieces)


def _bases(
    ev: Evaluator, client: ClientValue, options: list[Record | Unknown], place: Place
) -> tuple[Text, ...]:
    keys = client.client.options.get("base", ())
    own = option(ev, client.client, [o for o in options if isinstance(o, Record)], "base")
    if own is not None:
        return _known_bases(ev, own, place)
    found: Value | None = None
    for config in reversed(client.configs):
        for candidate in candidates(ev.force(config)):
            if isinstance(candidate, Unknown):
                return (Text((Piece(None, *place, Hole.BASE, depends=candidate.depends),)),)
            found = _configured(ev, client.client, candidate, keys)
            if found is not None:
                break
        if found is not None:
            break
    found = ev.default_base(client, found)
    return _known_bases(ev, found, place) if found is not None else (Text(()),)


def _configured(
    ev: Evaluator, client: Client, config: Value, keys: tuple[str, ...]
) -> Value | None:
    if isinstance(config, Text):  # `mande('/api/users')`
        return config
    if not isinstance(config, Record):
        return None
    for key in keys:
        if key in config.members:
            return config.members[key].value
    builder = client.builder
    if builder is None or builder.base not in config.members:
        return None
    for candidate in candidates(ev.force(config.members[builder.base].value)):
        if isinstance(candidate, ClientValue):
            for inner in candidate.configs:
                found = _configured(ev, client, ev.force(inner), keys)
                if found is not None:
                    return found
    return None


def _known_bases(ev: Evaluator, value: Value, place: Place) -> tuple[Text, ...]:
    """The texts of a base; what isn't known before a word in it is a BASE hole."""
    return tuple(Text(tuple(_begun(text.pieces))) for text in texts(ev, value, place))


def _begun(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    open_end = list(takewhile(lambda p: p.text == "/" or (p.text is None and not p.values), pieces))
    for piece in open_end:
        yield piece if piece.text else replace(piece, hole=Hole.BASE, exact=True)
    yield from pieces[len(open_end) :]


def _braced(piece: Piece) -> Iterator[Piece]:
    """`/x/{id}` with its braces as holes."""
    if piece.text is None or "{" not in piece.text:
        yield piece
        return
    position = piece.start
    for index, part in enumerate(piece.text.replace("}", "{").split("{")):
        width = len(part.encode())
        text = None if index % 2 else part
        if text != "":
            yield Piece(text, piece.path, position, position + width, exact=piece.exact)
        position += width + 1
