"""Which of the values that an interceptor may hand on it does for a request of the contract.

`responseType === 'blob' ? response : response.data`: the answer that a contract tells of is no
file. `config.url.includes('/maps')`: of a request it is known what it asks for. `config.isRaw`:
what the program gives some requests as an option, others don't have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from fixer.facts.flags import Flags
from fixer.program.call import Call
from fixer.program.evaluate.writes import enclosing_function
from fixer.program.module import Module
from fixer.program.patterns import pattern_of
from fixer.program.scopes import BindingKind
from fixer.program.syntax import children_of, first_named, is_within, string_value, text
from fixer.program.types import Types
from fixer.program.types.model import Type, union

# XMLHttpRequestResponseType of the XMLHttpRequest standard, and what axios has besides.
_FILES = frozenset({"blob", "arraybuffer", "stream", "document"})
_FILE_CLASSES = frozenset({"Blob", "ArrayBuffer", "File"})
_ASKING = frozenset({"includes", "startsWith", "endsWith"})
_BODILESS = frozenset({"204", "205", "304"})  # RFC 9110, 15.3.5, 15.3.6, 15.4.5
_BODIES = frozenset({"data", "body", "result"})  # whose `status` is the server's own
_REQUESTS = frozenset({"config", "request"})
_JSON = "application/json"
_CHARSET = re.compile(r"[;=]|charset|utf|json", re.IGNORECASE)
_PATH = re.compile(r"[^?&=]+")  # a text of a path; what a query says isn't read
_QUERYING = re.compile(r"[&=]|\\\?")
_IDS = ("1", "a", "a-1", "9b2f0c1e-0a1b-4c2d-8e3f-0123456789ab")  # what a hole may hold
_MATCHING = frozenset({"match", "test"})
_TRUTHS = frozenset({"true", "false"})
_EQUAL = frozenset({"===", "=="})
_UNEQUAL = frozenset({"!==", "!="})


@dataclass(frozen=True, slots=True)
class Asking:
    """A request of which a condition may be, and what the program's requests have as options."""

    call: Call
    flags: Flags


def answered(types: Types, asking: Asking, module: Module, function: Node, answer: Type) -> Type:
    """What a function makes of the answer to a call, the ways left out that it doesn't take."""
    kept = [
        value
        for value, conditions in types.yielded(module, function, answer)
        if all(_holds(module, it, asking) in (None, holds) for it, holds in conditions)
    ]
    return union(*kept)


def _holds(module: Module, condition: Node, asking: Asking, depth: int = 3) -> bool | None:
    """Whether a condition holds for the answer to a call; None: it can't be told."""
    inner = first_named(condition)
    if condition.type == "parenthesized_expression" and inner is not None:
        return _holds(module, inner, asking, depth)
    if condition.type == "identifier":
        binding = module.resolve(condition)
        is_const = binding is not None and binding.kind is BindingKind.CONST and depth > 0
        value = binding.node.child_by_field_name("value") if binding and is_const else None
        return _holds(module, value, asking, depth - 1) if value is not None else None
    if condition.type == "subscript_expression":  # an answer that is to be saved is a file
        return False if _header(condition) == "content-disposition" else None
    operator = condition.child_by_field_name("operator")
    kind = operator.type if operator is not None else ""
    if condition.type == "unary_expression" and kind == "!" and inner is not None:
        held = _holds(module, inner, asking, depth)
        return None if held is None else not held
    if condition.type == "binary_expression":
        left, right = (condition.child_by_field_name(f) for f in ("left", "right"))
        if left is None or right is None:
            return None
        if kind in ("&&", "||"):
            return _joined(kind, *(_holds(module, it, asking, depth) for it in (left, right)))
        return _compared(module, kind, left, right, asking)
    if condition.type == "member_expression":
        return False if _is_unset(condition, asking) else None
    return _asked(condition, asking.call) if condition.type == "call_expression" else None


def _joined(operator: str, left: bool | None, right: bool | None) -> bool | None:
    decides = operator == "||"
    if decides in (left, right):
        return decides
    return None if None in (left, right) else not decides


def _is_unset(node: Node, asking: Asking) -> bool:
    """`response.config.isRaw`, which the request doesn't have."""
    of = node.child_by_field_name("object")
    is_option = of is not None and _last_name(of) == "config"
    return is_option and asking.flags.is_unset(asking.call, _last_name(node))


def _compared(
    module: Module, operator: str, left: Node, right: Node, asking: Asking
) -> bool | None:
    call = asking.call
    if operator == "instanceof":
        return False if text(right) in _FILE_CLASSES else None
    for value, other in ((left, right), (right, left)):
        if operator in _EQUAL and _is_status(module, value) and text(other) in _BODILESS:
            return False
        if other.type in _TRUTHS and operator in _EQUAL | _UNEQUAL and _is_unset(value, asking):
            return operator in _UNEQUAL
        written = string_value(other)
        if written is None or operator not in _EQUAL | _UNEQUAL:
            continue
        is_equal: bool | None = None
        if _last_name(value) == "responseType" and written in _FILES:
            is_equal = None if _asks_for_file(call) else False
        elif _is_url(value):
            is_equal = _asks(call, written)
        elif _header(value) == "content-type":
            is_equal = False if _is_of_json(written) is False else None
        return is_equal if is_equal is None or operator in _EQUAL else not is_equal
    return None


def _asked(question: Node, call: Call) -> bool | None:
    """`config.url.includes('/maps')`, `['blob', 'stream'].includes(config.responseType)`."""
    callee, arguments = (question.child_by_field_name(f) for f in ("function", "arguments"))
    of = callee.child_by_field_name("object") if callee is not None else None
    given = first_named(arguments) if arguments is not None else None
    if callee is None or of is None or given is None:
        return None
    if _last_name(callee) in _MATCHING:
        subject, pattern = (of, given) if given.type == "regex" else (given, of)
        return _matches(call, pattern) if _is_url(subject) and pattern.type == "regex" else None
    if _last_name(callee) not in _ASKING:
        return None
    written = string_value(given)
    if written is not None and _is_url(of):
        return _asks(call, written)
    if written is not None and _header(of) == "content-type":
        return _is_of_json(written)
    if of.type != "array" or _last_name(given) != "responseType" or _asks_for_file(call):
        return None
    return False if _FILES.issuperset(map(string_value, children_of(of))) else None


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


def _is_status(module: Module, node: Node) -> bool:
    """`response.status`, and not what a body calls so: `const body = response.data`."""
    of = node.child_by_field_name("object") or node
    binding = module.resolve(of) if of.type == "identifier" else None
    value = binding.node.child_by_field_name("value") if binding is not None else None
    is_of_body = any(_last_name(it) in _BODIES for it in (of, value) if it is not None)
    return _last_name(node) == "status" and not is_of_body


def _last_name(node: Node) -> str:
    """The name at the end of `response.config?.responseType`, and of a variable its own."""
    name = node.child_by_field_name("property") or node
    return text(name) if name.type in ("property_identifier", "identifier") else ""


def _header(node: Node) -> str:
    """`response.headers['Content-Type']`, in lower case; what is no header of an answer is none."""
    of, index = (node.child_by_field_name(f) for f in ("object", "index"))
    if of is None or index is None or _last_name(of) != "headers":
        return ""
    holder = of.child_by_field_name("object")
    if holder is not None and _last_name(holder) in _REQUESTS:
        return ""
    return (string_value(index) or "").lower()


def _is_url(node: Node) -> bool:
    """`response.config.url`: what was asked for, without the base of all requests."""
    of = node.child_by_field_name("object")
    return _last_name(node) == "url" and of is not None and _last_name(of) == "config"


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
