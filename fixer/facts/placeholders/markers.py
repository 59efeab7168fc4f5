"""Comments and texts of a page become the markers among them: "TODO: replace", "coming soon"."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from fixer.facts.placeholders.model import Marker
from fixer.facts.placeholders.patterns import Patterns
from fixer.program.module import Module
from fixer.program.syntax import text, tsx

_TEXT = "(jsx_text) @t"
_COMMENT = "(comment) @c"


def markers(module: Module, patterns: Patterns) -> Iterator[Marker]:
    """In source order. A comment that is code (`// const mock data = …`) is a comment still."""
    found = module.captures(f"{_COMMENT} {_TEXT}" if has_markup(module) else _COMMENT)
    for comment in found.get("c", ()):
        words = patterns.comment_marks(bare(comment))
        if words is not None and not _is_code(comment):
            yield Marker(comment, words, target=target_of(comment))
    for shown in found.get("t", ()):
        words = patterns.text_marks(text(shown))
        if words is not None:
            yield Marker(shown, words, is_text=True, target=shown.parent)


def has_markup(module: Module) -> bool:
    """Whether the file's grammar knows JSX."""
    return module.language == tsx()


def bare(comment: Node) -> str:
    """What a comment says, without its delimiters."""
    lines = text(comment).removeprefix("//").removeprefix("/*").removesuffix("*/").splitlines()
    return "\n".join(line.strip().lstrip("*") for line in lines).strip()


def target_of(comment: Node) -> Node | None:
    """What a comment stands in front of: the next node that is no comment, if it follows closely.

    A comment alone in a JSX container (`{/* … */}`) stands before the container's next sibling.
    """
    node = comment
    parent = comment.parent
    if parent is not None and parent.type == "jsx_expression" and parent.named_child_count == 1:
        node = parent
    row = node.end_point.row
    following = node.next_named_sibling
    while following is not None and _is_between(following):
        if following.type == "comment":
            row = following.end_point.row
        following = following.next_named_sibling
    if following is None or following.start_point.row > row + 1:
        return None
    return following


def _is_between(node: Node) -> bool:
    return node.type == "comment" or (node.type == "jsx_text" and not text(node).strip())


def leading(node: Node) -> tuple[Node, ...]:
    """The comments directly above a statement or declaration, nearest last, no blank line between.

    A comment behind other code on its line belongs to that code.
    """
    found: list[Node] = []
    row = node.start_point.row
    previous = node.prev_named_sibling
    while previous is not None and previous.type == "comment":
        if previous.end_point.row < row - 1:
            break
        before = previous.prev_sibling
        if (
            before is not None
            and before.end_point.row == previous.start_point.row
            and before.is_named
        ):
            break
        found.append(previous)
        row = previous.start_point.row
        previous = previous.prev_named_sibling
    return tuple(reversed(found))


def _is_code(comment: Node) -> bool:
    """Whether a comment is code that was put aside, with a comment of its own in it."""
    return bare(comment).startswith("//")
