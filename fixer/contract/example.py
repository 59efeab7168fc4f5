"""JSON as documentation writes it (comments, trailing commas, `...`) into nodes with lines."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from fixer.contract.errors import ContractError
from fixer.contract.model import Location, Scalar

# Deeper than any real example; keeps the recursive descent within Python's stack.
_MAX_DEPTH = 100

_STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"' + r"|'(?:[^'\\\n]|\\.)*'")
_BARE = re.compile(r"[^\s,:\]}{\[\"'|]+")
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?\Z")
_ELLIPSIS = re.compile(r"\.\.\.|…")
_COMMENT = re.compile(r"//([^\n]*)|#([^\n]*)|/\*(.*?)\*/", re.DOTALL)
_BLANK = re.compile(r"[ \t\r\n\ufeff\xa0]+")
_WORDS: dict[str, Scalar] = {"true": True, "false": False, "null": None}


@dataclass(frozen=True, slots=True)
class Value:
    """A scalar; several `alternatives` when the text writes `"a" | "b"`."""

    alternatives: tuple[Scalar, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Word:
    """A bare word in a value's place, which is a type's name (`string`, `number`)."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Member:
    """A member of an object with the comment on its line."""

    name: str
    value: Node
    comment: str
    line: int


@dataclass(frozen=True, slots=True)
class Object:
    """An object; `open` when the text says `...`: there may be more."""

    members: tuple[Member, ...]
    open: bool
    line: int


@dataclass(frozen=True, slots=True)
class Array:
    """An array's written elements."""

    items: tuple[Node, ...]
    line: int


Node = Value | Word | Object | Array


def extent(text: str, start: int) -> int:
    """The offset behind the bracket that closes the one at `start`; the text's end if none does."""
    depth = 0
    position = start
    while position < len(text):
        char = text[position]
        if char in "\"'" and (match := _STRING.match(text, position)):
            position = match.end()
            continue
        if char in "{[":
            depth += 1
        elif char in "}]":
            depth -= 1
            if depth == 0:
                return position + 1
        position += 1
    return len(text)


def parse(text: str, source: str, first_line: int, *, names: bool = False) -> Node:
    """The example in `text`, whose first line is line `first_line` of `source`.

    Where several stand behind one another (the answer, then an error's) it is the first. `names`:
    members may be named without a value (`{ credits, currency }`). Raises ContractError with the
    line where the example breaks.
    """
    parser = _Parser(text, source, first_line, names=names)
    node = parser.value(0)
    parser.skip()
    while parser.position < len(text):
        if text[parser.position] not in "{[":
            raise parser.broken("nothing more after the end of the value")
        parser.value(0)
        parser.skip()
    return node


class _Parser:
    def __init__(self, text: str, source: str, first_line: int, *, names: bool) -> None:
        self.names = names
        self.text = text
        self.source = source
        self.first_line = first_line
        self.position = 0
        self.comments: list[tuple[int, str]] = []

    def line(self) -> int:
        return self.first_line + self.text.count("\n", 0, self.position)

    def broken(self, expected: str) -> ContractError:
        found = self.text[self.position : self.position + 20].split("\n")[0].strip()
        told = f"found '{found}'" if found else "found the end"
        return ContractError(
            f"broken JSON example: expected {expected}, {told}; mend the example",
            Location(self.source, self.line()),
        )

    def skip(self) -> None:
        while self.position < len(self.text):
            if match := _BLANK.match(self.text, self.position):
                self.position = match.end()
            elif match := _COMMENT.match(self.text, self.position):
                words = next((group for group in match.groups() if group is not None), "")
                self.comments.append((self.line(), words.strip()))
                self.position = match.end()
            else:
                return

    def take(self, char: str) -> bool:
        self.skip()
        if self.text.startswith(char, self.position):
            self.position += len(char)
            return True
        return False

    def value(self, depth: int) -> Node:
        self.skip()
        if depth > _MAX_DEPTH:
            raise self.broken(f"fewer than {_MAX_DEPTH} levels")
        line = self.line()
        if self.take("{"):
            return self.object(depth, line)
        if self.take("["):
            return self.array(depth, line)
        first = self.scalar()
        if isinstance(first, Word):
            while self.take("|"):
                other = self.scalar()
                first = Word(f"{first.text} | {_written(other)}", line)
            return first
        alternatives = list(first.alternatives)
        while self.take("|"):
            other = self.scalar()
            if isinstance(other, Word):
                return Word(f"{_written(first)} | {other.text}", line)
            alternatives.extend(other.alternatives)
        return Value(tuple(alternatives), line)

    def scalar(self) -> Value | Word:
        self.skip()
        line = self.line()
        if match := _STRING.match(self.text, self.position):
            self.position = match.end()
            return Value((_unquoted(match.group()),), line)
        match = _BARE.match(self.text, self.position)
        if not match:
            raise self.broken("a value")
        word = match.group()
        if word in _WORDS:
            self.position = match.end()
            return Value((_WORDS[word],), line)
        if _NUMBER.match(word):
            self.position = match.end()
            number = json.loads(word)
            return Value((number,), line)
        if _ELLIPSIS.match(word) or word.rstrip("?").isidentifier() or word.startswith("<"):
            self.position = match.end()
            return Word(word, line)
        raise self.broken("a value")

    def object(self, depth: int, line: int) -> Object:
        members: list[Member] = []
        is_open = False
        while not self.take("}"):
            self.skip()
            if ellipsis := _ELLIPSIS.match(self.text, self.position):
                self.position = ellipsis.end()
                is_open = True
            else:
                members.append(self.member(depth))
            if not self.take(","):
                # A comment may stand between the last member and the brace.
                if self.take("}"):
                    break
                if not _ELLIPSIS.match(self.text, self.position):
                    raise self.broken("',' or '}'")
        return Object(tuple(self.commented(members)), is_open, line)

    def member(self, depth: int) -> Member:
        self.skip()
        line = self.line()
        is_bare = False
        if match := _STRING.match(self.text, self.position):
            name = str(_unquoted(match.group()))
        elif (match := _BARE.match(self.text, self.position)) and match.group().rstrip(
            "?"
        ).isidentifier():
            name, is_bare = match.group(), True
        else:
            raise self.broken("a member's name in quotes")
        self.position = match.end()
        if self.take(":"):
            value = self.value(depth + 1)
        elif self.names and is_bare and self.ends_member():
            value = Word("any", line)
        else:
            raise self.broken("':'")
        if name.endswith("?"):
            return Member(name[:-1], value, "optional", line)
        return Member(name, value, "", line)

    def ends_member(self) -> bool:
        self.skip()
        return self.text[self.position : self.position + 1] in (",", "}")

    def commented(self, members: list[Member]) -> list[Member]:
        said = dict(self.comments)
        return [
            Member(m.name, m.value, said[m.line], m.line) if m.line in said else m for m in members
        ]

    def array(self, depth: int, line: int) -> Array:
        items: list[Node] = []
        while not self.take("]"):
            self.skip()
            if ellipsis := _ELLIPSIS.match(self.text, self.position):
                self.position = ellipsis.end()
            else:
                items.append(self.value(depth + 1))
            if not self.take(","):
                if self.take("]"):
                    break
                if not _ELLIPSIS.match(self.text, self.position):
                    raise self.broken("',' or ']'")
        return Array(tuple(items), line)


def _unquoted(literal: str) -> str:
    if literal.startswith("'"):
        literal = '"' + literal[1:-1].replace("\\'", "'").replace('"', '\\"') + '"'
    try:
        return str(json.loads(literal, strict=False))
    except json.JSONDecodeError:
        return literal[1:-1]


def _written(node: Value | Word) -> str:
    if isinstance(node, Word):
        return node.text
    return " | ".join(json.dumps(value) for value in node.alternatives)
