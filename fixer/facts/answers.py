"""Which of the values that an interceptor may hand on it does for a request of the contract.

`responseType === 'blob' ? response : response.data`: the answer that a contract tells of is no
file. `config.url.includes('/maps')`: of a request it is known what it asks for. `config.isRaw`:
what the program gives some requests as an option, others don't have.
"""

from __future__ import annotations

import operator as operators
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from tree_sitter import Node

from fixer.contract.model import Kind
from fixer.facts.answerparts import flag, header, is_status, is_url, last_name, resolved
from fixer.facts.flags import Flags
from fixer.program.call import Call
from fixer.program.evaluate.writes import enclosing_function
from fixer.program.module import Module
from fixer.program.patterns import pattern_of
from fixer.program.syntax import children_of, first_named, is_within, string_value, text
from fixer.program.types import Types
from fixer.program.types.model import Type, WireType, parts_of, present, union

# XMLHttpRequestResponseType of the XMLHttpRequest standard, and what axios has besides.
_FILES = frozenset({"blob", "arraybuffer", "stream", "document"})
_FILE_CLASSES = frozenset({"Blob", "ArrayBuffer", "File"})
_ASKING = frozenset({"includes", "startsWith", "endsWith"})
# RFC 9110, 15.3: what answers with a body may have for a status; for a GET nothing was made.
_READING = frozenset({200})
_ANY = frozenset({200, 201, 202, 203})
_HEADERS = {"content-type": True, "content-disposition": False}  # what is to be saved is a file
_OBJECTS = frozenset({Kind.OBJECT, Kind.ARRAY})
_UNSET = frozenset({"undefined", "void 0"})
_NOTHING = _UNSET | {"null"}
_CODES = re.compile(r"code|status|success|errno|^ok$|^ret$", re.IGNORECASE)
_SUCCESSES = frozenset({"success", "ok"})
_GOOD = frozenset({"0", "200", "20000", "0000", "00000", "000000", "true", "success", "ok"})
_INTEGER = re.compile(r"-?\d{1,9}")
_JSON = "application/json"
_CHARSET = re.compile(r"[;=]|charset|utf|json", re.IGNORECASE)
_PATH = re.compile(r"[^?&=]+")  # a text of a path; what a query says isn't read
_QUERYING = re.compile(r"[&=]|\\\?")
_IDS = ("1", "a", "a-1", "9b2f0c1e-0a1b-4c2d-8e3f-0123456789ab")  # what a hole may hold
_MATCHING = frozenset({"match", "test"})
_TRUTHS = frozenset({"true", "false"})
_EQUAL = frozenset({"===", "=="})
_UNEQUAL = frozenset({"!==", "!="})
_TURNED = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}
_OPERATORS: Mapping[str, Callable[[int, int], bool]] = {
    **dict.fromkeys(_EQUAL, operators.eq),
    **dict.fromkeys(_UNEQUAL, operators.ne),
    "<": operators.lt,
    ">": operators.gt,
    "<=": operators.le,
    ">=": operators.ge,
}
# How `text.indexOf(part)` is asked whether it is there.
_FOUND = {
    **{(it, -1): False for it in _EQUAL},
    **{(it, -1): True for it in _UNEQUAL},
    (">", -1): True,
    (">=", 0): True,
    ("<", 0): False,
    ("<=", -1): False,
}


@dataclass(frozen=True, slots=True)
class Asking:
    """A request of which a condition may be, and what the program's requests have as options."""

    call: Call
    flags: Flags


def answered(types: Types, asking: Asking, module: Module, function: Node, answer: Type) -> Type:
    """What a function makes of the answer to a call, the ways left out that it doesn't take.

    Where nothing else decides, a body that is handed on for `code === 0` is that of a success;
    which code hands on the answer itself is not supposed.
    """
    known = _Answer(types, asking, module, function, answer)
    made = known.handed_on()
    if not is_either(types, answer, made):
        return made
    supposed = replace(known, supposes=True).handed_on()
    before, inside = (parts_of(present(types.awaited(it))) for it in (answer, supposed))
    return supposed if set(before).isdisjoint(inside) else made


def is_either(types: Types, answer: Type, made: Type) -> bool:
    """Whether what is made of an answer may be the answer itself, and may be something else."""
    parts = parts_of(present(types.awaited(made)))
    return len(parts) > 1 and not set(parts_of(answer)).isdisjoint(parts)


@dataclass(frozen=True, slots=True)
class _Answer:
    """An answer to a call, the first argument of a function that makes another value of it."""

    types: Types
    asking: Asking
    module: Module
    function: Node
    answer: Type
    supposes: bool = False

    def handed_on(self) -> Type:
        """What the function yields for it."""
        values = self.types.yielded(self.module, self.function, self.answer)
        return union(*(value for value, conditions in values if self._may_be(conditions)))

    def _may_be(self, conditions: Iterable[tuple[Node, bool]]) -> bool:
        return all(self._holds(it) in (None, holds) for it, holds in conditions)

    def _holds(self, condition: Node) -> bool | None:
        """Whether a condition holds for the answer; None: it can't be told."""
        condition = resolved(self.module, condition)
        inner = first_named(condition)
        if condition.type == "parenthesized_expression" and inner is not None:
            return self._holds(inner)
        operator = condition.child_by_field_name("operator")
        kind = operator.type if operator is not None else ""
        if condition.type == "unary_expression":
            return _not(self._holds(inner)) if kind == "!" and inner is not None else None
        left, right = (condition.child_by_field_name(f) for f in ("left", "right"))
        if condition.type == "binary_expression" and left is not None and right is not None:
            if kind in ("&&", "||"):
                return _joined(kind, self._holds(left), self._holds(right))
            return self._compared(kind, left, right)
        if condition.type == "call_expression":
            return self._asked(condition)
        return self._is_there(condition)

    def _is_there(self, node: Node) -> bool | None:
        """Whether what is read is anything but nothing, 0, false and the empty text."""
        if self._is_object(node):
            return True
        name = header(self.module, node)
        if name in _HEADERS:
            return _HEADERS[name]
        if self._is_unset(node):
            return False
        is_success = self.supposes and self._is_scalar(node) and self._last(node) in _SUCCESSES
        return True if is_success else None

    def _is_unset(self, node: Node) -> bool:
        """`response.config.isRaw`, which the request doesn't have."""
        return self.asking.flags.is_unset(self.asking.call, flag(self.module, node))

    def _compared(self, operator: str, left: Node, right: Node) -> bool | None:
        if operator == "instanceof":
            return False if text(right) in _FILE_CLASSES else None
        if operator == "in":
            return True if self._has(right, string_value(left)) else None
        for value, other, kind in ((left, right, operator), (right, left, _TURNED.get(operator))):
            found = self._beside(kind or operator, value, other)
            if found is not None:
                return found
        return None

    def _beside(self, operator: str, value: Node, other: Node) -> bool | None:
        """`value operator other`, of which `other` is written out."""
        number = _number(other)
        if number is not None and is_status(self.module, value) and not self._wire(value):
            statuses = _READING if self.asking.call.methods == ("GET",) else _ANY
            held = {_OPERATORS[operator](it, number) for it in statuses if operator in _OPERATORS}
            return next(iter(held)) if len(held) == 1 else None
        if number is not None and (operator, number) in _FOUND:
            found = self._asked(value, "indexOf")
            return found if _FOUND[operator, number] else _not(found)
        if operator not in _EQUAL | _UNEQUAL:
            return None
        is_equal = self._equals(value, other)
        return is_equal if operator in _EQUAL else _not(is_equal)

    def _equals(self, value: Node, other: Node) -> bool | None:
        if text(other) in _NOTHING:
            if text(other) in _UNSET and self._is_unset(value):
                return True
            return False if self._wire(value) is not None else None
        if other.type in _TRUTHS and self._is_unset(value):
            return False
        inner, written = first_named(value), string_value(other)
        if value.type == "unary_expression" and text(value).startswith("typeof") and inner:
            known = self._wire(inner) is not None and written is not None
            is_object = self._is_object(inner)
            return (written == "object") == is_object if known and is_object else None
        if self._is_never(value, other):
            return False
        if self.supposes and self._is_scalar(value) and _CODES.search(self._last(value)):
            return True if _is_success(other) else None
        if written is None:
            return None
        if self._last(value) == "responseType" and written in _FILES:
            return None if _asks_for_file(self.asking.call) else False
        if is_url(self.module, value):
            return _asks(self.asking.call, written)
        is_type = header(self.module, value) == "content-type"
        return False if is_type and _is_of_json(written) is False else None

    def _asked(self, question: Node, only: str = "") -> bool | None:
        """`config.url.includes('/maps')`, `['blob', 'stream'].includes(config.responseType)`."""
        callee, arguments = (question.child_by_field_name(f) for f in ("function", "arguments"))
        of = callee.child_by_field_name("object") if callee is not None else None
        given = first_named(arguments) if arguments is not None else None
        if callee is None or of is None or given is None:
            return None
        name = self._last(callee)
        if name in _MATCHING and not only:
            subject, pattern = (of, given) if given.type == "regex" else (given, of)
            is_asked = is_url(self.module, subject) and pattern.type == "regex"
            return _matches(self.asking.call, pattern) if is_asked else None
        if name != only if only else name not in _ASKING:
            return None
        written = string_value(given)
        if written is not None and is_url(self.module, of):
            return _asks(self.asking.call, written)
        if written is not None and header(self.module, of) == "content-type":
            return _is_of_json(written)
        is_kind = self._last(given) == "responseType" and not _asks_for_file(self.asking.call)
        if of.type != "array" or not is_kind:
            return None
        return False if _FILES.issuperset(map(string_value, children_of(of))) else None

    def _last(self, node: Node) -> str:
        return last_name(self.module, node)

    def _wire(self, node: Node) -> WireType | None:
        """What the contract says that an expression is, if it isn't null."""
        found = present(self.types.reached(self.module, self.function, self.answer, node))
        return found if isinstance(found, WireType) and not found.schema.nullable else None

    def _is_object(self, node: Node) -> bool:
        wire = self._wire(node)
        return wire is not None and wire.schema.kind in _OBJECTS

    def _is_scalar(self, node: Node) -> bool:
        wire = self._wire(node)
        return wire is not None and wire.schema.kind not in _OBJECTS

    def _is_never(self, node: Node, other: Node) -> bool:
        """Whether the contract lists what a value may be, and not what is written out."""
        wire, written = self._wire(node), string_value(other)
        listed = {str(it) for it in wire.schema.enum} if wire is not None else set[str]()
        said = str(_number(other)) if written is None else written
        is_written = written is not None or _number(other) is not None
        return bool(listed) and is_written and said not in listed

    def _has(self, node: Node, name: str | None) -> bool:
        """Whether the contract says that an object has a member."""
        wire = self._wire(node)
        return wire is not None and any(it.name == name for it in wire.schema.properties)


def _not(held: bool | None) -> bool | None:
    return None if held is None else not held


def _joined(operator: str, left: bool | None, right: bool | None) -> bool | None:
    decides = operator == "||"
    if decides in (left, right):
        return decides
    return None if None in (left, right) else not decides


def _number(node: Node) -> int | None:
    written = text(node).replace(" ", "")
    return int(written) if _INTEGER.fullmatch(written) else None


def _is_success(node: Node) -> bool:
    """Whether a code is one that servers call a success: `0`, `'200'`, `ResultEnum.SUCCESS`."""
    written = string_value(node)
    return (text(node) if written is None else written).rpartition(".")[2].lower() in _GOOD


def _is_of_json(written: str) -> bool | None:
    """Whether a type of content holds a text; None: only where it says the character set."""
    if written in _JSON:
        return True
    return None if written and _CHARSET.search(written) else False


def _asks_for_file(call: Call) -> bool:
    """Whether a request may itself say what kind of answer it wants: it isn't read what.

    A wrapper that hands on what it is given, `responseType: options.responseType`, says nothing.
    """
    around = enclosing_function(call.node) or call.node
    if b"responseType" in (around.text or b""):
        return True
    inner = [*call.path_to_sink]
    if call.sink is not None and call.sink_module is not None:
        inner.append((call.sink_module, call.sink))
    said = (name for module, node in inner for name in _below(module, node, "responseType"))
    return any(not _is_handed_on(name) for name in said)


def _below(module: Module, node: Node, name: str) -> Iterator[Node]:
    for found in module.occurrences(name):
        if is_within(found, node):
            yield found


def _is_handed_on(name: Node) -> bool:
    """`{ responseType }`, `responseType: options.responseType`."""
    pair = name.parent
    if pair is None or pair.child_by_field_name("key") != name:
        return True
    value = pair.child_by_field_name("value")
    return value is not None and value.type in ("identifier", "member_expression")


def _asks(call: Call, written: str) -> bool | None:
    """Whether what a call asks for has a text in it; no such text is taken for a part of an id."""
    is_there = any(written in asked for asked in _asked_for(call))
    return None if is_there or not call.urls or not _PATH.fullmatch(written) else False


def _asked_for(call: Call) -> Iterator[str]:
    """The paths that a call asks for, with `{}` for what isn't known, and with its query."""
    for url in call.urls:
        query = "&".join(f"{param.name or '{}'}={{}}" for param in url.query)
        yield url.template
        yield f"{url.template}?{query}"


def _matches(call: Call, regex: Node) -> bool | None:
    """The same of a pattern, with or without what may be the client's base; any id may fit."""
    source, pattern = regex.child_by_field_name("pattern"), pattern_of(regex)
    if pattern is None or source is None or _QUERYING.search(text(source)):
        return None
    paths = [url.replace("{}", hole) for url in _asked_for(call) for hole in _IDS]
    asked = [tail for path in paths for tail in _tails(path)]
    return False if asked and not any(map(pattern.search, asked)) else None


def _tails(path: str) -> Iterator[str]:
    """`/api/rows`, `api/rows`, `/rows`, `rows`: what of a path may be said beside a base."""
    yield path
    for index, character in enumerate(path):
        if character == "/":
            yield path[index:]
            yield path[index + 1 :]
