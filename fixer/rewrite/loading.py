"""A client function becomes the statements of a React component that load its value into state."""

from __future__ import annotations

from dataclasses import dataclass

from tree_sitter import Node

from fixer.program.module import Module
from fixer.program.syntax import first_named, text
from fixer.rewrite.style import Style


@dataclass(frozen=True, slots=True)
class Load:
    """`function(arguments)`, then `taken`, on failure `failed`, in the end `settled` if given.

    The last three are expressions: what `.then`, `.catch` and `.finally` are given.
    `depends`: the arguments that are the component's own, in order.
    """

    function: str
    arguments: tuple[str, ...]
    taken: str
    failed: str
    settled: str | None = None
    depends: tuple[str, ...] = ()


def chain(load: Load, indent: str, style: Style) -> str:
    """The load as a statement, one link a line; the first line has no indent."""
    links = [f".then({load.taken})", f".catch({load.failed})"]
    if load.settled is not None:
        links.append(f".finally(() => {load.settled})")
    head = f"{load.function}({', '.join(load.arguments)})"
    inner = f"{style.newline}{indent}{style.indent}"
    return head + "".join(f"{inner}{link}" for link in links) + style.semicolon


def effect(load: Load, hook: str, indent: str, style: Style) -> str:
    """The load in an effect of its own; the first line has no indent."""
    inner = indent + style.indent
    newline = style.newline
    statement = chain(load, inner, style)
    depends = ", ".join(load.depends)
    # Without semicolons nothing else keeps a line that begins with `(` or `[` apart; this doesn't.
    return (
        f"{hook}(() => {{{newline}{inner}{statement}{newline}{indent}}}, [{depends}])"
        f"{style.semicolon}"
    )


def indent_of(module: Module, node: Node) -> str:
    """The blanks before the line on which a node begins."""
    start = module.data.rfind(b"\n", 0, node.start_byte) + 1
    line = module.data[start : node.start_byte]
    return line[: len(line) - len(line.lstrip())].decode()


def after_hooks(statement: Node) -> Node:
    """The last of the statements that call hooks one after the other, from `statement` on.

    A hook's statement is a declaration initialised by `use…(…)`, or such a call alone.
    """
    last = statement
    following = statement.next_named_sibling
    while following is not None:
        if following.type == "comment":
            following = following.next_named_sibling
            continue
        if not _calls_hook(following):
            return last
        last = following
        following = following.next_named_sibling
    return last


def _calls_hook(statement: Node) -> bool:
    if statement.type == "expression_statement":
        inner = first_named(statement)
        return inner is not None and _is_hook(inner)
    if statement.type != "lexical_declaration":
        return False
    values = [d.child_by_field_name("value") for d in statement.named_children]
    return all(v is not None and _is_hook(v) for v in values)


def _is_hook(call: Node) -> bool:
    if call.type != "call_expression":
        return False
    function = call.child_by_field_name("function")
    if function is not None and function.type == "member_expression":
        function = function.child_by_field_name("property")
    if function is None:
        return False
    name = text(function)
    return name.startswith("use") and (name[3:4].isupper() or name == "use")


def end_of(module: Module, statement: Node) -> int | None:
    """Where new lines may follow a statement: behind a comment on its line; None: code follows."""
    following = statement.next_named_sibling
    end = statement.end_byte
    if following is not None and following.start_point.row == statement.end_point.row:
        if following.type != "comment":
            return None
        end = following.end_byte
    newline = module.data.find(b"\n", end)
    rest = module.data[end : newline if newline >= 0 else len(module.data)]
    return None if rest.strip() else end
