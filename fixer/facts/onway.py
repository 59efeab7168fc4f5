"""Whether the code on a request's way asks for a text that an edit changes: `path === '/rows'`.

With the text changed the condition has another answer, and something else may be sent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tree_sitter import Node

from fixer.diagnostics import Edit
from fixer.program.call import Call
from fixer.program.evaluate.writes import enclosing_function
from fixer.program.program import Program
from fixer.program.syntax import below, text

_WORD = re.compile(r"[\w-]+")
_EQUAL = frozenset({"===", "==", "!==", "!="})
_ASKING = frozenset({"startsWith", "endsWith", "includes", "match", "test", "exec"})
_TEXTS = frozenset({"string", "regex", "template_string"})


def is_compared(program: Program, call: Call, edits: Iterable[Edit]) -> bool:
    """Whether a wrapper of the request compares a word that an edit replaces or goes on."""
    words = {word for edit in edits for word in _words(program, edit)}
    return any(words & set(_WORD.findall(asked)) for asked in _asked(call))


def _words(program: Program, edit: Edit) -> list[str]:
    """The words that are replaced; of what is only added the word before."""
    data = program.module(edit.path).data
    replaced = _WORD.findall(data[edit.start : edit.end].decode("utf-8", "replace"))
    before = data[max(edit.start - 64, 0) : edit.start].decode("utf-8", "replace")
    return replaced or _WORD.findall(before)[-1:]


def _asked(call: Call) -> Iterator[str]:
    """The texts that are compared with something in the functions around the inner calls."""
    inner = [node for _, node in call.path_to_sink]
    if call.sink is not None and call.sink != call.node:
        inner.append(call.sink)
    functions = {f.id: f for node in inner if (f := enclosing_function(node)) is not None}
    for function in functions.values():
        for node in below(function):
            if node.type in _TEXTS and _is_compared(node):
                yield text(node).replace("\\", " ")


def _is_compared(node: Node) -> bool:
    parent = node.parent
    if node.type == "regex":
        return True
    if parent is not None and parent.type in ("array", "arguments", "parenthesized_expression"):
        call = parent.parent
        while call is not None and call.type not in ("call_expression", "statement_block"):
            call = call.parent
        target = call.child_by_field_name("function") if call is not None else None
        name = target.child_by_field_name("property") if target is not None else None
        return name is not None and text(name) in _ASKING
    if parent is None or parent.type == "switch_case":
        return parent is not None and parent.child_by_field_name("value") == node
    operator = parent.child_by_field_name("operator")
    return operator is not None and operator.type in _EQUAL
