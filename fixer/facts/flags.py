"""Options of the program's own that it gives some of its requests: `{ isRaw: true }`."""

from __future__ import annotations

from collections.abc import Container, Iterator

from tree_sitter import Node

from fixer.program.call import Call
from fixer.program.evaluate.writes import enclosing_function
from fixer.program.module import Module
from fixer.program.program import Program
from fixer.program.scopes import FUNCTIONS
from fixer.program.syntax import is_within

# What axios' requests have themselves, most of it without being given it as an option.
_OF_CLIENTS = frozenset(
    {"url", "method", "baseURL", "headers", "params", "data", "body", "timeout", "responseType"}
    | {"signal", "adapter", "auth", "withCredentials", "validateStatus", "cancelToken", "env"}
    | {"transformRequest", "transformResponse", "maxRedirects", "maxContentLength", "config"}
    | {"paramsSerializer", "xsrfCookieName", "xsrfHeaderName", "maxBodyLength", "responseEncoding"}
)
_ASSIGNED = frozenset({"assignment_expression", "augmented_assignment_expression"})
_READ = frozenset({"shorthand_property_identifier_pattern", "identifier"})
_WRITTEN = frozenset({"shorthand_property_identifier"})
_DEFAULTED = frozenset({"object_assignment_pattern", "assignment_pattern"})


class Flags:
    """Reads where a program writes the name of an option; `senders`: the calls that send."""

    def __init__(self, program: Program, senders: Container[int]) -> None:
        self._program = program
        self._senders = senders
        self._known: dict[str, bool] = {}

    def is_unset(self, call: Call, name: str) -> bool:
        """Whether a request is sent without an option that the program gives others alone."""
        if not name or name in _OF_CLIENTS:
            return False
        if name not in self._known:
            self._known[name] = self._is_of_some(name)
        return self._known[name] and not any(_names(m, n, name) for m, n in _places(call))

    def _is_of_some(self, name: str) -> bool:
        """Whether the name is that of an option, and no request has it but by its own call."""
        found = False
        for path in self._program.holding(name):
            for node in self._program.module(path).occurrences(name):
                if _is_key(node):
                    if not self._is_sent(node):
                        return False
                    found = True
                elif _may_set(node):
                    return False
        return found

    def _is_sent(self, key: Node) -> bool:
        """Whether a key is of what a call gets that sends a request."""
        up = key.parent
        while up is not None and up.type != "arguments":
            if up.type in FUNCTIONS:
                return False
            up = up.parent
        call = up.parent if up is not None else None
        return call is not None and call.id in self._senders


def _is_key(node: Node) -> bool:
    if node.type in _WRITTEN:
        return True
    pair = node.parent
    return pair is not None and pair.type == "pair" and pair.child_by_field_name("key") == node


def _may_set(node: Node) -> bool:
    """Whether a name is that of a member which is given a value in another way."""
    up = node.parent
    if up is None or up.type in _DEFAULTED or up.child_by_field_name("value") is not None:
        return True
    if up.type == "member_expression":
        whole = up.parent
        is_assigned = whole is not None and whole.type in _ASSIGNED
        return is_assigned and whole is not None and whole.child_by_field_name("left") == up
    return node.type not in _READ and up.type != "property_signature"


def _places(call: Call) -> Iterator[tuple[Module, Node]]:
    yield call.module, enclosing_function(call.node) or call.node
    yield from call.path_to_sink
    if call.sink is not None and call.sink_module is not None:
        yield call.sink_module, call.sink


def _names(module: Module, node: Node, name: str) -> bool:
    return any(is_within(found, node) for found in module.occurrences(name))
