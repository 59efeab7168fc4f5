"""Turns Django's URL patterns into path templates with named, typed holes."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..model import ANY, In, Kind, Parameter, Schema

_STRING = Schema(Kind.STRING)
_CONVERTERS = {
    "int": Schema(Kind.INTEGER),
    "str": _STRING,
    "slug": Schema(Kind.STRING, format="slug"),
    "uuid": Schema(Kind.STRING, format="uuid"),
    "path": Schema(Kind.STRING, format="path"),
}
_CONVERTED = re.compile(r"<(?:(?P<converter>[^>:]+):)?(?P<name>[^>]+)>")
# Only digits: `\d+`, `[0-9]{4}`, `[1-9]\d*`, `-?\d{1,3}`.
_INTEGER = re.compile(r"-?\??(?:(?:\\d|\[(?:\\d|\d-\d)\])(?:[+*?]|\{\d+(?:,\d*)?\})?)+")
_UUID = re.compile(r"(?i)\[0-9a-f\]\{8\}|\[a-f0-9\]\{8\}|\[0-9a-f-\]\{(32|36)\}|\[a-f0-9-\]\{36\}")
_PLAIN_AFTER_ESCAPE = frozenset("./-_ ~@:+$^()[]{}|*?\\#=&!%,;'\"")


@dataclass(frozen=True, slots=True)
class Template:
    """A path such as `/api/items/{pk}/`; `reason`: why it isn't exact, empty if it is.

    `any_slash`: the same with the trailing slash added or left out is served as well. `other`:
    what is served too, with the optional parts that it leaves out, or without those that it has.
    """

    path: str
    parameters: tuple[Parameter, ...]
    reason: str = ""
    any_slash: bool = False
    other: Template | None = None


def template(pieces: Sequence[tuple[str, bool]]) -> Template:
    """The template of patterns that follow each other; `pieces` are (text, is_regex)."""
    made = _template(pieces, _Reader())
    if not any(is_regex for _, is_regex in pieces):
        return made
    other = _template(pieces, _Reader(turned=True))
    is_served = other.path != made.path and "//" not in other.path
    return replace(made, other=other) if is_served else made


def _template(pieces: Sequence[tuple[str, bool]], reader: _Reader) -> Template:
    for text, is_regex in pieces:
        if is_regex:
            reader.regex(text)
        else:
            reader.route(text)
    path = "/" + "".join(reader.texts).lstrip("/")
    any_slash = bool(pieces) and pieces[-1][1] and _leaves_slash_open(pieces[-1][0], path)
    return Template(path, tuple(reader.parameters), reader.reason, any_slash)


def _leaves_slash_open(pattern: str, path: str) -> bool:
    """Whether a pattern ends with `/?`, or has no end: Django looks for it, it need not match all.

    `^items` takes `items/` as well; `^items/` doesn't take `items`.
    """
    atoms = tuple(_atoms(pattern))
    if atoms and atoms[-1].source in ("/?", "/*", "/??", "/*?"):
        return True
    return not path.endswith("/") and not pattern.endswith(("$", r"\Z"))


class _Reader:
    """`turned`: with the optional groups that are left out, without the optional parameters."""

    def __init__(self, *, turned: bool = False) -> None:
        self.turned = turned
        self.texts: list[str] = []
        self.parameters: list[Parameter] = []
        self.reason = ""

    def route(self, text: str) -> None:
        """`items/<int:pk>/`"""
        at = 0
        for found in _CONVERTED.finditer(text):
            self.texts.append(text[at : found.start()])
            self._hole(found["name"], _CONVERTERS.get(found["converter"] or "str", ANY))
            at = found.end()
        self.texts.append(text[at:])

    def regex(self, text: str) -> None:
        """`^items/(?P<pk>[^/.]+)/$`"""
        for atom in _atoms(text):
            self._atom(atom)

    def _atom(self, atom: _Atom) -> None:
        if atom.quantifier in ("?", "*", "??", "*?"):
            if atom.text == "/":  # `/?`: both forms are served, the one with the slash is named
                self.texts.append("/" if not "".join(self.texts).endswith("/") else "")
            elif atom.is_group and not atom.name and not atom.captures:
                self._optional(atom)
            elif self.turned and (atom.name or atom.captures):
                pass  # `(?P<pk>\d+)?`
            elif atom.text or atom.is_group or atom.is_class:
                self._hole(atom.name, _of_slashes(atom.inner or atom.source))
            return
        if atom.name is not None or atom.captures:
            self._hole(atom.name, _schema(atom.inner))
        elif atom.is_group:
            self._group(atom)
        elif atom.is_class or atom.quantifier:
            self.reason = f"the pattern matches more texts than one at {atom.source!r}"
            self._hole(None, _of_slashes(atom.source))
        else:
            self.texts.append(atom.text)

    def _optional(self, atom: _Atom) -> None:
        """`(?:page/(\\d+)/)?` is left out: the path without it is served as well."""
        if not atom.inner.strip("/$"):
            self.texts.append(atom.inner.rstrip("$"))
        elif self.turned:
            self._group(atom)
        else:
            self.reason = f"{atom.source!r} may be left out"

    def _group(self, atom: _Atom) -> None:
        if "|" in _outside(atom.inner):
            self.reason = f"{atom.source!r} stands for several texts"
            self._hole(None, Schema(Kind.STRING, enum=_choices(atom.inner)))
        else:
            self.regex(atom.inner)

    def _hole(self, name: str | None, schema: Schema) -> None:
        used = {parameter.name for parameter in self.parameters}
        base = name or f"arg{len(self.parameters) + 1}"
        unique, count = base, 2
        while unique in used:
            unique, count = f"{base}_{count}", count + 1
        self.texts.append("{" + unique + "}")
        self.parameters.append(Parameter(unique, In.PATH, schema, required=True))


@dataclass(frozen=True, slots=True)
class _Atom:
    """One piece of a regular expression with its quantifier."""

    source: str
    text: str = ""
    inner: str = ""
    name: str | None = None
    is_group: bool = False
    is_class: bool = False
    captures: bool = False
    quantifier: str = ""


_QUANTIFIER = re.compile(r"(?:[?*+]|\{\d*,?\d*\})\??")
_GROUP = re.compile(r"\((?:\?P<(?P<name>\w+)>|(?P<plain>\?:|\?[aiLmsux-]+:?|\?[=!]|\?<[=!])|)")


def _atoms(text: str) -> Iterator[_Atom]:
    at = 0
    while at < len(text):
        atom, end = _one(text, at)
        quantifier = _QUANTIFIER.match(text, end)
        if quantifier and atom is not None:
            end = quantifier.end()
            atom = _with_quantifier(atom, quantifier[0])
        at = end
        if atom is not None:
            yield atom


def _with_quantifier(atom: _Atom, quantifier: str) -> _Atom:
    return _Atom(
        atom.source + quantifier,
        atom.text,
        atom.inner,
        atom.name,
        atom.is_group,
        atom.is_class,
        atom.captures,
        quantifier,
    )


def _one(text: str, at: int) -> tuple[_Atom | None, int]:
    char = text[at]
    if char == "\\":
        escaped = text[at + 1 : at + 2]
        source = text[at : at + 2]
        if escaped in "AZzbB":
            return None, at + 2
        if escaped in _PLAIN_AFTER_ESCAPE:
            return _Atom(source, text=escaped), at + 2
        return _Atom(source, is_class=True), at + 2
    if char in "^$":
        return None, at + 1
    if char == "[":
        end = _class_end(text, at)
        inner = text[at + 1 : end - 1]
        single = inner if len(inner) == 1 else ""
        return _Atom(text[at:end], text=single, is_class=not single), end
    if char == "(":
        end = _group_end(text, at)
        head = _GROUP.match(text, at)
        assert head is not None
        plain = head["plain"]
        if plain and plain[:2] in ("?=", "?!", "?<"):
            return None, end
        inner = text[head.end() : end - 1]
        atom = _Atom(text[at:end], "", inner, head["name"], True, False, plain is None)
        return (None if plain and not plain.endswith(":") else atom), end
    # A bare dot takes any character, and is meant for itself: `^items.json$`.
    return _Atom(char, text=char), at + 1


def _class_end(text: str, at: int) -> int:
    end = at + 1
    if text[end : end + 1] == "^":
        end += 1
    if text[end : end + 1] == "]":
        end += 1
    while end < len(text) and text[end] != "]":
        end += 2 if text[end] == "\\" else 1
    return min(end + 1, len(text))


def _group_end(text: str, at: int) -> int:
    depth, end = 0, at
    while end < len(text):
        if text[end] == "\\":
            end += 2
            continue
        if text[end] == "[":
            end = _class_end(text, end)
            continue
        depth += {"(": 1, ")": -1}.get(text[end], 0)
        end += 1
        if depth == 0:
            break
    return min(end, len(text))


def _outside(inner: str) -> str:
    """The text of a group without the groups and classes inside it."""
    return "".join(atom.source for atom in _atoms(inner) if not atom.is_group and not atom.is_class)


def _choices(inner: str) -> tuple[str, ...]:
    plain = re.fullmatch(r"[\w|.-]+", inner)
    return tuple(inner.split("|")) if plain else ()


def _schema(inner: str) -> Schema:
    if _INTEGER.fullmatch(inner):
        return Schema(Kind.INTEGER)
    if _UUID.search(inner):
        return Schema(Kind.STRING, format="uuid")
    if "|" in inner and (choices := _choices(inner)):
        return Schema(Kind.STRING, enum=choices)
    return _of_slashes(inner)


def _of_slashes(inner: str) -> Schema:
    """A text that may have slashes in it, if the expression takes them: `.*`, `[^?]+`."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it is the backend's expression, not ours to mend
            takes = re.fullmatch(inner, "a/b") is not None
    except (re.error, OverflowError, RecursionError):
        return _STRING
    return _CONVERTERS["path"] if takes else _STRING
