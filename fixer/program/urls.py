"""A string of pieces becomes a URL: origin, path and query, every piece with its origin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from fixer.program.call import Hole, Piece, Url
from fixer.program.evaluate.queries import split_query
from fixer.program.evaluate.values import Text

MAX_EXPANDED = 16
_HTTP = re.compile(r"(?:https?|wss?)://([^/?#]*)")
_BARE_HOST = re.compile(r"//([^/?#]+)")
_NOT_HTTP = ("data:", "blob:", "mailto:", "tel:", "javascript:", "about:", "file:", "sms:")


@dataclass(frozen=True, slots=True)
class NoUrl:
    """A text that is no URL, or none that can be known, and why."""

    reason: str


def expanded(text: Text) -> tuple[Text, ...]:
    """The texts for which known values stand that hold slashes, or that begin the URL."""
    found: list[tuple[Piece, ...]] = [()]
    for position, piece in enumerate(text.pieces):
        options: tuple[Piece, ...] = (piece,)
        if piece.text is None and piece.values:
            structural = position == 0 or any("/" in v or "?" in v for v in piece.values)
            if structural and len(piece.values) * len(found) <= MAX_EXPANDED:
                options = tuple(
                    replace(piece, text=v, values=(), exact=False) for v in piece.values
                )
        found = [(*f, o) for f in found for o in options]
    return tuple(Text(tuple(p for p in f if p.text != "")) for f in found)


def url_of(text: Text) -> Url | NoUrl:
    """The URL that a text is, or the reason why it isn't or can't be known."""
    found = _as_written(text)
    if isinstance(found, NoUrl) or not any(piece.told for piece in text.pieces):
        return found
    filled = (replace(p, text=p.told, told="", exact=False) if p.told else p for p in text.pieces)
    told = _as_written(Text(tuple(filled)))
    if isinstance(told, NoUrl):
        return found
    places = {(piece.path, piece.start, piece.end) for piece in text.pieces if piece.told}
    # What `.env` files say of the query may be otherwise, too, and stands in no code.
    query = (
        replace(param, name=None) if (param.path, param.start, param.end) in places else param
        for param in told.query
    )
    return replace(found, told=replace(told, query=tuple(dict.fromkeys(query))))


def _as_written(text: Text) -> Url | NoUrl:
    pieces = _once_begun(list(_trimmed([p for p in text.pieces if p.text != ""])))
    if not pieces:
        return NoUrl("the URL is empty")
    first = pieces[0].text
    if first is not None and (first.lower().startswith(_NOT_HTTP) or _is_other_scheme(first)):
        return NoUrl("no HTTP URL")
    if is_unknown(pieces):
        return NoUrl("the whole URL is computed")
    origin, based, rest = _without_origin(pieces)
    base = next((p for p in pieces if p.text is None), None) if based else None
    found = replace(_below(rest, pieces[0]), origin=origin, based=based, base=base)
    behind = _past_base(rest) if origin is None else rest
    if not behind or len(behind) == len(rest):
        return found
    longer = replace(found, base=None)
    return replace(_below(behind, pieces[0]), based=True, base=base, longer=longer)


def _below(rest: list[Piece], begin: Piece) -> Url:
    path, query, glued = _split(_once_begun(rest))
    path = [part for piece in path for part in _named_holes(piece)]
    params = tuple(split_query(tuple(query)))
    return Url(tuple(_rooted(path, begin)), params, glued=glued)


def _past_base(rest: list[Piece]) -> list[Piece]:
    """Without segments that a base may go on with: `${host}/${prefix}`."""
    while (
        len(rest) > 2
        and rest[0].text == "/"
        and (rest[1].text is None and rest[1].hole is Hole.BASE)
        and (rest[2].text or "").startswith("/")
    ):
        rest = rest[2:]
    return rest


def _trimmed(pieces: list[Piece]) -> Iterator[Piece]:
    """Without spaces at the end, which whoever sends a URL leaves out."""
    yield from pieces[:-1]
    for last in pieces[-1:]:
        yield from (last,) if last.text is None else _kept(last, len(last.text.rstrip()))


def _once_begun(pieces: list[Piece]) -> list[Piece]:
    """Without a slash of its own before another: a base of `/` before `/users` is no host."""
    while len(pieces) > 1 and pieces[0].text == "/" and (pieces[1].text or "").startswith("/"):
        pieces = pieces[1:]
    return pieces


def _is_other_scheme(text: str) -> bool:
    """`myapp://verify`, `vscode://file`."""
    return re.match(r"(?!https?:|wss?:)[A-Za-z][A-Za-z0-9+.-]*://", text, re.IGNORECASE) is not None


def is_unknown(pieces: Sequence[Piece]) -> bool:
    """Whether nothing of the path is written: `url`, `${url}?page=1`, `${a}${b}`."""
    for piece in pieces:
        if piece.hole is Hole.BASE and piece.text is None:
            return False
        if piece.text is None:
            if piece.values or piece.hole is Hole.NUMBER:
                return False
            continue
        return piece.text.startswith("?")
    return True


def _without_origin(pieces: list[Piece]) -> tuple[str | None, bool, list[Piece]]:
    """Scheme and host, whether something unknown stands there, and what is left."""
    origin: str | None = None
    based = False
    rest = list(pieces)
    while rest and rest[0].text is None and rest[0].hole is Hole.BASE:
        rest, based = _after_host_parts(rest[1:]), True
    if not rest:
        return origin, based, rest
    first = rest[0]
    if first.text is None:
        if len(rest) > 1 and (rest[1].text or "").startswith("://"):  # `${scheme}://${host}/path`
            left = [*_dropped(rest[1], len("://")), *rest[2:]]
            return None, True, _past_host(left[1:] if left and left[0].text is None else left)
        return (origin, True, rest[1:]) if _is_base(rest) else (origin, based, rest)
    written = _leading(rest)
    match = _HTTP.match(written) or (None if based else _BARE_HOST.match(written))
    if written == "//" and not based and rest[1:] and rest[1].hole is Hole.BASE:
        return None, True, _after_host_parts(rest[1:])  # `//${location.hostname}:8080/path`
    if match is None:
        return origin, based, rest
    left = _after(rest, match.end())
    if match.end() == len(written) and left:  # `https://${host}/path`: the host is a hole
        left = _past_host(left[1:])
        return None, True, left[1:] if left and _is_base(left) else left
    return (None if based else match.group(0)), based, left


def _leading(pieces: list[Piece]) -> str:
    """What is written before the first hole."""
    return "".join(p.text or "" for p in takewhile(lambda p: p.text is not None, pieces))


def _after(pieces: list[Piece], count: int) -> list[Piece]:
    """The pieces without the first `count` written characters."""
    for index, piece in enumerate(pieces):
        length = len(piece.text or "")
        if count < length:
            return [*_dropped(piece, count), *pieces[index + 1 :]]
        count -= length
        if count == 0:
            return pieces[index + 1 :]
    return []


def _past_host(rest: list[Piece]) -> list[Piece]:
    """Behind a hole in a host: without what is written of the host up to its end, and its port."""
    while rest and rest[0].text is not None:
        match = re.match(r"[^/?#]*", rest[0].text)
        end = match.end() if match is not None else 0
        is_joint = end == len(rest[0].text) and rest[0].text[-1:] in (":", ".", "-")
        follows = len(rest) > 1 and rest[1].text is None
        rest = [*_dropped(rest[0], end), *rest[1:]]
        if not (is_joint and follows):
            break
        rest = rest[1:]
    return rest


def _after_host_parts(rest: list[Piece]) -> list[Piece]:
    """Without `://`, a host's further holes and `:8080` behind a protocol or host hole."""
    while rest:
        text = rest[0].text
        if text is None and rest[0].hole is not Hole.BASE:
            break
        if text is None:
            rest = rest[1:]
            continue
        match = re.match(r":?//|:\d*|\.[\w.-]+(?=/|$)", text)
        if match is None or match.end() == 0:
            break
        follows = len(rest) > 1 and rest[1].text is None
        rest = [*_dropped(rest[0], match.end()), *rest[1:]]
        if follows and match.end() == len(text):
            rest = rest[1:]
        elif match[0] == ":" and rest:  # `:${8080}`, which is known
            port = re.match(r"\d*", rest[0].text or "")
            rest = [*_dropped(rest[0], port.end() if port is not None else 0), *rest[1:]]
    return rest


def _is_base(rest: list[Piece]) -> bool:
    """Whether an unknown piece at the start is a base, by what follows: `${api}/users`."""
    if rest[0].values or rest[0].hole is Hole.NUMBER or len(rest) < 2:
        return False
    following = rest[1].text
    return following is not None and "/" in following and not following.startswith("?")


def _dropped(piece: Piece, count: int) -> Iterator[Piece]:
    """The piece without its first `count` characters."""
    assert piece.text is not None
    if count >= len(piece.text):
        return
    start = piece.start + len(piece.text[:count].encode()) if piece.exact else piece.start
    yield replace(piece, text=piece.text[count:], start=start)


def _kept(piece: Piece, count: int) -> Iterator[Piece]:
    """The first `count` characters of the piece."""
    assert piece.text is not None
    if count <= 0:
        return
    end = piece.start + len(piece.text[:count].encode()) if piece.exact else piece.end
    yield replace(piece, text=piece.text[:count], end=end)


def _split(pieces: list[Piece]) -> tuple[list[Piece], list[Piece], Piece | None]:
    """The path's pieces, those of the query (a fragment belongs to neither), and `Url.glued`."""
    path: list[Piece] = []
    for index, piece in enumerate(pieces):
        if piece.text is None:
            if _is_query(piece, path, pieces[index + 1 :]):
                is_open = piece.hole is not Hole.QUERY and not piece.values
                return path, pieces[index:], piece if is_open else None
            path.append(piece)
            continue
        match = re.search(r"[?#&]", piece.text)  # a helper that glues `&` has looked for a `?`
        if match is None:
            path.append(piece)
            continue
        path.extend(_kept(piece, match.start()))
        if match.group() == "#":
            return path, [], None
        return path, [*_dropped(piece, match.end()), *pieces[index + 1 :]], None
    return path, [], None


# What only says where an API is.
_PLACE = re.compile(r"(?:/?(?:api|rest|v\d+(?:[._]\d+)*))+", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"\{\w+\}|(?<=/):[A-Za-z_]\w*")


def _named_holes(piece: Piece) -> Iterator[Piece]:
    """`/x/{id}` and `/x/:id` are templates that something fills: their names are holes."""
    if piece.text is None or not _PLACEHOLDER.search(piece.text):
        yield piece
        return
    position = 0
    for match in _PLACEHOLDER.finditer(piece.text):
        yield from _between(piece, position, match.start())
        for hole in _between(piece, match.start(), match.end()):
            yield replace(hole, text=None)
        position = match.end()
    yield from _between(piece, position, len(piece.text))


def _between(piece: Piece, start: int, end: int) -> Iterator[Piece]:
    for head in _kept(piece, end):
        yield from _dropped(head, start) if start else (head,)


# Behind a hole that ends a query so far: `${query}page=2`.
_GLUED = re.compile(r"&?[\w.\[\]-]+=")


def _is_query(piece: Piece, before: list[Piece], after: list[Piece]) -> bool:
    """Whether a hole is a query string: of that kind, or glued to the path's last word."""
    if piece.hole in (Hole.QUERY, Hole.SEVERAL):
        return piece.hole is Hole.QUERY
    if piece.values:
        marked = any(v.startswith("?") for v in piece.values)
        return marked and all(v.startswith("?") or not v for v in piece.values)
    if after and _GLUED.match(after[0].text or ""):
        return True
    written = takewhile(lambda p: p.text is not None, reversed(before))
    last = "".join([p.text or "" for p in written][::-1])
    if not last or piece.hole is Hole.NUMBER or not last[-1:].isalnum():
        return False
    if _PLACE.fullmatch("".join(p.text or "{}" for p in before)):
        return False  # `/api${path}`
    following = after[0].text if after else ""
    ends = not following or following.startswith("&")  # `v${major}.${minor}` goes on
    return following is not None and ends and "/" in last


def _rooted(path: list[Piece], origin: Piece) -> Iterator[Piece]:
    """The path from its first slash; one is added to what is relative."""
    if len(path) > 1 and path[0].text == "." and (path[1].text or "").startswith("/"):
        path = path[1:]  # `'.' + path`
    first = path[0].text if path else ""
    if first is not None and first.startswith("./"):
        path = [*_dropped(path[0], 1), *path[1:]]
    elif first is None or not first.startswith("/"):
        at = path[0] if path else origin
        yield Piece("/", at.path, at.start, at.start, exact=False)
    yield from path


def join(base: Text, path: Text, how: str) -> Text:
    """A client's base and a URL as one text, joined as the client does it."""
    first = path.pieces[0].text if path.pieces else ""
    absolute = first is not None and (_HTTP.match(first) or first.startswith("//"))
    if absolute or not base.pieces or starts_at_base(path):
        return path
    if first is None and base.literal == "/":
        return path  # what isn't known there may be a whole address
    if how == "concat":
        return Text((*base.pieces, *path.pieces))
    if first == "" or (first or "").startswith("?"):
        return Text((*base.pieces, *path.pieces))
    return Text((*_stripped_end(base.pieces), *_with_slash(path.pieces)))


def begins_openly(path: Text) -> bool:
    """Whether what isn't known stands before a slash: `${host}/users`."""
    return bool(path.pieces) and path.pieces[0].text is None and _is_base(list(path.pieces))


def starts_at_base(path: Text) -> bool:
    first = path.pieces[0] if path.pieces else None
    return first is not None and first.text is None and first.hole is Hole.BASE


def _stripped_end(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    yield from pieces[:-1]
    last = pieces[-1]
    if last.text is None:
        yield replace(last, told=last.told.rstrip("/"))
        return
    yield from _kept(last, len(last.text.rstrip("/")))


def _with_slash(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    first = pieces[0]
    if first.text is None and first.values and all(v.startswith("/") for v in first.values):
        pass
    elif first.text is None or not first.text.startswith("/"):
        yield Piece("/", first.path, first.start, first.start, exact=False)
    elif first.text.startswith("//"):
        extra = len(first.text) - len(first.text.lstrip("/")) - 1
        yield from _dropped(first, extra)
        yield from pieces[1:]
        return
    yield from pieces
